"""What to talk about together: what differs, in numbers that lead to the tables, and questions of our own."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dialoog.advice.kinds import ACTIONS, CAUTIONS
from dialoog.compare.comparison import Comparison
from dialoog.second_opinion.answering import Answering

WHERE_ANSWERS_DIFFER = (
    gettext_lazy(
        "Waar komt het verschil vandaan? Weet een van jullie iets wat de ander niet wist, "
        "of kijken jullie er anders naar?"
    ),
    gettext_lazy("Welk antwoord klopt voor het hele bedrijf? Wie kan dat nagaan?"),
    gettext_lazy("Met wie willen jullie beginnen, nu jullie elkaars advies kennen?"),
    gettext_lazy("Wat zou die partner van jullie antwoorden vinden?"),
)
WHERE_ALL_IS_SAID_ALIKE = (
    gettext_lazy("Bedoelden jullie hetzelfde? Leg elkaar bij één vraag uit waarom je dit koos."),
    gettext_lazy("Wie in het bedrijf zou anders antwoorden? Zou je die persoon ook kunnen vragen?"),
    gettext_lazy("Wie van jullie zet de eerste stap, en wanneer?"),
)


@dataclass(frozen=True)
class Change:
    """Something in the advice that differs, with the table that tells more."""

    text: str
    table: str


@dataclass(frozen=True)
class Talk:
    answers: Answering
    changes: tuple[Change, ...]
    questions: tuple[object, ...]
    """In our own words, not from the source."""

    @classmethod
    def of(cls, comparison: Comparison) -> "Talk":
        answers = Answering.of(comparison)
        questions = WHERE_ANSWERS_DIFFER if comparison.answers.rows else WHERE_ALL_IS_SAID_ALIKE
        return cls(answers, tuple(_changes(comparison)), questions)


def _changes(comparison: Comparison) -> Iterator[Change]:
    if any(beside.difference.starts_differ for beside in comparison.besides):
        yield Change(_("met wie je het beste begint"), comparison.in_short.slug)
    if number := len(comparison.partners.rows):
        yield Change(
            ngettext("wat het zegt over %d partner", "wat het zegt over %d partners", number) % number,
            comparison.partners.slug,
        )
    for table in comparison.lines:
        number = len(table.rows)
        if table.slug == CAUTIONS.name:
            yield Change(ngettext("%d punt om op te letten", "%d punten om op te letten", number) % number, table.slug)
        elif table.slug == ACTIONS.name:
            yield Change(ngettext("%d actie", "%d acties", number) % number, table.slug)
