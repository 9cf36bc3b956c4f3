"""Forms that say at the field, or at the row, that a colleague changed the same; such a form is not valid."""

from typing import Any

from django.forms import BaseInlineFormSet
from django.utils.translation import gettext as _

from dialoog.content.admin.merging.meeting import Meeting
from dialoog.content.admin.merging.three_ways import MAIN


def meeting_form(form_class: Any, meeting: Meeting) -> Any:
    """The form of a record, with what there is to choose.

    It is not valid as a whole: Django asks nothing of a row that is ticked off.
    """

    def full_clean(form: Any) -> None:
        form_class.full_clean(form)
        if form.is_bound:
            form.add_error(None, _("Er is nog niets bewaard: een collega veranderde hetzelfde als jij."))
            for _number, field, problem in meeting.problems(MAIN):
                form.add_error(field, problem)

    return type(form_class.__name__, (form_class,), {"full_clean": full_clean})


class MeetingFormSet(BaseInlineFormSet):
    """Rows of a record."""

    meeting: Meeting | None = None

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and self.meeting:
            for number, field, problem in self.meeting.problems(str(self.prefix)):
                form: Any = self.forms[number]
                form.add_error(field or None, problem)
                form.is_put_back = form.instance.pk is None  # the page can take it away again, also without a script
