## Tid
time-today = i dag { $clock }
time-yesterday = i går { $clock }
time-tomorrow = i morgon { $clock }
time-ago = för { $span } sedan
span-minutes = { $n } min
span-hours = { $n } tim
span-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dagar
}
date-pattern = ccc d/M
date-pattern-year = d/M yyyy
date-pattern-full = ccc d MMM yyyy
date-field = YYYY-MM-DD
stamp-pattern = yyyy-MM-dd HH:mm:ss
today = i dag
never = aldrig

## Ram
door-triage = Triage
door-handovers = Överlämningar
door-cases = Ärenden
door-figures = Gensvar
door-accounts = Konton
door-audit = Logg
door-help = Hjälp
training = Övningsdata
training-why = allt här är påhittat
as-of = Läget { $clock }
silent-streams = { $n } av { $of } kanaler tysta
setting-mask = Dölj fientliga texter
setting-keys = Använd enkla tangenter
setting-keys-why = Stäng av när en röststyrning lyssnar.
setting-compact = Visa lista eller meddelande, inte båda
setting-compact-why = För smala fönster och stark förstoring.
setting-language = Språk
sign-out = Logga ut
sign-in = Logga in
signed-out = Du är inte inloggad
signed-out-why = Sessionen har avslutats. Inget är förlorat: det som har sparats finns kvar.
page-refused = Den här sidan är inte avsedd för din roll
page-refused-why = Försöket står i loggen. Den som behöver rollen vänder sig till stationens administratör.
page-unknown = Den sidan finns inte
page-unknown-why = På den adressen finns inget. Kanske blev den fel avskriven.
switch = Val
open = Öppna
opened = öppnat
reload = Ladda om
as-table = Som tabell
none = inga
n-of = { $n } av { $of }
n-messages = { $n ->
    [one] ett meddelande
   *[other] { $n } meddelanden
}
unknown-person = okänd

## Störningar
trouble-conflict = Inte sparat: någon annan hann före. Läs meddelandet igen och bestäm sedan.
trouble-not-allowed = Du saknar behörighet till det här. Inget har ändrats. Stationens administratör kan ge den.
trouble-not-found = Det här finns inte här, eller inte längre. Inget har ändrats.
trouble-refused = Det här passar inte det nuvarande läget. Inget har ändrats, och det du skrev står kvar.
trouble-network = Nätverket lämnar inte ut det just nu. Inget har säkrats; försök igen senare.
trouble-other = Det gick inte. Inget är förlorat; här står varför.
trouble-store = Lagringen svarar inte just nu. Inget är förlorat: meddelanden hämtas i efterhand. Försök igen om en stund.

## Akut
acute-open = Akut · { $n ->
    [one] { $n } öppet
   *[other] { $n } öppna
}
acute-maybe = Kanske akut · { $n }
acute-maybe-why = Bedömningen avstår här. Läs själv.
acute-rest = Visa { $n } till
acute-in-queue = { $n } till står överst i listan.
acute-sure = nödläge: { $share }
acute-unsure = närmast { $label }, nödläge { $share }
acute-by-hand = markerat som nödläge av en människa
acute-no-substitute = Ersätter inte ett nödsamtal. Ring ledningscentralen först, svara sedan.
acknowledge = Ledningscentralen informerad
acknowledged = ledningscentralen informerad

## Inkorg
views = Inkorg
view-open = Öppna { $n }
view-tips = Tips { $n }
view-waiting = Väntar { $n }
view-all = Alla
view-reread = Efterläsning
reread-waiting = { $n ->
    [one] Stickprov: läs ett meddelande igen
   *[other] Stickprov: läs { $n } meddelanden igen
}
reread-look = Visa
reread-lead = Slumpvis draget ur det som Streife höll för harmlöst. Läs och bekräfta eller rätta: så räknas det som den missar.
reread-ask = **Stickprov:** Streife höll det här meddelandet för harmlöst, alltså varken nödläge, tips, anmälan eller fientligt. Stämmer det?
reread-correct = Nej, rätta
filter = Filter
filter-on = Filter · { $n }
filter-account = Konto
filter-beat = Område
filter-platform = Nätverk
filter-intent = Avsikt
filter-hostile = Fientlighet
filter-any = alla
filter-clear = Ta bort filter
hostile-yes = bara fientliga
hostile-no = utan fientliga
source = { $platform }-{ $kind } till { $to }
masked = Texten dold · { $n } tecken
unmask = Visa texten
text-cut = … och { $rest } tecken till, avkortat här. Originalet är bevarat i sin helhet.
text-goes-on = … och { $rest } tecken till. Med ”Öppna” ser du allt.
show-new = { $n ->
    [one] visa ett nytt meddelande
   *[other] visa { $n } nya meddelanden
}
load-more = Ladda fler
to-start = Till början
back-to-queue = Inkorg
none-filtered = Inget passar filtret
none-filtered-why = Andra meddelanden kan vänta. Utan filter ser du alla.
none-open = Allt är genomgånget
none-open-why = Nytt dyker upp här av sig självt, nödlägen står alltid överst.
none-tips = Inget bekräftat tips väntar
none-tips-why = Det du bekräftar som tips ligger här tills det har överlämnats.
none-waiting = Inget ligger hos andra
none-waiting-why = Överlämnade meddelanden står här tills områdespolisen är klar.
none-all = Inga meddelanden än
none-all-why = Så snart ett konto är anslutet kommer de första meddelandena hit.
none-reread = Allt är läst igen
none-reread-why = Nytt till stickprovet kommer av sig självt, några varje vecka.
pane-empty = Inget meddelande öppet
pane-empty-why = Öppna ett till vänster, eller nästa med J. Varje öppning loggas.
pane-done = Inget väntar här
pane-done-why = Ett bra tillfälle för en paus.
not-assessed = inte bedömt än
abstained = avstår
corrected = rättat
edited = redigerat
deleted = raderat
deleted-undecided = raderat av upphovspersonen
answered = besvarat

## Meddelande
reads-along = { $who } läser också
came-back = { $who } lämnade tillbaka meddelandet:
thread = Samtal · { $n ->
    [one] ett meddelande till
   *[other] { $n } meddelanden till
}
history = Historik · { $n }
attachment-image = Bild
attachment-video = Film
attachment-audio = Ljud
attachment-file = Fil
attachment-link = Länk
attachment-other = Bilaga
attachment-untold = utan beskrivning
attachment-nowhere = utan adress
attachment-secure = Säkra
attachment-why = Hämtar filen från nätverket nu och bevarar den oförändrad som bevis. Hämtningen loggas; den främmande servern ser den.
attachment-training = I övningsdata är allt påhittat: på den här adressen finns inget.
attachment-fetching = Hämtas …
attachment-secured = säkrat { $when } av { $who }, SHA-256 { $sha256 }
attachment-gone = Bara en tidigare lydelse anger den här adressen.
answers = Svar · { $n }
answer-written = skrivet { $when }
answer-went-out = skickat { $when }
answer-seen = återsett i nätverket { $when }
answer-next-try = nästa försök { $when }
answer-take-back = Ta tillbaka
done-take-back = Svaret är tillbakataget
wordings = Redigerat · { $n } lydelser
wording = Lydelse { $n } · { $when }
verdict = Bedömning
verdict-question = Fråga
verdict-suggestion = Förslag
verdict-sureness = Säkerhet
verdict-pending = Bedömningen är på väg. Du kan bestämma redan nu.
verdict-unread = Maskinen kunde inte läsa det här meddelandet; läs det själv.
verdict-corrected = En människa har rättat bedömningen; tabellen visar vad maskinen föreslog.
verdict-tip-first = För att inget tips ska gå förlorat går det här före en något sannolikare avsikt.
verdict-yellow = Gulmarkerat är det som fällde avgörandet.
verdict-described = Även beskrivningen av en bild eller fil fällde avgörandet.
verdict-read-with = { $n ->
    [one] Läst tillsammans med ett meddelande av samma person strax före eller efter: först då låter det som ett nödläge.
   *[other] Läst tillsammans med { $n } meddelanden av samma person strax före eller efter: först då låter det som ett nödläge.
}
verdict-suggests = Ett förslag, ingen dom. Modell { $model }.
read-past = Läst som: { $words }
read-past-more = och { $rest } till
read-past-unknown = Om något här är skrivet förklätt går just nu inte att säga.
safety-rules = Regel som slog larm: { $rules }
safety-rules-unknown = Om någon regel slog larm går just nu inte att säga.
rule-suicide-announced = självmord aviserat
rule-attack-now = angrepp nu
rule-attack-announced = angrepp aviserat
rule-life-in-danger = liv i fara
rule-fire-now = brand nu
rule-intruder-now = inkräktare nu
rule-cry-for-help = rop på hjälp
rule-bare-cry = inget annat än ett rop på hjälp
rule-threat-to-kill-or-hurt = hot om att döda eller skada
rule-farewell = avsked, eller ”bättre utan mig”
question-intent = Avsikt
question-otherwise = annars
question-hostility = Fientlighet
question-target = Mål
abstains = *avstår*
abstains-nearest = *avstår*, närmast { $label }
urgent-emergency = Akut, för att det råder fara just nu.
urgent-tip = I dag, för att ett tips snabbt blir gammalt.
urgent-report = I dag, för att någon själv har drabbats.
urgent-question = En fråga som kan vänta.
urgent-suggestion = Ett förslag som kan vänta.
urgent-praise = Beröm som gärna vill ha ett svar.
urgent-criticism = Kritik som går att svara på.
urgent-spam = Reklam, ingen brådska.
urgent-other = Ingen tydlig avsikt.
urgent-unsure = Osäker: läs själv i dag.
urgent-threat = I dag, för att någon hotas.
urgent-incitement = I dag, för att det uppmanar till brott.
urgent-doxxing = I dag, för att personuppgifter sprids.
urgent-sexual = I dag, för att någon trakasseras sexuellt.
did-tip = { $who } bekräftade tipset
did-dismiss = { $who } avslutade meddelandet
did-correct = { $who } rättade bedömningen
did-acknowledge = { $who } informerade ledningscentralen
did-answer = { $who } svarade
did-reopen = { $who } tog tillbaka beslutet
did-reopen-by-edit = Öppet igen eftersom texten eller en bild ändrades
did-reopen-by-verdict = Öppet igen: det avslutades innan det visade sig vara ett nödläge
did-harmless = { $who } läste igen och bekräftade: harmlöst
did-hand-over = { $who } överlämnade till { $to }
did-accept = { $who } tog emot
did-return = { $who } lämnade tillbaka
did-finish = { $who } slutförde: { $outcome }

## Handlingar
previous = Föregående meddelande
next = Nästa meddelande
confirm-tip = Bekräfta tips
hand-over = Överlämna
answer = Svara
open-case = Öppna ärende
dismiss = Avsluta
correct = Rätta
confirm-harmless = Ja, harmlöst
more = Mer
undo = Ångra
nothing-open = Inget meddelande öppet
wave-open = En våg är öppen. Markera alla med X, eller öppna en enda.
reading-only = Bara läsning: andra beslutar om det här meddelandet.
done-tip = Tipset är bekräftat
done-acknowledge = Ledningscentralen informerad
done-hand-over = Överlämnat
done-answer = Svaret är noterat
done-reply = Svaret ligger redo
done-dismiss = Avslutat
done-correct = Rättat
done-case = Säkrat i ärendet
done-undo = Tillbakataget
done-harmless = Bekräftat som harmlöst

