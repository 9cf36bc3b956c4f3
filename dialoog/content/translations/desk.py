"""The translations of one record, each beside the Dutch text that it is of now."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from dialoog.catalogue.document import Key, TranslatedTextRow
from dialoog.catalogue.translated import KINDS, State, without_number
from dialoog.content.document.exporting import export_record
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA
from dialoog.content.document.tables import find_record
from dialoog.content.models import TranslatedText, Translation
from dialoog.content.translations.standing import Standing
from dialoog.content.translations.texts import Translatable, translatable


def texts_of(instance: models.Model | None) -> list[Translatable]:
    """Of one record as it is saved now, in the order of the document; none of what is not translated."""
    collection = COLLECTION_OF.get(type(instance), "")  # type: ignore[arg-type]
    if instance is None or collection not in KINDS:
        return []
    document: Any = {collection: [export_record(SCHEMA[collection], instance)]}
    return list(translatable(document))


def texts_at(key: Key) -> list[Translatable]:
    """The same, by what a translation says that it is of."""
    return texts_of(find_record(*key)) if key.collection in KINDS and key.identity else []


class Desk:
    """Each row at one text: first those that were made from what stands there, then those that are called after it.

    Numbers of rows move along when one is put before them, and a translation follows its text.
    """

    def __init__(self, texts: Iterable[Translatable], rows: Iterable[TranslatedTextRow]) -> None:
        self.text_of_row: dict[str, Translatable] = {}
        self.row_of_text: dict[str, TranslatedTextRow] = {}
        self.texts = {text.place.path: text for text in texts}
        self.rows: dict[str, TranslatedTextRow] = {row["path"]: row for row in rows}
        for is_its_own in (_is_made_from, _is_called_after):
            for text in self.texts.values():
                if text.place.path not in self.row_of_text and (row := self._free(text, is_its_own)):
                    self.row_of_text[text.place.path], self.text_of_row[row["path"]] = row, text
        taken = {to for _from, to in self.moved()}
        self.lost = [path for path in self.rows if path in taken and path not in self.text_of_row]
        """Rows that nobody reads, at a path that another one comes to have."""

    def _free(self, text: Translatable, is_its_own: Any) -> TranslatedTextRow | None:
        """Preferably the one with the same path: two texts can say the same."""
        found = [row for row in self.rows.values() if row["path"] not in self.text_of_row and is_its_own(text, row)]
        return next((row for row in found if row["path"] == text.place.path), found[0] if found else None)

    @classmethod
    def of(cls, translation: Translation | None, key: Key) -> "Desk":
        """As they are saved now; without a translation there is no row yet."""
        rows = translation.texts.all() if translation and translation.pk else ()
        return cls(texts_at(key), [{"path": row.path, "source": row.source, "text": row.text} for row in rows])

    @property
    def without_row(self) -> list[Translatable]:
        return [text for path, text in self.texts.items() if path not in self.row_of_text]

    def standing(self, path: str) -> Standing:
        """Of a text, by its own path."""
        text, row = self.texts[path], self.row_of_text.get(path)
        if row is None or not row["text"]:
            return Standing(text, State.MISSING)
        state = State.CURRENT if row["source"] == text.place.text else State.STALE
        return Standing(text, state, row["text"], row["source"])

    def number_of(self, path: str) -> int | None:
        """Where a text stands on the form: first the rows, then the texts that have none."""
        rows = [row for row in self.rows if row not in self.lost]
        if path in self.row_of_text:
            return rows.index(self.row_of_text[path]["path"])
        left = [text.place.path for text in self.without_row]
        return len(rows) + left.index(path) if path in left else None

    def moved(self) -> Iterator[tuple[str, str]]:
        """From and to: rows that stand at another path than the text that they are of."""
        for path, text in self.text_of_row.items():
            if path != text.place.path:
                yield path, text.place.path


def call_rows_after_their_text(translation: Translation) -> None:
    """What visitors read stays the same; a row that nobody reads makes way."""
    desk = Desk.of(translation, Key(translation.collection, translation.identity))
    moved = dict(desk.moved())
    if not moved:
        return
    translation.texts.filter(path__in=desk.lost).delete()
    rows = list(translation.texts.filter(path__in=moved))
    for row, path in [(row, moved[row.path]) for row in rows]:
        translation.texts.filter(pk=row.pk).update(path=f"~{row.pk}")  # two can change places
        row.path = path
    TranslatedText.objects.bulk_update(rows, ["path"])


def _is_made_from(text: Translatable, row: TranslatedTextRow) -> bool:
    return row["source"] == text.place.text and without_number(row["path"]) == without_number(text.place.path)


def _is_called_after(text: Translatable, row: TranslatedTextRow) -> bool:
    return row["path"] == text.place.path
