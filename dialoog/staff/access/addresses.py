"""Where a request comes from, as a key that cannot be read back without the site's secret."""

from hashlib import sha256
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SALT = "dialoog.staff.access"


def address_key(request: HttpRequest) -> str:
    """In the form of an IPv6 address of no network, which is what the field of django-axes takes."""
    digest = salted_hmac(f"{SALT}.address", _source(request), algorithm="sha256").digest()
    return str(IPv6Address(b"\xfd" + digest[:15]))


def name_key(name: str) -> str:
    """Of what was typed as a name or a mail address: that can be a password in the wrong field."""
    return salted_hmac(f"{SALT}.name", name.casefold(), algorithm="sha256").hexdigest()


def short_key(request: HttpRequest) -> str:
    """For a log: enough to see that two lines have one source."""
    return sha256(address_key(request).encode()).hexdigest()[:10]


def _source(request: HttpRequest) -> str:
    """The proxy's word where there is one: the last address is its own addition, those before can be made up.

    Whoever has an IPv6 address mostly has 2^64 of them.
    """
    text = str(request.META.get("REMOTE_ADDR") or "")
    if settings.DIALOOG_PROXY:
        text = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or text
    try:
        address: IPv4Address | IPv6Address = ip_address(text)
    except ValueError:
        return text
    if isinstance(address, IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or ip_network((address, 64), strict=False))
