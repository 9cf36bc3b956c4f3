"""For the templates of publishing."""

from collections.abc import Iterable, Mapping

from django import template
from django.utils.translation import gettext as _

from dialoog.catalogue.document import Key
from dialoog.content.admin.merging.colleagues import moment
from dialoog.editorial.frame.links import address
from dialoog.editorial.publish.impact import Contrast
from dialoog.editorial.publish.makers import Makers
from dialoog.staff.frame.people import name_of

register = template.Library()


@register.filter
def compare_url(contrast: Contrast) -> str:
    return address("editorial:compare", contrast.chosen)


@register.filter
def named(slugs: Iterable[str], names: Mapping[str, str]) -> str:
    """Partner types by name, in order."""
    return ", ".join(names[slug] for slug in slugs)


@register.filter
def made_by(key: Key, makers: Makers) -> str:
    """Who changed a record last, and when; empty if nobody knows."""
    version = makers.get(key) if makers else None
    return _("door %(who)s, %(when)s") % {"who": name_of(version.author), "when": moment(version)} if version else ""
