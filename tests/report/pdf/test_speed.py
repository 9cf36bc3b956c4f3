"""A PDF costs less than a browser that starts to print the same pages; `make bench` says how long both take."""

import pytest

from benchmarks.pdf import measure_cpu


@pytest.mark.pdf
@pytest.mark.slow
@pytest.mark.browser
def test_the_short_pdf_costs_less_than_chromium(capsys: pytest.CaptureFixture[str]) -> None:
    """A ratio of CPU time in one run: how long they take depends on who else uses the machine."""
    ours, chromium = measure_cpu()

    with capsys.disabled():
        print(f"\nShort PDF: {1000 * ours:.0f} ms of CPU, Chromium: {1000 * chromium:.0f} ms ({ours / chromium:.2f} x)")
    assert ours / chromium <= 0.8
