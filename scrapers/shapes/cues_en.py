"""Cues of English: what stands around the name of a recipient."""

_KIND = (
    r"(?:provider|processor|sub-?processor|vendor|supplier|(?:sub)?contractor"
    r"|gateway|platform|tool|service"
    r"|software|compan(?:y|ie)|network|solution|system|plug-?in"
    r"|api|sdk|cookie|pixel|infrastructure|server"
    r"|technolog(?:y|ie)|firm|agent|affiliate|advertiser|integration"
    r"|widget|cdn|host|partner|part(?:y|ie)"
    r"|application|app|organi[sz]ation|analytics|program|product"
    r"|data ?cent(?:er|re)|bank|carrier|subsidiar(?:y|ie))s?"
)
_USES = (
    r"(?:use[sd]?|using|utili[sz]e[sd]?|employ(?:s|ed)?|engage[sd]?"
    r"|(?:work|contract|cooperate|collaborate)(?:s|d|ed)?"
    r" (?:closely )?with|partner(?:s|ed)?(?: up)? with|rel(?:y"
    r"|ies) (?:up)?on|integrate[sd]?(?: with)?|embed(?:s|ded)?"
    r"|incorporate[sd]?|implement(?:s|ed)?|deploy(?:s|ed)?|leverage[sd]?"
    r"|outsource[sd]?|subscribes? to"
    r"|(?:have|has) chosen|chose|offer payments? (?:via|through)"
    r"|advertise (?:on|with|through)|appoint(?:ed)?|hire[sd]?"
    r"|host(?:s|ed)?|sync(?:s|ed)?"
    r"|participates? in|include[sd]?|make(?:s)? use of|take(?:s)? advantage of)"
)
_HANDS = (
    r"(?:share|disclose|transfer|transfere|transferr|send|sent"
    r"|transmit|transmitt|pass|forward|provide|submit|submitt"
    r"|communicate|give|given|deliver|upload|export|entrust|reveal"
    r"|release|report|store|expose|sell|sold|host|outsource"
    r"|process|collect|handle|manage|relay|access|synchroni[sz]e"
    r"|synce?)(?:s|d|ed|ing)?"
)
_DONE = (
    r"(?:provided|processed|hosted|operated|powered|delivered"
    r"|stored|handled|managed|offered|run|maintained|collected"
    r"|served|performed|supported|secured|protected|carried out"
    r"|sent|placed|set|controlled|verified|facilitated|taken"
    r"|administered|conducted|transmitted|shared|disclosed|transferred"
    r"|passed|used|recorded|administrated|kept|located"
    r"|received|analy[sz]ed|supplied|made|implemented|enabled"
    r"|tracked|backed up|saved|forwarded|accessed|governed and"
    r" operated)"
)
_OURS = (
    r"(?:\bwe\b|\bI\b|\bour\b|\bus\b|\bself\b|\b(?:the|this) (?:web"
    r" ?site|site|app|application|platform|service|company)\b)"
)
_STAY = (
    r"(?:(?!\b(?:to|that|which|who|where|when|if|because|unless"
    r"|while|whether|by visiting)\b)[^.;]){0,110}"
)
NEAR = (
    r"(?:(?!\b(?:that|which|who|where|when|if|because|unless|while"
    r"|whether)\b)[^.;]){0,70}"
)
ENGLISH: dict[str, str | tuple[str, ...]] = {
    "tight": rf"\b{_KIND}\b[\s,:;(–—\"“'’-]*(?:(?:is|are|called|named|namely"
    rf"|from|by|like|currently|being) )*(?:the )?[\s,:(–—\"“'-]*$"
    rf"|{_OURS}[^.;]{{0,20}}\b{_USES}\s(?:the\s)?[\"“]?$",
    "acts": (
        r"\b(?:we|i|(?:our|this|the) (?:web ?)?(?:site|app|application|platform|service|shop))\s"
        rf"(?:(?:may|also|currently|sometimes|will|can|have|has|do) ){{0,2}}(?:{_USES}\s"
        rf"(?:[a-z-]+\s){{0,3}}|{_HANDS}\b{_STAY}\b(?:to|with)\s(?:the\s)?)[\"“(]?$"
    ),
    "before": (
        rf"{_OURS}[^.;]{{0,70}}?\b{_USES}\b{_STAY}$",
        rf"\b(?:is|are|was|were|be|been|being)\b[^.;]{{0,40}}?\b{_DONE}\b[^.;]{{0,50}}?"
        rf"\b(?:by|on|with|through|via|using|in|at|(?<!used )to)\b{NEAR}$",
        r"\b(?:traffic|requests?|visits|e-?mails?|payments?)\b[^.;]{0,40}\b(?:travels?"
        r"|pass(?:es)?|go(?:es)?"
        r"|flows?|runs?|routed) (?:through|via)\b[^.;]{0,30}$",
        rf"\b{_HANDS}\b[^.;]{{0,140}}?\b(?:to|with|by|at|on|in|via|through)\b{NEAR}$",
        rf"\b{_DONE}\s(?:\w+\s){{0,2}}?(?:by|on|with|through|via|using|at)\b{NEAR}$",
        rf"{_OURS}[^.;]{{0,110}}\b(?:using|by means of)\s(?:the\s)?[\"“(]?$",
        r"(?<!your )\b(?:use|services?|help|assistance|support|means"
        r"|servers?|tools?|products?) of\b[^.;]{0,40}$",
        rf"\b{_KIND}\b[\s,:;(–—\"“'’-]*(?:(?:is|are|called|named|namely"
        rf"|from|by|like|currently|being) )*(?:the )?[\s,:(–—\"“'-]*$",
        r"\b(?:our|the) (?:\w+ ){0,4}(?:provider|processor|partner|supplier|host)s?\b[^.;,]{0,60}?"
        r"\b(?:is|are)\s(?:the\s)?$",
        rf"\b{_KIND}(?: \w+)? (?:is|are|called|named|from|by)\b[^.;,]{{0,30}}$",
    ),
    "intro": (
        r"(?:such as|including(?: but not limited to|, without limitation,?)?"
        r"|includes?|e\.?\s?g\.?,?|i\.e\.,?|like|namely"
        r"|for example,?|for instance,?|as well as|currently|:|\()[\s:,(“\"]{0,5}(?:th"
        r"e |both )?$"
    ),
    "kinds": rf"\b{_KIND}\b",
    "after": (
        rf"^[\"”’)®™]{{0,2}}[\s,(–—:-]{{1,4}}(?:which is |who is |as"
        rf" )?(?:an?|our|the|one of (?:our|the))\b[^.;]{{0,90}}?\b{_KIND}\b",
        r"^[\"”’)®™]{0,2}[\s,(–—-]{1,4}(?:who|which|that|whom)\s(?:we\b"
        r"|provides?|process|hosts?|helps?|stores?|handles?"
        r"|acts?|is our|are our|collects?|enables?|allows?)",
        r"^[^.;,]{0,60}?\b(?:to|for|as)\b[^.;]{0,30}\b(?:process|provide"
        r"|store|host|send|manage|analy[sz]e|collect|measure"
        r"|track|help|improve|monitor|deliver|our|us|payments?|analytics"
        r"|hosting|processing|support|newsletter|surveys?"
        r"|emails?|understand|advertis\w+|ads|remarketing)\b",
    ),
    "subject": (
        r"^[\"”’)®™]{0,2}\s?(?:\([^)]{0,80}\)\s?)?(?:,[^.;,]{0,60},)?\s{0,2}"
        r"(?:(?:located|based|established) in [\w\s]{2,30}\s)?(?:(?:may"
        r"|will|can|also|then|securely|automatically|only|might"
        r"|would|both|all|and its partners|analytics|inc\.?) )*(?:process(?:es)?"
        r"|collects?|stores?|hosts?|receives?|handles?"
        r"|provides? (?:us|the|an?|our|you with)|helps? us|acts? as"
        r"|sends?|sets?|places?|tracks?|gathers?|serves?|is our|are"
        r" our"
        r"|is (?:used|one of|an?)|are used|is responsible for|uses?"
        r" (?:cookies|your|this|the (?:data|information)|"
        r"data|information|tracking)|ha(?:s|ve) access|records?|analy[sz]es?"
        r"|monitors?|transfers?|works? on our|manages?)\b"
    ),
    "denied": (
        r"(?:\b(?:do|does|did|will|is|are|has|have|was|were|can|shall"
        r"|would)(?: not|n['’]t)\b(?! only)|\b(?:previously|formerly) (?:us|stor|host|work|employ)"
        r"|\bfamily of (?:companies|brands|websites|sites|products)\b|\bnever\b|\bno longer\b"
        r"|\bcannot\b|\bneither\b|\bwithout (?:using|sharing)\b|\binstead"
        r" of\b|\brather than\b|\bnot (?:use|share|sell|connected"
        r"|affiliated|endorsed)\b|\bnone of\b|\bno (?:data|information)\b|\boauth\b"
        r"|\blinks? to\b|\b(?:taken|redirected|directed|forwarded) to\b"
        r"|\bno (?:influence|control|knowledge)\b|\b(?:is|are) (?:an? )?(?:part|member)s? of\b"
        r"|\b(?:maintain|operate|have|run|manage)s? [^.;]{0,30}"
        r"\b(?:pages?|profiles?|channels?|presences?)\b"
        r"|\bour (?:\w+ )?(?:accounts?|pages?|profiles?|channels?|presence) (?:on|at)\b"
        r"|\bour [\w.]{0,12} ?(?:company|entity|parent|headquarters|office)[\s,]*$"
        r"|\bwe (?:[\w.]+ )?is an? [\w ]{0,30}\bof\s*$"
        r"|\b(?:(?:log|sign)(?:s|ging|ing)? ?(?:in|up|on)|register(?:s"
        r"|ed|ing)?(?! (?:users?|members?|visitors?|customers?"
        r"|office)\b))\b[^.;]{0,40}\b(?:using|with|via|through)\b)[^.;]{0,110}$"
    ),
    "veto": (
        r"\b(?:opt(?:ing)?[- ]?out|unsubscribe|disabl\w+|deactivat\w+"
        r"|block(?:ing)?|visit(?:ing)?|see(?! fit)|read(?:ing)?|review(?!"
        r" (?:and|platforms?|sites?|services?)\b)"
        r"|consult|refer|click|more (?:information|details)|learn"
        r"|find out|privacy (?:policy|policies|notice|statement|cent(?:er"
        r"|re))"
        r"|terms(?: and conditions| of \w+)?|licen[sc]ed?|trademarks?"
        r"|complain\w*|lodge|agree to|subject to|governed by"
        r"|compl(?:y|ies|iance)|certified|approved|adopted|(?:log"
        r"|sign)(?:ging|ing)?[- ]?(?:in|on|up)|login|register(?:ed"
        r"|ing)? (?:using|with|via|through)"
        r"|authenticat\w+|browsers?|based (?:up)?on|download\w*|created"
        r" with|generated (?:by|with)|represent\w*|owned (?:and \w+"
        r" )?by|we (?:[\w.]+ )?(?:is|are) (?:owned|operated|run|published"
        r"|provided|developed)(?: and \w+)? by|oauth"
        r"|founded by|subsidiary of|respons(?:e|ible) of|contact|email"
        r" us|write to|follow us|user agent|operating systems?"
        r"|pursuant to|in accordance with|under the|accordance|regulated"
        r" by|supervised by|enforce\w*|jurisdiction|ombuds\w*"
        r"|(?:ma[dk]e available|posts?|posted|publish\w*|shar\w+)(?: to us)? on"
        r"|identifiers?|(?:receive[sd]?|obtain(?:s|ed)?|collect(?:s|ed)?"
        r"|retrieve[sd]?) [^.;]{0,60}from(?![^.;]{0,70}\b(?:using|via|through)\b)"
        r"|follow us|authorit(?:y|ies)"
        r"|our (?:\w+ )?(?:page|profile|channel|presence|account)s? (?:on|at)"
        r"|connect(?:ing)? your|link(?:ing)? your|similar to|alternatives? to|competitors?"
        r"|page (?:at|on)|available (?:at|on|from|in)|located (?:at"
        r"|in)|residents? (?:of|in)"
        r"|visitors? (?:from|in)|applicable in)\b{near}$"
    ),
    "veto_after": (
        r"^[\"”’)]{0,2}\s?(?:['’]s )?(?:,? an? [^.;]{0,40}\bself-hosted\b|privacy|terms|policy"
        r"|policies"
        r"|account|accounts|handle|user ?name|login|log-in|credentials"
        r"|id\b|profile|opt[- ]?out|"
        r"settings|website at|browser|add-?on|page\b|help page|support"
        r" page|is not (?:connected|affiliated|responsible)|does not"
        r"|[\s,]{1,3}our (?:\w+ ){0,2}(?:company|entity|subsidiary|parent)\b"
        r"|[^.;]{0,30}\bno (?:control|influence) over"
        r"|"
        r"[^.;]{0,40}\b(?:communicates? this|shares? (?:this|your"
        r"|the|certain)? ?(?:data|information) with us))"
    ),
    "chosen": (
        r"\b(?:if|when(?:ever)?|where|should|once|in case) (?:you"
        r"|users?|clients?|customers?|an? \w+|\w+ clients?|\w+ users?"
        r"|\w+ customers?)\b"
        r"[^.;]{0,60}\b(?:choose|chooses|opt|decide|select|elect|enable"
        r"|connect|link|integrate|authori[sz]e|us(?:e|ing)|sync|"
        r"subscribe|purchase|record|pay|participate|contact|install|activate)"
        r"|\byou (?:may |can )?(?:also )?(?:choose|elect|decide|opt)"
        r" to\b|\bat your (?:option|choice|request)\b|\byour file"
        r" hosting\b"
        r"|\bchoose to have\b|\bwhen you contact us\b"
    ),
    "lead": (
        rf"\b(?:third[- ]part(?:y|ies)|service providers?|providers?"
        rf"|(?:sub-?)?processors?|partners?|vendors?|suppliers?|contractors?"
        rf"|recipients?|ad networks?|analytics|advertising compan(?:y"
        rf"|ies)|payments?|companies|tools|platforms|hosting|services"
        rf" we use)\b"
        rf"|{_OURS}[^.;]{{0,60}}\b(?:use|share|work with|disclose|rely"
        rf" on|engage|employ)\b"
    ),
    "bad_lead": (
        r"\b(?:browsers?|search engines?|opt[- ]?out|rights|unsubscribe|contact|regulators?"
        r"|authorit(?:y|ies)|definitions?|do not (?:use|share|sell)"
        r"|"
        r"links to other|residents|trademarks?|settings|licen[sc]es?"
        r"|disable|delete|how to|(?<!third )countries|cookies? (?:policy|settings))\b"
    ),
    "example": (
        r"(?:such as|e\.?\s?g\.?,?|like|for example,?|for instance,?"
        r"|for one,?)[\s:,(“\"]{0,5}(?:the )?$"
    ),
}
