"""Words that roles and groups are made of, folded: "cloud hosting provider" names nobody."""

GENERIC = frozenset(
    """
    a access accountant accountants accounting administration advertising advisers advisors
    affiliates agencies ai all alojamiento an analyse analysis analytics anbieter and any api app
    application applications as at audit auditors audits authentication authorised authorities
    authorized b2b back backup bank banking banks based betaling betalingen betalning betalningar
    business by call card cards cdn center centers centre centres certain chat chosen client
    clients cloud collaboration communication communications companies company compliance
    computing conferencing confidentiality consultants consulting content contractors control
    controls correo credential crm customer customers cybersecurity d das data database databases
    de del deletion delivery dependent der des design desk development device die dienst dienste
    dienstleister digital dns du e el electronico elettronica email emails emailversand encryption
    end engine engineering engines entities entity error errors et event events external financial
    first font fonts for fornecedor fornecedores fornitore fornitori fournisseur fournisseurs
    fraud fulfillment fulfilment functions fur gateway gateways gestionado government group
    hebergement hebergeur help helpdesk hospedagem host hosted hosting hostinganbieter identity
    independent individual inference infrastructure installers insurance insurers integrated
    integration integrations internal internet it kunden kundensupport la language languages large
    las lawyers le legal les leverancier leveranciers leverandor leverandorer leverantor
    leverantorer liability llm local log logging logistics logs los machine mail mailing
    mailversand maintenance managed management mapping maps marketing measurement measures media
    message messagerie messages messaging ml model models monitoring network networks newsletter
    notification notifications nube nuvem obligations observability of office on online operations
    operators optional or os other our outil outils outsourced pagamenti pagamento pago pagos
    paiement paiements parties partner partners party payment payments pendiente performance
    platform platforms posta postal prestataire prestataires prevention print privacy process
    processing processor processors product production professional provedor provedores proveedor
    proveedores provider providers public push rechenzentren rechenzentrum related relations
    relationship relevant reporting resources respecting sales search secrets security seleccion
    selected server servers service services servicio servicios servicos servizi servizio session
    shipping site sms social software sources spam specialist speech speicherung staff storage
    store stores sub subcontractor subcontractors subprocessor subprocessors supplier suppliers
    support survey surveys system systems team technical technology telecommunications telephone
    telephony text the their third ticket ticketing tjanster tjenester to tool tools tracking
    training transactional transactionnel translation transmission und user users various vault
    vendor vendors verification versand versanddienstleister vetted via video virtual voice von
    vps web website websites widget widgets with workspace y you your zahlungsabwicklung
    zahlungsdienstleister zum zur
    결제 결제대행사 고객 대행사 메일 문자 발송 배송 상담 서버
    서비스 업체 은행 카드사 클라우드 택배사 호스팅
    決済代行会社 配送業者 運送会社 メール配信サービス クラウドサービス事業者
    云服务商 支付机构 物流公司
    """.split()  # noqa: SIM905 - four hundred words read better than four hundred strings
)
