"""The words around a date: months, and what announces the day that a page is of."""

_MONTHS = """
january jan januar jänner janvier janv enero ene gennaio gen janeiro januari ianuarie ledna
february feb februar februari février fevr févr fevrier febrero febbraio febr fevereiro fev
march mar märz maerz mrz mars marzo março marco maart mrt marts martie března marca
april apr avril avr abril abr aprile aprilie dubna kwietnia
may mai maj mayo maggio mag maio mei května maja
june jun juni juin junio giugno giu junho iunie června czerwca
july jul juli juillet juil julio luglio lug julho iulie července lipca
august aug août aout agosto ago augustus augusti srpna sierpnia
september sep sept septembre septiembre settembre set setembro septembrie září września
october oct oktober okt octobre octubre ottobre ott outubro out octombrie října
november nov novembre noviembre novembro noiembrie listopadu listopada
december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember decembrie
"""
MONTH_OF = {
    name: month
    for month, names in enumerate(_MONTHS.strip().split("\n"), 1)
    for name in names.split()
}

# Regexes in verbose form. The lists are open: a wording that they lack costs a date, no more.
UPDATED = r"""
(?:last|latest)\s+(?:\w+\s+and\s+)?(?:updated?|modified|modification|revised|revision|changed?)
| (?:last|latest)\s+(?:edited|reviewed|amended)
| (?:updated|modified|revised|amended)(?=\s*(?:on\b|as\ of\b|:|-\ |–\ |\d|date|\w+\ \d))
| (?:date\ of\ )?(?:update|revision|last\ change)\s*: | revision\ date | date\ updated
| stand(?=\s*[:(\d]|\s+vo[nm]\b|\s+\w+\ \d{4})
| zuletzt\s+(?:aktualisiert|geändert|bearbeitet|überarbeitet)
| letzte\s+(?:aktualisierung|änderung|überarbeitung) | aktualisiert\s+am
| fassung(?=\s*[:\d]|\s+vom)
| (?:dernière\s+)?(?:mise\s+à\s+jour|modification)(?:\s+(?:réalis|effectu)ée)?
  (?=\s*(?::|le\b|du\b|en\b|\d))
| mise?\s+(?:à\s+jour|en\s+ligne)\s+le | à\s+jour\s+(?:du|au|le)\b | modifiée?\s+le | en\s+date\s+du
| (?:última|ultima)\s+(?:actualización|actualizacion|modificación|revisión)
| (?:última|ultima)\s+(?:atualização|atualizacao|modificação|revisão|alteração)
| (?:modificad|actualizad|atualizad|revisad)[oa]\s+por\s+última\s+vez
| (?:modificad|aggiornat)[oa]\s+l['’]ultima\s+volta
| ultima\s+(?:modifica|revisione|versione) | (?:ultimo\s+)?aggiornament[oi] | aggiornat[ao]
| actualizad[oa]\s+(?:el|en|a)\b | atualizad[oa]\s+(?:em|a)\b
| laatst\s+(?:bijgewerkt|gewijzigd|aangepast|herzien|geüpdatet) | bijgewerkt\s+op
| laatste\s+(?:update|wijziging|aanpassing)
| senast\s+(?:uppdaterad|ändrad|reviderad)e?s? | senaste\s+(?:uppdatering|ändring)
| uppdaterad(?=\s*:|\s+den|\s+\d)
| (?:senest|sidst)\s+(?:opdateret|ændret|revideret) | seneste\s+(?:opdatering|ændring)
| opdateret(?=\s*:|\s+den|\s+d\.|\s+\d)
| sist\s+(?:oppdatert|endret) | siste\s+(?:oppdatering|endring)
| actualizată | ostatnia\s+aktualizacja | poslední\s+aktualizace
| viimeksi\s+päivitetty | 最終更新日? | 最后更新 | 更新日期? | 改定日? | 최종\s?(?:수정|업데이트)
| последнее\s+обновление
"""
EFFECTIVE = r"""
effective(?:\s+date|\s+as\s+of|\s+from|\s+since|\s+on)?(?=\s|:|_|\*|$)
| in\s+(?:force|effect)\s+(?:since|from|as\ of) | valid\s+(?:from|as\ of|since)
| (?:date|version|policy|notice|published|released|created|issued)\s*: | published\s+on
| version\s+(?:of|from|dated|date|vom)\b | gültig\s+(?:ab|seit) | in\s+kraft\s+(?:seit|ab)
| gilt\s+(?:ab|seit) | datum\s*: | status\s*:
| (?:entrée\s+en\s+vigueur|en\s+vigueur|applicable|version)\s*(?:au|du|le|depuis|:)
| (?:s['’]applique|en\s+vigueur|applicable|valable)\s+(?:à\s+(?:partir|compter)\s+d[eu]|dès\s+le)
| fecha\s+(?:efectiva|de\s+(?:entrada|la\s+última|última)[^\d:.]{0,30})
| vigente\s+(?:desde|a\s+partir) | em\s+vigor | in\s+vigore | ingangsdatum
| geldig\s+(?:vanaf|sinds) | versie\s+van | d\.\s?d\.(?=\s+\d)
| gäller\s+(?:från|sedan) | gælder\s+fra
| träder\s+i\s+kraft | træder\s+i\s+kraft | gjelder\s+fra | kehtib\s+alates
| version\b[\s\d.,v]{0,12}(?=,|effective) | 施行日? | 制定日? | 生效 | 시행
"""
AS_OF = r"as\s+(?:of|at) | à\s+la\s+date\s+du | a\s+fecha\s+de | per\s+(?=\d) | version\s+\d[\d.]*"
LAW = "act|regulation|directive|règlement|loi|gesetz|verordnung|gdpr|dsgvo|rgpd|ley|legge|wet|avg"
