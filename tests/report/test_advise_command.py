"""`manage.py advise`, the command that every check uses."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import get_language

from tests.advice.test_golden_cases import CASES

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANSWERS = CASES[0]["answers"]


Output = pytest.CaptureFixture[bytes]


def write(folder: Path, content: Any) -> str:
    path = folder / "antwoorden.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


def refusal(*args: str) -> str:
    with pytest.raises(CommandError) as caught:
        call_command("advise", *args)
    assert caught.value.returncode == 2
    return str(caught.value)


def test_one_answer_set_gives_one_object(tmp_path: Path, capsysbinary: Output) -> None:
    call_command("advise", write(tmp_path, ANSWERS), "--format", "json")

    assert json.loads(capsysbinary.readouterr().out) == {"release": 1, **CASES[0]["result"]}


def test_answers_may_come_from_standard_input(capsysbinary: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(ANSWERS)))

    call_command("advise", "-")

    assert json.loads(capsysbinary.readouterr().out)["ranking"]


def test_a_batch_goes_on_after_an_error(tmp_path: Path, capsysbinary: Output) -> None:
    lines = [json.dumps(ANSWERS), "{geen json", json.dumps({"weer": "zon"}), json.dumps(ANSWERS)]

    call_command("advise", write(tmp_path, "\n".join(lines)), "--batch")

    results = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert [r.get("error") for r in results] == [
        None,
        "De antwoorden zijn geen geldige JSON.",
        "Er is geen vraag 'weer'.",
        None,
    ]


def test_text_names_partners_reasons_and_sources(tmp_path: Path, capsysbinary: Output) -> None:
    call_command("advise", write(tmp_path, ANSWERS), "--format", "text")

    text = capsysbinary.readouterr().out.decode()
    assert "- 1 Nederlandse of internationale ngo (Begin hier): " in text
    assert "[Het SER-document zegt dit; Kennis ophalen of informatie verifiëren, Voorbeelden" in text


def test_a_report_is_in_the_language_that_was_asked(tmp_path: Path, capsysbinary: Output) -> None:
    answers = write(tmp_path, ANSWERS)
    outputs = {}
    for form in ("text", "html", "json"):
        call_command("advise", answers, "--format", form, "--language", "en")
        outputs[form] = capsysbinary.readouterr().out.decode()
    call_command("advise", answers)
    dutch = json.loads(capsysbinary.readouterr().out)

    assert "[The SER document says this, in Dutch; " in outputs["text"]
    assert "If the Dutch text says something else" in outputs["text"]
    assert '<html lang="en">' in outputs["html"]
    assert json.loads(outputs["json"]) == dutch  # data name things by their keys
    assert get_language() == "nl"


def test_a_language_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="language"):
        call_command("advise", write(tmp_path, ANSWERS), "--language", "xx")


def test_html_goes_to_a_file(tmp_path: Path) -> None:
    call_command("advise", write(tmp_path, ANSWERS), "--format", "html", "--output", str(tmp_path / "uit.html"))

    assert "Nederlandse of internationale ngo" in (tmp_path / "uit.html").read_text(encoding="utf-8")


@pytest.mark.pdf
def test_pdf_goes_to_a_file(tmp_path: Path) -> None:
    call_command("advise", write(tmp_path, ANSWERS), "--format", "pdf", "--output", str(tmp_path / "uit.pdf"))

    assert (tmp_path / "uit.pdf").read_bytes().startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({**ANSWERS, "weer": "zon"}, "Er is geen vraag 'weer'."),
        ({**ANSWERS, "fase": "nooit"}, "Vraag 'fase' heeft geen antwoord 'nooit'."),
        ({**ANSWERS, "bekende_partijen": ["weg"]}, "Vraag 'bekende_partijen' heeft geen antwoord 'weg'."),
        ({**ANSWERS, "fase": ["opvolgen"]}, "Vraag 'fase' vraagt om één antwoord"),
        ({k: v for k, v in ANSWERS.items() if k != "thema"}, "Vraag 'thema'"),
        ("[", "De antwoorden zijn geen geldige JSON."),
        ("[" * 100_000, "De antwoorden zijn geen geldige JSON."),
    ],
)
def test_bad_answers_end_with_a_sentence(tmp_path: Path, answers: Any, sentence: str) -> None:
    assert sentence in refusal(write(tmp_path, answers))


def test_a_missing_file_ends_with_a_sentence(tmp_path: Path) -> None:
    assert "is niet te lezen" in refusal(str(tmp_path / "nergens.json"))


def test_bytes_that_are_no_text_end_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "ruis.json").write_bytes(b"\xff\xfe")

    assert refusal(str(tmp_path / "ruis.json")) == "De antwoorden zijn geen UTF-8-tekst."


def test_a_folder_that_is_not_there_ends_with_a_sentence(tmp_path: Path) -> None:
    assert "is niet te lezen of te schrijven" in refusal(write(tmp_path, ANSWERS), "--output", "/nergens/uit.json")
