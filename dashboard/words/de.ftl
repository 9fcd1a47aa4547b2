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
date-field = DD.MM.YYYY
stamp-pattern = dd.MM.yyyy HH:mm:ss
today = heute
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
page-unknown = Diese Seite gibt es nicht
page-unknown-why = Unter dieser Adresse steht nichts. Vielleicht wurde sie falsch abgeschrieben.
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
trouble-not-allowed = Dazu fehlt die Berechtigung. Es wurde nichts geändert. Die Verwaltung der Dienststelle kann sie vergeben.
trouble-not-found = Das gibt es hier nicht oder nicht mehr. Es wurde nichts geändert.
trouble-refused = Das passt nicht zum jetzigen Stand. Es wurde nichts geändert, Ihre Eingaben bleiben stehen.
trouble-network = Das Netzwerk gibt es gerade nicht her. Es wurde nichts gesichert; bitte später noch einmal versuchen.
trouble-other = Das hat nicht geklappt. Verloren ist nichts; woran es lag, steht hier.
trouble-store = Der Speicher antwortet gerade nicht. Es geht nichts verloren: Meldungen werden nachgeholt. Bitte gleich noch einmal versuchen.

## Akut
acute-open = Akut · { $n } offen
acute-maybe = Vielleicht akut · { $n }
acute-maybe-why = Die Einschätzung enthält sich hier. Bitte selbst lesen.
acute-rest = Weitere { $n } zeigen
acute-in-queue = { $n } weitere stehen in der Liste ganz oben.
acute-sure = Notfall zu { $share }
acute-unsure = am ehesten { $label }, Notfall zu { $share }
acute-by-hand = von einem Menschen als Notfall eingestuft
acute-no-substitute = Kein Ersatz für den Notruf. Zuerst die Leitstelle anrufen, dann antworten.
acknowledge = Leitstelle informiert
acknowledged = Leitstelle informiert

## Eingang
views = Eingang
view-open = Offen { $n }
view-tips = Hinweise { $n }
view-waiting = Wartet { $n }
view-all = Alle
view-reread = Nachlesen
reread-waiting = { $n ->
    [one] Stichprobe: eine Meldung nachlesen
   *[other] Stichprobe: { $n } Meldungen nachlesen
}
reread-look = Ansehen
reread-lead = Zufällig gezogen aus dem, was Streife für harmlos hielt. Bitte lesen und bestätigen oder berichtigen: So wird gezählt, was sie übersieht.
reread-ask = **Stichprobe:** Streife hielt diese Meldung für harmlos, also weder Notfall noch Hinweis, Anzeige oder feindselig. Stimmt das?
reread-correct = Nein, berichtigen
filter = Filter
filter-on = Filter · { $n }
filter-account = Konto
filter-beat = Bezirk
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
text-goes-on = … und { $rest } weitere Zeichen. Mit „Öffnen“ sehen Sie alles.
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
none-reread = Alles nachgelesen
none-reread-why = Neues für die Stichprobe kommt von selbst dazu, jede Woche ein wenig.
pane-empty = Keine Meldung geöffnet
pane-empty-why = Links eine Meldung öffnen, oder mit J die nächste. Jedes Öffnen wird im Protokoll vermerkt.
pane-done = Hier wartet nichts
pane-done-why = Ein guter Moment für eine Pause.
not-assessed = noch ohne Einschätzung
abstained = enthält sich
corrected = berichtigt
edited = bearbeitet
deleted = gelöscht
deleted-undecided = vom Urheber gelöscht
answered = beantwortet

## Meldung
reads-along = { $who } liest mit
came-back = { $who } hat die Meldung zurückgegeben:
thread = Gespräch · { $n ->
    [one] eine weitere Nachricht
   *[other] { $n } weitere Nachrichten
}
history = Verlauf · { $n }
attachment-image = Bild
attachment-video = Film
attachment-audio = Ton
attachment-file = Datei
attachment-link = Verweis
attachment-other = Anhang
attachment-untold = ohne Beschreibung
attachment-nowhere = ohne Adresse
attachment-secure = Sichern
attachment-why = Holt die Datei jetzt vom Netzwerk und legt sie unverändert als Beweis ab. Der Abruf wird protokolliert; der fremde Server sieht ihn.
attachment-training = In Übungsdaten ist alles erfunden: Unter dieser Adresse liegt nichts.
attachment-fetching = Wird geholt …
attachment-secured = gesichert { $when } von { $who }, SHA-256 { $sha256 }
attachment-gone = Diese Adresse nennt nur eine frühere Fassung.
answers = Antworten · { $n }
answer-written = geschrieben { $when }
answer-went-out = gesendet { $when }
answer-seen = im Netzwerk wiedergesehen { $when }
answer-next-try = nächster Versuch { $when }
answer-take-back = Zurücknehmen
done-take-back = Antwort zurückgenommen
wordings = Bearbeitet · { $n } Fassungen
wording = Fassung { $n } · { $when }
verdict = Einschätzung
verdict-question = Frage
verdict-suggestion = Vorschlag
verdict-sureness = Sicherheit
verdict-pending = Die Einschätzung läuft noch. Sie können schon jetzt entscheiden.
verdict-unread = Die Maschine konnte diese Nachricht nicht lesen; bitte selbst lesen.
verdict-corrected = Ein Mensch hat die Einschätzung berichtigt; die Tabelle zeigt, was die Maschine vorschlug.
verdict-tip-first = Damit kein Hinweis untergeht, geht er hier einem etwas wahrscheinlicheren Anliegen vor.
verdict-yellow = Gelb markiert ist, was den Ausschlag gab.
verdict-described = Den Ausschlag gab auch, wie ein Bild oder eine Datei beschrieben ist.
verdict-read-with = { $n ->
    [one] Zusammen gelesen mit einer Nachricht derselben Person kurz davor oder danach: Erst so klingt es nach einem Notfall.
   *[other] Zusammen gelesen mit { $n } Nachrichten derselben Person kurz davor oder danach: Erst so klingt es nach einem Notfall.
}
verdict-suggests = Ein Vorschlag, kein Urteil. Modell { $model }.
read-past = Gelesen als: { $words }
read-past-more = und { $rest } weitere
read-past-unknown = Ob hier etwas verstellt geschrieben ist, lässt sich gerade nicht sagen.
safety-rules = Regel, die anschlug: { $rules }
safety-rules-unknown = Ob eine Regel anschlug, lässt sich gerade nicht sagen.
rule-suicide-announced = Suizid angekündigt
rule-attack-now = Angriff jetzt
rule-attack-announced = Angriff angekündigt
rule-life-in-danger = Leben in Gefahr
rule-fire-now = Feuer jetzt
rule-intruder-now = Eindringling jetzt
rule-cry-for-help = Hilferuf
rule-bare-cry = nichts als ein Hilferuf
rule-threat-to-kill-or-hurt = Tötung oder Gewalt angedroht
rule-farewell = Abschied, oder „ohne mich wäre es besser“
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
urgent-unsure = Unsicher: Bitte heute selbst lesen.
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
did-reopen-by-edit = Wieder offen, weil der Text oder ein Bild geändert wurde
did-reopen-by-verdict = Wieder offen: Sie war erledigt worden, bevor sie als Notfall erkannt wurde
did-harmless = { $who } las nach und bestätigte: harmlos
did-hand-over = { $who } übergab an { $to }
did-accept = { $who } nahm an
did-return = { $who } gab zurück
did-finish = { $who } schloss ab: { $outcome }

## Handlungen
previous = Vorige Meldung
next = Nächste Meldung
confirm-tip = Hinweis bestätigen
hand-over = Übergeben
answer = Antworten
open-case = Fall anlegen
dismiss = Erledigt
correct = Berichtigen
confirm-harmless = Ja, harmlos
more = Mehr
undo = Rückgängig
nothing-open = Keine Meldung geöffnet
wave-open = Eine Welle ist offen. Mit X alle auswählen, oder eine einzelne öffnen.
reading-only = Nur Einsicht: Über diese Meldung entscheiden andere.
done-tip = Hinweis bestätigt
done-acknowledge = Leitstelle informiert
done-hand-over = Übergeben
done-answer = Antwort vermerkt
done-reply = Antwort liegt bereit
done-dismiss = Erledigt
done-correct = Berichtigt
done-case = Im Fall gesichert
done-undo = Zurückgenommen
done-harmless = Als harmlos bestätigt

