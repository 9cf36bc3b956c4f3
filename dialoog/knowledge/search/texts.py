"""What can be found of a release: each subject with its texts, the telling ones apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialoog.catalogue.catalogue import (
    Fact,
    Goal,
    Organisation,
    PartnerType,
    PracticeExample,
    Question,
    Statement,
    Tip,
    Tool,
)
from dialoog.knowledge.shelf import Shelf
from dialoog.knowledge.subjects import Kind, Subject

MARKUP = re.compile(r"\*+|^\s*(?:[-#>]|\d+\.)+\s+|\]\([^)]*\)|\[", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    subject: Subject
    headings: str
    """What the source calls it, or what else says in a few words what it is."""
    text: str
    """What stands on its page, without markup."""
    facts: str
    """What the source says, nearer to its words than ours, where its page tells that too."""


def entries_of(shelf: Shelf) -> Iterator[Entry]:
    """In the order of the index. Pages about no single record come by their name alone."""
    for subject in shelf.subjects.values():
        if subject.slug:
            yield _entry(shelf, subject)
        elif subject.kind is not Kind.INDEX:
            yield Entry(subject, "", plain(subject.summary), "")


def _entry(shelf: Shelf, subject: Subject) -> Entry:
    catalogue, slug = shelf.catalogue, subject.slug
    match subject.kind:
        case Kind.GOAL:
            return _of_goal(subject, catalogue.goals[slug])
        case Kind.PARTNER:
            return _of_partner(subject, catalogue.partner_types[slug])
        case Kind.EXAMPLE:
            return _of_example(subject, catalogue.practice_examples[slug])
        case Kind.ORGANISATIONS | Kind.TOOLS:
            records: dict[str, Organisation | Tool] = {**catalogue.organisations, **catalogue.tools}
            return Entry(subject, records[slug].kind, plain(records[slug].statement.text), "")
        case Kind.QUESTIONS:
            return _of_question(subject, catalogue.questions[slug])
        case _:
            return _of_tip(subject, catalogue.tips[slug])


def _of_goal(subject: Subject, goal: Goal) -> Entry:
    """The source has a chapter for each goal, and names it otherwise than we do."""
    own = [fact.chapter for statement in goal.statements for fact in statement.facts]
    return _made(subject, " ".join(dict.fromkeys(own)), [goal.summary], *goal.statements)


def _of_partner(subject: Subject, partner: PartnerType) -> Entry:
    more = (said for said in (partner.asks_in_return, partner.how_to_find) if said)
    offers = (offer.statement for offer in partner.offers)
    return _made(subject, "", [], partner.description, *offers, *partner.watch_outs, *more)


def _of_example(subject: Subject, example: PracticeExample) -> Entry:
    texts = [example.who, example.worked, example.did_not_work]
    return _made(subject, example.where, texts, example.statement, example.lesson)


def _of_tip(subject: Subject, tip: Tip) -> Entry:
    """The source has a heading for each tip."""
    sections = dict.fromkeys(fact.section for fact in tip.statement.facts)
    return Entry(subject, " ".join(sections), plain(tip.statement.text), "")


def _of_question(subject: Subject, question: Question) -> Entry:
    options = [f"{option.label} {option.help}" for option in question.options]
    return Entry(subject, "", plain(" ".join([question.help, question.why, *options])), "")


def _made(subject: Subject, headings: str, texts: Iterable[str], *statements: Statement) -> Entry:
    facts: dict[Fact, None] = {fact: None for said in statements for fact in said.facts}
    text = " ".join([*texts, *(said.text for said in statements)])
    return Entry(subject, headings, plain(text), " ".join(fact.text for fact in facts))


def plain(text: str) -> str:
    """Markdown without its marks, on one line."""
    return " ".join(MARKUP.sub(" ", text).split())
