"""What is kept to let nobody guess, gone when it counts no more."""

from dialoog.staff.access.lockout import forget_attempts
from dialoog.staff.access.models import PendingChange, ResetRequest


def forget() -> None:
    forget_attempts()
    ResetRequest.objects.expired().delete()
    PendingChange.objects.expired().delete()
