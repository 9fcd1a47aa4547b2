title = Sign in
login = User name
password = Password
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
