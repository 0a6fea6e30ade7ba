"""Words for days, on a Sunday and on other days of the week."""

from datetime import date

import pytest

from domain.capture.dates import DatePhrase, NoDate, birthday, date_at, due_date, moved, past_date, shown

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
        ("tonight", SUNDAY, "2026-11-22"),
        ("this evening", SUNDAY, "2026-11-22"),
        ("later today", SUNDAY, "2026-11-22"),
        ("tomorrow morning", SUNDAY, "2026-11-23"),
        ("the day after tomorrow", SUNDAY, "2026-11-24"),
        ("friday night", SUNDAY, "2026-11-27"),
        ("next tue evening", SUNDAY, "2026-11-24"),
        ("on monday", SUNDAY, "2026-11-23"),
        ("before friday", SUNDAY, "2026-11-27"),
        ("in an hour", SUNDAY, "2026-11-22"),
        ("in a fortnight", SUNDAY, "2026-12-06"),
        ("in a couple of weeks", SUNDAY, "2026-12-06"),
        ("2 weeks", SUNDAY, "2026-12-06"),
        ("10 days", SUNDAY, "2026-12-02"),
        ("next month", SUNDAY, "2026-12-01"),
        ("next month", date(2026, 12, 31), "2027-01-01"),
        ("next year", SUNDAY, "2027-01-01"),
        ("the 3rd", SUNDAY, "2026-12-03"),
        ("the 22nd", SUNDAY, "2026-11-22"),
        ("on the 31st", SUNDAY, "2026-12-31"),
        ("the 5th of december", SUNDAY, "2026-12-05"),
        ("5 of dec", SUNDAY, "2026-12-05"),
        ("Fri 4 Dec 2026", SUNDAY, "2026-12-04"),
        ("fri 4th", SUNDAY, "2026-12-04"),
    ],
)
def test_due_date(phrase: str, today: date, due: str) -> None:
    assert due_date(phrase, today) == date.fromisoformat(due)


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "soon",
        "yesterday",
        "31 nov",
        "3/10",
        "2026-13-01",
        "2020-01-01",
        "3 d",
        "fri sat",
        "9999y",
        "+",
        "last tue",
        "20.11.2026",
        "the third",
        "32nd",
        "the 0th",
        "in weeks",
        "a couple",
        "end of the week",
        "christmas",
        "morning",
        "the day",
        "next",
        "last",
        "this",
        "32 dec",
        "the 31st of november",
    ],
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
        ("last night", SUNDAY, "2026-11-21"),
        ("yesterday afternoon", SUNDAY, "2026-11-21"),
        ("the day before yesterday", SUNDAY, "2026-11-20"),
        ("last friday night", SUNDAY, "2026-11-20"),
        ("mon morning", SUNDAY, "2026-11-16"),
        ("an hour ago", SUNDAY, "2026-11-22"),
        ("30min ago", SUNDAY, "2026-11-22"),
        ("a couple of days ago", SUNDAY, "2026-11-20"),
        ("a fortnight ago", SUNDAY, "2026-11-08"),
        ("2 yrs ago", SUNDAY, "2024-11-22"),
        ("the 5th of november", SUNDAY, "2026-11-05"),
        ("nov 5 2025", SUNDAY, "2025-11-05"),
        ("fri 20th", SUNDAY, "2026-11-20"),
        ("last week", SUNDAY, "2026-11-15"),
    ],
)
def test_past_day(phrase: str, today: date, past: str) -> None:
    found = date_at(phrase.split(), 0, today)
    assert isinstance(found, DatePhrase)
    assert found.past == date.fromisoformat(past)


@pytest.mark.parametrize(
    ("phrase", "past"),
    [("yesterday", "2026-11-21"), ("3 days ago", "2026-11-19"), ("2026-11-20", "2026-11-20"), ("on fri", "2026-11-20")],
)
def test_past_date(phrase: str, past: str) -> None:
    assert past_date(phrase, SUNDAY) == date.fromisoformat(past)


@pytest.mark.parametrize("phrase", ["tomorrow", "3d", "soon", "", "2027-01-01"])
def test_no_past_date(phrase: str) -> None:
    assert past_date(phrase, SUNDAY) is None


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize(
    "phrase",
    ["5 dec", "fri", "9999 years ago", "in 9999 years", "29 feb", "next week", "next month", "next year", "fri 20th",
     "the day before yesterday", "a couple of years ago"],
)  # fmt: skip
def test_ends_of_time_do_not_raise(phrase: str, today: date) -> None:
    assert date_at(phrase.split(), 0, today) is not None


@pytest.mark.parametrize("today", [date.min, date.max])
def test_a_day_of_the_month_at_the_ends_of_time(today: date) -> None:
    assert due_date("the 31st", today) is None or today == date.min


@pytest.mark.parametrize("line", ["the 3rd time", "the 2nd book"])
def test_an_ordinal_is_a_day_only_after_on(line: str) -> None:
    assert date_at(line.split(), 0, SUNDAY) is None
    assert isinstance(date_at(["on", *line.split()], 1, SUNDAY), DatePhrase)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("3/10", "3/10 is kept as text: write 3 Oct or 10 Mar"),
        ("20/11", "20/11 is kept as text: write 20 Nov"),
        ("3/10/2026", "3/10/2026 is kept as text: write 3 Oct 2026 or 10 Mar 2026"),
        ("20.11.2026", "20.11.2026 is kept as text: write 20 Nov 2026"),
        ("5-5-2026", "5-5-2026 is kept as text: write 5 May 2026"),
    ],
)
def test_numbers_that_may_be_two_days_say_how_to_write_them(typed: str, hint: str) -> None:
    assert date_at([typed], 0, SUNDAY) == NoDate(1, "", hint)


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
