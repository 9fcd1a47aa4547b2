## Tijd
time-today = vandaag { $clock }
time-yesterday = gisteren { $clock }
time-tomorrow = morgen { $clock }
time-ago = { $span } geleden
span-minutes = { $n } min
span-hours = { $n } uur
span-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dagen
}
date-pattern = ccc d-M
date-pattern-year = d-M-yyyy
date-pattern-full = ccc d MMM yyyy
date-field = DD-MM-YYYY
stamp-pattern = dd-MM-yyyy HH:mm:ss
today = vandaag
never = nooit

## Kader
door-triage = Triage
door-handovers = Overdrachten
door-cases = Zaken
door-figures = Weerklank
door-accounts = Accounts
door-audit = Logboek
door-help = Hulp
training = Oefengegevens
training-why = alles hier is verzonnen
as-of = Stand { $clock }
silent-streams = { $n } van { $of } kanalen stil
setting-mask = Vijandige teksten afdekken
setting-keys = Losse toetsen gebruiken
setting-keys-why = Uitzetten als een spraakbesturing meeluistert.
setting-compact = Lijst of bericht tonen, niet allebei
setting-compact-why = Voor smalle vensters en sterke vergroting.
setting-language = Taal
sign-out = Afmelden
sign-in = Aanmelden
signed-out = Je bent niet aangemeld
signed-out-why = De sessie is beëindigd. Er gaat niets verloren: wat is opgeslagen, blijft.
page-refused = Deze pagina is niet voor jouw rol bedoeld
page-refused-why = De poging staat in het logboek. Wie de rol nodig heeft, vraagt het aan de beheerder van het bureau.
page-unknown = Die pagina bestaat niet
page-unknown-why = Op dat adres staat niets. Misschien is het verkeerd overgenomen.
switch = Keuze
open = Openen
opened = geopend
reload = Opnieuw laden
as-table = Als tabel
none = geen
n-of = { $n } van { $of }
n-messages = { $n ->
    [one] één bericht
   *[other] { $n } berichten
}
unknown-person = onbekend

## Storingen
trouble-conflict = Niet opgeslagen: iemand anders was sneller. Bekijk het bericht nog eens en beslis dan.
trouble-not-allowed = Je hebt hiervoor geen bevoegdheid. Er is niets gewijzigd. De beheerder van het bureau kan die geven.
trouble-not-found = Dit bestaat hier niet of niet meer. Er is niets gewijzigd.
trouble-refused = Dit past niet bij de huidige stand. Er is niets gewijzigd, en wat je hebt getypt blijft staan.
trouble-network = Het netwerk geeft het nu niet vrij. Er is niets veiliggesteld; probeer het later nog eens.
trouble-other = Dat is niet gelukt. Er is niets verloren; hier staat waaraan het lag.
trouble-store = De opslag antwoordt nu niet. Er gaat niets verloren: berichten worden later opgehaald. Probeer het zo nog eens.

## Acuut
acute-open = Acuut · { $n } open
acute-maybe = Misschien acuut · { $n }
acute-maybe-why = De inschatting onthoudt zich hier. Lees zelf.
acute-rest = Nog { $n } tonen
acute-in-queue = Nog { $n } staan bovenaan in de lijst.
acute-sure = noodgeval: { $share }
acute-unsure = het dichtst bij { $label }, noodgeval { $share }
acute-by-hand = door een mens als noodgeval aangemerkt
acute-no-substitute = Geen vervanging van het alarmnummer. Bel eerst de meldkamer, antwoord daarna.
acknowledge = Meldkamer ingelicht
acknowledged = meldkamer ingelicht

## Postvak
views = Postvak
view-open = Open { $n }
view-tips = Tips { $n }
view-waiting = Wacht { $n }
view-all = Alles
view-reread = Herlezen
reread-waiting = { $n ->
    [one] Steekproef: één bericht herlezen
   *[other] Steekproef: { $n } berichten herlezen
}
reread-look = Bekijken
reread-lead = Willekeurig getrokken uit wat Streife onschuldig vond. Lees en bevestig of verbeter: zo wordt geteld wat het over het hoofd ziet.
reread-ask = **Steekproef:** Streife vond dit bericht onschuldig, dus geen noodgeval, tip of aangifte, en niet vijandig. Klopt dat?
reread-correct = Nee, verbeteren
filter = Filter
filter-on = Filter · { $n }
filter-account = Account
filter-beat = Wijk
filter-platform = Netwerk
filter-intent = Bedoeling
filter-hostile = Vijandigheid
filter-any = alle
filter-clear = Filter wissen
hostile-yes = alleen vijandige
hostile-no = zonder vijandige
source = { $platform }-{ $kind } aan { $to }
masked = Tekst afgedekt · { $n } tekens
unmask = Tekst tonen
text-cut = … en nog { $rest } tekens, hier ingekort. Het origineel is volledig bewaard.
text-goes-on = … en nog { $rest } tekens. Met “Openen” zie je alles.
show-new = { $n ->
    [one] één nieuw bericht tonen
   *[other] { $n } nieuwe berichten tonen
}
load-more = Meer laden
to-start = Naar het begin
back-to-queue = Postvak
none-filtered = Niets past bij het filter
none-filtered-why = Er wachten misschien andere berichten. Zonder filter zie je ze allemaal.
none-open = Alles gezien
none-open-why = Nieuws verschijnt hier vanzelf, noodgevallen staan altijd bovenaan.
none-tips = Er wacht geen bevestigde tip
none-tips-why = Wat je als tip bevestigt, ligt hier tot het is overgedragen.
none-waiting = Er ligt niets bij anderen
none-waiting-why = Overgedragen berichten staan hier tot de wijkagent klaar is.
none-all = Nog geen bericht
none-all-why = Zodra een account is verbonden, komen hier de eerste berichten binnen.
none-reread = Alles herlezen
none-reread-why = Nieuwe voor de steekproef komen vanzelf, elke week een paar.
pane-empty = Geen bericht geopend
pane-empty-why = Open er links een, of het volgende met J. Elke opening komt in het logboek.
pane-done = Hier wacht niets
pane-done-why = Een goed moment voor een pauze.
not-assessed = nog niet ingeschat
abstained = onthoudt zich
corrected = verbeterd
edited = bewerkt
deleted = verwijderd
deleted-undecided = door de maker verwijderd
answered = beantwoord

## Bericht
reads-along = { $who } leest mee
came-back = { $who } gaf dit bericht terug:
thread = Gesprek · { $n ->
    [one] nog één bericht
   *[other] nog { $n } berichten
}
history = Verloop · { $n }
attachment-image = Afbeelding
attachment-video = Film
attachment-audio = Geluid
attachment-file = Bestand
attachment-link = Verwijzing
attachment-other = Bijlage
attachment-untold = zonder beschrijving
attachment-nowhere = zonder adres
attachment-secure = Veiligstellen
attachment-why = Haalt het bestand nu van het netwerk en bewaart het ongewijzigd als bewijs. Het ophalen wordt vastgelegd; de andere server ziet het.
attachment-training = In oefengegevens is alles verzonnen: op dit adres staat niets.
attachment-fetching = Wordt opgehaald …
attachment-secured = veiliggesteld { $when } door { $who }, SHA-256 { $sha256 }
attachment-gone = Alleen een eerdere versie noemt dit adres.
answers = Antwoorden · { $n }
answer-written = geschreven { $when }
answer-went-out = verzonden { $when }
answer-seen = teruggezien op het netwerk { $when }
answer-next-try = volgende poging { $when }
answer-take-back = Terugnemen
done-take-back = Antwoord teruggenomen
wordings = Bewerkt · { $n } versies
wording = Versie { $n } · { $when }
verdict = Inschatting
verdict-question = Vraag
verdict-suggestion = Voorstel
verdict-sureness = Zekerheid
verdict-pending = De inschatting is onderweg. Je kunt nu al beslissen.
verdict-unread = De machine kon dit bericht niet lezen; lees het zelf.
verdict-corrected = Een mens heeft de inschatting verbeterd; de tabel toont wat de machine voorstelde.
verdict-tip-first = Opdat geen tip verloren gaat, gaat die hier voor een iets waarschijnlijkere bedoeling.
verdict-yellow = Geel gemarkeerd is wat de doorslag gaf.
verdict-described = Ook de beschrijving van een afbeelding of bestand gaf de doorslag.
verdict-read-with = { $n ->
    [one] Samen gelezen met een bericht van dezelfde persoon kort ervoor of erna: pas zo klinkt het als een noodgeval.
   *[other] Samen gelezen met { $n } berichten van dezelfde persoon kort ervoor of erna: pas zo klinkt het als een noodgeval.
}
verdict-suggests = Een voorstel, geen oordeel. Model { $model }.
read-past = Gelezen als: { $words }
read-past-more = en nog { $rest }
read-past-unknown = Of hier iets vermomd is geschreven, is nu niet te zeggen.
safety-rules = Regel die afging: { $rules }
safety-rules-unknown = Of een regel afging, is nu niet te zeggen.
rule-suicide-announced = zelfdoding aangekondigd
rule-attack-now = aanval nu
rule-attack-announced = aanval aangekondigd
rule-life-in-danger = leven in gevaar
rule-fire-now = brand nu
rule-intruder-now = indringer nu
rule-cry-for-help = noodkreet
rule-bare-cry = niets dan een noodkreet
rule-threat-to-kill-or-hurt = met doden of geweld gedreigd
rule-farewell = afscheid, of ‘beter af zonder mij’
question-intent = Bedoeling
question-otherwise = anders
question-hostility = Vijandigheid
question-target = Doelwit
abstains = *onthoudt zich*
abstains-nearest = *onthoudt zich*, het dichtst bij { $label }
urgent-emergency = Acuut, want er is nu gevaar.
urgent-tip = Vandaag, want een tip veroudert snel.
urgent-report = Vandaag, want iemand is zelf slachtoffer geworden.
urgent-question = Een vraag die kan wachten.
urgent-suggestion = Een suggestie die kan wachten.
urgent-praise = Lof die blij is met een antwoord.
urgent-criticism = Kritiek waarop te antwoorden valt.
urgent-spam = Reclame, geen haast.
urgent-other = Geen herkenbare bedoeling.
urgent-unsure = Onzeker: lees het vandaag zelf.
urgent-threat = Vandaag, want iemand wordt bedreigd.
urgent-incitement = Vandaag, want er wordt tot daden opgeroepen.
urgent-doxxing = Vandaag, want er worden persoonsgegevens verspreid.
urgent-sexual = Vandaag, want iemand wordt seksueel lastiggevallen.
did-tip = { $who } bevestigde de tip
did-dismiss = { $who } handelde het bericht af
did-correct = { $who } verbeterde de inschatting
did-acknowledge = { $who } lichtte de meldkamer in
did-answer = { $who } antwoordde
did-reopen = { $who } nam de beslissing terug
did-reopen-by-edit = Weer open omdat de tekst of een afbeelding is gewijzigd
did-reopen-by-verdict = Weer open: het was afgehandeld voordat bleek dat het een noodgeval was
did-harmless = { $who } las het opnieuw en bevestigde: onschuldig
did-hand-over = { $who } droeg over aan { $to }
did-accept = { $who } nam aan
did-return = { $who } gaf terug
did-finish = { $who } rondde af: { $outcome }

## Handelingen
previous = Vorig bericht
next = Volgend bericht
confirm-tip = Tip bevestigen
hand-over = Overdragen
answer = Antwoorden
open-case = Zaak openen
dismiss = Afhandelen
correct = Verbeteren
confirm-harmless = Ja, onschuldig
more = Meer
undo = Ongedaan maken
nothing-open = Geen bericht geopend
wave-open = Er staat een golf open. Kies met X alles, of open één bericht.
reading-only = Alleen lezen: anderen beslissen over dit bericht.
done-tip = Tip bevestigd
done-acknowledge = Meldkamer ingelicht
done-hand-over = Overgedragen
done-answer = Antwoord genoteerd
done-reply = Antwoord ligt klaar
done-dismiss = Afgehandeld
done-correct = Verbeterd
done-case = In de zaak veiliggesteld
done-undo = Teruggenomen
done-harmless = Als onschuldig bevestigd

