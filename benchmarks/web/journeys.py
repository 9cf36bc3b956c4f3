"""What is asked of the two sites: the same visitors with the same answers, each at the first and the last step."""

import re
from dataclasses import dataclass, field

from benchmarks.web.visitor import Chosen, Request, Visitor
from tests.answers import ANSWERS

VISITORS = 8
"""Whose steps are sent in turn, so that no two of them wait for the same row."""

OTHER: Chosen = {**ANSWERS, "doelen": ["kennis"], "toezeggingen": ["management"]}
"""For a step that is sent again, so that there is something new to keep."""
KNOWLEDGE = "/kennis/partners/lokale_vakbond/"
LAST = "/inzet/"
"""Of the address of the last step with questions."""


@dataclass
class Journeys:
    """Requests to send in turn, and the sizes of some answers in bytes."""

    home: list[Request] = field(default_factory=list)
    get_first: list[Request] = field(default_factory=list)
    post_first: list[Request] = field(default_factory=list)
    get_last: list[Request] = field(default_factory=list)
    post_last: list[Request] = field(default_factory=list)
    knowledge: list[Request] = field(default_factory=list)
    report: list[Request] = field(default_factory=list)
    pdf: list[Request] = field(default_factory=list)
    home_size: int = 0
    knowledge_size: int = 0
    report_size: int = 0
    pdf_size: int = 0


def ours(address: str) -> Journeys:
    found = Journeys()
    for _number in range(VISITORS):
        visitor = Visitor(address)
        visitor.get("/")
        found.home, found.home_size = [visitor.request("GET", "/")], visitor.size
        visitor.post("/begin/", visitor.filled_in({}))
        walk(visitor, found)
        visitor.post(visitor.path, visitor.filled_in(ANSWERS))
    finish(visitor, found)
    visitor.get(KNOWLEDGE)
    found.knowledge, found.knowledge_size = [visitor.request("GET", KNOWLEDGE)], visitor.size
    return found


def finish(visitor: Visitor, found: Journeys) -> None:
    """One of them: its report and its PDF."""
    visitor.post(visitor.path, visitor.filled_in({}))
    found.report, found.report_size = [visitor.request("GET", visitor.path)], visitor.size
    form = re.search(r'action="([^"]*/pdf/[^"]*)"', visitor.page)
    assert form, visitor.path
    visitor.post(form[1], visitor.filled_in({}))
    found.pdf, found.pdf_size = [visitor.request("GET", visitor.path)], visitor.size


def stock(address: str) -> Journeys:
    found = Journeys()
    for _number in range(VISITORS):
        visitor = Visitor(address)
        visitor.get("/stap/")
        walk(visitor, found)
    return found


def walk(visitor: Visitor, found: Journeys) -> None:
    """From the first step to the last, which is not sent: the stock wizard forgets its answers when it is done."""
    keep(visitor, found.get_first, found.post_first)
    while LAST not in visitor.path:
        visitor.post(visitor.path, visitor.filled_in(ANSWERS))
    keep(visitor, found.get_last, found.post_last)


def keep(visitor: Visitor, gets: list[Request], posts: list[Request]) -> None:
    gets.append(visitor.request("GET", visitor.path))
    posts += [visitor.request("POST", visitor.path, visitor.filled_in(answers)) for answers in (ANSWERS, OTHER)]
