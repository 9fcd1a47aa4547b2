## Time
time-today = today { $clock }
time-yesterday = yesterday { $clock }
time-tomorrow = tomorrow { $clock }
time-ago = { $span } ago
span-minutes = { $n } min
span-hours = { $n } h
span-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
date-pattern = ccc d MMM
date-pattern-year = d MMM yyyy
date-pattern-full = ccc d MMM yyyy
date-field = DD/MM/YYYY
stamp-pattern = yyyy-MM-dd HH:mm:ss
today = today
never = never

## Frame
door-triage = Triage
door-handovers = Hand-overs
door-cases = Cases
door-figures = Response
door-accounts = Accounts
door-audit = Record
door-help = Help
training = Training data
training-why = everything here is invented
as-of = As of { $clock }
silent-streams = { $n } of { $of } channels silent
setting-mask = Cover hostile texts
setting-keys = Use single keys
setting-keys-why = Switch off when a voice control listens.
setting-compact = Show list or message, not both
setting-compact-why = For narrow windows and strong zoom.
setting-language = Language
sign-out = Sign out
sign-in = Sign in
signed-out = You are not signed in
signed-out-why = The session has ended. Nothing is lost: what was saved stays.
page-refused = This page is not meant for your role
page-refused-why = The attempt is on record. Whoever needs the role asks the station’s administrator.
page-unknown = There is no such page
page-unknown-why = Nothing stands at this address. Perhaps it was copied wrongly.
switch = Choice
open = Open
opened = opened
reload = Reload
as-table = As a table
none = none
n-of = { $n } of { $of }
n-messages = { $n ->
    [one] one message
   *[other] { $n } messages
}
unknown-person = unknown

## Trouble
trouble-conflict = Not saved: somebody else was faster. Look at the message again, then decide.
trouble-not-allowed = You lack the permission for this. Nothing was changed. Your station’s administrator can grant it.
trouble-not-found = This does not exist here, or no longer. Nothing was changed.
trouble-refused = This does not fit the present state. Nothing was changed, and what you typed stays.
trouble-network = The network does not give it just now. Nothing was secured; try again later.
trouble-other = That did not work. Nothing is lost; here is why.
trouble-store = The store does not answer just now. Nothing is lost: messages will be fetched later. Try again in a moment.

## Acute
acute-open = Acute · { $n } open
acute-maybe = Perhaps acute · { $n }
acute-maybe-why = The assessment abstains here. Please read for yourself.
acute-rest = Show { $n } more
acute-in-queue = { $n } more stand at the top of the list.
acute-sure = emergency: { $share }
acute-unsure = nearest { $label }, emergency { $share }
acute-by-hand = marked as an emergency by a human
acute-no-substitute = No substitute for an emergency call. Call the control room first, then answer.
acknowledge = Control room informed
acknowledged = control room informed

## Queue
views = Queue
view-open = Open { $n }
view-tips = Tips { $n }
view-waiting = Waiting { $n }
view-all = All
view-reread = Read again
reread-waiting = { $n ->
    [one] Spot check: read one message again
   *[other] Spot check: read { $n } messages again
}
reread-look = Show
reread-lead = Drawn at random from what Streife took for harmless. Please read and confirm or correct: so it is counted what it misses.
reread-ask = **Spot check:** Streife took this message for harmless, so for no emergency, tip or report, and not hostile. Is that right?
reread-correct = No, correct it
filter = Filter
filter-on = Filters · { $n }
filter-account = Account
filter-beat = Beat
filter-platform = Network
filter-intent = Intent
filter-hostile = Hostility
filter-any = all
filter-clear = Clear filter
hostile-yes = hostile only
hostile-no = without hostile
source = { $platform } { $kind } to { $to }
masked = Text covered · { $n } characters
unmask = Show text
text-cut = … and { $rest } more characters, cut here. The original is kept in full.
text-goes-on = … and { $rest } more characters. “Open” shows all of it.
show-new = { $n ->
    [one] show one new message
   *[other] show { $n } new messages
}
load-more = Load more
to-start = To the start
back-to-queue = Queue
none-filtered = Nothing fits the filter
none-filtered-why = Other messages may be waiting. Without the filter you see them all.
none-open = All seen
none-open-why = What is new appears here by itself; emergencies always stand on top.
none-tips = No confirmed tip is waiting
none-tips-why = What you confirm as a tip lies here until it is handed over.
none-waiting = Nothing lies with others
none-waiting-why = Messages you handed over stay here until the contact officer is done.
none-all = No message yet
none-all-why = As soon as an account is connected, the first messages arrive here.
none-reread = All read again
none-reread-why = New ones for the spot check come by themselves, a few each week.
pane-empty = No message open
pane-empty-why = Open one on the left, or the next one with J. Every opening goes on record.
pane-done = Nothing is waiting here
pane-done-why = A good moment for a break.
not-assessed = not assessed yet
abstained = abstains
corrected = corrected
edited = edited
deleted = deleted
deleted-undecided = deleted by its author
answered = answered

## Message
reads-along = { $who } is reading too
came-back = { $who } returned this message:
thread = Conversation · { $n ->
    [one] one more message
   *[other] { $n } more messages
}
history = History · { $n }
attachment-image = Picture
attachment-video = Film
attachment-audio = Sound
attachment-file = File
attachment-link = Link
attachment-other = Attachment
attachment-untold = without description
attachment-nowhere = without address
attachment-secure = Secure
attachment-why = Fetches the file from the network now and keeps it unchanged as evidence. This is logged; the other server sees it.
attachment-training = In training data everything is invented: nothing lies at this address.
attachment-fetching = Being fetched …
attachment-secured = secured { $when } by { $who }, SHA-256 { $sha256 }
attachment-gone = Only an earlier wording names this address.
answers = Answers · { $n }
answer-written = written { $when }
answer-went-out = sent { $when }
answer-seen = seen again on the network { $when }
answer-next-try = next try { $when }
answer-take-back = Take back
done-take-back = Answer taken back
wordings = Edited · { $n } wordings
wording = Wording { $n } · { $when }
verdict = Assessment
verdict-question = Question
verdict-suggestion = Suggestion
verdict-sureness = Sureness
verdict-pending = The assessment is still on its way. You can decide already.
verdict-unread = The machine could not read this message; please read it yourself.
verdict-corrected = A human corrected the assessment; the table shows what the machine suggested.
verdict-tip-first = So that no tip is lost, it goes before a somewhat more probable intent here.
verdict-yellow = Marked in yellow is what tipped the balance.
verdict-described = How a picture or file is described tipped the balance, too.
verdict-read-with = { $n ->
    [one] Read together with a message by the same person shortly before or after it: only so does it sound like an emergency.
   *[other] Read together with { $n } messages by the same person shortly before or after it: only so does it sound like an emergency.
}
verdict-suggests = A suggestion, not a verdict. Model { $model }.
read-past = Read as: { $words }
read-past-more = and { $rest } more
read-past-unknown = Whether anything here is written in disguise cannot be told at present.
safety-rules = Rule that rang: { $rules }
safety-rules-unknown = Whether a rule rang cannot be told at present.
rule-suicide-announced = suicide announced
rule-attack-now = attack now
rule-attack-announced = attack announced
rule-life-in-danger = life in danger
rule-fire-now = fire now
rule-intruder-now = intruder now
rule-cry-for-help = cry for help
rule-bare-cry = nothing but a cry for help
rule-threat-to-kill-or-hurt = killing or violence threatened
rule-farewell = a farewell, or “better off without me”
question-intent = Intent
question-otherwise = else
question-hostility = Hostility
question-target = Target
abstains = *abstains*
abstains-nearest = *abstains*, nearest { $label }
urgent-emergency = Acute, because there is danger now.
urgent-tip = Today, because a tip grows old quickly.
urgent-report = Today, because the writer was harmed.
urgent-question = A question that can wait.
urgent-suggestion = A suggestion that can wait.
urgent-praise = Praise that would enjoy an answer.
urgent-criticism = Criticism one can answer.
urgent-spam = Advertising, no hurry.
urgent-other = No recognisable intent.
urgent-unsure = Unsure: please read for yourself today.
urgent-threat = Today, because somebody is threatened.
urgent-incitement = Today, because it calls for offences.
urgent-doxxing = Today, because personal data are spread.
urgent-sexual = Today, because somebody is harassed.
did-tip = { $who } confirmed the tip
did-dismiss = { $who } settled the message
did-correct = { $who } corrected the assessment
did-acknowledge = { $who } informed the control room
did-answer = { $who } answered
did-reopen = { $who } took the decision back
did-reopen-by-edit = Open again because the text or a picture was changed
did-reopen-by-verdict = Open again: it was settled before it was known to be an emergency
did-harmless = { $who } read it again and confirmed: harmless
did-hand-over = { $who } handed over to { $to }
did-accept = { $who } accepted
did-return = { $who } returned it
did-finish = { $who } finished: { $outcome }

## Actions
previous = Previous message
next = Next message
confirm-tip = Confirm tip
hand-over = Hand over
answer = Answer
open-case = Open case
dismiss = Settle
correct = Correct
confirm-harmless = Yes, harmless
more = More
undo = Undo
nothing-open = No message open
wave-open = A wave is open. Press X to select all of it, or open one of its messages.
reading-only = Reading only: others decide about this message.
done-tip = Tip confirmed
done-acknowledge = Control room informed
done-hand-over = Handed over
done-answer = Answer noted
done-reply = Answer is ready to go
done-dismiss = Settled
done-correct = Corrected
done-case = Secured in the case
done-undo = Taken back
done-harmless = Confirmed as harmless

