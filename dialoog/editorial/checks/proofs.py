"""Checks that prove from the conditions what no answers can do."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document, Key
from dialoog.content.document.sentences import Names, conditions_sentence
from dialoog.editorial.checks.findings import Finding, FindingKind
from dialoog.editorial.trials.logic import Possibilities


def rules_that_never_fire(document: Document, names: Names, possibilities: Possibilities) -> Iterator[Finding]:
    records = {record["code"]: record for record in document["rules"]}
    for rule in possibilities.catalogue.rules:
        if possibilities.answers(rule.conditions) is None:
            when = conditions_sentence(names, records[rule.code]["conditions"])
            sentence = _("%(code)s kan nooit gelden. Er zijn geen antwoorden waarbij: %(when)s.")
            yield Finding(
                FindingKind.NEVER_FIRES, sentence % {"code": rule.code, "when": when}, Key("rules", rule.code)
            )


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
