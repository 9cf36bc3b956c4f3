"""Whom a document is for: one of the partner types that the report advises."""

import re

from django.utils.translation import gettext as _

from dialoog.catalogue.catalogue import Statement
from dialoog.catalogue.vocabulary import Basis
from dialoog.report.body.filling import MEET_OR_GO_ON, PARTNER, REASON, WHO_WE_ARE, Filling
from dialoog.report.body.partners import PartnerAdvice
from dialoog.report.body.report import Report

TO_VISITOR = re.compile(r"\b(je|jij|jou|jouw|jullie|you|your|yours)\b", re.IGNORECASE)
"""A sentence that speaks to the company: a partner understands any other better."""
FROM_SOURCE = (Basis.ADVICE, Basis.EXAMPLE)
"""What the guide infers or adds is none of what a partner can look up."""


def partners_of(report: Report) -> tuple[PartnerAdvice, ...]:
    """Those to begin with first."""
    first = [opening.partner for opening in report.beginning.openings]
    return (*first, *(partner for partner in report.ranked if partner not in first))


def with_partner(filling: Filling, report: Report, partner: PartnerAdvice | None) -> Filling:
    """What it is called, whether it knows the company, and why that thinks of it.

    Without a reason to tell, there is nothing to say of one.
    """
    if partner is None:
        return filling
    name = partner.name
    hint = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    filling, why = filling.with_hint(PARTNER, hint), why_of(report, partner)
    for place in (WHO_WE_ARE, MEET_OR_GO_ON):
        filling = filling.with_choice(place, not partner.is_known, partner.is_known)
    return filling.with_words(REASON, _quoted(why)) if why else filling.without(REASON)


def why_of(report: Report, partner: PartnerAdvice) -> Statement | None:
    """What the source says of such a partner, for a goal of the company.

    The reasons of the advice are none to write: they rest on the answers of the company, and are often about itself.
    """
    offers = [offer for offer in partner.partner_type.offers if offer.goal in report.goals]
    offers.sort(key=lambda offer: (bool(TO_VISITOR.search(offer.statement.text)), offer.goal is not report.main_goal))
    said = (offer.statement for offer in offers)
    return next((statement for statement in said if statement.basis in FROM_SOURCE), None)


def if_known(partner: PartnerAdvice) -> str:
    """What the letter takes for granted; empty for a partner that the company does not know."""
    if not partner.is_known:
        return ""
    return _("Je kent al zo’n partij, en de mail is aan haar. Schrijf je aan een andere? Begin dan met kennismaken.")


def not_first(report: Report, partner: PartnerAdvice) -> str:
    """Why this is none to begin with, and who is; empty for one that is, or can be."""
    openings = [opening.partner for opening in report.beginning.openings]
    reasons = [str(report.words.of(partner.hurdle))] if partner.hurdle else [why.text for why in partner.later]
    if partner in openings or partner.is_also_possible or not any(reasons):
        return ""
    said = _("Dit is niet de partner om mee te beginnen. {reason}").format(reason=next(filter(None, reasons)))
    names = "; ".join(one.name for one in openings)
    return " ".join(filter(None, (said, _("Begin met: {names}.").format(names=names) if names else "")))


def _quoted(why: Statement) -> str:
    """It was not written to the partner, which may well see itself otherwise."""
    said = _(
        "in het advies dat wij kregen, op basis van een gids van de SER, lazen we over een partij zoals de uwe: "
        "“{reason}” We horen graag hoe u dat zelf ziet."
    )
    return said.format(reason=why.text)