## Forms
form-choose = Please choose
form-missing = { $n ->
    [one] One field is still missing: { $fields }
   *[other] { $n } fields are still missing: { $fields }
}
form-contact-officer = Contact officer
form-why-you = Why does it go there?
form-why-you-example = Such as: your district, third tip about the same garage
form-due = Due
form-answer = Wording of the answer
form-way = By which way
way-comment = Public reply
way-comment-who = Public reply that everybody can read
way-dm = Direct message
way-dm-who = Direct message only for the sender
form-reason = Reason
form-reason-more = In your own words
form-reason-optional = Reason (optional)
form-case = Case
form-title = Title
form-entitled = Person affected
form-role = Role
form-hints = Sections to check
form-note = Note
form-offender-known = Author known since (empty: still unknown)
form-offender-known-help = From this day the time limit of section 77b StGB runs, for each act from its first sight at the earliest.
form-outcome = What became of it
form-outcome-note = Note for whoever handed it over
form-end-state = The case is
form-end-reason = Reason or recipient
new-case = New case
hand-over-send = Hand over
reply-send = Send
answer-send = Answered elsewhere
dismiss-send = Settle
correct-send = Correct
open-case-send = Open case
add-to-case-send = Add to this case
give-back-send = Return
finish-send = Finish
end-case-send = Note
answer-as = “Send” takes the wording to the network through { $handle }. Until it is on its way it can be taken back.
answer-only-dm = Only a direct message can answer this one.
answer-in-training = Nothing is sent in training. Templates and approval can be tried out, the wording can be noted.
answer-not-yours = Only whoever owns this account sends through it: { $who }. If the answer was given elsewhere, note the wording here.
answer-no-key = This account is not connected, so Streife cannot send here. It is connected on the page “Accounts”. Until then answer on the network itself and note the wording here.
no-contact-officer = Nobody is registered as a contact officer. The administrator can change that.
dismiss-hostile = The message was assessed as hostile. Section 163 StPO asks for a reason that convinces a prosecutor too.
reason-lawful = Lawful criticism
reason-spam = Advertising
reason-settled = Settled already
reason-no-offence = No offence recognisable
reason-no-content = Without content
back-other-district = Another district
back-investigation = Belongs to the investigators
back-biased = I am biased
hint-185 = § 185 insult
hint-186 = § 186 malicious gossip
hint-187 = § 187 defamation
hint-188 = § 188 against political persons
hint-192a = § 192a hate-mongering insult
hint-130 = § 130 incitement against groups
hint-241 = § 241 threat
hint-126 = § 126 threatening offences
hint-140 = § 140 approving offences
hint-111 = § 111 call to offences
hint-126a = § 126a spreading personal data
hint-86a = § 86a symbols
hint-184 = § 184 ff. sexual content
hint-238 = § 238 stalking
hint-240 = § 240 coercion
hints-no-verdict = Pointers for a human to check (German criminal code), never a verdict. Law as of 11/2024.
hints-to-check = To check

## Hand-overs
side-to-me = To me { $n }
side-from-me = From me { $n }
no-handovers = No hand-overs yet
no-handovers-why = What you hand over or what comes to you stands here with its deadline and outcome.
nothing-waits = Nothing waits for you
nothing-waits-why = Everything handed over is accepted or answered.
due = by { $when }
due-past = was due { $when }
why-to-you = { $who }:
no-note = no note
accept = Accept
give-back = Return
handed-over = handed over { $when }
underway = On its way
underway-none = Nothing is on its way.
came-of-it = What became of it
came-of-it-none = Nothing was answered yet.
in-work = In progress
in-work-none = Nothing in progress.
finish = Finish
finished = Finished
to-whom = to { $who }

## Cases
no-cases = No case yet
no-cases-why = A case begins in triage: open a hostile message and choose “Open case”.
back-to-cases = All cases
for-whom = { $who } ({ $role })
case-since = since { $when } · opened by { $who }
case-messages = Secured messages
affected = Person affected
ended-reason = Closing
end-case = End case
clock-77b = Time limit, section 77b StGB
clock-left = { $n ->
    [0] ends today
    [one] { $n } day left
   *[other] { $n } days left
}
clock-over = ended { $day }
clock-passed = { $n ->
    [one] over for { $n } other act
   *[other] over for { $n } other acts
}
clock-ended = Case ended { $day }
clock-alt = The time limit runs from { $start } to { $end }.
clock-until = until **{ $day }**
clock-cautious = as a precaution until **{ $day }**
clock-running = Three months from knowing act and person, for each act; the next limit is shown.
clock-not-running = Counted from first sight, because the author is unknown. The legal clock has not started.
evidence = Evidence
secured = { $n } secured
secured-originals = { $n ->
    [one] one original with checksum
   *[other] { $n } originals with checksums
}
deleted-since = { $n ->
    [one] one message deleted since
   *[other] { $n } messages deleted since
}
offender-known = Author known since { $day }
offender-unknown = Author unknown
offender-note = Note the author
offender-note-send = Note
item-bound = Wording { $version }, secured by { $who } { $when }, SHA-256:
timeline = Timeline
times-over = { $n } times
log-case-opened = { $who } opened the case
log-case-read = { $who } read the case
log-case-sent = { $who } sent the case on
log-case-closed = { $who } closed the case
log-case-exported = { $who } exported the file
log-package-written = Package written and sealed for { $who }
log-refused = { $who } was refused access
log-other = { $who }: { $act }
export = Export file
export-why = Originals, checksums and the record’s extract in one package that anybody can verify. The export is on record.
export-save = Save package
fingerprint = Fingerprint of the package: pass it on by a separate way.

## Accounts
no-accounts = No account connected
no-accounts-why = The administrator registers accounts with “streife accounts”. Then you see here what arrives and what does not.
sum-heard = Channels heard
sum-silent = Unusually silent
sum-channels = { $n ->
    [0] none
    [one] one channel
   *[other] { $n } channels
}
sum-open-gaps = Open gaps
sum-lost = Lost
span-1 = 24 hours
span-7 = 7 days
span-30 = 30 days
no-streams = This account is registered but not connected: nothing arrives here.
account-resting = resting
badge-silent = unusually silent
strip-alt = What was heard of each channel, as strips. Gaps, and what else was not simply heard: { $n }, as a table below.
heard-known = heard
heard-filled = filled in
heard-filling = gap
heard-unreadable = unreadable
heard-lost = lost
heard-late = not asked yet
heard-blind = never read
accounts-training = Nothing is polled in training: this page shows the state as of { $when }.
heard-last = Last heard
last-heard = **{ $when }** { $stream }
not-polled = not scheduled
poll-due = next poll now
next-poll = next poll { $when }
stream-mentions = Mentions
stream-comments = Comments
stream-threads = Replies beneath own posts
stream-dms = Direct messages
stream-messages = Direct messages
stream-notifications = Notifications
stream-quotes = Quotes
stream-tags = Tags
stream-visitor-posts = Visitor posts
stream-held = Comments held for review
stream-spam = Likely spam
error-authexpired = The network no longer accepts the key: nothing arrives here.
remedy-authexpired = The account must be connected again. What came since will then be fetched.
error-ratelimited = The quota is used up: the network does not let us ask so often.
remedy-ratelimited = Nothing to do. Polling goes on by itself and fetches what is missing.
error-budgetspent = This month’s money is spent: nothing is read until the month ends.
remedy-budgetspent = The administrator can raise the cap. Until then look on the network itself.
error-transient = The network is out of reach just now.
remedy-transient = Nothing to do. The next poll tries again and fetches what is missing.
error-schemachanged = The network answers in a form that Streife does not know.
remedy-schemachanged = The connector must be mended: the administrator sees the exact words here and gives them to your technicians. Meanwhile look on the network itself.
error-refused = Streife does not read this account at present.
remedy-refused = The consent, the key or a setting is missing: what is open stands below on this card, the administrator sees the exact words here. Once it is mended, polling goes on by itself.
error-other = Polling failed.
remedy-other = It is tried again. If it stays so: the administrator sees the exact words here and gives them to your technicians.
error-own-words = Exact words for your technicians
refusals = Not taken in, as Streife cannot keep them · { $n }
refusals-remedy = Read these messages on the network itself. Behind each stands why it was not taken in.
refusals-more = And { $n } more; the log has them all.
gaps = Gaps: what was not heard at once · { $n }
gaps-none = No gap is known in this time.
gaps-more = And { $n } older ones; “streife streams” names them all.
gaps-stream = Channel
gaps-from = From
gaps-to = To
gaps-between = { $start } to { $end }
gaps-lasting = Length
gaps-what = How much of it is here
gap-filled = filled in, complete
gap-filling = gap, still being tried
gap-unreadable = arrived, but Streife cannot read it yet: look on the network itself; tried again now and then
gap-lost = lost, the network no longer gives it
gap-late = not asked yet
gap-blind = not readable: the first poll did not reach back so far
silence = { $channel }: silent since { $since }, nothing came for { $span } although we asked
silence-usual = Such a silence is rarer than once a year here. The longest of the weeks before: { $longest }. Please look on the network whether something stands there.
silence-unsure = Too little traffic to judge silence: { $streams }
silence-more = And { $n } more.
silence-look = To the accounts
blind = { $platform } never shows: { $what }.
blind-blocked-by = posts of people who block the account
blind-private-accounts = what private accounts write
blind-encrypted-messages = encrypted direct messages
blind-deleted-messages = that a direct message was deleted
blind-comments-on-old-posts = new comments beneath old posts
blind-comments-on-shares = comments where somebody shared a post
blind-older-dms = direct messages from long before the account was connected
blind-mentions = earlier mentions (each is told only when it happens)
blind-stories = stories
blind-live-comments = comments in live broadcasts
blind-live-chat = the chat of live broadcasts
blind-replies-to-old-threads = new replies in very old threads of comments
blind-direct-messages = direct messages (there are none)
blind-refused-servers = posts from servers that ours refuses
blind-dated-back = posts that somebody dated back by more than a week
blind-without-mention = talk in which the account is not mentioned
blind-without-mention-elsewhere = talk beneath other people’s posts in which the account is not mentioned
money = { $spent } of at most { $cap } this month
money-forecast = { $n } expected by its end
money-none = Reading and writing costs money here, and no cap is set: nothing is read.
money-spent = The money is spent. It goes on { $when }, or as soon as the administrator raises the cap.
money-short = At this rate the money does not last until { $when }: we read less often so that it does.
quota = Quota of the day: { $n } of { $of } units used, shared by { $accounts ->
    [one] one account
   *[other] { $accounts } accounts
}; anew { $when }
quota-spent = The quota of the day that these accounts share is used up. It goes on { $when }.
consent = Consent
consent-send = I consent
consent-missing = Without the officer’s consent nothing is read.
consent-given = Consent given { $when }
connect = Connect
connect-send = Connect
connect-again = Connect again
connect-done = Connected
connect-missing = Not connected yet
connect-training = Nothing is connected in training.
connect-shut = Connecting is possible once the administrator has set: { $settings }
connect-key = App password
connect-key-why = Make an app password for Streife in the network’s settings and put it in here. It is kept sealed and never shown again.
successor = Hand the account over
successor-send = Hand the account over
successor-why = The account goes to the successor with its history. The old key is destroyed; nothing is read until the successor consents and connects it again.
successor-who = To whom
successor-nobody = Nobody at this station could take the account.
leave = Stop reading
leave-send = Stop reading
leave-why = From now on nothing is read any more, and the key is destroyed. You suffer no disadvantage from it.
leave-then = What shall become of the other messages?
leave-erase = erase them after 30 days
leave-keep = keep them
close = Close the account
close-send = Close the account
close-why = The account is needed no longer: from now on nothing is read any more, and the key is destroyed.
outlook-stay = These stay: { $cases } in cases, { $handovers } in open hand-overs, { $held } on hold.
outlook-go = { $n } others: they would be erased from { $day } on.
export-drop = Take in a data export
export-drop-why = For what no interface gives: ask { $platform } for your own data and drop the file here as it comes. What is here already is not doubled.
export-file = The network’s file
export-take-in = Take it in
export-taken = { $new } new, { $known } here already, { $refused } refused
account-left = Reading stopped { $when }
account-closed = Closed { $when }
account-handed-over = Handed over { $when }
account-erased = What nothing justifies keeping is erased from { $day } on.

