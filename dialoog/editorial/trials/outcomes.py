"""What an advice comes to, so that two can be compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from dialoog.advice import Advice


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an advice says, line by line, without why: two that are equal say the same to a visitor."""

    ranked: tuple[str, ...]
    """Slugs of the numbered partner types."""
    apart: tuple[str, ...]
    cautions: tuple[str, ...]
    lines: tuple[str, ...]
    """Actions, tips, examples, tools and organisations."""

    @classmethod
    def of(cls, advice: Advice) -> Self:
        return cls(
            ranked=tuple(a.partner_type.slug for a in advice.ranking if a.is_ranked),
            apart=tuple(f"{a.partner_type.slug} {a.tier}" for a in advice.ranking if not a.is_ranked),
            cautions=tuple(line.item.slug for line in advice.cautions),
            lines=tuple(_lines(advice)),
        )


def _lines(advice: Advice) -> Iterator[str]:
    collected: tuple[list[Any], ...] = (
        advice.actions,
        advice.tips,
        advice.examples,
        advice.tools,
        advice.organisations,
    )
    for lines in collected:
        yield from (line.item.slug for line in lines)
        yield ""
