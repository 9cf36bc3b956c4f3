"""Whose link it is: every view of a report gets the finished run that the token in its address opens."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from dialoog.report.renderings.opening import Opened
from dialoog.wizard.models import Consultation
from dialoog.wizard.statements import OWNER, READER, consultation_of

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Link:
    """What somebody came with. Owners stay on pages of their own: those work also when there is no link for readers."""

    token: str
    is_owner: bool

    @property
    def report_url(self) -> str:
        return self._url("owner" if self.is_owner else "page")

    def url(self, page: str, **kwargs: str) -> str:
        """Of a page that both have."""
        return self._url(f"owner_{page}" if self.is_owner else page, **kwargs)

    def _url(self, name: str, **kwargs: str) -> str:
        return reverse(f"report:{name}", kwargs={"token" if self.is_owner else "share": self.token, **kwargs})


Opener = Callable[..., Consultation | Opened | None]
"""From a token, and the column that holds its hash, to what a view needs of a run."""


def for_reader(view: View, opener: Opener | None = None) -> View:
    """Give the view what a reader's token opens; every other link is the same 404."""

    @wraps(view)
    def opened(request: HttpRequest, share: str, **kwargs: object) -> HttpResponse:
        consultation = (opener or consultation_of)(share, READER)
        if consultation is None or not consultation.is_completed:
            raise Http404("Geen rapport bij deze link.")
        return view(request, Link(share, is_owner=False), consultation, **kwargs)

    return never_cache(opened)


def for_owner(view: View, opener: Opener | None = None) -> View:
    """The same with the owner's token; of a run that is not finished the owner goes on with the questions."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs: object) -> HttpResponse:
        consultation = (opener or consultation_of)(token, OWNER)
        if consultation is None:
            raise Http404("Geen adviestraject bij deze link.")
        if not consultation.is_completed:
            return redirect("wizard:resume", token=token)
        return view(request, Link(token, is_owner=True), consultation, **kwargs)

    return never_cache(opened)
