"""Reference cases: whether the advice still holds what experts say it must."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialoog.advice import Advice, advise
from dialoog.advice.kinds import ACTIONS, EXAMPLES, LINE_KINDS, LineKind
from dialoog.catalogue.answers import Answers, AnswersError, Chosen, asked_questions, offered_options
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.document import Document, Record, ReferenceCaseRecord, chosen_in
from dialoog.catalogue.vocabulary import Tier
from dialoog.content.document.sentences import Names, shortened

MOST_COMPLETED = 200
"""Ways to complete a case; two new questions of ten answers stay below it."""


@dataclass(frozen=True)
class CaseResult:
    code: str
    title: str
    chosen: Chosen
    broken: tuple[str, ...]
    """What does not hold, a sentence for each; empty for a case that holds."""

    @property
    def holds(self) -> bool:
        return not self.broken


def run_cases(document: Document, catalogue: Catalogue) -> list[CaseResult]:
    """Every reference case on the advice of a catalogue, in order."""
    names = Names.of(document)
    return [_run(names, catalogue, case) for case in document["reference_cases"]]


def _run(names: Names, catalogue: Catalogue, case: ReferenceCaseRecord) -> CaseResult:
    """The first way to complete the answers in which something does not hold decides."""
    chosen = chosen_in(case)
    broken: tuple[str, ...] = ()
    try:
        for answers in _completed(catalogue, chosen):
            broken = broken or tuple(_broken(names, case, advise(catalogue, answers)))
    except AnswersError as error:
        broken = (_("De antwoorden kunnen zo niet gegeven worden. %s") % error,)
    return CaseResult(case["code"], case["title"], chosen, broken)


def _completed(catalogue: Catalogue, chosen: Chosen) -> Iterator[Answers]:
    """A question that is newer than the case has no answer in it: the case must hold whatever the answer is.

    Raises AnswersError for answers that are there and cannot be given.
    """
    unfinished = [chosen]
    for _number in range(MOST_COMPLETED):
        if not unfinished:
            return
        now = unfinished.pop()
        missing = [q for q in asked_questions(catalogue, now) if q.slug not in now]
        if not missing:
            yield Answers.from_chosen(catalogue, now)
        else:
            offered = offered_options(catalogue, missing[0], now)
            unfinished += [{**now, missing[0].slug: (option.slug,)} for option in offered]


def _broken(names: Names, case: ReferenceCaseRecord, advice: Advice) -> Iterator[str]:
    ranked = [advised.partner_type.slug for advised in advice.ranked]
    listed = [advised.partner_type.slug for advised in advice.ranking]
    if case["first"] and ranked[:1] != [case["first"]]:
        yield _("‘%(name)s’ staat niet op plaats 1.") % {"name": names["partner_types", case["first"]]}
    yield from _beginning(names, case, advice)
    yield from _partners(names, case, ranked, listed)
    yield from _order(names, case, listed)
    yield from _tiers(names, case, advice)
    yield from _lines(names, case, advice)
    yield from _later_actions(names, case, advice)
    yield from _first_example(names, case, advice)


def _beginning(names: Names, case: Record, advice: Advice) -> Iterator[str]:
    """Who must be in the beginning is named in it; with whom one cannot begin is not told of either further down."""
    start = [advised.partner_type.slug for advised in advice.start]
    able = [advised.partner_type.slug for advised in advice.ranking if advised.can_begin]
    for slug in case.get("start", []):
        if slug not in start:
            yield _("Je kunt niet beginnen met ‘%(name)s’.") % {"name": names["partner_types", slug]}
    for slug in case.get("not_start", []):
        if slug in able:
            yield _("Je kunt wel beginnen met ‘%(name)s’.") % {"name": names["partner_types", slug]}
    if case.get("has_no_start") and start:
        called = ", ".join(f"‘{names['partner_types', slug]}’" for slug in start)
        yield _("Er is wel iemand om mee te beginnen: %(names)s.") % {"names": called}


def _partners(names: Names, case: Record, ranked: list[str], listed: list[str]) -> Iterator[str]:
    places = (
        ("top3", ranked[:3], _("bij de eerste drie")),
        ("top5", ranked[:5], _("bij de eerste vijf")),
        ("listed", listed, _("in het advies")),
    )
    for field, found, place in places:
        for slug in case[field]:
            if slug not in found:
                yield _("‘%(name)s’ staat niet %(place)s.") % {"name": names["partner_types", slug], "place": place}
        for slug in case[f"not_{field}"]:
            if slug in found:
                yield _("‘%(name)s’ staat wel %(place)s.") % {"name": names["partner_types", slug], "place": place}


def _order(names: Names, case: ReferenceCaseRecord, listed: list[str]) -> Iterator[str]:
    for row in case["orders"]:
        pair = [row["before"], row["after"]]
        if [slug for slug in listed if slug in pair] != pair:
            before, after = (names["partner_types", slug] for slug in pair)
            yield _("‘%(before)s’ staat niet vóór ‘%(after)s’.") % {"before": before, "after": after}


def _tiers(names: Names, case: ReferenceCaseRecord, advice: Advice) -> Iterator[str]:
    tiers = {advised.partner_type.slug: advised.tier for advised in advice.ranking}
    for row in case["tiers"]:
        if tiers.get(row["partner_type"]) != row["tier"]:
            name = names["partner_types", row["partner_type"]]
            yield _("‘%(name)s’ staat niet bij ‘%(tier)s’.") % {"name": name, "tier": Tier(row["tier"]).label}


def _lines(names: Names, case: Record, advice: Advice) -> Iterator[str]:
    """Of a kind that a case says nothing about, anything goes."""
    for kind in LINE_KINDS:
        slugs = advice.slugs(kind)
        for slug in case.get(kind.name, []):
            if slug not in slugs:
                yield _("%(kind)s ‘%(name)s’ ontbreekt.") % _named(names, kind, slug)
        for slug in case.get(f"not_{kind.name}", []):
            if slug in slugs:
                yield _("%(kind)s ‘%(name)s’ staat er wel.") % _named(names, kind, slug)


def _later_actions(names: Names, case: Record, advice: Advice) -> Iterator[str]:
    later = [line.item.slug for line in advice.later_actions]
    for slug in case.get("later_actions", []):
        if slug not in later:
            yield _("%(kind)s ‘%(name)s’ staat niet bij wat meer tijd vraagt.") % _named(names, ACTIONS, slug)


def _named(names: Names, kind: LineKind, slug: str) -> dict[str, str]:
    return {"kind": kind.singular, "name": shortened(names[kind.collection, slug])}


def _first_example(names: Names, case: ReferenceCaseRecord, advice: Advice) -> Iterator[str]:
    if case["first_example"] and advice.slugs(EXAMPLES)[:1] != [case["first_example"]]:
        name = names[EXAMPLES.collection, case["first_example"]]
        yield _("‘%(name)s’ is niet het eerste praktijkvoorbeeld.") % {"name": name}
