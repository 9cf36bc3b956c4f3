"""Checks of the labels: each with words of its own, that fit in their place and say something else than the others."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document, Key
from dialoog.catalogue.labels import LABEL_OF_SLUG, LABELS, Label
from dialoog.editorial.checks.findings import Finding, FindingKind


def labels_too_long(document: Document) -> Iterator[Finding]:
    for label, said in _own_words(document).items():
        if len(said) > label.limit:
            sentence = _("Het opschrift ‘%(said)s’ heeft %(length)d tekens; er passen er %(limit)d.")
            values = {"said": said, "length": len(said), "limit": label.limit}
            yield Finding(FindingKind.TOO_LONG, sentence % values, Key("page_texts", label.slug))


def missing_labels(document: Document) -> Iterator[Finding]:
    """Those that are not there, together by place: content from before has none. Each that is empty."""
    own = _own_words(document)
    gone = defaultdict(list)
    for label in LABELS:
        if label not in own:
            gone[label.group].append(label.default)
        elif not own[label]:
            sentence = _("%(place)s: leeg, dus er staat ‘%(default)s’.")
            values = {"place": label.place, "default": label.default}
            yield Finding(FindingKind.NO_LABEL, sentence % values, Key("page_texts", label.slug))
    for group, defaults in gone.items():
        named = "; ".join(f"‘{default}’" for default in defaults)
        sentence = _("%(group)s: niet in de inhoud, dus er staat wat er altijd stond: %(named)s.")
        yield Finding(FindingKind.NO_LABEL, sentence % {"group": group, "named": named})


def labels_alike(document: Document) -> Iterator[Finding]:
    """What visitors see counts: a label that is missing says its default."""
    own = _own_words(document)
    places = defaultdict(list)
    for label in LABELS:
        places[_as_read(own.get(label) or label.default)].append(label)
    for first, *others in places.values():
        for label in others:
            sentence = _("Op twee plaatsen staat ‘%(said)s’: %(first)s, en %(other)s.")
            said = own.get(label) or label.default
            values = {"said": said, "first": first.place, "other": label.place}
            key = Key("page_texts", (label if label in own else first).slug)
            yield Finding(FindingKind.SAME_LABEL, sentence % values, key if {label, first} & own.keys() else None)


def _own_words(document: Document) -> dict[Label, str]:
    """What editors made of the labels that are there."""
    found = document["page_texts"]
    return {LABEL_OF_SLUG[r["slug"]]: r["title"].strip() for r in found if r["slug"] in LABEL_OF_SLUG}


def _as_read(said: str) -> str:
    """Nobody tells two labels apart by a capital or a colon."""
    return said.casefold().rstrip(":.?! ")
