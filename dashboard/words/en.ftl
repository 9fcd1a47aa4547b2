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
stamp-pattern = yyyy-MM-dd HH:mm:ss
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
page-refused-why = The attempt is on record. Whoever needs the role asks the station's administrator.
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
trouble-not-allowed = You lack the permission for this. Nothing was changed.
trouble-not-found = This does not exist here, or no longer. Nothing was changed.
trouble-refused = This does not fit the present state. Nothing was changed, and what you typed stays.
trouble-store = The store does not answer just now. Nothing is lost: messages will be fetched later. Try again in a moment.

## Acute
acute-open = Acute · { $n } open
acute-no-substitute = No substitute for an emergency call. First the control room 110, then answer.
acknowledge = Control room informed
acknowledged = control room informed

## Queue
views = Queue
view-open = Open { $n }
view-tips = Tips { $n }
view-waiting = Waiting { $n }
view-all = All
filter = Filter
filter-on = Filter on
filter-account = Account
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
pane-empty = No message open
pane-empty-why = Open one on the left, or the next one with J. Every opening goes on record.
pane-done = Nothing is waiting here
pane-done-why = A good moment for a break.
not-assessed = not assessed yet
abstained = abstains
corrected = corrected
edited = edited
deleted = deleted
answered = answered

## Message
reads-along = { $who } is reading too
came-back = { $who } returned this message:
at-oneself = This may be aimed at you. You need not read it: { $names } takes such things on for you.
at-oneself-nobody = This may be aimed at you. You need not read it alone: talk to a colleague.
thread = Conversation · { $n ->
    [one] one more message
   *[other] { $n } more messages
}
history = History · { $n }
wordings = Edited · { $n } wordings
wording = Wording { $n } · { $when }
verdict = Assessment
verdict-question = Question
verdict-suggestion = Suggestion
verdict-sureness = Sureness
verdict-pending = The assessment is still on its way. You can decide already.
verdict-corrected = A human corrected the assessment; the table shows what the machine suggested.
verdict-yellow = Marked in yellow is what tipped the balance.
verdict-suggests = A suggestion, not a verdict. Model { $model }.
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
did-hand-over = { $who } handed over to { $to }
did-accept = { $who } accepted
did-return = { $who } returned it
did-finish = { $who } finished: { $outcome }

## Actions
previous = Previous message
next = Next message
confirm-tip = Confirm tip
hand-over = Hand over
answer = Note answer
open-case = Open case
dismiss = Settle
correct = Correct
undo = Undo
nothing-open = No message open
reading-only = Reading only: others decide about this message.
done-tip = Tip confirmed
done-acknowledge = Control room informed
done-hand-over = Handed over
done-answer = Answer noted
done-dismiss = Settled
done-correct = Corrected
done-case = Secured in the case
done-undo = Taken back

## Forms
form-missing = Something is still missing.
form-contact-officer = Contact officer
form-why-you = Why does it go there?
form-why-you-example = Such as: your district, third tip about the same garage
form-due = Due
form-answer = Wording of the answer
form-reason = Reason
form-reason-more = In your own words
form-reason-optional = Reason (optional)
form-case = Case
form-title = Title
form-entitled = Person affected
form-role = Role
form-hints = Sections to check
form-note = Note
form-outcome = What became of it
form-outcome-note = Note for whoever handed it over
form-end-state = The case is
form-end-reason = Reason or recipient
new-case = New case
hand-over-send = Hand over
answer-send = Note
dismiss-send = Settle
correct-send = Correct
open-case-send = Open case
add-to-case-send = Add to this case
give-back-send = Return
finish-send = Finish
end-case-send = Note
answer-not-sent = Streife does not send yet. Answer on the network itself and note the wording here.
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
clock-until = until **{ $day }**
clock-cautious = as a precaution until **{ $day }**
clock-running = Three months from knowing act and person.
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
offender-known = Author known
offender-unknown = Author unknown
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
export-why = Originals, checksums and the record's extract in one package that anybody can verify. The export is on record.
export-save = Save package
fingerprint = Fingerprint of the package: pass it on by a separate way.

## Accounts
no-accounts = No account connected
no-accounts-why = The administrator connects accounts with “streife accounts”. Then you see here what arrives and what does not.
sum-heard = Channels heard
sum-open-gaps = Open gaps
sum-silent-accounts = Broken accounts
no-streams = This account is registered but not connected: nothing arrives here.
strip-heard = heard
strip-filled = filled in later
strip-open = gap
strip-lost = lost
strip-alt = Reception in the last seven days, open gaps: { $open }
last-heard = { $stream }: last { $when }
not-polled = not scheduled
poll-due = next poll now
next-poll = next poll { $when }
stream-mentions = Mentions
stream-comments = Comments
stream-messages = Direct messages
stream-notifications = Notifications
error-authexpired = The key is refused: the account must be connected again.
error-ratelimited = The quota is used up: polling goes on by itself later.
error-transient = The network is out of reach just now: the next poll tries again.
error-schemachanged = The network answers in a new form: the connector must be adapted.
error-other = The poll failed. Streife keeps trying.
gap-open = Gap from { $start } to { $end }, still being tried
gap-filled = Gap from { $start } to { $end } filled in
gap-lost = { $start } to { $end } is lost

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

## Help
help-emergency = Streife is no emergency line. In danger call the control room **110** first, then answer.
help-keys = Keys
help-keys-off = Single keys can be switched off under your name, top right.
help-words = Intent
help-hostility = Hostility
help-people = Who to turn to
help-administrators = Roles, accounts, passwords: { $names }.
help-no-administrator = No administrator is registered at your station.
help-support = What is to be read here can weigh on you. You need not carry it alone: colleagues, the police's social service and chaplaincy are there for you.
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
hearing-heard = healthy

## Response
weeks-4 = 4 weeks
weeks-8 = 8 weeks
weeks-26 = Half a year
no-figures = No figures yet
no-figures-why = Nothing arrived in this span. A longer one may show more.
figures-no-officer = Figures are about stations, networks and intents, never about single people.
alarm-none = No emergency waits for the control room.
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
low = fastest 10 %
high = slowest 10 %
sort-talk = Conversation
sort-help = Tip, report, emergency
sort-criticism = Criticism
sort-hostile = Hostile
chart-messages = Messages by day
chart-more = People write more: { $share } above the first half
chart-fewer = People write less: { $share } below the first half
chart-messages-sub = Messages by day and sort
chart-intent = Intents
chart-intent-first = Most frequent intent: { $label }, { $share }
chart-intent-sub = Messages by intent, as assessed or corrected
chart-platform = Networks
chart-platform-first = Most write through { $label }: { $share }
chart-platform-sub = Messages by network
chart-look = Until the first look
chart-look-longest = Unseen longest: { $label }, { $span }
chart-answer = Until the first answer
chart-answer-longest = The longest wait is on { $label }: { $span }
chart-waits-sub = Median and middle 80 %, week from { $week }
chart-tips = The way of the tips
chart-tips-helpful = { $share } of the accepted tips helped
chart-tips-sub = From the assessment to the outcome
tips-suggested = suggested
tips-confirmed = confirmed
tips-handed-over = handed over
tips-accepted = accepted
tips-helpful = helped
