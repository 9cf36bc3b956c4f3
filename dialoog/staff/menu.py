"""What staff can do beside editing, in the order in which they do it. Shown on the admin's first page."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse


@dataclass(frozen=True)
class Task:
    name: Any
    about: Any
    url_name: str
    permission: str

    @property
    def url(self) -> str:
        return reverse(self.url_name)


TASKS: tuple[Task, ...] = ()
"""Filled below as pages come; a task is shown to whoever has its permission."""


def tasks_of(user: Any) -> list[Task]:
    return [task for task in TASKS if user.has_perm(task.permission)]
