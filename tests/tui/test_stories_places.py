"""The places, their keys, the palette, and terminals of every size."""

from pathlib import Path

import pytest

from tests.tui.desk_host import SMALL, WIDE, ascii_settings, process, swell_on

PLACES = {"1": "Today", "2": "People", "3": "Intros", "4": "Ledger", "5": "Momentum"}


async def test_digits_go_to_the_places_and_each_keeps_its_cursor(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("j", "4", "j", "j", "3", "j")
        assert "▸3 Intros" in user.lines[0]
        on_intros = user.under_cursor
        await user.press("1")
        assert user.under_cursor.startswith("Ben Okafor")
        await user.press("4")
        assert "▸4 Ledger" in user.lines[0]
        assert user.lines[10].startswith("▌")
        await user.press("3")
        assert user.under_cursor == on_intros
        await user.press("5")
        assert "▸5 Momentum" in user.lines[0]


async def test_the_page_of_keys_says_what_works_here(sample: Path) -> None:
    works = {
        "1": "Put it away until a day that you type",
        "2": "Log something that happened with this person",
        "3": "Move to the next row",
        "4": "Show only some: a way, kind, person, tag, time",
        "5": "Show the next answer",
    }
    async with swell_on(sample, size=(80, 60)) as user:
        for place, words in works.items():
            await user.press(place, *(["tab"] if place == "2" else []), "question_mark")
            assert user.lines[0].startswith(" Keys")
            assert words in user.screen
            assert "Write one line: what happened, what is to do" in user.screen
            assert "Take back the last step made here" in user.screen
            await user.press("escape")
            assert f"▸{place} {PLACES[place]}" in user.lines[0]


async def test_the_palette_finds_and_runs_a_command(sample: Path) -> None:
    async with swell_on(sample) as user:  # Textual paints only 50 ms after a choice in the palette: until
        await user.press("colon")
        await user.type("ledger")
        await user.press("enter")
        await user.until("▸4 Ledger")
        await user.press("colon")
        await user.type("capture")
        await user.press("enter")
        await user.until("capture: what happened")
        await user.press("escape", "1", "colon")
        await user.type("tomorrow")
        await user.press("enter")
        await user.until("later, Mon 23 Nov")
        assert user.news == "later, Mon 23 Nov · u takes it back"
        assert len(user.book.snoozes) == 1


@pytest.mark.parametrize("size", [SMALL, WIDE, (40, 10), (60, 15)], ids=str)
async def test_every_place_fits_its_terminal(sample: Path, size: tuple[int, int]) -> None:
    async with swell_on(sample, size=size) as user:
        for place, name in PLACES.items():
            await user.press(*(["escape", "escape"] if "▸2" in user.lines[0] else []), place)
            assert f"{place} {name}" in user.lines[0]
            assert len(user.lines) == size[1]
            assert max(map(len, user.lines)) <= size[0]
            assert user.keys_line
            if place != "5":
                assert user.under_cursor


async def test_beside_the_list_stands_the_person_where_there_is_room(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        row = user.line("you promised: the gym list")
        assert "── Ana Lopez" in row
        await user.pilot.resize_terminal(*SMALL)
        await user.press("g")
        await user.until("── Ana Lopez ──")
        assert "── Ana Lopez" not in user.line("you promised: the gym list")
        assert user.line("── Ana Lopez ──").startswith("── Ana Lopez")
        assert max(map(len, user.lines)) <= SMALL[0]


async def test_a_bar_lives_through_a_resize(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("c")
        await user.type("called Ana")
        for size in ((40, 10), WIDE, SMALL):
            await user.pilot.resize_terminal(*size)
            await user.pilot.pause()
            assert user.lines[-3] == " › called Ana"
            assert user.lines[-2].startswith("   gave · call · Ana Lopez")
            assert len(user.lines) == size[1]
        await user.write(" about the move")
        assert "called Ana about the move" in {one.raw for one in user.book.interactions.values()}
        assert user.under_cursor.startswith("Ana Lopez")


async def test_with_ascii_nothing_of_ours_is_above_126(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    before = process(path)
    for line in (
        'met @"Ana Lopez" from Acme, she is looking for a studio +2d',
        "promised Ana the gym list today",
        "called Ana about the move 25m",
        'introduced Ana to @"Ben Stone" re: the till',
        "intro Ana to @Cara",
        "got a job lead from Ben via Ana",
        "posted what I learned",
        "Ben is working on a podcast",
        "I'm looking for a flat",
    ):
        before.desk.keep(line)
    before.desk.catch_up()
    ana = next(one.id for one in before.desk.book.contacts.values() if one.name == "Ana Lopez")
    before.desk.set_circle(ana, "close")
    async with swell_on(path, settings=ascii_settings()) as user:
        for keys in (
            ("w",),
            ("d",),
            ("enter",),
            ("s",),
            ("n", "o", "enter"),
            ("escape", "plus"),
            ("c",),
            ("q", "u", "enter"),
            ("escape", "u"),
            ("u",),
            ("ctrl+r",),
            ("U",),
            ("escape", "3"),
            ("4",),
            ("F",),
            ("escape", "5"),
            ("tab",),
            ("tab",),
            ("tab", "h"),
            ("question_mark",),
            ("escape", "I"),
            ("x", "enter"),
            ("escape", "2"),
            ("b",),
            ("enter",),
            ("o",),
            ("escape", "a"),
            ("enter",),
            ("escape", "x"),
        ):
            await user.press(*keys)
            above = {letter for letter in user.screen if ord(letter) > 126}
            assert not above, (keys, [line for line in user.lines if not line.isascii()])
