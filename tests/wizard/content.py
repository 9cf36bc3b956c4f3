"""A short questionnaire with headings and with options that need another answer, and publishing it."""

import json
from hashlib import sha256
from typing import Any

from dialoog.content.models import Release
from tests.builders import build_document, build_option, build_question, build_step

PARTIES = [
    build_option("bond", heading="In het productieland", needs=["plaats.productieland"]),
    build_option("buren"),
    build_option("branche", heading="Buiten het productieland"),
    build_option("adviseur"),
    build_option("geen", is_exclusive=True),
]


def build_parties(*options: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return build_question("partijen", *(options or PARTIES), kind="multi", **changes)


def build_short_document(*others: dict[str, Any], parties: dict[str, Any] | None = None) -> dict[str, Any]:
    """The goals, the main goal, the place, `others`, and which parties somebody knows; a step each."""
    document = build_document()
    questions = [*document["questions"], *others, parties or build_parties()]
    steps = dict.fromkeys(question["step"] for question in questions)
    cover = {"slug": "cover_intro", "place": "", "title": "Voorblad", "text": ""}
    return {**document, "questions": questions, "steps": [build_step(slug) for slug in steps], "page_texts": [cover]}


def publish(document: dict[str, Any]) -> Release:
    number = Release.objects.latest("number").number + 1
    checksum = sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    return Release.objects.create(number=number, document=document, checksum=checksum)
