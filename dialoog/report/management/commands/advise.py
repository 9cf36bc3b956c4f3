"""The advice for answers in a file or on standard input, as data, text, page or PDF."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, TextIO

from django.core.management import BaseCommand, CommandError
from django.utils.translation import override

from dialoog.advice import advise
from dialoog.advice.result import to_json
from dialoog.catalogue.answers import Answers, AnswersError
from dialoog.catalogue.catalogue import Catalogue
from dialoog.content.models import Release
from dialoog.content.releases.current import catalogue_of, current_release
from dialoog.errors import NoRelease
from dialoog.languages.active import all_languages

USAGE = 2
"""Exit status for a question that cannot be answered as it was put."""


class Command(BaseCommand):
    help = "Geeft het advies bij antwoorden, met de huidige uitgave."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("answers", help="JSON-bestand met antwoorden, of - voor standaardinvoer")
        parser.add_argument("--batch", action="store_true", help="één JSON-object per regel, één resultaat per regel")
        parser.add_argument("--format", choices=["json", "text", "html", "pdf", "dossier"], default="json")
        languages = all_languages()
        parser.add_argument("--language", choices=languages, default=languages[0], help="taal van wat bezoekers lezen")
        parser.add_argument("--output", help="bestand om naar te schrijven; zonder deze optie standaarduitvoer")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            release = current_release()
            source = _read(options["answers"])
            with override(options["language"]):
                if options["batch"]:
                    content = "".join(_batch(release, source)).encode()
                else:
                    content = _one(release, source, options["format"])
            self.write(content, options["output"])
        except (AnswersError, NoRelease, OSError, UnicodeDecodeError) as error:
            raise CommandError(_sentence(error), returncode=USAGE) from error

    def write(self, content: bytes, output: str | None) -> None:
        if output:
            Path(output).write_bytes(content)
        else:
            sys.stdout.buffer.write(content)


def _read(name: str) -> str:
    if name == "-":
        stream: TextIO = sys.stdin
        return stream.read()
    return Path(name).read_text(encoding="utf-8")


def _sentence(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "De antwoorden zijn geen UTF-8-tekst."
    if isinstance(error, OSError):
        return f"Het bestand '{error.filename}' is niet te lezen of te schrijven: {error.strerror}."
    return str(error)


def _one(release: Release, source: str, form: str) -> bytes:
    catalogue = catalogue_of(release)
    answers = Answers.from_json(catalogue, _parse(source))
    if form == "json":
        return (json.dumps(_result(release, catalogue, answers), ensure_ascii=False, indent=2) + "\n").encode()
    # The report's imports (templates, PDF) would cost every batch its start-up time.
    from dialoog.report import previews

    return previews.render(release, answers, form)


def _batch(release: Release, source: str) -> list[str]:
    catalogue = catalogue_of(release)
    return [_line(release, catalogue, line) for line in source.splitlines() if line.strip()]


def _line(release: Release, catalogue: Catalogue, line: str) -> str:
    try:
        result = _result(release, catalogue, Answers.from_json(catalogue, _parse(line)))
    except AnswersError as error:
        result = {"error": str(error)}
    return json.dumps(result, ensure_ascii=False) + "\n"


def _parse(source: str) -> Any:
    try:
        return json.loads(source)
    except (json.JSONDecodeError, RecursionError) as error:
        raise AnswersError("De antwoorden zijn geen geldige JSON.") from error


def _result(release: Release, catalogue: Catalogue, answers: Answers) -> dict[str, Any]:
    return {"release": release.number, **to_json(catalogue, advise(catalogue, answers))}
