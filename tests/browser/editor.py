"""Somebody of the SER's editors, who sees pages and not code: searches, fills in, and presses buttons."""

from django.contrib.auth.models import Group, User
from playwright.sync_api import Locator, Page, expect

PASSWORD = "een-lang-wachtwoord"
PATIENCE = 30_000
"""Milliseconds; the checks take some seconds, and more on a busy machine."""


def make_account(username: str, role: str) -> None:
    user = User.objects.create_user(username, is_staff=True, password=PASSWORD)
    user.groups.add(Group.objects.get(name=role))


class Editor:
    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.complaints: list[str] = []
        """What the browser's console objects to; a breach of the Content-Security-Policy stands there too."""
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def log_in(self, username: str) -> "Editor":
        self.page.goto(f"{self.site}/beheer/")
        self.page.get_by_label("Gebruikersnaam").fill(username)
        self.page.get_by_label("Wachtwoord").fill(PASSWORD)
        self.page.get_by_role("button", name="Aanmelden").click()
        expect(self.page.get_by_role("heading", name="Wat wil je doen?")).to_be_visible()
        return self

    def go_to_task(self, name: str) -> None:
        self.page.goto(f"{self.site}/beheer/")
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=name, exact=True).first.click()

    def open_record(self, kind: str, search: str, name: str) -> None:
        """From the list of one kind, by searching."""
        self.page.goto(f"{self.site}/beheer/")
        self.page.locator("main").get_by_role("link", name=kind, exact=True).click()
        self.page.locator("#searchbar").fill(search)
        with self.page.expect_navigation():
            self.page.locator("#searchbar").press("Enter")
        with self.page.expect_navigation():
            self.page.locator("#result_list").get_by_role("link", name=name).first.click()

    def add_record(self, kind: str) -> None:
        self.page.goto(f"{self.site}/beheer/")
        row = self.page.locator("main tr", has=self.page.get_by_role("link", name=kind, exact=True))
        with self.page.expect_navigation():
            row.get_by_role("link", name="Toevoegen").click()

    def add_row(self, group: str) -> Locator:
        """An empty row in a part of the page, such as `conditions`."""
        rows = self.page.locator(f"#{group}-group .inline-related:not(.empty-form)")
        number = rows.count()
        self.page.locator(f"#{group}-group .add-row a").click()
        expect(rows).to_have_count(number + 1)
        return rows.last

    def pick(self, row: Locator, field: str, search: str, name: str) -> None:
        """Choose one in a field with a search box."""
        row.get_by_role("combobox", name=field).click()
        self.page.get_by_role("searchbox", name=field).last.fill(search)
        self.page.get_by_role("option", name=name).first.click()

    def pick_more(self, row: Locator, field: str, search: str, name: str) -> None:
        """Add one to a field that takes several."""
        row.get_by_role("searchbox", name=field).fill(search)
        self.page.get_by_role("option", name=name).first.click()

    def choose_condition(self, row: Locator, question: str, answer: str) -> None:
        """The answers on offer follow the question."""
        row.get_by_label("Vraag").select_option(question)
        row.get_by_label(answer).check()

    def save(self) -> None:
        self.page.get_by_role("button", name="Opslaan", exact=True).first.click()
        expect(self.page.locator(".messagelist .success")).to_be_visible()

    def says(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text, timeout=PATIENCE)
