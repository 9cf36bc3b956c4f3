"""With whom to begin, why with nobody, and what comes later: on the page, in the PDF and as text."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.template.loader import render_to_string

from dialoog.report.download import render_html
from dialoog.report.report import Report
from tests.builders import build_condition, build_partner_type, build_rule, gives
from tests.report.small import CALM, HURRIED, STUCK, build_small_document, small_report
from tests.report.test_report import COVER


def page_of(report: Report) -> str:
    return render_to_string("report/page.html", {"report": report, "expires_at": report.cover.expires_at})


def text_of(report: Report) -> str:
    return render_to_string("report/text.txt", {"report": report})


def chapter(html: str, name: str) -> str:
    """The words of a chapter, with single spaces; empty if there is none."""
    found = re.search(rf'<section class="chapter[^"]*" id="{name}">.*?</section>', html, re.DOTALL)
    return words(found[0]) if found else ""


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def marks(report: Report) -> dict[str, list[str]]:
    return {p.partner_type.slug: [mark.label for mark in p.marks] for p in (*report.ranked, *report.set_apart)}


def page_text(slug: str) -> dict[str, str]:
    return {"slug": slug, "place": "Advies", "title": "Kop", "text": "Een **alinea**."}


def equals(*names: str) -> dict[str, Any]:
    """Partner types that fit equally well."""
    rule = build_rule(goal="kennis", partners=[gives(name, 3) for name in names])
    return {"partner_types": list(map(build_partner_type, names)), "rules": [rule], "order_rules": [], "signposts": []}


def moved_by_place() -> dict[str, Any]:
    """Everybody comes later, neither for want of time nor for a bad cooperation."""
    tiers = [{"partner_type": "bond", "tier": "daarna"}]
    return {**equals("bond"), "rules": [build_rule(goal="kennis", partners=[gives("bond", 3)], tiers=tiers)]}


def test_those_to_begin_with_are_marked_and_nobody_else() -> None:
    assert marks(small_report(CALM)) == {
        "bond": ["Begin hier", "Even passend"],
        "raad": ["Begin hier", "Even passend"],
        "ngo": [],
        "bureau": ["Daarna"],
        "bank": ["Afgeraden"],
    }


def test_it_says_why_one_does_not_begin_with_who_comes_first() -> None:
    weak, stuck = (small_report(answers).ranked[place] for answers, place in ((HURRIED, 0), (STUCK, 0)))

    assert [partner.hurdle and partner.hurdle.label for partner in (weak, stuck)] == [
        "Past bij een ander doel dan je hoofddoel.",
        "Praat eerst uit waarom de samenwerking stroef loopt.",
    ]
    assert [partner.hurdle for partner in small_report(CALM).ranked[:2]] == [None, None]


def test_who_does_little_for_the_main_goal_is_told_so() -> None:
    rules = [build_rule(goal="kennis", partners=[gives("bond", 4), gives("raad", 1)])]

    weak = small_report(CALM, rules=rules).ranked[1]

    assert str(weak.hurdle and weak.hurdle.label) == "Doet te weinig voor je hoofddoel om mee te beginnen."


def test_who_can_begin_after_those_who_fit_better_is_possible_too() -> None:
    weights = {"a": 9, "b": 7, "c": 7, "d": 7}
    rule = build_rule(goal="kennis", partners=[gives(*pair) for pair in weights.items()])

    assert marks(small_report(CALM, **{**equals(*weights), "rules": [rule]})) == {
        "a": ["Begin hier"],
        **{name: ["Kan ook", "Even passend"] for name in "bcd"},
    }


def test_who_shares_the_first_place_and_does_not_fit_in_is_marked_as_equal() -> None:
    report = small_report(CALM, **equals("a", "b", "c", "d"))

    assert [partner.place for partner in report.ranked] == [1, 1, 1, 1]
    assert marks(report)["c"] == ["Begin hier", "Even passend"]
    assert marks(report)["d"] == ["Even passend"]


def test_nobody_is_equal_alone() -> None:
    assert marks(small_report(CALM, **equals("a"))) == {"a": ["Begin hier"]}


def test_the_first_tier_by_itself_is_never_named() -> None:
    report = small_report(HURRIED)

    assert report.ranked[0].tier.label == "Eerst"
    assert "Eerst" not in words(page_of(report))
    assert "Eerst" not in text_of(report)


def test_a_place_is_shown_wherever_a_partner_type_stands() -> None:
    report = small_report(HURRIED)
    page, text = page_of(report), text_of(report)

    assert [partner.place for partner in report.ranked] == [1, 2, 2, 3]
    assert "2 Bond Daarna Even passend" in chapter(page, "partners")
    assert "2 Raad Daarna Even passend" in chapter(page, "partners")
    assert "2. Raad" in chapter(page, "doelen")
    assert "2. Bond (Daarna, Even passend)" in text
    assert "2. Raad (Daarna, Even passend)" in text


def test_the_summary_names_those_to_begin_with_and_why() -> None:
    summary = chapter(page_of(small_report(CALM)), "in-het-kort")

    assert "1 Bond Begin hier Even passend Wie er werkt, weet het." in summary
    assert "Ngo" not in summary
    assert "Vraag wie de bond kent. (F6) Meer over: Bond" in summary
    assert "meer tijd" not in summary


@pytest.mark.parametrize(
    ("answers", "changes", "slug", "sentence"),
    [
        (HURRIED, {}, "report_no_start_tijd", "Wie bij je doel past, ken je nog niet."),
        (STUCK, {}, "report_no_start_samenwerking", "de samenwerking loopt stroef"),
        (CALM, moved_by_place(), "report_no_start_anders", "Bij elke partner lees je waarom."),
    ],
)
def test_with_nobody_to_begin_with_the_summary_says_why_first(
    answers: dict[str, Any], changes: dict[str, Any], slug: str, sentence: str
) -> None:
    older = small_report(answers, **changes)
    newer = small_report(answers, **changes, page_texts=[page_text(slug)])

    assert sentence in chapter(page_of(older), "in-het-kort").partition("Je hoofddoel")[0]
    assert sentence in text_of(older)
    assert chapter(page_of(newer), "in-het-kort").startswith("Je advies in het kort Kop Een alinea .")
    assert "KOP\nEen **alinea**." in text_of(newer)
    assert sentence not in page_of(newer) + text_of(newer)


def test_with_nobody_to_begin_with_the_summary_shows_the_way_and_what_more_time_brings() -> None:
    page = page_of(small_report(HURRIED))
    summary = chapter(page, "in-het-kort")

    assert "Vraag wie de bond kent. Meer over: Bond Het SER-document zegt dit: Hoofdstuk: Deel (F6)." in summary
    assert "Als je meer tijd maakt: begin bij Bond en Raad ." in summary
    assert set(re.findall('href="#(partner-[^"]+)"', page)) <= set(re.findall('id="(partner-[^"]+)"', page))


def test_text_shows_the_way_and_what_more_time_brings() -> None:
    text = text_of(small_report(HURRIED))

    assert "- Vraag wie de bond kent. (Bond)" in text
    assert "Als je meer tijd maakt: begin bij Bond en Raad." in text
    assert "ALS JE MEER TIJD MAAKT\nBenaderen\n- Bel." in text
    assert "- Bond (Begin hier, Even passend): Wie er werkt, weet het." in text_of(small_report(CALM))


def test_where_nobody_is_ranked_there_is_no_advice_and_no_beginning() -> None:
    report = small_report(CALM, rules=[], order_rules=[], signposts=[])

    assert chapter(page_of(report), "in-het-kort") == "Geen advies over een partner"
    assert report.beginning.no_start.title not in page_of(report)
    assert report.beginning.no_start.title.upper() not in text_of(report)


def test_what_needs_more_time_stands_apart_from_what_can_be_done_now() -> None:
    report = small_report(HURRIED)
    chapter_of_steps = chapter(page_of(report), "stappenplan")
    now, _heading, later = chapter_of_steps.partition("Als je meer tijd maakt")

    assert "Lees." in now
    assert "Bel." not in now
    assert "Benaderen Bel." in later
    assert small_report(CALM).step_plan.later == ()


def test_what_needs_more_time_takes_no_place_in_view() -> None:
    settings = {**build_small_document()["advice_settings"][0], "actions_shown": 1}
    hurried, calm = (small_report(answers, advice_settings=[settings]).step_plan for answers in (HURRIED, CALM))

    assert (len(hurried.in_view), len(hurried.folded), len(hurried.later)) == (1, 0, 1)
    assert (len(calm.in_view), len(calm.folded), len(calm.later)) == (1, 1, 0)


def test_a_card_says_why_it_comes_later_and_on_what_that_rests() -> None:
    report = small_report(HURRIED)
    cards = page_of(report).split('<article class="partner-card')
    bond, bureau = (words(card) for card in cards if "partner-bond" in card[:60] or "partner-bureau" in card[:60])

    assert "Waarom pas daarna Elkaar leren kennen kost tijd. Het SER-document zegt dit: Hoofdstuk: Deel (F8)." in bond
    assert (
        "Waarom pas daarna Een bureau spreekt niet voor werknemers. Dit leiden wij zelf af: Hoofdstuk: Deel (F5)."
        in bureau
    )


def test_an_order_rule_without_a_reason_still_says_who_comes_first() -> None:
    rule = {**build_small_document()["order_rules"][0], "reason": ""}

    (later,) = [p.later for p in small_report(CALM, order_rules=[rule]).ranked if p.later]

    assert [(reason.text, reason.facts) for reason in later] == [("Werk eerst samen met: Bond.", ())]


def test_those_that_come_later_stand_together_at_the_end_of_the_partners() -> None:
    partners = chapter(page_of(small_report(HURRIED, page_texts=[page_text("report_later")])), "partners")
    _cards, heading, later = partners.partition("Kop Een alinea .")

    assert heading
    assert later.index("2. Bond") < later.index("2. Raad") < later.index("Elkaar leren kennen kost tijd.")
    assert later.count("Elkaar leren kennen kost tijd.") == 1
    assert "Waarom deze partners later komen" in chapter(page_of(small_report(HURRIED)), "partners")


def test_only_who_is_set_apart_stands_in_the_chapter_about_that() -> None:
    page = page_of(small_report(HURRIED))
    without = page_of(small_report(HURRIED, rules=[r for r in build_small_document()["rules"] if r["code"] != "P01"]))

    assert "Bank" in chapter(page, "niet-bovenaan")
    assert "Bond" not in chapter(page, "niet-bovenaan")
    assert page.count("#niet-bovenaan") == 2
    assert "niet-bovenaan" not in without
    assert "Waarom deze partners later komen" in without


def test_what_the_visitor_said_is_marked_as_such() -> None:
    page = page_of(small_report(HURRIED))

    assert "Ken je al Past bij een ander doel dan je hoofddoel. Jij antwoordde: “Ngo” (bekend?)." in chapter(
        page, "partners"
    )
    assert page.count("Jij antwoordde") == 1


def test_the_label_of_a_basis_stands_only_where_words_have_one() -> None:
    steps = chapter(page_of(small_report(CALM)), "stappenplan")

    assert "Lees. Bron: F4. Omdat je antwoordde: “Kennis” (doelen?)." in steps
    assert "Bel. Bron: F3. Zo leer je elkaar kennen. Het SER-document zegt dit (F1). Omdat je antwoordde:" in steps
    assert steps.count("Het SER-document") == 1


@pytest.mark.parametrize("answers", [HURRIED, CALM, STUCK])
def test_the_sources_are_those_of_what_is_said(answers: dict[str, Any]) -> None:
    report = small_report(answers)
    said, _sources = page_of(report).split('id="bronnen"')
    listed = {fact.code for _chapter, facts in report.sources for fact in facts}

    assert listed == set(re.findall(r"\bF\d+\b", said))
    assert "F13" not in listed


def test_only_with_more_goals_something_counts_double() -> None:
    one_goal = {name: value for name, value in {**CALM, "doelen": ["kennis"]}.items() if name != "hoofddoel"}

    assert "Telt dubbel" in page_of(small_report(CALM))
    assert "Telt dubbel" not in page_of(small_report(one_goal))


def test_an_answer_that_goes_alone_replaces_the_others() -> None:
    what_if = chapter(page_of(small_report({**STUCK, "tijdlijn": "ruim"})), "wat-als")

    assert "Kies je alleen “Geen”, dan kun je beginnen met: Ngo" in what_if
    assert "ook" not in what_if


def test_what_if_says_with_whom_one_could_begin_then_or_that_there_is_nobody() -> None:
    more, less = (chapter(page_of(small_report(answers)), "wat-als") for answers in (HURRIED, CALM))

    assert "Kies je “Ruim”, dan kun je beginnen met: Bond ; Raad" in more
    assert "Kies je “Krap”, dan is er niemand om mee te beginnen." in less


def test_a_region_is_named_and_used_and_changes_nothing() -> None:
    template = {"slug": "opzet", "title": "Opzet", "lines": [{"text": "In {land} met {partner}.", "facts": []}]}
    cover = replace(COVER, region="<Noord-India>")
    page = page_of(small_report(CALM, cover, document_templates=[template]))
    without = page_of(small_report(CALM, document_templates=[template]))

    assert "Land of gebied: &lt;Noord-India&gt;" in words(page.partition("</header>")[0] + page)
    assert 'In &lt;Noord-India&gt; met <span class="fill-in">partner</span>.' in page
    assert "Het heeft je advies niet veranderd." in chapter(page, "colofon")
    assert '<span class="fill-in">land</span>' in without
    assert "Land of gebied" not in without


def test_everything_of_the_cover_can_be_told_apart() -> None:
    """Between spans the style sheet puts a dot; other elements it would join."""
    cover = replace(COVER, organisation="Bedrijf B.V.", contact="Post", region="India")
    about = re.search('<p class="report-about">(.*?)</p>', page_of(small_report(CALM, cover)))

    assert about
    assert re.sub(r"<span>.*?</span>", "", about[1]) == ""
    assert about[1].count("<span>") == 5


def test_page_and_pdf_say_the_same() -> None:
    report = small_report(HURRIED)
    page, pdf = page_of(report), render_html(report)

    for name in ("in-het-kort", "partners", "niet-bovenaan", "doelen", "stappenplan"):
        assert chapter(page, name) == chapter(pdf, name) != ""


def test_a_condition_on_the_outcome_is_said() -> None:
    outcome = {"group": 1, "outcome": "niemand_om_te_beginnen", "is_absent": False, "partner_types": []}
    asked = [build_condition("tijdlijn", "krap")]
    quiet = build_rule("N01", outcomes=[outcome], actions=[{"action": "lees", "reason": ""}])
    loud = build_rule(
        "N02", outcomes=[outcome], conditions=asked, actions=[{"action": "lees", "reason": "Dit kan nu."}]
    )
    rules = [r for r in build_small_document()["rules"] if r["code"] not in ("K01", "T01")]
    rules.append(build_rule("K02", goal="kennis", partners=[gives("bond", 3)]))

    (action,) = small_report(HURRIED, rules=[*rules, quiet, loud]).lines["actions"]

    assert [reason.text for reason in action.reasons] == ["", "Dit kan nu."]
    assert {reason.came_out for reason in action.reasons} == {("er nu niemand is om mee te beginnen",)}
