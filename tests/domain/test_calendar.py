"""Calendar arithmetic over month ends, leap years and skipped midnights."""

from datetime import date, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import anchored, midnight, next_due, plus
from domain.errors import BadInputError
from domain.repeats import rule


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "months", "years", "end"),
    [
        ("2026-01-31", 1, 0, "2026-02-28"),
        ("2024-01-31", 1, 0, "2024-02-29"),
        ("2026-03-31", 1, 0, "2026-04-30"),
        ("2026-12-31", 2, 0, "2027-02-28"),
        ("2024-02-29", 0, 1, "2025-02-28"),
        ("2024-02-29", 0, 4, "2028-02-29"),
    ],
)
def test_months_and_years_on(start: str, months: int, years: int, end: str) -> None:
    assert plus(day(start), months=months, years=years) == day(end)


def test_beyond_the_calendar() -> None:
    with pytest.raises(BadInputError, match="calendar"):
        plus(day("2026-01-31"), years=9000)
    with pytest.raises(BadInputError, match="calendar"):
        next_due("100 years", day("9926-01-31"), day("9926-01-31"))


@pytest.mark.parametrize(
    ("repeat", "due", "after", "turn"),
    [
        ("2 weeks", "2026-11-20", "2026-11-22", "2026-12-04"),
        ("every 2 weeks", "2026-09-01", "2026-11-22", "2026-11-24"),
        ("weekly", "2026-11-15", "2026-11-22", "2026-11-29"),
        ("10 days", "2026-11-20", "2026-11-19", "2026-11-30"),
        ("monthly", "2026-10-15", "2026-11-22", "2026-12-15"),
        ("monthly on the 3rd", "2026-11-22", "2026-11-22", "2026-12-03"),
        ("monthly on the 31st", "2026-01-31", "2026-02-10", "2026-02-28"),
        ("monthly on the 31st", "2026-02-28", "2026-02-28", "2026-03-31"),
        ("monthly on the last", "2026-11-30", "2026-11-30", "2026-12-31"),
        ("3 months", "2026-11-30", "2026-12-01", "2027-02-28"),
        ("yearly", "2026-11-22", "2026-11-22", "2027-11-22"),
        ("yearly", "2024-02-29", "2026-11-22", "2027-02-28"),
        ("yearly on 29 feb", "2025-02-28", "2027-03-01", "2028-02-29"),
    ],
)
def test_the_next_turn(repeat: str, due: str, after: str, turn: str) -> None:
    assert next_due(repeat, day(due), day(after)) == day(turn)


def test_a_month_end_is_not_worn_away() -> None:
    """31 January comes back on 31 March, though February had only 28."""
    due, repeat, seen = day("2026-01-31"), "monthly", []
    for _ in range(4):
        repeat, due = anchored(repeat, due), next_due(repeat, due, due)
        seen.append(due.isoformat())
    assert seen == ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]


def test_a_leap_day_comes_back() -> None:
    due, repeat, seen = day("2024-02-29"), "yearly", []
    for _ in range(4):
        repeat, due = anchored(repeat, due), next_due(repeat, due, due)
        seen.append(due.isoformat())
    assert seen == ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]


@pytest.mark.parametrize(
    "text", ["", "now and then", "0 weeks", "monthly on the 32nd", "weekly on the 3rd", "yearly on 30 feb", "2 moons"]
)
def test_what_is_no_repeat(text: str) -> None:
    with pytest.raises(BadInputError):
        rule(text)


@given(
    st.sampled_from(["day", "2 weeks", "monthly", "monthly on the 31st", "5 months", "yearly", "yearly on 29 feb"]),
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.integers(-500, 3000),
)
def test_the_next_turn_is_ahead_and_stays_in_step(repeat: str, due: date, later: int) -> None:
    after = due + timedelta(days=later)
    turn = next_due(repeat, due, after)
    assert turn > max(due, after)
    assert next_due(repeat, due, turn - timedelta(days=1)) == turn


def test_midnight_in_a_zone() -> None:
    assert midnight(day("2026-03-29"), ZoneInfo("Europe/Berlin")).isoformat() == "2026-03-29T00:00:00+01:00"
    assert midnight(day("2026-03-30"), ZoneInfo("Europe/Berlin")).isoformat() == "2026-03-30T00:00:00+02:00"
    assert midnight(day("2026-03-29"), timezone(timedelta(hours=2))).isoformat() == "2026-03-29T00:00:00+02:00"


def test_a_midnight_that_the_clocks_skip() -> None:
    assert midnight(day("2018-11-04"), ZoneInfo("America/Sao_Paulo")).isoformat() == "2018-11-04T01:00:00-02:00"
