"""Which rules of the draft have to do with one thing, or with two at once, each as its sentence."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from dialoog.content.admin.building.touching import touching
from dialoog.content.document.exporting import export_records
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.sentences import Names, rule_sentence
from dialoog.content.models import Option, PartnerType, Rule

PARTNER, ANSWER = "p", "a"


class TouchingForm(forms.Form):
    """Two partner types, two answers, or one of each. A value is a letter and a primary key."""

    x = forms.ChoiceField(label=_("Partnertype of antwoord"), required=False)
    y = forms.ChoiceField(label=_("En ook"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = list(things())
        for name in ("x", "y"):
            self.fields[name].choices = [("", _("Maakt niet uit")), *choices]  # type: ignore[attr-defined]

    @property
    def targets(self) -> list[PartnerType | Option]:
        """What was chosen; nonsense is nothing."""
        self.is_valid()
        chosen = [self.cleaned_data.get(name) for name in ("x", "y")]
        return [_thing(value) for value in chosen if value]


def things() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Partner types first, and then the answers of each question."""
    partners = PartnerType.objects.values_list("pk", "name")
    yield str(_("Partnertypes")), [(f"{PARTNER}{key}", name) for key, name in partners]
    answers: dict[str, list[tuple[str, str]]] = {}
    for option in Option.objects.all():
        answers.setdefault(option.question.text, []).append((f"{ANSWER}{option.pk}", option.label))
    yield from answers.items()


def _thing(value: str) -> PartnerType | Option:
    kind, key = value[0], int(value[1:])
    return PartnerType.objects.get(pk=key) if kind == PARTNER else Option.objects.get(pk=key)


def rules_touching(targets: list[PartnerType | Option]) -> list[tuple[str, str]]:
    """Code and sentence of each rule that has to do with all of them, in the order of the rules."""
    rules: QuerySet[Rule] = Rule.objects.all()
    for target in targets:
        rules = rules.filter(pk__in=touching(target).values("pk"))
    names, records = Names.of_draft(), export_records(SCHEMA["rules"], list(rules.values_list("pk", flat=True)))
    return [(record["code"], rule_sentence(names, record)) for record in records.values()]
