"""A page without its words: its elements in order, with what they are called and where they lead within the page."""

import re
from html.parser import HTMLParser

KEPT = ("id", "class", "data-target", "for", "name")
TRANSLATION = re.compile(r'<(div|span) id="vertaling">.*?</\1>', re.DOTALL)
"""What only a translation says: that the Dutch text decides."""
DUTCH = re.compile(r'<span lang="nl">(.*?)</span>', re.DOTALL)
"""A word that stays Dutch in a translation, as the name of the publication; `test_foreign.py` looks at marks."""


class _Bones(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = {name: value for name, value in attrs if name in KEPT or (value or "").startswith("#")}
        self.found.append(f"{tag} {kept}" if kept else tag)


def skeleton(page: str) -> list[str]:
    bones = _Bones()
    bones.feed(DUTCH.sub(r"\1", TRANSLATION.sub("", page.partition("<body>")[2])))
    return bones.found
