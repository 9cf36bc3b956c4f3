"""Words that visitors read are content or translations: none stands in a template or in the code of the report."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from dialoog.catalogue.labels import LABELS

ROOT = Path(settings.BASE_DIR)
VISITORS = ("report", "wizard", "worksheets", "components")
TEMPLATES = sorted(path for folder in VISITORS for path in (ROOT / "templates" / folder).rglob("*.*"))
MODULES = sorted(path for folder in ("body", "views") for path in (ROOT / "dialoog" / "report" / folder).glob("*.py"))

ALLOWED = {"utf-8", "nl", "author", "dcterms.created"}
"""Words in a template that nobody reads as such."""

READ_OUT = r'\b(?:alt|title|placeholder|content|aria-label)="([^"]*)"'
"""Attributes that are shown or read out."""

UNSEEN = (
    r"{% comment %}.*?{% endcomment %}",
    r"{#.*?#}",
    r"{% blocktranslate.*?{% endblocktranslate %}",
    r"{%.*?%}",
    r"{{.*?}}",
)
DEFAULTS = {"NO_START"}
"""Of page texts, for content from before them: `body/beginning.py`."""

SENTENCE = re.compile(r".*[a-z].* |.* .*[a-z]", re.DOTALL)
"""Has a word and a space: no key, address, header or name of a template."""

TRANSLATES = {"_", "ngettext", "pgettext_lazy"}
HEADERS = {'attachment; filename="', "0; url=", "; url="}


def words_in(template: str) -> Iterator[str]:
    for pattern in UNSEEN:
        template = re.sub(pattern, " ", template, flags=re.DOTALL)
    read_out = re.findall(READ_OUT, template)
    text = re.sub(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", " ", template, flags=re.DOTALL)
    for said in (text, *read_out):
        yield from (word for word in re.findall(r"[^\W\d_][\w.-]*", said) if word not in ALLOWED)


def sentences_in(source: str) -> Iterator[str]:
    """Texts of more than one word outside docstrings, translations and errors."""
    tree = ast.parse(source)
    known: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            known.add(node.value)
        is_default = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in DEFAULTS
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATES
        if is_default or is_call or isinstance(node, ast.Raise):
            known.update(ast.walk(node))
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in known)
    yield from (text for text in texts if isinstance(text, str) and SENTENCE.match(text) and text not in HEADERS)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_template_has_words_of_its_own(path: Path) -> None:
    assert list(words_in(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "dialoog")))
def test_no_code_of_the_report_has_sentences_of_its_own(path: Path) -> None:
    assert list(sentences_in(path.read_text(encoding="utf-8"))) == []


def test_the_search_finds_words_wherever_they_hide() -> None:
    hidden = '<h2>Begin {{ x }}</h2>{% if a %}Of{% endif %}<a title="Meer">{% translate "Niet" %}</a>{# Nee #}'

    assert list(words_in(hidden)) == ["Begin", "Of", "Meer"]
    assert list(sentences_in('"""Doc."""\nx = _("Al vertaald.")\ny = f"Nog {x} niet"\nz = "sleutel"')) == [
        "Nog ",
        " niet",
    ]


def test_templates_ask_for_labels_that_there_are_and_every_label_is_asked_for() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    asked = set(re.findall(r"\bwords\.(\w+)", text))
    keys = {label.key for label in LABELS}
    lists = ("mark", "tier", "moment", "severity", "hurdle", "basis")
    of_lists = {key for key in keys if key.partition("_")[0] in lists}
    in_code = {key for key in keys if key.startswith("outcome_")} | {"first_with"}

    assert asked <= keys
    assert keys - asked - of_lists - in_code == set()
