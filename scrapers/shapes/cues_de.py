"""Cues of German: what stands around the name of a recipient."""

GERMAN: dict[str, str | tuple[str, ...]] = {
    "before": (
        (
            r"\b(?:verwende[nt]?|nutz(?:en|t)|benutz(?:en|t)|einsetzen"
            r"|setz(?:en|t)|arbeiten|bedien(?:en|t)|beauftragen|binden"
            r"|bindet|speichern|hosten"
            r"|greifen|kooperieren|integrier(?:en|t)|nehmen|betreiben"
            r"|wickeln)\b[^.;]{0,120}$"
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
            r"(?:(?:der|die|das|dem|den|des|von|vom|wie|ist|sind|lautet"
            r"|unternehmens|firma)\s){0,3}[„“\"(]?$"
        ),
        (
            r"\b(?:dienst|anbieter|betreiber|dienstleister|hoster|unternehmen"
            r"|anbieterin|betreiberin|provider)\b[^.;]{0,25}\b(?:ist|sind"
            r"|der|des|von|:)\s(?:die |der )?[„“\"(]?$"
        ),
    ),
    "intro": (
        r"(?:wie (?:z\.\s?b\.|beispielsweise|etwa)?|z\.\s?b\.|zum"
        r" beispiel|beispielsweise|etwa|insbesondere|darunter|:|\()[\s:,(„“\"]{0,4}$"
    ),
    "kinds": (
        r"\b(?:dienst\w*|anbieter\w*|tool\w*|partner\w*|dritt\w*|auftragsverarbeiter\w"
        r"*|unternehmen\w*|plattform\w*|software\w*|empfänger\w*|hoster\w*)\b"
    ),
    "after": (
        (
            r"^[\"“”’)®™]{0,2}[\s,(–—:-]{1,4}(?:ein(?:e[nrms]?)?|der|die"
            r"|das|unser\w*)\b[^.;]{0,90}?\b\w*(?:dienst|anbieter|dienstleister"
            r"|hoster|tool|software|plattform|partner|unternehmen|system"
            r"|service)\w*"
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
        r"|\b(?:verbreitung|auftritt|fan-?page|fan-?seite|präsenz)\b[^.;]{0,110}$"
    ),
    "veto": (
        r"\b(?:widersprechen|widerspruch|deaktivier\w*|opt-?out|datenschutzerklärung"
        r"|datenschutzhinweise|datenschutzbestimmungen|nutzungsbedingungen"
        r"|browser\w*|einstellungen"
        r"|weitere informationen|nähere informationen|mehr informationen"
        r"|informationen (?:zu|über)|finden sie|siehe|besuchen|anmelde\w*"
        r"|login|einloggen|konto|"
        r"beschwerde|aufsicht\w*|zertifizier\w*|unter|nach maßgabe"
        r"|gemäß|im sinne|risiko|gericht\w*|vertreten durch|geschäftsführer\w*"
        r"|einfluss)\b[^.;]{0,70}$"
    ),
    "veto_after": (
        r"^[\"“”’)]{0,2}\s?(?:konto|account|datenschutz\w*|browser|einstellungen|login)"
        r"|^[^.;]{0,30}\bkeinen einfluss"
    ),
    "chosen": (
        r"\b(?:wenn|falls|sofern|sobald) sie\b[^.;]{0,80}\b(?:wählen"
        r"|entscheiden|verbinden|verknüpfen|nutzen|aktivieren|klicken)"
        r"|\bermöglichen wir ihnen\b"
    ),
    "lead": (
        r"\b(?:dritt\w*|dienstleister\w*|anbieter\w*|partner\w*|auftragsverarbeiter\w*"
        r"|empfänger\w*|dienste\w*|tools?|unternehmen|subunternehmer\w*"
        r"|hosting|zahlungs\w*)\b"
    ),
    "bad_lead": (
        r"\b(?:browser\w*|rechte|widerspruch\w*|aufsicht\w*|kontakt"
        r"|einstellungen|verantwortlich\w*)\b"
    ),
    "example": (
        r"(?:wie z\.\s?b\.|wie beispielsweise|wie etwa|z\.\s?b\.|zum"
        r" beispiel|beispielsweise|wie)[\s:,(„“\"]{0,4}$"
    ),
}
