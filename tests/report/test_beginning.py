"""With whom to begin, why with nobody, and what comes later: on the page, in the PDF and as text."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.template.loader import render_to_string

from dialoog.report.body.report import Report
from dialoog.report.download import render_html
from dialoog.report.editions import PDFS, Edition
from tests.builders import build_condition, build_partner_type, build_rule, gives
from tests.report.small import CALM, HURRIED, STUCK, build_small_document, small_report
from tests.report.test_report import COVER


def page_of(report: Report) -> str:
    return render_to_string("report/page.html", {"report": report, "edition": Edition.PAGE})


def text_of(report: Report) -> str:
    return render_to_string("report/text.txt", {"report": report})


def chapter(html: str, name: str) -> str:
    """The words of a chapter, with single spaces; empty if there is none."""
    found = re.search(rf'<section class="chapter[^"]*" id="{name}">.*?</section>', html, re.DOTALL)
    return words(found[0]) if found else ""


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def marks(report: Report) -> dict[str, list[str]]:
    partners = (*report.ranked, *(card.partner for card in report.set_apart))
    return {partner.partner_type.slug: [mark.label for mark in partner.marks] for partner in partners}


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
        "bond": ["Begin hier", "Past even goed"],
        "raad": ["Begin hier", "Past even goed"],
        "ngo": [],
        "bureau": ["Daarna"],
        "bank": ["Afgeraden"],
    }


def test_it_says_why_one_does_not_begin_with_who_comes_first() -> None:
    weak, stuck = (small_report(answers).ranked[place] for answers, place in ((HURRIED, 0), (STUCK, 0)))

    assert [partner.hurdle and partner.hurdle.label for partner in (weak, stuck)] == [
        "Past bij een ander doel dan je hoofddoel.",
        "Jullie samenwerking loopt stroef. Praat dat eerst uit.",
    ]
    assert [partner.hurdle for partner in small_report(CALM).ranked[:2]] == [None, None]


def test_who_does_little_for_the_main_goal_is_told_so() -> None:
    rules = [build_rule(goal="kennis", partners=[gives("bond", 4), gives("raad", 1)])]

    weak = small_report(CALM, rules=rules).ranked[1]

    assert weak.hurdle
    assert weak.hurdle.label == "Kan wel iets voor je hoofddoel doen, maar te weinig om mee te beginnen."


def test_who_can_begin_after_those_who_fit_better_is_possible_too() -> None:
    weights = {"a": 9, "b": 7, "c": 7, "d": 7}
    rule = build_rule(goal="kennis", partners=[gives(*pair) for pair in weights.items()])

    assert marks(small_report(CALM, **{**equals(*weights), "rules": [rule]})) == {
        "a": ["Begin hier"],
        **{name: ["Kan ook", "Past even goed"] for name in "bcd"},
    }


def test_who_shares_the_first_place_and_does_not_fit_in_is_marked_as_equal() -> None:
    report = small_report(CALM, **equals("a", "b", "c", "d"))

    assert [partner.place for partner in report.ranked] == [1, 1, 1, 1]
    assert marks(report)["c"] == ["Begin hier", "Past even goed"]
    assert marks(report)["d"] == ["Past even goed"]


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
    assert "2 Bond Daarna Past even goed" in chapter(page, "partners")
    assert "2 Raad Daarna Past even goed" in chapter(page, "partners")
    assert "kennis (hoofddoel) 2 Bond ; 2 Raad ; 3 Bureau" in chapter(page, "partners")
    assert "2 Bond (Daarna, Past even goed)" in text
    assert "2 Raad (Daarna, Past even goed)" in text


def test_the_summary_names_those_to_begin_with_and_why() -> None:
    summary = chapter(page_of(small_report(CALM)), "in-het-kort")

    assert "Begin hier 1 Bond Past even goed Wie er werkt, weet het. Waarom?" in summary
    assert "1 Raad Past even goed Wie het is. Bron" in summary
    assert "Ngo" not in summary
    assert "meer tijd" not in summary
    assert "Wie wijst je de weg? Vraag wie de bond kent. Meer over: Bond" in chapter(
        page_of(small_report(CALM)), "partners"
    )


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

    assert sentence in chapter(page_of(older), "in-het-kort").partition("Doe dit eerst")[0]
    assert sentence in text_of(older)
    assert chapter(page_of(newer), "in-het-kort").startswith(
        f"1 Je advies in het kort Je hoofddoel: {newer.main_goal.name} Kop Een alinea ."
    )
    assert "Kop. Een **alinea**." in text_of(newer)
    assert sentence not in page_of(newer) + text_of(newer)


def test_with_nobody_to_begin_with_the_summary_shows_the_way_and_what_more_time_brings() -> None:
    page = page_of(small_report(HURRIED))
    summary = chapter(page, "in-het-kort")

    assert "Vraag wie de bond kent. Meer over: Bond Bron Het SER-document zegt dit: ‘Hoofdstuk’, Deel" in summary
    assert "Maak je meer tijd? Dan kun je beginnen met: Bond ; Raad ." in summary
    assert set(re.findall('href="#(partner-[^"]+)"', page)) <= set(re.findall('id="(partner-[^"]+)"', page))


def test_text_shows_the_way_and_what_more_time_brings() -> None:
    text = text_of(small_report(HURRIED))

    assert "- Vraag wie de bond kent. [Het SER-document zegt dit; Hoofdstuk, Deel] (Bond)" in text
    assert "Maak je meer tijd? Dan kun je beginnen met: Bond; Raad." in text
    assert "Als je meer tijd maakt\nBenaderen\n2. Bel." in text
    assert "- 1 Bond (Begin hier, Past even goed): Wie er werkt, weet het." in text_of(small_report(CALM))


def test_where_nobody_is_ranked_there_is_no_advice_and_no_beginning() -> None:
    report = small_report(CALM, rules=[], order_rules=[], signposts=[])

    assert "Geen advies over een partner" in chapter(page_of(report), "in-het-kort")
    assert report.beginning.no_start.title not in page_of(report)
    assert report.beginning.no_start.title not in text_of(report)


def test_what_needs_more_time_stands_apart_from_what_can_be_done_now() -> None:
    report = small_report(HURRIED)
    now, _heading, later = chapter(page_of(report), "stappen").partition("Als je meer tijd maakt")

    assert "1 Lees." in chapter(page_of(report), "in-het-kort")
    assert "Bel." not in now
    assert "Benaderen 2 Bel." in later
    assert small_report(CALM).plan.later == ()


def test_what_needs_more_time_takes_no_place_in_view() -> None:
    settings = {**build_small_document()["advice_settings"][0], "actions_shown": 1}
    hurried, calm = (small_report(answers, advice_settings=[settings]).plan for answers in (HURRIED, CALM))

    assert (len(hurried.first), len(hurried.folded), len(hurried.later)) == (1, 0, 1)
    assert (len(calm.first), len(calm.folded), len(calm.later)) == (1, 1, 0)


def test_it_says_once_why_partners_come_later_and_on_what_that_rests() -> None:
    partners = chapter(page_of(small_report(HURRIED)), "partners")

    assert (
        "2 Bond ; 2 Raad : Elkaar leren kennen kost tijd."
        " Waarom? Omdat je antwoordde: “Krap” (tijdlijn?). Het SER-document zegt dit: ‘Hoofdstuk’, Deel" in partners
    )
    assert (
        "3 Bureau : Een bureau spreekt niet voor werknemers. (onze afleiding)"
        " Bron Dit leiden wij zelf af: ‘Hoofdstuk’, Deel" in partners
    )
    assert partners.count("Elkaar leren kennen kost tijd.") == 1


def test_an_order_rule_without_a_reason_still_says_who_comes_first() -> None:
    rule = {**build_small_document()["order_rules"][0], "reason": ""}

    (later,) = [p.later for p in small_report(CALM, order_rules=[rule]).ranked if p.later]

    assert [(reason.text, reason.facts) for reason in later] == [("Werk eerst samen met: Bond.", ())]


def test_those_that_come_later_stand_together_below_the_partners() -> None:
    partners = chapter(page_of(small_report(HURRIED, page_texts=[page_text("report_later")])), "partners")
    _cards, heading, later = partners.partition("Kop Een alinea .")

    assert heading
    assert later.index("2 Bond") < later.index("2 Raad")
    assert "Waarom deze partners niet vooraan staan" in chapter(page_of(small_report(HURRIED)), "partners")


def test_who_is_set_apart_stands_below_the_others_with_why() -> None:
    page = chapter(page_of(small_report(HURRIED)), "partners")
    rules = [r for r in build_small_document()["rules"] if r["code"] != "P01"]
    without = chapter(page_of(small_report(HURRIED, rules=rules)), "partners")

    _ranked, heading, apart = page.partition("Wie je het laatst of liever niet kiest")
    assert heading
    assert apart.index("Bank : Een bank is te ver weg.") < apart.index("Bank Afgeraden")
    assert "Wie je het laatst of liever niet kiest" not in without


def test_what_the_visitor_said_is_marked_as_such() -> None:
    partners = chapter(page_of(small_report(HURRIED)), "partners")

    assert "1 Ngo : Past bij een ander doel dan je hoofddoel." in partners
    assert "Ngo Ken je al" in partners
    assert partners.count("‘Ken je al’, want je antwoordde: “Ngo” (bekend?).") == 1


def test_an_account_says_why_a_line_is_there_and_where_it_stands() -> None:
    first = chapter(page_of(small_report(CALM)), "in-het-kort")

    place = "Het SER-document zegt dit: ‘Hoofdstuk’, Deel"
    assert (
        f"1 Lees. Waarom? Omdat je antwoordde: “Kennis” (doelen?). Omdat je antwoordde: “Toegang” (doelen?). {place}"
        in first
    )
    assert f"2 Bel. Waarom? Zo leer je elkaar kennen. {place} Omdat je antwoordde: “Kennis” (doelen?)." in first


@pytest.mark.parametrize("answers", [HURRIED, CALM, STUCK])
def test_the_sources_are_those_of_what_is_said_and_have_no_codes(answers: dict[str, Any]) -> None:
    report = small_report(answers)
    listed = {fact.code for _chapter, facts in report.sources for fact in facts}

    assert {"F1", "F4", "F10"} <= listed
    assert "F13" not in listed
    for edition in Edition:
        html = page_of(report) if edition is Edition.PAGE else render_html(report, edition)
        assert not re.search(r"\b[A-Z]\d{1,3}\b", words(html).replace(report.cover.code, ""))


def test_only_with_more_goals_something_counts_double() -> None:
    one_goal = {name: value for name, value in {**CALM, "doelen": ["kennis"]}.items() if name != "hoofddoel"}

    assert "Telt dubbel" in page_of(small_report(CALM))
    assert "Telt dubbel" not in page_of(small_report(one_goal))


def test_an_answer_that_goes_alone_replaces_the_others() -> None:
    what_if = chapter(page_of(small_report({**STUCK, "tijdlijn": "ruim"})), "wat-als")

    assert "Kies je alleen “Geen”, dan kun je beginnen met: Ngo" in what_if
    assert "ook" not in what_if


def test_what_if_says_with_whom_one_could_begin_then_or_that_there_is_nobody() -> None:
    known = chapter(page_of(small_report({**CALM, "bekend": ["geen"]})), "wat-als")
    less = chapter(page_of(small_report(CALM)), "wat-als")

    nobody = "dan is er nog niemand om mee te beginnen. Het advies vertelt dan waarom, en wat je eerst kunt doen."
    assert f"Kies je “Krap”, {nobody}" in less
    assert "Meer tijd verandert je advies niet: je antwoordde “Ruim”." in known


def test_what_more_time_brings_is_said_once() -> None:
    report = small_report(HURRIED)

    assert [effect.question.slug for effect in report.what_ifs] == []
    assert "Meer tijd verandert met wie je begint: zie hoofdstuk 1 ." in chapter(page_of(report), "wat-als")


def test_a_region_is_named_and_used_and_changes_nothing() -> None:
    template = {"slug": "opzet", "title": "Opzet", "lines": [{"text": "In {land} met {partner}.", "facts": []}]}
    cover = replace(COVER, region="<Noord-India>")
    page = page_of(small_report(CALM, cover, document_templates=[template]))
    without = page_of(small_report(CALM, document_templates=[template]))

    assert "<bdi>&lt;Noord-India&gt;</bdi>" in page
    assert 'In &lt;Noord-India&gt; met <span class="fill-in">partner</span>.' in page
    assert "Het heeft je advies niet veranderd." in chapter(page, "verantwoording")
    assert '<span class="fill-in">land</span>' in without
    assert "Land of gebied" not in without


def test_everything_of_the_cover_can_be_told_apart() -> None:
    """In the text itself, so that it holds without styles and in what is copied."""
    cover = replace(COVER, organisation="Bedrijf B.V.", contact="Post", region="India")
    about = re.search('<p class="report-about">(.*?)</p>', page_of(small_report(CALM, cover)))

    assert about
    assert words(about[1]).split(" · ")[:3] == ["Bedrijf B.V.", "Post", "India"]
    assert about[1].count(" · ") == 4


def test_page_and_dossier_say_the_same_and_the_advice_leaves_the_account_out() -> None:
    report = small_report(HURRIED)
    page, (advice, dossier) = page_of(report), (render_html(report, edition) for edition in PDFS)

    for name in ("in-het-kort", "stappen", "partners", "letten", "meer"):
        assert chapter(page, name) == chapter(dossier, name) != ""
    for name in ("stappen", "partners", "letten"):
        assert chapter(advice, name)
    assert chapter(advice, "meer") == ""
    assert "Omdat je antwoordde" not in advice
    assert "Het SER-document zegt dit" not in advice


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
