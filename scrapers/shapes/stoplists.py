"""Capital words that are no companies, and names that never receive data by being named."""

import re

from scrapers.patterns import late

_STOP = """
inc ltd llc gmbh corp limited corporation plc sarl
trackers tracker conduct code quand pourquoi comment quoi où wann warum wieso wer wo
cuándo cuando dónde quién qué quando dove perché uri uris crash config remote shine authentication
notifications impressum imprint kontakt agb
startseite sitemap mentions consultants consultant merchant merchants subcontractors suppliers
supplier contractor
home prior events setting preferred unternehmens dienstes anbieters firma dienst anbieter google+
a about above access account accounts act acts activity additional additionally address ads
advertising affiliate affiliates after agreement all also although always among an analytics
analytical and annex any api apart app appendix application applications apps are article as at
automatic based basic because before below besides browser browsers business but by california
call can case categories category certain changes chapter chat check child children choices city
click client clients collect collection commercial commission communication communications
community companies company consent consequently consumer contact content contract contractors
controller controllers cookie cookies copyright corporate could country court create currently
customer customers dashboard data date depending description details device devices directive
disclosure do document does due duration during each email emails employees entity eu europe
european every example except exercise explicit external federal finally first following for form
from full further general generally given good group has have hello help here hosting how however
http https i id identifiers if important in including information infrastructure instead insurance
intellectual international internet introduction ip is it its join last law laws learn legal
legitimate let license like limited link links list live location log login mail mailing mainly
main marketing may member members messages mobile moreover more most my name necessary network
never new news newsletter no not note notice now number of office on once online only open
optional or order other others our out overview page pages parent part parties partner partners
party password payment payments people performance period person personal persons phone photo
platform please policies policy portal post premium press principles privacy private processing
processor processors product products profile promotions protection provider providers public
purpose purposes read recipient recipients refer regarding region register registration regulation
remember reports request requests research rest retention right rights safety sales see section
secure security sensitive server service services settings share sharing should shop show sign
similar since site sites so social software some special specific standard state states status
storage store such support sub subprocessor subprocessors subscriber subscribers subscription
system table team technical technologies technology terms thank that the their them then there
therefore these they third this those through thus title to together tool tools total tracking
transfer transfers type types under union unless unsubscribe until update updated updates usage
use used user users using various vendor vendors version via video view visit visitor visitors
voluntary we web webpage website websites welcome what when where whether which while who whom why
will with within without work would yes you your yours mr mrs ms dr monday tuesday wednesday
thursday friday saturday sunday january february march april june july august september october
november december usa us uk u.s united kingdom america american switzerland germany german france
french spain spanish italy italian ireland irish netherlands dutch belgium sweden swedish denmark
danish norway norwegian finland poland portugal austria canada canadian australia australian india
japan singapore china israel eea efta english world earth global virginia oregon frankfurt dublin
london paris berlin amsterdam texas york delaware francisco washington colorado nevada utah
connecticut brazil mexico lithuania estonia czech gdpr ccpa cpra dsgvo rgpd avg lgpd hipaa pipeda
coppa fadp bdsg tmg ttdsg pecr eprivacy dpa dpf scc sccs url urls html faq pdf sdk sdks apis ssl
tls vpn dns tcp gps wifi wi-fi sms mms iban vat dpo crm erp ai ml cdn kyc aml iso pci dss soc b2b
saas csv usb ssid imei mac ab aber adresse alle als am andere angaben art auch auf aus bei bitte
bzw da daher damit daten datenschutz datenschutzerklärung dann das dem den der des die dies diese
dieser dieses dritte dritten durch ein eine einem einen einer eines er es für gegebenenfalls
grundlage hier hierbei hierzu ihr ihre ihrem ihren ihrer im informationen ist jede kann mit nach
nutzer nutzung ob oder ohne rechte seite sie sind sofern soweit um und uns unser unsere unserer
verantwortliche verarbeitung vom von vor weitere wenn wie wir webseite wird zu zum zur zusätzlich
zweck au aux avec ce ces cette chez comme conformément dans de du elle en et il ils la le les leur
leurs lors mais nos notre nous ou par pour qui que sa ses si son sont sous sur tout toute toutes
tous un une utilisateur utilisateurs vos votre vous données droit politique responsable traitement
al como con cuando datos del el ella esta este estos las lo los más nuestra nuestro nuestros para
pero por según sin sobre su sus también todos una uno usted usuario usuarios y che chi come dati
dei della delle di gli ha io ma nel nella noi non nostro nostri per però questa questo se suo suoi
sul tra tutti utente utenti ao aos às com dos e ela ele em essa esse mas na nas nossa nosso o os
pela pelo quando sem seu seus sua suas também uma você vocês aan bij dan dat deze dit door een
gebruiker gegevens het hij hun ik je jij kan maar met mijn naar niet om onze ook op over te tot u
uit uw van voor wanneer wat wij worden zij att av det din dina ett eller för från har med när och
på som till vi våra vår är af deres dig dine fra hvis hvor når og til vores acest aceasta aceste
swiss british belgian austrian finnish polish portuguese scottish welsh chinese japanese indian
tracciamento rastreamento rastreo seguimiento
această aici care cu dumneavoastră în mai ne nu pe pentru prin sau serviciul serviciile sunt toate
și
"""
STOP_WORDS = frozenset(_STOP.split())

