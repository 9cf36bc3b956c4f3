"""Which rules have to do with a partner type or an answer, in whatever way."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.vocabulary import Familiarity
from dialoog.content.models import Option, PartnerType, Rule

STRANGE = (Familiarity.BY_ANSWER, Familiarity.NEVER)
"""Partner types that a rule about unknown parties can move."""


def touching(target: PartnerType | Option) -> QuerySet[Rule]:
    condition = Q(conditions__options=target) if isinstance(target, Option) else _about_partner(target)
    return Rule.objects.filter(pk__in=Rule.objects.filter(condition).values("pk"))


def _about_partner(partner: PartnerType) -> Q:
    """Points, moves and outcomes that name it, and what counts for whether the visitor knows it."""
    about = Q(partners__partner_type=partner) | Q(tiers__partner_type=partner) | Q(outcomes__partner_types=partner)
    if partner.known_via_id:
        about |= Q(known_bonus__gt=0) | Q(conditions__options=partner.known_via_id)
    if partner.familiarity in STRANGE:
        about |= ~Q(unknown_tier="")
    return about


class TouchesFilter(admin.SimpleListFilter):
    title = _("wat een partnertype raakt")
    parameter_name = "raakt"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        return list(PartnerType.objects.values_list("slug", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Rule]) -> QuerySet[Rule]:
        partner = PartnerType.objects.filter(slug=self.value()).first() if self.value() else None
        return queryset.filter(pk__in=touching(partner).values("pk")) if partner else queryset
