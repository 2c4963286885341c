"""Cues of German: what stands around the name of a recipient."""

GERMAN: dict[str, str | tuple[str, ...]] = {
    "acts": (
        r"\b(?:(?:wir|ich|\w*seite|website|app|\w*shop|anwendung)\s(?:nutz(?:en|t|e)|verwende[nt]?"
        r"|setz(?:en|t|e)|benutz(?:en|t|e))|(?:nutzen|nutze|verwenden?|setzen|setze|benutzen)\s"
        r"(?:wir|ich))\s(?:(?!kein|nicht|nie)[a-zäöüß-]+\s){0,4}[„“\"(]?$"
    ),
    "before": (
        (
            r"\b(?:verwende[nt]?|nutz(?:en|t|e)|benutz(?:en|t|e)|einsetzen"
            r"|setz(?:en|t|e)|arbeiten|bedien(?:en|t|e)|beauftragen|binden"
            r"|bindet|speichern|hosten|hoste|l[aä]d(?:en|t)|läuft|laufen"
            r"|greifen|greift|kooperieren|integrier(?:en|t)|nehmen|betreiben"
            r"|wickeln|beziehen|versenden|übermitteln|übertragen|einsatz von)\b[^.;]{0,120}$"
        ),
        (
            r"\b(?:bereitgestellt|gehostet|betrieben|verarbeitet|gespeichert"
            r"|übermittelt|weitergegeben|weitergeleitet|übertragen|versandt"
            r"|versendet"
            r"|erbracht|angeboten|durchgeführt|abgewickelt|erhoben|gesendet"
            r"|verwendet|genutzt|eingesetzt)\b[^.;]{0,60}\b(?:von|durch"
            r"|bei|an|über|mit|auf)\b[^.;]{0,60}$"
        ),
        (
            r"\b(?:an|durch|von|bei|über|mit|auf servern|dienste?s?|anbieters?"
            r"|dienstleisters?|unternehmens?|firma|tools?|plattform|software"
            r"|system|ticketsystem"
            r"|services?|hosters?|auftragsverarbeiters?|partners?|zahlungsanbieters?"
            r"|zahlungsdienstleisters?|analysedienste?s?|webhosting-dienste"
            r"|produkte?s?|netzwerks?)\s"
            r"(?:(?:der|die|das|dem|den|des|von|vom|wie|ist|sind|lautet|namens"
            r"|unternehmens|firma)\s){0,3}[„“\"(]?$"
        ),
        (
            r"\b(?:dienst|anbieter|betreiber|dienstleister|hoster|unternehmen"
            r"|anbieterin|betreiberin|provider)\b[^.;]{0,25}\b(?:ist|sind"
            r"|der|des|von|:)\s(?:die |der )?[„“\"(]?$"
        ),
    ),
    "intro": (
        r"(?:wie (?:z\.\s?b\.|beispielsweise|etwa)?|z\.\s?b\.|u\.\s?a\.|unter anderem|nämlich|zum"
        r" beispiel|beispielsweise|etwa|insbesondere|darunter|:|\()[\s:,(„“\"]{0,4}$"
    ),
    "kinds": (
        r"\b(?:\w*dienst\w*|\w*anbieter\w*|\w*tools?|\w*partner\w*|dritt\w*"
        r"|auftragsverarbeiter\w*|\w*unternehmen\w*|\w*plattform\w*|\w*software\w*|empfänger\w*"
        r"|hoster\w*|\w*services?|\w*netzwerke?\w*|subunternehm\w*|\w*provider\w*|server\w*)\b"
    ),
    "after": (
        (
            r"^[\"“”’)®™]{0,2}[\s,(–—:-]{1,4}(?:ein(?:e[nrms]?)?|der|die"
            r"|das|unser\w*)\b[^.;]{0,90}?\b\w*(?:dienst|anbieter|dienstleister"
            r"|hoster|tool|software|plattform|partner|unternehmen|system"
            r"|service|verarbeiter)\w*"
        ),
        (
            r"^[^.;]{0,160}\b(?:ein|übermittelt|weitergegeben|weitergeleitet"
            r"|übertragen|gehostet|bereitgestellt|verarbeitet|gespeichert"
            r"|genutzt|verwendet|eingesetzt|zusammen|gesendet|weiter)\b"
        ),
    ),
    "subject": (
        r"^[\"“”’)®™]{0,2}\s?(?:\([^)]{0,80}\)\s?)?(?:verarbeitet"
        r"|speichert|hostet|erhebt|sammelt|erhält|verwendet|nutzt"
        r"|setzt|übermittelt|stellt|betreibt|"
        r"ist (?:ein|unser|für)|wird|analysiert)\b"
    ),
    "denied": (
        r"\b(?:nicht|kein(?:e[nrms]?)?|niemals|nie|ohne|weder|keinesfalls)\b[^.;,]{0,80}$"
        r"|\bgehör(?:t|en) zu|\bteil de[rs]\b[^.;]{0,40}$"
        r"|\b(?:verbreitung|auftritte?n?|profile?n?|kanäle?n?|fan-?page|fan-?seite"
        r"|präsenz)\b[^.;]{0,110}$"
    ),
    "veto": (
        r"\b(?:alternativen? zu|widersprechen|widerspruch|deaktivier\w*|opt-?out"
        r"|datenschutzerklärung"
        r"|datenschutzhinweise|datenschutzbestimmungen|nutzungsbedingungen"
        r"|browser\w*|einstellungen"
        r"|weitere informationen|nähere informationen|mehr informationen"
        r"|informationen (?:zu|über)|finden sie|siehe|besuchen|anmelde\w*"
        r"|login|einloggen|konto|"
        r"beschwerde|\w*register\w*|aufsicht\w*|zertifizier\w*|unter|nach maßgabe"
        r"|gemäß|im sinne|risiko|gericht\w*|vertreten durch|geschäftsführer\w*"
        r"|einfluss)\b[^.;]{0,70}$"
    ),
    "veto_after": (
        r"^[\"“”’)]{0,2}\s?(?:konto|account|datenschutz\w*|browser|einstellungen|login)"
        r"|^\s?nicht\b|^[^.;]{0,30}\bkeinen einfluss"
    ),
    "chosen": (
        r"\b(?:wenn|falls|sofern|sobald) sie\b[^.;]{0,80}\b(?:wählen"
        r"|entscheiden|verbinden|verknüpfen|nutzen|aktivieren|klicken)"
        r"|\bermöglichen wir ihnen\b"
    ),
    "lead": (
        r"\b(?:dritt\w*|\w*dienstleister\w*|\w*anbieter\w*|\w*partner\w*|auftragsverarbeit\w*"
        r"|empfänger\w*|\w*dienste\w*|tools?|services?|unternehmen|subunternehmer\w*"
        r"|hosting|zahlungs\w*|weitergabe|übermittlung)\b"
    ),
    "bad_lead": (
        r"\b(?:browser\w*|suchmaschinen?|rechte|widerspruch\w*|aufsicht\w*|kontakt"
        r"|einstellungen|verantwortlich\w*)\b"
    ),
    "example": (
        r"(?:wie z\.\s?b\.|wie beispielsweise|wie etwa|z\.\s?b\.|zum"
        r" beispiel|beispielsweise|wie)[\s:,(„“\"]{0,4}$"
    ),
}
