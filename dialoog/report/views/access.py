"""Whose link it is: every view of a report gets the finished run that the token in its address opens."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from dialoog.languages.choice import InLanguage, in_all_languages
from dialoog.languages.links import RIGHT
from dialoog.report.renderings.opening import Opened
from dialoog.report.views.rights import digest_of
from dialoog.wizard.models import Consultation
from dialoog.wizard.statements import OWNER, READER, consultation_of
from dialoog.wizard.tokens import hash_token

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Link:
    """What somebody came with. Owners stay on pages of their own: those work also when there is no link for readers."""

    token: str
    is_owner: bool
    digest: str = ""
    """The hash by which the run was found, whatever the address names; empty where nobody in particular came."""

    @property
    def is_right(self) -> bool:
        """It names a right of an account: what stands in the place of the token opens nothing for others."""
        return self.token.startswith(RIGHT)

    @property
    def report_url(self) -> str:
        return self.to("report:owner", "report:page")

    def url(self, page: str, **kwargs: str) -> str:
        """Of a page of the report that both have."""
        return self.to(f"report:owner_{page}", f"report:{page}", **kwargs)

    def to(self, of_owner: str, of_reader: str, **kwargs: str) -> str:
        """A page about this run, in any room, by the names of the views that an owner and a reader have for it."""
        return reverse(of_owner if self.is_owner else of_reader, kwargs={**self._of_link(), **kwargs})

    def in_all_languages(self) -> list[InLanguage]:
        """The report."""
        return in_all_languages("report:owner" if self.is_owner else "report:page", self._of_link())

    def _of_link(self) -> dict[str, str]:
        return {"token" if self.is_owner else "share": self.token}


Opener = Callable[..., Consultation | Opened | None]
"""From the hash of a token, and the column that holds it, to what a view needs of a run."""


def for_reader(view: View, opener: Opener | None = None) -> View:
    """Give the view what a reader's token opens, or a right of an account; every other link is the same 404."""

    @wraps(view)
    def opened(request: HttpRequest, share: str, **kwargs: object) -> HttpResponse:
        digest = digest_of(request, share) or ""
        consultation = (opener or consultation_of)(digest, READER) if digest else None
        if consultation is None or not consultation.is_completed:
            raise Http404("Geen rapport bij deze link.")
        return view(request, Link(share, is_owner=False, digest=digest), consultation, **kwargs)

    return never_cache(opened)


def for_owner(view: View, opener: Opener | None = None, *, is_early: bool = False) -> View:
    """The same with the owner's token; of a run that is not finished the owner goes on with the questions.

    `is_early`: the page is there before the run is finished too.
    """

    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs: object) -> HttpResponse:
        digest = hash_token(token)
        consultation = (opener or consultation_of)(digest, OWNER)
        if consultation is None:
            raise Http404("Geen adviestraject bij deze link.")
        if not (consultation.is_completed or is_early):
            return redirect("wizard:resume", token=token)
        return view(request, Link(token, is_owner=True, digest=digest), consultation, **kwargs)

    return never_cache(opened)
