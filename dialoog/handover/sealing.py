"""What is kept of a code, none of which opens anything without the code and the site's secret."""

import base64
import hmac

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def digest_of(code: str) -> str:
    """To find the row of a code by: 64 hex digits, with the site's secret, since a code is short enough to try all."""
    key = hmac.digest(settings.SECRET_KEY.encode(), b"deelcode zoeken", "sha256")
    return hmac.digest(key, code.encode(), "sha256").hex()


def seal(code: str, share_token: str) -> str:
    return _lock(code).encrypt(share_token.encode()).decode()


def unseal(code: str, sealed: str) -> str:
    """Raises InvalidToken for what another code or another secret sealed."""
    return _lock(code).decrypt(sealed.encode()).decode()


def _lock(code: str) -> Fernet:
    derived = HKDF(SHA256(), length=32, salt=settings.SECRET_KEY.encode(), info=b"deelcode verzegelen")
    return Fernet(base64.urlsafe_b64encode(derived.derive(code.encode())))
