"""Labels in the admin: easy to tell apart, short, never empty for visitors, and deleted without harm."""

import pytest
from django.test import Client

from dialoog.catalogue.labels import LABEL_OF_SLUG, LABELS, MARK
from dialoog.content.admin.kinds.labels import missing_labels
from dialoog.content.models import PageText
from tests.content.admin.admin_forms import address, change, filled_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

BEGIN = "report_word_mark_begin"


def label(slug: str = BEGIN) -> PageText:
    return PageText.objects.get(slug=slug)
