"""Cues of Spanish, Italian, Portuguese and Romanian together."""

SOUTHERN: dict[str, str | tuple[str, ...]] = {
    "tight": (
        r"\b(?:proveedor(?:es)?|herramientas?|empresas?|plataformas?|fornitor[ei]|servizi[o]?"
        r"|societ[àa]|strument[oi]|piattaform[ae]|fornecedor(?:es)?|ferramentas?|servicios?"
        r"|serviços?|servici(?:i|ile|ul)|furnizor(?:ul|i)?)\s(?:(?:de|del|di|della|da|do|como"
        r"|come)\s){0,2}[«\"“]?$"
        r"|\b(?:utilizamos|usamos|utilizziamo|usiamo|utiliza|utilizza|folosim)\s[«\"“]?$"
    ),
    "acts": (
        r"(?<!\bno )(?<!não )(?<!non )(?<!\bnu )\b(?:utiliz(?:amos|a|o)|us(?:amos|a|o)"
        r"|utilizz(?:iamo|a|o)|usiamo|folosim|utilizăm)\s(?:(?:el|la|los|las|il|lo|gli|i|o|os|as|un"
        r"|una|de|di|del|dei|servicios?|herramienta|servizio|servizi|serviços?|ferramenta"
        r"|plataforma)\s){0,4}[«\"“(]?$"
    ),
    "before": (
        (
            r"\b(?:utiliz(?:a|o|amos|an|ar|ando|iamo|za|zano)|utilizziamo|utilizz[ao](?:no)?"
            r"|us(?:a|o)(?:mos|no|n|ndo)?|usiamo|emple(?:a|o|amos)|contrat(?:a|amos)"
            r"|trabaj(?:a|o|amos)|colabor(?:a|amos|iamo)|collaboriamo|integr(?:a|amos|iamo)"
            r"|recurr(?:e|o|imos)|si avval(?:e|gono)|ci avvaliamo|mi avvalgo|avvalendo(?:si|ci)"
            r"|affid(?:a|iamo)|ci appoggiamo|si appoggia|apoy(?:a|amos)|confiamos"
            r"|faz(?:emos)? (?:o )?uso|hacemos uso|hace uso|facciamo uso|fa uso|ricorr(?:e|iamo)"
            r"|folosi(?:m|ți|te)|utilizăm|trabalh(?:a|amos)|recorr(?:e|emos)|lavoriamo"
            r"|adotta(?:mo)?"
            r"|carica|incorpora(?:mos)?|incrustad[oa]s?|apoiamos|intervienen)\b[^.;]{0,110}$"
        ),
        (
            r"\b(?:proporcionad[oa]s?|alojad[oa]s?|tratad[oa]s?|prestad[oa]s?"
            r"|gestionad[oa]s?|almacenad[oa]s?|comunicad[oa]s?|cedid[oa]s?"
            r"|transferid[oa]s?|compartid[oa]s?|enviad[oa]s?|ofrecid[oa]s?"
            r"|fornit[oiae]|ospitat[oiae]|trattat[oiae]|gestit[oiae]|erogat[oiae]"
            r"|comunicat[oiae]|trasferit[oiae]|condivis[oiae]|inviat[oiae]"
            r"|fornecid[oa]s?|hospedad[oa]s?|partilhad[oa]s?|compartilhad[oa]s?"
            r"|processad[oa]s?|armazenad[oa]s?|furnizat[eăe]?|găzduit[eă]?"
            r"|procesad[oa]s?|realizad[oa]s?|suministrad[oa]s?|transmitid[oa]s?|guardad[oa]s?"
            r"|recogid[oa]s?|recopilad[oa]s?|coletad[oa]s?|recolhid[oa]s?|desarrollad[oa]s?"
            r"|efectuad[oa]s?|efetuad[oa]s?|servid[oa]s?|mantenid[oa]s?|operad[oa]s?|hosted"
            r"|offert[oiae]|conservat[oiae]|elaborat[oiae]|memorizzat[oiae]|salvat[oiae]"
            r"|effettuat[oiae]|inserit[oiae]|archiviat[oiae]|sviluppat[oiae]|raccolt[oiae]"
            r"|svolt[oiae]|oferecid[oa]s?|disponibilizad[oa]s?|prestate|stocat[eăe]?"
            r")\b[^.;]{0,60}\b"
            r"(?:por|a|al|con|en|da|dal|dalla|presso|su|sui|sulla|com|pela|pelo|nos?|nas?|em"
            r"|tramite|mediante|attraverso|através d[eoa]|a través de(?:l)?|via|vía"
            r"|de|către|pe|la|prin)\b[^.;]{0,60}$"
        ),
        (
            r"\b(?:compart\w+|ced\w+|comunic\w+|transfer\w+|env[ií]\w+|facilita\w+"
            r"|transmit\w+|condivid\w+|trasmett\w+|trasfer\w+|partilh\w+|invi(?:a|amo|ati)"
            r"|transferencias internacionales)\b[^.;]{0,150}\b(?:a|al"
            r"|con|con el|con la|da|ai|alla|com|à|ao|aos|către|cu)\b[^.;]{0,60}$"
            r"|\b(?:accordo|acuerdo|acordo|contratto|contrato) (?:di|de) (?:elaborazione"
            r"|trattamento"
            r"|encargo|tratamiento|tratamento|processamento)\b[^.;]{0,40}\b(?:con"
            r"|com)\b[^.;]{0,40}$"
        ),
        (
            r"\b(?:proveedor(?:es)?|encargados?|prestador(?:es)?|servicios?"
            r"|herramientas?|empresas?|plataformas?|socios?|fornitor[ei]"
            r"|servizi[o]?|societ[àa]|strument[oi]|responsabil[ei]|piattaform[ae]"
            r"|fornecedor(?:es)?|serviços?|ferramentas?|subcontratantes?"
            r"|parceiros?|servicii(?:le)?|tehnologii|furnizor(?:ul|i)?|apis?|sdks?|píxel|pixel"
            r"|servidor(?:es)?|server|infraestructura|infrastruttura|alojamiento|alojamento"
            r"|hosting|soluci[oó]n(?:es)?|soluzion[ei]|software|redes?|corriere|mappa"
            r"|cookies?)\b[\s,:(«\"“]*(?:(?:de|del|di|della|da|do|la|el"
            r"|es|è|é|son|sono|como|tales como|come|quali|precum|dei|degli|delle|dello|dos|das|como"
            r" por exemplo|llamad[oa]|denominad[oa]|chiamat[oa]) ){0,3}[\s«\"“(]*$"
        ),
    ),
    "intro": (
        r"(?:tales? como|como|por ejemplo|como por exemplo|por exemplo|incluem?|incluyen?"
        r"|entre ell[oa]s|nomeadamente|designadamente|tais como|ej\.|ex\.|es\.|tra cui|fra cui"
        r"|comprendono|includono|ovvero|cioè"
        r"|entre otros|in particolare|quali|come|ad esempio|ad es\."
        r"|p\.\s?ej\.|incluyendo|incluid[oa]s?|inclusi|precum|concretamente"
        r" con|:|\()\s{0,2}[:,(«\"“]{0,3}\s?$"
    ),
    "kinds": (
        r"\b(?:proveedor(?:es)?|encargados?|servicios?|herramientas?"
        r"|empresas?|terceros?|terceras|plataformas?|fornitor[ei]|servizi[o]?|terz[aei]"
        r"|societ[àa]|fornecedor(?:es)?|serviços?|terceir[oa]s?|parceir[oa]s?|socios?|partners?"
        r"|prestador(?:es)?|subcontratantes?|responsabil[ei]|strument[oi]|piattaform[ae]|software"
        r"|ferramentas?|redes?|tehnologii|servicii)\b"
    ),
    "after": (
        (
            r"^[\"”’»)®™]{0,2}[\s,(–—:-]{1,4}(?:una?|un'|el|la|il|nuestr[oa]"
            r"|nostr[oa]|um|uma|o|a)\b[^.;]{0,80}?\b(?:servicio|proveedor"
            r"|empresa|herramienta|plataforma|servizio|fornitore|società"
            r"|strumento|piattaforma|serviço|fornecedor|ferramenta)\b"
            r"|^[\"”’»)®™]{0,2},?\s(?:(?:che|que) (?:agisce|opera|actúa|atua)|en calidad de"
            r"|in qualità di"
            r"|na qualidade de|como|come)\b[^.;]{0,20}\b(?:responsabil[ei]|encargad[oa]"
            r"|proveedor|prestador"
            r"|fornitore|subcontratante|procesador|processador)"
        ),
    ),
    "subject": (
        r"^[\"”’»)®™]{0,2}\s?(?:\([^)]{0,80}\)\s?)?(?:(?:puede|può"
        r"|pode) )?(?:trata|recopila|almacena|recibe|utiliza (?:cookies"
        r"|los|sus)|es (?:una?|nuestr[oa])|proporciona|raccogli(?:e|ono)|trattano|tratta"
        r"|conserva|fornisc(?:e|ono)|utilizza (?:i|cookie)|è (?:una?|il nostro)|sono (?:i )?nostri"
        r"|recebe|recibe|riceve|registra|gestiona|gestisce|procesa|envía|analiza|analizza|coleta"
        r"|fornece|é (?:uma?|o nosso)|nos permite|ci (?:permette|aiuta)|aloja"
        r"|recolhe|armazena|processa)\b"
    ),
    "denied": (
        r"\b(?:forma parte|fa parte|faz parte|face parte) d|\b(?:páginas?|perfil(?:es|s)?"
        r"|profili|pagine|perfis) (?:en|su|sui|em|nas) (?:las |le |i |as )?(?:redes|social"
        r"|reti)\b[^.;]{0,50}$|\b(?:no|non|não|nu|sin|senza|sem|nunca|mai|nem)\b"
        r"(?! (?:sensibil|personal|anonim|necessar|tecnic|identific)\w*)[^.;,]{0,60}$"
    ),
    "veto": (
        r"\b(?:alternativas? (?:a|al|ao)|desactivar|deshabilitar|opt-?out|política|politica"
        r"|condiciones|condizioni|navegador(?:es)?|browser|más información"
        r"|maggiori informazioni|consult\w*|visit\w*|reclamación|reclamo"
        r"|autoridad|autorità|autoridade|conformidad|iniciar sesión"
        r"|cuentas?|contas?|account|enlace|link|pertenece)\b[^.;]{0,70}$"
    ),
    "veto_after": r"^[\"”’»)]{0,2}\s?(?:connect\b|cuenta|account|política|politica|opt-?out)",
    "chosen": (
        r"\b(?:si|cuando|se|quando) (?:usted|el usuario|l'utente|você"
        r"|o utilizador|tú)?[^.;]{0,60}\b(?:elig\w*|decid\w*|conect\w*"
        r"|activ\w*|sceg\w*|escolh\w*)"
    ),
    "lead": (
        r"\b(?:proveedor(?:es)?|encargados?|terceros?|destinatari[ooi]s?"
        r"|empresas?|fornitor[ei]|responsabil[ei]|terz[ei]|fornecedor(?:es)?"
        r"|subcontratantes?|terceir[oa]s?|parceir[oa]s?|servicios?|servizi|terz[ae]"
        r"|serviços?|servicii|prestator|prestador(?:es)?|herramientas?|strumenti|ferramentas?"
        r"|socios?|partners?|compart\w+|condivi\w+|comunica\w+|hosting|pagos?|pagamenti"
        r"|alojamiento|alojamento)\b"
    ),
    "bad_lead": (
        r"\b(?:navegador(?:es)?|browser|motor(?:es|i|e)? d[ei] (?:búsqueda|busca|ricerca)"
        r"|derechos|diritti|direitos"
        r"|contacto|contatti|autoridad|autorità|desactivar|disattivare"
        r"|enlaces)\b"
    ),
    "example": (
        r"(?:tales? como|como|por ejemplo|por exemplo|quali|come|ad"
        r" esempio|ad es\.|p\.\s?ej\.|precum)\s{0,2}[:,(«\"“]{0,3}\s?$"
    ),
}
