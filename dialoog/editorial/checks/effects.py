"""Checks that try the advice out: which rules, options and content make a difference to anybody."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import Any, Self

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialoog.advice import advise
from dialoog.advice.kinds import ACTIONS, CAUTIONS, EXAMPLES, KINDS, ORGANISATIONS, PARTNER_TYPES, TOOLS, LineKind
from dialoog.advice.many.columns import Column, any_of, numbers
from dialoog.catalogue.answers import Answers, Chosen
from dialoog.catalogue.catalogue import Catalogue, Option, Question, Rule
from dialoog.catalogue.document import Key
from dialoog.content.document.sentences import Names, shortened
from dialoog.editorial.checks.findings import Finding, FindingKind
from dialoog.editorial.frame.links import to_text
from dialoog.editorial.trials.invariants import violations_of_content
from dialoog.editorial.trials.logic import Possibilities
from dialoog.editorial.trials.many.best import best_of
from dialoog.editorial.trials.many.suspects import suspects
from dialoog.editorial.trials.many.tried import Tried
from dialoog.editorial.trials.outcomes import Outcome
from dialoog.editorial.trials.samples import Samples, answers_in
from dialoog.editorial.trials.tally import Tally
from dialoog.editorial.trials.violations import Invariant

ENOUGH = 3
"""Partner types that a visitor can choose from."""

TRIES = 100
"""Answer sets on which an option or a rule may show that it matters."""

LOOKED_AT = 250
"""Random sets that are looked at one by one, beside those of which the columns say that something may be wrong."""

STRIDE = 100
"""Answer sets between two reports of progress."""

REACHED = (*(kind for kind in KINDS if kind is not EXAMPLES), EXAMPLES)
"""What somebody should get to see. Editors read of practice examples last."""


ALL_SHOWN = (CAUTIONS, ACTIONS, TOOLS, ORGANISATIONS)
"""Kinds of which an advice shows all that rules bring in."""


class Trial:
    """What came out of giving every answer set its advice."""

    def __init__(self, tried: Tried) -> None:
        self.tried = tried
        self.size = len(tried.sets)
        self.tally = Tally()
        """What these advices break of what must hold for every one."""
        self.fired = {rule.code: column for rule, column in tried.fires.items()}
        """Code of a rule -> the sets with which it fired."""
        self.reached = {kind: {item.slug for item in _shown(tried, kind)} for kind in KINDS}
        """Slugs of what stood in some advice."""

    @classmethod
    def of(cls, catalogue: Catalogue, samples: Samples) -> Self:
        return cls(Tried(catalogue, samples.sets))

    def look(self, samples: Samples) -> Iterator[float]:
        """Look one by one at the advices that may break an invariant; yields how much of it is done."""
        drawn = samples.from_cases + samples.from_pairs + LOOKED_AT
        column = self.tried.sound & (suspects(self.tried) | (1 << drawn) - 1)
        number, size = 0, column.bit_count()
        for number, place in enumerate(numbers(column)):
            if number % STRIDE == 0:
                yield number / size
            self.tally.add(self.tried.catalogue, self.tried.advice(place))

    def alone(self, rule: Rule) -> Column:
        """Where a line comes from this rule and from no other."""
        fires = self.tried.fires.get(rule, 0)
        lines = (item for kind in ALL_SHOWN for item in kind.brought_in_by(rule))
        return fires & any_of(self.tried.brought_once.get(item, 0) for item in lines)

    def choosing(self, option: Option) -> Iterator[Answers]:
        """Some of the answers that have it."""
        chosen = self.tried.answered.option(option.bit)
        return self.tried.some(self.tried.sound & chosen, TRIES)


def _shown(tried: Tried, kind: LineKind) -> Iterable[Any]:
    """What is listed or brought in; of tips and examples, of which there are too many, what is among the best."""
    if kind is PARTNER_TYPES:
        return [partner for partner, standing in tried.standings.items() if standing.listed]
    return best_of(tried, kind) if kind.is_weighed else tried.brought[kind]


def broken_invariants(catalogue: Catalogue, trial: Trial) -> Iterator[Finding]:
    """One finding for each cause, with answers that show it."""
    for violation in violations_of_content(catalogue):
        yield Finding(FindingKind(violation.invariant), violation.sentence, violation.key)
    for invariant in Invariant:
        for broken in trial.tally.most(invariant):
            found, size = broken.violation, trial.size
            sentence = _("%(sentence)s Bij %(sets)d van %(size)d nagebootste bezoekers.")
            values = {"sentence": found.sentence, "sets": broken.sets, "size": size}
            yield Finding(FindingKind(invariant), sentence % values, found.key, to_text(broken.example.chosen))


def idle_rules(catalogue: Catalogue, trial: Trial, possibilities: Possibilities) -> Iterator[Finding]:
    """A rule that can fire, but whose absence nobody would notice.

    The solver knows nothing of outcomes: of a rule that looks at those, the sets with which it fired decide.
    """
    for rule in catalogue.rules:
        alone = trial.alone(rule)
        if (alone and not rule.gives_points) or _is_missed(trial, rule, alone):
            continue
        found = possibilities.answers(rule.conditions)
        if found and not _differs(catalogue, without_rule(catalogue, rule), found):
            sentence = _("Zonder %(code)s komt er hetzelfde advies uit: %(reason)s")
            values = {"code": rule.code, "reason": shortened(rule.reason.text)}
            yield Finding(FindingKind.IDLE_RULE, sentence % values, Key("rules", rule.code))


def _is_missed(trial: Trial, rule: Rule, alone: Column) -> bool:
    """Whether some of the sets would get another advice without it; those in which a line comes from it alone first."""
    tried, fires = trial.tried, trial.tried.fires.get(rule, 0)
    first, then = numbers(fires & alone), numbers(fires & ~alone)
    some = map(tried.steps, islice(chain(first, then), TRIES))
    return any(steps.outcome != steps.without(rule) for steps in some)


def idle_options(
    catalogue: Catalogue, names: Names, neutral: set[str], unseen: set[str], trial: Trial
) -> Iterator[Finding]:
    """An answer that nothing looks at, or that gives the same advice as the others; what is meant to do so is left out.

    Neutral and unseen options are named as `fase.opvolgen`.
    """
    for question in catalogue.questions.values():
        for option in question.options:
            name = f"{question.slug}.{option.slug}"
            is_chosen = trial.tried.sound & trial.tried.answered.option(option.bit)
            if name in neutral or not is_chosen:
                continue
            sets = trial.choosing(option)
            if name in unseen or not any(_matters(catalogue, question, option, answers) for answers in sets):
                sentence = _("Bij ‘%(question)s’ maakt het antwoord ‘%(option)s’ voor geen enkel advies verschil.")
                values = {"question": names["questions", question.slug], "option": option.label}
                yield Finding(FindingKind.IDLE_OPTION, sentence % values, Key("questions", question.slug))


def unreachable(catalogue: Catalogue, names: Names, trial: Trial, possibilities: Possibilities) -> Iterator[Finding]:
    """Content that no advice shows; the solver looks for answers where the trial found none.

    Where only rules that look at outcomes show it, the solver's answers need not have that outcome; the advice tells.
    """
    for kind in REACHED:
        for slug in getattr(catalogue, kind.collection):
            if slug not in trial.reached[kind] and not _can_be_reached(catalogue, kind, slug, possibilities):
                sentence = _("‘%s’ komt in geen enkel advies.") % shortened(names[kind.collection, slug])
                yield Finding(FindingKind.UNREACHABLE, sentence, Key(kind.collection, slug))


def few_partners(trial: Trial) -> Iterator[Finding]:
    for number, column in enumerate(_by_number(trial.tried)):
        if not column:
            continue
        sentence = ngettext(
            "%(sets)d van %(size)d nagebootste bezoekers krijgen maar %(number)d partnertype om uit te kiezen.",
            "%(sets)d van %(size)d nagebootste bezoekers krijgen maar %(number)d partnertypes om uit te kiezen.",
            number,
        )
        values = {"sets": column.bit_count(), "size": trial.size, "number": number}
        example = next(trial.tried.some(column, 1))
        yield Finding(FindingKind.FEW_PARTNERS, sentence % values, answers=to_text(example.chosen))


def _by_number(tried: Tried) -> list[Column]:
    """Where none is ranked, where one is, and so on, as long as that is too few."""
    fewer = [tried.sound, *([0] * (ENOUGH - 1))]
    for standing in tried.standings.values():
        for number in range(ENOUGH - 1, 0, -1):
            fewer[number] = (fewer[number] & ~standing.ranked) | (fewer[number - 1] & standing.ranked)
        fewer[0] &= ~standing.ranked
    return fewer


def without_rule(catalogue: Catalogue, rule: Rule) -> Catalogue:
    others = ~(1 << rule.index)
    by_option = {bit: rules & others for bit, rules in catalogue.rules_by_option.items()}
    return replace(catalogue, rules_by_option=by_option, rules_always=catalogue.rules_always & others)


def _differs(one: Catalogue, other: Catalogue, answers: Answers) -> bool:
    return Outcome.of(advise(one, answers)) != Outcome.of(advise(other, answers))


def _matters(catalogue: Catalogue, question: Question, option: Option, answers: Answers) -> bool:
    """Whether another answer to this question asks other questions or gives another advice."""
    outcome = Outcome.of(advise(catalogue, answers))
    for chosen in _instead(question, option, answers.chosen):
        other = answers_in(catalogue, chosen)
        if other is None or set(other.chosen) != set(answers.chosen):
            return True
        if outcome != Outcome.of(advise(catalogue, other)):
            return True
    return False


def _instead(question: Question, option: Option, chosen: Chosen) -> Iterator[Chosen]:
    """The same answers without this option, or with another one in its place."""
    kept = tuple(slug for slug in chosen.get(question.slug, ()) if slug != option.slug)
    if kept:
        yield {**chosen, question.slug: kept}
    else:
        yield from ({**chosen, question.slug: (o.slug,)} for o in question.options if o is not option)


def _can_be_reached(catalogue: Catalogue, kind: LineKind, slug: str, possibilities: Possibilities) -> bool:
    rules = (rule for rule in catalogue.rules if any(item.slug == slug for item in kind.brought_in_by(rule)))
    found = (possibilities.answers(rule.conditions) for rule in rules)
    return any(answers and slug in advise(catalogue, answers).slugs(kind) for answers in found)
