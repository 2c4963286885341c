"""The screens of sources, rounds of looks and stored pages."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from inventory.models import AuditEvent, Check, Reading, Source, User, utcnow
from inventory.telling.subscribe import Wish, make_channel
from scrapers.entry import Entry
from scrapers.wire import entry_to_json
from tests.factories import (
    NOW,
    make_check,
    make_snapshot,
    make_source,
    make_term,
    make_user,
    make_vendor,
)

PAGE = b"""<h1>Sub-processors</h1><p>We use:</p>
<table><tr><th>Name</th><th>Purpose</th></tr>
<tr><td>Kestrelmail <script>alert(1)</script></td><td>Sending
of e-mail</td></tr></table>"""


@pytest.fixture
def source(workspace: object) -> Source:
    return make_source(make_vendor("Quillmark", slug="quillmark"), url="https://q.example/list")


def make_reading(source: Source, **columns: object) -> Reading:
    snapshot = columns.pop("snapshot", None) or make_snapshot(source, PAGE)
    entry = Entry(
        vendor="Kestrelmail", entity="Kestrelmail GmbH", quote="Kestrelmail Sending of e-mail"
    )
    defaults = {
        "snapshot": snapshot,
        "reader_version": 1,
        "kind": "subprocessor-list",
        "complete": True,
        "entries": [entry_to_json(entry)],
        "notice": [],
    }
    return Reading.create(**(defaults | columns))


def text(client: FlaskClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, response.status
    return " ".join(response.get_data(as_text=True).split())


@pytest.mark.parametrize("path", ["/sources", "/sources/1", "/sources/round", "/snapshots/1"])
def test_a_stranger_is_led_to_the_sign_in(client: FlaskClient, path: str) -> None:
    make_source()

    make_user()

    response = client.get(path)

    assert response.status_code == 302
    assert "/sign-in" in response.location


def test_an_empty_register_says_what_to_do(signed_in: FlaskClient) -> None:
    page = text(signed_in, "/sources")

    assert "Nothing is watched yet" in page
    assert 'href="/start"' in page


def test_silence_and_failure_never_look_alike(signed_in: FlaskClient) -> None:
    make_source(make_vendor("Good"))
    bad_since = utcnow() - timedelta(days=60)
    make_source(make_vendor("Bad"), problem="it answered 500", bad_since=bad_since)
    make_source(make_vendor("New"), checked_at=None, confirmed_at=None)
    make_source(make_vendor("Shaky"), problem="no answer")
    make_source(make_vendor("Off"), interval="off")

    page = text(signed_in, "/sources")

    for words in ("could not read since", "not looked at yet", "last look failed", "turned off"):
        assert words in page
    assert "It answered 500" in page


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("health=bad", ["Tarnwell"]),
        ("health=off", []),
        ("kind=policy", ["Tarnwell"]),
        ("q=QUILL", ["Quillmark"]),
        ("q=tarn.example", ["Tarnwell"]),
        ("q=%25", []),
        ("health=nonsense", ["Quillmark", "Tarnwell"]),
        ("sort=-vendor", ["Tarnwell", "Quillmark"]),
    ],
)
def test_sources_can_be_found(
    signed_in: FlaskClient, source: Source, query: str, names: list[str]
) -> None:
    other = make_vendor("Tarnwell")
    make_source(other, url="https://tarn.example/x", kind="policy", bad_since=utcnow())

    page = text(signed_in, f"/sources?{query}")

    places = [(page.find(f">{name}</a>"), name) for name in ("Quillmark", "Tarnwell")]
    assert [name for place, name in sorted(places) if place >= 0] == names


def test_fifty_sources_are_shown_at_a_time(signed_in: FlaskClient) -> None:
    vendor = make_vendor()
    for _ in range(51):
        make_source(vendor)

    assert "1–50 of 51 sources" in text(signed_in, "/sources")
    assert "51–51 of 51 sources" in text(signed_in, "/sources?page=2")


def test_a_source_shows_its_life_and_what_was_read(signed_in: FlaskClient, source: Source) -> None:
    reading = make_reading(source)
    make_term(source)
    for outcome in ("baseline", "unchanged", "changed"):
        make_check(source, outcome, snapshot=reading.snapshot, reading=reading)
    make_check(source, "unreachable", problem="no answer within 20 s")

    page = text(signed_in, f"/sources/{source.id}")

    assert "1 entry in the latest reading" in page
    assert "Kestrelmail Sending of e-mail" in page
    assert "Customer may object within 14 days of the notice." in page
    assert "No answer within 20 s" in page
    assert page.count('<li class="is-') == 4
    assert reading.snapshot.sha256[:16] in page


def test_a_source_that_nobody_looked_at_says_so(signed_in: FlaskClient) -> None:
    source = make_source(checked_at=None, confirmed_at=None)

    page = text(signed_in, f"/sources/{source.id}")

    assert "Nobody has looked yet" in page
    assert "Not read yet" in page


def test_a_source_that_there_is_not_is_one_sentence(signed_in: FlaskClient) -> None:
    response = signed_in.get("/sources/99")

    assert response.status_code == 404
    assert "There is nothing at this address" in response.get_data(as_text=True)


def test_turning_a_source_off_deletes_nothing(signed_in: FlaskClient, source: Source) -> None:
    make_reading(source)

    response = signed_in.post(
        f"/sources/{source.id}/interval", data={"interval": "off"}, follow_redirects=True
    )

    assert "what is known from it stays" in response.get_data(as_text=True)
    assert Source.get_by_id(source.id).interval == "off"
    assert Reading.select().count() == 1


def test_an_interval_that_there_is_not_is_refused(signed_in: FlaskClient, source: Source) -> None:
    response = signed_in.post(f"/sources/{source.id}/interval", data={"interval": "never"})

    assert response.status_code == 400
    assert Source.get_by_id(source.id).interval == "daily"


def test_an_admin_is_named_for_an_exemption(signed_in: FlaskClient, source: Source) -> None:
    signed_in.post(f"/sources/{source.id}/robots", data={"exempt": "yes"})

    page = text(signed_in, f"/sources/{source.id}")
    assert "in the name of <strong>Ann Admin</strong>" in page

    signed_in.post(f"/sources/{source.id}/robots", data={"exempt": "no"})
    assert Source.get_by_id(source.id).robots_exempted_by_id is None
    assert AuditEvent.select().where(AuditEvent.subject == source.url).count() == 2


def test_only_an_admin_may_exempt_a_source(signed_in: FlaskClient, source: Source) -> None:
    User.update(is_admin=False).execute()

    response = signed_in.post(f"/sources/{source.id}/robots", data={"exempt": "yes"})

    assert response.status_code == 403
    assert Source.get_by_id(source.id).robots_exempted_by_id is None


def test_a_doubted_page_can_be_accepted(signed_in: FlaskClient, source: Source) -> None:
    reading = make_reading(source)
    Source.update(problem="few", bad_since=utcnow()).execute()
    make_check(source, "unreadable", problem="few", snapshot=reading.snapshot, reading=reading)
    assert "The page is whole: accept it" in text(signed_in, f"/sources/{source.id}")

    response = signed_in.post(f"/sources/{source.id}/trust")

    assert "/sources/round" in response.location
    assert Source.get_by_id(source.id).trusted_sha256 == reading.snapshot.sha256


def test_a_round_goes_from_waiting_to_its_outcome(signed_in: FlaskClient, source: Source) -> None:
    response = signed_in.post("/sources/round", data={"source": source.id})
    path = response.location.replace("round?", "round/state?")
    assert signed_in.get(path).json["lines"][0]["state"] == "waiting"

    Source.update(claimed_until=utcnow() + timedelta(minutes=5)).execute()
    assert signed_in.get(path).json["lines"][0]["state"] == "looking"

    now = utcnow()
    make_check(source, "unreachable", problem="no answer", started_at=now, finished_at=now)
    state = signed_in.get(path).json

    assert state["lines"] == [
        {
            "id": source.id,
            "state": "unreachable",
            "words": "could not be reached",
            "problem": "No answer",
        }
    ]
    assert (state["done"], state["total"], state["isOver"]) == (1, 1, True)
    page = text(signed_in, response.location)
    assert "1 could not be reached" in page
    assert "http-equiv" not in page


def test_all_sources_but_those_turned_off_are_looked_at(signed_in: FlaskClient) -> None:
    for interval in ("daily", "hourly", "off"):
        make_source(interval=interval)

    response = signed_in.post("/sources/round")

    page = text(signed_in, response.location)
    assert "of 2 looked at" in page
    assert '<meta http-equiv="refresh"' in page


def test_a_round_without_sources_is_one_sentence(signed_in: FlaskClient) -> None:
    response = signed_in.post("/sources/round", follow_redirects=True)

    assert "There is no source to look at" in response.get_data(as_text=True)


def test_a_round_that_nobody_works_at_says_so(signed_in: FlaskClient, source: Source) -> None:
    since = (utcnow() - timedelta(minutes=5)).replace(tzinfo=None).isoformat()

    state = signed_in.get(f"/sources/round/state?since={since}").json

    assert state["isStalled"] is True


def test_a_check_that_is_older_than_the_round_does_not_count(
    signed_in: FlaskClient, source: Source
) -> None:
    make_check(source, finished_at=utcnow())

    location = signed_in.post("/sources/round", data={"source": source.id}).location

    assert parse_qs(urlsplit(location).query)["source"] == [str(source.id)]
    assert signed_in.get(location.replace("round?", "round/state?")).json["done"] == 0
    assert Check.select().count() == 1


def test_a_stored_page_is_text_that_can_do_nothing(signed_in: FlaskClient, source: Source) -> None:
    snapshot = make_snapshot(source, b"<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>")

    page = text(signed_in, f"/snapshots/{snapshot.id}?as=text")

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_the_quote_is_marked_in_the_stored_page(signed_in: FlaskClient, source: Source) -> None:
    snapshot = make_snapshot(source, PAGE)

    quote = "quote=Kestrelmail+Sending+of+e-mail"
    page = text(signed_in, f"/snapshots/{snapshot.id}?as=text&{quote}")

    assert '<mark id="quote" tabindex="-1" autofocus>Kestrelmail Sending of e-mail</mark>' in page


def test_a_stored_page_stands_in_a_frame_in_which_nothing_can_run(
    signed_in: FlaskClient, source: Source
) -> None:
    snapshot = make_snapshot(source, b"<script>alert(1)</script><p>We use <b>Kestrel</b>mail.</p>")
    address = f"/snapshots/{snapshot.id}"

    outer = text(signed_in, f"{address}?quote=We+use+Kestrelmail.")
    frame = signed_in.get(f"{address}/page?quote=We+use+Kestrelmail.")

    assert f'sandbox src="{address}/page?quote=We%20use%20Kestrelmail.#quote"' in outer
    assert '<mark id="quote">We use </mark><b><mark>Kestrel</mark></b>' in frame.text
    assert "<script" not in frame.text
    policy = frame.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none';")
    assert "frame-ancestors 'self'" in policy
    assert frame.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_quote_from_data_that_no_page_shows_is_marked_in_the_text(
    signed_in: FlaskClient, source: Source
) -> None:
    state = b'<script type="application/json">{"subprocessors": ["Kestrelmail"]}</script><p>x</p>'
    snapshot = make_snapshot(source, state)

    page = text(signed_in, f"/snapshots/{snapshot.id}?quote=Kestrelmail")

    assert '<mark id="quote" tabindex="-1" autofocus>Kestrelmail</mark>' in page


def test_a_quote_that_is_not_there_is_said(signed_in: FlaskClient, source: Source) -> None:
    snapshot = make_snapshot(source, PAGE)

    page = text(signed_in, f"/snapshots/{snapshot.id}?quote=Nobody")

    assert "The quote does not stand in this page" in page


def test_a_stored_file_that_is_no_text_is_one_sentence(
    signed_in: FlaskClient, source: Source
) -> None:
    snapshot = make_snapshot(source, b"\x89PNG\r\n\x1a\n" + bytes(50), media_type="image/png")

    assert "no text" in text(signed_in, f"/snapshots/{snapshot.id}")


def test_the_bytes_are_handed_over_as_a_file_that_no_browser_runs(
    signed_in: FlaskClient, source: Source
) -> None:
    snapshot = make_snapshot(source, PAGE)

    response = signed_in.get(f"/snapshots/{snapshot.id}/raw")

    assert response.data == PAGE
    assert response.mimetype == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith('attachment; filename="quillmark-')
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_that_came_back_is_shown_as_it_stands_now(
    signed_in: FlaskClient, source: Source
) -> None:
    old = make_reading(source)
    entry = Entry(vendor="Ostler", entity="Ostler", quote="Ostler")
    new = make_reading(
        source, snapshot=make_snapshot(source, b"new"), entries=[entry_to_json(entry)]
    )
    for days, reading in ((3, old), (2, new), (1, old)):
        then = utcnow() - timedelta(days=days)
        make_check(source, "changed", started_at=then, snapshot=reading.snapshot, reading=reading)

    page = text(signed_in, f"/sources/{source.id}")

    assert "Kestrelmail GmbH" in page
    assert "Ostler" not in page


@pytest.mark.parametrize(
    "path",
    ["/start", "/preview", "/sources", "/sources/1", "/channels/1", "/channels/new?kind=email"],
)
def test_every_form_that_changes_something_carries_a_token(
    signed_in: FlaskClient, source: Source, path: str
) -> None:
    make_channel("Hook", "webhook", settings={"url": "https://h.example/"}, wish=Wish())

    forms = text(signed_in, path).split('<form method="post"')[1:]

    assert forms
    assert all('name="csrf_token"' in form.split("</form>")[0] for form in forms)


def test_a_text_that_contradicts_itself_shows_both_quotes(
    signed_in: FlaskClient, source: Source
) -> None:
    found = {
        "topic": "tracking",
        "denial": "Nobody tracks <you>.",
        "statement": "We use Countwell.",
    }
    reading = make_reading(source, contradictions=[found])
    make_check(source, reading=reading, snapshot=reading.snapshot)

    page = text(signed_in, f"/sources/{source.id}")

    assert "seems to contradict itself" in page
    assert "Nobody tracks &lt;you&gt;." in page
    assert "We use Countwell." in page


def test_a_look_that_found_other_clauses_says_which(signed_in: FlaskClient, source: Source) -> None:
    check = make_check(source, news="clauses")
    make_term(source, period=10, first_seen_at=check.started_at, opening_is_news=True)

    assert "now 10 days to object" in text(signed_in, f"/sources/{source.id}")


def test_the_strip_has_one_mark_a_check_with_words(signed_in: FlaskClient, source: Source) -> None:
    for hours, outcome in enumerate(("baseline", "unchanged", "changed", "unreadable")):
        make_check(source, outcome, started_at=NOW + timedelta(hours=hours))

    page = text(signed_in, f"/sources/{source.id}")

    strip = page[page.index('<ol class="strip"') : page.index("</ol>")]
    assert strip.count("<li ") == 4
    assert strip.count('<span class="visually-hidden">') == 4
    assert ": unreadable</span>" in strip


def test_a_page_that_lost_its_list_offers_the_page_it_points_to(
    signed_in: FlaskClient, source: Source
) -> None:
    make_check(source, "unreadable", problem="No list.", moved_to="https://t.q.example/list#x")

    page = text(signed_in, f"/sources/{source.id}")
    answer = signed_in.post(
        f"/sources/{source.id}/address", data={"url": "https://t.q.example/list"}
    )

    assert "no longer holds the list" in page
    offered = "/preview?url=https://t.q.example/list&amp;vendor=Quillmark&amp;kind=list"
    assert offered in page
    assert answer.location.endswith(f"source={source.id}")
    assert Source.get_by_id(source.id).url == "https://t.q.example/list"
    assert "no longer holds the list" not in text(signed_in, f"/sources/{source.id}")


@pytest.mark.parametrize(
    ("moved_to", "says"),
    [
        ("javascript:alert(1)//<b>", "javascript:alert(1)//&lt;b&gt;</p>"),
        ("https://ann:secret@t.q.example/", "It cannot be watched"),
        ("https://there.example/list", "watched already"),
    ],
)
def test_an_address_that_cannot_be_watched_is_no_button(
    signed_in: FlaskClient, source: Source, moved_to: str, says: str
) -> None:
    make_source(url="https://there.example/list")
    make_check(source, "unreadable", problem="No list.", moved_to=moved_to)

    page = text(signed_in, f"/sources/{source.id}")

    assert says in page
    assert "Watch it instead" not in page
    assert 'href="javascript' not in page


def test_a_source_whose_new_address_is_watched_may_leave_it_to_that_one(
    signed_in: FlaskClient, source: Source
) -> None:
    other = make_source(source.vendor, url="https://t.q.example/list")

    answer = signed_in.post(f"/sources/{source.id}/address", data={"url": other.url})
    page = text(signed_in, answer.location)
    signed_in.post(f"/sources/{source.id}/interval", data={"interval": "off"})

    link = f'<a href="/sources/{other.id}">t.q.example/list</a>'
    assert f"watched already, as the list of Quillmark: {link}" in page
    assert "Turn this source off" in page
    assert "another vendor" not in page
    assert "watched already" not in text(signed_in, answer.location)
    assert (Source.get_by_id(source.id).url, source.url) == ("https://q.example/list",) * 2


def test_a_page_points_to_one_that_is_watched_and_turned_off(
    signed_in: FlaskClient, source: Source
) -> None:
    there = make_source(url="https://there.example/list", interval="off")
    make_check(source, "unreadable", problem="No list.", moved_to=there.url)

    page = text(signed_in, f"/sources/{source.id}")

    assert f'href="/sources/{there.id}"' in page
    assert "Nobody looks at it." in page
    assert "Turn this source off" not in page


def test_a_new_address_that_is_none_is_one_sentence(signed_in: FlaskClient, source: Source) -> None:
    answer = signed_in.post(f"/sources/{source.id}/address", data={"url": "javascript:alert(1)"})

    assert answer.status_code == 422
    assert "must begin with https://" in answer.text


def test_a_variant_and_a_remark_are_told_in_words(signed_in: FlaskClient, source: Source) -> None:
    remark = "The page is in de now, it was in en."
    make_check(source, remark=remark)
    make_check(source, is_variant=True, remark="It is served in variants.")

    page = text(signed_in, f"/sources/{source.id}")

    assert f"unchanged. {remark}</span></li>" in page
    assert 'unchanged, another variant of the page. It is served in variants."' in page
    assert f'The list was as before.</span><span class="sub">{remark}</span>' in page
    assert "<td>It is served in variants.</td>" in page