## Formulare
form-choose = Bitte wählen
form-missing = { $n ->
    [one] Es fehlt noch eine Angabe: { $fields }
   *[other] Es fehlen noch { $n } Angaben: { $fields }
}
form-contact-officer = Kontaktbereich
form-why-you = Warum kommt es dorthin?
form-why-you-example = Etwa: Ihr Bezirk, dritter Hinweis auf dieselbe Garage
form-due = Bis wann
form-answer = Wortlaut der Antwort
form-way = Auf welchem Weg
way-comment = Öffentliche Antwort
way-comment-who = Öffentliche Antwort, für alle lesbar
way-dm = Direktnachricht
way-dm-who = Direktnachricht, nur für die Absenderin oder den Absender
form-reason = Grund
form-reason-more = In eigenen Worten
form-reason-optional = Grund (freiwillig)
form-case = Fall
form-title = Titel
form-entitled = Betroffene Person
form-role = Rolle
form-hints = Zu prüfende Vorschriften
form-note = Notiz
form-offender-known = Urheber bekannt seit (leer: noch unbekannt)
form-offender-known-help = Ab diesem Tag läuft die Antragsfrist nach § 77b StGB, für jede Tat frühestens ab ihrer ersten Sichtung.
form-outcome = Was wurde daraus
form-outcome-note = Notiz für die Absenderin oder den Absender der Übergabe
form-end-state = Der Fall wird
form-end-reason = Grund oder Empfänger
new-case = Neuer Fall
hand-over-send = Übergeben
reply-send = Senden
answer-send = Anderswo beantwortet
dismiss-send = Abschließen
correct-send = Berichtigen
open-case-send = Fall anlegen
add-to-case-send = Diesem Fall hinzufügen
give-back-send = Zurückgeben
finish-send = Abschließen
end-case-send = Vermerken
answer-as = „Senden“ schickt den Wortlaut über { $handle } ins Netzwerk. Bis er unterwegs ist, lässt er sich zurücknehmen.
answer-only-dm = Hier lässt sich nur mit einer Direktnachricht antworten.
answer-in-training = In der Übung wird nichts gesendet. Vorlagen und Freigabe lassen sich ausprobieren, der Wortlaut lässt sich vermerken.
answer-not-yours = Über dieses Konto sendet nur, wem es gehört: { $who }. Wurde anderswo geantwortet, bitte den Wortlaut hier vermerken.
answer-no-key = Dieses Konto ist nicht verbunden, deshalb kann Streife hier nicht senden. Verbunden wird es auf der Seite „Konten“. Bis dahin bitte im Netzwerk selbst antworten und den Wortlaut hier vermerken.
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
underway = Unterwegs
underway-none = Nichts ist unterwegs.
came-of-it = Was daraus wurde
came-of-it-none = Noch ist nichts beantwortet.
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
clock-passed = { $n ->
    [one] für { $n } andere Tat abgelaufen
   *[other] für { $n } andere Taten abgelaufen
}
clock-ended = Fall beendet am { $day }
clock-alt = Die Frist läuft von { $start } bis { $end }.
clock-until = bis **{ $day }**
clock-cautious = vorsorglich bis **{ $day }**
clock-running = Drei Monate ab Kenntnis von Tat und Person, für jede Tat; gezeigt ist die nächste Frist.
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
offender-known = Urheber bekannt seit { $day }
offender-unknown = Urheber unbekannt
offender-note = Urheber vermerken
offender-note-send = Vermerken
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
no-accounts-why = Die Verwaltung trägt Konten mit „streife accounts“ ein. Danach sehen Sie hier, was ankommt und was nicht.
sum-heard = Kanäle mit Empfang
sum-silent = Ungewohnt still
sum-channels = { $n ->
    [0] keiner
    [one] ein Kanal
   *[other] { $n } Kanäle
}
sum-open-gaps = Offene Lücken
sum-lost = Verloren
span-1 = 24 Stunden
span-7 = 7 Tage
span-30 = 30 Tage
no-streams = Dieses Konto ist eingetragen, aber noch nicht verbunden: Hier kommt nichts an.
account-resting = ruht
badge-silent = ungewohnt still
strip-alt = Empfang je Kanal als Streifen. Lücken und was sonst nicht einfach gehört wurde: { $n }, unten als Tabelle.
heard-known = gehört
heard-filled = nachgeholt
heard-filling = Lücke
heard-unreadable = nicht lesbar
heard-lost = verloren
heard-late = noch nicht abgefragt
heard-blind = nie gelesen
accounts-training = In der Übung ruht der Abruf: Diese Seite zeigt den Stand von { $when }.
heard-last = Zuletzt gehört
last-heard = **{ $when }** { $stream }
not-polled = nicht eingeplant
poll-due = nächster Abruf jetzt
next-poll = nächster Abruf { $when }
stream-mentions = Erwähnungen
stream-comments = Kommentare
stream-threads = Antworten unter eigenen Beiträgen
stream-dms = Direktnachrichten
stream-messages = Direktnachrichten
stream-notifications = Mitteilungen
stream-quotes = Zitate
stream-tags = Markierungen
stream-visitor-posts = Besucherbeiträge
stream-held = Zurückgehaltene Kommentare
stream-spam = Mutmaßlicher Spam
error-authexpired = Das Netzwerk nimmt den Schlüssel nicht mehr an: Hier kommt nichts an.
remedy-authexpired = Das Konto muss neu verbunden werden. Was seither kam, wird dann nachgeholt.
error-ratelimited = Das Kontingent ist erschöpft: So oft lässt das Netzwerk nicht fragen.
remedy-ratelimited = Nichts zu tun. Der Abruf geht von selbst weiter und holt nach, was fehlt.
error-budgetspent = Das Geld für diesen Monat ist ausgegeben: Bis zum Monatsende wird nicht gelesen.
remedy-budgetspent = Die Verwaltung kann den Höchstbetrag anheben. Bis dahin bitte im Netzwerk selbst nachsehen.
error-transient = Das Netzwerk ist gerade nicht erreichbar.
remedy-transient = Nichts zu tun. Der nächste Abruf versucht es wieder und holt nach, was fehlt.
error-schemachanged = Das Netzwerk antwortet in einer Form, die Streife nicht kennt.
remedy-schemachanged = Der Anschluss muss angepasst werden: Die Verwaltung sieht hier den genauen Wortlaut und gibt ihn an die Technik. Solange bitte im Netzwerk selbst nachsehen.
error-refused = Streife liest dieses Konto zurzeit nicht.
remedy-refused = Es fehlt die Einwilligung, der Schlüssel oder eine Einstellung: Was offen ist, steht unten am Konto, den genauen Wortlaut sieht hier die Verwaltung. Ist es behoben, geht der Abruf von selbst weiter.
error-other = Der Abruf ist gescheitert.
remedy-other = Es wird weiter versucht. Bleibt es dabei: Die Verwaltung sieht hier den genauen Wortlaut und gibt ihn an die Technik.
error-own-words = Wortlaut für die Technik (englisch)
refusals = Nicht aufgenommen, weil Streife sie nicht ablegen kann · { $n }
refusals-remedy = Lesen Sie diese Nachrichten im Netzwerk selbst. Warum sie nicht aufgenommen sind, steht hinter jeder.
refusals-more = Und { $n } weitere; alle stehen im Protokoll.
gaps = Lücken: was nicht gleich gehört wurde · { $n }
gaps-none = In diesem Zeitraum ist keine Lücke bekannt.
gaps-more = Und { $n } ältere; alle nennt „streife streams“.
gaps-stream = Kanal
gaps-from = Von
gaps-to = Bis
gaps-between = { $start } bis { $end }
gaps-lasting = Dauer
gaps-what = Was davon hier ist
gap-filled = nachgeholt, vollständig
gap-filling = Lücke, wird noch versucht
gap-unreadable = angekommen, aber für Streife noch nicht lesbar: bitte im Netzwerk selbst nachsehen; wird ab und zu wieder versucht
gap-lost = verloren, das Netzwerk gibt es nicht mehr her
gap-late = noch nicht abgefragt
gap-blind = nicht lesbar: so weit reichte der erste Abruf nicht zurück
silence = { $channel }: still seit { $since }, seit { $span } kam trotz Abruf nichts
silence-usual = Sonst kommt hier so lange Stille seltener als einmal im Jahr vor. Die längste der Wochen davor: { $longest }. Bitte im Netzwerk nachsehen, ob dort etwas steht.
silence-unsure = Zu wenig Verkehr, um Stille zu beurteilen: { $streams }
silence-more = Und { $n } weitere.
silence-look = Zu den Konten
blind = { $platform } zeigt nie: { $what }.
blind-blocked-by = Beiträge von Leuten, die das Konto blockieren
blind-private-accounts = was private Konten schreiben
blind-encrypted-messages = verschlüsselte Direktnachrichten
blind-deleted-messages = dass eine Direktnachricht gelöscht wurde
blind-comments-on-old-posts = neue Kommentare unter alten Beiträgen
blind-comments-on-shares = Kommentare dort, wo jemand einen Beitrag geteilt hat
blind-older-dms = Direktnachrichten von lange vor dem Verbinden
blind-mentions = frühere Erwähnungen (jede wird nur gemeldet, wenn sie geschieht)
blind-stories = Storys
blind-live-comments = Kommentare in Liveübertragungen
blind-live-chat = den Chat von Liveübertragungen
blind-replies-to-old-threads = neue Antworten in sehr alten Kommentarsträngen
blind-direct-messages = Direktnachrichten (es gibt dort keine)
blind-refused-servers = Beiträge von Servern, die unserer abweist
blind-dated-back = Beiträge, die jemand um mehr als eine Woche zurückdatiert hat
blind-without-mention = Gespräche, in denen das Konto nicht erwähnt wird
blind-without-mention-elsewhere = Gespräche unter fremden Beiträgen, in denen das Konto nicht erwähnt wird
money = In diesem Monat { $spent } von höchstens { $cap }
money-forecast = voraussichtlich { $n } bis Monatsende
money-none = Lesen und Schreiben kostet hier Geld, und es ist kein Höchstbetrag eingestellt: Es wird nicht gelesen.
money-spent = Das Geld ist ausgegeben. Weiter geht es { $when }, oder sobald die Verwaltung den Höchstbetrag anhebt.
money-short = So reicht das Geld nicht bis { $when }: Es wird seltener gelesen, damit es reicht.
quota = Tageskontingent: { $n } von { $of } Einheiten verbraucht, geteilt von { $accounts ->
    [one] einem Konto
   *[other] { $accounts } Konten
}; neu { $when }
quota-spent = Das Tageskontingent, das sich diese Konten teilen, ist aufgebraucht. Weiter geht es { $when }.
consent = Einwilligen
consent-send = Ich willige ein
consent-missing = Ohne Einwilligung der Beamtin oder des Beamten wird nichts gelesen.
consent-given = Eingewilligt { $when }
connect = Verbinden
connect-send = Verbinden
connect-again = Neu verbinden
connect-done = Verbunden
connect-missing = Noch nicht verbunden
connect-training = In der Übung wird nichts verbunden.
connect-shut = Verbinden geht erst, wenn die Verwaltung eingestellt hat: { $settings }
connect-key = App-Kennwort
connect-key-why = In den Einstellungen des Netzwerks ein App-Kennwort für Streife anlegen und hier einsetzen. Es wird versiegelt gespeichert und nie wieder angezeigt.
successor = Konto übergeben
successor-send = Konto übergeben
successor-why = Das Konto geht mit seinem Verlauf an die Nachfolge. Der alte Schlüssel wird vernichtet; gelesen wird erst wieder, wenn die Nachfolge einwilligt und neu verbindet.
successor-who = An wen
successor-nobody = In dieser Dienststelle gibt es niemanden, an den das Konto gehen könnte.
leave = Lesen beenden
leave-send = Lesen beenden
leave-why = Ab sofort wird nichts mehr gelesen, und der Schlüssel wird vernichtet. Ein Nachteil entsteht daraus nicht.
leave-then = Was soll mit den übrigen Meldungen geschehen?
leave-erase = nach 30 Tagen löschen
leave-keep = behalten
close = Konto schließen
close-send = Konto schließen
close-why = Das Konto wird nicht mehr gebraucht: Ab sofort wird nichts mehr gelesen, und der Schlüssel wird vernichtet.
outlook-stay = Es bleiben: { $cases } in Fällen, { $handovers } in offenen Übergaben, { $held } aufbewahrt.
outlook-go = { $n } übrige: gelöscht würden sie ab { $day }.
export-drop = Datenexport einspielen
export-drop-why = Wofür es keine Schnittstelle gibt: Bei { $platform } die eigenen Daten anfordern und die Datei so, wie sie kommt, hier ablegen. Was schon da ist, wird nicht verdoppelt.
export-file = Datei des Netzwerks
export-take-in = Einspielen
export-taken = { $new } neu, { $known } schon da, { $refused } abgelehnt
account-left = Lesen beendet { $when }
account-closed = Geschlossen { $when }
account-handed-over = Übergeben { $when }
account-erased = Was nichts mehr rechtfertigt, wird ab { $day } gelöscht.

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
audit-raw = Kennung
audit-raw-why = So steht es im Protokoll selbst: Gegenstand, Vorgang, Anmeldename. „streife audit --about“ nimmt den Gegenstand.
fact-messages = Meldungen
fact-model = Modell
fact-intents = Anliegen je Meldung
fact-officer = Person
fact-officers = Personen
fact-kind = Anlass
fact-reason = Grund
fact-step = Schritt
fact-round = Runde
fact-rung = Alarmiert
fact-hours = Zeit
fact-due = fällig
fact-intent = Anliegen
fact-hostility = Feindseligkeit
fact-target = gegen
fact-outcome = Ausgang
fact-case = Fall
fact-cases = Fälle
fact-version = Fassung
fact-login = Anmeldename
fact-roles = Rollen
fact-role = Rolle
fact-platform = Netzwerk
fact-handle = Kontoname
fact-number = Nummer
fact-section = §
fact-element = Merkmal
fact-finding = Befund
fact-why = Anlass
fact-edition = Ausgabe
fact-source = Quelle
fact-beats = Bezirke
fact-times = Zeiten
fact-late = verspätet
fact-acts = Meldungen
fact-file-number = Aktenzeichen
fact-state = Stand
fact-link = Verweis
fact-station = Dienststelle
fact-own = eigene
fact-begins = ab
fact-ends = bis
fact-deputy = Vertretung
fact-error = Fehler
fact-refused = abgewiesen
fact-recipient = Empfänger
fact-package = Paket
fact-files = Dateien
fact-sessions-ended = beendete Sitzungen
fact-wording = Wortlaut
fact-note = Notiz
fact-before = vorher
fact-after = jetzt
fact-to-whom = an
fact-consent-text = Einwilligungstext
fact-four-eyes = Freigabe
fact-command = Befehl
fact-result = Ergebnis Nr.
fact-decision = Entscheidung Nr.
fact-notice = Benachrichtigung Nr.
fact-escalation = Weitergabe Nr.
fact-handover = Übergabe Nr.
fact-talk = Gespräch Nr.
fact-check = Prüfung Nr.
fact-application = Strafantrag Nr.
fact-reply = Antwort Nr.
fact-capture = Seitenbild Nr.
fact-claim = Übernahme Nr.
fact-hold = Aufbewahrung Nr.
fact-leave = Abwesenheit Nr.
fact-bulk = Sammelschritt Nr.
fact-gap = Lücke Nr.
fact-spot-check = Stichprobe Nr.
fact-sha256 = Prüfsumme
fact-quoted = „{ $words }“
noted-officer = Einsatz im Netz
noted-contact-officer = Kontaktbereich
noted-case-officer = Sachbearbeitung
noted-supervisor = Leitung
noted-administrator = Verwaltung
noted-standby = Bereitschaft
noted-again = noch einmal, auch die Leitung
noted-heads = Leitung und Verwaltung
noted-nobody = niemand da
noted-office = Bürozeit
noted-off = Nacht, Wochenende oder Feiertag
noted-deleted-by-author = vom Urheber gelöscht
noted-account-left = Konto ausgestiegen
noted-open = offen
noted-filled = geschlossen
noted-lost = verloren
noted-yes = ja
noted-no = nein
actor-machine = Streife selbst
actor-shell = Kommandozeile ({ $name })
subject-account = Konto { $name }
subject-case = Fall { $name }
subject-drift = Beobachtung des Modells { $name }
subject-erased = Löschung der Meldung { $name }
subject-handover = Übergabe { $name }
subject-message = Meldung { $name }
subject-model = Modell { $name }
subject-notices = Benachrichtigungen für Konto { $name }
subject-officer = { $name }
subject-nobody = ein unbekannter Anmeldename
subject-page = Seite { $name }
subject-shift = Schichtwechsel { $name }
subject-station = Dienststelle { $name }
subject-stream = Kanal { $name }
subject-template = Vorlage { $name }
subject-view = Ansicht { $name }
subject-all-audit = Protokoll
subject-all-cases = mehrere Fälle
subject-all-credentials = alle Schlüssel
subject-all-handovers = mehrere Übergaben
subject-all-hooks = Benachrichtigungen der Netzwerke
subject-all-messages = mehrere Meldungen
act-acted-as = handelte an der Kommandozeile in diesem Namen
act-accepted = Übergabe angenommen
act-account-added = Konto eingetragen
act-account-connected = Konto verbunden
act-acknowledge = Leitstelle informiert
act-answer = Antwort vermerkt
act-assessed = eingeschätzt
act-audit-read = Protokoll eingesehen
act-bound-into-case = im Fall gesichert
act-case-closed = Fall geschlossen
act-case-exported = Akte ausgeleitet
act-case-opened = Fall angelegt
act-case-read = Fall eingesehen
act-case-sent = Fall abgegeben
act-cases-listed = Fälle aufgelistet
act-correct = berichtigt
act-deleted-by-author = vom Urheber gelöscht
act-dismiss = erledigt
act-drift-examined = Verschiebung geprüft
act-figures-taken = Reichweite vermerkt
act-finished = Übergabe abgeschlossen
act-gap-found = Lücke bemerkt
act-handed-over = übergeben
act-handovers-listed = Übergaben aufgelistet
act-harmless = nachgelesen, harmlos
act-listed = aufgelistet
act-officer-added = Person eingetragen
act-officer-activated = Anmeldung einer Person wieder ermöglicht
act-officer-deactivated = Anmeldung einer Person beendet
act-password-changed = Kennwort geändert
act-role-given = Rolle gegeben
act-role-taken = Rolle genommen
act-package-written = Paket geschrieben
act-poll-failed = Abruf gescheitert
act-read = gelesen
act-refused = Zugriff verwehrt
act-reopen = zurückgenommen
act-returned = Übergabe zurückgegeben
act-setting-changed = Einstellung geändert
act-sign-in-refused = Anmeldung verwehrt
act-signed-in = angemeldet
act-signed-out = abgemeldet
act-searched = gesucht
act-view-saved = Ansicht gespeichert
act-view-renamed = Ansicht umbenannt
act-view-deleted = Ansicht gelöscht
act-spot-check-drawn = Stichprobe gezogen
act-media-secured = Anhang gesichert
act-model-not-promoted = Modell nicht übernommen
act-model-promoted = Modell übernommen
act-model-rolled-back = Modell zurückgesetzt
act-station-added = Dienststelle eingetragen
act-taken-in = aufgenommen
act-tip = Hinweis bestätigt
act-account-closed = Konto geschlossen
act-account-handed-over = Konto übergeben
act-account-left = Konto ausgestiegen
act-account-named = Kennung des Kontos beim Netzwerk vermerkt
act-consent-given = Einwilligung gegeben
act-consent-noted = Einwilligung vermerkt (auf Papier oder mündlich)
act-erased = Wortlaut gelöscht
act-erased-again = Wortlaut erneut gelöscht
act-seen-again = auf dem Netzwerk wieder da
act-gap-filled = Lücke geschlossen
act-gap-narrowed = Lücke kleiner geworden
act-held = Aufbewahrung verlangt
act-hold-ended = Aufbewahrung beendet
act-key-given-back = Schlüssel beim Netzwerk zurückgegeben
act-notices-ordered = Meldungen beim Netzwerk bestellt
act-key-given-up = Schlüssel aufgegeben
act-key-taken-over = Schlüssel übernommen
act-keys-rotated = Schlüssel erneuert
act-reply-begun = Antwort wird gesendet
act-reply-cancelled = Antwort zurückgezogen
act-reply-failed = Antwort nicht gesendet
act-reply-queued = Antwort bereitgelegt
act-reply-returned = Antwort zurück in den Entwurf
act-reply-sent = Antwort gesendet
act-sign-in-begun = Anmeldung beim Netzwerk begonnen
act-webhook-heard = Netzwerk hat sich gemeldet
act-webhook-refused = Fremde Meldung abgewiesen

