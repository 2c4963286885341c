"""Roles of recipients, by the words that tell them."""

import re
from functools import cache

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ROLES = r"""
payment: payments?|billing|checkout|card processing|credit cards?|invoic\w+|subscription management
  |zahlung\w*|bezahl\w*|paiements?|facturation|pagos?|pagament\w+|betal\w+|plată
telephony: telephon\w+|phone[- ]number provisioning|sms|text messag\w+|voice calls?|phone calls?
  |telefon\w*|téléphon\w+|appels?
error-monitoring: error (?:monitoring|tracking|logging|reporting)|crash\w*|bugs?|diagnostics?
  |application monitoring|fehler\w*|erreurs?
ai: (?-i:AI|KI)|artificial intelligence|machine learning|llms?|language models?|inference|chatbot
  |künstliche\w*|intelligence artificielle|inteligencia artificial
analytics: analytic\w*|analy[sz]e|web analysis|usage statistics|statistic\w*|measur\w+|audience
  |track(?:ing)? (?:usage|visits|traffic)|(?:web|nutzungs)?analyse\w*|analítica|analisi|statistik\w*
advertising: advertis\w+|ads?|remarketing|retargeting|werb\w+|publicit\w+|publicidad|pubblicit\w+
  |reklam\w*|advertenti\w+|annons\w*
email: e-?mails?|newsletters?|mailings?|mailing lists?|e-?mail-versand|courriels?|correo\w*
  |nyhetsbrev|nyhedsbrev\w*|nieuwsbrie\w+
support: (?:customer |client )?support|help ?desk|ticket\w*|live chat|customer service|kundendienst
  |kundenservice|support client|atención al cliente|assistenza|klantenservice|kundtjänst
identity: identity verification|kyc|verify (?:your )?identity|background checks?|identitätsprüfung
  |vérification de l'identité
security: security|fraud|captcha|spam|ddos|firewall|sicherheit\w*|sécurité|seguridad|sicurezza
  |betrug\w*|beveiliging
cdn: cdn|content delivery|content distribution
hosting: host\w*|cloud|infrastructure|servers?|data ?cent(?:er|re)s?|data storage|storage|databases?
  |gehostet|rechenzentr\w+|héberg\w+|alojamiento|serveurs?|servidor\w*|opslag|lagring
survey: surveys?|questionnaires?|umfragen?|sondages?|encuestas?
crm: crm|customer relationship|relation client|kundenbeziehung\w*
marketing: marketing|campaigns?|kampagne\w*|campagnes?
geo: maps?|geolocation services?|karten(?:dienst\w*|material)|cartes?
social: social (?:media|network|plugin)\w*|soziale\w* netzwerk\w*|réseaux? soci\w+
integration: integrat\w+|synchroni[sz]\w+|connect your|third[- ]party (?:apps?|integrations?)
video: video(?:s| conferenc\w+)?|webinars?|videokonferenz\w*|webinare?n?
"""


def role_in(text: str) -> str | None:
    """Name the role that a text tells first; None if it tells none."""
    match = _pattern().search(_ADDRESS.sub(" ", text))
    return match.lastgroup.replace("_", "-") if match and match.lastgroup else None


@cache
def _pattern() -> re.Pattern[str]:
    lines = _ROLES.replace("\n  ", "").strip().split("\n")
    roles = (line.split(": ", 1) for line in lines)
    groups = (rf"(?P<{role.replace('-', '_')}>{words})" for role, words in roles)
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)