## Record
audit-why = Every change and every read, chained by RFC 6962. The check recomputes all of it.
audit-verify = Check the record
audit-holds = Unchanged: { $n } entries. Root:
audit-broken = The record is no longer what was written:
audit-shown = The last { $n } entries, newest first
audit-number = No.
audit-at = Time
audit-actor = Who
audit-act = What
audit-subject = To what
audit-detail = Details
audit-raw = Identifier
audit-raw-why = As the log itself has it: subject, act, login. “streife audit --about” takes the subject.
fact-messages = Messages
fact-model = Model
fact-intents = Intent of each message
fact-officer = Officer
fact-officers = Officers
fact-kind = Occasion
fact-reason = Reason
fact-step = Step
fact-round = Round
fact-rung = Alerted
fact-hours = Hours
fact-due = due
fact-intent = Intent
fact-hostility = Hostility
fact-target = against
fact-outcome = Outcome
fact-case = Case
fact-cases = Cases
fact-version = Wording
fact-login = Login
fact-roles = Roles
fact-role = Role
fact-platform = Network
fact-handle = Handle
fact-number = Number
fact-section = Section
fact-element = Element
fact-finding = Finding
fact-why = Why
fact-edition = Edition
fact-source = Source
fact-beats = Beats
fact-times = Times
fact-late = late
fact-acts = Messages
fact-file-number = File number
fact-state = State
fact-link = Link
fact-station = Station
fact-own = own
fact-begins = from
fact-ends = until
fact-deputy = Deputy
fact-error = Error
fact-refused = refused
fact-recipient = Recipient
fact-package = Package
fact-files = Files
fact-sessions-ended = sessions ended
fact-wording = Words
fact-note = Note
fact-before = before
fact-after = now
fact-to-whom = to
fact-consent-text = Consent text
fact-four-eyes = Approval
fact-command = Command
fact-result = Result no.
fact-decision = Decision no.
fact-notice = Notice no.
fact-escalation = Escalation no.
fact-handover = Hand-over no.
fact-talk = Talk no.
fact-check = Check no.
fact-application = Application no.
fact-reply = Answer no.
fact-capture = Capture no.
fact-claim = Claim no.
fact-hold = Hold no.
fact-leave = Leave no.
fact-bulk = Bulk step no.
fact-gap = Gap no.
fact-spot-check = Spot check no.
fact-sha256 = Checksum
fact-quoted = “{ $words }”
noted-officer = officer
noted-contact-officer = contact officer
noted-case-officer = case officer
noted-supervisor = supervisor
noted-administrator = administrator
noted-standby = standby
noted-again = once more, also the heads
noted-heads = heads and administrators
noted-nobody = nobody there
noted-office = office hours
noted-off = night, weekend or holiday
noted-deleted-by-author = deleted by its author
noted-account-left = account left
noted-open = still to be had
noted-filled = filled
noted-lost = lost
noted-yes = yes
noted-no = no
actor-machine = Streife itself
actor-shell = Command line ({ $name })
subject-account = Account { $name }
subject-case = Case { $name }
subject-drift = Watch over model { $name }
subject-erased = Erasure of message { $name }
subject-handover = Hand-over { $name }
subject-message = Message { $name }
subject-model = Model { $name }
subject-notices = Notices for account { $name }
subject-officer = { $name }
subject-nobody = an unknown login
subject-page = Page { $name }
subject-shift = Change of shift { $name }
subject-station = Station { $name }
subject-stream = Channel { $name }
subject-template = Template { $name }
subject-view = View { $name }
subject-all-audit = Log
subject-all-cases = several cases
subject-all-credentials = all keys
subject-all-handovers = several hand-overs
subject-all-hooks = the networks’ notices
subject-all-messages = several messages
act-acted-as = acted in this name on the command line
act-accepted = hand-over accepted
act-account-added = account added
act-account-connected = account connected
act-acknowledge = control room informed
act-answer = answer noted
act-assessed = assessed
act-audit-read = record looked at
act-bound-into-case = secured in the case
act-case-closed = case closed
act-case-exported = file exported
act-case-opened = case opened
act-case-read = case read
act-case-sent = case sent on
act-cases-listed = cases listed
act-correct = corrected
act-deleted-by-author = deleted by the author
act-dismiss = settled
act-drift-examined = drift examined
act-figures-taken = reach noted
act-finished = hand-over finished
act-gap-found = gap noticed
act-handed-over = handed over
act-handovers-listed = hand-overs listed
act-harmless = read again, harmless
act-listed = listed
act-officer-added = person added
act-officer-activated = sign-in of a person opened again
act-officer-deactivated = sign-in of a person ended
act-password-changed = password changed
act-role-given = role given
act-role-taken = role taken
act-package-written = package written
act-poll-failed = poll failed
act-read = read
act-refused = access refused
act-reopen = taken back
act-returned = hand-over returned
act-setting-changed = setting changed
act-sign-in-refused = sign-in refused
act-signed-in = signed in
act-signed-out = signed out
act-searched = searched
act-view-saved = view saved
act-view-renamed = view renamed
act-view-deleted = view deleted
act-spot-check-drawn = spot check drawn
act-media-secured = attachment secured
act-model-not-promoted = model not promoted
act-model-promoted = model promoted
act-model-rolled-back = model rolled back
act-station-added = station added
act-taken-in = taken in
act-tip = tip confirmed
act-account-closed = account closed
act-account-handed-over = account handed over
act-account-left = account left
act-account-named = the account's id on its network noted
act-consent-given = consent given
act-consent-noted = consent noted (on paper or by word of mouth)
act-erased = words erased
act-erased-again = words erased again
act-seen-again = on the network again
act-gap-filled = gap filled
act-gap-narrowed = gap narrowed
act-held = kept on hold
act-hold-ended = hold ended
act-key-given-back = key given back to the network
act-notices-ordered = notices ordered from the network
act-key-given-up = key given up
act-key-taken-over = key taken over
act-keys-rotated = keys rotated
act-reply-begun = answer being sent
act-reply-cancelled = answer taken back
act-reply-failed = answer not sent
act-reply-queued = answer queued
act-reply-returned = answer back to draft
act-reply-sent = answer sent
act-sign-in-begun = sign-in at the network begun
act-webhook-heard = network notice heard
act-webhook-refused = foreign notice refused

## Help
help-emergency = Streife is no emergency line. In danger call the **control room** first, then answer.
help-keys = Keys
help-keys-off = Single keys can be switched off under your name, top right.
help-words = Intent
help-hostility = Hostility
help-people = Who to turn to
help-administrators = Roles, accounts, passwords: { $names }.
help-no-administrator = No administrator is registered at your station.
help-support = What is to be read here can weigh on you. You need not carry it alone: colleagues, the police’s social service and chaplaincy are there for you.
about-emergency = Danger to life, limb or property, right now.
about-tip = May help the police.
about-report = The writer was harmed and reports it.
about-question = Wants to know something.
about-suggestion = Proposes something.
about-praise = Thanks, greetings, friendly talk.
about-criticism = Objects to police or politics; may be furious.
about-spam = Advertising and fraud.
about-other = Everything else, mere abuse too.
about-insult = Degrades a person or the police.
about-threat = Threatens an act.
about-incitement = Calls for acts or approves them.
about-hate = Against a protected group.
about-doxxing = Spreads private data or promises to.
about-symbol = Shows forbidden symbols.
about-sexual = Sexual harassment.
about-defamation = A damaging claim about a named person.

## Words of the casework
intent-emergency = Emergency
intent-tip = Tip
intent-report = Report
intent-question = Question
intent-suggestion = Suggestion
intent-praise = Praise
intent-criticism = Criticism
intent-spam = Spam
intent-other = Other
hostility-insult = Insult
hostility-threat = Threat
hostility-incitement = Incitement
hostility-hate = Hate
hostility-doxxing = Doxxing
hostility-symbol = Symbol
hostility-sexual = Sexual
hostility-defamation = Defamation
target-officer = Officer
target-police = Police
target-official = Public servant
target-group = Group
target-person = Person
target-none = nobody
urgency-acute = Acute
urgency-today = Today
urgency-routine = Routine
platform-x = X
platform-facebook = Facebook
platform-instagram = Instagram
platform-youtube = YouTube
platform-bluesky = Bluesky
platform-mastodon = Mastodon
kind-post = post
kind-comment = comment
kind-dm = direct message
state-open = open
state-tip = tip confirmed
state-handed-over = handed over
state-in-case = in a case
state-dismissed = settled
state-done = done
replystate-draft = draft
replystate-queued = ready
replystate-sending = being sent
replystate-sent = sent
replystate-failed = not sent
handoverstate-waiting = waiting
handoverstate-accepted = accepted
handoverstate-returned = returned
handoverstate-done = done
outcome-true-tip = The tip was true
outcome-led-further = The tip led further
outcome-nothing-found = Nothing found
casestate-open = open
casestate-sent = sent on
casestate-closed = closed
personrole-officer = officer
personrole-official = public servant
personrole-group = group
personrole-person = person
hearing-broken = broken
hearing-overdue = overdue
hearing-never = never heard
hearing-heard = fine

