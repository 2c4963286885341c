"""Looking now: the button, and how the round goes, with or without JavaScript."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from inventory import schedule
from inventory.models import Source, utcnow
from inventory.progress import Line, Round, round_since
from inventory.web.security import settings
from inventory.web.source_rows import changes_by_check

blueprint = Blueprint("rounds", __name__, url_prefix="/sources/round")
MOST_NAMED = 200  # sources that one form may name; without any, all are meant
WORDS = {
    "waiting": "waiting",
    "looking": "looking",
    "baseline": "first reading kept as the baseline",
    "changed": "changed",
    "unchanged": "unchanged",
    "unreadable": "could not be read",
    "unreachable": "could not be reached",
}

MANY = {"baseline": "first readings kept as baselines"}


@blueprint.app_template_filter("sentence")
def sentence(text: str | None) -> str:
    """Begin a problem with a capital where it stands alone, unless it begins with an address or
    the name of a file."""
    text = text or ""
    first = text.split(" ", 1)[0]
    return text if any(sign in first[:-1] for sign in ".:/") else text[:1].upper() + text[1:]


@blueprint.post("")
def begin() -> ResponseReturnValue:
    """Hand sources to the worker: those named, or all that are not turned off."""
    asked = sorted(set(request.form.getlist("source", type=int)))[:MOST_NAMED]
    wanted = Source.id.in_(asked) if asked else Source.interval != "off"
    ids = [source_id for (source_id,) in Source.select(Source.id).where(wanted).tuples()]
    if not ids:
        flash(
            "There is no source to look at; all are turned off, or none was added yet.", "warning"
        )
        return redirect(url_for("sources.index"))
    since = utcnow()
    check_soon(ids)
    return redirect(round_url(since, ids if asked else []))


@blueprint.get("")
def show() -> ResponseReturnValue:
    """A line for each source, from waiting to its outcome."""
    found = _asked_for()
    counted = (
        f"{count:,} {WORDS[outcome] if count == 1 else MANY.get(outcome, WORDS[outcome])}"
        for outcome, count in found.outcomes.items()
    )
    changed = [line.check for line in found.lines if line.check and line.state == "changed"]
    return render_template(
        "sources/round.html",
        round=found,
        words=WORDS,
        state_url=_state_url(),
        summary=", ".join(counted),
        changes=changes_by_check(changed) if found.is_over else {},
    )


@blueprint.get("/state")
def state() -> ResponseReturnValue:
    """The same as JSON, for the module that keeps the page up to date."""
    now = _asked_for()
    return jsonify(
        done=now.done,
        total=now.total,
        isOver=now.is_over,
        isStalled=now.is_stalled,
        lines=[_plain(line) for line in now.lines],
    )


def check_soon(source_ids: list[int]) -> None:
    """Hand sources to the worker."""
    schedule.check_soon(source_ids, settings())


def round_url(since: datetime, source_ids: list[int]) -> str:
    """Where the round that began at `since` can be watched."""
    stamp = since.astimezone(UTC).replace(tzinfo=None).isoformat()
    return url_for("rounds.show", since=stamp, source=source_ids or None)


def _asked_for() -> Round:
    now = utcnow()
    try:
        since = datetime.fromisoformat(request.args.get("since", "")).replace(tzinfo=UTC)
    except ValueError:
        since = now
    return round_since(since, now, request.args.getlist("source", type=int))


def _plain(line: Line) -> dict[str, Any]:
    return {
        "id": line.source.id,
        "state": line.state,
        "words": WORDS[line.state],
        "problem": sentence(line.problem),
    }


def _state_url() -> str:
    return f"{url_for('rounds.state')}?{request.query_string.decode('ascii', 'replace')}"
