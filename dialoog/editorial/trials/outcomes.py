"""What an advice comes to, so that two can be compared."""

from dataclasses import dataclass
from typing import Self

from dialoog.advice import Advice
from dialoog.advice.kinds import CAUTIONS, LINE_KINDS

OTHER_KINDS = tuple(kind for kind in LINE_KINDS if kind is not CAUTIONS)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an advice says, line by line, without why: two that are equal say the same to a visitor."""

    ranked: tuple[str, ...]
    """Slugs of the numbered partner types."""
    apart: tuple[str, ...]
    cautions: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    """Of each of the other kinds."""

    @classmethod
    def of(cls, advice: Advice) -> Self:
        return cls(
            ranked=tuple(a.partner_type.slug for a in advice.ranking if a.is_ranked),
            apart=tuple(f"{a.partner_type.slug} {a.tier}" for a in advice.ranking if not a.is_ranked),
            cautions=tuple(advice.slugs(CAUTIONS)),
            lines=tuple(tuple(advice.slugs(kind)) for kind in OTHER_KINDS),
        )
