"""Cues of French, and of Spanish, Italian, Portuguese and Romanian together."""

FRENCH: dict[str, str | tuple[str, ...]] = {
    "tight": (
        r"\b(?:prestataires?|sous-traitants?|partenaires?|services?|outils?|sociétés?|solutions?"
        r"|plateformes?|fournisseurs?|hébergeurs?|logiciels?|entreprises?)\s"
        r"(?:(?:de|d'|du|la|le|est|tels? que|comme)\s?){0,2}[«\"]?\s?$"
        r"|\b(?:utilis(?:ons|e)|recours à|appel à)\s(?:l'outil\s)?[«\"]?\s?$"
    ),
    "before": (
        (
            r"\b(?:utilis(?:e|ons|ent|ant|ation)|recour(?:s|t|ons|ir)"
            r"|fait appel|faisons appel|emplo(?:ie|yons)|travaill(?:e"
            r"|ons)|collabor(?:e|ons)|intègr(?:e|ons|ent)|héberg(?:e|eons)"
            r"|s'appuie|nous appuyons|collecte via)\b[^.;]{0,110}$"
        ),
        (
            r"\b(?:fournie?s?|hébergée?s?|trait(?:é|ée|és|ées)|stockée?s?"
            r"|gérée?s?|opérée?s?|proposée?s?|assurée?s?|réalisée?s?|transmis(?:e"
            r"|es)?|communiquée?s?|transférée?s?|partagée?s?|collectée?s?"
            r"|exploitée?s?|envoyée?s?|déposée?s?|effectuée?s?)\b[^.;]{0,60}\b(?:par"
            r"|avec|à|au|aux|chez|sur|via|auprès de)\b[^.;]{0,60}$"
        ),
        (
            r"\b(?:transmet(?:tons|tre)?|partage(?:ons|r)?|communiqu(?:e"
            r"|ons|er)|transf(?:ère|érons|érer)|envo(?:ie|yons|yer))\b[^.;]{0,110}\b(?:à"
            r"|au|aux|avec|vers|chez)\b[^.;]{0,60}$"
        ),
        (
            r"\b(?:prestataires?|sous-traitants?|partenaires?|services?"
            r"|outils?|sociétés?|solutions?|plateformes?|fournisseurs?"
            r"|hébergeurs?|logiciels?|entreprises?|cookies?|réseaux?|rapports?"
            r" relatifs aux impressions sur le)\b[\s,:(«\"]*(?:(?:de|d'"
            r"|du|la|le|les|est|sont|société|tels? que|telles? que|comme"
            r"|par|l')\s?){0,3}[\s«\"(]*$"
        ),
    ),
    "intro": (
        r"(?:tel(?:le)?s? que|comme|par exemple|notamment|à savoir"
        r"|y compris|dont|:|\()[\s:,(«\"]{0,4}(?:les? |la |l['’])?$"
    ),
    "kinds": (
        r"\b(?:prestataires?|sous-traitants?|partenaires?|services?"
        r"|outils?|sociétés?|tiers|plateformes?|fournisseurs?|hébergeurs?"
        r"|destinataires?|régies?)\b"
    ),
    "after": (
        (
            r"^[\"”’»)®™]{0,2}[\s,(–—:-]{1,4}(?:une?|le|la|notre|nos|les)\b[^.;]{0,80}?\b("
            r"?:service|prestataire|société|outil|fournisseur|hébergeur"
            r"|plateforme|sous-traitant|partenaire|solution)s?\b"
        ),
    ),
    "subject": (
        r"^[\"”’»)®™]{0,2}\s?(?:\([^)]{0,80}\)\s?)?(?:(?:peut|peuvent"
        r"|va) )?(?:traite(?:nt|r)?|collecte(?:nt|r)?|stocke|héberge"
        r"|reçoit|utilise(?:nt|ra)? (?:des cookies|ces|les|vos)|est"
        r" (?:un|notre)|fournit|dépose|recueille|stockera)\b"
    ),
    "denied": (
        r"(?:\bne\b|\bn['’]\w+)[^.;,]{0,30}\b(?:pas|jamais|aucun\w*"
        r"|plus)\b[^.;,]{0,60}$|\bsans\b[^.;,]{0,40}$"
    ),
    "veto": (
        r"\b(?:désactiv\w*|immatricul\w*|registre|oppos\w*|opt-?out|politique|charte|conditions"
        r"|navigateurs?|paramètres|en savoir plus|consult\w*|cliqu\w*"
        r"|rendez-vous|visit\w*|réclamation|plainte|autorité|conformément"
        r"|inscri\w* via|connect\w*|compte|définie? par|installant"
        r"|sur le site|site de)\b[^.;]{0,70}$"
    ),
    "veto_after": r"^[\"”’»)]{0,2}\s?(?:connect\b|compte|politique|opt-?out)",
    "chosen": (
        r"\b(?:si|lorsque|quand) (?:vous|l'utilisateur)\b[^.;]{0,80}\b(?:choisi\w*"
        r"|décid\w*|activ\w*|connect\w*|autoris\w*|utilis\w*)"
    ),
    "lead": (
        r"\b(?:prestataires?|sous-traitants?|partenaires?|tiers|fournisseurs?"
        r"|destinataires?|sociétés?|outils?|services? (?:de|d')|régies?)\b"
    ),
    "bad_lead": (
        r"\b(?:navigateurs?|droits|réclamation|contact|autorité|paramétr\w*"
        r"|désactiv\w*|refuser)\b"
    ),
    "example": r"(?:tel(?:le)?s? que|comme|par exemple)[\s:,(«\"]{0,4}(?:les? |la )?$",
}

