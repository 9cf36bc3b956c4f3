"""Translations out and in as PO, the format that translators' programs know (GNU gettext).

An entry is one text: its context is the place (`goals/kennis/summary`), its source the Dutch text, its comments say
what it is and what it must keep. Stale ones go out as fuzzy, with the text that they were made from.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

import polib
from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document
from dialoog.catalogue.translated import Layer, Place, State
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.sentences import shortened
from dialoog.content.translations.faithful import FILLED_IN, unfaithful
from dialoog.content.translations.texts import Translatable, translatable, with_texts
from dialoog.content.wording.tidying import tidied

LARGEST = 3 * 1024 * 1024
"""Bytes of a file; all texts with a translation of twice their length are half of it."""


@dataclass
class Incoming:
    """What a file brings."""

    document: Document
    """The draft with the translations that could be taken."""
    taken: int = 0
    """Texts that are new or otherwise than they were."""
    texts: dict[Place, str] = field(default_factory=dict)
    """All translations that could be taken, also those that are there already."""
    refused: list[str] = field(default_factory=list)
    """A sentence for each entry that could not be taken, with its line in the file."""


def to_po(document: Document, language: str, states: Collection[State] = tuple(State)) -> bytes:
    """Equal documents give equal bytes. `states`: of which texts, all of them unless said otherwise."""
    layer = Layer(document, language)
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "dialoog",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    file.extend(_entry(layer, text) for text in translatable(document) if layer.state(text.place) in states)
    return (str(file) + "\n").encode()


def read_po(data: bytes, document: Document, language: str) -> Incoming:
    """The draft with what a file brings; nothing is saved. Raises ContentRefused if it is no such file at all."""
    file = _parse(data)
    if (named := file.metadata.get("Language")) and named != language:
        sentence = _("Dit bestand is voor taal ‘%(named)s’, niet voor ‘%(asked)s’.")
        raise ContentRefused([sentence % {"named": shortened(named), "asked": language}])
    known = {_context(text.place): text for text in translatable(document)}
    times = Counter(entry.msgctxt or "" for entry in file)
    incoming = Incoming(document)
    for entry in file:
        if entry.obsolete or not entry.msgstr:
            continue
        text = known.get(entry.msgctxt or "")
        if problems := list(_problems(entry, text, times)):
            incoming.refused += [_said(entry, problem) for problem in problems]
        elif text:
            incoming.texts[text.place] = tidied(entry.msgstr, is_markdown=text.is_markdown).text
    incoming.document, incoming.taken = with_texts(document, language, incoming.texts)
    return incoming


def _problems(entry: polib.POEntry, text: Translatable | None, times: Counter[str]) -> Iterator[str]:
    if text is None:
        yield _("deze plaats is er niet (meer) in de inhoud.")
    elif times[entry.msgctxt or ""] > 1:
        yield _("deze plaats staat er meer dan één keer in.")
    elif entry.fuzzy:
        yield _("is gemarkeerd als onzeker (fuzzy). Haal dat weg als de vertaling klopt.")
    elif entry.msgid != text.place.text:
        yield _("de Nederlandse tekst is intussen anders. Download het bestand opnieuw.")
    else:
        yield from unfaithful(text.place.text, entry.msgstr, longest=text.longest, is_markdown=text.is_markdown)


def _said(entry: polib.POEntry, problem: str) -> str:
    values = {"line": entry.linenum or 0, "place": shortened(entry.msgctxt or entry.msgid), "problem": problem}
    return _("Regel %(line)d, %(place)s: %(problem)s") % values


def _parse(data: bytes) -> polib.POFile:
    if len(data) > LARGEST:
        raise ContentRefused([_("Dit bestand is te groot: zo lang is onze inhoud niet.")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentRefused([_("Dit bestand is geen UTF-8. Bewaar het in je vertaalprogramma als UTF-8.")]) from error
    try:
        file = polib.pofile(text, check_for_duplicates=False)
    except (OSError, ValueError) as error:
        raise ContentRefused([_("Dit bestand is geen PO-bestand, of het is beschadigd.")]) from error
    if not len(file):
        raise ContentRefused([_("In dit bestand staat geen enkele tekst.")])
    return file


def _entry(layer: Layer, text: Translatable) -> polib.POEntry:
    row = layer.find(text.place)
    is_stale = row is not None and row["source"] != text.place.text
    return polib.POEntry(
        msgctxt=_context(text.place),
        msgid=text.place.text,
        msgstr=row["text"] if row else "",
        comment="\n".join(_told(text)),
        flags=["fuzzy"] if is_stale else [],
        previous_msgid=row["source"] if row and is_stale else None,
    )


def _told(text: Translatable) -> Iterator[str]:
    """What a translator must know of a text."""
    yield text.said
    if text.longest:
        yield _("Ten hoogste %d tekens.") % text.longest
    if text.is_markdown:
        yield _("Met opmaak (Markdown): houd sterretjes, streepjes en links heel.")
    if FILLED_IN.search(text.place.text):
        yield _("Tussen accolades staat wat wordt ingevuld.")


def _context(place: Place) -> str:
    return f"{place.key.collection}/{place.key.identity}/{place.path}"
