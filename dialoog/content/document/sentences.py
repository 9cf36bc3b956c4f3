"""Rules and conditions as Dutch sentences, for people who read and edit them."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document, Record, records_of
from dialoog.catalogue.vocabulary import Operator, Tier
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA, Shape

SHORT = 80
"""Characters of a caution or an action in the sentence of a rule."""


class Names:
    """What people call the records of a document: `names["goals", "kennis"]` gives `Kennis`."""

    def __init__(self, labels: dict[tuple[str, str], str]) -> None:
        self._labels = labels

    @classmethod
    def of(cls, document: Document) -> "Names":
        labels = {
            (name, shape.identity(record)): record[shape.label]
            for name, shape in SCHEMA.items()
            if shape.label
            for record in records_of(document, name)
        }
        options = {
            ("options", f"{question['slug']}.{option['slug']}"): option["label"]
            for question in document.get("questions", [])
            for option in question["options"]
        }
        return cls(labels | options)

    @classmethod
    def of_draft(cls) -> "Names":
        """The names in the content tables, with one small query for each kind."""
        labels: dict[tuple[str, str], str] = {}
        for name, shape in SCHEMA.items():
            if shape.label:
                pairs = shape.model._default_manager.values_list(shape.fields[0], shape.label)
                labels |= {(name, reference): label for reference, label in pairs}
        options = SCHEMA["questions"].children["options"].model._default_manager
        for question, option, label in options.values_list("question__slug", "slug", "label"):
            labels["options", f"{question}.{option}"] = label
        return cls(labels)

    def with_those_of(self, other: "Names") -> "Names":
        """Both; where both know a record, the other's name counts."""
        return Names(self._labels | other._labels)

    def __getitem__(self, reference: tuple[str, str]) -> str:
        """The reference itself where nothing has it: a sentence about a half-made record is still a sentence."""
        return self._labels.get(reference, reference[1])


def conditions_sentence(names: Names, conditions: Iterable[Record]) -> str:
    """`doel is 'Kennis' of 'Toegang', en onderwerp is niet 'Lonen'`; empty without conditions."""
    by_group = sorted(conditions, key=lambda row: row["group"])
    groups = [list(rows) for _group, rows in groupby(by_group, key=lambda row: row["group"])]
    return _(", en ").join(_group_sentence(names, rows, alone=len(groups) == 1) for rows in groups)


def condition_sentence(names: Names, row: Record) -> str:
    """One row: `doel is 'Kennis' of 'Toegang'`."""
    question = names["questions", row["question"]]
    if row["operator"] == Operator.AT_LEAST:
        return _("%(question)s heeft minstens %(count)d antwoorden") % {"question": question, "count": row["count"]}
    options = _either([_quoted(names["options", _full(row, option)]) for option in row["options"]]) or "…"
    verb = _("is niet") if row["operator"] == Operator.NONE_OF else _("is")
    return f"{question} {verb} {options}"


def question_sentence(names: Names, question: Record) -> str:
    """When the question is asked."""
    when = conditions_sentence(names, question["conditions"])
    return _("Wordt gevraagd als %s.") % when if when else _("Wordt altijd gevraagd.")


def rule_sentence(names: Names, rule: Record) -> str:
    """The whole rule: `Als doel is 'Kennis', dan: Lokale vakbond +4; want wie er werkt, weet het.`"""
    when = conditions_sentence(names, rule["conditions"])
    effects = "; ".join(effect_sentences(names, rule)) or _("gebeurt er niets")
    then = _("Als %(when)s, dan: %(effects)s") if when else _("Altijd: %(effects)s")
    sentence = then % {"when": when, "effects": effects}
    reason = rule["reason"].strip()
    return f"{sentence}. {_('Want')}: {reason}" if reason else f"{sentence}."


def effect_sentences(names: Names, rule: Record) -> list[str]:
    """Every effect of a rule in a few words, in the order of the schema."""
    found = [_effect(names, name, shape, row) for name, shape in _EFFECTS.items() for row in rule[name]]
    if rule["known_bonus"]:
        found.append(_("partijen die je al kent +%d") % rule["known_bonus"])
    if rule["unknown_tier"]:
        found.append(_("partijen die je nog niet kent naar '%s'") % Tier(rule["unknown_tier"]).label)
    return found


def shortened(text: str, length: int = SHORT) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _group_sentence(names: Names, rows: list[Record], *, alone: bool) -> str:
    sentence = _(" of ").join(condition_sentence(names, row) for row in rows)
    return sentence if alone or len(rows) == 1 else f"({sentence})"


def _full(row: Record, option: str) -> str:
    return option if "." in option else f"{row['question']}.{option}"


def _quoted(text: str) -> str:
    return f"‘{text}’"


def _either(texts: list[str]) -> str:
    return _(" of ").join(part for part in (", ".join(texts[:-1]), *texts[-1:]) if part)


def _points(names: Names, row: Record) -> str:
    sentence = f"{names['partner_types', row['partner_type']]} {row['weight']:+d}"
    return f"{sentence} ({_('alleen als het al punten heeft')})" if row["only_if_scored"] else sentence


def _move(names: Names, row: Record) -> str:
    return _("%(partner)s naar ‘%(tier)s’") % {
        "partner": names["partner_types", row["partner_type"]],
        "tier": Tier(row["tier"]).label,
    }


def _organisation(names: Names, slug: str) -> str:
    return f"{_('organisatie')} {names['organisations', slug]}"


def _line(names: Names, shape: Shape, row: Record) -> str:
    """What a rule brings in, with its weight if it has one: `tip ‘Wees open’ +2`. A whole text is shortened."""
    field: Any = shape.model._meta.get_field(shape.fields[0])
    collection = COLLECTION_OF[field.related_model]
    name = names[collection, row[field.name]]
    called = shortened(name) if SCHEMA[collection].label == "text" else name
    sentence = f"{field.related_model._meta.verbose_name} {_quoted(called)}"
    return f"{sentence} {row['weight']:+d}" if "weight" in row else sentence


def _effect(names: Names, name: str, shape: Shape, row: Any) -> str:
    own = _IN_OTHER_WORDS.get(name)
    return own(names, row) if own else _line(names, shape, shape.record(row))


_EFFECTS = {name: shape for name, shape in SCHEMA["rules"].children.items() if name != "conditions"}

_IN_OTHER_WORDS: dict[str, Any] = {"partners": _points, "tiers": _move, "organisations": _organisation}
"""Effects that read otherwise than a line."""
