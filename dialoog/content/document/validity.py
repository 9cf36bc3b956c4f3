"""Whether values are what the fields of the content tables take. Looks at documents alone and asks no database.

Every check yields Dutch sentences that name the record and the field. What makes valid content unfit to publish is
for `soundness.py`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.db import models
from django.db.models import F, Q

from dialoog.catalogue.document import Record
from dialoog.content.document.defaults import with_defaults
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.document.sentences import shortened
from dialoog.content.document.texts import is_markdown
from dialoog.content.wording.refusing import refuse_unsound_links

# The kind of every value, of records that may be anything


def shape_problems(document: Any) -> Iterator[str]:
    """Where there is a list instead of a text, an unknown field, and so on."""
    if not isinstance(document, dict):
        yield "Dit is geen inhoud: hier hoort een lijst van elke soort."
        return
    for name in document:
        if name not in SCHEMA:
            yield f"Er is geen soort inhoud '{name}'."
    for name, shape in SCHEMA.items():
        records = document.get(name, [])
        if isinstance(records, list):
            for place, record in enumerate(records, start=1):
                yield from record_shape_problems(shape, record, place)
        else:
            yield f"{name}: hier hoort een lijst."


def record_shape_problems(shape: Shape, record: Any, place: int = 1) -> Iterator[str]:
    """The same for one record, which stands at this place in its list."""
    return _shape(shape, record, _name(shape, record, place))


def _shape(shape: Shape, record: Any, where: str) -> Iterator[str]:
    if not isinstance(record, dict):
        yield f"{where}: hier hoort een record met velden."
        return
    for name, value in record.items():
        if name in shape.children:
            yield from _children_shape(shape.children[name], value, f"{where}, {name}")
        elif name in shape.fields:
            yield from _field_shape(shape.model._meta.get_field(name), value, where)
        else:
            yield f"{where}: er is geen veld '{name}'."


def _children_shape(shape: Shape, records: Any, where: str) -> Iterator[str]:
    if not isinstance(records, list):
        yield f"{where}: hier hoort een lijst."
        return
    for place, record in enumerate(records, start=1):
        if shape.has_short_rows and not isinstance(record, dict):
            yield from _field_shape(shape.model._meta.get_field(shape.fields[0]), record, f"{where} nummer {place}")
        else:
            yield from _shape(shape, record, f"{where} nummer {place}")


def _field_shape(field: Any, value: Any, where: str) -> Iterator[str]:
    fits, expected = _expected(field)
    if not fits(value):
        yield f"{where}, {_field_name(field)}: hier hoort {expected}."


def _expected(field: Any) -> tuple[Callable[[Any], bool], str]:
    """A check of the kind of value, and what to call that kind."""
    if field.many_to_many:
        return lambda value: isinstance(value, list) and all(isinstance(item, str) for item in value), "een lijst namen"
    if isinstance(field, models.BooleanField):
        return lambda value: isinstance(value, bool), "true of false"
    if isinstance(field, models.IntegerField):
        return lambda value: isinstance(value, int) and not isinstance(value, bool), "een heel getal"
    kind = f"de naam van een {field.related_model._meta.verbose_name}" if field.is_relation else "een tekst"
    if field.null:
        return lambda value: value is None or isinstance(value, str), f"{kind}, of null"
    return lambda value: isinstance(value, str), kind


# The values themselves, of complete records that have the right shape


def value_problems(document: dict[str, list[Record]]) -> Iterator[str]:
    """What is empty, too long, unknown, there twice, or at odds with another field."""
    for name, shape in SCHEMA.items():
        for place, record in enumerate(document[name], start=1):
            yield from record_value_problems(shape, record, place)
        yield from repetitions(shape, document[name])


def record_value_problems(shape: Shape, record: Record, place: int = 1) -> Iterator[str]:
    """The same for one record, which stands at this place in its list."""
    return _values(shape, record, _name(shape, record, place))


def repetitions(shape: Shape, records: Sequence[Record], where: str = "") -> Iterator[str]:
    """Records with one name, or with one number where each must have its own. `where` the list is, if not on top."""
    where = where or str(shape.model._meta.verbose_name_plural).capitalize()
    for names in _unique_together(shape):
        values = (", ".join(str(record[name]) for name in names) for record in records)
        fields = " en ".join(_field_name(shape.model._meta.get_field(name)) for name in names)
        for value in _repeated(values):
            yield (
                f"{where}: {fields} {shortened(value)} komt meer dan één keer voor."
                if names
                else f"{where}: er is er één."
            )


def _values(shape: Shape, record: Record, where: str) -> Iterator[str]:
    problems = [
        f"{where}, {_field_name(field)}: {problem}"
        for field in map(shape.model._meta.get_field, shape.fields)
        for problem in _field_problems(field, _value(shape, record, field))
    ]
    yield from problems or _broken_constraints(shape, record, where)
    for name, child in shape.children.items():
        records = [with_defaults(child, row) for row in record[name]]
        for place, row in enumerate(records, start=1):
            yield from _values(child, row, f"{where}, {name} nummer {place}")
        yield from repetitions(child, records, f"{where}, {name}")


def _value(shape: Shape, record: Record, field: Any) -> Any:
    return shape.references(record, field.name) if field.many_to_many else record[field.name]


def _field_problems(field: Any, value: Any) -> Iterator[str]:
    if value is None or value in ("", []):
        if not field.blank:
            yield "dit mag niet leeg zijn."
    elif field.many_to_many:
        yield from (f"'{shortened(reference)}' staat er twee keer." for reference in _repeated(value))
    elif not field.is_relation:
        yield from _plain_problems(field, value)


def _plain_problems(field: Any, value: Any) -> Iterator[str]:
    known = [str(choice) for choice, _label in field.flatchoices]
    if known and str(value) not in known:
        yield f"'{shortened(str(value))}' staat niet in de lijst; kies uit {', '.join(known)}."
    elif isinstance(field, models.DateField) and not _is_date(value):
        yield "schrijf een datum als '2024-04-30'."
    else:
        yield from _invalid(field, value)


def _invalid(field: Any, value: Any) -> Iterator[str]:
    """What Django's own checks say, with those that it leaves to its forms."""
    checks = [*field.validators]
    if isinstance(value, str):
        checks.append(ProhibitNullCharactersValidator())
    if isinstance(field, models.TextField) and field.max_length:
        checks.append(MaxLengthValidator(field.max_length))
    if is_markdown(field):
        checks.append(refuse_unsound_links)
    for check in checks:
        try:
            check(value)
        except ValidationError as error:
            yield from error.messages


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _broken_constraints(shape: Shape, record: Record, where: str) -> Iterator[str]:
    for constraint in shape.model._meta.constraints:
        if isinstance(constraint, models.CheckConstraint) and not _holds(constraint.condition, record):
            yield f"{where}: {constraint.get_violation_error_message()}"


