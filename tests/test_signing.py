"""Signatures: who sent a message, and when."""

from hypothesis import given, strategies as st

from inventory.channels import signing

SECRET = signing.new_secret()


def test_a_message_counts_only_with_its_own_signature() -> None:
    header = signing.sign(SECRET, b"{}", 1_000_000)

    assert signing.verify(SECRET, header, b"{}", now=1_000_000)
    assert not signing.verify(SECRET, header, b"{} ", now=1_000_000)
    assert not signing.verify(signing.new_secret(), header, b"{}", now=1_000_000)


def test_an_old_message_played_again_is_seen_through() -> None:
    header = signing.sign(SECRET, b"{}", 1_000_000)

    assert signing.verify(SECRET, header, b"{}", now=1_000_299)
    assert not signing.verify(SECRET, header, b"{}", now=1_000_301)
    assert signing.verify(SECRET, header, b"{}", now=1_000_301, tolerance=600)
    assert not signing.verify(SECRET, header.replace("1000000", "1000300"), b"{}", now=1_000_301)


def test_a_signature_by_either_of_two_secrets_counts() -> None:
    header = signing.sign(SECRET, b"{}", 1_000_000)

    assert signing.verify(SECRET, f"{header},v1=0000", b"{}", now=1_000_000)


@given(st.text(max_size=60))
def test_no_header_makes_a_receiver_stumble(header: str) -> None:
    assert not signing.verify(SECRET, header, b"{}", now=1_000_000)
