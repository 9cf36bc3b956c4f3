"""The house stays one in which every line has a room: nothing in it grows too large to know."""

import ast
from collections import defaultdict
from pathlib import Path

HOUSE = Path(__file__).parent.parent / "dialoog"
MOST_MODULES = 14
"""Side by side in one folder, `__init__.py` not counted."""
MOST_LINES = 0.15
"""Of all lines, in the modules of one folder."""
LONGEST_FUNCTION = 35


def modules() -> list[Path]:
    """Without migrations, which Django writes."""
    return sorted(path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts)


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def by_folder() -> dict[str, list[Path]]:
    found = defaultdict(list)
    for path in modules():
        found[str(path.parent.relative_to(HOUSE.parent))].append(path)
    return found


def test_no_folder_holds_too_many_modules() -> None:
    sizes = {folder: sum(path.name != "__init__.py" for path in paths) for folder, paths in by_folder().items()}

    assert not {folder: size for folder, size in sizes.items() if size > MOST_MODULES}


def test_no_folder_holds_too_much_of_the_house() -> None:
    total = sum(map(lines_of, modules()))
    shares = {folder: sum(map(lines_of, paths)) / total for folder, paths in by_folder().items()}

    assert not {folder: share for folder, share in shares.items() if share > MOST_LINES}


def test_no_function_is_too_long() -> None:
    functions = [
        (f"{path.relative_to(HOUSE)}: {node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]

    assert not {name: length for name, length in functions if length > LONGEST_FUNCTION}