## Formulieren
form-choose = Maak een keuze
form-missing = { $n ->
    [one] Er ontbreekt nog één veld: { $fields }
   *[other] Er ontbreken nog { $n } velden: { $fields }
}
form-contact-officer = Wijkagent
form-why-you = Waarom gaat het daarheen?
form-why-you-example = Zoals: jouw wijk, derde tip over dezelfde garage
form-due = Uiterlijk
form-answer = Tekst van het antwoord
form-way = Langs welke weg
way-comment = Openbaar antwoord
way-comment-who = Openbaar antwoord dat iedereen kan lezen
way-dm = Privébericht
way-dm-who = Privébericht, alleen voor de afzender
form-reason = Reden
form-reason-more = In eigen woorden
form-reason-optional = Reden (vrijwillig)
form-case = Zaak
form-title = Titel
form-entitled = Betrokken persoon
form-role = Rol
form-hints = Te toetsen bepalingen
form-note = Notitie
form-offender-known = Maker bekend sinds (leeg: nog onbekend)
form-offender-known-help = Vanaf deze dag loopt de termijn van § 77b StGB, voor elk feit op zijn vroegst vanaf de eerste lezing.
form-outcome = Wat werd ervan
form-outcome-note = Notitie voor wie het overdroeg
form-end-state = De zaak wordt
form-end-reason = Reden of ontvanger
new-case = Nieuwe zaak
hand-over-send = Overdragen
reply-send = Verzenden
answer-send = Elders beantwoord
dismiss-send = Afhandelen
correct-send = Verbeteren
open-case-send = Zaak openen
add-to-case-send = Aan deze zaak toevoegen
give-back-send = Teruggeven
finish-send = Afronden
end-case-send = Noteren
answer-as = “Verzenden” brengt de tekst via { $handle } naar het netwerk. Tot hij onderweg is, kun je hem terugnemen.
answer-only-dm = Hier kun je alleen met een privébericht antwoorden.
answer-in-training = Bij het oefenen wordt niets verzonden. Sjablonen en goedkeuring kun je uitproberen, de tekst kun je noteren.
answer-not-yours = Via dit account verzendt alleen wie het bezit: { $who }. Is elders geantwoord, noteer de tekst dan hier.
answer-no-key = Dit account is niet verbonden, daarom kan Streife hier niet verzenden. Verbinden gaat op de pagina “Accounts”. Antwoord tot dan op het netwerk zelf en noteer de tekst hier.
no-contact-officer = Op dit bureau staat niemand als wijkagent ingeschreven. De beheerder kan dat wijzigen.
dismiss-hostile = Het bericht is als vijandig ingeschat. § 163 StPO (Duits recht) vraagt een reden die ook het Openbaar Ministerie overtuigt.
reason-lawful = Geoorloofde kritiek
reason-spam = Reclame
reason-settled = Al afgehandeld
reason-no-offence = Geen strafbaar feit herkenbaar
reason-no-content = Zonder inhoud
back-other-district = Andere wijk
back-investigation = Hoort bij de recherche
back-biased = Ik ben niet onpartijdig
hint-185 = § 185 belediging
hint-186 = § 186 smaad
hint-187 = § 187 laster
hint-188 = § 188 tegen politici
hint-192a = § 192a haatzaaiende belediging
hint-130 = § 130 haatzaaien tegen groepen
hint-241 = § 241 bedreiging
hint-126 = § 126 dreigen met misdrijven
hint-140 = § 140 goedpraten van misdrijven
hint-111 = § 111 opruiing
hint-126a = § 126a verspreiden van persoonsgegevens
hint-86a = § 86a verboden symbolen
hint-184 = § 184 e.v. seksuele inhoud
hint-238 = § 238 belaging
hint-240 = § 240 dwang
hints-no-verdict = Aanknopingspunten voor toetsing door een mens (Duits Wetboek van Strafrecht), nooit een oordeel. Stand van het recht 11/2024.
hints-to-check = Te toetsen

## Overdrachten
side-to-me = Aan mij { $n }
side-from-me = Van mij { $n }
no-handovers = Nog geen overdrachten
no-handovers-why = Wat je overdraagt of wat naar jou komt, staat hier met termijn en uitkomst.
nothing-waits = Er wacht niets op je
nothing-waits-why = Alles wat is overgedragen, is aangenomen of beantwoord.
due = uiterlijk { $when }
due-past = had klaar moeten zijn { $when }
why-to-you = { $who }:
no-note = zonder notitie
accept = Aannemen
give-back = Teruggeven
handed-over = overgedragen { $when }
underway = Onderweg
underway-none = Er is niets onderweg.
came-of-it = Wat ervan werd
came-of-it-none = Nog niets is beantwoord.
in-work = In behandeling
in-work-none = Niets in behandeling.
finish = Afronden
finished = Afgerond
to-whom = aan { $who }

## Zaken
no-cases = Nog geen zaak
no-cases-why = Een zaak begint in de triage: open een vijandig bericht en kies “Zaak openen”.
back-to-cases = Alle zaken
for-whom = { $who } ({ $role })
case-since = sinds { $when } · geopend door { $who }
case-messages = Veiliggestelde berichten
affected = Betrokken persoon
ended-reason = Afsluiting
end-case = Zaak beëindigen
clock-77b = Klachttermijn § 77b StGB
clock-left = { $n ->
    [0] eindigt vandaag
    [one] nog { $n } dag
   *[other] nog { $n } dagen
}
clock-over = verstreken op { $day }
clock-passed = { $n ->
    [one] verstreken voor { $n } ander feit
   *[other] verstreken voor { $n } andere feiten
}
clock-ended = Zaak beëindigd op { $day }
clock-alt = De termijn loopt van { $start } tot { $end }.
clock-until = tot **{ $day }**
clock-cautious = voor de zekerheid tot **{ $day }**
clock-running = Drie maanden vanaf kennis van feit en persoon, voor elk feit; de eerstvolgende termijn staat hier.
clock-not-running = Geteld vanaf de eerste lezing, omdat de maker onbekend is. De wettelijke termijn loopt nog niet.
evidence = Bewijs
secured = { $n } veiliggesteld
secured-originals = { $n ->
    [one] één origineel met controlesom
   *[other] { $n } originelen met controlesom
}
deleted-since = { $n ->
    [one] één bericht inmiddels verwijderd
   *[other] { $n } berichten inmiddels verwijderd
}
offender-known = Maker bekend sinds { $day }
offender-unknown = Maker onbekend
offender-note = Maker noteren
offender-note-send = Noteren
item-bound = Versie { $version }, veiliggesteld door { $who } { $when }, SHA-256:
timeline = Tijdlijn
times-over = { $n } keer
log-case-opened = { $who } opende de zaak
log-case-read = { $who } las de zaak
log-case-sent = { $who } stuurde de zaak door
log-case-closed = { $who } sloot de zaak
log-case-exported = { $who } gaf het dossier uit
log-package-written = Pakket voor { $who } geschreven en verzegeld
log-refused = { $who } kreeg geen toegang
log-other = { $who }: { $act }
export = Dossier uitgeven
export-why = Originelen, controlesommen en een uittreksel uit het logboek in één pakket dat iedereen kan nagaan. De uitgifte is vastgelegd.
export-save = Pakket opslaan
fingerprint = Vingerafdruk van het pakket: geef die langs een andere weg door.

## Accounts
no-accounts = Geen account verbonden
no-accounts-why = De beheerder schrijft accounts in met “streife accounts”. Daarna zie je hier wat binnenkomt en wat niet.
sum-heard = Kanalen met ontvangst
sum-silent = Ongewoon stil
sum-channels = { $n ->
    [0] geen
    [one] één kanaal
   *[other] { $n } kanalen
}
sum-open-gaps = Open gaten
sum-lost = Verloren
span-1 = 24 uur
span-7 = 7 dagen
span-30 = 30 dagen
no-streams = Dit account is ingeschreven maar nog niet verbonden: hier komt niets binnen.
account-resting = rust
badge-silent = ongewoon stil
strip-alt = Wat van elk kanaal is gehoord, als stroken. Gaten en wat verder niet gewoon is gehoord: { $n }, hieronder als tabel.
heard-known = gehoord
heard-filled = later opgehaald
heard-filling = gat
heard-unreadable = onleesbaar
heard-lost = verloren
heard-late = nog niet opgevraagd
heard-blind = nooit gelezen
accounts-training = Bij het oefenen rust het ophalen: deze pagina toont de stand van { $when }.
heard-last = Laatst gehoord
last-heard = **{ $when }** { $stream }
not-polled = niet ingepland
poll-due = nu weer ophalen
next-poll = weer ophalen { $when }
stream-mentions = Vermeldingen
stream-comments = Reacties
stream-threads = Reacties onder eigen berichten
stream-dms = Privéberichten
stream-messages = Privéberichten
stream-notifications = Meldingen
stream-quotes = Citaten
stream-tags = Markeringen
stream-visitor-posts = Bezoekersberichten
stream-held = Tegengehouden reacties
stream-spam = Vermoedelijke spam
error-authexpired = Het netwerk neemt de sleutel niet meer aan: hier komt niets binnen.
remedy-authexpired = Het account moet opnieuw worden verbonden. Wat sindsdien kwam, wordt dan opgehaald.
error-ratelimited = Het quotum is op: zo vaak laat het netwerk ons niet vragen.
remedy-ratelimited = Niets te doen. Het ophalen gaat vanzelf verder en haalt in wat ontbreekt.
error-budgetspent = Het geld van deze maand is op: tot het einde van de maand wordt niets gelezen.
remedy-budgetspent = De beheerder kan het maximum verhogen. Kijk tot dan op het netwerk zelf.
error-transient = Het netwerk is nu niet bereikbaar.
remedy-transient = Niets te doen. De volgende keer wordt het opnieuw geprobeerd en opgehaald wat ontbreekt.
error-schemachanged = Het netwerk antwoordt in een vorm die Streife niet kent.
remedy-schemachanged = De aansluiting moet worden aangepast: de beheerder ziet hier de exacte tekst en geeft die aan de techniek. Kijk zolang op het netwerk zelf.
error-refused = Streife leest dit account op dit moment niet.
remedy-refused = De toestemming, de sleutel of een instelling ontbreekt: wat openstaat, staat verderop op deze kaart, de exacte tekst ziet de beheerder hier. Is het verholpen, dan gaat het ophalen vanzelf verder.
error-other = Het ophalen is mislukt.
remedy-other = Het wordt opnieuw geprobeerd. Blijft het zo: de beheerder ziet hier de exacte tekst en geeft die aan de techniek.
error-own-words = Exacte tekst voor de techniek (Engels)
refusals = Niet opgenomen, omdat Streife ze niet kan bewaren · { $n }
refusals-remedy = Lees deze berichten op het netwerk zelf. Achter elk bericht staat waarom het niet is opgenomen.
refusals-more = En { $n } andere; het logboek noemt ze allemaal.
gaps = Gaten: wat niet meteen is gehoord · { $n }
gaps-none = In deze periode is geen gat bekend.
gaps-more = En { $n } oudere; “streife streams” noemt ze allemaal.
gaps-stream = Kanaal
gaps-from = Van
gaps-to = Tot
gaps-between = { $start } tot { $end }
gaps-lasting = Duur
gaps-what = Wat ervan hier is
gap-filled = later opgehaald, volledig
gap-filling = gat, wordt nog geprobeerd
gap-unreadable = aangekomen, maar Streife kan het nog niet lezen: kijk op het netwerk zelf; wordt af en toe opnieuw geprobeerd
gap-lost = verloren, het netwerk geeft het niet meer vrij
gap-late = nog niet opgevraagd
gap-blind = niet leesbaar: zo ver ging de eerste keer ophalen niet terug
silence = { $channel }: stil sinds { $since }, al { $span } kwam er niets hoewel we vroegen
silence-usual = Zo’n lange stilte komt hier minder dan eens per jaar voor. De langste van de weken ervoor: { $longest }. Kijk op het netwerk of daar iets staat.
silence-unsure = Te weinig verkeer om stilte te beoordelen: { $streams }
silence-more = En nog { $n }.
silence-look = Naar de accounts
blind = { $platform } toont nooit: { $what }.
blind-blocked-by = berichten van mensen die het account blokkeren
blind-private-accounts = wat privéaccounts schrijven
blind-encrypted-messages = versleutelde privéberichten
blind-deleted-messages = dat een privébericht is verwijderd
blind-comments-on-old-posts = nieuwe reacties onder oude berichten
blind-comments-on-shares = reacties waar iemand een bericht heeft gedeeld
blind-older-dms = privéberichten van lang voor het verbinden
blind-mentions = eerdere vermeldingen (elke wordt alleen gemeld als ze gebeurt)
blind-stories = verhalen
blind-live-comments = reacties in liveuitzendingen
blind-live-chat = de chat van liveuitzendingen
blind-replies-to-old-threads = nieuwe antwoorden in heel oude reactiereeksen
blind-direct-messages = privéberichten (die zijn er niet)
blind-refused-servers = berichten van servers die de onze weigert
blind-dated-back = berichten die iemand meer dan een week heeft teruggedateerd
blind-without-mention = gesprekken waarin het account niet wordt genoemd
blind-without-mention-elsewhere = gesprekken onder berichten van anderen waarin het account niet wordt genoemd
money = { $spent } van ten hoogste { $cap } deze maand
money-forecast = naar verwachting { $n } aan het einde ervan
money-none = Lezen en schrijven kost hier geld, en er is geen maximum ingesteld: er wordt niets gelezen.
money-spent = Het geld is op. Het gaat verder { $when }, of zodra de beheerder het maximum verhoogt.
money-short = Zo reikt het geld niet tot { $when }: er wordt minder vaak gelezen, zodat het wel reikt.
quota = Dagquotum: { $n } van { $of } eenheden gebruikt, gedeeld door { $accounts ->
    [one] één account
   *[other] { $accounts } accounts
}; opnieuw { $when }
quota-spent = Het dagquotum dat deze accounts delen is op. Het gaat verder { $when }.
consent = Toestemmen
consent-send = Ik stem toe
consent-missing = Zonder toestemming van de agent wordt niets gelezen.
consent-given = Toestemming gegeven { $when }
connect = Verbinden
connect-send = Verbinden
connect-again = Opnieuw verbinden
connect-done = Verbonden
connect-missing = Nog niet verbonden
connect-training = Bij het oefenen wordt niets verbonden.
connect-shut = Verbinden kan pas als de beheerder heeft ingesteld: { $settings }
connect-key = App-wachtwoord
connect-key-why = Maak in de instellingen van het netwerk een app-wachtwoord voor Streife en zet het hier in. Het wordt verzegeld bewaard en nooit meer getoond.
successor = Account overdragen
successor-send = Account overdragen
successor-why = Het account gaat met zijn verloop naar de opvolger. De oude sleutel wordt vernietigd; er wordt pas weer gelezen als de opvolger toestemt en opnieuw verbindt.
successor-who = Aan wie
successor-nobody = Op dit bureau is niemand aan wie het account kan overgaan.
leave = Lezen beëindigen
leave-send = Lezen beëindigen
leave-why = Vanaf nu wordt niets meer gelezen, en de sleutel wordt vernietigd. Je hebt er geen nadeel van.
leave-then = Wat moet er met de overige berichten gebeuren?
leave-erase = na 30 dagen wissen
leave-keep = bewaren
close = Account sluiten
close-send = Account sluiten
close-why = Het account is niet meer nodig: vanaf nu wordt niets meer gelezen, en de sleutel wordt vernietigd.
outlook-stay = Er blijven: { $cases } in zaken, { $handovers } in open overdrachten, { $held } bewaard.
outlook-go = { $n } overige: die zouden vanaf { $day } worden gewist.
export-drop = Gegevensexport inlezen
export-drop-why = Voor alles waar geen koppeling voor is: vraag bij { $platform } je eigen gegevens op en leg het bestand hier neer zoals het komt. Wat er al is, wordt niet verdubbeld.
export-file = Bestand van het netwerk
export-take-in = Inlezen
export-taken = { $new } nieuw, { $known } al aanwezig, { $refused } geweigerd
account-left = Lezen beëindigd { $when }
account-closed = Gesloten { $when }
account-handed-over = Overgedragen { $when }
account-erased = Wat door niets meer wordt gerechtvaardigd, wordt vanaf { $day } gewist.