## Hilfe
help-emergency = Streife ist kein Notruf. Bei Gefahr zuerst die **Leitstelle** anrufen, dann antworten.
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
target-official = Amtsträgerin oder Amtsträger
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
replystate-draft = Entwurf
replystate-queued = bereit
replystate-sending = wird gesendet
replystate-sent = gesendet
replystate-failed = nicht gesendet
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
personrole-official = Amtsträgerin oder Amtsträger
personrole-group = Gruppe
personrole-person = Person
hearing-broken = gestört
hearing-overdue = überfällig
hearing-never = noch nie gehört
hearing-heard = in Ordnung

## Resonanz
weeks-4 = 4 Wochen
weeks-8 = 8 Wochen
weeks-26 = Halbjahr
no-figures = Noch keine Zahlen
no-figures-why = In diesem Zeitraum kam nichts an. Ein längerer Zeitraum zeigt vielleicht mehr.
figures-no-officer = Zahlen gelten Dienststellen, Netzwerken und Anliegen, nie einzelnen Personen.
alarm-none = Kein Notfall wartet auf die Leitstelle.
alarm-maybe = { $n ->
    [one] Eine Meldung ist vielleicht akut und wartet.
   *[other] { $n } Meldungen sind vielleicht akut und warten.
}
alarm-unjudged = { $n ->
    [one] Eine Meldung ist noch nicht beurteilt; sie kann ein Notfall sein.
   *[other] { $n } Meldungen sind noch nicht beurteilt; Notfälle können darunter sein.
}
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
chart-intent-first = Häufigstes erkennbares Anliegen: { $label }, { $share }
chart-intent-sub = Meldungen nach Anliegen, wie eingeschätzt oder berichtigt
chart-platform = Netzwerke
chart-platform-first = Die meisten schreiben über { $label }: { $share }
chart-platform-sub = Meldungen nach Netzwerk
chart-look = Bis zum ersten Blick
chart-look-longest = Am längsten ungesehen bleibt { $label }: { $span }
chart-answer = Bis zur ersten Antwort
chart-answer-longest = Am längsten wartet man bei { $label }: { $span }
chart-waits-sub = Median und mittlere 80 %, Woche ab { $week }. Wer noch wartet, zählt mit (Kaplan und Meier).
waits-none = Woche ab { $week }: zu wenige für eine Zahl. Was noch wartet, steht unten und in der Tabelle.
waits-few = zu wenige für eine Zahl
waits-open = noch offen
waits-unsaid = –
waits-together = Alle zusammen
waits-still = Warten noch
waits-oldest = Älteste seit
waits-look = { $n ->
    [0] Im ganzen Zeitraum wartet keine Meldung mehr auf einen Blick.
    [one] Im ganzen Zeitraum wartet eine Meldung noch auf einen Blick.
   *[other] Im ganzen Zeitraum warten { $n } Meldungen noch auf einen Blick.
}
waits-answer = { $n ->
    [0] Im ganzen Zeitraum ist keine Meldung mehr unbeantwortet offen.
    [one] Im ganzen Zeitraum ist eine Meldung noch unbeantwortet offen.
   *[other] Im ganzen Zeitraum sind { $n } Meldungen noch unbeantwortet offen.
}
waits-since = Die älteste kam vor { $age } an.
waits-rule = Zeiten stehen nur, wo wenigstens { $messages } Meldungen an wenigstens { $officers } Menschen mit Konto so weit kamen und auf niemanden mehr als die Hälfte entfällt: Sonst wäre es die Zeit einer einzelnen Person. Gerechnet wird ab Eingang bei Streife; was ein gestörter Kanal verspätet brachte, gilt niemandem als langsam.
figures-gaps = In diesem Zeitraum fehlen Nachrichten; die Zahlen sind dort zu niedrig:
figures-gap = { $n ->
    [one] { $place }: ein Kanal, { $first } bis { $last }, zusammen { $lasting }
   *[other] { $place }: { $n } Kanäle, { $first } bis { $last }, zusammen { $lasting }
}
figures-gaps-look = Lücken bei den Konten ansehen
chart-tips = Weg der Hinweise
chart-tips-helpful = { $share } der angenommenen Hinweise halfen
chart-tips-sub = Von der Einschätzung bis zum Ergebnis; Menschen bestätigen auch, was nicht vorgeschlagen war
tips-suggested = vorgeschlagen
tips-confirmed = bestätigt
tips-handed-over = übergeben
tips-accepted = angenommen
tips-helpful = halfen

## So urteilt Streife
door-judgement = So urteilt Streife
judge-lead = Streife liest jede Meldung als Erste und schlägt vor, was sie ist und wie eilig. Entscheiden müssen Sie. Diese Seite zeigt, wann Sie dem Vorschlag trauen können und wann nicht.
judge-model = Modell { $version }
judge-day = gelernt am { $day }
judge-examples = { $n } Beispiele
judge-for = Wofür
judge-for-sort = Meldungen an dienstliche Konten sortieren, damit Eiliges zuerst gelesen wird.
judge-for-suggest = Anliegen, Feindseligkeit und Ziel vorschlagen und die Wörter zeigen, die den Ausschlag gaben.
judge-for-abstain = Sich enthalten, wo der Text keinen sicheren Vorschlag hergibt.
judge-not-for = Wofür nicht
judge-not-people = Über Menschen urteilen: Sie kennt nur Texte.
judge-not-offence = Straftaten feststellen: Das prüfen Polizei und Staatsanwaltschaft.
judge-not-other = Andere Texte lesen: Aussagen, Akten und Chats sind ihr fremd.
judge-not-call = Den Notruf ersetzen.
judge-sees = Was sie ansieht
judge-sees-words = Die Wörter, auch verstellt geschriebene.
judge-sees-meaning = Den Sinn der Sätze, auch ohne auffällige Wörter.
judge-sees-rules = Feste Regeln für das, was nie untergehen darf: Suizid, Angriff, Lebensgefahr, Feuer.
judge-unseen-writer = Nicht, wer schreibt: kein Name, kein Profil, kein Bild, kein Ort.
judge-unseen-around = Nicht das Gespräch; nur ob ein Notfall in Stücken kommt, mit dem, was dieselbe Person kurz davor und danach schrieb.
judge-trial = Einen Satz ausprobieren
judge-trial-box = Ihr Satz
judge-trial-example = Etwa: Am Bahnhof steht seit Montag ein Rad ohne Schloss, das sieht aus wie auf Ihrem Foto.
judge-trial-send = Einschätzen
judge-trial-kept = Bis { $n } Zeichen. Nichts davon wird gespeichert.
judge-trial-empty = Hier steht noch kein Text. Schreiben Sie einen Satz, dann kommt die Einschätzung.
judge-trial-long = Das sind { $n } Zeichen, hier passen höchstens { $most }. Bitte kürzen; es wurde nichts eingeschätzt.
judge-read-as = gelesen als { $name }
judge-read-foreign = wohl { $name }: kennt sie nicht
judge-figures = Was ihr gelingt und was nicht
judge-figures-from = Gemessen an { $n } geschriebenen Beispielen, deren Stimmen sie beim Lernen nicht kannte. Keines ist eine echte Meldung.
judge-figures-desk = Gemessen an { $n } Texten, deren Stimmen sie beim Lernen nicht kannte: geschriebene Beispiele und Meldungen, die Menschen hier berichtigt haben.
judge-no-figures = Zu diesem Modell liegen keine Messwerte vor. Bitte jeden Vorschlag mit besonderer Vorsicht lesen.
judge-measured = Gemessen an { $n } Texten.
judge-finding-emergencies = Von { $base } Notfällen stehen { $n } oben.
judge-not-on-top = { $n ->
    [0] Keiner blieb in der Prüfung unten. Verlass ist darauf nicht: Menschen lesen weiter mit.
    [one] Einer steht weiter unten. Deshalb bleibt jede Meldung in der Liste, und Menschen lesen weiter.
   *[other] { $n } stehen weiter unten. Deshalb bleibt jede Meldung in der Liste, und Menschen lesen weiter.
}
judge-finding-alarms = Von { $base } Meldungen oben sind { $n } wirklich Notfälle.
judge-finding-everyday = Im Alltag sind von { $base } Meldungen oben etwa { $n } wirklich Notfälle.
judge-on-top-why = Die anderen sind Fehlalarme. So ist es gewollt: lieber einmal zu oft nachsehen als einen Notfall übersehen.
judge-in-tests = In den Beispielen, wo Notfälle häufiger sind als im Alltag, { $n } von { $base }.
judge-finding-tips = Von { $base } Hinweisen und Anzeigen erkennt sie { $n }.
judge-named-tips = Von { $base }, die sie so nennt, sind es { $n } wirklich.
judge-finding-hostile = Von { $base } feindseligen Texten erkennt sie { $n }.
judge-named-hostile = Von { $base }, die sie feindselig nennt, sind es { $n } wirklich.
judge-finding-lawful = Von { $base } Texten mit erlaubter Kritik oder zitiertem Hass nennt sie { $n } zu Unrecht feindselig.
judge-lawful-hate = Hass nennt sie { $n } von { $base }.
judge-finding-abstained = Bei { $n } von { $base } Texten enthält sie sich.
judge-abstained-why = Dann steht „enthält sich“ dabei: Bitte selbst lesen.
judge-abstained-sure = Wo sie sich festlegt, stimmt das Anliegen bei { $n } von { $base }.
judge-kind-intent = Anliegen im Einzelnen
judge-kind-intent-first = Am besten erkennt sie { $best }, am schlechtesten { $worst }
judge-kind-hostility = Feindseligkeit im Einzelnen
judge-kind-hostility-first = Am besten erkennt sie { $best }, am schlechtesten { $worst }
judge-pairs-sub = Gefunden: wie viele der echten sie erkennt. Richtig: wie viele ihrer Vorschläge stimmen.
judge-found = gefunden
judge-right = richtig
judge-texts = Texte
judge-percent = Was ein Prozent wert ist
judge-percent-first = { $n ->
    [one] Beim Anliegen liegen Sicherheit und Wirklichkeit im Mittel einen Punkt auseinander.
   *[other] Beim Anliegen liegen Sicherheit und Wirklichkeit im Mittel { $n } Punkte auseinander.
}
judge-percent-sub = Nach rechts: wie sicher sie sich war. Nach oben: wie oft es stimmte. Auf der Linie hält sie Wort, darunter ist sie zu sicher, darüber zu vorsichtig. Große Punkte stehen für viele Texte.
judge-percent-table = Steht bei 100 Meldungen „80 %“, soll es bei 80 stimmen. Die Tabelle nennt, wie weit es im Mittel daneben liegt.
judge-diagram-alt = { $label }: wie sicher sie sich war und wie oft es stimmte
judge-points = { $n ->
    [one] ein Punkt
   *[other] { $n } Punkte
}
judge-points-off = { $n ->
    [one] ein Punkt daneben
   *[other] { $n } Punkte daneben
}
judge-off = Im Mittel daneben
judge-said = sagte
judge-came = stimmte
judge-fair = Wen sie zu Unrecht feindselig nennt
judge-fair-mean = Von { $base } harmlosen Texten nennt sie { $n } feindselig.
judge-fair-why = Wer eine Gruppe nur erwähnt oder erlaubte Kritik übt, soll nicht öfter betroffen sein als andere. Zu oft heißt: mehr als doppelt so oft wie im Mittel.
judge-alarms-far = Zu oft: { $label }, { $n } von { $of } zu Unrecht
judge-alarms-chance = Vielleicht zu oft: { $label }, { $n } von { $of }; bei so wenigen Texten kann das Zufall sein
judge-alarms-even = Nirgends mehr als das Doppelte des Mittels; am meisten: { $label }, { $n } von { $of }
judge-alarms-none = Kein einziger dieser Texte wird zu Unrecht feindselig genannt
judge-alarms-language = Alle harmlosen Texte, nach Sprache.
judge-alarms-group = Harmlose Texte, die jemanden erwähnen, nach Gruppe.
judge-alarms-complaints = Kritik und Anzeigen, die jemanden erwähnen, nach Gruppe: wer sich als Betroffener beschwert.
judge-alarms-lawful = Erlaubte Kritik und zitierter Hass, nach Sprache.
judge-alarms-lines = Der Strich zeigt, wo der wahre Anteil mit 95 % Sicherheit liegt: je weniger Texte, desto länger. Gepunktet das Mittel aller harmlosen Texte, gestrichelt das Doppelte.
judge-between = 95 % sicher zwischen
group-muslims = Musliminnen und Muslime
group-jews = Jüdinnen und Juden
group-roma = Sinti und Roma
group-black-people = Schwarze Menschen
group-origin = andere Herkunft
group-refugees = Geflüchtete
group-gay-and-trans-people = Lesben, Schwule, trans Menschen
group-women = Frauen
group-disabled-people = Menschen mit Behinderung
group-christians = Christinnen und Christen
group-police = die Polizei selbst
judge-alarmed = Was
judge-share = Zu Unrecht
judge-mistakes = Woran sie scheitert
judge-mistakes-why = Geschriebene Beispiele, keine echten Meldungen: erst übersehene Notfälle, dann erlaubte Kritik, die sie feindselig nannte, übersehene Feindseligkeit, verlorene Hinweise.
judge-nothing-hostile = nichts Feindseliges
judge-mistake = Richtig wäre { $expected }, sie sagte { $said }.
judge-learnt = Woraus sie gelernt hat
judge-learnt-examples = { $n } Beispiele, eigens für dieses Projekt von Sprachmodellen in vielen Stimmen geschrieben ({ $languages }). Sie gehören zum Projekt.
judge-learnt-parts = Gelernt hat das Modell aus { $train } davon; an { $calibration } anderen sind die Schwellen eingestellt, an { $test } ist es geprüft. { $mentions ->
    [0] Kein Schreiber
   *[other] An { $mentions } harmlosen Erwähnungen von Gruppen werden nur Fehlalarme gezählt. Kein Schreiber
 } steht in zwei dieser Teile.
