"""What makes content unsound. Looks at a document alone, so that a draft and an upload are judged alike.

Every check yields Dutch sentences that name the record; a document without a sentence can be published.
"""

from collections.abc import Callable, Iterator
from typing import Any

from dialoog.content.referring import known_targets, references
from dialoog.content.schema import SCHEMA, Rows

Record = dict[str, Any]
Document = dict[str, list[Record]]


def problems(document: Document) -> list[str]:
    """Everything that stops publishing. Later checks trust references, so they run only when those are sound."""
    found = list(dangling_references(document))
    return found or [sentence for check in CHECKS for sentence in check(document)]


def dangling_references(document: Document) -> Iterator[str]:
    """Records that refer to what is not there."""
    known = known_targets(document)
    for reference in references(document):
        if reference.target not in known:
            model, name = reference.target
            owner = _name_of(SCHEMA[reference.collection], reference.owner)
            yield f"{owner} verwijst naar {model._meta.verbose_name} '{name}', maar die bestaat niet."


def _rules_lack_grounds(document: Document) -> Iterator[str]:
    for rule in document["rules"]:
        if not rule["reason"].strip():
            yield f"Adviesregel '{rule['code']}' heeft geen onderbouwing: vul in waarom dit advies klopt."
        if not rule["facts"]:
            yield f"Adviesregel '{rule['code']}' heeft geen bronverwijzing: kies waar dit in het SER-document staat."


def _conditions_ask_for_nothing(document: Document) -> Iterator[str]:
    for owner, row in _all_conditions(document):
        if row["operator"] != "minstens" and not row["options"]:
            yield f"{owner} heeft een voorwaarde op vraag '{row['question']}' zonder antwoord: kies er minstens één."
        for option in row["options"]:
            if "." in option:
                other = option.partition(".")[0]
                yield f"{owner} kijkt bij vraag '{row['question']}' naar een antwoord van vraag '{other}'."


def _questions_depend_on_later_ones(document: Document) -> Iterator[str]:
    place = {step["slug"]: number for number, step in enumerate(document["steps"])}
    steps = {question["slug"]: place[question["step"]] for question in document["questions"]}
    for question in document["questions"]:
        needs = {row["question"] for row in question["conditions"]} | {question["options_from"] or ""} - {""}
        owner = f"Vraag '{question['slug']}'"
        for needed in sorted(needs):
            if steps[needed] == steps[question["slug"]]:
                yield f"{owner} hangt af van vraag '{needed}' in dezelfde stap: zet die in een eerdere stap."
            elif steps[needed] > steps[question["slug"]]:
                yield f"{owner} hangt af van vraag '{needed}', die pas later komt."


def _questions_lack_options(document: Document) -> Iterator[str]:
    for question in document["questions"]:
        if len(question["options"]) < 2:
            yield f"Vraag '{question['slug']}' heeft minder dan twee antwoorden."
    for step in document["steps"]:
        size = sum(question["step"] == step["slug"] for question in document["questions"])
        if size == 0:
            yield f"Stap '{step['slug']}' heeft geen vraag."
        elif size > 1 and not step["title"]:
            yield f"Stap '{step['slug']}' heeft meer dan één vraag en dus een titel nodig."


def _goals_do_not_match(document: Document) -> Iterator[str]:
    if len(document["advice_settings"]) != 1:
        yield "De adviesinstellingen ontbreken."
        return
    settings = document["advice_settings"][0]
    questions = {question["slug"]: question for question in document["questions"]}
    goals = {goal["slug"] for goal in document["goals"]}
    for name in ("goals_question", "main_goal_question"):
        slug = settings[name]
        if {option["slug"] for option in questions[slug]["options"]} != goals:
            yield f"De antwoorden van vraag '{slug}' zijn niet precies de doelen."
    if questions[settings["goals_question"]]["conditions"]:
        yield f"Vraag '{settings['goals_question']}' moet altijd gesteld worden."


CHECKS: tuple[Callable[[Document], Iterator[str]], ...] = (
    _rules_lack_grounds,
    _conditions_ask_for_nothing,
    _questions_depend_on_later_ones,
    _questions_lack_options,
    _goals_do_not_match,
)


def _all_conditions(document: Document) -> Iterator[tuple[str, Record]]:
    for name in ("questions", "rules"):
        for record in document[name]:
            for row in record["conditions"]:
                yield _name_of(SCHEMA[name], record), row


def _name_of(rows: Rows, record: Record) -> str:
    kind = str(rows.model._meta.verbose_name).capitalize()
    name = record.get("slug") or record.get("code") or record.get("text") or record.get("first")
    return f"{kind} '{name}'" if name else kind