## Logboek
audit-why = Elke wijziging en elke inzage, aaneengeketend volgens RFC 6962. De controle rekent alles na.
audit-verify = Logboek controleren
audit-holds = Ongewijzigd: { $n } regels. Wortel:
audit-broken = Het logboek is niet meer wat er geschreven werd:
audit-shown = De laatste { $n } regels, nieuwste eerst
audit-number = Nr.
audit-at = Tijd
audit-actor = Wie
audit-act = Wat
audit-subject = Waaraan
audit-detail = Bijzonderheden
audit-raw = Kenmerk
audit-raw-why = Zo staat het in het logboek zelf: onderwerp, handeling, inlognaam. “streife audit --about” neemt het onderwerp.
fact-messages = Berichten
fact-model = Model
fact-intents = Bedoeling per bericht
fact-officer = Persoon
fact-officers = Personen
fact-kind = Aanleiding
fact-reason = Reden
fact-step = Stap
fact-round = Ronde
fact-rung = Gealarmeerd
fact-hours = Tijd
fact-due = uiterlijk
fact-intent = Bedoeling
fact-hostility = Vijandigheid
fact-target = tegen
fact-outcome = Afloop
fact-case = Zaak
fact-cases = Zaken
fact-version = Versie
fact-login = Inlognaam
fact-roles = Rollen
fact-role = Rol
fact-platform = Netwerk
fact-handle = Accountnaam
fact-number = Nummer
fact-section = §
fact-element = Bestanddeel
fact-finding = Bevinding
fact-why = Aanleiding
fact-edition = Uitgave
fact-source = Bron
fact-beats = Wijken
fact-times = Tijden
fact-late = te laat
fact-acts = Berichten
fact-file-number = Dossiernummer
fact-state = Stand
fact-link = Verwijzing
fact-station = Bureau
fact-own = eigen
fact-begins = vanaf
fact-ends = tot
fact-deputy = Vervanging
fact-error = Fout
fact-refused = geweigerd
fact-recipient = Ontvanger
fact-package = Pakket
fact-files = Bestanden
fact-sessions-ended = beëindigde sessies
fact-wording = Bewoording
fact-note = Notitie
fact-before = ervoor
fact-after = nu
fact-to-whom = aan
fact-consent-text = Toestemmingstekst
fact-four-eyes = Goedkeuring
fact-command = Opdracht
fact-result = Resultaat nr.
fact-decision = Beslissing nr.
fact-notice = Melding nr.
fact-escalation = Doorgifte nr.
fact-handover = Overdracht nr.
fact-talk = Gesprek nr.
fact-check = Toets nr.
fact-application = Klacht nr.
fact-reply = Antwoord nr.
fact-capture = Paginakopie nr.
fact-claim = Overname nr.
fact-hold = Bewaring nr.
fact-leave = Afwezigheid nr.
fact-bulk = Verzamelstap nr.
fact-gap = Hiaat nr.
fact-spot-check = Steekproef nr.
fact-sha256 = Controlesom
fact-quoted = “{ $words }”
noted-officer = agent
noted-contact-officer = wijkagent
noted-case-officer = zaakbehandelaar
noted-supervisor = leiding
noted-administrator = beheer
noted-standby = piket
noted-again = nog eens, ook de leiding
noted-heads = leiding en beheer
noted-nobody = niemand aanwezig
noted-office = kantooruren
noted-off = nacht, weekend of feestdag
noted-deleted-by-author = door de maker gewist
noted-account-left = account verlaten
noted-open = nog open
noted-filled = gevuld
noted-lost = verloren
noted-yes = ja
noted-no = nee
actor-machine = Streife zelf
actor-shell = Opdrachtregel ({ $name })
subject-account = Het account { $name }
subject-case = Zaak { $name }
subject-drift = Toezicht op model { $name }
subject-erased = Wissen van bericht { $name }
subject-handover = Overdracht { $name }
subject-message = Bericht { $name }
subject-model = Het model { $name }
subject-notices = Meldingen voor account { $name }
subject-officer = { $name }
subject-nobody = een onbekende inlognaam
subject-page = Pagina { $name }
subject-shift = Dienstwissel { $name }
subject-station = Bureau { $name }
subject-stream = Kanaal { $name }
subject-template = Sjabloon { $name }
subject-view = Weergave { $name }
subject-all-audit = Logboek
subject-all-cases = meerdere zaken
subject-all-credentials = alle sleutels
subject-all-handovers = meerdere overdrachten
subject-all-hooks = meldingen van de netwerken
subject-all-messages = meerdere berichten
act-acted-as = handelde onder deze naam op de opdrachtregel
act-accepted = overdracht aangenomen
act-account-added = account ingeschreven
act-account-connected = account verbonden
act-acknowledge = meldkamer ingelicht
act-answer = antwoord genoteerd
act-assessed = ingeschat
act-audit-read = logboek ingezien
act-bound-into-case = in de zaak veiliggesteld
act-case-closed = zaak gesloten
act-case-exported = dossier uitgegeven
act-case-opened = zaak geopend
act-case-read = zaak ingezien
act-case-sent = zaak doorgestuurd
act-cases-listed = zaken opgesomd
act-correct = verbeterd
act-deleted-by-author = door de maker verwijderd
act-dismiss = afgehandeld
act-drift-examined = verschuiving onderzocht
act-figures-taken = bereik genoteerd
act-finished = overdracht afgerond
act-gap-found = gat opgemerkt
act-handed-over = overgedragen
act-handovers-listed = overdrachten opgesomd
act-harmless = herlezen, onschuldig
act-listed = opgesomd
act-officer-added = persoon ingeschreven
act-officer-activated = aanmelding van een persoon weer mogelijk gemaakt
act-officer-deactivated = aanmelding van een persoon beëindigd
act-password-changed = wachtwoord gewijzigd
act-role-given = rol toegekend
act-role-taken = rol ingetrokken
act-package-written = pakket geschreven
act-poll-failed = ophalen mislukt
act-read = gelezen
act-refused = toegang geweigerd
act-reopen = teruggenomen
act-returned = overdracht teruggegeven
act-setting-changed = instelling gewijzigd
act-sign-in-refused = aanmelding geweigerd
act-signed-in = aangemeld
act-signed-out = afgemeld
act-searched = gezocht
act-view-saved = weergave bewaard
act-view-renamed = weergave hernoemd
act-view-deleted = weergave verwijderd
act-spot-check-drawn = steekproef getrokken
act-media-secured = bijlage veiliggesteld
act-model-not-promoted = model niet overgenomen
act-model-promoted = model overgenomen
act-model-rolled-back = model teruggezet
act-station-added = bureau ingeschreven
act-taken-in = opgenomen
act-tip = tip bevestigd
act-account-closed = account gesloten
act-account-handed-over = account overgedragen
act-account-left = account verlaten
act-account-named = id van het account bij het netwerk genoteerd
act-consent-given = toestemming gegeven
act-consent-noted = toestemming genoteerd (op papier of mondeling)
act-erased = tekst gewist
act-erased-again = tekst opnieuw gewist
act-seen-again = weer op het netwerk
act-gap-filled = gat gevuld
act-gap-narrowed = gat kleiner geworden
act-held = bewaring verlangd
act-hold-ended = bewaring beëindigd
act-key-given-back = sleutel aan het netwerk teruggegeven
act-notices-ordered = meldingen bij het netwerk aangevraagd
act-key-given-up = sleutel opgegeven
act-key-taken-over = sleutel overgenomen
act-keys-rotated = sleutels vernieuwd
act-reply-begun = antwoord wordt verzonden
act-reply-cancelled = antwoord teruggenomen
act-reply-failed = antwoord niet verzonden
act-reply-queued = antwoord klaargelegd
act-reply-returned = antwoord terug naar concept
act-reply-sent = antwoord verzonden
act-sign-in-begun = aanmelding bij het netwerk begonnen
act-webhook-heard = netwerk heeft zich gemeld
act-webhook-refused = vreemde melding geweigerd

## Hulp
help-emergency = Streife is geen alarmlijn. Bel bij gevaar eerst de **meldkamer**, antwoord daarna.
help-keys = Toetsen
help-keys-off = Losse toetsen kun je uitzetten bij je naam rechtsboven.
help-words = Bedoeling
help-hostility = Vijandigheid
help-people = Bij wie je terechtkunt
help-administrators = Rollen, accounts, wachtwoorden: { $names }.
help-no-administrator = Op jouw bureau staat geen beheerder ingeschreven.
help-support = Wat hier te lezen is, kan zwaar zijn. Je hoeft het niet alleen te dragen: collega’s, het team collegiale ondersteuning en de geestelijke verzorging van de politie zijn er voor je.
about-emergency = Gevaar voor lijf, leven of goed, op dit moment.
about-tip = Kan de politie helpen.
about-report = Iemand is zelf slachtoffer en meldt het.
about-question = Wil iets weten.
about-suggestion = Stelt iets voor.
about-praise = Dank, groeten, een vriendelijk praatje.
about-criticism = Spreekt politie of politiek tegen; mag woedend zijn.
about-spam = Reclame en bedrog.
about-other = Al het andere, ook kaal gescheld.
about-insult = Vernedert een persoon of de politie.
about-threat = Dreigt met een daad.
about-incitement = Roept op tot daden of keurt ze goed.
about-hate = Tegen een beschermde groep.
about-doxxing = Verspreidt privégegevens of kondigt dat aan.
about-symbol = Toont verboden symbolen.
about-sexual = Seksuele intimidatie.
about-defamation = Schadelijke bewering over een genoemde persoon.

## Woorden van het werk
intent-emergency = Noodgeval
intent-tip = Tip
intent-report = Aangifte
intent-question = Vraag
intent-suggestion = Suggestie
intent-praise = Lof
intent-criticism = Kritiek
intent-spam = Spam
intent-other = Overig
hostility-insult = Belediging
hostility-threat = Bedreiging
hostility-incitement = Opruiing
hostility-hate = Haat
hostility-doxxing = Doxing
hostility-symbol = Symbool
hostility-sexual = Seksueel
hostility-defamation = Smaad
target-officer = Agent
target-police = Politie
target-official = Ambtenaar
target-group = Groep
target-person = Persoon
target-none = niemand
urgency-acute = Acuut
urgency-today = Vandaag
urgency-routine = Routine
platform-x = X
platform-facebook = Facebook
platform-instagram = Instagram
platform-youtube = YouTube
platform-bluesky = Bluesky
platform-mastodon = Mastodon
kind-post = bericht
kind-comment = reactie
kind-dm = privébericht
state-open = open
state-tip = tip bevestigd
state-handed-over = overgedragen
state-in-case = in een zaak
state-dismissed = afgehandeld
state-done = afgerond
replystate-draft = concept
replystate-queued = klaar
replystate-sending = wordt verzonden
replystate-sent = verzonden
replystate-failed = niet verzonden
handoverstate-waiting = wacht
handoverstate-accepted = aangenomen
handoverstate-returned = teruggegeven
handoverstate-done = afgerond
outcome-true-tip = De tip klopte
outcome-led-further = De tip bracht verder
outcome-nothing-found = Niets gevonden
casestate-open = open
casestate-sent = doorgestuurd
casestate-closed = gesloten
personrole-officer = agent
personrole-official = ambtenaar
personrole-group = groep
personrole-person = persoon
hearing-broken = storing
hearing-overdue = te laat
hearing-never = nog nooit gehoord
hearing-heard = in orde

