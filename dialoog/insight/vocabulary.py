"""The fixed lists of what is counted. Plain Python."""

from dialoog.catalogue.vocabulary import Vocabulary


class CountKind(Vocabulary):
    """What a count is of; its key says which one."""

    BEGUN = "begonnen", "Begonnen"
    COMPLETED = "afgerond", "Afgerond"
    PDF = "pdf", "Pdf gemaakt"
    GOAL = "doel", "Gekozen doel"
    """By slug of the goal, of runs that were completed on the day."""
    PLACE = "plaats", "Waar mensen stoppen"
    """By step, of runs that *began* on the day: where they stand by now. Adds up to BEGUN of that day."""
    USEFUL = "nuttig", "Was dit nuttig?"
    """By Opinion."""
    NOT_FOUND = "niet_gevonden", "Gezocht en niet gevonden"
    """By the words that were searched."""


class Place(Vocabulary):
    """Where a run can stand beside the steps of the content."""

    CHECK = "controle", "Antwoorden controleren"
    COMPLETED = "(afgerond)", "Afgerond"
    """No slug can look like this."""


class Opinion(Vocabulary):
    YES = "ja", "Ja"
    NO = "nee", "Nee"
