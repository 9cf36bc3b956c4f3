"""The fixed lists of the domain. Plain Python, so that the advice can use them without Django."""

from enum import Enum, IntEnum, StrEnum
from typing import Any, Self


class Labelled(Enum):
    """A fixed list whose members carry the Dutch label that people read."""

    label: str

    @classmethod
    def choices(cls) -> list[tuple[Any, str]]:
        """Pairs of value and label, as a Django field wants them."""
        return [(member.value, member.label) for member in cls]


class Vocabulary(Labelled, StrEnum):
    """A fixed list of words."""

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Basis(Vocabulary):
    """How firmly the source stands behind a line of advice."""

    ADVICE = "advies", "Het SER-document zegt dit"
    EXAMPLE = "voorbeeld", "Volgt uit een praktijkvoorbeeld"
    INFERRED = "afgeleid", "Dit leiden wij zelf af"
    OWN = "eigen", "Eigen toevoeging van deze gids"


class SheetForm(Vocabulary):
    """What the lines of an outline become in a document of its own."""

    LIST = "lijst", "Een lijst"
    AGREEMENT = "afspraken", "Afspraken: elk met ruimte om te schrijven, en een plek voor handtekeningen"
    QUESTIONS = "vragen", "Vragen: met een kolom voor het antwoord"
    TASKS = "taken", "Taken: met wie en wanneer, en de acties uit het advies"
    SCHEDULE = "momenten", "Stappen of momenten: met wie en wanneer"
    MAIL = "mail", "Een e-mail: de eerste regel is het onderwerp"


class Support(Vocabulary):
    """What somebody judged of a text, read beside the places in the source that it cites."""

    SUPPORTED = "gedekt", "Gedekt door de bron"
    PARTLY = "deels", "Deels gedekt"
    NOT = "niet", "Niet gedekt"
    OWN = "eigen", "Eigen tekst, en zo genoemd"


class Tier(Vocabulary):
    """When to turn to a partner type; later members come later."""

    FIRST = "eerst", "Eerst"
    NEXT = "daarna", "Daarna"
    LAST_RESORT = "laatste_keus", "Laatste keus"
    DISCOURAGED = "afgeraden", "Afgeraden"


RANKED_TIERS = (Tier.FIRST, Tier.NEXT)


class Mark(Vocabulary):
    """What stands with a partner type beside the mark of its tier."""

    BEGIN = "begin", "Begin hier"
    ALSO = "ook", "Kan ook"
    EQUAL = "even", "Past even goed"


class Hurdle(Vocabulary):
    """Why one does not begin with a partner type though its tier comes first, or not at once."""

    COOPERATION = "stroef", "Jullie samenwerking loopt stroef. Praat dat eerst uit."
    WEAK = "zwak", "Kan wel iets voor je hoofddoel doen, maar te weinig om mee te beginnen."
    OTHER_GOAL = "ander_doel", "Past bij een ander doel dan je hoofddoel."
    LESS = "minder", "Hier kun je ook beginnen, maar anderen passen beter."


class Moment(Vocabulary):
    """The part of the collaboration in which an action belongs, in order of time."""

    PREPARE = "voorbereiden", "Voorbereiden"
    APPROACH = "benaderen", "Benaderen"
    AGREE = "afspreken", "Afspreken"
    CARRY_OUT = "uitvoeren", "Uitvoeren"
    FOLLOW_UP = "opvolgen", "Opvolgen"


class Severity(Labelled, IntEnum):
    """What is at stake when a caution is not heeded; the gravest has the highest number."""

    heading: str
    """Stands in the report over the cautions of this severity."""

    def __new__(cls, value: int, label: str = "", heading: str = "") -> Self:
        member = int.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.heading = heading
        return member

    PRACTICAL = 1, "1 – praktisch", "Praktisch"
    QUALITY = 2, "2 – kwaliteit van de samenwerking", "Kan de samenwerking schaden"
    HARM = 3, "3 – schade aan mensen of vertrouwen", "Kan mensen of vertrouwen schaden"


class TipSet(Vocabulary):
    GENERAL = "algemeen", "Algemeen"
    COUNTRY = "productieland", "Partners in productielanden"


class QuestionKind(Vocabulary):
    SINGLE = "single", "Eén antwoord"
    MULTI = "multi", "Meer antwoorden"


class Operator(Vocabulary):
    ANY_OF = "is_een_van", "is een van"
    NONE_OF = "is_geen_van", "is geen van"
    AT_LEAST = "minstens", "heeft minstens zoveel antwoorden"


class Outcome(Vocabulary):
    """What a rule can look at once the partner types are ranked."""

    NOBODY_TO_BEGIN_WITH = "niemand_om_te_beginnen", "er is niemand om mee te beginnen"
    CAN_BEGIN_WITH = "beginnen_met", "je kunt beginnen met"
    LISTED = "staat_in_advies", "in het advies staat"
    KNOWN = "is_bekend", "je kent al"


class PartnerKind(Vocabulary):
    ORGANISATION = "organisatie", "Organisatie"
    ROLE = "rol", "Rol"


class Familiarity(Vocabulary):
    """Whether a visitor can already know a partner type."""

    BY_ANSWER = "via_antwoord", "Bekend als een antwoord is gekozen"
    FOR_HIRE = "in_te_huren", "Bekend als een antwoord is gekozen; in te huren zonder elkaar te kennen"
    NEVER = "nooit", "Nooit vooraf bekend"
    IRRELEVANT = "telt_niet", "Maakt niet uit"
