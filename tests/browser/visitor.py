"""A visitor who sees pages, not code: reads questions, chooses answers by their name, and presses buttons."""

import re

from django.urls import reverse
from django.utils.translation import gettext, override
from playwright.sync_api import Page, expect

from dialoog.languages.catalogues import SOURCE_LANGUAGE
from tests.builders import real_catalogue
from tests.journey import ANSWERS


class Visitor:
    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.language = SOURCE_LANGUAGE
        self.complaints: list[str] = []

    def speaking(self, language: str) -> "Visitor":
        """On the start page in a language; what is named from here on is looked for in it."""
        self.language = language
        self.open("wizard:home")
        return self

    def said(self, words: str) -> str:
        """What the site says to this visitor instead of its own Dutch words."""
        with override(self.language):
            return gettext(words)

    def open(self, view: str, **asked: str) -> None:
        with override(self.language):
            self.page.goto(self.site + reverse(view, kwargs=asked))

    @property
    def step(self) -> str:
        """The step in the address, or an empty text."""
        found = re.search(r"/(?:stap|step)/([^/]+)", self.page.url)
        return found[1] if found else ""

    def begin(self) -> "Visitor":
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=self.said("Begin met de vragen")).first.click()
        return self

    def press(self, name: str) -> None:
        """Press a button that leads to another page, or back to this one."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=self.said(name), exact=True).click()

    def follow(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=self.said(name), exact=True).click()

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
        expect(self.page.locator("#in-het-kort").get_by_role("heading", level=2).first).to_be_visible()
        return self
