"""The readiness check says whether an answer could be kept."""

from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

from dialoog.health.models import Heartbeat

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_site_that_can_keep_answers_is_healthy(client: Client) -> None:
    response = client.get("/gezond/")

    assert response.status_code == 200
    assert response.content == b"gezond\n"
    assert "no-store" in response["Cache-Control"]


def test_a_process_that_lives_says_so_without_a_database(client: Client) -> None:
    def gone(execute: Any, sql: str, *rest: Any) -> Any:
        raise OperationalError("connection refused")

    with connection.execute_wrapper(gone):
        response = client.get("/leeft/")

    assert response.status_code == 200
    assert response.content == b"leeft\n"
    assert "no-store" in response["Cache-Control"]


def test_asking_writes_and_leaves_one_row(client: Client) -> None:
    for _ in range(2):
        client.get("/gezond/")

    assert Heartbeat.objects.count() == 1


def test_a_database_that_only_reads_is_not_healthy(client: Client) -> None:
    def full_disk(execute: Any, sql: str, *rest: Any) -> Any:
        if not sql.startswith("SELECT"):
            raise OperationalError("database or disk is full")
        return execute(sql, *rest)

    with connection.execute_wrapper(full_disk):
        response = client.get("/gezond/")

    assert response.status_code == 503
    assert response["Retry-After"]
    assert response["Content-Type"].startswith("text/plain")
