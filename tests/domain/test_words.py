"""Spans, days and counts in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import words

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "today"),
        (0, "today"),
        (1, "1 d"),
        (19, "19 d"),
        (27, "27 d"),
        (28, "4 weeks"),
        (63, "9 weeks"),
        (70, "2 months"),
        (120, "4 months"),
        (729, "24 months"),
        (730, "2 years"),
    ],
)
def test_a_span(days: int, said: str) -> None:
    assert words.span(days) == said


@given(st.integers(1, 20_000))
def test_a_span_is_short_and_plain(days: int) -> None:
    said = words.span(days)
    assert said.isascii()
    assert len(said) <= 9
    assert not said.startswith("0 ")
    assert not (said.startswith("1 ") and said.endswith("s"))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-20", "2 d late"),
        ("2026-11-22", "today"),
        ("2026-11-23", "tomorrow"),
        ("2026-11-27", "Fri 27 Nov"),
        ("2027-01-02", "2 Jan 2027"),
    ],
)
def test_when_something_is_due(day: str, said: str) -> None:
    assert words.due(date.fromisoformat(day), TODAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-11-21", "yesterday"), ("2026-11-20", "Fri 20 Nov"), ("2025-11-20", "20 Nov 2025")],
)
def test_a_day_as_one_says_it(day: str, said: str) -> None:
    assert words.near(date.fromisoformat(day), TODAY) == said


def test_a_day_in_a_column() -> None:
    assert words.short_date(date(2026, 11, 3), TODAY) == "3 Nov"
    assert words.short_date(date(2025, 7, 30), TODAY) == "30 Jul 2025"


@pytest.mark.parametrize(
    ("text", "said"),
    [("2025-03-14", "March 2025"), ("2025-03", "March 2025"), ("2025", "2025"), ("long ago", "long ago"), ("", "")],
)
def test_a_month(text: str, said: str) -> None:
    assert words.month(text) == said


@pytest.mark.parametrize(
    ("text", "said"), [("1984-03-15", "15 Mar"), ("--03-15", "15 Mar"), ("", ""), ("spring", ""), ("--13-01", "")]
)
def test_a_birthday_has_no_year(text: str, said: str) -> None:
    assert words.birthday(text) == said


def test_counts() -> None:
    assert words.counted(1, "person", "people") == "one person"
    assert words.counted(2, "person", "people") == "two people"
    assert words.counted(12, "capture") == "twelve captures"
    assert words.counted(13, "capture") == "13 captures"
    assert words.counted(0, "item") == "no items"


@pytest.mark.parametrize(
    ("ratio", "said"), [(1.4, ""), (1.5, "twice"), (2.4, "twice"), (2.5, "three times"), (9, "many times")]
)
def test_how_many_times(ratio: float, said: str) -> None:
    assert words.times(ratio) == said


def test_a_list_in_short() -> None:
    assert words.in_short(["a", "b"], 2) == "a; b"
    assert words.in_short(["a", "b", "c", "d"], 2) == "a; b; 2 more"


def test_text_that_names_a_thing() -> None:
    assert words.names_thing("the gym list")
    assert words.names_thing("2 names")
    assert not words.names_thing("with my CV")
    assert not words.names_thing("")


def test_text_that_can_be_sent() -> None:
    assert words.can_be_sent("the gym list")
    assert not words.can_be_sent("a word with Priya")
    assert not words.can_be_sent("the")


def test_text_that_goes_on_from_a_verb() -> None:
    assert words.goes_on("about the move")
    assert not words.goes_on("two are worth a visit")
    assert not words.goes_on("")


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_iso_text_and_numbers_agree(day: date) -> None:
    assert words.iso_of(day.toordinal()) == day.isoformat()
    assert words.iso(f"{day.isoformat()}T09:00:00+01:00") == day


def test_what_is_no_day() -> None:
    assert words.iso("soon") is None
    assert words.iso("2026-02-30") is None


@given(st.integers(-400, 400))
def test_every_day_is_plain(days: int) -> None:
    assert words.near(TODAY + timedelta(days=days), TODAY).isascii()