## Formulär
form-choose = Välj
form-missing = { $n ->
    [one] Ett fält saknas fortfarande: { $fields }
   *[other] { $n } fält saknas fortfarande: { $fields }
}
form-contact-officer = Områdespolis
form-why-you = Varför går det dit?
form-why-you-example = Till exempel: ditt område, tredje tipset om samma garage
form-due = Senast
form-answer = Svarets lydelse
form-way = På vilket sätt
way-comment = Offentligt svar
way-comment-who = Offentligt svar som alla kan läsa
way-dm = Direktmeddelande
way-dm-who = Direktmeddelande, bara till avsändaren
form-reason = Skäl
form-reason-more = Med egna ord
form-reason-optional = Skäl (frivilligt)
form-case = Ärende
form-title = Rubrik
form-entitled = Drabbad person
form-role = Roll
form-hints = Bestämmelser att pröva
form-note = Anteckning
form-offender-known = Upphovsperson känd sedan (tomt: ännu okänd)
form-offender-known-help = Från denna dag löper fristen enligt § 77b StGB, för varje gärning tidigast från första läsningen.
form-outcome = Vad blev det av det
form-outcome-note = Anteckning till den som överlämnade
form-end-state = Ärendet blir
form-end-reason = Skäl eller mottagare
new-case = Nytt ärende
hand-over-send = Överlämna
reply-send = Skicka
answer-send = Besvarat på annat håll
dismiss-send = Avsluta
correct-send = Rätta
open-case-send = Öppna ärende
add-to-case-send = Lägg till i ärendet
give-back-send = Lämna tillbaka
finish-send = Slutför
end-case-send = Notera
answer-as = ”Skicka” för lydelsen till nätverket genom { $handle }. Tills den är på väg kan den tas tillbaka.
answer-only-dm = Här går det bara att svara med ett direktmeddelande.
answer-in-training = I övningen skickas inget. Mallar och godkännande går att prova, lydelsen går att notera.
answer-not-yours = Genom det här kontot skickar bara den som äger det: { $who }. Om svaret gavs på annat håll, notera lydelsen här.
answer-no-key = Kontot är inte anslutet, så Streife kan inte skicka här. Det ansluts på sidan ”Konton”. Svara tills dess i själva nätverket och notera lydelsen här.
no-contact-officer = Ingen är registrerad som områdespolis på den här stationen. Administratören kan ändra det.
dismiss-hostile = Meddelandet är bedömt som fientligt. § 163 StPO (tysk lag) kräver ett skäl som övertygar även en åklagare.
reason-lawful = Tillåten kritik
reason-spam = Reklam
reason-settled = Redan ordnat
reason-no-offence = Inget brott att se
reason-no-content = Utan innehåll
back-other-district = Annat område
back-investigation = Hör till utredningen
back-biased = Jag är jävig
hint-185 = § 185 förolämpning
hint-186 = § 186 förtal
hint-187 = § 187 medvetet osant förtal
hint-188 = § 188 mot politiskt verksamma
hint-192a = § 192a hetsande förolämpning
hint-130 = § 130 hets mot folkgrupp
hint-241 = § 241 olaga hot
hint-126 = § 126 hot om brott
hint-140 = § 140 gillande av brott
hint-111 = § 111 uppvigling
hint-126a = § 126a spridning av personuppgifter
hint-86a = § 86a förbjudna symboler
hint-184 = § 184 ff. sexuellt innehåll
hint-238 = § 238 olaga förföljelse
hint-240 = § 240 olaga tvång
hints-no-verdict = Hållpunkter för en människas prövning (tyska strafflagen), aldrig en dom. Rättsläge 11/2024.
hints-to-check = Att pröva

## Överlämningar
side-to-me = Till mig { $n }
side-from-me = Från mig { $n }
no-handovers = Inga överlämningar än
no-handovers-why = Det du överlämnar eller får överlämnat står här med tidsfrist och resultat.
nothing-waits = Inget väntar på dig
nothing-waits-why = Allt överlämnat är mottaget eller besvarat.
due = senast { $when }
due-past = skulle ha varit klart { $when }
why-to-you = { $who }:
no-note = utan anteckning
accept = Ta emot
give-back = Lämna tillbaka
handed-over = överlämnat { $when }
underway = På väg
underway-none = Inget är på väg.
came-of-it = Vad det blev av det
came-of-it-none = Inget är besvarat än.
in-work = Pågår
in-work-none = Inget pågår.
finish = Slutför
finished = Slutfört
to-whom = till { $who }

## Ärenden
no-cases = Inget ärende än
no-cases-why = Ett ärende börjar i triagen: öppna ett fientligt meddelande och välj ”Öppna ärende”.
back-to-cases = Alla ärenden
for-whom = { $who } ({ $role })
case-since = sedan { $when } · öppnat av { $who }
case-messages = Säkrade meddelanden
affected = Drabbad person
ended-reason = Avslut
end-case = Avsluta ärende
clock-77b = Tidsfrist § 77b StGB
clock-left = { $n ->
    [0] går ut i dag
    [one] { $n } dag kvar
   *[other] { $n } dagar kvar
}
clock-over = gick ut { $day }
clock-passed = { $n ->
    [one] har gått ut för { $n } annan gärning
   *[other] har gått ut för { $n } andra gärningar
}
clock-ended = Ärendet avslutades { $day }
clock-alt = Tidsfristen löper från { $start } till { $end }.
clock-until = till **{ $day }**
clock-cautious = för säkerhets skull till **{ $day }**
clock-running = Tre månader från kännedom om gärning och person, för varje gärning; nästa frist visas.
clock-not-running = Räknat från första läsningen, eftersom upphovspersonen är okänd. Den lagliga fristen löper inte än.
evidence = Bevis
secured = { $n ->
    [one] { $n } säkrat
   *[other] { $n } säkrade
}
secured-originals = { $n ->
    [one] ett original med kontrollsumma
   *[other] { $n } original med kontrollsumma
}
deleted-since = { $n ->
    [one] ett meddelande raderat sedan dess
   *[other] { $n } meddelanden raderade sedan dess
}
offender-known = Upphovsperson känd sedan { $day }
offender-unknown = Upphovsperson okänd
offender-note = Notera upphovsperson
offender-note-send = Notera
item-bound = Lydelse { $version }, säkrad av { $who } { $when }, SHA-256:
timeline = Tidslinje
times-over = { $n } gånger
log-case-opened = { $who } öppnade ärendet
log-case-read = { $who } läste ärendet
log-case-sent = { $who } lämnade ärendet vidare
log-case-closed = { $who } avslutade ärendet
log-case-exported = { $who } lämnade ut akten
log-package-written = Paket till { $who } skrivet och förseglat
log-refused = { $who } nekades åtkomst
log-other = { $who }: { $act }
export = Lämna ut akten
export-why = Original, kontrollsummor och loggutdrag i ett paket som vem som helst kan kontrollera. Utlämnandet är loggat.
export-save = Spara paketet
fingerprint = Paketets fingeravtryck: meddela det på ett annat sätt.

## Konton
no-accounts = Inget konto anslutet
no-accounts-why = Administratören registrerar konton med ”streife accounts”. Därefter ser du här vad som kommer in och vad som inte gör det.
sum-heard = Kanaler som hörs
sum-silent = Ovanligt tysta
sum-channels = { $n ->
    [0] inga
    [one] en kanal
   *[other] { $n } kanaler
}
sum-open-gaps = Öppna luckor
sum-lost = Förlorat
span-1 = 24 timmar
span-7 = 7 dagar
span-30 = 30 dagar
no-streams = Kontot är registrerat men inte anslutet än: här kommer inget in.
account-resting = vilar
badge-silent = ovanligt tyst
strip-alt = Vad som hördes per kanal, som remsor. Luckor och annat som inte bara hördes: { $n }, nedan som tabell.
heard-known = hört
heard-filled = hämtat i efterhand
heard-filling = lucka
heard-unreadable = går inte att läsa
heard-lost = förlorat
heard-late = inte frågat än
heard-blind = aldrig läst
accounts-training = I övningen vilar hämtningen: sidan visar läget { $when }.
heard-last = Senast hört
last-heard = **{ $when }** { $stream }
not-polled = inte inplanerat
poll-due = nästa hämtning nu
next-poll = nästa hämtning { $when }
stream-mentions = Omnämnanden
stream-comments = Kommentarer
stream-threads = Svar under egna inlägg
stream-dms = Direktmeddelanden
stream-messages = Direktmeddelanden
stream-notifications = Aviseringar
stream-quotes = Citat
stream-tags = Taggningar
stream-visitor-posts = Besökares inlägg
stream-held = Kommentarer som hålls kvar
stream-spam = Trolig skräppost
error-authexpired = Nätverket godtar inte längre nyckeln: här kommer inget in.
remedy-authexpired = Kontot måste anslutas på nytt. Det som har kommit sedan dess hämtas då i efterhand.
error-ratelimited = Kvoten är slut: så ofta låter nätverket oss inte fråga.
remedy-ratelimited = Inget att göra. Hämtningen fortsätter av sig själv och tar igen det som saknas.
error-budgetspent = Månadens pengar är slut: inget läses före månadens slut.
remedy-budgetspent = Administratören kan höja taket. Titta tills dess i själva nätverket.
error-transient = Nätverket går inte att nå just nu.
remedy-transient = Inget att göra. Nästa hämtning försöker igen och tar igen det som saknas.
error-schemachanged = Nätverket svarar i en form som Streife inte känner till.
remedy-schemachanged = Anslutningen måste anpassas: administratören ser den exakta lydelsen här och ger den till teknikerna. Titta så länge i själva nätverket.
error-refused = Streife läser inte det här kontot för närvarande.
remedy-refused = Samtycket, nyckeln eller en inställning saknas: vad som återstår står längre ned på kortet, den exakta lydelsen ser administratören här. När det är åtgärdat fortsätter hämtningen av sig själv.
error-other = Hämtningen misslyckades.
remedy-other = Nya försök görs. Om det består: administratören ser den exakta lydelsen här och ger den till teknikerna.
error-own-words = Exakt lydelse för teknikerna (på engelska)
refusals = Inte mottagna, eftersom Streife inte kan spara dem · { $n }
refusals-remedy = Läs de här meddelandena på själva nätverket. Efter varje står varför det inte togs emot.
refusals-more = Och { $n } till; alla står i loggen.
gaps = Luckor: det som inte hördes genast · { $n }
gaps-none = Ingen lucka är känd i den här perioden.
gaps-more = Och { $n } äldre; ”streife streams” nämner alla.
gaps-stream = Kanal
gaps-from = Från
gaps-to = Till
gaps-between = { $start } till { $end }
gaps-lasting = Längd
gaps-what = Vad av det som finns här
gap-filled = hämtat i efterhand, fullständigt
gap-filling = lucka, nya försök görs
gap-unreadable = kom fram, men Streife kan inte läsa det än: titta i nätverket självt; försöks igen då och då
gap-lost = förlorat, nätverket lämnar inte längre ut det
gap-late = inte frågat än
gap-blind = går inte att läsa: den första hämtningen nådde inte så långt tillbaka
silence = { $channel }: tyst sedan { $since }, på { $span } kom inget fast vi frågade
silence-usual = Så lång tystnad förekommer annars här mer sällan än en gång om året. Den längsta under veckorna innan: { $longest }. Titta i nätverket om det står något där.
silence-unsure = För lite trafik för att bedöma tystnad: { $streams }
silence-more = Och { $n } till.
silence-look = Till kontona
blind = { $platform } visar aldrig: { $what }.
blind-blocked-by = inlägg från dem som blockerar kontot
blind-private-accounts = vad privata konton skriver
blind-encrypted-messages = krypterade direktmeddelanden
blind-deleted-messages = att ett direktmeddelande raderades
blind-comments-on-old-posts = nya kommentarer under gamla inlägg
blind-comments-on-shares = kommentarer där någon delat ett inlägg
blind-older-dms = direktmeddelanden från långt före anslutningen
blind-mentions = tidigare omnämnanden (vart och ett meddelas bara när det sker)
blind-stories = stories
blind-live-comments = kommentarer i livesändningar
blind-live-chat = chatten i livesändningar
blind-replies-to-old-threads = nya svar i mycket gamla kommentarstrådar
blind-direct-messages = direktmeddelanden (det finns inga där)
blind-refused-servers = inlägg från servrar som vår avvisar
blind-dated-back = inlägg som någon har daterat mer än en vecka bakåt
blind-without-mention = samtal där kontot inte nämns
blind-without-mention-elsewhere = samtal under andras inlägg där kontot inte nämns
money = { $spent } av högst { $cap } den här månaden
money-forecast = väntas bli { $n } till månadens slut
money-none = Att läsa och skriva kostar pengar här, och inget tak är satt: inget läses.
money-spent = Pengarna är slut. Det fortsätter { $when }, eller så snart administratören höjer taket.
money-short = I den här takten räcker pengarna inte till { $when }: vi läser mer sällan så att de räcker.
quota = Dagens kvot: { $n } av { $of } enheter använda, delas av { $accounts ->
    [one] ett konto
   *[other] { $accounts } konton
}; ny { $when }
quota-spent = Dagens kvot, som de här kontona delar, är slut. Det fortsätter { $when }.
consent = Samtycka
consent-send = Jag samtycker
consent-missing = Utan polisens samtycke läses inget.
consent-given = Samtycke gett { $when }
connect = Anslut
connect-send = Anslut
connect-again = Anslut på nytt
connect-done = Anslutet
connect-missing = Inte anslutet än
connect-training = I övningen ansluts inget.
connect-shut = Det går att ansluta först när administratören har ställt in: { $settings }
connect-key = Applösenord
connect-key-why = Skapa ett applösenord för Streife i nätverkets inställningar och sätt in det här. Det sparas förseglat och visas aldrig igen.
successor = Lämna över kontot
successor-send = Lämna över kontot
successor-why = Kontot går med sin historik till efterträdaren. Den gamla nyckeln förstörs; inget läses förrän efterträdaren samtycker och ansluter på nytt.
successor-who = Till vem
successor-nobody = På den här stationen finns ingen som kan ta över kontot.
leave = Sluta läsa
leave-send = Sluta läsa
leave-why = Från och med nu läses inget mer, och nyckeln förstörs. Det ger dig ingen nackdel.
leave-then = Vad ska hända med de övriga meddelandena?
leave-erase = radera dem efter 30 dagar
leave-keep = behåll dem
close = Stäng kontot
close-send = Stäng kontot
close-why = Kontot behövs inte längre: från och med nu läses inget mer, och nyckeln förstörs.
outlook-stay = Kvar blir: { $cases } i ärenden, { $handovers } i öppna överlämningar, { $held } bevarade.
outlook-go = { $n } övriga: de skulle raderas från { $day }.
export-drop = Läs in en dataexport
export-drop-why = För det som inget gränssnitt ger: begär ut dina egna data hos { $platform } och lägg filen här som den kommer. Det som redan finns här fördubblas inte.
export-file = Nätverkets fil
export-take-in = Läs in
export-taken = { $new } nya, { $known } fanns redan, { $refused } avvisade
account-left = Läsningen upphörde { $when }
account-closed = Stängt { $when }
account-handed-over = Överlämnat { $when }
account-erased = Det som inget längre motiverar raderas från { $day }.

