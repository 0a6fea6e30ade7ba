"""Captures that were not clear: each is opened from the inbox, said better and filed, and the next one opens."""

from pathlib import Path

from domain.model import Capture
from tests.tui.desk_host import UNMATCHED, WIDE, User, book_in, process, swell_on

TOM, SAM = "met tom from harbour pay", "called sam about the flat"


async def to_the_row(user: User) -> None:
    """Put the cursor on the row of what is to be filed."""
    await user.press("plus", "g")
    for _ in range(20):
        if "to be filed" in user.under_cursor:
            return
        await user.press("j")


async def test_each_is_mended_and_the_next_one_opens(sample: Path) -> None:
    async with swell_on(sample, size=WIDE, settings=UNMATCHED) as user:
        before = user.book
        await to_the_row(user)
        await user.press("enter")
        assert "two captures to be filed" in user.lines[2]
        assert user.under_cursor.startswith(TOM)
        assert f"› {TOM}" in user.screen
        assert "one Tom is known, at Penny Lane Credit" in user.screen
        assert "yesterday" in user.lines[-2]  # it was captured on Saturday
        await user.press("tab")
        assert '› met @"Tom Reed" pay' in user.screen
        await user.press("ctrl+u")
        await user.write('met @"Tom Reed" at the harbour')
        assert "one capture to be filed" in user.lines[2]
        assert 'filed: met @"Tom Reed" at the harbour' in user.screen
        assert f"› {SAM}" in user.screen
        await user.press("ctrl+u")
        await user.write('called @"Sam Okoro" about the flat')
        assert "▸1 Today" in user.lines[0]
        assert "nothing is left to be filed" in user.news
        after = user.book
        assert after.captures == {}
        new = [one for key, one in after.interactions.items() if key not in before.interactions]
        assert [(one.raw, one.at[:10]) for one in new] == [
            ('met @"Tom Reed" at the harbour', "2026-11-21"),
            ('called @"Sam Okoro" about the flat', "2026-11-22"),
        ]
        await user.press("u")
        assert user.news.startswith('taken back: called @"Sam Okoro"')
        assert [one.line for one in user.book.captures.values()] == [SAM]
        await user.press("u")
        assert user.book.captures == before.captures or len(user.book.captures) == 2
        assert user.book.interactions.keys() == before.interactions.keys()


async def test_what_is_still_unclear_stays_with_its_new_words(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        captured = next(one for one in user.book.captures.values() if one.line == TOM)
        await to_the_row(user)
        await user.press("d")
        await user.type(" again")
        await user.press("enter")
        assert "still unclear: one Tom is known" in user.screen
        assert f"› {TOM} again" in user.screen
        assert user.under_cursor.startswith(f"{TOM} again")
        kept = user.book.captures[captured.id]
        assert (kept.line, kept.at) == (f"{TOM} again", captured.at)
        await user.press("ctrl+u", "enter")
        assert "nothing is written" in user.screen
        assert user.book.captures[captured.id].line == f"{TOM} again"


async def test_one_is_thrown_away_and_brought_back(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await to_the_row(user)
        await user.press("d", "down")
        assert user.under_cursor.startswith(SAM)
        assert "x throw away" in user.keys_line
        await user.press("x")
        assert f"thrown away: {SAM}" in user.screen
        assert [one.line for one in user.book.captures.values()] == [TOM]
        await user.press("u")
        assert "two captures to be filed" in user.lines[2]
        await user.press("x", "x")
        assert f"thrown away: {TOM} · nothing" in user.news or f"thrown away: {SAM} · nothing" in user.news
        assert user.book.captures == {}


async def test_the_page_is_left_and_what_was_begun_is_there_again(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        before = sample.read_bytes()
        await to_the_row(user)
        await user.press("d")
        await user.type(" on the quay")
        await user.press("escape")
        assert "▸1 Today" in user.lines[0]
        await to_the_row(user)
        await user.press("d")
        assert f"› {TOM} on the quay" in user.screen
        await user.press("down", "s")
        assert "▸1 Today" in user.lines[0]
        assert sample.read_bytes() == before


async def test_any_of_them_is_opened_from_the_list(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await to_the_row(user)
        await user.press("d", "down", "enter")
        assert f"› {SAM}" in user.screen
        await user.type("!")
        assert f"› {SAM}!" in user.screen


async def test_another_process_files_the_one_that_is_open(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await to_the_row(user)
        await user.press("d")
        other = process(sample)
        first = next(one for one in other.desk.book.captures.values() if one.line == TOM)
        other.desk.mend(first.id, 'met @"Tom Reed"')
        await user.until("elsewhere")
        assert "it was filed or thrown away elsewhere" in user.screen
        assert f"› {SAM}" in user.screen


async def test_one_that_was_filed_elsewhere_a_moment_ago_is_not_filed_twice(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await to_the_row(user)
        await user.press("d")
        other = process(sample)
        first = next(one for one in other.desk.book.captures.values() if one.line == TOM)
        other.desk.throw_away(first.id)
        await user.press("ctrl+u")
        await user.write('met @"Tom Reed"')
        await user.until("elsewhere")
        assert "elsewhere" in user.screen
        assert f"› {SAM}" in user.screen
        assert 'met @"Tom Reed"' not in {one.raw for one in book_in(sample).interactions.values()}


async def test_x_on_the_row_throws_the_oldest_away(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await to_the_row(user)
        await user.press("x")
        assert f"thrown away: {TOM}" in user.news
        assert "u takes it back" in user.news
        assert "capture" in user.under_cursor
        assert [one.line for one in user.book.captures.values()] == [SAM]
        await user.press("x")
        assert user.book.captures == {}
        await user.press("u", "u")
        assert {one.line for one in user.book.captures.values()} == {TOM, SAM}


async def test_hostile_lines_are_shown_as_signs(sample: Path) -> None:
    hostile = Capture(id=f"{1:022d}", at="2026-11-20T10:00:00+00:00", line="called \x1b[31m [red]x[/] " + "y" * 9000)
    process(sample).put("a capture", hostile)
    async with swell_on(sample, settings=UNMATCHED) as user:
        await to_the_row(user)
        await user.press("d")
        assert "\x1b" not in user.screen
        assert "[red]x[/]" in user.under_cursor
        await user.press("enter")
        assert "to be filed" in user.screen
