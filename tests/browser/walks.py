"""Walks along every kind of page that visitors meet, in the language of the visitor; each yields where it is."""

from collections.abc import Iterator

from tests.browser.visitor import Visitor

EVERYTHING = {"doelen": ["kennis", "toegang", "logistiek", "advies", "efficientie"], "hoofddoel": ["kennis"]}
ANSWERS = {
    **EVERYTHING,
    "kennisvraag": ["wetgeving"],
    "diepgang": ["snel"],
    "logistieke_taken": ["vervoer_verblijf"],
    "hulp_ter_plaatse": ["ngo"],
    "adviesvraag": ["stroef_gesprek"],
    "zelfde_gesprek": ["ja"],
    "bekende_partijen": ["branche"],
    "samenwerking": ["loopt_stroef"],
}
"""Every step of the questionnaire is asked."""
KNOWLEDGE = {
    "index": {},
    "goal": {"slug": "kennis"},
    "partner": {"slug": "lokale_ngo"},
    "example": {"slug": "pakistan_loon"},
    "general_tips": {},
    "tools": {},
    "questions": {},
    "terms": {},
    "search": {},
}
"""One page of each kind, and what its address asks for."""
FOUND, NOT_FOUND = "ngo", "xqzwv"
TOO_LONG = "field => { field.removeAttribute('maxlength'); field.value = 'x'.repeat(121) }"


def steps_with_and_without_errors(visitor: Visitor) -> Iterator[str]:
    visitor.begin()
    while visitor.step != "controle":
        yield visitor.step
        visitor.press("Volgende stap")
        yield f"{visitor.step} with an error"
        visitor.choose_all(**ANSWERS)
        visitor.press("Volgende stap")


def from_start_to_deletion(visitor: Visitor) -> Iterator[str]:
    """Of the steps only the last."""
    yield "home"
    for view in ("wizard:privacy", "wizard:accessibility"):
        visitor.open(view)
        yield view
    yield from _through_the_knowledge(visitor)
    visitor.open("wizard:home")
    visitor.page.goto(f"{visitor.page.url}bestaat-niet/")
    yield "nothing there"
    visitor.open("wizard:home")
    visitor.begin().walk_to("controle", **ANSWERS)
    yield "check"
    yield from _from_check_to_report(visitor)
    yield from _around_the_report(visitor)


def _through_the_knowledge(visitor: Visitor) -> Iterator[str]:
    for kind, asked in KNOWLEDGE.items():
        visitor.open(f"knowledge:{kind}", **asked)
        yield kind
    for words in (FOUND, NOT_FOUND):
        visitor.page.goto(f"{visitor.page.url.partition('?')[0]}?q={words}")
        yield f"search for {words}"


def _from_check_to_report(visitor: Visitor) -> Iterator[str]:
    title = visitor.page.get_by_label(visitor.said("Titel van het rapport"))
    title.evaluate(TOO_LONG)
    visitor.press("Toon mijn advies")
    yield "check with an error"
    title.fill("Titel met 漢字")
    visitor.press("Toon mijn advies")
    yield "check with a notice"
    title.fill("Titel")
    visitor.press("Bewaar en ga later verder")
    yield "later"
    visitor.follow("Ga nu verder met de vragen")
    visitor.press("Toon mijn advies")
    yield "report"


def _around_the_report(visitor: Visitor) -> Iterator[str]:
    page = visitor.page
    visitor.follow("Was dit advies nuttig?")
    yield "opinion"
    page.go_back()
    visitor.follow("Delen, wijzigen of verwijderen")
    yield "manage"
    visitor.press("Maak een nieuwe link; de oude link en de deelcode werken dan niet meer")
    yield "a new link"
    heading = visitor.said("Er is een nieuwe link. De oude werkt niet meer.")
    assert page.evaluate("document.activeElement.innerText").startswith(heading)
    visitor.press("Stop met delen; link, deelcode en QR-code werken dan niet meer")
    yield "no link"
    visitor.follow("Verwijder dit advies")
    yield "delete"
