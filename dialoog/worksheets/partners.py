"""Whom a document is for: one of the partner types that the report advises."""

import re
from collections.abc import Iterator

from dialoog.report.body.filling import PARTNER, REASON, Filling
from dialoog.report.body.partners import PartnerAdvice
from dialoog.report.body.report import Report

TO_VISITOR = re.compile(r"\b(je|jij|jou|jouw|jullie|you|your|yours)\b", re.IGNORECASE)
"""A sentence that speaks to the company is none to write to its partner."""


def partners_of(report: Report) -> tuple[PartnerAdvice, ...]:
    """Those to begin with first."""
    first = [opening.partner for opening in report.beginning.openings]
    return (*first, *(partner for partner in report.ranked if partner not in first))


def with_partner(filling: Filling, report: Report, partner: PartnerAdvice | None) -> Filling:
    """What it is called, and why the company thinks of it."""
    if partner is None:
        return filling
    name = partner.name
    hint = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    return filling.with_hint(PARTNER, hint).with_words(REASON, next(_reasons(report, partner), ""))


def _reasons(report: Report, partner: PartnerAdvice) -> Iterator[str]:
    """That a partner can read, the best first."""
    said = [opening.why.text for opening in report.beginning.openings if opening.partner is partner]
    by_weight = sorted(partner.reasons, key=lambda reason: -reason.points)
    said += [reason.text for reason in by_weight if not reason.for_knowing]
    said += [offer.statement.text for offer in partner.partner_type.offers if offer.goal is report.main_goal]
    return (text for text in said if text and not TO_VISITOR.search(text))
