"""What a page showed of other records, sent along with what was made of it."""

from hashlib import sha256
from typing import Any

from django import forms


class _AsItIsNow(forms.HiddenInput):
    """Also when a form comes back: its page shows what stands there now."""

    now = ""

    def format_value(self, value: Any) -> str:
        return self.now


class Seen(forms.CharField):
    """A hidden field that nobody fills in: whether it differs from `now` is for the form to judge."""

    widget = _AsItIsNow
    now = ""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, label="", **kwargs)

    def show(self, text: str) -> None:
        """By its digest: a browser may change the ends of lines in what it sends."""
        self.now = self.initial = self.widget.now = sha256(text.encode()).hexdigest()

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False
