"""How fast the advice is: one advice with its trace in a warm process, and a batch with its start-up.

Machines differ and are shared, so the figure to compare between runs is the ratio to a plain evaluator that
walks all rules, measured in the same run. Run it with `make bench`.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dialoog.settings")

from benchmarks.grown import grown  # noqa: E402 - after the path is set
from dialoog.advice import advise  # noqa: E402
from dialoog.advice.conclusion import Conclusion  # noqa: E402
from dialoog.advice.trace import why  # noqa: E402
from dialoog.catalogue.answers import Answers  # noqa: E402
from dialoog.catalogue.catalogue import Catalogue, Rule  # noqa: E402
from dialoog.catalogue.document import Document  # noqa: E402
from dialoog.catalogue.reader import read_catalogue  # noqa: E402
from dialoog.catalogue.translated import in_language  # noqa: E402
from dialoog.catalogue.vocabulary import Operator  # noqa: E402

CASES = json.loads((ROOT / "tests/advice/golden_cases.json").read_text(encoding="utf-8"))
ROUNDS = 40
TIMES = 100
BATCH = 1000


def main() -> None:
    import django

    django.setup()
    from dialoog.content.files.fixtures import read_fixtures

    catalogue = read_catalogue(read_fixtures(ROOT / "fixtures"))
    answers = [Answers.from_json(catalogue, case["answers"]) for case in CASES]
    plain = best_of(lambda: [plain_rules(catalogue, given) for given in answers]) / len(answers)
    traced = best_of(lambda: [with_trace(catalogue, given) for given in answers]) / len(answers)
    print(f"regels nalopen, eenvoudig: {plain * 1000:.3f} ms per antwoordenset")
    print(f"advies met onderbouwing:   {traced * 1000:.3f} ms per antwoordenset ({traced / plain:.2f} x eenvoudig)")
    large = read_catalogue(grown(read_fixtures(ROOT / "fixtures"), TIMES))
    same = [Answers.from_json(large, case["answers"]) for case in CASES]
    of_large = best_of(lambda: [with_trace(large, given) for given in same]) / len(same)
    named = f"met {len(large.rules)} in plaats van {len(catalogue.rules)} regels"
    print(f"hetzelfde {named}: {of_large * 1000:.3f} ms ({of_large / traced:.2f} x zoveel; doel 2 x)")
    concluded = best_of(lambda: [Conclusion.of(catalogue, given) for given in answers[:5]]) / 5
    of_ten = read_catalogue(grown(read_fixtures(ROOT / "fixtures"), 10))
    ten = [Answers.from_json(of_ten, case["answers"]) for case in CASES[:5]]
    concluded_of_ten = best_of(lambda: [Conclusion.of(of_ten, given) for given in ten]) / 5
    print(
        f"advies met wat-als:        {concluded * 1000:.2f} ms; van tien keer zoveel inhoud "
        f"{concluded_of_ten * 1000:.2f} ms ({concluded_of_ten / concluded:.2f} x zoveel; doel 2 x)"
    )
    print(f"batch van {BATCH} met opstarten: {batch():.2f} s")
    print(f"catalogus in nog een taal: {megabytes_of_language(read_fixtures(ROOT / 'fixtures')):.1f} MB")


def megabytes_of_language(document: Document) -> float:
    """What a release takes in memory for each language after the first; processes share it."""
    tracemalloc.start()
    catalogue = read_catalogue(in_language(document, "en"))
    size, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert catalogue.goals
    return size / 1e6


def best_of(work: Callable[[], object]) -> float:
    """Seconds of the fastest round: the one that others disturbed least."""
    return min(_seconds(work) for _ in range(ROUNDS))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def with_trace(catalogue: Catalogue, answers: Answers) -> None:
    for firing in advise(catalogue, answers).firings:
        why(catalogue, answers, firing)


def plain_rules(catalogue: Catalogue, answers: Answers) -> list[Rule]:
    """The rules that fire, found by asking every rule in turn with sets of slugs."""
    return [rule for rule in catalogue.rules if all(_any_holds(g, answers) for g in rule.conditions.groups)]


def _any_holds(group: tuple, answers: Answers) -> bool:  # type: ignore[type-arg]
    for row in group:
        common = set(answers.chosen.get(row.question, ())) & set(row.options)
        if bool(common) is (row.operator is not Operator.NONE_OF):
            return True
    return False


def batch() -> float:
    """Seconds for the command on a batch of answer sets, from an empty process."""
    lines = [json.dumps(CASES[n % len(CASES)]["answers"]) for n in range(BATCH)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write("\n".join(lines))
        file.flush()
        command = [sys.executable, str(ROOT / "manage.py"), "advise", file.name, "--batch"]
        return min(_seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(3))


if __name__ == "__main__":
    main()
