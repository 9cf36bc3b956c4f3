"""Finding Dutch on a page in another language: words that no English text has, outside what is marked as Dutch."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser

_WORDS = """
aan als andere antwoord antwoorden bij dat de deze dit die een eerst er geen gids hebt het hoe hij hun ik
ingevuld je jij jou jouw jullie kan kies kun kunt maar met mag meer mijn moet naar niet nog nu om ook onze
opnieuw pagina samen samenwerken soms stap terug toch uit uw van vaak veel verder voor vraag vragen waar
waarom wat weg welke werkt wie wij wijzig wil wordt worden ze zelf zich zij zijn zo zoals zonder
"""
WORDS = frozenset(_WORDS.split())
"""Without those that are English words too, like `in`, `is`, `of` and `was`."""
CODE = re.compile(r"\b(?:[A-Z0-9]{4}-[A-Z0-9]{4}|[A-Z0-9]{3}(?:-[A-Z0-9]{3}){2})\b")
"""Of a report, and to share one: drawn letters, which can come to a word."""
READ_OUT = ("alt", "title", "placeholder", "aria-label", "data-done", "content")
VOID = {"meta", "link", "img", "br", "input", "hr"}
SILENT = {"script", "style"}


class _Text(HTMLParser):
    """All that is read or read out in a language, or in none of its own."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.open: list[tuple[str, bool]] = []
        self.texts: list[str] = []

    @property
    def is_heard(self) -> bool:
        return not self.open or self.open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_heard = given["lang"] == self.language if "lang" in given else self.is_heard
        if is_heard:
            self.texts += [said for name in READ_OUT if (said := given.get(name))]
        if tag not in VOID:
            self.open.append((tag, is_heard and tag not in SILENT))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.is_heard:
            self.texts.append(data)


def texts_in(html: str, language: str) -> list[str]:
    """All that is read or read out in a language, each text on its own."""
    page = _Text(language)
    page.feed(html)
    page.close()
    return page.texts


def dutch_in(html: str, names: Iterable[str] = (), language: str = "en") -> list[str]:
    """Texts with a Dutch word in them, but for `names`, which stay as they are in every language."""
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    found = []
    for text in texts_in(html, language):
        rest = re.sub(known, " ", text) if known else text
        if WORDS.intersection(re.findall(r"[^\W\d_]+", CODE.sub(" ", rest).lower())):
            found.append(" ".join(text.split()))
    return found
