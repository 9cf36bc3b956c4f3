"""What a file of a plan is called."""

from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialoog.languages.addresses import PLAN, word_of
from dialoog.plan.page import Plan


def filename(plan: Plan, ending: str) -> str:
    """A name that any file system takes, in the active language, like that of a PDF."""
    subject = slugify(plan.cover.title)[:60] or _("samenwerken")
    return f"{subject}-{word_of(PLAN)}-{plan.cover.code}.{ending}"
