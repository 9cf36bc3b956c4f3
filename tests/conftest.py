"""What every test can count on."""

from typing import Any

import pytest
from django.core.management import call_command


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The real content, published once, in every test database."""
    with django_db_blocker.unblock():
        call_command("setup")