## Logg
audit-why = Varje ändring och varje läsning, sammankedjade enligt RFC 6962. Kontrollen räknar om allt.
audit-verify = Kontrollera loggen
audit-holds = Oförändrad: { $n } poster. Rot:
audit-broken = Loggen stämmer inte längre med det som skrevs:
audit-shown = De senaste { $n } posterna, nyast först
audit-number = Nr
audit-at = Tid
audit-actor = Vem
audit-act = Vad
audit-subject = På vad
audit-detail = Detaljer
audit-raw = Beteckning
audit-raw-why = Så står det i själva loggen: föremål, åtgärd, inloggningsnamn. ”streife audit --about” tar föremålet.
fact-messages = Meddelanden
fact-model = Modell
fact-intents = Avsikt per meddelande
fact-officer = Person
fact-officers = Personer
fact-kind = Anledning
fact-reason = Skäl
fact-step = Steg
fact-round = Omgång
fact-rung = Larmade
fact-hours = Tid
fact-due = senast
fact-intent = Avsikt
fact-hostility = Fientlighet
fact-target = mot
fact-outcome = Utfall
fact-case = Ärende
fact-cases = Ärenden
fact-version = Lydelse
fact-login = Inloggningsnamn
fact-roles = Roller
fact-role = Roll
fact-platform = Nätverk
fact-handle = Kontonamn
fact-number = Nummer
fact-section = §
fact-element = Rekvisit
fact-finding = Bedömning
fact-why = Anledning
fact-edition = Utgåva
fact-source = Källa
fact-beats = Distrikt
fact-times = Tider
fact-late = för sent
fact-acts = Meddelanden
fact-file-number = Diarienummer
fact-state = Läge
fact-link = Länk
fact-station = Polisstation
fact-own = egen
fact-begins = från
fact-ends = till
fact-deputy = Ersättare
fact-error = Fel
fact-refused = avvisade
fact-recipient = Mottagare
fact-package = Paket
fact-files = Filer
fact-sessions-ended = avslutade sessioner
fact-wording = Ordalydelse
fact-note = Anteckning
fact-before = före
fact-after = nu
fact-to-whom = till
fact-consent-text = Samtyckestext
fact-four-eyes = Godkännande
fact-command = Kommando
fact-result = Resultat nr
fact-decision = Beslut nr
fact-notice = Underrättelse nr
fact-escalation = Vidarebefordran nr
fact-handover = Överlämning nr
fact-talk = Samtal nr
fact-check = Prövning nr
fact-application = Angivelse nr
fact-reply = Svar nr
fact-capture = Sidkopia nr
fact-claim = Övertagande nr
fact-hold = Bevarande nr
fact-leave = Frånvaro nr
fact-bulk = Samlat steg nr
fact-gap = Lucka nr
fact-spot-check = Stickprov nr
fact-sha256 = Kontrollsumma
fact-quoted = ”{ $words }”
noted-officer = polis
noted-contact-officer = områdespolis
noted-case-officer = handläggare
noted-supervisor = chef
noted-administrator = administratör
noted-standby = beredskap
noted-again = en gång till, även cheferna
noted-heads = chefer och administratörer
noted-nobody = ingen på plats
noted-office = kontorstid
noted-off = natt, helg eller helgdag
noted-deleted-by-author = raderat av upphovspersonen
noted-account-left = kontot lämnades
noted-open = öppen
noted-filled = fylld
noted-lost = förlorad
noted-yes = ja
noted-no = nej
actor-machine = Streife självt
actor-shell = Kommandorad ({ $name })
subject-account = Konto { $name }
subject-case = Ärende { $name }
subject-drift = Bevakning av modell { $name }
subject-erased = Radering av meddelande { $name }
subject-handover = Överlämning { $name }
subject-message = Meddelande { $name }
subject-model = Modellen { $name }
subject-notices = Aviseringar för konto { $name }
subject-officer = { $name }
subject-nobody = ett okänt inloggningsnamn
subject-page = Sidan { $name }
subject-shift = Skiftbyte { $name }
subject-station = Polisstation { $name }
subject-stream = Kanal { $name }
subject-template = Mall { $name }
subject-view = Vy { $name }
subject-all-audit = Logg
subject-all-cases = flera ärenden
subject-all-credentials = alla nycklar
subject-all-handovers = flera överlämningar
subject-all-hooks = nätverkens aviseringar
subject-all-messages = flera meddelanden
act-acted-as = handlade i detta namn på kommandoraden
act-accepted = överlämning mottagen
act-account-added = konto registrerat
act-account-connected = konto anslutet
act-acknowledge = ledningscentralen informerad
act-answer = svar noterat
act-assessed = bedömt
act-audit-read = loggen läst
act-bound-into-case = säkrat i ärendet
act-case-closed = ärende avslutat
act-case-exported = akt utlämnad
act-case-opened = ärende öppnat
act-case-read = ärende läst
act-case-sent = ärende lämnat vidare
act-cases-listed = ärenden listade
act-correct = rättat
act-deleted-by-author = raderat av upphovspersonen
act-dismiss = avslutat
act-drift-examined = förskjutning prövad
act-figures-taken = räckvidd noterad
act-finished = överlämning slutförd
act-gap-found = lucka upptäckt
act-handed-over = överlämnat
act-handovers-listed = överlämningar listade
act-harmless = läst igen, harmlöst
act-listed = listat
act-officer-added = person registrerad
act-officer-activated = inloggning för en person öppnad igen
act-officer-deactivated = inloggning för en person avslutad
act-password-changed = lösenord ändrat
act-role-given = roll tilldelad
act-role-taken = roll fråntagen
act-package-written = paket skrivet
act-poll-failed = hämtning misslyckad
act-read = läst
act-refused = åtkomst nekad
act-reopen = tillbakataget
act-returned = överlämning tillbakalämnad
act-setting-changed = inställning ändrad
act-sign-in-refused = inloggning nekad
act-signed-in = inloggad
act-signed-out = utloggad
act-searched = sökt
act-view-saved = vy sparad
act-view-renamed = vy omdöpt
act-view-deleted = vy borttagen
act-spot-check-drawn = stickprov draget
act-media-secured = bilaga säkrad
act-model-not-promoted = modell inte tagen i bruk
act-model-promoted = modell tagen i bruk
act-model-rolled-back = modell återställd
act-station-added = station registrerad
act-taken-in = mottaget
act-tip = tips bekräftat
act-account-closed = konto stängt
act-account-handed-over = konto överlämnat
act-account-left = konto lämnat
act-account-named = kontots id hos nätverket noterat
act-consent-given = samtycke gett
act-consent-noted = samtycke noterat (på papper eller muntligt)
act-erased = lydelse raderad
act-erased-again = lydelse raderad igen
act-seen-again = åter på nätverket
act-gap-filled = lucka fylld
act-gap-narrowed = lucka mindre
act-held = bevarande begärt
act-hold-ended = bevarande upphävt
act-key-given-back = nyckel återlämnad till nätverket
act-notices-ordered = meddelanden beställda hos nätverket
act-key-given-up = nyckel uppgiven
act-key-taken-over = nyckel övertagen
act-keys-rotated = nycklar förnyade
act-reply-begun = svar skickas
act-reply-cancelled = svar tillbakataget
act-reply-failed = svar inte skickat
act-reply-queued = svar lagt redo
act-reply-returned = svar åter ett utkast
act-reply-sent = svar skickat
act-sign-in-begun = inloggning hos nätverket påbörjad
act-webhook-heard = nätverket hörde av sig
act-webhook-refused = främmande anrop avvisat

## Hjälp
help-emergency = Streife är ingen nödlinje. Ring vid fara **ledningscentralen** först, svara sedan.
help-keys = Tangenter
help-keys-off = Enkla tangenter kan stängas av under ditt namn uppe till höger.
help-words = Avsikt
help-hostility = Fientlighet
help-people = Vem du kan vända dig till
help-administrators = Roller, konton, lösenord: { $names }.
help-no-administrator = Ingen administratör är registrerad på din station.
help-support = Det som finns att läsa här kan tynga. Du behöver inte bära det ensam: kollegor, företagshälsovården och polisens själavård finns för dig.
about-emergency = Fara för liv, hälsa eller egendom, just nu.
about-tip = Kan hjälpa polisen.
about-report = Någon har själv drabbats och anmäler det.
about-question = Vill veta något.
about-suggestion = Föreslår något.
about-praise = Tack, hälsningar, vänligt prat.
about-criticism = Säger emot polis eller politik; får vara rasande.
about-spam = Reklam och bedrägeri.
about-other = Allt annat, även rena skällsord.
about-insult = Förnedrar en person eller polisen.
about-threat = Hotar med en gärning.
about-incitement = Uppmanar till gärningar eller gillar dem.
about-hate = Mot en skyddad grupp.
about-doxxing = Sprider privata uppgifter eller säger sig göra det.
about-symbol = Visar förbjudna symboler.
about-sexual = Sexuella trakasserier.
about-defamation = Kränkande påstående om en namngiven person.

## Arbetets ord
intent-emergency = Nödläge
intent-tip = Tips
intent-report = Anmälan
intent-question = Fråga
intent-suggestion = Förslag
intent-praise = Beröm
intent-criticism = Kritik
intent-spam = Skräppost
intent-other = Övrigt
hostility-insult = Förolämpning
hostility-threat = Hot
hostility-incitement = Uppvigling
hostility-hate = Hat
hostility-doxxing = Doxning
hostility-symbol = Symbol
hostility-sexual = Sexuellt
hostility-defamation = Förtal
target-officer = Enskild polis
target-police = Polisen
target-official = Tjänsteman
target-group = Grupp
target-person = Person
target-none = ingen
urgency-acute = Akut
urgency-today = I dag
urgency-routine = Rutin
platform-x = X
platform-facebook = Facebook
platform-instagram = Instagram
platform-youtube = YouTube
platform-bluesky = Bluesky
platform-mastodon = Mastodon
kind-post = inlägg
kind-comment = kommentar
kind-dm = direktmeddelande
state-open = öppet
state-tip = tips bekräftat
state-handed-over = överlämnat
state-in-case = i ärende
state-dismissed = avslutat
state-done = klart
replystate-draft = utkast
replystate-queued = redo
replystate-sending = skickas
replystate-sent = skickat
replystate-failed = inte skickat
handoverstate-waiting = väntar
handoverstate-accepted = mottagen
handoverstate-returned = tillbakalämnad
handoverstate-done = slutförd
outcome-true-tip = Tipset stämde
outcome-led-further = Tipset ledde vidare
outcome-nothing-found = Inget hittades
casestate-open = öppet
casestate-sent = lämnat vidare
casestate-closed = avslutat
personrole-officer = polis
personrole-official = tjänsteman
personrole-group = grupp
personrole-person = person
hearing-broken = ur funktion
hearing-overdue = försenad
hearing-never = aldrig hörd
hearing-heard = i ordning

