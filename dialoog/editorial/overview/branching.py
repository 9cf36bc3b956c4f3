"""The questionnaire as it branches: what is asked always, what only after some answers. Looks at a document alone.

Takes unsound content too: a condition without answers, or on a question that comes later, is shown as trouble.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from dialoog.catalogue.document import ConditionRow, Document, QuestionRecord
from dialoog.catalogue.vocabulary import Operator, QuestionKind
from dialoog.content.document.sentences import Names, condition_sentence, conditions_sentence
from dialoog.content.document.soundness import Timing


@dataclass(frozen=True)
class Decision:
    """A question, the source, whose answers decide whether another one, the target, is asked or what it offers."""

    source: str
    target: str
    target_name: str
    words: str
    """One row of the condition: `als doel is ‘Kennis’`."""
    line: str
    """The same with its place in the whole condition: `en (doel is ‘Kennis’`."""
    trouble: str
    """Why it cannot work as it is; empty if it can."""


@dataclass(frozen=True)
class QuestionBranch:
    slug: str
    name: str
    text: str
    kind: str
    options: tuple[str, ...]
    offers: str
    """Which of its options it offers; empty if it offers all of them."""
    when: str
    """The whole condition on which it is asked; empty if it is always asked."""
    decided_by: tuple[Decision, ...]
    decides: tuple[Decision, ...]

    @property
    def is_conditional(self) -> bool:
        return bool(self.when)


@dataclass(frozen=True)
class StepBranch:
    slug: str
    number: int
    part: str
    title: str
    questions: tuple[QuestionBranch, ...]


@dataclass(frozen=True)
class Branching:
    steps: tuple[StepBranch, ...]

    @property
    def questions(self) -> list[QuestionBranch]:
        """In the order in which they are asked."""
        return [question for step in self.steps for question in step.questions]


def branching(document: Document) -> Branching:
    names = Names.of(document)
    place = {step["slug"]: number for number, step in enumerate(document["steps"], start=1)}
    step_numbers = {question["slug"]: place[question["step"]] for question in document["questions"]}
    ordered = sorted(document["questions"], key=lambda question: step_numbers[question["slug"]])
    decisions = [decision for question in ordered for decision in _decisions(names, question, step_numbers)]
    return Branching(
        tuple(
            StepBranch(
                step["slug"],
                place[step["slug"]],
                step["part"],
                step["title"],
                tuple(_question(names, q, decisions) for q in ordered if q["step"] == step["slug"]),
            )
            for step in document["steps"]
        )
    )


def _question(names: Names, question: QuestionRecord, decisions: list[Decision]) -> QuestionBranch:
    slug = question["slug"]
    return QuestionBranch(
        slug=slug,
        name=question["name"],
        text=question["text"],
        kind=QuestionKind(question["kind"]).label,
        options=tuple(option["label"] for option in question["options"]),
        offers=_offers(names, question["options_from"]) if question["options_from"] else "",
        when=conditions_sentence(names, question["conditions"]),
        decided_by=tuple(decision for decision in decisions if decision.target == slug),
        decides=tuple(decision for decision in decisions if decision.source == slug),
    )


def _decisions(names: Names, question: QuestionRecord, step_numbers: dict[str, int]) -> Iterator[Decision]:
    target = (question["slug"], question["name"])

    def comes_first(source: str) -> bool:
        return Timing.of(step_numbers[source], step_numbers[question["slug"]]) is Timing.EARLIER

    for row, line in _lines(names, question["conditions"]):
        words = _("als %s") % condition_sentence(names, row)
        yield Decision(row["question"], *target, words, line, _trouble(row, comes_first(row["question"])))
    if source := question["options_from"]:
        words = _offers(names, source)
        yield Decision(source, *target, words, words, "" if comes_first(source) else _comes_too_late())


def _offers(names: Names, source: str) -> str:
    return _("alleen de antwoorden die bij %s zijn gekozen") % names["questions", source]


def _lines(names: Names, conditions: list[ConditionRow]) -> Iterator[tuple[ConditionRow, str]]:
    """Each row with `als`, `of` or `en` before it, and brackets where a reader could mistake what belongs together."""
    by_group = sorted(conditions, key=lambda row: row["group"])
    groups = [list(rows) for _group, rows in groupby(by_group, key=lambda row: row["group"])]
    for number, rows in enumerate(groups):
        has_brackets = len(rows) > 1 and len(groups) > 1
        for place, row in enumerate(rows):
            word = _("of") if place else _("en") if number else _("als")
            opening = "(" if has_brackets and place == 0 else ""
            closing = ")" if has_brackets and place == len(rows) - 1 else ""
            yield row, f"{word} {opening}{condition_sentence(names, row)}{closing}"


def _trouble(row: ConditionRow, comes_first: bool) -> str:
    if not comes_first:
        return _comes_too_late()
    is_empty = row["operator"] != Operator.AT_LEAST and not row["options"]
    return _("er is nog geen antwoord gekozen") if is_empty else ""


def _comes_too_late() -> str:
    return _("die vraag komt niet in een eerdere stap")
