"""Every case in docs/security.md is held by a test that is there, and on both databases where it says so."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| (yes|) ?\| ([^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")
CASES = 55


def rows() -> list[tuple[int, bool, list[tuple[str, str]]]]:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8").partition("## Faults")[2]
    return [(int(number), both == "yes", TEST.findall(tests)) for number, _case, both, tests in ROW.findall(text)]


@cache
def functions_of(file: str) -> dict[str, bool]:
    """The tests of a file below `tests/`, and whether each runs on both databases; none where there is no file."""
    path = ROOT / "tests" / file
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.exists() else ast.Module([], [])
    assigned = [node for node in tree.body if isinstance(node, ast.Assign) and _names(node) == ["pytestmark"]]
    of_all = any(_is_mark(node.value) for node in assigned)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {node.name: of_all or any(map(_is_mark, node.decorator_list)) for node in functions}


def _names(node: ast.Assign) -> list[str]:
    return [target.id for target in node.targets if isinstance(target, ast.Name)]


def _is_mark(node: ast.expr) -> bool:
    return "pytest.mark.database" in ast.unparse(node)


def test_no_case_is_left_out() -> None:
    assert [number for number, _, _ in rows()] == list(range(1, CASES + 1))
    assert all(tests for _, _, tests in rows())


@pytest.mark.parametrize(("number", "both", "tests"), rows(), ids=lambda value: value if type(value) is int else "")
def test_what_holds_a_case_is_there(number: int, both: bool, tests: list[tuple[str, str]]) -> None:
    there = {name: functions_of(file).get(name) for file, name in tests}

    assert [name for name, runs_on_both in there.items() if runs_on_both is None] == []
    assert not both or any(there.values())


def test_a_test_that_is_gone_is_missed() -> None:
    assert functions_of("wizard/test_gone.py") == {}
    assert "test_gone" not in functions_of("wizard/test_input.py")
    assert functions_of("wizard/test_input.py")["test_many_fields_are_refused"]
    assert not functions_of("faults/test_input.py")["test_a_required_text_of_nothing_visible_is_asked_for"]
