"""The words around an answer of somebody else: not `you` answered, but who it was."""

from django.utils.translation import gettext as _

from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.words import Words


class WordsAbout(Words):
    """Those of a release, save the few that call the reader who answered."""

    def __init__(self, catalogue: Catalogue, name: str) -> None:
        super().__init__(catalogue.page_texts)
        self._about = {
            "because": _("Omdat %s antwoordde:") % name,
            "and_because": _("en omdat %s antwoordde:") % name,
            "because_not": _("Omdat %s bij") % name,
            "and_because_not": _("en omdat %s bij") % name,
            "not_chosen": _("niet koos voor:"),
        }

    def __getitem__(self, key: str) -> str:
        return self._about.get(key) or super().__getitem__(key)
