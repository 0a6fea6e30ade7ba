"""The Ledger: narrowed by a line of marks, an entry changed and deleted, and where a return came from, as you say."""

from pathlib import Path

import pytest

from domain.model import Interaction
from tests.tui.desk_host import WIDE, ascii_settings, process, swell_on
from tests.tui.desk_host import User as Somebody

LINES = (
    '1 sep: called @"Dee Marsh" about the studio tag:design',
    '2 oct: met @"Eve Novak" from "Harbour Pay" at the library',
    "3 oct: Eve knows Dee",
    "3 oct: sent Eve the guide to job adverts",
    "10 nov: got a job lead from Eve",
    '12 nov: got a map from @"Zoe Larsen" via Dee',
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with two returns, of which nothing is said yet but one path."""
    path = tmp_path / "book.json"
    before = process(path)
    for line in LINES:
        assert not before.desk.keep(line).unfiled
    return path


def lead(user: Somebody) -> Interaction:
    """The job lead as it is in the book on the disk."""
    return next(one for one in user.book.interactions.values() if one.text == "a job lead")


def named(user: Somebody, ids: tuple[str, ...]) -> list[str]:
    """The texts of entries, or the names of people."""
    book = user.book
    return [book.contacts[one].name if one in book.contacts else book.interactions[one].text for one in ids]


async def test_the_ledger_is_narrowed_by_a_line_of_marks_and_is_whole_again_after_esc(book: Path) -> None:
    async with swell_on(book) as user:
        await user.press("4")
        await user.until("give to return")
        assert user.lines[2].startswith(" out and back")
        assert user.lines[2].endswith("3 went out · 2 came back")
        assert "esc show all" not in user.keys_line
        assert user.line(" out  ").endswith(" · ▄▄▄ 1 ███ 2     ·")
        assert user.lines[4].endswith(" ·     ·     · ███ 2")
        assert user.line("2 came back:") == " 2 came back: 1 direct, 1 one step on"
        assert "too early to tell" in user.line("give to return")
        assert user.under_cursor.lstrip().startswith("12 Nov ←")

        await user.press("F")
        await user.type("ki")
        await user.press("tab")
        assert user.lines[-3] == " › kind:"
        await user.type("le")
        await user.press("tab", "enter")
        assert user.lines[2].startswith(" lead")
        assert user.under_cursor.lstrip().startswith("10 Nov ←  lead")
        assert not user.line("a map")
        assert "1 came back: 1 direct" in user.screen
        assert "esc show all" in user.keys_line

        await user.press("F")
        assert user.lines[-3].rstrip() == " › kind:lead"
        await user.press("ctrl+u")
        await user.type("dance:x")
        assert "“dance:” is no mark here" in user.lines[-2]
        await user.press("enter", "ctrl+u")
        assert "“dance:” is no mark here" in user.lines[-4]
        await user.type("person:de")
        await user.press("tab")
        assert user.lines[-3] == ' › person:"Dee Marsh"'
        await user.type(" since:oct")
        await user.press("enter")
        assert user.lines[2].split() == ["with", "Dee", "Marsh,", "since", "1", "Oct", "one", "entry"]
        assert "a map" in user.under_cursor
        assert "nobody has a balance here" in user.screen
        assert "came back" not in user.screen

        await user.press("escape")
        assert user.lines[2].startswith(" out and back")
        assert "2 came back:" in user.screen
        await user.press("F", "up", "up", "enter")
        assert user.lines[2].startswith(" what came back")
        assert not any("→" in line for line in user.lines[3:18])
        await user.press("F", "ctrl+u", "enter")
        assert user.lines[2].startswith(" out and back")
        await user.press("F")
        await user.write("kind:smile")
        assert "Nothing of that; esc shows all again." in user.screen
        await user.press("x", "e", "w", "enter", "escape")
        assert "12 Nov" in user.under_cursor


async def test_you_say_what_a_return_grew_from_and_by_whose_way_it_came(book: Path) -> None:
    async with swell_on(book) as user:
        await user.press("4", "j", "w")
        assert user.lines[2].startswith(" ← Eve Novak  a job lead")
        assert user.line("direct:") == " direct: something had gone out to Eve Novak before" + " " * 24 + "lead"
        assert "knows Eve Novak (you said so)" in user.under_cursor
        assert user.line("the guide to job adverts")
        assert "caused" not in user.screen
        assert "because" not in user.screen

        await user.press("enter")
        assert user.news == "via Dee Marsh · u takes it back"
        assert named(user, lead(user).via) == ["Dee Marsh"]
        assert "the path" in user.under_cursor
        assert user.line("the studio")  # a give on the path is proposed by now

        await user.press("j", "j", "space")
        assert user.line("the guide to job adverts").endswith("●")
        await user.press("space", "enter")
        assert sorted(named(user, lead(user).because_of)) == ["at the library", "the guide to job adverts"]
        assert user.news == "grew from two gives · u takes it back"
        assert "grew from, as you said" in user.screen
        await user.press("u")
        assert lead(user).because_of == ()
        await user.press("ctrl+r")
        assert len(lead(user).because_of) == 2

        await user.press("G", "k", "enter")
        assert len(lead(user).because_of) in (1, 3)
        await user.press("u", "escape")
        assert "10 Nov" in user.under_cursor
        await user.until("came   direct")
        assert user.line(" via ").split() == ["via", "Dee", "Marsh"]
        assert "the guide to job adverts" in user.line(" from ")

        await user.press("j", "w")
        assert user.lines[2].startswith(" → Eve Novak  the guide to job adverts")
        assert "a job lead" in user.under_cursor
        await user.press("enter")
        assert user.lines[2].startswith(" ← Eve Novak  a job lead")
        await user.press("escape", "escape")
        assert "▸4 Ledger" in user.lines[0]


async def test_somebody_else_is_named_for_the_path(book: Path) -> None:
    async with swell_on(book) as user:
        await user.press("4", "j", "w", "j", "enter")
        await user.type("zo")
        await user.press("tab")
        assert user.lines[-3] == " › Zoe Larsen"
        await user.press("enter")
        assert named(user, lead(user).via) == ["Zoe Larsen"]
        await user.press("g")
        while "somebody else" not in user.under_cursor:
            await user.press("j")
        await user.press("enter")
        await user.write("Nobody Known")
        assert "Nobody is called Nobody Known" in user.lines[-4]
        await user.press("ctrl+u")
        await user.write("eve")
        assert "It came from Eve Novak; the path is who led there." in user.lines[-4]
        await user.press("escape")
        assert "somebody else" in user.under_cursor


async def test_an_entry_is_opened_changed_and_deleted(book: Path) -> None:
    async with swell_on(book) as user:
        await user.press("4", "j", "j", "enter")
        assert user.lines[2].startswith(" → Eve Novak  the guide to job adverts")
        assert user.under_cursor.startswith("Eve Novak")
        assert "Nothing, as far as you have said" in user.screen
        await user.press("enter")
        assert user.lines[2].startswith(" Eve Novak")
        await user.press("escape", "e")
        assert user.lines[-3] == ' › 2026-10-03: sent @"Eve Novak" "the guide to job adverts"'
        await user.press("enter")
        assert "Nothing was changed in the line" in user.lines[-4]
        await user.type(" min:5; called Dee")
        assert "That says more than one thing" in user.screen
        await user.press("enter")
        assert "That says more than one thing" in user.screen
        await user.press("ctrl+u")
        await user.write('4 oct: sent @"Eve Novak" "the new guide" tag:jobs')
        assert user.news == "changed: the new guide · u takes it back"
        (guide,) = [one for one in user.book.interactions.values() if one.text == "the new guide"]
        assert (guide.at[:10], guide.tags, guide.raw) == ("2026-10-04", ("jobs",), LINES[3])
        assert user.lines[2].startswith(" → Eve Novak  the new guide")

        await user.press("escape", "x")
        assert user.news == "deleted: the new guide · u takes it back"
        assert guide.id not in user.book.interactions
        await user.press("g", "u")
        assert "the new guide" in user.under_cursor
        await user.press("u")
        assert user.book.interactions[guide.id].text == "the guide to job adverts"
        await user.press("g", "enter", "x")
        await user.until("deleted: a map")
        assert user.news == "deleted: a map · u takes it back"
        assert "▸4 Ledger" in user.lines[0]
        await user.press("u")

        await user.press("g", "T")
        assert "a map" in user.screen
        assert "▸4 Ledger" not in user.lines[0]
        await user.press("escape", "R", "escape")
        assert "▸4 Ledger" in user.lines[0]


async def test_an_entry_that_is_deleted_elsewhere_says_so(book: Path) -> None:
    async with swell_on(book) as user:
        await user.press("4", "j", "enter")
        other = process(book)
        other.desk.drop_entry(lead(user).id)
        await user.until("This entry is no longer in the book")
        await user.press("enter", "space", "e", "escape")
        assert "▸4 Ledger" in user.lines[0]


async def test_the_ledger_of_the_sample_book_says_what_momentum_says(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("4")
        await user.until("give to return")
        said = user.line("give to return").split(": ")[1].split(",")[0]
        numbers = user.lines[4].split()
        await user.press("5", *["tab"] * 4)
        assert said in user.screen
        assert f"{numbers[-1]} came back" in user.line("November 2026")


async def test_an_empty_ledger_teaches_and_a_small_terminal_has_the_list(tmp_path: Path, book: Path) -> None:
    async with swell_on(tmp_path / "empty.json") as user:
        await user.press("4")
        assert "Nothing yet. Press c and write what you gave" in user.screen
        assert "give to return" not in user.screen
        await user.press("x", "e", "w", "F", "escape", "escape")
        assert "▸4 Ledger" in user.lines[0]
    async with swell_on(book, size=(60, 15), settings=ascii_settings()) as user:
        await user.press("4")
        assert "give to return" not in user.screen
        assert "<-" in user.line("12 Nov")
        await user.press("j", "w", "space", "enter")
        assert "via Dee Marsh" in user.news
        await user.press("escape", "F")
        await user.type("ba")
        await user.press("tab", "enter")
        assert user.screen.isascii()
        await user.pilot.resize_terminal(80, 24)
        await user.until("give to return")
        assert user.screen.isascii()
