"""Walking through the site in English."""

import re

from django.test import Client

from tests.journey import Journey


class EnglishJourney(Journey):
    def __init__(self, client: Client) -> None:
        super().__init__(client, "/en/begin/")

    @property
    def token(self) -> str:
        return self.path.split("/")[3]

    @property
    def step(self) -> str:
        found = re.fullmatch(r"/en/advice/[^/]+/step/([^/]+)/", self.path)
        return found[1] if found else ""


def text_of(url: str, client: Client | None = None) -> str:
    """Without what is new in each answer."""
    response = (client or Client()).get(url)
    assert response.status_code == 200, url
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


def switch_on(page: str) -> str:
    """Where the link to the other language leads; empty without one."""
    found = re.findall(r'<nav class="languages.*?href="([^"]+)"', page, re.DOTALL)
    return found[0].replace("&amp;", "&") if found else ""
