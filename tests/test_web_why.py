"""The screen that says why a page was read so."""

from flask.testing import FlaskClient

from inventory.models import Source
from inventory.snapshots import read_snapshot
from tests.factories import make_snapshot, make_source, make_vendor

PAGE = b"""<h1>Sub-processors</h1><p>We use the following sub-processors:</p>
<table><tr><th>Name</th><th>Purpose</th></tr>
<tr><td>Kestrelmail <b>&amp;</b> Sons Ltd</td><td>Sending of e-mail</td></tr></table>
<h2>Cookies</h2><table><tr><th>Cookie</th><th>Provider</th></tr><tr><td>_k</td><td>us</td></tr>
</table>"""


def text(client: FlaskClient, source: Source) -> str:
    response = client.get(f"/sources/{source.id}/why")
    assert response.status_code == 200
    return " ".join(response.get_data(as_text=True).split())


def test_every_entry_shows_its_shape_its_columns_and_its_quote(signed_in: FlaskClient) -> None:
    source = make_source()
    snapshot = make_snapshot(source, PAGE)
    read_snapshot(snapshot, source)

    page = text(signed_in, source)

    assert "1 entry from a table" in page
    assert "Sending of e-mail</blockquote>" in page
    assert f"/snapshots/{snapshot.id}?quote=" in page
    assert "Kestrelmail &amp; Sons Ltd" in page


def test_what_was_left_out_says_why(signed_in: FlaskClient) -> None:
    source = make_source()
    read_snapshot(make_snapshot(source, PAGE), source)

    page = text(signed_in, source)

    assert "table “Cookie | Provider” under “Cookies”" in page
    assert "“Cookies” above it announces something else" in page


def test_a_source_that_nobody_read_says_what_comes(signed_in: FlaskClient) -> None:
    source = make_source(make_vendor("Quillmark"))

    page = text(signed_in, source)

    assert "Not read yet" in page


def test_the_page_of_a_source_leads_there(signed_in: FlaskClient) -> None:
    source = make_source()
    read_snapshot(make_snapshot(source, PAGE), source)

    page = signed_in.get(f"/sources/{source.id}").get_data(as_text=True)

    assert f'href="/sources/{source.id}/why">Why was this read so?' in page


def test_there_is_nothing_to_explain_about_no_source(signed_in: FlaskClient) -> None:
    assert signed_in.get("/sources/99/why").status_code == 404


def test_a_stranger_is_led_to_the_sign_in(client: FlaskClient) -> None:
    source = make_source()

    assert client.get(f"/sources/{source.id}/why").status_code == 302
