"""What a publisher fills in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.typed.fields import TypedText
from dialoog.content.releases.publishing import Seen
from dialoog.content.wording.refusing import refuse_unsound_links
from dialoog.editorial.cases.running import CaseResult
from dialoog.languages.active import all_languages
from dialoog.languages.catalogues import SOURCE_LANGUAGE
from dialoog.languages.names import dutch_name

NOTE_LENGTH = 2000
NEWS_LENGTH = 1000
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in all_languages():
            self.fields[_news_name(language)] = _news_field(language)

    def news(self) -> dict[str, str]:
        """What was written for visitors, by language."""
        texts = {language: self.cleaned_data[_news_name(language)] for language in all_languages()}
        return {language: text for language, text in texts.items() if text}

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


def _news_field(language: str) -> TypedText:
    is_source = language == SOURCE_LANGUAGE
    label = _("Voor bezoekers (in het nieuws)") if is_source else _("Voor bezoekers, in het %s")
    about = (
        _("Wat heeft een bezoeker aan deze uitgave? Mag leeg zijn: wat nieuw, gewijzigd of weg is, staat er al bij.")
        if is_source
        else _("Mag leeg zijn: dan staat er in die taal alleen bij wat nieuw, gewijzigd of weg is.")
    )
    field = TypedText(
        label=label if is_source else label % dutch_name(language),
        help_text=about,
        max_length=NEWS_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "lang": language}),
        validators=[refuse_unsound_links],
    )
    field.is_markdown = True
    return field


def _news_name(language: str) -> str:
    return f"news_{language}"


def _reason_name(case: CaseResult) -> str:
    return f"reason_{case.code}"
