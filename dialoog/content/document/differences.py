"""What differs between two documents, record by record and field by field, for people to read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document, Key, Record, records_of
from dialoog.catalogue.vocabulary import Vocabulary
from dialoog.content.document.defaults import with_defaults
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA, Shape
from dialoog.content.document.sentences import Names, condition_sentence, effect_sentences, outcome_sentence, shortened
from dialoog.content.document.tables import lists
from dialoog.content.models import Translation


class Change(Vocabulary):
    NEW = "nieuw", "Nieuw"
    CHANGED = "gewijzigd", "Gewijzigd"
    GONE = "weg", "Verwijderd"
    MOVED = "verplaatst", "Op een andere plaats in de volgorde"


class Fate(Vocabulary):
    """What became of a piece of text."""

    SAME = "gelijk", "gelijk gebleven"
    GONE = "weg", "verwijderd"
    NEW = "nieuw", "toegevoegd"


@dataclass(frozen=True)
class Piece:
    fate: Fate
    text: str


@dataclass(frozen=True)
class FieldDifference:
    name: str
    """What an editor calls the field; for a row that belongs to the record, what the row is called."""
    pieces: tuple[Piece, ...]

    @property
    def is_apart(self) -> bool:
        """Whether the pieces are whole lines or texts, instead of words within one text."""
        return all(piece.fate is not Fate.SAME for piece in self.pieces)


@dataclass(frozen=True)
class RecordDifference:
    key: Key
    kind: str
    """What editors call such records, in the plural."""
    label: str
    change: Change
    fields: tuple[FieldDifference, ...]


def differences(old: Document, new: Document) -> list[RecordDifference]:
    """All differences, by collection in the order of the schema; an empty list for equal documents."""
    names = Names.of(old).with_those_of(Names.of(new))
    return [
        difference
        for name, shape in SCHEMA.items()
        for difference in _collection(names, name, shape, records_of(old, name), records_of(new, name))
    ]


def record_difference(names: Names, collection: str, old: Record | None, new: Record | None) -> RecordDifference | None:
    """Between two versions of one record; None stands for a record that is not there."""
    before, after = ([record] if record else [] for record in (old, new))
    shape = SCHEMA[collection]
    if old and new and shape.identity(old) != shape.identity(new):
        complete = (with_defaults(shape, record) for record in (old, new))
        return _difference(names, collection, Change.CHANGED, *complete)
    return next(_collection(names, collection, shape, before, after), None)


def text_difference(name: str, old: str, new: str) -> FieldDifference:
    """Between two versions of one text."""
    return FieldDifference(name, _pieces(old, new))


def label_of(names: Names, shape: Shape, record: Record) -> str:
    """What people call a record; one without a name of its own is called after the records that it is about."""
    if shape.label:
        return str(record[shape.label])
    if shape.model is Translation:
        return str(Translation(**{name: record[name] for name in shape.names}))
    parts = [_readable(names, shape.model._meta.get_field(name), record[name]) for name in shape.names]
    return " + ".join(parts) or str(shape.model._meta.verbose_name).capitalize()


def _collection(
    names: Names, name: str, shape: Shape, old: list[Record], new: list[Record]
) -> Iterator[RecordDifference]:
    """A record from before a field has its default: that it came is no change of the record."""
    before, after = (
        {shape.identity(record): with_defaults(shape, record) for record in records} for records in (old, new)
    )
    moved = _moved([key for key in before if key in after], [key for key in after if key in before])
    for key, record in after.items():
        if key not in before:
            yield _difference(names, name, Change.NEW, None, record)
        elif before[key] != record:
            yield _difference(names, name, Change.CHANGED, before[key], record)
        elif key in moved:
            yield _difference(names, name, Change.MOVED, record, record)
    for key, record in before.items():
        if key not in after:
            yield _difference(names, name, Change.GONE, record, None)


def _moved(old: list[str], new: list[str]) -> set[str]:
    """The fewest keys of which the place must change to make one order of the other."""
    kept = SequenceMatcher(a=old, b=new, autojunk=False).get_matching_blocks()
    return set(new) - {new[block.b + offset] for block in kept for offset in range(block.size)}


def _difference(names: Names, name: str, change: Change, old: Record | None, new: Record | None) -> RecordDifference:
    shape, record = SCHEMA[name], new or old or {}
    label = shortened(label_of(names, shape, record))
    kind = str(shape.model._meta.verbose_name_plural).capitalize()
    fields = tuple(_fields(names, shape, old or {}, new or {}))
    return RecordDifference(Key(name, shape.identity(record)), kind, label, change, fields)


def _fields(names: Names, shape: Shape, old: Record, new: Record) -> Iterator[FieldDifference]:
    for name in shape.fields:
        column = shape.model._meta.get_field(name)
        if pieces := _field_pieces(names, column, old.get(name), new.get(name)):
            yield FieldDifference(_field_name(column), pieces)
    effects = "partners" in shape.children
    for name, child in shape.children.items():
        if not effects or name in ("conditions", "outcomes"):
            yield from _rows(names, child, old.get(name, []), new.get(name, []))
    if effects:
        yield from _effects(names, old, new)
        yield from _reasons(names, shape, old, new)


def _field_pieces(names: Names, column: Any, old: Any, new: Any) -> tuple[Piece, ...]:
    """Empty when the field did not change, or when a new or gone record had nothing there."""
    if old == new or not (old or new):
        return ()
    if column.many_to_many:
        return _line_pieces(*(_references(names, column, value or []) for value in (old, new)))
    return _pieces(_readable(names, column, old), _readable(names, column, new))


def _effects(names: Names, old: Record, new: Record) -> Iterator[FieldDifference]:
    before, after = (effect_sentences(names, record) if record else [] for record in (old, new))
    if pieces := _line_pieces(before, after):
        yield FieldDifference(_("Gevolgen"), pieces)


def _reasons(names: Names, shape: Shape, old: Record, new: Record) -> Iterator[FieldDifference]:
    """What a rule says of each line that it brings in, word by word: it is no part of the effect as a sentence."""
    for name, child in shape.children.items():
        if "reason" not in child.fields:
            continue
        item: Any = child.model._meta.get_field(child.fields[0])
        reason: Any = child.model._meta.get_field("reason")
        before, after = (
            {row[item.name]: row["reason"] for row in (with_defaults(child, row) for row in side.get(name, []))}
            for side in (old, new)
        )
        for key in dict.fromkeys([*after, *before]):
            if pieces := _field_pieces(names, reason, before.get(key), after.get(key)):
                title = f"{_field_name(item)} ‘{_readable(names, item, key)}’: {reason.verbose_name}"
                yield FieldDifference(title, pieces)


def _rows(names: Names, shape: Shape, old: list[Any], new: list[Any]) -> Iterator[FieldDifference]:
    """Rows with a key and a text of their own are compared field by field, the others as lines."""
    title = str(shape.model._meta.verbose_name_plural).capitalize()
    if not shape.label:
        if pieces := _line_pieces([_line(names, shape, r) for r in old], [_line(names, shape, r) for r in new]):
            yield FieldDifference(title, pieces)
        return
    before, after = ({shape.identity(r): r for r in records} for records in (old, new))
    kind = str(shape.model._meta.verbose_name).capitalize()
    for key in dict.fromkeys([*after, *before]):
        if key not in before or key not in after:
            yield FieldDifference(
                kind, _whole(before.get(key, {}).get(shape.label, ""), after.get(key, {}).get(shape.label, ""))
            )
        elif before[key] != after[key]:
            for difference in _fields(names, shape, before[key], after[key]):
                yield FieldDifference(f"{kind} ‘{key}’: {difference.name.lower()}", difference.pieces)
    if set(before) == set(after) and list(before) != list(after):
        yield FieldDifference(f"{title}: {_('volgorde')}", _line_pieces(list(before), list(after)))


def _line(names: Names, shape: Shape, row: Any) -> str:
    """A row as one line of text."""
    record = shape.record(row)
    if shape.short_options:
        return condition_sentence(names, record) + (f" ({_('groep')} {record['group']})")
    if "outcome" in shape.fields:
        return outcome_sentence(names, record) + (f" ({_('groep')} {record['group']})")
    columns = [(shape.model._meta.get_field(name), record.get(name)) for name in shape.fields]
    return " – ".join(text for column, value in columns if (text := _readable(names, column, value)))


def _readable(names: Names, column: Any, value: Any) -> str:
    """A value as an editor would say it."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if column.is_relation:
        return ", ".join(_references(names, column, _as_list(value)))
    return str(dict(column.flatchoices).get(value, value))


