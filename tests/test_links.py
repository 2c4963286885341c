"""What is no address has no parts, and leads nowhere."""

import pytest

from scrapers.links import join_link, split_link


def test_the_parts_of_an_address_are_those_of_the_library():
    assert split_link("https://vendor.example:8443/a?b#c").hostname == "vendor.example"


@pytest.mark.parametrize("link", ["http://[", "http://[x]y", "http://a:b/", "", None])
def test_what_is_no_address_has_no_host(link):
    assert split_link(link).hostname is None


def test_links_are_made_absolute_where_they_can_be():
    assert join_link("https://vendor.example/a/", "b") == "https://vendor.example/a/b"
    assert join_link("https://vendor.example/a/", "http://[") is None
