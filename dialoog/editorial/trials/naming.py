"""What editors call a line of an advice."""

from typing import Any

from dialoog.advice.kinds import LineKind
from dialoog.content.document.sentences import shortened


def called(kind: LineKind, item: Any) -> str:
    """`Actie ‘Neem contact op.’`"""
    text = getattr(item, kind.title) if kind.title else item.statement.text
    return f"{kind.singular} ‘{shortened(text)}’"
