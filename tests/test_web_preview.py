"""The preview: what would be read is shown before anything is kept."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient

from inventory.models import Snapshot, Source, Vendor
from tests.factories import make_source, make_vendor
from tests.servers import Answer, HttpServer, pages, serving

LIST = """<!doctype html><html lang="en"><title>Sub-processors | Quillmark</title>
<body><h1>Sub-processors</h1><p>Last updated: 2 May 2026</p>
<p>We will notify customers 30 days before we engage a new sub-processor. Customers may object
within 14 days of the notice.</p>
<table><tr><th>Sub-processor</th><th>Purpose</th><th>Location</th></tr>
<tr><td>Kestrelmail GmbH</td><td>Sending of e-mail</td><td>Germany</td></tr>
<tr><td>Brightloom, Inc.</td><td>Hosting</td><td>United States</td></tr>
<tr><td>Vantrel Ltd</td><td>Support &lt;b&gt;</td><td>Ireland</td></tr></table></body></html>"""


@pytest.fixture
def server() -> Iterator[HttpServer]:
    html = Answer(LIST.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
    broken = Answer(b"no", status=500)
    with serving(pages(list=html, broken=broken)) as running:
        yield running


def preview(client: FlaskClient, **data: Any) -> tuple[int, str]:
    response = client.post("/preview", data=data, content_type="multipart/form-data")
    return response.status_code, response.get_data(as_text=True)


def test_a_page_is_shown_before_anything_is_kept(
    signed_in: FlaskClient, server: HttpServer
) -> None:
    status, page = preview(signed_in, url=f"{server.url}/list")

    assert status == 200
    assert "3 entries" in page
    assert "Kestrelmail GmbH Sending of e-mail Germany" in page
    assert "Support &lt;b&gt;" in page
    assert "a list of sub-processors" in page
    assert "2 May 2026" in page
    assert 'value="Quillmark"' in page
    assert Source.select().count() == Snapshot.select().count() == Vendor.select().count() == 0


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "Give the address of a page"),
        ("file:///etc/passwd", "must begin with https:// or http://"),
        ("https://", "names no host"),
        ("SERVER/missing", "404"),
        ("SERVER/broken", "500"),
        ("http://127.0.0.1:1/", "Could not connect"),
    ],
)
def test_a_page_that_cannot_be_had_is_one_sentence(
    signed_in: FlaskClient, server: HttpServer, url: str, sentence: str
) -> None:
    status, page = preview(signed_in, url=url.replace("SERVER", server.url))

    assert status == 422
    assert sentence in page


def test_private_addresses_are_refused_unless_the_setting_allows_them(
    signed_in: FlaskClient, server: HttpServer
) -> None:
    from dataclasses import replace

    config = signed_in.application.config
    config["ONWARD"] = replace(config["ONWARD"], allow_private=False)

    status, page = preview(signed_in, url=f"{server.url}/list")

    assert status == 422
    assert "not a public address" in page
    assert server.requests == []


def test_a_saved_page_can_be_uploaded(signed_in: FlaskClient) -> None:
    status, page = preview(signed_in, page=(BytesIO(LIST.encode()), "saved.html"))

    assert status == 200
    assert "3 entries" in page
    assert "URL where it stands" in page


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty.html is empty"),
        (b"x" * 10_000_001, "larger than 10 MB"),
        (b"x" * 13_000_000, "more than 12 MB are not taken"),
    ],
)
def test_a_file_that_is_no_page_is_one_sentence(
    signed_in: FlaskClient, content: bytes, sentence: str
) -> None:
    status, page = preview(signed_in, page=(BytesIO(content), "empty.html"))

    assert status in (413, 422)
    assert sentence in page


def test_a_binary_is_shown_as_unreadable(signed_in: FlaskClient) -> None:
    content = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20

    status, page = preview(signed_in, page=(BytesIO(content), "picture.html"))

    assert status == 200
    assert "not whole" in page
    assert "0 entries" in page


def test_watching_a_page_keeps_it_and_looks_at_it(
    signed_in: FlaskClient, server: HttpServer
) -> None:
    form = {"url": f"{server.url}/list", "vendor": "Quillmark", "kind": "list"}

    response = signed_in.post("/preview/watch", data=form)

    source = Source.get()
    assert "/sources/round" in response.location
    assert (source.url, source.vendor.name, source.kind) == tuple(form.values())
    assert source.vendor.is_ours


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"vendor": "Quillmark", "url": "", "kind": "list"}, "Give the address of a page"),
        ({"vendor": "", "url": "https://q.example/", "kind": "list"}, "Give the vendor&#39;s name"),
        ({"vendor": "Q", "url": "https://q.example/", "kind": "page"}, "list, policy or dpa"),
        ({"vendor": "Q", "url": "https://old.example/", "kind": "list"}, "is already watched for"),
    ],
)
def test_what_cannot_be_watched_is_one_sentence_and_nothing_typed_is_lost(
    signed_in: FlaskClient, form: dict[str, str], sentence: str
) -> None:
    make_source(url="https://old.example/")

    response = signed_in.post("/preview/watch", data=form)

    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert sentence in page
    assert f'name="vendor" value="{form["vendor"]}"' in page
    assert Source.select().count() == 1


def test_a_page_that_is_watched_already_says_so(signed_in: FlaskClient, server: HttpServer) -> None:
    source = make_source(url=f"{server.url}/list")

    _, page = preview(signed_in, url=source.url)

    assert "It is watched already" in page
    assert f"/sources/{source.id}" in page


def test_names_alike_in_the_register_are_offered(
    signed_in: FlaskClient, server: HttpServer
) -> None:
    make_vendor("Quillmarks")

    _, page = preview(signed_in, url=f"{server.url}/list")

    assert "In the register already: Quillmarks." in page


def test_a_link_says_whose_page_it_is_and_of_what_kind(
    signed_in: FlaskClient, server: HttpServer
) -> None:
    asked = signed_in.get("/preview?url=https://x.example/&vendor=Old Name&kind=dpa").text

    _, page = preview(signed_in, url=f"{server.url}/list", vendor="Old Name", kind="dpa")

    assert '<input type="hidden" name="vendor" value="Old Name">' in asked
    assert 'name="vendor" value="Old Name" maxlength' in page
    assert '<option value="dpa" selected>' in page
