"""Translations go out as PO and come back; what a translator's program may do to a file is refused or harmless."""

from typing import Any

import polib
import pytest

from dialoog.catalogue.document import Key
from dialoog.catalogue.translated import Place, State, in_language
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.translations.po import Incoming, read_po, to_po
from dialoog.content.translations.texts import count, languages_in, with_texts
from tests.builders import build_document, build_goal, real_document

GOAL = Key("goals", "kennis")


def document(**goal: str) -> Any:
    return build_document(goals=[{**build_goal("kennis", 1), "name": "Kennis", **goal}, build_goal("toegang", 2)])


def po(content: Any, **texts: str) -> polib.POFile:
    """The file of a document, with these fields of the goal `kennis` translated."""
    file = polib.pofile(to_po(content, "en").decode())
    for name, text in texts.items():
        entry(file, name).msgstr = text
    return file


def entry(file: polib.POFile, name: str) -> polib.POEntry:
    return next(entry for entry in file if entry.msgctxt == f"goals/kennis/{name}")


def read(file: polib.POFile, content: Any) -> Incoming:
    return read_po(str(file).encode(), content, "en")


def test_out_and_in_again_changes_nothing() -> None:
    once = read(po(document(), name="Knowledge"), document()).document
    again = read_po(to_po(once, "en"), once, "en")

    assert again.document == once
    assert again.taken == 0
    assert again.refused == []
    assert to_po(once, "en") == to_po(again.document, "en")


def test_what_came_in_is_laid_over_the_document() -> None:
    incoming = read(po(document(), name="Knowledge"), document())

    assert incoming.taken == 1
    assert languages_in(incoming.document) == ["en"]
    assert in_language(incoming.document, "en")["goals"][0]["name"] == "Knowledge"
    assert count(incoming.document, "en").current == 1


def test_every_text_of_the_real_content_goes_out_with_what_its_field_is() -> None:
    file = polib.pofile(to_po(real_document(), "fr").decode())

    assert len(file) == count(real_document(), "fr").missing == count(real_document(), "fr").total
    theory = next(entry for entry in file if entry.msgctxt == "goals/kennis/theory")
    assert "Ten hoogste 3000 tekens." in theory.comment
    assert "Markdown" in theory.comment


def test_a_stale_one_goes_out_as_fuzzy_with_what_it_was_made_from() -> None:
    old = read(po(document(), name="Knowledge"), document()).document
    changed = {**old, "goals": document(name="Weten")["goals"]}

    found = entry(polib.pofile(to_po(changed, "en").decode()), "name")

    assert found.fuzzy
    assert (found.msgid, found.previous_msgid, found.msgstr) == ("Weten", "Kennis", "Knowledge")
    assert count(changed, "en").stale == 1


def test_only_what_is_left_to_do_goes_out_on_request() -> None:
    content = read(po(document(), name="Knowledge", summary="Short."), document()).document
    changed: Any = {**content, "goals": document(name="Weten")["goals"]}
    left = polib.pofile(to_po(changed, "en", [State.STALE, State.MISSING]).decode())
    stale = polib.pofile(to_po(changed, "en", [State.STALE]).decode())

    assert [entry.msgctxt for entry in stale] == ["goals/kennis/name"]
    assert len(left) == count(changed, "en").total - 1
    assert "goals/kennis/summary" not in [entry.msgctxt for entry in left]


def test_the_same_words_for_a_text_that_changed_make_it_current() -> None:
    old = read(po(document(), name="Knowledge"), document()).document
    changed: Any = {**old, "goals": document(name="Kennis.")["goals"]}

    mended, times = with_texts(changed, "en", {Place(GOAL, "name", "Kennis."): "Knowledge"})

    assert times == 1
    assert count(mended, "en").stale == 0


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("name", "K" * 200, "hier passen er 120"),
        ("theory", "Read [this](https://example.org).", "links"),
        ("name", "Knowledge {x}", "plekken tussen accolades"),
        ("name", "   ", "leeg"),
    ],
)
def test_a_text_that_lost_something_is_refused_and_the_others_are_taken(name: str, text: str, said: str) -> None:
    file = po(document(), **{name: text, "summary": "Short."})

    incoming = read(file, document())

    assert [said in sentence for sentence in incoming.refused] == [True]
    line = int(incoming.refused[0].removeprefix("Regel ").partition(", ")[0])
    assert incoming.refused[0].startswith(f"Regel {line}, goals/kennis/{name}: ")
    assert "\n".join(str(file).splitlines()[line - 1 :]).startswith(str(entry(file, name)).strip())
    assert incoming.taken == 1


