"""Rules: conditions, effects, the reason, and who confirmed them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import admin, messages
from django.db import models, transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dialoog.catalogue.document import Record
from dialoog.catalogue.vocabulary import Basis
from dialoog.content.admin import confirmation
from dialoog.content.admin.base import PLACE, section
from dialoog.content.admin.building.suggesting import SuggestsCode
from dialoog.content.admin.building.touching import TouchesFilter
from dialoog.content.admin.conditions import ConditionInline
from dialoog.content.admin.kinds.effects import EFFECT_INLINES, RuleOutcomeInline
from dialoog.content.admin.merging.lists import SeenForm, unchanged_since_seen
from dialoog.content.admin.sentences import SentenceAdmin
from dialoog.content.document.applying import lock_content
from dialoog.content.document.sentences import Names, effect_sentences, rule_sentence, shortened
from dialoog.content.models import Rule, RuleCondition
from dialoog.content.versions.keeping import keep_unkept, keep_version

IN_LIST = 240
"""Characters of a rule's sentence in the list."""


class RuleConditionInline(ConditionInline):
    model = RuleCondition
    to_begin_with = 2


class ConfirmationFilter(admin.SimpleListFilter):
    title = gettext_lazy("bevestiging")
    parameter_name = "bevestiging"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("afgeleid", gettext_lazy("Afgeleid en nog niet bevestigd")),
            ("open", gettext_lazy("Nog niet bevestigd")),
            ("bevestigd", gettext_lazy("Bevestigd")),
        ]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Rule]) -> models.QuerySet[Rule]:
        match self.value():
            case "afgeleid":
                return queryset.filter(basis=Basis.INFERRED, is_confirmed=False)
            case "open":
                return queryset.filter(is_confirmed=False)
            case "bevestigd":
                return queryset.filter(is_confirmed=True)
            case _:
                return queryset


@admin.register(Rule)
class RuleAdmin(SentenceAdmin):
    form = SuggestsCode
    actions = ("confirm", "delete_selected")
    action_form = SeenForm
    list_display = ("code", "sentence_begin", "is_confirmed", "goal", "basis")
    empty_value_display = gettext_lazy("Elk doel")
    list_select_related = ("goal",)
    list_filter = (
        "goal",
        ConfirmationFilter,
        "basis",
        TouchesFilter,
        ("conditions__question", admin.RelatedOnlyFieldListFilter),
    )
    search_fields = (
        *("code", "reason", "=facts__code", "conditions__options__label", "partners__partner_type__name"),
        *("cautions__caution__text", "actions__action__text", "tips__tip__title", "examples__example__title"),
        *(f"{lines}__reason" for lines in ("cautions", "actions", "tips", "examples", "organisations", "tools")),
    )
    search_help_text = gettext_lazy("Zoek op code, onderbouwing, bronverwijzing (F12), antwoord of gevolg.")
    autocomplete_fields = ("facts",)
    judgements = {"is_confirmed": ()}
    readonly_fields = ("sentence", "confirmed")
    inlines = (RuleConditionInline, RuleOutcomeInline, *EFFECT_INLINES)
    fieldsets = (
        section(
            gettext_lazy("De regel"),
            *("sentence", "code", "goal"),
            about=gettext_lazy(
                "Een regel zegt: als de antwoorden zo zijn, dan dit advies, want daarom. De zin hieronder is de regel "
                "zoals die op deze pagina staat. Voorwaarden en gevolgen staan verderop."
            ),
        ),
        section(
            gettext_lazy("Waarom"),
            *("reason", "basis", "facts"),
            about=gettext_lazy(
                "De onderbouwing staat op de site en in de pdf bij de partnertypes van deze regel. Andere gevolgen "
                "hebben hun eigen onderbouwing. De grond en de bronnen gelden voor alles wat uit deze regel volgt."
            ),
        ),
        section(
            gettext_lazy("Bevestiging"),
            *("is_confirmed", "confirmed"),
            about=gettext_lazy("Voor redacteuren. Verandert de regel, dan vervalt de bevestiging."),
        ),
        section(
            gettext_lazy("Partijen die de bezoeker kent of niet kent"),
            *("known_bonus", "unknown_tier"),
            about=gettext_lazy("Voor een paar regels over bekendheid. Bij andere regels blijft dit 0 en leeg."),
        ),
        PLACE,
    )

    @admin.display(description=gettext_lazy("Zo leest deze regel"))
    def sentence(self, rule: Rule) -> str:
        return self.spoken(rule)

    @admin.display(description=gettext_lazy("de regel als zin"))
    def sentence_begin(self, rule: Rule) -> str:
        return shortened(self.in_words(rule), IN_LIST)

    @admin.display(description=gettext_lazy("Bevestigd door"))
    def confirmed(self, rule: Rule) -> str:
        return confirmation.sentence(rule)

    def read(self, names: Names, record: Record) -> str:
        return rule_sentence(names, record)

    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> Any:
        """Conditions on the outcome are judged beside the effects: no part of the page is right or wrong alone."""
        formsets, inlines = super()._create_formsets(request, obj, change)
        for formset in formsets:
            formset.others = {other.prefix: other for other in formsets}
        return formsets, inlines

    def save_model(self, request: HttpRequest, obj: Rule, form: Any, change: bool) -> None:
        """Remembers what a rule said before, for `complete` to see whether it is still confirmed."""
        if "is_confirmed" in form.changed_data:
            confirmation.decide(obj, request.user)
        if change:
            obj.content_before = confirmation.content(obj)  # type: ignore[attr-defined]
        super().save_model(request, obj, form, change)

    def complete(self, request: HttpRequest, form: Any, formsets: Iterable[Any]) -> None:
        rule = form.instance
        if not hasattr(rule, "content_before"):
            return
        was_confirmed = rule.is_confirmed and "is_confirmed" not in form.changed_data
        if was_confirmed and confirmation.content(rule) != rule.content_before:
            confirmation.withdraw(rule)
            rule.save()
            messages.warning(request, _("De regel is veranderd. Daarom is de bevestiging vervallen."))

    def warnings(self, instance: Rule) -> Iterator[str]:
        if not instance.reason.strip():
            yield _("Deze regel heeft nog geen onderbouwing. Zo kun je nog niet publiceren.")
        if instance.basis != Basis.OWN and not instance.facts.exists():
            yield _("Deze regel heeft nog geen bronverwijzing. Zo kun je nog niet publiceren.")
        if not effect_sentences(Names({}), confirmation.content(instance)):
            yield _("Deze regel heeft nog geen gevolgen: hij verandert niets aan het advies.")

    @admin.action(permissions=["change"], description=gettext_lazy("Bevestig de gekozen regels"))
    def confirm(self, request: HttpRequest, queryset: models.QuerySet[Rule]) -> None:
        with transaction.atomic():
            lock_content()
            rules = unchanged_since_seen(self, request, list(queryset.filter(is_confirmed=False)))
            for rule in rules:
                keep_unkept(rule)
                rule.is_confirmed = True
                confirmation.decide(rule, request.user)
                rule.save()
                keep_version(rule, request.user)
        if number := len(rules):
            sentence = ngettext("%d regel is bevestigd.", "%d regels zijn bevestigd.", number) % number
            messages.success(request, sentence)
