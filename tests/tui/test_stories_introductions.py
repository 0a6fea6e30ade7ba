"""Stories of the place "Introductions": two people from the suggestion to thanks, in either size of terminal."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from domain.book import Remove, Work
from domain.model import Answer, Contact, Introduction
from tests.tui.desk_host import NOW, SMALL, WIDE, User, ascii_settings, process, swell_on
from tui.screens.place import REST

TALL = (80, 40)


async def to_the_place(user: User) -> None:
    """Go there, and wait until the suggestions are known."""
    await user.press("3")
    await user.until("both fresh")


async def to_the_row(user: User, words: str) -> None:
    """Move down to the row with these words."""
    for _ in range(30):
        if words in user.under_cursor:
            await user.pilot.pause(REST * 2)  # the pane follows a cursor that rests
            return
        await user.hurry("j")
    raise AssertionError(user.screen)


def key_of(user: User, choice: str) -> str:
    """The key of a choice of the picker that is open."""
    (key,) = re.findall(rf"(\d) {choice}", user.keys_line)
    return str(key)


def between(user: User, first: str, second: str) -> Introduction:
    """The newest introduction of two people in the book on the disk."""
    book = user.book
    names = {one.id: one.name for one in book.contacts.values()}
    (*_, found) = [
        one for one in book.introductions.values() if {names.get(one.a), names.get(one.b)} == {first, second}
    ]
    return found


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
async def test_two_people_from_the_suggestion_to_thanks(sample: Path, size: tuple[int, int]) -> None:
    async with swell_on(sample, size=size) as user:
        await to_the_place(user)
        assert "1 to do" in user.lines[2]
        await to_the_row(user, "Cara Weiss ↔ Dee M.")
        assert "“a studio in Leeds, light, by spring”" in user.screen
        assert "next: ask Dee (the one asked a favour)" in user.screen
        row = user.under_cursor[:24]
        await user.press("i")
        assert user.under_cursor.startswith(row)
        assert "idea" in user.under_cursor
        assert user.news == "an idea; ask Dee, Fri 27 Nov · u takes it back"
        await user.press("y")
        assert user.app.clipboard.startswith("Dee, a friend of mine, Cara, is looking for a studio in Leeds")
        assert user.news == "sent to the terminal: the words to Dee"
        await user.press("d")
        assert "1 asked Dee   2 asked Cara   3 Dee would not mind   4 introduced them" in user.screen
        await user.press("1", "d")
        assert "1 Dee said yes   2 asked Cara   3 Cara would not mind   4 introduced them" in user.screen
        assert "5 Dee said no" in user.screen
        await user.press("5")
        assert "declined" in user.line(row)
        await user.press("u")
        assert user.under_cursor.startswith(row)
        await user.press("ctrl+r")
        assert not user.under_cursor.startswith(row)
        await user.press("u")
        assert "x decline" in user.keys_line
        await user.press("d")
        await user.press("1")
        assert "Dee: yes" in user.under_cursor
        assert user.news.startswith("Dee said yes; ask Cara, today")
        await user.press("y")
        assert user.app.clipboard.startswith(
            "Cara, I know somebody who may be of help: Dee, who runs a studio in Leeds"
        )
        await user.press("d", "1", "d", "1")
        assert "both yes" in user.under_cursor
        await user.press("Y")
        assert user.app.clipboard.count("May I bring you two together?") == 2
        assert "Cara, meet Dee. Dee, meet Cara." in user.app.clipboard
        await user.press("d")
        assert user.news.startswith("+7 · made; how it went is asked Sun 13 Dec")
        assert between(user, "Cara Weiss", "Dee Marsh").stage == "made"
        assert "idea ─ Dee: yes ─ Cara: yes ─ made" in user.screen  # in the order in which they were asked
        await user.press("d", "1")
        assert "good" in user.under_cursor
        assert user.news.startswith("went well; thank Cara and Dee, if you like")
        await user.press("d")
        made = between(user, "Cara Weiss", "Dee Marsh")
        assert (made.stage, made.outcome) == ("thanked", "good")
        assert row in user.screen  # the row stays where it was
        assert not user.under_cursor.startswith(row)
        await user.press("u")
        assert between(user, "Cara Weiss", "Dee Marsh").stage == "outcome"
        await user.press("2", "tab", "3", "G")
        assert "good" in user.line(row)


async def test_what_is_said_no_to_stays_struck_until_the_list_is_opened_again(sample: Path) -> None:
    async with swell_on(sample, size=TALL) as user:
        await to_the_place(user)
        before = user.lines
        await to_the_row(user, "Cara Weiss ↔ Dee M.")
        await user.press("x")
        assert user.news == "not these two, 180 days long: Cara Weiss and Dee Marsh · u takes it back"
        assert "not these two" in user.line("Cara Weiss ↔ Dee M.")
        assert [line[1:24] for line in user.lines[3:13]] == [line[1:24] for line in before[3:13]]
        await user.press("u")
        assert "both fresh" in user.line("Cara Weiss ↔ Dee M.")
        assert user.under_cursor.startswith("Cara Weiss ↔ Dee M.")
        await user.press("s")
        await user.write("fri")
        assert user.news == "later, Fri 27 Nov · u takes it back"
        assert "later, Fri 27 Nov" in user.line("Cara Weiss ↔ Dee M.")
        await user.press("g", "x")
        assert "declined" in user.line("Kofi Mensah ↔ Lena F.")
        await user.press("2", "tab", "3")
        assert "Kofi Mensah ↔ Lena F." not in user.screen
        assert "Cara Weiss ↔ Dee M." not in user.screen
        await user.press("F")
        await user.press(key_of(user, "declined"))
        assert "only declined" in user.lines[2]
        assert user.under_cursor.startswith("Kofi Mensah ↔ Lena F.")
        await user.press("escape")
        assert "suggested" in user.lines[2]


async def test_words_are_taught_and_forgotten(sample: Path) -> None:
    async with swell_on(sample) as user:
        await to_the_place(user)
        await to_the_row(user, "Cara Weiss ↔ Dee M.")
        await user.press("w")
        assert "why this match" in user.screen
        assert "studio" in user.line("×")
        await user.press("w", "equals_sign")
        assert "studio =" in user.line("›")
        await user.type("atelier")
        await user.press("enter")
        assert user.news == "the same from now on: studio = atelier · u takes it back"
        await user.press("X")
        assert user.news.startswith("never by “studio”")
        assert "never by “studio”" in user.line("Cara Weiss ↔ Dee M.")
        await user.press("F")
        await user.press(key_of(user, "taught"))
        assert user.under_cursor.startswith("never by studio")
        await user.press("x", "x")
        assert not user.book.taught
        await user.press("escape", "equals_sign", "ctrl+u")
        await user.write("alone")
        assert "Two words are wanted" in user.screen


async def test_the_words_are_changed_for_two_people_and_kept(sample: Path) -> None:
    async with swell_on(sample) as user:
        await to_the_place(user)
        await to_the_row(user, "Cara Weiss ↔ Dee M.")
        await user.press("e", "ctrl+u")
        await user.write("Dee, tea?¶Yours")
        assert "to Dee, as you changed it" in user.screen
        await user.press("i", "y")
        assert user.app.clipboard == "Dee, tea?\nYours"
        await user.press("d", "1", "d", "1", "y")
        assert user.app.clipboard.startswith("Cara, I know somebody")
        await user.press("u", "u", "y")
        assert user.app.clipboard == "Dee, tea?\nYours"
        await user.press("e", "ctrl+u", "enter")
        assert "as you changed it" not in user.screen
        await user.press("@")
        assert user.news.startswith("No mail program can be opened from here")
        await user.press("E")
        assert "There is no editor here" in user.news or "No editor can be opened here" in user.news


async def test_an_empty_place_teaches_and_what_is_captured_arrives_in_it(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    async with swell_on(path) as user:
        await user.press("3")
        assert "Two people who should know each other are the best thing you can give." in user.screen
        await user.press("c")
        await user.write("introduced @Ana to @Ben re: the till")
        await user.press("c")
        await user.write("intro @Cara to @Dee re: studio space")
        assert user.lines[3].startswith("── under way ─")
        assert "the till" in user.line("Ana ↔ Ben")
        assert "made             13 Dec" in user.line("Ana ↔ Ben")
        assert "idea             27 Nov" in user.line("Cara ↔ Dee")
        await user.press("G")
        assert user.under_cursor.startswith("Cara ↔ Dee")
        await user.press("y")
        assert user.app.clipboard.startswith("Dee, a friend of mine, Cara, would like to talk about studio space.")
        await user.press("enter", "2")
        assert user.lines[2].startswith(" Dee")
        await user.press("escape", "n")
        assert "a note" in user.screen


async def test_names_and_phrases_from_outside_are_inert(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    swell, day = process(path), NOW.day
    evil = "[red]Z\x1b]52;c;AAAA\x07\u202eed[/] " + "長" * 60
    swell.put(
        "people",
        Contact(id="1" * 22, name=evil),
        Contact(id="2" * 22, name="\u200b"),
        Contact(id="3" * 22, name="$me ${other}"),
        Answer(id="4" * 22, contact="1" * 22, question="looking_for", text="a flat \x1b[2J [b]in Leeds", learnt=day),
        Answer(id="5" * 22, contact="2" * 22, question="offers", text="flats in Leeds \x9b31m", learnt=day),
        Introduction(id="6" * 22, a="1" * 22, b="3" * 22, stage="asked_b", since="2026-11-0x", asked_first="b"),
        Introduction(id="7" * 22, a="3" * 22, b="9" * 22, stage="idea", since="2026-11-01"),
        Introduction(id="8" * 22, a="3" * 22, b="3" * 22, stage="made", since="2026-11-01"),
    )
    async with swell_on(path, size=WIDE) as user:
        await user.press("3")
        await user.until("1 suggested", seconds=2)
        assert "1 suggested" in user.lines[2]
        for _ in range(3):
            assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in user.screen.replace("\n", ""))
            assert "\u202e" not in user.screen
            assert max(map(cell_len, user.lines)) <= WIDE[0]
            await user.press("w", "Y", "enter", "escape", "j")
        await user.press("g")
        await to_the_row(user, "somebody")
        assert "x declines" in user.under_cursor
        await user.press("d")
        assert user.news == ""
        await user.press("x")
        assert any("declined" in line for line in user.lines if "↔ somebody" in line)
        assert user.book.introductions["7" * 22].stage == "declined"
        assert "\x1b" not in user.app.clipboard


async def test_what_another_window_did_is_seen_and_said(sample: Path) -> None:
    async with swell_on(sample) as user:
        await to_the_place(user)
        other = process(sample).desk.introductions
        kofi = other.under_way()[0]
        other.say_yes(kofi, kofi.a)
        await user.press("d", "1")
        assert "This introduction has moved on meanwhile." in user.news
        await user.until("Kofi: yes")
        assert "Kofi: yes" in user.under_cursor
        process(sample).repository.apply(
            lambda _: Work("forgot", (Remove("contacts", kofi.b), Remove("introductions", kofi.id)), None)
        )
        await user.until("no longer in the book")
        assert "no longer in the book" in user.line("Kofi Mensah ↔")
        await user.press("d", "i", "x", "y", "s")
        assert user.line("Kofi Mensah ↔")


async def test_more_are_brought_and_the_other_tab_is_one_key_away(sample: Path) -> None:
    async with swell_on(sample) as user:
        await to_the_place(user)
        await user.press("+")
        eleventh = user.under_cursor[:20]
        assert "both fresh" in user.under_cursor
        await user.press("k", "-")
        assert eleventh not in user.screen
        await user.press("G", "enter", "G")
        assert "more" not in user.under_cursor
        await user.press("tab")
        assert "▸Asks" in user.lines[2]
        await user.press("tab")
        assert "▸Introductions" in user.lines[2]
        await user.press("g", "S")
        assert user.news.startswith("later, Mon 23 Nov")


async def test_it_draws_with_plain_letters_alone(sample: Path) -> None:
    async with swell_on(sample, settings=ascii_settings()) as user:
        await user.press("3")
        await user.until("both fresh")
        while not user.line("Cara Weiss <> Dee M.").startswith(">"):
            await user.press("j")
        await user.until("idea - asked Dee")
        assert all(ord(letter) < 127 for letter in user.line("Cara Weiss <> Dee M.") + user.line("idea - asked"))
        await user.press("e")
        assert "|| a new line" in user.screen


async def test_a_small_terminal_has_room_for_all_that_an_empty_place_teaches(tmp_path: Path) -> None:
    async with swell_on(tmp_path / "book.json", size=(60, 20)) as user:
        await user.press("3")
        assert "introduced Ana to Ben" in user.screen
        assert "…" not in "\n".join(user.lines[3:8])
        await user.press("tab")
        assert "What comes back closes it: got help from Ana" in user.screen
        await user.press("N")
        await user.write("a flat in Lisbon")
        await user.until("── next ──")
        await user.press("u")
        assert "What comes back closes it" in user.screen
        assert "── next ──" not in user.screen


async def test_of_two_long_names_both_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    long, wide = Contact(id="1" * 22, name="Wolfeschlegelsteinhausen " * 2), Contact(id="2" * 22, name="山田太郎" * 9)
    process(path).put(
        "people",
        long,
        wide,
        Answer(id="3" * 22, contact=long.id, question="looking_for", text="a [b]studio[/b] in Leeds", learnt=NOW.day),
        Answer(id="4" * 22, contact=wide.id, question="offers", text="a studio in Leeds", learnt=NOW.day),
    )
    async with swell_on(path) as user:
        await user.until("fresh match")
        assert user.under_cursor.startswith("Wolfes… ↔ 山田太…")
        await to_the_place(user)
        assert user.under_cursor.startswith("Wolfeschl… ↔ 山田太郎…")
        assert "Wolfe… looking for “a [b]studio[/b] in Leeds”" in user.screen
        await user.press("d")
        assert "Wolfeschlegel… would not mind" not in user.screen
        assert "4 introduced them" in user.screen  # on a second line
        assert all(cell_len(line) <= SMALL[0] for line in user.lines)


async def test_what_goes_while_it_is_written_about_is_said_and_no_key_is_silent(sample: Path) -> None:
    async with swell_on(sample) as user:
        await to_the_place(user)
        await to_the_row(user, "Cara Weiss ↔ Dee M.")
        await user.press("e", "ctrl+u")
        await user.type("Dee, tea?")
        people = {one.name: one.id for one in user.book.contacts.values()}
        gone = tuple(Remove("contacts", people[name]) for name in ("Cara Weiss", "Dee Marsh"))
        process(sample).repository.apply(lambda _: Work("forgot", gone, None))
        await user.until("no longer in the book")
        await user.press("enter")
        assert "These are not two people of the book any more" in user.screen
        await user.press("escape")
        assert user.under_cursor.endswith("not suggested any more")
        await user.press("T")
        assert "▸3 Intros" in user.lines[0]
        await user.press("enter")
        assert user.news == "Neither of the two is in the book any more."
        await user.press("g", "=")
        await user.write("desk = table")
        await user.press("F")
        await user.press(key_of(user, "taught"), "enter")
        assert user.news == "x forgets what was taught here; nothing else is behind it"
