"""Keeping remarks of a finished run: under its lock, and what showed those of before is made anew."""

from functools import partial

from dialoog.limits.allowance import UNCOUNTED, Allowance
from dialoog.plan.saving import keep_longer
from dialoog.report.renderings.keeping import let_go_of_remarks
from dialoog.wizard.models import StepAnswers
from dialoog.wizard.remarks import Remarks, Typed, remarks_at_their_steps, without_empty
from dialoog.wizard.run import Run
from dialoog.wizard.seen import Merged, merged
from dialoog.wizard.statements import saved_steps


class RemarksClash(Exception):
    """A remark was changed here and elsewhere, to something else; nothing was kept."""


def save_remarks(run: Run, typed: Typed, allowance: Allowance = UNCOUNTED) -> None:
    """Raises RemarksClash, RunGone or TooMany; then nothing has changed."""
    allowance.counted(partial(_save, run, typed))


def changed_by(typed: Typed, stored: Remarks) -> Merged:
    """What a form changes of what there is."""
    return merged(typed.seen, {slug: stored.get(slug, "") for slug in typed.texts}, typed.texts)


def _save(run: Run, typed: Typed) -> None:
    """The answers of a finished run never change, nor does the order in which they were saved."""
    now = run.consultation.locked()
    _answers, stored = saved_steps(now)
    outcome = changed_by(typed, {slug: text for remarks in stored.values() for slug, text in remarks.items()})
    if outcome.clashes:
        raise RemarksClash
    if not outcome.values:
        return
    for step, changed in remarks_at_their_steps(run.catalogue, outcome.values).items():
        remarks = without_empty({**stored.get(step, {}), **changed})
        if not StepAnswers.objects.filter(consultation=now, step=step).update(remarks=remarks):
            StepAnswers.objects.create(consultation=now, step=step, remarks=remarks)
    let_go_of_remarks(now)
    keep_longer(now)
