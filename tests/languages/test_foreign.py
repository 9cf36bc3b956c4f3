"""A text without a translation is shown in the source language, and says so; an outdated one is shown as it is."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.forms import CharField, Form
from django.template import Context, Template
from django.test import Client

from dialoog.catalogue.translated import Foreign, in_language, in_same_language, joined, put_in
from dialoog.content.models import Release
from dialoog.content.releases.current import current_release
from dialoog.content.templatetags.markdown import markdown
from dialoog.wizard.models import Consultation
from tests.languages.english import EnglishJourney, text_of
from tests.wizard.content import publish

TEXT = "Zo & zo is het."


class _Marks(HTMLParser):
    """Words of a page with the language that stands closest around them; and its attributes and title."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.said: list[tuple[str, str]] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.attributes += [value for value in found.values() if value]
        if tag not in ("meta", "link", "img", "input", "br"):
            self.open.append((tag, found.get("lang") or (self.open[-1][1] if self.open else "")))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open:
            self.said.append((self.open[-1][1] if self.open[-1][0] != "title" else "title", " ".join(data.split())))


def marks_of(page: str) -> _Marks:
    marks = _Marks()
    marks.feed(page)
    return marks


def test_a_template_marks_it_where_it_can() -> None:
    template = Template("{% load languages markdown %}{{ t }}|{{ t|plain }}|{{ t|markdown:1 }}")

    assert template.render(Context({"t": Foreign(TEXT)})) == (
        '<span lang="nl">Zo &amp; zo is het.</span>|Zo &amp; zo is het.|<p lang="nl">Zo &amp; zo is het.</p>\n'
    )


def test_each_block_of_markdown_says_so_and_none_of_another_text() -> None:
    text = "# Kop\n\nEen *woord*.\n\n- een\n- twee\n\n> zo"

    marked = markdown(Foreign(text), 1)

    assert re.findall(r'<(\w+) lang="nl">', marked) == ["h2", "p", "ul", "blockquote"]
    assert "lang" not in markdown(text, 1)  # the same text in the language of its page has another place in the cache
    assert markdown(Foreign(text), 1) == marked


def test_what_is_made_of_it_is_in_its_language() -> None:
    assert isinstance(in_same_language(Foreign("a"), "b"), Foreign)
    assert type(in_same_language("a", "b")) is str


def test_a_sentence_that_is_put_together_says_which_part_is_in_it() -> None:
    many = joined(", ", [put_in("“%s”", (Foreign("A & b"),)), put_in("“%s”", ("<c>",))])
    said = put_in("You chose %(many)s & %(number)d more.", {"many": many, "number": 2})

    assert said == "You chose “A & b”, “<c>” & 2 more."
    assert Template("{{ t }}").render(Context({"t": said})) == (
        'You chose “<span lang="nl">A &amp; b</span>”, “&lt;c&gt;” &amp; 2 more.'
    )
    assert Template("{% load languages %}<p title='{{ t|plain }}'>").render(Context({"t": said})) == (
        "<p title='You chose “A &amp; b”, “&lt;c&gt;” &amp; 2 more.'>"
    )


def test_a_form_that_refuses_keeps_the_mark() -> None:
    field = CharField(error_messages={"required": Foreign("Vul iets in.")})
    form = type("AForm", (Form,), {"words": field})({})

    assert Template("{% for e in errors %}{{ e }}{% endfor %}").render(Context({"errors": form["words"].errors})) == (
        '<span lang="nl">Vul iets in.</span>'
    )


@pytest.fixture
def untranslated(db: Any) -> Release:
    """As a release from before there were translations."""
    document = {name: rows for name, rows in current_release().document.items() if name != "translations"}
    return publish(document)


@pytest.mark.slow
def test_a_release_of_before_is_read_in_dutch_with_marks(client: Client, untranslated: Release) -> None:
    pages = {url: text_of(url, client) for url in ("/en/", "/en/privacy/", "/en/accessibility/")}
    journey = EnglishJourney(client)
    assert Consultation.objects.get().release == untranslated
    for _step in range(30):
        pages[journey.url] = text_of(journey.url, client)
        if journey.step == "controle":
            break
        pages[f"{journey.url} without an answer"] = journey.refused({}).content.decode()
        journey.answer_step()
    pages["report"] = text_of(journey.finish().url, client)

    texts = untranslated.document
    for url, page in pages.items():
        marks = marks_of(page)
        assert marks.open == [] or marks.open[0][0] == "html", url
        assert not [value for value in marks.attributes if "<" in value], url
        assert not [words for place, words in marks.said if place == "title" and "<" in words], url
    said = [found for page in pages.values() for found in marks_of(page).said]
    for question in texts["questions"]:
        assert ("en", question["text"]) not in said
        assert ("en", question["error_text"]) not in said
    for record in (*texts["cautions"], *texts["goals"], *texts["tips"]):
        text = record.get("text") or record.get("summary")
        assert ("en", text) not in said
    assert sum(language == "nl" for language, _words in said) > 100


@pytest.mark.django_db
@pytest.mark.slow
def test_an_outdated_translation_is_shown_and_a_missing_one_is_marked(client: Client) -> None:
    document = current_release().document
    rows = {r["identity"]: r["texts"] for r in document["translations"] if r["collection"] == "goals"}
    stale, missing = document["goals"][:2]
    english = next(row["text"] for row in rows[stale["slug"]] if row["path"] == "name")
    goals = [{**goal, "name": f"{goal['name']} nu"} if goal in (stale, missing) else goal for goal in document["goals"]]
    rest = [
        {**r, "texts": [t for t in r["texts"] if t["path"] != "name"]}
        if (r["collection"], r["identity"]) == ("goals", missing["slug"])
        else r
        for r in document["translations"]
    ]
    changed = {**document, "goals": goals, "translations": rest}

    found = {goal["slug"]: goal["name"] for goal in in_language(changed, "en")["goals"]}

    assert found[stale["slug"]] == english
    assert not isinstance(found[stale["slug"]], Foreign)
    assert found[missing["slug"]] == f"{missing['name']} nu"
    assert isinstance(found[missing["slug"]], Foreign)
    publish(changed)
    report = text_of(EnglishJourney(client).walk_to("controle", doelen=[missing["slug"]]).finish().url, client)
    assert f'<span lang="nl">{missing["name"]} nu</span>' in report
