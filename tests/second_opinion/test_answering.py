"""What the answers of two come to: which differ, which only one was asked, and what each would do to an advice."""

import re
from html import unescape
from io import BytesIO
from itertools import permutations
from typing import Any

import pikepdf
import pytest
from django.test import Client

from dialoog.advice.engine import advise
from dialoog.catalogue.answers import Answers, AnswersError
from dialoog.catalogue.labels import LABELS, key_of
from dialoog.catalogue.vocabulary import Outcome
from dialoog.compare import paper as making
from dialoog.compare.exchanging import Weight
from dialoog.compare.paper import SHEETS, render_html
from dialoog.report.download import ASSETS
from dialoog.report.pdf.document import write_pdf
from dialoog.second_opinion.answering import Answering
from dialoog.second_opinion.circle import circle_of
from dialoog.second_opinion.showing import on_paper
from dialoog.second_opinion.wording import WordsAbout
from dialoog.wizard.models import Consultation
from tests.advice.test_golden_cases import CASES
from tests.builders import real_catalogue
from tests.compare.reports import HURRY, finish
from tests.journey import Journey
from tests.report.pdf.structure import structure_problems
from tests.second_opinion.people import answered, invite, look, post

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


def of_case(name: str) -> dict[str, list[str]]:
    """Answers of a company of the examples, as forms send them."""
    answers = next(case["answers"] for case in CASES if case["id"] == name)
    return {slug: [given] if isinstance(given, str) else given for slug, given in answers.items()}


GOAL, OTHER = of_case("P1"), of_case("P4")
"""Each with one goal, another one."""


def pair(mine: dict[str, list[str]], theirs: dict[str, list[str]], **names: str) -> tuple[Journey, Journey]:
    host = Journey(Client()).walk_to("controle", **mine).finish(title="Lonen")
    return host, answered(invite(host, "Sanne", **names), **theirs)


def answers_of(page: Any) -> Answering:
    found: Answering = page.context["talk"].answers
    return found


def test_what_only_one_was_asked_is_not_counted_as_answered_otherwise() -> None:
    host, _guest = pair(GOAL, OTHER)

    page = look(host)
    answers, said = answers_of(page), " ".join(page.content.decode().split())

    differ = [row.name for row in answers.differ.rows]
    assert not any(cell.is_absent for row in answers.differ.rows for cell in row.cells)
    assert all(any(cell.is_absent for cell in row.cells) for row in answers.of_some.rows)
    assert f"Bij {len(differ)} vragen antwoordden jullie anders." in said
    assert f"{len(answers.of_some.rows)} vragen kreeg maar één van jullie." in said
    assert "Welk doel is nu het belangrijkst?" not in differ  # with one goal nobody was asked


def test_what_both_answered_alike_is_listed() -> None:
    host, _guest = pair(GOAL, OTHER)

    page = look(host)
    answers, said = answers_of(page), page.content.decode()

    assert answers.alike
    assert all(one.question in said and one.answers for one in answers.alike)
    assert f"Bij {len(answers.alike)} vragen antwoordden jullie hetzelfde." in said


def test_with_whom_one_would_begin_is_what_the_engine_says_of_that_one_answer() -> None:
    for one in pair(GOAL, OTHER):
        page = look(one)
        answers = answers_of(page)
        for own, other in permutations(page.context["columns"]):
            found = [exchange for point in answers.first for exchange in point.exchanges if exchange.own is own]
            told = {exchange.slug: exchange for exchange in found if exchange.weight <= Weight.START}
            unknown = [point.row.name for point in answers.unknown]
            before = [a.partner_type for a in own.advice.start]
            mine, theirs = own.advice.answers.chosen, other.advice.answers.chosen

            for slug in mine.keys() & theirs.keys() - {"hoofddoel"}:
                if set(mine[slug]) == set(theirs[slug]):
                    assert slug not in told
                    continue
                question = own.catalogue.questions[slug].text
                try:
                    changed = Answers.from_chosen(own.catalogue, {**mine, slug: theirs[slug]})
                except AnswersError:
                    assert slug not in told
                    assert question in [*unknown, *(point.row.name for point in answers.first)]
                    continue
                after = [a.partner_type for a in advise(own.catalogue, changed).start]
                assert list(told[slug].first if slug in told else before) == after or set(after) == set(before)
                assert (slug in told) == (after[:1] != before[:1] or set(after) != set(before))


