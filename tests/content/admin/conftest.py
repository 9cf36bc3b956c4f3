"""Who edits in these tests."""

import pytest
from django.contrib.auth.models import User
from django.test import Client


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("redactie", first_name="Els", last_name="de Vries"))
    return client