## Response
weeks-4 = 4 weeks
weeks-8 = 8 weeks
weeks-26 = Half a year
no-figures = No figures yet
no-figures-why = Nothing arrived in this span. A longer one may show more.
figures-no-officer = Figures are about stations, networks and intents, never about single people.
alarm-none = No emergency waits for the control room.
alarm-maybe = { $n ->
    [one] One message that may be acute waits.
   *[other] { $n } messages that may be acute wait.
}
alarm-unjudged = { $n ->
    [one] One message is not judged yet; it may be an emergency.
   *[other] { $n } messages are not judged yet; emergencies may be among them.
}
alarm-waiting = { $n ->
    [one] One emergency waits, for { $age }.
   *[other] { $n } emergencies wait, the oldest for { $age }.
}
metric-messages = Messages a week
metric-tips = Tips handed over
metric-helpful = Tips that helped
metric-hostile = Hostile
day = Day
step = Step
messages = Messages
median = Median
low = fastest 10%
high = slowest 10%
sort-talk = Conversation
sort-help = Tip, report, emergency
sort-criticism = Criticism
sort-hostile = Hostile
chart-messages = Messages by day
chart-more = People write more: { $share } above the first half
chart-fewer = People write less: { $share } below the first half
chart-messages-sub = Messages by day and sort
chart-intent = Intents
chart-intent-first = Most frequent recognised intent: { $label }, { $share }
chart-intent-sub = Messages by intent, as assessed or corrected
chart-platform = Networks
chart-platform-first = Most write through { $label }: { $share }
chart-platform-sub = Messages by network
chart-look = Until the first look
chart-look-longest = Unseen longest: { $label }, { $span }
chart-answer = Until the first answer
chart-answer-longest = The longest wait is on { $label }: { $span }
chart-waits-sub = Median and middle 80%, week from { $week }. Who still waits counts too (Kaplan and Meier).
waits-none = Week from { $week }: too few for a figure. What still waits stands below and in the table.
waits-few = too few for a figure
waits-open = still open
waits-unsaid = –
waits-together = All together
waits-still = Still waiting
waits-oldest = Oldest for
waits-look = { $n ->
    [0] In all the days shown no message waits for a look any more.
    [one] In all the days shown one message still waits for a look.
   *[other] In all the days shown { $n } messages still wait for a look.
}
waits-answer = { $n ->
    [0] In all the days shown no message is open and unanswered.
    [one] In all the days shown one message is still open and unanswered.
   *[other] In all the days shown { $n } messages are still open and unanswered.
}
waits-since = The oldest arrived { $age } ago.
waits-rule = Times stand only where at least { $messages } messages to at least { $officers } people with accounts got that far, and no more than half of them fall to anyone: otherwise it would be one person's time. They are reckoned from arrival at Streife; what a broken channel brought late makes nobody slow.
figures-gaps = Messages are missing in the days shown; the figures are too low there:
figures-gap = { $n ->
    [one] { $place }: one channel, { $first } to { $last }, { $lasting } in all
   *[other] { $place }: { $n } channels, { $first } to { $last }, { $lasting } in all
}
figures-gaps-look = See the gaps of the accounts
chart-tips = The way of the tips
chart-tips-helpful = { $share } of the accepted tips helped
chart-tips-sub = From the assessment to the outcome; people also confirm what was not suggested
tips-suggested = suggested
tips-confirmed = confirmed
tips-handed-over = handed over
tips-accepted = accepted
tips-helpful = helped

## How it judges
door-judgement = How it judges
judge-lead = Streife reads every message first and suggests what it is and how urgent. Deciding is up to you. This page shows when you can trust the suggestion and when not.
judge-model = Model { $version }
judge-day = learnt on { $day }
judge-examples = { $n } examples
judge-for = What it is for
judge-for-sort = Sorting messages to police accounts, so that the urgent is read first.
judge-for-suggest = Suggesting intent, hostility and target, and showing the words that moved it.
judge-for-abstain = Abstaining where the text bears no sure suggestion.
judge-not-for = What it is not for
judge-not-people = Judging people: it knows texts only.
judge-not-offence = Establishing offences: police and prosecutors examine those.
judge-not-other = Reading other texts: statements, files and chats are foreign to it.
judge-not-call = Replacing the emergency call.
judge-sees = What it looks at
judge-sees-words = The words, disguised spellings too.
judge-sees-meaning = The meaning of sentences, even without telling words.
judge-sees-rules = Fixed rules for what must never be missed: suicide, attack, danger to life, fire.
judge-unseen-writer = Not who writes: no name, no profile, no picture, no place.
judge-unseen-around = Not the conversation; only for an emergency in pieces what the same person wrote just before and after.
judge-trial = Try a sentence
judge-trial-box = Your sentence
judge-trial-example = Such as: Since Monday there is a bike without a lock at the station, it looks like the one in your photo.
judge-trial-send = Assess
judge-trial-kept = Up to { $n } characters. None of it is stored.
judge-trial-empty = There is no text here yet. Write a sentence and the assessment follows.
judge-trial-long = These are { $n } characters, at most { $most } fit in here. Please shorten; nothing was assessed.
judge-read-as = read as { $name }
judge-read-foreign = probably { $name }: unknown to it
judge-figures = What it gets right and what not
judge-figures-from = Measured on { $n } written examples whose voices it did not know when learning. None is a real message.
judge-figures-desk = Measured on { $n } texts whose voices it did not know when learning: written examples, and messages that people here put right.
judge-no-figures = There are no measurements for this model. Please read every suggestion with special care.
judge-measured = Measured on { $n } texts.
judge-finding-emergencies = Of { $base } emergencies, { $n } stand on top.
judge-not-on-top = { $n ->
    [0] None stayed below in the test. Do not rely on it: people go on reading.
    [one] One stands further down. That is why every message stays in the list, and people go on reading.
   *[other] { $n } stand further down. That is why every message stays in the list, and people go on reading.
}
judge-finding-alarms = Of { $base } messages on top, { $n } truly are emergencies.
judge-finding-everyday = In everyday mail, of { $base } messages on top about { $n } truly are emergencies.
judge-on-top-why = The others are false alarms. That is intended: better to look once too often than to miss an emergency.
judge-in-tests = Among the examples, where emergencies are more frequent than in everyday mail, { $n } of { $base }.
judge-finding-tips = Of { $base } tips and reports, it finds { $n }.
judge-named-tips = Of { $base } that it calls so, { $n } truly are.
judge-finding-hostile = Of { $base } hostile texts, it finds { $n }.
judge-named-hostile = Of { $base } that it calls hostile, { $n } truly are.
judge-finding-lawful = Of { $base } texts with lawful criticism or quoted hate, it wrongly calls { $n } hostile.
judge-lawful-hate = It calls { $n } of { $base } hate.
judge-finding-abstained = On { $n } of { $base } texts it abstains.
judge-abstained-why = Then it says “abstains”: please read for yourself.
judge-abstained-sure = Where it commits itself, the intent is right for { $n } of { $base }.
judge-kind-intent = Intents one by one
judge-kind-intent-first = Best at { $best }, worst at { $worst }
judge-kind-hostility = Hostility one by one
judge-kind-hostility-first = Best at { $best }, worst at { $worst }
judge-pairs-sub = Found: how many of the true ones it finds. Right: how many of its suggestions hold.
judge-found = found
judge-right = right
judge-texts = Texts
judge-percent = What a percent is worth
judge-percent-first = { $n ->
    [one] For the intent, sureness and truth lie one point apart on average.
   *[other] For the intent, sureness and truth lie { $n } points apart on average.
}
judge-percent-sub = To the right: how sure it was. Upwards: how often it was right. On the line it keeps its word, below it is too sure, above too cautious. Large dots stand for many texts.
judge-percent-table = Where 100 messages say “80%”, 80 should be right. The table tells how far off that is on average.
judge-diagram-alt = { $label }: how sure it was and how often it was right
judge-points = { $n ->
    [one] one point
   *[other] { $n } points
}
judge-points-off = { $n ->
    [one] one point off
   *[other] { $n } points off
}
judge-off = Off on average
judge-said = said
judge-came = right
judge-fair = Whom it wrongly calls hostile
judge-fair-mean = Of { $base } harmless texts, it calls { $n } hostile.
judge-fair-why = Whoever merely mentions a group, or criticises lawfully, should not be hit more often than others. Too often means: more than twice as often as the mean.
judge-alarms-far = Too often: { $label }, { $n } of { $of } wrongly
judge-alarms-chance = Perhaps too often: { $label }, { $n } of { $of }; with so few texts it may be chance
judge-alarms-even = Nowhere more than twice the mean; most: { $label }, { $n } of { $of }
judge-alarms-none = Not one of these texts is wrongly called hostile
judge-alarms-language = All harmless texts, by language.
judge-alarms-group = Harmless texts that mention somebody, by group.
judge-alarms-complaints = Criticism and reports that mention somebody, by group: who complains as one of them.
judge-alarms-lawful = Lawful criticism and quoted hate, by language.
judge-alarms-lines = The line shows where the true share lies with 95% certainty: the fewer the texts, the longer. Dotted the mean of all harmless texts, dashed twice that.
judge-between = 95% sure between
group-muslims = Muslims
group-jews = Jews
group-roma = Sinti and Roma
group-black-people = Black people
group-origin = other origins
group-refugees = Refugees
group-gay-and-trans-people = Gay, lesbian and trans people
group-women = Women
group-disabled-people = People with disabilities
group-christians = Christians
group-police = the police themselves
judge-alarmed = What
judge-share = Wrongly
judge-mistakes = Where it fails
judge-mistakes-why = Written examples, no real messages: first overlooked emergencies, then lawful criticism that it called hostile, overlooked hostility, lost tips.
judge-nothing-hostile = nothing hostile
judge-mistake = Right would be { $expected }, it said { $said }.
judge-learnt = What it learnt from
judge-learnt-examples = { $n } examples, written for this project by language models in many voices ({ $languages }). They belong to the project.
judge-learnt-parts = The model learnt from { $train } of them; its thresholds were set on { $calibration } others, and it was tested on { $test }. { $mentions ->
    [0] No writer
   *[other] On { $mentions } harmless mentions of groups only false alarms are counted. No writer
 } stands in two of these parts.
