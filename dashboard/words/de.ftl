## Zeit
time-today = heute { $clock }
time-yesterday = gestern { $clock }
time-tomorrow = morgen { $clock }
time-ago = vor { $span }
span-minutes = { $n } min
span-hours = { $n } h
span-days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tagen
}
date-pattern = ccc d.M.
date-pattern-year = d.M.yyyy
date-pattern-full = ccc, d. MMM yyyy
stamp-pattern = dd.MM.yyyy HH:mm:ss
never = nie

## Rahmen
door-triage = Triage
door-handovers = Übergaben
door-cases = Fälle
door-figures = Resonanz
door-accounts = Konten
door-audit = Protokoll
door-help = Hilfe
training = Übungsdaten
training-why = alles hier ist erfunden
as-of = Stand { $clock }
silent-streams = { $n } von { $of } Kanälen stumm
setting-mask = Feindselige Texte verdecken
setting-keys = Einzeltasten verwenden
setting-keys-why = Ausschalten, wenn eine Sprachsteuerung mithört.
setting-compact = Liste oder Meldung zeigen, nicht beides
setting-compact-why = Für schmale Fenster und starke Vergrößerung.
setting-language = Sprache
sign-out = Abmelden
sign-in = Anmelden
signed-out = Sie sind nicht angemeldet
signed-out-why = Die Sitzung ist beendet. Es geht nichts verloren: Was gespeichert ist, bleibt.
page-refused = Diese Seite ist für Ihre Rolle nicht vorgesehen
page-refused-why = Der Aufruf steht im Protokoll. Wer die Rolle braucht, wendet sich an die Verwaltung der Dienststelle.
switch = Auswahl
open = Öffnen
opened = geöffnet
reload = Neu laden
as-table = Als Tabelle
none = keine
n-of = { $n } von { $of }
n-messages = { $n ->
    [one] eine Meldung
   *[other] { $n } Meldungen
}
unknown-person = unbekannt

## Störungen
trouble-conflict = Nicht gespeichert: Jemand anders war schneller. Bitte die Meldung noch einmal ansehen und dann entscheiden.
trouble-not-allowed = Dazu fehlt die Berechtigung. Es wurde nichts geändert.
trouble-not-found = Das gibt es hier nicht oder nicht mehr. Es wurde nichts geändert.
trouble-refused = Das passt nicht zum jetzigen Stand. Es wurde nichts geändert, Ihre Eingaben bleiben stehen.
trouble-store = Der Speicher antwortet gerade nicht. Es geht nichts verloren: Meldungen werden nachgeholt. Bitte gleich noch einmal versuchen.

## Akut
acute-open = Akut · { $n } offen
acute-no-substitute = Kein Ersatz für den Notruf. Zuerst Leitstelle 110, dann antworten.
acknowledge = Leitstelle informiert
acknowledged = Leitstelle informiert

## Eingang
views = Eingang
view-open = Offen { $n }
view-tips = Hinweise { $n }
view-waiting = Wartet { $n }
view-all = Alle
filter = Filter
filter-on = Filter aktiv
filter-account = Konto
filter-platform = Netzwerk
filter-intent = Anliegen
filter-hostile = Feindseligkeit
filter-any = alle
filter-clear = Filter aufheben
hostile-yes = nur feindselige
hostile-no = ohne feindselige
source = { $platform }-{ $kind } an { $to }
masked = Text verdeckt · { $n } Zeichen
unmask = Text zeigen
text-cut = … und { $rest } weitere Zeichen, hier gekürzt. Das Original ist vollständig gesichert.
show-new = { $n ->
    [one] eine neue Meldung zeigen
   *[other] { $n } neue Meldungen zeigen
}
load-more = Weitere laden
to-start = Zum Anfang
back-to-queue = Eingang
none-filtered = Nichts passt zum Filter
none-filtered-why = Andere Meldungen warten womöglich. Ohne Filter sehen Sie alle.
none-open = Alles gesichtet
none-open-why = Neues erscheint hier von selbst, Notfälle stehen immer ganz oben.
none-tips = Kein bestätigter Hinweis wartet
none-tips-why = Was Sie als Hinweis bestätigen, liegt hier, bis es übergeben ist.
none-waiting = Nichts liegt bei anderen
none-waiting-why = Übergebene Meldungen stehen hier, bis der Kontaktbereich sie abschließt.
none-all = Noch keine Meldung
none-all-why = Sobald ein Konto verbunden ist, treffen hier die ersten Meldungen ein.
pane-empty = Keine Meldung geöffnet
pane-empty-why = Links eine Meldung öffnen, oder mit J die nächste. Jedes Öffnen wird im Protokoll vermerkt.
pane-done = Hier wartet nichts
pane-done-why = Ein guter Moment für eine Pause.
not-assessed = noch ohne Einschätzung
abstained = enthält sich
corrected = berichtigt
edited = bearbeitet
deleted = gelöscht
answered = beantwortet

