"""The zip of all content: what went in comes out, and anything else is refused with a sentence."""

import contextlib
import struct
from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialoog.content.document.importing import admit
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.files.archive import MAX_FILE, MAX_TOTAL, NAMES, pack, unpack
from dialoog.content.releases.publishing import checksum
from tests.builders import FIXTURES, build_document, build_fact, build_rule, real_document

pytestmark = pytest.mark.slow

FILES = {path.name: path.read_bytes() for path in FIXTURES.glob("*.yaml")}


def zipped(compression: int = ZIP_DEFLATED, **changes: bytes | str) -> bytes:
    """A zip of the real content in which these files are other ones, by name without `.yaml`."""
    return zip_of(FILES | {f"{name}.yaml": data for name, data in changes.items()}, compression)


def zip_of(files: dict[str, bytes | str], compression: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ContentRefused) as caught:
        unpack(data)
    return str(caught.value)


def test_what_was_packed_comes_out() -> None:
    assert admit(unpack(pack(real_document()))) == real_document()


def test_a_zip_holds_the_fixtures_and_nothing_else() -> None:
    with ZipFile(BytesIO(pack(real_document()))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == FILES


def test_equal_content_makes_equal_bytes() -> None:
    assert pack(deepcopy(real_document())) == pack(real_document())


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=300))
def test_any_text_survives(text: str) -> None:
    document = build_document(facts=[build_fact(text=text)])

    assert checksum(admit(unpack(pack(document)))) == checksum(document)


def test_rows_of_before_and_of_now_come_out_alike() -> None:
    """Lines had no reason of their own: a zip of then has their names alone."""
    caution = {"severity": 1, "is_leading": False, "text": "Let op.", "facts": ["F1"]}
    rows = ["a", {"caution": "b"}, {"caution": "c", "reason": "Daarom."}]
    document = build_document(
        cautions=[{"slug": slug, **caution} for slug in "abc"],
        rules=[build_rule(cautions=rows), build_rule("K02", cautions=rows[:2])],
    )

    document = admit(unpack(pack(document)))

    assert document["rules"][0]["cautions"] == ["a", "b", {"caution": "c", "reason": "Daarom."}]
    assert admit(unpack(pack(document))) == document
    with ZipFile(BytesIO(pack(document))) as archive:
        assert "cautions: [a, b]" in archive.read("rules.yaml").decode()


def test_a_release_from_before_a_field_can_be_packed() -> None:
    document = deepcopy(real_document())
    del document["reference_cases"]
    for question in document["questions"]:
        del question["name"]

    assert unpack(pack(document))["reference_cases"] == []


def test_empty_collections_and_a_byte_order_mark_are_fine() -> None:
    assert unpack(zipped(tips=""))["tips"] == []
    assert unpack(zipped(tips=b"\xef\xbb\xbf" + FILES["tips.yaml"]))["tips"] == real_tips()


def real_tips() -> list[object]:
    return unpack(zipped())["tips"]


@pytest.mark.parametrize("data", [b"", b"PK", b"geen zip" * 100, pack(real_document())[:-200]])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert refusal(data) == "Dit bestand is geen zip, of het is beschadigd."


def test_a_damaged_zip_is_refused() -> None:
    data = bytearray(zipped())
    data[1000:1100] = bytes(100)

    assert refusal(bytes(data)) == "Dit bestand is geen zip, of het is beschadigd."


@pytest.mark.parametrize("position", range(0, 400, 7))
def test_whatever_byte_is_wrong_in_the_list_of_files_nothing_else_comes_out(position: int) -> None:
    """That list stands at the end of a zip."""
    data = bytearray(zipped())
    data[-position - 1] ^= 0xFF

    with contextlib.suppress(ContentRefused):
        assert unpack(bytes(data)) == unpack(zipped())


@pytest.mark.parametrize(
    "name", ["../facts.yaml", "/etc/facts.yaml", "fixtures/facts.yaml", "..\\facts.yaml", "C:\\facts.yaml", "map/"]
)
def test_paths_are_refused(name: str) -> None:
    assert (
        refusal(zip_of({name: "", **FILES})) == f"In de zip staat '{name}' in een map. Zet de bestanden los in de zip."
    )


LEAVINGS = ["__MACOSX/._facts.yaml", "__MACOSX/", ".DS_Store", "._tips.yaml", "Thumbs.db", "thumbs.db", "desktop.ini"]


