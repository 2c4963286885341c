"""The data categories: all of the taxonomy's, in our words, with the sensitive ones marked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scrapers.data_categories import DataCategory, load_data_categories
from scrapers.errors import CatalogueError

GOOD = """
[[category]]
key = "user"
name = "Person"
description = "About a person."

[[category]]
key = "user.health"
name = "Health"
description = "About the body."
special = true
"""

Load = Callable[[str], tuple[DataCategory, ...]]


@pytest.fixture
def load(tmp_path: Path) -> Iterator[Load]:
    """Load data categories of the given text."""

    def write_and_load(text: str) -> tuple[DataCategory, ...]:
        path = tmp_path / "kinds.toml"
        path.write_text(text, encoding="utf-8")
        return load_data_categories(path)

    yield write_and_load
    load_data_categories.cache_clear()


def test_all_85_categories_of_the_taxonomy_are_there() -> None:
    keys = [category.key for category in load_data_categories()]

    assert len(keys) == len(set(keys)) == 85
    assert {"user.contact.email", "user.device.ip_address", "system.operations"} <= set(keys)


def test_every_category_has_a_name_and_a_description_of_its_own() -> None:
    categories = load_data_categories()

    assert len({category.name for category in categories}) == 85
    assert len({category.description for category in categories}) == 85


def test_each_parent_comes_before_its_children() -> None:
    seen: set[str] = set()

    for category in load_data_categories():
        assert category.parent is None or category.parent in seen
        seen.add(category.key)


def test_health_belief_biometrics_crime_and_children_are_special() -> None:
    special = {category.key for category in load_data_categories() if category.special}

    assert special == {
        "user.authorization.biometric",
        "user.biometric",
        "user.biometric.fingerprint",
        "user.biometric.health",
        "user.biometric.retinal",
        "user.biometric.voice",
        "user.childrens",
        "user.criminal_history",
        "user.demographic.political_opinion",
        "user.demographic.race_ethnicity",
        "user.demographic.religious_belief",
        "user.demographic.sexual_orientation",
        "user.health_and_medical",
        "user.health_and_medical.genetic",
        "user.health_and_medical.insurance_beneficiary_id",
        "user.health_and_medical.record_id",
    }


def test_what_is_below_a_special_category_is_special_too() -> None:
    special = {category.key: category.special for category in load_data_categories()}

    odd = [k for k, mark in special.items() if special.get(k.rpartition(".")[0]) and not mark]

    assert odd == []


def test_the_dotted_key_gives_the_parent(load: Load) -> None:
    person, health = load(GOOD)

    assert (person.parent, person.special) == (None, False)
    assert (health.parent, health.special) == ("user", True)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name = "Health"\n', "", "category 'user.health', field 'name': must be text"),
        ('description = "About the body."', 'description = ""', "field 'description': must be"),
        ("special = true", 'special = "yes"', "field 'special': must be true or false"),
        ("special = true", "secret = true", "field 'secret': is not known here"),
        ("user.health", "User.Health", "field 'key': use small words"),
        ("user.health", "user", "category 'user', field 'key': stands there twice"),
        ("user.health", "system.health", "its parent 'system' must come first"),
    ],
)
def test_each_breach_is_one_sentence(load: Load, old: str, new: str, message: str) -> None:
    with pytest.raises(CatalogueError) as error:
        load(GOOD.replace(old, new, 1))

    assert str(error.value).startswith("kinds.toml: category ")
    assert message in str(error.value)


@pytest.mark.parametrize("text", ["", "[[category]", 'title = "x"', "category = []"])
def test_a_file_without_categories_is_told(load: Load, text: str) -> None:
    with pytest.raises(CatalogueError, match=r"^kinds\.toml: "):
        load(text)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no such file"):
        load_data_categories(tmp_path / "none.toml")
