"""Tips, cautions, actions and outlines of documents."""

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.base import PLACE, ContentAdmin, ContentInline, section
from dialoog.content.admin.building.suggesting import SuggestsKey
from dialoog.content.models import Action, Caution, DocumentTemplate, DocumentTemplateLine, Tip


@admin.register(Tip)
class TipAdmin(ContentAdmin):
    list_display = ("title", "text", "tip_set", "number")
    list_filter = ("tip_set",)
    search_fields = ("slug", "title", "text", "=facts__code")
    autocomplete_fields = ("facts",)
    readonly_fields = ("where_used",)
    fieldsets = (
        section(
            _("De tip"),
            *("title", "text", "basis", "facts"),
            about=_(
                "Staat in het hoofdstuk ‘Tips voor een goede samenwerking’. Leggen regels er nadruk op, dan staat hij "
                "open, en anders achter een uitklapknop."
            ),
        ),
        section(_("Reeks en nummer"), "tip_set", "number"),
        section(_("Voor redacteuren"), "slug", "where_used"),
        PLACE,
    )


@admin.register(Caution)
class CautionAdmin(ContentAdmin):
    list_display = ("text", "severity", "is_leading", "slug")
    list_filter = ("severity", "is_leading")
    search_fields = ("slug", "text", "=facts__code")
    autocomplete_fields = ("facts",)
    readonly_fields = ("where_used",)
    fieldsets = (
        section(
            _("De waarschuwing"),
            *("text", "basis", "facts"),
            about=_("Staat in het hoofdstuk ‘Waar moet je op letten?’ als een regel hem geeft."),
        ),
        section(_("Hoe belangrijk"), "severity", "is_leading"),
        section(_("Voor redacteuren"), "slug", "where_used"),
        PLACE,
    )


class ActionForm(SuggestsKey):
    """Partners matter only to an action that needs more time."""

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("partner_types") and not self.cleaned_data.get("needs_time"):
            self.add_error("partner_types", gettext("Laat dit leeg, of vink aan dat de actie meer tijd vraagt."))


@admin.register(Action)
class ActionAdmin(ContentAdmin):
    form = ActionForm
    list_display = ("text", "moment", "needs_time", "slug")
    list_filter = ("moment", "needs_time")
    search_fields = ("slug", "text", "=facts__code")
    autocomplete_fields = ("partner_types", "facts")
    readonly_fields = ("where_used",)
    fieldsets = (
        section(
            _("De actie"),
            *("moment", "text", "basis", "facts"),
            about=_("Staat in het stappenplan bij dit moment als een regel hem geeft."),
        ),
        section(_("Als er weinig tijd is"), "needs_time", "partner_types"),
        section(_("Voor redacteuren"), "slug", "where_used"),
        PLACE,
    )


class DocumentTemplateLineInline(ContentInline):
    model = DocumentTemplateLine
    intro = _(
        "De regels staan onder de titel, in deze volgorde. Een woord tussen accolades, zoals {naam}, is iets om in te "
        "vullen."
    )
    fields = ("text", "basis", "facts", "order")
    autocomplete_fields = ("facts",)


@admin.register(DocumentTemplate)
class DocumentTemplateAdmin(ContentAdmin):
    list_display = ("title", "size", "slug", "order")
    list_prefetch_related = ("lines",)
    search_fields = ("slug", "title", "lines__text")
    autocomplete_fields = ("needs",)
    inlines = (DocumentTemplateLineInline,)
    fieldsets = (
        section(
            _("De opzet"),
            *("title", "slug", "form", "needs"),
            about=_("Staat in het hoofdstuk ‘Teksten om mee te beginnen’, achter een uitklapknop met deze titel."),
        ),
        PLACE,
    )

    @admin.display(description=_("regels"))
    def size(self, template: DocumentTemplate) -> int:
        return len(template.lines.all())
