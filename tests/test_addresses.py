"""The address is that of the visitor, and nobody can make one up."""

import pytest
from django.test import RequestFactory, override_settings

from dialoog.addresses import address_of


def address(remote: str, forwarded: str = "", *, proxy: bool = False) -> str:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    with override_settings(DIALOOG_PROXY=proxy):
        return address_of(RequestFactory(REMOTE_ADDR=remote, headers=headers).get("/"))


def test_without_a_proxy_a_header_says_nothing() -> None:
    assert address("203.0.113.7", "198.51.100.1") == "203.0.113.7"


def test_of_a_trusted_proxy_the_last_entry_counts() -> None:
    assert address("10.0.0.1", "198.51.100.1, 203.0.113.7", proxy=True) == "203.0.113.7"


@pytest.mark.parametrize("forwarded", ["", "onbekend", "203.0.113.7,", "127.0.0.1"])
def test_where_the_proxy_says_nothing_useful_nobody_is_counted(forwarded: str) -> None:
    assert address("10.0.0.1", forwarded, proxy=True) == ""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("203.0.113.7:4711", "203.0.113.7"),
        ("[2001:db8:1:2:3::4]:4711", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:9::9", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("fe80::1%eth0", "fe80::/64"),
    ],
)
def test_one_visitor_has_one_address_however_it_is_written(written: str, read: str) -> None:
    assert address("10.0.0.1", written, proxy=True) == read


@pytest.mark.parametrize("remote", ["", "127.0.0.1", "::1"])
def test_this_machine_is_nobody(remote: str) -> None:
    assert address(remote) == ""
