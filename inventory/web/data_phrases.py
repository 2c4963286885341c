"""Words for data that nobody knows: where they stand, and what people say that they mean."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from peewee import JOIN

from inventory.corrections import phrases
from inventory.corrections.phrases import IS_NOW, PhraseError, Unknown
from inventory.corrections.words import normal_words
from inventory.models import DataCategory, DataPhrase, Engagement, EngagementData, User, Vendor
from inventory.web.inbox_rows import Company
from inventory.web.pages import SIZE, Page, page_number
from inventory.web.security import current_user
from inventory.web.vendor_facts import Branch, grown_tree

blueprint = Blueprint("data_phrases", __name__, url_prefix="/data-phrases")
PLACES = 4  # entries named for each phrase
MOST_ENDED = 200
Ender = User.alias()


@dataclass(frozen=True)
class Row:
    """A phrase, and some of the entries that print it."""

    phrase: Unknown
    places: list[Engagement]

    @property
    def more(self) -> int:
        return max(0, self.phrase.count - len(self.places))


@blueprint.get("")
def index() -> ResponseReturnValue:
    """What is not known, the commonest first; what people said; what they took back."""
    unknown, said = phrases.unknown_phrases(), _said()
    number = min(page_number(), max(1, -(-len(unknown) // SIZE)))
    shown = unknown[(number - 1) * SIZE : number * SIZE]
    places = _places([words for one in shown for words in one.printed])
    rows = [Row(one, places.get(one.normal, [])[:PLACES]) for one in shown]
    return render_template(
        "phrases/index.html",
        page=Page(rows, number, len(unknown), SIZE),
        standing=[row for row in said if row.withdrawn_at is None],
        ended=[row for row in said if row.withdrawn_at][:MOST_ENDED],
        names=_names(),
    )


@blueprint.route("/meaning", methods=["GET", "POST"])
def meaning() -> ResponseReturnValue:
    """Choose what words mean: categories, or no personal data."""
    printed = request.values.get("phrase", "")
    ways = phrases.ways_of(normal_words(printed)) or abort(404)
    if request.method == "POST":
        try:
            phrases.say(printed, _chosen(), current_user, request.form.get("note", ""))
        except PhraseError as error:
            flash(f"{str(error)[:1].upper()}{str(error)[1:]}.", "danger")
        else:
            flash(f"Kept in your name: what “{printed[:80]}” means from now on.", "success")
            return redirect("/data-phrases")
    before = _standing(normal_words(printed))
    keys = request.form.getlist("category") or (before.keys if before else [])
    return render_template(
        "phrases/meaning.html",
        printed=printed,
        ways=ways,
        before=before,
        places=_places(ways).get(normal_words(printed), [])[:SIZE],
        tree=grown_tree([Branch(row, row.key in keys, 0) for row in _categories()]),
    ), 422 if request.method == "POST" else 200


@blueprint.post("/<int:phrase_id>/withdraw")
def withdraw(phrase_id: int) -> ResponseReturnValue:
    """Take back what was said of words; it stays in the history."""
    phrase = DataPhrase.get_or_none(DataPhrase.id == phrase_id) or abort(404)
    try:
        phrases.withdraw(phrase, current_user)
        flash("Taken back: the words count as they did before anybody said anything.", "success")
    except PhraseError as error:
        flash(f"{str(error)[:1].upper()}{str(error)[1:]}.", "danger")
    return redirect("/data-phrases")


def _chosen() -> list[str]:
    """The categories that were ticked. Raises PhraseError where nothing was said."""
    keys = request.form.getlist("category")
    is_none = request.form.get("means") == "none"
    if is_none and keys:
        raise PhraseError("choose either categories or that it is no personal data, not both")
    if not is_none and not keys:
        raise PhraseError("tick at least one category, or say that it is no personal data")
    return keys


def _said() -> list[DataPhrase]:
    query = (
        DataPhrase.select(DataPhrase, User, Ender)
        .join(User, JOIN.LEFT_OUTER, on=DataPhrase.set_by)
        .switch(DataPhrase)
        .join(Ender, JOIN.LEFT_OUTER, on=(DataPhrase.withdrawn_by == Ender.id), attr="withdrawn_by")
    )
    return list(query.order_by(DataPhrase.id.desc()))


def _standing(normal: str) -> DataPhrase | None:
    rows = (row for row in _said() if row.withdrawn_at is None and row.normal == normal)
    return next(rows, None)


def _places(printed: list[str]) -> dict[str, list[Engagement]]:
    """The entries listed now that print these words, by their normal form."""
    query = (
        EngagementData.select(EngagementData, Engagement, Vendor, Company)
        .join(Engagement)
        .join(Vendor, on=Engagement.vendor)
        .switch(Engagement)
        .join(Company, on=(Engagement.subprocessor == Company.id), attr="subprocessor")
        .where(EngagementData.printed.in_(printed), IS_NOW)
        .order_by(Engagement.id)
    )
    found: dict[str, dict[int, Engagement]] = defaultdict(dict)
    for row in query:
        found[normal_words(row.printed)][row.engagement_id] = row.engagement
    return {normal: list(rows.values()) for normal, rows in found.items()}


def _categories() -> Any:
    return DataCategory.select().order_by(DataCategory.key)


def _names() -> dict[str, str]:
    return {row.key: row.name for row in _categories()}
