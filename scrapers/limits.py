"""What a server and a page may cost us: seconds, bytes and requests."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a server may take, in seconds; how much it may send, in bytes after unpacking."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    size: int = 10_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class RenderLimits:
    """How long a page may take in seconds; how much it may load in bytes, in how many requests."""

    total: float = 30.0
    size: int = 30_000_000
    requests: int = 300
    document: int = 10_000_000
