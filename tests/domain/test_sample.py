"""The sample book: whole, the same each time, and with something of everything."""

import re
from dataclasses import fields
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.book import Book
from domain.ids import WIDTH
from domain.inbox.day import inbox_of
from domain.model import KINDS, QUESTIONS, TABLES, Record
from domain.moment import Moment
from domain.momentum.gauge import Momentum
from domain.sample.book import sample_book
from domain.settings import Settings

ZONE = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 22)
MORNING = Moment(datetime(2026, 11, 22, 9, 0, tzinfo=ZONE))
COUNTED = ("gave", "mutual")


@pytest.fixture(scope="module")
def tables() -> dict[str, dict[str, Record]]:
    return sample_book(TODAY, ZONE)


@pytest.fixture(scope="module")
def book(tables: dict[str, dict[str, Record]]) -> Book:
    return Book(tables)


def days_ago(at: str) -> int:
    return (TODAY - date.fromisoformat(at[:10])).days


def test_is_the_same_for_the_same_day_and_seed(tables: dict[str, dict[str, Record]]) -> None:
    assert sample_book(TODAY, ZONE, 7) == tables
    assert sample_book(TODAY, ZONE, 8) != tables


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2027, 3, 28), date(2026, 12, 31)])
def test_ends_on_whatever_day_it_is_asked_for(day: date) -> None:
    made = sample_book(day, ZONE)
    last = max(one.at for one in Book(made).interactions.values())
    assert last.startswith(day.isoformat())
    for one in Book(made).contacts.values():
        if one.birthday:
            date.fromisoformat(one.birthday.replace("--", "2000-"))


def test_ids_are_keys_of_the_right_width_in_order(tables: dict[str, dict[str, Record]]) -> None:
    assert list(tables) == list(TABLES)
    every: list[str] = []
    for name, records in tables.items():
        assert list(records) == sorted(records)
        for key, record in records.items():
            assert key == record.id
            assert isinstance(record, TABLES[name])
            assert re.fullmatch(rf"\d{{{WIDTH}}}", key)
        every += records
    assert len(every) == len(set(every))


def test_whoever_is_named_is_in_the_book(book: Book) -> None:
    known = set(book.contacts)
    for one in book.interactions.values():
        assert {*one.people, *one.via} <= known
        assert set(one.because_of) <= set(book.interactions)
    assert {one.contact for one in book.answers.values()} <= known
    for due in book.follow_ups.values():
        assert set(due.people) <= known
    pairs = [(one.a, one.b) for one in book.introductions.values()] + [(one.a, one.b) for one in book.knows.values()]
    for a, b in pairs:
        assert a != b
        assert {a, b} <= known
    for ask in book.asks.values():
        assert set(ask.asked) <= known
    for contact in book.contacts.values():
        assert not re.fullmatch(r"\d{22}", contact.met_via) or contact.met_via in known


def test_a_return_grows_from_what_was_given_before_it(book: Book) -> None:
    grown = [one for one in book.interactions.values() if one.because_of]
    assert len(grown) >= 5
    assert any(one.via for one in book.interactions.values())
    for one in grown:
        assert one.direction == "got"
        for cause in one.because_of:
            given = book.interactions[cause]
            assert given.direction in COUNTED
            assert given.at < one.at


def test_has_about_sixty_people_and_a_year_of_dealings(book: Book) -> None:
    assert 55 <= len(book.contacts) <= 70
    assert 400 <= len(book.interactions) <= 550
    assert min(one.at for one in book.interactions.values()) < (TODAY - timedelta(days=365)).isoformat()
    assert max(len(one.name) for one in book.contacts.values()) >= 40
    assert len({one.name for one in book.contacts.values()}) == len(book.contacts)


def test_has_every_direction_kind_question_and_stage(book: Book) -> None:
    happened = book.interactions.values()
    assert {one.direction for one in happened} == {"gave", "got", "mutual", "none"}
    assert {one.kind for one in happened} == set(KINDS)
    assert {one.question for one in book.answers.values()} == set(QUESTIONS)
    stages = {one.stage for one in book.introductions.values()}
    assert stages == {"idea", "asked_a", "asked_b", "made", "outcome", "thanked", "declined"}
    assert {one.outcome for one in book.introductions.values()} == {"", "good", "none", "unknown"}
    assert {one.kind for one in book.follow_ups.values()} == {"promise", "waiting", "reminder"}
    assert len(book.captures) == 2


def test_answers_are_fresh_stale_and_expired(book: Book) -> None:
    ages = [days_ago(one.learnt) for one in book.answers.values()]
    assert min(sum(age <= 60 for age in ages), sum(60 < age <= 120 for age in ages)) >= 10
    assert sum(age > 120 for age in ages) >= 5


def test_every_source_of_the_inbox_has_something(book: Book) -> None:
    found = inbox_of(book, MORNING, Settings())
    sources = {item.source for item in (*found.today, *found.more)}
    assert sources == {"promise", "waiting", "intro", "thanks", "rhythm", "birthday", "stale", "unfiled", "dormant"}
    assert found.promises == 2
    assert len(found.today) == 7


def test_momentum_has_been_built_and_something_is_in_the_pipe(book: Book) -> None:
    momentum = Momentum(book.interactions.values(), MORNING, Settings(), book.pauses.values())
    gauge = momentum.gauge(MORNING)
    assert 54 <= gauge.value <= 62
    assert gauge.pipe >= 3
    assert gauge.trend == "building"


def test_something_is_given_in_every_week_but_nothing_in_the_pause(book: Book) -> None:
    (pause,) = book.pauses.values()
    assert (date.fromisoformat(pause.last) - date.fromisoformat(pause.first)).days == 9
    given = [one.at[:10] for one in book.interactions.values() if one.direction in COUNTED]
    assert not [day for day in given if pause.first <= day <= pause.last]
    weeks = {days_ago(day) // 7 for day in given}
    paused = {days_ago(day) // 7 for day in (pause.first, pause.last)}
    assert set(range(26)) - weeks <= paused


def test_addresses_and_numbers_reach_nobody(book: Book) -> None:
    for one in book.contacts.values():
        assert all(mail.endswith(".example") for mail in one.emails)
        assert all(re.fullmatch(r"\+44 113 496 0\d{3}|\+1 555 01\d\d", phone) for phone in one.phones)
    assert len({mail for one in book.contacts.values() for mail in one.emails}) == sum(
        len(one.emails) for one in book.contacts.values()
    )


def test_every_text_is_one_line_and_every_captured_line_says_it(book: Book) -> None:
    for one in book.interactions.values():
        assert one.text in one.raw
        assert "{" not in one.raw
        assert one.raw[:1] not in (":", " ", "")
        assert "  " not in one.raw
    for table in TABLES:
        for record in book.table(table).values():
            for field in fields(record):
                value = getattr(record, field.name)
                assert not isinstance(value, str) or value == value.strip()
