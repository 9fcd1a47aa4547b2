"""How the demo's stations answer: four eyes on what is grave, own templates, and an answer that waits."""

from casework import answering, four_eyes, placeholders, proposal, template
from casework.account import Account
from casework.answering import How
from casework.four_eyes import ApprovalRule
from casework.labels import Kind
from casework.message import Message, State
from casework.people import Grant, Officer, Person, Role, Station
from casework.ports import Work
from casework.template import Purpose, Tone, Wording

LINKS = {
    "DE-NI": "https://www.onlinewache.polizei.niedersachsen.de",
    "DE-NW": "https://polizei.nrw/internetwache",
}
OURS = Wording(
    Purpose.THANKS,
    Tone.WARM,
    "de",
    "Danke und Sprechstunde",
    "Moin {name}, danke dir. Komm gern vorbei: Sprechstunde ist donnerstags um vier am Markt. {mein_name}",
)


def play(work: Work) -> None:
    """Set the stations up, and let one officer ask a colleague to look at an answer."""
    for station in work.find(Station):
        heads = work.find(Grant, role=(Role.SUPERVISOR, Role.ADMINISTRATOR), station_id=station.id)
        head = _person(work, heads[0].officer_id)
        rule = ApprovalRule.GRAVE if station.slug == "wf" else ApprovalRule.OFF
        four_eyes.change_settings(work, head, station.id, rule, LINKS.get(station.land, ""))
        template.write(work, head, station.id, OURS, own=False)
    _ask(work)


def _ask(work: Work) -> None:
    """The oldest open message that is hostile and whose station has a colleague who may look."""
    for message in work.find(Message, state=State.OPEN):
        account = work.get(Account, message.account_id)
        colleagues = four_eyes.approvers(work, account.station_id, account.officer_id)
        if not (message.hostility and colleagues and four_eyes.wanted(work, account, message, Kind.DM)):
            continue
        writer = _person(work, account.officer_id)
        calm = next(one for one in proposal.shipped()["de"] if one.purpose is Purpose.CALM)
        text = placeholders.fill(calm.text, proposal.facts(work, account, message))
        first = next((one for one in colleagues if _is_officer(work, one)), colleagues[0])
        answering.queue(work, writer, message.id, text, Kind.DM, How(first.id))
        return


def _person(work: Work, officer_id: int) -> Person:
    grants = work.find(Grant, officer_id=officer_id)
    return Person(work.get(Officer, officer_id), frozenset((g.role, g.station_id) for g in grants))


def _is_officer(work: Work, one: Officer) -> bool:
    return bool(work.find(Grant, officer_id=one.id, role=Role.OFFICER))
