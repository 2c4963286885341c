"""The language of a page is what it declares, unless its words say otherwise."""

import pytest

from scrapers.documents.model import Document
from scrapers.documents.text import text_document
from scrapers.language import find_language

TEXTS = {
    "en": "We use the data that you give to us and we do not share this with others.",
    "de": "Wir nutzen die Daten, die Sie uns geben, und geben sie nicht an andere weiter.",
    "fr": "Nous utilisons les données que vous nous donnez et elles ne sont pas transmises.",
    "es": "Usamos los datos que usted nos da y no los compartimos con otros.",
    "it": "Usiamo i dati che ci fornisci e non li condividiamo con altri.",
    "pt": "Usamos os dados que você nos dá e não os partilhamos com outros.",
    "nl": "Wij gebruiken de gegevens die u ons geeft en delen deze niet met anderen.",
    "sv": "Vi använder uppgifter som du ger oss och vi delar inte dessa med andra.",
    "da": "Vi bruger de oplysninger, som du giver os, og vi deler ikke disse med andre.",
    "ja": "当社は個人データの処理を次の事業者に委託しています。",
    "ko": "회사는 개인정보 처리를 다음 업체에 위탁합니다.",
    "zh": "我们将个人数据委托给以下公司处理。",
    "ru": "Мы передаём персональные данные следующим компаниям.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_page_is_known_by_its_words(language):
    document = text_document(TEXTS[language])

    assert find_language(document) == language


def test_what_a_page_declares_is_kept_with_its_region():
    document = Document(text_document(TEXTS["pt"]).blocks, language="pt_br")

    assert find_language(document) == "pt-BR"


def test_a_wrong_declaration_gives_way_to_the_words():
    document = Document(text_document(TEXTS["de"]).blocks, language="en")

    assert find_language(document) == "de"


def test_too_little_text_gives_what_is_declared_or_nothing():
    assert find_language(text_document("Acme")) is None
    assert find_language(Document((), language="sv")) == "sv"
    assert find_language(Document((), language="?")) is None


def test_small_words_that_several_languages_share_count_for_each():
    text = (
        "Lista de subcontratantes: alojamento de dados da empresa em Lisboa, por contrato, em uma"
    )

    assert find_language(text_document(text)) == "pt"
