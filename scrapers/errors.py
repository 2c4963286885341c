"""What can go wrong between a URL and its entries, with the facts known where it was raised."""


class ScrapeError(Exception):
    """The world did not give us what we asked for; the message is one sentence for a person."""


class FetchError(ScrapeError):
    """The page could not be had."""

    def __init__(self, message: str, *, transient: bool) -> None:
        super().__init__(message)
        self.transient = transient


class ReadError(ScrapeError):
    """The page was had, but nothing can be read from it."""


class CatalogueError(ScrapeError):
    """The catalogue says something it must not say."""
