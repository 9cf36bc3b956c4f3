"""The words that addresses of visitors are made of. A language that names one otherwise does so in its catalogue."""

from django.utils.functional import lazy
from django.utils.translation import pgettext_lazy

from dialoog.languages.active import in_source_language
from dialoog.languages.catalogues import SOUND

ACCESSIBILITY = pgettext_lazy("address", "toegankelijkheid")
ACTION = pgettext_lazy("address", "actie")
ADVICE = pgettext_lazy("address", "advies")
AGAIN = pgettext_lazy("address", "opnieuw")
BEGIN = pgettext_lazy("address", "begin")
CHANGED = pgettext_lazy("address", "veranderd")
COMPARE = pgettext_lazy("address", "vergelijken")
DELETE = pgettext_lazy("address", "verwijderen")
DELETED = pgettext_lazy("address", "verwijderd")
DOSSIER = pgettext_lazy("address", "dossier")
EXAMPLES = pgettext_lazy("address", "voorbeelden")
GOALS = pgettext_lazy("address", "doelen")
HAND_OVER = pgettext_lazy("address", "overdragen")
INVITATION = pgettext_lazy("address", "uitnodiging")
KNOWLEDGE = pgettext_lazy("address", "kennis")
LATER = pgettext_lazy("address", "later")
MANAGE = pgettext_lazy("address", "beheren")
NEWS = pgettext_lazy("address", "nieuws")
OPEN = pgettext_lazy("address", "openen")
ORGANISATIONS = pgettext_lazy("address", "organisaties")
OWN = pgettext_lazy("address", "eigen")
PARTNERS = pgettext_lazy("address", "partners")
PLAN = pgettext_lazy("address", "plan")
PRIVACY = pgettext_lazy("address", "privacy")
PRODUCTION_COUNTRIES = pgettext_lazy("address", "productielanden")
QUESTIONS = pgettext_lazy("address", "vragen")
REMARKS = pgettext_lazy("address", "opmerkingen")
REPORT = pgettext_lazy("address", "rapport")
SEARCH = pgettext_lazy("address", "zoeken")
SECOND_OPINION = pgettext_lazy("address", "tweede-mening")
SHARE_LINK = pgettext_lazy("address", "deellink")
STEP = pgettext_lazy("address", "stap")
STOP = pgettext_lazy("address", "stop")
TERMS = pgettext_lazy("address", "begrippen")
TIPS = pgettext_lazy("address", "tips")
TOOLS = pgettext_lazy("address", "hulpmiddelen")
USEFUL = pgettext_lazy("address", "nuttig")
VARIANT = pgettext_lazy("address", "variant")
WAIT = pgettext_lazy("address", "wacht")
WORKSHEETS = pgettext_lazy("address", "werkdocumenten")

OF_OWNER, OF_READER = (ADVICE, "<str:token>"), (REPORT, "<str:share>")
"""What every address of a run begins with, for its owner and for readers."""


def word_of(part: object) -> str:
    """A part of an address in the active language; a translation that no address can have is none."""
    said = str(part)
    if SOUND.fullmatch(said):
        return said
    with in_source_language():
        return str(part)


def _route(*parts: object, end: str = "/") -> str:
    return "/".join(part if type(part) is str else word_of(part) for part in parts) + end


route = lazy(_route, str)
"""For `path()`: words from above, and what is the same in every language, as `<str:token>`."""
