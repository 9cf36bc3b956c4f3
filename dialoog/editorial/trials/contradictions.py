"""Lines of one advice that cannot both be true, or that speak of what the visitor does not have."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

from django.utils.translation import gettext as _

from dialoog.advice.advice import Advised
from dialoog.advice.kinds import ACTIONS, CAUTIONS, LINE_KINDS, ORGANISATIONS, TIPS, TOOLS
from dialoog.catalogue.catalogue import Catalogue, OutcomeCondition, PartnerType, Rule, Statement
from dialoog.catalogue.document import Key
from dialoog.catalogue.vocabulary import RANKED_TIERS, Outcome, Tier
from dialoog.editorial.trials.examined import Examined
from dialoog.editorial.trials.naming import called
from dialoog.editorial.trials.violations import Invariant, Violation

WORD = "leverancier"
"""Who buys nothing has none. Also in compounds."""

SPEAKING = (CAUTIONS, ACTIONS, TIPS, TOOLS, ORGANISATIONS)
"""What speaks to the visitor. Practice examples tell what others did, and may name theirs: left out on purpose."""


def contradictions(examined: Examined) -> Iterator[Violation]:
    yield from _actions_without_anybody(examined)
    yield from _outcomes_that_are_not_so(examined)
    settings, mask = examined.catalogue.settings, examined.advice.answers.mask
    if settings.buying and not mask & settings.buying:
        yield from _words_in_lines(examined)
        yield from _words_at_partners(examined)
        yield from _words_in_options(examined)


def _actions_without_anybody(examined: Examined) -> Iterator[Violation]:
    if examined.is_short and not examined.able:
        for line in examined.advice.actions:
            if line.item.needs_time and not line.needs_more_time:
                sentence = _("%s is een stap voor nu, maar vraagt om een partner en er is niemand om mee te beginnen.")
                yield _violation(sentence % called(ACTIONS, line.item), Key(ACTIONS.collection, line.item.slug))


def _outcomes_that_are_not_so(examined: Examined) -> Iterator[Violation]:
    links = chain.from_iterable(line.links for kind in LINE_KINDS for line in examined.advice.lines[kind])
    firings = chain(examined.advice.firings, (link.firing for link in links))
    for rule in {firing.rule for firing in firings if firing.rule.outcomes}:
        if not all(any(_holds(examined, row) for row in group) for group in rule.outcomes):
            sentence = _("%s geldt, maar de uitkomst is niet zo als die regel vraagt.") % rule.code
            yield _violation(sentence, Key("rules", rule.code))


def _holds(examined: Examined, row: OutcomeCondition) -> bool:
    ranking = examined.advice.ranking
    match row.outcome:
        case Outcome.NOBODY_TO_BEGIN_WITH:
            is_so = not examined.able
        case Outcome.CAN_BEGIN_WITH:
            is_so = any(a.partner_type in row.partner_types for a in examined.able)
        case Outcome.LISTED:
            is_so = any(a.partner_type in row.partner_types for a in ranking if a.tier in RANKED_TIERS)
        case _:
            is_so = any(partner.known_via & examined.advice.answers.mask for partner in row.partner_types)
    return is_so is not row.is_absent


def _words_in_lines(examined: Examined) -> Iterator[Violation]:
    found = speaking_of_it(examined.catalogue)
    for kind in SPEAKING:
        for line in examined.advice.lines[kind]:
            if line.item in found or line.item.statement in found:
                yield _word(called(kind, line.item), Key(kind.collection, line.item.slug))
            for link in line.links:
                if link.reason in found:
                    name = _("De onderbouwing bij %(line)s in %(code)s") % {
                        "line": called(kind, line.item),
                        "code": link.firing.rule.code,
                    }
                    yield _word(name, Key("rules", link.firing.rule.code))
    for signpost in examined.advice.signposts:
        if signpost.statement in found:
            pair = {"one": signpost.partner_type.name, "other": signpost.leads_to.name}
            key = Key("signposts", f"{signpost.partner_type.slug} + {signpost.leads_to.slug}")
            yield _word(_("De wegwijzer van ‘%(one)s’ naar ‘%(other)s’") % pair, key)


def _words_at_partners(examined: Examined) -> Iterator[Violation]:
    """Of somebody who is advised against, the advice says that there is none."""
    found = speaking_of_it(examined.catalogue)
    goals = {examined.catalogue.goals[slug] for slug in _goals(examined)}
    for a in (a for a in examined.advice.ranking if a.tier is not Tier.DISCOURAGED):
        partner = a.partner_type
        offers = [offer.statement for offer in partner.offers if offer.goal in goals]
        if partner in found or not found.isdisjoint([*partner_statements(partner), *offers]):
            yield _word(_("Partnertype ‘%s’") % partner.name, Key("partner_types", partner.slug))
        for rule in _rules_of(a):
            if rule.reason in found:
                values = {"code": rule.code, "name": partner.name}
                yield _word(_("De onderbouwing van %(code)s bij ‘%(name)s’") % values, Key("rules", rule.code))
        for order in a.held_back:
            if order.reason in found:
                pair = {"one": order.first.name, "other": order.then.name}
                key = Key("order_rules", f"{order.first.slug} + {order.then.slug}")
                yield _word(_("De onderbouwing van de volgorde ‘%(one)s’, ‘%(other)s’") % pair, key)


def _words_in_options(examined: Examined) -> Iterator[Violation]:
    """Of questions that are asked, and of those the options on offer: what is not chosen is read as well."""
    found, answers = speaking_of_it(examined.catalogue), examined.advice.answers
    buying = examined.catalogue.settings.buying
    for slug in answers.chosen:
        question = examined.catalogue.questions[slug]
        taken = answers.chosen.get(question.options_from, ())
        for option in question.options:
            is_offered = not option.needs or option.needs & answers.mask
            is_taken = not question.options_from or option.slug in taken
            if option in found and is_offered and is_taken and option.bit != buying:
                yield _word(_("Antwoord ‘%s’") % option.label, Key("questions", slug))


def _goals(examined: Examined) -> tuple[str, ...]:
    return examined.advice.answers.chosen[examined.catalogue.settings.goals_question]


def _rules_of(a: Advised) -> set[Rule]:
    """Those that gave it points or moved it, whose reasons stand beside it."""
    return {given.firing.rule for given in a.points} | {move.firing.rule for move in a.moves}


@lru_cache(maxsize=2)
def speaking_of_it(catalogue: Catalogue) -> frozenset[Any]:
    """Statements, and records by their names, that have the word. Once for thousands of advices."""
    lines = [(kind, item) for kind in SPEAKING for item in getattr(catalogue, kind.collection).values()]
    options = [option for question in catalogue.questions.values() for option in question.options]
    named = [
        *((item, getattr(item, kind.title)) for kind, item in lines if kind.title),
        *((partner, partner.name) for partner in catalogue.partner_types.values()),
        *((option, f"{option.heading} {option.label} {option.help}") for option in options),
        *((statement, statement.text) for statement in _all_statements(catalogue)),
    ]
    return frozenset(record for record, text in named if WORD in text.casefold())


def _all_statements(catalogue: Catalogue) -> Iterator[Statement]:
    for kind in SPEAKING:
        yield from (item.statement for item in getattr(catalogue, kind.collection).values())
    for partner in catalogue.partner_types.values():
        yield from partner_statements(partner)
        yield from (offer.statement for offer in partner.offers)
    for rule in catalogue.rules:
        yield rule.reason
        yield from (effect.reason for kind in SPEAKING for effect in getattr(rule, kind.name) if effect.reason)
    yield from (signpost.statement for signpost in catalogue.signposts)
    yield from (order.reason for order in catalogue.order_rules if order.reason)


def partner_statements(partner: PartnerType) -> list[Statement]:
    """All that its card says, but what it does for a goal."""
    found = [partner.description, *partner.watch_outs, partner.asks_in_return, partner.how_to_find]
    return [statement for statement in found if statement]


def _word(name: str, key: Key) -> Violation:
    sentence = _("%(name)s noemt een %(word)s, ook bij wie niets inkoopt.")
    return _violation(sentence % {"name": name, "word": WORD}, key)


def _violation(sentence: str, key: Key) -> Violation:
    return Violation(Invariant.CONTRADICTION, sentence, key)