## Weerklank
weeks-4 = 4 weken
weeks-8 = 8 weken
weeks-26 = Half jaar
no-figures = Nog geen cijfers
no-figures-why = In deze periode kwam niets binnen. Een langere toont misschien meer.
figures-no-officer = Cijfers gaan over bureaus, netwerken en bedoelingen, nooit over afzonderlijke personen.
alarm-none = Er wacht geen noodgeval op de meldkamer.
alarm-maybe = { $n ->
    [one] Eén bericht dat misschien acuut is, wacht.
   *[other] { $n } berichten die misschien acuut zijn, wachten.
}
alarm-unjudged = { $n ->
    [one] Eén bericht is nog niet beoordeeld; het kan een noodgeval zijn.
   *[other] { $n } berichten zijn nog niet beoordeeld; er kunnen noodgevallen bij zijn.
}
alarm-waiting = { $n ->
    [one] Er wacht een noodgeval, al { $age }.
   *[other] Er wachten { $n } noodgevallen, het oudste al { $age }.
}
metric-messages = Berichten per week
metric-tips = Overgedragen tips
metric-helpful = Tips die hielpen
metric-hostile = Vijandig
day = Dag
step = Stap
messages = Berichten
median = Mediaan
low = snelste 10%
high = traagste 10%
sort-talk = Gesprek
sort-help = Tip, aangifte, noodgeval
sort-criticism = Kritiek
sort-hostile = Vijandig
chart-messages = Berichten per dag
chart-more = Er wordt meer geschreven: { $share } boven de eerste helft
chart-fewer = Er wordt minder geschreven: { $share } onder de eerste helft
chart-messages-sub = Berichten per dag en soort
chart-intent = Bedoelingen
chart-intent-first = Meest voorkomende herkenbare bedoeling: { $label }, { $share }
chart-intent-sub = Berichten naar bedoeling, zoals ingeschat of verbeterd
chart-platform = Netwerken
chart-platform-first = De meesten schrijven via { $label }: { $share }
chart-platform-sub = Berichten naar netwerk
chart-look = Tot de eerste blik
chart-look-longest = Het langst ongezien blijft { $label }: { $span }
chart-answer = Tot het eerste antwoord
chart-answer-longest = Het langst wacht men bij { $label }: { $span }
chart-waits-sub = Mediaan en middelste 80%, week vanaf { $week }. Wie nog wacht, telt mee (Kaplan en Meier).
waits-none = Week vanaf { $week }: te weinig voor een cijfer. Wat nog wacht, staat hieronder en in de tabel.
waits-few = te weinig voor een cijfer
waits-open = nog niet bekend
waits-unsaid = –
waits-together = Alles samen
waits-still = Wachten nog
waits-oldest = Oudste sinds
waits-look = { $n ->
    [0] In de hele periode wacht geen bericht meer op een blik.
    [one] In de hele periode wacht nog één bericht op een blik.
   *[other] In de hele periode wachten nog { $n } berichten op een blik.
}
waits-answer = { $n ->
    [0] In de hele periode staat geen bericht meer onbeantwoord open.
    [one] In de hele periode staat nog één bericht onbeantwoord open.
   *[other] In de hele periode staan nog { $n } berichten onbeantwoord open.
}
waits-since = Het oudste kwam { $age } geleden binnen.
waits-rule = Tijden staan er alleen waar minstens { $messages } berichten aan minstens { $officers } mensen met een account zo ver kwamen en op niemand meer dan de helft valt: anders was het de tijd van één persoon. Gerekend wordt vanaf aankomst bij Streife; wat een gestoord kanaal te laat bracht, maakt niemand traag.
figures-gaps = In deze periode ontbreken berichten; de cijfers zijn daar te laag:
figures-gap = { $n ->
    [one] { $place }: één kanaal, { $first } tot { $last }, samen { $lasting }
   *[other] { $place }: { $n } kanalen, { $first } tot { $last }, samen { $lasting }
}
figures-gaps-look = Gaten bij de accounts bekijken
chart-tips = De weg van de tips
chart-tips-helpful = { $share } van de aangenomen tips hielp
chart-tips-sub = Van de inschatting tot de uitkomst; mensen bevestigen ook wat niet was voorgesteld
tips-suggested = voorgesteld
tips-confirmed = bevestigd
tips-handed-over = overgedragen
tips-accepted = aangenomen
tips-helpful = hielpen

## Zo oordeelt Streife
door-judgement = Zo oordeelt Streife
judge-lead = Streife leest elk bericht als eerste en stelt voor wat het is en hoe dringend. Beslissen doe jij. Deze pagina toont wanneer je het voorstel kunt vertrouwen en wanneer niet.
judge-model = Model { $version }
judge-day = geleerd op { $day }
judge-examples = { $n } voorbeelden
judge-for = Waarvoor
judge-for-sort = Berichten aan politieaccounts sorteren, zodat het dringende eerst wordt gelezen.
judge-for-suggest = Bedoeling, vijandigheid en doelwit voorstellen en de woorden tonen die de doorslag gaven.
judge-for-abstain = Zich onthouden waar de tekst geen zeker voorstel draagt.
judge-not-for = Waarvoor niet
judge-not-people = Over mensen oordelen: het kent alleen teksten.
judge-not-offence = Strafbare feiten vaststellen: dat toetsen politie en Openbaar Ministerie.
judge-not-other = Andere teksten lezen: verklaringen, dossiers en chats zijn er vreemd aan.
judge-not-call = Het alarmnummer vervangen.
judge-sees = Waar het naar kijkt
judge-sees-words = De woorden, ook vermomd geschreven.
judge-sees-meaning = De betekenis van de zinnen, ook zonder opvallende woorden.
judge-sees-rules = Vaste regels voor wat nooit gemist mag worden: zelfdoding, aanval, levensgevaar, brand.
judge-unseen-writer = Niet wie schrijft: geen naam, geen profiel, geen foto, geen plaats.
judge-unseen-around = Niet het gesprek; alleen voor een noodgeval in stukjes wat dezelfde persoon er kort voor en na schreef.
judge-trial = Een zin uitproberen
judge-trial-box = Jouw zin
judge-trial-example = Zoals: Bij het station staat sinds maandag een fiets zonder slot, hij lijkt op die van jullie foto.
judge-trial-send = Inschatten
judge-trial-kept = Tot { $n } tekens. Niets ervan wordt bewaard.
judge-trial-empty = Hier staat nog geen tekst. Schrijf een zin, dan komt de inschatting.
judge-trial-long = Dit zijn { $n } tekens, er passen er hoogstens { $most }. Maak het korter; er is niets ingeschat.
judge-read-as = gelezen als { $name }
judge-read-foreign = waarschijnlijk { $name }: dat kent het niet
judge-figures = Wat het goed doet en wat niet
judge-figures-from = Gemeten aan { $n } geschreven voorbeelden waarvan het de stemmen bij het leren niet kende. Geen ervan is een echt bericht.
judge-figures-desk = Gemeten aan { $n } teksten waarvan het de stemmen bij het leren niet kende: geschreven voorbeelden, en berichten die mensen hier hebben verbeterd.
judge-no-figures = Voor dit model zijn er geen metingen. Lees elk voorstel met bijzondere voorzichtigheid.
judge-measured = Gemeten aan { $n } teksten.
judge-finding-emergencies = Van { $base } noodgevallen staan er { $n } bovenaan.
judge-not-on-top = { $n ->
    [0] Geen bleef in de toets onderaan. Reken daar niet op: mensen lezen verder mee.
    [one] Eén staat verder naar onderen. Daarom blijft elk bericht in de lijst en lezen mensen verder.
   *[other] { $n } staan verder naar onderen. Daarom blijft elk bericht in de lijst en lezen mensen verder.
}
judge-finding-alarms = Van { $base } berichten bovenaan zijn er { $n } echt een noodgeval.
judge-finding-everyday = In het dagelijkse werk zijn van { $base } berichten bovenaan er ongeveer { $n } echt een noodgeval.
judge-on-top-why = De andere zijn vals alarm. Dat is de bedoeling: liever een keer te veel kijken dan een noodgeval missen.
judge-in-tests = In de voorbeelden, waar noodgevallen vaker zijn dan in het dagelijkse werk, { $n } van { $base }.
judge-finding-tips = Van { $base } tips en aangiften herkent het er { $n }.
judge-named-tips = Van { $base } die het zo noemt, zijn er { $n } dat echt.
judge-finding-hostile = Van { $base } vijandige teksten herkent het er { $n }.
judge-named-hostile = Van { $base } die het vijandig noemt, zijn er { $n } dat echt.
judge-finding-lawful = Van { $base } teksten met geoorloofde kritiek of aangehaalde haat noemt het er { $n } ten onrechte vijandig.
judge-lawful-hate = Haat noemt het er { $n } van { $base }.
judge-finding-abstained = Bij { $n } van { $base } teksten onthoudt het zich.
judge-abstained-why = Dan staat er “onthoudt zich”: lees zelf.
judge-abstained-sure = Waar het zich vastlegt, klopt de bedoeling bij { $n } van { $base }.
judge-kind-intent = De bedoelingen een voor een
judge-kind-intent-first = Het best herkent het { $best }, het slechtst { $worst }
judge-kind-hostility = De vijandigheid in detail
judge-kind-hostility-first = Het best herkent het { $best }, het slechtst { $worst }
judge-pairs-sub = Gevonden: hoeveel van de echte het herkent. Juist: hoeveel van de voorstellen kloppen.
judge-found = gevonden
judge-right = juist
judge-texts = Teksten
judge-percent = Wat een procent waard is
judge-percent-first = { $n ->
    [one] Bij de bedoeling liggen zekerheid en werkelijkheid gemiddeld één punt uiteen.
   *[other] Bij de bedoeling liggen zekerheid en werkelijkheid gemiddeld { $n } punten uiteen.
}
judge-percent-sub = Naar rechts: hoe zeker het was. Naar boven: hoe vaak het klopte. Op de lijn houdt het woord, eronder is het te zeker, erboven te voorzichtig. Grote punten staan voor veel teksten.
judge-percent-table = Staat er bij 100 berichten “80%”, dan moet het bij 80 kloppen. De tabel toont hoe ver dat er gemiddeld naast zit.
judge-diagram-alt = { $label }: hoe zeker het was en hoe vaak het klopte
judge-points = { $n ->
    [one] één punt
   *[other] { $n } punten
}
judge-points-off = { $n ->
    [one] één punt ernaast
   *[other] { $n } punten ernaast
}
judge-off = Gemiddeld ernaast
judge-said = zei
judge-came = klopte
judge-fair = Wie het ten onrechte vijandig noemt
judge-fair-mean = Van { $base } onschuldige teksten noemt het er { $n } vijandig.
judge-fair-why = Wie een groep alleen noemt of geoorloofde kritiek uit, mag niet vaker worden getroffen dan anderen. Te vaak betekent: meer dan twee keer zo vaak als gemiddeld.
judge-alarms-far = Te vaak: { $label }, { $n } van { $of } ten onrechte
judge-alarms-chance = Misschien te vaak: { $label }, { $n } van { $of }; bij zo weinig teksten kan het toeval zijn
judge-alarms-even = Nergens meer dan het dubbele van het gemiddelde; het meest: { $label }, { $n } van { $of }
judge-alarms-none = Geen enkele van deze teksten wordt ten onrechte vijandig genoemd
judge-alarms-language = Alle onschuldige teksten, naar taal.
judge-alarms-group = Onschuldige teksten die iemand noemen, naar groep.
judge-alarms-complaints = Kritiek en meldingen die iemand noemen, naar groep: wie zich als betrokkene beklaagt.
judge-alarms-lawful = Geoorloofde kritiek en aangehaalde haat, naar taal.
judge-alarms-lines = De streep toont waar het ware aandeel met 95% zekerheid ligt: hoe minder teksten, hoe langer. Gestippeld het gemiddelde van alle onschuldige teksten, gestreept het dubbele.
judge-between = 95% zeker tussen
group-muslims = Moslims
group-jews = Joden
group-roma = Sinti en Roma
group-black-people = Zwarte mensen
group-origin = andere herkomst
group-refugees = Vluchtelingen
group-gay-and-trans-people = Homo’s, lesbiennes, trans mensen
group-women = Vrouwen
group-disabled-people = Mensen met een beperking
group-christians = Christenen
group-police = de politie zelf
judge-alarmed = Wat
judge-share = Ten onrechte
judge-mistakes = Waar het faalt
judge-mistakes-why = Geschreven voorbeelden, geen echte berichten: eerst gemiste noodgevallen, dan geoorloofde kritiek die het vijandig noemde, gemiste vijandigheid, verloren tips.
judge-nothing-hostile = niets vijandigs
judge-mistake = Juist was { $expected }, het zei { $said }.
judge-learnt = Waarvan het heeft geleerd
judge-learnt-examples = { $n } voorbeelden, voor dit project door taalmodellen in veel stemmen geschreven ({ $languages }). Ze horen bij het project.
judge-learnt-parts = Het model leerde van { $train } daarvan; aan { $calibration } andere zijn de drempels ingesteld, aan { $test } is het getoetst. { $mentions ->
    [0] Geen schrijver
   *[other] Aan { $mentions } onschuldige vermeldingen van groepen worden alleen valse alarmen geteld. Geen schrijver
 } staat in twee van deze delen.
