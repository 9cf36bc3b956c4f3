"""What a translation must keep of the text that it is made from: what is filled in, where links lead, its length."""

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from dialoog.content.wording.markup import links

FILLED_IN = re.compile(r"\{[^{}\n]*\}")
"""What is filled in, by the site (`{bewaartermijn}`) or by who uses the text (`{naam}`)."""

BY_THE_SITE = frozenset({"{bewaartermijn}", "{plantermijn}"})
"""Names that stay as they are in every language."""


def unfaithful(source: str, text: str, *, longest: int | None, is_markdown: bool) -> Iterator[str]:
    """A sentence for each thing that got lost or came in."""
    if not text.strip():
        yield _("de vertaling is leeg.")
    if longest is not None and len(text) > longest:
        yield _("%(length)d tekens; hier passen er %(longest)d.") % {"length": len(text), "longest": longest}
    yield from _filled_in(source, text)
    if is_markdown and Counter(links(source)) != Counter(links(text)):
        yield _("de links zijn niet dezelfde als in het Nederlands.")


def _filled_in(source: str, text: str) -> Iterator[str]:
    """What visitors fill in themselves may be called otherwise, but there is as much of it."""
    asked, given = FILLED_IN.findall(source), FILLED_IN.findall(text)
    for name in sorted(BY_THE_SITE):
        if asked.count(name) != given.count(name):
            yield _("laat %s staan, precies zo.") % name
    if len(asked) != len(given):
        counts = {"asked": len(asked), "given": len(given)}
        yield _("het Nederlands heeft %(asked)d plekken tussen accolades, de vertaling %(given)d.") % counts
