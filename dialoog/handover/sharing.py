"""All with which an owner lets somebody else open the report: link, picture, code, and mails that hold one of them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from dialoog.handover.pictures import qr_code
from dialoog.handover.switching import Shown, shown_code
from dialoog.plan.page import Order
from dialoog.plan.showing import in_order
from dialoog.report.views.access import Link
from dialoog.serving.mailto import mailto
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import covers_of
from dialoog.wizard.tokens import share_token


@dataclass(frozen=True)
class Shared:
    url: str = ""
    """Of readers, whole; empty when the owner shares it with nobody."""
    plan_url: str = ""
    """Of the plan for readers, whole."""
    code: Shown | None = None
    open_url: str = ""
    """Whole, of the page on which a code is typed."""
    site: str = ""
    """Where the start page is that leads there, short enough to read aloud."""
    title: str = ""
    """As it was typed for the cover; empty without one."""

    @classmethod
    def of(cls, request: HttpRequest, link: Link, run: Consultation) -> Self:
        if not run.is_shared(link.token):
            return cls()
        share = {"share": share_token(link.token, run.share_round)}
        order = Order.DATE if run.plan_next_on else Order.DOING  # who gets a plan asks what comes when
        return cls(
            request.build_absolute_uri(reverse("report:page", kwargs=share)),
            request.build_absolute_uri(in_order(reverse("plan:page", kwargs=share), order)),
            shown_code(run, link.token),
            request.build_absolute_uri(reverse("handover:open")),
            request.get_host() + reverse("wizard:home").rstrip("/"),
            covers_of([run.pk]).get(run.pk, {}).get("title", ""),
        )

    @cached_property
    def picture(self) -> str:
        return qr_code(self.url, name=_("QR-code van de link naar dit advies"))

    @property
    def until(self) -> str:
        """The last moment of the code; the time as any language here can read it."""
        if not self.code:
            return ""
        moment = localtime(self.code.ends_at)
        values = {"day": date_format(moment, "DATE_FORMAT"), "time": date_format(moment, "H:i")}
        return _("%(day)s om %(time)s uur") % values

    @property
    def mail_of_link(self) -> str:
        said = _(
            "Hallo,\n\nMet deze link kun je mijn advies lezen en downloaden:\n%(advice)s\n\n"
            "En hier staat mijn plan: wat gedaan is, wie wat doet en wanneer:\n%(plan)s\n\n"
            "Je kunt er niets in veranderen."
        )
        return mailto(self._subject, said % {"advice": self.url, "plan": self.plan_url})

    @property
    def mail_of_code(self) -> str:
        said = _(
            "Hallo,\n\nJe kunt mijn advies en mijn plan lezen en downloaden. Ga naar %(page)s en vul deze deelcode "
            "in:\n%(code)s\n\nDe code werkt tot %(until)s. Je kunt er niets in veranderen."
        )
        values = {"page": self.open_url, "code": self.code.text if self.code else "", "until": self.until}
        return mailto(self._subject, said % values)

    @property
    def _subject(self) -> str:
        return _("Advies en plan: %s") % self.title if self.title else _("Mijn advies en plan over samenwerken")
