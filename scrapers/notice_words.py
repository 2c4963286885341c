"""The words of clauses on prior notice and objection, in nine languages.

Regexes in verbose form: blanks are written `\\s`.
"""

_NUMBERS = """
1 one ein eine einem einen einer eines un une uno una um uma een en ett et
2 two zwei deux dos due dois duas twee två to
3 three drei trois tres tre três drie
4 four vier quatre cuatro quattro quatro fyra fire
5 five fünf cinq cinco cinque vijf fem
6 six sechs seis sei zes sex seks
7 seven sieben sept siete sette sete zeven sju syv
8 eight acht huit ocho otto oito åtta otte
9 nine neun neuf nueve nove negen nio ni
10 ten zehn dix diez dieci dez tien tio ti
12 twelve zwölf douze doce dodici doze twaalf tolv
14 fourteen vierzehn quatorze catorce quattordici catorze veertien fjorton fjorten
15 fifteen fünfzehn quinze quince quindici vijftien femton femten
20 twenty zwanzig vingt veinte venti vinte twintig tjugo tyve
21 twenty-one einundzwanzig
28 twenty-eight achtundzwanzig
30 thirty dreißig dreissig trente treinta trenta trinta dertig trettio tredive
45 forty-five fünfundvierzig
60 sixty sechzig soixante sesenta sessanta sessenta zestig sextio
90 ninety neunzig noventa novanta negentig nittio
"""
NUMBERS = {
    word: int(line.split()[0]) for line in _NUMBERS.strip().split("\n") for word in line.split()[1:]
}
DAYS = r"days?|tage[ns]?|tag|jours?|d[ií]as?|giorn[oi]|dagen|dagar|dages?|dage|dagers?|dag"
WEEKS = r"weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|week|veckor|vecka|ugers?|uger|uge"
MONTHS = (
    r"months?|monate[ns]?|monats?|mois|mes(?:es)?|mes[ei]|m[êe]s|maanden|maand|månader"
    r"|månad|måneder|måned"
)
BUSINESS_DAYS = (
    r"werktage?n?|arbeitstage?n?|bankarbeitstage?n?|werkdagen|arbetsdagar|bankdagar|vardagar"
    r"|arbejdsdage|hverdage|bankdage"
)
BUSINESS = r"business|working|ouvr(?:és?|ables?)|h[áa]biles|laborables|lavorativi|[úu]teis"

