"""What holds for every advice, and what is said where it does not."""

from dataclasses import dataclass

from dialoog.catalogue.document import Key
from dialoog.catalogue.vocabulary import Vocabulary


class Invariant(Vocabulary):
    """The label is the heading under which editors read what breaks it."""

    CONTRADICTION = "tegenspraak", "Advies dat zichzelf tegenspreekt"
    START = "begin", "Advies dat met de verkeerde begint"
    NO_START = "geen_begin", "Advies dat niet zegt met wie te beginnen"
    KNOWN = "bekend", "Partijen die ten onrechte als bekend gelden"
    ORDER = "volgorde", "Volgorde die een volgorderegel breekt"
    REASON = "onderbouwing", "Regels die hun eigen onderbouwing herhalen"
    PLACE = "plaats", "Gedeelde plaatsen die niet kloppen"


@dataclass(frozen=True, slots=True)
class Violation:
    """One invariant that one cause breaks."""

    invariant: Invariant
    sentence: str
    """Names the cause alone, and nothing of the answers: two with one sentence are the same to mend."""
    key: Key | None = None
    """The record to mend, if it is one record."""
