"""The forms by which people correct what was read."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, TextAreaField

from inventory.corrections.fields import CHOICES, FIELDS, FieldError, parse_fields, shown
from inventory.web.choices import choices
from scrapers.entry import Entry

LINES = {"rows": 3, "placeholder": "one a line"}
CONDITIONS = {
    "stated": "stated",
    "example": "named as an example",
    "customer-chosen": "by the customer's choice",
}


class EntryForm(FlaskForm):
    """An entry's fields; lists have a part a line."""

    entity = StringField("Name as printed")
    vendor = StringField("Commonly used name", description="Left empty, it follows from the name.")
    purpose = TextAreaField("Purpose", render_kw={"rows": 3})
    data = TextAreaField("Kinds of data", render_kw=LINES)
    locations = TextAreaField("Where it processes", render_kw=LINES)
    countries = StringField(
        "Countries",
        description="Names or codes, such as IE, US. Left as they are, they follow the places.",
    )
    entity_location = TextAreaField("Where it is established", render_kw=LINES)
    storage_location = TextAreaField("Where it stores", render_kw=LINES)
    transfer = TextAreaField("Transfer mechanism", render_kw={"rows": 3})
    role = StringField(
        "Role",
        default="sub-processor",
        description="Such as sub-processor, affiliate, payment, analytics.",
    )
    condition = SelectField(
        "Condition",
        choices=choices((one, CONDITIONS[one]) for one in CHOICES["condition"]),
        default="stated",
    )
    status = SelectField(
        "Status", choices=choices((one, one) for one in CHOICES["status"]), default="current"
    )
    effective_on = StringField("Date it counts from", render_kw={"placeholder": "2026-05-31"})
    service = StringField("Service")
    section = StringField("Section")
    link = StringField("Link")
    notes = TextAreaField("Notes", render_kw={"rows": 3})
    note = StringField("Why, for others who read this later")

    def typed(self) -> dict[str, Any] | None:
        """The values of the fields that were sent; None where one of them says why it cannot be."""
        sent = {name: str(self[name].data or "") for name in FIELDS if self[name].raw_data}
        try:
            return parse_fields(sent)
        except FieldError as error:
            bound = self[error.field]
            bound.errors = [*bound.errors, f"{str(error)[:1].upper()}{str(error)[1:]}."]
            return None


class MissedForm(EntryForm):
    """An entry that the reader missed, and the words that prove it."""

    quote = TextAreaField(
        "The page's own words",
        render_kw={"rows": 4},
        description="Copied from the stored page: they must stand there exactly, and name the "
        "company. Line breaks and blanks do not matter.",
    )


def filled(entry: Entry) -> dict[str, str]:
    """What a form shows of an entry."""
    texts = {name: shown(entry, name) for name in FIELDS}
    return texts | {"countries": texts["countries"].replace("\n", ", ")}
