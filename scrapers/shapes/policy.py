"""Whether a document is a privacy policy, by what it calls itself and by what it speaks of."""

from collections.abc import Iterator

from scrapers.documents.model import RUNNING, Document, Heading
from scrapers.fields import plain
from scrapers.patterns import late

TOP = 12  # lines at the top in which a document says what it is
HEADINGS = 3
TITLE = 70  # characters of a line that may be a title
OFTEN = 6  # mentions of personal data
ENOUGH = 3  # of the topics that only policies have together
_POLICY = late(
    r"\bprivacy\b(?! center| shield)|\bdata (?:protection|privacy) (?:policy|notice|statement"
    r"|information|declaration)\b|\bdatenschutz(?!.{0,20}vereinbarung)\w*"
    r"|\b(?:politique|charte|declaration|notice) (?:\w+ ){0,4}?(?:confidentialite"
    r"|protection des donnees|donnees personnelles|vie privee)"
    r"|^(?:la )?protection (?:des|de vos|de) donnees\b|^(?:respect de (?:la|votre) )?vie privee$"
    r"|^(?:your )?data protection$"
    r"|\bpolitica (?:de|sulla|di) (?:privacidad|privacidade|privacy|proteccion|protecao)"
    r"|\baviso (?:de|legal y de) (?:privacidad|privacidade)|\binformativa\b|\bprivacyverklaring"
    r"|\bpersonal data (?:policy|notice)|\bpolitica de (?:datos|dados|tratamento|tratamiento)"
    r"|\b(?:proteccion|tratamiento) de (?:los )?datos|\b(?:protecao|tratamento) de dados"
    r"|\b(?:protezione|trattamento) dei dati|\bprivacy ?(?:verklaring|statement)"
    r"|\bgegevensbescherming|\bpersonuppgiftspolicy|\bbehandling av personuppgifter"
    r"|\bfortrolighedspolitik|\bbehandling af personoplysninger|\bdatabeskyttelses\w*"
    r"|\bpolitica de confidentialitate|\bochran\w+ osobn\w+ udaj\w+|\badatvedelm\w+"
    r"|\bprivacybeleid|\bintegritetspolicy|\bpriva(?:tlivs|t)politik|\bpersondatapolitik"
    r"|\bpersonvern\w*|\bdataskyddspolicy|\btietosuoja\w*|\bpolityka prywatnosci"
    r"|プライバシーポリシー"
    r"|個人情報保護方針|개인정보 ?처리방침|隐私(?:政策|权)|политика конфиденциальности"
)
_CONTRACT = late(
    r"\b(?:data processing (?:agreement|addendum|terms|documentation)|dpa"
    r"|auftragsverarbeitung\w*|avv"
    r"|sub ?processors?|unterauftrag\w*|sous traitants?|subencargados?|underbitraden"
    r"|terms (?:of (?:service|use)|and conditions)|questionnaire|caiq|blog|404|not found|sign in"
    r"|log in)\b"
)
_TOPICS = tuple(
    late(pattern)
    for pattern in (
        r"\b(?:information|data) (?:that )?we (?:may )?collect\b"
        r"|\bwe (?:may )?collect (?:personal |the following |certain )?(?:information|data)",
        r"\bhow we (?:use|share|collect|protect)\b|\bwe (?:may )?(?:use|share|disclose) (?:your"
        r"|the|personal)",
        r"\byour (?:privacy )?rights\b|\bright to (?:access|erasure|rectification)\b|\bopt out\b",
        r"\bcookies?\b",
        r"\bchildren\b|\bchanges to (?:this|our) (?:privacy|policy|statement)\b",
    )
)
_PERSONAL = late(
    r"\b(?:personal (?:data|information)|personenbezogene\w*|donnees (?:personnelles"
    r"|a caractere personnel)|datos (?:personales|de caracter personal)|dati personali"
    r"|dados pessoais|persoonsgegevens|personuppgifter|personoplysninger"
    r"|date(?:le)? (?:\w+ )?(?:personale|cu caracter personal)|dan\w+ osobow\w+|osobn\w+ udaj\w+)\b"
    r"|個人情報|개인정보|个人信息|персональн\w+ данн\w+"
)


def is_policy(document: Document) -> bool:
    """True for a privacy policy or notice."""
    top = [plain(text) for text, _ in zip(_texts(document), range(TOP), strict=False)]
    titles = [plain(document.title or ""), *(text for text in top if len(text) < TITLE)]
    titles += [plain(text) for text in _headings(document)]
    if any(_POLICY.search(title) for title in titles):
        return not any(_CONTRACT.search(title) for title in titles[:2])
    if any(_CONTRACT.search(title) for title in titles[:3]):
        return False
    body = plain(" ".join(text for text, _ in zip(_texts(document), range(400), strict=False)))
    speaks_of_data = sum(1 for _ in _PERSONAL.finditer(body)) >= OFTEN
    return speaks_of_data or sum(1 for topic in _TOPICS if topic.search(body)) >= ENOUGH


def _headings(document: Document) -> list[str]:
    """The first headings, which stand below a menu."""
    texts = [b.line.text for b in document.blocks if isinstance(b, Heading)]
    return [text for text in texts[:HEADINGS] if len(text) < TITLE]


def is_titled_policy(document: Document) -> bool:
    """True if the very title calls the document a privacy policy and nothing else."""
    heading = next((b.line.text for b in document.blocks if isinstance(b, Heading)), "")
    title = plain(f"{document.title or ''} {heading}")
    return bool(_POLICY.search(title)) and not _CONTRACT.search(title)


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.region in ("navigation", "footer", "dialog"):
            continue
        if isinstance(block, Heading):
            yield block.line.text
        elif isinstance(block, RUNNING):
            yield block.text