judge-learnt-desk = { $n } texts ({ $languages }): examples, written for this project by language models, and { $corrections } messages that people here put right.
judge-language-count = { $name } { $n }
judge-learnt-germeval2018 = GermEval 2018, training part (CC BY 4.0): insults and abuse in German.
judge-learnt-gahd = GAHD, training part (CC BY 4.0): deliberately difficult hate in German.
judge-learnt-davidson = Davidson and others (MIT): hate in English.
judge-learnt-no-text = The model itself holds no text, only numbers.
judge-lines = Where it draws the line
judge-line-emergency = An emergency from { $emergency } on. From { $acute } on a message already stands on top as “perhaps acute”.
judge-line-intent = Below { $share } it abstains on the intent, where nothing is hostile.
judge-line-tip = “Tip” or “Report” is named once both together reach { $share } of the next intent’s probability: no tip shall be lost.
judge-line-hostile = Hostile from { $hostile }. From { $doubt } on it may be: then it abstains.
judge-line-open = What it leaves open is to be read today, and never hidden.
judge-limits = What the figures do not tell
judge-limit-written = Measured mostly on written examples. Real messages are easier in part and stranger in part.
judge-limit-denser = The examples hold far more emergencies and hostility than everyday mail. There the share of false alarms is higher.
judge-limit-irony = Irony, veiled threats and calmly written emergencies are what it misses most.
judge-limit-context = What threatens or warns only in its context escapes it. Only for an emergency written in pieces does it read what the same person wrote just before and after.
judge-limit-languages = It learnt mostly from German texts, less from English, Dutch and Swedish ones. In other languages the suggestion is not to be relied on.
judge-limit-long = Of texts longer than 8,000 characters it reads beginning and end, not the middle; the meaning it takes so from 1,000 on.
judge-limit-rules = The fixed rules were written with sight of the examples: their share in the figures is on the bright side.
judge-reread = What reading again shows here
judge-reread-none = Nothing was read again yet; { $n } are drawn. A small sample of what it takes for harmless waits in the triage to be read again: only so it is counted what it misses.
judge-reread-found = { $n ->
    [0] Of { $of } messages read again that it took for harmless, none was more than that.
    [one] Of { $of } messages read again that it took for harmless, one was more than that.
   *[other] Of { $of } messages read again that it took for harmless, { $n } were more than that.
}
judge-reread-range = Of 1,000 that it takes for harmless, it thus misses between { $low } and { $high }, with 95% confidence.
judge-reread-sub = The range holds for { $drawn } that were drawn at least two weeks ago. Of these not read again: { $open }. They count as harmless at its lower end and as missed at its upper end, so nothing that somebody chooses to read can move it (Horowitz and Manski; ends exact, Clopper and Pearson).
judge-reread-early = A range stands here as soon as something was drawn at least two weeks ago: before that, mostly what stood out in the daily work is answered.
judge-reread-least = At least
judge-reread-all = Missed
judge-reread-what = What
judge-reread-misses = Found
judge-reread-between = 95% between
percent-tenth = { $n }%
miss-emergency = Emergencies
miss-tip = Tips, reports
miss-hostile = Hostility
judge-drift = Does it still fit what arrives here?
drift-steady = Yes: what came lately resembles what it began with here.
drift-watch = Something is moving: please keep an eye on it.
drift-alarm = What arrives now differs clearly from what Streife began with here. Its suggestions may be right less often.
drift-none = Not compared yet. That happens by itself once a day.
drift-early = No comparison yet: the first four weeks under this model last until { $day }.
drift-few = Too few messages for a comparison: { $before } in the first four weeks, { $now } lately. Each needs { $enough }.
drift-windows = At first: { $before }. Lately: { $now }.
drift-window = { $n } messages from { $first } to { $last }
drift-aspect = What
drift-before = At first
drift-now = Lately
drift-index = PSI
drift-level = Drift
drift-scale = PSI is the stability index: from 0.1 on it has moved, from 0.25 on far, provided that chance does not explain it. Numbers are means or shares.
drift-sort = { $aspect }, above all { $sort }
drift-look = More
drift-remedy = What helps now
drift-remedy-reread = Have messages read again: the spot check shows whether more is truly missed.
drift-remedy-correct = Correct wrong suggestions in the triage: it learns from them.
drift-remedy-learn = From 20 corrections on, run “streife learn” (administration): only what is better is taken up.
drift-remedy-cause = Ask what is behind it: an event, a campaign, a new account. Some of it passes by itself.
drift-remedy-language = A language it does not know: trust no suggestion there, and have somebody read who speaks it.
aspect-sureness = How sure it is of the intent
aspect-emergency = How close to an emergency
aspect-hostility = How close to hostility
aspect-intent = Intents
aspect-abstention = Abstentions
aspect-language = Languages
aspect-words = Words it does not know
level-steady = none
level-watch = noticeable
level-alarm = far
judge-correct = A wrong suggestion? Choose “Correct” in the triage: your decision counts.
judge-save = Save all values

## Suche und Wellen (Q)
queue = Messages
search = Search
search-all = Search everywhere
search-clear = End search
none-found = Nothing found
none-found-why = We look in the message’s words and the sender’s name, in other forms of a word too.
filter-language = Language
filter-period = Period
filter-first = From
filter-last = Until
filter-state = State
filter-view = View
filter-unknown = unknown
filter-strange = The link holds something that means nothing here (any more): { $names }. It is left aside.
period-today = today
period-yesterday = yesterday
period-week = last 7 days
period-month = last 30 days
saved-views = Views
saved-none = A search or filters that you need more often can be kept here under a name.
view-name = Name of the view
view-name-example = Such as: questions about the town fair
view-keep = Keep this view
view-delete = Delete “{ $name }”
view-link = Link to this view, for a colleague. Everyone sees only what he or she may see.
wave = Wave · { $n }
copies = Alike · { $n }
in-a-row = Conversation · { $n }
thread-waits = { $n ->
    [one] one more in this conversation
   *[other] { $n } more in this conversation
}
wave-title = Many alike to { $to }
wave-title-hostile = Wave against { $to }
wave-messages = { $n } messages
wave-more = more than { $n } messages
wave-people = { $n ->
    [one] one account
   *[other] { $n } accounts
}
wave-peak = { $n } came in the hour from { $when } alone.
wave-peak-day = { $n } came on { $when } alone.
wave-wordings = { $n ->
    [one] One wording
   *[other] { $n } wordings
}
wave-wordings-more = And { $wordings } rarer wordings in { $n } messages.
wave-all = All { $n } with their time
wave-when = Sent
wave-who = From
times = { $n } ×

## Tastatur, Sammeln, gemeinsam (B)
undo-why = Takes back exactly that. Both stay in the log.
undo-of = Undo: { $what }
done-reopen = Reopened
dismiss-acute = This looks like an emergency, and nobody has acknowledged it yet. Please say in your own words why there is nothing to do.
keys-help = All keys
keys-move = Moving
keys-decide = Deciding
keys-many = Several at once
keys-form = In forms
key-open = Open the first
key-search = Search
key-shift-x = Shift X
key-enter = Enter
key-ctrl-enter = Ctrl Enter
key-quick = Choose a reason by its number, and send
key-send = Send
key-send-text = Send, even from a text field
key-close = Close; what you wrote is kept as a draft
quick-reasons = One digit is enough:
pick = Select or deselect
pick-to-here = Select up to here
is-picked = picked
pick-none = Clear selection
picked = { $n } selected
pick-all = Select all of this view
pick-wave = Select all { $n }
bulk-takes = { $n ->
    [0] None of them fits
    [one] 1 message
   *[other] { $n } messages
}
bulk-kind = { $n } × { $kind }
bulk-hostile = { $n ->
    [one] Take the hostile one along
   *[other] Take the { $n } hostile ones along
}
bulk-no-case = There is no open case. Open one from a single message.
bulk-dismiss-send = Dismiss { $n }
bulk-tip-send = Confirm { $n } as tips
bulk-hand-over-send = Hand over { $n }
bulk-case-send = Secure { $n } in the case
bulk-dismissed = { $n ->
    [one] 1 message dismissed
   *[other] { $n } messages dismissed
}
bulk-tipped = { $n ->
    [one] 1 tip confirmed
   *[other] { $n } tips confirmed
}
bulk-handed = { $n ->
    [one] 1 message handed over
   *[other] { $n } messages handed over
}
bulk-bound = { $n ->
    [one] 1 message secured in the case
   *[other] { $n } messages secured in the case
}
bulk-left-out = { $n } left out
spared-acute = { $n ->
    [one] 1 acute one is left out: please look at it by itself
   *[other] { $n } acute ones are left out: please look at each by itself
}
spared-unjudged = { $n ->
    [one] 1 is not assessed yet and is left out
   *[other] { $n } are not assessed yet and are left out
}
spared-hostile = { $n ->
    [one] 1 hostile one is left out
   *[other] { $n } hostile ones are left out
}
spared-changed = { $n ->
    [one] 1 has changed meanwhile
   *[other] { $n } have changed meanwhile
}
spared-settled = { $n ->
    [one] The step no longer fits 1 of them
   *[other] The step no longer fits { $n } of them
}
spared-not-yours = { $n ->
    [one] 1 is for others to decide
   *[other] { $n } are for others to decide
}
here-now = { $n ->
    [one] { $who } is here now
   *[other] { $who } are here now
}
claim = I take this on
claim-let-go = Give it up again
claim-take-over = Take over from { $who }
claim-mine = You are on it since { $since }
claim-theirs = { $who } is on it since { $since }
claim-mine-short = You
met-tip = { $who } confirmed this as a tip { $when }.
met-dismiss = { $who } dismissed the message { $when }.
met-correct = { $who } corrected the assessment { $when }.
met-acknowledge = { $who } informed the control room { $when }.
met-answer = { $who } noted an answer { $when }.
met-reopen = { $who } reopened the message { $when }.
met-harmless = { $who } read it again { $when }: harmless.
met-undo = { $who } took back a decision { $when }.
met-handed-over = { $who } handed the message over { $when }.
met-answered-handover = { $who } answered the hand-over { $when }.
met-in-case = { $who } secured the message in a case { $when }.
met-reply = { $who } answered { $when }.
met-edited = Whoever wrote this has changed the text meanwhile.
met-deleted = Whoever wrote this took the message back { $when }.
met-judged = The message was assessed anew or opened meanwhile.
met-nothing-lost = Nothing was overwritten. What you wrote is kept as a draft.
met-look = See how it stands now
did-undo = { $who } took back the last decision
act-undo = decision taken back
act-claimed = taken on
act-claim-taken-over = taken over from somebody
act-claim-released = given up again
act-bulk-tip = several confirmed as tips
act-bulk-dismiss = several dismissed
act-bulk-hand-over = several handed over
act-bulk-add-to-case = several secured in a case
act-bulk-undone = bulk step taken back