## Gensvar
weeks-4 = 4 veckor
weeks-8 = 8 veckor
weeks-26 = Halvår
no-figures = Inga siffror än
no-figures-why = Inget kom in under den här perioden. En längre visar kanske mer.
figures-no-officer = Siffrorna gäller stationer, nätverk och avsikter, aldrig enskilda personer.
alarm-none = Inget nödläge väntar på ledningscentralen.
alarm-maybe = { $n ->
    [one] Ett meddelande som kanske är akut väntar.
   *[other] { $n } meddelanden som kanske är akuta väntar.
}
alarm-unjudged = { $n ->
    [one] Ett meddelande är inte bedömt än; det kan vara ett nödläge.
   *[other] { $n } meddelanden är inte bedömda än; nödlägen kan finnas bland dem.
}
alarm-waiting = { $n ->
    [one] Ett nödläge väntar, sedan { $age }.
   *[other] { $n } nödlägen väntar, det äldsta sedan { $age }.
}
metric-messages = Meddelanden per vecka
metric-tips = Överlämnade tips
metric-helpful = Tips som hjälpte
metric-hostile = Fientligt
day = Dag
step = Steg
messages = Meddelanden
median = Median
low = snabbaste 10 %
high = långsammaste 10 %
sort-talk = Samtal
sort-help = Tips, anmälan, nödläge
sort-criticism = Kritik
sort-hostile = Fientligt
chart-messages = Meddelanden per dag
chart-more = Det skrivs mer: { $share } över första halvan
chart-fewer = Det skrivs mindre: { $share } under första halvan
chart-messages-sub = Meddelanden per dag och slag
chart-intent = Avsikter
chart-intent-first = Vanligaste urskiljbara avsikten: { $label }, { $share }
chart-intent-sub = Meddelanden efter avsikt, som bedömda eller rättade
chart-platform = Nätverk
chart-platform-first = De flesta skriver genom { $label }: { $share }
chart-platform-sub = Meddelanden efter nätverk
chart-look = Till första blicken
chart-look-longest = Längst osett: { $label }, { $span }
chart-answer = Till första svaret
chart-answer-longest = Längst får man vänta på { $label }: { $span }
chart-waits-sub = Median och mellersta 80 %, vecka från { $week }. Den som ännu väntar räknas med (Kaplan och Meier).
waits-none = Vecka från { $week }: för få för en siffra. Det som ännu väntar står nedan och i tabellen.
waits-few = för få för en siffra
waits-open = ännu oklart
waits-unsaid = –
waits-together = Alla tillsammans
waits-still = Väntar ännu
waits-oldest = Äldsta sedan
waits-look = { $n ->
    [0] Under hela perioden väntar inget meddelande längre på att bli sett.
    [one] Under hela perioden väntar ännu ett meddelande på att bli sett.
   *[other] Under hela perioden väntar ännu { $n } meddelanden på att bli sedda.
}
waits-answer = { $n ->
    [0] Under hela perioden står inget meddelande längre öppet utan svar.
    [one] Under hela perioden står ännu ett meddelande öppet utan svar.
   *[other] Under hela perioden står ännu { $n } meddelanden öppna utan svar.
}
waits-since = Det äldsta kom in för { $age } sedan.
waits-rule = Tider står bara där minst { $messages } meddelanden till minst { $officers } personer med konto kom så långt och ingen av dem har mer än hälften: annars vore det en enda persons tid. De räknas från ankomsten till Streife; det som en störd kanal kom med för sent gör ingen långsam.
figures-gaps = Under perioden saknas meddelanden; siffrorna är för låga där:
figures-gap = { $n ->
    [one] { $place }: en kanal, { $first } till { $last }, tillsammans { $lasting }
   *[other] { $place }: { $n } kanaler, { $first } till { $last }, tillsammans { $lasting }
}
figures-gaps-look = Se luckorna hos kontona
chart-tips = Tipsens väg
chart-tips-helpful = { $share } av de mottagna tipsen hjälpte
chart-tips-sub = Från bedömning till resultat; människor bekräftar också det som inte föreslogs
tips-suggested = föreslagna
tips-confirmed = bekräftade
tips-handed-over = överlämnade
tips-accepted = mottagna
tips-helpful = hjälpte

## Så bedömer Streife
door-judgement = Så bedömer Streife
judge-lead = Streife läser varje meddelande först och föreslår vad det är och hur bråttom det är. Beslutet är ditt. Den här sidan visar när du kan lita på förslaget och när inte.
judge-model = Modell { $version }
judge-day = lärde sig { $day }
judge-examples = { $n } exempel
judge-for = Vad den är till för
judge-for-sort = Sortera meddelanden till polisens konton, så att det brådskande läses först.
judge-for-suggest = Föreslå avsikt, fientlighet och mål och visa orden som fällde avgörandet.
judge-for-abstain = Avstå där texten inte bär ett säkert förslag.
judge-not-for = Vad den inte är till för
judge-not-people = Döma människor: den känner bara texter.
judge-not-offence = Fastställa brott: det prövar polis och åklagare.
judge-not-other = Läsa andra texter: förhör, akter och chattar är främmande för den.
judge-not-call = Ersätta nödsamtalet.
judge-sees = Vad den ser på
judge-sees-words = Orden, även förklätt skrivna.
judge-sees-meaning = Meningarnas innebörd, även utan avslöjande ord.
judge-sees-rules = Fasta regler för det som aldrig får missas: självmord, angrepp, livsfara, brand.
judge-unseen-writer = Inte vem som skriver: inget namn, ingen profil, ingen bild, ingen plats.
judge-unseen-around = Inte samtalet; bara för ett nödläge i bitar det som samma person skrev strax före och efter.
judge-trial = Prova en mening
judge-trial-box = Din mening
judge-trial-example = Till exempel: Sedan i måndags står en olåst cykel vid stationen, den ser ut som den på er bild.
judge-trial-send = Bedöm
judge-trial-kept = Upp till { $n } tecken. Inget av det sparas.
judge-trial-empty = Här finns ingen text än. Skriv en mening, så kommer bedömningen.
judge-trial-long = Det är { $n } tecken, högst { $most } får plats. Korta ner; inget bedömdes.
judge-read-as = läst som { $name }
judge-read-foreign = troligen { $name }: okänt för den
judge-figures = Vad den klarar och inte
judge-figures-from = Mätt på { $n } skrivna exempel vars röster den inte kände när den lärde sig. Inget är ett verkligt meddelande.
judge-figures-desk = Mätt på { $n } texter vars röster den inte kände när den lärde sig: skrivna exempel, och meddelanden som människor här har rättat.
judge-no-figures = Det finns inga mätvärden för den här modellen. Läs varje förslag med särskild försiktighet.
judge-measured = Mätt på { $n } texter.
judge-finding-emergencies = Av { $base } nödlägen står { $n } överst.
judge-not-on-top = { $n ->
    [0] Inget stannade nere i provet. Lita inte på det: människor läser vidare.
    [one] Ett står längre ner. Därför stannar varje meddelande i listan, och människor läser vidare.
   *[other] { $n } står längre ner. Därför stannar varje meddelande i listan, och människor läser vidare.
}
judge-finding-alarms = Av { $base } meddelanden överst är { $n } verkligen nödlägen.
judge-finding-everyday = I vardagen är av { $base } meddelanden överst ungefär { $n } verkligen nödlägen.
judge-on-top-why = De andra är falsklarm. Det är meningen: hellre titta en gång för mycket än missa ett nödläge.
judge-in-tests = Bland exemplen, där nödlägen är vanligare än i vardagen, { $n } av { $base }.
judge-finding-tips = Av { $base } tips och anmälningar hittar den { $n }.
judge-named-tips = Av { $base } som den kallar så är { $n } det verkligen.
judge-finding-hostile = Av { $base } fientliga texter hittar den { $n }.
judge-named-hostile = Av { $base } som den kallar fientliga är { $n } det verkligen.
judge-finding-lawful = Av { $base } texter med tillåten kritik eller citerat hat kallar den felaktigt { $n } fientliga.
judge-lawful-hate = Hat kallar den { $n } av { $base }.
judge-finding-abstained = Vid { $n } av { $base } texter avstår den.
judge-abstained-why = Då står det ”avstår”: läs själv.
judge-abstained-sure = Där den bestämmer sig stämmer avsikten för { $n } av { $base }.
judge-kind-intent = Avsikterna var för sig
judge-kind-intent-first = Bäst känner den igen { $best }, sämst { $worst }
judge-kind-hostility = Fientligheten i detalj
judge-kind-hostility-first = Bäst känner den igen { $best }, sämst { $worst }
judge-pairs-sub = Hittade: hur många av de verkliga den hittar. Rätt: hur många av dess förslag som stämmer.
judge-found = hittade
judge-right = rätt
judge-texts = Texter
judge-percent = Vad en procent är värd
judge-percent-first = { $n ->
    [one] För avsikten ligger säkerhet och verklighet i snitt en punkt isär.
   *[other] För avsikten ligger säkerhet och verklighet i snitt { $n } punkter isär.
}
judge-percent-sub = Åt höger: hur säker den var. Uppåt: hur ofta det stämde. På linjen håller den ord, under är den för säker, över för försiktig. Stora punkter står för många texter.
judge-percent-table = Där 100 meddelanden säger ”80 %” ska det stämma för 80. Tabellen visar hur långt ifrån det är i snitt.
judge-diagram-alt = { $label }: hur säker den var och hur ofta det stämde
judge-points = { $n ->
    [one] en punkt
   *[other] { $n } punkter
}
judge-points-off = { $n ->
    [one] en punkt fel
   *[other] { $n } punkter fel
}
judge-off = Fel i snitt
judge-said = sade
judge-came = stämde
judge-fair = Vem den felaktigt kallar fientlig
judge-fair-mean = Av { $base } harmlösa texter kallar den { $n } fientliga.
judge-fair-why = Den som bara nämner en grupp, eller kritiserar inom lagen, ska inte drabbas oftare än andra. För ofta betyder: mer än dubbelt så ofta som i snitt.
judge-alarms-far = För ofta: { $label }, { $n } av { $of } felaktigt
judge-alarms-chance = Kanske för ofta: { $label }, { $n } av { $of }; med så få texter kan det vara slump
judge-alarms-even = Ingenstans mer än dubbla snittet; mest: { $label }, { $n } av { $of }
judge-alarms-none = Inte en enda av de här texterna kallas felaktigt fientlig
judge-alarms-language = Alla harmlösa texter, efter språk.
judge-alarms-group = Harmlösa texter som nämner någon, efter grupp.
judge-alarms-complaints = Kritik och anmälningar som nämner någon, efter grupp: den som klagar som berörd.
judge-alarms-lawful = Tillåten kritik och citerat hat, efter språk.
judge-alarms-lines = Strecket visar var den sanna andelen ligger med 95 % säkerhet: ju färre texter, desto längre. Prickat snittet av alla harmlösa texter, streckat det dubbla.
judge-between = 95 % säkert mellan
group-muslims = Muslimer
group-jews = Judar
group-roma = Sinti och romer
group-black-people = Svarta människor
group-origin = annat ursprung
group-refugees = Flyktingar
group-gay-and-trans-people = Homosexuella och transpersoner
group-women = Kvinnor
group-disabled-people = Med funktionsnedsättning
group-christians = Kristna
group-police = polisen själv
judge-alarmed = Vad
judge-share = Felaktigt
judge-mistakes = Där den misslyckas
judge-mistakes-why = Skrivna exempel, inga verkliga meddelanden: först missade nödlägen, sedan tillåten kritik som den kallade fientlig, missad fientlighet, förlorade tips.
judge-nothing-hostile = inget fientligt
judge-mistake = Rätt vore { $expected }, den sade { $said }.
judge-learnt = Vad den har lärt sig av
judge-learnt-examples = { $n } exempel, skrivna för det här projektet av språkmodeller i många röster ({ $languages }). De hör till projektet.
judge-learnt-parts = Modellen lärde sig av { $train } av dem; på { $calibration } andra ställdes trösklarna in, på { $test } prövades den. { $mentions ->
    [0] Ingen skribent
   *[other] På { $mentions } harmlösa omnämnanden av grupper räknas bara falsklarm. Ingen skribent
 } finns i två av de här delarna.
