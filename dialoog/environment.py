"""Reads settings from the environment. A missing or wrong value stops the start with one sentence."""

import os
import secrets
import sys
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Never
from urllib.parse import urlsplit

import environ

YES, NO = {"true", "1", "ja"}, {"false", "0", "nee", ""}
DATABASE_SCHEMES = {"sqlite", "postgres", "postgresql"}
SHORTEST_KEY = 50
"""Characters; what Django's own check asks of a key that signs things."""


def stop(sentence: str) -> Never:
    """A traceback would bury what is wrong."""
    sys.exit(f"dialoog start niet: {sentence}")


def read_text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def read_flag(name: str, default: bool = False) -> bool:
    value = read_text(name, str(default)).lower()
    if value not in YES | NO:
        stop(f"{name} moet true of false zijn.")
    return value in YES


def read_count(name: str, default: int) -> int:
    value = read_text(name, str(default))
    if not (value.isascii() and value.isdigit() and 0 < int(value) < 100_000):
        stop(f"{name} moet een heel getal groter dan 0 zijn.")
    return int(value)


def read_choice(name: str, choices: Iterable[str]) -> str:
    """One of the choices; the first when nothing is said."""
    known = list(choices)
    value = read_text(name, known[0]).lower()
    if value not in known:
        stop(f"{name} moet een van deze zijn: {', '.join(known)}.")
    return value


def read_local_address(name: str) -> tuple[str, int] | None:
    """Host and port of an address inside the own network, or None. What listens there asks nobody who they are."""
    value = read_text(name)
    if not value:
        return None
    host, _, port = value.rpartition(":")
    try:
        ip = ip_address(host.strip("[]"))
        is_local = ip.is_private and not ip.is_unspecified
    except ValueError:
        is_local = False
    if not (is_local and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        stop(f"{name} moet een adres in het eigen netwerk zijn, zoals 127.0.0.1:9100.")
    return str(ip), int(port)


def read_hosts(name: str, production: bool) -> list[str]:
    """On a laptop only the laptop itself; in production there is no safe guess."""
    hosts = read_text(name, "" if production else "localhost,127.0.0.1,[::1]")
    names = [host.strip() for host in hosts.split(",") if host.strip()]
    if not names or "*" in names:
        stop(f"{name} moet de namen van de site bevatten, met komma's ertussen, en geen *.")
    return names


def read_contact(name: str) -> str:
    contact = read_text(name)
    if contact and not contact.startswith(("mailto:", "https://", "tel:")):
        stop(f"{name} moet beginnen met mailto:, https:// of tel:.")
    return contact


def read_folder(name: str, default: Path) -> Path:
    folder = Path(read_text(name, str(default))).absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        stop(f"de map {folder} uit {name} kan niet worden gemaakt.")
    if not os.access(folder, os.W_OK):
        stop(f"in de map {folder} uit {name} kan niet worden geschreven.")
    return folder


def read_database(name: str, default: str) -> dict[str, Any]:
    """The value may hold a password, so the sentence does not repeat it."""
    url = read_text(name, default)
    if urlsplit(url).scheme not in DATABASE_SCHEMES:
        stop(f"{name} moet beginnen met sqlite:/// of postgres://.")
    try:
        database = dict(environ.Env.db_url_config(url))
    except Exception:
        stop(f"{name} is geen adres van een database.")
    if not database["NAME"]:
        stop(f"{name} noemt geen database.")
    return database


def read_mail(name: str) -> dict[str, Any]:
    """Django's settings for sending mail; none where the site sends no mail. The value may hold a password."""
    url = read_text(name)
    if not url:
        return {}
    try:
        found = dict(environ.Env.email_url_config(url))
    except Exception:
        stop(f"{name} is geen adres van een mailserver, zoals smtp+tls://naam:wachtwoord@mail.voorbeeld.nl:587.")
    return {key: value for key, value in found.items() if value and key != "OPTIONS"}


def read_secret_key(name: str, production: bool, file: Path) -> str:
    key = read_text(name)
    if not key and not production:
        return _own_secret_key(file)
    if len(key) < SHORTEST_KEY:
        stop(f"{name} moet een geheim van minstens {SHORTEST_KEY} tekens bevatten.")
    return key


def _own_secret_key(file: Path) -> str:
    """A laptop's own key, made once. Linked into place whole, so that no process reads half of it."""
    if not file.exists():
        new = file.with_name(f"{file.name}.{os.getpid()}")
        new.touch(mode=0o600)
        new.write_text(secrets.token_urlsafe(SHORTEST_KEY))
        with suppress(FileExistsError):
            file.hardlink_to(new)
        new.unlink()
    return file.read_text().strip()