judge-learnt-desk = { $n } Texte ({ $languages }): Beispiele, eigens für dieses Projekt von Sprachmodellen geschrieben, und { $corrections } Meldungen, die Menschen hier berichtigt haben.
judge-language-count = { $name } { $n }
judge-learnt-germeval2018 = GermEval 2018, Trainingsteil (CC BY 4.0): Beleidigung und Hetze auf Deutsch.
judge-learnt-gahd = GAHD, Trainingsteil (CC BY 4.0): mit Absicht schwieriger Hass auf Deutsch.
judge-learnt-davidson = Davidson und andere (MIT): Hass auf Englisch.
judge-learnt-no-text = Im Modell selbst steht kein Text, nur Zahlen.
judge-lines = Wo sie die Grenze zieht
judge-line-emergency = Notfall ab { $emergency }. Schon ab { $acute } steht eine Meldung als „vielleicht akut“ oben.
judge-line-intent = Unter { $share } Sicherheit enthält sie sich beim Anliegen, wo nichts feindselig ist.
judge-line-tip = „Hinweis“ oder „Anzeigewunsch“ sagt sie schon, wenn beide zusammen { $share } der Wahrscheinlichkeit des nächsten Anliegens erreichen: Kein Hinweis soll untergehen.
judge-line-hostile = Feindselig ab { $hostile }. Von { $doubt } an kann es das sein: Dann enthält sie sich.
judge-line-open = Was sie offen lässt, ist heute zu lesen und nie verborgen.
judge-limits = Was die Zahlen nicht sagen
judge-limit-written = Gemessen ist vor allem an geschriebenen Beispielen. Echte Meldungen sind teils leichter, teils fremder.
judge-limit-denser = Die Beispiele enthalten viel mehr Notfälle und Feindseligkeit als der Alltag. Dort ist der Anteil der Fehlalarme höher.
judge-limit-irony = Ironie, verdeckte Drohungen und ruhig geschriebene Notfälle übersieht sie am ehesten.
judge-limit-context = Was nur im Zusammenhang droht oder warnt, erkennt sie nicht. Nur ob ein Notfall in Stücken geschrieben ist, prüft sie mit den Nachrichten derselben Person kurz davor und danach.
judge-limit-languages = Gelernt hat sie vor allem an deutschen Texten, weniger an englischen, niederländischen und schwedischen. In anderen Sprachen ist auf den Vorschlag kein Verlass.
judge-limit-long = Von Texten über 8.000 Zeichen liest sie Anfang und Ende, nicht die Mitte; den Sinn erfasst sie schon ab 1.000 Zeichen nur so.
judge-limit-rules = Die festen Regeln entstanden mit Blick auf die Beispiele: Ihr Anteil an den Zahlen ist etwas zu günstig.
judge-reread = Was das Nachlesen hier zeigt
judge-reread-none = Noch ist nichts nachgelesen; gezogen sind { $n }. Eine kleine Stichprobe dessen, was sie für harmlos hält, liegt in der Triage zum Nachlesen bereit: Nur so wird gezählt, was sie übersieht.
judge-reread-found = { $n ->
    [0] Von { $of } nachgelesenen Meldungen, die sie für harmlos hielt, war keine mehr als das.
    [one] Von { $of } nachgelesenen Meldungen, die sie für harmlos hielt, war eine mehr als das.
   *[other] Von { $of } nachgelesenen Meldungen, die sie für harmlos hielt, waren { $n } mehr als das.
}
judge-reread-range = Von 1.000, die sie für harmlos hält, sind es demnach zwischen { $low } und { $high }, mit 95 % Sicherheit.
judge-reread-sub = Die Spanne gilt für { $drawn }, die vor mindestens zwei Wochen gezogen wurden. Nicht nachgelesen davon: { $open }. Diese zählen unten als harmlos, oben als übersehen; so verschiebt nichts die Spanne, was jemand zum Lesen aussucht (nach Horowitz und Manski, Enden exakt nach Clopper und Pearson).
judge-reread-early = Eine Spanne steht hier, sobald etwas vor mindestens zwei Wochen gezogen wurde: Vorher ist vor allem beantwortet, was im Alltag auffiel.
judge-reread-least = Mindestens
judge-reread-all = Übersehen
judge-reread-what = Was
judge-reread-misses = Gefunden
judge-reread-between = 95 % sicher zwischen
percent-tenth = { $n } %
miss-emergency = Notfälle
miss-tip = Hinweise, Anzeigen
miss-hostile = Feindseliges
judge-drift = Passt sie noch zu dem, was hier ankommt?
drift-steady = Ja: Was zuletzt kam, gleicht dem, womit sie hier begann.
drift-watch = Es verschiebt sich etwas: Bitte im Auge behalten.
drift-alarm = Was jetzt ankommt, unterscheidet sich deutlich von dem, womit Streife hier begann. Die Vorschläge stimmen womöglich seltener.
drift-none = Noch nicht verglichen. Das geschieht einmal am Tag von selbst.
drift-early = Noch kein Vergleich möglich: Die ersten vier Wochen unter diesem Modell dauern bis { $day }.
drift-few = Zu wenige Meldungen für einen Vergleich: { $before } in den ersten vier Wochen, { $now } zuletzt. Gebraucht werden je { $enough }.
drift-windows = Am Anfang: { $before }. Zuletzt: { $now }.
drift-window = { $n } Meldungen von { $first } bis { $last }
drift-aspect = Was
drift-before = Am Anfang
drift-now = Zuletzt
drift-index = PSI
drift-level = Verschiebung
drift-scale = PSI ist der Stabilitätsindex: ab 0,1 verschoben, ab 0,25 stark verschoben, sofern es mehr ist, als der Zufall erklärt. Zahlen sind Mittel oder Anteile.
drift-sort = { $aspect }, vor allem { $sort }
drift-look = Näheres
drift-remedy = Was jetzt hilft
drift-remedy-reread = Nachlesen lassen: Die Stichprobe zeigt, ob wirklich mehr übersehen wird.
drift-remedy-correct = Falsche Vorschläge in der Triage berichtigen: Daraus lernt sie.
drift-remedy-learn = Ab 20 Berichtigungen „streife learn“ ausführen (Verwaltung): Übernommen wird nur, was besser ist.
drift-remedy-cause = Fragen, was dahintersteckt: ein Ereignis, eine Kampagne, ein neues Konto. Manches vergeht von selbst.
drift-remedy-language = Eine Sprache, die sie nicht kennt: Vorschlägen dort nicht trauen, sondern jemanden lesen lassen, der sie spricht.
aspect-sureness = Wie sicher sie beim Anliegen ist
aspect-emergency = Wie nah am Notfall
aspect-hostility = Wie nah an Feindseligkeit
aspect-intent = Anliegen
aspect-abstention = Enthaltungen
aspect-language = Sprachen
aspect-words = Wörter, die sie nicht kennt
level-steady = keine
level-watch = merklich
level-alarm = stark
judge-correct = Falscher Vorschlag? In der Triage „Berichtigen“ wählen: Ihre Entscheidung gilt.
judge-save = Alle Werte speichern

## Suche und Wellen (Q)
queue = Meldungen
search = Suchen
search-all = Überall suchen
search-clear = Suche beenden
none-found = Nichts gefunden
none-found-why = Gesucht wird in den Worten der Meldung und im Namen der Absender, auch in anderen Formen eines Wortes.
filter-language = Sprache
filter-period = Zeitraum
filter-first = Vom
filter-last = Bis zum
filter-state = Stand
filter-view = Ansicht
filter-unknown = unbekannt
filter-strange = Im Link steht etwas, das hier nichts (mehr) bedeutet: { $names }. Es bleibt unbeachtet.
period-today = heute
period-yesterday = gestern
period-week = letzte 7 Tage
period-month = letzte 30 Tage
saved-views = Ansichten
saved-none = Eine Suche oder Filter, die Sie öfter brauchen, lassen sich hier unter einem Namen behalten.
view-name = Name der Ansicht
view-name-example = Etwa: Fragen zum Stadtfest
view-keep = Ansicht behalten
view-delete = „{ $name }“ löschen
view-link = Link zu dieser Ansicht, etwa für die Kollegin. Jede Person sieht darin nur, was sie sehen darf.
wave = Welle · { $n }
copies = Gleichlautend · { $n }
in-a-row = Gespräch · { $n }
thread-waits = { $n ->
    [one] eine weitere im Gespräch
   *[other] { $n } weitere im Gespräch
}
wave-title = Mehrfach an { $to }
wave-title-hostile = Welle gegen { $to }
wave-messages = { $n } Meldungen
wave-more = mehr als { $n } Meldungen
wave-people = { $n ->
    [one] ein Konto
   *[other] { $n } Konten
}
wave-peak = { $n } kamen allein in der Stunde ab { $when }.
wave-peak-day = { $n } kamen allein am { $when }.
wave-wordings = { $n ->
    [one] Ein Wortlaut
   *[other] { $n } Wortlaute
}
wave-wordings-more = Dazu { $wordings } seltenere Wortlaute in { $n } Meldungen.
wave-all = Alle { $n } mit ihrer Zeit
wave-when = Gesendet
wave-who = Von
times = { $n } ×