def test_both_read_the_same_points_in_the_same_order() -> None:
    host, guest = pair(GOAL, OTHER, host_name="Els")

    read = [
        [
            (point.row.name, {(e.own.run.consultation.pk, e.first) for e in point.exchanges})
            for point in answers_of(look(one)).first
        ]
        for one in (host, guest)
    ]

    assert read[0] == read[1]
    assert len({pk for _question, exchanges in read[0] for pk, _first in exchanges}) == 2
    for one, other in ((host, "Sanne"), (guest, "Els")):
        said = look(one).content.decode()
        assert said.count("Steeds ruilen we één antwoord om.") == 1
        assert f"Kiest {other} hier wat jij koos, dan" in said


def test_that_nobody_is_left_has_a_reason() -> None:
    host = finish()
    answered(invite(host, "Sanne"), **HURRY)

    said = " ".join(look(host).content.decode().split())

    assert "dan is er niemand om mee te beginnen. Er is weinig tijd, en wie past, is nog niet bekend." in said


def test_what_is_said_of_another_calls_that_other_by_name() -> None:
    words = WordsAbout(real_catalogue(), "Sanne")

    about = {label.key: words[label.key] for label in LABELS if label.key in words.about}

    assert about
    assert not [text for text in about.values() if re.search(r"\b(je|jij|jouw|jullie)\b", text, re.IGNORECASE)]
    outcomes = [label.key for label in LABELS if label.key.startswith("outcome_")]
    assert not [key for key in outcomes if re.search(r"\bje\b", words[key])]


def test_a_reason_of_another_advice_is_not_about_the_advice_of_who_reads() -> None:
    host, _guest = pair(GOAL, OTHER)
    own, other = look(host).context["columns"]

    assert own.reasoning.words[key_of(Outcome.LISTED)] == "in je advies staat:"
    assert other.reasoning.words[key_of(Outcome.LISTED)] == "in het advies van Sanne staat:"
    assert "je hoofddoel.</" not in look(host).content.decode().split("Wie er anders staat, en waarom")[1]


def test_what_changes_with_whom_one_begins_comes_first_and_says_so() -> None:
    host, _guest = pair(GOAL, OTHER)

    page = look(host)
    answers, said = answers_of(page), page.content.decode()

    assert answers.first
    assert [row.name for row in answers.differ.rows][: len(answers.first)] == [
        point.row.name for point in answers.first
    ]
    weights = [min(exchange.weight for exchange in point.exchanges) for point in answers.first]
    assert weights == sorted(weights)
    assert "Bespreek eerst" in said
    assert "Kies je hier wat Sanne koos, dan begin je met:" in said
    first = said.partition("Bespreek eerst")[2].partition("Vragen om over te praten")[0]
    for point in (*answers.first, *answers.unknown):
        assert all(text in unescape(first) for cell in point.row.cells for text in cell.texts), point.row.name
    assert answers.others == len(answers.differ.rows) - len(answers.first) - len(answers.unknown) > 0
    assert f"Bij {answers.others} andere vragen verandert jullie antwoord" in first
    assert said.index("In het kort") < said.index("Antwoorden die verschillen") < said.index("Partners die anders")


def test_a_reason_says_whose_answer_it_is() -> None:
    host, guest = pair(GOAL, OTHER, host_name="Els")

    for one, other in ((host, "Sanne"), (guest, "Els")):
        said = look(one).content.decode()
        assert f"Omdat {other} antwoordde:" in said
        assert "Omdat je antwoordde:" in said


def test_on_paper_all_read_the_same_of_both_advices(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def render(html: str, *_more: Any, **_named: Any) -> bytes:
        asked.append(html)
        return b"%PDF"

    monkeypatch.setattr(making, "render", render)
    for one in pair(GOAL, OTHER, host_name="Els"):
        post(one, pdf="ja")

    assert len(asked) == 2
    for html in asked:
        assert "Kiest Els hier wat Sanne koos, dan begint Els met:" in html
        assert "Kiest Sanne hier wat Els koos, dan" in html
        assert "Samen gekozen" in html
        assert "Schrijf hier op wat jullie kiezen." in html
        assert "Kies je hier" not in html
        assert "Waarom het advies" not in html


@pytest.mark.pdf
def test_the_pdf_is_sound_and_short_enough_to_discuss() -> None:
    host, _guest = pair(GOAL, OTHER)
    paper, columns = on_paper(circle_of(Consultation.objects.owned_with(host.token).get()))

    content = write_pdf(render_html(columns, paper), ASSETS, SHEETS)

    assert structure_problems(content) == []
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) <= 4
