"""A variant: a new run that begins with the answers of a finished one, to see what another answer does."""

import re

from django.utils.translation import gettext as _

from dialoog.content.releases.current import current_release
from dialoog.limits.allowance import Allowance
from dialoog.report.body.report import DEFAULT_TITLE
from dialoog.wizard.run import CHECK, COVER_LENGTHS, Run


def begin_variant(run: Run, allowance: Allowance) -> tuple[Run, str]:
    """With its own links and date, on the newest content; returns it with its owner's token. Raises TooMany.

    It counts as any other run: nothing in it says where it came from, but for the title on its cover.
    """
    cover = {**run.cover, "title": variant_title(run.cover["title"])}
    return Run.begin(current_release(), {**run.saved, CHECK: cover}, allowance, run.shown_remarks)


def variant_title(title: str) -> str:
    """The title with a mark, numbered for a variant of a variant; cut off so that it fits on a cover."""
    mark, numbered = _("variant"), _("variant %d")
    if found := _marked(title):
        title, mark = found["title"], numbered % (int(found["number"] or 1) + 1)
    end = f" ({mark})"
    return (title or str(DEFAULT_TITLE))[: COVER_LENGTHS["title"] - len(end)].rstrip() + end


def without_mark(title: str) -> str:
    """The title that a variant and what it came from share, but for what was cut off."""
    found = _marked(title)
    return found["title"] if found else title


def _marked(title: str) -> re.Match[str] | None:
    number = re.escape(_("variant %d")).replace("%d", "(?P<number>[0-9]{1,3})")
    return re.fullmatch(rf"(?P<title>.*) \((?:{re.escape(_('variant'))}|{number})\)", title)
