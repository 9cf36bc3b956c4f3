"""YAML as our own files have it: lists, records, texts, whole numbers, true, false and null.

What YAML can do beyond that (objects, references to other places, dates, `yes` for true) is refused or taken for
text, so that a file from elsewhere can do no more than hold content.
"""

import re
from collections.abc import Hashable
from typing import Any

import yaml

MAX_DEPTH = 10
"""Levels of lists in records in lists; our own files have six."""

MAX_PARTS = 100_000
"""Values, lists and records in one file; the largest of our own has 7000."""


class UnreadableYaml(ValueError):
    """Text that is not our kind of YAML; the message says in Dutch what is wrong, and on which line."""


def read_yaml(text: str) -> Any:
    """Lists, dicts, str, int, bool and None. Raises UnreadableYaml."""
    try:
        _refuse_more_than_content(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506  a safe loader, with less than the usual one
    except yaml.MarkedYAMLError as error:
        raise _unreadable(_reason(error), error.problem_mark or error.context_mark) from None
    except yaml.YAMLError:
        raise UnreadableYaml("er staat een teken in dat niet in een tekst hoort") from None


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """LibYAML's where it is there, which is twelve times faster."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """YAML keeps the last of two equal names, and what stood at the first would be lost."""
        seen = set()
        for key, _value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _WrongName(problem="de naam van een veld moet een tekst zijn", problem_mark=key.start_mark)
            if key.value in seen:
                raise _WrongName(problem=f"het veld '{key.value}' staat hier twee keer", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


class _WrongName(yaml.MarkedYAMLError):
    """A record with a name that is no text, or that it has twice. The problem is said in Dutch."""


_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$"), list("tTfF"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9]\d{0,18})$"), list("-0123456789"))


def _refuse_more_than_content(text: str) -> None:
    """Looks at the parts one by one, before anything is built of them."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _unreadable("hier staat een verwijzing met & of *; schrijf de tekst uit", event.start_mark)
        if getattr(event, "tag", None):
            raise _unreadable("hier staat een YAML-object (!); gebruik alleen teksten en getallen", event.start_mark)
        if depth > MAX_DEPTH:
            raise _unreadable("lijsten staan hier te diep in elkaar", event.start_mark)
        if count > MAX_PARTS:
            raise _unreadable("vanaf hier is het bestand te lang", event.start_mark)


def _reason(error: yaml.MarkedYAMLError) -> str:
    if isinstance(error, _WrongName):
        return str(error.problem)
    return "hier klopt de YAML niet; kijk naar inspringen, aanhalingstekens en dubbele punten"


def _unreadable(reason: str, mark: Any) -> UnreadableYaml:
    return UnreadableYaml(f"regel {mark.line + 1}: {reason}" if mark else reason)
