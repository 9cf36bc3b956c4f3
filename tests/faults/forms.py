"""What an address asks for: what stands in the forms of its page, and what its view looks for in a request."""

from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.utils.datastructures import MultiValueDict

Fields = list[tuple[str, str]]


class Forms(HTMLParser):
    """Of a page: what would be sent, by where it goes and how; and the query of each of its links to itself."""

    def __init__(self, page: str, path: str) -> None:
        super().__init__()
        self.path = path
        self.posted: dict[str, Fields] = {}
        self.asked: dict[str, Fields] = {}
        self._fields: Fields | None = None
        self._select = ""
        self._textarea = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        has = dict(attrs)
        if tag == "form":
            into = self.posted if (has.get("method") or "").lower() == "post" else self.asked
            self._fields = into.setdefault(urlsplit(has.get("action") or self.path).path or self.path, [])
        elif tag == "a" and (has.get("href") or "").startswith("?"):
            self.asked.setdefault(self.path, []).extend(parse_qsl(has["href"][1:], keep_blank_values=True))
        elif self._fields is not None:
            self._field(tag, has)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._fields = None

    def handle_data(self, data: str) -> None:
        if self._textarea and self._fields is not None:
            self._fields.append((self._textarea, data.removeprefix("\n")))
        self._textarea = ""

    def _field(self, tag: str, has: dict[str, str | None]) -> None:
        assert self._fields is not None
        name = has.get("name") or ""
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in has:
            self._fields.append((self._select, has.get("value") or ""))
        elif tag == "textarea":
            self._textarea = name
        elif tag in ("input", "button") and name and _is_sent(has):
            self._fields.append((name, has.get("value") or ""))


def _is_sent(has: dict[str, str | None]) -> bool:
    return has.get("type") not in ("checkbox", "radio") or "checked" in has


@contextmanager
def overheard() -> Iterator[set[str]]:
    """Every name that is looked for meanwhile in a form or a query, also one that no page shows."""
    heard: set[str] = set()

    def listening(method: str) -> Any:
        ask = getattr(MultiValueDict, method)

        def listen(self: Any, key: Any, *rest: Any, **named: Any) -> Any:
            if isinstance(key, str):
                heard.add(key)
            return ask(self, key, *rest, **named)

        return listen

    with pytest.MonkeyPatch.context() as patch:
        for method in ("__getitem__", "getlist", "get"):
            patch.setattr(MultiValueDict, method, listening(method))
        patch.setattr(MultiValueDict, "__contains__", _contains(heard), raising=False)
        yield heard


def _contains(heard: set[str]) -> Any:
    def contains(self: Any, key: Any) -> bool:
        if isinstance(key, str):
            heard.add(key)
        return dict.__contains__(self, key)

    return contains
