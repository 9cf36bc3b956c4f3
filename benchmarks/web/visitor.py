"""Somebody who fills in a wizard, ours or the stock one, and then asks for its pages as often as it goes."""

import http.client
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

Chosen = Mapping[str, list[str]]


@dataclass(frozen=True)
class Request:
    """One that can be sent again and again."""

    method: str
    path: str
    cookies: str = ""
    body: str = ""


@dataclass
class Visitor:
    """A browser without scripts: one site, its cookies, and the page it is on."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    path: str = "/"
    page: str = ""
    size: int = 0
    """Of the last page, in bytes."""

    def get(self, path: str) -> None:
        self._send(Request("GET", path))

    def post(self, path: str, fields: list[tuple[str, str]]) -> None:
        self._send(self.request("POST", path, fields))

    def request(self, method: str, path: str, fields: list[tuple[str, str]] | None = None) -> Request:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return Request(method, path, cookies, urlencode(fields or []))

    def filled_in(self, answers: Chosen) -> list[tuple[str, str]]:
        """What the form on this page sends with these answers, by slug of the question."""
        form = _Form()
        form.feed(self.page)
        chosen = [(n, v) for n, v in form.offered if v in answers.get(n.rpartition("-")[2], ())]
        return [*form.hidden, *chosen]

    def _send(self, request: Request) -> None:
        """Follows redirects and comes back when a page says so, as a browser does."""
        parts = urlsplit(self.address)
        assert parts.hostname
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
        sent = self.request(request.method, request.path, parse_qsl(request.body, keep_blank_values=True))
        headers = {"Cookie": sent.cookies, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(sent.method, sent.path, sent.body or None, headers)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        if comes_back := response.headers["Refresh"]:  # a PDF that is being made, or is there
            seconds, _, url = comes_back.partition("; url=")
            time.sleep(int(seconds))
            self._send(Request("GET", url))
            return
        if response.status in (301, 302, 303):
            self._send(Request("GET", urljoin(sent.path, response.headers["Location"])))
            return
        assert response.status == 200, (response.status, sent.path)
        self.path, self.page, self.size = sent.path, content.decode(errors="replace"), len(content)


class _Form(HTMLParser):
    """The fields of the first form with questions on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden: list[tuple[str, str]] = []
        self.offered: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        given = dict(attrs)
        if tag == "input" and given.get("name"):
            kind = self.hidden if given.get("type") == "hidden" else self.offered
            if given.get("type") in ("hidden", "radio", "checkbox"):
                kind.append((given["name"], given.get("value", "")))