SOUTHERN: dict[str, str | tuple[str, ...]] = {
    "tight": (
        r"\b(?:proveedor(?:es)?|herramientas?|empresas?|plataformas?|fornitor[ei]|servizi[o]?"
        r"|societ[àa]|strument[oi]|piattaform[ae]|fornecedor(?:es)?|ferramentas?|servicios?"
        r"|serviços?|servici(?:i|ile|ul)|furnizor(?:ul|i)?)\s(?:(?:de|del|di|della|da|do|como|come)\s){0,2}[«\"“]?$"
        r"|\b(?:utilizamos|usamos|utilizziamo|usiamo|utiliza|utilizza|folosim)\s[«\"“]?$"
    ),
    "before": (
        (
            r"\b(?:utiliz(?:a|amos|an|ar|ando|iamo|za|zano)|utilizziamo"
            r"|utilizza|usa(?:mos|no|n)?|usiamo|emple(?:a|amos)|contrat(?:a"
            r"|amos)|trabaj(?:a|amos)|colabor(?:a|amos)|integr(?:a|amos)"
            r"|recurr(?:e|imos)|si avvale|ci avvaliamo|affid(?:a|iamo)"
            r"|folosi(?:m|ți|te)|utilizăm|trabalhamos|recorremos|lavoriamo)\b[^.;]{0,110}$"
        ),
        (
            r"\b(?:proporcionad[oa]s?|alojad[oa]s?|tratad[oa]s?|prestad[oa]s?"
            r"|gestionad[oa]s?|almacenad[oa]s?|comunicad[oa]s?|cedid[oa]s?"
            r"|transferid[oa]s?|compartid[oa]s?|enviad[oa]s?|ofrecid[oa]s?"
            r"|fornit[oiae]|ospitat[oiae]|trattat[oiae]|gestit[oiae]|erogat[oiae]"
            r"|comunicat[oiae]|trasferit[oiae]|condivis[oiae]|inviat[oiae]"
            r"|fornecid[oa]s?|hospedad[oa]s?|partilhad[oa]s?|compartilhad[oa]s?"
            r"|processad[oa]s?|armazenad[oa]s?|furnizat[eăe]?|găzduit[eă]?)\b[^.;]{0,60}\b"
            r"(?:por|a|al|con|en|da|dal|dalla|presso|su|com|pela|pelo"
            r"|de|către|pe|la)\b[^.;]{0,60}$"
        ),
        (
            r"\b(?:compart\w+|ced\w+|comunic\w+|transfer\w+|env[ií]\w+"
            r"|transmit\w+|condivid\w+|trasmett\w+|trasfer\w+|partilh\w+"
            r"|transferencias internacionales)\b[^.;]{0,150}\b(?:a|al"
            r"|con|con el|con la|da|ai|alla|com|à|ao|aos|către|cu)\b[^.;]{0,60}$"
        ),
        (
            r"\b(?:proveedor(?:es)?|encargados?|prestador(?:es)?|servicios?"
            r"|herramientas?|empresas?|plataformas?|socios?|fornitor[ei]"
            r"|servizi[o]?|societ[àa]|strument[oi]|responsabil[ei]|piattaform[ae]"
            r"|fornecedor(?:es)?|serviços?|ferramentas?|subcontratantes?"
            r"|parceiros?|servicii(?:le)?|tehnologii|furnizor(?:ul|i)?"
            r"|cookies?)\b[\s,:(«\"“]*(?:(?:de|del|di|della|da|do|la|el"
            r"|es|è|é|son|sono|como|tales como|come|quali|precum|como"
            r" por exemplo|llamad[oa]) ){0,3}[\s«\"“(]*$"
        ),
    ),
    "intro": (
        r"(?:tales? como|como|por ejemplo|como por exemplo|por exemplo"
        r"|entre otros|in particolare|quali|come|ad esempio|ad es\."
        r"|p\.\s?ej\.|incluyendo|incluid[oa]s?|inclusi|precum|concretamente"
        r" con|:|\()\s{0,2}[:,(«\"“]{0,3}\s?$"
    ),
    "kinds": (
        r"\b(?:proveedor(?:es)?|encargados?|servicios?|herramientas?"
        r"|empresas?|terceros?|plataformas?|fornitor[ei]|servizi|terzi"
        r"|societ[àa]|fornecedor(?:es)?|serviços?|terceiros?|parceiros?"
        r"|tehnologii|servicii)\b"
    ),
    "after": (
        (
            r"^[\"”’»)®™]{0,2}[\s,(–—:-]{1,4}(?:una?|un'|el|la|il|nuestr[oa]"
            r"|nostr[oa]|um|uma|o|a)\b[^.;]{0,80}?\b(?:servicio|proveedor"
            r"|empresa|herramienta|plataforma|servizio|fornitore|società"
            r"|strumento|piattaforma|serviço|fornecedor|ferramenta)\b"
        ),
    ),
    "subject": (
        r"^[\"”’»)®™]{0,2}\s?(?:\([^)]{0,80}\)\s?)?(?:(?:puede|può"
        r"|pode) )?(?:trata|recopila|almacena|recibe|utiliza (?:cookies"
        r"|los|sus)|es (?:un|nuestro)|proporciona|raccoglie|tratta"
        r"|conserva|fornisce|utilizza (?:i|cookie)|è (?:un|il nostro)"
        r"|recolhe|armazena|processa)\b"
    ),
    "denied": r"\b(?:no|non|não|nu|sin|senza|sem|nunca|mai|nem)\b[^.;,]{0,60}$",
    "veto": (
        r"\b(?:desactivar|deshabilitar|opt-?out|política|politica"
        r"|condiciones|condizioni|navegador(?:es)?|browser|más información"
        r"|maggiori informazioni|consult\w*|visit\w*|reclamación|reclamo"
        r"|autoridad|autorità|autoridade|conformidad|iniciar sesión"
        r"|cuenta|account|enlace|link|pertenece)\b[^.;]{0,70}$"
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
        r"|subcontratantes?|terceiros?|parceiros?|servicios?|servizi"
        r"|serviços?|servicii|prestator)\b"
    ),
    "bad_lead": (
        r"\b(?:navegador(?:es)?|browser|derechos|diritti|direitos"
        r"|contacto|contatti|autoridad|autorità|desactivar|disattivare"
        r"|enlaces)\b"
    ),
    "example": (
        r"(?:tales? como|como|por ejemplo|por exemplo|quali|come|ad"
        r" esempio|ad es\.|p\.\s?ej\.|precum)\s{0,2}[:,(«\"“]{0,3}\s?$"
    ),
}
