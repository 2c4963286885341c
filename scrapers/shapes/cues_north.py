"""Cues of Dutch, Swedish, Danish and Norwegian together."""

NORTHERN: dict[str, str | tuple[str, ...]] = {
    "tight": (
        r"\b(?:leveranciers?|verwerkers?|aanbieders?|dienst|leverantör(?:en)?|tjänsten"
        r"|leverandør(?:en)?"
        r"|tjenesten|verktyget|værktøjet)\s(?:(?:van|zoals|från|som|fra)\s)?[\"“]?$"
        r"|\b(?:gebruiken|gebruik van|använder|anlitar|bruger|benytter|anvender|bruker)\s[\"“]?$"
    ),
    "acts": (
        r"\b(?:(?:wij|we|ik|vi|jag|jeg|\w*site|\w*webbplats(?:en)?|\w*hjemmeside|app(?:en)?)\s"
        r"(?:gebruik(?:en|t)?|använder|anlitar|bruger|benytter|anvender|bruker)|(?:gebruik(?:en)?"
        r"|använder|anlitar|bruger|benytter|anvender|bruker)\s(?:wij|we|ik|vi|jag|jeg))\s"
        r"(?:(?:de|het|dienst|tjänsten|tjenesten|verktyget|værktøjet|van|oss av|os af|også|också"
        r"|ook)"
        r"\s){0,3}[\"“(]?$"
    ),
    "before": (
        (
            r"\b(?:gebruik(?:t|en)?|maken gebruik|maakt gebruik|werk(?:t|en) (?:samen|met)"
            r"|schakel(?:t|en)|huren|draait op|draaien op|använd(?:er|s)"
            r"|anlitar|samarbetar|nyttjar|brug(?:er|es)|benytte(?:r|s|t)|anvende(?:r|s)|samarbejder"
            r"|bruker|brukes|samarbeider|körs? på|kører på|kjører på|integrer(?:er|t)"
            r"|integreras?|besteden|vertrouwen op|förlitar oss|bygger på)\b[^.;]{0,110}$"
        ),
        (
            r"\b(?:verwerkt|gehost|geleverd|opgeslagen|verzonden|verstrekt"
            r"|gedeeld|aangeboden|behandlas|lagras|tillhandahålls|delas"
            r"|hostas|skickas|driftas|behandles|opbevares|leveres|hostes"
            r"|deles|lagres|sendes|drives|stilles|bewaard|verzameld|beheerd|uitgevoerd|verstuurd"
            r"|afgehandeld|verzorgd|doorgegeven|geplaatst|ontwikkeld|ondersteund|gestuurd|draait"
            r"|lagrad(?:e|es)?|behandlad(?:e|es)?|levererad|leverera[st]|driven|drivs|skickad"
            r"|sparas|samlas|hanteras|överförs|värd|driftad|placeras|mäts|utförs|hämtas|laddas"
            r"|leveret|hostet|opbevaret|behandlet|drevet|sendt|delt|indsamle[st]|håndteres|gemmes"
            r"|overføres|videregives|udføres|indlæses|samles|levert|lagret|driftet|utføres|hentes"
            r")\b[^.;]{0,60}\b(?:door|bij|aan|met|op|via|naar|av|hos|med|till|på|af|til|i|från|fra"
            r"|gennem|genom|gjennom|ved hjælp af|med hjälp av)\b[^.;]{0,60}$"
        ),
        (
            r"\b(?:delen|deelt|verstrekken|sturen|doorgeven|geven|delar|överför|lämnas|dela"
            r"|skickar|skickas|lämnar ut|deler|dele|overfører|sender|videregiver"
            r"|utleverer)\b[^.;]{0,110}\b(?:met"
            r"|aan|naar|med|till|til)\b[^.;]{0,60}$"
            r"|\b(?:verwerkersovereenkomst\w*|\w*biträdesavtal|databehandler(?:aftale|avtale)r?)\b"
            r"[^.;]{0,40}\b(?:met|med)\b[^.;]{0,40}$"
        ),
        (
            r"\b(?:\w*dienst(?:en)?|leveranciers?|verwerkers?|partijen|partners?|bedrijf"
            r"|\w*aanbieders?|hosting\w*|betaaldienst\w*|platform|software|servers?"
            r"|\w*tjänst(?:en|er|erna)?|\w*leverantör(?:en|er|erna)?|\w*biträden?|\w*tjeneste[nr]?"
            r"|\w*leverandør(?:en|er)?|\w*databehandler[en]?e?|samarbejdspartnere?"
            r"|\w*verktyg(?:et)?|\w*værktøj(?:et)?|verktøyet|cookies?|plattform(?:en)?|webbhotell"
            r"|webhotel|företaget|bolaget|firmaet|selskabet|selskapet|system(?:et)?|tool)\b"
            r"[\s,:(\"“]*(?:(?:van|is|zoals|heet|genaamd|från|som|är|fra|er|heter|hedder|av|af|hos"
            r"|via|bij|de|het) ){0,3}[\s\"“(]*$"
        ),
    ),
    "intro": (
        r"(?:zoals|bijvoorbeeld|waaronder|bijv\.|o\.\s?a\.|onder andere|onder meer|m\.n\."
        r"|met name|namelijk|bl\.\s?a\.|exempelvis|till exempel|t\.\s?ex\.|blandt andet"
        r"|eksempelvis|inklusive|inklusiv"
        r"|såsom|som|bland annat|f\.eks\.|for eksempel|såsom|herunder"
        r"|:|\()\s{0,2}[:,(\"“]{0,3}\s?$"
    ),
    "kinds": (
        r"\b(?:\w*dienst(?:en)?|\w*leveranciers?|\w*verwerkers?|partij(?:en)?|derden|bedrijven"
        r"|\w*aanbieders?|providers?|platforms?|partners?|\w*tjänst(?:er|erna)?"
        r"|\w*leverantör(?:er|erna)?|tredje ?part(?:er|s\w*)?|\w*biträden?|system|verktyg|aktörer"
        r"|\w*tjenester?|\w*leverandør(?:er)?|tredjeparts?(?:er)?|\w*databehandlere?|værktøjer"
        r"|samarbejdspartnere?)\b"
    ),
    "after": (
        (
            r"^[\"”’)®™]{0,2}[\s,(–—:-]{1,4}(?:een|de|het|onze|en|ett"
            r"|vår|et|vores)\b[^.;]{0,80}?\b\w*(?:dienst|leverancier|verwerker"
            r"|aanbieder|tjänst|leverantör|verktyg|tjeneste|leverandør"
            r"|databehandler|værktøj)\w*\b"
            r"|^[\"”’)®™]{0,2},?\s(?:(?:die|dat|som|der) (?:optreedt|handelt|fungeert|agerar"
            r"|fungerar"
            r"|fungerer|er|är) (?:als|som|vår|vores)|als|som)\b[^.;]{0,20}"
            r"(?:verwerker|biträde|databehandler)"
        ),
        r"^[^.;]{0,100}\b(?:in voor|samen)\b",
    ),
    "subject": (
        r"^[\"”’)®™]{0,2}\s?(?:\([^)]{0,80}\)\s?)?(?:(?:kan|kunnen)"
        r" )?(?:verwerkt|verzamelt|ontvangt|slaat|levert|behandlar"
        r"|samlar|lagrar|tillhandahåller|behandler|indsamler|opbevarer|verwerken|bewaart"
        r"|hanterar|levererar|driver|driftar|får tillgång|registrerer|modtager|håndterer|hoster"
        r"|host|beheert|verzorgt|plaatst|analyseert|mäter|måler|sätter|sætter"
        r"|leverer|is (?:een|onze)|är (?:en|ett|vår)|er (?:en|et|vores))\b"
    ),
    "denied": (
        r"\b(?:onderdeel van|en del a[fv]|ingår i)\b[^.;]{0,40}$"
        r"|\b(?:pagina['’]?s|profielen|sidor|profiler|sider) (?:op|på)\b[^.;]{0,40}$|"
        r"\b(?:niet|geen|nooit|zonder|inte|ingen|inga|aldrig|utan"
        r"|ikke|ingen|uden|intet)\b[^.;,]{0,70}$"
    ),
    "veto": (
        r"\b(?:alternatief voor|alternativ till|alternativ til|uitschakelen|afmelden|opt-?out"
        r"|privacy(?:beleid|verklaring)"
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
        r"\b(?:derden?|\w*leveranciers?|\w*verwerkers?|partners?|ontvangers?|partijen|\w*diensten"
        r"|\w*dienstverleners?|tools|gebruik van|delen|tredje ?part(?:er|s\w*)?"
        r"|\w*leverantör(?:er|erna)?|\w*biträden|mottagare|\w*tjänster(?:na)?|verktyg|delar"
        r"|använder|\w*leverandør(?:er)?|\w*databehandlere?|tredjeparts?(?:er)?|\w*tjenester"
        r"|værktøjer|deler|bruger|hosting|betaling\w*"
        r"|modtagere?|samarbejdspartnere?)\b"
    ),
    "bad_lead": (
        r"\b(?:browsers?|zoekmachines?|sökmotor\w*|søgemaskine\w*|rechten|klacht|contact"
        r"|rättigheter|kontakt"
        r"|rettigheder|webbläsare|webläsare)\b"
    ),
    "example": (
        r"(?:zoals|bijvoorbeeld|bijv\.|till exempel|t\.ex\.|såsom"
        r"|f\.eks\.|for eksempel)\s{0,2}[:,(\"“]{0,3}\s?$"
    ),
}
