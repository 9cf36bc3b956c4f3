"""Partner types in full. A sentence stands once: what several have in common stands with the group."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialoog.catalogue.catalogue import Goal, Offer, Statement
from dialoog.report.body.beginning import Opening
from dialoog.report.body.partners import PartnerAdvice
from dialoog.report.body.reasons import Reason

SHARED_SHOWN = 5
"""Reasons of a group in view; with many goals there are more than one reads."""


@dataclass(frozen=True)
class SharedReason:
    reason: Reason
    partners: tuple[PartnerAdvice, ...]


@dataclass(frozen=True)
class Card:
    """A partner type with what is said of it here, and of no other one, and not before."""

    partner: PartnerAdvice
    reasons: tuple[Reason, ...]
    offers: tuple[Offer, ...]
    """For the chosen goals, in their order."""

    @property
    def first_words(self) -> Reason | Statement | None:
        """What it is in one sentence for, where there is no room for more."""
        said: list[Reason | Statement] = [reason for reason in self.reasons if reason.text and not reason.for_knowing]
        return next(iter([*said, *(offer.statement for offer in self.offers)]), None)

    @property
    def statements(self) -> tuple[Statement, ...]:
        partner = self.partner.partner_type
        said = (partner.description, *(offer.statement for offer in self.offers), *partner.watch_outs)
        return (*said, *filter(None, (partner.asks_in_return, partner.how_to_find)))


def shared_reasons(ranked: Iterable[PartnerAdvice], openings: Iterable[Opening]) -> tuple[SharedReason, ...]:
    """Those of more than one of the ranked partner types, but for what the beginning has said."""
    said = {opening.why.text for opening in openings}
    first: dict[str, Reason] = {}
    groups: dict[str, list[PartnerAdvice]] = {}
    for partner in ranked:
        for reason in partner.reasons:
            if reason.text and reason.text not in said:
                first.setdefault(reason.text, reason)
                groups.setdefault(reason.text, []).append(partner)
    return tuple(SharedReason(first[text], tuple(group)) for text, group in groups.items() if len(group) > 1)


def cards(
    partners: Iterable[PartnerAdvice],
    goals: Iterable[Goal],
    shared: Iterable[SharedReason],
    openings: Iterable[Opening],
) -> Iterator[Card]:
    said = {shared_reason.reason.text for shared_reason in shared} | {opening.why.text for opening in openings}
    chosen = set(goals)
    for partner in partners:
        yield Card(
            partner,
            reasons=tuple(reason for reason in partner.reasons if reason.text not in said),
            offers=tuple(
                offer
                for offer in partner.partner_type.offers
                if offer.goal in chosen and offer.statement.text not in said
            ),
        )
