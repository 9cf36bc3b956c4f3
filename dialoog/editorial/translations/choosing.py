"""Which texts of a language somebody wants to see."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.translated import KINDS, State
from dialoog.catalogue.vocabulary import Vocabulary
from dialoog.content.document.schema import SCHEMA
from dialoog.content.translations.standing import WORDS, Standing

LONGEST = 500
"""Characters of a query that are looked for."""


class Wanted(Vocabulary):
    TO_DO = "te-doen", "Wat nog moet: verouderd en ontbrekend"
    STALE = WORDS[State.STALE], "Verouderd"
    MISSING = WORDS[State.MISSING], "Ontbreekt"
    CURRENT = WORDS[State.CURRENT], "Actueel"
    ALL = "alle", "Alle teksten"

    @property
    def states(self) -> list[State]:
        named = [state for state, word in WORDS.items() if word == self.value]
        return named or [state for state in State if self is Wanted.ALL or state is not State.CURRENT]


def kind_name(collection: str) -> str:
    """What editors call such records, in the plural."""
    return str(SCHEMA[collection].model._meta.verbose_name_plural).capitalize()


class ChoiceForm(forms.Form):
    """In an address; what nobody knows counts as not said."""

    stand = forms.ChoiceField(label=_("Stand"), choices=Wanted.choices, required=False)
    soort = forms.ChoiceField(label=_("Soort inhoud"), required=False)
    q = forms.CharField(
        label=_("Woorden in het Nederlands of de vertaling"), required=False, widget=forms.TextInput({"type": "search"})
    )

    def __init__(self, asked: Any) -> None:
        known = {"stand": asked.get("stand"), "soort": asked.get("soort"), "q": asked.get("q", "")}
        known["stand"] = known["stand"] if known["stand"] in list(Wanted) else Wanted.TO_DO.value
        known["soort"] = known["soort"] if known["soort"] in KINDS else ""
        known["q"] = known["q"].replace("\0", " ").strip()[:LONGEST]
        super().__init__(known)
        choices = [("", str(_("Alle soorten"))), *((name, kind_name(name)) for name in KINDS)]
        self.fields["soort"].choices = choices  # type: ignore[attr-defined]
        self.known = known

    def chosen(self, found: Iterable[Standing]) -> Iterator[Standing]:
        states, kind, words = (
            Wanted(self.known["stand"]).states,
            self.known["soort"],
            self.known["q"].casefold().split(),
        )
        for one in found:
            if one.state in states and kind in ("", one.text.place.key.collection) and _holds(one, words):
                yield one


def _holds(one: Standing, words: list[str]) -> bool:
    read = f"{one.text.said}\n{one.text.place.text}\n{one.translation}".casefold()
    return all(word in read for word in words)
