"""The forms that one report takes."""

from dialoog.catalogue.vocabulary import Vocabulary
from dialoog.languages import addresses


class Edition(Vocabulary):
    PAGE = "pagina", "Pagina"
    ADVICE = "advies", "Advies"
    DOSSIER = "dossier", "Dossier"

    @property
    def is_complete(self) -> bool:
        """It says of each line where that comes from, and has all that stands behind a fold on the page."""
        return self is not Edition.ADVICE

    @property
    def is_paged(self) -> bool:
        return self is not Edition.PAGE


PDFS = (Edition.ADVICE, Edition.DOSSIER)
WITH_REMARKS = (Edition.PAGE, Edition.DOSSIER)

ADDRESSES = {Edition.ADVICE: addresses.ADVICE, Edition.DOSSIER: addresses.DOSSIER}
"""What each PDF is called in an address, and as a file."""
