"""Lines that wait in the spool: an open window files them within a second, and keeps them where it cannot."""

from pathlib import Path

import pytest

from store.lock import locked
from store.spool import deliver, waiting
from store.storage import lock_path
from tests.tui.desk_host import NOW, book_in, process, swell_on

KEY = "1795000000000123456789"


def raws(path: Path) -> list[str]:
    return [one.raw for one in book_in(path).interactions.values() if one.raw]


async def test_what_was_only_spooled_is_filed_by_the_open_window(sample: Path) -> None:
    async with swell_on(sample) as user:
        deliver(str(sample), KEY, "introduced Ana to Ben re the till", at=NOW.stamp, origin="swell add --later")
        await user.until("+1")
        assert "+6" not in user.lines[0]
        assert waiting(str(sample)) == []
        assert raws(sample).count("introduced Ana to Ben re the till") == 1
        await user.press("u")
        assert "Nothing more was done here" in user.news
        await user.press("U")
        assert "swell add --later" in user.line("introduced Ana to Ben")


async def test_what_was_spooled_before_the_start_is_there(sample: Path) -> None:
    deliver(str(sample), KEY, "call Ana tomorrow about the till", at=NOW.stamp, shell="yes")
    async with swell_on(sample) as user:
        await user.press("slash")
        await user.type("ana lopez")
        await user.press("enter")
        await user.until("about the till")
        assert "about the till" in user.screen


async def test_a_line_captured_while_the_book_is_locked_is_kept_and_filed_later(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.lock.WAIT", 0.05)
    async with swell_on(sample) as user:
        with locked(lock_path(str(sample))):
            await user.press("c")
            await user.write("called Ana about the till")
            assert user.news.startswith("kept in the spool, to be filed later: Another Swell is writing")
            assert not user.app.frame.bar_is_open
            assert len(waiting(str(sample))) == 1
        await user.until("+9")
        assert raws(sample).count("called Ana about the till") == 1
        assert waiting(str(sample)) == []


async def test_an_item_stays_where_its_line_could_only_be_spooled(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.lock.WAIT", 0.05)
    async with swell_on(sample) as user:
        before = dict(book_in(sample).follow_ups)
        with locked(lock_path(str(sample))):
            await user.press("d", "enter")
            assert user.news.startswith("kept in the spool")
        assert user.under_cursor
        assert dict(book_in(sample).follow_ups) == before


async def test_a_line_that_another_process_files_first_closes_the_item_all_the_same(sample: Path) -> None:
    other = process(sample)
    lines: list[str] = []
    async with swell_on(sample) as user:
        promise = next(item for item in user.app.desk.inbox().today if item.source == "promise")
        repository = user.app.desk._repository
        deliver_here = repository.deliver

        def overtaken(line: str, at: str) -> str:
            key = deliver_here(line, at)
            lines.append(line)
            assert other.desk.file_deliveries()
            return key

        repository.deliver = overtaken
        await user.press("d", "enter")
        assert book_in(sample).follow_ups[promise.record].state == "done"
        assert raws(sample).count(lines[0]) == 1


async def test_a_damaged_book_is_shown_and_not_written(sample: Path) -> None:
    whole = sample.read_bytes()
    damaged = whole[: len(whole) // 2]
    sample.write_bytes(damaged)
    with pytest.raises(Exception, match="cannot be opened"):
        process(sample)
    async with swell_on(sample, salvaging=True) as user:
        assert user.lines[0].startswith(" Read only")
        assert "cannot be opened: it is not a book" in " ".join(line.strip() for line in user.lines)
        assert "swell restore" in user.screen
        await user.press("escape", "c")
        await user.write("called Ana about the till")
        assert user.news.startswith("kept in the spool, to be filed later")
        await user.press("S")
        assert user.news.startswith("book.json cannot be opened: it is not a book")
        assert sample.read_bytes() == damaged
        sample.write_bytes(whole)
        await user.until("+9")
        assert waiting(str(sample)) == []
        assert raws(sample).count("called Ana about the till") == 1
        await user.press("S")
        assert "cannot" not in user.news
