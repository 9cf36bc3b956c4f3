"""Answers to the questions of a catalogue: reading them strictly, and knowing which questions are asked."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dialoog.catalogue.catalogue import Catalogue, Option, Question

Chosen = Mapping[str, tuple[str, ...]]
"""Slugs of the chosen options by slug of the question; a question without an answer is absent."""


class AnswersError(ValueError):
    """Answers that cannot be read; the message is a Dutch sentence that names the question."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Clean and complete answers: of the asked questions alone, in question order, with the main goal filled in."""

    chosen: Chosen
    mask: int
    """One bit for each chosen option, see `conditions.py`."""
    main_goal: str

    @classmethod
    def from_json(cls, catalogue: Catalogue, data: object) -> "Answers":
        """Read `{"doelen": ["kennis"], "fase": "opvolgen", ...}`; raise AnswersError for anything else."""
        if not isinstance(data, dict):
            raise AnswersError("De antwoorden moeten één JSON-object zijn, met een antwoord per vraag.")
        return cls.from_chosen(catalogue, {slug: _read(catalogue, slug, value) for slug, value in data.items()})

    @classmethod
    def from_chosen(cls, catalogue: Catalogue, chosen: Chosen) -> "Answers":
        """Clean and check what was chosen; raise AnswersError at the first question that lacks a sound answer."""
        asked = asked_questions(catalogue, chosen)
        for question in asked:
            if problem := answer_problem(catalogue, question, chosen):
                raise AnswersError(f"Vraag '{question.slug}': {problem}")
        return cls.from_clean(catalogue, {question.slug: chosen[question.slug] for question in asked})

    @classmethod
    def from_clean(cls, catalogue: Catalogue, chosen: Chosen) -> "Answers":
        """Of who has checked already that these are sound answers to the questions that are asked, in their order."""
        clean = _with_main_goal(catalogue, chosen)
        return cls(clean, mask_of(catalogue, clean), clean[catalogue.settings.main_goal_question][0])

    def to_json(self, catalogue: Catalogue) -> dict[str, Any]:
        """A list for a question with more answers, a string for one with a single answer."""
        return {
            slug: list(options) if catalogue.questions[slug].is_multi else options[0]
            for slug, options in self.chosen.items()
        }


def asked_questions(catalogue: Catalogue, chosen: Chosen) -> list[Question]:
    """The questions that are asked given these answers; an answer counts only if its question is asked."""
    asked, mask = [], 0
    for question in catalogue.questions.values():
        if question.conditions.hold(mask):
            asked.append(question)
            mask |= _mask(question, chosen.get(question.slug, ()))
    return asked


def possible_questions(catalogue: Catalogue, answered: Chosen) -> list[Question]:
    """The questions that may be asked in the end: `answered` stays as it is, and all else is still to be answered."""
    found, mask, possible = [], 0, 0
    for question in catalogue.questions.values():
        if question.conditions.may_hold(mask, possible):
            found.append(question)
            given = _mask(question, answered.get(question.slug, ()))
            mask |= given
            possible |= given or _mask(question, [option.slug for option in question.options])
    return found


def offered_options(catalogue: Catalogue, question: Question, chosen: Chosen) -> tuple[Option, ...]:
    """The options of a question that go with the answers before it.

    Those that were chosen at the question it takes them from, if it takes them from one; and of those that need another
    answer, the ones that have it.
    """
    options = question.options
    if question.options_from:
        taken = chosen.get(question.options_from, ())
        options = tuple(option for option in options if option.slug in taken)
    if any(option.needs for option in options):
        mask = asked_mask(catalogue, chosen)
        options = tuple(option for option in options if not option.needs or option.needs & mask)
    return options


def asked_mask(catalogue: Catalogue, chosen: Chosen) -> int:
    """The bits of what was chosen at questions that are asked."""
    return mask_of(catalogue, {q.slug: chosen.get(q.slug, ()) for q in asked_questions(catalogue, chosen)})


def answer_problem(catalogue: Catalogue, question: Question, chosen: Chosen) -> str:
    """What to do about the answer to this question, in Dutch; empty when it is sound."""
    return choice_problem(question, offered_options(catalogue, question, chosen), chosen.get(question.slug, ()))


def choice_problem(question: Question, options: Iterable[Option], slugs: Collection[str]) -> str:
    """The same of a choice from the options on offer, for who has these at hand."""
    offered = {option.slug: option for option in options}
    if not slugs or any(slug not in offered for slug in slugs) or (len(slugs) > 1 and not question.is_multi):
        return question.error_text
    if alone := goes_alone(offered.values(), slugs):
        return f"Kies óf '{alone.label}', óf een of meer van de andere antwoorden."
    return ""


def goes_alone(options: Iterable[Option], slugs: Collection[str]) -> Option | None:
    """What was chosen with others and goes with none."""
    alone = (option for option in options if option.is_exclusive and option.slug in slugs)
    return next(alone, None) if len(slugs) > 1 else None


def mask_of(catalogue: Catalogue, chosen: Chosen) -> int:
    mask = 0
    for slug, options in chosen.items():
        mask |= _mask(catalogue.questions[slug], options)
    return mask


def _mask(question: Question, slugs: Iterable[str]) -> int:
    mask = 0
    for option in question.options:
        if option.slug in slugs:
            mask |= option.bit
    return mask


def _read(catalogue: Catalogue, slug: str, value: object) -> tuple[str, ...]:
    question = catalogue.questions.get(slug)
    if question is None:
        raise AnswersError(f"Er is geen vraag '{slug}'.")
    if not question.is_multi and not isinstance(value, str):
        raise AnswersError(f"Vraag '{slug}' vraagt om één antwoord als tekst, niet om een lijst.")
    if question.is_multi and not isinstance(value, list):
        raise AnswersError(f"Vraag '{slug}' vraagt om een lijst van antwoorden.")
    slugs = tuple(dict.fromkeys(map(str, value if isinstance(value, list) else [value])))
    for option in slugs:
        if question.option(option) is None:
            raise AnswersError(f"Vraag '{slug}' heeft geen antwoord '{option}'.")
    return slugs


def _with_main_goal(catalogue: Catalogue, clean: Chosen) -> Chosen:
    """With one goal the main goal is not asked: it is that goal."""
    settings = catalogue.settings
    goals = clean[settings.goals_question]
    derived = {settings.main_goal_question: goals[:1], **clean}
    return {slug: derived[slug] for slug in catalogue.questions if slug in derived}
