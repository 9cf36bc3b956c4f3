"""Migrates the content of the database that the settings name back and forth, and says what is not what it was."""

import sys
from typing import Any

import django

BASIS = {
    "actions.basis",
    "cautions.basis",
    "facts.left_out",
    "order_rules.basis",
    "organisations.basis",
    "organisations.url_found_at",
    "organisations.url_found_on",
    "partner_types.asks_in_return_basis",
    "partner_types.description_basis",
    "partner_types.how_to_find_basis",
    "partner_types.watch_outs",
    "practice_examples.lesson_basis",
    "tools.url_found_at",
    "tools.url_found_on",
    "tools.url_is_overview",
    "verdicts",
}
"""How firmly each text stands in the source, which the content keeps since 0006. No text, rule or case is in it."""

LOST = {
    "0011": {"translations", "document_templates.form"},
    "0008": set(),
    "0006": {"advice_settings.source_url"},
    "0004": BASIS,
}
"""What earlier code has no place for, by the migration back to which one goes; of what is lost already, nothing again.

Further back than 0004 the database refuses: it had stricter rules then than the content of today keeps to."""


def main() -> None:
    django.setup()
    from django.core.management import call_command

    for target, expected in LOST.items():
        before = state()
        assert before["cases"], "there are no reference cases"
        assert not before["broken"], before["broken"]
        call_command("migrate", "content", target, verbosity=0)
        assert newest_applied().startswith(target), newest_applied()
        call_command("migrate", verbosity=0)
        lost = differences(before, state())
        if lost != expected:
            sys.exit(f"Na {target} en terug is anders: {sorted(lost ^ expected)}.")
    before = state()
    call_command("setup", verbosity=0)
    assert differences(before, state()) == set()
    print(f"{len(before['cases'])} referentiegevallen zijn dezelfde.")


def state() -> dict[str, Any]:
    """All content as one document, kind by kind; which reference cases there are and what of them does not hold."""
    from dialoog.catalogue.reader import read_catalogue
    from dialoog.content.document.exporting import export_document
    from dialoog.content.models import Release, Version
    from dialoog.editorial.cases.running import run_cases

    document: Any = export_document()
    results = run_cases(document, read_catalogue(document))
    return {
        **document,
        "cases": [(result.code, result.title, result.chosen) for result in results],
        "broken": [result.broken for result in results if not result.holds],
        "releases": list(Release.objects.order_by("pk").values_list("number", "checksum", "document")),
        "versions": list(Version.objects.order_by("pk").values_list("pk", "model_name", "record")),
    }


def differences(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    """`kind.field` where the same records differ in some fields, and the kind where there are other records."""
    found: set[str] = set()
    for kind in before.keys() | after.keys():
        one, other = before.get(kind), after.get(kind)
        if one == other:
            continue
        if not (isinstance(one, list) and isinstance(other, list)) or len(one) != len(other):
            found.add(kind)
            continue
        for left, right in zip(one, other, strict=True):
            found |= {f"{kind}.{name}" for name in _fields(left, right)} if left != right else set()
    return found


def _fields(left: Any, right: Any) -> set[str]:
    if not (isinstance(left, dict) and isinstance(right, dict)):
        return {"*"}
    return {name for name in left.keys() | right.keys() if left.get(name) != right.get(name)}


def newest_applied() -> str:
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    return max(name for app, name in MigrationRecorder(connection).applied_migrations() if app == "content")


if __name__ == "__main__":
    main()
