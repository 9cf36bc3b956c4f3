"""The form for a new case knows with whom the advice begins, or that there is nobody."""

from urllib.parse import parse_qs, urlsplit

import pytest

from dialoog.advice import advise
from dialoog.content.models import PartnerType
from dialoog.editorial.cases.new_case import new_case_url
from dialoog.editorial.trials.samples import answers_in, draw_samples
from tests.builders import real_catalogue

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("begins", [True, False])
def test_a_new_case_has_the_beginning_of_the_advice(begins: bool) -> None:
    catalogue = real_catalogue()
    answers = filter(None, (answers_in(catalogue, chosen) for chosen in draw_samples(catalogue, size=100).sets))
    advice = next(advice for found in answers if bool((advice := advise(catalogue, found)).start) is begins)

    values = parse_qs(urlsplit(new_case_url(advice)).query)

    slugs = {advised.partner_type.slug for advised in advice.start}
    keys = ",".join(values.get("start", [])).split(",") if slugs else []
    assert {PartnerType.objects.get(pk=key).slug for key in keys} == slugs
    assert ("start" in values, "has_no_start" in values) == (begins, not begins)
