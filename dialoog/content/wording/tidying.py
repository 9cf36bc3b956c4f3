"""What comes along with a text that is pasted from Word, a mail or a PDF, turned into what was meant.

Nobody sees these characters on a screen; in a report they make gaps, odd breaks or bullets in one long line.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from dialoog.catalogue.vocabulary import Vocabulary
from dialoog.content.wording.links import completed
from dialoog.lettering.fonts import script_characters


class Change(Vocabulary):
    """What was changed in a text, in words that finish the sentence “in this field …”."""

    SPACES = "spaties", "bijzondere spaties zijn gewone spaties geworden"
    INVISIBLE = "onzichtbaar", "onzichtbare tekens zijn weggehaald"
    BREAKS = "regels", "bijzondere regeleinden zijn gewone geworden"
    SIGNS = "tekens", "tekens uit een ander lettertype zijn gewone tekens geworden"
    LIST = "lijst", "opsommingstekens zijn een lijst geworden"
    BULLETS = "bolletjes", "opsommingstekens zijn gewone bolletjes geworden: hier kan geen lijst staan"
    LINKS = "links", "links zonder https:// of mailto: hebben dat gekregen"


@dataclass(frozen=True)
class Tidied:
    text: str
    changes: tuple[Change, ...]


def tidied(text: str, *, is_markdown: bool = False) -> Tidied:
    """Tidying what is tidy changes nothing."""
    changes = []
    for change, step in _STEPS_OF_MARKDOWN if is_markdown else _STEPS:
        if (done := step(text)) != text:
            changes.append(change)
            text = done
    return Tidied(text, tuple(changes))


_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028]")
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0) if code != 0x85}
"""Letters of Windows that were read as another alphabet: U+0092 was meant as ’."""
_SIGNS = {0xF0FC: "✓", 0xF0E0: "→", 0xF0E8: "→", 0xF0B0: "°", 0xF0B3: "≥", 0xF0A3: "≤", 0xF0B4: "×"}
"""Of the fonts Symbol and Wingdings, as in Word: what they look like there."""
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0a8\uf06c\uf06e\uf02d"
"""Of the same two fonts. They can be nothing else, also in the middle of a line."""
_BULLET = re.compile(rf"[{_BULLETS}]")
_INLINE_BULLET = re.compile(rf"(?<=\S)[ \t]*([{_BULLETS}])")
_MARK = re.compile(rf"[ \t]*(?:[{_BULLETS}•▪●◦‣][ \t]*|[·–](?:\t[ \t]*|[ ]{{2,}}))")
"""At the start of a line. A dash or a dot is a bullet only with the room that Word puts behind it."""
_INNER_MARK = re.compile(r"[ \t]*o\t[ \t]*")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def _plain_breaks(text: str) -> str:
    return _BREAKS.sub("\n", text.replace("\u2029", "\n\n"))


def _plain_spaces(text: str) -> str:
    return text.translate({ord(sign): " " for sign in set(text) if unicodedata.category(sign) == "Zs"})


def _visible(text: str) -> str:
    """Joiners stay where a script needs them, and marks of direction where two directions meet."""
    if not any(map(_is_invisible, set(text))):
        return text
    turns = any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)
    kept: list[str] = []
    for sign in text:
        is_joiner, is_direction = sign in "\u200c\u200d", sign in "\u200e\u200f"
        is_needed = bool(kept and ord(kept[-1]) in script_characters()) if is_joiner else is_direction and turns
        if is_needed or not _is_invisible(sign):
            kept.append(sign)
    return "".join(kept)


def _is_invisible(sign: str) -> bool:
    """A NUL is not: it is refused, because it is no accident of pasting."""
    category = unicodedata.category(sign)
    return (
        category == "Cf"
        or "\ufe00" <= sign <= "\ufe0f"
        or (category == "Cc" and sign not in "\n\t\x00" and sign < "\x80")
    )


def _plain_signs(text: str) -> str:
    return text.translate(_C1).translate(_SIGNS)


def _bullets(text: str) -> str:
    return _BULLET.sub("•", text)


def _list(text: str) -> str:
    """Each item on a line of its own, and an empty line where the list ends: what follows would join its last item."""
    lines: list[str] = []
    is_in_list = False
    for line in _INLINE_BULLET.sub(r"\n\1", text).split("\n"):
        if mark := _MARK.match(line):
            lines.append(f"- {line[mark.end() :].strip()}")
            is_in_list = True
        elif is_in_list and (mark := _INNER_MARK.match(line)):
            lines.append(f"  - {line[mark.end() :].strip()}")
        elif is_in_list and not line.strip():
            lines.append("")
            is_in_list = False
        else:
            lines += ["", line] if is_in_list and not line.startswith(("-", "  ")) else [line]
            is_in_list = is_in_list and line.startswith(("-", "  "))
    return "\n".join(lines)


Steps = tuple[tuple[Change, Callable[[str], str]], ...]
_COMMON: Steps = (
    (Change.BREAKS, _plain_breaks),
    (Change.SPACES, _plain_spaces),
    (Change.INVISIBLE, _visible),
    (Change.SIGNS, _plain_signs),
)
_STEPS: Steps = (*_COMMON, (Change.BULLETS, _bullets))
_STEPS_OF_MARKDOWN: Steps = (*_COMMON, (Change.LIST, _list), (Change.LINKS, completed))


def said(changes: tuple[Change, ...]) -> str:
    return "; ".join(change.label for change in changes)
