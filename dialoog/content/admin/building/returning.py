"""Back to where somebody was, and no page left by accident with changes that are not saved."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _


class ReturnsToItsRow(admin.ModelAdmin):
    """Django keeps the page and the filters of a list; this adds the row."""

    class Media:
        js = [Script("js/leaving.js", type="module")]

    @admin.display(description=mark_safe('<input type="checkbox" id="action-toggle">'))  # as Django has it
    def action_checkbox(self, obj: Any) -> Any:
        """Django's own, with a name for an address to point at."""
        label = format_html(_("Kies dit voor een actie: {}"), str(obj))
        attrs = {"class": "action-select", "aria-label": label, "id": row_of(obj)}
        return forms.CheckboxInput(attrs, lambda value: False).render(ACTION_CHECKBOX_NAME, str(obj.pk))

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        response = super().response_post_save_change(request, obj)
        response["Location"] += f"#{row_of(obj)}"
        return response


def row_of(instance: Any) -> str:
    return f"rij-{instance.pk}"
