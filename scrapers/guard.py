"""Connect to public addresses only: checked in the connection, so no name changes in between."""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import certifi
import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import PoolManager
from urllib3.util.ssl_ import create_urllib3_context

from scrapers.errors import FetchError
from scrapers.meter import MeteredSocket, MeteredTLSSocket, meter

Address = tuple[str, int]
Found = tuple[int, int, int, str, tuple[Any, ...]]

# IANA's special-purpose registries (RFC 6890 and later), with multicast and reserved blocks.
NOT_PUBLIC_4 = tuple(
    ip_network(block)
    for block in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
        *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"),
        *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",  # looks public, yet is a cloud's own door to its machines
    )
)
# Only 2000::/3 is given out; in it, protocol assignments with Teredo, documentation, and 6to4.
PUBLIC_6 = ip_network("2000::/3")
NOT_PUBLIC_6 = tuple(map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
NAT64 = ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


def is_public(address: str) -> bool:
    """True if an IP address is one that anybody on the internet may have."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return _is_public_6(parsed) if isinstance(parsed, IPv6Address) else _is_public_4(parsed)


def _is_public_4(address: IPv4Address) -> bool:
    return not any(address in block for block in NOT_PUBLIC_4)


def _is_public_6(address: IPv6Address) -> bool:
    if address.ipv4_mapped:
        return _is_public_4(address.ipv4_mapped)
    if address in NAT64:
        return _is_public_4(IPv4Address(int(address) & 0xFFFF_FFFF))
    if (int(address) >> 32) & 0xFDFF_FFFF == 0x5EFE:  # ISATAP (RFC 5214) hides an IPv4 address
        return False
    return address in PUBLIC_6 and not any(address in block for block in NOT_PUBLIC_6)


@dataclass(frozen=True)
class Guard:
    """Which addresses may be connected to: public ones, those exempt, or all if `allow_private`.

    `exempt` holds (IP address, port): what a name leads to counts, not the name.
    """

    allow_private: bool = False
    exempt: frozenset[Address] = frozenset()
    resolve: Callable[..., list[Any]] = field(default=socket.getaddrinfo, repr=False)

    def permits(self, address: str, port: int) -> bool:
        """True if a connection to this address and port is allowed."""
        return self.allow_private or (address, port) in self.exempt or is_public(address)

    def connect(self, host: str, port: int, *, timeout: float | None) -> socket.socket:
        """Resolve once and connect to a permitted address. Raises FetchError with the reason."""
        found = self._look_up(host, port)
        permitted = [place for place in found if self.permits(str(place[4][0]), port)]
        if not permitted:
            raise FetchError(_refusal(host, str(found[0][4][0])), transient=False)
        problem = OSError("no address")
        for place in permitted:
            try:
                return self._open(place, min(timeout or 60, meter.left()))
            except OSError as error:
                problem = error
        raise FetchError(
            f"could not connect to {host}, port {port} ({_reason(problem)}); we try again later",
            transient=True,
        )

    def _look_up(self, host: str, port: int) -> list[Found]:
        try:
            found: list[Found] = self.resolve(host.strip("[]"), port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, ValueError) as error:
            raise FetchError(
                f"the name {host} was not found ({_reason(error)}); check its spelling",
                transient=True,
            ) from error
        if not found:
            raise FetchError(f"the name {host} leads to no address", transient=True)
        return found

    def _open(self, place: Found, timeout: float) -> socket.socket:
        family, kind, protocol, _, target = place
        sock = MeteredSocket(family, kind, protocol)
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(timeout)
            sock.connect(target)
            peer = sock.getpeername()
            if not self.permits(str(peer[0]), int(peer[1])):
                raise FetchError(_refusal(str(target[0]), str(peer[0])), transient=False)
        except BaseException:
            sock.close()
            raise
        return sock


def guarded_pools(guard: Guard) -> dict[str, type[HTTPConnectionPool]]:
    """The urllib3 pool classes whose connections ask the guard, by scheme."""

    def open_socket(connection: HTTPConnection) -> socket.socket:
        timeout = connection.timeout if isinstance(connection.timeout, int | float) else None
        host = getattr(connection, "_dns_host", connection.host)  # keeps the dot of a full name
        return guard.connect(host, connection.port or 0, timeout=timeout)

    class GuardedConnection(HTTPConnection):
        _new_conn = open_socket

    class GuardedTLSConnection(HTTPSConnection):
        _new_conn = open_socket

    class GuardedPool(HTTPConnectionPool):
        ConnectionCls = GuardedConnection

    class GuardedTLSPool(HTTPSConnectionPool):
        ConnectionCls = GuardedTLSConnection

    return {"http": GuardedPool, "https": GuardedTLSPool}


def tls_context() -> ssl.SSLContext:
    """Trust what browsers trust, and what this machine's owner added. Slow: make it once."""
    context = create_urllib3_context()
    context.load_verify_locations(certifi.where())
    context.load_default_certs()
    context.sslsocket_class = MeteredTLSSocket
    return context


class GuardedAdapter(HTTPAdapter):
    """Sends requests through the guard, with one TLS context and one pool for all of them."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        super().__init__(pool_connections=32, pool_maxsize=4)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return tls_context()

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **settings: Any
    ) -> None:
        self.poolmanager = PoolManager(connections, maxsize=maxsize, block=block, **settings)
        self.poolmanager.pool_classes_by_scheme = guarded_pools(self._guard)

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: Any, cert: Any = None
    ) -> tuple[Any, Any]:
        host, _ = super().build_connection_pool_key_attributes(request, True, None)
        return host, {"ssl_context": self._tls} if host["scheme"] == "https" else {}

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Leave the pool as it is: its TLS context verifies, and was loaded once."""


def _refusal(host: str, address: str) -> str:
    is_name = host.strip("[]") != address
    what = f"{host} leads to {address}, which" if is_name else address
    return (
        f"{what} is not a public address, so we do not connect to it; "
        "set ONWARD_ALLOW_PRIVATE=1 to let Onward reach private addresses"
    )


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return str(getattr(error, "strerror", None) or error)
