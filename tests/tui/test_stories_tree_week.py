"""The tree and the week: folded and unfolded, both ways, opened, copied; one week after the other."""

from datetime import timedelta
from pathlib import Path

from domain.model import Contact, Interaction, Pause
from domain.settings import Settings
from screenshots.take import NOW
from tests.tui.desk_host import SMALL, WIDE, User, ascii_settings, process, swell_on


def rows(user: User, start: int = 3) -> list[str]:
    """The rows of the tree in sight, without the cells of the cursor."""
    return [line[1:] for line in user.lines[start:17]]


async def find(user: User, name: str) -> None:
    """Put the cursor of People on somebody."""
    await user.press("slash", "ctrl+u")
    await user.type(name)
    await user.press("tab")


async def test_the_tree_of_a_person_is_folded_turned_opened_and_copied(sample: Path) -> None:
    async with swell_on(sample) as user:
        await find(user, "eve novak")
        await user.press("T")
        assert "▸led to   came from   tab" in user.lines[2]
        assert user.lines[2].endswith("19 people and returns")
        assert user.under_cursor.startswith("Eve Novak")
        assert "├─ Sam Hill" in user.lines[4]
        assert "October 2025" in user.line("asked how one gets into research")
        await user.press("j", "h")
        assert user.under_cursor.endswith("▸ 5 more")
        assert "the brother brought cake" not in user.screen
        await user.press("h")
        assert user.under_cursor.startswith("Eve Novak")
        await user.press("j", "l", "l")
        assert "let me out of the old lease" in user.under_cursor
        assert "let me out of the old lease" in user.line("text")
        await user.press("enter")
        assert user.lines[0].startswith(" An entry")
        await user.press("escape", "h", "y")
        assert user.news.startswith("sent to the terminal: six rows")
        copied = user.app.clipboard
        assert copied.startswith("Sam Hill  (5 more)\n├─ ← helped you: let me out of the old lease")
        await user.press("Y")
        assert user.app.clipboard.startswith("Eve Novak  (19 more)\n├─ Sam Hill  (5 more)\n│  ├─ ")
        await user.press("enter")
        assert "Sam Hill" in user.lines[2]
        await user.press("escape", "T")
        assert user.under_cursor.startswith("Sam Hill")
        assert "T" not in user.keys_line
        await user.press("tab")
        assert "▸came from" in user.lines[2]
        assert rows(user)[0].startswith("Sam Hill")
        assert "Eve Novak" in rows(user)[1]
        await user.press("escape", "h", "h", "h", "h")
        assert "▸2 People" in user.lines[0]


