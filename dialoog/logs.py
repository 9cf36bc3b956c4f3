"""Logs that hold no answers, names or tokens: private links are cut short and exceptions lose their message."""

import logging
import re
from types import TracebackType
from typing import Any

PRIVATE_LINK = re.compile(r"(/(?:advies|rapport|nieuw-wachtwoord/[^/\s]+)/)[^/\s\"'<>]+")
QUERY = re.compile(r"(/[^\s?\"'<>]*)\?[^\s\"'<>]*")
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def redact(text: str) -> str:
    """The text without secrets of links and without queries."""
    return QUERY.sub(r"\1?…", PRIVATE_LINK.sub(r"\1…", text))


class PrivateFormatter(logging.Formatter):
    """Shows where an exception came from and of which type it was; its message may quote what a visitor typed."""

    def __init__(self) -> None:
        super().__init__(LINE)

    def format(self, record: logging.LogRecord) -> str:
        # Other handlers (a test's, say) share the record and the traceback that is cached in it.
        own = logging.makeLogRecord(record.__dict__)
        own.exc_text = None
        own.args = _without_messages(record.args)
        return redact(super().format(own))

    def formatException(self, ei: Any) -> str:
        return "\n".join(_describe(ei[1])) if ei[1] else ""


def _without_messages(args: Any) -> Any:
    if isinstance(args, tuple):
        return tuple(type(arg).__name__ if isinstance(arg, BaseException) else arg for arg in args)
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
