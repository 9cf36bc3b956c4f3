"""The wizard's storage: a run in the database instead of a session. The current step is in the address alone."""

from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from formtools.wizard.storage.base import BaseStorage

from dialoog.wizard.forms import remark_name
from dialoog.wizard.remarks import Typed
from dialoog.wizard.run import CHECK, Questionnaire


class RunStorage(BaseStorage):
    """Reads and writes `request.run`; all else that stock storage knows lives no longer than the request."""

    def __init__(self, prefix: str, request: HttpRequest, file_storage: Any = None) -> None:
        super().__init__(prefix, request, file_storage)
        self.init_data()
        self.run: Questionnaire = request.run  # type: ignore[attr-defined]
        self.current_step = request.resolver_match.kwargs["step"]  # type: ignore[union-attr]

    def get_step_data(self, step: str) -> MultiValueDict[str, Any] | None:
        """Of a step its questions' answers, wherever they were saved; None if nothing was."""
        asked = {question.slug for question in self.run.questions_of(step)}
        answers: dict[str, Any] = {slug: list(options) for slug, options in self.run.given.items() if slug in asked}
        remarks = {remark_name(slug): text for slug, text in self.run.remarks.items() if slug in asked}
        saved = self.run.saved.get(step) if step == CHECK else answers | remarks
        if not saved:
            return None
        return MultiValueDict({f"{step}-{name}": _as_list(value) for name, value in saved.items()})

    def set_step_data(self, step: str, filled_in: tuple[dict[str, Any], Typed]) -> None:
        """Of the check page nothing: its texts are kept in the transaction that finishes the run."""
        if step != CHECK:
            self.run.save(step, *filled_in)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
