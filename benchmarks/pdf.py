"""How fast the short PDF is, against headless Chromium that starts cold and prints the same pages.

Both get the same HTML and styles, in turn, in one run: the figure to compare between runs is the ratio.
"""

import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dialoog.settings")

CASES = ("P1", "B34", "B36")
ROUNDS = 3
"""Of each case, with both printers in turn."""


def main() -> None:
    ours, chromium = (1000 * seconds for seconds in measure())
    print(f"korte pdf, Chromium koud:  {chromium:.0f} ms")
    print(f"korte pdf, deze site:      {ours:.0f} ms ({ours / chromium:.2f} x Chromium)")
    ours, chromium = measure_cpu()
    print(f"korte pdf, rekentijd:      {ours / chromium:.2f} x Chromium")
    print(f"duurste dossier, rekentijd: {measure_longest():.1f} s")


def measure() -> tuple[float, float]:
    """Median seconds of ours, from a web process that is ready, and of Chromium."""
    import django

    django.setup()
    from dialoog.report.pdf.process import warm_up

    pages = [_html(case) for case in CASES]
    warm_up()
    _print_ours(pages[0])  # the fork server loads WeasyPrint once, at the first PDF after a start
    ours, chromium = [], []
    for _ in range(ROUNDS):
        for html in pages:
            ours.append(_seconds(_print_ours, html))
            chromium.append(_seconds(_print_chromium, html))
    return median(ours), median(chromium)


def measure_cpu() -> tuple[float, float]:
    """The same in seconds of CPU, which does not depend on what else the machine does; ours in this process."""
    import django

    django.setup()
    from dialoog.report.download import ASSETS
    from dialoog.report.pdf.document import write_pdf
    from dialoog.report.pdf.stylesheets import STYLESHEETS

    pages = [_html(case) for case in CASES]
    write_pdf(pages[0], ASSETS, STYLESHEETS)  # as the fork server does before the first PDF
    gc.disable()  # as in the process that makes a PDF
    ours, chromium = [], []
    for html in pages * ROUNDS:
        ours.append(_cpu(time.process_time, lambda html=html: write_pdf(html, ASSETS, STYLESHEETS)))
        chromium.append(_cpu(_cpu_of_children, lambda html=html: _print_chromium(html)))
    gc.enable()
    return median(ours), median(chromium)


def measure_longest() -> float:
    """Least seconds of CPU for everything, of seven goals, with texts as long as the admin takes them."""
    from dialoog.report.download import ASSETS, render_html
    from dialoog.report.editions import Edition
    from dialoog.report.pdf.document import write_pdf
    from dialoog.report.pdf.stylesheets import STYLESHEETS
    from tests.report.longest import longest_catalogue
    from tests.report.test_report import report_of

    html = render_html(report_of("N03", longest_catalogue()), Edition.DOSSIER)
    gc.disable()  # as in the process that makes a PDF
    seconds = [_cpu(time.process_time, lambda: write_pdf(html, ASSETS, STYLESHEETS)) for _ in range(ROUNDS)]
    gc.enable()
    return min(seconds)


def _cpu(clock: Callable[[], float], work: Callable[[], object]) -> float:
    start = clock()
    work()
    return clock() - start


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _html(case: str) -> str:
    from dialoog.advice.conclusion import Conclusion
    from dialoog.catalogue.answers import Answers
    from dialoog.catalogue.reader import read_catalogue
    from dialoog.content.files.fixtures import read_fixtures
    from dialoog.report.body.report import build_report
    from dialoog.report.download import render_html
    from dialoog.report.editions import Edition
    from tests.report.test_report import COVER

    catalogue = read_catalogue(read_fixtures(ROOT / "fixtures"))
    cases = json.loads((ROOT / "tests/advice/golden_cases.json").read_text(encoding="utf-8"))
    answers = Answers.from_json(catalogue, next(c["answers"] for c in cases if c["id"] == case))
    return render_html(build_report(catalogue, Conclusion.of(catalogue, answers), COVER), Edition.ADVICE)


def _seconds(work: Callable[[str], None], html: str) -> float:
    start = time.perf_counter()
    work(html)
    return time.perf_counter() - start


def _print_ours(html: str) -> None:
    from dialoog.report.download import ASSETS
    from dialoog.report.pdf.process import render
    from dialoog.report.pdf.stylesheets import STYLESHEETS

    with tempfile.NamedTemporaryFile() as lock:
        render(html, ASSETS, STYLESHEETS, lock_path=Path(lock.name))


def _print_chromium(html: str) -> None:
    """Cold: a new browser with a new profile, as a site would start it for one PDF; behind pages, like ours."""
    from dialoog.report.download import ASSETS
    from dialoog.report.pdf.child import NICENESS
    from dialoog.report.pdf.stylesheets import STYLESHEETS
    from tests.chromium import LAUNCH

    links = "".join(f'<link rel="stylesheet" href="{(ASSETS / name).as_uri()}">' for name in STYLESHEETS)
    with tempfile.TemporaryDirectory() as folder:
        page, pdf = Path(folder) / "rapport.html", Path(folder) / "rapport.pdf"
        page.write_text(html.replace("</head>", f"{links}</head>"), encoding="utf-8")
        options = ["--headless", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={pdf}"]
        command = ["nice", "-n", str(NICENESS), LAUNCH["executable_path"], *LAUNCH["args"], *options, page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
        assert pdf.stat().st_size > 10_000


if __name__ == "__main__":
    main()
