"""Whom a document is for: one of the partner types that the report advises."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from dialoog.report.body.filling import PARTNER, REASON, Filling
from dialoog.report.body.partners import PartnerAdvice
from dialoog.report.body.report import Report

TO_VISITOR = re.compile(r"\b(je|jij|jou|jouw|jullie|you|your|yours)\b", re.IGNORECASE)
"""A sentence that speaks to the company: a partner understands any other better."""


def partners_of(report: Report) -> tuple[PartnerAdvice, ...]:
    """Those to begin with first."""
    first = [opening.partner for opening in report.beginning.openings]
    return (*first, *(partner for partner in report.ranked if partner not in first))


def with_partner(filling: Filling, report: Report, partner: PartnerAdvice | None) -> Filling:
    """What it is called, and why the company thinks of it. Without a reason to tell, there is nothing to say of one."""
    if partner is None:
        return filling
    name = partner.name
    hint = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    filling, reason = filling.with_hint(PARTNER, hint), reason_of(report, partner)
    return filling.with_words(REASON, reason) if reason else filling.without(REASON)


def reason_of(report: Report, partner: PartnerAdvice) -> str:
    """Quoted, as it was not written to the partner. Empty: the advice has none but that the company knows it."""
    reasons = sorted(_reasons(report, partner), key=lambda reason: bool(TO_VISITOR.search(reason)))
    if not reasons:
        return ""
    return _("in de gids van de SER staat over een partij zoals de uwe: “{reason}”").format(reason=reasons[0])


def not_first(report: Report, partner: PartnerAdvice) -> str:
    """Why this is none to begin with, and who is; empty for one that is, or can be."""
    openings = [opening.partner for opening in report.beginning.openings]
    reasons = [str(report.words.of(partner.hurdle))] if partner.hurdle else [why.text for why in partner.later]
    if partner in openings or partner.is_also_possible or not any(reasons):
        return ""
    said = _("Dit is niet de partner om mee te beginnen. {reason}").format(reason=next(filter(None, reasons)))
    names = "; ".join(one.name for one in openings)
    return " ".join(filter(None, (said, _("Begin met: {names}.").format(names=names) if names else "")))


def _reasons(report: Report, partner: PartnerAdvice) -> Iterator[str]:
    """The best first; that the company knows it is none to write."""
    said = [opening.why.text for opening in report.beginning.openings if opening.partner is partner]
    by_weight = sorted(partner.reasons, key=lambda reason: -reason.points)
    known = {reason.text for reason in by_weight if reason.for_knowing}
    said += [reason.text for reason in by_weight if not reason.for_knowing]
    offers = [offer for offer in partner.partner_type.offers if offer.goal in report.goals]
    said += [offer.statement.text for offer in sorted(offers, key=lambda offer: offer.goal is not report.main_goal)]
    return (text for text in said if text and text not in known)
