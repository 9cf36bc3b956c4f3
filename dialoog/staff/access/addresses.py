"""Where a request comes from, as a key that cannot be read back without the site's secret."""

from hashlib import sha256
from ipaddress import IPv6Address

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from dialoog.addresses import address_of

SALT = "dialoog.staff.access"


def address_key(request: HttpRequest) -> str:
    """In the form of an IPv6 address of no network, which is what the field of django-axes takes."""
    digest = salted_hmac(f"{SALT}.address", address_of(request), algorithm="sha256").digest()
    return str(IPv6Address(b"\xfd" + digest[:15]))


def name_key(name: str) -> str:
    """Of what was typed as a name or a mail address: that can be a password in the wrong field."""
    return salted_hmac(f"{SALT}.name", name.casefold(), algorithm="sha256").hexdigest()


def short_key(request: HttpRequest) -> str:
    """For a log: enough to see that two lines have one source."""
    return sha256(address_key(request).encode()).hexdigest()[:10]
