"""What a publisher fills in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.typed.fields import TypedText
from dialoog.content.releases.publishing import Seen
from dialoog.editorial.cases.running import CaseResult

NOTE_LENGTH = 2000
REASON_LENGTH = 1000


class ReleaseForm(forms.Form):
    """A note, and what the publisher looked at, so that nothing else is published."""

    note = TypedText(
        label=_("Toelichting"),
        help_text=_("Wat is er veranderd, en waarom? Collega's lezen dit bij de uitgave."),
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf in een of twee zinnen wat er verandert.")},
    )
    current = forms.IntegerField(widget=forms.HiddenInput)
    checksum = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)

    def seen(self) -> Seen:
        return Seen(self.cleaned_data["current"], self.cleaned_data["checksum"])

    def mistakes(self) -> list[tuple[str, str]]:
        """For the summary: the id of the field to go to, and what to do. Empty for a form that was not sent."""
        return [
            (self[name].id_for_label, " ".join(map(str, texts)))
            for name, texts in self.errors.items()
            if name in self.fields
        ]


class BringBackForm(ReleaseForm):
    """With the choice to let the draft go back as well; without it, the next publication undoes this one."""

    with_draft = forms.BooleanField(
        label=_("Zet ook het concept terug"),
        help_text=_(
            "Anders staat in het concept nog wat je nu terugdraait. Bij de volgende uitgave komt dat weer op de site. "
            "Dit overschrijft ook wat collega's sinds die uitgave in het concept veranderden. Het blijft bij elke "
            "tekst in de geschiedenis staan."
        ),
        required=False,
    )


class PublishForm(ReleaseForm):
    """With a reason for each reference case that does not hold any more, and that the rest passed the checks."""

    passed = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, broken: Iterable[CaseResult], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.broken = list(broken)
        for case in self.broken:
            self.fields[_reason_name(case)] = TypedText(
                label=_("Waarom publiceer je toch, terwijl %(code)s niet klopt?") % {"code": case.code},
                help_text=" ".join(case.broken),
                max_length=REASON_LENGTH,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={
                    "required": _("Schrijf waarom %(code)s niet hoeft te kloppen, of maak het weer kloppend.")
                    % {"code": case.code}
                },
            )

    def overrules(self) -> list[dict[str, str]]:
        """For the release to keep."""
        return [
            {
                "case": case.code,
                "title": case.title,
                "broken": " ".join(case.broken),
                "reason": self.cleaned_data[_reason_name(case)],
            }
            for case in self.broken
        ]


def _reason_name(case: CaseResult) -> str:
    return f"reason_{case.code}"