# What the clause must be about: other processors, or a change of the page or the terms.
CHANGE = r"""
sub-?\s?processors?|sub-?\s?contractors?|unterauftrag\w*|subunternehmer\w*|unterbeauftrag\w*
|sous-traitants?|subencargad\w+|sub-?responsabil\w+|sub-?processador\w*|subcontrat\w+
|subverwerkers?|sub-?operador\w*|endring\w*
|underbiträde\w*|underleverantör\w*|underdatabehandler\w*|underleverandør\w*|third-?\s?part(?:y
|ies)
|chang\w+|updat\w+|modif\w+|amend\w+|revis\w+|additions?|add(?:ing|s|ed)?\b|replac\w+
|new\s(?:version|terms)
|änder\w+|aktualisier\w+|anpass\w+|geändert\w*|hinzuzieh\w*|wechsel\w*|einsatz\w*
|changement\w*|mise\s(?:s\s)?à\sjour|ajout\w*|remplac\w*
|cambi\w+|actualiz\w+|modific\w+|incorpora\w+|sustitu\w+|aggiorn\w+|aggiun\w+|sostitu\w+
|alteraç\w+|alterar|atualiz\w+|substitu\w+|wijzig\w+|aanpass\w+|toevoeg\w+|vervang\w+
|ändring\w*|uppdater\w*|ersätt\w*|ændring\w*|opdater\w*|udskift\w*|tilføj\w*
"""
TELL = r"""
notif\w+|notices?|inform\w*|announc\w+|communicat\w+|post(?:ed|ing)?\b|publish\w*|publication
|advis\w+|let\syou\sknow
|tell\b|told\b|e-?mails?\s(?:you|(?:the\s)?customers?)\b|e-?mailed\b|gemeld\w*|meld(?:en|t)\b|effective|effect\b|in\sadvance|prior\b|updates?\sthis\spage|update\sthis\spage|list\b
|benachrichtig\w*|mitteil\w*|mitgeteilt|informier\w*|unterricht\w*|ankündig\w*|angekündigt
|kündigen\b(?=.*\ban\b)|veröffentlich\w*|wirksam|kraft
|inform(?:e|é|er|ons)\w*|notifi\w+|préavis|avis|publi\w+|vigueur|avert\w+
|avis[ao]\w*|comunic\w+|notific\w+|preaviso|antelaci\w+|preavviso|anticipo|pubblic\w+|vigor\w*
|pré-?aviso|antecedência
|meddel\w+|underrätt\w+|varsel|varsl\w+|kennisge\w+|op\sde\shoogte|informeren|aankondig\w*
|gepubliceerd|ingang
|underret\w+|orienter\w*|informer\w*|varsling\w*|kraft
"""
OBJECT = r"""
object(?!ive)\w*|oppos\w+|contest\b|reject\w*|raise\s(?:any\s|reasonable\s)?(?:concerns?
|objections?)
|widersp\w+|einwänd\w*|einspruch\w*|einwend\w+|s['’]opposer|objection\w*|objet\w+|oposici\w+
|oponer\w*
|opporsi|opposizione|obiezion\w*|obiett\w+|innsigelse\w*|opor-se|objeç\w+|bezwaar|bezwaren|invänd\w+|motsätt\w+
|indsigelse\w*|gøre\sindsigelse
"""
# Clauses on something else that also count days.
OTHER = r"""
take-?down|counter[-\s]notif\w+|infring\w+|fees?\b|pric(?:es?|ing)\b|gebühr\w*|preis\w*|suspend\w*
|requests\b|tarif\w*|precios?\b|prezz\w+|breach\w*|incident\w*|violation|retain\w*|retention|delet\w+|eras(?:e|ure)|back-?ups?
|cure[ds]?\b|refund\w*|invoice\w*|trial
|audits?\b|inspection|arbitration|access\srequest|data\ssubject\srequest|your\srequests?
|respond|reply|inactiv\w+
|expir\w+|renew\w*|unsubscrib\w+|last\s\d|past\s\d|preceding|verletzung\w*|vorfall\w*
|aufbewahr\w*|gelöscht|lösch\w+|auskunft\w*|anfrage\w*
|kündigung\sdes\svertrags|violation\sde\sdonnées|conserv\w+|effac\w+|suppression|supprim\w+
|demande\sd['’]accès|brecha|violaci\w+|retenci\w+|suprim\w+|elimin\w+
|violazione|cancell\w+|violaç\w+|retenç\w+|apag\w+|datalek\w*|bewaar\w*|bewar\w*|verwijder\w*
|incident\w*|radera\w*|lagringstid|slett\w*|sletning|brud\s
"""
# The end of a contract, which is no objection unless the sentence says so.
ENDING = r"""
terminat\w+|cancel\w*|kündigung\w*|résili\w+|rescind\w*|resol[uv]\w+|recesso|opzeg\w*|säga\supp|si\sopp|opsig\w*
"""
BEFORE = r"""
before|prior|ahead|in\sadvance|advance|beforehand|notice|im\svoraus|vorher\w*|vorab|zuvor|vor\b
|bevor|vorlauf\w*|vorankündigung|ankündigungsfrist
|avant|à\sl['’]avance|préavis|au\spréalable|auparavant|préalable|antes|antelaci\w+|antelación
|preaviso|anticipaci\w+|previa?\w*|prima|anticipo|preavviso|preventiv\w*
|antecedência|pré-?aviso|prévi\w+|vooraf|voordat|vóór|voor\b|van\stevoren|före|innan|i\sförväg
|förvarning|varsel|før\b|inden\b|forudgående|på\sforhånd|forinden
"""
# Behind these a period counts back from the change: "with notice of 30 days".
NOTICE_OF = r"""
(?:notice|notification)(?:\speriod)?\sof|preaviso\sde|préavis\sde|preavviso\sdi|aviso\sprévio\sde
|antelación\sde|antelacion\sde|antecedência\sde|anticipo\sdi|délai\sde\sprévenance\sde
|vorlauf\w*\svon|ankündigungsfrist\svon|vorankündigung\svon|(?:opzeg|aankondigings)termijn\svan
|kennisgevingstermijn\svan|varsel\spå|förvarning\som|frist\spå|varseltid\som
"""
RECEIVED = r"""
receiv\w+|receipt|erhalt\w*|zugang\w*|empfang\w*|eingang\w*|récept\w+|reçu\w*|recib\w+
|recepci\w+|ricev\w+|ricezion\w+|receb\w+|receç\w+|ontvang\w+|mottag\w+|mottogs?|modtag\w+|modtog
"""
INFORMED = r"""
(?:being|been|is|are|was|were)\s(?:so\s)?(?:informed|notified|made\saware|advised)|informed\b
|becom\w+\saware
|informiert|unterricht\w+|in\skenntnis|information\b|inform[ée]\w*|informad\w+|informat[oaie]
|geïnformeerd|underrättad\w*|informerats|underrettet|orienteret|informeret
"""
POSTED = r"""
(?:we\s)post\b|post(?:ed|ing)\b|publish\w*|publication|publishing|update\s(?:date|to\sthe|of\sthe|of\sthis
|to\sthis)|updated?\b|appear\w*|list(?:ed|ing)\b
|veröffentlich\w*|bekanntgabe|bekanntmach\w*|aktualisierung\w*|publi[ée]\w*|publicaci\w+|publicad\w+|pubblic\w+
|mise\sen\sligne|mise\sà\sjour|publicaç\w+|publicatie|gepubliceerd|bekendmaking|publicer\w+
|offentliggør\w*
"""
SENT = r"""
sen(?:d|t|ding)\b|notif\w+|notices?|e-?mail\w*|announce\w*|communication|mitteilung\w*
|benachrichtig\w*|ankündigung\w*|absend\w*|versand\w*|notific\w+|avis\b|envoi\w*|envío
|comunicaci\w+|aviso
|comunicazion\w+|invio|comunicaç\w+|envio|kennisgeving\w*|verzending|melding|meddeland\w*
|avisering\w*|underrättelse\w*|meddelelse\w*|varsel\w*|varsl\w*|underretning\w*|avsänd\w*
"""
AT_LEAST = r"""
at\sleast|no\sless\sthan|not\sless\sthan|no\sfewer\sthan|minimum|mindestens|wenigstens
|spätestens|au\smoins|au\sminimum|minimum|al\smenos|mínimo|como\smínimo|almeno|minimo
|pelo\smenos|no\smínimo
|ten\sminste|minstens|minimaal|uiterlijk|minst|senast|åtminstone|mindst|senest
"""
WITHIN = r"""
within|innert|em\saté|during|for\sa\speriod|period\sof|innerhalb|binnen|während|dans\s(?:les|un\sdélai)|sous
|pendant|en\sel\splazo|dentro|durante|entro|no\sprazo|inom|under\b|inden\sfor|inden
"""
