"""What the wizard tells those who build on it."""

from django.dispatch import Signal

run_completed = Signal()
"""Sent with the `run`, in the transaction that completes it: whatever is kept with a finished run is kept, or it is not
finished."""

check_shown = Signal()
"""Sent with the `request`, the `run` and its `token` when its check page is shown: a receiver returns a sentence to
read before the button that finishes, or nothing."""

leading_on = Signal()
"""Sent with the `request`, the `run` that was just completed and its `token`: a receiver returns the address of a page
that the visitor sees first, or nothing; then that is the report."""

run_deleted = Signal()
"""Sent with the `request`, the `response` and the `run` that its owner just deleted, when all is gone: a receiver takes
back from the browser, in the response, what it knows of that run."""
