"""A Run: a Consultation with its answers and the catalogue it began with. Knows which step comes when."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, Self

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from dialoog.catalogue.answers import (
    Answers,
    Chosen,
    asked_questions,
    choice_problem,
    offered_options,
    possible_questions,
)
from dialoog.catalogue.catalogue import Catalogue, Option, Question, Step
from dialoog.content.models import Release
from dialoog.content.releases.current import catalogue_of
from dialoog.insight.counting import count_completed
from dialoog.insight.vocabulary import Place
from dialoog.limits.allowance import UNCOUNTED, Allowance
from dialoog.monitoring.figures import Event, count_event
from dialoog.wizard.lapsed import Lapsed
from dialoog.wizard.models import Consultation, RunGone, StepAnswers, expiry_from
from dialoog.wizard.remarks import NOTHING, Remarks, Typed, kept_remarks, remarks_at_their_steps
from dialoog.wizard.seen import Seen, changed_since, digest_of
from dialoog.wizard.signals import run_completed
from dialoog.wizard.statements import lock, move, save_step, saved_steps

CHECK = "controle"
"""The last step: all answers in one view, and the texts for the cover."""

COVER_LENGTHS = {"title": 120, "organisation": 120, "contact": 160, "region": 80}
"""Characters that fit in a finished report; a draft may hold more."""
COVER_FIELDS = tuple(COVER_LENGTHS)


def covers_of(runs: Iterable[int]) -> dict[int, dict[str, str]]:
    """By key of the run the texts for its cover, as far as it has any; in one query."""
    found = StepAnswers.objects.filter(consultation__in=list(runs), step=CHECK)
    return dict(found.values_list("consultation_id", "answers"))


@dataclass(frozen=True)
class Written:
    """What somebody wrote with the answers of a run."""

    cover: dict[str, str] = field(default_factory=dict)
    remarks: Remarks = field(default_factory=dict)


def written_of(runs: Iterable[int]) -> dict[int, Written]:
    """By key of the run, as far as anything was written; in one query."""
    found = StepAnswers.objects.filter(Q(step=CHECK) | ~Q(remarks={}), consultation__in=list(runs))
    written: dict[int, Written] = {}
    for run, step, answers, remarks in found.values_list("consultation_id", "step", "answers", "remarks"):
        one = written.setdefault(run, Written())
        one.cover.update(answers if step == CHECK else {})
        one.remarks.update(remarks)
    return written


class RunCompleted(Exception):
    """The run was finished meanwhile (double click, other tab): its answers no longer change."""


class RunIncomplete(Exception):
    """The run cannot be finished: a question that is asked has no sound answer, or a text for the cover is too long."""


class RunChanged(Exception):
    """The run holds other answers than the page showed on which somebody finishes it: another tab changed them."""

    def __init__(self, questions: list[str]) -> None:
        super().__init__(", ".join(questions))
        self.questions = questions
        """Slugs of the questions whose answer changed, also of one that is no longer asked."""


def newest_answers(saved: dict[str, dict[str, Any]]) -> Chosen:
    """What was saved by step, oldest first, by question: of one that moved to another step, the answer saved last."""
    steps = (answers for step, answers in saved.items() if step != CHECK)
    return {slug: tuple(options) for answers in steps for slug, options in answers.items()}


def saved_last(saved: dict[str, dict[str, Any]], step: str, answers: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What is saved once a step is saved anew."""
    return {**{other: saved[other] for other in saved if other != step}, step: answers}


def at_their_steps(catalogue: Catalogue, answers: Mapping[str, Iterable[str]]) -> dict[str, dict[str, Any]]:
    """Answers as a run keeps them, at the steps that this catalogue has them at; without questions it does not know."""
    saved: dict[str, dict[str, Any]] = {}
    for slug, options in answers.items():
        if question := catalogue.questions.get(slug):
            saved.setdefault(question.step, {})[slug] = list(options)
    return saved


def known_answers(catalogue: Catalogue, saved: dict[str, dict[str, Any]]) -> Chosen:
    """Of what was saved by step, oldest first, the options that the catalogue knows, by question."""
    chosen = {}
    for slug, options in newest_answers(saved).items():
        question = catalogue.questions.get(slug)
        known = tuple(o for o in options if question.option(o)) if question else ()
        if known:
            chosen[slug] = known
    return chosen


