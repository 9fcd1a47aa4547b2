"""What came back from the prosecutor: by hand, by file, to supervisors and to the person hit."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework import case, exposure, outcome, outcome_file, proceedings
from casework.case import Draft
from casework.errors import NotAllowed, Refused
from casework.exposure import Telling
from casework.labels import Hostility, Intent, Target
from casework.outcome import ProsecutionState, ProsecutorResult, Told
from casework.people import Officer, Person, Role, Station
from casework.record import CaseState, Notice, NoticeKind, PersonRole
from data.memory import MemoryStore
from tests.builders import FakeClock, a_message, a_person, a_station, an_account, assessed

CHARGED = Told("123 Js 4567/26", "StA Köln", ProsecutionState.CHARGED, "Anklage", "2026-11-20")
HEAD = "case_number;file_number;office;state;result;decided_on\n"
OPERATOR = Person(Officer("shell:root", "", 0, ""), operator=True)


class Here:
    """Merle works a case about abuse of Kira at their station."""

    def __init__(self, work):
        station = a_station(work, slug="wf")
        self.merle = a_person(work, Role.CASE_OFFICER, station=station)
        self.birgit = a_person(work, Role.SUPERVISOR, station=station)
        self.kira = a_person(work, station=station, name="Kira Ahlers")
        account = an_account(work, self.kira.officer)
        message = assessed(work, a_message(work, account, "Du Null"), Intent.OTHER, Hostility.INSULT)
        draft = Draft("Beleidigung", "die Beamtin", PersonRole.OFFICER, ("185",))
        self.case = case.open_case(work, self.merle, [message.id], draft)


@pytest.fixture
def here(work):
    return Here(work)


def test_a_result_is_noted_and_on_record(work, here):
    noted = outcome.note(work, here.merle, here.case.id, CHARGED)
    assert (noted.file_number, noted.state, noted.noted_by) == (
        "123 Js 4567/26",
        ProsecutionState.CHARGED,
        here.merle.login,
    )
    assert [e.act for e in work.audit_of(f"case:{here.case.id}")].count("result_noted") == 1


def test_the_same_again_changes_nothing_and_news_bring_it_up_to_date(work, here):
    first = outcome.note(work, here.merle, here.case.id, CHARGED)
    assert outcome.note(work, here.merle, here.case.id, CHARGED).revision == first.revision
    news = Told("123 Js  4567/26", "AG Köln", ProsecutionState.CONVICTED, "", "21.11.2026")
    assert outcome.note(work, here.merle, here.case.id, news).decided_on == "2026-11-21"
    assert [one.state for one in outcome.of(work, here.case.id)] == [ProsecutionState.CONVICTED]


@pytest.mark.parametrize("number", ["123 Js 4567/26", "NZS 5 UJs 1/2026", "2 BJs 1/26-5", "AM-123456-26"])
def test_file_numbers_of_all_sorts_are_taken(work, here, number):
    told = Told(number, "StA", ProsecutionState.RECEIVED)
    assert outcome.note(work, here.merle, here.case.id, told).file_number == number


@pytest.mark.parametrize(
    "told",
    [
        Told("", "StA", ProsecutionState.RECEIVED),
        Told("Js", "StA", ProsecutionState.RECEIVED),
        Told("=1/26", "StA", ProsecutionState.RECEIVED),
        Told("1 Js 2/26\u202e", "StA", ProsecutionState.RECEIVED),
        Told("1 Js 2/26", " ", ProsecutionState.RECEIVED),
        Told("1 Js 2/26", "StA", ProsecutionState.CHARGED),
        Told("1 Js 2/26", "StA", ProsecutionState.CHARGED, "", "2026-13-01"),
        Told("1 Js 2/26", "StA", ProsecutionState.CHARGED, "", "2026-11-30"),
        Told("1 Js 2/26", "x" * 301, ProsecutionState.RECEIVED),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_kept(work, here, told):
    with pytest.raises(Refused):
        outcome.note(work, here.merle, here.case.id, told)
    assert work.find(ProsecutorResult) == []


def test_only_the_case_officer_or_the_operator_notes_it(work, here):
    with pytest.raises(NotAllowed):
        outcome.note(work, here.kira, here.case.id, CHARGED)
    with pytest.raises(NotAllowed):
        outcome.note(work, a_person(work, Role.CASE_OFFICER), here.case.id, CHARGED)
    assert outcome.note(work, OPERATOR, here.case.id, CHARGED)


def told_of(work, person):
    return [n for n in work.find(Notice, officer_id=person.id) if n.kind is NoticeKind.CASE_RESULT]


def test_the_officer_hit_is_told_once_a_state_and_sees_it(work, here):
    outcome.note(work, here.merle, here.case.id, CHARGED)
    outcome.note(work, here.merle, here.case.id, Told(*CHARGED_AGAIN))
    assert len(told_of(work, here.kira)) == 1
    assert told_of(work, here.merle) == []
    assert [(c.number, r.state) for c, r in outcome.mine(work, here.kira)] == [
        (here.case.number, ProsecutionState.CHARGED)
    ]
    assert outcome.mine(work, here.merle) == []


CHARGED_AGAIN = ("123 Js 4567/26", "StA Köln", ProsecutionState.CHARGED, "Anklage zum AG", "2026-11-20")


def test_the_officer_who_is_entitled_by_name_is_told_as_well(work, here):
    station = work.get(Station, here.case.station_id)
    jens = a_person(work, station=station, name="Jens Wolter")
    account = an_account(work, here.merle.officer)
    message = assessed(work, a_message(work, account), Intent.OTHER, Hostility.HATE, target=Target.GROUP)
    draft = Draft("x", "Jens Wolter", PersonRole.OFFICER)
    opened = case.open_case(work, here.merle, [message.id], draft)
    assert outcome.concerned(work, opened) == [jens.id]
    a_person(work, station=station, name="Jens Wolter")
    assert outcome.concerned(work, opened) == []


def test_who_wants_to_hear_nothing_hears_nothing(work, here):
    exposure.wish(work, here.kira, telling=Telling.NEVER)
    outcome.note(work, here.merle, here.case.id, CHARGED)
    assert told_of(work, here.kira) == []
    assert outcome.mine(work, here.kira) == []


def test_supervisors_see_sums_of_their_stations_only(work, here, clock):
    empty = proceedings.summary(work, here.birgit)
    assert (empty.handed_over, empty.unanswered, empty.median_days) == (0, 0, None)
    case.end_case(work, here.merle, here.case.id, CaseState.SENT, "StA")
    assert proceedings.summary(work, here.birgit).unanswered == 1
    clock.forward(days=10)
    told = Told("1 Js 2/26", "StA", ProsecutionState.DISCONTINUED_170, "", "2026-11-28")
    outcome.note(work, here.merle, here.case.id, told)
    found = proceedings.summary(work, here.birgit)
    assert (found.handed_over, found.unanswered, found.median_days, found.measured) == (1, 0, 7, 1)
    assert found.states == {ProsecutionState.DISCONTINUED_170: 1}
    assert proceedings.summary(work, here.merle).handed_over == 0


def test_a_result_without_a_known_hand_over_counts_but_measures_no_time(work, here):
    outcome.note(work, here.merle, here.case.id, CHARGED)
    found = proceedings.summary(work, here.birgit)
    assert (found.handed_over, found.measured) == (1, 0)


def take_in(work, here, *lines, head=HEAD):
    return outcome_file.take_in(work, here.merle, (head + "".join(f"{one}\n" for one in lines)).encode())


def test_good_lines_are_kept_and_bad_ones_named_with_the_remedy(work, here):
    number = here.case.number
    told = take_in(
        work,
        here,
        f"{number};1 Js 2/26;StA;charged;Anklage;2026-11-20",
        "WF-0;1 Js 2/26;StA;charged;;2026-11-20",
        f"{number};3 Js 4/26;StA;gone;;",
        f"{number};=1 Js 4/26;StA;received;;",
        "",
        f"{number};5 Js 6/26;StA;charged;;",
    )
    assert (told.added, [line for line, _ in told.refused]) == (1, [3, 4, 5, 7])
    remedies = ("list of cases", "received", "take that character", "YYYY-MM-DD")
    for (_, why), remedy in zip(told.refused, remedies, strict=True):
        assert remedy in why


def test_the_same_file_again_changes_nothing(work, here):
    line = f"{here.case.number};1 Js 2/26;StA;charged;;2026-11-20"
    assert take_in(work, here, line).added == 1
    assert take_in(work, here, line).unchanged == 1
    news = take_in(work, here, line.replace("charged", "Verurteilung"))
    assert (news.added, news.changed) == (0, 1)


def test_the_states_may_be_written_as_the_page_shows_them(work, here):
    shown = ("eingestellt, § 170 Abs. 2", "Privatklageweg, §§ 374, 376", "PENALTY_ORDER", "dropped_153a")
    lines = [f"{here.case.number};{n} Js 1/26;StA;{state};;2026-11-20" for n, state in enumerate(shown, 1)]
    assert take_in(work, here, *lines).refused == []
    assert [one.state.value for one in outcome.of(work, here.case.id)] == [
        *("discontinued_170", "private_prosecution", "penalty_order", "dropped_153a")
    ]


def test_a_german_table_as_a_spreadsheet_saves_it_is_read(work, here):
    line = f'{here.case.number},1 Js 2/26,"StA Köln",Anklage,20.11.2026\n'
    table = f"Fallnummer,Aktenzeichen,Behörde,Stand,Datum\n{line}"
    assert outcome_file.take_in(work, here.merle, table.encode("cp1252")).added == 1
    assert outcome_file.take_in(work, here.merle, b"\xef\xbb\xbf" + table.encode()).unchanged == 1


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "columns"),
        (b"a;b\n1;2\n", "columns"),
        (b"PK\x03\x04\0\0", "workbook"),
        (HEAD.encode() + b'"x', "no CSV"),
        (b"x" * 2_000_001, "at most"),
        (HEAD.encode() + b"a;b\n" * 10_001, "at most"),
    ],
)
def test_what_is_no_such_file_is_refused_as_a_whole(work, here, content, complaint):
    with pytest.raises(Refused, match=complaint):
        outcome_file.take_in(work, here.merle, content)


def test_a_stranger_cannot_even_learn_which_cases_there_are(work, here):
    line = f"{HEAD}{here.case.number};1 Js 2/26;StA;received;;\n"
    told = outcome_file.take_in(work, a_person(work, Role.CASE_OFFICER), line.encode())
    assert "no such case" in told.refused[0][1]


CELLS = st.one_of(
    st.sampled_from(["WF-2026-0001", "1 Js 2/26", "StA", "charged", "2026-11-20", "=1+1", "", "\t@x"]),
    st.text(max_size=12),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=5), st.sampled_from(";,\t"))
def test_any_table_is_kept_or_named_line_by_line_and_holds_no_formula(rows, delimiter):
    with MemoryStore(FakeClock()).begin() as work:
        here = Here(work)
        file = io.StringIO(newline="")
        table = csv.writer(file, delimiter=delimiter)
        table.writerows([HEAD.strip().split(";"), *rows])
        content = file.getvalue().encode("utf-8", "replace")
        try:
            told = outcome_file.take_in(work, here.merle, content)
        except Refused:
            assert b"\0" in content or b"\r" in content.replace(b"\r\n", b"")
            return
        filled = sum(any(cell.strip() for cell in row) for row in rows)
        assert told.added + told.changed + told.unchanged + len(told.refused) == filled
        for kept in work.find(ProsecutorResult):
            cells = (kept.file_number, kept.office, kept.words, kept.decided_on)
            assert not [cell for cell in cells if cell.startswith(outcome_file.FORMULA)]
        assert outcome_file.take_in(work, here.merle, content).added == 0
