"""The fonts that are bundled for the PDF, and the characters that they have."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
SANS = FONTS / "dialoog-sans-regular.ttf"
"""The other cuts of the sans have the same characters; where the serif lacks one, the sans stands in."""
SCRIPTS = FONTS / "scripts"
"""A font for each script that is not Latin, Greek or Cyrillic."""


@cache
def characters(font: Path = SANS) -> frozenset[int]:
    """Its code points."""
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


@cache
def script_characters() -> frozenset[int]:
    """The code points that one of the scripts has and the sans has not: their letters, signs and joiners."""
    return frozenset().union(*map(characters, SCRIPTS.glob("*.ttf"))) - characters()
