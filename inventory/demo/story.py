"""What happens in the sample workspace: who publishes what, and on which day it changed."""

from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
LOOKS = (40, 33, 26, 19, 12, 8, 7, 6, 5, 4, 3, 2, 1, 0)  # days ago, the oldest first


@dataclass(frozen=True)
class SamplePage:
    """A page of a made-up vendor. `shows` gives, from which day on (days ago), which version."""

    folder: str
    address: str
    kind: str
    shows: tuple[tuple[int, int], ...]
    stays_on: bool = False

    def version(self, days_ago: int) -> Path:
        """The file that stands at the address on that day."""
        number = next(number for since, number in reversed(self.shows) if since >= days_ago)
        return PAGES / self.folder / f"{number}.html"


@dataclass(frozen=True)
class SampleVendor:
    """A company that does not exist, at a domain that is set aside for examples (RFC 2606)."""

    name: str
    domain: str
    country: str
    purpose: str
    pages: tuple[SamplePage, ...]
    sent: tuple[str, ...]  # what we send them, by Fides keys


STORY = (
    SampleVendor(
        "Papermoon Desk (sample)",
        "papermoon.example",
        "IE",
        "Help desk",
        (
            SamplePage("papermoon-dpa", "/legal/dpa", "dpa", ((40, 1), (12, 2), (3, 3))),
            SamplePage("papermoon", "/legal/sub-processors", "list", ((40, 1), (6, 2), (3, 3))),
        ),
        ("user.name", "user.contact.email", "user.content"),
    ),
    SampleVendor(
        "Harbourline Payroll (sample)",
        "harbourline.example",
        "GB",
        "Payroll",
        (SamplePage("harbourline", "/trust/sub-processors", "list", ((40, 1), (7, 2), (1, 3))),),
        ("user.name", "user.contact.email", "user.financial.bank_account"),
    ),
    SampleVendor(
        "Tallyfox Insights (sample)",
        "tallyfox.example",
        "US",
        "Surveys and dashboards",
        (SamplePage("tallyfox", "/subprocessors", "list", ((40, 1), (8, 2), (2, 3))),),
        ("user.contact.email",),
    ),
    SampleVendor(
        "Lindenhof Zeiterfassung (sample)",
        "lindenhof.example",
        "DE",
        "Recording of working hours",
        (SamplePage("lindenhof", "/unterauftragsverarbeiter", "list", ((40, 1), (8, 2), (4, 3))),),
        ("user.name", "user.contact.email"),
    ),
    SampleVendor(
        "Quillstone Notes (sample)",
        "quillstone.example",
        "GB",
        "Notes",
        (SamplePage("quillstone", "/privacy", "policy", ((40, 1), (5, 2), (3, 3))),),
        ("user.contact.email", "user.content"),
    ),
    SampleVendor(
        "Brightwell Forms (sample)",
        "brightwell.example",
        "AU",
        "Forms on our website",
        (
            SamplePage(
                "brightwell", "/subprocessors", "list", ((40, 1), (12, 2), (4, 3)), stays_on=True
            ),
        ),
        ("user.contact.email",),
    ),
)
