"""The words of column titles and labels, folded, in the languages that lists are written in."""

from typing import Literal

Field = Literal[
    "vendor",
    "entity",
    "service",
    "purpose",
    "location",
    "storage",
    "entity_location",
    "data",
    "transfer",
    "link",
    "section",
    "status",
    "effective",
    "notes",
    "number",
    "cookie",  # what only tables of cookies have
]


# A sub-processor by any name, folded; what stands here makes a list a list of sub-processors.
SUBPROCESSOR = (
    "sub ?(?:data ?)?processors?|sub ?contractors?",
    r"unter(?:auftrag\w*|verarbeiter\w*)|sub(?:unternehm\w+|dienstleister\w*)"
    r"|weitere\w* auftragsverarbeiter\w*",
    "sous ?traitants?(?: ulterieurs?)?|sub ?encargad[oa]s?|sub ?procesador(?:es)?"
    "|subcontratistas?|sub ?responsabil[ei]",
    "sub ?processador(?:es)?|sub ?operador(?:es)?|subcontratad[oa]s?|subfornitor[ei]"
    "|sub ?tratador(?:es)?|sub ?contratantes?|ulteriori responsabili|sub ?encarregats?",
    r"sub ?verwerkers?|underbitrade\w*|under ?databehandler\w*|under ?leveran[dt]\w+",
    r"alikasittelij\w*|alihankkij\w*|alltootle\w*",
    r"sub ?auftrag\w*|sub ?prozessor\w*|sous ?processeurs?",
    r"субобработчик\w*|субпроцес\w*|субобробник\w*|подизпълнител\w*|подобработ\w*",
    r"podprocesor\w*|podprzetwarz\w*|podwykonawc\w*|dalsz\w+ (?:podmiot\w* )?przetwarzajac\w*",
    r"sub ?zpracovatel\w*|dals\w+ zpracovatel\w*|(?:sub ?|dals\w+ )sprostredkovatel\w*",
    r"al ?adatfeldolgozo\w*|tovabbi adatfeldolgozo\w*|sub ?(?:im)?puternicit\w*|subcontractant\w*",
    r"podizvrsitelj\w*|podobdelovale?c\w*|pod ?izvodac\w*|subtvarkytoj\w*|apaksapstradataj\w*",
    r"alt (?:veri )?isleyen\w*|alt yuklenici\w*|sub ?prosesor|sub ?pemroses\w*|υπεργολαβ\w*",
    r"υπο ?εκτελ\w*|מעבדי משנה|מעבד משנה|קבלני משנה",
    r"(?:nha thau|bo xu ly|ben xu ly(?: du lieu)?) phu",
)
SUBPROCESSOR_EAST = (
    "サブプロセッサ|再委託先|復処理者|再处理者|子处理者|次级处理者|分处理者|分包处理者|分包商|수탁|재위탁"
    "|معالج\\w* (?:ال)?فرعي\\w*|المعالج\\w* الفرعي\\w*"
)
# One of these is part of every phrase above, as printed; most texts hold none of them.
STEMS = (
    *("processor", "contractor", "auftrag", "verarbeiter", "unternehm", "dienstleister"),
    *("traitant", "ncargad", "procesador", "contrat", "responsabil", "processador", "operador"),
    *("fornitor", "tratador", "verwerker", "bitr", "behandler", "leveran", "alik", "prozessor"),
    *("processeur", "encarregat", "alihank", "podproc", "podprz", "podwykon", "przetwarzaj"),
    *("zpracovatel", "sprostredkovate", "adatfeldolgoz", "puternici", "contractant", "podizvr"),
    *("podobdel", "izvo", "subtvarkyt", "prosesor", "pemroses", "leyen", "klenici"),
)
STEMS_BEYOND_ASCII = (
    *("обработчик", "субпроцес", "субобробник", "подизпълн", "подобработ", "alltöötle", "apstrād"),
    *("υπεργολ", "υποεκτελ", "υπο-εκτελ", "משנה", "phụ", "معالج", "işleyen", "yüklenici"),
    *("プロセッサ", "委託", "処理者", "处理者", "分包商", "수탁", "위탁"),
)
STRONG_VENDOR = (
    rf"\b(?:{'|'.join(SUBPROCESSOR)})\b|{SUBPROCESSOR_EAST}|\b(?:data )?processors?\b"
    rf"|\bauftragsverarbeiter\w*"
    r"|\bencargados?\b|\bzpracovatel\w*|\badatfeldolgozo\w*|\bveri isleyen\w*|\bkasittelij\w*"
    r"|\bdatabehandler\w*|\bpersonuppgiftsbitrade\w*|\bverwerkers?\b|委託先|处理者|受托"
)
NAMED: dict[str, str] = {
    "entity": r"\b(?:legal|contracting|corporate|registered|official) "
    r"(?:entity|name|company|party)\b"
    r"|\bentity(?: name)?$|^name of (?:the )?entity|\bfull name\b|\bcompany name\b"
    r"|\b(?:juristische person|rechtstrager|vertragspartner|firmenname|firmierung)\b"
    r"|\b(?:entite juridique|raison sociale|entidad legal|razon social|ragione sociale)\b"
    r"|法人名|会社名|법인명|公司名称|법인",
    "vendor": r"\b(?:service |cloud |hosting |third party |external |data )?"
    r"(?:providers?|vendors?|suppliers?)\b"
    r"|^(?:who|wer|qui|quien|chi|quem|wie|vem|hvem)$"
    r"|\bcompan(?:y|ies)\b|\borgani[sz]ations?\b|\bthird part(?:y|ies)\b|\bpart(?:y|ner)s?\b"
    r"|\brecipients?\b"
    r"|\bentit(?:y|ies)\b|\bnames?\b|\bimporters?\b|\bcontractors?\b|\baffiliates?\b"
    r"|\bsubsidiar(?:y|ies)\b"
    r"|\b(?:anbieter\w*|dienstleister\w*|unternehmen|firma|empfanger\w*|drittanbieter"
    r"|lieferant\w*|gesellschaft)\b"
    r"|\b(?:prestataires?|fournisseurs?|societes?|destinataires?|entites?|entreprises?|nom"
    r"|partenaires?|tiers)\b"
    r"|\b(?:proveedor(?:es)?|empresas?|nombre|entidad(?:es)?|destinatari[oi]s?|tercer[oa]s?)\b"
    r"|\b(?:fornitor[ei]|nome|societa|aziend[ae]|soggett[oi]|terz[ei])\b"
    r"|\b(?:fornecedor(?:es)?|prestador(?:es)?|parceiros?)\b"
    r"|\b(?:leveranciers?|naam|bedrijf|partij(?:en)?|aanbieder|dienstverlener|ontvangers?)\b"
    r"|\b(?:leverantor\w*|namn|foretag|bolag|mottagare|aktor)\b|\b(?:leverandor\w*|navn"
    r"|virksomhed|modtagere?)\b"
    r"|\b(?:palveluntarjoaj\w*|toimittaj\w*|yritys|dostawc\w*|podmiot\w*|dodavatel\w*|spolecnost"
    r"|nazov|szolgaltato\w*|ceg|megnevezes|furnizor\w*|compani[ei]|denumire\w*|saglayici\w*|sirket"
    r"|tedarikci|penyedia|nama|nha cung cap|ten|προμηθευτ\w*|παροχ\w*|εταιρεια|ονομα|ספק|חברה|שם"
    r"|постачальник|доставчик|назва)\b"
    r"|事業者|会社|企業|社名|名称|提供元|提供者|ベンダ|업체|회사|수탁자|제공받는|公司|供应商|服务商|接收方|第三方|업자|поставщик|наименование"
    r"|компания",
    "service": r"\b(?:service|services|products?|tools?|platform|software|application|app|system"
    r"|solution)s?\b"
    r"|\b(?:dienst|produkt|werkzeug|anwendung|produit|outil|servicio|producto|herramienta"
    r"|servizio|prodotto)\b"
    r"|\b(?:strumento|servico|produto|ferramenta|tjanst|verktyg|tjeneste|vaerktoj|hizmet|usluga"
    r"|szolgaltatas|serviciul?|palvelu|paslauga|teenus|storitev|pakalpojums|υπηρεσια|услуга"
    r"|послуга|שירות)\b|サービス|서비스|服务",
}
TOPICS: tuple[tuple[Field, str], ...] = (
    (
        "cookie",
        r"\bcookies?\b(?! polic)|\bcookie\w+|\bexpir\w+|\blife ?span\b|\blifetime\b|\bttl\b"
        r"|\bmax(?:imum)? storage\b|\b(?:kak(?:a|or)|livslangd|ciasteczk\w*|evasteet?)\b"
        r"|クッキー|쿠키",
    ),
    (
        "transfer",
        r"\b(?:transfer|safeguards?|adequacy|sccs?|guarantees?)\b(?!red)(?! of data$)"
        r"|^(?:legal|lawful) bas[ie]s (?:for|of) (?:\w+ ){0,2}transfers?\b"
        r"|^(?:rechtsgrundlage|base juridique|base (?:juridica|giuridica)) (?:\w+ ){1,3}"
        r"(?:transfers?|transferts?|ubermittlung\w*|transferencias?|trasferiment[oi])\b"
        r"|\btransfer(?:red)? (?:mechanism|basis|tool)|\btransfermechanism\w*"
        r"|\b(?:garantien?|ubermittlung\w*|drittland\w*|angemessenheit\w*|transfergrundlage"
        r"|schutzmassnahmen)\b"
        r"|\b(?:transferts?|garanties?|encadrement|garanzi[ae]|trasferiment[oi]|meccanismo"
        r"|salvaguard\w*)\b"
        r"|\b(?:garantias?|transferencias?|mecanismo|transferencia|doorgifte\w*|waarborgen|lgpd"
        r"|base legal)\b"
        r"|\b(?:overforing\w*|skyddsatgard\w*|overforsel\w*|waarborg|transferu|przekaz\w+"
        r"|zabezpiecze\w+|predani|zaruk\w*|prenosu?|garancia\w*|garanti\w*|aktarım\w*"
        r"|guvence\w*|siirto\w*|suojatoim\w*|prijenos\w*|jamstv\w*|перед[аи]ч\w*|гаранти\w*"
        r"|гаранті\w*|трансфер\w*|διαβιβασ\w*|εγγυησ\w*|העברה)\b|移転|越境|安全管理措置|이전|传输|跨境|출처",
    ),
    (
        "effective",
        r"\bdate\b"
        r"|\b(?:since|effective|added on|last (?:updated|reviewed|changed)|go live|valid from)\b"
        r"|\b(?:datum|seit|gultig|depuis|desde|fecha|data di|dal|sinds|bijgewerkt|sedan|siden"
        r"|dato|tarihi?|дата|pvm|paivamaara|ημερομηνια"
        r"|data (?:dodania|rozpoczecia|aktualizacji|zmiany|(?:d[aei] )?(?:inicio|inclusao|adicao"
        r"|atualizacao|inizio|aggiunta|aggiornamento)|adaugarii|inceperii))\b|追加日|開始日|更新日|날짜|日期",
    ),
    (
        "notes",
        r"\bcontact\w*|\bansprechpartner\w*|\b(?:retention|legal bas[ie]s|lawful basis"
        r"|rechtsgrundlage|aufbewahrung\w*|speicherdauer|conservation)\b"
        r"|\b(?:duration|laufzeit|ablauf|duree|duracion|durata|duracao|looptijd|varighed)\b"
        r"|\bopt(?:ional| ?out| ?in)\b"
        r"|\b(?:train(?:s|ed|ing)|entrainement|entrenamiento|addestramento|treinamento)\b"
        r"|보유|이용기간|保存期間|保持期间",
    ),
    (
        "status",
        r"\b(?:status|durum\w*|stav|allapot|статус|stato|estado|etat|statut|aktiv)\b"
        r"|状態|ステータス|상태|状态",
    ),
    (
        "link",
        r"\b(?:web ?sites?|urls?|links?|web ?page|homepage|dpas?|privacy|polic(?:y|ies)"
        r"|documentation|references?|resources?)\b"
        r"|\b(?:(?:more|additional|further) info\w*|learn more|trust cent(?:er|re)|agreements?"
        r"|contracts?|terms)\b"
        r"|\b(?:datenschutz\w*|webseite|internetseite|avv|av(?= vertrag|$)|sitio web|site web|sito"
        r"|politica"
        r"|politique|confidentialite)\b"
        r"|\b(?:saits?|strona|stranka|webov\w+|weboldal\w*|web sitesi|verkkosivu\w*|саит"
        r"|privacidad|integritet\w*|webbplats|webside|hjemmeside|privatlivs\w*)\b|リンク"
        r"|ウェブサイト|웹사이트|网站|链接",
    ),
    (
        "entity_location",
        r"\b(?:entity|corporate|company|legal|vendor|registered|incorporat\w+|establish\w+"
        r"|provider|supplier|(?:sub ?)?processor"
        r"|headquart\w+|hq|head) ?(?:countr\w+|location|office|address|seat|jurisdiction"
        r"|entity country)\b"
        r"|\b(?:countr\w+|place|location|jurisdiction|state) of (?:the )?(?:incorporat\w+"
        r"|registration|establishment|organi[sz]ation|domicile|headquart\w+|company|business"
        r"|legal entity|entity)\b"
        r"|\bheadquart\w+|\bhq\b|\bincorporat\w+|\baddress(?:es)?\b|\bplace of business\b"
        r"|\bdomicile\b"
        r"|\b(?:sitz\w*|firmensitz|anschrift|adresse\w*|siege(?: social)?|sede(?: legale"
        r"| social)?|domicili\w*|direccion|indirizzo|endereco|adres|vestiging\w*|sate|hemvist"
        r"|hovedsaede|hjemsted|hovedkontor|siedzib\w*|adresa?|sidlo\w*|sediul?|szekhely\w*"
        r"|merkez\w*|kotipaikka|osoite|sjedist\w*|sedez|εδρα|διευθυνση|адреса?|седалище)\b"
        r"|本社|所在国|所在地|본사|소재지|注册地|주소|住所",
    ),
    (
        "storage",
        r"\b(?:storage|hosting|server|data ?cent(?:er|re)) ?(?:locations?|regions?|countr\w+"
        r"|place)\b|\bdata ?cent(?:er|re)s?$|\b(?:stored|hosted)\b"
        r"|\blocation of (?:data )?storage\b"
        r"|\b(?:speicherort\w*|serverstandort\w*|hosting ?standort|rechenzentrum\w*)\b"
        r"|\blieu (?:d )?(?:hebergement|stockage)\b|\bopslagloca\w*"
        r"|保管地|保存場所|保管場所|存储地|存储位置|보관",
    ),
    (
        "location",
        r"\b(?:locations?|located|countr(?:y|ies)|regions?|place|where|territor(?:y|ies)"
        r"|jurisdictions?|geograph\w+|residency)\b"
        r"|^(?:wo|ou|donde|dove|onde|waar|var|hvor)$"
        r"|\b(?:ort|orte|standort\w*|land|lander|laender|region\w*|verarbeitungsort\w*|staat)\b"
        r"|\b(?:localisation|lieux?|pays|ubicacion\w*|pais(?:es)?|lugar|paes[ei]|luogo"
        r"|ubicazione|localizacao|localizzazione|regioni?|regiao|local)\b"
        r"|\b(?:locaties?|plaats|landen|plats|lokation\w*|lokalitet\w*|lokalisering|sted"
        r"|geografi\w*)\b"
        r"|\b(?:kraj|kraje|zeme|maa|sijainti\w*|tara|orszag|ulke\w*|lokasjon\w*|umisteni"
        r"|umiestnenie"
        r"|lokalizacja|miejsce|panstwo|misto|stat|krajina|miesto|hely|paikka|drzava|lokacija"
        r"|mjesto|salis|vieta|riik|asukoht|valsts|bolge\w*|lokasyon\w*|helyszin\w*"
        r"|locati[ea]\w*|konum\w*|lokasi|negara|quoc gia|vi tri)\b"
        r"|\b(?:χωρα|τοποθεσια|краіна|місце\w*|място|местоположение|розташування|регион|регіон"
        r"|държава|держава|מיקום|מדינה|ארץ)\b|الدولة|الموقع|البلد|ประเทศ"
        r"|国|地域|リージョン|場所|국가|위치|지역|国家|地区|地点|страна|местонахождение",
    ),
)
CONTENT: tuple[tuple[Field, str], ...] = (
    (
        "data",
        r"\bdata\b(?! (?:processing|protection|(?:sub ?)?processor|controller|subject|import"
        r"|export))|\b(?:personal )?information\b|\bpii\b|\bdata subjects?\b"
        r"|\bwhat (?:it|they) (?:receives?|gets?|sees?)\b|\bwhat (?:reaches|goes to) (?:it|them)\b"
        r"|\bwhat we (?:share|send|pass on)\b"
        r"|\b(?:\w*daten\w*|donnees?|datos|dati|dados|\w*gegevens|\w*uppgifter|\w*op+lysninger"
        r"|\w*tiedot|\w*tietoja|\w*udaj\w*|dane|danych|\w*adatok|datelor|veriler\w*|veri turleri"
        r"|islenen veri|kisisel veri|veri kategori\w*|adatkor\w*|adatkategori\w*|podac\w*"
        r"|date personale|datele|date cu caracter personal|andmed|isikuandme\w*"
        r"|duomen\w*|datu|дан[иі]х?"
        r"|du lieu|δεδομεν\w*)\b"
        r"|データ|情報|개인정보|항목|数据|信息|данны\w+",
    ),
    (
        "purpose",
        r"\b(?:purposes?|functions?|activit\w+|subprocessing activit\w+|descriptions?|nature"
        r"|uses?|usage|used for|roles?|scope|subject matter|reason|responsibilit\w+|operations?"
        r"|tasks?|processing|why|what (?:they|it|we) \w+|what for|department"
        r"|services? (?:provided|performed|offered|description|rendered))\b"
        r"|^(?:wofur|wozu|warum|pourquoi|a quoi\b.*|para que|por que|perche|waarvoor|varfor"
        r"|hvorfor)$"
        r"|\b(?:\w*zwecke?|funktion\w*|tatigkeit\w*|leistung\w*|aufgaben?|beschreibung"
        r"|gegenstand|einsatz\w*|verwendung\w*|verarbeitung\w*|dienstleistung\w*"
        r"|art der)\b"
        r"|\b(?:finalites?|objets?(?: s)?|roles?|fonctions?|activites?|prestations?|traitements?)\b"
        r"|\b(?:finalidad(?:es)?|propositos?|funcion(?:es)?|actividad(?:es)?|descripcion|usos?"
        r"|tratamiento)\b"
        r"|\b(?:finalita|scop[oi]|attivita|ruol[oi]|descrizione|funzion[ei]|trattamento)\b"
        r"|\b(?:finalidades?|funcao|atividades?|descricao|tratamento|objetivo)\b"
        r"|\b(?:doel(?:einden?)?|functies?|omschrijving|activiteit(?:en)?|dienst(?:en)?"
        r"|verwerking\w*)\b"
        r"|\b(?:andamal|syfte|roll|tjanst(?:er)?|anvandning|beskrivning|behandling\w*)\b"
        r"|\b(?:formal|ydelser?|tjenester?|beskrivelse|rolle|anvendelse)\b"
        r"|\b(?:cel|cele|ucel\w*|popis|sluzb[ay]|\w*tarkoitus|tehtava|scopul|cel(?:u|ow)?|zweck"
        r"|amac\w*|rolul|merkis|цел|gorev\w*|islev\w*|faaliyet\w*|rola|przeznaczenie|cinnost\w*"
        r"|feladat\w*|rol"
        r"|tevekenyseg\w*|serviciu\w*|kuvaus|rooli|svrha|namen|tikslas|eesmark"
        r"|descriere|opis|zakres (?:uslug\w*|przetwarzania)|tujuan|muc dich|σκοποσ)\b"
        r"|\b(?:призначення|мета|роля|роль|услуги|послуги|מטרה|תיאור)\b|الغرض"
        r"|目的|用途|内容|業務|役割|機能|목적|업무|용도|역할|职能|功能|作用|цель|назначение",
    ),
    (
        "section",
        r"\b(?:categor(?:y|ies)|types?|groups?|kind|kategorien?|typ|art|categories?|categorias?"
        r"|categori[ae]|tipos?|tip[oi]|kategori\w*|soort)\b|種類|分類|区分|구분|类别|类型",
    ),
    (
        "notes",
        r"\b(?:notes?|remarks?|comments?|certifications?|compliance|security|bemerkung\w*"
        r"|hinweise?|anmerkung\w*|remarques?|notas?|observa\w+|opmerking\w*|anmarkning\w*"
        r"|bemaerkning\w*|retention|period|legal basis|rechtsgrundlage)\b|備考|비고|备注|기간",
    ),
    ("number", r"^(?:no|nr|n|id|pos|num|number|sl no|s no|lp|#)?$|^番号$"),
)
