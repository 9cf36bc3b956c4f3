"""A visitor who sees pages, not code: reads questions, chooses answers by their name, and presses buttons."""

from playwright.sync_api import Page, expect

from tests.builders import real_catalogue
from tests.journey import ANSWERS


class Visitor:
    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.complaints: list[str] = []

    @property
    def step(self) -> str:
        """The step in the address, or an empty text."""
        _, found, rest = self.page.url.partition("/stap/")
        return rest.partition("/")[0] if found else ""

    def begin(self) -> "Visitor":
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Begin met de vragen").first.click()
        return self

    def press(self, name: str) -> None:
        """Press a button that leads to another page, or back to this one."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=name, exact=True).click()

    def choose(self, question: str, *options: str) -> None:
        for option in options:
            self.page.locator(f'main input[name="{self.step}-{question}"][value="{option}"]').check()

    def choose_all(self, **changes: list[str]) -> None:
        """Answer every question of the present step, with ANSWERS or with `changes`."""
        answers = {**ANSWERS, **changes}
        for question in real_catalogue().steps[self.step].questions:
            if self.page.locator(f'main input[name="{self.step}-{question.slug}"]').count():
                self.choose(question.slug, *answers[question.slug])

    def walk_to(self, step: str, **changes: list[str]) -> "Visitor":
        for _ in range(30):
            if self.step == step:
                return self
            self.choose_all(**changes)
            self.press("Volgende stap")
        raise AssertionError(f"never reached {step}, stuck at {self.page.url}")

    def finish(self, **changes: list[str]) -> "Visitor":
        self.walk_to("controle", **changes).press("Toon mijn advies")
        expect(self.page.get_by_role("heading", name="Je advies in het kort")).to_be_visible()
        return self
