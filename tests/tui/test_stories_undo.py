"""Undo over many steps, other processes on the same book, and a book that is closed and found again."""

from pathlib import Path

from tests.tui.desk_host import UNMATCHED, book_in, process, swell_on

LINES = ("called Ana about the move", "messaged Ben", "thanked Cara for tea", "listened to Noor", "posted a list")


async def test_many_steps_are_taken_back_and_made_again(sample: Path) -> None:
    before = dict(book_in(sample).interactions)
    async with swell_on(sample) as user:
        for line in LINES:
            await user.press("c")
            await user.write(line)
        after = set(user.book.interactions)
        assert len(after) == len(before) + len(LINES)

        for line in reversed(LINES):
            await user.press("u")
            assert user.news.startswith(f"taken back: {line}")
        assert user.book.interactions == before
        assert "+6" in user.lines[0]

        await user.press("u")
        assert "Nothing more was done here" in user.news

        for line in LINES:
            await user.press("ctrl+r")
            assert user.news.startswith(f"made again: {line}")
        assert set(user.book.interactions) == after
        await user.press("ctrl+r")
        assert user.news == "Nothing to make again."


async def test_the_steps_are_listed_with_who_made_them(sample: Path) -> None:
    process(sample, origin="swell add").desk.keep("called Ana")
    async with swell_on(sample) as user:
        await user.press("c")
        await user.write("messaged Ben")
        await user.press("u", "U")
        assert user.lines[0].startswith(" What was done")
        mine, added = user.lines[2:4]
        assert "2026-11-22 08:30" in mine
        assert "messaged Ben" in mine
        assert "undone" in mine
        assert mine.endswith("this window")
        assert "called Ana" in added
        assert added.endswith("swell add")
        await user.press("escape")
        assert "▸1 Today" in user.lines[0]


async def test_a_step_of_another_process_is_named_and_not_taken_back(sample: Path) -> None:
    process(sample, origin="swell add").desk.keep("called Ana about the move")
    async with swell_on(sample, size=(140, 24)) as user:
        before = sample.read_bytes()
        await user.press("u")
        assert "the last step is “called Ana about the move”, by swell add" in user.news
        assert sample.read_bytes() == before


async def test_an_undo_is_declined_where_the_record_has_changed_since(sample: Path) -> None:
    async with swell_on(sample, size=(140, 24)) as user:
        await user.press("o", "1")
        other = process(sample)
        ana = next(one.id for one in other.desk.book.contacts.values() if one.name == "Ana Lopez")
        other.desk.set_circle(ana, "wide")
        before = sample.read_bytes()
        await user.press("u")
        assert user.news == "“Ana Lopez: inner” is not taken back: Ana Lopez has changed since."
        assert sample.read_bytes() == before
        assert user.book.contacts[ana].circle == "wide"


async def test_what_another_process_writes_is_seen_and_the_cursor_stays(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("j", "j")
        assert user.under_cursor.startswith("Daria Kowalczyk")
        other = process(sample)
        other.desk.drop(next(item for item in other.desk.inbox().today if "the gym list" in item.reason))
        other.desk.keep("introduced Ana to Ben re the till")
        await user.until("+1")
        await user.until("one of them a promise")
        assert "one of them a promise" in user.lines[2]
        assert "+6" not in user.lines[0]
        assert user.under_cursor.startswith("Daria Kowalczyk")


async def test_somebody_who_is_gone_from_an_open_page_is_said_so(sample: Path) -> None:
    other = process(sample)
    other.desk.keep('met @"Zora Quist"')
    async with swell_on(sample) as user:
        await user.press("slash")
        await user.type("zora")
        await user.press("enter")
        assert user.lines[2].startswith(" Zora Quist")
        other.desk.undo()
        await user.until("This person is no longer in the book.")
        assert "This person is no longer in the book." in user.screen
        await user.press("a", "o", "d", "escape")
        assert "/ zora" in user.lines[2]
        assert "Zora Quist" not in {one.name for one in user.book.contacts.values()}


async def test_a_bar_that_is_open_keeps_its_line_when_another_process_writes(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        await user.type("called Ana about")
        process(sample).desk.keep("introduced Cara to Ben re the till")
        await user.until("+1")
        assert "+6" not in user.lines[0]
        await user.write(" the move")
        raws = {one.raw for one in user.book.interactions.values()}
        assert {"called Ana about the move", "introduced Cara to Ben re the till"} <= raws


async def test_the_program_is_left_and_everything_found_again(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("d", "enter", "S")
        await user.press("c")
        await user.write("called Priya, she is looking for a data engineer +2w")
        gauge = user.lines[0][-24:]
        await user.press("q")
        assert not user.app.is_running
    written = sample.read_bytes()

    async with swell_on(sample) as user:
        assert user.lines[0][-24:] == gauge
        assert "Ana Lopez" not in "\n".join(user.lines[3:11])
        assert "Ben Okafor" not in "\n".join(user.lines[3:11])
        await user.press("slash")
        await user.type("priya")
        await user.press("enter")
        assert "told you today" in user.line("a data engineer")
        assert "22 Nov →" in user.screen
        await user.press("u")
        assert "Nothing more was done here" in user.news
    assert sample.read_bytes() == written