judge-learnt-desk = { $n } texter ({ $languages }): exempel, skrivna för det här projektet av språkmodeller, och { $corrections } meddelanden som människor här har rättat.
judge-language-count = { $name } { $n }
judge-learnt-germeval2018 = GermEval 2018, träningsdelen (CC BY 4.0): förolämpningar och hets på tyska.
judge-learnt-gahd = GAHD, träningsdelen (CC BY 4.0): avsiktligt svårt hat på tyska.
judge-learnt-davidson = Davidson med flera (MIT): hat på engelska.
judge-learnt-no-text = I själva modellen finns ingen text, bara tal.
judge-lines = Var den drar gränsen
judge-line-emergency = Nödläge från { $emergency }. Redan från { $acute } står ett meddelande överst som ”kanske akut”.
judge-line-intent = Under { $share } avstår den om avsikten, där inget är fientligt.
judge-line-tip = ”Tips” eller ”Anmälan” sägs redan när båda tillsammans når { $share } av nästa avsikts sannolikhet: inget tips ska gå förlorat.
judge-line-hostile = Fientligt från { $hostile }. Från { $doubt } kan det vara det: då avstår den.
judge-line-open = Det som den lämnar öppet ska läsas i dag och döljs aldrig.
judge-limits = Vad siffrorna inte säger
judge-limit-written = Mätt mest på skrivna exempel. Verkliga meddelanden är delvis lättare, delvis mer främmande.
judge-limit-denser = Exemplen rymmer långt fler nödlägen och mer fientlighet än vardagen. Där är andelen falsklarm högre.
judge-limit-irony = Ironi, förtäckta hot och lugnt skrivna nödlägen är det den oftast missar.
judge-limit-context = Det som hotar eller varnar bara i sitt sammanhang går den förbi. Bara för ett nödläge skrivet i bitar läser den med det som samma person skrev strax före och efter.
judge-limit-languages = Den har lärt sig mest av tyska texter, mindre av engelska, nederländska och svenska. På andra språk går förslaget inte att lita på.
judge-limit-long = Av texter över 8 000 tecken läser den början och slutet, inte mitten; innebörden fångar den så redan från 1 000 tecken.
judge-limit-rules = De fasta reglerna skrevs med exemplen för ögonen: deras del i siffrorna är något för ljus.
judge-reread = Vad efterläsningen visar här
judge-reread-none = Inget är läst igen än; { $n } är dragna. Ett litet stickprov av det som den håller för harmlöst väntar i triagen på att läsas igen: bara så räknas det som den missar.
judge-reread-found = { $n ->
    [0] Av { $of } omlästa meddelanden som den höll för harmlösa var inget mer än så.
    [one] Av { $of } omlästa meddelanden som den höll för harmlösa var ett mer än så.
   *[other] Av { $of } omlästa meddelanden som den höll för harmlösa var { $n } mer än så.
}
judge-reread-range = Av 1 000 som den håller för harmlösa missar den alltså mellan { $low } och { $high }, med 95 % säkerhet.
judge-reread-sub = Spannet gäller { $drawn } som drogs för minst två veckor sedan. Av dem inte omlästa: { $open }. De räknas nedtill som harmlösa och upptill som missade, så att inget som någon väljer att läsa kan flytta det (enligt Horowitz och Manski, ändarna exakt enligt Clopper och Pearson).
judge-reread-early = Här står ett spann så snart något drogs för minst två veckor sedan: dessförinnan är mest det besvarat som väckte uppmärksamhet i vardagen.
judge-reread-least = Minst
judge-reread-all = Missade
judge-reread-what = Vad
judge-reread-misses = Hittade
judge-reread-between = 95 % mellan
percent-tenth = { $n } %
miss-emergency = Nödlägen
miss-tip = Tips, anmälningar
miss-hostile = Fientlighet
judge-drift = Passar den fortfarande det som kommer in här?
drift-steady = Ja: det som kom senast liknar det som den började med här.
drift-watch = Något förskjuts: håll ett öga på det.
drift-alarm = Det som kommer in nu skiljer sig tydligt från det som Streife började med här. Förslagen stämmer kanske mer sällan.
drift-none = Inte jämfört än. Det sker av sig självt en gång om dagen.
drift-early = Ingen jämförelse än: de första fyra veckorna med den här modellen varar till { $day }.
drift-few = För få meddelanden för en jämförelse: { $before } under de första fyra veckorna, { $now } på sistone. Det behövs { $enough } av vardera.
drift-windows = I början: { $before }. På sistone: { $now }.
drift-window = { $n } meddelanden från { $first } till { $last }
drift-aspect = Vad
drift-before = I början
drift-now = På sistone
drift-index = PSI
drift-level = Förskjutning
drift-scale = PSI är stabilitetsindex: från 0,1 har det förskjutits, från 0,25 mycket, om inte slumpen förklarar det. Talen är medelvärden eller andelar.
drift-sort = { $aspect }, framför allt { $sort }
drift-look = Mer
drift-remedy = Vad som hjälper nu
drift-remedy-reread = Låt läsa meddelanden igen: stickprovet visar om mer verkligen missas.
drift-remedy-correct = Rätta felaktiga förslag i triagen: av dem lär den sig.
drift-remedy-learn = Från 20 rättelser, kör ”streife learn” (administration): bara det som är bättre tas i bruk.
drift-remedy-cause = Fråga vad som ligger bakom: en händelse, en kampanj, ett nytt konto. En del går över av sig självt.
drift-remedy-language = Ett språk som den inte kan: lita inte på förslag där, utan låt någon läsa som talar det.
aspect-sureness = Hur säker den är på avsikten
aspect-emergency = Hur nära ett nödläge
aspect-hostility = Hur nära fientlighet
aspect-intent = Avsikter
aspect-abstention = Gånger den avstår
aspect-language = Språk
aspect-words = Ord som den inte kan
level-steady = ingen
level-watch = märkbar
level-alarm = stark
judge-correct = Ett felaktigt förslag? Välj ”Rätta” i triagen: ditt beslut gäller.
judge-save = Spara alla värden

## Suche und Wellen (Q)
queue = Meddelanden
search = Sök
search-all = Sök överallt
search-clear = Avsluta sökningen
none-found = Inget hittades
none-found-why = Sökningen gäller meddelandets ord och avsändarens namn, även andra former av ett ord.
filter-language = Språk
filter-period = Period
filter-first = Från
filter-last = Till och med
filter-state = Läge
filter-view = Vy
filter-unknown = okänt
filter-strange = I länken står något som inte (längre) betyder något här: { $names }. Det lämnas åt sidan.
period-today = i dag
period-yesterday = i går
period-week = senaste 7 dagarna
period-month = senaste 30 dagarna
saved-views = Vyer
saved-none = En sökning eller filter som du ofta behöver kan sparas här under ett namn.
view-name = Vyns namn
view-name-example = Till exempel: frågor om stadsfesten
view-keep = Spara vyn
view-delete = Ta bort ”{ $name }”
view-link = Länk till den här vyn, till exempel för en kollega. Var och en ser bara det som hon eller han får se.
wave = Våg · { $n }
copies = Likalydande · { $n }
in-a-row = Samtal · { $n }
thread-waits = { $n ->
    [one] ett till i samtalet
   *[other] { $n } till i samtalet
}
wave-title = Våg mot { $to }
wave-title-hostile = Våg mot { $to }
wave-messages = { $n } meddelanden
wave-more = fler än { $n } meddelanden
wave-people = { $n ->
    [one] ett konto
   *[other] { $n } konton
}
wave-peak = De flesta kom under timmen från { $when }: { $n }.
wave-peak-day = De flesta kom { $when }: { $n }.
wave-wordings = { $n ->
    [one] En lydelse
   *[other] { $n } lydelser
}
wave-wordings-more = Därtill { $wordings } ovanligare lydelser i { $n } meddelanden.
wave-all = Alla { $n } med sin tid
wave-when = Skickat
wave-who = Från
times = { $n } ×

## Tastatur, Sammeln, gemeinsam (B)
undo-why = Tar tillbaka precis det. Båda står kvar i loggen.
undo-of = Ångra: { $what }
done-reopen = Öppnat igen
dismiss-acute = Det här ser ut som ett nödläge, och ingen har bekräftat det än. Säg med egna ord varför det inte finns något att göra.
keys-help = Alla tangenter
keys-move = Flytta sig
keys-decide = Besluta
keys-many = Flera på en gång
keys-form = I formulär
key-open = Öppna det första
key-search = Sök
key-shift-x = Skift X
key-enter = Enter
key-ctrl-enter = Ctrl Enter
key-quick = Välj ett skäl med dess siffra och skicka
key-send = Skicka
key-send-text = Skicka, även från ett textfält
key-close = Stäng; det du skrev bevaras som utkast
quick-reasons = En siffra räcker:
pick = Markera eller avmarkera
pick-to-here = Markera hit
is-picked = vald
pick-none = Avmarkera allt
picked = { $n } markerade
pick-all = Markera alla i vyn
pick-wave = Markera alla { $n }
bulk-takes = { $n ->
    [0] Inget av dem passar
    [one] 1 meddelande
   *[other] { $n } meddelanden
}
bulk-kind = { $n } × { $kind }
bulk-hostile = { $n ->
    [one] Ta med även det fientliga
   *[other] Ta med även de { $n } fientliga
}
bulk-no-case = Det finns inget öppet ärende. Öppna ett från ett enskilt meddelande.
bulk-dismiss-send = Avsluta { $n }
bulk-tip-send = Bekräfta { $n } som tips
bulk-hand-over-send = Överlämna { $n }
bulk-case-send = Säkra { $n } i ärendet
bulk-dismissed = { $n ->
    [one] 1 meddelande avslutat
   *[other] { $n } meddelanden avslutade
}
bulk-tipped = { $n ->
    [one] 1 tips bekräftat
   *[other] { $n } tips bekräftade
}
bulk-handed = { $n ->
    [one] 1 meddelande överlämnat
   *[other] { $n } meddelanden överlämnade
}
bulk-bound = { $n ->
    [one] 1 meddelande säkrat i ärendet
   *[other] { $n } meddelanden säkrade i ärendet
}
bulk-left-out = { $n } utelämnade
spared-acute = { $n ->
    [one] 1 akut lämnas utanför: titta på det för sig
   *[other] { $n } akuta lämnas utanför: titta på dem ett i taget
}
spared-unjudged = { $n ->
    [one] 1 är inte bedömt än och lämnas utanför
   *[other] { $n } är inte bedömda än och lämnas utanför
}
spared-hostile = { $n ->
    [one] 1 fientligt lämnas utanför
   *[other] { $n } fientliga lämnas utanför
}
spared-changed = { $n ->
    [one] 1 har ändrats under tiden
   *[other] { $n } har ändrats under tiden
}
spared-settled = { $n ->
    [one] För 1 passar steget inte längre
   *[other] För { $n } passar steget inte längre
}
spared-not-yours = { $n ->
    [one] Om 1 beslutar andra
   *[other] Om { $n } beslutar andra
}
here-now = { $n ->
    [one] { $who } är här just nu
   *[other] { $who } är här just nu
}
claim = Jag tar det här
claim-let-go = Släpp det igen
claim-take-over = Ta över från { $who }
claim-mine = Du tar hand om det sedan { $since }
claim-theirs = { $who } tar hand om det sedan { $since }
claim-mine-short = Du
met-tip = { $who } bekräftade det som tips { $when }.
met-dismiss = { $who } avslutade meddelandet { $when }.
met-correct = { $who } rättade bedömningen { $when }.
met-acknowledge = { $who } informerade ledningscentralen { $when }.
met-answer = { $who } noterade { $when } att det är besvarat.
met-reopen = { $who } öppnade meddelandet igen { $when }.
met-harmless = { $who } läste igen { $when }: harmlöst.
met-undo = { $who } tog tillbaka ett beslut { $when }.
met-handed-over = { $who } överlämnade meddelandet { $when }.
met-answered-handover = { $who } besvarade överlämningen { $when }.
met-in-case = { $who } säkrade meddelandet i ett ärende { $when }.
met-reply = { $who } svarade { $when }.
met-edited = Den som skrev det har ändrat texten under tiden.
met-deleted = Den som skrev det tog tillbaka meddelandet { $when }.
met-judged = Meddelandet har under tiden bedömts på nytt eller öppnats.
met-nothing-lost = Inget har skrivits över. Det du skrev bevaras som utkast.
met-look = Se hur det ser ut nu
did-undo = { $who } ångrade det senaste beslutet
act-undo = beslut ångrat
act-claimed = tagits om hand
act-claim-taken-over = övertaget från någon
act-claim-released = släppt igen
act-bulk-tip = flera bekräftade som tips
act-bulk-dismiss = flera avslutade
act-bulk-hand-over = flera överlämnade
act-bulk-add-to-case = flera säkrade i ärende
act-bulk-undone = samlat steg ångrat

## Alarmierung und Dienststelle (C)
door-station = Station
answer-automatic = automatiskt första svar
acute-waits = väntar sedan { $span }
acute-called = Steg { $step }, { $when }: { $names } larmad
acute-heads = Ingen är inskriven som beredskap. Steg { $step }, { $when }: { $names } larmad
acute-nobody = Det finns ingen att larma ({ $when }). Agera själv och underrätta administratörerna.
acute-tone = Larmton
setting-sound = Ljud vid nödlägen
setting-sound-why = Webbläsaren släpper fram ljud först när du har klickat på sidan efter att den laddats.
setting-sound-try = Prova ljudet
setting-badge = Antal nödlägen i flikens titel
station-which = Station
standby-nobody-office = Ingen är inskriven som beredskap för kontorstid
standby-nobody-off = Ingen är inskriven som beredskap för nätter, helger och helgdagar
standby-heads = Ett nödläge som ingen bekräftar går då till alla som leder eller administrerar här: { $names }.
standby-nobody-at-all = Här är ingen alls aktiv: ett nödläge når då ingen människa. Skriv in någon.
standby-now-office = Nu är det kontorstid
standby-now-off = Nu är det natt, helg eller helgdag
standby-first = först larmas { $name }
standby-waiting = { $n ->
    [0] Inget nödläge väntar just nu
    [one] Ett nödläge väntar, fört vidare: { $passed }
   *[other] { $n } nödlägen väntar, förda vidare: { $passed }
}
standby-no-mail = Utan e-postadress, nås alltså bara på skärmen: { $names }
standby-lists = Beredskap
standby-off = På natten, på helger och helgdagar
standby-office = Under kontorstid
standby-choose = Välj i den ordning som larmas
standby-begin = Kontorstid från
standby-end = till
standby-hours-why = Larmet går från först till sist, sedan börjar listan om och ledningen får veta det. Helgdagar är de som gäller i { $land }.
standby-pace = Tidsgränser
standby-minutes = Minuter tills nästa larmas
standby-maybe = Minuter där bedömningen avstår (”kanske akut”)
standby-pace-why = Räknat från ankomsten, och på nytt efter varje steg, tills någon bekräftar. Saknar kontot ägare larmas genast.
first-answer = Skicka ett automatiskt första svar
first-answer-why = En gång per samtalstråd, på meddelandets språk, i kontots namn: vem man ringer i en nödsituation och att ingen läser här dygnet runt. Det ersätter inget svar och fördröjer inget larm.
first-answer-words = Lydelse
first-answer-source = Kontrollera numren med den egna ledningscentralen. Läs mer: { $source }
standby-save = Spara planen
standby-saved = Sparad, gäller från och med nu
act-standby-arranged = larmplan ändrad
act-escalated = nödläge fört vidare
act-alarm-kept = redigerat nödläge väntar vidare
act-not-judged = kunde inte läsas maskinellt, väntar på en människa
act-reopened-by-edit = öppet igen efter ändring
act-reopened-by-verdict = öppet igen efter bedömningen: akut
act-first-answer-queued = automatiskt första svar skrivet
station-alarm = Larm

