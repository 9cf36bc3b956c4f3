"""What is measured in what order, how often, and what is asked of it. Without Django."""

from dataclasses import dataclass

PURGED = 100_000 // 90
"""Runs that end on one day, of a hundred thousand that are kept for ninety."""

FOR_VISITORS, FOR_STAFF = 1.2, 1.5
"""How many times longer something may take."""


@dataclass(frozen=True)
class Row:
    name: str
    goal: float = FOR_STAFF
    beside: str = "empty"
    """What it is compared with: a list that a new site has nothing in, with as many lines as it now shows."""
    rounds: int = 21
    times: int = 1
    """In each round; the median of them counts. More of what is over in a few milliseconds."""


ROWS = (
    Row("startpagina", FOR_VISITORS, times=7),
    Row("beginnen", FOR_VISITORS, times=7),
    Row("eerste stap", FOR_VISITORS, times=7),
    Row("eerste stap, versturen", FOR_VISITORS, times=7),
    Row("laatste stap", FOR_VISITORS, times=7),
    Row("laatste stap, versturen", FOR_VISITORS, times=7),
    Row("controleren", FOR_VISITORS, times=7),
    Row("afronden", FOR_VISITORS, rounds=11),
    Row("rapport van de maker", FOR_VISITORS, times=7),
    Row("rapport van een lezer", FOR_VISITORS, times=7),
    Row("beheren", FOR_VISITORS, times=7),
    Row("beginpagina beheer"),
    Row("geschiedenis van een regel", beside="page"),
    Row("lijst van uitgaven", beside="page"),
    Row("uitgaven in de lijst van de admin", beside="page"),
    Row("verschil tussen twee uitgaven"),
    Row("uitgave terugzetten"),
    Row("verwijderde inhoud", beside="page"),
    Row("publiceerpagina", rounds=3),
    Row("uitwisselen"),
    Row("inzicht", rounds=11),
    Row("inzicht als csv", rounds=11),
    Row("opmerkingen", beside="page"),
    Row("zoeken", rounds=11),
    Row("lijst van regels", rounds=11),
    Row("lijst van organisaties"),
    Row("lijst van partnertypes"),
    Row("formulier van een vraag", rounds=11),
    Row("formulier van een regel", rounds=11),
    Row("van een rapport naar zijn teksten", rounds=11),
    Row("een dag opruimen", rounds=5),
)
