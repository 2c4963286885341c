"""Which addresses may be reached; nothing changes between asking and connecting."""

import socket
from typing import Any

import pytest
from hypothesis import given, strategies as st

from scrapers.errors import FetchError
from scrapers.guard import Guard, is_public
from tests.servers import pages, serving


def leading_to(*addresses: str) -> Any:
    """A resolver that leads every name to these addresses, and counts how often it is asked."""

    def resolve(host: str, port: int, **_: object) -> list[Any]:
        resolve.asked += 1  # type: ignore[attr-defined]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in addresses]

    resolve.asked = 0  # type: ignore[attr-defined]
    return resolve


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255"),
        *("192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.170"),
        *("192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *(
            "168.63.129.16",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "fe80::1",
            "fc00::1",
        ),
        *("fe80::1%eth0", "fd00:ec2::254", "ff02::1", "fec0::1", "2001:db8::1", "2002:7f00:1::"),
        *("2001::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "::7f00:1", "100::1", "3fff::1"),
        *("2600::5efe:10.0.0.1", "2600::200:5efe:10.0.0.1", "not an address", ""),
    ],
)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1"),
        *("2606:4700::1111", "2a00:1450:4001::1", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"),
    ],
)
def test_a_public_address_is_permitted(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_inside_an_ipv6_one(address: Any) -> None:
    alone = is_public(str(address))

    assert is_public(f"::ffff:{address}") == alone
    assert is_public(f"64:ff9b::{address}") == alone


@given(st.ip_addresses())
def test_what_python_knows_as_private_is_never_public(address: Any) -> None:
    mapped = getattr(address, "ipv4_mapped", None)

    known = address.is_private or address.is_loopback or address.is_link_local

    assert not (known and is_public(str(address)) and mapped is None)


def test_a_name_that_turns_private_later_is_asked_only_once() -> None:
    resolve = leading_to("127.0.0.1")
    with serving(pages(list="secret")) as origin:
        guard = Guard(resolve=resolve)

        with pytest.raises(FetchError, match=r"rebind\.example leads to 127\.0\.0\.1") as caught:
            guard.connect("rebind.example", origin.server_port, timeout=1)

    assert resolve.asked == 1
    assert not caught.value.transient
    assert origin.requests == []


def test_of_several_addresses_only_permitted_ones_are_tried() -> None:
    with serving(pages()) as origin:
        exempt = frozenset({origin.address})
        guard = Guard(exempt=exempt, resolve=leading_to("10.0.0.1", "127.0.0.1"))

        with guard.connect("mixed.example", origin.server_port, timeout=1) as sock:
            peer = sock.getpeername()

    assert peer == origin.address


def test_an_exemption_holds_for_its_port_alone() -> None:
    guard = Guard(exempt=frozenset({("127.0.0.1", 8001)}))

    assert guard.permits("127.0.0.1", 8001)
    assert not guard.permits("127.0.0.1", 8002)
    assert not guard.permits("127.0.0.2", 8001)


def test_a_socket_that_reached_another_address_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(pages()) as origin:
        guard = Guard(exempt=frozenset({origin.address}))
        monkeypatch.setattr(
            "scrapers.guard.MeteredSocket.getpeername", lambda _: ("10.0.0.1", 80), raising=False
        )

        with pytest.raises(FetchError, match=r"10\.0\.0\.1, which is not a public address"):
            guard.connect("127.0.0.1", origin.server_port, timeout=1)


def test_a_closed_port_is_said_to_refuse() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

        with pytest.raises(FetchError, match="Connection refused") as caught:
            Guard(allow_private=True).connect("127.0.0.1", port, timeout=1)

    assert caught.value.transient
