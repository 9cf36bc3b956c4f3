"""Partner types by name, in a row that stands in a sentence: those that stand out are strong."""

from collections.abc import Collection, Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from dialoog.catalogue.catalogue import PartnerType

register = template.Library()


@register.filter
def in_a_row(partners: Sequence[PartnerType], strong: Collection[PartnerType] = ()) -> SafeString:
    """`A; B; C`, behind a colon."""
    return format_html_join("; ", "{}", ((_name(partner, strong),) for partner in partners))


@register.filter
def in_a_sentence(partners: Sequence[PartnerType], strong: Collection[PartnerType] = ()) -> SafeString:
    """`A; B en C`"""
    *most, last = partners
    if not most:
        return _name(last, strong)
    values = {"most": in_a_row(most, strong), "last": _name(last, strong)}
    return format_html(_("{most} en {last}"), **values)


def _name(partner: PartnerType, strong: Collection[PartnerType]) -> SafeString:
    return format_html("<strong>{}</strong>" if partner in strong else "{}", partner.name)
