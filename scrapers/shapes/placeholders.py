"""A list that names nobody yet: nothing but places where names are to stand."""

from scrapers.documents.model import Document, Table
from scrapers.shapes.context import Context, in_context
from scrapers.shapes.header import find_header
from scrapers.shapes.naming import is_placeholder
from scrapers.shapes.table import is_list

FEWEST = 2  # one place for a name may be an example


def is_unfilled(document: Document) -> bool:
    """True if a table of sub-processors stands on the page, and no row of it is filled in."""
    return any(
        isinstance(block, Table) and block.region == "main" and _is_unfilled(block, context)
        for block, context in in_context(document)
    )


def _is_unfilled(table: Table, context: Context) -> bool:
    header = find_header(table)
    if header is None or not is_list(table, header, context):
        return False
    column = header.fields.index("vendor")
    names = [row[column].text for row in table.rows[header.body :] if row[column].text]
    return len(names) >= FEWEST and all(map(is_placeholder, names))
