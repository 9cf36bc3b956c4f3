"""Logs that hold no answers, names or tokens: private links are cut short and exceptions lose their message."""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import Any
from urllib.parse import quote

from dialoog.languages.links import WORDS

NO_REQUEST = "-"
request_id: ContextVar[str] = ContextVar("request_id", default=NO_REQUEST)
"""Of the request that is being answered; every line that is written meanwhile carries it."""

FORMATTERS = {"tekst": "dialoog.logs.PrivateFormatter", "json": "dialoog.logs.JsonFormatter"}
"""By the value of DIALOOG_LOGS."""

LINE = "%(asctime)s %(levelname)s [%(request_id)s] %(name)s: %(message)s"
EXTRAS = ("route", "status", "seconds")
"""What a record may carry as values of its own."""


def _as_typed(word: str) -> str:
    """A pattern for a word in an address, in any case, with any of its letters as %61 or, encoded twice, %2561."""
    return "".join(f"(?:{c}|%(?:25)*{ord(c):02x}|%(?:25)*{ord(c.upper()):02x})" for c in word)


SLASH = r"(?:[/\\]|%(?:25)*2f|%(?:25)*5c)"
PART = rf"(?:(?!{SLASH})[^\s\"'<>])+"
"""Of an address, between two slashes."""
TOKEN_WORDS = map(_as_typed, WORDS)
BEFORE_TOKEN = (*TOKEN_WORDS, rf"{_as_typed('nieuw-wachtwoord')}{SLASH}+{PART}")
PRIVATE_LINK = re.compile(rf"({SLASH}(?:{'|'.join(BEFORE_TOKEN)}){SLASH}+){PART}", re.IGNORECASE)
TOKEN = re.compile(r"(?<![\w-])(?:[\w-]{32}|[a-z0-9]{6,}-[0-9a-f]{32})(?![\w-])", re.ASCII)
"""Wherever it stands: what looks like a token is not written, ours or that of Django to set a new password."""
QUERY = re.compile(r"(/[^\s?\"'<>]*?)(?:\?|%(?:25)*3f)[^\s\"'<>]*", re.IGNORECASE)
ADDRESS = re.compile(r"\bip=\S+")
"""As gunicorn names who sent what it cannot read."""


def redact(text: str) -> str:
    """The text without secrets of links, without queries, and without the address of a visitor."""
    for pattern, instead in ((PRIVATE_LINK, r"\1…"), (TOKEN, "…"), (QUERY, r"\1?…"), (ADDRESS, "ip=…")):
        text = pattern.sub(instead, text)
    return text


class PrivateFormatter(logging.Formatter):
    """Shows where an exception came from and of which type it was; its message may quote what a visitor typed."""

    def __init__(self) -> None:
        super().__init__(LINE)

    def format(self, record: logging.LogRecord) -> str:
        return super().format(_private(record))

    def formatException(self, ei: Any) -> str:
        return "\n".join(_describe(ei[1])) if ei[1] else ""

    def formatStack(self, stack_info: str) -> str:
        return redact(stack_info)


class JsonFormatter(PrivateFormatter):
    """The same as one JSON object per line, for what collects logs."""

    def format(self, record: logging.LogRecord) -> str:
        own = _private(record)
        values: dict[str, Any] = {
            "time": datetime.fromtimestamp(own.created, UTC).isoformat(timespec="milliseconds"),
            "level": own.levelname,
            "logger": own.name,
            "request_id": own.__dict__["request_id"],
            "message": own.getMessage(),
        }
        values |= {name: own.__dict__[name] for name in EXTRAS if name in own.__dict__}
        if own.exc_info:
            values["exception"] = self.formatException(own.exc_info).splitlines()
        if own.stack_info:
            values["stack"] = self.formatStack(own.stack_info).splitlines()
        return json.dumps(values, ensure_ascii=False)


def _private(record: logging.LogRecord) -> logging.LogRecord:
    """A copy to write: other handlers (a test's, say) share the record and the traceback that is cached in it."""
    own = logging.makeLogRecord(record.__dict__)
    own.exc_text = None
    own.args = _without_messages(record.args)
    if hasattr(record, "request"):
        own.args = _without_spaces(own.args)
    own.msg, own.args = redact(own.getMessage()), None
    own.request_id = request_id.get()
    return own


def _without_messages(args: Any) -> Any:
    if isinstance(args, tuple):
        return tuple(type(arg).__name__ if isinstance(arg, BaseException) else arg for arg in args)
    return args


def _without_spaces(args: Any) -> Any:
    """Django writes the path of a request decoded; a name with a space in it would look like more than an address."""
    if isinstance(args, tuple):
        return tuple(quote(a, safe="/%") if isinstance(a, str) and a.startswith("/") else a for a in args)
    return args


def _describe(error: BaseException) -> list[str]:
    """Type and frames, of what caused it first."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = [*_describe(cause), "  which led to"] if cause else []
    return [*before, _type_name(error), *_frames(error.__traceback__)]


def _type_name(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _frames(traceback: TracebackType | None) -> list[str]:
    frames = []
    while traceback:
        code = traceback.tb_frame.f_code
        frames.append(f'  File "{code.co_filename}", line {traceback.tb_lineno}, in {code.co_name}')
        traceback = traceback.tb_next
    return frames