judge-learnt-desk = { $n } teksten ({ $languages }): voorbeelden, voor dit project door taalmodellen geschreven, en { $corrections } berichten die mensen hier hebben verbeterd.
judge-language-count = { $name } { $n }
judge-learnt-germeval2018 = GermEval 2018, trainingsdeel (CC BY 4.0): beledigingen en hetze in het Duits.
judge-learnt-gahd = GAHD, trainingsdeel (CC BY 4.0): met opzet moeilijke haat in het Duits.
judge-learnt-davidson = Davidson en anderen (MIT): haat in het Engels.
judge-learnt-no-text = In het model zelf staat geen tekst, alleen getallen.
judge-lines = Waar het de grens trekt
judge-line-emergency = Noodgeval vanaf { $emergency }. Al vanaf { $acute } staat een bericht als “misschien acuut” bovenaan.
judge-line-intent = Onder { $share } zekerheid onthoudt het zich over de bedoeling, waar niets vijandig is.
judge-line-tip = “Tip” of “Aangifte” zegt het al als beide samen { $share } van de kans van de volgende bedoeling halen: geen tip mag verloren gaan.
judge-line-hostile = Vijandig vanaf { $hostile }. Vanaf { $doubt } kan het dat zijn: dan onthoudt het zich.
judge-line-open = Wat het openlaat, is vandaag te lezen en nooit verborgen.
judge-limits = Wat de cijfers niet zeggen
judge-limit-written = Gemeten vooral aan geschreven voorbeelden. Echte berichten zijn deels makkelijker, deels vreemder.
judge-limit-denser = De voorbeelden bevatten veel meer noodgevallen en vijandigheid dan het dagelijkse werk. Daar is het aandeel valse alarmen hoger.
judge-limit-irony = Ironie, bedekte dreigementen en rustig geschreven noodgevallen mist het het vaakst.
judge-limit-context = Wat alleen in zijn samenhang dreigt of waarschuwt, ontgaat het. Alleen voor een noodgeval in stukjes leest het mee wat dezelfde persoon er kort voor en na schreef.
judge-limit-languages = Het leerde vooral van Duitse teksten, minder van Engelse, Nederlandse en Zweedse. In andere talen is op het voorstel geen peil te trekken.
judge-limit-long = Van teksten boven 8.000 tekens leest het begin en eind, niet het midden; de betekenis vat het al vanaf 1.000 tekens zo.
judge-limit-rules = De vaste regels zijn geschreven met zicht op de voorbeelden: hun deel in de cijfers is wat te gunstig.
judge-reread = Wat het herlezen hier toont
judge-reread-none = Er is nog niets herlezen; getrokken zijn er { $n }. Een kleine steekproef van wat het onschuldig vindt, ligt in de triage klaar om te herlezen: alleen zo wordt geteld wat het mist.
judge-reread-found = { $n ->
    [0] Van { $of } herlezen berichten die het onschuldig vond, was er geen meer dan dat.
    [one] Van { $of } herlezen berichten die het onschuldig vond, was er één meer dan dat.
   *[other] Van { $of } herlezen berichten die het onschuldig vond, waren er { $n } meer dan dat.
}
judge-reread-range = Van 1.000 die het onschuldig vindt, mist het dus tussen { $low } en { $high }, met 95% zekerheid.
judge-reread-sub = Het bereik geldt voor { $drawn } die minstens twee weken geleden zijn getrokken. Daarvan niet herlezen: { $open }. Die tellen onderaan als onschuldig en bovenaan als gemist; zo verschuift het niet door wat iemand kiest om te lezen (volgens Horowitz en Manski, uiteinden exact volgens Clopper en Pearson).
judge-reread-early = Hier staat een bereik zodra er iets minstens twee weken geleden is getrokken: daarvoor is vooral beantwoord wat in het dagelijkse werk opviel.
judge-reread-least = Minstens
judge-reread-all = Gemist
judge-reread-what = Wat
judge-reread-misses = Gevonden
judge-reread-between = 95% zeker tussen
percent-tenth = { $n }%
miss-emergency = Noodgevallen
miss-tip = Tips, aangiften
miss-hostile = Vijandigheid
judge-drift = Past het nog bij wat hier binnenkomt?
drift-steady = Ja: wat laatst kwam, lijkt op waarmee het hier begon.
drift-watch = Er verschuift iets: houd het in het oog.
drift-alarm = Wat nu binnenkomt, verschilt duidelijk van waarmee Streife hier begon. De voorstellen kloppen misschien minder vaak.
drift-none = Nog niet vergeleken. Dat gebeurt één keer per dag vanzelf.
drift-early = Nog geen vergelijking mogelijk: de eerste vier weken onder dit model duren tot { $day }.
drift-few = Te weinig berichten voor een vergelijking: { $before } in de eerste vier weken, { $now } de laatste tijd. Van elk zijn er { $enough } nodig.
drift-windows = In het begin: { $before }. De laatste tijd: { $now }.
drift-window = { $n } berichten van { $first } tot { $last }
drift-aspect = Wat
drift-before = In het begin
drift-now = De laatste tijd
drift-index = PSI
drift-level = Verschuiving
drift-scale = PSI is de stabiliteitsindex: vanaf 0,1 verschoven, vanaf 0,25 sterk, mits het meer is dan het toeval verklaart. Getallen zijn gemiddelden of aandelen.
drift-sort = { $aspect }, vooral { $sort }
drift-look = Meer
drift-remedy = Wat nu helpt
drift-remedy-reread = Berichten laten herlezen: de steekproef toont of er echt meer wordt gemist.
drift-remedy-correct = Verkeerde voorstellen in de triage verbeteren: daarvan leert het.
drift-remedy-learn = Vanaf 20 verbeteringen “streife learn” uitvoeren (beheer): alleen wat beter is, wordt overgenomen.
drift-remedy-cause = Vragen wat erachter zit: een gebeurtenis, een campagne, een nieuw account. Soms gaat het vanzelf over.
drift-remedy-language = Een taal die het niet kent: vertrouw daar geen voorstel, en laat iemand lezen die haar spreekt.
aspect-sureness = Hoe zeker het van de bedoeling is
aspect-emergency = Hoe dicht bij een noodgeval
aspect-hostility = Hoe dicht bij vijandigheid
aspect-intent = Bedoelingen
aspect-abstention = Onthoudingen
aspect-language = Talen
aspect-words = Woorden die het niet kent
level-steady = geen
level-watch = merkbaar
level-alarm = sterk
judge-correct = Een verkeerd voorstel? Kies in de triage “Verbeteren”: jouw beslissing geldt.
judge-save = Alle waarden opslaan

## Suche und Wellen (Q)
queue = Berichten
search = Zoeken
search-all = Overal zoeken
search-clear = Zoeken beëindigen
none-found = Niets gevonden
none-found-why = Er wordt gezocht in de woorden van het bericht en in de naam van de afzender, ook in andere vormen van een woord.
filter-language = Taal
filter-period = Periode
filter-first = Van
filter-last = Tot en met
filter-state = Stand
filter-view = Weergave
filter-unknown = onbekend
filter-strange = In de link staat iets dat hier niets (meer) betekent: { $names }. Het blijft buiten beschouwing.
period-today = vandaag
period-yesterday = gisteren
period-week = laatste 7 dagen
period-month = laatste 30 dagen
saved-views = Weergaven
saved-none = Een zoekopdracht of filters die je vaker nodig hebt, kun je hier onder een naam bewaren.
view-name = Naam van de weergave
view-name-example = Zoals: vragen over het stadsfeest
view-keep = Weergave bewaren
view-delete = “{ $name }” verwijderen
view-link = Link naar deze weergave, bijvoorbeeld voor een collega. Iedereen ziet er alleen in wat hij of zij mag zien.
wave = Golf · { $n }
copies = Gelijkluidend · { $n }
in-a-row = Gesprek · { $n }
thread-waits = { $n ->
    [one] nog een in het gesprek
   *[other] nog { $n } in het gesprek
}
wave-title = Golf tegen { $to }
wave-title-hostile = Golf tegen { $to }
wave-messages = { $n } berichten
wave-more = meer dan { $n } berichten
wave-people = { $n ->
    [one] één account
   *[other] { $n } accounts
}
wave-peak = De meeste kwamen in het uur vanaf { $when }: { $n }.
wave-peak-day = De meeste kwamen op { $when }: { $n }.
wave-wordings = { $n ->
    [one] Eén tekst
   *[other] { $n } teksten
}
wave-wordings-more = Daarnaast { $wordings } zeldzamere teksten in { $n } berichten.
wave-all = Alle { $n } met hun tijd
wave-when = Verzonden
wave-who = Van
times = { $n } ×

## Tastatur, Sammeln, gemeinsam (B)
undo-why = Neemt precies dat terug. Beide blijven in het logboek.
undo-of = Ongedaan maken: { $what }
done-reopen = Weer geopend
dismiss-acute = Dit lijkt op een noodgeval, en nog niemand heeft het bevestigd. Zeg in eigen woorden waarom er niets te doen is.
keys-help = Alle toetsen
keys-move = Bewegen
keys-decide = Beslissen
keys-many = Meerdere tegelijk
keys-form = In formulieren
key-open = Het eerste openen
key-search = Zoeken
key-shift-x = Shift X
key-enter = Enter
key-ctrl-enter = Ctrl Enter
key-quick = Een reden met haar cijfer kiezen en verzenden
key-send = Verzenden
key-send-text = Verzenden, ook vanuit een tekstveld
key-close = Sluiten; wat je schreef blijft als concept
quick-reasons = Eén cijfer is genoeg:
pick = Selecteren of deselecteren
pick-to-here = Tot hier selecteren
is-picked = gekozen
pick-none = Selectie opheffen
picked = { $n } geselecteerd
pick-all = Alles van deze weergave selecteren
pick-wave = Alle { $n } selecteren
bulk-takes = { $n ->
    [0] Geen ervan past
    [one] 1 bericht
   *[other] { $n } berichten
}
bulk-kind = { $n } × { $kind }
bulk-hostile = { $n ->
    [one] Ook het vijandige meenemen
   *[other] Ook de { $n } vijandige meenemen
}
bulk-no-case = Er is geen open zaak. Open er een vanuit een enkel bericht.
bulk-dismiss-send = { $n } afhandelen
bulk-tip-send = { $n } als tip bevestigen
bulk-hand-over-send = { $n } overdragen
bulk-case-send = { $n } in de zaak veiligstellen
bulk-dismissed = { $n ->
    [one] 1 bericht afgehandeld
   *[other] { $n } berichten afgehandeld
}
bulk-tipped = { $n ->
    [one] 1 tip bevestigd
   *[other] { $n } tips bevestigd
}
bulk-handed = { $n ->
    [one] 1 bericht overgedragen
   *[other] { $n } berichten overgedragen
}
bulk-bound = { $n ->
    [one] 1 bericht in de zaak veiliggesteld
   *[other] { $n } berichten in de zaak veiliggesteld
}
bulk-left-out = { $n } weggelaten
spared-acute = { $n ->
    [one] 1 acuut bericht blijft erbuiten: bekijk het apart
   *[other] { $n } acute blijven erbuiten: bekijk ze een voor een
}
spared-unjudged = { $n ->
    [one] 1 is nog niet ingeschat en blijft erbuiten
   *[other] { $n } zijn nog niet ingeschat en blijven erbuiten
}
spared-hostile = { $n ->
    [one] 1 vijandig bericht blijft erbuiten
   *[other] { $n } vijandige blijven erbuiten
}
spared-changed = { $n ->
    [one] 1 is intussen veranderd
   *[other] { $n } zijn intussen veranderd
}
spared-settled = { $n ->
    [one] Bij 1 past de stap niet meer
   *[other] Bij { $n } past de stap niet meer
}
spared-not-yours = { $n ->
    [one] Over 1 beslissen anderen
   *[other] Over { $n } beslissen anderen
}
here-now = { $n ->
    [one] { $who } is nu hier
   *[other] { $who } zijn nu hier
}
claim = Ik neem dit op me
claim-let-go = Weer loslaten
claim-take-over = Van { $who } overnemen
claim-mine = Jij bent ermee bezig sinds { $since }
claim-theirs = { $who } is ermee bezig sinds { $since }
claim-mine-short = Jij
met-tip = { $who } bevestigde dit { $when } als tip.
met-dismiss = { $who } handelde het bericht { $when } af.
met-correct = { $who } verbeterde de inschatting { $when }.
met-acknowledge = { $who } lichtte { $when } de meldkamer in.
met-answer = { $who } noteerde { $when } dat er is geantwoord.
met-reopen = { $who } opende het bericht { $when } weer.
met-harmless = { $who } las het { $when } opnieuw: onschuldig.
met-undo = { $who } nam { $when } een beslissing terug.
met-handed-over = { $who } droeg het bericht { $when } over.
met-answered-handover = { $who } beantwoordde de overdracht { $when }.
met-in-case = { $who } stelde het bericht { $when } in een zaak veilig.
met-reply = { $who } antwoordde { $when }.
met-edited = Wie dit schreef, heeft de tekst intussen veranderd.
met-deleted = Wie dit schreef, nam het bericht { $when } terug.
met-judged = Het bericht is intussen opnieuw ingeschat of geopend.
met-nothing-lost = Er is niets overschreven. Wat je schreef, blijft als concept.
met-look = Bekijken hoe het er nu voor staat
did-undo = { $who } maakte de laatste beslissing ongedaan
act-undo = beslissing ongedaan gemaakt
act-claimed = op zich genomen
act-claim-taken-over = van iemand overgenomen
act-claim-released = weer losgelaten
act-bulk-tip = meerdere als tip bevestigd
act-bulk-dismiss = meerdere afgehandeld
act-bulk-hand-over = meerdere overgedragen
act-bulk-add-to-case = meerdere in een zaak veiliggesteld
act-bulk-undone = verzamelde stap ongedaan gemaakt

## Alarmierung und Dienststelle (C)
door-station = Bureau
answer-automatic = automatisch eerste antwoord
acute-waits = wacht al { $span }
acute-called = Stap { $step }, { $when }: { $names } gealarmeerd
acute-heads = Niemand staat als piket ingeschreven. Stap { $step }, { $when }: { $names } gealarmeerd
acute-nobody = Er is niemand om te alarmeren ({ $when }). Handel zelf en licht de beheerders in.
acute-tone = Alarmtoon
setting-sound = Geluid bij noodgevallen
setting-sound-why = De browser laat pas geluid toe als je na het laden een keer op de pagina hebt geklikt.
setting-sound-try = Geluid proberen
setting-badge = Aantal noodgevallen in de titel van het tabblad
station-which = Bureau
standby-nobody-office = Voor kantoortijd staat niemand als piket ingeschreven
standby-nobody-off = Voor nachten, weekenden en feestdagen staat niemand als piket ingeschreven
standby-heads = Een noodgeval dat niemand bevestigt, gaat dan naar allen die hier leiden of beheren: { $names }.
standby-nobody-at-all = Hier is helemaal niemand actief: een noodgeval bereikt dan geen mens. Schrijf iemand in.
standby-now-office = Het is nu kantoortijd
standby-now-off = Het is nu nacht, weekend of feestdag
standby-first = eerst wordt { $name } gealarmeerd
standby-waiting = { $n ->
    [0] Er wacht nu geen noodgeval
    [one] Er wacht één noodgeval, doorgegeven: { $passed }
   *[other] Er wachten { $n } noodgevallen, doorgegeven: { $passed }
}
standby-no-mail = Zonder e-mailadres, dus alleen op het scherm te bereiken: { $names }
standby-lists = Piket
standby-off = ’s Nachts, in het weekend, op feestdagen
standby-office = Tijdens kantoortijd
standby-choose = Kies in de volgorde waarin wordt gealarmeerd
standby-begin = Kantoortijd van
standby-end = tot
standby-hours-why = Er wordt van voren naar achteren gealarmeerd, dan begint de lijst opnieuw en hoort de leiding ervan. Feestdagen gelden voor { $land }.
standby-pace = Termijnen
standby-minutes = Minuten tot de volgende wordt gealarmeerd
standby-maybe = Minuten waar de inschatting zich onthoudt (“misschien acuut”)
standby-pace-why = Geteld vanaf ontvangst, en na elke stap opnieuw, tot iemand bevestigt. Heeft het account niemand meer, dan wordt meteen gealarmeerd.
first-answer = Automatisch eerste antwoord verzenden
first-answer-why = Eén keer per gesprek, in de taal van het bericht, namens het account: wie je bij nood belt en dat hier niet dag en nacht wordt gelezen. Het vervangt geen antwoord en houdt geen alarmering tegen.
first-answer-words = Tekst
first-answer-source = Controleer de nummers bij de eigen meldkamer. Na te lezen: { $source }
standby-save = Plan opslaan
standby-saved = Opgeslagen, vanaf nu van kracht
act-standby-arranged = alarmplan gewijzigd
act-escalated = noodgeval doorgegeven
act-alarm-kept = bewerkt noodgeval wacht verder
act-not-judged = niet machinaal leesbaar, wacht op een mens
act-reopened-by-edit = na wijziging weer open
act-reopened-by-verdict = na de inschatting weer open: acuut
act-first-answer-queued = automatisch eerste antwoord geschreven
station-alarm = Alarmering

