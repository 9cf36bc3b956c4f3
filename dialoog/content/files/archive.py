"""All content as one zip of YAML files, the way in which sites exchange it."""

import zlib
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from dialoog.catalogue.document import Document, records_of
from dialoog.content.document.defaults import with_defaults
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.sentences import shortened
from dialoog.content.files.fixtures import to_yaml
from dialoog.content.files.strict_yaml import UnreadableYaml, read_yaml

MAX_FILE = 1024 * 1024
"""Bytes of one file; our largest, the English translation, is 360 kB."""

MAX_TOTAL = 3 * MAX_FILE
"""Bytes of all files together; ours are 780 kB."""

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip knows: equal content makes equal bytes."""

NAMES = {f"{name}.yaml": name for name in SCHEMA}
ENCRYPTED = 0x1
"""The bit of a zip's flags that says so."""

LEAVINGS = frozenset({".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini"})

BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError)
"""What Python's own reader makes of bytes that are no zip, or half of one."""


def pack(document: Document) -> bytes:
    """Equal documents give equal bytes. What an older document lacks gets its default."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for file_name, name in NAMES.items():
            records = [with_defaults(SCHEMA[name], record) for record in records_of(document, name)]
            entry = ZipInfo(file_name, LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, to_yaml(SCHEMA[name], records))
    return target.getvalue()


def unpack(data: bytes) -> dict[str, list[Any]]:
    """Lists of whatever the files hold, still to be checked by `importing.admit`. Raises ContentRefused."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            files = _read(archive)
    except BROKEN as error:
        raise ContentRefused(["Dit bestand is geen zip, of het is beschadigd."]) from error
    return {name: _records(file_name, files[file_name]) for file_name, name in NAMES.items()}


def _read(archive: ZipFile) -> dict[str, bytes]:
    """The files by name. Reads no more than is allowed, whatever the zip says of their sizes."""
    entries = [entry for entry in archive.infolist() if not _is_leaving(entry.orig_filename)]
    _refuse_other_files(entries)
    files: dict[str, bytes] = {}
    left = MAX_TOTAL
    for entry in entries:
        with archive.open(entry) as file:
            files[entry.filename] = file.read(min(MAX_FILE, left) + 1)
        left -= len(files[entry.filename])
        if len(files[entry.filename]) > MAX_FILE or left < 0:
            raise ContentRefused([f"Bestand {entry.filename} is te groot: zo lang is onze inhoud niet."])
    return files


def _is_leaving(name: str) -> bool:
    """What macOS and Windows put in a zip by themselves. Nobody can take it out: their file managers do not show it."""
    folder, _slash, file = name.rpartition("/")
    hidden = file.startswith("._") or file.lower() in LEAVINGS
    return name.startswith("__MACOSX/") or (hidden and not folder)


def _refuse_other_files(entries: list[ZipInfo]) -> None:
    """Looks at names and properties, before anything is read."""
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if "/" in name or "\\" in name:
            raise ContentRefused([f"In de zip staat '{shortened(name)}' in een map. Zet de bestanden los in de zip."])
        if name not in NAMES:
            raise ContentRefused([f"In de zip staat '{shortened(name)}'. Dat hoort niet bij de inhoud."])
        if name in seen:
            raise ContentRefused([f"In de zip staat '{name}' twee keer."])
        if entry.flag_bits & ENCRYPTED:
            raise ContentRefused(["De zip heeft een wachtwoord. Maak een zip zonder wachtwoord."])
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ContentRefused(["De zip is op een bijzondere manier ingepakt. Maak een gewone zip."])
        seen.add(name)
    if missing := [name for name in NAMES if name not in seen]:
        raise ContentRefused([f"In de zip ontbreekt {', '.join(missing)}. Een zip bevat altijd alle inhoud."])


def _records(file_name: str, data: bytes) -> list[Any]:
    try:
        records = read_yaml(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ContentRefused([f"Bestand {file_name}, regel {line}: dit is geen UTF-8. Bewaar het als UTF-8."]) from None
    except UnreadableYaml as error:
        raise ContentRefused([f"Bestand {file_name}, {error}."]) from None
    if not isinstance(records, list | None):
        raise ContentRefused([f"Bestand {file_name}: hier hoort een lijst van records."])
    return records or []