## Benachrichtigung und Abschnitte (D)
proposal-other = Någon annan
proposal-who = { $who } · { $beat }
proposal-names = nämner ”{ $said }”
proposal-names-as = nämner ”{ $said }” ({ $place })
proposal-perhaps = kanske ”{ $said }”
proposal-perhaps-as = kanske { $place } (”{ $said }”)
proposal-profile = profilen nämner { $place }
proposal-stands-in = vikarierar för { $who } till { $when }
proposal-several = Flera områden passar. Välj ett.
proposal-guess = Inte säkert. Kontrollera och välj.
proposal-none = Ingen känd plats nämns. Här står alla.
proposal-away = { $beat }: frånvarande, och ingen vikarierar.
proposal-vacant = { $beat }: ingen är inskriven för området.
receiver-away = { $who } är frånvarande till { $when }.
receiver-deputy = { $who } vikarierar.
receiver-no-deputy = Ingen vikarierar.
in-beat = Område { $beat }
ask-back = Fråga tillbaka
ask-back-why = Tills svaret kommer är det den som överlämnade som står på tur. Tidsfristen löper vidare.
ask-back-send = Fråga
form-question = Vad behöver du veta?
answer-back = Svara
answer-back-send = Svara
form-answer-back = Ditt svar
asks-back = { $who } frågar:
replies-back = { $who } svarar:
question-withdrawn = Ingen finns kvar som kan svara. Besluta utan svar.
asked-back = Frågan är ställd
withdraw = Ta tillbaka
tell-citizen = Förbered besked
tell-true-tip = Tack för ditt tips. Det stämde, kollegorna på plats tar hand om det.
tell-led-further = Tack för ditt tips. Det hjälpte oss vidare.
tell-nothing-found = Tack för att du hörde av dig. Vi har tittat efter och hittade inget den här gången. Hör gärna av dig igen.
form-for-citizen = Vad medborgaren får veta (frivilligt)
form-for-citizen-why = Det blir ett utkast. Det skickas bara av den som kontot tillhör.
side-asked = Från mig, { $n ->
    [one] en fråga
   *[other] { $n } frågor
}
side-station = Station { $n }
watch = { $n ->
    [one] En överlämning på väg
   *[other] { $n } överlämningar på väg
}
watch-late = { $n } försenade
watch-why = Här står aldrig någon lydelse, bara vem som står på tur och till när.
watch-none = Inget är på väg
watch-none-why = Så snart något överlämnas på dina stationer står det här med sin tidsfrist.
watch-way = { $who } till { $to }
watch-away = frånvarande
move = Flytta över
move-send = Flytta över
absence = Frånvaro
absence-none = Ingen är anmäld som frånvarande.
absence-span = { $first } till { $last }
absence-deputy = { $who } vikarierar
absence-no-deputy = ingen vikarierar
absence-nobody = Ingen
plan-leave = Skriv in frånvaro
plan-leave-send = Skriv in
cancel-leave = Upphäv
form-deputy = Vikarie
form-who-away = Vem är frånvarande
did-withdraw = { $who } tog tillbaka överlämningen
did-move = Gick från { $who } till någon annan
handoverstate-asked = fråga
handoverstate-withdrawn = tillbakatagen
handoverstate-moved = flyttad
bell = Nytt till mig
bell-new = { $n ->
    [0] Inget nytt
    [one] En ny underrättelse
   *[other] { $n } nya underrättelser
}
bell-aloud = { $n ->
    [one] ny underrättelse till mig
   *[other] nya underrättelser till mig
}
bell-more = { $n }+
bell-none = Ingen underrättelse än
bell-none-why = Överlämningar, tidsfrister och nödlägen som rör dig står här.
notice-open = Öppna
notice-escalated = Ett nödläge väntar på dig
notice-handed-over = En överlämning väntar på dig
notice-handover-due = Tidsfristen går snart ut
notice-handover-late = Tidsfristen har gått ut
notice-handover-returned = En överlämning kom tillbaka
notice-handover-done = En överlämning är slutförd
notice-handover-asked = En fråga om din överlämning
notice-handover-answered = Din fråga är besvarad
notice-handover-withdrawn = En överlämning togs tillbaka
notice-handover-moved = En överlämning gick till någon annan
notice-handover-orphaned = En överlämning hade ingen längre
notice-digest = Vid skiftbytet
notice-abuse = Ett meddelande togs om hand åt dig
notice-approval-wanted = Ett svar väntar på ditt godkännande
notice-approval-given = Ditt svar är godkänt
notice-approval-orphaned = Ingen kan längre godkänna ett svar som väntar; en roll saknas
notice-reply-returned = Ditt svar skickades inte: det lämnades tillbaka, eller meddelandet har ändrats eller raderats
notice-replies-stopped = Svar från någon som inte längre loggar in skickades inte; någon annan måste skriva dem
notice-emergencies = { $n ->
    [one] ett nödläge utan bekräftelse
   *[other] { $n } nödlägen utan bekräftelse
}
notice-waiting = { $n } öppna
notice-handovers = { $n ->
    [one] en överlämning till dig
   *[other] { $n } överlämningar till dig
}
notice-overdue = { $n } försenade
notice-minutes = utan bekräftelse sedan { $span }
beats = Områden
beats-none = Inga områden än
beats-none-why = Med en lista över gator eller med gränslinjer föreslår Streife vem ett tips går till.
beats-map = Karta över områdena
beat-more = och { $n } till
beat-deputy = vikarie { $who }
beat-vacant = Ingen inskriven
beat-vacant-deputy = Ingen inskriven, { $who } vikarierar
assign = Tilldela
assign-send = Tilldela
beats-try = Prova: vart skulle ett tips med de här orden gå?
beats-try-example = Till exempel: På Lindenstr. 7 står en främmande bil
beats-import = Läs in områden
beats-import-why = CSV med kolumnerna beat, place och, om de finns, officer, deputy, numbers. Eller GeoJSON: ytor är områden, namngivna punkter och linjer platserna i dem.
beats-file = Fil
beats-reading = Filen läses
beats-bad = { $n ->
    [one] Inget har ändrats. Ett ställe stämmer inte:
   *[other] Inget har ändrats. { $n } ställen stämmer inte:
}
beats-holds = I den: { $n } områden med { $places } platser
beats-go = Faller bort: { $names }
beats-take = Ta i bruk
post = E-post
post-training = I övningen går ingen e-post ut.
post-off = E-post är inte inställd: smtp_host och smtp_from saknas. Allt står bara på skärmen.
post-ok = Senast gick allt ut.
post-failing = Ingen e-post når { $who } sedan { $since }.
post-no-address = { $n ->
    [one] Utan e-postadress: { $names }
   *[other] { $n } är utan e-postadress: { $names }
}
shifts = Skiftbyte
shifts-why = Vid de här tiderna ser alla som arbetar här i siffror vad som väntar: på skärmen och med e-post. Tomt betyder: inte alls.
shifts-times = Klockslag, åtskilda med kommatecken
shifts-keep = Ta i bruk
station-beats = Områden
station-post = E-post
act-answered-back = fråga besvarad
act-asked-back = fråga ställd
act-beat-assigned = område tilldelat
act-beats-imported = områden inlästa
act-handover-withdrawn = överlämning tillbakatagen
act-leave-cancelled = frånvaro upphävd
act-leave-planned = frånvaro inskriven
act-mail-failed = e-post gick inte fram
act-mailed = e-post skickad
act-moved = överlämning flyttad
act-question-withdrawn = fråga bortfallen
act-shifts-planned = skiftbyten inställda
act-told = underrättad

## Vorlagen und Freigabe (E)
approval = Godkännande
approval-answer = Svaret
approval-asks = { $who } bad om godkännande { $when }.
approval-before = Tidigare lydelse
approval-gone = Det här svaret väntar inte längre på dig: det är avgjort eller återtaget.
approval-message = Meddelandet
approval-more = { $n ->
    [one] Efter det väntar ett till.
   *[other] Efter det väntar { $n } till.
}
approval-rule-why = Den som själv läser meddelanden här kan godkänna, bara inte den som skrev. En ändrad lydelse behöver ett nytt godkännande. Det automatiska första svaret vid nödlägen väntar aldrig.
approval-send = Be om godkännande
approvals-look = Visa
approvals-none = Inget väntar på ditt godkännande.
approvals-wait = { $n ->
    [one] Ett svar väntar på ditt godkännande
   *[other] { $n } svar väntar på ditt godkännande
}
approvalrule-off = Inget: svar går ut genast
approvalrule-grave = Bara vid fientligt och nödlägen
approvalrule-public = Vid alla offentliga svar
approvalrule-always = Vid alla svar
approve = Godkänn
decline = Lämna tillbaka
decline-why = Ange ett skäl, så att det är klart vad som ska ändras.
answer-gaps = Kvar att fylla i: { $names }
answer-left = { $used } av { $most } på { $platform }
answer-not-yet = Så här går svaret inte ut än: se anmärkningen under lydelsen.
answer-over = { $over } för mycket: { $platform } tar högst { $most }
counting-weighted = länkar räknas som 23, emoji som 2
counting-mastodon = länkar räknas som 23
counting-bytes = räknas i byte: å, ä och ö räknas som 2, en emoji som 4 eller mer
done-approval = Godkännande begärt
done-approve = Svaret är godkänt
done-approve-late = Inte godkänt: meddelandet har ändrats eller raderats, svaret är åter ett utkast
done-decline = Svaret är tillbakalämnat
form-approval-rule = Fyra ögon före sändning
form-approver = Godkänns av
form-decline = Skäl, om svaret går tillbaka
form-link = Adress för platshållaren länk
form-purpose = Till vad
form-template = Mall
form-template-choose = Alla mallar ({ $n })
form-template-language = Språk
form-template-text = Lydelse
form-template-title = Mallens namn
form-tone = Ton
four-eyes = Här tittar fyra ögon: svaret går ut så snart någon godkänner det.
four-eyes-nobody = Här tittar fyra ögon, men ingen annan på stationen kan godkänna. Administratören kan ge någon en roll.
four-eyes-waits = Svaret väntar på godkännande. En annan lydelse behöver ett nytt.
lang-de = tyska
lang-en = engelska
lang-nl = nederländska
lang-sv = svenska
look-wanted = väntar på godkännande av { $who }, begärt { $when }
look-open = väntar på godkännande, begärt { $when }; { $who } kan inte längre ge det, nu kan varje annan behörig person på stationen
look-nobody = ingen kan godkänna detta nu: { $who } kan det inte längre, och ingen annan här har rollen. Administratören kan ge någon den.
look-given = godkänt av { $who } { $when }
look-declined = tillbakalämnat av { $who } { $when }
own-template-kept = Mallen är sparad
own-template-send = Spara
own-template-why = Sparar lydelsen ovan bara för dig. Namn och nummer blir platshållare igen.
own-templates = Egna mallar
placeholders = Platshållare:
placeholder-officer = { $name } namnet på den som svarar
placeholder-station = { $name } stationen
placeholder-citizen = { $name } den som skrev
placeholder-emergency = { $name } nödnumret
placeholder-link = { $name } stationens adress
placeholder-unknown = Platshållaren { $name } finns inte.
purpose-thanks = Tack
purpose-question = Fråga
purpose-tip = Tips
purpose-tip-form = Anmälan
purpose-wrong-place = Annan myndighet
purpose-call = Ring
purpose-emergency = Nödnummer
purpose-complaint = Klagomål
purpose-calm = Lugna
purpose-hate = Hat
purpose-rules = Husregler
purpose-legal = Juridiska råd
purpose-follow-up = Återkoppling
purpose-suggestion = Förslag
replystate-waiting = väntar på godkännande
replystate-declined = tillbakalämnat
reply-settings-send = Ta i bruk
retire = Dra tillbaka
sample-citizen = Sabine
sample-officer = Kira Ahlers
set-by = Senast ändrat av { $who } { $when }
source-own = egen
source-station = station
station-replies = Svar
station-templates = Stationens mallar
template-before = { $n ->
    [one] En tidigare lydelse
   *[other] { $n } tidigare lydelser
}
template-change = Ändra
template-edit = Mall
template-new = Ny mall
template-reads = Så här läses den:
template-send = Spara
template-version = Lydelse { $n }, { $who } { $when }
templates-none = Inga egna mallar än
templates-none-why = De medföljande finns redan för alla. Det som läggs till här står före dem i varje svar.
tone-warm = varm
tone-formal = formell
act-approval-declined = svar tillbakalämnat
act-approval-given = svar godkänt
act-approval-wanted = godkännande begärt
act-approval-withdrawn = godkännande behövs inte längre
act-reply-settings-changed = stationens svar inställda
act-template-retired = mall tillbakadragen
act-template-written = mall skriven

