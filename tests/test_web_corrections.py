"""The screens on which people correct what was read."""

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from app import create_app
from inventory.corrections.correct import entry_key
from inventory.corrections.told import present
from inventory.models import Change, Correction, Delivery, Engagement, Source
from inventory.settings import Settings
from tests.factories import PASSWORD, make_channel, make_source, make_user, make_vendor
from tests.replay import Stage, staging
from tests.test_corrections import ALDER, BIRCH, CEDAR, PROSE, shown

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def stage(workspace: Settings) -> Iterator[Stage]:
    with staging() as stage:
        yield stage


@pytest.fixture
def source(stage: Stage) -> Source:
    make_channel()
    found = stage.watch("acme", shown(ALDER, BIRCH, extra=PROSE))
    stage.look(found)
    return found


def key(source: Source, name: str) -> str:
    now = present(source)
    assert now is not None
    return next(entry_key(entry) for entry in now.raw if entry.entity == name)


def text(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.text.split())


def form(client: FlaskClient, path: str) -> dict[str, str]:
    """What a browser would send of a form that nobody touched."""
    page = client.get(path).text
    texts = re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    sent = {name: value.strip() for name, value in texts}
    for tag in re.findall(r"<input [^>]*>", page):
        name, value = (re.search(rf'{what}="([^"]*)"', tag) for what in ("name", "value"))
        if name and 'type="text"' in tag:
            sent[name[1]] = value[1] if value else ""
    for name, options in re.findall(r'<select[^>]* name="([^"]+)">(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option selected value="([^"]*)"', options)
        chosen = chosen or re.search(r'<option value="([^"]*)" selected', options)
        assert chosen, name
        sent[name] = chosen[1]
    return sent


def test_each_entry_can_be_corrected_and_shows_by_whom(
    signed_in: FlaskClient, source: Source
) -> None:
    path = f"/sources/{source.id}/corrections/entry/{key(source, 'Alder Mail')}"
    assert f'href="{path}"' in text(signed_in, f"/sources/{source.id}")
    sent = form(signed_in, path)

    signed_in.post(path, data=sent | {"purpose": HOSTILE, "note": "See clause <9>"})

    for shown_on in (f"/sources/{source.id}", f"/sources/{source.id}/corrections"):
        page = text(signed_in, shown_on)
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "Ann Admin" in page
        assert "Sending of e-mail" in page
        assert HOSTILE not in page
    assert "purpose corrected by Ann Admin" in text(signed_in, f"/sources/{source.id}")
    assert "purpose corrected by Ann Admin" in text(signed_in, f"/sources/{source.id}/why")
    assert "purpose corrected by Ann Admin" in text(signed_in, "/vendors/acme/sub-processors")
    assert "See clause &lt;9&gt;" in text(signed_in, f"/sources/{source.id}/corrections")
    assert [(row.field, row.value) for row in Correction.select()] == [("purpose", HOSTILE)]
    assert Delivery.select().count() == 0


def test_a_form_that_nobody_touched_alters_nothing(signed_in: FlaskClient, source: Source) -> None:
    path = f"/sources/{source.id}/corrections/entry/{key(source, 'Alder Mail')}"

    answer = signed_in.post(path, data=form(signed_in, path), follow_redirects=True)

    assert "Nothing was altered" in answer.text
    assert not Correction.select().exists()


def test_a_change_by_a_person_says_whose_it_is(signed_in: FlaskClient, source: Source) -> None:
    path = f"/sources/{source.id}/corrections/entry/{key(source, 'Alder Mail')}"
    signed_in.post(path, data=form(signed_in, path) | {"purpose": "Newsletters"})

    page = text(signed_in, f"/changes/{Change.get().id}")

    assert "a correction by Ann Admin, not the vendor&#39;s doing" in page
    assert "Alder Mail" not in text(signed_in, "/")
    assert "Corrected by a person: acme amended the purpose" in text(signed_in, "/?hidden=1")


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("entity", "", "an entry has one"),
        ("countries", "Atlantis", "&#39;Atlantis&#39; is no country"),
        ("effective_on", "soon", "is no date"),
        ("link", "javascript:alert(1)", "begins with https://"),
        ("purpose", "x" * 2_001, "2,001 characters"),
        ("purpose", "a\x00b", "cannot be seen"),
        ("status", "sleeping", "Not a valid choice"),
    ],
)
def test_what_a_field_cannot_hold_is_said_at_the_field(
    signed_in: FlaskClient, source: Source, name: str, value: str, why: str
) -> None:
    path = f"/sources/{source.id}/corrections/entry/{key(source, 'Alder Mail')}"

    answer = signed_in.post(path, data=form(signed_in, path) | {name: value})

    assert answer.status_code == 422
    assert why in answer.text
    assert 'class="invalid-feedback"' in answer.text
    assert not Correction.select().exists()


