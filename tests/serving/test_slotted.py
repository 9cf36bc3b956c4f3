"""A page in pieces is the page: for who takes gzip, for who does not, and after it was kept."""

import gzip
import zlib
from dataclasses import replace

import pytest

from dialoog.serving.checksums import joined, shift_by
from dialoog.serving.slotted import FACTS, SLOT, PageDamaged, SlottedPage

BEFORE = "<title>Één €</title>" + "<p>Kop</p>" * 50
AFTER = "<p>Lijf van de pagina</p>" * 20_000 + "</html>"


@pytest.fixture
def page() -> SlottedPage:
    return SlottedPage.of(BEFORE + SLOT + AFTER)


@pytest.mark.parametrize("slot", ["", "a", "<p>ø €</p>", "<form></form>" * 10_000])
def test_gzip_holds_exactly_the_plain_page(page: SlottedPage, slot: str) -> None:
    plain = page.filled(slot)

    assert plain.decode() == BEFORE + slot + AFTER
    assert gzip.decompress(page.gzipped(slot)) == plain


def test_it_is_one_gzip_stream(page: SlottedPage) -> None:
    stream = zlib.decompressobj(16 + zlib.MAX_WBITS)

    assert stream.decompress(page.gzipped("<p>")) == page.filled("<p>")
    assert stream.eof
    assert stream.unused_data == b""


def test_what_was_kept_gives_the_same_answers(page: SlottedPage) -> None:
    kept = SlottedPage.unpacked(page.packed())

    assert kept == page
    assert kept.gzipped("<p>") == page.gzipped("<p>")
    assert len(page.packed()) < len(page.filled("")) / 10


@pytest.mark.parametrize("slots", [[], ["<p>een</p>"], ["<p>een</p>", "", "<p>drie €</p>"]])
def test_a_page_has_as_many_slots_as_it_has_markers(slots: list[str]) -> None:
    page = SlottedPage.of(BEFORE + "".join(f"{SLOT}<hr>" for _slot in slots) + AFTER)
    kept = SlottedPage.unpacked(page.packed())

    assert kept == page
    assert page.filled(*slots).decode() == BEFORE + "".join(f"{slot}<hr>" for slot in slots) + AFTER
    assert gzip.decompress(kept.gzipped(*slots)) == page.filled(*slots)
    for wrong in (slots[1:] if slots else ["te veel"], [*slots, "te veel"]):
        with pytest.raises(ValueError, match="slots"):
            page.gzipped(*wrong)


def test_whatever_was_damaged_is_seen(page: SlottedPage) -> None:
    content = page.packed()
    start = FACTS.size
    first = start + len(page.pieces[0].deflated)
    damaged = [
        b"",
        b"abc",
        b"nonsense",
        content[:-1],
        content[: first + 1],
        content + b"x",
        content[:start] + content[first:],
    ]

    for changed in damaged:
        with pytest.raises(PageDamaged):
            SlottedPage.unpacked(changed)


def test_a_piece_that_is_not_what_was_packed_is_never_shown(page: SlottedPage) -> None:
    first = page.pieces[0]
    wrong = [
        replace(first, deflated=b"kapot"),
        replace(first, deflated=page.pieces[1].deflated),
        replace(first, deflated=first.deflated[: len(first.deflated) // 2]),
        replace(first, checksum=first.checksum ^ 1),
    ]

    for piece in wrong:
        with pytest.raises(PageDamaged):
            SlottedPage((piece, page.pieces[1])).filled("")


def test_who_takes_gzip_costs_no_unpacking(page: SlottedPage, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = page.packed()
    monkeypatch.setattr(zlib, "decompressobj", None)

    assert SlottedPage.unpacked(kept).gzipped("<p>") == page.gzipped("<p>")


@pytest.mark.parametrize("length", [0, 1, 2, 255, 4096, 100_003])
def test_checksums_are_joined_as_if_the_texts_were(length: int) -> None:
    before, after = b"Begin", bytes(number % 251 for number in range(length))

    assert joined(zlib.crc32(before), zlib.crc32(after), shift_by(length)) == zlib.crc32(before + after)
    assert joined(0, zlib.crc32(after), shift_by(length)) == zlib.crc32(after)