class Questionnaire(ABC):
    """A questionnaire that is being filled in: the answers so far, and which step comes when."""

    saved: dict[str, dict[str, Any]]
    """What was filled in, by slug of the step; what was saved last comes last."""
    remarks: Remarks
    """Until it is finished also of questions no longer asked. Nothing that follows from the answers looks at it."""
    takes_remarks = True

    @property
    @abstractmethod
    def catalogue(self) -> Catalogue: ...

    @property
    @abstractmethod
    def is_completed(self) -> bool: ...

    @abstractmethod
    def save(self, step: str, answers: dict[str, Any], typed: Typed = NOTHING) -> None:
        """Keep what was filled in at one step. Raises RunCompleted, and then nothing has changed."""

    @abstractmethod
    def complete(self, seen: Seen, cover: dict[str, str]) -> None:
        """Keep the texts for the cover, and finish, once, on the answers that were seen.

        Raises RunCompleted if it was finished: then nothing has changed. Raises RunChanged if the answers are others
        and RunIncomplete if one is missing: then the texts are kept.
        """

    @cached_property
    def given(self) -> Chosen:
        """All saved answers by question, also what the release does not know."""
        return newest_answers(self.saved)

    @cached_property
    def chosen(self) -> Chosen:
        """All saved answers, also to questions that are no longer asked; what the release does not know is left out."""
        return known_answers(self.catalogue, self.saved)

    @cached_property
    def asked(self) -> list[Question]:
        return asked_questions(self.catalogue, self.chosen)

    @cached_property
    def steps(self) -> list[Step]:
        """The steps that are asked, given the answers so far, in order; without the check page."""
        slugs = dict.fromkeys(question.step for question in self.asked)
        return [self.catalogue.steps[slug] for slug in slugs]

    @cached_property
    def step_slugs(self) -> list[str]:
        return [*(step.slug for step in self.steps), CHECK]

    def questions_of(self, step: str) -> list[Question]:
        return [question for question in self.asked if question.step == step]

    @cached_property
    def _offers(self) -> dict[str, tuple[Option, ...]]:
        return {}

    def offered(self, question: Question) -> tuple[Option, ...]:
        """The options of a question that are on offer, looked up once until the answers change."""
        if question.slug not in self._offers:
            self._offers[question.slug] = offered_options(self.catalogue, question, self.chosen)
        return self._offers[question.slug]

    def lapsed(self, question: Question) -> Lapsed | None:
        """What can no longer be chosen of the answer to a question; None if all of it can."""
        given = self.given.get(question.slug)
        return Lapsed.of(question, self.offered(question), given) if given else None

    def is_open(self, question: Question) -> bool:
        """A question waits for a sound answer, and also where one lapsed in part: that is for the visitor to judge."""
        chosen = self.chosen.get(question.slug, ())
        return bool(self.lapsed(question) or choice_problem(question, self.offered(question), chosen))

    @cached_property
    def open_step(self) -> str:
        """The first step with an open question, or the check page."""
        return next((q.step for q in self.asked if self.is_open(q)), CHECK)

    @cached_property
    def furthest_step(self) -> str:
        """How far a visitor can look: to the first question without an answer, or to the check page.

        Beyond an answer that lapsed there is what was filled in before, which is worth seeing again.
        """
        return next((q.step for q in self.asked if self.is_open(q) and not self.lapsed(q)), CHECK)

    @cached_property
    def most_steps(self) -> int:
        """How many there may be in the end, with the check page: open questions decide about others."""
        answered = {q.slug: self.chosen[q.slug] for q in self.asked if not self.is_open(q)}
        return len({question.step for question in possible_questions(self.catalogue, answered)}) + 1

    @property
    def expected_steps(self) -> int:
        """Halfway between the fewest and the most, rounded up: it should rather fall than rise while one answers."""
        return (len(self.step_slugs) + self.most_steps + 1) // 2

    @property
    def cover(self) -> dict[str, str]:
        return {name: self.saved.get(CHECK, {}).get(name, "") for name in COVER_FIELDS}

    @property
    def cover_fits(self) -> bool:
        return all(len(text) <= COVER_LENGTHS[name] for name, text in self.cover.items())

    @property
    def shown_remarks(self) -> Remarks:
        """Of questions that are asked, in their order: who changes an answer back before finishing finds the others."""
        if not self.remarks:
            return {}
        return {q.slug: self.remarks[q.slug] for q in self.asked if q.slug in self.remarks}

    def labels(self, question: Question) -> list[str]:
        """Of what was chosen at a question and is on offer: what the check page shows of its answer."""
        chosen = self.chosen.get(question.slug, ())
        return [option.label for option in self.offered(question) if option.slug in chosen]

    @cached_property
    def seen(self) -> Seen:
        """What a check page shows now."""
        return {question.slug: digest_of(self.labels(question)) for question in self.asked}

    def changed_since(self, seen: Seen) -> list[str]:
        """Slugs of the questions that have another answer than a check page showed."""
        return [slug for slug in changed_since(seen, self.seen) if slug in self.catalogue.questions]

    def answers(self) -> Answers:
        """Raises AnswersError while the run is incomplete."""
        return Answers.from_chosen(self.catalogue, self.chosen)

    def _now_saved(self, saved: dict[str, dict[str, Any]]) -> None:
        self.saved = saved
        for name in DERIVED:
            self.__dict__.pop(name, None)


DERIVED = tuple(name for name, value in vars(Questionnaire).items() if isinstance(value, cached_property))
"""What follows from the answers, and is worked out once until these change."""