def _holds(condition: Any, record: Record) -> bool:
    """Whether a record keeps a condition of the database. One about a column that no document has, holds."""
    if isinstance(condition, tuple):
        path, expected = condition
        name, _, lookup = path.partition("__")
        if name not in record:
            return True
        if isinstance(expected, F):
            expected = record[expected.name]  # type: ignore[attr-defined]  # which django-stubs forgets
        return LOOKUPS[lookup](record[name], expected)
    parts = (_holds(part, record) for part in condition.children)
    return (any(parts) if condition.connector == Q.OR else all(parts)) != condition.negated


LOOKUPS: dict[str, Callable[[Any, Any], bool]] = {
    "": lambda value, expected: value == expected,
    "gt": lambda value, expected: value > expected,
    "in": lambda value, expected: value in expected,
    "isnull": lambda value, expected: (value is None) == expected,
}
"""What conditions of the database may ask of a value."""


def _unique_together(shape: Shape) -> list[tuple[str, ...]]:
    """Groups of fields that no two records of one list may have the same."""
    found: list[tuple[str, ...]] = [] if shape.owner else [shape.names]
    found += [(name,) for name in shape.fields if getattr(shape.model._meta.get_field(name), "unique", False)]
    for constraint in shape.model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            found.append(tuple(name for name in constraint.fields if name != shape.owner))
    return list(dict.fromkeys(found))


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


# What to call things


def _name(shape: Shape, record: Any, place: int) -> str:
    kind = str(shape.model._meta.verbose_name).capitalize()
    if not shape.names:
        return kind
    if isinstance(record, dict) and all(isinstance(record.get(name), str) and record[name] for name in shape.names):
        return f"{kind} '{shortened(shape.identity(record))}'"
    return f"{kind} nummer {place}"


def _field_name(field: Any) -> str:
    """As it stands in the file, and as it is called on the site's own pages."""
    return f"'{field.name}' ({field.verbose_name})"