## Alarmierung und Dienststelle (C)
door-station = Station
answer-automatic = automatic first answer
acute-waits = waiting for { $span }
acute-called = Step { $step }, { $when }: { $names } alerted
acute-heads = Nobody is entered as standby. Step { $step }, { $when }: { $names } alerted
acute-nobody = There is nobody to alert ({ $when }). Please act yourself and tell the administrators.
acute-tone = Alarm tone
setting-sound = Sound for emergencies
setting-sound-why = The browser lets a page sound only once you have clicked in it after loading.
setting-sound-try = Try the sound
setting-badge = Number of emergencies in the tab’s title
station-which = Station
steps = Alerting · { $n }
step-standby = Step { $n }: { $names } alerted
step-again = Step { $n }, the list begins again: { $names } alerted
step-heads = Step { $n }, nobody on standby: { $names } alerted
step-nobody = Step { $n }: nobody there who could be alerted
standby-nobody-office = Nobody is entered as standby for office hours
standby-nobody-off = Nobody is entered as standby for nights, weekends and public holidays
standby-heads = An emergency that nobody acknowledges then goes to all who lead or administer here: { $names }.
standby-nobody-at-all = Nobody at all is active here: an emergency then reaches no human. Please enter somebody.
standby-now-office = It is office hours
standby-now-off = It is night, weekend or a public holiday
standby-first = first to be alerted: { $name }
standby-waiting = { $n ->
    [0] No emergency is waiting
    [one] One emergency is waiting, passed on: { $passed }
   *[other] { $n } emergencies are waiting, passed on: { $passed }
}
standby-no-mail = Without an e-mail address, so reached on screen only: { $names }
standby-lists = Standby
standby-off = At night, at weekends, on public holidays
standby-office = During office hours
standby-choose = Choose in the order of alerting
standby-begin = Office hours from
standby-end = to
standby-hours-why = Alerting goes from first to last, then the list begins again and the heads are told. Public holidays are those of { $land }.
standby-pace = Time limits
standby-minutes = Minutes until the next one is alerted
standby-maybe = Minutes where the assessment abstains (“perhaps acute”)
standby-pace-why = Counted from receipt, and anew after each step, until somebody acknowledges. Where the account is orphaned, alerting starts at once.
first-answer = Send an automatic first answer
first-answer-why = Once a thread, in the language of the message, in the account’s name: whom to call in an emergency, and that nobody reads here around the clock. It replaces no answer and holds no alert back.
first-answer-words = Wording
first-answer-source = Please check the numbers with your own control room. To read up: { $source }
standby-save = Save plan
standby-saved = Saved, in force from now on
act-standby-arranged = alert plan changed
act-escalated = emergency passed on
act-alarm-kept = edited emergency keeps waiting
act-not-judged = not readable by machine, waits for a human
act-reopened-by-edit = open again after an edit
act-reopened-by-verdict = open again once assessed: acute
act-first-answer-queued = automatic first answer written
station-alarm = Alerting

## Benachrichtigung und Abschnitte (D)
proposal-other = Somebody else
proposal-who = { $who } · { $beat }
proposal-names = names “{ $said }”
proposal-names-as = names “{ $said }” ({ $place })
proposal-perhaps = perhaps “{ $said }”
proposal-perhaps-as = perhaps { $place } (“{ $said }”)
proposal-profile = the profile names { $place }
proposal-stands-in = standing in for { $who } until { $when }
proposal-several = Several beats fit. Please choose.
proposal-guess = Not certain. Please check and choose.
proposal-none = No known place is named. Here is everybody.
proposal-away = { $beat }: away, and nobody stands in.
proposal-vacant = { $beat }: nobody is entered for this beat.
receiver-away = { $who } is away until { $when }.
receiver-deputy = { $who } stands in.
receiver-no-deputy = Nobody stands in.
in-beat = Beat { $beat }
ask-back = Ask back
ask-back-why = Until the answer comes it is the sender’s turn. The deadline goes on.
ask-back-send = Ask
form-question = What do you need to know?
answer-back = Answer
answer-back-send = Answer
form-answer-back = Your answer
asks-back = { $who } asks:
replies-back = { $who } answers:
question-withdrawn = Nobody is there any more to answer. Please decide without.
asked-back = Asked back
withdraw = Take back
tell-citizen = Prepare a word
tell-true-tip = Thank you for your tip. It was right, our local colleagues are on it.
tell-led-further = Thank you for your tip. It helped us on.
tell-nothing-found = Thank you for getting in touch. We had a look and found nothing this time. Please write again any time.
form-for-citizen = What the citizen may be told (optional)
form-for-citizen-why = It becomes a draft. Only the person whose account it is sends it.
side-asked = From me, { $n ->
    [one] one question
   *[other] { $n } questions
}
side-station = Station { $n }
watch = { $n ->
    [one] One hand-over on its way
   *[other] { $n } hand-overs on their way
}
watch-late = { $n } overdue
watch-why = No wording ever stands here, only whose turn it is and until when.
watch-none = Nothing is on its way
watch-none-why = As soon as something is handed over at your stations, it stands here with its deadline.
watch-way = { $who } to { $to }
watch-away = away
move = Reassign
move-send = Reassign
absence = Leave
absence-none = Nobody is reported away.
absence-span = { $first } to { $last }
absence-deputy = { $who } stands in
absence-no-deputy = nobody stands in
absence-nobody = Nobody
plan-leave = Enter leave
plan-leave-send = Enter
cancel-leave = Cancel
form-absence-days = First and last day
form-deputy = Deputy
form-who-away = Who is away
did-withdraw = { $who } took the hand-over back
did-move = Went from { $who } to somebody else
handoverstate-asked = question
handoverstate-withdrawn = taken back
handoverstate-moved = reassigned
bell = News for me
bell-new = { $n ->
    [0] Nothing new
    [one] One new notice
   *[other] { $n } new notices
}
bell-aloud = { $n ->
    [one] new notice for me
   *[other] new notices for me
}
bell-more = { $n }+
bell-none = No notice yet
bell-none-why = Hand-overs, deadlines and emergencies that concern you stand here.
notice-open = Open
notice-escalated = An emergency is waiting for you
notice-handed-over = A hand-over is waiting for you
notice-handover-due = The deadline is near
notice-handover-late = The deadline has passed
notice-handover-returned = A hand-over came back
notice-handover-done = A hand-over is finished
notice-handover-asked = A question about your hand-over
notice-handover-answered = Your question is answered
notice-handover-withdrawn = A hand-over was taken back
notice-handover-moved = A hand-over went to somebody else
notice-handover-orphaned = A hand-over had nobody any more
notice-digest = At the change of shift
notice-abuse = A message was taken off your hands
notice-approval-wanted = An answer is waiting for your approval
notice-approval-given = Your answer is approved
notice-approval-orphaned = Nobody can approve a waiting answer any more; a role is missing
notice-reply-returned = Your answer did not go out: it was returned, or the message was edited or deleted
notice-replies-stopped = Answers of somebody who signs in no longer did not go out; somebody else must write them
notice-emergencies = { $n ->
    [one] one emergency unacknowledged
   *[other] { $n } emergencies unacknowledged
}
notice-waiting = { $n } open
notice-handovers = { $n ->
    [one] one hand-over to you
   *[other] { $n } hand-overs to you
}
notice-overdue = { $n } overdue
notice-minutes = unacknowledged for { $span }
beats = Beats
beats-none = No beats yet
beats-none-why = With a list of streets or with outlines Streife proposes whom a tip goes to.
beats-map = Map of the beats
beat-more = and { $n } more
beat-deputy = deputy { $who }
beat-vacant = Nobody entered
beat-vacant-deputy = Nobody entered, { $who } stands in
assign = Assign
assign-send = Assign
beats-try = Try it out: where would a tip of these words go?
beats-try-example = Such as: A strange car stands in Lindenstr. 7
beats-import = Import beats
beats-import-why = CSV with the columns beat, place and, where known, officer, deputy, numbers. Or GeoJSON: areas are beats, named points and lines the places in them.
beats-file = File
beats-reading = Reading the file
beats-bad = { $n ->
    [one] Nothing was changed. One thing does not fit:
   *[other] Nothing was changed. { $n } things do not fit:
}
beats-holds = In it: { $n } beats with { $places } places
beats-go = No longer there: { $names }
beats-take = Take over
post = E-mail
post-training = No e-mail leaves in training.
post-off = E-mail is not set up: smtp_host and smtp_from are missing. Everything stands on the screen alone.
post-ok = Lately everything went out.
post-failing = No e-mail has reached { $who } since { $since }.
post-no-address = { $n ->
    [one] Without an e-mail address: { $names }
   *[other] { $n } are without an e-mail address: { $names }
}
shifts = Change of shift
shifts-why = At these times all who work here see in numbers what waits: on the screen and by e-mail. Empty means not at all.
shifts-times = Times, parted by commas
shifts-keep = Take over
station-beats = Beats
station-post = E-mail
act-answered-back = question answered
act-asked-back = asked back
act-beat-assigned = beat assigned
act-beats-imported = beats imported
act-handover-withdrawn = hand-over taken back
act-leave-cancelled = leave cancelled
act-leave-planned = leave entered
act-mail-failed = e-mail undeliverable
act-mailed = e-mail sent
act-moved = hand-over reassigned
act-question-withdrawn = question dropped
act-shifts-planned = changes of shift set
act-told = told

## Vorlagen und Freigabe (E)
approval = Approval
approval-answer = The answer
approval-asks = { $who } asked for approval { $when }.
approval-before = Wording before
approval-gone = This answer does not wait for you any more: it was decided or withdrawn.
approval-message = The message
approval-more = { $n ->
    [one] One more waits after this.
   *[other] { $n } more wait after this.
}
approval-rule-why = Whoever reads messages here may approve, only never the writer. A changed wording needs a new approval. The automatic first answer to emergencies never waits.
approval-send = Ask for approval
approvals-look = Look
approvals-none = Nothing waits for your approval.
approvals-wait = { $n ->
    [one] One answer waits for your approval
   *[other] { $n } answers wait for your approval
}
approvalrule-off = None: answers go out at once
approvalrule-grave = Only for hostility and emergencies
approvalrule-public = For all public answers
approvalrule-always = For all answers
approve = Approve
decline = Return
decline-why = Please give a reason, so that it is clear what should change.
answer-gaps = Still to be filled in: { $names }
answer-left = { $used } of { $most } on { $platform }
answer-not-yet = The answer cannot go out like this yet: see the note beneath the wording.
answer-over = { $over } too long: { $platform } takes at most { $most }
counting-weighted = a link counts 23, an emoji 2
counting-mastodon = a link counts 23
counting-bytes = counted in bytes: an umlaut counts 2, an emoji 4 and more
done-approval = Approval asked for
done-approve = Answer approved
done-approve-late = Not approved: the message was edited or deleted, the answer is a draft again
done-decline = Answer returned
form-approval-rule = Four eyes before sending
form-approver = Approval by
form-decline = Reason, if the answer goes back
form-link = Address for the placeholder link
form-purpose = What for
form-template = Template
form-template-choose = All templates ({ $n })
form-template-language = Language
form-template-text = Wording
form-template-title = Name of the template
form-tone = Tone
four-eyes = Four eyes look here: the answer goes out as soon as somebody approves it.
four-eyes-nobody = Four eyes look here, but nobody else at this station can approve. An administrator can grant a role.
four-eyes-waits = This answer waits for approval. Another wording needs a new one.
lang-de = German
lang-en = English
lang-nl = Dutch
lang-sv = Swedish
look-wanted = waits for approval by { $who }, asked { $when }
look-open = waits for approval, asked { $when }; { $who } can no longer give it, now anybody else of the station who may can
look-nobody = nobody can approve this now: { $who } no longer can, and nobody else here has the role for it. An administrator can grant one.
look-given = approved by { $who } { $when }
look-declined = returned by { $who } { $when }
own-template-kept = Template saved
own-template-send = Save
own-template-why = Saves the wording above for you alone. Names and numbers become placeholders again.
own-templates = Own templates
placeholders = Placeholders:
placeholder-officer = { $name } name of the officer answering
placeholder-station = { $name } station
placeholder-citizen = { $name } who wrote
placeholder-emergency = { $name } emergency number
placeholder-link = { $name } the station’s address
placeholder-unknown = There is no placeholder { $name }.
purpose-thanks = Thanks
purpose-question = Question
purpose-tip = Tip
purpose-tip-form = Report
purpose-wrong-place = Another office
purpose-call = Call
purpose-emergency = Emergency
purpose-complaint = Complaint
purpose-calm = Calm down
purpose-hate = Hate
purpose-rules = House rules
purpose-legal = Legal advice
purpose-follow-up = Follow-up
purpose-suggestion = Suggestion
replystate-waiting = waits for approval
replystate-declined = returned
reply-settings-send = Apply
retire = Retire
sample-citizen = Sabine
sample-officer = Kira Ahlers
set-by = Last changed by { $who } { $when }
source-own = own
source-station = station
station-replies = Answers
station-templates = The station’s templates
template-before = { $n ->
    [one] One earlier wording
   *[other] { $n } earlier wordings
}
template-change = Change
template-edit = Template
template-new = New template
template-reads = It reads like this:
template-send = Save
template-version = Wording { $n }, { $who } { $when }
templates-none = No templates of your own yet
templates-none-why = Those shipped are there for everybody already. What you add here stands before them in each answer.
tone-warm = warm
tone-formal = formal
act-approval-declined = Answer returned
act-approval-given = Answer approved
act-approval-wanted = Approval asked for
act-approval-withdrawn = Approval no longer needed
act-reply-settings-changed = The station’s answers set
act-template-retired = Template retired
act-template-written = Template written