## Benachrichtigung und Abschnitte (D)
proposal-other = Iemand anders
proposal-who = { $who } · { $beat }
proposal-names = noemt “{ $said }”
proposal-names-as = noemt “{ $said }” ({ $place })
proposal-perhaps = misschien “{ $said }”
proposal-perhaps-as = misschien { $place } (“{ $said }”)
proposal-profile = het profiel noemt { $place }
proposal-stands-in = vervangt { $who } tot { $when }
proposal-several = Er passen meer wijken. Maak een keuze.
proposal-guess = Niet zeker. Controleer en kies.
proposal-none = Geen bekende plaats genoemd. Hier staan ze allemaal.
proposal-away = { $beat }: afwezig, en niemand vervangt.
proposal-vacant = { $beat }: voor deze wijk staat niemand ingeschreven.
receiver-away = { $who } is afwezig tot { $when }.
receiver-deputy = { $who } vervangt.
receiver-no-deputy = Niemand vervangt.
in-beat = Wijk { $beat }
ask-back = Navragen
ask-back-why = Tot het antwoord komt is de afzender van de overdracht aan zet. De termijn loopt door.
ask-back-send = Vragen
form-question = Wat moet je weten?
answer-back = Antwoorden
answer-back-send = Antwoorden
form-answer-back = Jouw antwoord
asks-back = { $who } vraagt:
replies-back = { $who } antwoordt:
question-withdrawn = Er is niemand meer om te antwoorden. Beslis zonder antwoord.
asked-back = Navraag gedaan
withdraw = Terughalen
tell-citizen = Bericht voorbereiden
tell-true-tip = Hartelijk dank voor je tip. Hij klopte, de collega’s ter plaatse zijn ermee bezig.
tell-led-further = Hartelijk dank voor je tip. Hij heeft ons verder geholpen.
tell-nothing-found = Hartelijk dank dat je je hebt gemeld. We hebben gekeken en deze keer niets gevonden. Meld je gerust weer.
form-for-citizen = Wat de burger mag weten (vrijwillig)
form-for-citizen-why = Het wordt een concept. Verzenden doet alleen wie het account bezit.
side-asked = Van mij, { $n ->
    [one] één navraag
   *[other] { $n } keer navraag
}
side-station = Bureau { $n }
watch = { $n ->
    [one] Eén overdracht onderweg
   *[other] { $n } overdrachten onderweg
}
watch-late = { $n } te laat
watch-why = Hier staat nooit een tekst, alleen wie aan zet is en tot wanneer.
watch-none = Er is niets onderweg
watch-none-why = Zodra op jouw bureaus iets wordt overgedragen, staat het hier met zijn termijn.
watch-way = { $who } aan { $to }
watch-away = afwezig
move = Verplaatsen
move-send = Verplaatsen
absence = Afwezigheid
absence-none = Niemand is afwezig gemeld.
absence-span = { $first } tot { $last }
absence-deputy = { $who } vervangt
absence-no-deputy = niemand vervangt
absence-nobody = Niemand
plan-leave = Afwezigheid inschrijven
plan-leave-send = Inschrijven
cancel-leave = Opheffen
form-deputy = Vervanging
form-who-away = Wie is afwezig
did-withdraw = { $who } nam de overdracht terug
did-move = Ging van { $who } naar iemand anders
handoverstate-asked = navraag
handoverstate-withdrawn = teruggenomen
handoverstate-moved = verplaatst
bell = Nieuws voor mij
bell-new = { $n ->
    [0] Niets nieuws
    [one] Eén nieuwe mededeling
   *[other] { $n } nieuwe mededelingen
}
bell-aloud = { $n ->
    [one] nieuwe mededeling aan mij
   *[other] nieuwe mededelingen aan mij
}
bell-more = { $n }+
bell-none = Nog geen mededeling
bell-none-why = Overdrachten, termijnen en noodgevallen die jou aangaan, staan hier.
notice-open = Openen
notice-escalated = Er wacht een noodgeval op je
notice-handed-over = Er wacht een overdracht op je
notice-handover-due = De termijn loopt bijna af
notice-handover-late = De termijn is verstreken
notice-handover-returned = Een overdracht kwam terug
notice-handover-done = Een overdracht is afgerond
notice-handover-asked = Navraag over jouw overdracht
notice-handover-answered = Jouw vraag is beantwoord
notice-handover-withdrawn = Een overdracht is teruggehaald
notice-handover-moved = Een overdracht ging naar iemand anders
notice-handover-orphaned = Een overdracht had niemand meer
notice-digest = Bij de wisseling van de dienst
notice-abuse = Een bericht is van je overgenomen
notice-approval-wanted = Er wacht een antwoord op jouw goedkeuring
notice-approval-given = Jouw antwoord is goedgekeurd
notice-approval-orphaned = Niemand kan een wachtend antwoord nog goedkeuren; er ontbreekt een rol
notice-reply-returned = Jouw antwoord is niet verzonden: het kwam terug, of het bericht is gewijzigd of verwijderd
notice-replies-stopped = Antwoorden van iemand die zich niet meer aanmeldt, zijn niet verzonden; iemand anders moet ze schrijven
notice-emergencies = { $n ->
    [one] één noodgeval zonder bevestiging
   *[other] { $n } noodgevallen zonder bevestiging
}
notice-waiting = { $n } open
notice-handovers = { $n ->
    [one] één overdracht aan jou
   *[other] { $n } overdrachten aan jou
}
notice-overdue = { $n } te laat
notice-minutes = al { $span } zonder bevestiging
beats = Wijken
beats-none = Nog geen wijken
beats-none-why = Met een lijst van straten of met omtrekken stelt Streife voor naar wie een tip gaat.
beats-map = Kaart van de wijken
beat-more = en nog { $n }
beat-deputy = vervanging { $who }
beat-vacant = Niemand ingeschreven
beat-vacant-deputy = Niemand ingeschreven, { $who } vervangt
assign = Toewijzen
assign-send = Toewijzen
beats-try = Uitproberen: waarheen zou een tip met deze woorden gaan?
beats-try-example = Zoals: In de Lindenstr. 7 staat een vreemde auto
beats-import = Wijken inlezen
beats-import-why = CSV met de kolommen beat, place en, waar bekend, officer, deputy, numbers. Of GeoJSON: vlakken zijn wijken, benoemde punten en lijnen de plaatsen daarin.
beats-file = Bestand
beats-reading = Bestand wordt gelezen
beats-bad = { $n ->
    [one] Er is niets gewijzigd. Eén plek klopt niet:
   *[other] Er is niets gewijzigd. { $n } plekken kloppen niet:
}
beats-holds = Daarin: { $n } wijken met { $places } plaatsen
beats-go = Vervallen: { $names }
beats-take = Overnemen
post = E-mail
post-training = Bij het oefenen gaat geen e-mail uit.
post-off = E-mail is niet ingesteld: smtp_host en smtp_from ontbreken. Alles staat alleen op het scherm.
post-ok = Laatst ging alles de deur uit.
post-failing = Sinds { $since } bereikt geen e-mail { $who }.
post-no-address = { $n ->
    [one] Zonder e-mailadres: { $names }
   *[other] Zonder e-mailadres zijn er { $n }: { $names }
}
shifts = Wisseling van de dienst
shifts-why = Op deze tijden zien allen die hier werken in getallen wat er wacht: op het scherm en per e-mail. Leeg betekent: helemaal niet.
shifts-times = Tijden, gescheiden door komma’s
shifts-keep = Overnemen
station-beats = Wijken
station-post = E-mail
act-answered-back = navraag beantwoord
act-asked-back = navraag gedaan
act-beat-assigned = wijk toegewezen
act-beats-imported = wijken ingelezen
act-handover-withdrawn = overdracht teruggenomen
act-leave-cancelled = afwezigheid opgeheven
act-leave-planned = afwezigheid ingeschreven
act-mail-failed = e-mail niet te bezorgen
act-mailed = e-mail verzonden
act-moved = overdracht verplaatst
act-question-withdrawn = navraag vervallen
act-shifts-planned = wisselingen van de dienst ingesteld
act-told = ingelicht

## Vorlagen und Freigabe (E)
approval = Goedkeuring
approval-answer = Het antwoord
approval-asks = { $who } vroeg { $when } om goedkeuring.
approval-before = Vorige versie
approval-gone = Dit antwoord wacht niet meer op jou: er is beslist of het is ingetrokken.
approval-message = Het bericht
approval-more = { $n ->
    [one] Daarna wacht er nog één.
   *[other] Daarna wachten er nog { $n }.
}
approval-rule-why = Goedkeuren kan wie hier zelf berichten leest, alleen niet wie het schreef. Een gewijzigde tekst vraagt een nieuwe goedkeuring. Het automatische eerste antwoord bij noodgevallen wacht nooit.
approval-send = Om goedkeuring vragen
approvals-look = Bekijken
approvals-none = Er wacht niets op jouw goedkeuring.
approvals-wait = { $n ->
    [one] Er wacht één antwoord op jouw goedkeuring
   *[other] Er wachten { $n } antwoorden op jouw goedkeuring
}
approvalrule-off = Geen: antwoorden gaan meteen de deur uit
approvalrule-grave = Alleen bij vijandigs en noodgevallen
approvalrule-public = Bij alle openbare antwoorden
approvalrule-always = Bij alle antwoorden
approve = Goedkeuren
decline = Teruggeven
decline-why = Geef een reden, zodat duidelijk is wat anders moet.
answer-gaps = Nog in te vullen: { $names }
answer-left = { $used } van { $most } op { $platform }
answer-not-yet = Zo gaat het antwoord nog niet de deur uit: zie de opmerking onder de tekst.
answer-over = { $over } te veel: { $platform } neemt er hoogstens { $most }
counting-weighted = een link telt voor 23, een emoji voor 2
counting-mastodon = een link telt voor 23
counting-bytes = geteld in bytes: een letter met accent telt voor 2, een emoji voor 4 en meer
done-approval = Goedkeuring gevraagd
done-approve = Antwoord goedgekeurd
done-approve-late = Niet goedgekeurd: het bericht is gewijzigd of verwijderd, het antwoord is weer een concept
done-decline = Antwoord teruggegeven
form-approval-rule = Vier ogen voor het verzenden
form-approver = Goedkeuring door
form-decline = Reden, als het antwoord teruggaat
form-link = Adres voor de plaatshouder link
form-purpose = Waarvoor
form-template = Sjabloon
form-template-choose = Alle sjablonen ({ $n })
form-template-language = Taal
form-template-text = Tekst
form-template-title = Naam van het sjabloon
form-tone = Toon
four-eyes = Hier kijken vier ogen: het antwoord gaat uit zodra iemand het goedkeurt.
four-eyes-nobody = Hier kijken vier ogen, maar op dit bureau kan verder niemand goedkeuren. De beheerder kan iemand een rol geven.
four-eyes-waits = Dit antwoord wacht op goedkeuring. Een andere tekst vraagt een nieuwe.
lang-de = Duits
lang-en = Engels
lang-nl = Nederlands
lang-sv = Zweeds
look-wanted = wacht op goedkeuring van { $who }, gevraagd { $when }
look-open = wacht op goedkeuring, gevraagd { $when }; { $who } kan die niet meer geven, nu kan iedere andere bevoegde persoon van het bureau dat
look-nobody = niemand kan dit nu goedkeuren: { $who } kan het niet meer en verder heeft hier niemand de rol ervoor. De beheerder kan iemand een rol geven.
look-given = goedgekeurd door { $who } { $when }
look-declined = teruggegeven door { $who } { $when }
own-template-kept = Sjabloon opgeslagen
own-template-send = Opslaan
own-template-why = Slaat de tekst hierboven alleen voor jou op. Namen en nummers worden daarbij weer plaatshouders.
own-templates = Eigen sjablonen
placeholders = Plaatshouders:
placeholder-officer = { $name } naam van wie antwoordt
placeholder-station = { $name } bureau
placeholder-citizen = { $name } wie schreef
placeholder-emergency = { $name } alarmnummer
placeholder-link = { $name } adres van het bureau
placeholder-unknown = De plaatshouder { $name } bestaat niet.
purpose-thanks = Dank
purpose-question = Vraag
purpose-tip = Tip
purpose-tip-form = Aangifte
purpose-wrong-place = Andere instantie
purpose-call = Bellen
purpose-emergency = Alarmnummer
purpose-complaint = Klacht
purpose-calm = Kalmeren
purpose-hate = Haat
purpose-rules = Huisregels
purpose-legal = Juridisch advies
purpose-follow-up = Terugkoppeling
purpose-suggestion = Suggestie
replystate-waiting = wacht op goedkeuring
replystate-declined = teruggegeven
reply-settings-send = Overnemen
retire = Intrekken
sample-citizen = Sabine
sample-officer = Kira Ahlers
set-by = Laatst gewijzigd door { $who } { $when }
source-own = eigen
source-station = bureau
station-replies = Antwoorden
station-templates = Sjablonen van het bureau
template-before = { $n ->
    [one] Eén eerdere versie
   *[other] { $n } eerdere versies
}
template-change = Wijzigen
template-edit = Sjabloon
template-new = Nieuw sjabloon
template-reads = Zo leest het:
template-send = Opslaan
template-version = Versie { $n }, { $who } { $when }
templates-none = Nog geen eigen sjablonen
templates-none-why = De meegeleverde zijn er al voor iedereen. Wat hier bijkomt, staat in elk antwoord voor ze.
tone-warm = hartelijk
tone-formal = formeel
act-approval-declined = antwoord teruggegeven
act-approval-given = antwoord goedgekeurd
act-approval-wanted = goedkeuring gevraagd
act-approval-withdrawn = goedkeuring niet meer nodig
act-reply-settings-changed = antwoorden van het bureau ingesteld
act-template-retired = sjabloon ingetrokken
act-template-written = sjabloon geschreven

