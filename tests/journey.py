"""Walking through the wizard with Django's test client, the way a browser does: every POST is a whole form."""

from typing import Any

from django.test import Client
from django.urls import resolve

from tests.answers import ANSWERS
from tests.builders import real_catalogue

PREFIX = "guide_wizard"


class Journey:
    """One run, from the start page on; `url` is where the visitor is."""

    def __init__(self, client: Client, begin: str = "/begin/") -> None:
        self.client = client
        self.url = client.post(begin).url

    @property
    def token(self) -> str:
        return str(resolve(self.path).kwargs["token"])

    @property
    def path(self) -> str:
        return self.url.partition("?")[0]

    @property
    def shared(self) -> str:
        """Where readers are, of a run that is finished."""
        url: str = self.client.get(f"/advies/{self.token}/beheren/").context["share_url"]
        return url.removeprefix("http://testserver")

    @property
    def step(self) -> str:
        return str(resolve(self.path).kwargs.get("step", ""))

    def at(self, step: str) -> str:
        return f"/advies/{self.token}/stap/{step}/"

    def form(self, step: str, answers: dict[str, Any], button: str = "volgende") -> dict[str, Any]:
        values = {f"{step}-{name}": value for name, value in answers.items()}
        return {f"{PREFIX}-current_step": step, "knop": button, **values}

    def send(self, answers: dict[str, Any], button: str = "volgende") -> Any:
        """Post a form of the present step, which is never answered with a page; follow one redirect by address."""
        response = self.client.post(self.url, self.form(self.step, answers, button) | self.seen(button))
        assert response.status_code != 200
        if response.status_code == 302:
            self.url = response.url
        return response

    def seen(self, button: str = "toon") -> dict[str, str]:
        """What the check page says that it shows, which its form sends along."""
        context = self.client.get(self.url).context if button == "toon" else None
        return {"gezien": context["seen"]} if context else {}

    def refused(self, answers: dict[str, Any], button: str = "volgende") -> Any:
        """The page that judges what was sent, after the redirect."""
        self.send(answers, button)
        assert "fout" in self.url.partition("?")[2]
        return self.client.get(self.url)

    def answer_step(self, **changes: list[str]) -> Any:
        """Answer the questions of the present step with ANSWERS, or with `changes`."""
        answers = {**ANSWERS, **changes}
        questions = real_catalogue().steps[self.step].questions
        return self.send({q.slug: answers[q.slug] for q in questions if q.slug in answers})

    def walk_to(self, step: str, **changes: list[str]) -> "Journey":
        for _ in range(30):
            if self.step == step:
                return self
            self.answer_step(**changes)
        raise AssertionError(f"never reached {step}, stuck at {self.url}")

    def finish(self, **cover: str) -> "Journey":
        """From the check page to the report; once more for who is told first what the PDF cannot show."""
        self.walk_to("controle").send(cover, "toon")
        if self.step == "controle":
            self.send(cover, "toon")
        return self
