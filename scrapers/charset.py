"""Turn the bytes of a page into text, whatever they claim to be. Never raises."""

import codecs
import re
from itertools import islice

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What browsers understand by a label (WHATWG Encoding Standard): a wider set that has it all.
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
NOT_FOR_PAGES = {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"}
ONE_BYTE = re.compile(r"cp125\d|cp874|iso8859-\d+|koi8-[rut]|mac-\w+")

META = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
XML = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']""")
HEAD = 4096  # bytes in which a page may name its charset; browsers look at 1024 and wait for more

GUESSES = ["cp1252", "cp1250", "cp1251", "cp932", "euc_jp", "gb18030", "big5", "cp949", "koi8_r"]
WESTERN = frozenset(
    "àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÀÁÂÄÅÆÇÈÉÊËÌÍÎÑÒÓÔÖØÙÚÛÜŒ–—‘’“”„«»…•·€£§©®™°º\xa0\xad¿¡"
)
SAMPLE = 32_768  # bytes that a guess looks at


def decode(content: bytes, declared: str | None = None) -> str:
    """Decode by BOM, the Content-Type header's charset, the page's meta tag, UTF-8, or a guess.

    Bytes that do not fit are replaced by U+FFFD; line ends and everything else stay as they are.
    """
    for mark, codec in BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(codec, "replace")
    named = _known(declared) or _bare_utf16(content) or _named_inside(content)
    if named is None:
        text = _strictly(content, "utf-8")
        return _guess(content) if text is None else text
    return _as_named(content, named)


def _as_named(content: bytes, codec: str) -> str:
    if ONE_BYTE.fullmatch(codec):
        # Such a codec fits any bytes: a server's default label often stands over plain UTF-8.
        text = _strictly(content, "utf-8")
        return content.decode(codec, "replace") if text is None else text
    text = _strictly(content, codec)
    if text is not None:
        return text
    return _mended(content) if codec == "utf-8" else content.decode(codec, "replace")


def _known(label: str | None) -> str | None:
    """The codec that browsers mean by a label, None for one that is no charset of text."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip(" \t\"'").lower()).name
        b"a".decode(name, "replace")  # refuses codecs such as hex and zip, which are not of text
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if name in NOT_FOR_PAGES else WIDER.get(name, name)


def _bare_utf16(content: bytes) -> str | None:
    if content.startswith(b"<\0"):
        return "utf-16-le"
    return "utf-16-be" if content.startswith(b"\0<") else None


def _named_inside(content: bytes) -> str | None:
    head = content[:HEAD]
    found = XML.search(head) or META.search(head)
    codec = _known(found[1].decode("ascii", "replace")) if found else None
    # A label that is read byte by byte cannot be true of UTF-16: the standard says UTF-8.
    return "utf-8" if codec and codec.startswith(("utf-16", "utf-32")) else codec


def _strictly(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except (UnicodeError, ValueError):
        return None


def _mended(content: bytes) -> str:
    """Decode what calls itself UTF-8 and is not: a broken byte or two, or another charset."""
    text = content.decode("utf-8", "replace")
    is_utf8_elsewhere = any(char > "\x7f" and char != "\ufffd" for char in text)
    return text if is_utf8_elsewhere else _guess(content)


def _guess(content: bytes) -> str:
    """Decode bytes of unknown charset: the likeliest of a few, or windows-1252 as browsers do."""
    sample = _odd_lines(content)
    if _looks_western(sample.decode("cp1252", "replace")):
        return content.decode("cp1252", "replace")
    from charset_normalizer import from_bytes  # slow to load, and few pages need it

    best = from_bytes(sample, cp_isolation=GUESSES).best()
    return content.decode(best.encoding if best else "cp1252", "replace")


def _odd_lines(content: bytes) -> bytes:
    """The part worth guessing from: some lines that hold bytes beyond ASCII."""
    lines = (line for line in content.splitlines(keepends=True) if not line.isascii())
    return b"".join(islice(lines, 400))[:SAMPLE]


def _looks_western(text: str) -> bool:
    """True if the text reads as western European: few letters beyond ASCII, and only its own."""
    odd = [char for char in text if char > "\x7f"]
    letters = sum(char.isalpha() for char in text)
    return all(char in WESTERN for char in odd) and sum(map(str.isalpha, odd)) <= 0.3 * letters
