title = Aanmelden
login = Gebruikersnaam
password = Wachtwoord
language = Taal
submit = Aanmelden
mismatch = Gebruikersnaam en wachtwoord horen niet bij elkaar.
locked = Te veel pogingen. Over 15 minuten gaat het verder.
signed-out = Je bent afgemeld.
not-watched = Streife vervangt het alarmnummer niet. Bel bij nood 112.
training = Oefengegevens: alle personen en berichten zijn verzonnen.
demo-password = Wachtwoord van alle oefenaccounts:
demo-users = Oefenaccounts
officer = agent met eigen account
contact_officer = wijkagent
case_officer = zaakbehandelaar
supervisor = leidinggevende
administrator = beheerder

connect-title = Account verbinden
connect-back = Terug naar de accounts
connect-connected = Verbonden. Het account wordt vanaf nu gelezen.
connect-denied = Je hebt bij het netwerk geweigerd. Er is niets gewijzigd.
connect-expired = Het aanmelden duurde langer dan tien minuten. Begin opnieuw op de accountpagina.
connect-used = Deze aanmelding is al gebruikt, of er is een nieuwere begonnen. Begin opnieuw.
connect-elsewhere = Deze aanmelding is niet in deze sessie begonnen. Begin opnieuw op de accountpagina.
connect-unknown = Niemand heeft deze aanmelding hier begonnen. Begin op de accountpagina.
connect-no-code = Het netwerk heeft de aanmelding niet bevestigd. Begin opnieuw.
connect-not-yours = Het account is van iemand anders. Alleen die persoon en de beheerders mogen het verbinden.
connect-network = Het verbinden is niet gelukt. Er is niets gewijzigd.

# Wie deze woorden wijzigt, verhoogt casework.consent.TEXT: dan wordt iedereen opnieuw gevraagd.
consent-text =
    Gelezen worden vermeldingen, reacties, antwoorden en privéberichten die bij je dienstaccount aankomen, en de cijfers van je eigen berichten; niets uit andere accounts, en niet wat je zelf bekijkt.

    Lezen mogen jij, de wijkagent wat je overdraagt, en de zaakbehandelaars van je bureau haat, bedreigingen en beledigingen. Leidinggevenden en beheerders zien alleen cijfers. Elke blik wordt vastgelegd.

    De berichten worden bewaard zolang het account verbonden is. Ga je weg, dan worden ze na 30 dagen gewist, tenzij ze bij een zaak of een open overdracht horen of als bewijs moeten blijven.

    Je toestemming is vrijwillig. Je kunt haar op elk moment met één klik intrekken; je hebt daar geen nadeel van. Vanaf dan wordt niets meer gelezen, en de sleutel van je account wordt vernietigd.

