"""What a check finds: an error, which stops publishing, or a warning, which does not."""

from dataclasses import dataclass

from dialoog.catalogue.document import Key
from dialoog.catalogue.vocabulary import Vocabulary
from dialoog.editorial.trials.violations import Invariant


class Level(Vocabulary):
    ERROR = "fout", "Fout"
    WARNING = "waarschuwing", "Waarschuwing"


class FindingKind(Vocabulary):
    """What kind of thing is wrong; the label is the heading under which the findings stand."""

    UNSOUND = "ondeugdelijk", "Inhoud die niet klopt"
    NEVER_FIRES = "regel_nooit", "Regels die nooit kunnen gelden"
    NEVER_CHOSEN = "optie_nooit", "Antwoorden die niemand kan kiezen"
    TOO_LONG = "te_lang", "Teksten die niet op hun plek passen"
    BAD_LINK = "dode_link", "Links die nergens heen leiden"
    NOT_SHOWN = "niet_getoond", "Tekens die niet in de pdf komen"
    BROKEN_CASE = "geval", "Referentiegevallen die niet meer kloppen"
    CONTRADICTION = Invariant.CONTRADICTION.value, Invariant.CONTRADICTION.label
    START = Invariant.START.value, Invariant.START.label
    NO_START = Invariant.NO_START.value, Invariant.NO_START.label
    KNOWN = Invariant.KNOWN.value, Invariant.KNOWN.label
    ORDER = Invariant.ORDER.value, Invariant.ORDER.label
    REASON = Invariant.REASON.value, Invariant.REASON.label
    PLACE = Invariant.PLACE.value, Invariant.PLACE.label
    IDLE_RULE = "regel_zonder_gevolg", "Regels die geen advies veranderen"
    IDLE_OPTION = "optie_zonder_gevolg", "Antwoorden die geen advies veranderen"
    UNREACHABLE = "onbereikbaar", "Inhoud die in geen enkel advies komt"
    FEW_PARTNERS = "weinig_partners", "Antwoorden met minder dan drie partnertypes"
    UNUSED_FACT = "feit_ongebruikt", "Bronverwijzingen die nergens bij staan"
    NO_ADDRESS = "geen_webadres", "Lege webadressen"
    UNCONFIRMED_ADDRESS = "webadres_onbevestigd", "Webadressen die zijn opgezocht en nog niet bevestigd"
    UNTIDY = "onzichtbaar", "Teksten met tekens die met plakken meekwamen"
    NO_LABEL = "zonder_opschrift", "Opschriften die ontbreken of leeg zijn"
    SAME_LABEL = "zelfde_opschrift", "Opschriften die hetzelfde zeggen"
    HARD_TO_READ = "moeilijk", "Teksten boven niveau B1"
    UNCONFIRMED = "onbevestigd", "Afgeleide regels die nog niemand heeft bevestigd"
    OTHER_CHAPTER = "ander_hoofdstuk", "Teksten met bronnen van een hoofdstuk dat niet past"
    NOT_SUPPORTED = "niet_gedekt", "Teksten die de bron niet dekt"
    CHANGED_SINCE = "na_oordeel_veranderd", "Teksten die na hun oordeel zijn veranderd"
    UNJUDGED = "zonder_oordeel", "Teksten waarover nog niemand heeft geoordeeld"
    VERDICT_ON_NOTHING = "oordeel_over_niets", "Oordelen over teksten die er niet meer zijn"
    STALE_TRANSLATION = "vertaling_verouderd", "Vertalingen van Nederlands dat intussen anders is"
    UNTRANSLATED = "zonder_vertaling", "Teksten zonder vertaling"

    @property
    def level(self) -> Level:
        return Level.ERROR if self in ERRORS else Level.WARNING


ERRORS = frozenset(
    {
        FindingKind.UNSOUND,
        FindingKind.NEVER_FIRES,
        FindingKind.NEVER_CHOSEN,
        FindingKind.TOO_LONG,
        FindingKind.BAD_LINK,
        FindingKind.NOT_SHOWN,
        FindingKind.BROKEN_CASE,
        FindingKind.CONTRADICTION,
    }
)


@dataclass(frozen=True)
class Finding:
    kind: FindingKind
    sentence: str
    key: Key | None = None
    """The record that it is about, if it is about one."""
    answers: str = ""
    """Answers that show it, as an address has them."""
    work_list: str = ""
    """Address of a page that lists what it counts."""

    @property
    def level(self) -> Level:
        return self.kind.level
