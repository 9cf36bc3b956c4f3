"""Sets of answers whose advice may break an invariant because of the content: those are looked at one by one.

Each function here says of one invariant where the content could break it, rather once too often than too seldom. What
no content can break, only a mistake in the engine, is looked at in the sets that are looked at anyway and in a part
of the others; `make check-advice` looks at every one.
"""

from collections.abc import Iterable, Iterator
from itertools import permutations

from dialoog.advice.kinds import LINE_KINDS
from dialoog.advice.many.answered import Answered
from dialoog.advice.many.columns import Column, any_of, numbers
from dialoog.advice.many.scored import Scored, Standing
from dialoog.catalogue.answers import Chosen
from dialoog.catalogue.catalogue import Catalogue, Question, Rule
from dialoog.catalogue.vocabulary import Tier
from dialoog.editorial.trials.contradictions import SPEAKING, partner_statements, speaking_of_it
from dialoog.editorial.trials.many.tried import Tried


def suspects(tried: Tried) -> Column:
    """The sets to look at one by one."""
    words = any_of(_words(tried)) & ~tried.answered.option(tried.catalogue.settings.buying)
    has_word = words if tried.catalogue.settings.buying else 0
    return tried.sound & (has_word | _entangled(tried) | _no_way_out(tried) | _repeated(tried))


def _words(tried: Tried) -> Iterator[Column]:
    """Where a visitor may read of a supplier."""
    found = speaking_of_it(tried.catalogue)
    for kind in SPEAKING:
        for item, column in tried.brought[kind].items():
            if item in found or item.statement in found:
                yield column
        for rule, column in tried.fires.items():
            if any(effect.reason in found for effect in getattr(rule, kind.name)):
                yield column
    for signpost in tried.catalogue.signposts:
        if signpost.statement in found:
            yield tried.standings[signpost.partner_type].known & tried.standings[signpost.leads_to].ranked
    for rule, column in tried.scored.fired.items():
        if rule.reason in found:
            yield column & any_of(map(_shown, _about(tried, rule)))
    for order, column in tried.scored.order_rules:
        if order.reason in found:
            yield column
    yield from _words_at_partners(tried)
    yield from _words_in_options(tried)


def _words_at_partners(tried: Tried) -> Iterator[Column]:
    found = speaking_of_it(tried.catalogue)
    goals = tried.catalogue.questions[tried.catalogue.settings.goals_question]
    bits = {option.slug: option.bit for option in goals.options}
    for partner, standing in tried.standings.items():
        shown = _shown(standing)
        if partner in found or not found.isdisjoint(partner_statements(partner)):
            yield shown
        for offer in partner.offers:
            if offer.statement in found:
                yield shown & tried.answered.option(bits.get(offer.goal.slug, 0))


def _words_in_options(tried: Tried) -> Iterator[Column]:
    found = speaking_of_it(tried.catalogue)
    for question in tried.catalogue.questions.values():
        for option in question.options:
            if option in found and option.bit != tried.catalogue.settings.buying:
                offered = tried.answered.option(option.needs) if option.needs else tried.sound
                yield offered & tried.answered.asked[question.slug]


def _shown(standing: Standing) -> Column:
    """Where the report has a card of it: of who is advised against it says nothing more."""
    return standing.listed & ~standing.tiers[Tier.DISCOURAGED]


def _about(tried: Tried, rule: Rule) -> Iterable[Standing]:
    """Beside which partner types the reason of a rule may stand."""
    if rule.known_bonus or rule.unknown_tier:
        return tried.standings.values()
    named = (*rule.partners, *rule.partners_if_scored, *rule.tiers)
    return [tried.standings[partner] for partner, _value in named]


def _entangled(tried: Tried) -> Column:
    """Where what one order rule puts last, another puts first: alone or side by side they cannot break each other."""
    pairs = permutations(tried.scored.order_rules, 2)
    return any_of(column & other for (one, column), (two, other) in pairs if one.then is two.first)


def _repeated(tried: Tried) -> Column:
    """Where a line has the reason of its rule."""
    return any_of(column for rule, column in tried.fires.items() if _repeats_itself(rule))


def _repeats_itself(rule: Rule) -> bool:
    own = rule.reason.text.strip().casefold()
    effects = (effect for kind in LINE_KINDS for effect in getattr(rule, kind.name))
    return any(effect.reason and effect.reason.text.strip().casefold() == own for effect in effects)


def _no_way_out(tried: Tried) -> Column:
    """Where one can begin with nobody, and time is not the reason, or nothing else is to be done."""
    settings, answered = tried.catalogue.settings, tried.answered
    runs_badly = answered.option(settings.bad_cooperation)
    stands = any_of(s.fitting & s.known & s.tiers[Tier.FIRST] for s in tried.standings.values()) & runs_badly
    stuck = tried.sound & ~tried.able & ~stands
    signposted = any_of(
        tried.standings[s.partner_type].known
        & ~tried.standings[s.partner_type].able
        & tried.standings[s.leads_to].fitting
        & ~tried.standings[s.leads_to].known
        for s in tried.catalogue.signposts
    )
    fitting = any_of(standing.fitting for standing in tried.standings.values())
    has_time = stuck & ~answered.option(settings.little_time)
    lost = stuck & ~(signposted & ~runs_badly) & ~has_time
    return has_time | (lost & ~fitting) | _lost_with_more_time(tried, lost & fitting)


def _lost_with_more_time(tried: Tried, lost: Column) -> Column:
    """Of these, where more time would not help either, or would bring other questions."""
    places = list(numbers(lost))
    question = _of_time(tried.catalogue)
    if not places or question is None:
        return lost
    other = next(o for o in question.options if not o.bit & tried.catalogue.settings.little_time)
    sets: list[Chosen] = [{**tried.sets[place], question.slug: (other.slug,)} for place in places]
    answered = Answered.of(tried.catalogue, sets)
    able = any_of(standing.able for standing in Scored(tried.catalogue, answered).standings.values())
    now = Answered.of(tried.catalogue, [tried.sets[place] for place in places])
    is_other = any_of(answered.asked[slug] ^ now.asked[slug] for slug in now.asked)
    helped = set(numbers(able & answered.sound & ~is_other))
    return any_of(1 << place for number, place in enumerate(places) if number not in helped)


def _of_time(catalogue: Catalogue) -> Question | None:
    little = catalogue.settings.little_time
    return next((q for q in catalogue.questions.values() if any(o.bit & little for o in q.options)), None)
