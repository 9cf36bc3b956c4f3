"""Looking at a page as it would be, without saving it: for whoever has no JavaScript."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

SHOW = "_toon"
"""The name of the buttons that send a page to see it again."""


class ShowsUnsaved(admin.ModelAdmin):
    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> Any:
        """Every instance on the page knows what was sent; what is only to be shown is not fit to be saved."""
        formsets, inlines = super()._create_formsets(request, obj, change)  # type: ignore[misc]
        if request.method == "POST":
            obj.sent_with = formsets
            if SHOW in request.POST:
                messages.info(request, _("Dit is nog niet bewaard."))
                for formset in formsets[:1]:
                    formset.is_valid = lambda: False
        return formsets, inlines
