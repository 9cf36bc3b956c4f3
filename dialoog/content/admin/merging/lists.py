"""What is done to records that were chosen in a list is done to what the list showed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ActionForm
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _

from dialoog.content.admin.merging.colleagues import Colleagues
from dialoog.content.models.versions import Version
from dialoog.staff.frame.sent import whole_number


def newest_of_all() -> int:
    return Version.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


class SeenForm(ActionForm):
    """The choice of an action, with the newest version by the time of the list."""

    seen = forms.IntegerField(label="", required=False, initial=newest_of_all, widget=forms.HiddenInput)


def unchanged_since_seen(admin: Any, request: HttpRequest, chosen: list[Any]) -> list[Any]:
    """Without those that somebody changed after the list was shown: of these we tell who did.

    A list that does not say when it was shown shows nothing for sure.
    """
    seen = whole_number(request.POST.get("seen")) or 0
    stale = set(_changed(admin.model, seen, [instance.pk for instance in chosen]))
    for instance in chosen:
        if instance.pk in stale:
            said = {"name": instance, "who": Colleagues(instance, seen, request.user).all()}
            messages.warning(
                request, _("Overgeslagen: ‘%(name)s’ is veranderd door %(who)s. Kijk er eerst naar.") % said
            )
    return [instance for instance in chosen if instance.pk not in stale]


def _changed(model: type[models.Model], seen: int, keys: list[Any]) -> Any:
    later = Version.objects.of_kind(model).filter(instance_pk__in=keys, pk__gt=seen)
    return later.order_by().values_list("instance_pk", flat=True).distinct()
