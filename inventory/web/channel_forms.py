"""The forms of channels: what all have in common, and what each kind needs to send."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    IntegerField,
    PasswordField,
    SelectField,
    SelectMultipleField,
    StringField,
    SubmitField,
    TextAreaField,
)
from wtforms.validators import InputRequired, NumberRange, Optional

from inventory.models import Channel
from inventory.severity import LEVELS, rank
from inventory.telling.subscribe import MAX_NAME, NEWS_KINDS, Wish, wish_of
from inventory.web.choices import choices

KEPT = "Kept as it is unless you fill this in."
AGAIN = "Type it again: what is secret is never sent back."
PACES = (("at-once", "At once, one message a round of looks"), ("daily", "Once a day, as a digest"))
WORDS = {
    "added": "a sub-processor was added",
    "removed": "a sub-processor was removed",
    "renamed": "a sub-processor was renamed",
    "amended": "a purpose, a place or another detail changed",
    "source": "a source went bad or healed, or its clauses on changes differ",
}
LEAST = {
    "none": "any, none included",
    "low": "low and above",
    "medium": "medium and above",
    "high": "high alone",
}
SECURITIES = {
    "starttls": "STARTTLS (usually port 587)",
    "tls": "TLS (usually port 465)",
    "plain": "none, only for a server on this machine",
}


class ChannelForm(FlaskForm):
    """What every channel is asked for."""

    name = StringField("Name", render_kw={"maxlength": MAX_NAME, "autocomplete": "off"})
    pace = SelectField("Pace", choices=choices(PACES))
    digest_hour = IntegerField(
        "Hour of the digest (UTC)",
        [InputRequired("Give an hour from 0 to 23."), NumberRange(0, 23, "From 0 to 23.")],
        default=7,
        render_kw={"min": 0, "max": 23},
    )
    kinds = SelectMultipleField(
        "Tell when",
        choices=choices((kind, WORDS[kind]) for kind in NEWS_KINDS),
        default=list(NEWS_KINDS),
    )
    least_severity = SelectField(
        "Severity of a change",
        choices=choices(LEAST.items()),
        default="none",
        description="As it is when the change is found. News of sources comes at any.",
    )
    vendors = SelectMultipleField("Only these vendors", coerce=int, validate_choice=False)
    find = StringField("Find a vendor")
    look = SubmitField("Find")
    wants_suggested = BooleanField(
        "Tell suggested entries too: those read from prose that nobody confirmed yet", default=True
    )

    def sought(self) -> str | None:
        """The name of vendors that are looked for, before the form is kept; None of none."""
        text = _tidy(self.find.data)[:200]
        return text if text or self.look.data else None

    def settings(self) -> dict[str, Any]:
        """What the channel needs to send."""
        raise NotImplementedError

    def show(self, settings: dict[str, Any]) -> None:
        """Fill the fields of a kind; secrets stay out."""

    def wish(self) -> Wish:
        """What the channel is to be told of."""
        return Wish(
            pace=self.pace.data,
            digest_hour=self.digest_hour.data,
            kinds=tuple(self.kinds.data or ()),
            wants_suggested=self.wants_suggested.data,
            vendor_ids=tuple(self.vendors.data or ()),
            least_severity=rank(self.least_severity.data),
        )


class EmailForm(ChannelForm):
    """E-mail over SMTP."""

    to = TextAreaField(
        "To", description="One address a line.", render_kw={"rows": 2, "spellcheck": "false"}
    )
    sender = StringField("From", render_kw={"placeholder": "onward@example.org"})
    host = StringField("Mail server", render_kw={"placeholder": "smtp.example.org"})
    security = SelectField(
        "Encryption",
        choices=choices(SECURITIES.items()),
    )
    port = IntegerField(
        "Port",
        [Optional(), NumberRange(1, 65535, "From 1 to 65535.")],
        description="The usual one if left empty.",
    )
    username = StringField("User name", render_kw={"autocomplete": "off"})
    password = PasswordField("Password", render_kw={"autocomplete": "new-password"})

    def settings(self) -> dict[str, Any]:
        username = _tidy(self.username.data)
        return {
            "to": (self.to.data or "").replace(",", " ").replace(";", " ").split(),
            "from": _tidy(self.sender.data),
            "host": _tidy(self.host.data),
            "security": self.security.data,
            "port": self.port.data,
            "username": username,
            "password": self.password.data if username else None,
        }

    def show(self, settings: dict[str, Any]) -> None:
        self.to.data = "\n".join(settings.get("to") or ())
        self.sender.data = settings.get("from")
        for name in ("host", "security", "port", "username"):
            self[name].data = settings.get(name)


class WebhookForm(ChannelForm):
    """A signed POST."""

    url = StringField(
        "URL",
        description="It gets JSON, signed with a secret that is made here and shown once.",
        render_kw={"type": "url", "placeholder": "https://", "spellcheck": "false"},
    )

    def settings(self) -> dict[str, Any]:
        return {"url": _tidy(self.url.data)}

    def show(self, settings: dict[str, Any]) -> None:
        self.url.data = settings.get("url")


class AppriseForm(ChannelForm):
    """Any service that Apprise knows."""

    url = PasswordField(
        "Apprise URL",
        description="Such as slack://…, msteams://…, discord://…; it holds tokens, so it is never "
        "shown again.",
        render_kw={"autocomplete": "new-password", "spellcheck": "false"},
    )

    def settings(self) -> dict[str, Any]:
        return {"url": _tidy(self.url.data)}


FORMS: dict[str, type[ChannelForm]] = {
    "email": EmailForm,
    "webhook": WebhookForm,
    "apprise": AppriseForm,
}


def form_for(kind: str, channel: Channel | None) -> ChannelForm:
    """The form of a kind, filled with what a channel has where there is one and nothing was
    sent."""
    form = FORMS[kind]()
    if channel and not form.is_submitted():
        wish = wish_of(channel)
        form.name.data, form.pace.data = channel.name, wish.pace
        form.digest_hour.data, form.kinds.data = wish.digest_hour, list(wish.kinds)
        form.wants_suggested.data = wish.wants_suggested
        form.vendors.data = list(wish.vendor_ids)
        form.least_severity.data = LEVELS[wish.least_severity]
        form.show(channel.settings)
    return form


def _tidy(text: str | None) -> str:
    """What was typed, without blanks around it; nothing where the field was not sent."""
    return (text or "").strip()
