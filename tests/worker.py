"""A worker that a test may kill: looks at a source and tells what is due, by the test's clock.

Reads `SOURCE MOMENT` line by line, and answers each with the outcome.
"""

import sys
from datetime import datetime

from inventory.check import check_source
from inventory.database import connected, open_database
from inventory.models import Source
from inventory.settings import load_settings
from inventory.telling import alert
from scrapers.fetch import Fetcher


def main() -> None:
    """Work until nothing more is asked."""
    settings = load_settings()
    open_database(settings)
    print("ready", flush=True)
    with connected(), Fetcher(allow_private=True, pause=0) as fetcher:
        for line in sys.stdin:
            number, moment = line.split()
            now = datetime.fromisoformat(moment)
            source = Source.get_by_id(int(number))
            check = check_source(source, fetcher=fetcher, clock=lambda now=now: now)
            alert.deliver(now, settings=settings)
            print(check.outcome if check else "taken", flush=True)


if __name__ == "__main__":
    main()
