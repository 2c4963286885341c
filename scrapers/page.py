"""What a server answered, before anyone reads it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

KINDS = ("list", "policy", "dpa")  # of pages that a vendor publishes
SUFFIXES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".pdf": "application/pdf",
    ".csv": "text/csv",
    ".json": "application/json",
    ".json_page": "application/json",
}


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one answer and what the server said about them.

    `url` is the address we asked for, `final_url` the one that answered after redirects. `charset`
    is what the Content-Type header named, None if it named none: what meta tags and BOMs say is for
    the reader to find.
    """

    url: str
    content: bytes
    media_type: str = "text/html"
    charset: str | None = None
    final_url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    fetched_at: datetime | None = None

    @property
    def base_url(self) -> str:
        """The address that relative links start from."""
        return self.final_url or self.url

    @classmethod
    def from_file(cls, path: str | Path) -> "Page":
        """Read a saved page; its suffix tells what it is (unknown ones count as HTML). Raises
        OSError."""
        path = Path(path)
        media_type = SUFFIXES.get(path.suffix.lower(), "text/html")
        return cls(
            url=path.name,
            content=path.read_bytes(),
            media_type=media_type,
            fetched_at=datetime.now(UTC),
        )
