"""The field for a remark, as the step and the page of all remarks show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string

from dialoog.languages.active import active_language
from dialoog.wizard.showing.described import Described


@dataclass(frozen=True)
class RemarkView(Described):
    question: str
    """Its text."""
    name: str
    id: str
    value: str
    error: str = ""
    notice: str = ""
    """What the PDF cannot show of it."""
    stored: str | None = None
    """What stands there now, where somebody else changed it too."""

    @property
    def is_open(self) -> bool:
        return bool(self.value or self.error)

    def parts(self) -> Mapping[str, object]:
        """The help is about who reads it, or is the answer that it is about."""
        return {
            self.error_id: self.error,
            self.stored_id: self.stored is not None,
            self.notice_id: self.notice,
            self.help_id: True,
        }


def fold_of(remark: RemarkView) -> str:
    """For a step, as HTML. Most hold nothing, and such a one is the same for everybody."""
    return _fold(remark) if remark.is_open else _closed(remark, active_language())


@lru_cache(maxsize=512)
def _closed(remark: RemarkView, _language: str) -> str:
    return _fold(remark)


def _fold(remark: RemarkView) -> str:
    return render_to_string("wizard/_remark.html", {"remark": remark})
