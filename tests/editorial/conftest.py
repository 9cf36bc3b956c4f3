"""What tests of the editorial work share."""

from functools import partial

import pytest

from dialoog.editorial.checks import running
from dialoog.editorial.trials.samples import draw_samples


@pytest.fixture
def few_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred sets of answers show what a test is about; five thousand have tests of their own."""
    monkeypatch.setattr(running, "draw_samples", partial(draw_samples, size=200))