## Fürsorge (F)
door-mine = For me
care-kept-away = This is aimed at you and is with { $names }.
care-kept = You need not read this
care-kept-why = The message is aimed at you. It is with { $names }, who will decide what comes of it. Nothing is lost.
care-support = For me: support and settings
care-emergency = An emergency on your account contains abuse of you. It is with { $names }; nobody has acknowledged it yet.
care-summary-daily =
    { $n ->
        [one] Yesterday one message came that is aimed at you.
       *[other] Yesterday { $n } messages came that are aimed at you.
    }
care-summary-weekly =
    { $n ->
        [one] Last week one message came that is aimed at you.
       *[other] Last week { $n } messages came that are aimed at you.
    }
care-taken-on =
    { $many ->
        [one] { $names } has taken that on.
       *[other] { $names } have taken that on.
    }
care-lies-with =
    { $n ->
        [one] One of them is still with { $names }.
       *[other] { $n } of them are still with { $names }.
    }
care-lies-all = That is with { $names }.
care-more = More, and support
care-untold =
    { $n ->
        [one] Of one threat the officer concerned does not know yet.
       *[other] Of { $n } threats the officers concerned do not know yet.
    }
care-untold-more =
    { $n ->
        [one] One more is in the list.
       *[other] { $n } more are in the list.
    }
care-tell = Let them know
care-tell-how = Please talk to { $whom } yourself first: in person if you can, else by phone. After that it stands here that it was said, and { $whom } finds a notice with your name, without the words.
care-tell-send = It is said
care-of-colleague = Aimed at { $whom }. There it is not shown, unless { $whom } asks for it.
care-was-told = Aimed at { $whom }. { $who } let them know { $when }.
care-unsure = This may be aimed at you. The verdict abstains; so it is covered and was not passed on.
care-asked = You asked to see this. What comes of it is not yours to decide: it is with { $names }.
care-nobody = This is aimed at you. It is with you because nobody else at your station works on hate and threats just now. Administrators see that as a warning. You need not read it alone.
care-give-back = Give back
care-ask = Look at it
care-ask-why = These are words against you. Whether you want to see them is for you alone to decide, and you can give them back at any time. That you asked is in the log, like every read.
care-ask-send = Look at it
care-uncovered = { $station }: what is aimed at { $names } has to be read there by themselves.
care-uncovered-why = An active case officer who takes it on is missing. Please assign one to the station; then it goes there by itself.
care-reads-for = Hostile messages of { $names } are with you today.
care-rests = Hostile messages are with { $names } until { $until }. You still see emergencies.
care-read-on = Read on myself
care-rest = Hand the next to { $names }
care-nobody-free = Nobody is free to take over just now. Take a break all the same: nothing is lost.
care-enough = You have read { $n } hostile messages today. That is a lot. Somebody else can read the next ones.
care-later = No more reminders today
care-rest-why = Whoever takes over sees your name, but not why, nor how much you have read. Emergencies stay with you. It ends at six in the morning, or whenever you like.
cover-again = Cover again
note-covered = Note covered like the text
mine-lead = This page is for you alone. What does you good is yours to decide.
mine-abuse = What was aimed at me
mine-abuse-never = You want to hear nothing of it. Others see to it. Of a threat you learn from a colleague, and an emergency that nobody has acknowledged always stands in the triage.
mine-abuse-none = Nothing in the last thirty days.
mine-abuse-why = Without the words, the last thirty days. Others have read it and decide; you need not do anything.
mine-abuse-more =
    { $n ->
        [one] One more
       *[other] { $n } more
    }
fate-waiting = is with { $who }
fate-taken = { $who } sees to it
fate-in-case = { $who } made it case { $number }
fate-settled = { $who } has settled it
fate-with = is with { $names }
mine-telling = How often do I want to hear of it?
mine-telling-why = Nobody else sees what you choose.
telling-daily = Daily
telling-weekly = Weekly
telling-never = Never
mine-reading = What I have read
mine-today =
    { $n ->
        [0] no hostile message today
        [one] one hostile message today
       *[other] { $n } hostile messages today
    }
mine-limit = Enough for one day
mine-limit-why = From so many hostile messages read uncovered a line appears that offers to hand the next ones on. It bars nothing. 0: no line.
mine-mask-why = In lists, messages, threads, hand-overs and cases. Each text can be shown by itself, with the key T. Emergencies on top of the triage are never covered.
mine-private = Streife shows these numbers to you alone, they are not in the log, and they are overwritten after seven days. To be honest: that you opened a message is in the log, like every read, and whoever runs the server itself can look into its database.
mine-contacts = Who helps me
mine-contacts-lead = You need not stay alone with it, even if it was “only words”.
mine-contacts-none = Your station has not entered contacts of its own yet.
mine-contacts-checked = For { $land }, last looked through { $month }.
mine-manage = Contacts of the stations
mine-add = Add a contact
mine-add-send = Add
mine-remove = Remove
mine-station = Station
mine-name = Name
mine-reach = How to reach them
mine-about = What they help with
act-abuse-asked-for = asked to see abuse of themselves
act-abuse-given-back = gave it back
act-abuse-told = told a colleague of a threat
act-rest-begun = handed hostile messages on
act-rest-ended = reads on
act-contact-added = added a contact
act-contact-removed = removed a contact

# Captured pages
page-secure = Secure page
page-again = Try again
page-why = Opens the public page in a browser of its own and keeps picture and archive as evidence. The network sees it; it is logged.
page-training = in training data nothing is opened
page-off = securing pages is switched off
page-waiting = Page not secured yet: being secured …
page-not-secured = PAGE NOT SECURED
page-next = next try { $when }
page-no-next = no further try by itself
page-secured = Page secured { $when } (picture, WACZ)
page-kept = Page kept { $when }, NOT confirmed
page-words-missing = The wording could not be found on the page: please check the picture.
page-none = no public page; the original data are secured
pages-not-secured = { $n ->
    [one] One page is NOT secured
   *[other] { $n } pages are NOT secured
}
notice-capture-failed = A page could not be secured
act-capture-asked = securing the page asked for
act-capture-failed = page not secured
act-capture-secured = page secured
# What leaves the house and what comes back
recipient-of = To whom
to-nobody = Draft: handed to nobody yet
to-nobody-why = The package is noted as a draft. If you hand it to somebody later, note that under “What left”.
to-own = another office
to-own-name = Name of the office
purpose-of = Purpose
purpose-usual = Criminal prosecution
basis-of = Legal basis
basis-own = another, in own words
basis-words = Section of law
export-pack = Pack it
export-packing = The package is being made …
export-save-message = Save the XJustiz message
seal-demo = Signed with the training key: that proves nothing. Have the station’s own key set up (administration).
seal-unstamped = Not time-stamped: when the package was made is told by the station alone.
seal-expires = The certificate that signs runs out soon (administration).
export-done = The package is written, checked and on record.
export-note-handing = Once it is handed over, note that under “What left”.
export-which = Which messages
export-leave-out = Leave single ones out
export-leave-out-none = leave none out
export-some = { $n } of { $all } messages go into the package.
export-no-hint = no section named
leaving = What left
leaving-none = Nothing of this case has left the house yet.
leaving-older =
    { $n ->
        [one] { $n } older package
       *[other] { $n } older packages
    }
leaving-recalled = recipient was told
leaving-sent = handed over
leaving-meant = meant for, not handed over
leaving-draft = handed to nobody yet
leaving-holds =
    { $n ->
        [one] { $n } message, { $files } files
       *[other] { $n } messages, { $files } files
    }
leaving-blackened = third persons’ data blackened
leaving-by = by { $who }, run { $run }
leaving-tell = Since it was handed over: { $why }. The recipient has to be told.
leaving-anew = Since the export: { $why }. Export it anew before handing it over.
told-when = told { $when }
told-confirmed = confirmed { $when }
told-open = The recipient has not confirmed it yet.
told-letter = Save the letter
told-confirm = Note the confirmation
hand-out = Note the hand-over
hand-out-send = Note it
out-way = By which way
out-day = Day of the hand-over
out-time = Time of day
recall = Tell the recipient
recall-send = Note it and write the letter
recall-why = { $who } is told what is wrong with this package and what is to be done (BDSG 75(3), 58(5)). The letter is ready afterwards.
recall-kind = What is to be done
recall-reason = What is wrong, in words for the recipient
confirm-words = Who confirmed it, and how
confirm-send = Note it
recallkind-correction = Correction
recallkind-correction-why = Something in it is wrong.
recallkind-recall = Recall
recallkind-recall-why = It should not have been handed on.
recallkind-restriction = Restriction
recallkind-restriction-why = To be used as evidence only.
way-portal = through a portal
way-e-justice = e-justice mailbox
way-disc = on a disc or stick
way-in-person = in person
way-other = another way
ground-corrected = a message was corrected
ground-erased = a message was erased
ground-case-changed = the case was changed
ground-blackened = third persons’ data were blackened
blackening = Blackening
blackening-why = These words are made unreadable in report and table. The secured originals stay as they are.
blackening-none = None. Data of uninvolved persons that the recipient does not need can be blackened here.
blackening-lifted =
    { $n ->
        [one] { $n } lifted
       *[other] { $n } lifted
    }