def test_what_is_no_entry_can_be_told_and_taken_back(
    signed_in: FlaskClient, source: Source
) -> None:
    signed_in.post(f"/sources/{source.id}/corrections/entry/{key(source, 'Birch Cloud')}/none")
    page = text(signed_in, f"/sources/{source.id}")
    dropped = Engagement.select().where(Engagement.closed_at.is_null()).count()

    signed_in.post(f"/sources/{source.id}/corrections/{Correction.get().id}/withdraw")

    assert "1 said to be no entry" in page
    assert "1 entry in the latest reading" in page
    assert dropped == 1
    assert "2 entries in the latest reading" in text(signed_in, f"/sources/{source.id}")
    assert "Taken back or replaced" in text(signed_in, f"/sources/{source.id}/corrections")


def test_a_missed_entry_is_added_with_its_quote_and_refused_without(
    signed_in: FlaskClient, source: Source
) -> None:
    path = f"/sources/{source.id}/corrections/missed"
    sent = form(signed_in, path) | {"entity": "Damson Freight", "purpose": "Parcels"}

    refused = signed_in.post(path, data=sent | {"quote": "Parcels go by Elder"})
    signed_in.post(path, data=sent | {"quote": "brought by Damson\n Freight, our carrier"})

    assert refused.status_code == 422
    assert "These words do not stand in the stored page" in refused.text
    assert "Parcels go by Elder" in refused.text
    page = text(signed_in, f"/sources/{source.id}")
    assert "added by Ann Admin" in page
    assert "quote=brought+by+Damson+Freight" in page
    assert "Added by people" in text(signed_in, f"/sources/{source.id}/why")
    assert "added by Ann Admin" in text(signed_in, "/vendors/acme/sub-processors")


def test_an_added_entry_is_edited_in_its_place(signed_in: FlaskClient, source: Source) -> None:
    path = f"/sources/{source.id}/corrections/missed"
    quote = {"quote": "brought by Damson Freight", "entity": "Damson Freight"}
    signed_in.post(path, data=form(signed_in, path) | quote)
    edit = f"{path}?correction={Correction.get().id}"

    signed_in.post(edit, data=form(signed_in, edit) | {"purpose": "Parcels", "locations": "Spain"})

    now = present(source)
    assert now is not None
    last = now.found.reading.entries[-1]
    assert (last.entity, last.purpose, last.countries) == ("Damson Freight", "Parcels", ("ES",))
    assert [row.withdrawn_at is None for row in Correction.select()] == [False, True]


def test_titles_are_previewed_and_then_kept(signed_in: FlaskClient, source: Source) -> None:
    path = f"/sources/{source.id}/titles"
    sent = form(signed_in, path) | {"means:location": "entity_location"}

    preview = " ".join(signed_in.post(path, data=sent).text.split())
    before = Correction.select().count()
    signed_in.post(path, data=sent | {"step": "keep", "note": "They are seats."})

    assert "What would be read: 2 entries" in preview
    assert '<td data-label="Now"><del class="gone">Ireland</del></td>' in preview
    assert before == 0
    assert [(row.name, row.value) for row in Correction.select()] == [
        ("location", "entity_location")
    ]
    assert "said by Ann Admin" in text(signed_in, path)
    assert "They are seats." in text(signed_in, f"/sources/{source.id}/corrections")
    assert "Established in Ireland" in text(signed_in, f"/sources/{source.id}")


def test_titles_without_a_list_cannot_be_kept(signed_in: FlaskClient, source: Source) -> None:
    path = f"/sources/{source.id}/titles"
    sent = form(signed_in, path) | {"means:sub processor": "nothing"}

    preview = signed_in.post(path, data=sent)
    kept = signed_in.post(path, data=sent | {"step": "keep"})

    assert 'value="keep" disabled' in preview.text
    assert kept.status_code == 422
    assert "no list would be read" in kept.text


