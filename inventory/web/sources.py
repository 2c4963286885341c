"""Sources: every URL that is looked at, how it fares, and all that was ever seen there."""

from flask import Blueprint, abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from peewee import JOIN

from inventory.corrections.told import present
from inventory.health import gives_clauses
from inventory.intake import register
from inventory.models import (
    INTERVALS,
    SOURCE_KINDS,
    Check,
    NoticeTerm,
    Source,
    User,
    Vendor,
    utcnow,
)
from inventory.telling.wording import clauses_changed
from inventory.web.correction_rows import beside_entries, corrections_of, dropped, in_force
from inventory.web.pages import paginate
from inventory.web.rounds import check_soon, round_url
from inventory.web.security import admin_required, settings
from inventory.web.source_rows import (
    SHORT,
    NewHome,
    changes_by_check,
    counts,
    events_of,
    new_home,
    open_terms,
    readings_of,
    snapshots_of,
    wanted,
)

blueprint = Blueprint("sources", __name__, url_prefix="/sources")
STRIP = 90
SORTS = {
    "vendor": Vendor.name,
    "confirmed": Source.confirmed_at,
    "next": Source.next_check_at,
}


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Every source, filtered and sorted as the address asks."""
    sort = request.args.get("sort", "vendor")
    column = SORTS.get(sort.removeprefix("-"), Vendor.name)
    query = Source.select(Source, Vendor).join(Vendor).where(wanted())
    order = column.desc(nulls="LAST") if sort.startswith("-") else column.asc(nulls="LAST")
    return render_template(
        "sources/index.html",
        page=paginate(query.order_by(order, Source.id)),
        counts=counts(),
        now=utcnow(),
        sort=sort,
        kinds=SOURCE_KINDS,
        asked=request.args,
    )


@blueprint.get("/<int:source_id>")
def show(source_id: int) -> ResponseReturnValue:
    """One source and its whole life."""
    source = _found(source_id)
    checks = Check.select().where(Check.source == source).order_by(Check.started_at.desc())
    now = present(source)
    latest = now.row if now else None
    said = corrections_of(source)
    looks, last = paginate(checks, size=SHORT), checks.first()
    home = new_home(last) if source.interval != "off" else None
    return render_template(
        "sources/show.html",
        source=source,
        intervals=INTERVALS,
        now=utcnow(),
        strip=list(checks.limit(STRIP))[::-1],
        checks=looks,
        clauses={one.id: clauses_changed(one) for one in looks if one.news},
        contradictions=(latest.contradictions or []) if latest else [],
        snapshots=snapshots_of(source),
        readings=list(readings_of(source).limit(SHORT)),
        latest=latest,
        gives_clauses=gives_clauses,
        changes=changes_by_check(looks),
        can_trust=register.is_doubted(last),
        home=home,
        successor=_successor(source, home),
        entries=now.found.reading.entries if now else (),
        beside=beside_entries(now, in_force(said)) if now else [],
        dropped=dropped(now, in_force(said)) if now else [],
        corrections=len(in_force(said)),
        has_history=bool(said),
        lapsed=sum(fix.id not in now.found.seen for fix in now.told.fixes) if now else 0,
        terms=list(NoticeTerm.select().where(open_terms(source)).order_by(NoticeTerm.id)),
        events=events_of(source),
    )


@blueprint.post("/<int:source_id>/interval")
def set_interval(source_id: int) -> ResponseReturnValue:
    """Look more or less often, or no longer."""
    source = _found(source_id)
    try:
        register.set_interval(source, request.form.get("interval", ""), user=g.user)
    except register.RegisterError as error:
        abort(400, str(error))
    is_off = source.interval == "off"
    words = "turned off; what is known from it stays" if is_off else f"looked at {source.interval}"
    flash(f"The source is now {words}.", "success")
    return redirect(url_for("sources.show", source_id=source_id))


@blueprint.post("/<int:source_id>/robots")
@admin_required
def set_robots(source_id: int) -> ResponseReturnValue:
    """Exempt the source from robots.txt, or take that back."""
    source = _found(source_id)
    if request.form.get("exempt") == "yes":
        register.exempt_from_robots(source, g.user)
        flash("This source is now looked at whatever robots.txt says, in your name.", "success")
    else:
        register.obey_robots(source, g.user)
        flash("robots.txt is obeyed again.", "success")
    return redirect(url_for("sources.show", source_id=source_id))


@blueprint.post("/<int:source_id>/trust")
def trust(source_id: int) -> ResponseReturnValue:
    """Accept a page that was doubted, and look at it again."""
    source, since = _found(source_id), utcnow()
    try:
        register.trust_page(source, g.user)
    except register.RegisterError as error:
        abort(409, str(error))
    check_soon([source.id])
    return redirect(round_url(since, [source.id]))


@blueprint.post("/<int:source_id>/address")
def readdress(source_id: int) -> ResponseReturnValue:
    """Watch the source at its new address, and look at it there for the first time."""
    source, since = _found(source_id), utcnow()
    allow = settings().allow_private
    try:
        register.readdress(source, request.form.get("url", ""), user=g.user, allow_private=allow)
    except register.WatchedError as error:
        return redirect(url_for("sources.show", source_id=source_id, there=error.source.id))
    except register.RegisterError as error:
        abort(422, str(error))
    flash("The new address is watched, and compared with what stood at the old one.", "success")
    check_soon([source.id])
    return redirect(round_url(since, [source.id]))


def _successor(source: Source, home: NewHome | None) -> Source | None:
    """The source whose address was asked for as this one's, or is the one that its page points
    to."""
    if source.interval == "off":
        return None
    asked = Source.get_or_none(Source.id == request.args.get("there", type=int))
    other = asked or (home and home.watched)
    return other if other and other.id != source.id else None


def _found(source_id: int) -> Source:
    query = Source.select(Source, Vendor, User).join(Vendor).switch(Source)
    joined = query.join(User, JOIN.LEFT_OUTER, on=Source.robots_exempted_by)
    source: Source | None = joined.where(Source.id == source_id).first()
    return source or abort(404)
