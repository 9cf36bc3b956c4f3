"""The code is read however somebody types it, and nothing else passes for one."""

from collections import Counter

import pytest

from dialoog.handover.codes import (
    LENGTH,
    LONGEST_TYPED,
    SIGNS,
    code_of,
    count_signs,
    in_threes,
    is_reference,
    read_code,
)
from dialoog.wizard.tokens import READABLE, new_code, new_token

CODE = "K7M3FX9RT"


@pytest.mark.parametrize(
    "typed",
    [
        "K7M-3FX-9RT",
        "k7m 3fx 9rt",
        " K7M3FX9RT\n",
        "K.7.M.3.F.X.9.R.T.",
        "k7m – 3fx — 9rt",
        "K7M‑3FX‑9RT",
        "Ｋ７Ｍ-3FX-9RT",
        "K7M\x00-3FX-9RT\u200b",
    ],
)
def test_case_spaces_dashes_and_dots_do_not_matter(typed: str) -> None:
    assert read_code(typed) == CODE


@pytest.mark.parametrize("alike", ["0OQDoqd", "1ILil", "2Zz", "5Ss", "8Bb", "VUvu"])
def test_signs_that_look_alike_are_one(alike: str) -> None:
    assert {read_code(sign * LENGTH) for sign in alike} == {alike[0] * LENGTH}


def test_every_letter_and_digit_means_a_sign() -> None:
    meant = {read_code(sign * LENGTH)[:1] for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"}

    assert meant == set(SIGNS)
    assert len(SIGNS) == 27


@pytest.mark.parametrize(
    "typed",
    ["", "K7M-3FX-9R", "K7M-3FX-9RTK", "K7M-3FX-9R!", "K7M-3FX-9R🙂", "é" * 9, "٣" * 9, "K" * 10_000, " " * 10_000],
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) == ""


@pytest.mark.parametrize("typed", ["2P4-REC-EIJIJ", "2p4 rec e ij ij", "2P4-REC-Eĳĳ", "2P4RECEIJij"])
def test_who_hears_a_y_may_type_ij(typed: str) -> None:
    assert read_code(typed) == "2P4RECEYY"


def test_ij_is_two_signs_where_a_code_has_room_for_them() -> None:
    assert read_code("IJK-3FX-9RT") == "1JK3FX9RT"
    assert read_code("IJK-3FX-9RT-IJ") == "YK3FX9RTY"
    assert read_code("IJK-3FX-9RI-J") == ""
    assert read_code("2P4-REC-E1J1J") == ""


def test_signs_are_counted_without_what_stands_between() -> None:
    assert [count_signs(typed) for typed in ("", " K7M – 3FX. ", "K7M-3FX-9RTK", "K" * 10_000)] == [0, 6, 10, 0]


def test_what_is_longer_than_anybody_types_is_not_looked_at() -> None:
    assert read_code(CODE + " " * (LONGEST_TYPED - LENGTH)) == CODE
    assert read_code(CODE + " " * LONGEST_TYPED) == ""


def test_a_code_of_a_report_is_told_from_a_sharing_code() -> None:
    for typed in (new_code(), new_code().lower().replace("-", " "), READABLE[:8]):
        assert is_reference(typed)
        assert read_code(typed) == ""
    for typed in (in_threes(CODE), in_threes(CODE)[:-1], "????-????", "K" * 10_000):
        assert not is_reference(typed)


def test_it_follows_from_token_and_salt_and_stands_in_threes() -> None:
    token, salt = new_token(), new_token()

    code = code_of(token, salt)

    assert code == code_of(token, salt) == read_code(in_threes(code))
    assert code not in {code_of(new_token(), salt), code_of(token, new_token())}
    assert in_threes(CODE) == "K7M-3FX-9RT"


def test_every_sign_comes_as_often_as_another() -> None:
    """Six times the standard deviation: it fails once in some ten million times."""
    number = 3000
    counts = Counter("".join(code_of("token", str(salt)) for salt in range(number)))

    expected = number * LENGTH / len(SIGNS)
    assert set(counts) == set(SIGNS)
    assert all(abs(found - expected) < 6 * expected**0.5 for found in counts.values())
