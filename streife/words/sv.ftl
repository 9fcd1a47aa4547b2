title = Logga in
login = Användarnamn
password = Lösenord
language = Språk
submit = Logga in
mismatch = Användarnamn och lösenord hör inte ihop.
locked = För många försök. Om 15 minuter går det igen.
signed-out = Du är utloggad.
not-watched = Streife ersätter inte ett nödsamtal. Ring 112 i en nödsituation.
training = Övningsdata: alla personer och meddelanden är påhittade.
demo-password = Lösenord för alla övningskonton:
demo-users = Övningskonton
officer = polis med eget konto
contact_officer = områdespolis
case_officer = handläggare
supervisor = chef
administrator = administratör

connect-title = Anslut ett konto
connect-back = Tillbaka till kontona
connect-connected = Anslutet. Kontot läses från och med nu.
connect-denied = Du sade nej hos nätverket. Inget har ändrats.
connect-expired = Inloggningen tog längre än tio minuter. Börja om på kontosidan.
connect-used = Den här inloggningen har redan använts, eller en nyare har påbörjats. Börja om.
connect-elsewhere = Den här inloggningen påbörjades inte i den här sessionen. Börja om på kontosidan.
connect-unknown = Ingen har påbörjat den här inloggningen här. Börja på kontosidan.
connect-no-code = Nätverket bekräftade inte inloggningen. Börja om.
connect-not-yours = Kontot tillhör någon annan. Bara den personen och administratörerna får ansluta det.
connect-network = Anslutningen lyckades inte. Inget har ändrats.

# Den som ändrar de här orden höjer casework.consent.TEXT: då tillfrågas alla på nytt.
consent-text =
    Det som läses är omnämnanden, kommentarer, svar och direktmeddelanden som når ditt tjänstekonto, och siffrorna för dina egna inlägg; inget från andra konton och inte det du själv tittar på.

    Läsa får du, områdespolisen det som du överlämnar, och din stations handläggare hat, hot och förolämpningar. Chefer och administratörer ser bara siffror. Varje blick loggas.

    Meddelandena bevaras så länge kontot är anslutet. När du slutar raderas de efter 30 dagar, om de inte hör till ett ärende eller en öppen överlämning eller måste finnas kvar som bevis.

    Ditt samtycke är frivilligt. Du kan ta tillbaka det när som helst med ett klick, utan nackdel för dig. Från och med då läses inget, och nyckeln till ditt konto förstörs.

