"""Reference cases for tests."""

from typing import Any

from dialoog.content.document.defaults import default_of
from dialoog.content.document.schema import SCHEMA


def build_case(code: str = "P1", *answers: str, **expected: Any) -> dict[str, Any]:
    """Without expectations a case always holds."""
    shape = SCHEMA["reference_cases"]
    fields = {name: default_of(shape, name) for name in shape.fields}
    texts = {"code": code, "title": "Geval", "why": "", "facts": ["F1"]}
    default = ["doelen.kennis", "plaats.nederland"]
    return {**fields, **texts, "answers": list(answers) or default, "tiers": [], "orders": [], **expected}
