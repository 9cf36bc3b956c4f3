"""Requests to one address: first as a browser sends them, then with something wrong in them."""

from dataclasses import dataclass, field
from json import dumps
from typing import Any
from urllib.parse import parse_qsl, quote_from_bytes

from django.db import connection, transaction
from django.test import Client
from hypothesis import strategies as st

from tests.faults import nasty
from tests.faults.addresses import Address
from tests.faults.forms import Fields, Forms, overheard
from tests.faults.remembering import Memory
from tests.faults.world import BOSS, World

BOUNDARY = b"grens"
FORM, MULTIPART = "application/x-www-form-urlencoded", f"multipart/form-data; boundary={BOUNDARY.decode()}"
TYPES = (FORM, MULTIPART, "multipart/form-data", "application/json", "text/plain; charset=x", "a/b; charset=utf-16", "")
METHODS = ("GET", "GET", "POST", "POST", "POST", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "BREW")
MOST_ODD = 4
"""Values of one request."""

HARMLESS = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "PRAGMA", "BEGIN")
"""Statements that change nothing."""
NO_FIELDS = {"content-type", "CONTENT_TYPE"}

Values = list[tuple[str, bytes]]


@dataclass(frozen=True)
class Asked:
    person: str
    method: str
    path: str
    query: str = ""
    content_type: str = ""
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    cookie: str = ""
    is_checked: bool = False
    """Whether the secret of a form counts, as in a browser."""

    def send(self, world: World) -> Any:
        """Asked in the first person; a failure of the site is raised."""
        client = Client(enforce_csrf_checks=self.is_checked)
        own = [f"{name}={value}" for name, value in world.cookies(self.person).items()]
        headers = {**self.headers, "cookie": "; ".join([*own, self.cookie])}
        return client.generic(
            self.method, self.path, self.body, self.content_type, headers=headers, QUERY_STRING=self.query
        )


@dataclass(frozen=True)
class Learned:
    """What an address says to a plain question, and what it looks for."""

    answers: dict[str, Any]
    """To a GET, a HEAD and, unless its page has a form of the admin, an empty POST."""
    written: tuple[str, ...]
    """Statements that a GET or a HEAD changed something with."""
    asked: Fields
    posted: Fields
    names: tuple[str, ...]


def learn(address: Address, world: World, memory: Memory) -> Learned:
    """By opening it and sending it nothing, as who may do everything. What that does is undone."""
    path = address.filled({name: world.good(address, name)[0].encode() for name in address.parameters})
    query, answers, written = world.query(address), {}, []

    def listen(execute: Any, sql: str, *rest: Any) -> Any:
        if not sql.lstrip(" \n(").startswith(HARMLESS):
            written.append(sql)
        return execute(sql, *rest)

    with overheard() as heard:
        with connection.execute_wrapper(listen), memory.used(is_looking=True):
            for method in ("GET", "HEAD"):
                answers[method] = undone(Asked(BOSS, method, path, query), world)
        forms = Forms(_page(answers["GET"]), path)
        if not (address.model and path in forms.posted):  # the forms of the admin hide nothing
            with memory.used(is_looking=False):
                answers["POST"] = undone(Asked(BOSS, "POST", path, query, FORM), world)
    asked, posted = (of_page.get(path, []) for of_page in (forms.asked, forms.posted))
    return Learned(answers, tuple(written), parse_qsl(query) + asked, posted, tuple(sorted(heard - NO_FIELDS)))


def _page(answer: Any) -> str:
    return answer.whole.decode() if answer.get("Content-Type", "").startswith("text/html") else ""


def undone(asked: Asked, world: World) -> Any:
    """The answer; what it changed is as it was. A page that is sent in parts is read to its end, into `whole`."""
    with transaction.atomic():
        answer = asked.send(world)
        answer.whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
        transaction.set_rollback(True)
    return answer


@st.composite
def requests(draw: st.DrawFn, address: Address, world: World, learned: Learned) -> Asked:
    method = draw(st.sampled_from(METHODS))
    content_type, body = draw(bodies(learned)) if method in ("POST", "PUT", "PATCH") else ("", b"")
    return Asked(
        draw(st.sampled_from([*world.persons, BOSS, BOSS])),
        method,
        draw(paths(address, world)),
        _encoded(draw(_changed(learned.asked, learned.names))),
        content_type,
        body,
        draw(nasty.headers),
        draw(nasty.cookies),
        draw(st.integers(0, 5)) == 0,
    )


@st.composite
def paths(draw: st.DrawFn, address: Address, world: World) -> str:
    """Mostly with parts that lead somewhere."""
    is_odd = draw(st.integers(0, 2)) == 0
    parts = {
        name: draw(nasty.values if is_odd else st.sampled_from(world.good(address, name)).map(str.encode))
        for name in address.parameters
    }
    return address.filled(parts, safe=draw(st.sampled_from(["", "/.:~ "])))


@st.composite
def bodies(draw: st.DrawFn, learned: Learned) -> tuple[str, bytes]:
    kind = draw(st.sampled_from(["form", "form", "form", "parts", "json", "raw"]))
    if kind == "raw":
        return draw(st.sampled_from(TYPES)), draw(st.binary(max_size=40) | nasty.values)
    if kind == "json":
        return "application/json", dumps(draw(nasty.json)).encode()
    sent = draw(_changed(learned.posted, learned.names))
    return (FORM, _encoded(sent).encode()) if kind == "form" else (MULTIPART, draw(_multipart(sent)))


@st.composite
def _changed(draw: st.DrawFn, fields: Fields, names: tuple[str, ...]) -> Values:
    """As a page would send it, with some values other than that, twice, or not there."""
    sent: Values = [(name, value.encode()) for name, value in fields]
    known = sorted({name for name, _ in fields} | set(names)) or ["x"]
    for _ in range(draw(st.integers(0, MOST_ODD))):
        name = draw(st.sampled_from(known))
        if draw(st.booleans()):
            sent = [pair for pair in sent if pair[0] != name]
        if draw(st.integers(0, 4)):
            sent = [*sent, (name, draw(nasty.values))]
    return sent


@st.composite
def _multipart(draw: st.DrawFn, sent: Values) -> bytes:
    """Some as files; some without an end."""
    parts = []
    for name, value in sent:
        file = b"; filename=" + draw(nasty.values)[:40] if draw(st.integers(0, 9)) == 0 else b""
        head = b'Content-Disposition: form-data; name="' + name.encode() + b'"' + file
        parts.append(b"--" + BOUNDARY + b"\r\n" + head + b"\r\n\r\n" + value + b"\r\n")
    end = b"--" + BOUNDARY + b"--\r\n"
    return b"".join(parts) + (end if draw(st.integers(0, 4)) else b"")


def _encoded(values: Values) -> str:
    return "&".join(f"{quote_from_bytes(name.encode())}={quote_from_bytes(value)}" for name, value in values)
