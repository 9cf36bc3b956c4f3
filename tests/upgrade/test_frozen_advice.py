"""What the migration keeps its own engine for. All that it is held against is on disk, so that it stays true."""

import json
import lzma
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from dialoog.content.models import Release
from dialoog.report.migrations._advice_1 import Content, advice_of
from dialoog.report.models import KeptAdvice
from dialoog.wizard.models import Consultation, StepAnswers

HERE = Path(__file__).parent
MIGRATION = "dialoog.report.migrations.0003_keep_advice_of_before"
EXAMPLE = json.loads((HERE.parent / "report" / "kept" / "1.json").read_text(encoding="utf-8"))
RUNS = 300
DIGEST = "605808018c8ba772412118c76ba7bca431b5a4c65400fbd5be6e753dad31f4b9"
"""Of all that the engine of then concluded from RUNS sets of answers, on the content of then."""


def content_of_then(folder: Path) -> dict[str, Any]:
    """The first release in the older database that `test_upgrade.py` migrates."""
    file = folder / "then.sqlite3"
    file.write_bytes(lzma.decompress((HERE / "first_version.sqlite3.xz").read_bytes()))
    with closing(sqlite3.connect(file)) as database:
        (document,) = database.execute("SELECT document FROM content_release WHERE number = 1").fetchone()
    return dict(json.loads(document))


def many_answers(document: dict[str, Any]) -> Iterator[dict[str, list[str]]]:
    for run in range(RUNS):
        chosen: dict[str, list[str]] = {}
        for question in document["questions"]:
            chosen[question["slug"]] = draw(run, question, chosen.get(question["options_from"]))
        yield chosen


def draw(run: int, question: dict[str, Any], limit: list[str] | None) -> list[str]:
    """One answer, and more where that is allowed; in a way in which no Python draws otherwise."""
    offered = [option for option in question["options"] if limit is None or option["slug"] in limit]
    offered.sort(key=lambda option: sha256(f"{run} {question['slug']} {option['slug']}".encode()).digest())
    if question["kind"] == "single" or offered[0]["is_exclusive"]:
        return [offered[0]["slug"]]
    return [option["slug"] for option in offered[: 1 + run % 3] if not option["is_exclusive"]]


@pytest.mark.slow
def test_it_gives_what_the_engine_of_then_gave(tmp_path: Path) -> None:
    document = content_of_then(tmp_path)
    content = Content(document)

    given = [advice_of(content, {"alles": chosen}) for chosen in many_answers(document)]

    assert None not in given
    assert sha256(json.dumps(given, sort_keys=True).encode()).hexdigest() == DIGEST


def test_it_gives_what_was_kept_of_a_run() -> None:
    assert advice_of(Content(EXAMPLE["release"]), {"alles": EXAMPLE["kept"]["answers"]}) == EXAMPLE["kept"]


@pytest.mark.parametrize(
    "spoilt",
    [
        {"plaats": []},
        {"plaats": ["maan"]},
        {"plaats": ["nederland", "productieland"]},
        {"hoofddoel": []},
    ],
    ids=str,
)
def test_answers_that_cannot_be_read_give_nothing(spoilt: dict[str, list[str]]) -> None:
    assert advice_of(Content(EXAMPLE["release"]), {"alles": {**EXAMPLE["kept"]["answers"], **spoilt}}) is None


def test_an_answer_that_stands_alone_goes_with_no_other() -> None:
    goals, *others = EXAMPLE["release"]["questions"]
    alone = {**goals, "options": [{**option, "is_exclusive": True} for option in goals["options"]]}
    content = Content({**EXAMPLE["release"], "questions": [alone, *others]})

    assert advice_of(content, {"alles": EXAMPLE["kept"]["answers"]}) is None
    assert advice_of(content, {"alles": {**EXAMPLE["kept"]["answers"], "doelen": ["kennis"]}})


def test_an_order_rule_is_kept() -> None:
    content = Content({**EXAMPLE["release"], "order_rules": [{"first": "ngo", "then": "bond", "facts": []}]})

    advice = advice_of(content, {"alles": EXAMPLE["kept"]["answers"]})

    assert advice is not None
    assert [advised["partner_type"] for advised in EXAMPLE["kept"]["ranking"]] == ["bond", "ngo", "bureau"]
    assert [advised["partner_type"] for advised in advice["ranking"]] == ["ngo", "bond", "bureau"]


def test_what_the_release_does_not_know_is_left_out() -> None:
    saved = {
        "alles": EXAMPLE["kept"]["answers"],
        "later": {"plaats": ["maan"], "weg": ["x"]},
        "controle": {"title": "x"},
    }

    assert advice_of(Content(EXAMPLE["release"]), saved) == EXAMPLE["kept"]


def build_run(release: Release, answers: dict[str, list[str]], completed_at: datetime | None) -> Consultation:
    run, _token = Consultation.objects.begin(release, "doelen")
    StepAnswers.objects.create(consultation=run, step="alles", answers=answers)
    Consultation.objects.filter(pk=run.pk).update(completed_at=completed_at)
    return run


@pytest.mark.django_db
@pytest.mark.database
def test_a_finished_run_gets_its_advice_and_one_that_cannot_be_read_is_passed_over() -> None:
    release, finished = Release.objects.create(number=2, document=EXAMPLE["release"]), datetime(2026, 1, 1, tzinfo=UTC)
    answers = EXAMPLE["kept"]["answers"]
    build_run(release, {}, finished)
    readable = build_run(release, answers, finished)
    build_run(release, answers, None)
    build_run(release, {**answers, "plaats": []}, finished)
    had_it = KeptAdvice.objects.create(
        consultation=build_run(release, answers, finished), version=1, data={"zo": "was"}
    )

    import_module(MIGRATION).keep_advice(apps, SimpleNamespace(connection=connection))

    kept = {advice.consultation_id: (advice.version, advice.data) for advice in KeptAdvice.objects.all()}
    assert kept == {readable.pk: (1, EXAMPLE["kept"]), had_it.consultation_id: (1, {"zo": "was"})}
