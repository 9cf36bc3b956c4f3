"""Checks of how texts are written: whether they stay what they are, on a page as well as in a PDF."""

import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document
from dialoog.content.document.texts import TextPlace, texts
from dialoog.content.wording.refusing import link_problems
from dialoog.content.wording.tidying import said, tidied
from dialoog.editorial.checks.findings import Finding, FindingKind
from dialoog.lettering.shown import not_shown

IN_REPORTS = "report_"
"""How the keys of page texts begin that stand in a report; the others are on the site alone."""


def bad_links(document: Document) -> Iterator[Finding]:
    for place in _shown(document):
        for problem in link_problems(place.text) if place.is_markdown else ():
            yield _about(FindingKind.BAD_LINK, place, problem)


def not_shown_in_pdf(document: Document) -> Iterator[Finding]:
    for place in _shown(document):
        is_on_site_alone = place.key.collection == "page_texts" and not place.key.identity.startswith(IN_REPORTS)
        missing = () if is_on_site_alone else not_shown(tidied(place.text).text)
        if missing:
            named = ", ".join(map(_named, missing))
            sentence = _("de lettertypes van de pdf hebben dit niet: %s. Vervang het door woorden of haal het weg.")
            yield _about(FindingKind.NOT_SHOWN, place, sentence % named)


def untidy(document: Document) -> Iterator[Finding]:
    """What was there before texts were tidied on saving."""
    for place in _shown(document):
        if changes := tidied(place.text, is_markdown=place.is_markdown).changes:
            sentence = _("open dit en bewaar het opnieuw. Dan geldt: %s.")
            yield _about(FindingKind.UNTIDY, place, sentence % said(changes))


def _shown(document: Document) -> Iterator[TextPlace]:
    return texts(document, with_names=True)


def _about(kind: FindingKind, place: TextPlace, sentence: str) -> Finding:
    values = {"field": place.field, "record": place.key.identity, "sentence": sentence}
    return Finding(kind, _("‘%(field)s’ van ‘%(record)s’: %(sentence)s") % values, place.key)


def _named(character: str) -> str:
    """`‘✔’ (U+2714, HEAVY CHECK MARK)`: some can be seen by their number alone."""
    sign = f"‘{character}’ " if character.isprintable() else ""
    name = unicodedata.name(character, "")
    return f"{sign}(U+{ord(character):04X}{', ' if name else ''}{name})"
