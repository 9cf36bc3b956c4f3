"""Who saved a record since a form was opened, and what each of them changed."""

from itertools import pairwise
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from dialoog.content.admin.merging.three_ways import MAIN, Place
from dialoog.content.models.versions import Version
from dialoog.staff.frame.people import name_of


class Colleagues:
    """The versions since then, newest first, and the one before them to compare with."""

    def __init__(self, instance: models.Model, since: int, reader: Any) -> None:
        versions = list(Version.objects.of(instance).select_related("author"))
        newer = [version for version in versions if version.pk > since]
        self.versions = versions[: len(newer) + 1]
        self.newer = newer
        self.reader = reader

    def all(self) -> str:
        """Everybody who saved meanwhile, in the order of the day."""
        said = dict.fromkeys(self.said(version) for version in reversed(self.newer))
        return _(" en ").join(said) or self.nobody()

    def at(self, place: Place) -> str:
        """Who last changed this, and when: `Els de Vries om 14:03`."""
        name = place.field if place.part == MAIN else place.part
        for newer, older in pairwise(self.versions):
            if (newer.record or {}).get(name) != (older.record or {}).get(name):
                return self.said(newer)
        return self.said(self.newer[0]) if self.newer else self.nobody()

    def said(self, version: Version) -> str:
        return f"{self.who(version)} {moment(version)}"

    def who(self, version: Version) -> str:
        if version.author is None:
            return _("het systeem")
        return _("jijzelf") if version.author == self.reader else name_of(version.author)

    def nobody(self) -> str:
        """A script saved it, or nobody can tell since when."""
        return _("een ander")


def moment(version: Version) -> str:
    made = localtime(version.made_at)
    day = "" if made.date() == localdate() else _("op %s ") % date_format(made, "j F Y")
    return day + _("om %s") % date_format(made, "H:i")
