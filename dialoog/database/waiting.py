"""How long the database may keep somebody waiting: a visitor not for long, a command until it is done."""

from typing import Any

COMMAND_SECONDS = 20
"""How long a command waits for SQLite; PostgreSQL lets it wait until its turn comes."""

WEB_SECONDS = 10
"""The same for a web request. SQLite has one writer at a time and no queue, so that somebody can lose several turns
to later comers: shorter would refuse people on a busy moment. A request that waits twice still ends within gunicorn's
thirty seconds."""

CONNECT_SECONDS = 5
"""To a server that does not answer at all; one that refuses says so at once."""

SILENCE_MILLISECONDS = 20_000
"""After which a server that went away in the middle of an answer is given up; its own limits died with it."""

ERASE = "PRAGMA secure_delete=ON"
"""What was deleted is overwritten, not only forgotten."""


def sqlite_options(seconds: int) -> dict[str, Any]:
    """The only combination in which eight writers at once saw no error: a transaction takes its lock when it begins,
    so that it waits its turn instead of failing half-way. FULL keeps what was acknowledged through a power cut.
    """
    pragmas = f"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout={1000 * seconds}; {ERASE}"
    return {"transaction_mode": "IMMEDIATE", "timeout": seconds, "init_command": pragmas}


def limited_options(engine: str, options: dict[str, Any], lock: int, statement: int) -> dict[str, Any]:
    """Options of a connection for web requests; `lock` and `statement` in seconds.

    What whoever runs the site wrote in the address of the database goes before what stands here.
    """
    if engine.endswith("sqlite3"):
        return options | sqlite_options(WEB_SECONDS)
    own = f"-c lock_timeout={1000 * lock} -c statement_timeout={1000 * statement}"
    ours = {"connect_timeout": CONNECT_SECONDS, "tcp_user_timeout": SILENCE_MILLISECONDS}
    return ours | options | {"options": f"{own} {options.get('options', '')}".strip()}