def test_what_macos_and_windows_leave_in_a_zip_is_skipped() -> None:
    leavings = dict.fromkeys(LEAVINGS, b"\0\5\x16\7")

    assert unpack(zip_of({**FILES, **leavings})) == unpack(zip_of(FILES))


@pytest.mark.parametrize("name", ["readme.txt", "..", "FACTS.YAML", "x" * 300])
def test_files_that_are_not_ours_are_refused(name: str) -> None:
    assert refusal(zip_of({**FILES, name: ""})).endswith("Dat hoort niet bij de inhoud.")


def test_a_name_with_a_hidden_end_is_refused() -> None:
    data = zip_of({**FILES, "tips.yaml#.exe": ""}).replace(b"tips.yaml#.exe", b"tips.yaml\0.exe")

    assert refusal(data).endswith("Dat hoort niet bij de inhoud.")


def test_a_missing_file_is_named_because_its_content_would_go() -> None:
    files = {name: data for name, data in FILES.items() if name not in ("tips.yaml", "rules.yaml")}

    assert refusal(zip_of(files)) == "In de zip ontbreekt tips.yaml, rules.yaml. Een zip bevat altijd alle inhoud."


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_there_twice_is_refused() -> None:
    target = BytesIO(zipped())
    with ZipFile(target, "a") as archive:
        archive.writestr("tips.yaml", "")

    assert refusal(target.getvalue()) == "In de zip staat 'tips.yaml' twee keer."


def test_a_zip_with_a_password_is_refused() -> None:
    data = bytearray(zipped())
    entry = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, entry + 8, 0x1)

    assert refusal(bytes(data)).startswith("De zip heeft een wachtwoord.")


def test_other_compressions_are_refused_because_they_cannot_be_read_in_parts() -> None:
    assert refusal(zipped(ZIP_BZIP2)).startswith("De zip is op een bijzondere manier ingepakt.")


def test_a_file_that_unpacks_to_too_much_is_refused() -> None:
    bomb = zipped(rules=b" " * (MAX_FILE * 100))

    assert len(bomb) < MAX_FILE
    assert refusal(bomb) == "Bestand rules.yaml is te groot: zo lang is onze inhoud niet."


def test_many_files_that_together_are_too_much_are_refused() -> None:
    assert len(NAMES) * MAX_FILE > MAX_TOTAL
    assert "is te groot" in refusal(zip_of(dict.fromkeys(NAMES, b" " * MAX_FILE)))


def test_sizes_that_a_zip_lies_about_do_not_help() -> None:
    data = bytearray(zipped(rules=b" " * (MAX_FILE * 10)))
    entry = data.rindex(b"rules.yaml") - 46
    struct.pack_into("<I", data, entry + 24, 100)

    assert refusal(bytes(data))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- code: [1", "regel 2: hier klopt de YAML niet"),
        ("- a: 1\n  b: c: d", "regel 2: hier klopt de YAML niet"),
        ("- !!python/object/apply:os.system [ls]", "regel 1: hier staat een YAML-object"),
        ("- code: F1\n  text: !!binary aGk=", "regel 2: hier staat een YAML-object"),
        ("- &a [x, x]\n- [*a, *a]", "regel 1: hier staat een verwijzing met & of *"),
        ("- code: F1\n  code: F2", "regel 2: het veld 'code' staat hier twee keer"),
        ("- ? [a]\n  : b", "regel 1: de naam van een veld moet een tekst zijn"),
        ("- " + "[" * 5000, "regel 1: lijsten staan hier te diep in elkaar"),
        ("- [" + "1," * 200_000 + "]", "regel 1: vanaf hier is het bestand te lang"),
        ("- a\n---\n- b", "regel 2: hier klopt de YAML niet"),
        ('- "\\ud800"', "regel 1: "),
        ("- a\x01b", "er staat een teken in dat niet in een tekst hoort"),
    ],
)
def test_yaml_that_is_not_ours_is_refused_with_its_line(text: str, reason: str) -> None:
    assert refusal(zipped(facts=text)).startswith(f"Bestand facts.yaml, {reason}")


def test_bytes_that_are_no_utf_8_are_refused_with_their_line() -> None:
    assert refusal(zipped(facts=b"- a\n- caf\xe9")).startswith("Bestand facts.yaml, regel 2: dit is geen UTF-8.")


@pytest.mark.parametrize("text", ["a: b", "tekst", "5"])
def test_a_file_that_is_no_list_is_refused(text: str) -> None:
    assert refusal(zipped(facts=text)) == "Bestand facts.yaml: hier hoort een lijst van records."
