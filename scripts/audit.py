"""Does a pinned version have a known hole? `python -m scripts.audit [FILE...]` ends with 1 if so, or if it cannot tell.

pip-audit asks a source of advisories where one can be reached. A mirror of packages often has none and then says that
all is well; so a source is asked first about a version that is known to be bad, and counts only when it says so. What
we know of ourselves, in requirements/known_bad.yaml, is compared in any case.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
LOCKED = (ROOT / "requirements/run.txt", ROOT / "requirements/dev.txt")
KNOWN_BAD = ROOT / "requirements/known_bad.yaml"
SOURCES = ("pypi", "osv")
CANARY = "weasyprint==68.0\n"
PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)

Pins = dict[str, Version]
Ask = Callable[[str, Sequence[Path]], "list[str] | None"]
"""From a source and files of pins to what is wrong, or None where the source gives no answer."""


@dataclass(frozen=True)
class Advisory:
    package: str
    versions: SpecifierSet
    ids: tuple[str, ...]
    why: str

    def is_about(self, pins: Pins) -> bool:
        pinned = pins.get(self.package)
        return pinned is not None and self.versions.contains(pinned, prereleases=True)


def pins_of(text: str) -> Pins:
    return {canonicalize_name(name): Version(version) for name, version in PIN.findall(text)}


def read_advisories(file: Path = KNOWN_BAD) -> list[Advisory]:
    records: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [
        Advisory(canonicalize_name(r["package"]), SpecifierSet(r["versions"]), tuple(r["ids"]), r["why"])
        for r in records
    ]


def known_bad(files: Sequence[Path], advisories: Sequence[Advisory]) -> Iterator[str]:
    for file in files:
        pins = pins_of(file.read_text(encoding="utf-8"))
        for advisory in advisories:
            if advisory.is_about(pins):
                pinned = f"{advisory.package} {pins[advisory.package]} in {file.name}"
                yield f"{pinned}: {', '.join(advisory.ids)} ({advisory.versions}): {advisory.why}"


def ask_pip_audit(source: str, files: Sequence[Path]) -> list[str] | None:
    """Without `pip`, so that nothing is installed or resolved: what is pinned is what is asked about."""
    how = ["--strict", "--disable-pip", "--no-deps", "--format=json", "--progress-spinner=off", "--desc=off"]
    asked = [f"--requirement={file}" for file in files]
    command = [sys.executable, "-m", "pip_audit", *how, f"--vulnerability-service={source}", *asked]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        return None  # it stopped half-way: no connection, or a package that the source does not know
    return [
        f"{package['name']} {package['version']}: {hole['id']}, verholpen in {hole['fix_versions'] or 'niets'}"
        for package in answer["dependencies"]
        for hole in package.get("vulns", [])
    ]


def working_source(ask: Ask) -> str | None:
    with TemporaryDirectory(prefix="dialoog-audit-") as scratch:
        canary = Path(scratch) / "canary.txt"
        canary.write_text(CANARY)
        return next((source for source in SOURCES if ask(source, [canary])), None)


def audit(files: Sequence[Path], ask: Ask = ask_pip_audit) -> bool:
    """Says what was asked and what was found; whether all is well."""
    advisories = read_advisories()
    found = list(known_bad(files, advisories))
    print(f"Eigen lijst: {len(advisories)} meldingen nagekeken.")
    source = working_source(ask)
    answer = ask(source, files) if source else None
    if source is None:
        print("pip-audit: NIET gedaan; er is geen bron van meldingen te bereiken.")
    elif answer is None:
        found.append(f"pip-audit kwam niet tot een antwoord van {source}.")
    else:
        print(f"pip-audit: gevraagd aan {source}.")
        found += answer
    print("\n".join(found) if found else "Geen bekend lek in wat is vastgelegd.")
    return not found


if __name__ == "__main__":
    chosen = [Path(name) for name in sys.argv[1:]] or LOCKED
    sys.exit(0 if audit(chosen) else 1)
