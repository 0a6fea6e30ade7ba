"""The capture bar: a line is understood while it is typed, and nothing typed is lost."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from domain.errors import BadInputError, SwellError
from tests.tui.desk_host import (
    SMALL,
    UNMATCHED,
    WIDE,
    Clock,
    User,
    ascii_settings,
    book_in,
    process,
    settle,
    swell_on,
)
from tests.tui.real_terminal import ROOT
from tui.app import SwellApp
from tui.widgets.chips import Chips


async def test_what_a_line_would_make_is_shown_as_it_is_typed(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("c")
        await user.type("called Priya")
        assert "gave · call · Priya Nair · today" in user.screen
        assert "pipe +3" in user.line("capture: what happened")
        await user.type(", she is looking for a data engineer +2w")
        chips = user.line("gave · call")
        for words in ("Priya Nair", "today", "looking for: a data engineer", "follow-up Sun 6 Dec"):
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
    async with swell_on(sample, size=WIDE, settings=UNMATCHED) as user:
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
    async with swell_on(sample, size=WIDE) as user:
        await user.press("c")
        await user.type("called Ana about the move")
        await user.press("tab")
        assert user.lines[-3] == " › called Ana about the move +2w"
        assert "▸+2w, Sun 6 Dec" in user.lines[-2]
        await user.press("shift+tab")
        assert user.lines[-3] == " › called Ana about the move"
        await user.press("tab", "escape")
        assert "follow-up Sun 6 Dec" in user.lines[-2]
        await user.press("enter")
        assert "called Ana about the move +2w" in {one.raw for one in user.book.interactions.values()}


@pytest.mark.parametrize(
    ("typed", "taken", "offer"),
    [
        ("called @pri", "called @Priya", "▸Priya Nair, Tidewater · Megan Price, Slow Boat Audio"),
        ("called Ana +f", "called Ana +fri", "follow-up Fri 27 Nov"),
        ("called Ana +2", "called Ana +2w", "▸+2w, Sun 6 Dec · +2d, Tue 24 Nov"),
    ],
)
async def test_tab_completes_what_was_begun(sample: Path, typed: str, taken: str, offer: str) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("c")
        await user.type(typed)
        await user.press("tab")
        assert user.lines[-3] == f" › {taken}"
        assert offer in user.lines[-2]


async def test_a_tag_that_is_in_use_is_completed(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        tags = {tag for one in user.book.contacts.values() for tag in one.tags}
        tag = sorted(tags)[0]
        await user.press("c")
        await user.type(f"called Ana #{tag[:3]}")
        await user.press("tab")
        assert user.lines[-3].removeprefix(" › called Ana #") in tags


async def test_an_unclear_name_is_chosen_by_tab_and_filed_to_the_right_person(sample: Path) -> None:
    beforehand = process(sample)
    for name in ("Bea Stone", "Bea Flint"):
        beforehand.desk.keep(f'met @"{name}"')
    async with swell_on(sample, size=WIDE) as user:
        names = {one.name: one.id for one in user.book.contacts.values()}
        await user.press("c")
        await user.type("called bea")
        first, second = "Bea Stone", "Bea Flint"
        if f"▸{second} (tab)" in user.lines[-2]:
            first, second = second, first
        assert f"which bea? · ▸{first} (tab) · {second}" in user.lines[-2]
        await user.press("tab")
        assert f"▸{first}" in user.lines[-2]
        await user.press("down")
        assert f"▸{second}" in user.lines[-2]
        await user.press("up", "tab")
        assert f"▸{second}" in user.lines[-2]
        await user.type(" about the flat")
        assert f"gave · call · {second} · today" in user.lines[-2]
        await user.press("enter")
        newest = max(user.book.interactions.values(), key=lambda one: one.id)
        assert newest.people == (names[second],)
        assert newest.text == "about the flat"


async def test_a_name_is_turned_into_text_and_back(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        await user.type("called Ana")
        await user.press("ctrl+t")
        assert user.lines[-3] == " › called \\Ana"
        assert "Ana Lopez" not in user.lines[-2]
        await user.press("ctrl+t")
        assert user.lines[-3] == " › called Ana"
        assert "Ana Lopez" in user.lines[-2]


MANY_CHIPS = (
    "called Ana about the studio in Leeds tag:design tag:leeds, she is looking for a fintech CTO, she is working on "
    "a podcast about small firms, promised her two names +fri"
)


async def test_a_long_line_has_three_rows_of_chips_at_the_smallest_common_size(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        above = user.lines[:-6]
        await user.type(MANY_CHIPS)
        assert "+" in user.lines[-2].split("·")[-1]
        await user.until("promise Fri 27 Nov")
        assert user.lines[:-6] == above
        assert user.lines[-6].startswith("── capture: what happened")
        chips = " · ".join(user.lines[-4:-1])
        for words in (
            "gave · call",
            "Ana Lopez",
            "today",
            "#design",
            "looking for: a fintech CTO",
            "working on: a podcast",
        ):
            assert words in chips
        assert "…" not in chips
        assert "esc back" in user.lines[-1]
        await user.press("enter", "c")
        assert user.lines[-4].startswith("── capture: what happened")


async def test_doubts_are_shown_before_all_else(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        await user.type(f"{MANY_CHIPS}, called Zed on 31 nov")
        assert "31 nov" in user.lines[-2].lower()


async def test_in_ascii_the_chips_and_the_list_are_ascii(sample: Path) -> None:
    async with swell_on(sample, settings=ascii_settings()) as user:
        await user.press("c")
        await user.type("called Ana about the move")
        await user.press("tab")
        assert ">+2w, Sun 6 Dec" in user.lines[-2]
        assert all(line.isascii() for line in user.lines[-4:])


async def test_without_colours_words_say_it_all(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with swell_on(sample) as user:
        await user.press("c")
        await user.type("called Ana about the move")
        assert "gave · call · Ana Lopez · today" in user.lines[-2]
        await user.press("tab")
        assert "▸+2w, Sun 6 Dec" in user.lines[-2]
        styles = {segment.style for segment in user.app.screen.query_one(Chips).render_line(0) if segment.style}
        assert any(style.bold for style in styles)


async def test_a_paste_of_several_lines_is_shown_as_a_list_before_anything_is_kept(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = sample.read_bytes()
        await user.press("c")
        await user.type("coffee with Ana; ")
        await user.paste("called Ben\r\nmessaged Priya\n\nwrote to Łukasz\n")
        for words in ("coffee with Ana; called Ben", "messaged Priya", "wrote to Łukasz"):
            assert words in user.screen
        assert sample.read_bytes() == before


async def test_a_single_pasted_line_goes_into_the_field(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        await user.type("called ")
        await user.paste("Ana about the move\n")
        assert user.lines[-3] == " › called Ana about the move"


async def test_where_one_thing_is_written_pasted_lines_are_joined(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("n")
        begun = user.lines[-3]
        await user.paste("likes trains\nand early mornings\n")
        assert user.lines[-3] == f"{begun} likes trains and early mornings"
        await user.press("enter")
        await user.press("2")
        await user.paste("Ana\nLopez\n")
        assert "/ Ana Lopez" in user.screen


async def test_the_next_date_of_what_was_done_is_a_tab_away(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("d")
        offered = user.lines[-3]
        await user.press("down")
        assert user.lines[-3] != offered
        await user.press("up", "tab")
        assert user.lines[-3] == f"{offered} +2w"
        await user.press("escape", "enter")
        assert "2026-12-06" in {one.due for one in user.book.follow_ups.values()}


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
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("j", "j", "c")
        await user.type("jjkk")
        await user.press("down", "escape")
        assert user.under_cursor.startswith("Daria Kowalczyk")
        await user.press("k")
        assert user.under_cursor.startswith("Ben Okafor")


class Seated(SwellApp):
    """The app where its terminal can be given to another program."""

    CSS_PATH = ROOT / "tui/styles/swell.tcss"

    @contextmanager
    def suspend(self) -> Iterator[None]:
        yield


class FakeEditor:
    """An editor in which somebody leaves these texts, one after the other."""

    def __init__(self, *texts: str | SwellError) -> None:
        self.texts = list(texts)
        self.given: list[str] = []

    def __call__(self, text: str) -> str:
        self.given.append(text)
        left = self.texts.pop(0)
        if isinstance(left, SwellError):
            raise left
        return left


@asynccontextmanager
async def swell_with(path: Path, editor: FakeEditor) -> AsyncIterator[User]:
    """The app on the book at that path with this editor."""
    clock = Clock()
    app = Seated(process(path, clock=clock).desk, where="~/book.json", editor=editor)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        yield User(pilot, path, clock)


async def test_the_line_is_written_in_an_editor_and_comes_back(sample: Path) -> None:
    editor = FakeEditor("called Ana about the move +2w\n")
    async with swell_with(sample, editor) as user:
        await user.press("c")
        await user.type("called Ana")
        await user.press("ctrl+g")
        assert editor.given == ["called Ana"]
        assert user.lines[-3] == " › called Ana about the move +2w"
        await user.press("enter")
        assert "called Ana about the move +2w" in {one.raw for one in user.book.interactions.values()}


async def test_a_line_stays_as_it_was_where_the_editor_fails_or_gives_nothing(sample: Path) -> None:
    editor = FakeEditor(BadInputError("vi ended with status 1; the line is as it was."), "\n\n")
    async with swell_with(sample, editor) as user:
        await user.press("c")
        await user.type("called Ana")
        for said in ("vi ended with status 1", "Nothing came back"):
            await user.press("ctrl+g")
            assert said in user.lines[-4]
            assert user.lines[-3] == " › called Ana"


async def test_several_lines_from_the_editor_are_as_good_as_pasted(sample: Path) -> None:
    editor = FakeEditor("called Ana\n\nmessaged Ben\n", "likes trains\nand tea\n")
    async with swell_with(sample, editor) as user:
        before = sample.read_bytes()
        await user.press("c")
        await user.type("called")
        await user.press("ctrl+g")
        assert "called Ana" in user.screen
        assert "messaged Ben" in user.screen
        assert sample.read_bytes() == before
    async with swell_with(sample, editor) as user:
        await user.press("n", "ctrl+g")
        assert user.lines[-3] == " › likes trains and tea"


async def test_where_no_editor_can_be_opened_that_is_said(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        await user.type("called Ana")
        await user.press("ctrl+g")
        assert "No editor can be opened here." in user.lines[-4]
        assert user.lines[-3] == " › called Ana"


async def test_a_line_that_went_into_the_list_is_no_draft_any_longer(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        await user.type("called Ana")
        await user.paste("\nmessaged Ben\n")
        assert "messaged Ben" in user.screen
        await user.press("escape", "c")
        assert user.lines[-3] == " ›"
