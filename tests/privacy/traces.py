"""Looks for a text in everything that is kept: every column of every table, and every file of the site."""

import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.db import connection

from dialoog.serving.slotted import PageDamaged, SlottedPage


def places_of(text: str) -> set[str]:
    """Tables and columns that hold it: `wizard_stepanswers.answers`."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        own = [table for table in tables if not table.startswith("kept_")]  # copies of before the tests
        return {place for table in own for place in _columns_with(cursor, table, text.encode())}


def _columns_with(cursor: Any, table: str, text: bytes) -> Iterator[str]:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    names = [column[0] for column in cursor.description]
    for row in cursor.fetchall():
        for name, value in zip(names, row, strict=True):
            if any(text in form for form in _forms(value)):
                yield f"{table}.{name}"


def _forms(value: Any) -> Iterator[bytes]:
    """Bytes as they are and, of what was compressed, as they were."""
    if not isinstance(value, bytes | memoryview):
        yield str(value).encode()
        return
    content = bytes(value)
    yield content
    with suppress(PageDamaged):
        yield b"".join(piece.plain for piece in SlottedPage.unpacked(content).pieces)
    for stream in content.split(b"stream\n")[1:]:  # of a PDF
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(stream)


def files_with(folder: Path, text: str) -> set[str]:
    """Names of the files below a folder that hold it."""
    return _holding(folder.rglob("*"), text)


def files_of_database_with(text: str) -> set[str]:
    """The same of SQLite's own file and its log; none where the database is a server."""
    if connection.vendor != "sqlite":
        return set()
    path = Path(connection.settings_dict["NAME"])
    return _holding(path.parent.glob(f"{path.name}*"), text)


def _holding(paths: Iterable[Path], text: str) -> set[str]:
    return {path.name for path in paths if path.is_file() and text.encode() in path.read_bytes()}