def test_a_link_must_stay() -> None:
    content = document(theory="Zie [dit](https://example.org).")

    assert read(po(content, theory="See [this](https://example.org)."), content).refused == []
    assert read(po(content, theory="See this."), content).refused != []


def test_what_the_site_fills_in_keeps_its_name() -> None:
    content = document(summary="Na {bewaartermijn} is het weg.")

    assert read(po(content, summary="After {bewaartermijn} it goes."), content).refused == []
    assert read(po(content, summary="After {period} it goes."), content).refused != []


def test_a_text_of_which_the_dutch_has_moved_on_is_refused() -> None:
    incoming = read(po(document(), name="Knowledge"), document(name="Weten"))

    assert incoming.taken == 0
    assert "intussen anders" in incoming.refused[0]


def test_a_fuzzy_one_is_not_taken() -> None:
    file = po(document(), name="Knowledge")
    entry(file, "name").flags.append("fuzzy")

    incoming = read(file, document())

    assert incoming.taken == 0
    assert "fuzzy" in incoming.refused[0]


def test_a_place_that_stands_there_twice_is_refused_twice() -> None:
    file = po(document(), name="Knowledge")
    file.append(polib.POEntry(msgctxt="goals/kennis/name", msgid="Kennis", msgstr="Learning"))

    incoming = read(file, document())

    assert incoming.taken == 0
    assert len(incoming.refused) == 2


def test_a_place_that_is_not_there_is_refused() -> None:
    file = po(document())
    file.append(polib.POEntry(msgctxt="goals/weg/name", msgid="Weg", msgstr="Gone"))

    assert "is er niet" in read(file, document()).refused[0]


def test_markup_is_text_like_any_other() -> None:
    """What shows it escapes or cleans it, as it does Dutch texts."""
    incoming = read(po(document(), name="<b>Knowledge</b>"), document())

    assert in_language(incoming.document, "en")["goals"][0]["name"] == "<b>Knowledge</b>"


def test_a_byte_order_mark_is_harmless() -> None:
    data = b"\xef\xbb\xbf" + str(po(document(), name="Knowledge")).encode()

    assert read_po(data, document(), "en").taken == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (str(po(document(), name="Connaissance privilégiée")).encode("cp1252", "replace"), "UTF-8"),
        (b"PK\x03\x04 no PO at all", "geen PO-bestand"),
        (b"", "geen enkele tekst"),
        (b"x" * (3 * 1024 * 1024 + 1), "te groot"),
        (to_po(document(), "fr"), "voor taal ‘fr’"),
    ],
)
def test_what_is_no_such_file_is_refused_whole(data: bytes, said: str) -> None:
    with pytest.raises(ContentRefused, match=said):
        read_po(data, document(), "en")


@pytest.mark.slow
def test_ten_thousand_strange_entries_are_each_refused() -> None:
    file = po(document())
    file.extend(polib.POEntry(msgctxt=f"goals/x{n}/name", msgid=f"x{n}", msgstr="x") for n in range(10_000))

    assert len(read(file, document()).refused) == 10_000


def test_other_languages_stay() -> None:
    french = read_po(
        to_po(document(), "fr").replace(b'msgid "Kennis"\nmsgstr ""', b'msgid "Kennis"\nmsgstr "Savoir"'),
        document(),
        "fr",
    ).document

    both = read(po(french, name="Knowledge"), french).document

    assert languages_in(both) == ["en", "fr"]
    assert in_language(both, "fr")["goals"][0]["name"] == "Savoir"