## Meldung
reads-along = { $who } liest mit
came-back = { $who } hat die Meldung zurückgegeben:
at-oneself = Das richtet sich womöglich gegen Sie selbst. Sie müssen es nicht lesen: { $names } übernimmt so etwas für Sie.
at-oneself-nobody = Das richtet sich womöglich gegen Sie selbst. Sie müssen es nicht allein lesen: Sprechen Sie eine Kollegin oder einen Kollegen an.
thread = Gespräch · { $n ->
    [one] eine weitere Nachricht
   *[other] { $n } weitere Nachrichten
}
history = Verlauf · { $n }
wordings = Bearbeitet · { $n } Fassungen
wording = Fassung { $n } · { $when }
verdict = Einschätzung
verdict-question = Frage
verdict-suggestion = Vorschlag
verdict-sureness = Sicherheit
verdict-pending = Die Einschätzung läuft noch. Sie können schon jetzt entscheiden.
verdict-corrected = Ein Mensch hat die Einschätzung berichtigt; die Tabelle zeigt, was die Maschine vorschlug.
verdict-yellow = Gelb markiert ist, was den Ausschlag gab.
verdict-suggests = Ein Vorschlag, kein Urteil. Modell { $model }.
question-intent = Anliegen
question-otherwise = sonst
question-hostility = Feindseligkeit
question-target = Ziel
abstains = *enthält sich*
abstains-nearest = *enthält sich*, am ehesten { $label }
urgent-emergency = Akut, weil eine Gefahr gerade besteht.
urgent-tip = Heute, weil ein Hinweis schnell veraltet.
urgent-report = Heute, weil jemand selbst geschädigt wurde.
urgent-question = Eine Frage, die Zeit hat.
urgent-suggestion = Eine Anregung, die Zeit hat.
urgent-praise = Lob, das sich über eine Antwort freut.
urgent-criticism = Kritik, auf die man antworten kann.
urgent-spam = Werbung ohne Eile.
urgent-other = Ohne erkennbares Anliegen.
urgent-threat = Heute, weil jemand bedroht wird.
urgent-incitement = Heute, weil zu Taten aufgerufen wird.
urgent-doxxing = Heute, weil persönliche Daten verbreitet werden.
urgent-sexual = Heute, weil jemand sexuell belästigt wird.
did-tip = { $who } bestätigte den Hinweis
did-dismiss = { $who } schloss die Meldung ab
did-correct = { $who } berichtigte die Einschätzung
did-acknowledge = { $who } informierte die Leitstelle
did-answer = { $who } antwortete
did-reopen = { $who } nahm die Entscheidung zurück
did-hand-over = { $who } übergab an { $to }
did-accept = { $who } nahm an
did-return = { $who } gab zurück
did-finish = { $who } schloss ab: { $outcome }

## Handlungen
previous = Vorige Meldung
next = Nächste Meldung
confirm-tip = Hinweis bestätigen
hand-over = Übergeben
answer = Antwort vermerken
open-case = Fall anlegen
dismiss = Erledigt
correct = Berichtigen
undo = Rückgängig
nothing-open = Keine Meldung geöffnet
reading-only = Nur Einsicht: Über diese Meldung entscheiden andere.
done-tip = Hinweis bestätigt
done-acknowledge = Leitstelle informiert
done-hand-over = Übergeben
done-answer = Antwort vermerkt
done-dismiss = Erledigt
done-correct = Berichtigt
done-case = Im Fall gesichert
done-undo = Zurückgenommen

