"""Two advices beside each other in about three sentences, for who has to tell somebody else what differs and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialoog.catalogue.words import Words
from dialoog.compare.columns import Column
from dialoog.compare.difference import Given, Pair, points_in
from dialoog.compare.whys import Beside, Deciding
from dialoog.languages.enumeration import enumerated
from dialoog.report.body.reasons import Reason

QUESTIONS = 3
"""Named with both answers; of the others it is said how many they are."""
NAMES = 3
"""Likewise of partner types."""


@dataclass(frozen=True)
class Sentence:
    text: str
    reason: Reason | None = None
    """What the content says, behind the text and in its own words."""
    words: Words | None = None
    """Of the release that the reason is in."""


def summary(beside: Beside) -> tuple[Sentence, ...]:
    """Which answers differ, what that does to with whom one begins, and the reason that did most of it."""
    if beside.difference.is_empty:
        return ()
    return (Sentence(_answers(beside)), Sentence(_starts(beside)), *_main_reason(beside))


def _answers(beside: Beside) -> str:
    differ = beside.difference.answers
    if not differ:
        return _("De antwoorden zijn hetzelfde.")
    told = "; ".join(
        _("“%(question)s” (%(first)s: %(one)s; %(second)s: %(other)s)")
        % {
            "question": next(given.question.text for given in (answer.second, answer.first) if given.question),
            "first": beside.first.letter,
            "one": _given(answer.first),
            "second": beside.second.letter,
            "other": _given(answer.second),
        }
        for answer in differ[:QUESTIONS]
    )
    if len(differ) > QUESTIONS:
        told = _("%(told)s; en nog %(number)d") % {"told": told, "number": len(differ) - QUESTIONS}
    return ngettext("Dit antwoord verschilt: %s.", "Deze antwoorden verschillen: %s.", len(differ)) % told


def _given(given: Given) -> str:
    if given.options:
        return ", ".join(_("‘%s’") % option.label for option in given.options)
    return _("niet gevraagd")


def _starts(beside: Beside) -> str:
    first, second = _start(beside.first), _start(beside.second)
    if not _differs(beside):
        return _("Met wie je begint, is hetzelfde: %s.") % first
    names = {"first": beside.first.called, "one": first, "second": beside.second.called, "other": second}
    return _("Met wie je begint, verschilt: in %(first)s %(one)s, in %(second)s %(other)s.") % names


def _start(column: Column) -> str:
    beginning = column.beginning
    if beginning.openings:
        return _in_a_row([opening.partner.name for opening in beginning.openings])
    return _("niemand (‘%s’)") % beginning.no_start.title


def _in_a_row(names: list[str]) -> str:
    if len(names) > NAMES:
        return _("%(named)s en nog %(more)d") % {"named": "; ".join(names[:NAMES]), "more": len(names) - NAMES}
    return enumerated(names, "; ")


def _differs(beside: Beside) -> bool:
    """Whether one begins with others, whatever their order, or for another reason with nobody."""
    one, other = beside.first.beginning, beside.second.beginning
    if one.openings or other.openings:
        starts = [{opening.partner.partner_type.slug for opening in begun.openings} for begun in (one, other)]
        return starts[0] != starts[1]
    return one.no_start.title != other.no_start.title


def _main_reason(beside: Beside) -> Iterator[Sentence]:
    """Of the rules that decided where partner types stand the one that did so most often; of equals the first.

    Where one begins with others, only those partner types count with whom one begins in either.
    """
    starts = {*beside.first.side.start, *beside.second.side.start}
    differs = _differs(beside)
    asked = [one for one in beside.deciding if not differs or one.slug in starts] or beside.deciding
    found = [one for one in asked if one.why.reason and one.why.reason.text]
    counts = Counter(one.says for one in found)
    if found:
        main = max(found, key=lambda one: counts[one.says])
        ours = [one for one in found if one.says == main.says]
        is_most = 2 * len(ours) > len(asked) and all(one.is_most for one in ours)
        text = f"{_lead(differs=differs, is_most=is_most)} {_where(beside, ours)}"
        yield Sentence(text, main.why.reason, main.why.words)


def _lead(*, differs: bool, is_most: bool) -> str:
    if differs:
        return _("Dat komt vooral door een reden") if is_most else _("Dat komt onder andere door een reden")
    if is_most:
        return _("Wel staan partners anders, vooral door een reden")
    return _("Wel staan partners anders, onder andere door een reden")


def _where(beside: Beside, ours: list[Deciding]) -> str:
    """What the reason is about stands with it: its words say "this partner"."""
    ground = ours[0].ground
    of: Pair[object] = ground.of
    names = _in_a_row([one.name for one in ours])
    if of.first and of.second:
        heavier = beside.second if points_in(ground.of.second) > points_in(ground.of.first) else beside.first
        return _("die in %(called)s zwaarder weegt, voor %(names)s:") % {"called": heavier.called, "names": names}
    called = beside.second.called if of.second else beside.first.called
    return _("die alleen in %(called)s geldt, voor %(names)s:") % {"called": called, "names": names}
