"""Rules and conditions as Dutch sentences, for people who read and edit them."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document, Record, records_of
from dialoog.catalogue.vocabulary import Operator, Outcome, Tier
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
    return _groups_sentence(names, conditions, condition_sentence)


def condition_sentence(names: Names, row: Record) -> str:
    """One row: `doel is 'Kennis' of 'Toegang'`."""
    question = names["questions", row["question"]]
    if row["operator"] == Operator.AT_LEAST:
        return _("%(question)s heeft minstens %(count)d antwoorden") % {"question": question, "count": row["count"]}
    options = _either([_quoted(names["options", _full(row, option)]) for option in row["options"]]) or "…"
    verb = _("is niet") if row["operator"] == Operator.NONE_OF else _("is")
    return f"{question} {verb} {options}"


def outcomes_sentence(names: Names, outcomes: Iterable[Record]) -> str:
    """`er niemand is om mee te beginnen, en je kent al Bond`; empty without conditions on the outcome."""
    return _groups_sentence(names, outcomes, outcome_sentence)


def outcome_sentence(names: Names, row: Record) -> str:
    """One row: `je kunt beginnen met Bond of Bureau`."""
    named = [names["partner_types", slug] for slug in row["partner_types"]]
    partners = _either(named) or "…"
    match row["outcome"], row["is_absent"]:
        case Outcome.NOBODY_TO_BEGIN_WITH, False:
            return _("er niemand is om mee te beginnen")
        case Outcome.NOBODY_TO_BEGIN_WITH, True:
            return _("er iemand is om mee te beginnen")
        case Outcome.CAN_BEGIN_WITH, False:
            return _("je kunt beginnen met %s") % partners
        case Outcome.CAN_BEGIN_WITH, True:
            return _("je kunt niet beginnen met %s") % partners
        case Outcome.LISTED, False:
            return _("in het advies staat %s") % partners
        case Outcome.LISTED, True:
            return _("in het advies staat geen %s") % partners
        case _known, False:
            return _("je kent al %s") % partners
    return _("je kent nog geen %s") % partners


def question_sentence(names: Names, question: Record) -> str:
    """When the question is asked."""
    when = conditions_sentence(names, question["conditions"])
    return _("Wordt gevraagd als %s.") % when if when else _("Wordt altijd gevraagd.")


def rule_sentence(names: Names, rule: Record) -> str:
    """The whole rule: `Als doel is 'Kennis', dan: Lokale vakbond +4; want wie er werkt, weet het.`"""
    when = _when(names, rule)
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


def _when(names: Names, rule: Record) -> str:
    """Its conditions on the answers, and then those on what came out."""
    parts = conditions_sentence(names, rule["conditions"]), outcomes_sentence(names, rule.get("outcomes", []))
    return _(", en ").join(filter(None, parts))


def _groups_sentence(names: Names, found: Iterable[Record], read: Callable[[Names, Record], str]) -> str:
    by_group = sorted(found, key=lambda row: row["group"])
    groups = [list(rows) for _group, rows in groupby(by_group, key=lambda row: row["group"])]
    sentences = [_(" of ").join(read(names, row) for row in rows) for rows in groups]
    is_joined = [len(groups) > 1 and len(rows) > 1 for rows in groups]
    return _(", en ").join(f"({s})" if joined else s for s, joined in zip(sentences, is_joined, strict=True))


def _full(row: Record, option: str) -> str:
    return option if "." in option else f"{row['question']}.{option}"


def _quoted(text: str) -> str:
    return f"‘{text}’"


def _either(texts: list[str]) -> str:
    return _listed(texts, _(" of "))


def _listed(texts: list[str], last: str) -> str:
    return last.join(part for part in (", ".join(texts[:-1]), *texts[-1:]) if part)


def _points(names: Names, row: Record) -> str:
    sentence = f"{names['partner_types', row['partner_type']]} {row['weight']:+d}"
    return f"{sentence} ({_('alleen als het al punten heeft')})" if row["only_if_scored"] else sentence


def _move(names: Names, row: Record) -> str:
    return _("%(partner)s naar ‘%(tier)s’") % {
        "partner": names["partner_types", row["partner_type"]],
        "tier": Tier(row["tier"]).label,
    }


def _organisation(names: Names, row: Record) -> str:
    return f"{_('organisatie')} {names['organisations', row['organisation']]}"


def _line(names: Names, shape: Shape, row: Record) -> str:
    """What a rule brings in, with its weight if it has one: `tip ‘Wees open’ +2`. A whole text is shortened."""
    field: Any = shape.model._meta.get_field(shape.fields[0])
    collection = COLLECTION_OF[field.related_model]
    name = names[collection, row[field.name]]
    called = shortened(name) if SCHEMA[collection].label == "text" else name
    sentence = f"{field.related_model._meta.verbose_name} {_quoted(called)}"
    return f"{sentence} {row['weight']:+d}" if "weight" in row else sentence


def _effect(names: Names, name: str, shape: Shape, row: Any) -> str:
    own, record = _IN_OTHER_WORDS.get(name), shape.record(row)
    return own(names, record) if own else _line(names, shape, record)


_EFFECTS = {name: shape for name, shape in SCHEMA["rules"].children.items() if name not in ("conditions", "outcomes")}

_IN_OTHER_WORDS: dict[str, Any] = {"partners": _points, "tiers": _move, "organisations": _organisation}
"""Effects that read otherwise than a line."""