## Tastatur, Sammeln, gemeinsam (B)
undo-why = Nimmt genau das zurück. Beides bleibt im Protokoll.
undo-of = Rückgängig: { $what }
done-reopen = Wieder geöffnet
dismiss-acute = Das sieht nach einem Notfall aus, und noch niemand hat ihn bestätigt. Bitte in eigenen Worten sagen, warum nichts zu tun ist.
keys-help = Alle Tasten
keys-move = Sich bewegen
keys-decide = Entscheiden
keys-many = Mehrere zugleich
keys-form = In Formularen
key-open = Die erste öffnen
key-search = Suchen
key-shift-x = Umschalt X
key-enter = Enter
key-ctrl-enter = Strg Enter
key-quick = Grund mit seiner Ziffer wählen und absenden
key-send = Absenden
key-send-text = Absenden, auch aus einem Textfeld
key-close = Schließen; Geschriebenes bleibt als Entwurf
quick-reasons = Eine Ziffer genügt:
pick = Auswählen oder abwählen
pick-to-here = Bis hier auswählen
is-picked = gewählt
pick-none = Auswahl aufheben
picked = { $n } ausgewählt
pick-all = Alle dieser Ansicht auswählen
pick-wave = Alle { $n } auswählen
bulk-takes = { $n ->
    [0] Davon passt keine
    [one] 1 Meldung
   *[other] { $n } Meldungen
}
bulk-kind = { $n } × { $kind }
bulk-hostile = { $n ->
    [one] Auch die feindselige mitnehmen
   *[other] Auch die { $n } feindseligen mitnehmen
}
bulk-no-case = Es gibt keinen offenen Fall. Legen Sie ihn aus einer einzelnen Meldung an.
bulk-dismiss-send = { $n } erledigen
bulk-tip-send = { $n } als Hinweis bestätigen
bulk-hand-over-send = { $n } übergeben
bulk-case-send = { $n } im Fall sichern
bulk-dismissed = { $n ->
    [one] 1 Meldung erledigt
   *[other] { $n } Meldungen erledigt
}
bulk-tipped = { $n ->
    [one] 1 Hinweis bestätigt
   *[other] { $n } Hinweise bestätigt
}
bulk-handed = { $n ->
    [one] 1 Meldung übergeben
   *[other] { $n } Meldungen übergeben
}
bulk-bound = { $n ->
    [one] 1 Meldung im Fall gesichert
   *[other] { $n } Meldungen im Fall gesichert
}
bulk-left-out = { $n } ausgelassen
spared-acute = { $n ->
    [one] 1 akute bleibt außen vor: bitte einzeln ansehen
   *[other] { $n } akute bleiben außen vor: bitte einzeln ansehen
}
spared-unjudged = { $n ->
    [one] 1 ist noch ohne Einschätzung und bleibt außen vor
   *[other] { $n } sind noch ohne Einschätzung und bleiben außen vor
}
spared-hostile = { $n ->
    [one] 1 feindselige bleibt außen vor
   *[other] { $n } feindselige bleiben außen vor
}
spared-changed = { $n ->
    [one] 1 hat sich inzwischen geändert
   *[other] { $n } haben sich inzwischen geändert
}
spared-settled = { $n ->
    [one] Zu 1 passt der Schritt nicht mehr
   *[other] Zu { $n } passt der Schritt nicht mehr
}
spared-not-yours = { $n ->
    [one] Über 1 entscheiden andere
   *[other] Über { $n } entscheiden andere
}
here-now = { $n ->
    [one] { $who } ist gerade hier
   *[other] { $who } sind gerade hier
}
claim = Ich übernehme das
claim-let-go = Wieder abgeben
claim-take-over = Von { $who } übernehmen
claim-mine = Sie kümmern sich seit { $since }
claim-theirs = { $who } kümmert sich seit { $since }
claim-mine-short = Sie
met-tip = { $who } hat das { $when } als Hinweis bestätigt.
met-dismiss = { $who } hat die Meldung { $when } erledigt.
met-correct = { $who } hat die Einschätzung { $when } berichtigt.
met-acknowledge = { $who } hat { $when } die Leitstelle informiert.
met-answer = { $who } hat { $when } vermerkt, dass geantwortet wurde.
met-reopen = { $who } hat die Meldung { $when } wieder geöffnet.
met-harmless = { $who } hat { $when } nachgelesen: harmlos.
met-undo = { $who } hat { $when } eine Entscheidung zurückgenommen.
met-handed-over = { $who } hat die Meldung { $when } übergeben.
met-answered-handover = { $who } hat die Übergabe { $when } beantwortet.
met-in-case = { $who } hat die Meldung { $when } in einem Fall gesichert.
met-reply = { $who } hat { $when } geantwortet.
met-edited = Wer das schrieb, hat den Text inzwischen geändert.
met-deleted = Wer das schrieb, hat die Meldung { $when } zurückgenommen.
met-judged = Die Meldung wurde inzwischen neu eingeschätzt oder geöffnet.
met-nothing-lost = Nichts wurde überschrieben. Was Sie geschrieben haben, bleibt als Entwurf.
met-look = Ansehen, wie sie jetzt steht
did-undo = { $who } machte die letzte Entscheidung rückgängig
act-undo = Entscheidung rückgängig gemacht
act-claimed = übernommen
act-claim-taken-over = von jemandem übernommen
act-claim-released = wieder abgegeben
act-bulk-tip = mehrere als Hinweis bestätigt
act-bulk-dismiss = mehrere erledigt
act-bulk-hand-over = mehrere übergeben
act-bulk-add-to-case = mehrere im Fall gesichert
act-bulk-undone = Sammelschritt rückgängig gemacht

## Alarmierung und Dienststelle (C)
door-station = Dienststelle
answer-automatic = automatische Erstantwort
acute-waits = wartet seit { $span }
acute-called = Schritt { $step }, { $when }: { $names } alarmiert
acute-heads = Niemand ist als Bereitschaft eingetragen. Schritt { $step }, { $when }: { $names } alarmiert
acute-nobody = Niemand ist da, der alarmiert werden kann ({ $when }). Bitte selbst handeln und die Verwaltung verständigen.
acute-tone = Alarmton
setting-sound = Ton bei Notfällen
setting-sound-why = Der Browser lässt Töne erst zu, wenn Sie nach dem Laden einmal auf die Seite geklickt haben.
setting-sound-try = Ton prüfen
setting-badge = Zahl der Notfälle im Titel des Reiters
station-which = Dienststelle
steps = Alarmierung · { $n }
step-standby = Schritt { $n }: { $names } alarmiert
step-again = Schritt { $n }, die Liste beginnt von vorn: { $names } alarmiert
step-heads = Schritt { $n }, niemand in Bereitschaft: { $names } alarmiert
step-nobody = Schritt { $n }: niemand da, der alarmiert werden könnte
standby-nobody-office = Für die Bürozeit ist niemand als Bereitschaft eingetragen
standby-nobody-off = Für Nächte, Wochenenden und Feiertage ist niemand als Bereitschaft eingetragen
standby-heads = Ein Notfall, den niemand quittiert, geht dann an alle, die hier leiten oder verwalten: { $names }.
standby-nobody-at-all = Hier ist überhaupt niemand aktiv: Ein Notfall erreicht dann keinen Menschen. Bitte jemanden eintragen.
standby-now-office = Jetzt ist Bürozeit
standby-now-off = Jetzt ist Nacht, Wochenende oder Feiertag
standby-first = zuerst alarmiert wird { $name }
standby-waiting = { $n ->
    [0] Gerade wartet kein Notfall
    [one] Ein Notfall wartet, weitergegeben: { $passed }
   *[other] { $n } Notfälle warten, weitergegeben: { $passed }
}
standby-no-mail = Ohne E-Mail-Adresse, also nur am Bildschirm zu erreichen: { $names }
standby-lists = Bereitschaft
standby-off = Nachts, am Wochenende, an Feiertagen
standby-office = Während der Bürozeit
standby-choose = In der Reihenfolge wählen, in der alarmiert wird
standby-begin = Bürozeit von
standby-end = bis
standby-hours-why = Alarmiert wird von vorn nach hinten, dann beginnt die Liste von vorn, und die Leitung erfährt davon. Feiertage gelten für { $land }.
standby-pace = Fristen
standby-minutes = Minuten, bis die oder der Nächste alarmiert wird
standby-maybe = Minuten, wo die Einschätzung sich enthält („vielleicht akut“)
standby-pace-why = Gezählt ab Eingang, und nach jedem Schritt von Neuem, bis jemand quittiert. Ist das Konto verwaist, wird sofort alarmiert.
first-answer = Automatische Erstantwort senden
first-answer-why = Einmal je Gesprächsfaden, in der Sprache der Meldung, im Namen des Kontos: wen man im Notfall anruft und dass hier nicht rund um die Uhr gelesen wird. Sie ersetzt keine Antwort und hält keine Alarmierung auf.
first-answer-words = Wortlaut
first-answer-source = Rufnummern bitte bei der eigenen Leitstelle prüfen. Nachzulesen: { $source }
standby-save = Plan sichern
standby-saved = Gesichert, ab sofort in Kraft
act-standby-arranged = Alarmplan geändert
act-escalated = Notfall weitergegeben
act-alarm-kept = bearbeiteter Notfall wartet weiter
act-not-judged = nicht maschinell lesbar, wartet auf einen Menschen
act-reopened-by-edit = nach Änderung wieder offen
act-reopened-by-verdict = nach der Einschätzung wieder offen: akut
act-first-answer-queued = automatische Erstantwort geschrieben
station-alarm = Alarmierung

