"""I have 5, 15 or 30 minutes: what fits is listed, and one of it is written down once it is done; the end of a day."""

from pathlib import Path

from tests.tui.desk_host import UNMATCHED, User, ascii_settings, swell_on
from tui.widgets.rows import RowList


def minutes_of(user: User) -> list[int]:
    return [int(line.split()[-2]) for line in user.lines if line.endswith(" minutes") and line[1:2] != "o"]


async def test_what_fits_into_five_minutes_and_into_thirty(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("m")
        assert "1 five   2 fifteen   3 thirty" in user.screen
        await user.press("1")
        assert user.lines[0].startswith(" I have five minutes")
        assert user.under_cursor.startswith("send Ana the gym list")
        assert set(minutes_of(user)) == {5}
        await user.press("escape")
        assert user.under_cursor.startswith("Ana Lopez")
        await user.press("m", "3")
        assert max(minutes_of(user)) == 30


async def test_a_give_is_written_down_and_closes_what_is_behind_it(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("m", "1", "enter")
        assert "done: send Ana the gym list" in user.screen
        assert "› sent Ana the gym list" in user.screen
        await user.press("enter")
        assert user.news == "+3 · sent Ana the gym list · u takes it back"
        assert user.app.screen.query_one(RowList).rows[0].struck
        assert not user.under_cursor.startswith("send")
        assert {one.state for one in user.book.follow_ups.values() if one.text == "the gym list"} == {"done"}
        before = len(user.book.interactions)
        await user.press("d", "enter", "escape")
        assert len(user.book.interactions) == before + 1
        assert "Ana Lopez" not in "\n".join(user.lines[3:11])


async def test_esc_leaves_the_line_and_then_the_page(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = sample.read_bytes()
        await user.press("m", "escape", "m", "2", "d", "escape", "escape")
        assert "▸1 Today" in user.lines[0]
        assert sample.read_bytes() == before


async def test_at_zero_it_says_what_went_out_and_what_waits(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("d", "enter", "asterisk", "S")
        assert "nothing is due · 20 can wait" in user.lines[2]
        assert "── nothing is due ──" in user.screen
        assert "went out      › sent Ana the gym list" in user.screen
        assert "20 items can wait: + brings the next five" in user.screen
        assert "m shows what you could give in 5, 15 or 30 minutes" in user.screen
        await user.press("plus")
        assert "15 can wait" in user.lines[2]
        assert "to be filed" in user.under_cursor


async def test_at_zero_in_ascii(sample: Path) -> None:
    async with swell_on(sample, settings=ascii_settings()) as user:
        await user.press("d", "enter", "asterisk", "S")
        assert "went out      > sent Ana the gym list" in user.screen
        assert user.line("-- nothing is due ---")
