"""A page that is asked for what it is made of and not for how it looks, so that nobody has to draw it."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.template.context import make_context
from django.template.response import TemplateResponse
from django.test import Client
from django.test.signals import template_rendered


@dataclass(frozen=True)
class Undrawn:
    """An answer without text: whoever looks for a word in it learns that there is none to look in."""

    status_code: int
    context: Any
    url: str
    """Where it leads on to; nowhere for a page."""


def look_at(client: Client, address: str) -> Undrawn:
    """The page at an address. To draw a form of the admin takes most of the time that it costs to ask for one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TemplateResponse, "rendered_content", property(_tell))
        answer: Any = client.get(address)
    return Undrawn(answer.status_code, answer.context, answer.headers.get("Location", ""))


def follow(client: Client, answer: Any) -> Any:
    """What a form leads on to, or the form itself when it came back; that one is drawn."""
    while answer.status_code == 302:
        answer = look_at(client, answer.url)
    return answer


def _tell(response: TemplateResponse) -> str:
    """Tells the client what Django tells it of a page that is drawn; the messages count as read."""
    template = response.resolve_template(response.template_name).template
    context = make_context(response.resolve_context(response.context_data), response._request)
    with context.bind_template(template):
        template_rendered.send(sender=template, template=template, context=context)
    list(get_messages(response._request))
    return ""
