"""Releases that differ from the real one, as publishing makes them."""

from copy import deepcopy
from typing import Any

from dialoog.content.models import Release
from dialoog.content.releases.publishing import checksum
from dialoog.content.releases.visible import visible_changes
from tests.builders import real_document

Document = dict[str, Any]


def release(document: Document, news: dict[str, str] | None = None) -> Release:
    """The next one, with this content; what editors must have in order is not asked here."""
    last = Release.objects.latest("number")
    return Release.objects.create(
        number=last.number + 1,
        document=document,
        checksum=checksum(document),  # type: ignore[arg-type]
        visible=visible_changes(last.document, document),  # type: ignore[arg-type]
        news=news or {},
    )


def with_other_advice() -> Document:
    """No rule says anything of a local trade union any more."""
    document = deepcopy(real_document())
    for rule in document["rules"]:
        rule["partners"] = [row for row in rule["partners"] if row["partner_type"] != "lokale_vakbond"]
    return document


def with_caution(text: str = "Bel eerst even.") -> Document:
    """Another text for one caution, which no rule looks at."""
    document = deepcopy(real_document())
    document["cautions"][0]["text"] = text
    return document


def again(many: int) -> None:
    """As many releases in which a visitor sees nothing change."""
    last = Release.objects.latest("number")
    Release.objects.bulk_create(
        Release(number=last.number + n, document=last.document, checksum=last.checksum, visible={})
        for n in range(1, many + 1)
    )
