"""What the visitor has said already, for the places to fill in of an outline: written as {such_words}.

A place has its Dutch name, and that of the active language: a text without a translation holds the Dutch one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, Goal
from dialoog.languages.active import in_source_language
from dialoog.languages.enumeration import enumerated

_PLACE = re.compile(r"\{([^{}]+)\}")
_ADDRESS = re.compile(r"[\s,;]+(?=\S+@)")
"""What parts an e-mail address from what stands before it."""

COMPANY = pgettext_lazy("plek om in te vullen", "bedrijf")
SENDER = pgettext_lazy("plek om in te vullen", "afzender")
REGION = pgettext_lazy("plek om in te vullen", "land")
MAIN_GOAL = pgettext_lazy("plek om in te vullen", "hoofddoel")
OTHER_GOALS = pgettext_lazy("plek om in te vullen", "overige_doelen")
TOPIC = pgettext_lazy("plek om in te vullen", "thema")
STAKEHOLDERS = pgettext_lazy("plek om in te vullen", "stakeholders")
BUYS_OR_INVESTS = pgettext_lazy("plek om in te vullen", "kopen in bij / beleggen in")
IN_RETURN = pgettext_lazy("plek om in te vullen", "tegenprestatie")
PARTNER = pgettext_lazy("plek om in te vullen", "partner")
REASON = pgettext_lazy("plek om in te vullen", "reden_uit_advies")
CHAIN_PARTY = pgettext_lazy("plek om in te vullen", "ketenpartij")
PROMISES = pgettext_lazy("plek om in te vullen", "toezeggingen")
ABLE = pgettext_lazy("plek om in te vullen", "wel")
UNABLE = pgettext_lazy("plek om in te vullen", "niet")
WHO_WE_ARE = pgettext_lazy("plek om in te vullen", "Wij zijn / U kent ons al: wij zijn")
MEET_OR_GO_ON = pgettext_lazy("plek om in te vullen", "kennismaken / verder praten")

OF_QUESTIONS = {"thema": TOPIC, "stakeholders": STAKEHOLDERS}
"""Places that the answers to a question fill, by its slug."""
OFFERED, OFFERS = "toezeggingen", ("vergoeding", "project")
"""The question what the company can promise, and those answers that give a partner something in return."""
ATTITUDE, DISTRUSTS = "leverancier_houding", {"terughoudend", "tegen_vakbond_ngo"}
"""The question about the supplier, and those answers with which its name can harm in a letter to a union or ngo."""
INVESTS = "investering"
OTHER = "anders"
"""An answer that says nothing but that it is none of the others."""


class Piece(NamedTuple):
    """Of a line: words, or a place that is still to be filled in."""

    text: str
    is_blank: bool = False


@dataclass(frozen=True)
class Filling:
    """By the name of a place, as a text holds it."""

    words: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    """What helps to fill in a place that only the company can."""
    unsaid: tuple[str, ...] = ()
    """Places that there is nothing to say for: a line that holds one is left out."""

    more_words: Mapping[str, str] = field(default_factory=dict)
    """For a document of its own alone: a report shows all outlines together, and would say it in each of them."""
    more_hints: Mapping[str, str] = field(default_factory=dict)
    """Likewise."""

    def for_document(self) -> "Filling":
        words, hints = {**self.words, **self.more_words}, {**self.hints, **self.more_hints}
        return replace(self, words=words, hints=hints)

    def pieces(self, text: str) -> Iterator[Piece]:
        """A brace without its partner stays one, and what is filled in brings no places of its own."""
        at = 0
        for found in _PLACE.finditer(text):
            if before := text[at : found.start()]:
                yield Piece(before)
            yield self._piece(found[1])
            at = found.end()
        if rest := text[at:]:
            yield Piece(rest)

    def with_words(self, place: Promise, text: str) -> "Filling":
        """Nothing changes by an empty text."""
        return replace(self, words={**self.words, **_named(place, text)})

    def with_hint(self, place: Promise, text: str) -> "Filling":
        return replace(self, hints={**self.hints, **_named(place, text)})

    def with_document_words(self, place: Promise, text: str) -> "Filling":
        return replace(self, more_words={**self.more_words, **_named(place, text)})

    def with_document_hint(self, place: Promise, text: str) -> "Filling":
        return replace(self, more_hints={**self.more_hints, **_named(place, text)})

    def with_choice(self, place: Promise, *holds: bool) -> "Filling":
        """Of a place that names what can stand there, in this order; where none of it holds, it stays open."""
        found = {}
        for name in _names(place):
            found[name] = _in_a_row([said for said, does in zip(name.split(" / "), holds, strict=False) if does])
        return replace(self, words={**self.words, **found})

    def without(self, place: Promise) -> "Filling":
        return replace(self, unsaid=(*self.unsaid, *_names(place)))

    def leaves_out(self, text: str) -> bool:
        """An empty place in it would ask the reader for what the answers say there is none of."""
        return not set(self.unsaid).isdisjoint(_PLACE.findall(text))

    def shown_as(self, shown: Callable[[str], str]) -> "Filling":
        """With all that is filled in as a medium can hold it."""
        words, hints = ({name: shown(text) for name, text in said.items()} for said in (self.words, self.hints))
        return replace(self, words=words, hints=hints)

    def _piece(self, name: str) -> Piece:
        if said := self.words.get(name):
            return Piece(said)
        shown, hint = name.replace("_", " "), self.hints.get(name)
        return Piece(f"{shown}: {hint}" if hint else shown, is_blank=True)


NOTHING = Filling()


def filling_of(
    catalogue: Catalogue, answers: Answers, goals: tuple[Goal, ...], *, company: str, contact: str, region: str
) -> Filling:
    """Of a run; the last three are the visitor's own words, and may be empty."""
    main_goal = catalogue.goals[answers.main_goal]
    others = "; ".join(goal.name for goal in goals if goal is not main_goal)
    filled = _with_sender(NOTHING, contact).with_words(COMPANY, company).with_words(REGION, region)
    filled = filled.with_words(MAIN_GOAL, main_goal.name).with_words(OTHER_GOALS, others or _("geen"))
    for slug, place in OF_QUESTIONS.items():
        filled = filled.with_words(place, _in_a_row(_labels(catalogue, answers, slug)))
    filled = filled.with_hint(IN_RETURN, _in_a_row(_labels(catalogue, answers, OFFERED, OFFERS)))
    filled = _with_promises(_with_chain_party(filled, answers), catalogue, answers)
    return _with_examples(_with_ties(filled, catalogue, answers))


