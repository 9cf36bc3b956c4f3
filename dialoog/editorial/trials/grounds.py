"""What an advice goes by: who is known was named, and every line says why itself."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _

from dialoog.advice.kinds import LINE_KINDS
from dialoog.catalogue.catalogue import Catalogue, PartnerType
from dialoog.catalogue.document import Key
from dialoog.editorial.trials.examined import Examined
from dialoog.editorial.trials.naming import called
from dialoog.editorial.trials.violations import Invariant, Violation


def wrongly_known(examined: Examined) -> Iterator[Violation]:
    for a in examined.advice.ranking:
        counts = a.is_known or any(given.for_knowing for given in a.points)
        if counts and not examined.knows(a):
            sentence = _("‘%s’ telt als bekend zonder dat het antwoord dat die partij noemt, is gekozen.")
        elif examined.knows(a) and not a.is_known:
            sentence = _("‘%s’ telt als onbekend, terwijl het antwoord dat die partij noemt, is gekozen.")
        else:
            continue
        name, slug = a.partner_type.name, a.partner_type.slug
        yield Violation(Invariant.KNOWN, sentence % name, Key("partner_types", slug))


def options_that_name_two(catalogue: Catalogue) -> Iterator[Violation]:
    """About the content: who ticks one box would know two kinds of party."""
    named: dict[int, list[PartnerType]] = defaultdict(list)
    for partner in catalogue.partner_types.values():
        named[partner.known_via].append(partner)
    for question in catalogue.questions.values():
        for option in question.options:
            partners = named.get(option.bit, [])
            if len(partners) > 1:
                names = ", ".join(f"‘{partner.name}’" for partner in partners)
                sentence = _("Wie ‘%(option)s’ kiest, kent meer dan één partnertype: %(names)s.")
                values = {"option": option.label, "names": names}
                yield Violation(Invariant.KNOWN, sentence % values, Key("questions", question.slug))


def repeated_reasons(examined: Examined) -> Iterator[Violation]:
    for kind in LINE_KINDS:
        for line in examined.advice.lines[kind]:
            for link in line.links:
                rule = link.firing.rule
                if link.reason and link.reason.text.strip().casefold() == rule.reason.text.strip().casefold():
                    sentence = _("%(line)s heeft de onderbouwing van %(code)s zelf, en die gaat over partnertypes.")
                    values = {"line": called(kind, line.item), "code": rule.code}
                    yield Violation(Invariant.REASON, sentence % values, Key("rules", rule.code))
