"""How fast editing and publishing are: as much content as today, and ten times as much. Seconds are of CPU.

The pages are asked of the site itself, with a database of their own, and each row has its goal. Ten times the content
is measured twice: with ten times the answers to choose from (`antwoorden`), and with ten times the rules for the
answers of today (`regels`), of which ten times as many fire. Run it with `make bench`.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

TIMES = 10
ROUNDS = 5
PAGE = "/beheer/publiceren/"
FORMS = {
    "vraag met meeste antwoorden": "question",
    "adviesregel": "rule",
    "partnertype": "partnertype",
    "waarschuwing": "caution",
}
GOALS = {"": 1.0, "antwoorden": 20.0, "regels": 20.0}
"""Seconds for the publishing page, by size."""
POST_GOAL = 1.0
"""Seconds before the button answers; the browser hears nothing until then."""
FORM_GOAL = 2.0
"""Times what the form takes with the content of today."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        import logging

        import django

        django.setup()
        logging.disable(logging.ERROR)
        from django.test.utils import setup_test_environment

        setup_test_environment()
        measure()


def measure() -> None:
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client

    from benchmarks.grown import grown
    from dialoog.content.files.fixtures import read_fixtures

    call_command("setup", verbosity=0)
    client = Client()
    client.force_login(User.objects.create_superuser("hoofd"))
    document = read_fixtures(ROOT / "fixtures")
    forms = measure_size("", document, client, {})
    print(f"  kaal advies voor evenveel antwoordensets {plain(document):6.2f} s")
    for size, with_answers in {"antwoorden": True, "regels": False}.items():
        measure_size(size, without_idle(grown(document, TIMES, with_answers=with_answers)), client, forms)


def measure_size(size: str, document: Any, client: Any, before: dict[str, float]) -> dict[str, float]:
    """Prints a row for each page, and gives what the forms took."""
    from dialoog.content.document.applying import apply_document
    from dialoog.content.releases.publishing import publish

    apply_document(document, reason="Meting")
    publish(note="Meting")
    print(f"{len(document['rules'])} regels" + (f", tien keer zoveel {size}" if size else ""))
    page, answered = publishing(client)
    say("publicatiepagina", page, f"doel {GOALS[size]:.0f} s", page <= GOALS[size])
    say("knop, tot het antwoord", answered, f"doel {POST_GOAL:.0f} s", answered <= POST_GOAL)
    took = {}
    for name, model in FORMS.items():
        took[name] = best_of(asking(client, model))
        ratio = took[name] / before[name] if before else 1
        say(f"formulier {name}", took[name], f"{ratio:.1f} x; doel {FORM_GOAL:.0f} x", ratio <= FORM_GOAL)
    return took


def publishing(client: Any) -> tuple[float, float]:
    """The page of a draft with one change, and the button. Grown content has errors, so its word is given here."""
    from dialoog.content.models import Rule
    from dialoog.content.releases.current import current_release
    from dialoog.content.releases.publishing import Seen
    from dialoog.editorial.frame.drafts import read_draft
    from dialoog.editorial.publish.passed import Passed

    Rule.objects.all()[0].delete()
    page = best_of(lambda: b"".join(client.get(PAGE).streaming_content), 2)
    seen = Seen(current_release().number, read_draft().checksum)
    form = {"note": "Meting", "current": seen.current, "checksum": seen.checksum, "passed": Passed(seen, ()).sign()}
    start = time.process_time()
    response = client.post(PAGE, form)
    took = time.process_time() - start
    if response.status_code != 302:
        raise RuntimeError("nothing was published")
    return page, took


def plain(document: Any) -> float:
    """Nothing but the advice for as many answers: machines differ, and the page is to be compared with this."""
    from dialoog.advice import advise
    from dialoog.catalogue.reader import read_catalogue
    from dialoog.editorial.trials.samples import answers_in, draw_samples

    catalogue = read_catalogue(document)
    answers = [found for chosen in draw_samples(catalogue).sets if (found := answers_in(catalogue, chosen))]
    return best_of(lambda: [advise(catalogue, given) for given in answers], 2)


def asking(client: Any, model: str) -> Callable[[], Any]:
    """The page of one record; of questions the one with most answers."""
    from django.db.models import Count

    from dialoog.content.models import Caution, PartnerType, Question, Rule

    kinds: dict[str, Any] = {"rule": Rule, "partnertype": PartnerType, "caution": Caution}
    if model == "question":
        key = Question.objects.annotate(size=Count("options")).order_by("-size").values_list("pk", flat=True)[0]
    else:
        key = kinds[model].objects.values_list("pk", flat=True)[0]
    return lambda: client.get(f"/beheer/content/{model}/{key}/change/").content


def without_idle(document: Any) -> Any:
    """Without the rules that no answers bring in: a release has none."""
    from dialoog.catalogue.reader import read_catalogue
    from dialoog.editorial.trials.logic import Possibilities

    catalogue = read_catalogue(document)
    with Possibilities(catalogue) as possibilities:
        codes = {rule.code for rule in catalogue.rules if possibilities.answers(rule.conditions)}
    return {**document, "rules": [rule for rule in document["rules"] if rule["code"] in codes]}


def say(name: str, took: float, goal: str, is_met: bool) -> None:
    print(f"  {name:38} {took:6.2f} s  ({goal}){'' if is_met else '  NIET GEHAALD'}")


def best_of(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of the round that others disturbed least."""
    return min(seconds(work) for _ in range(rounds))


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