def holds(text: str, place: Promise) -> bool:
    return not set(_names(place)).isdisjoint(_PLACE.findall(text))


def _with_chain_party(filling: Filling, answers: Answers) -> Filling:
    """Its name is for the visitor to give, and not at all where it may take that ill."""
    unnamed = _("een bedrijf in onze keten")
    if DISTRUSTS.intersection(answers.chosen.get(ATTITUDE, ())):
        return filling.with_words(CHAIN_PARTY, unnamed)
    return filling.with_document_hint(CHAIN_PARTY, _("vraag eerst je leverancier, of schrijf ‘%s’") % unnamed)


def _with_sender(filling: Filling, contact: str) -> Filling:
    """Below a letter an address stands on a line of its own."""
    filling = filling.with_words(SENDER, contact).with_document_words(SENDER, _ADDRESS.sub("\n", contact))
    return filling.with_document_hint(SENDER, _("je naam en e-mailadres of telefoonnummer"))


def _with_examples(filling: Filling) -> Filling:
    """Of what only the company can say."""
    filling = filling.with_document_hint(ABLE, _("bijvoorbeeld onze eigen afspraken aanpassen"))
    return filling.with_document_hint(UNABLE, _("bijvoorbeeld bepalen wat een ander bedrijf betaalt"))


def _with_promises(filling: Filling, catalogue: Catalogue, answers: Answers) -> Filling:
    """Those that were ticked and no other, each whole: some hold an "and" of their own."""
    promised = "; ".join(_labels(catalogue, answers, OFFERED))
    return filling.with_document_words(PROMISES, promised) if promised else filling.without(PROMISES)


def _with_ties(filling: Filling, catalogue: Catalogue, answers: Answers) -> Filling:
    buying = catalogue.options_by_bit.get(catalogue.settings.buying)
    if buying is None:
        return filling
    chosen = answers.chosen.get(buying.question, ())
    return filling.with_choice(BUYS_OR_INVESTS, buying.slug in chosen, INVESTS in chosen)


def _labels(catalogue: Catalogue, answers: Answers, slug: str, among: tuple[str, ...] = ()) -> list[str]:
    """The chosen ones, as they stand in a sentence: without what follows a colon, and without a capital."""
    question, chosen = catalogue.questions.get(slug), answers.chosen.get(slug, ())
    options = question.options if question else ()
    wanted = set(chosen).intersection(among) if among else set(chosen) - {OTHER}
    said = [option.label.partition(":")[0] for option in options if option.slug in wanted and not option.is_exclusive]
    return [text if text[1:2].isupper() else text[:1].lower() + text[1:] for text in said]


def _in_a_row(said: list[str]) -> str:
    """With semicolons where one of them has a comma of its own."""
    return enumerated(said, "; " if any("," in text for text in said) else ", ")


def _named(place: Promise, text: str) -> dict[str, str]:
    return dict.fromkeys(_names(place), text) if text else {}


def _names(place: Promise) -> list[str]:
    with in_source_language():
        source = str(place)
    return list(dict.fromkeys((source, str(place))))