## Fürsorge (F)
door-mine = Voor mij
care-kept-away = Dit is tegen jou gericht en ligt bij { $names }.
care-kept = Dit hoef je niet te lezen
care-kept-why = Het bericht is tegen jou zelf gericht. Het ligt bij { $names }; daar wordt beslist wat ervan wordt. Er gaat niets verloren.
care-support = Voor mij: steun en instellingen
care-emergency = Een noodgeval op jouw account bevat aanvallen op jou. Het ligt bij { $names }; nog niemand heeft het bevestigd.
care-summary-daily =
    { $n ->
        [one] Gisteren kwam er één bericht dat tegen jou is gericht.
       *[other] Gisteren kwamen er { $n } berichten die tegen jou zijn gericht.
    }
care-summary-weekly =
    { $n ->
        [one] De afgelopen week kwam er één bericht dat tegen jou is gericht.
       *[other] De afgelopen week kwamen er { $n } berichten die tegen jou zijn gericht.
    }
care-taken-on =
    { $many ->
        [one] { $names } heeft dat overgenomen.
       *[other] { $names } hebben dat overgenomen.
    }
care-lies-with =
    { $n ->
        [one] Eén daarvan ligt nog bij { $names }.
       *[other] { $n } daarvan liggen nog bij { $names }.
    }
care-lies-all = Dat ligt bij { $names }.
care-more = Meer, en steun
care-untold =
    { $n ->
        [one] Van één bedreiging weet de betrokkene nog niets.
       *[other] Van { $n } bedreigingen weten de betrokkenen nog niets.
    }
care-untold-more =
    { $n ->
        [one] Nog één staat in de lijst.
       *[other] Nog { $n } staan in de lijst.
    }
care-tell = Inlichten
care-tell-how = Praat eerst zelf met { $whom }: het liefst persoonlijk, anders aan de telefoon. Daarna staat hier dat het is gezegd, en vindt { $whom } een mededeling met jouw naam, zonder de tekst.
care-tell-send = Het is gezegd
care-of-colleague = Gericht tegen { $whom }. Daar wordt het niet getoond, tenzij { $whom } erom vraagt.
care-was-told = Gericht tegen { $whom }. { $who } heeft { $when } ingelicht.
care-unsure = Dit is misschien tegen jou zelf gericht. De inschatting onthoudt zich; daarom is het afgedekt en niet doorgegeven.
care-asked = Je hebt gevraagd dit te zien. Wat ervan wordt, hoef jij niet te beslissen: het ligt bij { $names }.
care-nobody = Dit is tegen jou zelf gericht. Het ligt bij jou omdat op jouw bureau nu niemand anders haat en bedreiging behandelt. De beheerders zien dat als waarschuwing. Je hoeft het niet alleen te lezen.
care-give-back = Weer afgeven
care-ask = Bekijken
care-ask-why = Het zijn woorden tegen jou zelf. Of je ze wilt zien, beslis alleen jij, en je kunt ze op elk moment weer afgeven. Dat je erom hebt gevraagd, staat in het logboek, zoals elke inzage.
care-ask-send = Bekijken
care-uncovered = { $station }: wat tegen { $names } is gericht, moet daar zelf worden gelezen.
care-uncovered-why = Er ontbreekt een actieve zaakbehandelaar die het overneemt. Wijs het bureau er een toe; dan gaat het er vanzelf heen.
care-reads-for = Vijandige berichten van { $names } liggen vandaag bij jou.
care-rests = Vijandige berichten liggen tot { $until } bij { $names }. Noodgevallen blijf je zien.
care-read-on = Zelf verder lezen
care-rest = De volgende aan { $names } geven
care-nobody-free = Er is nu niemand die kan overnemen. Neem toch een pauze: er gaat niets verloren.
care-enough = Vandaag heb je { $n } vijandige berichten gelezen. Dat is veel. Iemand anders kan de volgende lezen.
care-later = Vandaag niet meer herinneren
care-rest-why = Wie overneemt, ziet jouw naam, maar niet waarom en hoeveel je hebt gelezen. Noodgevallen blijven bij jou. Het eindigt ’s ochtends om zes uur, of wanneer je wilt.
cover-again = Weer afdekken
note-covered = Notitie afgedekt zoals de tekst
mine-lead = Deze pagina is alleen voor jou. Wat goed voor je is, beslis jij.
mine-abuse = Wat tegen mij was gericht
mine-abuse-never = Je wilt er niets over horen. Anderen zorgen ervoor. Van een bedreiging hoor je via een collega, en een noodgeval dat niemand heeft bevestigd, staat altijd in de triage.
mine-abuse-none = Niets in de afgelopen dertig dagen.
mine-abuse-why = Zonder de tekst, de afgelopen dertig dagen. Anderen hebben het gelezen en beslissen; jij hoeft niets te doen.
mine-abuse-more =
    { $n ->
        [one] Nog één
       *[other] Nog { $n }
    }
fate-waiting = ligt bij { $who }
fate-taken = { $who } zorgt ervoor
fate-in-case = { $who } heeft er zaak { $number } van gemaakt
fate-settled = { $who } heeft het afgehandeld
fate-with = ligt bij { $names }
mine-telling = Hoe vaak wil ik erover horen?
mine-telling-why = Wat je kiest, ziet niemand anders.
telling-daily = Dagelijks
telling-weekly = Wekelijks
telling-never = Nooit
mine-reading = Wat ik heb gelezen
mine-today =
    { $n ->
        [0] vandaag geen vijandig bericht
        [one] vandaag één vijandig bericht
       *[other] vandaag { $n } vijandige berichten
    }
mine-limit = Genoeg voor één dag
mine-limit-why = Vanaf zoveel onafgedekt gelezen vijandige berichten verschijnt een regel met het aanbod de volgende af te geven. Hij blokkeert niets. 0: geen regel.
mine-mask-why = Geldt in lijsten, berichten, verloop, overdrachten en zaken. Elke tekst kan afzonderlijk worden getoond, met de toets T. Noodgevallen bovenaan in de triage zijn nooit afgedekt.
mine-private = Deze getallen toont Streife alleen aan jou, ze staan niet in het logboek en worden na zeven dagen overschreven. Eerlijk gezegd: dat je een bericht hebt geopend, staat zoals elke inzage in het logboek, en wie de server zelf draait, kan in zijn database kijken.
mine-contacts = Wie mij helpt
mine-contacts-lead = Je hoeft er niet alleen mee te blijven, ook al waren het “maar woorden”.
mine-contacts-none = Jouw bureau heeft nog geen eigen aanspreekpunten ingeschreven.
mine-contacts-checked = Gegevens voor { $land }, laatst nagelopen { $month }.
mine-manage = Aanspreekpunten van de bureaus
mine-add = Aanspreekpunt inschrijven
mine-add-send = Inschrijven
mine-remove = Verwijderen
mine-station = Bureau
mine-name = Naam
mine-reach = Hoe je ze bereikt
mine-about = Waarmee ze helpen
act-abuse-asked-for = wilde aanvallen op zichzelf zien
act-abuse-given-back = gaf het weer af
act-abuse-told = lichtte in over een bedreiging
act-rest-begun = gaf vijandige berichten af
act-rest-ended = leest zelf verder
act-contact-added = schreef een aanspreekpunt in
act-contact-removed = verwijderde een aanspreekpunt

## Alarmierung und Dienststelle (C)
steps = Alarmering · { $n }
step-standby = Stap { $n }: { $names } gealarmeerd
step-again = Stap { $n }, de lijst begint opnieuw: { $names } gealarmeerd
step-heads = Stap { $n }, niemand heeft piket: { $names } gealarmeerd
step-nobody = Stap { $n }: er is niemand om te alarmeren

## Benachrichtigung und Abschnitte (D)
form-absence-days = Eerste en laatste dag

# Captured pages
page-secure = Pagina veiligstellen
page-again = Opnieuw proberen
page-why = Opent de openbare pagina in een eigen browser en bewaart beeld en archief als bewijs. Het netwerk ziet dit; het wordt vastgelegd.
page-training = in oefengegevens wordt niets geopend
page-off = het veiligstellen van pagina’s is uitgeschakeld
page-waiting = Pagina nog niet veiliggesteld: wordt veiliggesteld …
page-not-secured = PAGINA NIET VEILIGGESTELD
page-next = volgende poging { $when }
page-no-next = geen verdere poging vanzelf
page-secured = Pagina veiliggesteld { $when } (beeld, WACZ)
page-kept = Pagina bewaard { $when }, NIET bevestigd
page-words-missing = De tekst was op de pagina niet te vinden: controleer het beeld.
page-none = geen openbare pagina; de originele gegevens zijn veiliggesteld
pages-not-secured = { $n ->
    [one] Eén pagina is NIET veiliggesteld
   *[other] { $n } pagina’s zijn NIET veiliggesteld
}
notice-capture-failed = Een pagina kon niet worden veiliggesteld
act-capture-asked = veiligstellen van de pagina gevraagd
act-capture-failed = pagina niet veiliggesteld
act-capture-secured = pagina veiliggesteld
# What leaves the house and what comes back
recipient-of = Aan wie
to-nobody = Concept: nog aan niemand overhandigd
to-nobody-why = Het pakket wordt als concept genoteerd. Overhandig je het later aan iemand, noteer dat dan onder “Uitgegeven”.
to-own = andere instantie
to-own-name = Naam van de instantie
purpose-of = Doel
purpose-usual = Strafvervolging
basis-of = Rechtsgrond
basis-own = andere, in eigen woorden
basis-words = Voorschrift
export-pack = Pakket maken
export-packing = Het pakket wordt gemaakt …
export-save-message = XJustiz-bericht opslaan
seal-demo = Ondertekend met de oefensleutel: dat bewijst niets. Laat de eigen sleutel van het bureau instellen (beheer).
seal-unstamped = Zonder tijdstempel: wanneer het pakket is gemaakt, zegt alleen het bureau zelf.
seal-expires = Het certificaat waarmee wordt ondertekend, verloopt binnenkort (beheer).
export-done = Het pakket is geschreven, gecontroleerd en genoteerd.
export-note-handing = Zodra het is overhandigd, noteer je dat onder “Uitgegeven”.
export-which = Welke berichten
export-leave-out = Enkele weglaten
export-leave-out-none = geen weglaten
export-some = { $n } van { $all } berichten komen in het pakket.
export-no-hint = zonder voorschrift
leaving = Uitgegeven
leaving-none = Van deze zaak heeft nog niets het huis verlaten.
leaving-older =
    { $n ->
        [one] { $n } ouder pakket
       *[other] { $n } oudere pakketten
    }
leaving-recalled = ontvanger ingelicht
leaving-sent = overhandigd
leaving-meant = bestemd, niet overhandigd
leaving-draft = nog aan niemand overhandigd
leaving-holds =
    { $n ->
        [one] { $n } bericht, { $files } bestanden
       *[other] { $n } berichten, { $files } bestanden
    }
leaving-blackened = gegevens van derden zwartgelakt
leaving-by = door { $who }, run { $run }
leaving-tell = Sinds de overhandiging: { $why }. De ontvanger moet worden ingelicht.
leaving-anew = Sinds de uitgifte: { $why }. Geef het opnieuw uit vóór de overhandiging.
told-when = meegedeeld { $when }
told-confirmed = bevestigd { $when }
told-open = De bevestiging van de ontvanger ontbreekt nog.
told-letter = Brief opslaan
told-confirm = Bevestiging noteren
hand-out = Overhandiging noteren
hand-out-send = Noteren
out-way = Langs welke weg
out-day = Dag van de overhandiging
out-time = Tijdstip
recall = Ontvanger inlichten
recall-send = Noteren en brief maken
recall-why = { $who } hoort wat er aan dit pakket niet klopt en wat er moet gebeuren (§ 75 lid 3, § 58 lid 5 BDSG). De brief ligt daarna klaar.
recall-kind = Wat er moet gebeuren
recall-reason = Wat er niet klopt, in woorden voor de ontvanger
confirm-words = Wie heeft het bevestigd, en hoe
confirm-send = Noteren
recallkind-correction = Rectificatie
recallkind-correction-why = Een gegeven is onjuist.
recallkind-recall = Terugroeping
recallkind-recall-why = Het had niet verstrekt mogen worden.
recallkind-restriction = Beperking
recallkind-restriction-why = Alleen nog als bewijs gebruiken.
way-portal = via een portaal
way-e-justice = elektronisch rechtsverkeer
way-disc = op een gegevensdrager
way-in-person = persoonlijk
way-other = op een andere manier
ground-corrected = een bericht werd gecorrigeerd
ground-erased = een bericht werd gewist
ground-case-changed = de zaak werd gewijzigd
ground-blackened = gegevens van derden werden zwartgelakt
blackening = Zwartgelakt
blackening-why = Deze woorden worden in rapport en tabel onleesbaar gemaakt. De veiliggestelde originelen blijven ongewijzigd.
blackening-none = Geen. Gegevens van onbetrokkenen die de ontvanger niet nodig heeft, zijn hier zwart te lakken.
blackening-lifted =
    { $n ->
        [one] { $n } opgeheven
       *[other] { $n } opgeheven
    }
