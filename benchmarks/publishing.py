"""How fast the publishing page is: all checks and the impact of a change, beside the bare advice for the same answers.

The figure to compare between runs is the ratio, measured in the same run. Run it with `make bench`. Seconds are of CPU.
"""

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dialoog.settings")


TIMES = 10


def main() -> None:
    import django

    django.setup()
    from benchmarks.grown import grown
    from dialoog.advice import advise
    from dialoog.catalogue.reader import read_catalogue
    from dialoog.content.files.fixtures import read_fixtures
    from dialoog.editorial.checks import Checked, check
    from dialoog.editorial.publish.impact import Impact, compare
    from dialoog.editorial.trials.many.tried import Tried
    from dialoog.editorial.trials.samples import answers_in

    document = read_fixtures(ROOT / "fixtures")
    before = read_catalogue(document)
    changed = {**document, "rules": document["rules"][1:]}
    checked = Checked()
    checking = seconds(check(changed, checked, before))
    assert checked.samples
    impact = Impact(checked.samples)
    comparing = seconds(compare(Tried(before, checked.samples.sets), checked.tried, impact))
    answers = [found for chosen in checked.samples.sets if (found := answers_in(before, chosen))]
    plain = seconds(advise(before, given) for given in answers)
    print(f"advies voor {len(answers)} antwoordensets: {plain:.2f} s")
    print(f"alle controles:      {checking:.2f} s ({checking / plain:.1f} x het advies)")
    print(f"gevolgen van een wijziging: {comparing:.2f} s ({comparing / plain:.1f} x het advies)")

    large = grown(document, TIMES)
    before_large, of_large = read_catalogue(large), Checked()
    took = seconds(check({**large, "rules": large["rules"][1:]}, of_large, before_large))
    assert of_large.samples
    impact = Impact(of_large.samples)
    took += seconds(compare(Tried(before_large, of_large.samples.sets), of_large.tried, impact))
    print(
        f"samen, bij {len(large['rules'])} regels: {took:.2f} s ({took / (checking + comparing):.1f} x zoveel); "
        f"{of_large.samples.percent_covered} % van de paren antwoorden"
    )


def seconds(work: Iterable[object]) -> float:
    start = time.process_time()
    for _step in work:
        pass
    return time.process_time() - start


if __name__ == "__main__":
    main()