## Benachrichtigung und Abschnitte (D)
proposal-other = Jemand anderes
proposal-who = { $who } · { $beat }
proposal-names = nennt „{ $said }“
proposal-names-as = nennt „{ $said }“ ({ $place })
proposal-perhaps = vielleicht „{ $said }“
proposal-perhaps-as = vielleicht { $place } („{ $said }“)
proposal-profile = das Profil nennt { $place }
proposal-stands-in = vertritt { $who } bis { $when }
proposal-several = Mehrere Bezirke passen. Bitte wählen.
proposal-guess = Nicht sicher. Bitte prüfen und wählen.
proposal-none = Kein bekannter Ort genannt. Hier stehen alle.
proposal-away = { $beat }: abwesend, und niemand vertritt.
proposal-vacant = { $beat }: Für diesen Bezirk ist niemand eingetragen.
receiver-away = { $who } ist bis { $when } abwesend.
receiver-deputy = Es vertritt { $who }.
receiver-no-deputy = Niemand vertritt.
in-beat = Bezirk { $beat }
ask-back = Rückfrage
ask-back-why = Bis zur Antwort ist die Absenderin oder der Absender der Übergabe am Zug. Die Frist läuft weiter.
ask-back-send = Fragen
form-question = Was fehlt Ihnen?
answer-back = Antworten
answer-back-send = Antworten
form-answer-back = Ihre Antwort
asks-back = { $who } fragt:
replies-back = { $who } antwortet:
question-withdrawn = Niemand ist mehr da, um zu antworten. Bitte ohne Antwort entscheiden.
asked-back = Rückfrage gestellt
withdraw = Zurückholen
tell-citizen = Bescheid vorbereiten
tell-true-tip = Vielen Dank für Ihren Hinweis. Er hat gestimmt, die Kolleginnen und Kollegen vor Ort kümmern sich.
tell-led-further = Vielen Dank für Ihren Hinweis. Er hat uns weitergeholfen.
tell-nothing-found = Vielen Dank, dass Sie sich gemeldet haben. Wir haben nachgesehen und diesmal nichts gefunden. Melden Sie sich gern wieder.
form-for-citizen = Was die Bürgerin oder der Bürger erfahren darf (freiwillig)
form-for-citizen-why = Daraus wird ein Entwurf. Gesendet wird er nur von der Person, der das Konto gehört.
side-asked = Von mir, { $n ->
    [one] eine Rückfrage
   *[other] { $n } Rückfragen
}
side-station = Dienststelle { $n }
watch = { $n ->
    [one] Eine Übergabe unterwegs
   *[other] { $n } Übergaben unterwegs
}
watch-late = { $n } überfällig
watch-why = Hier steht nie ein Wortlaut, nur wer am Zug ist und bis wann.
watch-none = Nichts ist unterwegs
watch-none-why = Sobald an Ihren Dienststellen etwas übergeben wird, steht es hier mit Frist.
watch-way = { $who } an { $to }
watch-away = abwesend
move = Umhängen
move-send = Umhängen
absence = Abwesenheit
absence-none = Niemand ist abwesend gemeldet.
absence-span = { $first } bis { $last }
absence-deputy = es vertritt { $who }
absence-no-deputy = niemand vertritt
absence-nobody = Niemand
plan-leave = Abwesenheit eintragen
plan-leave-send = Eintragen
cancel-leave = Aufheben
form-absence-days = Erster und letzter Tag
form-deputy = Vertretung
form-who-away = Wer ist abwesend
did-withdraw = { $who } holte die Übergabe zurück
did-move = Ging von { $who } an jemand anderen
handoverstate-asked = Rückfrage
handoverstate-withdrawn = zurückgeholt
handoverstate-moved = umgehängt
bell = Nachrichten an mich
bell-new = { $n ->
    [0] Nichts Neues
    [one] Eine neue Nachricht
   *[other] { $n } neue Nachrichten
}
bell-aloud = { $n ->
    [one] neue Nachricht an mich
   *[other] neue Nachrichten an mich
}
bell-more = { $n }+
bell-none = Noch keine Nachricht
bell-none-why = Übergaben, Fristen und Notfälle, die Sie angehen, stehen hier.
notice-open = Öffnen
notice-escalated = Ein Notfall wartet auf Sie
notice-handed-over = Eine Übergabe wartet auf Sie
notice-handover-due = Die Frist läuft bald ab
notice-handover-late = Die Frist ist abgelaufen
notice-handover-returned = Eine Übergabe kam zurück
notice-handover-done = Eine Übergabe ist abgeschlossen
notice-handover-asked = Rückfrage zu Ihrer Übergabe
notice-handover-answered = Ihre Rückfrage ist beantwortet
notice-handover-withdrawn = Eine Übergabe wurde zurückgeholt
notice-handover-moved = Eine Übergabe ging an jemand anderen
notice-handover-orphaned = Eine Übergabe hatte niemanden mehr
notice-digest = Zum Schichtwechsel
notice-abuse = Eine Meldung wurde Ihnen abgenommen
notice-approval-wanted = Eine Antwort wartet auf Ihre Freigabe
notice-approval-given = Ihre Antwort ist freigegeben
notice-approval-orphaned = Niemand kann eine wartende Antwort mehr freigeben; es fehlt eine Rolle
notice-reply-returned = Ihre Antwort ist nicht hinausgegangen: sie kam zurück, oder die Meldung wurde geändert oder gelöscht
notice-replies-stopped = Antworten von jemandem, der sich nicht mehr anmeldet, gingen nicht hinaus; jemand anderes muss sie schreiben
notice-emergencies = { $n ->
    [one] ein Notfall ohne Quittung
   *[other] { $n } Notfälle ohne Quittung
}
notice-waiting = { $n } offen
notice-handovers = { $n ->
    [one] eine Übergabe an Sie
   *[other] { $n } Übergaben an Sie
}
notice-overdue = { $n } überfällig
notice-minutes = seit { $span } ohne Quittung
beats = Bezirke
beats-none = Noch keine Bezirke
beats-none-why = Mit einer Liste der Straßen oder Umrissen schlägt Streife vor, an wen ein Hinweis geht.
beats-map = Karte der Bezirke
beat-more = und { $n } weitere
beat-deputy = Vertretung { $who }
beat-vacant = Niemand eingetragen
beat-vacant-deputy = Niemand eingetragen, es vertritt { $who }
assign = Zuordnen
assign-send = Zuordnen
beats-try = Ausprobieren: Wohin ginge ein Hinweis mit diesen Worten?
beats-try-example = Etwa: In der Lindenstr. 7 steht ein fremder Wagen
beats-import = Bezirke einlesen
beats-import-why = CSV mit den Spalten bezirk, ort und, wenn vorhanden, kob, vertretung, hausnummern. Oder GeoJSON: Flächen sind Bezirke, benannte Punkte und Linien die Orte darin.
beats-file = Datei
beats-reading = Datei wird gelesen
beats-bad = { $n ->
    [one] Nichts wurde geändert. Eine Stelle passt nicht:
   *[other] Nichts wurde geändert. { $n } Stellen passen nicht:
}
beats-holds = Darin: { $n } Bezirke mit { $places } Orten
beats-go = Fallen weg: { $names }
beats-take = Übernehmen
post = E-Mail
post-training = In der Übung geht keine E-Mail hinaus.
post-off = E-Mail ist nicht eingerichtet: smtp_host und smtp_from fehlen. Alles steht nur auf dem Bildschirm.
post-ok = Zuletzt ging alles hinaus.
post-failing = { $who } erreicht seit { $since } keine E-Mail.
post-no-address = { $n ->
    [one] Ohne E-Mail-Adresse: { $names }
   *[other] Ohne E-Mail-Adresse sind { $n }: { $names }
}
shifts = Schichtwechsel
shifts-why = Zu diesen Zeiten steht allen, die hier arbeiten, in Zahlen vor Augen, was wartet: auf dem Bildschirm und per E-Mail. Leer heißt: gar nicht.
shifts-times = Uhrzeiten, durch Kommas getrennt
shifts-keep = Übernehmen
station-beats = Bezirke
station-post = E-Mail
act-answered-back = Rückfrage beantwortet
act-asked-back = Rückfrage gestellt
act-beat-assigned = Bezirk zugeordnet
act-beats-imported = Bezirke eingelesen
act-handover-withdrawn = Übergabe zurückgeholt
act-leave-cancelled = Abwesenheit aufgehoben
act-leave-planned = Abwesenheit eingetragen
act-mail-failed = E-Mail nicht zustellbar
act-mailed = E-Mail verschickt
act-moved = Übergabe umgehängt
act-question-withdrawn = Rückfrage entfallen
act-shifts-planned = Schichtwechsel eingestellt
act-told = benachrichtigt

## Vorlagen und Freigabe (E)
approval = Freigabe
approval-answer = Die Antwort
approval-asks = { $who } bat { $when } um Freigabe.
approval-before = Vorige Fassung
approval-gone = Diese Antwort wartet nicht mehr auf Sie: Sie ist entschieden oder zurückgezogen.
approval-message = Die Meldung
approval-more = { $n ->
    [one] Danach wartet noch eine.
   *[other] Danach warten noch { $n }.
}
approval-rule-why = Freigeben kann, wer hier selbst Meldungen liest, nur nicht die schreibende Person. Ein geänderter Wortlaut braucht eine neue Freigabe. Die automatische Erstantwort bei Notfällen wartet nie.
approval-send = Freigabe erbitten
approvals-look = Ansehen
approvals-none = Nichts wartet auf Ihre Freigabe.
approvals-wait = { $n ->
    [one] Eine Antwort wartet auf Ihre Freigabe
   *[other] { $n } Antworten warten auf Ihre Freigabe
}
approvalrule-off = Keine: Antworten gehen gleich hinaus
approvalrule-grave = Nur bei Feindseligem und Notfällen
approvalrule-public = Bei allen öffentlichen Antworten
approvalrule-always = Bei allen Antworten
approve = Freigeben
decline = Zurückgeben
decline-why = Bitte einen Grund angeben, damit klar ist, was sich ändern soll.
answer-gaps = Noch auszufüllen: { $names }
answer-left = { $used } von { $most } auf { $platform }
answer-not-yet = So geht die Antwort noch nicht hinaus: siehe den Hinweis unter dem Wortlaut.
answer-over = { $over } zu viel: { $platform } nimmt höchstens { $most }
counting-weighted = Links zählen 23, Emoji 2
counting-mastodon = Links zählen 23
counting-bytes = gezählt in Bytes: ein Umlaut zählt 2, ein Emoji 4 und mehr
done-approval = Freigabe erbeten
done-approve = Antwort freigegeben
done-approve-late = Nicht freigegeben: die Meldung wurde geändert oder gelöscht, die Antwort ist wieder ein Entwurf
done-decline = Antwort zurückgegeben
form-approval-rule = Vier Augen vor dem Senden
form-approver = Freigabe durch
form-decline = Grund, falls die Antwort zurückgeht
form-link = Adresse für den Platzhalter Link
form-purpose = Wofür
form-template = Vorlage
form-template-choose = Alle Vorlagen ({ $n })
form-template-language = Sprache
form-template-text = Wortlaut
form-template-title = Name der Vorlage
form-tone = Ton
four-eyes = Hier sehen vier Augen hin: Die Antwort geht hinaus, sobald jemand sie freigibt.
four-eyes-nobody = Hier sehen vier Augen hin, doch an dieser Dienststelle kann sonst niemand freigeben. Die Verwaltung kann eine Rolle vergeben.
four-eyes-waits = Diese Antwort wartet auf Freigabe. Ein anderer Wortlaut braucht eine neue.
lang-de = Deutsch
lang-en = Englisch
lang-nl = Niederländisch
lang-sv = Schwedisch
look-wanted = wartet auf Freigabe von { $who }, erbeten { $when }
look-open = wartet auf Freigabe, erbeten { $when }; { $who } kann sie nicht mehr geben, jetzt kann es jede andere berechtigte Person der Dienststelle
look-nobody = kann zurzeit niemand freigeben: { $who } kann es nicht mehr, und sonst hat hier niemand die Rolle dafür. Die Verwaltung kann eine vergeben.
look-given = freigegeben von { $who } { $when }
look-declined = zurückgegeben von { $who } { $when }
own-template-kept = Vorlage gesichert
own-template-send = Sichern
own-template-why = Sichert den Wortlaut oben nur für Sie. Namen und Nummern werden dabei wieder zu Platzhaltern.
own-templates = Eigene Vorlagen
placeholders = Platzhalter:
placeholder-officer = { $name } Name der antwortenden Person
placeholder-station = { $name } Dienststelle
placeholder-citizen = { $name } wer geschrieben hat
placeholder-emergency = { $name } Notruf
placeholder-link = { $name } Adresse der Dienststelle
placeholder-unknown = Den Platzhalter { $name } gibt es nicht.
purpose-thanks = Dank
purpose-question = Frage
purpose-tip = Hinweis
purpose-tip-form = Anzeige
purpose-wrong-place = Andere Stelle
purpose-call = Anrufen
purpose-emergency = Notruf
purpose-complaint = Beschwerde
purpose-calm = Beruhigen
purpose-hate = Hass
purpose-rules = Hausregeln
purpose-legal = Rechtsrat
purpose-follow-up = Rückmeldung
purpose-suggestion = Anregung
replystate-waiting = wartet auf Freigabe
replystate-declined = zurückgegeben
reply-settings-send = Übernehmen
retire = Zurückziehen
sample-citizen = Sabine
sample-officer = Kira Ahlers
set-by = Zuletzt geändert von { $who } { $when }
source-own = eigene
source-station = Dienststelle
station-replies = Antworten
station-templates = Vorlagen der Dienststelle
template-before = { $n ->
    [one] Eine frühere Fassung
   *[other] { $n } frühere Fassungen
}
template-change = Ändern
template-edit = Vorlage
template-new = Neue Vorlage
template-reads = So liest sie sich:
template-send = Sichern
template-version = Fassung { $n }, { $who } { $when }
templates-none = Noch keine eigenen Vorlagen
templates-none-why = Die mitgelieferten stehen allen schon zur Wahl. Was hier dazukommt, steht in jeder Antwort vor ihnen.
tone-warm = herzlich
tone-formal = förmlich
act-approval-declined = Antwort zurückgegeben
act-approval-given = Antwort freigegeben
act-approval-wanted = Freigabe erbeten
act-approval-withdrawn = Freigabe nicht mehr nötig
act-reply-settings-changed = Antworten der Dienststelle eingestellt
act-template-retired = Vorlage zurückgezogen
act-template-written = Vorlage geschrieben

## Fürsorge (F)
door-mine = Für mich
care-kept-away = Das richtet sich gegen Sie und liegt bei { $names }.
care-kept = Das müssen Sie nicht lesen
care-kept-why = Die Meldung richtet sich gegen Sie selbst. Sie liegt bei { $names }; dort wird entschieden, was daraus wird. Es geht nichts verloren.
care-support = Für mich: Unterstützung und Einstellungen
care-emergency = Ein Notfall auf Ihrem Konto enthält Angriffe gegen Sie. Er liegt bei { $names }; bestätigt hat ihn noch niemand.
care-summary-daily =
    { $n ->
        [one] Gestern kam eine Nachricht, die sich gegen Sie richtet.
       *[other] Gestern kamen { $n } Nachrichten, die sich gegen Sie richten.
    }
care-summary-weekly =
    { $n ->
        [one] In der letzten Woche kam eine Nachricht, die sich gegen Sie richtet.
       *[other] In der letzten Woche kamen { $n } Nachrichten, die sich gegen Sie richten.
    }
care-taken-on =
    { $many ->
        [one] { $names } hat das übernommen.
       *[other] { $names } haben das übernommen.
    }
care-lies-with =
    { $n ->
        [one] Eine davon liegt noch bei { $names }.
       *[other] { $n } davon liegen noch bei { $names }.
    }
care-lies-all = Das liegt bei { $names }.
care-more = Näheres und Unterstützung
care-untold =
    { $n ->
        [one] Von einer Bedrohung weiß die betroffene Person noch nichts.
       *[other] Von { $n } Bedrohungen wissen die Betroffenen noch nichts.
    }
care-untold-more =
    { $n ->
        [one] Eine weitere steht in der Liste.
       *[other] { $n } weitere stehen in der Liste.
    }
