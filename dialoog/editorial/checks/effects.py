"""Checks that try the advice out: which rules, options and content make a difference to anybody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialoog.advice import Advice, advise
from dialoog.catalogue.answers import Answers, Chosen
from dialoog.catalogue.catalogue import Catalogue, Option, Question, Rule
from dialoog.catalogue.document import Key
from dialoog.content.document.sentences import Names, shortened
from dialoog.editorial.checks.findings import Finding, FindingKind
from dialoog.editorial.frame.links import to_text
from dialoog.editorial.trials.logic import Possibilities
from dialoog.editorial.trials.outcomes import Outcome
from dialoog.editorial.trials.samples import answers_in

ENOUGH = 3
"""Partner types that a visitor can choose from."""

TRIES = 100
"""Answer sets on which an option or a rule may show that it matters."""

REACHED = ("partner_types", "cautions", "actions", "tips", "tools", "organisations", "practice_examples")


@dataclass
class Trial:
    """What came out of giving every answer set its advice."""

    outcomes: list[Outcome | None] = field(default_factory=list)
    """What each set came to, in order; None for one that the catalogue does not take."""
    reached: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    fired: dict[str, list[Answers]] = field(default_factory=lambda: defaultdict(list))
    """Code of a rule -> some of the answers with which it fired."""
    chose: dict[int, list[Answers]] = field(default_factory=lambda: defaultdict(list))
    """Bit of an option -> some of the answers that have it."""
    few: dict[int, list[Answers]] = field(default_factory=lambda: defaultdict(list))
    """Number of ranked partner types, when that is too small -> the answers that got so few."""

    def add(self, catalogue: Catalogue, chosen: Chosen) -> None:
        answers = answers_in(catalogue, chosen)
        advice = advise(catalogue, answers) if answers else None
        self.outcomes.append(Outcome.of(advice) if advice else None)
        if answers and advice:
            self._count(answers, advice)

    def _count(self, answers: Answers, advice: Advice) -> None:
        for collection, slugs in _content_of(advice):
            self.reached[collection].update(slugs)
        for firing in advice.firings:
            _keep_some(self.fired[firing.rule.code], answers)
        left = answers.mask
        while left:
            _keep_some(self.chose[left & -left], answers)
            left &= left - 1
        if len(advice.ranked) < ENOUGH:
            self.few[len(advice.ranked)].append(answers)


def idle_rules(catalogue: Catalogue, trial: Trial, possibilities: Possibilities) -> Iterator[Finding]:
    """A rule that can fire, but whose absence nobody would notice."""
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
    """Content that no advice shows; the solver looks for answers where the trial found none."""
    for collection in REACHED:
        records = getattr(catalogue, {"practice_examples": "examples"}.get(collection, collection))
        for slug in records:
            if slug not in trial.reached[collection] and not _can_be_reached(
                catalogue, collection, slug, possibilities
            ):
                sentence = _("‘%s’ komt in geen enkel advies.") % shortened(names[collection, slug])
                yield Finding(FindingKind.UNREACHABLE, sentence, Key(collection, slug))


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


def _content_of(advice: Advice) -> Iterator[tuple[str, Iterable[str]]]:
    yield "partner_types", (advised.partner_type.slug for advised in advice.ranking)
    lines: dict[str, Any] = {
        "cautions": advice.cautions,
        "actions": advice.actions,
        "tips": advice.tips,
        "tools": advice.tools,
        "organisations": advice.organisations,
        "practice_examples": advice.examples,
    }
    for collection, found in lines.items():
        yield collection, (line.item.slug for line in found)


def _can_be_reached(catalogue: Catalogue, collection: str, slug: str, possibilities: Possibilities) -> bool:
    for rule in catalogue.rules:
        if slug in _brought_in_by(rule, collection) and (answers := possibilities.answers(rule.conditions)):
            content = dict(_content_of(advise(catalogue, answers)))
            if slug in content[collection]:
                return True
    return False


def _brought_in_by(rule: Rule, collection: str) -> set[str]:
    weighed: dict[str, Any] = {"partner_types": rule.partners, "tips": rule.tips, "practice_examples": rule.examples}
    if collection in weighed:
        return {item.slug for item, _weight in weighed[collection]}
    return {item.slug for item in getattr(rule, collection)}