## Fürsorge (F)
door-mine = För mig
care-kept-away = Det här är riktat mot dig. { $names } har tagit hand om det.
care-kept = Det här behöver du inte läsa
care-kept-why = Meddelandet är riktat mot dig. { $names } har tagit hand om det och beslutar vad det blir av det. Inget är förlorat.
care-support = För mig: stöd och inställningar
care-emergency = Ett nödläge på ditt konto innehåller angrepp mot dig. Det ligger hos { $names }; ingen har bekräftat det än.
care-summary-daily =
    { $n ->
        [one] I går kom ett meddelande som är riktat mot dig.
       *[other] I går kom { $n } meddelanden som är riktade mot dig.
    }
care-summary-weekly =
    { $n ->
        [one] Den senaste veckan kom ett meddelande som är riktat mot dig.
       *[other] Den senaste veckan kom { $n } meddelanden som är riktade mot dig.
    }
care-taken-on =
    { $many ->
        [one] { $names } har tagit hand om det.
       *[other] { $names } har tagit hand om det.
    }
care-lies-with =
    { $n ->
        [one] Ett av dem ligger ännu hos { $names }.
       *[other] { $n } av dem ligger ännu hos { $names }.
    }
care-lies-all = Det ligger hos { $names }.
care-more = Mer, och stöd
care-untold =
    { $n ->
        [one] Om ett hot vet den berörda ännu inget.
       *[other] Om { $n } hot vet de berörda ännu inget.
    }
care-untold-more =
    { $n ->
        [one] Ett till står i listan.
       *[other] { $n } till står i listan.
    }
care-tell = Ge besked
care-tell-how = Tala först själv med { $whom }: helst personligen, annars på telefon. Därefter står det här att det är sagt, och { $whom } hittar en underrättelse med ditt namn, utan lydelsen.
care-tell-send = Det är sagt
care-of-colleague = Riktat mot { $whom }. Där visas det inte, om inte { $whom } ber om det.
care-was-told = Riktat mot { $whom }. { $who } gav besked { $when }.
care-unsure = Det här kan vara riktat mot dig. Bedömningen avstår; därför är det dolt och har inte förts vidare.
care-asked = Du har bett att få se det här. Vad det blir av det beslutar { $names }.
care-nobody = Det här är riktat mot dig. Det ligger hos dig eftersom ingen annan på din station just nu arbetar med hat och hot. Administratörerna ser det som en varning. Du behöver inte läsa det ensam.
care-give-back = Lämna ifrån mig igen
care-ask = Titta på det
care-ask-why = Det är ord mot dig själv. Om du vill se dem avgör bara du, och du kan lämna ifrån dig dem när som helst. Att du bad om det står i loggen, som varje läsning.
care-ask-send = Titta på det
care-uncovered = { $station }: det som är riktat mot { $names } måste läsas där av den det gäller.
care-uncovered-why = Det saknas en aktiv handläggare som tar hand om det. Ge stationen en; då går det dit av sig självt.
care-reads-for = Fientliga meddelanden till { $names } ligger hos dig i dag.
care-rests = { $names } läser fientliga meddelanden åt dig till { $until }. Nödlägen ser du fortfarande.
care-read-on = Läs vidare själv
care-rest = Ge nästa till { $names }
care-nobody-free = Just nu finns ingen som kan ta över. Ta en paus ändå: inget går förlorat.
care-enough = I dag har du läst { $n } fientliga meddelanden. Det är mycket. Någon annan kan läsa nästa.
care-later = Påminn inte mer i dag
care-rest-why = Den som tar över ser ditt namn, men inte varför eller hur mycket du har läst. Nödlägen stannar hos dig. Det slutar klockan sex på morgonen, eller när du vill.
cover-again = Dölj igen
note-covered = Anteckningen är dold som texten
mine-lead = Den här sidan är bara för dig. Vad som är bra för dig bestämmer du.
mine-abuse = Det som var riktat mot mig
mine-abuse-never = Du vill inte höra något om det. Andra tar hand om det. Om ett hot får du veta av en kollega, och ett nödläge som ingen har bekräftat står alltid i triagen.
mine-abuse-none = Inget de senaste trettio dagarna.
mine-abuse-why = Utan lydelse, de senaste trettio dagarna. Andra har läst det och beslutar; du behöver inte göra något.
mine-abuse-more =
    { $n ->
        [one] Ett till
       *[other] { $n } till
    }
fate-waiting = ligger hos { $who }
fate-taken = { $who } tar hand om det
fate-in-case = { $who } gjorde ärende { $number } av det
fate-settled = { $who } har avslutat det
fate-with = ligger hos { $names }
mine-telling = Hur ofta vill jag höra om det?
mine-telling-why = Vad du väljer ser ingen annan.
telling-daily = Varje dag
telling-weekly = Varje vecka
telling-never = Aldrig
mine-reading = Vad jag har läst
mine-today =
    { $n ->
        [0] i dag inget fientligt meddelande
        [one] i dag ett fientligt meddelande
       *[other] i dag { $n } fientliga meddelanden
    }
mine-limit = Nog för en dag
mine-limit-why = Från så många fientliga meddelanden lästa utan skydd kommer en rad som erbjuder att lämna över nästa. Den spärrar inget. 0: ingen rad.
mine-mask-why = Gäller i listor, meddelanden, historik, överlämningar och ärenden. Varje text kan visas för sig, med tangenten T. Nödlägen överst i triagen är aldrig dolda.
mine-private = De här siffrorna visar Streife bara för dig, de står inte i loggen och skrivs över efter sju dagar. Ärligt talat: att du öppnade ett meddelande står i loggen, som varje läsning, och den som själv driver servern kan se i dess databas.
mine-contacts = Vem som hjälper mig
mine-contacts-lead = Du behöver inte vara ensam med det, även om det ”bara var ord”.
mine-contacts-none = Din station har inte skrivit in egna kontakter än.
mine-contacts-checked = Uppgifter för { $land }, senast genomgångna { $month }.
mine-manage = Stationernas kontakter
mine-add = Skriv in en kontakt
mine-add-send = Skriv in
mine-remove = Ta bort
mine-station = Station
mine-name = Namn
mine-reach = Hur man når dem
mine-about = Vad de hjälper med
act-abuse-asked-for = ville se angrepp mot sig
act-abuse-given-back = lämnade ifrån sig det igen
act-abuse-told = gav besked om ett hot
act-rest-begun = lämnade över fientligt
act-rest-ended = läser vidare själv
act-contact-added = skrev in en kontakt
act-contact-removed = tog bort en kontakt

## Alarmierung und Dienststelle (C)
steps = Larmning · { $n }
step-standby = Steg { $n }: { $names } larmade
step-again = Steg { $n }, listan börjar om: { $names } larmade
step-heads = Steg { $n }, ingen i beredskap: { $names } larmade
step-nobody = Steg { $n }: det finns ingen att larma

## Benachrichtigung und Abschnitte (D)
form-absence-days = Första och sista dagen

# Captured pages
page-secure = Säkra sidan
page-again = Försök igen
page-why = Öppnar den offentliga sidan i en egen webbläsare och bevarar bild och arkiv som bevis. Nätverket ser det; det loggas.
page-training = i övningsdata öppnas inget
page-off = säkring av sidor är avstängd
page-waiting = Sidan är inte säkrad än: säkras …
page-not-secured = SIDAN ÄR INTE SÄKRAD
page-next = nästa försök { $when }
page-no-next = inga fler försök av sig självt
page-secured = Sidan säkrad { $when } (bild, WACZ)
page-kept = Sidan sparad { $when }, INTE bekräftad
page-words-missing = Ordalydelsen hittades inte på sidan: kontrollera bilden.
page-none = ingen offentlig sida; originaldata är säkrade
pages-not-secured = { $n ->
    [one] En sida är INTE säkrad
   *[other] { $n } sidor är INTE säkrade
}
notice-capture-failed = En sida kunde inte säkras
act-capture-asked = säkring av sidan begärd
act-capture-failed = sidan inte säkrad
act-capture-secured = sidan säkrad
# What leaves the house and what comes back
recipient-of = Till vem
to-nobody = Utkast: inte lämnat till någon än
to-nobody-why = Paketet antecknas som utkast. Lämnar du det till någon senare antecknar du det under ”Utlämnat”.
to-own = annan mottagare
to-own-name = Mottagarens namn
purpose-of = Ändamål
purpose-usual = Lagföring
basis-of = Rättslig grund
basis-own = annan, med egna ord
basis-words = Bestämmelse
export-pack = Packa
export-packing = Paketet skapas …
export-save-message = Spara XJustiz-meddelandet
seal-demo = Signerat med övningsnyckeln: det bevisar ingenting. Låt lägga in stationens egen nyckel (administration).
seal-unstamped = Utan tidsstämpel: när paketet skapades säger bara stationen själv.
seal-expires = Certifikatet som signerar löper snart ut (administration).
export-done = Paketet är skrivet, kontrollerat och antecknat.
export-note-handing = När det är överlämnat antecknar du det under ”Utlämnat”.
export-which = Vilka meddelanden
export-leave-out = Utelämna enskilda
export-leave-out-none = utelämna inga
export-some = { $n } av { $all } meddelanden läggs i paketet.
export-no-hint = utan bestämmelse
leaving = Utlämnat
leaving-none = Inget ur detta ärende har lämnat huset än.
leaving-older =
    { $n ->
        [one] { $n } äldre paket
       *[other] { $n } äldre paket
    }
leaving-recalled = mottagaren underrättad
leaving-sent = överlämnat
leaving-meant = avsett, inte överlämnat
leaving-draft = inte lämnat till någon än
leaving-holds =
    { $n ->
        [one] { $n } meddelande, { $files } filer
       *[other] { $n } meddelanden, { $files } filer
    }
leaving-blackened = tredje mans uppgifter maskerade
leaving-by = av { $who }, körning { $run }
leaving-tell = Sedan överlämnandet: { $why }. Mottagaren ska underrättas.
leaving-anew = Sedan utlämnandet skapades: { $why }. Skapa ett nytt paket före överlämnandet.
told-when = meddelat { $when }
told-confirmed = bekräftat { $when }
told-open = Mottagarens bekräftelse saknas.
told-letter = Spara brevet
told-confirm = Anteckna bekräftelsen
hand-out = Anteckna överlämnandet
hand-out-send = Anteckna
out-way = På vilket sätt
out-day = Dag för överlämnandet
out-time = Klockslag
recall = Underrätta mottagaren
recall-send = Anteckna och skriv brevet
recall-why = { $who } får veta vad som är fel med paketet och vad som ska göras (§ 75.3 och § 58.5 BDSG). Brevet är klart därefter.
recall-kind = Vad som ska göras
recall-reason = Vad som är fel, med ord för mottagaren
confirm-words = Vem bekräftade det, och hur
confirm-send = Anteckna
recallkind-correction = Rättelse
recallkind-correction-why = En uppgift är felaktig.
recallkind-recall = Återkallelse
recallkind-recall-why = Det borde inte ha lämnats ut.
recallkind-restriction = Begränsning
recallkind-restriction-why = Får bara användas som bevis.
way-portal = via en portal
way-e-justice = elektronisk rättstrafik
way-disc = på ett lagringsmedium
way-in-person = personligen
way-other = på annat sätt
ground-corrected = ett meddelande rättades
ground-erased = ett meddelande raderades
ground-case-changed = ärendet ändrades
ground-blackened = tredje mans uppgifter maskerades
blackening = Maskeringar
blackening-why = Dessa ord görs oläsliga i rapport och tabell. De säkrade originalen förblir oförändrade.
blackening-none = Inga. Uppgifter om utomstående som mottagaren inte behöver kan maskeras här.
blackening-lifted =
    { $n ->
        [one] { $n } upphävd
       *[other] { $n } upphävda
    }
