"""Secret links. The owner's token opens everything of a run; the reader's token opens its report alone.

Only hashes are stored. The reader's token follows from the owner's, so that the owner's pages can always show the
link, and not the other way round, so that a reader cannot edit or delete.
"""

import base64
import hashlib
import hmac
import secrets

BYTES = 24
"""192 random bits: 32 characters in an address."""

READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_token() -> str:
    return secrets.token_urlsafe(BYTES)


def hash_token(token: str) -> str:
    """SHA-256 as 64 hex digits. Enough for a random secret: there is nothing to guess it from."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def share_token(owner_token: str, share_round: int) -> str:
    """The reader's token; another round gives another token and ends the one before it."""
    return _following(owner_token, f"deellink {share_round}")


def invitation_token(owner_token: str, salt: str) -> str:
    """That of an invitation to a colleague; another salt gives another token."""
    return _following(owner_token, f"uitnodiging {salt}")


def _following(owner_token: str, name: str) -> str:
    digest = hmac.digest(owner_token.encode(), name.encode(), "sha256")
    return base64.urlsafe_b64encode(digest[:BYTES]).decode()


def new_code() -> str:
    """A short code to print on a report and to name it by; it opens nothing."""
    letters = "".join(secrets.choice(READABLE) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"
