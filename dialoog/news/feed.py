"""The news as Atom (RFC 4287), for who follows it with a program of their own."""

from datetime import datetime
from html import unescape
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape, strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from dialoog.content.wording.markup import to_html
from dialoog.languages.active import active_language
from dialoog.news.entries import Entry
from dialoog.report.pdf.glyphs import metadata_text

NAME = "tag:ser.nl,2024-04:met-wie-werk-ik-samen/nieuws"
"""What an id begins with (RFC 4151). It never changes, also when the site moves to another address."""
SUMMARY_LENGTH = 300


class _Feed(Atom1Feed):
    """With the whole text of each entry, and the date of its newest release where Django would take the present."""

    def latest_post_date(self) -> datetime:
        dates = [item["updateddate"] for item in self.items]
        return max(dates, default=self.feed["otherwise"])

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


def render_feed(entries: list[Entry], site: str, published_at: datetime) -> str:
    """In the active language. `site` ends with a slash; `published_at` is of the current release."""
    language, root = active_language(), site.rstrip("/")
    page = root + reverse("news:page")
    feed = _Feed(
        title=_("Met wie werk ik samen? – nieuws"),
        link=page,
        description=None,
        subtitle=_("Wat er in de gids is veranderd."),
        language=language,
        author_name=_("Met wie werk ik samen?"),
        feed_url=root + reverse("news:feed"),
        feed_guid=f"{NAME}/{language}",
        otherwise=published_at,
    )
    for entry in entries:
        feed.add_item(
            title=title_of(entry),
            link=f"{page}#{entry.anchor}",
            description=escape(metadata_text(summary_of(entry))),
            unique_id=f"{NAME}/{language}/{entry.number}",
            pubdate=entry.date,
            updateddate=entry.date,
            content=metadata_text(render_to_string("news/_entry.html", {"entry": entry, "level": 2})),
        )
    return feed.writeString("utf-8")


def title_of(entry: Entry) -> str:
    return _("Vernieuwd op %(date)s (uitgave %(number)d)") % {
        "date": formats.date_format(entry.date),
        "number": entry.number,
    }


def summary_of(entry: Entry) -> str:
    """What was written, or else which kinds of things changed."""
    written = " ".join(unescape(strip_tags(to_html(entry.text, 1))).split())
    told = written or "; ".join(group.heading for group in entry.changes.groups)
    if told:
        return Truncator(told).chars(SUMMARY_LENGTH)
    return _("De eerste uitgave van de gids.") if entry.is_first else _("De regels achter het advies zijn aangepast.")
