"""Steps, questions and their answers."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialoog.catalogue.document import Record
from dialoog.content.admin.base import PLACE, ContentAdmin, ContentInline, OrderedFormSet, rows_that_stay, section
from dialoog.content.admin.building.suggesting import SuggestsKey
from dialoog.content.admin.conditions import CHOOSE_ANSWER, ConditionFormSet, ConditionInline, lateness
from dialoog.content.admin.sentences import SentenceAdmin
from dialoog.content.document.exporting import export_document
from dialoog.content.document.references import uses
from dialoog.content.document.sentences import Names, question_sentence, shortened
from dialoog.content.models import Option, Question, QuestionCondition, Step

IN_LIST = 160
"""Characters of a question's sentence in the list."""


@admin.register(Step)
class StepAdmin(ContentAdmin):
    list_display = ("part", "title", "question_names", "slug", "order")
    list_prefetch_related = ("questions",)
    search_fields = ("slug", "part", "title", "intro", "questions__name", "questions__text")
    search_help_text = gettext_lazy("Zoek in titels, inleidingen en vragen.")
    readonly_fields = ("question_names", "where_used")
    fieldsets = (
        section(
            gettext_lazy("Wat de bezoeker ziet"),
            *("part", "title", "intro"),
            about=gettext_lazy("Een stap is één pagina van de vragenlijst. Het onderdeel en de titel staan bovenaan."),
        ),
        section(
            gettext_lazy("In het beheer"),
            *("slug", "question_names", "where_used"),
            about=gettext_lazy("Welke vragen in deze stap staan, kies je bij de vraag."),
        ),
        PLACE,
    )

    @admin.display(description=gettext_lazy("Vragen in deze stap"))
    def question_names(self, step: Step) -> str:
        names = [question.name for question in step.questions.all()] if step.pk else []
        return ", ".join(names) or _("Nog geen")


class OptionFormSet(OrderedFormSet):
    """Answers that something refers to cannot be deleted. What is on offer can depend only on an earlier step."""

    def clean(self) -> None:
        errors = list(self.used())
        if errors:
            raise ValidationError(errors)
        super().clean()
        step = Step.objects.filter(pk=self.instance.step_id).first()
        for form in rows_that_stay(self) if step else ():
            for sentence in self.too_late(step, form.cleaned_data.get("needs") or ()):
                form.add_error("needs", sentence)

    def too_late(self, step: Any, needs: Iterable[Option]) -> list[str]:
        """Why these answers are not known when this question is asked, once for each question."""
        needed = {option.question_id: option.question for option in needs}
        if self.instance.pk in needed:
            return [_("Dit is een antwoord van deze vraag zelf.") + f" {CHOOSE_ANSWER}"]
        return [reason for question in needed.values() if (reason := lateness(step, question, advice=CHOOSE_ANSWER))]

    def used(self) -> Iterator[str]:
        gone = [form.instance for form in self.deleted_forms if form.instance.pk]
        if not gone:
            return
        document = export_document()
        for option in gone:
            if found := uses(document, [(Option, option.reference)]):
                places = "; ".join(use.name for use in found)
                yield _(
                    "Antwoord ‘%(label)s’ is nog in gebruik en kan niet weg. Haal het eerst weg bij: %(places)s."
                ) % {
                    "label": option.label,
                    "places": places,
                }


class OptionInline(ContentInline):
    model = Option
    form = SuggestsKey
    to_begin_with = 2
    formset = OptionFormSet
    verbose_name = gettext_lazy("antwoord")
    verbose_name_plural = gettext_lazy("antwoorden")
    intro = gettext_lazy("De antwoorden staan onder de vraag, in deze volgorde.")
    fields = ("label", "help", "heading", "needs", ("slug", "order"), ("is_exclusive", "is_neutral"))
    autocomplete_fields = ("needs",)

    def get_queryset(self, request: HttpRequest) -> Any:
        """What each answer needs is asked once for all of them."""
        return super().get_queryset(request).prefetch_related("needs")


class QuestionConditionFormSet(ConditionFormSet):
    """A question can depend only on what was asked in an earlier step."""

    def clean(self) -> None:
        super().clean()
        step = Step.objects.filter(pk=self.instance.step_id).first()
        for form in self.forms:
            needed = getattr(form, "cleaned_data", {}).get("question")
            if step and needed and form not in self.deleted_forms and (reason := lateness(step, needed)):
                form.add_error("question", reason)


