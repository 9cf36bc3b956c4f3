"""Style sheets name sides as reading does, begin and end, and not left and right."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.BASE_DIR) / "static/css"
SHEETS = sorted(CSS.rglob("*.css"))
SIDE = re.compile(
    r"(?<![\w-])(?:[\w-]+-(?:left|right)(?:-(?:color|style|width|radius))?|left|right)\s*:"
    r"|(?<![\w-])(?:float|clear|text-align|caption-side)\s*:\s*(?:left|right)"
)
SIDES = re.compile(r"(?<![\w-])(margin|padding|inset|border-(?:width|style|color))\s*:([^;{}]+);")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PAGE = re.compile(r"@page[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
"""Paper has a left and a right, whatever is printed on it."""
VALUE = re.compile(r"(?:[\w-]+\((?:[^()]|\([^()]*\))*\)|\S)+")
FLOAT = "float: right"
"""WeasyPrint 70 stops at `float: inline-end`, so paper keeps this one."""


def physical(css: str) -> Iterator[str]:
    """What names a side of the screen where the side of the text would do."""
    rest = PAGE.sub("", COMMENT.sub("", css))
    yield from (found[0] for found in SIDE.finditer(rest))
    for found in SIDES.finditer(rest):
        values = VALUE.findall(found[2])
        if len(values) == 4 and values[1] != values[3]:
            yield found[0]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: str(path.relative_to(CSS)))
def test_no_sheet_names_left_or_right(path: Path) -> None:
    allowed = {FLOAT} if path.parent.name == "print" else set()

    assert set(physical(path.read_text(encoding="utf-8"))) <= allowed


@pytest.mark.parametrize(
    "rule",
    [
        "margin-left: 1px;",
        "border-right-width: 0;",
        "border-top-left-radius: 1px;",
        "left: 0;",
        "float: left;",
        "text-align: right;",
        "padding: 0 0 0 var(--space-1);",
        "inset: 0 calc(1px + (2 * 3px)) 0 0;",
    ],
)
def test_the_search_finds_a_side(rule: str) -> None:
    assert list(physical(f"p {{ {rule} }}"))


@pytest.mark.parametrize("rule", ["margin: 0 1px 2px 1px;", "margin-inline: 0 1px;"])
def test_what_is_the_same_on_both_sides_is_no_side(rule: str) -> None:
    assert not list(
        physical(f"/* left: 0 */ @page {{ margin: 0 1px 0 2px; @bottom-left {{ left: 0 }} }} p {{ {rule} }}")
    )