async def test_the_tree_is_opened_from_today_from_an_entry_and_where_most_grew(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("T")
        assert user.under_cursor.startswith("Ana Lopez")
        assert "35 people and returns" in user.lines[2]
        assert "designer, Studio Norte" in user.screen
        await user.press("q", "4")
        while "←" not in user.under_cursor:
            await user.press("j")
        await user.press("T")
        assert "▸came from" in user.lines[2]  # a return leads to nothing
        assert "├─ " in user.screen or "└─ " in user.screen
        await user.press("tab")
        assert "nobody and nothing that the book knows of" in user.screen
        assert "met Joe via Ana" in user.screen
        await user.press("escape")
        user.app.open_tree()
        await user.pilot.pause()
        assert user.lines[2].startswith(" where most grew from")
        assert user.under_cursor.startswith("Cara Weiss")
        assert "▸ 74 more" in user.under_cursor
        assert "tab" not in user.keys_line
        await user.press("l")
        assert "├─ Ana Lopez" in user.screen
        assert "74 in all" in user.under_cursor
        await user.press("j", "l")
        assert "Hana Kim" in user.screen


async def test_a_tree_that_has_not_grown_a_circle_and_somebody_gone(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    ids = [f"{number:022d}" for number in range(1, 8)]
    bad = "\x1b[2J\u202e[b]Eve"
    people = [
        Contact(id=ids[0], name="Ana", met_via=ids[2]),
        Contact(id=ids[1], name=bad, met_via=ids[0]),
        Contact(id=ids[2], name="Cara", met_via=ids[1]),
        Contact(id=ids[3], name="Dee"),
    ]
    lead = Interaction(
        id=ids[4], at="2026-11-20T09:00:00+00:00", direction="got", kind="lead", via=(ids[6],), text="x\x07"
    )
    process(path).put("people", *people, lead)
    async with swell_on(path, settings=ascii_settings()) as user:
        await find(user, "ana")
        await user.press("T")
        assert "|- " not in user.screen
        assert user.line("a circle: see above").lstrip(" ").startswith("`- Ana")
        assert all(ord(letter) < 127 or letter in "␛�" for letter in user.screen)
        await user.press("G", "l")
        assert user.under_cursor == "" or user.line(">Ana")
        await user.press("G", "T")
        assert "a circle" in user.screen
        await user.press("escape", "escape", "4", "T", "j")
        assert "somebody" in user.screen
        await user.press("enter")
        assert "no longer in the book" in user.news
        await user.press("escape")
        await find(user, "dee")
        await user.press("T")
        assert "Leads to nobody and nothing that the book knows of." in user.screen
        assert "got a job lead from Cara via Dee" in user.screen
        await user.press("tab")
        assert "Nothing that the book knows of led here." in user.screen
        process(path).put("later", Contact(id=ids[5], name="Fay", met_via=ids[3]))
        await user.press("tab")
        await user.until("Fay")
        assert "`- Fay" in user.screen


async def test_the_week_on_one_screen(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("R")
        assert user.lines[2].startswith(" Week 47, 16 to 22 November 2026")
        assert user.lines[3].startswith(" Momentum went from ")
        for heading in ("went out: ", "came back", "met and heard", "who waits", "to ask next"):
            assert user.line(f"── {heading}")
        assert "2 d late" in user.line("you promised: the gym list")
        assert user.line("gave you a research lead").endswith("say thanks")
        assert "more" in user.line("── who waits")
        await user.press("plus")
        assert "more" not in user.line("── who waits")
        await user.press("G")
        assert "can still help: " in user.under_cursor or "?" in user.under_cursor
        await user.press("minus", "g", "y")
        assert user.news == "sent to the terminal: the week as Markdown"
        assert user.app.clipboard.startswith("# Week 47, 16 to 22 November 2026\n\nMomentum went from ")
        await user.press("l")
        assert user.news == "this is the week that runs"
        await user.press("h")
        assert user.lines[2].startswith(" Week 46, 9 to 15 November 2026")
        assert not user.line("── to ask next")
        name = user.under_cursor.split("  ")[0]
        await user.press("enter")
        assert user.lines[2].startswith(f" {name}")
        await user.press("escape", "l")
        assert user.lines[2].startswith(" Week 47")
        await user.press("c")
        await user.write("called Eve about the gym list")
        await user.until("Sun 22 Nov")
        assert "called about the gym list" in user.line("Eve Novak")
        await user.press("escape", "4", "R")
        assert user.lines[2].startswith(" Week 47")
        await user.press("G", "k")
        assert "asked" in user.under_cursor
        await user.press("enter")
        assert "▸3 Intros" in user.lines[0]
        await user.press("1", "r", "R")
        assert user.lines[2].startswith(" Week 47")
        await user.press("escape")
        assert user.lines[0].startswith(" Review   1 of 7")


async def test_a_week_of_holiday_and_a_week_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    today = NOW.today
    ana = Contact(id=f"{1:022d}", name="Ana")
    call = Interaction(
        id=f"{2:022d}",
        at=f"{today - timedelta(days=20)}T09:00:00+00:00",
        direction="gave",
        kind="introduction",
        people=(ana.id,),
    )
    pause = Pause(id=f"{3:022d}", first=f"{today - timedelta(days=7)}", last=f"{today}")
    process(path).put("a pause", ana, call, pause)
    async with swell_on(path, size=SMALL) as user:
        await user.press("R")
        assert "A week of pause: momentum stood still at " in user.screen
        assert "and nothing was asked of you." in user.screen
        assert "Nobody waits." in user.screen
        await user.press("h", "h", "h")
        assert user.news == "nothing was written down before"
        assert user.lines[2].startswith(" Week 45")
        assert "introduced" in user.under_cursor
        await user.press("l", "l")
        await user.pilot.resize_terminal(40, 12)
        await user.pilot.pause()
        assert "A week of pause" in user.screen
    async with swell_on(path, settings=Settings(week_start="sun", ascii=True)) as user:
        await user.press("R")
        assert user.lines[2].startswith(" Week 48, 22 to 28 November 2026")
        assert user.screen.isascii()


async def test_what_stands_twice_in_a_week_keeps_the_cursor_and_leaves_nothing_more(sample: Path) -> None:
    process(sample).put("met", Contact(id="new", name="Zoe Quill", circle="inner", met_on="2026-11-21"))
    async with swell_on(sample, size=(80, 60)) as user:
        await user.press("R", "plus")
        assert sum("Zoe Quill" in line for line in user.lines) == 2
        await user.press("minus")
        assert "all of it" not in user.keys_line
        await user.press("G")
        while "Zoe Quill" not in user.under_cursor:
            await user.press("k")
        assert "what are they looking for?" in user.under_cursor
        process(sample).put("came", Interaction(id="x", at="2026-11-20", text="tea", direction="got", kind="message"))
        await user.until("wrote to you: tea")
        assert "what are they looking for?" in user.under_cursor