class QuestionConditionInline(ConditionInline):
    model = QuestionCondition
    fk_name = "owner"
    formset = QuestionConditionFormSet
    intro = gettext_lazy(
        "Zonder voorwaarden krijgt iedereen deze vraag. Kies bij elke voorwaarde of die ook moet kloppen (en), of dat "
        "één van de twee genoeg is (of)."
    )


class QuestionForm(SuggestsKey):
    def clean(self) -> None:
        super().clean()
        step, needed = self.cleaned_data.get("step"), self.cleaned_data.get("options_from")
        if step and needed and (reason := lateness(step, needed)):
            self.add_error("options_from", reason)


@admin.register(Question)
class QuestionAdmin(SentenceAdmin):
    form = QuestionForm
    list_display = ("text", "step", "kind", "asked_briefly")
    list_select_related = ("step",)
    list_filter = ("kind", "is_changeable", ("step", admin.RelatedOnlyFieldListFilter))
    search_fields = ("slug", "name", "text", "help", "options__label")
    search_help_text = gettext_lazy("Zoek in vragen, uitleg en antwoorden.")
    autocomplete_fields = ("step", "options_from", "facts")
    readonly_fields = ("asked", "where_used")
    inlines = (OptionInline, QuestionConditionInline)
    fieldsets = (
        section(
            gettext_lazy("Wat de bezoeker ziet"),
            *("text", "help", "why", "error_text"),
            about=gettext_lazy("Deze teksten staan in de vragenlijst. De vraag staat ook op de controlepagina."),
        ),
        section(
            gettext_lazy("Hoe de vraag werkt"),
            *("step", "kind", "options_from", "is_changeable", "asked"),
            about=gettext_lazy("Wanneer de vraag gesteld wordt, bepalen de voorwaarden onderaan deze pagina."),
        ),
        section(
            gettext_lazy("Voor redacteuren"),
            *("name", "slug", "changes", "facts", "where_used"),
            about=gettext_lazy("Dit staat niet op de site."),
        ),
        PLACE,
    )

    @admin.display(description=gettext_lazy("Wanneer"))
    def asked(self, question: Question) -> str:
        return self.spoken(question)

    @admin.display(description=gettext_lazy("wanneer"))
    def asked_briefly(self, question: Question) -> str:
        return shortened(self.in_words(question), IN_LIST)

    def read(self, names: Names, record: Record) -> str:
        return question_sentence(names, record)

    def complete(self, request: HttpRequest, form: Any, formsets: Iterable[Any]) -> None:
        renamed = [found for found in (form, *_option_forms(formsets)) if _is_renamed(found)]
        if renamed:
            messages.warning(request, _renaming(renamed))

    def warnings(self, instance: Question) -> Iterator[str]:
        if instance.options.count() < 2:
            yield _("Deze vraag heeft minder dan twee antwoorden. Zo kun je nog niet publiceren.")


@admin.register(Option)
class OptionAdmin(admin.ModelAdmin):
    """Answers are found here by the fields that refer to them; they are edited with their question."""

    search_fields = ("label", "slug", "question__name", "question__text")

    def get_queryset(self, request: HttpRequest) -> Any:
        """Each is offered with its question."""
        return super().get_queryset(request).select_related("question")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        self.refuse_others(request)
        return redirect("admin:content_question_changelist")

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        self.refuse_others(request)
        option = self.get_object(request, unquote(object_id))
        if option is None:
            raise Http404
        return redirect("admin:content_question_change", option.question_id)

    delete_view = history_view = change_view

    def refuse_others(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied


def _option_forms(formsets: Iterable[Any]) -> Iterator[Any]:
    return (form for formset in formsets if formset.model is Option for form in formset.forms)


def _is_renamed(form: Any) -> bool:
    was = form.initial.get("slug")
    return bool(was) and "slug" in form.changed_data


def _renaming(forms: Iterable[Any]) -> str:
    renamed = ", ".join(f"‘{form.initial['slug']}’ → ‘{form.instance.slug}’" for form in forms)
    return (
        _("Nieuwe sleutel: %s.") % renamed
        + " "
        + _("Regels en voorwaarden gaan vanzelf mee. Wie halverwege de vragenlijst is, merkt hier niets van.")
        + " "
        + _("Wie zijn antwoorden later opnieuw gebruikt met nieuwere inhoud, moet dit antwoord opnieuw geven.")
    )
