"""Staff who log in for a test."""

from django.contrib.auth.models import User
from django.test import Client


def chief() -> Client:
    """Somebody who may do everything."""
    client = Client()
    client.force_login(User.objects.create_superuser("hoofd"))
    return client


def text_of(response: object) -> str:
    """A page as text, streamed or not."""
    streamed = getattr(response, "streaming_content", None)
    return (b"".join(streamed) if streamed else response.content).decode()  # type: ignore[attr-defined]
