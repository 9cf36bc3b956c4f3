"""What makes content unsound. Looks at a document alone, so that a draft and an upload are judged alike.

Every check yields problems, each a Dutch sentence and the record that it is about; a document without any can be
published.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Self

from dialoog.catalogue.document import ConditionRow, Document, Key, Record, RuleRecord, records_of
from dialoog.catalogue.vocabulary import Basis, Outcome
from dialoog.content.document.judging import field_name, judged
from dialoog.content.document.references import known_targets, references
from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import Fact


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
        if not rule["facts"] and rule["basis"] != Basis.OWN:
            yield _about("rules", rule, "heeft geen bronverwijzing: kies waar dit in het SER-document staat.")


def _texts_lack_sources(document: Document) -> Iterator[Problem]:
    """Whoever says how firmly the source stands behind a text, says where. Rules have a check of their own."""
    for text in judged(document):
        if text.basis and text.basis != Basis.OWN and not text.facts and text.collection not in ("facts", "rules"):
            name = field_name(text.collection, text.field)
            sentence = (
                f"heeft geen bronverwijzing bij ‘{name}’: kies waar dit in het SER-document staat, "
                "of kies als grond ‘Eigen toevoeging van deze gids’."
            )
            yield _named(text.collection, text.identity, sentence)


def _cited_facts_are_withdrawn(document: Document) -> Iterator[Problem]:
    withdrawn = {fact["code"] for fact in document["facts"] if fact.get("is_withdrawn")}
    cited = {
        (reference.collection, SCHEMA[reference.collection].identity(reference.owner), reference.target[1]): None
        for reference in references(document)
        if reference.target[0] is Fact and reference.target[1] in withdrawn
    }
    for collection, identity, code in cited:
        sentence = f"verwijst naar bronverwijzing '{code}', maar die is vervallen: haal die weg of kies een andere."
        yield _named(collection, identity, sentence)


def _verdicts_are_incomplete(document: Document) -> Iterator[Problem]:
    for verdict in document.get("verdicts", []):
        if verdict["collection"] not in SCHEMA:
            yield _about("verdicts", verdict, f"gaat over soort '{verdict['collection']}', maar die bestaat niet.")
        if not verdict["judged_by"].strip():
            yield _about("verdicts", verdict, "zegt niet van wie het is: vul een naam in.")
        if not verdict["judged_on"]:
            yield _about("verdicts", verdict, "heeft geen datum: vul in wanneer het is gegeven.")


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


def _options_need_later_ones(document: Document) -> Iterator[Problem]:
    """What an option needs must be answered by the time that its own question is seen."""
    place = {step["slug"]: number for number, step in enumerate(document["steps"])}
    steps = {question["slug"]: place[question["step"]] for question in document["questions"]}
    for question in document["questions"]:
        for option in question["options"]:
            for needed in option.get("needs", []):
                other = needed.partition(".")[0]
                if problem := _why_not_needed(
                    question["slug"], other, Timing.of(steps[other], steps[question["slug"]])
                ):
                    sentence = f"biedt '{option['slug']}' alleen aan bij '{needed}', maar dat is een antwoord {problem}"
                    yield _about("questions", question, sentence)


def _why_not_needed(question: str, other: str, timing: Timing) -> str:
    if question == other:
        return "op de vraag zelf."
    match timing:
        case Timing.SAME_STEP:
            return "uit dezelfde stap: zet die vraag in een eerdere stap."
        case Timing.LATER:
            return "op een vraag die pas later komt."
    return ""


def _outcomes_are_at_odds(document: Document) -> Iterator[Problem]:
    for rule in document["rules"]:
        for row in rule.get("outcomes", []):
            outcome = Outcome(row["outcome"])
            is_about_nobody = outcome is Outcome.NOBODY_TO_BEGIN_WITH
            if is_about_nobody and row["partner_types"]:
                yield _about("rules", rule, f"noemt partnertypes bij ‘{outcome.label}’: haal die weg.")
            elif not is_about_nobody and not row["partner_types"]:
                yield _about("rules", rule, f"noemt geen partnertype bij ‘{outcome.label}’: kies er minstens één.")


def _outcomes_decide_on_themselves(document: Document) -> Iterator[Problem]:
    """Points and moves make the outcome; a rule that looks at it may bring in lines alone."""
    for rule in document["rules"]:
        moves = rule["partners"] or rule["tiers"] or rule["known_bonus"] or rule["unknown_tier"]
        if rule.get("outcomes") and moves:
            sentence = "kijkt naar de uitkomst en verandert die ook: zet punten en verplaatsingen in een andere regel."
            yield _about("rules", rule, sentence)


def _reasons_say_nothing(document: Document) -> Iterator[Problem]:
    """The reason of a line must be about that line, and the line must count."""
    for rule in document["rules"]:
        for name, item, row in _line_effects(rule):
            reason = row.get("reason", "").strip()
            if reason and row.get("weight") == 0:
                yield _about("rules", rule, f"geeft een onderbouwing bij {name} '{item}', maar die heeft gewicht 0.")
            if reason and reason.casefold() == rule["reason"].strip().casefold():
                sentence = f"herhaalt bij {name} '{item}' de eigen onderbouwing: zeg waarom juist dit erbij hoort."
                yield _about("rules", rule, sentence)


def _line_effects(rule: RuleRecord) -> Iterator[tuple[str, str, Record]]:
    """What an editor calls each line that a rule brings in, what it refers to, and its row."""
    for name, shape in SCHEMA["rules"].children.items():
        if "reason" in shape.fields:
            field: Any = shape.model._meta.get_field(shape.fields[0])
            for row in map(shape.record, rule[name]):  # type: ignore[literal-required]
                yield str(field.verbose_name), row[field.name], row


def _order_rules_contradict(document: Document) -> Iterator[Problem]:
    """Also where their conditions differ: whether both can hold is not for a document to tell."""
    seen: set[tuple[str, str]] = set()
    for rule in document["order_rules"]:
        seen.add((rule["first"], rule["then"]))
        if (rule["then"], rule["first"]) in seen:
            sentence = f"zet '{rule['first']}' vóór '{rule['then']}', en een andere volgorderegel zet ze andersom."
            yield _about("order_rules", rule, sentence)


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


def _nothing_is_confirmed(document: Document) -> Iterator[Problem]:
    """An address of before says nothing of where it was found: that alone stops nobody."""
    for collection in ("organisations", "tools"):
        for record in records_of(document, collection):
            if record.get("url_is_confirmed") and not record["url"]:
                yield _about(collection, record, "heeft geen webadres om te bevestigen.")


CHECKS: tuple[Callable[[Document], Iterator[Problem]], ...] = (
    _rules_lack_grounds,
    _texts_lack_sources,
    _cited_facts_are_withdrawn,
    _verdicts_are_incomplete,
    _conditions_ask_for_nothing,
    _questions_depend_on_later_ones,
    _options_need_later_ones,
    _outcomes_are_at_odds,
    _outcomes_decide_on_themselves,
    _reasons_say_nothing,
    _order_rules_contradict,
    _questions_lack_options,
    _goals_do_not_match,
    _nothing_is_confirmed,
)


def _all_conditions(document: Document) -> Iterator[tuple[str, Record, ConditionRow]]:
    """Collection, record and row of each condition."""
    for name in ("questions", "rules", "order_rules"):
        for record in records_of(document, name):
            for row in record.get("conditions", []):
                yield name, record, row


def _about(collection: str, record: Record, sentence: str) -> Problem:
    return _named(collection, SCHEMA[collection].identity(record), sentence)


def _named(collection: str, identity: str, sentence: str) -> Problem:
    kind = str(SCHEMA[collection].model._meta.verbose_name).capitalize()
    name = f"{kind} '{identity}'" if identity else kind
    return Problem(f"{name} {sentence}", Key(collection, identity))
