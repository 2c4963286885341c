"""Kinds of channel: each is found by its name."""

import pytest

from inventory.channels import KINDS, ChannelError, Message, secret_fields, send, validate
from inventory.models import CHANNEL_KINDS


def test_every_kind_that_the_register_knows_can_be_sent_by() -> None:
    assert KINDS == CHANNEL_KINDS

    for kind in KINDS:
        assert validate(kind, {})
        assert secret_fields(kind)


@pytest.mark.parametrize("kind", ["fax", "os", "../email", ""])
def test_an_unknown_kind_is_told_in_a_sentence(kind: str) -> None:
    assert "there is no kind of channel" in validate(kind, {})[0]

    with pytest.raises(ChannelError, match="there is no kind of channel"):
        send(kind, {}, Message(id="1", subject="s", text="t"))
