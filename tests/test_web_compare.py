"""Two stored pages of a source, side by side."""

import time

import pytest
from flask.testing import FlaskClient

from inventory.models import Delivery, Snapshot, Source
from tests.factories import make_channel, make_snapshot, make_source, make_vendor

OLD = b"<h1>Privacy</h1><p>We keep data for one year.</p><p>Write to us.</p><p>Same.</p>"
NEW = b"<h1>Privacy</h1><p>We keep data for two years.</p><p>Same.</p><p><b>New &lt;i&gt;</b></p>"


@pytest.fixture
def source() -> Source:
    return make_source(make_vendor("Quillmark", slug="quillmark"), kind="policy")


@pytest.fixture
def pair(source: Source) -> tuple[Snapshot, Snapshot]:
    return make_snapshot(source, OLD), make_snapshot(source, NEW)


def text(client: FlaskClient, source: Source, query: str = "") -> str:
    answer = client.get(f"/sources/{source.id}/compare{query}")
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def test_the_newest_two_pages_are_compared_paragraph_by_paragraph(
    signed_in: FlaskClient, source: Source, pair
) -> None:
    make_channel()

    page = text(signed_in, source)

    assert '<del class="gone">one</del>' in page
    assert '<ins class="come">two</ins>' in page
    assert "2 passages differ" in page
    assert "1 paragraph unchanged" in page
    assert "New &lt;i&gt;" in page
    assert not Delivery.select().exists()


def test_the_address_says_which_pages(signed_in: FlaskClient, source: Source, pair) -> None:
    old, new = pair

    page = text(signed_in, source, f"?old={new.id}&new={old.id}")

    assert '<del class="gone">two</del>' in page


def test_equal_texts_say_so(signed_in: FlaskClient, source: Source, pair) -> None:
    old, _ = pair

    assert "Not a word differs" in text(signed_in, source, f"?old={old.id}&new={old.id}")


def test_one_page_alone_is_nothing_to_compare(signed_in: FlaskClient, source: Source) -> None:
    make_snapshot(source, OLD)

    assert "nothing to compare yet" in text(signed_in, source)


def test_a_page_of_another_source_is_out_of_reach(
    signed_in: FlaskClient, source: Source, pair
) -> None:
    other = make_snapshot(make_source(), b"<p>Other</p>")

    answer = signed_in.get(f"/sources/{source.id}/compare?old={other.id}&new={pair[1].id}")

    assert answer.status_code == 404


def test_a_page_that_is_no_text_is_one_sentence(signed_in: FlaskClient, source: Source) -> None:
    make_snapshot(source, OLD)
    make_snapshot(source, b"\x89PNG\r\n\x1a\n" + bytes(20), media_type="image/png")

    assert "is a PNG file" in text(signed_in, source)


def test_many_passages_come_a_page_at_a_time(signed_in: FlaskClient, source: Source) -> None:
    for word in (b"old", b"new"):
        lines = b"".join(b"<p>Same %d</p><p>%s %d</p>" % (n, word, n) for n in range(60))
        make_snapshot(source, lines)

    first, last = text(signed_in, source), text(signed_in, source, "?page=3")

    assert "60 passages differ" in first
    assert "page 1 of 3" in first
    assert first.count('class="versus"') == 25
    assert last.count('class="versus"') == 10


def test_hostile_pages_are_compared_in_time(signed_in: FlaskClient, source: Source) -> None:
    for letter in (b"a", b"b"):
        make_snapshot(source, b"<p>" + (letter + b" x ") * 20_000 + b"</p>" + b"<p>y</p>" * 20_000)

    started = time.perf_counter()
    text(signed_in, source)

    assert time.perf_counter() - started < 10