def test_a_table_that_nobody_could_read_is_told_title_by_title(
    signed_in: FlaskClient, stage: Stage
) -> None:
    page = shown(ALDER, BIRCH, titles=("Who", "What with", "Nation"))
    source = stage.watch("quillmark", page)
    stage.look(source)
    path = f"/sources/{source.id}/titles"
    sent = {"means:who": "vendor", "means:what with": "purpose", "means:nation": "nothing"}

    signed_in.post(path, data=sent | {"step": "keep"})
    check = stage.look(source)

    assert check.outcome == "baseline"
    assert Correction.select().count() == 3


def test_a_title_means_nothing_that_there_is_not(signed_in: FlaskClient, source: Source) -> None:
    path = f"/sources/{source.id}/titles"

    answer = signed_in.post(path, data={"means:location": "weather", "step": "keep"})

    assert answer.status_code == 422
    assert "choose from the list" in answer.text


def test_what_no_longer_applies_says_why(
    signed_in: FlaskClient, stage: Stage, source: Source
) -> None:
    for name in ("Alder Mail", "Birch Cloud"):
        path = f"/sources/{source.id}/corrections/entry/{key(source, name)}"
        signed_in.post(path, data=form(signed_in, path) | {"purpose": "Newsletters"})
    stage.shown["acme"] = shown(("Alder Mail", "Training", "Ireland"), CEDAR)
    stage.look(source)

    page = text(signed_in, f"/sources/{source.id}/corrections")

    assert "the page says something else now: Training" in page
    assert "the page no longer has this entry" in page


def test_an_entry_that_was_read_otherwise_meanwhile_is_no_dead_end(
    signed_in: FlaskClient, source: Source
) -> None:
    path = f"/sources/{source.id}/corrections/entry/0123456789abcdef"

    for answer in (signed_in.get(path), signed_in.post(f"{path}/none")):
        assert answer.headers["Location"] == f"/sources/{source.id}#entries"
    assert "The page was read again meanwhile" in text(signed_in, f"/sources/{source.id}")


def test_a_source_that_was_not_read_yet_has_nothing_to_correct(signed_in: FlaskClient) -> None:
    source = make_source(make_vendor("Quillmark"))
    root = f"/sources/{source.id}"

    assert "No titles here" in text(signed_in, f"{root}/titles")
    assert "Nothing is corrected" in text(signed_in, f"{root}/corrections")
    assert "No page is stored yet" in text(signed_in, f"{root}/corrections/missed")
    posted = signed_in.post(f"{root}/corrections/missed", data={"entity": "A", "role": "x"})
    assert posted.status_code == 422


def test_corrections_of_another_source_are_out_of_reach(
    signed_in: FlaskClient, source: Source
) -> None:
    signed_in.post(f"/sources/{source.id}/corrections/entry/{key(source, 'Birch Cloud')}/none")
    other = make_source()

    answer = signed_in.post(f"/sources/{other.id}/corrections/{Correction.get().id}/withdraw")

    assert answer.status_code == 404
    assert Correction.get().withdrawn_at is None
    assert signed_in.get("/sources/99/corrections").status_code == 404
    assert signed_in.get("/sources/99/titles").status_code == 404
    assert signed_in.get(f"/sources/{other.id}/corrections/missed?correction=1").status_code == 404


def test_who_is_not_signed_in_corrects_nothing(client: FlaskClient, source: Source) -> None:
    root = f"/sources/{source.id}"
    paths = (
        f"{root}/corrections/entry/{key(source, 'Birch Cloud')}/none",
        f"{root}/corrections/missed",
        f"{root}/titles",
    )

    answers = [client.post(path, data={"step": "keep"}) for path in paths]

    assert {answer.status_code for answer in answers} <= {302, 303, 401, 403}
    assert not Correction.select().exists()


def test_nobody_corrects_through_a_form_of_another_site(
    workspace: Settings, source: Source
) -> None:
    app = create_app(workspace)
    app.config.update(TESTING=True)
    client = app.test_client()
    user = make_user()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/sign-in").text)
    assert token
    signing = {"email": user.email, "password": PASSWORD, "csrf_token": token[1]}
    client.post("/sign-in", data=signing)

    path = f"/sources/{source.id}/corrections/entry/{key(source, 'Birch Cloud')}/none"
    answer = client.post(path)

    assert answer.status_code == 400
    assert not Correction.select().exists()
