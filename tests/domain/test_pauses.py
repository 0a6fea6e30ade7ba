"""Pauses begun, planned and ended."""

from datetime import date, timedelta

import pytest

from domain.errors import BadInputError, NotFoundError
from domain.model import Pause
from domain.pauses import days_of, end_pause, pause
from tests.domain.diary import TODAY, Diary


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("until 3 dec", "2026-11-22", "2026-12-03"),
        ("till fri", "2026-11-22", "2026-11-27"),
        ("2w", "2026-11-22", "2026-12-06"),
        ("3 dec", "2026-11-22", "2026-12-03"),
        ("23 dec to 2 jan", "2026-12-23", "2027-01-02"),
        ("from 23 Dec until 2 Jan", "2026-12-23", "2027-01-02"),
        ("tomorrow - 1w", "2026-11-23", "2026-11-30"),
        ("2026-12-23 to 2027-01-02", "2026-12-23", "2027-01-02"),
    ],
)
def test_the_days_of_a_pause(phrase: str, first: str, last: str) -> None:
    assert days_of(phrase, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("phrase", ["", "soon", "until", "23 dec to soon", "to", " to ", "yesterday", "\x1b[2J"])
def test_what_names_no_days_is_said(phrase: str) -> None:
    with pytest.raises(BadInputError, match="names no days; write") as caught:
        days_of(phrase, TODAY)
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("5 dec to 3 dec", "“3 dec” comes before “5 dec”; for the year after write “3 dec 2027”."),
        ("until 20 nov", "“20 nov” comes before “today”; for the year after write “20 nov 2027”."),
        ("5 dec 2026 to 3 dec 2026", "“3 dec 2026” comes before “5 dec 2026”; write the earlier day first."),
        ("fri to yesterday", "“yesterday” comes before “fri”; write the earlier day first."),
    ],
)
def test_an_end_before_its_beginning_is_refused(phrase: str, sentence: str) -> None:
    with pytest.raises(BadInputError) as caught:
        days_of(phrase, TODAY)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("5 dec to 3 dec 2027", "2026-12-05", "2027-12-03"),
        ("until 1 jul", "2026-11-22", "2027-07-01"),
        ("8m", "2026-11-22", "2027-07-22"),
        ("fri to mon", "2026-11-27", "2026-11-30"),
    ],
)
def test_a_pause_over_the_turn_of_the_year(phrase: str, first: str, last: str) -> None:
    assert days_of(phrase, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_pause_is_begun_and_ended() -> None:
    diary = Diary()
    diary.act(diary.person("Ana Lopez", "inner"), ago=20)
    work = pause(diary.book, TODAY, TODAY + timedelta(days=9), " flu ", diary.now, diary.id)
    diary.make(work.changes)
    assert (work.label, work.result.text) == ("pause until Tue 1 Dec", "flu")
    assert pause(diary.book, TODAY, TODAY + timedelta(days=9), "", diary.now, diary.id).changes == ()
    diary.to(3)
    assert diary.inbox().today == ()
    diary.make(end_pause(diary.book, diary.now).changes)
    assert [one.last for one in diary.book.pauses.values()] == ["2026-11-24"]
    assert [item.source for item in diary.inbox().today] == ["rhythm"]
    with pytest.raises(NotFoundError, match="no pause to end"):
        end_pause(diary.book, diary.now)


def test_a_pause_that_began_today_is_taken_away() -> None:
    diary = Diary()
    diary.add(Pause(id=diary.id(), first="2026-11-22", last="2026-11-30"))
    diary.add(Pause(id=diary.id(), first="soon", last="later"))
    diary.make(end_pause(diary.book, diary.now).changes)
    assert [one.first for one in diary.book.pauses.values()] == ["soon"]


@pytest.mark.parametrize(("days", "told"), [(-1, "write the earlier day first"), (366, "a year at most")])
def test_a_pause_runs_forward_and_not_for_ever(days: int, told: str) -> None:
    diary = Diary()
    with pytest.raises(BadInputError, match=told):
        pause(diary.book, TODAY, TODAY + timedelta(days=days), "", diary.now, diary.id)
