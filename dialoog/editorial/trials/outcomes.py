"""What an advice comes to, so that two can be compared."""

from dataclasses import dataclass
from typing import Self

from dialoog.advice import Advice
from dialoog.advice.kinds import CAUTIONS, LINE_KINDS

OTHER_KINDS = tuple(kind for kind in LINE_KINDS if kind is not CAUTIONS)


@dataclass(frozen=True, slots=True)
class Beginning:
    """With whom an advice says to begin, or why with nobody and what then."""

    start: tuple[str, ...]
    able: tuple[str, ...]
    """Slugs of all with whom one can begin."""
    obstacle: str
    """Empty where there is somebody to begin with."""
    signposts: tuple[str, ...]
    """As `ngo > bond`."""

    @classmethod
    def of(cls, advice: Advice) -> Self:
        return cls(
            start=tuple(a.partner_type.slug for a in advice.start),
            able=tuple(a.partner_type.slug for a in advice.ranking if a.can_begin),
            obstacle=str(advice.obstacle or ""),
            signposts=tuple(f"{s.partner_type.slug} > {s.leads_to.slug}" for s in advice.signposts),
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an advice says, line by line, without why: two that are equal say the same to a visitor."""

    beginning: Beginning
    ranked: tuple[str, ...]
    """Slugs of the numbered partner types."""
    places: tuple[int, ...]
    """The place of each of these: who shares one fits equally well."""
    apart: tuple[str, ...]
    cautions: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    """Of each of the other kinds."""
    later: tuple[str, ...]
    """Which of the actions need more time."""

    @classmethod
    def of(cls, advice: Advice) -> Self:
        ranked = advice.ranked
        return cls(
            beginning=Beginning.of(advice),
            ranked=tuple(a.partner_type.slug for a in ranked),
            places=tuple(a.place for a in ranked),
            apart=tuple(f"{a.partner_type.slug} {a.tier}" for a in advice.set_apart),
            cautions=tuple(advice.slugs(CAUTIONS)),
            lines=tuple(tuple(advice.slugs(kind)) for kind in OTHER_KINDS),
            later=tuple(line.item.slug for line in advice.later_actions),
        )