care-tell = Bescheid geben
care-tell-how = Bitte sprechen Sie zuerst selbst mit { $whom }: am besten persönlich, sonst am Telefon. Danach steht hier, dass es gesagt ist, und { $whom } findet eine Nachricht mit Ihrem Namen, ohne den Wortlaut.
care-tell-send = Ist gesagt
care-of-colleague = Richtet sich gegen { $whom }. Dort wird es nicht gezeigt, außer { $whom } bittet darum.
care-was-told = Richtet sich gegen { $whom }. { $who } hat { $when } Bescheid gegeben.
care-unsure = Das richtet sich vielleicht gegen Sie selbst. Die Einschätzung enthält sich; deshalb ist es verdeckt und nicht weitergegeben.
care-asked = Sie haben darum gebeten, das zu sehen. Was daraus wird, entscheiden nicht Sie: Es liegt bei { $names }.
care-nobody = Das richtet sich gegen Sie selbst. Es steht bei Ihnen, weil in Ihrer Wache gerade niemand sonst Hass und Bedrohung bearbeitet. Die Verwaltung sieht das als Warnung. Sie müssen es nicht allein lesen.
care-give-back = Wieder abgeben
care-ask = Ansehen
care-ask-why = Es sind Worte gegen Sie selbst. Ob Sie sie sehen möchten, entscheiden nur Sie, und Sie können es jederzeit wieder abgeben. Dass Sie darum gebeten haben, steht im Protokoll wie jedes Lesen.
care-ask-send = Ansehen
care-uncovered = { $station }: Was sich gegen { $names } richtet, muss dort selbst gelesen werden.
care-uncovered-why = Es fehlt eine aktive Sachbearbeitung, die das übernimmt. Bitte der Wache eine zuordnen; dann geht es von selbst dorthin.
care-reads-for = Feindseliges von { $names } liegt heute bei Ihnen.
care-rests = Feindseliges liegt bis { $until } bei { $names }. Notfälle sehen Sie weiterhin.
care-read-on = Selbst weiterlesen
care-rest = Die nächsten an { $names } geben
care-nobody-free = Gerade ist niemand da, der übernehmen könnte. Eine Pause geht trotzdem: Es geht nichts verloren.
care-enough = Heute haben Sie { $n } feindselige Nachrichten gelesen. Das ist viel. Jemand anders kann die nächsten lesen.
care-later = Heute nicht mehr erinnern
care-rest-why = Wer übernimmt, sieht Ihren Namen, aber nicht, warum und wie viel Sie gelesen haben. Notfälle bleiben bei Ihnen. Es endet am Morgen um sechs oder sobald Sie möchten.
cover-again = Wieder verdecken
note-covered = Bemerkung verdeckt wie der Text
mine-lead = Diese Seite ist nur für Sie. Was Ihnen guttut, entscheiden Sie.
mine-abuse = Was sich gegen mich richtete
mine-abuse-never = Sie möchten davon nichts hören. Andere kümmern sich darum. Von einer Bedrohung erfahren Sie durch eine Kollegin oder einen Kollegen, und ein unbestätigter Notfall steht immer in der Triage.
mine-abuse-none = In den letzten dreißig Tagen nichts.
mine-abuse-why = Ohne Wortlaut, die letzten dreißig Tage. Andere haben es gelesen und entscheiden; Sie müssen nichts tun.
mine-abuse-more =
    { $n ->
        [one] Eine weitere
       *[other] { $n } weitere
    }
fate-waiting = liegt bei { $who }
fate-taken = { $who } kümmert sich
fate-in-case = { $who } hat den Fall { $number } daraus gemacht
fate-settled = { $who } hat es abgeschlossen
fate-with = liegt bei { $names }
mine-telling = Wie oft möchte ich davon hören?
mine-telling-why = Wie Sie es möchten, sieht niemand sonst.
telling-daily = Täglich
telling-weekly = Wöchentlich
telling-never = Nie
mine-reading = Was ich gelesen habe
mine-today =
    { $n ->
        [0] heute keine feindselige Nachricht
        [one] heute eine feindselige Nachricht
       *[other] heute { $n } feindselige Nachrichten
    }
mine-limit = Genug für einen Tag
mine-limit-why = Ab so vielen unverdeckt gelesenen feindseligen Nachrichten erscheint ein Hinweis mit dem Angebot, die nächsten abzugeben. Er sperrt nichts. 0: kein Hinweis.
mine-mask-why = Gilt in Liste, Meldung, Verlauf, Übergaben und Fällen. Zeigen lässt sich jeder Text einzeln, mit der Taste T. Notfälle oben in der Triage sind nie verdeckt.
mine-private = Diese Zahlen zeigt Streife nur Ihnen, sie stehen nicht im Protokoll und werden nach sieben Tagen überschrieben. Ehrlich gesagt: Dass Sie eine Meldung geöffnet haben, steht wie jedes Lesen im Protokoll, und wer den Server selbst betreibt, kann in seine Datenbank sehen.
mine-contacts = Wer mir hilft
mine-contacts-lead = Sie müssen damit nicht allein bleiben, auch wenn es „nur Worte“ waren.
mine-contacts-none = Ihre Wache hat noch keine eigenen Anlaufstellen eingetragen.
mine-contacts-checked = Angaben für { $land }, zuletzt durchgesehen { $month }.
mine-manage = Anlaufstellen der Wachen
mine-add = Anlaufstelle eintragen
mine-add-send = Eintragen
mine-remove = Entfernen
mine-station = Wache
mine-name = Name
mine-reach = Wie man sie erreicht
mine-about = Wobei sie hilft
act-abuse-asked-for = wollte Angriffe gegen sich sehen
act-abuse-given-back = gab sie wieder ab
act-abuse-told = gab über eine Bedrohung Bescheid
act-rest-begun = gab Feindseliges ab
act-rest-ended = liest selbst weiter
act-contact-added = trug eine Anlaufstelle ein
act-contact-removed = entfernte eine Anlaufstelle

# Captured pages
page-secure = Seite sichern
page-again = Wieder versuchen
page-why = Öffnet die öffentliche Seite mit einem eigenen Browser und legt Bild und Archiv als Beweis ab. Das Netzwerk sieht den Abruf; er wird protokolliert.
page-training = in Übungsdaten wird nichts aufgerufen
page-off = das Sichern von Seiten ist abgeschaltet
page-waiting = Seite noch nicht gesichert: wird gesichert …
page-not-secured = SEITE NICHT GESICHERT
page-next = nächster Versuch { $when }
page-no-next = kein weiterer Versuch von selbst
page-secured = Seite gesichert { $when } (Bild, WACZ)
page-kept = Seite abgelegt { $when }, NICHT bestätigt
page-words-missing = Der Wortlaut war auf der Seite nicht zu finden: bitte das Bild prüfen.
page-none = keine öffentliche Seite; gesichert sind die Originaldaten
pages-not-secured = { $n ->
    [one] Eine Seite ist NICHT gesichert
   *[other] { $n } Seiten sind NICHT gesichert
}
notice-capture-failed = Eine Seite konnte nicht gesichert werden
act-capture-asked = Sichern der Seite verlangt
act-capture-failed = Seite nicht gesichert
act-capture-secured = Seite gesichert
# What leaves the house and what comes back
recipient-of = An wen
to-nobody = Entwurf: noch niemandem übergeben
to-nobody-why = Das Paket wird als Entwurf vermerkt. Übergeben Sie es später jemandem, vermerken Sie das unter „Ausfuhren“.
to-own = andere Stelle
to-own-name = Name der Stelle
purpose-of = Zweck
purpose-usual = Strafverfolgung
basis-of = Rechtsgrundlage
basis-own = andere, in eigenen Worten
basis-words = Vorschrift
export-pack = Paket packen
export-packing = Das Paket entsteht …
export-save-message = XJustiz-Nachricht speichern
seal-demo = Mit dem Übungsschlüssel signiert: das beweist nichts. Schlüssel der Dienststelle hinterlegen (Administration).
seal-unstamped = Ohne Zeitstempel: wann das Paket entstand, sagt nur die Dienststelle selbst.
seal-expires = Das Zertifikat, mit dem signiert wird, läuft bald ab (Administration).
export-done = Das Paket ist geschrieben, geprüft und vermerkt.
export-note-handing = Wenn es übergeben ist, vermerken Sie das unter „Ausfuhren“.
export-which = Welche Meldungen
export-leave-out = Einzelne weglassen
export-leave-out-none = keine weglassen
export-some = { $n } von { $all } Meldungen kommen in das Paket.
export-no-hint = ohne Vorschrift
leaving = Ausfuhren
leaving-none = Aus diesem Fall hat noch nichts das Haus verlassen.
leaving-older =
    { $n ->
        [one] { $n } ältere Ausfuhr
       *[other] { $n } ältere Ausfuhren
    }
leaving-recalled = Empfänger benachrichtigt
leaving-sent = übergeben
leaving-meant = bestimmt, nicht übergeben
leaving-draft = noch niemandem übergeben
leaving-holds =
    { $n ->
        [one] { $n } Meldung, { $files } Dateien
       *[other] { $n } Meldungen, { $files } Dateien
    }
leaving-blackened = Angaben Dritter geschwärzt
leaving-by = von { $who }, Lauf { $run }
leaving-tell = Seit der Übergabe: { $why }. Der Empfänger ist zu benachrichtigen.
leaving-anew = Seit der Ausleitung: { $why }. Vor der Übergabe neu ausleiten.
told-when = mitgeteilt { $when }
told-confirmed = bestätigt { $when }
told-open = Die Bestätigung des Empfängers steht aus.
told-letter = Schreiben speichern
told-confirm = Bestätigung vermerken
hand-out = Übergabe vermerken
hand-out-send = Vermerken
out-way = Auf welchem Weg
out-day = Tag der Übergabe
out-time = Uhrzeit
recall = Empfänger benachrichtigen
recall-send = Vermerken und Schreiben erstellen
recall-why = { $who } erfährt, was an diesem Paket falsch ist und was zu tun ist (§ 75 Abs. 3, § 58 Abs. 5 BDSG). Das Schreiben liegt danach bereit.
recall-kind = Was zu tun ist
recall-reason = Was falsch ist, in Worten für den Empfänger
confirm-words = Wer hat es bestätigt, und wie
confirm-send = Vermerken
recallkind-correction = Berichtigung
recallkind-correction-why = Eine Angabe ist unrichtig.
recallkind-recall = Rückruf
recallkind-recall-why = Es hätte nicht übermittelt werden dürfen.
recallkind-restriction = Einschränkung
recallkind-restriction-why = Nur noch zu Beweiszwecken verwenden.
way-portal = über ein Portal
way-e-justice = elektronischer Rechtsverkehr
way-disc = auf einem Datenträger
way-in-person = persönlich
way-other = auf anderem Weg
ground-corrected = eine Meldung wurde berichtigt
ground-erased = eine Meldung wurde gelöscht
ground-case-changed = der Fall wurde geändert
ground-blackened = Angaben Dritter wurden geschwärzt
blackening = Schwärzungen
blackening-why = Diese Worte werden in Bericht und Tabelle unlesbar gemacht. Die gesicherten Originale bleiben unverändert.
blackening-none = Keine. Angaben Unbeteiligter, die der Empfänger nicht braucht, lassen sich hier schwärzen.
blackening-lifted =
    { $n ->
        [one] { $n } aufgehoben
       *[other] { $n } aufgehoben
    }
blackening-places =
    { $n ->
        [0] kommt in keiner gesicherten Meldung vor
        [one] kommt an { $n } Stelle vor
       *[other] kommt an { $n } Stellen vor
    }
blackening-near = Bitte prüfen, bleibt lesbar:
blacken = Angaben Dritter schwärzen
blacken-send = Schwärzen
blacken-what = Namen, Anschriften oder Kennungen Unbeteiligter. Geschwärzt wird jede Stelle, an der diese Worte stehen, auch mit anderen Zeichen dazwischen oder ae statt ä.
blacken-term = Worte
blacken-reason = Wessen Angaben es sind, und warum der Empfänger sie nicht braucht
lift = Aufheben
lift-send = Aufheben
lift-reason = Warum die Worte wieder lesbar sein dürfen
result = Ergebnis
result-none = Von der Staatsanwaltschaft kam noch nichts zurück.
result-note = Ergebnis vermerken
result-note-send = Vermerken
result-change = Neuer Stand
result-by = vermerkt von { $who }, { $when }
result-number = Aktenzeichen
result-office = Behörde
result-state = Stand
result-day = Entschieden am
result-words = Ergebnis in Worten, wenn nötig
prosecutionstate-received = eingegangen
prosecutionstate-investigating = in Ermittlung
prosecutionstate-charged = Anklage
prosecutionstate-penalty-order = Strafbefehl
prosecutionstate-discontinued-170 = eingestellt, § 170 Abs. 2
prosecutionstate-dropped-153 = eingestellt, § 153
prosecutionstate-dropped-153a = eingestellt, § 153a
prosecutionstate-dropped-154 = eingestellt, § 154
prosecutionstate-private-prosecution = Privatklageweg, §§ 374, 376
prosecutionstate-convicted = Verurteilung
prosecutionstate-acquitted = Freispruch
prosecutionstate-other = sonstiges
several = Mehrere Fälle ausleiten
several-why = Je Fall ein Paket, dazu eine Übersicht. Ein Fall, der nicht gelingt, hält die anderen nicht auf.
several-which = Welche Fälle
several-pack =
    { $n ->
        [0] Fälle packen
        [one] { $n } Fall packen
       *[other] { $n } Fälle packen
    }
