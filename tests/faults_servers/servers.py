"""Servers of one site, each as if on a machine of its own, and what sends visitors to them."""

import http.client
import random
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

from benchmarks.web.visitor import Request
from tests.deploy.databases import OwnDatabase, environment
from tests.deploy.writers import Writer
from tests.worker.site import PATIENCE, ROOT, Site

SECRET = "geheim-" * 10
TODAY, LATER = "tests.settings", "tests.faults_servers.newer.settings"


class Servers:
    """What stands before them: it knows which are in use, and how many requests are under way to each."""

    def __init__(self, database: OwnDatabase) -> None:
        self.database = database
        self.in_use: list[Site] = []
        self.killed: set[Site] = set()
        self._under_way: Counter[Site] = Counter()
        self._changed = threading.Condition()
        self._sites: list[Site] = []

    def add(self, settings: str = TODAY, **more: str) -> Site:
        """A server that is started, and in use as soon as it answers."""
        site = self.started(settings, **more).await_start()
        with self._changed:
            self.in_use.append(site)
        return site

    def started(self, settings: str = TODAY, **more: str) -> Site:
        site = Site(Path(tempfile.mkdtemp(prefix="dl-")))  # a socket has to fit in
        self._sites.append(site)
        own = {"DATABASE_URL": self.database.url, "DIALOOG_SECRET_KEY": SECRET, "DJANGO_SETTINGS_MODULE": settings}
        return site.start(**own, **more)

    def drain(self, site: Site) -> None:
        """Nobody is sent there any more; returns when all who were there have their answer."""
        with self._changed:
            self.in_use.remove(site)
            assert self._changed.wait_for(lambda: not self._under_way[site], PATIENCE)

    def kill(self, site: Site) -> None:
        """All its processes, in the middle of something, so that a visitor finds out; then no other is sent there."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._under_way[site], PATIENCE)
            self.killed.add(site)
        site.kill_all()
        with self._changed:
            assert self._changed.wait_for(lambda: site not in self.in_use, PATIENCE)

    def found_dead(self, site: Site) -> None:
        with self._changed:
            if site in self.in_use:
                self.in_use.remove(site)
            self._changed.notify_all()

    def take(self) -> Site:
        with self._changed:
            site = random.choice(self.in_use)
            self._under_way[site] += 1
            self._changed.notify_all()
        return site

    def give_back(self, site: Site) -> None:
        with self._changed:
            self._under_way[site] -= 1
            self._changed.notify_all()

    def end(self) -> None:
        for site in self._sites:
            if site.process is not None and site.process.poll() is None:
                site.kill_all()
            shutil.rmtree(site.folder, ignore_errors=True)


class Hopping(Writer):
    """At another server with each request, as a balancer without a memory does it.

    A request that a killed server left without an answer is sent again, as somebody does who presses the button once
    more. Any other failure counts.
    """

    def __init__(self, servers: Servers, seed: int) -> None:
        super().__init__("", seed)
        self.servers = servers
        self.asked: Counter[Site] = Counter()
        self.unanswered = 0

    def _exchange(self, sent: Request) -> tuple[http.client.HTTPResponse, bytes]:
        while True:
            site = self.servers.take()
            self.address = f"http://127.0.0.1:{site.port}"
            try:
                answered = super()._exchange(sent)
            except (OSError, http.client.HTTPException):
                if site not in self.servers.killed:
                    raise
                self.unanswered += 1
                self.servers.found_dead(site)
            else:
                self.asked[site] += 1
                return answered
            finally:
                self.servers.give_back(site)


def manage(database: OwnDatabase, settings: str, *words: str, **more: str) -> None:
    """A command of that code on the database, as an upgrade gives it."""
    environ = {**environment(database), "DIALOOG_SECRET_KEY": SECRET, "DJANGO_SETTINGS_MODULE": settings, **more}
    command = [sys.executable, "-m", "django", *words]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