# Words that stand before a name and are no part of it, though they may be capitals.
_ARTICLES = """
the our by with in a an for and or from to at of on we via your this that as such including like
die der das den dem des ein eine einem von bei durch mit wir unser unsere unternehmens firma
dienstes anbieters dienst anbieter la le les l un une de du chez par avec el los las una con por
lo il gli di da het een van door met och av med till og af til hos serviciul serviciile
"""
ARTICLES = frozenset(_ARTICLES.split())

# Words that begin a sentence; a blank is lost before them where a page sets texts side by side.
_BEGINNINGS = """
we you your it its our if when where all these those they this that the a an and or in on at by to
for as with is are may please how what who why not wir sie ihr ihre unser unsere die der das wenn
nous vous notre votre le la les si noi voi il lo el los las nosotros usted wij u uw vi du ni
"""
BEGINNINGS = frozenset(_BEGINNINGS.split())

# Words that end the names of companies, though common by themselves.
_COMPANY = """
media company companies insurance group groups technologies technology networks network services
solutions bank analytics ads systems labs lab software cloud pay payments payment mail exchange
partners research studio studios interactive digital holdings logistics express post marketing
security hosting data online web health games mobile platform exchange communications capital
advertising internet global international europe group consulting
"""
COMPANY_WORDS = frozenset(_COMPANY.split())

# A name that holds one of these words names no company that receives data.
_NEVER = """
policy policies notice agreement terms act regulation directive law clauses clause framework
shield principles statement addendum account accounts id ids login settings cookie cookies cookie-
id browser
"""
NEVER_WORDS = frozenset(_NEVER.split())
_NAMES = r"""
(?:facebook|google|apple|twitter|linkedin|microsoft)\ (?:connect|log-?in|sign-?in|accounts?)
| privacy\ shield | data\ privacy\ framework | standard\ contractual | binding\ corporate
| (?:european|swiss|uk|us|federal|national|irish|french|german|dutch|spanish|italian)
  \ (?:commission|union|parliament|council|data|government|court|economic)
| commission(?:er)?s?\b | commission(?:e|)\ (?:europ|nationale) | kommission
| (?:premier|prime)\ minist\w+ | minist(?:e|è|é|i|ä)r\w*
| authorit(?:y|ies) | autorit(?:é|à|ät) | autoridad | autoridade | autoriteit | garante
| \w*behörde | \w*beauftragte[rn]? | \w*aufsicht\w* | datatilsynet | ombuds | agencia | agenția
| inspectorate | tillsyn | datainspektion | ministry | department | secretary | court
| tribunal | \w*gericht | registrar | regulator | supervisory | attorney\ general
| federal\ trade | board | parliament | cnil | ico | aepd | bfdi | gpdp | edpb | edps | ftc
| chrome | firefox | safari | internet\ explorer | (?:microsoft\ )?edge | opera | brave
| duckduckgo | chromium | netscape | ios | ipados | android | windows | mac\ ?os(?:\ x)?
| linux | iphone | ipad | apple\ watch | play\ ?store | app\ ?store | google\ play | gplay
| huawei\ appgallery | idfa | idfv | gaid | aaid | (?:google\ )?ad\ ?id
| advertising\ id(?:entifier)? | unique\ id | dart\ cookie | facebook[-\ ]id
| network\ advertising | digital\ advertising | yourad\w* | youronlinechoices\S*
| aboutads\S* | networkadvertising\S* | allaboutcookies\S* | ad\ ?choices | optout\S*
| interactive\ advertising\ bureau | iab\b | global\ privacy\ control | do\ not\ track
| creative\ commons | open\ source | general\ public | privacy\ policy\ generator | termly
| termsfeed | oauth | openid | saml | javascript | html5 | flash | indexeddb | localstorage
| starttls | pfs | dnssec | mta-sts | tls-rpt | dmarc | mitm | aes\S* | rsa\S* | sha-?\d+ | md5
| xmpp
| pop3 | ldap | ssh | sftp | ftps? | nginx | apache | postfix | dovecot | openssl | openvpn
| wireguard
| postgres(?:ql)? | mysql | mariadb | sqlite | redis | php\d? | node\.?js | react | kubernetes
| docker
| ubuntu | debian | geoip | activitypub | matrix\ protocol | hsts | tor\b | json | xml | ipv[46]
| code\ of\ conduct | webrtc | jekyll | hugo | docusaurus | drupal | joomla | laravel | django
| bootstrap | jquery
| bcrypt | let['’]?s\ encrypt | rss | gnu | icann | pgp | imap | smtp | spf | dkim
| bluetooth | wikipedia | http | [2-6]g | eu-?u\.?s | dpf | wi-?fi
| (?:privacy|cookie)\ (?:notice|policy|statement) | terms\ of | visa | mastercard
| american\ express | fiscal\w* | gdpr | ccpa | cpra | dsgvo | rgpd | lgpd | iso\ ?\d+
| soc\ ?\d | pci
| hipaa | eur-lex\S* | europa\.eu\S* | amtsgericht | handelsregister | member\ states?
| third[- ]part(?:y|ies) | data\ protection | personal\ data | ip[- ] | monsieur | madame
| herr | frau | mister
"""
NEVER = late(rf"\b(?:{_NAMES})(?!\w)", re.IGNORECASE | re.VERBOSE)