class Run(Questionnaire):
    """A run that is kept in the database."""

    def __init__(
        self, consultation: Consultation, saved: dict[str, dict[str, Any]], remarks: Remarks | None = None
    ) -> None:
        self.consultation = consultation
        self.saved = saved
        self.remarks = remarks or {}
        self.allowance = UNCOUNTED
        """Of whoever is filling it in."""

    @classmethod
    def of(cls, consultation: Consultation) -> Self:
        """One query for answers and remarks; the catalogue is in memory."""
        saved, remarks = saved_steps(consultation)
        return cls(consultation, saved, _by_question(remarks))

    @classmethod
    def begin(
        cls,
        release: Release,
        saved: dict[str, dict[str, Any]],
        allowance: Allowance = UNCOUNTED,
        remarks: Mapping[str, str] = MappingProxyType({}),
    ) -> tuple[Self, str]:
        """A new run with the answers and remarks of another, or with none; returns it with its owner's token.

        Each comes at the step where this release asks for it: a form that does not ask for it would lose it.
        Raises TooMany.
        """
        cover = {CHECK: saved[CHECK]} if CHECK in saved else {}
        saved = at_their_steps(catalogue_of(release), newest_answers(saved)) | cover
        placed = remarks_at_their_steps(catalogue_of(release), remarks)
        open_step = cls(Consultation(release=release), saved).open_step

        def create() -> tuple[Consultation, str]:
            consultation, token = Consultation.objects.begin(release, open_step)
            StepAnswers.objects.bulk_create(
                StepAnswers(consultation=consultation, step=s, answers=saved.get(s, {}), remarks=placed.get(s, {}))
                for s in saved | placed
            )
            count_event(Event.BEGUN)
            return consultation, token

        consultation, token = allowance.counted(create)
        return cls(consultation, saved, _by_question(placed)), token

    @cached_property
    def catalogue(self) -> Catalogue:
        return catalogue_of(self.consultation.release)

    @property
    def is_completed(self) -> bool:
        return self.consultation.is_completed

    def save(self, step: str, answers: dict[str, Any], typed: Typed = NOTHING) -> None:
        """Also raises TooMany, or RunGone; then nothing has changed either."""
        self.allowance.counted(partial(self._save, step, answers, typed))

    def _save(self, step: str, answers: dict[str, Any], typed: Typed = NOTHING) -> None:
        """To where the run will stand, which locks it too; that is right unless another tab saved meanwhile."""
        self._now_saved(saved_last(self.saved, step, answers))
        self._move(self.open_step)
        supposed = self.open_step
        saved, remarks = saved_steps(self.consultation)
        remarks[step] = kept_remarks(remarks.get(step, {}), typed)
        save_step(self.consultation, step, answers, remarks[step])
        self.remarks = _by_question(remarks)
        self._take_along(saved_last(saved, step, answers))
        if self.open_step != supposed:
            self._move(self.open_step)

    def complete(self, seen: Seen, cover: dict[str, str]) -> None:
        """In one transaction. Also raises TooMany, or RunGone."""
        if obstacle := self.allowance.counted(partial(self._complete, seen, cover)):
            raise obstacle

    def _complete(self, seen: Seen, cover: dict[str, str]) -> Exception | None:
        """Returns what stands in the way: raised here, it would take the texts along."""
        self._save(CHECK, cover)
        if changed := self.changed_since(seen):
            return RunChanged(changed)
        if self.open_step != CHECK or not self.cover_fits:
            return RunIncomplete()
        try:
            with transaction.atomic():
                self._finish()
        except (RunCompleted, RunGone):
            raise
        except Exception as error:  # a fault of ours in the advice: what was typed is kept all the same
            return error
        return None

    def _finish(self) -> None:
        self._move(Place.COMPLETED)
        self.consultation.completed_at = timezone.now()
        self.consultation.save(update_fields=["completed_at"])
        self._drop_remarks()
        run_completed.send(sender=type(self), run=self)
        count_completed(self.chosen[self.catalogue.settings.goals_question])

    def _drop_remarks(self) -> None:
        """Those of questions that are not asked: once it is finished nobody would see them or could delete them."""
        shown = self.shown_remarks
        if len(shown) == len(self.remarks):
            return
        _answers, stored = saved_steps(self.consultation)
        for step, remarks in stored.items():
            kept = {slug: text for slug, text in remarks.items() if slug in shown}
            StepAnswers.objects.filter(consultation=self.consultation, step=step).update(remarks=kept)
        self.remarks = shown

    def _lock(self) -> None:
        """Whoever comes second waits here, and then sees the outcome. Raises RunCompleted or RunGone."""
        if not lock(self.consultation):
            raise RunCompleted

    def _move(self, step: str) -> None:
        """With every change the date moves on. Raises RunCompleted or RunGone."""
        expires_at = expiry_from(timezone.now())
        if not move(self.consultation, step, expires_at):
            self._lock()
        self.consultation.counted_at, self.consultation.expires_at = step, expires_at

    def _take_along(self, saved: dict[str, dict[str, Any]]) -> None:
        """What another tab saved meanwhile counts too."""
        if [*saved.items()] != [*self.saved.items()]:
            self._now_saved(saved)


def _by_question(remarks: Mapping[str, Remarks]) -> Remarks:
    return {slug: text for at_step in remarks.values() for slug, text in at_step.items()}
