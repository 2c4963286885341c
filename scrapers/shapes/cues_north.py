"""Cues of Dutch, Swedish, Danish and Norwegian together."""

NORTHERN: dict[str, str | tuple[str, ...]] = {
    "tight": (
        r"\b(?:leveranciers?|verwerkers?|aanbieders?|dienst|leverantör(?:en)?|tjänsten|leverandør(?:en)?"
        r"|tjenesten|verktyget|værktøjet)\s(?:(?:van|zoals|från|som|fra)\s)?[\"“]?$"
        r"|\b(?:gebruiken|gebruik van|använder|anlitar|bruger|benytter|anvender|bruker)\s[\"“]?$"
    ),
    "before": (
        (
            r"\b(?:gebruik(?:t|en)?|maken gebruik|maakt gebruik|werk(?:t"
            r"|en) samen|schakelen|huren|använd(?:er|s)|anlitar|samarbetar"
            r"|brug(?:er|es)|benytter|anvender|samarbejder|bruker|samarbeider)\b[^.;]{0,11"
            r"0}$"
        ),
        (
            r"\b(?:verwerkt|gehost|geleverd|opgeslagen|verzonden|verstrekt"
            r"|gedeeld|aangeboden|behandlas|lagras|tillhandahålls|delas"
            r"|hostas|skickas|driftas|behandles|opbevares|leveres|hostes"
            r"|deles|lagres|sendes|drives|stilles)\b[^.;]{0,60}\b(?:door"
            r"|bij|aan|met|op|via|av|hos|med|till|på|af|til|i)\b[^.;]{0,60}$"
        ),
        (
            r"\b(?:delen|deelt|verstrekken|sturen|doorgeven|delar|överför"
            r"|skickar|lämnar ut|deler|overfører|sender|videregiver)\b[^.;]{0,110}\b(?:met"
            r"|aan|naar|med|till|til)\b[^.;]{0,60}$"
        ),
        (
            r"\b(?:dienst(?:en)?|leveranciers?|verwerkers?|partijen|partners?"
            r"|aanbieders?|hostingprovider|betaaldienst\w*|tjänst(?:en"
            r"|er)?|leverantör(?:en|er)?|biträden?|tjeneste[nr]?|leverandør(?:en"
            r"|er)?|databehandler[en]?e?|samarbejdspartnere?|verktyg(?:et)?"
            r"|værktøj(?:et)?)\b[\s,:(\"“]*(?:(?:van|is|zoals|heet|från"
            r"|som|är|fra|er|heter|hedder) ){0,3}[\s\"“(]*$"
        ),
    ),
    "intro": (
        r"(?:zoals|bijvoorbeeld|waaronder|bijv\.|till exempel|t\.ex\."
        r"|såsom|som|bland annat|f\.eks\.|for eksempel|såsom|herunder"
        r"|:|\()\s{0,2}[:,(\"“]{0,3}\s?$"
    ),
    "kinds": (
        r"\b(?:dienst(?:en)?|leveranciers?|verwerkers?|partijen|derden"
        r"|partners?|tjänst(?:er)?|leverantör(?:er)?|tredje ?part(?:er)?"
        r"|tjenester?|leverandør(?:er)?|tredjeparter?|databehandlere?)\b"
    ),
    "after": (
        (
            r"^[\"”’)®™]{0,2}[\s,(–—:-]{1,4}(?:een|de|het|onze|en|ett"
            r"|vår|et|vores)\b[^.;]{0,80}?\b\w*(?:dienst|leverancier|verwerker"
            r"|aanbieder|tjänst|leverantör|verktyg|tjeneste|leverandør"
            r"|databehandler|værktøj)\w*\b"
        ),
        r"^[^.;]{0,100}\b(?:in voor|samen)\b",
    ),
    "subject": (
        r"^[\"”’)®™]{0,2}\s?(?:\([^)]{0,80}\)\s?)?(?:(?:kan|kunnen)"
        r" )?(?:verwerkt|verzamelt|ontvangt|slaat|levert|behandlar"
        r"|samlar|lagrar|tillhandahåller|behandler|indsamler|opbevarer"
        r"|leverer|is (?:een|onze)|är (?:en|ett|vår)|er (?:en|et|vores))\b"
    ),
    "denied": (
        r"\b(?:niet|geen|nooit|zonder|inte|ingen|inga|aldrig|utan"
        r"|ikke|ingen|uden|intet)\b[^.;,]{0,70}$"
    ),
    "veto": (
        r"\b(?:uitschakelen|afmelden|opt-?out|privacy(?:beleid|verklaring)"
        r"|voorwaarden|browsers?|instellingen|meer informatie|lees"
        r"|bezoek|klacht|autoriteit|inloggen|account|integritetspolicy"
        r"|villkor|inställningar|mer information|läs|klagomål|logga"
        r" in|konto|privatlivspolitik|vilkår|indstillinger|mere information"
        r"|læs|klage|log ind)\b[^.;]{0,70}$"
    ),
    "veto_after": r"^[\"”’)]{0,2}\s?(?:-?account|-?konto|privacy|opt-?out)",
    "chosen": (
        r"\b(?:als|wanneer|indien|om|när|hvis|når) (?:u|je|du|brugeren"
        r"|användaren|gebruikers?)\b[^.;]{0,60}\b(?:kiest|koppelt"
        r"|kies|väljer|kopplar|vælger|tilslutter|velger)"
    ),
    "lead": (
        r"\b(?:derden|leveranciers?|verwerkers?|partners?|ontvangers?"
        r"|dienstverleners?|tredje ?part(?:er)?|leverantör(?:er)?"
        r"|biträden|mottagare|leverandør(?:er)?|databehandlere?|tredjeparter?"
        r"|modtagere?|samarbejdspartnere?)\b"
    ),
    "bad_lead": (
        r"\b(?:browsers?|rechten|klacht|contact|rättigheter|kontakt"
        r"|rettigheder|webbläsare|webläsare)\b"
    ),
    "example": (
        r"(?:zoals|bijvoorbeeld|bijv\.|till exempel|t\.ex\.|såsom"
        r"|f\.eks\.|for eksempel)\s{0,2}[:,(\"“]{0,3}\s?$"
    ),
}
