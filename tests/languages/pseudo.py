"""A language that nobody speaks, to see where a longer one does not fit and what is not translated.

Nearly every letter has an accent, so a word without any was never translated; every text is two fifths longer.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import polib
from django.utils.dates import MONTHS
from django.utils.translation import override

from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.reader import read_catalogue
from dialoog.catalogue.translated import KINDS, in_language, places
from dialoog.languages.catalogues import ADDRESS, LOCALE
from dialoog.report.body.report import Report, build_report
from tests.advice.test_golden_cases import CASES
from tests.builders import real_document
from tests.languages.third import THIRD
from tests.report.test_report import COVER
from tests.words.dutch import CODE

LONGER = 1.4
PLAIN = "aAcCdDeEgGhHiIjJkKlLnNoOrRsStTuUwWyYzZ"
ACCENTED = "áÁçÇđĐéÉĝĜĥĤíÍĵĴķĶĺĹñÑöÖŕŔšŠţŢûÛŵŴýÝžŽ"
"""Letters that the fonts have; none is missing that a word can do without."""
ACCENTS = str.maketrans(PLAIN, ACCENTED)
FILLER = ["ŵöŕđéñ", "đíé", "đé", "ţéķšţ", "ĺáñĝéŕ", "máķéñ", "éñ", "ábŕéķéñ"]
KEPT = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w+\}|</?\w+[^>]*>|&#?\w+;|\]\([^)\s]*\)|https?://\S+")
"""Placeholders, elements, entities, and where a link leads."""
ADDRESS_SHOWN = re.compile(r"https?://\S+|localhost:\d+\S*")
MARKER = re.compile(r"\s*(?:(?:[-*+]|\d+\.|#+|>)\s+)?")
"""Of a list, a heading or a quotation in Markdown."""
PLACE = re.compile(r"\{(?!bewaartermijn)(\w+)\}")
UNTRANSLATED = re.compile(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])")


def pseudo(text: str) -> str:
    """A line stays a line, with what begins it."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    start = MARKER.match(line)
    begin, said = (start[0], line[start.end() :]) if start else ("", line)
    if not re.search(r"[^\W\d_]", KEPT.sub("", said)):
        return line
    pieces = zip([*KEPT.split(said)], [*KEPT.findall(said), ""], strict=True)
    longer = "".join(piece.translate(ACCENTS) + kept for piece, kept in pieces)
    return begin + longer.rstrip() + _filler(len(KEPT.sub("", said))) + longer[len(longer.rstrip()) :]


def _filler(length: int) -> str:
    """What makes a text so much longer that had `length` characters."""
    missing, found = round(length * (LONGER - 1) + 0.5), ""
    for word in cycle(FILLER):
        if len(found) >= missing:
            break
        found += f" {word}"
    return found[: max(missing, 1)].rstrip()


def words_of(catalogue: Path = LOCALE / "en/LC_MESSAGES/django.po") -> list[polib.POEntry]:
    """All that the site itself says to visitors; addresses keep their words."""
    return [_entry(entry) for entry in polib.pofile(str(catalogue)) if entry.msgctxt != ADDRESS]


def _entry(entry: polib.POEntry) -> polib.POEntry:
    texts: dict[str, Any] = {"msgid": entry.msgid, "msgctxt": entry.msgctxt}
    if entry.msgid_plural:
        both = {0: pseudo(entry.msgid), 1: pseudo(entry.msgid_plural)}
        return polib.POEntry(**texts, msgid_plural=entry.msgid_plural, msgstr_plural=both)
    return polib.POEntry(**texts, msgstr=pseudo(entry.msgid))


def _of_content(text: str) -> str:
    """Words for a place to fill in are read too."""
    return PLACE.sub(lambda found: f"{{{pseudo(found[1])}}}", pseudo(text))


def with_pseudo(document: Any) -> Any:
    """The document with every text of its content in the language too."""
    rows: dict[tuple[str, str], list[Any]] = {}
    for place in places(document):
        row = {"path": place.path, "source": place.text, "text": _of_content(place.text)}
        rows.setdefault((place.key.collection, place.key.identity), []).append(row)
    records = [
        {"language": THIRD, "collection": collection, "identity": identity, "texts": texts}
        for (collection, identity), texts in rows.items()
    ]
    assert {record["collection"] for record in records} == set(KINDS)
    return {**document, "translations": [*document["translations"], *records]}


@cache
def pseudo_catalogue() -> Catalogue:
    return read_catalogue(in_language(with_pseudo(real_document()), THIRD))


def pseudo_report(case: str) -> Report:
    """Of a reference case; to be made and rendered while the language is active."""
    answers = Answers.from_json(pseudo_catalogue(), next(c["answers"] for c in CASES if c["id"] == case))
    return build_report(pseudo_catalogue(), Conclusion.of(pseudo_catalogue(), answers), COVER)


def dates() -> list[str]:
    """What Django writes in a date in the language."""
    with override(THIRD):
        return [f"-a de {month}" for month in MONTHS.values()]


def untranslated(texts: Iterable[str], names: Iterable[str] = ()) -> Iterator[str]:
    """Those with a word that has no accents, apart from codes of reports and `names`."""
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for text in texts:
        rest = ADDRESS_SHOWN.sub(" ", CODE.sub(" ", text))
        if UNTRANSLATED.search(re.sub(known, " ", rest) if known else rest):
            yield " ".join(text.split())
