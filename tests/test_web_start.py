"""The start page: four ways to fill an empty register."""

from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient

from inventory.intake.sheet import TEMPLATE
from inventory.models import Source, Vendor
from scrapers.catalogue import CatalogueVendor, load_catalogue

GOOD = "vendor,url,kind\nQuillmark,https://quillmark.example/list,list\n"


@pytest.fixture
def known() -> CatalogueVendor:
    """A vendor of the catalogue that publishes something."""
    return next(one for one in load_catalogue().vendors if one.publishes and one.aliases)


def upload(client: FlaskClient, content: bytes, name: str = "sources.csv") -> Any:
    data = {"file": (BytesIO(content), name)} if name else {}
    return client.post("/start/csv", data=data, content_type="multipart/form-data")


def test_an_empty_register_offers_four_ways_in(signed_in: FlaskClient) -> None:
    page = signed_in.get("/start").get_data(as_text=True)

    for offer in ("Pick from the catalogue", "Paste a URL", "Import a CSV", "Look around first"):
        assert offer in page
    assert page.count('name="key"') == len(load_catalogue().vendors)


def test_a_register_in_use_is_not_offered_the_sample(signed_in: FlaskClient) -> None:
    upload(signed_in, GOOD.encode())

    assert "sample workspace" not in signed_in.get("/start").get_data(as_text=True)


def test_the_catalogue_can_be_searched_without_javascript(
    signed_in: FlaskClient, known: CatalogueVendor
) -> None:
    other = next(one for one in load_catalogue().vendors if one.key != known.key)

    page = signed_in.post(
        "/start/catalogue", data={"do": "search", "q": known.name, "key": [other.key]}
    ).get_data(as_text=True)

    assert f'value="{known.key}"' in page
    assert f'value="{other.key}" checked' in page
    assert page.count('name="key"') < len(load_catalogue().vendors)


def test_what_is_not_in_the_catalogue_is_said(signed_in: FlaskClient) -> None:
    page = signed_in.get("/start?q=zzzzqqq").get_data(as_text=True)

    assert "data-none>No vendor of that name" in page


def test_ticked_vendors_are_watched(signed_in: FlaskClient, known: CatalogueVendor) -> None:
    response = signed_in.post("/start/catalogue", data={"do": "watch", "key": [known.key]})

    assert "/sources/round" in response.location
    assert {source.url for source in Source.select()} == {page.url for page in known.publishes}
    assert Vendor.get(Vendor.catalogue_key == known.key).is_ours
    page = signed_in.get("/start").get_data(as_text=True)
    assert f'value="{known.key}" disabled' in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [({}, "Tick at least one vendor"), ({"key": ["nobody"]}, "the catalogue has no vendor")],
)
def test_a_choice_that_is_none_is_one_sentence(
    signed_in: FlaskClient, data: dict[str, Any], sentence: str
) -> None:
    response = signed_in.post("/start/catalogue", data={"do": "watch", **data})

    assert response.status_code == 422
    assert sentence in response.get_data(as_text=True)
    assert Source.select().count() == 0


def test_a_csv_is_taken_over_and_looked_at(signed_in: FlaskClient) -> None:
    response = upload(signed_in, GOOD.encode("utf-16"))

    assert "/sources/round" in response.location
    assert [source.url for source in Source.select()] == ["https://quillmark.example/list"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "the file is empty"),
        (b"name,link\n", "the header must be vendor,url,kind"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text file"),
        (GOOD.encode() + b"Quillmark,file:///etc/passwd,list\n", "line 3: file:///etc/passwd must"),
        (b"vendor,url\n" + b"<script>,<script>,list\n" * 25, "and 5 more lines"),
    ],
)
def test_a_csv_at_fault_keeps_everything_out(
    signed_in: FlaskClient, content: bytes, sentence: str
) -> None:
    response = upload(signed_in, content)

    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert sentence in page
    assert "<script>," not in page
    assert Source.select().count() == 0


def test_no_file_is_one_sentence(signed_in: FlaskClient) -> None:
    response = upload(signed_in, b"", name="")

    assert "Choose a CSV file first" in response.get_data(as_text=True)


def test_the_template_can_be_downloaded(signed_in: FlaskClient) -> None:
    response = signed_in.get("/start/template.csv")

    assert response.get_data(as_text=True) == TEMPLATE
    assert "attachment" in response.headers["Content-Disposition"]


def test_the_sample_workspace_is_a_button_away(signed_in: FlaskClient) -> None:
    response = signed_in.post("/start/demo")

    assert response.location == "/"
    assert Source.select().exists()
