"""The labels that editors can change: each with its place, and what it says as long as nobody changes it.

Other short words of the site, like those on buttons, are translations. The keys of a member of a fixed list are made of
that list and the member, see `Words.of`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from dialoog.catalogue.vocabulary import Basis, Hurdle, Mark, Moment, Severity, Tier

MARK, PHRASE, HEADING, SENTENCE = 24, 48, 60, 120
"""Most characters that the layout has room for: in a small mark, in a line, in a heading, in a sentence."""

NOT = "_niet"
"""Behind the key of what came out, for where it did not."""


@dataclass(frozen=True, slots=True)
class Label:
    slug: str
    """Of the page text that holds it. Begins with the page that it is on."""
    group: str
    """Where it stands, in the words of editors; shared by those that stand together."""
    about: str
    """What it says, which tells it from the others of its group."""
    default: str
    limit: int

    @property
    def place(self) -> str:
        return f"{self.group}: {self.about}"

    @property
    def key(self) -> str:
        """As templates name it."""
        return self.slug.partition("_word_")[2]


def key_of(member: Enum) -> str:
    """`mark_begin`, `severity_3`."""
    return f"{type(member).__name__.lower()}_{member.value}"


def _group(page: str, group: str, limit: int, *rows: tuple[str, str, str]) -> list[Label]:
    return [Label(f"{page}_word_{key}", group, about, default, limit) for key, about, default in rows]


def _members(limit: int, group: str, *rows: tuple[Mark | Tier | Moment | Hurdle | Basis, str]) -> Iterator[Label]:
    for member, about in rows:
        yield Label(f"report_word_{key_of(member)}", group, about, member.label, limit)


def _severities(group: str) -> Iterator[Label]:
    for member in sorted(Severity, reverse=True):
        about = f"kop boven aandachtspunten van zwaarte {member.value}"
        yield Label(f"report_word_{key_of(member)}", group, about, member.heading, HEADING)


_TOP = "Advies, bovenaan"
_MARKS = "Advies, merkje bij een partner"
_PARTNERS = "Advies, bij partners"
_LATER = "Advies, waarom je niet met een partner begint"
_STEPS = "Advies, bij de stappen"
_CAUTIONS = "Advies, bij de aandachtspunten"
_MORE = "Advies, bij ‘Meer om je te helpen’"
_NOTES = "Advies, tussen haakjes achter een regel"
_BASIS = "Advies, achter ‘Waarom?’ en ‘Bron’"
_BECAUSE = "Advies, welke antwoorden het advies geven"
_STEP = "Vragen, bij een stap"

LABELS: tuple[Label, ...] = tuple(
    chain(
        _group(
            *("report", _TOP, HEADING),
            ("do_first", "kop boven de eerste stappen", "Doe dit eerst"),
            ("take_care", "kop boven het belangrijkste aandachtspunt", "Let vooral hierop"),
            ("ways", "kop boven wie de weg wijst; staat ook bij de partners", "Wie wijst je de weg?"),
            ("more_time", "zin vóór de partners bij meer tijd", "Maak je meer tijd? Dan kun je beginnen met:"),
        ),
        _members(
            *(MARK, _MARKS),
            (Mark.BEGIN, "je begint met die partner; ook de kop bovenaan"),
            (Mark.ALSO, "je kunt ook met die partner beginnen"),
            (Mark.EQUAL, "die partner deelt een plaats met een ander"),
        ),
        _group("report", _MARKS, MARK, ("known", "je kent die partner al", "Ken je al")),
        _members(
            *(MARK, _MARKS),
            (Tier.NEXT, "die partner komt daarna"),
            (Tier.LAST_RESORT, "die partner komt pas als het niet anders kan"),
            (Tier.DISCOURAGED, "het advies raadt die partner af"),
        ),
        _group(
            *("report", _PARTNERS, HEADING),
            ("shared", "kop boven redenen die partners delen", "Wat voor meer partners geldt"),
            ("more_shared", "uitklapknop voor meer van die redenen", "Meer redenen die voor meer partners gelden"),
            ("others", "kop boven de partners in het kort", "Andere partners"),
        ),
        _group(
            *("report", _PARTNERS, MARK),
            ("offers", "kopje bij wat die biedt", "Biedt"),
            ("watch_out", "kopje bij waar je op let", "Let op"),
            ("asks", "kopje bij wat die terugvraagt", "Vraagt terug"),
            ("find", "kopje bij hoe je die vindt", "Zo vind je die"),
        ),
        _members(
            *(SENTENCE, _LATER),
            (Hurdle.COOPERATION, "de samenwerking loopt stroef"),
            (Hurdle.WEAK, "te weinig punten voor het hoofddoel"),
            (Hurdle.OTHER_GOAL, "punten voor een ander doel"),
            (Hurdle.LESS, "anderen passen beter"),
        ),
        _members(HEADING, _STEPS, *((moment, f"kop boven stappen van ‘{moment.value}’") for moment in Moment)),
        _group("report", _STEPS, HEADING, ("more_steps", "uitklapknop", "Meer stappen die je kunt zetten")),
        _severities(_CAUTIONS),
        _group(
            *("report", _MORE, HEADING),
            ("theory", "kop boven de uitleg bij een doel", "Waar gaat het om?"),
            ("what_to_do", "kop boven wat je bij een doel kunt doen", "Wat kun je doen?"),
            ("other_tips", "kop boven tips zonder nadruk", "De andere tips"),
            ("country_tips", "kop boven tips voor verre partners", "Tips voor partners in productielanden"),
            ("organisations", "kop boven de organisaties", "Organisaties die het document noemt"),
        ),
        _group(
            *("report", _NOTES, MARK),
            ("note_example", "volgt uit een praktijkvoorbeeld", "praktijkvoorbeeld"),
            ("note_inferred", "wij leiden het zelf af", "onze afleiding"),
            ("note_own", "wij voegen het toe", "onze toevoeging"),
        ),
        _group(
            *("report", _BASIS, MARK),
            ("why", "uitklapknop als er antwoorden achter zitten", "Waarom?"),
            ("source", "uitklapknop als er alleen een bron is", "Bron"),
        ),
        _members(
            *(PHRASE, _BASIS),
            (Basis.ADVICE, "het document zegt het"),
            (Basis.EXAMPLE, "volgt uit een voorbeeld in het document"),
            (Basis.INFERRED, "wij leiden het af uit het document"),
            (Basis.OWN, "wij zeggen het zelf"),
        ),
        _group(
            *("report", _BECAUSE, PHRASE),
            ("because", "vóór je antwoord", "Omdat je antwoordde:"),
            ("and_because", "vóór nog een antwoord", "en omdat je antwoordde:"),
            ("because_not", "vóór een vraag met iets wat je niet koos", "Omdat je bij"),
            ("and_because_not", "vóór nog zo’n vraag", "en omdat je bij"),
            ("not_chosen", "tussen die vraag en wat je niet koos", "niet koos voor:"),
            ("known_because", "achter ‘Ken je al’", "want je antwoordde:"),
            ("so_because", "vóór wat er uit je antwoorden komt", "Omdat"),
            ("so_also_because", "hetzelfde, na een antwoord", "Ook omdat"),
            ("outcome_niemand_om_te_beginnen", "er is niemand", "er nu niemand is om mee te beginnen"),
            ("outcome_beginnen_met", "vóór met wie je kunt beginnen", "je kunt beginnen met:"),
            ("outcome_beginnen_met_niet", "vóór met wie je niet kunt beginnen", "je nu niet kunt beginnen met:"),
            ("outcome_staat_in_advies", "vóór wie in het advies staat", "in je advies staat:"),
            ("outcome_staat_in_advies_niet", "vóór wie niet in het advies staat", "in je advies niet staat:"),
            ("outcome_is_bekend", "vóór wie je kent", "je al kent:"),
            ("outcome_is_bekend_niet", "vóór wie je niet kent", "je nog niet kent:"),
            ("first_with", "vóór de partner die eerst komt, zonder eigen reden", "Werk eerst samen met:"),
        ),
        _group(
            *("wizard", _STEP, HEADING),
            ("all_needed", "boven de eerste vraag", "Elke vraag heeft een antwoord nodig."),
            ("why_asked", "uitklapknop bij een vraag", "Waarom vragen we dit?"),
            ("or", "vóór een antwoord dat niet samengaat met andere", "of"),
        ),
    )
)
"""In the order of reading, and of the list in the admin."""

LABEL_OF_SLUG = {label.slug: label for label in LABELS}
