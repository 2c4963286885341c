"""Names that privacy policies mention often, of which nothing else is known than that they are
names of services.

A name here only counts as a name; whether it receives data is for its sentence to say. Those in
AMBIGUOUS are ordinary words too.
"""

_NAMES = """
Google AdSense, AdSense, Google AdMob, AdMob, DoubleClick, Google DoubleClick, Google Ad Manager
Google Marketing Platform, Google Play Services, Google Pay, Google Drive, Google Forms
Google Photos, Google Optimize, Google Signals, Google Docs, Google Sheets, Google Calendar
Gmail, Crashlytics, Google Hangouts, Google Meet, Google Translate, Vertex AI, Cloud Firestore
Facebook Pixel, Facebook Ads, Meta Pixel, Meta Ads, Facebook Audience Network, Meta Platforms
Bing Ads, Microsoft Teams, Microsoft Dynamics, OneDrive, Outlook, Hotmail, SharePoint, App Center
Amazon Pay, Amazon S3, Amazon CloudFront, Amazon RDS, Apple Pay, iCloud, TestFlight
Taboola, Outbrain, Quantcast, comScore, Nielsen, ScorecardResearch, Chartbeat, Parse.ly, Yandex
Yandex Metrica, Baidu, Tencent, Alibaba Cloud, Naver, Adobe, Adobe Analytics, Adobe Fonts, Typekit
Adobe Target, Marketo, Pardot, Eloqua, TikTok Pixel, LinkedIn Insight Tag, Pinterest Tag, Yahoo
Vimeo, Spotify, SoundCloud, Dailymotion, Wistia, Brightcove, JW Player, Kaltura, Disqus, AddThis
ShareThis, AddToAny, Akismet, Jetpack, MailerLite, Sendinblue, CleverReach, Rapidmail, Newsletter2Go
Constant Contact, Campaign Monitor, ConvertKit, GetResponse, Mandrill, SparkPost, Elastic Email
Emarsys, Selligent, Salesforce Marketing Cloud, Sailthru, Cordial, Substack, Flodesk, Beehiiv
Kissmetrics, Crazy Egg, Lucky Orange, Mouseflow, Inspectlet, Optimizely, VWO, AB Tasty, Kameleoon
Bugsnag, Rollbar, Raygun, Instabug, TrackJS, LogRocket, Smartlook, Airbrake, Kochava, Flurry
AppLovin, ironSource, Vungle, Chartboost, InMobi, MoPub, AdColony, Tapjoy, OneSignal, Airship
Urban Airship, Pushwoosh, CleverTap, Leanplum, Appcues, Pendo, WalkMe, Userpilot, Productboard
Chargebee, Recurly, FastSpring, Worldpay, Authorize.Net, BlueSnap, 2Checkout, WePay, Payoneer
TransferWise, SlimPay, Lemonway, PayPlug, Ingenico, Ogone, BitPay, CoinPayments, Coinbase, Wirecard
Computop, Concardis, Bambora, MobilePay, Vipps, Swish, Alipay, WeChat Pay, Razorpay, Paytm
Paystack, Flutterwave, PayU, Paymentwall, Xsolla, Cleverbridge, Digital River, Afterpay, Worldline
Sofort, Giropay, Paydirekt, PayOne, iDEAL, Bancontact, MercadoPago, Mercado Pago, PagSeguro, Redsys
UPS, FedEx, DHL, Deutsche Post, DPD, GLS, Colissimo, Chronopost, Mondial Relay, PostNord, PostNL
Correos, SEUR, bpost, Royal Mail, USPS, Sendcloud, Shippo, ShipStation, EasyPost
BambooHR, SmartRecruiters, Personio, Recruitee, Teamtailor, JazzHR, SurveyMonkey, Qualtrics, Jotform
Wufoo, Formspree, Formstack, SurveyGizmo, LiveChat, Tawk.to, Olark, Userlike, Zopim, Freshdesk
Kayako, UserVoice, Statuspage, Discord, Uber, Airbnb, Deliveroo
IONOS, Strato, STRATO, Host Europe, Mittwald, netcup, DomainFactory, Uberspace, Infomaniak, Gandi
Ikoula, o2switch, Online.net, Loopia, One.com, Simply.com, TransIP, Combell, Aruba, Register.it
SiteGround, Bluehost, GoDaddy, DreamHost, Namecheap, WP Engine, Kinsta, Rackspace, Leaseweb, Equinix
Hostinger, Squarespace, Weebly, BigCommerce, WooCommerce, GitHub Pages, Alwaysdata, PlanetHoster
Wordfence, Sucuri, Imperva, Incapsula, Cookiebot, Usercentrics, Didomi, TrustArc, Axeptio, iubenda
Borlabs, Complianz, Trusted Shops, eKomi, Yotpo, Bazaarvoice, ProvenExpert, INFOnline, etracker
Econda, Webtrekk, AWIN, Tradedoubler, Rakuten, ShareASale, Skimlinks, Affilinet, Zanox, VG Wort
Xandr, AppNexus, PubMatic, OpenX, The Trade Desk, MediaMath, Sizmek, AdRoll, NextRoll, RTB House
LiveRamp, Lotame, Acxiom, Experian, Equifax, TransUnion, SCHUFA, Creditreform, Bluekai, Krux
Onfido, Jumio, Sumsub, Yoti, iDenfy, Trulioo, LexisNexis, MaxMind, Forter, Riskified, Signifyd
ThreatMetrix, DocuSign, HelloSign, Zoho, Odoo, QuickBooks, Xero, FreshBooks, Lexoffice, DATEV
ZoomInfo, Clearbit, SalesLoft, Eventbrite, Glassdoor, Kununu, Bitly, Giphy, OpenStreetMap
TomTom, Foursquare, Esri, MapTiler, Font Awesome, jsDelivr, cdnjs, unpkg, StackPath, MaxCDN, KeyCDN
BootstrapCDN, ImageKit, Imgix, Webex, Skype, Whereby, Daily.co, Infobip, Plivo, Nexmo, Clickatell
ClickSend, Skebby, MessageBird, RingCentral, Hugging Face, DeepL, DeepSeek, Together AI, Soniox
Lemonfox, Backblaze, Wasabi, Basecamp, Evernote, Jira, Confluence, Bitbucket, ClickUp, SAP, NetSuite
Tidio, Gorgias, Zammad, BugHerd, Userback, UptimeRobot, Loggly, Papertrail, Splunk, Sumo Logic
Logentries, Honeycomb, AppSignal, Scout APM, Pingdom, StatusCake, Countly, Simple Analytics
GoatCounter, Umami, Snowplow, Rudderstack, mParticle, Tealium, Piano Analytics
AT Internet, Xiti, Stape
"""
_AMBIGUOUS = """
Drift, Branch, Heap, Lever, Greenhouse, Workable, Apollo, Outreach, Tally, Twitch, Hermes, Kount
Sift, Wix, Canny, Agora, Nets, Iterable, Dovetail
"""


def familiar_names() -> list[tuple[str, bool]]:
    """Give each name, and whether it is an ordinary word as well."""
    known = [(name, False) for name in _split(_NAMES)]
    return [*known, *((name, True) for name in _split(_AMBIGUOUS))]


def _split(block: str) -> list[str]:
    return [name.strip() for line in block.split("\n") for name in line.split(",") if name.strip()]
