"""What visitors read is content or marked for translation, outside the report too: `tests/report/test_templates.py`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.report.test_templates import SENTENCE, words_in
from tests.rooms import ROOMS

ROOT = Path(settings.BASE_DIR)
VISITORS = (*ROOMS, "components", "errors")
TEMPLATES = [
    ROOT / "templates/base.html",
    *sorted(path for folder in VISITORS for path in (ROOT / "templates" / folder).rglob("*.*")),
]
MODULES = sorted(
    path
    for pattern in (
        *(f"{room}/**/*.py" for room in ROOMS),
        *("errors.py", "middleware.py", "serving/*.py", "lettering/*.py"),
    )
    for path in (ROOT / "dialoog").glob(pattern)
    if not {"migrations", "management", "pdf", "odt.py", "word.py", "apps.py", "models.py"}.intersection(path.parts)
)

MARKS = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext", "pgettext_lazy"}
LOGS = {"debug", "info", "warning", "error", "exception"}
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|FROM)\b|.*%s", re.DOTALL)
UNSEEN = {"width=device-width", "initial-scale=1", "width", "device-width", "initial-scale"}
"""Words in a template that nobody reads as such."""
NOT_READ = {
    "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "noindex, nofollow",
    "0; url=",
    "; url=",
    'attachment; filename="',
    "text/calendar; charset=utf-8",
    "deellink ",
    "deelcode ",
    "uitnodiging ",
    "Field[Any, Any]",
    "tuple[Consultation, str]",
    "again in ",
    " seconds",
}
"""Of the code: headers, marks, types, and what only programs read."""
LAST_RESORT = "<!doctype html>"
"""Begins the page in two languages that stands ready for when no template can be read."""

LITERAL = re.compile(r"""(_\()?(["'])((?:(?!\2).)*)\2""")
READ = re.compile(r"[A-Z][a-z]|[a-z]\S*\s+\S*[a-z]")
"""A literal with a capital or of several words: no key, path or class."""
PLAIN_TAGS = ("translate", "load", "static", "url", "extends", "include", "comment")


def sentences_in(source: str) -> Iterator[str]:
    """Texts of more than one word outside docstrings, marks, errors and logs."""
    tree = ast.parse(source)
    known: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            known.add(node.value)
        if isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and _name(node.func) in MARKS | LOGS):
            known.update(ast.walk(node))
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in known)
    for text in texts:
        if isinstance(text, str) and not SQL.match(text) and text not in NOT_READ:
            yield from [text] * bool(SENTENCE.match(re.sub("<[^>]*>", "", text)))


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""


def literals_in(template: str) -> Iterator[str]:
    """Literals of tags and filters that read as words and are not marked, like `{{ title|default:"Geen titel" }}`."""
    for place in re.findall(r"{%.*?%}|{{.*?}}", template):
        name = place.strip("{%} ").split()[0]
        plain = place if name not in PLAIN_TAGS else place.partition(" with ")[2]
        yield from (text for mark, _quote, text in LITERAL.findall(plain) if not mark and READ.search(text))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_template_of_visitors_has_words_of_its_own(path: Path) -> None:
    template = path.read_text(encoding="utf-8")

    assert [word for word in words_in(template) if word not in UNSEEN] == []
    assert list(literals_in(template)) == []


def test_no_code_for_visitors_has_sentences_of_its_own() -> None:
    found = {str(path.relative_to(ROOT)): list(sentences_in(path.read_text(encoding="utf-8"))) for path in MODULES}

    assert len(found) > 40
    assert [text[: len(LAST_RESORT)] for text in found.pop("dialoog/errors.py")] == [LAST_RESORT]
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_the_search_finds_words_wherever_they_hide() -> None:
    code = 'a = _("Al vertaald.")\nlogger.info("dit leest de beheerder")\nb = f"Nog {a} niet"\nc = "SELECT id FROM t"'
    template = '{% include "a/b.html" with x="Geen" %}{{ t|default:_("Wel vertaald") }}{{ t|default:"niet vertaald" }}'

    assert list(sentences_in(code)) == ["Nog ", " niet"]
    assert list(literals_in(template)) == ["Geen", "niet vertaald"]
