"""Today: the inbox is triaged by one key an item, and looks on while the clock and other processes go on."""

from datetime import timedelta
from pathlib import Path

import pytest

from domain.model import FollowUp
from tests.tui.desk_host import UNMATCHED, WIDE, Clock, process, swell_on
from tui.widgets.rows import RowList


def struck(user_app: object) -> list[str]:
    """The ids of the struck rows of the list in view."""
    return [row.id for row in user_app.screen.query_one(RowList).rows if row.struck]  # type: ignore[attr-defined]


def gym_list(path: Path) -> FollowUp:
    return next(one for one in process(path).desk.book.follow_ups.values() if one.text == "the gym list")


async def test_a_promise_is_kept_with_two_keys(sample: Path) -> None:
    async with swell_on(sample) as user:
        assert user.under_cursor.startswith("Ana Lopez")
        assert "you promised: the gym list" in user.under_cursor
        assert "+6" in user.lines[0]
        before = len(user.book.interactions)

        await user.press("d")
        assert "done: Ana Lopez" in user.screen
        assert "› sent Ana the gym list" in user.screen
        assert "gave · share · Ana Lopez · today" in user.screen

        await user.press("enter")
        assert user.lines[3].startswith(" Ana Lopez          sent Ana the gym list")
        assert len(struck(user.app)) == 1
        assert user.under_cursor.startswith("Ben Okafor")
        await user.until("── Ben Okafor ──")
        assert "── Ben Okafor ──" in user.screen
        assert "+9" in user.lines[0]
        assert "one of them a promise" in user.lines[2]
        assert user.news == "+3 · sent Ana the gym list · u takes it back"

        book = user.book
        assert len(book.interactions) == before + 1
        newest = max(book.interactions.values(), key=lambda one: one.id)
        ana = next(one.id for one in book.contacts.values() if one.name == "Ana Lopez")
        assert (newest.kind, newest.direction, newest.people) == ("share", "gave", (ana,))
        assert gym_list(sample).state == "done"

        await user.press("u")
        assert user.news == "taken back: sent Ana the gym list"
        assert "you promised: the gym list" in user.lines[3]
        assert struck(user.app) == []
        assert "+6" in user.lines[0]
        assert len(user.book.interactions) == before
        assert gym_list(sample).state == "open"


async def test_other_words_and_the_next_date_are_offered_in_the_bar(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("d", "down")
        assert "› called Ana about the gym list" in user.screen
        await user.press("up", "tab")
        assert "› sent Ana the gym list +2w" in user.screen
        assert "▸+2w, Sun 6 Dec" in user.screen
        assert "+1m, Tue 22 Dec" in user.screen
        await user.press("escape")
        await user.until("follow-up Sun 6 Dec")
        await user.press("escape")
        assert user.under_cursor.startswith("Ana Lopez")
        assert gym_list(sample).state == "open"


async def test_a_bar_opened_after_another_shows_its_own_words(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("d", "enter", "s")
        assert "later: until when?" in user.screen
        assert "enter put away, a week unless a day is typed" in user.screen
        assert "done: Ana Lopez" not in user.screen


async def test_an_item_is_put_away_until_a_day(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("s")
        assert "Sun 29 Nov · in seven days" in user.screen
        await user.press("ctrl+u")
        await user.write("2w")
        assert user.news == "later, Sun 6 Dec · u takes it back"
        assert user.under_cursor.startswith("Ben Okafor")
        assert [one.until for one in user.book.snoozes.values()] == ["2026-12-06"]
        assert gym_list(sample).state == "open"


async def test_what_is_no_day_or_a_past_one_is_said_and_changes_nothing(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = sample.read_bytes()
        await user.press("s", "ctrl+u")
        await user.write("gibberish")
        assert "“gibberish” is no day; write fri, 2w, 3 dec or tomorrow." in user.screen
        await user.press("ctrl+u")
        await user.write("today")
        assert "is not ahead" in user.screen
        assert sample.read_bytes() == before
        await user.press("escape")
        assert user.under_cursor.startswith("Ana Lopez")


async def test_one_key_each_for_tomorrow_dropped_and_thought_of(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("S")
        assert user.news == "later, Mon 23 Nov · u takes it back"
        await user.press("x")
        assert user.news == "promise dropped · u takes it back"
        await user.press("b")
        assert user.news == "later, Tue 22 Dec · u takes it back"
        await user.press("j", "b")
        assert user.news == "thought of · u takes it back"
        assert len(struck(user.app)) == 4
        book = user.book
        assert {one.state for one in book.follow_ups.values() if one.text == "a word with Priya"} == {"dropped"}
        assert [one.text for one in list(book.interactions.values())[-2:]] == [
            "promise dropped: a word with Priya",
            "thought of",
        ]
        await user.press("u", "u", "u", "u")
        assert struck(user.app) == []
        assert process(sample).repository.steps()[0].undone


async def test_struck_rows_are_gone_when_the_list_is_opened_again(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("S", "x")
        assert len(struck(user.app)) == 2
        await user.press("4", "1")
        assert struck(user.app) == []
        assert "Ana Lopez" not in "\n".join(user.lines[3:11])
        assert user.under_cursor.startswith("Daria Kowalczyk")


async def test_five_more_can_be_brought(sample: Path) -> None:
    async with swell_on(sample, size=WIDE, settings=UNMATCHED) as user:
        rows = user.app.screen.query_one(RowList).rows
        assert "20 can wait" in user.screen
        await user.press("plus")
        after = user.app.screen.query_one(RowList).rows
        assert len([row for row in after if not row.skip]) == len([row for row in rows if not row.skip]) + 5
        assert "15 can wait" in user.lines[2]
        assert "to be filed" in user.under_cursor


async def test_the_sum_behind_the_order_is_shown_and_taken_away(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("w")
        assert "why this order" in user.screen
        total = float(user.line("together").split()[-1])
        points = [float(line.split()[-1]) for line in user.lines if "×" in line]
        assert points
        assert abs(sum(points) - total) < 0.02
        await user.press("w")
        assert "why this order" not in user.screen


async def test_an_item_opens_its_person(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("j", "enter")
        assert "Ben Okafor" in user.lines[2]
        assert "what they told you" in user.screen
        await user.press("escape")
        assert user.under_cursor.startswith("Ben Okafor")


async def test_what_was_closed_elsewhere_meanwhile_is_said_in_the_open_bar(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("d")
        other = process(sample)
        other.desk.drop(next(item for item in other.desk.inbox().today if "the gym list" in item.reason))
        before = sample.read_bytes()
        await user.press("enter")
        assert "This promise was closed meanwhile." in user.screen
        assert "› sent Ana the gym list" in user.screen
        assert sample.read_bytes() == before


async def test_the_list_follows_midnight(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.TICK_EVERY", 0.1)
    clock = Clock()
    async with swell_on(sample, clock=clock) as user:
        assert "Sunday 22 November" in user.screen
        assert "2 d late" in user.line("the gym list")
        await user.press("j")
        clock.move_on(timedelta(days=1))
        await user.until("Monday 23 November")
        assert "Monday 23 November" in user.screen
        assert "3 d late" in user.line("the gym list")
        assert user.under_cursor.startswith("Ben Okafor")
        assert "1 d late" in user.under_cursor