several-done =
    { $n ->
        [one] { $n } Fall ist gepackt und vermerkt.
       *[other] { $n } Fälle sind gepackt und vermerkt.
    }
several-failed = Fall Nr. { $number }: kein Paket
several-save = Alles speichern
results-file = Ergebnisse einlesen
results-file-why = Eine CSV-Datei mit diesen Spalten, getrennt durch Semikolon, Komma oder Tabulator. Gute Zeilen werden übernommen, fehlerhafte benannt; dieselbe Datei noch einmal ändert nichts.
results-columns = Fallnummer;Aktenzeichen;Behörde;Stand;Ergebnis;Entschieden am
results-choose = CSV-Datei
results-take-in = Einlesen
results-taken = { $added } neu, { $changed } geändert, { $same } schon bekannt
results-bad =
    { $n ->
        [one] { $n } Zeile wurde nicht übernommen:
       *[other] { $n } Zeilen wurden nicht übernommen:
    }
results-line = Zeile { $n }
results-more =
    { $n ->
        [one] und { $n } weitere
       *[other] und { $n } weitere
    }
chart-results = Was Staatsanwaltschaften aus unseren Fällen machten
chart-results-none = Noch kein Fall ging an eine Staatsanwaltschaft.
chart-results-sub = Alle bisherigen Verfahren, je Aktenzeichen. Tage von der Übergabe bis zur Entscheidung, wo beides vermerkt ist.
results-handed-over = An Staatsanwaltschaften
results-unanswered = Noch ohne Antwort
results-median = Bis zur Entscheidung (Median)
results-days =
    { $n ->
        [one] { $n } Tag
       *[other] { $n } Tage
    }
results-proceedings = Verfahren
mine-results = Was aus den Fällen wurde, die mich betreffen
mine-results-why = Ohne Wortlaut der Meldungen. Fragen dazu beantwortet Ihre Fallbearbeitung.
mine-result-received = Die Staatsanwaltschaft hat Ihren Fall erhalten.
mine-result-investigating = In Ihrem Fall wird ermittelt.
mine-result-charged = In Ihrem Fall wurde Anklage erhoben. Vielleicht werden Sie als Zeugin oder Zeuge geladen; Begleitung ist möglich.
mine-result-penalty-order = In Ihrem Fall gibt es einen Strafbefehl.
mine-result-discontinued-170 = Für eine Anklage reichte es nicht. Was Ihnen geschehen ist, wird dadurch nicht kleiner; Sie können sich beschweren.
mine-result-dropped-153 = Das Verfahren wurde ohne Auflage eingestellt. Was Ihnen geschehen ist, wird dadurch nicht kleiner.
mine-result-dropped-153a = Das Verfahren wird gegen eine Auflage eingestellt.
mine-result-dropped-154 = Verfolgt wird eine andere Tat, die schwerer wiegt; Ihre bleibt dabei vermerkt.
mine-result-private-prosecution = Sie werden auf den Privatklageweg verwiesen. Ihre Fallbearbeitung und Ihre Dienststelle sagen Ihnen, was Sie tun können.
mine-result-convicted = In Ihrem Fall gab es eine Verurteilung.
mine-result-acquitted = Das Gericht hat freigesprochen. Wenn Sie darüber sprechen möchten: Ansprechstellen stehen auf dieser Seite.
mine-result-other = Es gibt Neues in Ihrem Fall. Ihre Fallbearbeitung sagt Ihnen mehr.
audit-leaving = Ausfuhren zeigen
audit-leaving-why = Was das Haus verließ: an wen, wann, auf welcher Grundlage. Die Ansicht ist selbst protokolliert.
audit-leaving-none = Von Ihren Dienststellen hat noch nichts das Haus verlassen.
audit-leaving-package = Paket
audit-leaving-print = Fingerabdruck
audit-leaving-exported = ausgeleitet
log-export-failed = Ausleitung von { $who } ist misslungen
log-package-handed-over = { $who } vermerkte die Übergabe eines Pakets
log-recipient-told = { $who } benachrichtigte den Empfänger
log-recipient-confirmed = { $who } vermerkte die Bestätigung des Empfängers
log-redaction-added = { $who } ließ Angaben schwärzen
log-redaction-lifted = { $who } hob eine Schwärzung auf
log-told = Wer betroffen ist, wurde benachrichtigt
log-result-noted = { $who } vermerkte ein Ergebnis
act-cases-exported = mehrere Fälle ausgeleitet
act-export-failed = Ausleitung misslungen
act-package-handed-over = Paket übergeben
act-recipient-confirmed = Bestätigung des Empfängers
act-recipient-told = Empfänger benachrichtigt
act-redaction-added = Schwärzung angeordnet
act-redaction-lifted = Schwärzung aufgehoben
act-result-noted = Ergebnis vermerkt
act-results-imported = Ergebnisse eingelesen
act-transmissions-listed = Ausfuhren eingesehen
notice-case-result = In einem Fall, der Sie betrifft, gibt es ein Ergebnis
applications = Strafanträge
applications-none = Kein Strafantrag ist vermerkt.
apply = Strafantrag aufnehmen
apply-send = Aufnehmen
apply-who = Wer stellt den Antrag
apply-as = Als
apply-manner = Form
apply-behalf = Für wen
apply-post = Amt zur Zeit der Tat (§ 77a StGB)
apply-entitled = Was dazu berechtigt
apply-day = Tag
apply-certain = Identität und Verfolgungswille müssen beide feststehen (§ 158 Abs. 2 StPO). Eine Unterschrift ist seit dem 17. Juli 2024 nicht nötig.
apply-identity = So steht die Identität fest
apply-identity-example = Dienstausweis lag vor
apply-will = So steht der Verfolgungswille fest
apply-will-example = Erklärte ausdrücklich, dass die Tat verfolgt werden soll
apply-which = Meldungen
apply-all = alle { $n }
apply-some = nur ausgewählte (von { $n })
apply-messages = Welche
apply-sections = Beschränkt auf
apply-sections-none = ohne Beschränkung
apply-knew = Kenntnis von Tat und Person seit (falls anders als am Fall)
apply-knew-why = Nur wenn es ein anderer Tag ist als am Fall vermerkt: Für jede berechtigte Person läuft eine eigene Frist.
apply-late = Nach dem letzten Tag der Frist ({ $day }). Der Antrag wird aufgenommen und als verspätet gekennzeichnet.
apply-late-some = Für { $n } von { $of } Meldungen nach dem letzten Tag der Frist (der früheste: { $day }). Der Antrag wird aufgenommen und für diese als verspätet gekennzeichnet.
apply-late-cautious = Nach dem vorsorglichen Datum ({ $day }). Die gesetzliche Frist läuft noch nicht, weil der Urheber unbekannt ist.
apply-end = Zurücknahme oder Irrtum
apply-end-send = Vermerken
apply-end-how = Was geschah
apply-end-reason = Wer es wie erklärte, oder was falsch war
ending-withdrawn = zurückgenommen
ending-withdrawn-why = Für dieselbe Tat kann die Person ihn nicht noch einmal stellen (§ 77d StGB).
ending-mistaken = versehentlich vermerkt
ending-mistaken-why = Er wurde so nie gestellt. Der Vermerk bleibt sichtbar.
applied-stands = liegt vor
applied-late = verspätet
applied-late-some = teilweise verspätet
applied-late-for = verspätet nur für Nr. { $which }; frühester letzter Tag { $day }
applied-behalf = für { $who } · { $why }
applied-identity = Identität: { $how }
applied-will = Verfolgungswille: { $how }
applied-by = aufgenommen von { $who }, { $when }
applied-only = beschränkt auf { $sections }
applied-in-time = rechtzeitig, die Frist endet { $day }
applied-too-late = nach Fristende am { $day }
applied-cautious = die Frist lief noch nicht, vorsorglich bis { $day }
capacity-injured = verletzte Person
capacity-superior = dienstvorgesetzte Person
capacity-representative = gesetzliche Vertretung
capacity-relative = angehörige Person
capacity-other = sonst berechtigt
manner-oral = mündlich zu Protokoll
manner-written = schriftlich
manner-electronic = elektronisch
elementfinding-met = erfüllt
elementfinding-not-met = nicht erfüllt
elementfinding-unclear = unklar
elements = Merkmale prüfen
elements-done = { $n } von { $all } geprüft
elements-why = Ein Mensch entscheidet, Merkmal für Merkmal; ob eine Vorschrift im Ganzen erfüllt ist, sagt Streife nie. Rechtsprofil { $seen } (Rechtsstand 11/2024).
elements-check = Prüfen
elements-how = Nur was Sie auswählen, wird vermerkt. Frühere Prüfungen bleiben im Verlauf.
elements-open = offen
elements-older = Frühere Fassung des Merkmals, Rechtsprofil { $seen }.
elements-unknown = Das Rechtsprofil kennt keine Merkmale dieser Vorschrift; alle sind zu prüfen.
elements-before = bisher { $finding } ({ $who })
elements-finding = Ergebnis
elements-note = Vermerk
log-application-recorded = { $who } nahm einen Strafantrag auf
log-application-withdrawn = { $who } vermerkte die Rücknahme eines Strafantrags
log-application-mistaken = { $who } kennzeichnete einen Strafantrag als Irrtum
log-element-checked = { $who } prüfte ein Merkmal
log-offender-known = { $who } vermerkte, seit wann der Urheber bekannt ist
act-application-recorded = Strafantrag aufgenommen
act-application-withdrawn = Strafantrag zurückgenommen
act-application-mistaken = Strafantrag als Irrtum gekennzeichnet
act-element-checked = Merkmal geprüft
act-offender-known = Urheber vermerkt
ground-application = ein Strafantrag kam hinzu oder fiel weg
applied-all =
    { $n ->
        [one] für die einzige Meldung
       *[other] für alle { $n } Meldungen
    }
applied-some =
    { $n ->
        [one] für { $n } Meldung
       *[other] für { $n } Meldungen
    }
elements-check-send =
    { $n ->
        [one] { $n } Merkmal vermerken
       *[other] { $n } Merkmale vermerken
    }

## Aus dem Fall nehmen
release = Aus dem Fall nehmen
release-send = Herausnehmen
release-what = Die Meldung steht dann wieder dort, wo sie vorher stand. Was gesichert wurde, bleibt; der Fall behält den Vermerk.
release-erases = Wer das schrieb, hat es zurückgenommen: Braucht kein Fall die Meldung mehr, wird ihr Wortlaut gelöscht.
release-reason = Warum gehört sie nicht in diesen Fall?
released-items = { $n ->
    [one] Eine Meldung wurde aus dem Fall genommen
   *[other] { $n } Meldungen wurden aus dem Fall genommen
}
item-released = Meldung { $n }: herausgenommen von { $who } { $when }, SHA-256:
did-bind = { $who } sicherte die Meldung in einem Fall
did-release = { $who } nahm die Meldung aus einem Fall
met-out-of-case = { $who } hat die Meldung { $when } aus einem Fall genommen.
log-item-released = { $who } nahm eine Meldung aus dem Fall
act-item-released = Meldung aus dem Fall genommen
act-released-from-case = aus dem Fall genommen
ground-released = eine Meldung wurde aus dem Fall genommen
notice-stream-key = Der Schlüssel eines Kontos gilt nicht mehr
notice-stream-failing = Ein Konto wird seit über einer Stunde nicht gelesen
notice-stream-silent = Ein Konto ist ungewohnt still
notice-stream-mended = Ein Konto wird wieder gehört
notice-streams = { $n ->
    [one] ein Kanal
   *[other] { $n } Kanäle
}
act-trouble-found = Störung eines Kanals bemerkt
act-trouble-ended = Störung eines Kanals vorbei
hold = Aufbewahren
hold-why = Was aufbewahrt wird, bleibt, auch wenn es beim Netzwerk gelöscht ist oder das Konto endet.
hold-what = Die Meldung bleibt hier, bis jemand die Aufbewahrung aufhebt. Der Grund steht im Protokoll.
hold-send = Aufbewahren
hold-end = Aufbewahrung aufheben
hold-end-what = Wird die Meldung sonst nicht gebraucht, werden ihre Worte gelöscht, sobald die Frist dafür um ist. Der Grund steht im Protokoll.
hold-end-send = Aufheben
hold-stands = { $who } bewahrt diese Meldung auf, seit { $when }
hold-goes = Beim Netzwerk gelöscht: Die Worte gehen auch hier, frühestens { $when }
no-notices = { $platform } meldet uns Neues nicht von sich aus: Gelesen wird weiter im Takt, Erwähnungen auf fremden Seiten können fehlen.
no-notices-remedy = Die Verwaltung prüft die App bei Meta, dann wird das Konto neu verbunden.