## Wat Streamlit in het Engels zegt; * staat voor wat wisselt
no-script = Streife heeft JavaScript nodig. Zet het aan in de browser en laad de pagina opnieuw.
streamlit-skip = Naar de inhoud
streamlit-pages = Pagina’s
streamlit-home = Naar de startpagina
streamlit-logo = Streife
streamlit-close = Sluiten
streamlit-dismiss = Sluiten
streamlit-menu = Menu
streamlit-sidebar-open = Pagina’s tonen
streamlit-sidebar-close = Pagina’s verbergen
streamlit-running = Wordt geladen
streamlit-stop = Stoppen
streamlit-stopping = Wordt gestopt …
streamlit-connecting = Verbindt …
streamlit-connecting-long = De verbinding wordt gemaakt
streamlit-disconnected = Verbroken
streamlit-disconnected-long = Streife is niet bereikbaar
streamlit-lost = Verbinding onderbroken
streamlit-lost-why = Streife antwoordt nu niet. Er gaat niets verloren: wat is opgeslagen, blijft. Het gaat vanzelf verder zodra er verbinding is.
streamlit-lost-here = Streife antwoordt nu niet. Er gaat niets verloren: wat is opgeslagen, blijft. Op deze computer wordt het gestart met: streife run
streamlit-no-page = Die pagina bestaat niet
streamlit-no-page-why = Op dat adres staat niets. De eerste pagina wordt getoond.
streamlit-shortcut = Toets *
streamlit-previous = Vorig bericht
streamlit-next = Volgend bericht
streamlit-help-for = Uitleg bij *
streamlit-copy = Kopiëren
streamlit-copied = Gekopieerd
streamlit-open = Lijst openen
streamlit-choose = Maak een keuze
streamlit-choose-many = Maak een keuze
streamlit-no-results = Niets gevonden
streamlit-no-options = Niets om te kiezen
streamlit-one-option = Eén mogelijkheid
streamlit-options = { "*" } mogelijkheden
streamlit-clear = Keuze wissen
streamlit-clear-all = Alles wissen
streamlit-select-all = Alles kiezen
streamlit-select-matches = Alle * treffers kiezen
streamlit-selected = Gekozen
streamlit-remove = { "*" } verwijderen
streamlit-chosen = { "*" }, gekozen
streamlit-password-show = Wachtwoord tonen
streamlit-password-hide = Wachtwoord verbergen
streamlit-entry-clear = Invoer wissen
streamlit-day = dag, *
streamlit-month = maand, *
streamlit-year = jaar, *
streamlit-day-chosen = Gekozen dag: *
streamlit-calendar = Kalender
streamlit-calendar-of = Kalender, *
streamlit-calendar-clear = Datum wissen
streamlit-calendar-keys = Met de pijltjes door de dagen, Enter kiest, Escape sluit.
streamlit-month-before = Vorige maand
streamlit-month-after = Volgende maand
streamlit-upload = Bestand kiezen
streamlit-drop = Leg het bestand hier neer
streamlit-drop-many = Leg de bestanden hier neer
streamlit-add-files = Meer bestanden
streamlit-largest = Hoogstens * per bestand
streamlit-wrong-kind = Dit soort bestand gaat hier niet: *
streamlit-too-large = Het bestand is te groot: hoogstens *
streamlit-upload-failed = De verbinding brak af. Wacht tot ze terug is en probeer het dan nog eens.
streamlit-sort-up = Oplopend ordenen
streamlit-sort-down = Aflopend ordenen
streamlit-format = Weergave
streamlit-statistics = Verdeling
streamlit-fit = Breedte aanpassen
streamlit-pin = Kolom vastzetten
streamlit-unpin = Kolom losmaken
streamlit-hide = Kolom verbergen
streamlit-column-menu = Kolommenu
streamlit-column-name = Kolomnaam kopiëren
streamlit-find = Typ om te zoeken
streamlit-find-next = Volgende treffer
streamlit-find-before = Vorige treffer
streamlit-find-close = Zoeken sluiten

## Benachrichtigung per E-Mail: nie ein Wort vom Inhalt
mail-escalated = Een noodgeval wacht op u
mail-handed_over = Een overdracht wacht op u
mail-handover_due = De termijn van een overdracht loopt bijna af
mail-handover_late = De termijn van een overdracht is verstreken
mail-handover_returned = Een overdracht kwam terug
mail-handover_done = Een overdracht is afgerond
mail-handover_asked = Een vraag over uw overdracht
mail-handover_answered = Uw vraag is beantwoord
mail-handover_withdrawn = Een overdracht is teruggehaald
mail-handover_moved = Een overdracht ging naar iemand anders
mail-handover_orphaned = Een overdracht had niemand meer
mail-digest = Wat er bij de wisseling van de dienst ligt
mail-abuse = Een bericht is van u overgenomen
mail-approval_wanted = Een antwoord wacht op uw goedkeuring
mail-approval_given = Uw antwoord is goedgekeurd
mail-by = Van: { $name }
mail-due = Termijn: { $when }
mail-emergencies = Noodgevallen die niemand heeft bevestigd: { $n }
mail-waiting = Open berichten: { $n }
mail-handovers = Overdrachten aan u: { $n }
mail-overdue = Overdrachten over de termijn: { $n }
mail-minutes = Minuten zonder bevestiging: { $n }
mail-why-so-little = Over de inhoud staat hier met opzet niets. De rest ziet u na het aanmelden.
streamlit-broke = Hier ging iets mis waar niemand op had gerekend. Wat is opgeslagen, blijft. Laad de pagina opnieuw; komt het terug, dan helpt het serverlogboek de beheerders.
streamlit-file = Bestand
streamlit-another = Nog een bestand
streamlit-problem = Gaat niet:
