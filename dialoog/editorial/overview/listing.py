"""All texts that rest on the source with what was judged of them, as one page of Markdown for the repository."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dialoog.catalogue.document import Document, VerdictRecord
from dialoog.catalogue.vocabulary import Basis, Support
from dialoog.content.document.judging import Judged, judged, token, verdicts_by_token

JUDGEMENTS = {
    Support.SUPPORTED: "supported",
    Support.PARTLY: "partly supported",
    Support.NOT: "not supported",
    Support.OWN: "our own text",
    None: "not judged",
}
BASES = {Basis.ADVICE: "source", Basis.EXAMPLE: "example", Basis.INFERRED: "inferred", Basis.OWN: "our own"}

HEAD = """# Where the texts come from

Every text of the guide that rests on the source, with the places in the source that it cites and whether somebody
who read both found that they support it. `make sources` writes this page from the files in `fixtures/`.
"""

Found = tuple[Judged, VerdictRecord | None]


def sources_page(document: Document) -> str:
    """The whole page. The same content gives the same page."""
    verdicts = verdicts_by_token(document)
    found = [(text, verdicts.get(token(text))) for text in judged(document)]
    parts = [HEAD, *_totals(found)]
    for collection in dict.fromkeys(text.collection for text, _verdict in found):
        parts += _table(collection, [line for line in found if line[0].collection == collection])
    return "\n".join([*parts, *_not_cited(document, [text for text, _verdict in found])]) + "\n"


def _totals(found: list[Found]) -> Iterator[str]:
    counted = Counter(_judgement(verdict) for _text, verdict in found)
    yield from _head("judgement", "texts")
    for name in JUDGEMENTS.values():
        yield _row(name, str(counted[name]))


def _table(collection: str, found: list[Found]) -> Iterator[str]:
    yield f"\n## {collection}\n"
    yield from _head("text of", "field", "judgement", "basis", "facts", "why")
    several, seen = Counter(text.place for text, _verdict in found), Counter[tuple[str, str, str]]()
    for text, verdict in found:
        seen[text.place] += 1
        number = f" {seen[text.place]}" if several[text.place] > 1 else ""
        why = verdict["why"] if verdict and verdict["support"] == Support.PARTLY else ""
        basis = BASES[Basis(text.basis)] if text.basis else ""
        field = f"`{text.field}`{number}"
        yield _row(f"`{text.identity}`", field, _judgement(verdict), basis, ", ".join(text.facts), why)


def _not_cited(document: Document, found: Iterable[Judged]) -> Iterator[str]:
    """A goal lists its whole chapter; its summary cites no place in it."""
    cited = {code for text in found if (text.collection, text.field) != ("goals", "summary") for code in text.facts}
    yield "\n## Facts that no text cites\n"
    yield from _head("fact", "what it says", "why no text needs it")
    for fact in document["facts"]:
        if fact["code"] not in cited:
            yield _row(fact["code"], fact["text"], fact["left_out"])


def _judgement(verdict: VerdictRecord | None) -> str:
    return JUDGEMENTS[Support(verdict["support"]) if verdict else None]


def _head(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield _row(*("---" for _name in names))


def _row(*cells: str) -> str:
    escaped = (" ".join(cell.split()).replace("\\", "\\\\").replace("|", "\\|") for cell in cells)
    return "| " + " | ".join(escaped) + " |"
