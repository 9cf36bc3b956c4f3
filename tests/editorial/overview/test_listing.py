"""The list of sources says of every text what it cites and what was judged, and is that of the content."""

from pathlib import Path
from typing import Any

from django.core.management import call_command

from dialoog.content.document.judging import judged
from dialoog.editorial.overview.listing import sources_page
from tests.builders import (
    FIXTURES,
    build_document,
    build_fact,
    build_partner_type,
    build_rule,
    build_verdict,
    real_document,
)

ROOT = FIXTURES.parent


def page_of(document: dict[str, Any]) -> list[str]:
    return sources_page(document).splitlines()  # type: ignore[arg-type]


def with_verdict(**changes: Any) -> dict[str, Any]:
    """One rule, which somebody judged."""
    document = build_document(rules=[build_rule(basis="afgeleid", facts=["F1"])])
    (text,) = (text for text in judged(document) if text.collection == "rules")  # type: ignore[arg-type]
    return {**document, "verdicts": [build_verdict(text, **changes)]}


def test_the_page_in_the_repository_is_that_of_the_content() -> None:
    """`make sources` writes it again."""
    assert (ROOT / "docs/sources.md").read_text(encoding="utf-8") == sources_page(real_document())  # type: ignore[arg-type]


def test_a_text_has_its_verdict() -> None:
    page = page_of(with_verdict())

    assert "| `K01` | `reason` | supported | inferred | F1 |  |" in page
    assert "| supported | 1 |" in page


def test_only_what_is_partly_supported_says_why() -> None:
    why = "Het eerste deel |\nstaat er niet."

    partly = "| `K01` | `reason` | partly supported | inferred | F1 | Het eerste deel \\| staat er niet. |"
    assert partly in page_of(with_verdict(support="deels", why=why))
    assert "| `K01` | `reason` | not supported | inferred | F1 |  |" in page_of(with_verdict(support="niet", why=why))


def test_a_text_that_changed_since_is_not_judged() -> None:
    document = with_verdict()
    document["rules"][0]["reason"] = "Nu staat het er zo."

    page = page_of(document)

    assert "| `K01` | `reason` | not judged | inferred | F1 |  |" in page
    assert "| supported | 0 |" in page


def test_rows_of_one_record_have_numbers() -> None:
    rows = [{"text": text, "basis": "advies", "facts": ["F1"]} for text in ("Een.", "Twee.")]
    page = page_of(build_document(partner_types=[build_partner_type("bond", watch_outs=rows)]))

    assert [line for line in page if "watch_outs" in line] == [
        "| `bond` | `watch_outs.text` 1 | not judged | source | F1 |  |",
        "| `bond` | `watch_outs.text` 2 | not judged | source | F1 |  |",
    ]


def test_a_fact_that_no_text_cites_says_why() -> None:
    facts = [build_fact(), build_fact("F2", text="De foto.", left_out="Gaat niet over partners.")]
    document = build_document(facts=facts)
    document["goals"][0]["facts"] = ["F1", "F2"]

    page = page_of(document)

    at = page.index("## Facts that no text cites")
    assert page[at + 4 :] == ["| F2 | De foto. | Gaat niet over partners. |"]


def test_the_command_writes_the_page_of_the_files(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "fixtures").symlink_to(FIXTURES)
    settings.BASE_DIR = tmp_path

    call_command("list_sources")

    assert (tmp_path / "docs/sources.md").read_text(encoding="utf-8") == sources_page(real_document())  # type: ignore[arg-type]
