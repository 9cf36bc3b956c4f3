"""The content so many times larger: questions with so many answers to choose from, each rule once for each of them.

Copies of a rule ask for the copies of its answers, so that no more rules fire for who chooses the answers of today.
What plays a part of its own (goals, who is known, time, place) is not copied.
"""

from copy import deepcopy
from typing import Any

Content = dict[str, Any]
Copied = dict[str, set[str]]

STRUCTURAL = frozenset({"doelen", "hoofddoel", "plaats", "tijdlijn", "samenwerking", "bekende_partijen", "diepgang"})
"""Questions whose options the settings, partner types or other questions name."""


def grown(document: Content, times: int, *, with_answers: bool = True) -> Content:
    """Without answers, a copy of a rule asks of the next option of the same question what the rule asks of this one."""
    copied = _copied_options(document) if with_answers else {}
    questions = [_with_copies(question, copied, times) for question in document["questions"]]
    rules = [_copy_of(document, rule, number, copied) for number in range(times) for rule in document["rules"]]
    return {**document, "questions": questions, "rules": rules}


def _copied_options(document: Content) -> Copied:
    return {
        question["slug"]: {o["slug"] for o in question["options"] if not o["is_exclusive"]}
        for question in document["questions"]
        if question["slug"] not in STRUCTURAL and not question["options_from"]
    }


def _with_copies(question: Content, copied: Copied, times: int) -> Content:
    options = [o for o in question["options"] if o["slug"] in copied.get(question["slug"], ())]
    copies = [
        {**option, "slug": f"{option['slug']}_{number}", "label": f"{option['label']} {number}", "heading": ""}
        for number in range(1, times)
        for option in options
    ]
    return {**question, "options": [*question["options"], *copies]}


def _copy_of(document: Content, rule: Content, number: int, copied: Copied) -> Content:
    if number == 0:
        return rule
    rows = [_other_row(document, row, number, copied) for row in deepcopy(rule["conditions"])]
    return {**rule, "code": f"{rule['code']}_{number}", "conditions": rows}


def _other_row(document: Content, row: Content, number: int, copied: Copied) -> Content:
    slugs = copied.get(row["question"], set())
    if copied:
        return {**row, "options": [f"{slug}_{number}" if slug in slugs else slug for slug in row["options"]]}
    question = next(q for q in document["questions"] if q["slug"] == row["question"])
    every = [option["slug"] for option in question["options"] if not option["is_exclusive"]]
    turned = [every[(every.index(slug) + number) % len(every)] if slug in every else slug for slug in row["options"]]
    return {**row, "options": list(dict.fromkeys(turned))}
