"""With whom to begin and why, in a sentence of its own for each; or why with nobody now, and how to come further."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from dialoog.advice.advice import Obstacle
from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.catalogue import Catalogue, Goal, PageText, PartnerType, Signpost, Statement
from dialoog.report.body.partners import PartnerAdvice, Partners
from dialoog.report.body.reasons import Reason, as_reason

_NO_START = {
    Obstacle.TIME: (
        _("Nu nog niemand om mee te beginnen"),
        _("Wie bij je doel past, ken je nog niet. Een goede band opbouwen kost tijd, en die heb je nu weinig."),
    ),
    Obstacle.COOPERATION: (
        _("Werk eerst aan de samenwerking"),
        _(
            "Wie bij je doel past, ken je al, maar de samenwerking loopt stroef. "
            "Bespreek eerst samen hoe het beter kan."
        ),
    ),
    Obstacle.OTHER: (
        _("Nu nog niemand om mee te beginnen"),
        _("Met deze partners werk je beter pas later samen. Bij elke partner lees je waarom."),
    ),
}
"""What is said where the content has no page text `report_no_start_…`, like content from before that."""


@dataclass(frozen=True)
class Opening:
    """A partner type to begin with, and the one sentence that says why."""

    partner: PartnerAdvice
    why: Reason


@dataclass(frozen=True)
class Way:
    """What to ask somebody who is known, and to whom that leads."""

    statement: Statement
    leads_to: PartnerAdvice


@dataclass(frozen=True)
class Beginning:
    """With whom to begin, or how to come that far."""

    openings: tuple[Opening, ...]
    no_start: PageText
    """Why there are none, for where there are none."""
    ways: tuple[Way, ...]
    more_time: tuple[tuple[PartnerType, PartnerAdvice | None], ...]
    """With whom one would begin with more time; without a place in this report for one that is not in it."""


def beginning(catalogue: Catalogue, conclusion: Conclusion, partners: Partners) -> Beginning:
    advice = conclusion.advice
    start = partners.of(advice.start)
    if not advice.names_start:
        start = partners.ranked[: catalogue.settings.top_block]
    ways = [way for way in advice.signposts if way.leads_to in partners.by_type]
    return Beginning(
        openings=tuple(_openings(start, catalogue.goals[advice.answers.main_goal], partners.ranked)),
        no_start=_no_start(catalogue, advice.obstacle or Obstacle.OTHER),
        ways=tuple(_way(signpost, partners) for signpost in ways),
        more_time=tuple((partner, partners.by_type.get(partner)) for partner in conclusion.more_time),
    )


def _openings(
    start: tuple[PartnerAdvice, ...], main_goal: Goal, ranked: tuple[PartnerAdvice, ...]
) -> Iterator[Opening]:
    said_of = Counter(text for partner in ranked for text in {reason.text for reason in partner.reasons})
    said: set[str] = set()
    for partner in start:
        possible = list(_sentences(partner, main_goal, said_of))
        why = next((reason for reason in possible if reason.text not in said), possible[0])
        said.add(why.text)
        yield Opening(partner, why)


def _sentences(partner: PartnerAdvice, main_goal: Goal, said_of: Counter[str]) -> list[Reason]:
    """The best first: a reason that weighs most and is nobody else's, then what it offers for the main goal.

    Being known is a reason only for want of another.
    """
    about_goal = [reason for reason in partner.reasons if reason.text and not reason.for_knowing]
    by_weight = sorted(about_goal or partner.reasons, key=lambda reason: -reason.points)
    own = [reason for reason in by_weight if said_of[reason.text] == 1]
    strongest = [reason for reason in own if reason.points == by_weight[0].points]
    offers = [as_reason(o.statement) for o in partner.partner_type.offers if o.goal is main_goal]
    return [*strongest, *offers, *own, *by_weight, as_reason(partner.partner_type.description)]


def _no_start(catalogue: Catalogue, obstacle: Obstacle) -> PageText:
    said, (title, text) = catalogue.page_text(f"report_no_start_{obstacle}"), _NO_START[obstacle]
    return PageText(said.title or str(title), said.text or str(text))


def _way(signpost: Signpost, partners: Partners) -> Way:
    return Way(signpost.statement, partners.by_type[signpost.leads_to])
