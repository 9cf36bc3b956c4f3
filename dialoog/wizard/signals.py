"""What the wizard tells those who build on it."""

from django.dispatch import Signal

run_completed = Signal()
"""Sent with the `run`, in the transaction that completes it: whatever is kept with a finished run is kept, or it is not
finished."""
