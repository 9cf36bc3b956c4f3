"""What covers what: rules the goals and partner types, content the facts of the source. Looks at a document alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialoog.catalogue.document import Document, Key
from dialoog.content.document.references import references
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.sentences import Names, effect_sentences
from dialoog.content.models import Fact, Option


@dataclass(frozen=True)
class PartnerPoints:
    """What one rule gives one partner type."""

    rule: str
    weight: int
    only_if_scored: bool

    @property
    def brings_in(self) -> bool:
        """Whether these points alone can put the partner type in an advice."""
        return self.weight > 0 and not self.only_if_scored


@dataclass(frozen=True)
class PartnerRow:
    slug: str
    name: str
    cells: tuple[tuple[PartnerPoints, ...], ...]
    """The points by rules of each goal, in the order of the goals; the last cell is for rules without a goal."""

    @property
    def is_idle(self) -> bool:
        return not any(points.brings_in for cell in self.cells for points in cell)


@dataclass(frozen=True)
class RuleLine:
    """A rule that gives no partner type points, with what it does instead."""

    code: str
    effects: tuple[str, ...]


@dataclass(frozen=True)
class GoalRules:
    slug: str
    name: str
    """Both empty for the rules without a goal."""
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True)
class IdleOption:
    question: str
    question_name: str
    label: str


@dataclass(frozen=True)
class Coverage:
    goals: tuple[tuple[str, str], ...]
    """Slug and name of each goal."""
    rows: tuple[PartnerRow, ...]
    other_rules: tuple[GoalRules, ...]
    """Rules that give no points, by goal; goals without such rules are left out."""
    idle_options: tuple[IdleOption, ...]

    @property
    def idle_partner_types(self) -> tuple[PartnerRow, ...]:
        return tuple(row for row in self.rows if row.is_idle)


@dataclass(frozen=True)
class Citation:
    """A record that points to a fact."""

    key: Key
    kind: str
    """What editors call such a record."""


@dataclass(frozen=True)
class FactUse:
    code: str
    section: str
    text: str
    is_background: bool
    uses: tuple[Citation, ...]

    @property
    def is_missed(self) -> bool:
        """Whether something of the source was left out by mistake."""
        return not self.uses and not self.is_background


@dataclass(frozen=True)
class Chapter:
    name: str
    facts: tuple[FactUse, ...]


def coverage(document: Document) -> Coverage:
    """Which goal is served by which partner types through which rules, and what no rule or question uses."""
    goals = tuple((goal["slug"], goal["name"]) for goal in document["goals"])
    given = _points_by_partner_and_goal(document)
    columns = [*(slug for slug, _name in goals), None]
    rows = tuple(
        PartnerRow(partner["slug"], partner["name"], tuple(tuple(given.get((partner["slug"], c), ())) for c in columns))
        for partner in document["partner_types"]
    )
    return Coverage(goals, rows, tuple(_rules_without_points(document, goals)), tuple(_idle_options(document)))


def fact_uses(document: Document) -> list[Chapter]:
    """Every fact with the records that point to it, by chapter, in the order of the source."""
    uses: dict[str, dict[Citation, None]] = {}
    for code, citation in _citations(document):
        uses.setdefault(code, {})[citation] = None
    chapters: dict[str, list[FactUse]] = {}
    for fact in document["facts"]:
        used = tuple(uses.get(fact["code"], ()))
        line = FactUse(fact["code"], fact["section"], fact["text"], fact["is_background"], used)
        chapters.setdefault(fact["chapter"], []).append(line)
    return [Chapter(name, tuple(facts)) for name, facts in chapters.items()]


def only_unused(chapters: list[Chapter]) -> list[Chapter]:
    """The facts without a use; chapters without such facts are left out."""
    left = [Chapter(chapter.name, tuple(f for f in chapter.facts if not f.uses)) for chapter in chapters]
    return [chapter for chapter in left if chapter.facts]


def _points_by_partner_and_goal(document: Document) -> dict[tuple[str, str | None], list[PartnerPoints]]:
    given: dict[tuple[str, str | None], list[PartnerPoints]] = {}
    for rule in document["rules"]:
        for effect in rule["partners"]:
            points = PartnerPoints(rule["code"], effect["weight"], effect["only_if_scored"])
            given.setdefault((effect["partner_type"], rule["goal"]), []).append(points)
    return given


def _rules_without_points(document: Document, goals: tuple[tuple[str, str], ...]) -> Iterator[GoalRules]:
    names = Names.of(document)
    lines: dict[str | None, list[RuleLine]] = {}
    for rule in document["rules"]:
        if not rule["partners"]:
            lines.setdefault(rule["goal"], []).append(RuleLine(rule["code"], tuple(effect_sentences(names, rule))))
    for slug, name in goals:
        if slug in lines:
            yield GoalRules(slug, name, tuple(lines[slug]))
    if None in lines:
        yield GoalRules("", "", tuple(lines[None]))


def options_not_looked_at(document: Document) -> set[str]:
    """Options that no rule, question or partner type asks about, as `fase.opvolgen`."""
    options = {f"{q['slug']}.{o['slug']}" for q in document["questions"] for o in q["options"]}
    return options - set(_options_looked_at(document))


def _idle_options(document: Document) -> Iterator[IdleOption]:
    """Options that nothing looks at, though nobody said that they change nothing on purpose."""
    unseen = options_not_looked_at(document)
    for question in document["questions"]:
        for option in question["options"]:
            if not option["is_neutral"] and f"{question['slug']}.{option['slug']}" in unseen:
                yield IdleOption(question["slug"], question["name"], option["label"])


def _options_looked_at(document: Document) -> Iterator[str]:
    """By conditions, by partner types that are known through an answer, and by the settings of the advice.

    A row that counts answers looks at none of them: it cannot tell one from another.
    """
    for reference in references(document):
        model, name = reference.target
        if model is Option and reference.collection != "reference_cases":
            yield name
    for settings in document["advice_settings"]:
        yield from (f"{settings['main_goal_question']}.{goal['slug']}" for goal in document["goals"])


def _citations(document: Document) -> Iterator[tuple[str, Citation]]:
    """Pairs of a fact's code and a record that points to it, itself or in a row that belongs to it."""
    for reference in references(document):
        model, code = reference.target
        if model is Fact:
            shape = SCHEMA[reference.collection]
            kind = str(shape.model._meta.verbose_name)
            yield code, Citation(Key(reference.collection, shape.identity(reference.owner)), kind)
