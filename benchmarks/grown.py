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
    copies = [_copy_of(document, rule, number, copied) for number in range(1, times) for rule in document["rules"]]
    rules = document["rules"] + [rule for rule in copies if not with_answers or _asks_copies(rule, copied)]
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
    rows = [_other_row(document, row, number, copied) for row in deepcopy(rule["conditions"])]
    letter, numbered = rule["code"][0], rule["code"][1:]
    return {**rule, "code": f"{letter}{number}{numbered}", "conditions": rows}


def _asks_copies(rule: Content, copied: Copied) -> bool:
    """Whether some group holds by copied answers alone; another copy would fire for whom the rule itself does."""
    originals = {(slug, option) for slug, options in copied.items() for option in options}
    groups: dict[int, list[Content]] = {}
    for row in rule["conditions"]:
        groups.setdefault(row["group"], []).append(row)
    return any(all(_is_of_copies(row, copied, originals) for row in rows) for rows in groups.values())


def _is_of_copies(row: Content, copied: Copied, originals: set[tuple[str, str]]) -> bool:
    is_new = all((row["question"], option) not in originals for option in row["options"])
    return row["question"] in copied and is_new and row["operator"] != "is_geen_van" and _has_number(row["options"])


def _has_number(options: list[str]) -> bool:
    return all(option.rpartition("_")[2].isdigit() for option in options)


def _other_row(document: Content, row: Content, number: int, copied: Copied) -> Content:
    slugs = copied.get(row["question"], set())
    if copied:
        return {**row, "options": [f"{slug}_{number}" if slug in slugs else slug for slug in row["options"]]}
    question = next(q for q in document["questions"] if q["slug"] == row["question"])
    every = [option["slug"] for option in question["options"] if not option["is_exclusive"]]
    turned = [every[(every.index(slug) + number) % len(every)] if slug in every else slug for slug in row["options"]]
    return {**row, "options": list(dict.fromkeys(turned))}