blackening-places =
    { $n ->
        [0] finns inte i något säkrat meddelande
        [one] finns på { $n } ställe
       *[other] finns på { $n } ställen
    }
blackening-near = Kontrollera, förblir läsligt:
blacken = Maskera tredje mans uppgifter
blacken-send = Maskera
blacken-what = Namn, adresser eller kontonamn på utomstående. Varje ställe där dessa ord står maskeras, även med andra tecken emellan eller aa i stället för å.
blacken-term = Ord
blacken-reason = Vems uppgifter det är, och varför mottagaren inte behöver dem
lift = Upphäv
lift-send = Upphäv
lift-reason = Varför orden får läsas igen
result = Resultat
result-none = Inget har kommit tillbaka från åklagaren än.
result-note = Anteckna resultat
result-note-send = Anteckna
result-change = Nytt läge
result-by = antecknat av { $who }, { $when }
result-number = Diarienummer
result-office = Myndighet
result-state = Läge
result-day = Beslutat den
result-words = Resultat i ord, vid behov
prosecutionstate-received = mottaget
prosecutionstate-investigating = under utredning
prosecutionstate-charged = åtal
prosecutionstate-penalty-order = strafföreläggande
prosecutionstate-discontinued-170 = nedlagt, § 170.2
prosecutionstate-dropped-153 = avskrivet, § 153
prosecutionstate-dropped-153a = avskrivet, § 153a
prosecutionstate-dropped-154 = avskrivet, § 154
prosecutionstate-private-prosecution = enskilt åtal, §§ 374, 376
prosecutionstate-convicted = fällande dom
prosecutionstate-acquitted = friande dom
prosecutionstate-other = övrigt
several = Lämna ut flera ärenden
several-why = Ett paket per ärende och en översikt. Ett ärende som misslyckas hindrar inte de andra.
several-which = Vilka ärenden
several-pack =
    { $n ->
        [0] Packa ärenden
        [one] Packa { $n } ärende
       *[other] Packa { $n } ärenden
    }
several-done =
    { $n ->
        [one] { $n } ärende är packat och antecknat.
       *[other] { $n } ärenden är packade och antecknade.
    }
several-failed = Ärende nr { $number }: inget paket
several-save = Spara allt
results-file = Läs in resultat
results-file-why = En CSV-fil med dessa kolumner, åtskilda med semikolon, komma eller tabb. Goda rader behålls, felaktiga nämns; samma fil igen ändrar ingenting.
results-columns = case_number;file_number;office;state;result;decided_on
results-choose = CSV-fil
results-take-in = Läs in
results-taken = { $added } nya, { $changed } ändrade, { $same } redan kända
results-bad =
    { $n ->
        [one] { $n } rad togs inte in:
       *[other] { $n } rader togs inte in:
    }
results-line = Rad { $n }
results-more =
    { $n ->
        [one] och { $n } till
       *[other] och { $n } till
    }
chart-results = Vad åklagare gjorde av våra ärenden
chart-results-none = Inget ärende har gått till en åklagare än.
chart-results-sub = Alla förfaranden hittills, per diarienummer. Dagar från överlämnande till beslut, där båda är antecknade.
results-handed-over = Till åklagare
results-unanswered = Ännu utan svar
results-median = Till beslut (median)
results-days =
    { $n ->
        [one] { $n } dag
       *[other] { $n } dagar
    }
results-proceedings = Förfaranden
mine-results = Vad det blev av ärendena som rör mig
mine-results-why = Utan meddelandenas ordalydelse. Din ärendehandläggare svarar på frågor.
mine-result-received = Åklagaren har tagit emot ditt ärende.
mine-result-investigating = Ditt ärende utreds.
mine-result-charged = Åtal har väckts i ditt ärende. Du kan komma att kallas som vittne; stöd finns att få.
mine-result-penalty-order = I ditt ärende finns ett strafföreläggande.
mine-result-discontinued-170 = Det räckte inte för åtal. Det som hände dig blir inte mindre av det; du kan begära överprövning.
mine-result-dropped-153 = Förfarandet avskrevs utan villkor. Det som hände dig blir inte mindre av det.
mine-result-dropped-153a = Förfarandet avskrivs mot ett villkor.
mine-result-dropped-154 = Ett annat, grövre brott lagförs; ditt finns kvar i akten.
mine-result-private-prosecution = Du hänvisas till enskilt åtal. Din ärendehandläggare och din station berättar vad du kan göra.
mine-result-convicted = I ditt ärende blev det en fällande dom.
mine-result-acquitted = Rätten friade. Vill du prata om det: på den här sidan står vem du kan vända dig till.
mine-result-other = Det finns nytt i ditt ärende. Din ärendehandläggare berättar mer.
audit-leaving = Visa utlämnat
audit-leaving-why = Vad som lämnade huset: till vem, när, på vilken grund. Även visningen loggas.
audit-leaving-none = Inget har lämnat dina stationer än.
audit-leaving-package = Paketets namn
audit-leaving-print = Fingeravtryck
audit-leaving-exported = utlämnat av
log-export-failed = Utlämnandet av { $who } misslyckades
log-package-handed-over = { $who } antecknade att ett paket överlämnats
log-recipient-told = { $who } underrättade mottagaren
log-recipient-confirmed = { $who } antecknade mottagarens bekräftelse
log-redaction-added = { $who } lät maskera uppgifter
log-redaction-lifted = { $who } upphävde en maskering
log-told = Den som berörs underrättades
log-result-noted = { $who } antecknade ett resultat
act-cases-exported = flera ärenden utlämnade
act-export-failed = utlämnande misslyckat
act-package-handed-over = paket överlämnat
act-recipient-confirmed = mottagarens bekräftelse
act-recipient-told = mottagare underrättad
act-redaction-added = maskering beslutad
act-redaction-lifted = maskering upphävd
act-result-noted = resultat antecknat
act-results-imported = resultat inlästa
act-transmissions-listed = utlämnat visat
notice-case-result = Det finns ett resultat i ett ärende som rör dig
applications = Begäran om åtal
applications-none = Ingen begäran om åtal är antecknad.
apply = Anteckna begäran om åtal
apply-send = Anteckna
apply-who = Vem begär åtal
apply-as = I egenskap av
apply-manner = Form
apply-behalf = För vem
apply-post = Tjänst vid tiden för gärningen (§ 77a StGB)
apply-entitled = Vad som ger rätt till det
apply-day = Dag
apply-certain = Både identitet och vilja till åtal måste stå fast (§ 158.2 StPO). Sedan den 17 juli 2024 behövs ingen underskrift.
apply-identity = Så står identiteten fast
apply-identity-example = Tjänstekort visades
apply-will = Så står viljan till åtal fast
apply-will-example = Förklarade uttryckligen att gärningen ska åtalas
apply-which = Meddelanden
apply-all = alla { $n }
apply-some = bara utvalda (av { $n })
apply-messages = Vilka
apply-sections = Begränsad till
apply-sections-none = utan begränsning
apply-knew = Kännedom om gärning och person sedan (om annat än i ärendet)
apply-knew-why = Bara om det är en annan dag än den som står i ärendet: för varje berättigad person löper en egen frist.
apply-late = Efter fristens sista dag ({ $day }). Begäran antecknas och märks som försenad.
apply-late-some = För { $n } av { $of } meddelanden efter fristens sista dag (den tidigaste: { $day }). Begäran antecknas och märks som försenad för dem.
apply-late-cautious = Efter det försiktigt räknade datumet ({ $day }). Den lagliga fristen löper inte än, eftersom upphovspersonen är okänd.
apply-end = Återkallelse eller misstag
apply-end-send = Notera
apply-end-how = Vad som hände
apply-end-reason = Vem som förklarade det och hur, eller vad som var fel
ending-withdrawn = återkallad
ending-withdrawn-why = För samma gärning kan personen inte begära det igen (§ 77d StGB).
ending-mistaken = antecknad av misstag
ending-mistaken-why = Den har aldrig gjorts så. Anteckningen förblir synlig.
applied-stands = finns
applied-late = försenad
applied-late-some = delvis försenad
applied-late-for = försenad bara för nr { $which }; tidigaste sista dag { $day }
applied-behalf = för { $who } · { $why }
applied-identity = Identitet: { $how }
applied-will = Vilja till åtal: { $how }
applied-by = antecknad av { $who }, { $when }
applied-only = begränsad till { $sections }
applied-in-time = i tid, fristen går ut { $day }
applied-too-late = efter fristens slut { $day }
applied-cautious = fristen löpte inte än, för säkerhets skull till { $day }
capacity-injured = målsägande
capacity-superior = chef i tjänsten
capacity-representative = laglig ställföreträdare
capacity-relative = anhörig
capacity-other = annan berättigad
manner-oral = muntligt till protokollet
manner-written = skriftligt
manner-electronic = elektroniskt
elementfinding-met = uppfyllt
elementfinding-not-met = inte uppfyllt
elementfinding-unclear = oklart
elements = Pröva rekvisiten
elements-done = { $n } av { $all } prövade
elements-why = En människa avgör, rekvisit för rekvisit; om en bestämmelse i sin helhet är uppfylld säger Streife aldrig. Rättsprofil { $seen } (rättsläge 11/2024).
elements-check = Pröva
elements-how = Bara det ni väljer antecknas. Tidigare prövningar finns kvar.
elements-open = öppen
elements-older = Tidigare lydelse av rekvisitet, rättsprofil { $seen }.
elements-unknown = Rättsprofilen har inga rekvisit för denna bestämmelse; alla ska prövas.
elements-before = hittills { $finding } ({ $who })
elements-finding = Resultat
elements-note = Anteckning
log-application-recorded = { $who } antecknade en begäran om åtal
log-application-withdrawn = { $who } antecknade att en begäran om åtal återkallats
log-application-mistaken = { $who } märkte en begäran om åtal som misstag
log-element-checked = { $who } prövade ett rekvisit
log-offender-known = { $who } noterade sedan när upphovspersonen är känd
act-application-recorded = begäran om åtal antecknad
act-application-withdrawn = begäran om åtal återkallad
act-application-mistaken = begäran om åtal märkt som misstag
act-element-checked = rekvisit prövat
act-offender-known = upphovsperson noterad
ground-application = en begäran om åtal tillkom eller återkallades
applied-all =
    { $n ->
        [one] för det enda meddelandet
       *[other] för alla { $n } meddelanden
    }
applied-some =
    { $n ->
        [one] för { $n } meddelande
       *[other] för { $n } meddelanden
    }
elements-check-send =
    { $n ->
        [one] Notera { $n } rekvisit
       *[other] Notera { $n } rekvisit
    }

## Ta ut ur ett ärende
release = Ta ut ur ärendet
release-send = Ta ut
release-what = Meddelandet står sedan där det stod innan. Det som säkrats finns kvar, och ärendet behåller anteckningen.
release-erases = Den som skrev det har tagit tillbaka det: när inget ärende längre behöver meddelandet raderas texten.
release-reason = Varför hör det inte till ärendet?
released-items = { $n ->
    [one] Ett meddelande togs ut ur ärendet
   *[other] { $n } meddelanden togs ut ur ärendet
}
item-released = Meddelande { $n }: uttaget av { $who } { $when }, SHA-256:
did-bind = { $who } säkrade meddelandet i ett ärende
did-release = { $who } tog ut meddelandet ur ett ärende
met-out-of-case = { $who } tog ut meddelandet ur ett ärende { $when }.
log-item-released = { $who } tog ut ett meddelande ur ärendet
act-item-released = meddelande uttaget ur ärendet
act-released-from-case = uttaget ur ärendet
ground-released = ett meddelande togs ut ur ärendet
notice-stream-key = Ett kontos nyckel gäller inte längre
notice-stream-failing = Ett konto har inte lästs på över en timme
notice-stream-silent = Ett konto är ovanligt tyst
notice-stream-mended = Ett konto hörs igen
notice-streams = { $n ->
    [one] en kanal
   *[other] { $n } kanaler
}
act-trouble-found = störning i en kanal märkt
act-trouble-ended = störning i en kanal över
hold = Bevara
hold-why = Det som bevaras blir kvar, även om det raderas i nätverket eller kontot avslutas.
hold-what = Meddelandet blir kvar här tills någon häver bevarandet. Skälet står i loggen.
hold-send = Bevara
hold-end = Häv bevarandet
hold-end-what = Om inget annat behöver meddelandet raderas dess ord när tiden är ute. Skälet står i loggen.
hold-end-send = Häv
hold-stands = { $who } bevarar det här meddelandet sedan { $when }
hold-goes = Raderat i nätverket: orden försvinner även här, tidigast { $when }
no-notices = { $platform } säger inte till när något är nytt: läsningen går vidare i sin takt, omnämnanden på andras sidor kan saknas.
no-notices-remedy = Administratörerna kontrollerar appen hos Meta, sedan ansluts kontot på nytt.
