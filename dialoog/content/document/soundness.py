"""What makes content unsound. Looks at a document alone, so that a draft and an upload are judged alike.

Every check yields problems, each a Dutch sentence and the record that it is about; a document without any can be
published.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Self

from dialoog.catalogue.document import ConditionRow, Document, Key, Record, records_of
from dialoog.content.document.references import known_targets, references
from dialoog.content.document.schema import SCHEMA, Shape


@dataclass(frozen=True)
class Problem:
    sentence: str
    key: Key | None = None
    """The record to mend, if it is one record."""


class Timing(Enum):
    """When a question is asked, seen from one that depends on it: only answers of earlier steps are known by then."""

    EARLIER = auto()
    SAME_STEP = auto()
    LATER = auto()

    @classmethod
    def of(cls, needed: Any, own: Any) -> Self:
        """Both are places of steps that can be compared: numbers, or an order with a slug."""
        return cls.SAME_STEP if needed == own else cls.EARLIER if needed < own else cls.LATER


def problems(document: Document) -> list[str]:
    """Everything that stops publishing, in sentences."""
    return [problem.sentence for problem in find_problems(document)]


def find_problems(document: Document) -> list[Problem]:
    """Later checks trust references, so they run only when those are sound."""
    found = list(dangling_references(document))
    return found or [problem for check in CHECKS for problem in check(document)]


def dangling_references(document: Document) -> Iterator[Problem]:
    """Records that refer to what is not there."""
    known = known_targets(document)
    for reference in references(document):
        if reference.target not in known:
            model, name = reference.target
            sentence = f"verwijst naar {model._meta.verbose_name} '{name}', maar die bestaat niet."
            yield _about(reference.collection, reference.owner, sentence)


def _rules_lack_grounds(document: Document) -> Iterator[Problem]:
    for rule in document["rules"]:
        if not rule["reason"].strip():
            yield _about("rules", rule, "heeft geen onderbouwing: vul in waarom dit advies klopt.")
        if not rule["facts"]:
            yield _about("rules", rule, "heeft geen bronverwijzing: kies waar dit in het SER-document staat.")


def _conditions_ask_for_nothing(document: Document) -> Iterator[Problem]:
    for collection, record, row in _all_conditions(document):
        if row["operator"] != "minstens" and not row["options"]:
            sentence = f"heeft een voorwaarde op vraag '{row['question']}' zonder antwoord: kies er minstens één."
            yield _about(collection, record, sentence)
        for option in row["options"]:
            if "." in option:
                other = option.partition(".")[0]
                sentence = f"kijkt bij vraag '{row['question']}' naar een antwoord van vraag '{other}'."
                yield _about(collection, record, sentence)


def _questions_depend_on_later_ones(document: Document) -> Iterator[Problem]:
    place = {step["slug"]: number for number, step in enumerate(document["steps"])}
    steps = {question["slug"]: place[question["step"]] for question in document["questions"]}
    for question in document["questions"]:
        needs = {row["question"] for row in question["conditions"]} | {question["options_from"] or ""} - {""}
        for needed in sorted(needs):
            match Timing.of(steps[needed], steps[question["slug"]]):
                case Timing.SAME_STEP:
                    sentence = f"hangt af van vraag '{needed}' in dezelfde stap: zet die in een eerdere stap."
                    yield _about("questions", question, sentence)
                case Timing.LATER:
                    yield _about("questions", question, f"hangt af van vraag '{needed}', die pas later komt.")


def _questions_lack_options(document: Document) -> Iterator[Problem]:
    for question in document["questions"]:
        if len(question["options"]) < 2:
            yield _about("questions", question, "heeft minder dan twee antwoorden.")
    for step in document["steps"]:
        size = sum(question["step"] == step["slug"] for question in document["questions"])
        if size == 0:
            yield _about("steps", step, "heeft geen vraag.")
        elif size > 1 and not step["title"]:
            yield _about("steps", step, "heeft meer dan één vraag en dus een titel nodig.")


def _goals_do_not_match(document: Document) -> Iterator[Problem]:
    if len(document["advice_settings"]) != 1:
        yield Problem("De adviesinstellingen ontbreken.")
        return
    settings = document["advice_settings"][0]
    questions = {question["slug"]: question for question in document["questions"]}
    goals = {goal["slug"] for goal in document["goals"]}
    for name in ("goals_question", "main_goal_question"):
        slug = settings[name]
        if {option["slug"] for option in questions[slug]["options"]} != goals:
            yield Problem(f"De antwoorden van vraag '{slug}' zijn niet precies de doelen.", Key("questions", slug))
    asked = questions[settings["goals_question"]]
    if asked["conditions"]:
        yield _about("questions", asked, "moet altijd gesteld worden.")


CHECKS: tuple[Callable[[Document], Iterator[Problem]], ...] = (
    _rules_lack_grounds,
    _conditions_ask_for_nothing,
    _questions_depend_on_later_ones,
    _questions_lack_options,
    _goals_do_not_match,
)


def _all_conditions(document: Document) -> Iterator[tuple[str, Record, ConditionRow]]:
    """Collection, record and row of each condition."""
    for name in ("questions", "rules"):
        for record in records_of(document, name):
            for row in record["conditions"]:
                yield name, record, row


def _about(collection: str, record: Record, sentence: str) -> Problem:
    shape = SCHEMA[collection]
    return Problem(f"{_name_of(shape, record)} {sentence}", Key(collection, shape.identity(record)))


def _name_of(shape: Shape, record: Record) -> str:
    kind = str(shape.model._meta.verbose_name).capitalize()
    name = record.get("slug") or record.get("code") or record.get("text") or record.get("first")
    return f"{kind} '{name}'" if name else kind
