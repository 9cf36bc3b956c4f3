"""From an advice to the form for a new reference case, filled in with what the advice holds now."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.db import models
from django.urls import reverse

from dialoog.advice import Advice
from dialoog.advice.kinds import EXAMPLES
from dialoog.catalogue.vocabulary import Severity
from dialoog.content.models import Caution, Option, PartnerType, PracticeExample

TOP = 3


def new_case_url(advice: Advice) -> str:
    """Nothing is kept until the editor saves that form."""
    ranked = [advised.partner_type.slug for advised in advice.ranked]
    start = [advised.partner_type.slug for advised in advice.start]
    harm = [line.item.slug for line in advice.cautions if line.item.severity is Severity.HARM]
    values = {
        "answers": _options(advice),
        "start": _keys(PartnerType, start),
        "has_no_start": [] if start else [1],
        "first": _keys(PartnerType, ranked[:1]),
        "top3": _keys(PartnerType, ranked[:TOP]),
        "cautions": _keys(Caution, harm),
        "first_example": _keys(PracticeExample, advice.slugs(EXAMPLES)[:1]),
    }
    filled = {name: ",".join(map(str, keys)) for name, keys in values.items() if keys}
    return f"{reverse('admin:content_referencecase_add')}?{urlencode(filled, safe=',')}"


def _options(advice: Advice) -> list[int]:
    chosen = {f"{question}.{slug}" for question, slugs in advice.answers.chosen.items() for slug in slugs}
    options = Option.objects.select_related("question")
    return [option.pk for option in options if option.reference in chosen]


def _keys(model: type[models.Model], slugs: Iterable[str]) -> list[int]:
    return list(model._default_manager.filter(slug__in=slugs).values_list("pk", flat=True))
