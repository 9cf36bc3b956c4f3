"""The words around an answer of somebody else: not `you` answered, but who it was."""

from django.utils.translation import gettext as _

from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.labels import NOT, key_of
from dialoog.catalogue.vocabulary import Hurdle, Outcome
from dialoog.catalogue.words import Words


class WordsAbout(Words):
    """Those of a release, save the few that call the reader who answered, or whose advice it is."""

    def __init__(self, catalogue: Catalogue, name: str) -> None:
        super().__init__(catalogue.page_texts)
        self.about = {
            "because": _("Omdat %s antwoordde:") % name,
            "and_because": _("en omdat %s antwoordde:") % name,
            "because_not": _("Omdat %s bij") % name,
            "and_because_not": _("en omdat %s bij") % name,
            "not_chosen": _("niet koos voor:"),
            "known": _("Bekend bij %s") % name,
            key_of(Outcome.CAN_BEGIN_WITH): _("%s kan beginnen met:") % name,
            key_of(Outcome.CAN_BEGIN_WITH) + NOT: _("%s nu niet kan beginnen met:") % name,
            key_of(Outcome.LISTED): _("in het advies van %s staat:") % name,
            key_of(Outcome.LISTED) + NOT: _("in het advies van %s niet staat:") % name,
            key_of(Outcome.KNOWN): _("%s al kent:") % name,
            key_of(Outcome.KNOWN) + NOT: _("%s nog niet kent:") % name,
            key_of(Hurdle.COOPERATION): _("De samenwerking loopt stroef. Praat dat eerst uit."),
            key_of(Hurdle.WEAK): _("Kan wel iets doen voor het hoofddoel, maar te weinig om mee te beginnen."),
            key_of(Hurdle.OTHER_GOAL): _("Past bij een ander doel dan het hoofddoel."),
        }

    def __getitem__(self, key: str) -> str:
        return self.about.get(key) or super().__getitem__(key)