blackening-places =
    { $n ->
        [0] staat in geen veiliggesteld bericht
        [one] staat op { $n } plaats
       *[other] staat op { $n } plaatsen
    }
blackening-near = Controleer, blijft leesbaar:
blacken = Gegevens van derden zwartlakken
blacken-send = Zwartlakken
blacken-what = Namen, adressen of accountnamen van onbetrokkenen. Elke plaats waar deze woorden staan, wordt zwartgelakt, ook met andere tekens ertussen of ae in plaats van ä.
blacken-term = Woorden
blacken-reason = Van wie de gegevens zijn, en waarom de ontvanger ze niet nodig heeft
lift = Opheffen
lift-send = Opheffen
lift-reason = Waarom de woorden weer leesbaar mogen zijn
result = Uitkomst
result-none = Van het Openbaar Ministerie kwam nog niets terug.
result-note = Uitkomst noteren
result-note-send = Noteren
result-change = Nieuws
result-by = genoteerd door { $who }, { $when }
result-number = Zaaknummer
result-office = Instantie
result-state = Stand van zaken
result-day = Beslist op
result-words = Uitkomst in woorden, zo nodig
prosecutionstate-received = ontvangen
prosecutionstate-investigating = in onderzoek
prosecutionstate-charged = aangeklaagd
prosecutionstate-penalty-order = strafbeschikking
prosecutionstate-discontinued-170 = geseponeerd, § 170 lid 2
prosecutionstate-dropped-153 = beëindigd, § 153
prosecutionstate-dropped-153a = beëindigd, § 153a
prosecutionstate-dropped-154 = beëindigd, § 154
prosecutionstate-private-prosecution = particuliere aanklacht, §§ 374, 376
prosecutionstate-convicted = veroordeling
prosecutionstate-acquitted = vrijspraak
prosecutionstate-other = overig
several = Meerdere zaken uitgeven
several-why = Per zaak één pakket, en een overzicht. Een zaak die mislukt, houdt de andere niet op.
several-which = Welke zaken
several-pack =
    { $n ->
        [0] Zaken inpakken
        [one] { $n } zaak inpakken
       *[other] { $n } zaken inpakken
    }
several-done =
    { $n ->
        [one] { $n } zaak is ingepakt en genoteerd.
       *[other] { $n } zaken zijn ingepakt en genoteerd.
    }
several-failed = Zaak nr. { $number }: geen pakket
several-save = Alles opslaan
results-file = Uitkomsten inlezen
results-file-why = Een CSV-bestand met deze kolommen, gescheiden door puntkomma, komma of tab. Goede regels worden overgenomen, foute benoemd; hetzelfde bestand nog eens verandert niets.
results-columns = case_number;file_number;office;state;result;decided_on
results-choose = CSV-bestand
results-take-in = Inlezen
results-taken = { $added } nieuw, { $changed } gewijzigd, { $same } al bekend
results-bad =
    { $n ->
        [one] { $n } regel werd niet overgenomen:
       *[other] { $n } regels werden niet overgenomen:
    }
results-line = Regel { $n }
results-more =
    { $n ->
        [one] en nog { $n }
       *[other] en nog { $n }
    }
chart-results = Wat het Openbaar Ministerie van onze zaken maakte
chart-results-none = Er ging nog geen zaak naar het Openbaar Ministerie.
chart-results-sub = Alle zaken tot nu toe, per zaaknummer. Dagen van overhandiging tot beslissing, waar beide zijn genoteerd.
results-handed-over = Naar het OM
results-unanswered = Nog zonder antwoord
results-median = Tot de beslissing (mediaan)
results-days =
    { $n ->
        [one] { $n } dag
       *[other] { $n } dagen
    }
results-proceedings = Procedures
mine-results = Wat er werd van de zaken die mij betreffen
mine-results-why = Zonder de tekst van de berichten. Je zaakbehandelaar beantwoordt vragen.
mine-result-received = Het Openbaar Ministerie heeft jouw zaak ontvangen.
mine-result-investigating = Jouw zaak wordt onderzocht.
mine-result-charged = In jouw zaak is een aanklacht ingediend. Mogelijk word je als getuige opgeroepen; begeleiding is mogelijk.
mine-result-penalty-order = In jouw zaak is er een strafbeschikking.
mine-result-discontinued-170 = Voor een aanklacht was het niet genoeg. Wat jou is overkomen, wordt daar niet kleiner van; je kunt bezwaar maken.
mine-result-dropped-153 = De procedure werd zonder voorwaarden beëindigd. Wat jou is overkomen, wordt daar niet kleiner van.
mine-result-dropped-153a = De procedure wordt onder een voorwaarde beëindigd.
mine-result-dropped-154 = Een ander, zwaarder feit wordt vervolgd; het jouwe blijft daarbij vermeld.
mine-result-private-prosecution = Je wordt verwezen naar de particuliere aanklacht. Je zaakbehandelaar en je bureau vertellen je wat je kunt doen.
mine-result-convicted = In jouw zaak volgde een veroordeling.
mine-result-acquitted = De rechter sprak vrij. Wil je erover praten: op deze pagina staat bij wie je terechtkunt.
mine-result-other = Er is nieuws in jouw zaak. Je zaakbehandelaar vertelt je meer.
audit-leaving = Uitgegeven tonen
audit-leaving-why = Wat het huis verliet: aan wie, wanneer, op welke grond. Ook het bekijken wordt vastgelegd.
audit-leaving-none = Van jouw bureaus heeft nog niets het huis verlaten.
audit-leaving-package = Pakket
audit-leaving-print = Vingerafdruk
audit-leaving-exported = uitgegeven
log-export-failed = Uitgifte door { $who } is mislukt
log-package-handed-over = { $who } noteerde de overhandiging van een pakket
log-recipient-told = { $who } lichtte de ontvanger in
log-recipient-confirmed = { $who } noteerde de bevestiging van de ontvanger
log-redaction-added = { $who } liet gegevens zwartlakken
log-redaction-lifted = { $who } hief een zwartlakking op
log-told = De betrokken persoon werd ingelicht
log-result-noted = { $who } noteerde een uitkomst
act-cases-exported = meerdere zaken uitgegeven
act-export-failed = uitgifte mislukt
act-package-handed-over = pakket overhandigd
act-recipient-confirmed = bevestiging van de ontvanger
act-recipient-told = ontvanger ingelicht
act-redaction-added = zwartlakking vastgelegd
act-redaction-lifted = zwartlakking opgeheven
act-result-noted = uitkomst genoteerd
act-results-imported = uitkomsten ingelezen
act-transmissions-listed = uitgegeven bekeken
notice-case-result = In een zaak die jou betreft is er een uitkomst
applications = Klachten tot vervolging
applications-none = Er is geen klacht genoteerd.
apply = Klacht opnemen
apply-send = Opnemen
apply-who = Wie de klacht indient
apply-as = Als
apply-manner = Vorm
apply-behalf = Voor wie
apply-post = Functie ten tijde van het feit (§ 77a StGB)
apply-entitled = Wat daartoe recht geeft
apply-day = Dag
apply-certain = Identiteit en wil tot vervolging moeten beide vaststaan (§ 158 lid 2 StPO). Sinds 17 juli 2024 is geen handtekening nodig.
apply-identity = Zo staat de identiteit vast
apply-identity-example = Dienstkaart lag voor
apply-will = Zo staat de wil tot vervolging vast
apply-will-example = Verklaarde uitdrukkelijk dat het feit vervolgd moet worden
apply-which = Berichten
apply-all = alle { $n }
apply-some = alleen gekozen (van { $n })
apply-messages = Welke
apply-sections = Beperkt tot
apply-sections-none = zonder beperking
apply-knew = Kennis van feit en persoon sinds (indien anders dan bij de zaak)
apply-knew-why = Alleen als het een andere dag is dan bij de zaak vermeld: voor elke gerechtigde loopt een eigen termijn.
apply-late = Na de laatste dag van de termijn ({ $day }). De klacht wordt opgenomen en als te laat gemerkt.
apply-late-some = Voor { $n } van { $of } berichten na de laatste dag van de termijn (de vroegste: { $day }). De klacht wordt opgenomen en daarvoor als te laat gemerkt.
apply-late-cautious = Na de voorzichtig getelde datum ({ $day }). De wettelijke termijn loopt nog niet, omdat de maker onbekend is.
apply-end = Intrekking of vergissing
apply-end-send = Noteren
apply-end-how = Wat er gebeurde
apply-end-reason = Wie het hoe verklaarde, of wat er fout was
ending-withdrawn = ingetrokken
ending-withdrawn-why = Voor hetzelfde feit kan de persoon niet opnieuw klagen (§ 77d StGB).
ending-mistaken = bij vergissing genoteerd
ending-mistaken-why = Zo is hij nooit ingediend. De notitie blijft zichtbaar.
applied-stands = ingediend
applied-late = te laat
applied-late-some = deels te laat
applied-late-for = alleen te laat voor nr. { $which }; vroegste laatste dag { $day }
applied-behalf = voor { $who } · { $why }
applied-identity = Identiteit: { $how }
applied-will = Wil tot vervolging: { $how }
applied-by = opgenomen door { $who }, { $when }
applied-only = beperkt tot { $sections }
applied-in-time = op tijd, de termijn eindigt { $day }
applied-too-late = na het einde van de termijn op { $day }
applied-cautious = de termijn liep nog niet, voor de zekerheid tot { $day }
capacity-injured = benadeelde
capacity-superior = meerdere
capacity-representative = wettelijke vertegenwoordiger
capacity-relative = familielid
capacity-other = anders gerechtigd
manner-oral = mondeling, in proces-verbaal
manner-written = schriftelijk
manner-electronic = langs elektronische weg
elementfinding-met = vervuld
elementfinding-not-met = niet vervuld
elementfinding-unclear = onduidelijk
elements = Bestanddelen toetsen
elements-done = { $n } van { $all } getoetst
elements-why = Een mens beslist, bestanddeel voor bestanddeel; of een bepaling als geheel vervuld is, zegt Streife nooit. Rechtsprofiel { $seen } (stand van het recht 11/2024).
elements-check = Toetsen
elements-how = Alleen wat je kiest wordt genoteerd. Eerdere toetsingen blijven bewaard.
elements-open = nog open
elements-older = Eerdere tekst van het bestanddeel, rechtsprofiel { $seen }.
elements-unknown = Het rechtsprofiel kent geen bestanddelen van deze bepaling; alle moeten getoetst worden.
elements-before = tot nu toe { $finding } ({ $who })
elements-finding = Bevinding
elements-note = Notitie
log-application-recorded = { $who } nam een klacht op
log-application-withdrawn = { $who } noteerde de intrekking van een klacht
log-application-mistaken = { $who } merkte een klacht als vergissing
log-element-checked = { $who } toetste een bestanddeel
log-offender-known = { $who } noteerde sinds wanneer de maker bekend is
act-application-recorded = klacht opgenomen
act-application-withdrawn = klacht ingetrokken
act-application-mistaken = klacht als vergissing gemerkt
act-element-checked = bestanddeel getoetst
act-offender-known = maker genoteerd
ground-application = er kwam een klacht bij of er viel er een weg
applied-all =
    { $n ->
        [one] voor het enige bericht
       *[other] voor alle { $n } berichten
    }
applied-some =
    { $n ->
        [one] voor { $n } bericht
       *[other] voor { $n } berichten
    }
elements-check-send =
    { $n ->
        [one] { $n } bestanddeel noteren
       *[other] { $n } bestanddelen noteren
    }

## Uit een zaak halen
release = Uit de zaak halen
release-send = Eruit halen
release-what = Het bericht staat dan weer waar het eerst stond. Wat is veiliggesteld blijft, en de zaak bewaart de notitie.
release-erases = De schrijver heeft het teruggenomen: heeft geen zaak het bericht meer nodig, dan wordt de tekst gewist.
release-reason = Waarom hoort het niet in deze zaak?
released-items = { $n ->
    [one] Eén bericht is uit de zaak gehaald
   *[other] { $n } berichten zijn uit de zaak gehaald
}
item-released = Bericht { $n }: eruit gehaald door { $who } { $when }, SHA-256:
did-bind = { $who } stelde het bericht in een zaak veilig
did-release = { $who } haalde het bericht uit een zaak
met-out-of-case = { $who } haalde het bericht { $when } uit een zaak.
log-item-released = { $who } haalde een bericht uit de zaak
act-item-released = bericht uit de zaak gehaald
act-released-from-case = uit de zaak gehaald
ground-released = een bericht werd uit de zaak gehaald
notice-stream-key = De sleutel van een account geldt niet meer
notice-stream-failing = Een account wordt al meer dan een uur niet gelezen
notice-stream-silent = Een account is ongewoon stil
notice-stream-mended = Een account wordt weer gehoord
notice-streams = { $n ->
    [one] één kanaal
   *[other] { $n } kanalen
}
act-trouble-found = storing van een kanaal gemerkt
act-trouble-ended = storing van een kanaal voorbij
hold = Bewaren
hold-why = Wat bewaard wordt blijft, ook als het op het netwerk is gewist of het account eindigt.
hold-what = Het bericht blijft hier tot iemand de bewaring opheft. De reden staat in het logboek.
hold-send = Bewaren
hold-end = Bewaring opheffen
hold-end-what = Als verder niets het bericht nodig heeft, worden de woorden gewist zodra de termijn om is. De reden staat in het logboek.
hold-end-send = Opheffen
hold-stands = { $who } bewaart dit bericht sinds { $when }
hold-goes = Op het netwerk gewist: de woorden gaan ook hier weg, op zijn vroegst { $when }
no-notices = { $platform } meldt ons niet wat nieuw is: het lezen gaat door in zijn ritme, vermeldingen op pagina’s van anderen kunnen ontbreken.
no-notices-remedy = De beheerders controleren de app bij Meta, daarna wordt het account opnieuw verbonden.
