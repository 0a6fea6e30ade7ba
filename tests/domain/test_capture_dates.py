"""Words for days, on a Sunday and on other days of the week."""

from datetime import date

import pytest

from domain.capture.dates import DatePhrase, birthday, date_at, due_date, moved, past_date, shown

SUNDAY = date(2026, 11, 22)
FRIDAY = date(2026, 11, 20)
TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("phrase", "today", "due"),
    [
        ("today", SUNDAY, "2026-11-22"),
        ("tomorrow", SUNDAY, "2026-11-23"),
        ("3d", SUNDAY, "2026-11-25"),
        ("+2w", SUNDAY, "2026-12-06"),
        ("in 2w", SUNDAY, "2026-12-06"),
        ("in a week", SUNDAY, "2026-11-29"),
        ("1m", date(2026, 1, 31), "2026-02-28"),
        ("1y", date(2028, 2, 29), "2029-02-28"),
        ("fri", FRIDAY, "2026-11-27"),
        ("friday", SUNDAY, "2026-11-27"),
        ("this fri", FRIDAY, "2026-11-20"),
        ("next tue", SUNDAY, "2026-11-24"),
        ("next tue", TUESDAY, "2026-12-01"),
        ("next week", SUNDAY, "2026-11-23"),
        ("by 5 dec", SUNDAY, "2026-12-05"),
        ("dec 5th", SUNDAY, "2026-12-05"),
        ("5dec", SUNDAY, "2026-12-05"),
        ("sat 5 dec", SUNDAY, "2026-12-05"),
        ("5 nov", SUNDAY, "2027-11-05"),
        ("29 feb", SUNDAY, "2028-02-29"),
        ("2026-12-24", SUNDAY, "2026-12-24"),
    ],
)
def test_due_date(phrase: str, today: date, due: str) -> None:
    assert due_date(phrase, today) == date.fromisoformat(due)


@pytest.mark.parametrize(
    "phrase",
    ["", "soon", "yesterday", "31 nov", "3/10", "2026-13-01", "2020-01-01", "3 d", "fri sat", "9999y", "+", "last tue"],
)
def test_no_due_date(phrase: str) -> None:
    assert due_date(phrase, SUNDAY) is None


@pytest.mark.parametrize(
    ("phrase", "today", "past"),
    [
        ("fri", SUNDAY, "2026-11-20"),
        ("fri", FRIDAY, "2026-11-20"),
        ("last fri", FRIDAY, "2026-11-13"),
        ("5 dec", SUNDAY, "2025-12-05"),
        ("29 feb", SUNDAY, "2024-02-29"),
        ("two weeks ago", SUNDAY, "2026-11-08"),
        ("1 month ago", date(2026, 3, 31), "2026-02-28"),
        ("this morning", SUNDAY, "2026-11-22"),
    ],
)
def test_past_day(phrase: str, today: date, past: str) -> None:
    found = date_at(phrase.split(), 0, today)
    assert isinstance(found, DatePhrase)
    assert found.past == date.fromisoformat(past)


@pytest.mark.parametrize(
    ("phrase", "past"),
    [("yesterday", "2026-11-21"), ("3 days ago", "2026-11-19"), ("2026-11-20", "2026-11-20")],
)
def test_past_date(phrase: str, past: str) -> None:
    assert past_date(phrase, SUNDAY) == date.fromisoformat(past)


@pytest.mark.parametrize("phrase", ["tomorrow", "3d", "soon", "", "2027-01-01"])
def test_no_past_date(phrase: str) -> None:
    assert past_date(phrase, SUNDAY) is None


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize("phrase", ["5 dec", "fri", "9999 years ago", "in 9999 years", "29 feb"])
def test_ends_of_time_do_not_raise(phrase: str, today: date) -> None:
    assert date_at(phrase.split(), 0, today) is not None


def test_moving_past_the_end_of_time() -> None:
    assert moved(date.max, 1, "m") is None
    assert moved(date.min, -1, "d") is None


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("15 mar", "--03-15"),
        ("mar 15 1984", "1984-03-15"),
        ("1984-03-15", "1984-03-15"),
        ("--02-29", "--02-29"),
        ("30 feb", ""),
        ("--13-01", ""),
        ("spring", ""),
        ("", ""),
    ],
)
def test_birthday(phrase: str, value: str) -> None:
    assert birthday(phrase) == value


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-22", "today"),
        ("2026-11-23", "tomorrow"),
        ("2026-11-20", "Fri 20 Nov"),
        ("2027-01-05", "Tue 5 Jan"),
        ("2025-11-20", "Thu 20 Nov 2025"),
    ],
)
def test_shown(day: str, words: str) -> None:
    assert shown(date.fromisoformat(day), SUNDAY) == words
