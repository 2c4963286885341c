"""Cues of French: what stands around the name of a recipient."""

FRENCH: dict[str, str | tuple[str, ...]] = {
    "tight": (
        r"\b(?:prestataires?|sous-traitants?|partenaires?|services?|outils?|sociétés?|solutions?"
        r"|plateformes?|fournisseurs?|hébergeurs?|logiciels?|entreprises?),?\s"
        r"(?:(?:de|d['’]|du|la|le|est|tels? que|comme)\s?){0,2}[«\"]?\s?$"
        r"|\b(?:prestataires?|services?|solutions?|sociétés?|plateformes?|outils?)\s(?:de|d['’])\s?"
        r"[a-zà-ÿ-]+(?:\s(?!pour|qui|que|et|ou|sur|des|nos|vos)[a-zà-ÿ-]+)?(?:\sd[eu] (?:la "
        r"|notre )?[\w-]+)?,?\s$"
        r"|\b(?:utilis(?:ons|e)|recours à|appel à)\s(?:l'outil\s)?[«\"]?\s?$"
    ),
    "acts": (
        r"(?:\b(?:nous|site|application|boutique)\s|\bj['’])(?:utilis(?:ons|e)"
        r"|(?:faisons|fait|fais) appel (?:à|aux?)|(?:avons|a|ai) recours (?:à|aux?))\s"
        r"(?:(?:les?|la|des?|du|services?|outil|solution)\s|l['’]){0,3}[«\"(]?\s?$"
    ),
    "before": (
        (
            r"\b(?:utilis(?:e|ons|ent|ant|ation)|recour(?:s|t|ons|ir)"
            r"|fait appel|faisons appel|emplo(?:ie|yons)|travaill(?:e"
            r"|ons)|collabor(?:e|ons)|intègr(?:e|ons|ent)|héberg(?:e|eons)"
            r"|s['’]appuie|nous appuyons|collecte via|passe par|passons par|confi(?:e|ons)"
            r"|reposent? sur|fonctionne (?:avec|sur|grâce)|tourne sur)\b[^.;]{0,110}$"
        ),
        (
            r"\b(?:fournie?s?|hébergée?s?|trait(?:é|ée|és|ées)|stockée?s?"
            r"|gérée?s?|opérée?s?|proposée?s?|assurée?s?|réalisée?s?|transmis(?:e"
            r"|es)?|communiquée?s?|transférée?s?|partagée?s?|collectée?s?"
            r"|exploitée?s?|envoyée?s?|déposée?s?|installée?s?|posée?s?|effectuée?s?|offerte?s?"
            r"|sécurisée?s?"
            r"|conservée?s?|sauvegardée?s?|livrée?s?|mise?s? en place|mise?s? à disposition"
            r"|propulsée?s?|enregistrée?s?|analysée?s?|mesurée?s?|expédiée?s?|accessibles?"
            r"|encaissée?s?|déployée?s?|confiée?s?|réglée?s?)\b[^.;]{0,60}\b(?:par"
            r"|avec|à|au|aux|chez|sur|via|auprès de|vers|grâce à|au moyen d[eu]"
            r"|à travers)\b[^.;]{0,60}$"
        ),
        (
            r"\b(?:transmet(?:tons|tre)?|partage(?:ons|r)?|communiqu(?:e"
            r"|ons|er)|transf(?:ère|érons|érer)|envo(?:ie|yons|yer))\b[^.;]{0,110}\b(?:à"
            r"|au|aux|avec|vers|chez)\b[^.;]{0,60}$"
            r"|\b(?:contrat|accord)s? de (?:sous-traitance"
            r"|traitement)\b[^.;]{0,40}\bavec\b[^.;]{0,40}$"
        ),
        (
            r"\b(?:prestataires?|sous-traitants?|partenaires?|services?"
            r"|outils?|sociétés?|solutions?|plateformes?|fournisseurs?"
            r"|hébergeurs?|logiciels?|entreprises?|cookies?|réseaux?|infrastructure|serveurs?"
            r"|transporteurs?|régies?|banques?|api|kit|sdk|pixel|widget|module|rapports?"
            r" relatifs aux impressions sur le)\b[\s,:(«\"]*(?:(?:de|d'"
            r"|du|la|le|les|est|sont|société|tels? que|telles? que|comme"
            r"|par|l')\s?){0,3}[\s«\"(]*$"
        ),
    ),
    "intro": (
        r"(?:tel(?:le)?s? que|comme|par exemple|notamment|à savoir|p\.\s?ex\.|ex\s?[.:]"
        r"|entre autres|incluant|comprenant|y compris|dont|:|\()[\s:,(«\"]{0,4}(?:les? |la "
        r"|l['’])?$"
    ),
    "kinds": (
        r"\b(?:prestataires?|sous-traitants?|partenaires?|services?"
        r"|outils?|sociétés?|tiers|tierces?|plateformes?|fournisseurs?|hébergeurs?|transporteurs?"
        r"|solutions?|serveurs?|infrastructures?|logiciels?|destinataires?|régies?|réseaux?)\b"
    ),
    "after": (
        (
            r"^[\"”’»)®™]{0,2}[\s,(–—:-]{1,4}(?:une?|le|la|notre|nos|les)\b[^.;]{0,80}?\b("
            r"?:service|prestataire|société|outil|fournisseur|hébergeur"
            r"|plateforme|sous-traitant|partenaire|solution)s?\b"
            r"|^[\"”’»)®™]{0,2},?\s(?:qui )?(?:agi(?:t|ssant)|intervien(?:t|nent)|intervenant)\b"
            r"[^.;]{0,20}\b(?:en tant que|en qualité de|comme) (?:\w+ )?(?:sous-traitante?"
            r"|prestataire"
            r"|hébergeur|fournisseur)"
        ),
    ),
    "subject": (
        r"^[\"”’»)®™]{0,2}\s?(?:\([^)]{0,80}\)\s?)?(?:(?:peut|peuvent"
        r"|va) )?(?:traite(?:nt|r)?|collecte(?:nt|r)?|stocke|héberge"
        r"|reçoi(?:t|vent)|utilise(?:nt|ra)? (?:des cookies|ces|les|vos)|est"
        r" (?:une?|notre)|sont (?:nos|des)|fourni(?:t|ssent)|dépose(?:nt)?|recueille(?:nt)?"
        r"|stocke(?:nt|ra)?|héberge(?:nt)?|assure(?:nt)?|gère(?:nt)?|nous (?:permet|aide)(?:tent"
        r"|nt)?"
        r"|analyse(?:nt)?|enregistre(?:nt)?|(?:a|ait|ont|aient|aura|auront) accès)\b"
    ),
    "denied": (
        r"\bfait partie d|\baucun(?:e)? (?:influence|contrôle)\b[^.;]{0,90}$"
        r"|\b(?:pages?|profils?|comptes?) sur (?:les|des)\b[^.;]{0,60}$|"
        r"(?:\bne\b|\bn['’]\w+)[^.;,]{0,30}\b(?:pas|jamais|aucun\w*"
        r"|personne|plus)\b[^.;,]{0,60}$|\bsans\b[^.;,]{0,40}$"
    ),
    "veto": (
        r"\b(?:alternatives? (?:à|au)|désactiv\w*|immatricul\w*|registre|oppos\w*|opt-?out"
        r"|politique|charte|conditions"
        r"|navigateurs?|paramètres|en savoir plus|consult\w*|cliqu\w*"
        r"|rendez-vous|visit\w*|réclamation|plainte|autorité|conformément"
        r"|inscri\w* via|connect\w*|comptes?|définie? par|installant"
        r"|sur le site|site de)\b[^.;]{0,70}$"
    ),
    "veto_after": (
        r"^[\"”’»)]{0,2}\s?(?:connect\b|compte|politique|opt-?out"
        r"|,? une? [^.;]{0,50}\blibres?\b)"
    ),
    "chosen": (
        r"\b(?:si|lorsque|quand) (?:vous|l'utilisateur)\b[^.;]{0,80}\b(?:choisi\w*"
        r"|décid\w*|activ\w*|connect\w*|autoris\w*|utilis\w*)"
    ),
    "lead": (
        r"\b(?:prestataires?|sous-traitants?|partenaires?|tiers|fournisseurs?"
        r"|destinataires?|sociétés?|outils?|services? (?:de|d['’]|que nous|utilisés|externes)"
        r"|(?:nous|site|application) (?:utilis|partag|transmet|fai(?:t|sons) appel)\w*|hébergement"
        r"|paiements?|régies?|partage)\b"
    ),
    "bad_lead": (
        r"\b(?:navigateurs?|moteurs? de recherche|droits|réclamation|contact|autorité|paramétr\w*"
        r"|désactiv\w*|refuser)\b"
    ),
    "example": r"(?:tel(?:le)?s? que|comme|par exemple)[\s:,(«\"]{0,4}(?:les? |la )?$",
}
