"""Checks that try the advice out: which rules, options and content make a difference to anybody."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialoog.advice import Advice, advise
from dialoog.advice.kinds import EXAMPLES, KINDS, LineKind
from dialoog.catalogue.answers import Answers, Chosen
from dialoog.catalogue.catalogue import Catalogue, Option, Question, Rule
from dialoog.catalogue.document import Key
from dialoog.content.document.sentences import Names, shortened
from dialoog.editorial.checks.findings import Finding, FindingKind
from dialoog.editorial.frame.links import to_text
from dialoog.editorial.trials.invariants import violations_of_content
from dialoog.editorial.trials.logic import Possibilities
from dialoog.editorial.trials.outcomes import Outcome
from dialoog.editorial.trials.samples import answers_in
from dialoog.editorial.trials.tally import Tally
from dialoog.editorial.trials.violations import Invariant

ENOUGH = 3
"""Partner types that a visitor can choose from."""

TRIES = 100
"""Answer sets on which an option or a rule may show that it matters."""

REACHED = (*(kind for kind in KINDS if kind is not EXAMPLES), EXAMPLES)
"""What somebody should get to see. Editors read of practice examples last."""


@dataclass
class Trial:
    """What came out of giving every answer set its advice."""

    outcomes: list[Outcome | None] = field(default_factory=list)
    """What each set came to, in order; None for one that the catalogue does not take."""
    reached: dict[LineKind, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Slugs of what stood in some advice."""
    fired: dict[str, list[Answers]] = field(default_factory=lambda: defaultdict(list))
    """Code of a rule -> some of the answers with which it fired."""
    chose: dict[int, list[Answers]] = field(default_factory=lambda: defaultdict(list))
    """Bit of an option -> some of the answers that have it."""
    few: dict[int, list[Answers]] = field(default_factory=lambda: defaultdict(list))
    """Number of ranked partner types, when that is too small -> the answers that got so few."""

    tally: Tally = field(default_factory=Tally)
    """What these advices break of what must hold for every one."""

    def add(self, catalogue: Catalogue, chosen: Chosen) -> None:
        answers = answers_in(catalogue, chosen)
        advice = advise(catalogue, answers) if answers else None
        self.outcomes.append(Outcome.of(advice) if advice else None)
        if answers and advice:
            self._count(answers, advice)
            self.tally.add(catalogue, advice)

    def _count(self, answers: Answers, advice: Advice) -> None:
        for kind in KINDS:
            self.reached[kind].update(advice.slugs(kind))
        for firing in advice.firings:
            _keep_some(self.fired[firing.rule.code], answers)
        left = answers.mask
        while left:
            _keep_some(self.chose[left & -left], answers)
            left &= left - 1
        if len(advice.ranked) < ENOUGH:
            self.few[len(advice.ranked)].append(answers)


def broken_invariants(catalogue: Catalogue, trial: Trial) -> Iterator[Finding]:
    """One finding for each cause, with answers that show it."""
    for violation in violations_of_content(catalogue):
        yield Finding(FindingKind(violation.invariant), violation.sentence, violation.key)
    for invariant in Invariant:
        for broken in trial.tally.most(invariant):
            found, size = broken.violation, len(trial.outcomes)
            sentence = _("%(sentence)s Bij %(sets)d van %(size)d nagebootste bezoekers.")
            values = {"sentence": found.sentence, "sets": broken.sets, "size": size}
            yield Finding(FindingKind(invariant), sentence % values, found.key, to_text(broken.example.chosen))


def idle_rules(catalogue: Catalogue, trial: Trial, possibilities: Possibilities) -> Iterator[Finding]:
    """A rule that can fire, but whose absence nobody would notice.

    The solver knows nothing of outcomes: of a rule that looks at those, the sets with which it fired decide.
    """
    for rule in catalogue.rules:
        found = possibilities.answers(rule.conditions)
        without = without_rule(catalogue, rule)
        sets = [*trial.fired[rule.code], *([found] if found else [])]
        if found and not any(_differs(catalogue, without, answers) for answers in sets):
            sentence = _("Zonder %(code)s komt er hetzelfde advies uit: %(reason)s")
            values = {"code": rule.code, "reason": shortened(rule.reason.text)}
            yield Finding(FindingKind.IDLE_RULE, sentence % values, Key("rules", rule.code))


def idle_options(
    catalogue: Catalogue, names: Names, neutral: set[str], unseen: set[str], trial: Trial
) -> Iterator[Finding]:
    """An answer that nothing looks at, or that gives the same advice as the others; what is meant to do so is left out.

    Neutral and unseen options are named as `fase.opvolgen`.
    """
    for question in catalogue.questions.values():
        for option in question.options:
            name = f"{question.slug}.{option.slug}"
            sets = trial.chose[option.bit]
            if name in neutral or not sets:
                continue
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
    for number, sets in sorted(trial.few.items()):
        sentence = ngettext(
            "%(sets)d van %(size)d nagebootste bezoekers krijgen maar %(number)d partnertype om uit te kiezen.",
            "%(sets)d van %(size)d nagebootste bezoekers krijgen maar %(number)d partnertypes om uit te kiezen.",
            number,
        )
        values = {"sets": len(sets), "size": len(trial.outcomes), "number": number}
        yield Finding(FindingKind.FEW_PARTNERS, sentence % values, answers=to_text(sets[0].chosen))


def without_rule(catalogue: Catalogue, rule: Rule) -> Catalogue:
    others = ~(1 << rule.index)
    by_option = {bit: rules & others for bit, rules in catalogue.rules_by_option.items()}
    return replace(catalogue, rules_by_option=by_option, rules_always=catalogue.rules_always & others)


def _keep_some(sets: list[Answers], answers: Answers) -> None:
    if len(sets) < TRIES:
        sets.append(answers)


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
