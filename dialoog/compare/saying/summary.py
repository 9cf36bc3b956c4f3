"""Two advices beside each other in about three sentences, for who has to tell somebody else what differs and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialoog.catalogue.words import Words
from dialoog.compare.columns import Column
from dialoog.compare.difference import Pair, points_in
from dialoog.compare.exchanging import Exchange
from dialoog.compare.saying.effects import Effects, effect_in_words
from dialoog.compare.saying.names import in_a_short_row
from dialoog.compare.saying.whys import Beside, Deciding
from dialoog.compare.saying.wording import answer_in_words
from dialoog.report.body.reasons import Reason

QUESTIONS = 3
"""Named with both answers; of the others it is said how many they are."""
EFFECTS = 4
"""Answers of which it is said what each does; of the others that it is less."""


@dataclass(frozen=True)
class Sentence:
    text: str
    reason: Reason | None = None
    """What the content says, behind the text and in its own words."""
    words: Words | None = None
    """Of the release that the reason is in."""
    points: tuple[str, ...] = ()
    """What the text announces."""


def summary(beside: Beside) -> tuple[Sentence, ...]:
    """Which answers differ, what that does to with whom one begins, and the reason that did most of it."""
    if beside.difference.is_empty:
        return ()
    return (_answers(beside), Sentence(_starts(beside)), *_main_reason(beside))


def _answers(beside: Beside) -> Sentence:
    """What differs in the answers; of more than one what each does, where that can be known."""
    differ = beside.difference.answers
    if not differ:
        return Sentence(_("De antwoorden zijn hetzelfde."))
    effects = Effects.of(beside.first, beside.second, [answer.slug for answer in differ]) if len(differ) > 1 else None
    if effects and effects.number:
        text = ngettext(
            "%(number)d antwoord verschilt. Neem je dat in %(first)s over van %(second)s, dan verandert dit:",
            "%(number)d antwoorden verschillen. Neem je er in %(first)s één over van %(second)s, "
            "en blijft de rest gelijk, dan verandert dit:",
            effects.number,
        )
        names = {"number": effects.number, "first": beside.first.called, "second": beside.second.called}
        return Sentence(text % names, points=tuple(_effects(beside, effects)))
    told = "; ".join(answer_in_words(answer, beside.first, beside.second) for answer in differ[:QUESTIONS])
    if len(differ) > QUESTIONS:
        told = _("%(told)s; en nog %(number)d") % {"told": told, "number": len(differ) - QUESTIONS}
    return Sentence(ngettext("Dit antwoord verschilt: %s.", "Deze antwoorden verschillen: %s.", len(differ)) % told)


def _effects(beside: Beside, effects: Effects) -> Iterator[str]:
    answers = {answer.slug: answer for answer in beside.difference.answers}
    for exchange in effects.telling[:EFFECTS]:
        said = answer_in_words(answers[exchange.slug], beside.first, beside.second)
        if exchange.brings_questions:
            said = _("%s, met de vragen die daarbij komen") % said
        yield f"{said}: {effect_in_words(exchange)}."
    if less := effects.telling[EFFECTS:]:
        yield _("Dit verandert minder: %s.") % _questions(less)
    if effects.silent:
        told = [answer_in_words(answers[exchange.slug], beside.first, beside.second) for exchange in effects.silent]
        yield _("Dit verandert op zichzelf niets in het advies: %s.") % "; ".join(told)
    if effects.unknown:
        yield _("Dit verandert ook de vragen die je krijgt, dus wat het alleen doet, is niet te zeggen: %s.") % (
            _questions(effects.unknown)
        )
    if effects.follows:
        yield _("De andere verschillen in de antwoorden volgen hieruit: niet iedereen kreeg dezelfde vragen.")
    if effects.only_together:
        yield _("Met wie je begint in %s, komt door meer antwoorden samen.") % beside.second.called


def _questions(found: Sequence[Exchange]) -> str:
    return "; ".join(_("“%s”") % exchange.question for exchange in found)


def _starts(beside: Beside) -> str:
    first, second = _start(beside.first), _start(beside.second)
    if not _differs(beside):
        return _("Met wie je begint, is hetzelfde: %s.") % first
    names = {"first": beside.first.called, "one": first, "second": beside.second.called, "other": second}
    return _("Met wie je begint, verschilt: in %(first)s %(one)s, in %(second)s %(other)s.") % names


def _start(column: Column) -> str:
    beginning = column.beginning
    if beginning.openings:
        return in_a_short_row([opening.partner.name for opening in beginning.openings])
    return _("niemand (‘%s’)") % beginning.no_start.title


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
        return _("De belangrijkste reden") if is_most else _("Een van de redenen")
    if is_most:
        return _("Wel staan partners anders. De belangrijkste reden")
    return _("Wel staan partners anders. Een van de redenen")


def _where(beside: Beside, ours: list[Deciding]) -> str:
    """What the reason is about stands with it: its words say "this partner"."""
    ground = ours[0].ground
    of: Pair[object] = ground.of
    names = in_a_short_row([one.name for one in ours])
    if of.first and of.second:
        heavier = beside.second if points_in(ground.of.second) > points_in(ground.of.first) else beside.first
        return _("weegt in %(called)s zwaarder, bij %(names)s:") % {"called": heavier.called, "names": names}
    called = beside.second.called if of.second else beside.first.called
    return _("staat alleen in %(called)s, bij %(names)s:") % {"called": called, "names": names}
