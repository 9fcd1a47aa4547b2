title = Sign in
login = User name
password = Password
language = Language
submit = Sign in
mismatch = User name and password do not match.
locked = Too many attempts. Try again in 15 minutes.
signed-out = You are signed out.
not-watched = Streife is no emergency line. In an emergency call 110.
training = Training data: all people and messages are invented.
demo-password = Password of all training users:
demo-users = Training users
officer = officer with own accounts
contact_officer = contact officer
case_officer = case officer
supervisor = supervisor
administrator = administrator

connect-title = Connect an account
connect-back = Back to the accounts
connect-connected = Connected. The account is read from now on.
connect-denied = You refused at the network. Nothing was changed.
connect-expired = The sign-in took longer than ten minutes. Begin again on the Accounts page.
connect-used = This sign-in was used already, or a newer one was begun. Begin again.
connect-elsewhere = This sign-in was not begun in this session. Begin again on the Accounts page.
connect-unknown = Nobody began this sign-in here. Begin on the Accounts page.
connect-no-code = The network did not confirm the sign-in. Begin again.
connect-not-yours = The account is somebody else's. Only that person and the administrators may connect it.
connect-network = Connecting did not succeed. Nothing was changed.

# Whoever changes these words raises casework.consent.TEXT: then all are asked anew.
consent-text =
    What is read: mentions, comments, replies and direct messages that reach your official account, and the figures of your own posts; nothing from other accounts, and not what you look at yourself.

    Who reads it: you, the contact officers what you hand over to them, and the case officers of your station hate, threats and insults. Supervisors and administrators see numbers alone. Every look is logged.

    How long it is kept: while the account is connected. When you leave, messages are erased after 30 days unless they belong to a case or an open hand-over, or must stay as evidence.

    Your consent is voluntary. You can withdraw it at any time with one click, at no disadvantage to you. From then on nothing is read, and the key to your account is destroyed.

## What Streamlit says; * stands for what varies
no-script = Streife needs JavaScript. Please switch it on in the browser and reload the page.
streamlit-skip = Skip to the content
streamlit-pages = Pages
streamlit-home = To the start page
streamlit-logo = Streife
streamlit-close = Close
streamlit-dismiss = Close
streamlit-menu = Menu
streamlit-sidebar-open = Show pages
streamlit-sidebar-close = Hide pages
streamlit-running = Loading
streamlit-stop = Stop
streamlit-stopping = Stopping …
streamlit-connecting = Connecting …
streamlit-connecting-long = The connection is being made
streamlit-disconnected = Disconnected
streamlit-disconnected-long = Streife is out of reach
streamlit-lost = Connection interrupted
streamlit-lost-why = Streife does not answer just now. Nothing is lost: what was saved stays. It goes on by itself as soon as the connection stands.
streamlit-lost-here = Streife does not answer just now. Nothing is lost: what was saved stays. On this machine it is started by: streife run
streamlit-no-page = There is no such page
streamlit-no-page-why = Nothing stands at this address. The first page is shown.
streamlit-shortcut = Key *
streamlit-previous = Previous message
streamlit-next = Next message
streamlit-help-for = Help for *
streamlit-copy = Copy
streamlit-copied = Copied
streamlit-open = Open the list
streamlit-choose = Please choose
streamlit-choose-many = Please choose
streamlit-no-results = Nothing found
streamlit-no-options = Nothing to choose from
streamlit-one-option = One option
streamlit-options = { "*" } options
streamlit-clear = Clear the choice
streamlit-clear-all = Clear all
streamlit-select-all = Select all
streamlit-select-matches = Select all * matches
streamlit-selected = Chosen
streamlit-remove = Remove *
streamlit-chosen = { "*" }, chosen
streamlit-password-show = Show the password
streamlit-password-hide = Hide the password
streamlit-entry-clear = Clear the entry
streamlit-day = day, *
streamlit-month = month, *
streamlit-year = year, *
streamlit-day-chosen = Chosen day: *
streamlit-calendar = Calendar
streamlit-calendar-of = Calendar, *
streamlit-calendar-clear = Clear the date
streamlit-calendar-keys = Arrow keys go through the days, Enter chooses, Escape closes.
streamlit-month-before = Previous month
streamlit-month-after = Next month
streamlit-upload = Choose a file
streamlit-drop = Drop the file here
streamlit-drop-many = Drop the files here
streamlit-add-files = More files
streamlit-largest = At most * per file
streamlit-wrong-kind = This kind of file does not work here: *
streamlit-too-large = The file is too large: at most *
streamlit-upload-failed = The connection broke off. Please wait until it stands again, then try once more.
streamlit-sort-up = Sort ascending
streamlit-sort-down = Sort descending
streamlit-format = Format
streamlit-statistics = Distribution
streamlit-fit = Fit the width
streamlit-pin = Pin the column
streamlit-unpin = Unpin the column
streamlit-hide = Hide the column
streamlit-column-menu = Column menu
streamlit-column-name = Copy the column’s name
streamlit-find = Type to search
streamlit-find-next = Next match
streamlit-find-before = Previous match
streamlit-find-close = Close the search
