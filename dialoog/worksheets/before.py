"""What the advice says to do before a partner is turned to: steps of the plan, as far as they bear on that."""

from collections.abc import Iterator

from dialoog.catalogue.catalogue import Action, DocumentTemplate, Fact, Statement
from dialoog.catalogue.vocabulary import Moment, SheetForm
from dialoog.report.body.lines import LineAdvice
from dialoog.report.body.partners import PartnerAdvice
from dialoog.report.body.reasons import Reason
from dialoog.report.body.report import Report
from dialoog.report.body.sources import facts_of
from dialoog.worksheets.tasks import Noted, open_actions

TO_PARTNER = frozenset({SheetForm.MAIL, SheetForm.AGREEMENT, SheetForm.QUESTIONS})
"""What a partner gets to see."""
MOST = 4
"""Steps in view: more is a plan, and that has a page of its own."""


def before_contact(
    report: Report, partner: PartnerAdvice | None, template: DocumentTemplate, noted: Noted
) -> tuple[LineAdvice, ...]:
    """What is not done yet; what bears on the partner stands before what bears on the document."""
    if template.form not in TO_PARTNER:
        return ()
    of_partner, of_document = set(facts_of(_said_of(report, partner))), set(facts_of(template.lines))
    found = list(open_actions(report, noted))
    with_partner = [line for line in found if _leads_to(partner, line.item) and _bears_on(of_partner, line.item)]
    others = [line for line in found if _prepares(line.item) and _bears_on(of_document, line.item)]
    return (*with_partner, *(line for line in others if line not in with_partner))[:MOST]


def _bears_on(places: set[Fact], action: Action) -> bool:
    """Rests on a place in the source on which the other rests too: then both are about the same thing."""
    return not places.isdisjoint(action.statement.facts)


def _prepares(action: Action) -> bool:
    return action.moment is Moment.PREPARE


def _leads_to(partner: PartnerAdvice | None, action: Action) -> bool:
    """Is done before there is contact, or with others on the way to it."""
    if partner is None or partner.partner_type in action.partner_types:
        return False
    return _prepares(action) or (action.moment is Moment.APPROACH and bool(action.partner_types))


def _said_of(report: Report, partner: PartnerAdvice | None) -> Iterator[Statement | Reason | None]:
    if partner:
        kind = partner.partner_type
        yield from (*partner.reasons, *partner.later, *kind.watch_outs, kind.asks_in_return, kind.how_to_find)
        yield from (offer.statement for offer in kind.offers if offer.goal in report.goals)
