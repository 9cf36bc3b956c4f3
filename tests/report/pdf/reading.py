"""The words of a PDF, as a reader gets them: out of the file itself, in the order in which they are painted."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, String

PAIR = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
SECTION = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
HYPHENATED = re.compile(r"(?<=\w)[-\u2010] (?=[a-z])")


def text_of_pdf(content: bytes) -> str:
    """In one line; words that were broken at the end of a line are whole again."""
    with pikepdf.open(BytesIO(content)) as pdf:
        pieces = " ".join(piece for page in pdf.pages for piece in _pieces(page))
    return HYPHENATED.sub("", " ".join(pieces.replace("\u200b", "").replace("\u00ad", "").split()))


def _pieces(page: pikepdf.Page) -> Iterator[str]:
    """What is painted in one go, mostly a line within one element."""
    letters = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    known: dict[str, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            known = letters[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if isinstance(operands[0], Array) else operands
            yield "".join(_said(bytes(part), known) for part in parts if isinstance(part, String))


def _said(codes: bytes, known: dict[str, str]) -> str:
    return "".join(known.get(codes[place : place + 2].hex(), "\ufffd") for place in range(0, len(codes), 2))


def _letters(font: pikepdf.Object) -> dict[str, str]:
    """By the code of a glyph, in four hexadecimal digits."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    pairs = [pair for section in SECTION.findall(table) for pair in PAIR.findall(section)]
    return {code.lower().zfill(4): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
