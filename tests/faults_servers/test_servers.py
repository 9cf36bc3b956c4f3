"""Several servers on one database: who hops between them notices nothing, whether one dies or all are replaced."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import connection

from tests.deploy.databases import filled
from tests.deploy.writers import Writer
from tests.faults_servers.servers import LATER, Servers, manage
from tests.faults_servers.writing import lost, writing
from tests.worker.site import PATIENCE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.database,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="more than one server is for PostgreSQL"),
]


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[Servers]:
    with ExitStack() as stack:
        made = Servers(stack.enter_context(filled(tmp_path)))
        stack.callback(made.end)
        yield made


def test_a_killed_server_takes_nothing_with_it(servers: Servers) -> None:
    first, second = servers.add(), servers.add()

    with writing(servers) as kept:
        kept.wait_for_more(4)
        servers.kill(second)
        kept.wait_for_more(4)
        third = servers.add()
        kept.wait_for_more(4)

    assert kept.failures == []
    assert kept.unanswered > 0  # it was in the middle of something
    assert all(kept.asked[site] for site in (first, second, third))
    assert lost(kept, servers, servers.database) == []
    servers.database.rows("DELETE FROM wizard_stepanswers WHERE step = 'doelen'")
    assert len(lost(kept, servers, servers.database)) >= len(kept.reports)  # it does look


def test_servers_are_replaced_one_by_one_while_the_newer_code_has_migrated(servers: Servers) -> None:
    old = [servers.add(), servers.add()]

    with writing(servers) as kept:
        kept.wait_for_more(2)
        manage(servers.database, LATER, "setup")
        kept.wait_for_more(4)  # by old code alone, on the newer database
        for site in old:
            servers.add(LATER)
            kept.wait_for_more(2)  # by both
            servers.drain(site)
            assert site.stop() == 0
        kept.wait_for_more(2)

    assert kept.failures == []
    assert kept.unanswered == 0
    assert lost(kept, servers, servers.database) == []
    assert servers.database.rows("SELECT DISTINCT wish FROM wizard_consultation") == [("nieuw",)]
    late = servers.started()
    assert late.process is not None
    assert late.process.wait(PATIENCE) != 0  # old code does not begin again
    assert "nieuwere code (wizard.0003_wish)" in late.log.read_text()


def test_a_column_that_only_newer_code_can_fill_stops_who_begins_at_older_code(servers: Servers) -> None:
    """Why docs/operations.md asks for a default in the database."""
    site = servers.add()
    manage(servers.database, LATER, "setup", NEWER_MIGRATIONS="wizard_strict")

    with pytest.raises(AssertionError, match="500"):
        Writer(f"http://127.0.0.1:{site.port}", 1).finish("Keten")