def _references(names: Names, column: Any, references: Iterable[str]) -> list[str]:
    """A place in the source is known by its code, other records by their name."""
    collection = COLLECTIONS[column.related_model]
    return [ref if collection == "facts" else shortened(names[collection, ref]) for ref in references]


COLLECTIONS = COLLECTION_OF | {SCHEMA["questions"].children["options"].model: "options"}
"""Which collection holds the records of a model, as `Names` has it."""


def _field_name(column: Any) -> str:
    return str(column.verbose_name).capitalize()


def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Word by word; a text that hardly looks like the other is shown whole, before and after."""
    before, after = re.findall(r"\s+|[^\s]+", old), re.findall(r"\s+|[^\s]+", new)
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return _whole(old, new)
    return tuple(_joined(matcher, before, after))


LEAST_ALIKE = 0.4


def _line_pieces(old: list[str], new: list[str]) -> tuple[Piece, ...]:
    """Line by line; lines that stayed are left out. Empty when nothing changed."""
    if old == new:
        return ()
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    return tuple(
        Piece(fate, line)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
        for fate, lines in ((Fate.GONE, old[a:b]), (Fate.NEW, new[c:d]))
        for line in lines
    )


def _whole(old: str, new: str) -> tuple[Piece, ...]:
    return tuple(Piece(fate, text) for fate, text in ((Fate.GONE, old), (Fate.NEW, new)) if text)


def _joined(matcher: Any, before: list[str], after: list[str]) -> Iterator[Piece]:
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(Fate.SAME, "".join(before[a:b]))
        else:
            yield from _whole("".join(before[a:b]), "".join(after[c:d]))


def _as_list(value: Any) -> Iterable[str]:
    return value if isinstance(value, list) else [value]


# Without regard to order where there is none


def say_the_same(shape: Shape, one: Record | None, other: Record | None) -> bool:
    """Whether two versions of a record say the same. An older one can lack fields that came later."""
    if one is None or other is None:
        return one is other
    before, after = (_essence(shape, with_defaults(shape, record)) for record in (one, other))
    return before == after


def essences(shape: Shape, records: list[Any]) -> list[Record]:
    """What matters of rows. The order of what a row refers to follows from other records."""
    return [_essence(shape, with_defaults(shape, record)) for record in records]


def _essence(shape: Shape, record: Record) -> Record:
    listed = {field.name for field in lists(shape)}
    own = {name: frozenset(record[name]) if name in listed else record[name] for name in shape.fields}
    return own | {name: essences(child, record[name]) for name, child in shape.children.items()}
