"""The rows of a rule: what it looks at once the partner types are ranked, and what it brings about."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialoog.catalogue.vocabulary import Outcome
from dialoog.content.admin.base import ContentInline, OrderedFormSet, rows_that_stay
from dialoog.content.admin.building.joins import JoinForm, JoinsRows
from dialoog.content.admin.building.repeats import refuse_repeats
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.models import ExampleEffect, PartnerEffect, RuleOutcome, TierEffect, TipEffect

ABOUT_REASONS = gettext_lazy(
    "Zeg bij de onderbouwing waarom juist dit bij deze antwoorden hoort. Zonder onderbouwing staat er in het advies "
    "alleen bij welke antwoorden het hoort."
)
REPEATED = gettext_lazy(
    "Dit is de onderbouwing van de regel zelf. Laat het leeg, of zeg waarom juist dit bij deze antwoorden hoort."
)


class OutcomeForm(JoinForm):
    """A condition on the outcome names the partner types that it is about, unless it is about nobody."""

    def clean(self) -> None:
        super().clean()
        outcome, partner_types = self.cleaned_data.get("outcome"), self.cleaned_data.get("partner_types")
        if outcome is None or partner_types is None:
            return
        label = Outcome(outcome).label
        is_about_nobody = outcome == Outcome.NOBODY_TO_BEGIN_WITH
        if is_about_nobody and partner_types:
            self.add_error("partner_types", _("Laat dit leeg: ‘%s’ gaat niet over een partnertype.") % label)
        elif not is_about_nobody and not partner_types:
            self.add_error("partner_types", _("Kies minstens één partnertype bij ‘%s’.") % label)


class OutcomeFormSet(JoinsRows, OrderedFormSet):
    """The outcome is what points and moves come to: a rule that looked at it and changed it would have no end."""

    others: dict[str, Any]
    """All rows of the page, by the part in which they stand."""

    def clean(self) -> None:
        super().clean()
        if not rows_that_stay(self):
            return
        if changes := ", ".join(f"‘{name}’" for name in self.changes()):
            sentence = _(
                "Een regel die naar de uitkomst kijkt, kan die niet ook veranderen: haal deze voorwaarden weg, of haal "
                "weg wat er staat bij %s."
            )
            raise ValidationError(sentence % changes)

    def changes(self) -> Iterator[str]:
        """What of this rule changes the outcome, as it is called on its page."""
        for inline in (PartnerEffectInline, TierEffectInline):
            if rows_that_stay(self.others[inline.prefix]):
                yield str(inline.verbose_name_plural)
        for name in ("known_bonus", "unknown_tier"):
            if getattr(self.instance, name):
                yield str(self.instance._meta.get_field(name).verbose_name)


class RuleOutcomeInline(ContentInline):
    model = RuleOutcome
    form = OutcomeForm
    formset = OutcomeFormSet
    verbose_name = gettext_lazy("voorwaarde op de uitkomst")
    verbose_name_plural = gettext_lazy("voorwaarden op de uitkomst")
    intro = gettext_lazy(
        "Hier wordt pas naar gekeken als de partnertypes op volgorde staan. Zo'n regel kan daarom geen punten geven en "
        "geen partnertype verplaatsen. Hij geeft alleen wat daaronder staat: tips, waarschuwingen, acties en meer. "
        "Groepen werken zoals hierboven."
    )
    fields = (("group", "outcome"), "is_absent", "partner_types")
    autocomplete_fields = ("partner_types",)


class WeightForm(forms.ModelForm):
    def clean_weight(self) -> int:
        weight: int = self.cleaned_data["weight"]
        if weight == 0:
            raise forms.ValidationError(_("Een gewicht van 0 doet niets. Kies een ander getal of verwijder deze rij."))
        return weight


class PartnerFormSet(OrderedFormSet):
    def clean(self) -> None:
        super().clean()
        refuse_repeats(rows_that_stay(self), "partner_type")


class PartnerEffectInline(ContentInline):
    to_begin_with = 3
    formset = PartnerFormSet
    prefix = "partners"
    model = PartnerEffect
    verbose_name = gettext_lazy("partnertype met punten")
    verbose_name_plural = gettext_lazy("gevolg: punten voor partnertypes")
    form = WeightForm
    intro = gettext_lazy(
        "Met meer punten komt een partnertype hoger in het advies. De onderbouwing van de regel staat erbij."
    )
    fields = ("partner_type", ("weight", "order"), "only_if_scored")


class TierEffectInline(ContentInline):
    formset = PartnerFormSet
    prefix = "tiers"
    model = TierEffect
    verbose_name = gettext_lazy("partnertype in een andere fase")
    verbose_name_plural = gettext_lazy("gevolg: partnertypes in een andere fase")
    intro = gettext_lazy("Zet een partnertype in het advies later of apart, hoeveel punten het ook heeft.")
    fields = ("partner_type", ("tier", "order"))


SHAPE_OF: dict[Any, Shape] = {shape.model: shape for shape in SCHEMA["rules"].children.values()}


class LineFormSet(OrderedFormSet):
    """A line says why it is in the advice; the words of the rule are about the partner types."""

    def clean(self) -> None:
        super().clean()
        refuse_repeats(rows_that_stay(self), SHAPE_OF[self.model].fields[0])
        for form in rows_that_stay(self):
            reason = _words(form.cleaned_data.get("reason", ""))
            if reason and reason == _words(self.instance.reason):
                form.add_error("reason", REPEATED)


def _words(text: str) -> list[str]:
    """To compare texts by."""
    return text.casefold().split()


class LineInline(ContentInline):
    """Whatever a rule brings in beside partner types, with what it says about it."""

    formset = LineFormSet
    intro = ABOUT_REASONS

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> forms.Field | None:
        if db_field.name == "reason":
            kwargs["help_text"] = ""  # stands above the rows, once
        elif db_field.is_relation:
            sentence = format_lazy(gettext_lazy("Kies een {kind}, of verwijder deze rij."), kind=db_field.verbose_name)
            kwargs["error_messages"] = {"required": sentence}
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class TipEffectInline(LineInline):
    model = TipEffect
    verbose_name = gettext_lazy("tip met nadruk")
    verbose_name_plural = gettext_lazy("gevolg: nadruk op tips")
    form = WeightForm
    intro = format_lazy(
        "{} {}", gettext_lazy("De tips met het meeste gewicht staan bovenaan in het hoofdstuk met tips."), ABOUT_REASONS
    )
    fields = ("tip", "reason", ("weight", "order"))
    autocomplete_fields = ("tip",)


class ExampleEffectInline(LineInline):
    model = ExampleEffect
    verbose_name = gettext_lazy("praktijkvoorbeeld")
    verbose_name_plural = gettext_lazy("gevolg: praktijkvoorbeelden")
    form = WeightForm
    intro = format_lazy(
        "{} {}",
        gettext_lazy("De praktijkvoorbeelden met het meeste gewicht staan in het hoofdstuk ‘Zo deden anderen het’."),
        ABOUT_REASONS,
    )
    fields = ("example", "reason", ("weight", "order"))
    autocomplete_fields = ("example",)


def _link_inline(shape: Shape) -> type[LineInline]:
    """For what a rule brings in without a weight: which one, why, what else there is to say, and its place."""
    name, *others = shape.fields
    field: Any = shape.model._meta.get_field(name)
    kind = field.related_model._meta
    options = {
        "model": shape.model,
        "verbose_name": kind.verbose_name,
        "verbose_name_plural": format_lazy(gettext_lazy("gevolg: {kinds}"), kinds=kind.verbose_name_plural),
        "fields": (name, "reason", (*(other for other in others if other != "reason"), "order")),
        "autocomplete_fields": (name,),
    }
    return type(f"{shape.model.__name__}Inline", (LineInline,), options)


LINK_INLINES = tuple(_link_inline(shape) for shape in SCHEMA["rules"].children.values() if shape.has_short_rows)

EFFECT_INLINES: tuple[type[ContentInline], ...] = (
    *(PartnerEffectInline, TierEffectInline, TipEffectInline, ExampleEffectInline),
    *LINK_INLINES,
)
"""In the order of the page."""
