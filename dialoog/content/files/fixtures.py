"""The content as YAML: one file per collection, readable, diffable, without what is a default."""

from pathlib import Path
from typing import Any, cast

import yaml

from dialoog.catalogue.document import Document, Record, records_of
from dialoog.content.document.defaults import default_of, with_defaults
from dialoog.content.document.schema import SCHEMA, Shape
from dialoog.content.files.strict_yaml import read_yaml

INLINE_WIDTH = 80
"""A record or list whose values together are this short stands on one line."""

RARE_BREAKS = "\x85\u2028\u2029"
"""Ends of a line for YAML, which reads them as others unless they are escaped."""


def read_fixtures(folder: Path) -> Document:
    """The whole document in a folder of YAML files, defaults filled in; a collection without a file is empty."""
    read = {name: [with_defaults(shape, r) for r in _read(folder / f"{name}.yaml")] for name, shape in SCHEMA.items()}
    return cast(Document, read)


def write_fixtures(folder: Path, document: Document) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCHEMA:
        (folder / f"{name}.yaml").write_text(to_yaml(SCHEMA[name], records_of(document, name)), encoding="utf-8")


def to_yaml(shape: Shape, records: list[Record]) -> str:
    filled = [_without_defaults(shape, record) for record in records]
    return "\n".join(
        yaml.dump([record], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110) for record in filled
    )


def _read(path: Path) -> list[dict[str, Any]]:
    return read_yaml(path.read_text(encoding="utf-8")) or [] if path.exists() else []


def _without_defaults(shape: Shape, record: Any) -> Any:
    """Leave out what loading fills in by itself."""
    if not isinstance(record, dict):
        return record
    kept = {name: record[name] for name in shape.fields if record[name] != default_of(shape, name)}
    children = {name: [_without_defaults(child, r) for r in record[name]] for name, child in shape.children.items()}
    return kept | {name: records for name, records in children.items() if records}


class _Dumper(yaml.SafeDumper):
    """Long texts as blocks, short records and lists on one line."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = '"' if any(sign in text for sign in RARE_BREAKS) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=_is_short(items))


def _represent_record(dumper: yaml.SafeDumper, record: dict[str, Any]) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", record.items(), flow_style=_is_short(record.values()))


def _is_short(values: Any) -> bool:
    flat = [item for value in values for item in (value if isinstance(value, list) else [value])]
    return not any(isinstance(item, dict) for item in flat) and sum(len(str(item)) for item in flat) < INLINE_WIDTH


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(list, _represent_list)
_Dumper.add_representer(dict, _represent_record)
