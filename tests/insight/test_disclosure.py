"""Small numbers are hidden, and do not follow from what is shown."""

from collections import defaultdict
from itertools import product

import pytest

from dialoog.insight.disclosure import FEWER, HIDDEN, Group, disclose, disclose_apart


def words(group: Group) -> tuple[list[str], str]:
    return [str(figure) for figure in group.figures], str(group.total)


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (1, FEWER), (4, FEWER), (5, "5"), (1234, "1234")])
def test_one_to_four_is_hidden(number: int, shown: str) -> None:
    assert [str(figure) for figure in disclose_apart([number])] == [shown]


@pytest.mark.parametrize(
    ("numbers", "shown", "total"),
    [
        ([8, 5, 0], ["8", "5", "0"], "13"),
        ([8, 3, 2], ["8", FEWER, FEWER], "13"),
        ([8, 3, 6], ["8", HIDDEN, HIDDEN], "17"),
        ([8, 3, 0], ["8", FEWER, FEWER], "11"),
        ([6, 6, 3], [HIDDEN, HIDDEN, HIDDEN], "15"),
        ([9, 1, 1], [HIDDEN, HIDDEN, HIDDEN], "11"),
        ([9, 4, 4], [HIDDEN, HIDDEN, HIDDEN], "17"),
        ([2, 2], [FEWER, FEWER], HIDDEN),
        ([4, 4], [FEWER, FEWER], HIDDEN),
        ([2, 1, 0], [FEWER, FEWER, "0"], FEWER),
        ([1, 1, 1, 1, 0], [FEWER] * 5, FEWER),
        ([0, 0], ["0", "0"], "0"),
        ([3], [FEWER], HIDDEN),
    ],
)
def test_what_is_hidden(numbers: list[int], shown: list[str], total: str) -> None:
    assert words(disclose(numbers)) == (shown, total)


@pytest.mark.parametrize(("length", "top"), [(1, 12), (2, 12), (3, 12), (4, 9)])
def test_nobody_can_work_out_what_is_hidden(length: int, top: int) -> None:
    """Not even by trying which numbers would be shown like this."""
    sources = defaultdict(list)
    for numbers in product(range(top), repeat=length):
        sources[disclose(numbers)].append(numbers)

    known = [
        (numbers[0], place)
        for group, numbers in sources.items()
        for place, figure in enumerate(group.figures)
        if figure.is_hidden and len({source[place] for source in numbers}) == 1
    ]
    assert known == []
