"""A PDF is not what a visitor waits for: faster than a browser that starts to print the same pages."""

import pytest

from benchmarks.pdf import measure


@pytest.mark.pdf
@pytest.mark.slow
@pytest.mark.browser
def test_the_short_pdf_takes_less_time_than_chromium(capsys: pytest.CaptureFixture[str]) -> None:
    """A ratio in one run, in turn: what the machine does meanwhile slows both."""
    ours, chromium = measure()

    with capsys.disabled():
        print(f"\nShort PDF: {1000 * ours:.0f} ms, Chromium cold: {1000 * chromium:.0f} ms ({ours / chromium:.2f} x)")
    assert ours / chromium <= 0.8
