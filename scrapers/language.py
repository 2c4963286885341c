"""Say which language a document is written in: what it declares, unless its words say otherwise."""

import re
from collections import Counter
from heapq import nlargest

from scrapers.documents.model import Document, block_lines
from scrapers.patterns import late

SAMPLE_WORDS = 600
_FEW = 40

# Words that one language uses all the time and its neighbours do not.
_STOP_WORDS = {
    "en": "the of and to is that for with are you your we our this or not by be from which have",
    "de": "der die das und ist nicht mit für von den dem des ein eine auf werden wir sie oder zu",
    "fr": "de le les des est une dans pour vous nous votre vos que qui sur avec sont par aux cette",
    "es": "de el los las del una por para con que su sus es usted nuestro nuestra como más está y",
    "it": "da il glia dei di che per con una sono nel tuoi suoi nostro alla dell anche e non dal",
    "pt": "de da em por os das dos uma para com não que seus suas são nosso nossa ao pela é mais",
    "nl": "het een van en de voor met niet wij uw zijn op dat aan worden onze deze ook bij naar",
    "sv": "och att är på för som vi dina inte av till med en ett kan din du våra dessa oss",
    "da": "og at er på som vi dine ikke af til med kan din du vores eller fra hvis os disse",
    "no": "og at er på som vi dine ikke av til med kan din du våre det eller fra hvis opplysninger",
    "fi": "ja on ei että tai sekä voi kanssa joka ovat myös tietoja käyttää mukaan",
    "pl": "w i na z do nie się jest oraz przez dla lub od które danych państwa że ich",
    "cs": "a v na je se že pro jsou které nebo údajů vás naše jako při podle vaše osobních",
    "ro": "și de la cu pentru în este sunt care pe din sau nu dumneavoastră datele prin să",
    "hu": "a az és hogy nem vagy egy is meg adatok ön ha kezelése által",
    "tr": "ve bir bu için ile veya olarak kişisel olan daha gibi kadar verilerin",
}
_WORDS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}
_SPEAKERS = {
    word: [language for language, words in _WORDS.items() if word in words]
    for word in frozenset().union(*_WORDS.values())
}
_SCRIPTS = (
    ("ja", late(r"[\u3040-\u30ff]")),
    ("ko", late(r"[\uac00-\ud7af]")),
    ("zh", late(r"[\u4e00-\u9fff]")),
    ("th", late(r"[\u0e00-\u0e7f]")),
    ("ar", late(r"[\u0600-\u06ff]")),
    ("he", late(r"[\u0590-\u05ff]")),
    ("el", late(r"[\u0370-\u03ff]")),
    ("ru", late(r"[\u0400-\u04ff]")),
)
_BEYOND_LATIN = late(r"[\u0370-\uffff]")  # one look instead of one a script
_ASCII = late(r"[a-z]+")  # what the next one finds in ASCII, at half the cost
_LETTERS = late(r"[^\W\d_]+")
_TAG = late(r"([a-z]{2,3})(?:[-_]([a-z]{4}|[a-z]{2}|\d{3}))?", re.IGNORECASE)


def find_language(document: Document) -> str | None:
    """Give the document's language (BCP 47): as declared, unless its words clearly say another."""
    if "language" not in document.kept:
        document.kept["language"] = _language(document)
    found: str | None = document.kept["language"]
    return found


def _language(document: Document) -> str | None:
    declared = _normal_tag(document.language)
    words = _sample(document)
    if len(words) < _FEW:
        words = _sample(document, everywhere=True)
    spoken = _by_script(words) or _by_stop_words(words)
    if declared and (spoken is None or declared.split("-")[0] == spoken):
        return declared
    return spoken


def _normal_tag(tag: str | None) -> str | None:
    match = _TAG.match(tag.strip()) if tag else None
    if not match:
        return None
    language, more = match[1].lower(), match[2]
    return f"{language}-{more.title() if len(more) == 4 else more.upper()}" if more else language


def _sample(document: Document, *, everywhere: bool = False) -> list[str]:
    """Give the first words of the document's running text; of menus and footers only if asked."""
    words: list[str] = []
    for block in document.blocks:
        if everywhere or block.region == "main":
            for line in block_lines(block):
                text = line.text[:2000].casefold()
                words += (_ASCII if text.isascii() else _LETTERS).findall(text)
                if len(words) >= SAMPLE_WORDS:
                    return words[:SAMPLE_WORDS]
    return words


def _by_script(words: list[str]) -> str | None:
    text = "".join(words)
    if not _BEYOND_LATIN.search(text):
        return None
    counts = [(len(pattern.findall(text)), language) for language, pattern in _SCRIPTS]
    japanese, ideographs = counts[0][0], counts[2][0]
    best, language = max(counts)
    if best * 3 < len(text) or not text:
        return None
    return "ja" if language == "zh" and japanese * 10 > ideographs else language


def _by_stop_words(words: list[str]) -> str | None:
    """Name the language with most stop words, if they are common enough and no other comes near.

    A word that several languages have counts as a part for each.
    """
    points = dict.fromkeys(_WORDS, 0.0)
    for word, count in Counter(word for word in words if word in _SPEAKERS).items():
        for language in _SPEAKERS[word]:
            points[language] += count / len(_SPEAKERS[word])
    (best, language), (second, _) = nlargest(2, ((points[one], one) for one in points))
    is_clear = best >= 2 and best * 15 >= len(words) and best > second * 1.1
    return language if is_clear else None
