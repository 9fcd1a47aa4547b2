"""The accounts page: what was heard and what was not, what helps, and who may change it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from casework import announced, consent, erasure, intake, pools, tenure
from casework.account import Account, Gap, GapState, Stream
from casework.budget import Purse
from casework.errors import Refused
from casework.labels import Kind, Platform
from casework.message import Message
from casework.people import Role
from casework.polling import Rhythm
from casework.pools import Shared
from casework.prices import CENT
from dashboard import desk as real
from dashboard import words
from dashboard.parts import account_gaps, account_streams, frame
from data.memory import MemoryStore
from streife import networks
from streife.keys import Secret
from tests.builders import NOON, a_person, a_station, a_stream, an_account, received
from tests.contracts.page import says
from tests.dashboard.browser import visit

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HEARD = {"last_success_at": NOON, "next_poll_at": NOON + timedelta(minutes=5)}


@pytest.fixture
def station(store):
    with store.begin() as work:
        return a_station(work)


@pytest.fixture
def kira(store, station):
    with store.begin() as work:
        return a_person(work, Role.OFFICER, station=station, name="Kira Ahlers")


@pytest.fixture
def ada(store, station):
    with store.begin() as work:
        return a_person(work, Role.ADMINISTRATOR, station=station, name="Ada Kern")


def account_of(store, person, platform=Platform.BLUESKY, **given):
    with store.begin() as work:
        return an_account(work, person.officer, platform=platform, **given)


def stream_of(store, account, *gaps, **given):
    with store.begin() as work:
        stream = a_stream(work, account, **{"name": "mentions", **HEARD, **given})
        for begin, end, state, *retry_at in gaps:
            work.add(Gap(stream.id, NOON - begin, NOON - end, state, "", *retry_at))
    return stream


def opened(desk, person, **address):
    shown = visit(desk, person, "accounts", **address)
    assert not shown.exception
    return shown


def asked(shown, button):
    """The dialog behind the button."""
    return shown.button(key=button).click().run()


def sent(shown, button, form):
    """Its form sent; a dialog stays only where the button that opened it is pressed in the same run."""
    shown.button(key=button).click()
    return shown.button(key=f"send_{form}").click().run()


def table(shown):
    return next((m.value for m in shown.markdown if m.value.startswith("| ")), "")


# What was heard, and what was not


def test_gaps_stand_in_a_table_with_exact_local_times(store, desk, kira):
    account = account_of(store, kira)
    stream_of(
        store,
        account,
        (31 * HOUR, 28 * HOUR, GapState.OPEN),
        (53 * HOUR, 47 * HOUR, GapState.FILLED),
        (101 * HOUR, 96 * HOUR, GapState.LOST),
    )
    rows = table(opened(desk, kira)).splitlines()[2:]
    assert [row.split(" | ")[1:4] for row in rows] == [
        ["gestern 06:00", "gestern 09:00", "3 h"],
        ["Do 19.11. 08:00", "Do 19.11. 14:00", "6 h"],
        ["Di 17.11. 08:00", "Di 17.11. 13:00", "5 h"],
    ]
    for row, what in zip(rows, ("wird noch versucht", "nachgeholt", "verloren"), strict=True):
        assert what in row


def test_a_message_that_cannot_be_read_stays_in_sight(store, desk, kira):
    minute = timedelta(minutes=1)
    stream_of(store, account_of(store, kira), (3 * DAY, 3 * DAY - minute, GapState.OPEN, NOON + HOUR))
    shown = opened(desk, kira)
    (row,) = table(shown).splitlines()[2:]
    assert "für Streife noch nicht lesbar" in row
    assert "1 min" in row
    assert says(shown, "nicht lesbar")


def test_what_was_not_asked_yet_and_never_read_stands_there_too(store, desk, kira):
    account = account_of(store, kira)
    stream_of(store, account, last_success_at=NOON - 5 * HOUR, since=NOON - 2 * DAY)
    rows = table(opened(desk, kira)).splitlines()[2:]
    assert ["noch nicht abgefragt" in rows[0], "nicht lesbar" in rows[1]] == [True, True]


def test_what_could_not_be_kept_stands_on_the_card_with_its_reason(store, desk, kira):
    account = account_of(store, kira)
    stream_of(store, account)
    with store.begin() as work:
        intake.take_in(work, account, [received("Ich finde dich", native_id="at://1\n2")])
    shown = opened(desk, kira)
    assert says(shown, "holds a control character")
    assert says(shown, "im Netzwerk selbst")
    assert not says(shown, "Ich finde dich")


def test_the_span_may_be_a_day_or_a_month(store, desk, kira):
    stream_of(store, account_of(store, kira), (20 * DAY, 19 * DAY, GapState.LOST))
    shown = opened(desk, kira)
    assert says(shown, "keine Lücke bekannt")
    shown.segmented_control(key="accounts_span").set_value("30").run()
    assert "verloren" in table(shown)
    shown.segmented_control(key="accounts_span").set_value("1").run()
    assert not shown.exception
    assert table(shown) == ""


def test_very_many_gaps_are_cut_and_counted(store, desk, kira):
    many = [(n * HOUR, n * HOUR - HOUR / 2, GapState.OPEN) for n in range(1, account_gaps.MOST + 3)]
    stream_of(store, account_of(store, kira), *many)
    shown = opened(desk, kira)
    assert len(table(shown).splitlines()) == account_gaps.MOST + 2
    assert says(shown, "Und 2 ältere")


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_error_is_told_in_plain_words_with_its_remedy(store, desk, kira, language):
    account = account_of(store, kira)
    for kind in (*account_streams.ERRORS, "Other"):
        stream_of(store, account, name=kind, error=f"{kind}: (#190) **boom**", error_at=NOON)
    shown = opened(desk, kira, lang=language)
    texts = " ".join(str(m.value) for m in shown.markdown)
    catalogue = words.bundle(language)
    for kind in (*account_streams.ERRORS, "Other"):
        for part in ("error", "remedy"):
            told = catalogue.get_message(f"{part}-{kind.lower()}")
            assert catalogue.format_pattern(told.value, {})[0] in texts
    assert "boom" not in texts
    assert not says(shown, "boom")


def test_the_own_words_of_an_error_are_for_the_administrator_alone_and_inert(store, desk, kira, ada):
    account = account_of(store, kira)
    stream_of(store, account, error="SchemaChanged: (#190) **boom**", error_at=NOON)
    shown = opened(desk, ada)
    assert [e.label for e in shown.expander if "Wortlaut" in e.label]
    assert "(#190) **boom**" in [t.value for t in shown.text]
    assert not any("boom" in str(m.value) for m in shown.markdown)


def test_streams_with_the_same_error_are_told_of_once(store, desk, kira):
    account = account_of(store, kira)
    for name in ("mentions", "dms"):
        stream_of(store, account, name=name, error="AuthExpired: key refused", error_at=NOON)
    texts = [str(m.value) for m in opened(desk, kira).markdown]
    assert sum("muss neu verbunden werden" in t for t in texts) == 1
    assert any("Erwähnungen, Direktnachrichten" in t for t in texts)


def test_what_the_network_never_gives_is_said(store, desk, kira):
    account_of(store, kira, Platform.BLUESKY)
    assert says(opened(desk, kira), "Bluesky zeigt nie: Beiträge von Leuten, die das Konto blockieren")


@pytest.mark.parametrize("platform", Platform)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_everything_a_connector_says_it_is_blind_for_has_words(platform, language):
    keys = [f"blind-{key.replace('_', '-')}" for key in networks.blind_of(platform)]
    assert [key for key in keys if not words.bundle(language).has_message(key)] == []


# Silence


@pytest.fixture
def silent(store, clock, kira):
    """Four comments a day until five days ago; nothing since, although the network is asked."""
    account = account_of(store, kira)
    stream_of(store, account, name="comments")
    with store.begin() as work:
        times = [NOON - timedelta(days=5 + day, hours=3 * n) for day in range(50) for n in range(4)]
        work.take_in(account, [received(kind=Kind.COMMENT, sent_at=t) for t in times])
    return account


def test_a_silent_channel_is_told_with_what_is_usual(store, desk, kira, silent):
    shown = opened(desk, kira)
    assert says(shown, "Kommentare: still seit Mo 16.11. 13:00")
    assert says(shown, "seltener als einmal im Jahr")


def test_the_triage_page_tells_its_officer_and_leads_to_the_accounts(store, desk, kira, silent):
    shown = visit(desk, kira)
    assert says(shown, "Kommentare: still seit")
    shown.button(key="silence_look").click().run()
    assert says(shown, "Zuletzt gehört")


def test_nobody_else_is_told(store, desk, silent):
    with store.begin() as work:
        other = a_person(work, Role.OFFICER)
    assert not says(visit(desk, other), "still seit")


def test_a_supervisor_of_the_station_sees_it_among_the_accounts(store, desk, station, silent):
    with store.begin() as work:
        birgit = a_person(work, Role.SUPERVISOR, station=station)
    assert says(opened(desk, birgit), "still seit")


def test_where_there_is_too_little_to_tell_that_is_said(store, desk, kira):
    stream_of(store, account_of(store, kira), name="dms")
    assert says(opened(desk, kira), "Zu wenig Verkehr, um Stille zu beurteilen: Direktnachrichten")


# Money


@pytest.mark.parametrize(
    ("cap", "spent", "told"),
    [
        (4_000, 1_000, "10,00\xa0$ von höchstens 40,00\xa0$"),
        (4_000, 4_000, "Das Geld ist ausgegeben"),
        (0, 0, "kein Höchstbetrag eingestellt"),
    ],
)
def test_money_is_told_where_reading_costs(store, desk, kira, cap, spent, told):
    desk.setattr(real, "rhythm", lambda: Rhythm(caps={Platform.X: cap * CENT}))
    account = account_of(store, kira, Platform.X)
    with store.begin() as work:
        work.add(Purse(account.id, "2026-11", spent * CENT))
    assert says(opened(desk, kira), told)


def test_where_reading_is_free_nothing_is_said_of_money(store, desk, kira):
    account_of(store, kira)
    assert not says(opened(desk, kira), "In diesem Monat")


def test_how_much_of_a_shared_quota_is_left_is_told_at_each_account(store, desk, kira):
    desk.setattr(real, "rhythm", lambda: Rhythm(daily={Platform.YOUTUBE: 10_000}))
    shared = Shared("project 7", NOON + 9 * HOUR)
    accounts = [account_of(store, kira, Platform.YOUTUBE) for _ in range(2)]
    with store.begin() as work:
        for account in accounts:
            pools.use(work, account, shared, 600)
    told = "1.200 von 10.000 Einheiten verbraucht, geteilt von 2 Konten; neu heute 22:00"
    assert says(opened(desk, kira), told)
    with store.begin() as work:
        pools.used_up(work, accounts[0], shared)
    assert says(opened(desk, kira), "aufgebraucht. Weiter geht es heute 22:00")


# Whose account it is


def test_an_officer_consents_after_reading_the_words(store, desk, kira):
    account = account_of(store, kira)
    shown = opened(desk, kira)
    assert says(shown, "Ohne Einwilligung")
    asked(shown, f"consent_{account.id}")
    assert says(shown, "freiwillig")
    sent(shown, f"consent_{account.id}", "consent")
    assert says(shown, "Eingewilligt heute 13:00")
    with store.view() as work:
        assert consent.in_force(work, account).officer_id == kira.id


def test_nobody_consents_for_another(store, desk, kira, ada):
    account = account_of(store, kira)
    assert f"consent_{account.id}" not in {b.key for b in opened(desk, ada).button}


@pytest.fixture
def consented(store, kira):
    def make(platform=Platform.BLUESKY, **given):
        account = account_of(store, kira, platform, **given)
        with store.begin() as work:
            consent.give(work, kira, account)
        return account

    return make


def test_a_network_with_a_door_is_connected_there(store, desk, kira, consented):
    account = consented(Platform.YOUTUBE)
    (link,) = (b for b in opened(desk, kira).get("link_button") if "connect" in b.proto.url)
    assert link.proto.url == f"/connect/youtube?account={account.id}"
    assert not link.proto.disabled


def test_a_door_that_is_shut_names_the_missing_settings(store, desk, kira, consented):
    consented(Platform.X)
    shown = opened(desk, kira)
    (link,) = (b for b in shown.get("link_button") if "connect" in b.proto.url)
    assert link.proto.disabled
    assert says(shown, "x&#95;\u200bclient&#95;\u200bid")


def test_where_there_is_no_door_the_key_is_given_here(store, desk, kira, consented, connecting):
    account = consented(active=False)
    shown = opened(desk, kira)
    asked(shown, f"connect_{account.id}").text_input[0].set_value("app-kenn-wort")
    sent(shown, f"connect_{account.id}", "connect")
    assert not shown.exception
    with store.view() as work:
        assert work.get(Account, account.id).active
        assert [s.name for s in work.find(Stream, account_id=account.id)] == ["mentions", "dms"]
    assert connecting.vault.password_of(account) == Secret("app-kenn-wort")
    assert says(shown, "Verbunden")


def test_leaving_says_before_what_becomes_of_the_messages(store, desk, kira, consented):
    account = consented()
    with store.begin() as work:
        kept, *_ = work.take_in(account, [received() for _ in range(4)])
        erasure.hold(work, kira, kept.message.id, "Ermittlung")
    shown = opened(desk, kira)
    asked(shown, f"leave_{account.id}")
    assert says(shown, "0 in offenen Übergaben, 1 aufbewahrt")
    assert says(shown, "3 übrige: gelöscht würden sie ab")
    sent(shown, f"leave_{account.id}", "leave")
    assert says(shown, "Lesen beendet heute 13:00")
    with store.view() as work:
        assert not work.get(Account, account.id).active
        assert tenure.latest(work, account).erase_at == NOON + 30 * DAY


def test_who_leaves_may_have_the_messages_kept(store, desk, kira, consented):
    account = consented()
    shown = opened(desk, kira)
    asked(shown, f"leave_{account.id}").radio[0].set_value("keep")
    sent(shown, f"leave_{account.id}", "leave")
    with store.view() as work:
        assert tenure.latest(work, account).erase_at is None


def test_an_account_goes_to_a_successor(store, desk, kira, ada, station, consented):
    account = consented()
    with store.begin() as work:
        jonas = a_person(work, Role.OFFICER, station=station, name="Jonas Petersen")
    shown = opened(desk, ada)
    asked(shown, f"successor_{account.id}")
    next(box for box in shown.selectbox if box.label == "An wen").set_value(jonas.officer)
    sent(shown, f"successor_{account.id}", "successor")
    with store.view() as work:
        assert work.get(Account, account.id).officer_id == jonas.id
    assert says(shown, "Ohne Einwilligung")


def test_closing_needs_a_reason(store, desk, kira, ada, consented):
    account = consented()
    shown = opened(desk, ada)
    asked(shown, f"close_{account.id}")
    sent(shown, f"close_{account.id}", "close")
    assert says(shown, "Es fehlt noch eine Angabe: Grund")
    shown.text_area[0].set_value("Posten entfällt")
    sent(shown, f"close_{account.id}", "close")
    assert says(shown, "Geschlossen heute 13:00")


def test_officers_do_not_close_or_hand_over_their_accounts(store, desk, kira, consented):
    account = consented()
    keys = {b.key for b in opened(desk, kira).button}
    assert f"leave_{account.id}" in keys
    assert not keys & {f"close_{account.id}", f"successor_{account.id}"}


def test_in_training_nothing_is_connected(clock, desk):
    store = MemoryStore(clock, training=True)
    desk.setattr(real, "store", lambda: store)
    with store.begin() as work:
        kira = a_person(work, Role.OFFICER)
        account = an_account(work, kira.officer)
        consent.give(work, kira, account)
    shown = opened(desk, kira)
    assert says(shown, "In der Übung wird nichts verbunden")
    assert f"connect_{account.id}" not in {b.key for b in shown.button}


def test_resting_accounts_come_last_and_show_no_streams(store, desk, kira):
    resting = account_of(store, kira, handle="alt.example", active=False)
    stream_of(store, resting, error="AuthExpired: key refused")
    stream_of(store, account_of(store, kira, handle="neu.example"))
    texts = [str(m.value) for m in opened(desk, kira).markdown]
    assert not any("muss neu verbunden werden" in t for t in texts)
    places = [next(n for n, t in enumerate(texts) if name in t) for name in ("neu", "alt")]
    assert places == sorted(places)


def test_a_refusal_leaves_the_form_as_it_is(store, desk, kira, ada, consented):
    def refuse(*_):
        raise Refused("closed already")

    account = consented()
    shown = opened(desk, ada)
    asked(shown, f"close_{account.id}").text_area[0].set_value("   ")
    sent(shown, f"close_{account.id}", "close")
    assert says(shown, "Es fehlt noch eine Angabe")
    desk.setattr(real.connecting(), "close", refuse)
    shown.text_area[0].set_value("Posten entfällt")
    sent(shown, f"close_{account.id}", "close")
    assert says(shown, "passt nicht zum jetzigen Stand")
    assert shown.text_area[0].value == "Posten entfällt"


# On a phone, and with an official export


def test_on_a_phone_the_gaps_are_a_list(store, desk, kira):
    stream_of(store, account_of(store, kira), (5 * DAY, 4 * DAY, GapState.LOST))
    desk.setattr(frame, "compact", lambda: True)
    shown = opened(desk, kira)
    assert table(shown) == ""
    assert says(shown, "Mo 16.11. 13:00 bis Di 17.11. 13:00")


def an_export(*texts):
    """What a connector hands on for an export of this account: good lines, then a refusal."""
    lines = [SimpleNamespace(number=n, received=received(text)) for n, text in enumerate(texts, 1)]
    reader = SimpleNamespace(name="X archive", platform=Platform.X, handle="", holds="", lacks="")

    class Export:
        def __init__(self):
            self.reader = reader

        def lines(self, platform, account):
            for line in lines:
                line.platform, line.account = platform, account
                yield line
            yield SimpleNamespace(line=9, reason="no **text**")

    return Export()


def test_an_official_export_is_taken_in_and_counted(store, desk, kira, consented):
    account = consented(Platform.X)
    export = an_export("Moin", "Danke")
    desk.setattr(real, "messages_in", lambda _: export)
    shown = opened(desk, kira)
    assert shown.button(key=f"export_{account.id}").disabled
    file = ("archive.zip", b"PK", "application/zip")
    shown.file_uploader(key=f"export_{account.id}_file").set_value([file]).run()
    shown.button(key=f"export_{account.id}").click().run()
    assert says(shown, "2 neu, 0 schon da, 1 abgelehnt")
    with store.view() as work:
        assert [m.text for m in work.find(Message, account_id=account.id)] == ["Moin", "Danke"]


def test_an_export_of_another_network_is_refused(store, desk, kira, consented):
    account = consented(Platform.YOUTUBE)
    desk.setattr(real, "messages_in", lambda _: an_export())
    shown = opened(desk, kira)
    file = ("archive.zip", b"PK", "application/zip")
    shown.file_uploader(key=f"export_{account.id}_file").set_value([file]).run()
    shown.button(key=f"export_{account.id}").click().run()
    assert says(shown, "passt nicht zum jetzigen Stand")


def test_without_consent_no_export_is_taken_in(store, desk, kira):
    account = account_of(store, kira)
    assert f"export_{account.id}" not in {b.key for b in opened(desk, kira).button}


def test_a_network_that_denies_its_notices_says_so_until_it_takes_them(store, desk, kira, consented):
    account = consented(Platform.INSTAGRAM)
    with store.begin() as work:
        announced.ordered(work, kira, account, refused="no permission")
    shown = opened(desk, kira)
    assert says(shown, "Instagram meldet uns Neues nicht von sich aus")
    assert says(shown, "no permission")
    with store.begin() as work:
        announced.ordered(work, kira, account)
    assert not says(opened(desk, kira), "meldet uns Neues nicht")