## Det Streamlit säger på engelska; * står för det som växlar
no-script = Streife behöver JavaScript. Slå på det i webbläsaren och ladda om sidan.
streamlit-skip = Hoppa till innehållet
streamlit-pages = Sidor
streamlit-home = Till startsidan
streamlit-logo = Streife
streamlit-close = Stäng
streamlit-dismiss = Stäng
streamlit-menu = Meny
streamlit-sidebar-open = Visa sidor
streamlit-sidebar-close = Dölj sidor
streamlit-running = Laddar
streamlit-stop = Stoppa
streamlit-stopping = Stoppas …
streamlit-connecting = Ansluter …
streamlit-connecting-long = Anslutningen upprättas
streamlit-disconnected = Frånkopplad
streamlit-disconnected-long = Streife går inte att nå
streamlit-lost = Anslutningen är bruten
streamlit-lost-why = Streife svarar inte just nu. Inget är förlorat: det som har sparats finns kvar. Det fortsätter av sig självt så snart anslutningen finns.
streamlit-lost-here = Streife svarar inte just nu. Inget är förlorat: det som har sparats finns kvar. På den här datorn startas det med: streife run
streamlit-no-page = Den sidan finns inte
streamlit-no-page-why = På den adressen finns inget. Den första sidan visas.
streamlit-shortcut = Tangent *
streamlit-previous = Föregående meddelande
streamlit-next = Nästa meddelande
streamlit-help-for = Hjälp om *
streamlit-copy = Kopiera
streamlit-copied = Kopierat
streamlit-open = Öppna listan
streamlit-choose = Välj
streamlit-choose-many = Välj
streamlit-no-results = Inget hittades
streamlit-no-options = Inget att välja på
streamlit-one-option = Ett alternativ
streamlit-options = { "*" } alternativ
streamlit-clear = Ta bort valet
streamlit-clear-all = Ta bort alla
streamlit-select-all = Välj alla
streamlit-select-matches = Välj alla * träffar
streamlit-selected = Valda
streamlit-remove = Ta bort *
streamlit-chosen = { "*" }, vald
streamlit-password-show = Visa lösenordet
streamlit-password-hide = Dölj lösenordet
streamlit-entry-clear = Rensa fältet
streamlit-day = dag, *
streamlit-month = månad, *
streamlit-year = år, *
streamlit-day-chosen = Vald dag: *
streamlit-calendar = Kalender
streamlit-calendar-of = Kalender, *
streamlit-calendar-clear = Rensa datumet
streamlit-calendar-keys = Piltangenterna går genom dagarna, Enter väljer, Escape stänger.
streamlit-month-before = Föregående månad
streamlit-month-after = Nästa månad
streamlit-upload = Välj fil
streamlit-drop = Släpp filen här
streamlit-drop-many = Släpp filerna här
streamlit-add-files = Fler filer
streamlit-largest = Högst * per fil
streamlit-wrong-kind = Den här filtypen går inte här: *
streamlit-too-large = Filen är för stor: högst *
streamlit-upload-failed = Anslutningen bröts. Vänta tills den är tillbaka och försök igen.
streamlit-sort-up = Sortera stigande
streamlit-sort-down = Sortera fallande
streamlit-format = Format
streamlit-statistics = Fördelning
streamlit-fit = Anpassa bredden
streamlit-pin = Fäst kolumnen
streamlit-unpin = Lossa kolumnen
streamlit-hide = Dölj kolumnen
streamlit-column-menu = Kolumnmeny
streamlit-column-name = Kopiera kolumnens namn
streamlit-find = Skriv för att söka
streamlit-find-next = Nästa träff
streamlit-find-before = Föregående träff
streamlit-find-close = Stäng sökningen

## Benachrichtigung per E-Mail: nie ein Wort vom Inhalt
mail-escalated = En nödsituation väntar på dig
mail-handed_over = En överlämning väntar på dig
mail-handover_due = Tidsfristen för en överlämning går snart ut
mail-handover_late = Tidsfristen för en överlämning har gått ut
mail-handover_returned = En överlämning kom tillbaka
mail-handover_done = En överlämning är avslutad
mail-handover_asked = En fråga om din överlämning
mail-handover_answered = Din fråga är besvarad
mail-handover_withdrawn = En överlämning togs tillbaka
mail-handover_moved = En överlämning gick till någon annan
mail-handover_orphaned = En överlämning hade ingen kvar
mail-digest = Vad som väntar vid skiftbytet
mail-abuse = Ett meddelande togs om hand åt dig
mail-approval_wanted = Ett svar väntar på ditt godkännande
mail-approval_given = Ditt svar är godkänt
mail-by = Från: { $name }
mail-due = Tidsfrist: { $when }
mail-emergencies = Nödsituationer som ingen har kvitterat: { $n }
mail-waiting = Öppna meddelanden: { $n }
mail-handovers = Överlämningar till dig: { $n }
mail-overdue = Försenade överlämningar: { $n }
mail-minutes = Minuter utan kvittering: { $n }
mail-why-so-little = Om innehållet står inget här, med avsikt. Allt annat ser du när du har loggat in.
streamlit-broke = Något gick fel här som ingen hade räknat med. Det som har sparats finns kvar. Ladda om sidan; kommer det igen hjälper serverloggen administratörerna.
streamlit-file = Fil
streamlit-another = En fil till
streamlit-problem = Går inte:
