"""A link as a QR code, drawn here: no other site hears of it."""

import segno
from django.utils.safestring import mark_safe

ERROR = "m"
"""How much of it may be dirty or torn: 15 percent."""
BORDER = 4
"""Modules of white around it, without which many cameras do not see it."""


def qr_code(link: str, *, name: str) -> str:
    """As SVG with attributes alone, since the Content-Security-Policy lets no style through; its size is CSS."""
    made = segno.make(link, error=ERROR, micro=False)
    svg = made.svg_inline(border=BORDER, light="#fff", omitsize=True, title=name)
    return mark_safe(svg)  # noqa: S308 segno escapes the name