blackening-places =
    { $n ->
        [0] stands in no secured message
        [one] stands in { $n } place
       *[other] stands in { $n } places
    }
blackening-near = Please check, stays readable:
blacken = Blacken third persons’ data
blacken-send = Blacken
blacken-what = Names, addresses or handles of uninvolved persons. Each place where these words stand is blackened, also with other signs between them or ae for ä.
blacken-term = Words
blacken-reason = Whose data these are, and why the recipient does not need them
lift = Lift
lift-send = Lift
lift-reason = Why the words may be read again
result = Result
result-none = Nothing came back from a prosecutor yet.
result-note = Note a result
result-note-send = Note it
result-change = News
result-by = noted by { $who }, { $when }
result-number = File number
result-office = Office
result-state = State of the proceeding
result-day = Decided on
result-words = Result in words, if needed
prosecutionstate-received = received
prosecutionstate-investigating = under investigation
prosecutionstate-charged = charged
prosecutionstate-penalty-order = penalty order
prosecutionstate-discontinued-170 = discontinued, § 170(2)
prosecutionstate-dropped-153 = dropped, § 153
prosecutionstate-dropped-153a = dropped, § 153a
prosecutionstate-dropped-154 = dropped, § 154
prosecutionstate-private-prosecution = private prosecution, §§ 374, 376
prosecutionstate-convicted = convicted
prosecutionstate-acquitted = acquitted
prosecutionstate-other = other
several = Export several cases
several-why = One package a case, and an overview. A case that fails does not hold up the others.
several-which = Which cases
several-pack =
    { $n ->
        [0] Pack cases
        [one] Pack { $n } case
       *[other] Pack { $n } cases
    }
several-done =
    { $n ->
        [one] { $n } case is packed and on record.
       *[other] { $n } cases are packed and on record.
    }
several-failed = Case no. { $number }: no package
several-save = Save everything
results-file = Take in results
results-file-why = A CSV file with these columns, separated by semicolon, comma or tab. Good lines are kept, bad ones named; the same file again changes nothing.
results-columns = case_number;file_number;office;state;result;decided_on
results-choose = CSV file
results-take-in = Take it in
results-taken = { $added } new, { $changed } changed, { $same } known already
results-bad =
    { $n ->
        [one] { $n } line was not taken in:
       *[other] { $n } lines were not taken in:
    }
results-line = Line { $n }
results-more =
    { $n ->
        [one] and { $n } more
       *[other] and { $n } more
    }
chart-results = What prosecutors made of our cases
chart-results-none = No case went to a prosecutor yet.
chart-results-sub = All proceedings so far, by file number. Days from hand-over to decision, where both are noted.
results-handed-over = To prosecutors
results-unanswered = No answer yet
results-median = Until the decision (median)
results-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
results-proceedings = Proceedings
mine-results = What became of the cases that concern me
mine-results-why = Without a word of the messages. Your case officer answers questions about it.
mine-result-received = The prosecutor has received your case.
mine-result-investigating = Your case is being investigated.
mine-result-charged = Charges were brought in your case. You may be called as a witness; somebody can go with you.
mine-result-penalty-order = There is a penalty order in your case.
mine-result-discontinued-170 = It was not enough for a charge. What happened to you is no smaller for that; you can lodge a complaint.
mine-result-dropped-153 = The proceeding was dropped without conditions. What happened to you is no smaller for that.
mine-result-dropped-153a = The proceeding is dropped on a condition.
mine-result-dropped-154 = Another, graver offence is prosecuted; yours stays on file with it.
mine-result-private-prosecution = You are referred to private prosecution. Your case officer and your station tell you what you can do.
mine-result-convicted = There was a conviction in your case.
mine-result-acquitted = The court acquitted. If you would like to talk about it: people to turn to stand on this page.
mine-result-other = There is news in your case. Your case officer tells you more.
audit-leaving = Show what left
audit-leaving-why = What left the house: to whom, when, on what basis. Looking at it is itself on record.
audit-leaving-none = Nothing has left your stations yet.
audit-leaving-package = Package
audit-leaving-print = Fingerprint
audit-leaving-exported = exported
log-export-failed = { $who }: the export failed
log-package-handed-over = { $who } noted that a package was handed over
log-recipient-told = { $who } told the recipient
log-recipient-confirmed = { $who } noted the recipient’s confirmation
log-redaction-added = { $who } had data blackened
log-redaction-lifted = { $who } lifted a blackening
log-told = The person concerned was told
log-result-noted = { $who } noted a result
act-cases-exported = several cases exported
act-export-failed = export failed
act-package-handed-over = package handed over
act-recipient-confirmed = recipient’s confirmation
act-recipient-told = recipient told
act-redaction-added = blackening ordered
act-redaction-lifted = blackening lifted
act-result-noted = result noted
act-results-imported = results taken in
act-transmissions-listed = what left was looked at
notice-case-result = There is a result in a case that concerns you
applications = Applications for prosecution
applications-none = No application is on record.
apply = Record an application
apply-send = Record
apply-who = Who applies
apply-as = As
apply-manner = How
apply-behalf = For whom
apply-post = Post held at the time of the act (section 77a StGB)
apply-entitled = What entitles to it
apply-day = Day
apply-certain = Identity and the will to prosecute must both be certain (section 158(2) StPO). Since 17 July 2024 no signature is needed.
apply-identity = How the identity is certain
apply-identity-example = Service card was shown
apply-will = How the will to prosecute is certain
apply-will-example = Said expressly that the act be prosecuted
apply-which = Messages
apply-all = all { $n }
apply-some = only some (of { $n })
apply-messages = Which
apply-sections = Limited to
apply-sections-none = no limit
apply-knew = Act and person known since (if other than at the case)
apply-knew-why = Only if it is another day than noted at the case: each entitled person has a time limit of their own.
apply-late = After the last day of the time limit ({ $day }). The application is recorded and marked as late.
apply-late-some = For { $n } of { $of } messages after the last day of the time limit (the earliest: { $day }). The application is recorded and marked as late for these.
apply-late-cautious = After the date counted as a precaution ({ $day }). The legal time limit has not started, because the author is unknown.
apply-end = Withdrawal or mistake
apply-end-send = Note
apply-end-how = What happened
apply-end-reason = Who declared it and how, or what was wrong
ending-withdrawn = withdrawn
ending-withdrawn-why = For the same act the person cannot make it again (section 77d StGB).
ending-mistaken = recorded by mistake
ending-mistaken-why = It was never made like that. The record stays in sight.
applied-stands = made
applied-late = late
applied-late-some = late in part
applied-late-for = late only for no. { $which }; earliest last day { $day }
applied-behalf = for { $who } · { $why }
applied-identity = Identity: { $how }
applied-will = Will to prosecute: { $how }
applied-by = recorded by { $who }, { $when }
applied-only = limited to { $sections }
applied-in-time = in time, the limit ends { $day }
applied-too-late = after the limit ended on { $day }
applied-cautious = the limit had not started, as a precaution until { $day }
capacity-injured = injured person
capacity-superior = superior
capacity-representative = legal representative
capacity-relative = relative
capacity-other = otherwise entitled
manner-oral = orally, on record
manner-written = in writing
manner-electronic = electronically
elementfinding-met = met
elementfinding-not-met = not met
elementfinding-unclear = unclear
elements = Check the elements
elements-done = { $n } of { $all } checked
elements-why = A human decides, element by element; Streife never says that a section as a whole is met. Legal profile { $seen } (law as of 11/2024).
elements-check = Check
elements-how = Only what you choose is noted. Earlier checks stay on record.
elements-open = open
elements-older = Earlier wording of the element, legal profile { $seen }.
elements-unknown = The legal profile has no elements of this section; all are to be checked.
elements-before = so far { $finding } ({ $who })
elements-finding = Finding
elements-note = Note
log-application-recorded = { $who } recorded an application for prosecution
log-application-withdrawn = { $who } noted that an application was withdrawn
log-application-mistaken = { $who } marked an application as a mistake
log-element-checked = { $who } checked an element
log-offender-known = { $who } noted since when the author is known
act-application-recorded = application recorded
act-application-withdrawn = application withdrawn
act-application-mistaken = application marked as a mistake
act-element-checked = element checked
act-offender-known = author noted
ground-application = an application was added or withdrawn
applied-all =
    { $n ->
        [one] for the only message
       *[other] for all { $n } messages
    }
applied-some =
    { $n ->
        [one] for { $n } message
       *[other] for { $n } messages
    }
elements-check-send =
    { $n ->
        [one] Note { $n } element
       *[other] Note { $n } elements
    }

## Taking out of a case
release = Take out of the case
release-send = Take out
release-what = The message then stands where it stood before. What was secured stays, and the case keeps the note.
release-erases = Its writer took it back: once no case needs the message any more, its words are erased.
release-reason = Why does it not belong in this case?
released-items = { $n ->
    [one] One message was taken out of the case
   *[other] { $n } messages were taken out of the case
}
item-released = Message { $n }: taken out by { $who } { $when }, SHA-256:
did-bind = { $who } secured the message in a case
did-release = { $who } took the message out of a case
met-out-of-case = { $who } took the message out of a case { $when }.
log-item-released = { $who } took a message out of the case
act-item-released = message taken out of the case
act-released-from-case = taken out of the case
ground-released = a message was taken out of the case
notice-stream-key = An account’s key is no longer accepted
notice-stream-failing = An account has not been read for over an hour
notice-stream-silent = An account is unusually silent
notice-stream-mended = An account is heard again
notice-streams = { $n ->
    [one] one channel
   *[other] { $n } channels
}
act-trouble-found = trouble with a channel noticed
act-trouble-ended = trouble with a channel over
hold = Keep it
hold-why = What is on hold stays, even if it is deleted on the network or the account ends.
hold-what = The message stays here until somebody lifts the hold. The reason is in the log.
hold-send = Keep it
hold-end = Lift the hold
hold-end-what = If nothing else needs the message, its words are erased once their time is up. The reason is in the log.
hold-end-send = Lift it
hold-stands = { $who } has kept this message on hold since { $when }
hold-goes = Deleted on the network: its words go here, too, at the earliest { $when }
no-notices = { $platform } does not tell us of what is new: reading goes on at its pace, mentions on other people’s pages may be missing.
no-notices-remedy = The administrators check the app at Meta; then connect the account again.
