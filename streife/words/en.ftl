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

## Notices by e-mail: never a word of the content
mail-escalated = An emergency is waiting for you
mail-handed_over = A hand-over is waiting for you
mail-handover_due = The deadline of a hand-over is near
mail-handover_late = The deadline of a hand-over has passed
mail-handover_returned = A hand-over came back
mail-handover_done = A hand-over is finished
mail-handover_asked = A question about your hand-over
mail-handover_answered = Your question is answered
mail-handover_withdrawn = A hand-over was taken back
mail-handover_moved = A hand-over went to somebody else
mail-handover_orphaned = A hand-over had nobody any more
mail-digest = What waits at the change of shift
mail-abuse = A message was taken off your hands
mail-approval_wanted = An answer is waiting for your approval
mail-approval_given = Your answer is approved
mail-by = By: { $name }
mail-due = Due: { $when }
mail-emergencies = Emergencies nobody acknowledged: { $n }
mail-waiting = Open messages: { $n }
mail-handovers = Hand-overs to you: { $n }
mail-overdue = Overdue hand-overs: { $n }
mail-minutes = Minutes without acknowledgement: { $n }
mail-why-so-little = Nothing of the content stands here, on purpose. Sign in to see more.
