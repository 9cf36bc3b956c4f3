"""What was concluded from a finished run: kept when it finishes, and read from then on."""

from typing import Any

from dialoog.advice import storing
from dialoog.advice.conclusion import Conclusion
from dialoog.report.models import KeptAdvice
from dialoog.wizard.run import Run


def keep_advice(run: Run, **_signal: Any) -> None:
    data = storing.to_data(run.catalogue, Conclusion.of(run.catalogue, run.answers()))
    KeptAdvice.objects.create(consultation=run.consultation, version=storing.VERSION, data=data)


def conclusion_of(run: Run) -> Conclusion:
    """As it was kept. Only a run that a server with older code finished has none: that is concluded now."""
    kept = getattr(run.consultation, "advice", None)
    if kept is None:
        return Conclusion.of(run.catalogue, run.answers())
    return storing.read(run.catalogue, kept.version, kept.data)
