"""What comes along with pasting becomes what was meant, once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialoog.content.document.texts import is_in_words, texts
from dialoog.content.wording.tidying import Change, tidied
from tests.builders import real_document

PASTED = [
    ("€\u00a05 \u202f en\u2009meer", "€ 5   en meer", Change.SPACES),
    ("samen\u00adwerken\u200b,\ufeff \u2060nu", "samenwerken, nu", Change.INVISIBLE),
    ("om\u202egekeerd\u200d\u200e ✓\ufe0f", "omgekeerd ✓", Change.INVISIBLE),
    ("een\vtwee\u2028drie\r\nvier", "een\ntwee\ndrie\nvier", Change.BREAKS),
    ("\x91zo\x92 \uf0fc \uf0e0", "‘zo’ ✓ →", Change.SIGNS),
    ("Denk aan:\n\uf0b7\tEén\n\uf0b7\tTwee\nSlot.", "Denk aan:\n- Eén\n- Twee\n\nSlot.", Change.LIST),
    ("Denk aan: \uf0b7 Eén \uf0b7 Twee", "Denk aan:\n- Eén\n- Twee", Change.LIST),
    ("•\tA\no\tB\n▪ C", "- A\n  - B\n- C", Change.LIST),
    ("\uf0a7  A\n\n\uf0a7  B", "- A\n\n- B", Change.LIST),
    ("[a](www.ser.nl/x) en [b](info@ser.nl)", "[a](https://www.ser.nl/x) en [b](mailto:info@ser.nl)", Change.LINKS),
    ("Zie [a].\n\n[a]: www.ser.nl", "Zie [a].\n\n[a]: https://www.ser.nl", Change.LINKS),
]


@pytest.mark.parametrize(("text", "meant", "change"), PASTED)
def test_what_was_pasted_becomes_what_was_meant(text: str, meant: str, change: Change) -> None:
    found = tidied(text, is_markdown=True)

    assert (found.text, found.changes) == (meant, (change,))


def test_where_no_list_can_stand_bullets_are_plain() -> None:
    found = tidied("Denk aan: \uf0b7 Eén \uf0a7 Twee [a](www.ser.nl)")

    assert found.text == "Denk aan: • Eén • Twee [a](www.ser.nl)"
    assert found.changes == (Change.BULLETS,)


@pytest.mark.parametrize(
    "text",
    [
        "- een\n- twee\nverder",
        "1. een\n2. twee",
        "A • B, A – B en A · B",
        "– zei zij",
        "Regel\n\n\tstaat in",
        "می‌خواهم \u200fا",
        "র‍্যাব",
        "[a](https://www.ser.nl) [b](../x) [c](tel:12) www.ser.nl",
    ],
)
def test_what_was_typed_stays(text: str) -> None:
    assert tidied(text, is_markdown=True).text == text


@settings(deadline=None)
@given(st.text(st.sampled_from("a -\n\t•\uf0b7o·\u00a0\u200b\u200d\x92\u2029\r[](w.@")), st.booleans())
def test_a_tidy_text_is_left_alone(text: str, is_markdown: bool) -> None:
    once = tidied(text, is_markdown=is_markdown).text

    assert tidied(once, is_markdown=is_markdown).changes == ()


def test_our_own_content_is_tidy() -> None:
    assert [place for place in texts(real_document(), with_names=True) if tidied(place.text).changes] == []


def test_keys_and_choices_are_no_words() -> None:
    from dialoog.content.models import Goal, Rule, Tip

    fields = [Tip._meta.get_field("slug"), Tip._meta.get_field("tip_set"), Rule._meta.get_field("code")]
    assert not any(map(is_in_words, fields))
    assert is_in_words(Goal._meta.get_field("name"))
