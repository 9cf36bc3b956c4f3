"""Checks that prove from the conditions what no answers can do."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from dialoog.catalogue.document import ConditionRow, Document, Key
from dialoog.content.document.sentences import Names, conditions_sentence
from dialoog.editorial.checks.findings import Finding, FindingKind
from dialoog.editorial.trials.logic import Possibilities


def rules_that_never_fire(document: Document, names: Names, possibilities: Possibilities) -> Iterator[Finding]:
    """Whatever a rule asks of the outcome, it asks it of answers that are possible."""
    for rule, record in zip(possibilities.catalogue.rules, document["rules"], strict=True):
        if possibilities.answers(rule.conditions) is None:
            yield _never(names, rule.code, record["conditions"], Key("rules", rule.code))


def order_rules_that_never_hold(document: Document, names: Names, possibilities: Possibilities) -> Iterator[Finding]:
    for rule, record in zip(possibilities.catalogue.order_rules, document["order_rules"], strict=True):
        if rule.conditions.groups and possibilities.answers(rule.conditions) is None:
            called = _("De volgorderegel ‘%(first)s’ vóór ‘%(then)s’")
            key = Key("order_rules", f"{record['first']} + {record['then']}")
            yield _never(names, called % {"first": rule.first.name, "then": rule.then.name}, record["conditions"], key)


def _never(names: Names, called: str, conditions: Iterable[ConditionRow], key: Key) -> Finding:
    sentence = _("%(called)s kan nooit gelden. Er zijn geen antwoorden waarbij: %(when)s.")
    when = conditions_sentence(names, conditions)
    return Finding(FindingKind.NEVER_FIRES, sentence % {"called": called, "when": when}, key)


def options_never_chosen(names: Names, possibilities: Possibilities) -> Iterator[Finding]:
    """A question that is never asked is named itself, not each of its options."""
    for question in possibilities.catalogue.questions.values():
        never = [option.label for option in question.options if possibilities.answers(options=[option]) is None]
        name = names["questions", question.slug]
        if len(never) == len(question.options):
            sentences = [_("Vraag ‘%s’ wordt nooit gesteld.") % name]
        else:
            sentence = _("Bij ‘%(question)s’ staat ‘%(option)s’, maar geen bezoeker kan dat kiezen.")
            sentences = [sentence % {"question": name, "option": label} for label in never]
        yield from (Finding(FindingKind.NEVER_CHOSEN, text, Key("questions", question.slug)) for text in sentences)
