"""Three editors in any order: nothing that was saved is replaced by somebody who had not seen it."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialoog.content.admin.merging.three_ways import MAIN, Fate, Kept, Merged, Place, Sheet, merge

TEXT = Place(MAIN, MAIN, "text")


def sheet(text: str = "a", title: str = "a", **rows: str) -> Sheet:
    """A record of two fields, and rows of one field by their key (`r1` is the stored row 1)."""
    return {
        MAIN: {MAIN: {"text": text, "title": title}},
        "rows": {key.removeprefix("r"): {"word": word} for key, word in rows.items()},
    }


def test_each_changed_something_else() -> None:
    merged = merge(sheet(), sheet(title="theirs"), sheet(text="mine"))

    assert merged == Merged(sheet("mine", "theirs"), (Kept(Place(MAIN, MAIN, "title"), Fate.CHANGED),), ())


def test_both_made_the_same_of_it() -> None:
    assert merge(sheet(), sheet("same"), sheet("same")) == Merged(sheet("same"), (), ())


def test_both_changed_one_field_and_mine_stays_in_the_form() -> None:
    merged = merge(sheet(), sheet("theirs"), sheet("mine"))

    assert merged.sheet == sheet("mine")
    assert [(c.place, c.mine, c.theirs, c.base) for c in merged.conflicts] == [(TEXT, "mine", "theirs", "a")]


def test_rows_that_one_added_changed_or_removed() -> None:
    merged = merge(
        sheet(r1="a", r2="b", r3="c", r4="d"),
        sheet(r1="theirs", r2="b", r4="d", r5="added"),
        sheet(r1="a", r2="mine", r3="c", new="my own"),
    )

    assert merged.sheet == sheet(r1="theirs", r2="mine", r5="added", new="my own")
    assert merged.conflicts == ()
    assert {(kept.place.row, kept.fate) for kept in merged.kept} == {
        ("1", Fate.CHANGED),
        ("3", Fate.REMOVED),
        ("5", Fate.ADDED),
    }


def test_a_row_that_one_removed_and_the_other_changed() -> None:
    merged = merge(sheet(r1="a", r2="b"), sheet(r2="theirs"), sheet(r1="mine"))

    assert merged.sheet == sheet(r1="mine")
    assert [(c.place.row, c.mine, c.theirs) for c in merged.conflicts] == [
        ("2", None, {"word": "theirs"}),
        ("1", {"word": "mine"}, None),
    ]


def test_a_row_that_both_added_stands_there_once() -> None:
    assert merge(sheet(), sheet(r1="same"), sheet(new="same")).sheet == sheet(r1="same")


def test_who_does_not_know_what_he_began_with_chooses_at_every_difference() -> None:
    merged = merge(None, sheet("theirs", r1="a", r2="b"), sheet("mine", r1="a", r2="mine", r9="gone", new="x"))

    assert merged.sheet == sheet("mine", r1="a", r2="mine", r9="gone", new="x")
    assert [(c.place.field, c.place.row) for c in merged.conflicts] == [("text", ""), ("word", "2"), ("", "9")]


def test_a_field_that_the_form_did_not_have_when_it_was_opened() -> None:
    older: Sheet = {MAIN: {MAIN: {"title": "a"}}, "rows": {}}

    assert merge(older, sheet("theirs"), sheet("mine")).conflicts[0].base is None


def test_a_judgement_of_what_the_other_changed_is_a_choice() -> None:
    """Who ticks 'title' says something of all that the form holds."""
    judged, changed, row = sheet(title="yes"), sheet(text="theirs"), sheet(r1="theirs")

    for theirs, mine in ((changed, judged), (judged, changed), (row, judged)):
        assert [c.place.field for c in merge(sheet(), theirs, mine, {"title": ()}).conflicts] == ["title"]
    assert merge(sheet(), row, judged, {"title": ["text"]}).conflicts == ()
    assert merge(sheet(), sheet(), judged, {"title": ()}).conflicts == ()
    assert merge(sheet(), sheet("x", "yes"), sheet(), {"title": ()}).conflicts == ()


# In any order

EDITORS = 3
WORDS = st.sampled_from("abcd")
KEYS = st.sampled_from("123456")
EDITS = st.one_of(
    st.tuples(st.just("field"), st.sampled_from(["text", "title"]), WORDS),
    st.tuples(st.just("row"), KEYS, WORDS),
    st.tuples(st.just("remove"), KEYS, WORDS),
    st.tuples(st.just("add"), KEYS, WORDS),
)
STEPS = st.lists(
    st.tuples(st.integers(0, EDITORS - 1), st.one_of(st.just("open"), st.just("save"), EDITS)), min_size=5, max_size=40
)


class Desk:
    """What stands in the tables, and the form that each editor has before him."""

    def __init__(self) -> None:
        self.stored = sheet(r1="a", r2="b", r3="c")
        self.next_key = 10
        self.base = [deepcopy(self.stored) for _ in range(EDITORS)]
        self.form = [deepcopy(self.stored) for _ in range(EDITORS)]

    def open(self, who: int) -> None:
        self.base[who], self.form[who] = deepcopy(self.stored), deepcopy(self.stored)

    def edit(self, who: int, edit: Any) -> None:
        kind, name, word = edit
        rows = self.form[who]["rows"]
        if kind == "field":
            self.form[who][MAIN][MAIN][name] = word
        elif kind == "row" and name in rows:
            rows[name] = {"word": word}
        elif kind == "remove":
            rows.pop(name, None)
        elif kind == "add":
            rows[f"new-{name}"] = {"word": word}

    def save(self, who: int) -> None:
        """As the admin does: with conflicts nothing is saved, and the form now knows what is stored."""
        before, base, mine = deepcopy(self.stored), self.base[who], self.form[who]
        merged = merge(base, before, mine)
        self.base[who] = before
        if merged.conflicts:
            rows = merged.sheet["rows"]
            back = {key if key in before["rows"] or "new" in key else f"new-{key}": rows[key] for key in rows}
            self.form[who] = {**merged.sheet, "rows": back}
            return
        self.stored = self.with_keys(merged.sheet)
        assert_nothing_lost(before, base, mine, self.stored)
        self.open(who)

    def with_keys(self, saved: Sheet) -> Sheet:
        """Rows that are new get a primary key."""
        rows = {}
        for key, row in saved["rows"].items():
            if "new" in key:
                self.next_key += 1
                key = str(self.next_key)
            rows[key] = dict(row)
        return {**deepcopy(saved), "rows": rows}


def assert_nothing_lost(before: Sheet, base: Sheet, mine: Sheet, after: Sheet) -> None:
    was, knew, typed, now = (flat(side) for side in (before, base, mine, after))
    for place in was:
        if now.get(place) != was[place]:
            assert knew.get(place) == was[place], "who replaces a value had seen it"
            assert typed.get(place) == now.get(place), "and chose what stands there now"
    for place in typed:
        if typed[place] != knew.get(place) and "new" not in place.row:
            assert now.get(place) == typed[place], "what was typed is saved"
    added = [word for place, word in typed.items() if "new" in place.row]
    assert set(added) <= set(now.values()), "rows that were added are there"


def flat(side: Sheet) -> dict[Place, Any]:
    return {
        Place(part, key, name): value
        for part, rows in side.items()
        for key, row in rows.items()
        for name, value in row.items()
    }


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(STEPS)
def test_no_interleaving_of_three_editors_loses_what_was_saved(steps: list[tuple[int, Any]]) -> None:
    desk = Desk()
    for who, what in steps:
        if what == "open":
            desk.open(who)
        elif what == "save":
            desk.save(who)
        else:
            desk.edit(who, what)
    for who in range(EDITORS):
        desk.save(who)
        desk.save(who)
        assert desk.base[who] == desk.stored, "a second save is a choice that was made: it is saved"
