"""Names in a sentence are found whole, and ordinary capitals are not names."""

import pytest

from scrapers.documents.text import text_document
from scrapers.shapes.breath import group, is_never, without_aliases
from scrapers.shapes.passages import Sentence, find_passages, split_sentences
from scrapers.shapes.proper import find_names


def sentences(text: str) -> list[Sentence]:
    return [s for passage in find_passages(text_document(text)) for s in split_sentences(passage)]


def names(text: str) -> list[str]:
    return [name.text for name in find_names(sentences(text)[0], frozenset())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We use Google Analytics 4 and reCAPTCHA.", ["Google Analytics 4", "reCAPTCHA"]),
        ("We work with Blue Harbour, Inc. here.", ["Blue Harbour, Inc."]),
        ("Our Zendesk desk is near.", ["Zendesk"]),
        ("Data goes to Tern Logistics B.V. each day.", ["Tern Logistics B.V."]),
        ("We pay a firm (quill pay, UAB) in euros.", ["quill pay, UAB"]),
        ("We post by Ternmail.io each day.", ["Ternmail.io"]),
        ("These Terms of Service and this Policy apply to You.", []),
        ("We keep it in Germany on Monday.", []),
    ],
)
def test_names_are_found_whole(text, found):
    assert names(text) == found


def test_names_told_in_one_breath_stand_together():
    sentence = sentences("We use Stripe (USA), PayPal, and Adyen; then Zendesk calls.")[0]

    groups = group(find_names(sentence, frozenset()), sentence.text)

    assert [[name.text for name in members] for members in groups] == [
        *(["Stripe", "PayPal", "Adyen"], ["Zendesk"]),
    ]


def test_a_short_form_in_brackets_is_no_second_name():
    sentence = sentences("We use Amazon Web Services (AWS) for storage.")[0]

    kept = without_aliases(find_names(sentence, frozenset()), sentence.text)

    assert [name.text for name in kept] == ["Amazon Web Services"]


def test_sentences_end_where_readers_end_them():
    text = "We use Acme Inc. in Oslo, e.g. for mail. Then we rest! Do you? See www.acme.example."

    ends = [sentence.text.strip() for sentence in sentences(text)]

    assert ends == [
        *("We use Acme Inc. in Oslo, e.g. for mail.", "Then we rest!", "Do you?"),
        "See www.acme.example.",
    ]


@pytest.mark.parametrize("name", ["Firefox", "European Commission", "IDFA", "GDPR", "App Store"])
def test_some_names_never_receive_data(name):
    assert is_never(name)
