"""Welcome back after days away, and pauses: what has piled up is spread by one key, a holiday holds what can wait."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.tui.desk_host import WIDE, Clock, swell_on
from tui.widgets.rows import RowList


def back_after(days: int) -> Clock:
    clock = Clock()
    clock.move_on(timedelta(days=days))
    return clock


async def test_somebody_who_was_away_spreads_what_has_piled_up(sample: Path) -> None:
    async with swell_on(sample, size=WIDE, clock=back_after(20)) as user:
        await user.until("welcome back")
        assert "You were away for 20 d" in user.screen
        assert "W spreads them" in user.screen
        assert user.keys_line.startswith(" W spread")
        before = len(user.app.screen.query_one(RowList).rows)
        await user.press("W")
        assert "spread over the coming weeks; promises stay · u takes it back" in user.news
        assert "welcome back" not in user.screen
        assert "W spread" not in user.keys_line
        assert len(user.app.screen.query_one(RowList).rows) <= before
        assert "promise" in user.under_cursor

        await user.press("u")
        assert user.news.startswith("taken back: welcome back")
        assert "You were away for 20 d" in user.screen
        assert not user.book.snoozes


async def test_who_just_goes_on_is_not_asked_again(sample: Path) -> None:
    async with swell_on(sample, size=WIDE, clock=back_after(20)) as user:
        await user.until("welcome back")
        await user.press("S")
        assert "welcome back" not in user.screen
        assert "W" not in {key for key, found in user.app.screen.active_bindings.items() if found.enabled}
        await user.press("j", "4", "1")
        assert "welcome back" not in user.screen


async def test_nobody_is_welcomed_who_was_here_yesterday(sample: Path) -> None:
    async with swell_on(sample, clock=back_after(1)) as user:
        assert "welcome back" not in user.screen
        before = sample.read_bytes()
        await user.press("W")
        assert sample.read_bytes() == before


async def test_who_is_away_in_an_open_window_is_welcomed_too(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.TICK_EVERY", 0.1)
    clock = Clock()
    async with swell_on(sample, size=WIDE, clock=clock) as user:
        clock.move_on(timedelta(days=20))
        await user.until("welcome back")
        assert "You were away for 20 d" in user.screen


async def test_a_pause_is_begun_and_ended_from_the_palette(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("colon")
        await user.type("pause")
        await user.pilot.pause(0.5)
        await user.press("enter")
        await user.until("pause: until when")
        assert "pause: until when, or from when to when?" in user.screen
        await user.type("until 3 dec")
        assert "today to Thu 3 Dec" in user.screen
        await user.press("enter")
        assert user.news == "a pause today to Thu 3 Dec · u takes it back"
        assert "Sunday 22 November · paused until Thu 3 Dec" in user.lines[2]
        assert ("2026-11-22", "2026-12-03") in {(one.first, one.last) for one in user.book.pauses.values()}
        assert "rhythm" not in "\n".join(user.lines[3:12])

        await user.press("colon")
        await user.type("end the pause")
        await user.pilot.pause(0.5)
        await user.press("enter")
        await user.until("the pause has ended")
        assert "paused" not in user.lines[2]
        assert "2026-12-03" not in {one.last for one in user.book.pauses.values()}
        await user.press("u")
        assert "paused until Thu 3 Dec" in user.lines[2]


@pytest.mark.parametrize(
    ("line", "told"),
    [("soon", "names no days"), ("5 dec - soon", "names no days"), ("until 2099-01-01", "a year")],
)
async def test_what_is_no_pause_is_said(sample: Path, line: str, told: str) -> None:
    async with swell_on(sample, size=WIDE) as user:
        before = sample.read_bytes()
        await user.press("colon")
        await user.type("pause")
        await user.pilot.pause(0.5)
        await user.press("enter")
        await user.until("pause: until when")
        await user.write(line)
        assert told in user.screen
        assert sample.read_bytes() == before
