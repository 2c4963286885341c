"""Channels: where alerts go, what each is told of, and what became of the last ones."""

from flask import Blueprint, abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from peewee import JOIN, fn

from inventory.channels import ChannelError
from inventory.models import (
    CHANNEL_KINDS,
    Channel,
    Delivery,
    Subscription,
    Vendor,
    utcnow,
)
from inventory.telling import alert, outbox, subscribe
from inventory.web.channel_forms import AGAIN, KEPT, LEAST, WORDS, ChannelForm, form_for
from inventory.web.choices import choices
from inventory.web.delivery_rows import deliveries, told
from inventory.web.pages import paginate
from inventory.web.security import admin_required, current_user, settings
from inventory.web.vendor_choice import offer

blueprint = Blueprint("channels", __name__, url_prefix="/channels")
KINDS = {"email": "E-mail", "webhook": "Webhook", "apprise": "Chat or other service"}


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Every channel, with how its last message fared."""
    query = Channel.select(
        Channel, fn.MAX(Delivery.sent_at).python_value(Delivery.sent_at.python_value).alias("sent")
    )
    rows = query.join(Delivery, JOIN.LEFT_OUTER).group_by(Channel.id).order_by(Channel.name)
    return render_template("channels/index.html", channels=list(rows), kinds=KINDS)


@blueprint.route("/new", methods=["GET", "POST"])
@admin_required
def new() -> ResponseReturnValue:
    """Make a channel. The secret of a webhook is shown now, and never again."""
    kind = request.args.get("kind", "")
    if kind not in CHANNEL_KINDS:
        return render_template("channels/new.html", kinds=KINDS)
    form = form_for(kind, None)
    problems: tuple[str, ...] = ()
    if form.sought() is None and form.validate_on_submit():
        try:
            channel = subscribe.make_channel(
                form.name.data or "", kind, settings=form.settings(), wish=form.wish(), user=g.user
            )
        except subscribe.ChannelFaults as faults:
            problems = faults.sentences
        else:
            return _after(channel, channel.settings.get("secret"))
    return _edit(None, kind, form, problems)


@blueprint.get("/<int:channel_id>")
def show(channel_id: int) -> ResponseReturnValue:
    """One channel, and what became of its last deliveries."""
    channel = _found(channel_id)
    page = paginate(deliveries(channel), size=25)
    only = Vendor.select().join(Subscription).where(Subscription.channel == channel)
    return render_template(
        "channels/show.html",
        channel=channel,
        kinds=KINDS,
        now=utcnow(),
        words=WORDS,
        least=list(LEAST.values()),
        service=_service(channel),
        vendors=list(only.order_by(Vendor.name)),
        page=page,
        told=[told(delivery) for delivery in page.rows],
        given_up=Delivery.select().where(_given_up(channel)).count(),
    )


@blueprint.route("/<int:channel_id>/edit", methods=["GET", "POST"])
@admin_required
def edit(channel_id: int) -> ResponseReturnValue:
    """Alter a channel; secrets that are left empty stay."""
    channel = _found(channel_id)
    form = form_for(channel.kind, channel)
    problems: tuple[str, ...] = ()
    if form.sought() is None and form.validate_on_submit():
        try:
            subscribe.alter_channel(
                channel,
                form.name.data or "",
                settings=form.settings(),
                wish=form.wish(),
                user=g.user,
            )
        except subscribe.ChannelFaults as faults:
            problems = faults.sentences
        else:
            flash(f"{channel.name} was altered.", "success")
            return redirect(url_for("channels.show", channel_id=channel_id))
    return _edit(channel, channel.kind, form, problems)


@blueprint.post("/<int:channel_id>/<any(test, on, off, secret, retry):what>")
@admin_required
def do(channel_id: int, what: str) -> ResponseReturnValue:
    """Send a test message, turn the channel on or off, renew its secret, or try again."""
    channel = _found(channel_id)
    if what == "test":
        _test(channel)
    elif what == "secret":
        return _after(channel, subscribe.renew_secret(channel, user=g.user))
    elif what == "retry":
        count = outbox.retry_failed(channel, utcnow())
        flash(f"{count} deliveries are due again; the worker sends them within a minute.", "info")
    else:
        subscribe.set_active(channel, what == "on", user=g.user)
        flash(f"{channel.name} is turned {what}.", "success")
    return redirect(url_for("channels.show", channel_id=channel_id))


def _test(channel: Channel) -> None:
    try:
        remark = alert.send_test(channel, settings=settings())
    except ChannelError as error:
        flash(f"The test message did not leave: {error}.", "danger")
    else:
        flash(remark or "The test message was taken.", "warning" if remark else "success")


def _after(channel: Channel, secret: str | None) -> ResponseReturnValue:
    if secret is None:
        flash(f"{channel.name} was made. Send it a test message.", "success")
        return redirect(url_for("channels.show", channel_id=channel.id))
    return render_template("channels/secret.html", channel=channel, secret=secret)


def _edit(
    channel: Channel | None, kind: str, form: ChannelForm, problems: tuple[str, ...]
) -> ResponseReturnValue:
    """The form, with the vendors it lets choose from: a search among many is no fault."""
    text = form.sought()
    vendors = offer(form.vendors.data or [], text)
    form.vendors.choices = choices(vendors.vendors)
    shown = {"channel": channel, "kind": kind, "kinds": KINDS, "kept": KEPT, "again": AGAIN}
    page = render_template(
        "channels/edit.html", form=form, problems=problems, offer=vendors, text=text, **shown
    )
    return page, 422 if request.method == "POST" and text is None else 200


def _service(channel: Channel) -> str:
    """Where a channel's URL leads, as far as everybody may know: its path may hold a token."""
    url = str(channel.settings.get("url", ""))
    if channel.kind == "webhook":
        return url if current_user.is_admin else f"{'/'.join(url.split('/')[:3])}/…"
    return url.partition(":")[0]


def _found(channel_id: int) -> Channel:
    channel: Channel | None = Channel.get_or_none(Channel.id == channel_id)
    return channel or abort(404)


def _given_up(channel: Channel) -> object:
    return (Delivery.channel == channel) & Delivery.given_up_at.is_null(False)
