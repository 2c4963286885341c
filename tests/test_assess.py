"""The facts that a change's severity rests on, gathered from the register."""

import pytest

from inventory.assess import assessed, stored_reasons
from inventory.diff import Difference
from inventory.models import Change, DataCategory, SentData
from inventory.review import set_sent_data
from inventory.severity import LEVELS
from scrapers.entry import Entry
from tests.factories import NOW, make_change, make_engagement, make_source, make_user, make_vendor

pytestmark = pytest.mark.usefixtures("workspace")


def entry(**more) -> Entry:
    return Entry(**({"vendor": "Relay", "entity": "Relay", "quote": "Relay"} | more))


def look(difference: Difference, engagement, *, is_news=True) -> dict[str, str]:
    columns = assessed(difference, engagement, day=NOW.date(), is_news=is_news)
    found = {reason["rule"]: reason["text"] for reason in columns["reasons"]}
    levels = [LEVELS.index(reason["level"]) for reason in columns["reasons"]]
    assert columns["severity"] == max(levels, default=0)
    return found


def added(**more) -> Difference:
    return Difference("added", "Relay", after=entry(**more))


def engagement_of(company=None):
    return make_engagement(make_source(), company or make_vendor("Relay"))


def test_data_that_are_printed_are_known_as_special() -> None:
    said = look(added(data=("Health data", "E-mail address")), engagement_of())

    assert "Health" in said["special-data-published"]


def test_what_we_send_counts_where_it_is_special() -> None:
    engagement = engagement_of()
    for key in ("user.childrens", "user.contact.email"):
        category = DataCategory.get(DataCategory.key == key)
        SentData.create(vendor=engagement.vendor, category=category)

    said = look(added(countries=("DE",)), engagement)

    assert "Children's data, which may reach Relay" in said["special-data-sent"]


def test_only_vendors_of_ours_that_use_it_now_are_counted() -> None:
    company = make_vendor("Relay")
    for _ in range(5):
        engagement_of(company)
    make_engagement(make_source(make_vendor(is_ours=False)), company)
    make_engagement(make_source(), company, closed_at=NOW)

    said = look(added(countries=("DE",)), engagement_of(company))

    assert said["relied-on"].startswith("5 other vendors")


def test_an_amended_purpose_is_searched_for_ai_and_nothing_else_is() -> None:
    before = entry(purpose="Hosting", notes="AI features")
    after = entry(purpose="Hosting and training of AI models", notes="AI features")
    difference = Difference("amended", "Relay", field="purpose", before=before, after=after)

    said = look(difference, engagement_of())

    assert set(said) == {"ai-training", "amended"}


def test_what_is_no_news_has_no_severity() -> None:
    assert look(added(countries=("IN",)), engagement_of(), is_news=False) == {}


def test_open_changes_follow_what_we_say_that_we_send() -> None:
    engagement = engagement_of()
    columns = assessed(added(countries=("US",)), engagement, day=NOW.date(), is_news=True)
    waiting = make_change(engagement, **columns)
    settled = make_change(engagement, decision="accepted", **columns)
    user = make_user()

    set_sent_data(engagement.vendor, ["user.health_and_medical"], user)
    with_it = stored_reasons(Change.get_by_id(waiting.id))
    set_sent_data(engagement.vendor, [], user)

    assert "special-data-sent" in {reason.rule for reason in with_it}
    assert Change.get_by_id(waiting.id).reasons == columns["reasons"]
    assert Change.get_by_id(settled.id).reasons == columns["reasons"]