## Formulare
form-missing = Es fehlt noch eine Angabe.
form-contact-officer = Kontaktbereich
form-why-you = Warum kommt es dorthin?
form-why-you-example = Etwa: Ihr Bezirk, dritter Hinweis auf dieselbe Garage
form-due = Bis wann
form-answer = Wortlaut der Antwort
form-reason = Grund
form-reason-more = In eigenen Worten
form-reason-optional = Grund (freiwillig)
form-case = Fall
form-title = Titel
form-entitled = Betroffene Person
form-role = Rolle
form-hints = Zu prüfende Vorschriften
form-note = Notiz
form-outcome = Was wurde daraus
form-outcome-note = Notiz für die Absenderin oder den Absender der Übergabe
form-end-state = Der Fall wird
form-end-reason = Grund oder Empfänger
new-case = Neuer Fall
hand-over-send = Übergeben
answer-send = Vermerken
dismiss-send = Abschließen
correct-send = Berichtigen
open-case-send = Fall anlegen
add-to-case-send = Diesem Fall hinzufügen
give-back-send = Zurückgeben
finish-send = Abschließen
end-case-send = Vermerken
answer-not-sent = Streife sendet noch nicht. Bitte im Netzwerk selbst antworten und den Wortlaut hier vermerken.
no-contact-officer = In dieser Dienststelle ist niemand als Kontaktbereich eingetragen. Die Verwaltung kann das ändern.
dismiss-hostile = Die Meldung ist als feindselig eingeschätzt. § 163 StPO verlangt einen Grund, der auch der Staatsanwaltschaft einleuchtet.
reason-lawful = Erlaubte Kritik
reason-spam = Werbung
reason-settled = Bereits erledigt
reason-no-offence = Keine Straftat erkennbar
reason-no-content = Ohne Inhalt
back-other-district = Anderer Bezirk
back-investigation = Gehört zur Ermittlung
back-biased = Bin befangen
hint-185 = § 185 Beleidigung
hint-186 = § 186 Üble Nachrede
hint-187 = § 187 Verleumdung
hint-188 = § 188 gegen Personen des politischen Lebens
hint-192a = § 192a Verhetzende Beleidigung
hint-130 = § 130 Volksverhetzung
hint-241 = § 241 Bedrohung
hint-126 = § 126 Androhung von Straftaten
hint-140 = § 140 Billigung von Straftaten
hint-111 = § 111 Aufforderung zu Straftaten
hint-126a = § 126a Verbreiten personenbezogener Daten
hint-86a = § 86a Kennzeichen
hint-184 = § 184 ff. Sexuelle Inhalte
hint-238 = § 238 Nachstellung
hint-240 = § 240 Nötigung
hints-no-verdict = Anhaltspunkte für die Prüfung durch einen Menschen (StGB), kein Urteil. Rechtsstand 11/2024.
hints-to-check = Zu prüfen

## Übergaben
side-to-me = An mich { $n }
side-from-me = Von mir { $n }
no-handovers = Noch keine Übergaben
no-handovers-why = Was Sie übergeben oder was zu Ihnen kommt, steht hier mit Frist und Ergebnis.
nothing-waits = Nichts wartet auf Sie
nothing-waits-why = Alles Übergebene ist angenommen oder beantwortet.
due = bis { $when }
due-past = Frist war { $when }
why-to-you = { $who }:
no-note = ohne Notiz
accept = Annehmen
give-back = Zurückgeben
handed-over = übergeben { $when }
in-work = In Arbeit
in-work-none = Nichts in Arbeit.
finish = Abschließen
finished = Abgeschlossen
to-whom = an { $who }

## Fälle
no-cases = Noch kein Fall
no-cases-why = Ein Fall entsteht in der Triage: eine feindselige Meldung öffnen und „Fall anlegen“ wählen.
back-to-cases = Alle Fälle
for-whom = { $who } ({ $role })
case-since = seit { $when } · angelegt von { $who }
case-messages = Gesicherte Meldungen
affected = Betroffene Person
ended-reason = Abschluss
end-case = Fall beenden
clock-77b = Antragsfrist § 77b StGB
clock-left = { $n ->
    [0] endet heute
    [one] noch { $n } Tag
   *[other] noch { $n } Tage
}
clock-over = abgelaufen am { $day }
clock-until = bis **{ $day }**
clock-cautious = vorsorglich bis **{ $day }**
clock-running = Drei Monate ab Kenntnis von Tat und Person.
clock-not-running = Gezählt ab erster Sichtung, weil der Urheber unbekannt ist. Die gesetzliche Frist läuft noch nicht.
evidence = Beweise
secured = { $n } gesichert
secured-originals = { $n ->
    [one] ein Original mit Prüfsumme
   *[other] { $n } Originale mit Prüfsumme
}
deleted-since = { $n ->
    [one] eine Meldung inzwischen gelöscht
   *[other] { $n } Meldungen inzwischen gelöscht
}
offender-known = Urheber bekannt
offender-unknown = Urheber unbekannt
item-bound = Fassung { $version }, gesichert von { $who } { $when }, SHA-256:
timeline = Verlauf
times-over = { $n }-mal
log-case-opened = { $who } legte den Fall an
log-case-read = { $who } sah den Fall ein
log-case-sent = { $who } gab den Fall ab
log-case-closed = { $who } schloss den Fall
log-case-exported = { $who } leitete die Akte aus
log-package-written = Paket für { $who } geschrieben und versiegelt
log-refused = { $who } wurde der Zugriff verwehrt
log-other = { $who }: { $act }
export = Akte ausleiten
export-why = Originale, Prüfsummen und Protokollauszug in einem Paket, das jeder nachprüfen kann. Die Ausleitung ist protokolliert.
export-save = Paket speichern
fingerprint = Fingerabdruck des Pakets: auf getrenntem Weg mitteilen.

