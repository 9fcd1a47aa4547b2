title = Anmelden
login = Anmeldename
password = Kennwort
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

## Benachrichtigung per E-Mail: nie ein Wort vom Inhalt
mail-escalated = Ein Notfall wartet auf Sie
mail-handed_over = Eine Übergabe wartet auf Sie
mail-handover_due = Die Frist einer Übergabe läuft bald ab
mail-handover_late = Die Frist einer Übergabe ist abgelaufen
mail-handover_returned = Eine Übergabe kam zurück
mail-handover_done = Eine Übergabe ist abgeschlossen
mail-handover_asked = Eine Rückfrage zu Ihrer Übergabe
mail-handover_answered = Ihre Rückfrage ist beantwortet
mail-handover_withdrawn = Eine Übergabe wurde zurückgeholt
mail-handover_moved = Eine Übergabe ging an jemand anderen
mail-handover_orphaned = Eine Übergabe hatte niemanden mehr
mail-digest = Was zum Schichtwechsel ansteht
mail-abuse = Eine Meldung wurde Ihnen abgenommen
mail-approval_wanted = Eine Antwort wartet auf Ihre Freigabe
mail-approval_given = Ihre Antwort ist freigegeben
mail-by = Von: { $name }
mail-due = Frist: { $when } Uhr
mail-emergencies = Notfälle, die niemand quittiert hat: { $n }
mail-waiting = Offene Meldungen: { $n }
mail-handovers = Übergaben an Sie: { $n }
mail-overdue = Überfällige Übergaben: { $n }
mail-minutes = Minuten ohne Quittung: { $n }
mail-why-so-little = Vom Inhalt steht hier mit Absicht nichts. Alles Weitere sehen Sie nach der Anmeldung.
