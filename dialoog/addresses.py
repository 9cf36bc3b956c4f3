"""Where a request came from, as far as that can be known and not be made up."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

HOUSEHOLD = 64
"""Bits of an IPv6 address that a provider gives out; the rest a visitor chooses at will."""


def address_of(request: HttpRequest) -> str:
    """An IPv4 address, or the network of an IPv6 address; an empty text if it is not known.

    Of X-Forwarded-For only the last entry is of our own proxy, and whoever comes without one can write the whole
    header. This very machine is nobody: so looks a proxy that DIALOOG_PROXY does not tell of, with all its visitors.
    """
    text = request.META.get("REMOTE_ADDR", "")
    if settings.DIALOOG_PROXY:
        text = request.headers.get("X-Forwarded-For", "").rpartition(",")[2]
    try:
        address = ip_address(_without_port(text.strip()))
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if address.is_loopback:
        return ""
    if isinstance(address, IPv6Address):
        return str(IPv6Network((int(address), HOUSEHOLD), strict=False))
    return str(address)


def _without_port(text: str) -> str:
    """Some proxies write 192.0.2.1:1234 or [2001:db8::1]:1234."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text