## Konten
no-accounts = Kein Konto verbunden
no-accounts-why = Die Verwaltung verbindet Konten mit „streife accounts“. Danach sehen Sie hier, was ankommt und was nicht.
sum-heard = Kanäle mit Empfang
sum-open-gaps = Offene Lücken
sum-silent-accounts = Gestörte Konten
no-streams = Dieses Konto ist eingetragen, aber noch nicht verbunden: Hier kommt nichts an.
strip-heard = gehört
strip-filled = nachgeholt
strip-open = Lücke
strip-lost = verloren
strip-alt = Empfang der letzten sieben Tage, offene Lücken: { $open }
last-heard = { $stream }: zuletzt { $when }
not-polled = nicht eingeplant
poll-due = nächster Abruf jetzt
next-poll = nächster Abruf { $when }
stream-mentions = Erwähnungen
stream-comments = Kommentare
stream-messages = Direktnachrichten
stream-notifications = Mitteilungen
error-authexpired = Der Zugang wird abgelehnt: Das Konto muss neu verbunden werden.
error-ratelimited = Das Kontingent ist erschöpft: Der Abruf geht später von selbst weiter.
error-transient = Das Netzwerk ist gerade nicht erreichbar: Der nächste Abruf versucht es wieder.
error-schemachanged = Das Netzwerk antwortet in einer neuen Form: Der Anschluss muss angepasst werden.
error-other = Der Abruf ist gescheitert. Es wird weiter versucht.
gap-open = Lücke von { $start } bis { $end }, wird noch versucht
gap-filled = Lücke von { $start } bis { $end } nachgeholt
gap-lost = { $start } bis { $end } ist verloren

## Protokoll
audit-why = Jede Änderung und jede Einsicht, verkettet nach RFC 6962. Die Prüfung rechnet alles neu.
audit-verify = Protokoll prüfen
audit-holds = Unverändert: { $n } Einträge. Wurzel:
audit-broken = Das Protokoll stimmt nicht mehr mit dem überein, was geschrieben wurde:
audit-shown = Die letzten { $n } Einträge, neueste zuerst
audit-number = Nr.
audit-at = Zeit
audit-actor = Wer
audit-act = Was
audit-subject = Woran
audit-detail = Einzelheiten

## Hilfe
help-emergency = Streife ist kein Notruf. Bei Gefahr zuerst die Leitstelle **110**, dann antworten.
help-keys = Tasten
help-keys-off = Einzeltasten lassen sich beim eigenen Namen oben rechts ausschalten.
help-words = Anliegen
help-hostility = Feindseligkeit
help-people = An wen wenden
help-administrators = Rollen, Konten, Kennwörter: { $names }.
help-no-administrator = In Ihrer Dienststelle ist keine Verwaltung eingetragen.
help-support = Was hier zu lesen ist, kann belasten. Sie müssen es nicht allein tragen: Kolleginnen und Kollegen, der Sozialdienst und die Seelsorge der Polizei sind für Sie da.
about-emergency = Gefahr für Leib, Leben oder Sachen, gerade jetzt.
about-tip = Könnte der Polizei helfen.
about-report = Jemand wurde selbst geschädigt und meldet es.
about-question = Möchte etwas wissen.
about-suggestion = Schlägt etwas vor.
about-praise = Dank, Gruß, freundliches Gespräch.
about-criticism = Widerspricht der Polizei oder Politik; darf wütend sein.
about-spam = Werbung und Betrug.
about-other = Alles andere, auch bloße Beschimpfung.
about-insult = Herabsetzung einer Person oder der Polizei.
about-threat = Droht mit einer Tat.
about-incitement = Ruft zu Taten auf oder heißt sie gut.
about-hate = Gegen eine geschützte Gruppe.
about-doxxing = Verbreitet private Daten oder kündigt es an.
about-symbol = Zeigt verbotene Kennzeichen.
about-sexual = Sexuelle Belästigung.
about-defamation = Ehrenrührige Behauptung über eine benannte Person.

