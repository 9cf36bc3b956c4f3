"""The chapters of a report, with the same numbers on the page and in both PDFs: people name them on the phone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.catalogue import PageText

Name = str | Promise

_CHAPTERS: tuple[tuple[str, str, Name], ...] = (
    ("in-het-kort", "report_intro", _("Je advies in het kort")),
    ("stappen", "report_steps", _("Hoe pak je het aan?")),
    ("partners", "report_partners", _("Met wie kun je samenwerken?")),
    ("letten", "report_cautions", _("Waar moet je op letten?")),
    ("voorbeeld", "report_examples", _("Zo deed een ander het")),
    ("wat-als", "report_what_if", _("Wat als er iets verandert?")),
    ("meer", "report_more", _("Meer om je te helpen")),
    ("verantwoording", "report_account", _("Waar komt dit advies vandaan?")),
)
"""Slug, page text that opens it, and its name where the content has no such text."""

_ADVICE_ENDS = "meer"
"""From here on everything is background, which the short PDF leaves to the dossier."""


@dataclass(frozen=True)
class Chapter:
    slug: str
    """Also the anchor, and the name of its template."""
    number: int
    title: Name
    intro: str
    is_background: bool

    @property
    def template(self) -> str:
        return f"report/chapters/{self.slug}.html"

    @property
    def text_template(self) -> str:
        """For the command line; background has none."""
        return f"report/text/{self.slug}.txt"


def chapters(texts: dict[str, PageText], left_out: set[str]) -> tuple[Chapter, ...]:
    """In the order of reading, without those that have nothing to say."""
    slugs = [slug for slug, _text, _name in _CHAPTERS]
    found = [chapter for chapter in _CHAPTERS if chapter[0] not in left_out]
    return tuple(
        Chapter(
            slug,
            number,
            texts[text].title if text in texts and texts[text].title else name,
            texts[text].text if text in texts else "",
            is_background=slugs.index(slug) >= slugs.index(_ADVICE_ENDS),
        )
        for number, (slug, text, name) in enumerate(found, start=1)
    )
