"""Whom a clause on notice holds for, and what saying nothing to it means, in nine languages.

Regexes in verbose form: blanks are written `\\s`.
"""

import re

from scrapers.patterns import late
from scrapers.reading import Silence

_NO_OBJECTION = r"""
(?:not|n['’]t)\s(?:\w+\s){0,3}(?:object|oppos|terminat|respond|reject|rais)\w*
|fail\w*\s(?:of\s\w+\s)?to\s(?:\w+\s)?(?:object|respond|notify)
|(?:no|without|absence\sof|absent)\s(?:\w+\s){0,3}(?:objections?|opposition)|silence|\botherwise\b
|continu\w+\s(?:to\s)?(?:us(?:e|ing)|access)
|nicht\b[^.;]{0,60}wider(?:sp\w+|\b)|widers\w+\b[^.;]{0,60}\bnicht\b
|(?:kein\w*|ohne)\s(?:\w+\s){0,4}(?:widerspruch|einspruch|einw[aä]nd\w*)|schweig\w+|andernfalls
|ne\ss['’]oppose\s(?:pas|point)|n['’](?:a|ait)\s(?:pas\s|aucun\w*\s)?(?:formulé|émis|exprimé|fait)
|(?:absence|défaut)\sd['’](?:opposition|objection)|(?:sans|aucune)\s(?:\w+\s)?(?:opposition|objection)
|no\s(?:se\sop\w+|present\w+|formul\w+|objet\w+)|(?:falta|ausencia|sin)\s(?:de\s)?(?:objeci\w+|oposici\w+)
|silenci?o|de\slo\scontrario
|non\s(?:si\soppo\w+|sollev\w+|present\w+)|(?:assenza|senza|nessuna)\s(?:di\s)?(?:obiezion\w+|opposizion\w+)
|mancat\w+\s(?:obiezion\w+|opposizion\w+)|silenzio|in\scaso\scontrario
|não\s(?:se\sop\w+|apresent\w+|manifest\w+|objet\w+)|(?:ausência|falta|sem)\s(?:de\s)?(?:objeç\w+|oposiç\w+)
|silêncio|caso\scontrário
|(?:geen|niet|zonder)\s(?:\w+\s){0,4}bezwa(?:ar|ren)|uitblijven|stilzwijgen
|(?:inte|ingen|inga|utan)\s(?:\w+\s){0,4}(?:invänd\w+|motsätt\w+)|tystnad
|(?:ikke|ingen|uden|manglende)\s(?:\w+\s){0,4}indsigelse\w*|tavshed
"""
_ACCEPTED = r"""
(?:deem\w*|constitut\w+|consider\w*|treat\w+|assum\w+|taken|regarded|presum\w+|construed)\b
[^.;]{0,90}\b(?:accept|consent|approv|authori[sz]|agree|permi|waiv)\w*
|\b(?:accept|consent|approv|authori[sz])\w*\b[^.;]{0,40}\b(?:deemed|assumed|presumed)
|\b(?:gilt|gelten)\b[^.;]{0,120}(?:genehmig|zustimm|zugestimmt|einwillig|angenommen|akzeptiert|erteilt)\w*
|als\s(?:genehmigt|erteilt|angenommen|akzeptiert|zustimmung|genehmigung)\b
|\b(?:réput|considér|présum|vau|valen|constitu|emport)\w*\b[^.;]{0,90}\b(?:accept|approuv|approb|autoris|consent|accord)\w*
|\b(?:entend|consider|presum|equival|constitu|supon|supond)\w*\b[^.;]{0,90}
\b(?:acept|aceit|aprob|aprov|autoriz|consent|conform)\w*
|\b(?:intend|consider|riterr|ritien|equival|costitu|vale|varr)\w*\b[^.;]{0,90}
\b(?:accett|approv|autorizz|consens|assens)\w*
|\b(?:geacht|beschouwd|geldt|gelden|verondersteld|aangemerkt)\b[^.;]{0,90}
\b(?:aanvaard|akkoord|goedgekeurd|goedkeuring|toestemming|ingestemd|instemming|geaccepteerd)\w*
|\b(?:aanvaard|akkoord|goedgekeurd|ingestemd)\w*\b[^.;]{0,40}\b(?:geacht|beschouwd)
|\b(?:anses|betraktas|räknas|betragtes|gælder)\b[^.;]{0,90}
\b(?:godkän|accept|samtyck|medgiv|godkend|samtykke)\w*
"""
_NOT_ACCEPTED = r"""
\b(?:not|never|neither)\s(?:be\s)?(?:deem|constitut|consider|treat|assum|taken|regarded|construed)\w*
|\bnicht\sals\s(?:zustimmung|genehmigung|einwilligung|erteilt|genehmigt)|keine\s(?:zustimmung|genehmigung)
|\bne\s(?:vau|constitu|saurait|sera)\w*\b|\bno\s(?:se\s)?(?:entend|consider|constitu|equival|supon)\w+
|\bnon\s(?:si\s)?(?:intend|consider|costitu|equival|val)\w+
|\bnão\s(?:se\s)?(?:entend|consider|constitu|equival|val)\w+
|\bniet\s(?:geacht|beschouwd|als\s(?:toestemming|instemming|goedkeuring))
|\b(?:anses|betraktas|räknas|betragtes)\s(?:inte|ikke)\b|\b(?:inte|ikke)\s(?:anses|betraktas|räknas|betragtes)
"""
_CONDITIONS = {
    "subscribers": r"""
(?:customers?|users?|clients?|controllers?|those|anyone|everyone)\s(?:who|that|which)\s
(?:(?:have|has|is|are)\s)?(?:subscri|sign(?:ed)?\sup|sign\sup|regist|opt(?:ed)?\sin)\w*
|\b(?:if|where|provided|once)\b[^.;]{0,30}\b(?:have|has)\s(?:subscribed|signed\sup|registered)
|\bsubscribed\s(?:customers|users)
|\b(?:may|can|must)\s(?:subscribe|sign\sup|register)\sto\s(?:receive|be\s(?:notified|informed))
|\babonn(?:ier|ent|é)\w*|\binscrit[se]?\b|\bsuscri\w+|\biscritt[ie]\b|\binscrev\w+|\bsubscrev\w+
|\bingeschreven\b|\babonne(?:e\w*|ren)\b|\bprenumer\w+|\babonner\w+|\btilmeldt\b
""",
    "plans": r"""
\b(?:enterprise|business|premium|paid|paying|pro|team)[\s-](?:(?:plan|tier)\s)?
(?:customers?|users?|plans?|tiers?|accounts?|clients?|kund\w+|klanten|kunder)\b
|\bon\s(?:a|an|the|our)\s(?:\w+\s){1,3}plans?\b
|\bkostenpflichtig\w*|\bzahlende\w*\skund\w+|\bclients?\s(?:enterprise|premium|payants?)|\boffres?\spayantes?
|\bplan(?:es)?\sde\spago|\bclientes\s(?:enterprise|premium|empresariais|empresariales|pagantes|de\spago)
|\bclienti\s(?:enterprise|premium|paganti)|\bpian[oi]\sa\spagamento|\bplanos?\spagos?
|\b(?:betalende|zakelijke)\sklanten|\bbetalande\skunder|\bföretagskunder|\bbetalende\skunder|\berhvervskunder
""",
    "places": r"""
\bcustomers?\s(?:\w+\s)?(?:in|within|from)\s(?:the\s)?(?:EU\b|EEA\b|UK\b|European|United|Switzerland|Europe|Germany|California)
|\b(?:EU|EEA|UK|European)(?:-based)?\scustomers
|\bkunden\s(?:mit\ssitz\s)?(?:in|aus)\s(?:der\s|dem\s)?(?:EU\b|EWR\b|europäischen|schweiz|deutschland|europa)
|\bclients?\s(?:situés\s|établis\s)?(?:dans|en|au|de)\s(?:l['’])?(?:UE\b|EEE\b|union|europe|france|suisse)
|\bclientes\s(?:\w+\s)?(?:en|na|no|da)\s(?:la\s|el\s)?(?:UE\b|EEE\b|uni[óã]\w*|europa|españa|brasil|portugal)
|\bclienti\s(?:\w+\s)?(?:in|nell['’]|nello\s|dell['’])\s?(?:UE\b|SEE\b|unione|italia|europa)
|\bklanten\s(?:\w+\s)?(?:in|uit)\s(?:de\s)?(?:EU\b|EER\b|europese|europa|nederland|belgië)
|\bkunder\s(?:\w+\s)?(?:i|inom|inden\sfor)\s(?:EU\b|EES\b|EØS\b|europa|sverige|danmark)
""",
    "contract": r"""
\bcustomers?\s(?:(?:who|that)\s(?:have\s)?(?:signed|entered|executed)|with\s(?:a|an|our)\s(?:signed\s|written\s)?
(?:DPA|data\sprocessing|agreement))
|\bkunden\s(?:mit\s(?:\w+\s)?(?:AVV|auftragsverarbeitung\w*)|,?\sdie\s\w+\s(?:AVV|auftragsverarbeitung\w*))
|\bclients?\s(?:ayant|qui\sont)\s(?:signé|conclu)|\bclientes\s(?:que\s(?:hayan|han|tenham|assinaram)|con\scontrato)
|\bclienti\sche\s(?:hanno|abbiano)\s(?:firmato|sottoscritto)|\bklanten\s(?:met|die)\s(?:een\s)?verwerkersovereenkomst
|\bkunder\smed\s(?:\w+\s)?(?:\w*biträdesavtal|databehandleraftale\w*)
""",
    "material": r"""
\b(?:material|significant|substantial|important|major)\s(?:changes?|amendments?|modifications?|updates?)
|\b(?:changes?|amendments?)\s(?:is|are)\smaterial\b
|\bwesentliche\w*\sänderung\w*|\bmodifications?\s(?:important|substantiel|significativ|majeur)\w*
|\bcambios?\s(?:material|sustancial|significativ|important)\w*
|\bmodific(?:a|he)\s(?:sostanzial|rilevant|significativ|important)\w*
|\balterações\s(?:materiais|substanciais|significativas|relevantes|importantes)
|\b(?:wezenlijke|belangrijke|materiële)\swijziging\w*|\b(?:väsentliga|betydande)\sändringar
|\b(?:væsentlige|betydelige)\sændringer
""",
    "emergency": r"""
\b(?:except|unless|save|other\sthan)\b[^.;]{0,80}\b(?:emergenc|urgen)\w*
|\b(?:außer|es\ssei\sdenn|ausgenommen|sofern\snicht)\b[^.;]{0,80}\b(?:dringend|notf[aä]ll|eilf[aä]ll|gefahr)\w*
|\b(?:sauf|salvo|exceto|excepto|hors)\b[^.;]{0,60}\b(?:urg[eê]n|emerg[eê]n)\w*
|\b(?:behalve|tenzij)\b[^.;]{0,60}\b(?:spoed|nood|dringend)\w*
|\b(?:utom|såvida)\b[^.;]{0,60}\b(?:brådskande|akut|nöd)\w*
|\b(?:undtagen|medmindre)\b[^.;]{0,60}\b(?:hastende|haster|akut|nød)\w*
""",
}
_FLAGS = re.IGNORECASE | re.VERBOSE
_NOTHING = late(_NO_OBJECTION, _FLAGS)
_CONSENT = late(_ACCEPTED, _FLAGS)
_REFUSAL = late(_NOT_ACCEPTED, _FLAGS)
_ONLY = {key: late(words, _FLAGS) for key, words in _CONDITIONS.items()}
_IN_BRACKETS = late(r"\([^()]{20,}\)")
_BOTH = late(r"\bboth\b|\(ii\)|\b2\)|\bupdating\s(?:this|the|our)\s(?:page|list)", re.IGNORECASE)
_ADDED = late(r"\badd(?:ition|ing|ed)\b|\bnew\s(?:sub|third)", re.IGNORECASE)


def find_silence(text: str) -> Silence | None:
    """What a sentence says that it means not to object, None if it says nothing of it."""
    if not _NOTHING.search(text):
        return None
    if _REFUSAL.search(text):
        return "refusal"
    return "consent" if _CONSENT.search(text) else None


def find_conditions(text: str) -> tuple[str, ...]:
    """For whom or what only the period of a sentence holds; none where it holds for everybody."""
    outside = _IN_BRACKETS.sub(" ", text)
    found = [key for key, pattern in _ONLY.items() if pattern.search(outside)]
    if found and _BOTH.search(text):  # who is not among these is told in the other way
        found = [key for key in found if key not in ("subscribers", "plans", "contract")]
    if "material" in found and _ADDED.search(text):
        found.remove("material")  # whoever is added is told in any case
    return tuple(found)
