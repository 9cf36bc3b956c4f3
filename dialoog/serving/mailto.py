"""A mail that opens ready to send in the visitor's own program, by which no mail goes through this site."""

from urllib.parse import quote


def mailto(subject: str, body: str = "") -> str:
    """Without whom it goes to: that is the visitor's business."""
    link = f"mailto:?subject={quote(subject, safe='')}"
    return f"{link}&body={quote(_lines(body), safe='')}" if body else link


def _lines(text: str) -> str:
    """As mail has them."""
    return "\r\n".join(text.split("\n"))
