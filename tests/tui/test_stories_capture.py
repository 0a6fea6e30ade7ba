"""The capture bar: a line is understood while it is typed, and nothing typed is lost."""

from pathlib import Path

from tests.tui.desk_host import WIDE, book_in, process, swell_on


async def test_what_a_line_would_make_is_shown_as_it_is_typed(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("c")
        await user.type("called Priya")
        assert "gave · call · Priya Nair · today · pipe +3" in user.screen
        await user.type(", she is looking for a data engineer +2w")
        chips = user.line("gave · call")
        for words in ("Priya Nair", "today", "looking for: a data engineer", "follow-up Sun 6 Dec", "pipe +3"):
            assert words in chips
        before = sample.read_bytes()
        assert "+6" in user.lines[0]
        await user.press("enter")
        assert sample.read_bytes() != before
        assert "+9" in user.lines[0]
        assert "called Priya, she is looking for a data engineer +2w" in user.news
    book = book_in(sample)
    newest = max(book.interactions.values(), key=lambda one: one.id)
    assert newest.raw == "called Priya, she is looking for a data engineer +2w"
    assert [one.learnt for one in book.answers.values() if one.text == "a data engineer"] == ["2026-11-22"]
    assert "2026-12-06" in [one.due for one in book.follow_ups.values()]


async def test_the_bar_opens_from_every_place_and_moves_nothing(sample: Path) -> None:
    async with swell_on(sample) as user:
        for times, keys in enumerate((["1"], ["3"], ["4"], ["5"], ["2", "tab"]), 1):
            await user.press(*keys)
            above = user.lines[:-4]
            await user.press("c")
            assert "capture: what happened" in user.lines[-4]
            assert user.lines[:-4] == above
            await user.write("thanked Ana for the list")
            assert "capture: what happened" not in user.screen
            assert "thanked Ana for the list" in user.news
            assert sum(one.raw == "thanked Ana for the list" for one in user.book.interactions.values()) == times


async def test_an_unclear_name_is_said_and_the_line_kept_unfiled_until_it_is_made_clear(sample: Path) -> None:
    beforehand = process(sample)
    for name in ("Bea Stone", "Bea Flint"):
        beforehand.desk.keep(f'met @"{name}"')
    async with swell_on(sample, size=WIDE) as user:
        waiting = set(user.book.captures)
        await user.press("c")
        await user.type("called bea")
        assert "Bea Stone" in user.line("Bea Flint")
        await user.press("enter")
        (kept,) = [one for one in user.book.captures.values() if one.id not in waiting]
        assert kept.line == "called bea"
        assert "Bea Stone" in user.news
        await user.press("u")
        assert set(user.book.captures) == waiting


async def test_an_unfiled_line_is_opened_to_be_said_better(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        before = user.book
        await user.press("plus", "g")
        for _ in range(20):
            if "captures" in user.under_cursor:
                break
            await user.press("j")
        assert "to be filed" in user.under_cursor
        await user.press("d")
        line = next(line for line in user.lines if line.startswith(" ›"))
        assert line[3:] in {one.line for one in before.captures.values()}
        await user.press("ctrl+u")
        await user.write("met Tom Reed at the harbour")
        assert len(user.book.captures) == len(before.captures) - 1
        assert len(user.book.interactions) == len(before.interactions) + 1


async def test_a_line_that_was_left_is_there_again(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = sample.read_bytes()
        await user.press("c")
        await user.type("called Ana about")
        await user.press("escape")
        assert "called Ana about" not in user.screen
        assert user.under_cursor.startswith("Ana Lopez")
        await user.press("j", "c")
        assert "› called Ana about" in user.screen
        assert sample.read_bytes() == before
        await user.write(" the move")
        await user.press("c")
        assert "called Ana" not in user.lines[-3]
        assert "called Ana about the move" in {one.raw for one in user.book.interactions.values()}


async def test_up_brings_earlier_lines_and_down_the_one_begun(sample: Path) -> None:
    async with swell_on(sample) as user:
        for words in ("called Ana about the move", "messaged Ben"):
            await user.press("c")
            await user.write(words)
        await user.press("c")
        await user.type("begun")
        await user.press("up")
        assert user.lines[-3] == " › messaged Ben"
        await user.press("up")
        assert user.lines[-3] == " › called Ana about the move"
        await user.press("down", "down", "down")
        assert user.lines[-3] == " › begun"


async def test_tab_puts_the_likely_dates_at_the_end(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        await user.type("called Ana")
        await user.press("tab")
        assert user.lines[-3] == " › called Ana +2w"
        assert "follow-up" in user.lines[-2]
        await user.press("shift+tab")
        assert user.lines[-3] == " › called Ana"


async def test_every_line_of_a_pasted_text_is_kept(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        await user.paste("called Ana\r\nabout the move\n")
        assert user.lines[-3] == " › called Ana about the move"
        await user.press("enter")
        assert "called Ana about the move" in {one.raw for one in user.book.interactions.values()}


async def test_letters_typed_before_the_bar_is_drawn_are_text(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.type("ccalled Dex, u? 1:")
        assert user.lines[-3] == " › called Dex, u? 1:"


async def test_an_empty_line_is_not_kept(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = sample.read_bytes()
        await user.press("c", "enter")
        assert "capture: what happened" in user.screen
        await user.type("   ")
        await user.press("enter", "escape")
        assert sample.read_bytes() == before


async def test_the_list_below_the_bar_keeps_its_cursor(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("j", "j", "c")
        await user.type("jjkk")
        await user.press("down", "escape")
        assert user.under_cursor.startswith("Daria Kowalczyk")
        await user.press("k")
        assert user.under_cursor.startswith("Ben Okafor")