## Wörter der Arbeit
intent-emergency = Notfall
intent-tip = Hinweis
intent-report = Anzeigewunsch
intent-question = Frage
intent-suggestion = Anregung
intent-praise = Lob
intent-criticism = Kritik
intent-spam = Spam
intent-other = Sonstiges
hostility-insult = Beleidigung
hostility-threat = Bedrohung
hostility-incitement = Aufruf
hostility-hate = Hass
hostility-doxxing = Doxxing
hostility-symbol = Kennzeichen
hostility-sexual = Sexuell
hostility-defamation = Verleumdung
target-officer = Beamtin oder Beamter
target-police = Polizei
target-official = Amtsträger
target-group = Gruppe
target-person = Person
target-none = niemand
urgency-acute = Akut
urgency-today = Heute
urgency-routine = Routine
platform-x = X
platform-facebook = Facebook
platform-instagram = Instagram
platform-youtube = YouTube
platform-bluesky = Bluesky
platform-mastodon = Mastodon
kind-post = Beitrag
kind-comment = Kommentar
kind-dm = Direktnachricht
state-open = offen
state-tip = Hinweis bestätigt
state-handed-over = übergeben
state-in-case = im Fall
state-dismissed = erledigt
state-done = abgeschlossen
handoverstate-waiting = wartet
handoverstate-accepted = angenommen
handoverstate-returned = zurückgegeben
handoverstate-done = abgeschlossen
outcome-true-tip = Der Hinweis traf zu
outcome-led-further = Der Hinweis führte weiter
outcome-nothing-found = Nichts gefunden
casestate-open = offen
casestate-sent = abgegeben
casestate-closed = geschlossen
personrole-officer = Beamtin oder Beamter
personrole-official = Amtsträger
personrole-group = Gruppe
personrole-person = Person
hearing-broken = gestört
hearing-overdue = überfällig
hearing-never = noch nie gehört
hearing-heard = gesund

## Resonanz
weeks-4 = 4 Wochen
weeks-8 = 8 Wochen
weeks-26 = Halbjahr
no-figures = Noch keine Zahlen
no-figures-why = In diesem Zeitraum kam nichts an. Ein längerer Zeitraum zeigt vielleicht mehr.
figures-no-officer = Zahlen gelten Dienststellen, Netzwerken und Anliegen, nie einzelnen Personen.
alarm-none = Kein Notfall wartet auf die Leitstelle.
alarm-waiting = { $n ->
    [one] Ein Notfall wartet, seit { $age }.
   *[other] { $n } Notfälle warten, der älteste seit { $age }.
}
metric-messages = Meldungen je Woche
metric-tips = Hinweise übergeben
metric-helpful = Hinweise, die halfen
metric-hostile = Feindselig
day = Tag
step = Schritt
messages = Meldungen
median = Median
low = schnellste 10 %
high = langsamste 10 %
sort-talk = Gespräch
sort-help = Hinweis, Anzeige, Notfall
sort-criticism = Kritik
sort-hostile = Feindselig
chart-messages = Meldungen je Tag
chart-more = Es wird mehr geschrieben: { $share } über der ersten Hälfte
chart-fewer = Es wird weniger geschrieben: { $share } unter der ersten Hälfte
chart-messages-sub = Meldungen je Tag nach Art
chart-intent = Anliegen
chart-intent-first = Häufigstes Anliegen: { $label }, { $share }
chart-intent-sub = Meldungen nach Anliegen, wie eingeschätzt oder berichtigt
chart-platform = Netzwerke
chart-platform-first = Die meisten schreiben über { $label }: { $share }
chart-platform-sub = Meldungen nach Netzwerk
chart-look = Bis zum ersten Blick
chart-look-longest = Am längsten ungesehen bleibt { $label }: { $span }
chart-answer = Bis zur ersten Antwort
chart-answer-longest = Am längsten wartet man bei { $label }: { $span }
chart-waits-sub = Median und mittlere 80 %, Woche ab { $week }
chart-tips = Weg der Hinweise
chart-tips-helpful = { $share } der angenommenen Hinweise halfen
chart-tips-sub = Von der Einschätzung bis zum Ergebnis
tips-suggested = vorgeschlagen
tips-confirmed = bestätigt
tips-handed-over = übergeben
tips-accepted = angenommen
tips-helpful = halfen
