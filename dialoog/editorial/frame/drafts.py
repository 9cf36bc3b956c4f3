"""The draft: all content as staff have it now."""

from dataclasses import dataclass

from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.document import Document
from dialoog.catalogue.reader import read_catalogue
from dialoog.content.document.exporting import export_document
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.soundness import problems
from dialoog.content.releases.publishing import checksum


@dataclass(frozen=True)
class Draft:
    document: Document
    checksum: str

    def catalogue(self) -> Catalogue:
        """Raises ContentRefused."""
        ContentRefused.unless_none(problems(self.document))
        return read_catalogue(self.document)


def read_draft() -> Draft:
    """A constant number of queries."""
    document = export_document()
    return Draft(document, checksum(document))
