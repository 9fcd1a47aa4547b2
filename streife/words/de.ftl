title = Anmelden
login = Anmeldename
password = Kennwort
language = Sprache
submit = Anmelden
mismatch = Anmeldename und Kennwort passen nicht zusammen.
locked = Zu viele Versuche. In 15 Minuten geht es weiter.
signed-out = Sie sind abgemeldet.
not-watched = Streife ersetzt keinen Notruf. Im Notfall 110.
training = Übungsdaten: Alle Personen und Nachrichten sind erfunden.
demo-password = Kennwort aller Übungskonten:
demo-users = Übungskonten
officer = Polizei mit eigenem Konto
contact_officer = Kontaktbereich
case_officer = Fallbearbeitung
supervisor = Leitung
administrator = Verwaltung

connect-title = Konto verbinden
connect-back = Zurück zu den Konten
connect-connected = Verbunden. Das Konto wird ab jetzt gelesen.
connect-denied = Sie haben beim Netzwerk abgelehnt. Es wurde nichts geändert.
connect-expired = Die Anmeldung hat länger als zehn Minuten gedauert. Beginnen Sie auf der Kontenseite neu.
connect-used = Diese Anmeldung wurde schon benutzt, oder eine neuere wurde begonnen. Beginnen Sie neu.
connect-elsewhere = Diese Anmeldung wurde nicht in dieser Sitzung begonnen. Beginnen Sie auf der Kontenseite neu.
connect-unknown = Diese Anmeldung hat hier niemand begonnen. Beginnen Sie auf der Kontenseite.
connect-no-code = Das Netzwerk hat die Anmeldung nicht bestätigt. Beginnen Sie neu.
connect-not-yours = Das Konto gehört jemand anderem. Verbinden dürfen es nur diese Person und die Verwaltung.
connect-network = Das Verbinden ist nicht gelungen. Es wurde nichts geändert.

# Wer diese Worte ändert, erhöht casework.consent.TEXT: dann werden alle neu gefragt.
consent-text =
    Gelesen werden Erwähnungen, Kommentare, Antworten und Direktnachrichten, die an Ihr dienstliches Konto gehen, dazu die Zahlen Ihrer eigenen Beiträge; nichts aus anderen Konten und nicht, was Sie selbst ansehen.

    Lesen dürfen sie Sie, der Kontaktbereich für das, was Sie übergeben, und die Fallbearbeitung Ihrer Dienststelle für Hass, Drohungen und Beleidigungen. Leitung und Verwaltung sehen nur Zahlen. Jeder Blick wird protokolliert.

    Aufbewahrt werden die Nachrichten, solange das Konto angebunden ist. Gehen Sie, werden sie nach 30 Tagen gelöscht, außer sie gehören zu einem Fall, zu einer offenen Übergabe oder müssen als Beweis bleiben.

    Ihre Einwilligung ist freiwillig. Sie können sie jederzeit mit einem Klick zurücknehmen; daraus entsteht Ihnen kein Nachteil. Ab dann wird nichts mehr gelesen, und der Schlüssel zu Ihrem Konto wird vernichtet.

## Was Streamlit auf Englisch sagt; * steht für das, was wechselt
no-script = Streife braucht JavaScript. Bitte im Browser einschalten und die Seite neu laden.
streamlit-skip = Zum Inhalt springen
streamlit-pages = Seiten
streamlit-home = Zur Startseite
streamlit-logo = Streife
streamlit-close = Schließen
streamlit-dismiss = Schließen
streamlit-menu = Menü
streamlit-sidebar-open = Seiten zeigen
streamlit-sidebar-close = Seiten verbergen
streamlit-running = Wird geladen
streamlit-stop = Anhalten
streamlit-stopping = Wird angehalten …
streamlit-connecting = Verbindet …
streamlit-connecting-long = Die Verbindung wird hergestellt
streamlit-disconnected = Getrennt
streamlit-disconnected-long = Streife ist nicht erreichbar
streamlit-lost = Verbindung unterbrochen
streamlit-lost-why = Streife antwortet gerade nicht. Es geht nichts verloren: Was gespeichert ist, bleibt. Sobald die Verbindung steht, geht es von selbst weiter.
streamlit-lost-here = Streife antwortet gerade nicht. Es geht nichts verloren: Was gespeichert ist, bleibt. Auf diesem Rechner wird es so gestartet: streife run
streamlit-no-page = Diese Seite gibt es nicht
streamlit-no-page-why = Unter dieser Adresse steht nichts. Gezeigt wird die erste Seite.
streamlit-shortcut = Taste *
streamlit-previous = Vorige Meldung
streamlit-next = Nächste Meldung
streamlit-help-for = Erklärung zu *
streamlit-copy = Kopieren
streamlit-copied = Kopiert
streamlit-open = Liste öffnen
streamlit-choose = Bitte wählen
streamlit-choose-many = Bitte wählen
streamlit-no-results = Nichts gefunden
streamlit-no-options = Nichts zur Auswahl
streamlit-one-option = Eine Möglichkeit
streamlit-options = { "*" } Möglichkeiten
streamlit-clear = Auswahl aufheben
streamlit-clear-all = Alles abwählen
streamlit-select-all = Alle wählen
streamlit-select-matches = Alle * Treffer wählen
streamlit-selected = Gewählt
streamlit-remove = { "*" } entfernen
streamlit-chosen = { "*" }, gewählt
streamlit-password-show = Kennwort zeigen
streamlit-password-hide = Kennwort verbergen
streamlit-entry-clear = Eingabe löschen
streamlit-day = Tag, *
streamlit-month = Monat, *
streamlit-year = Jahr, *
streamlit-day-chosen = Gewählter Tag: *
streamlit-calendar = Kalender
streamlit-calendar-of = Kalender, *
streamlit-calendar-clear = Datum löschen
streamlit-calendar-keys = Mit den Pfeiltasten durch die Tage, Eingabe wählt, Escape schließt.
streamlit-month-before = Voriger Monat
streamlit-month-after = Nächster Monat
streamlit-upload = Datei wählen
streamlit-drop = Die Datei hier ablegen
streamlit-drop-many = Die Dateien hier ablegen
streamlit-add-files = Weitere Dateien
streamlit-largest = Höchstens * je Datei
streamlit-wrong-kind = Diese Art von Datei geht hier nicht: *
streamlit-too-large = Die Datei ist zu groß: höchstens *
streamlit-upload-failed = Die Verbindung brach ab. Bitte warten, bis sie wieder steht, und dann noch einmal versuchen.
streamlit-sort-up = Aufsteigend ordnen
streamlit-sort-down = Absteigend ordnen
streamlit-format = Darstellung
streamlit-statistics = Verteilung
streamlit-fit = Breite anpassen
streamlit-pin = Spalte anheften
streamlit-unpin = Spalte lösen
streamlit-hide = Spalte ausblenden
streamlit-column-menu = Spaltenmenü
streamlit-column-name = Namen der Spalte kopieren
streamlit-find = Zum Suchen tippen
streamlit-find-next = Nächster Treffer
streamlit-find-before = Voriger Treffer
streamlit-find-close = Suche schließen
