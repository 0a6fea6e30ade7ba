"""Matches in the inbox: they come in behind the first paint, and each key does to two people what it says."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.model import Answer, Contact, FollowUp, Introduction, Question
from screenshots.take import settle
from tests.tui.desk_host import WIDE, Clock, User, ascii_settings, process, swell_on


def write(path: Path) -> None:
    """Cara looks for what Dee has, Ben for what May has; a promise to Ana is due."""
    people = ("Ana Lopez", "Ben Okafor", "Cara Weiss", "Dee Marsh", "May Tanaka")
    contacts = [Contact(id=f"17{at:020d}", name=name) for at, name in enumerate(people)]
    _, ben, cara, dee, may = contacts
    said: tuple[tuple[Contact, Question, str, str], ...] = (
        (cara, "looking_for", "a studio in Leeds, light, by spring", "2026-11-13"),
        (dee, "offers", "runs a studio in Leeds", "2026-11-01"),
        (ben, "looking_for", "a bakery to learn in", "2026-10-10"),
        (may, "offers", "knows a bakery or two", "2026-10-10"),
    )
    answers = [
        Answer(id=f"18{at:020d}", contact=who.id, question=question, text=text, learnt=day)
        for at, (who, question, text, day) in enumerate(said)
    ]
    promise = FollowUp(
        id=f"19{0:020d}", kind="promise", people=(contacts[0].id,), text="the gym list", due="2026-11-22"
    )
    process(path).put("a book", *contacts, *answers, promise)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.json"
    write(path)
    return path


def pair(user: User, first: str, second: str) -> Introduction:
    """The newest introduction of these two."""
    names = {one.name.split()[0]: one.id for one in user.book.contacts.values()}
    both = {names[first], names[second]}
    return max((one for one in user.book.introductions.values() if {one.a, one.b} == both), key=lambda one: one.id)


def struck(user: User) -> str:
    """What became of the row of Cara and Dee."""
    return user.line("Cara ↔ Dee").removeprefix("▌").strip()


async def test_a_match_takes_its_place_behind_the_first_paint_and_says_why(book: Path) -> None:
    async with swell_on(book) as user:
        assert user.under_cursor.startswith("Ana Lopez")
        assert "2 today, one of them a promise · 1 can wait" in user.lines[2]
        await user.press("j")
        assert user.under_cursor.startswith("Cara ↔ Dee")
        assert user.under_cursor.endswith("fresh match")
        await user.until("Cara looking for")
        for words in ("“a studio in Leeds, light, by spring”", "9 d", "“runs a studio in Leeds”", "ask Dee"):
            assert words in user.screen
        assert "Dee, a friend of mine, Cara, is looking for" in user.screen

        await user.press("w")
        for words in ("why this order", "how well their words fit", "why this match", "the same place"):
            assert words in user.screen
        await user.press("w", "y")
        assert user.news == "sent to the terminal: the words to Dee"
        assert user.app.clipboard.startswith("Dee, a friend of mine, Cara, is looking for a studio")
        await user.press("+")
        assert user.under_cursor.startswith("Ben ↔ May")
        await user.press("m", "2")
        assert "introduce Cara to Dee" in user.screen


async def test_a_match_is_taken_up_and_every_step_is_one_key_and_one_step_of_undo(book: Path) -> None:
    async with swell_on(book) as user:
        await user.press("j", "i")
        assert user.news == "taken up: an idea; ask Dee, Fri 27 Nov · u takes it back"
        assert "taken up: an idea; ask Dee, Fri 27 Nov" in struck(user)
        taken = pair(user, "Cara", "Dee")
        assert (taken.stage, taken.reason) == ("idea", "a studio in Leeds, light, by spring ↔ runs a studio in Leeds")
        await user.press("j", "k", "j", "y")
        assert user.news == "sent to the terminal: the words to Dee"
        await user.press("u")
        assert not user.book.introductions
        assert user.under_cursor.startswith("Cara ↔ Dee")

        await user.press("x")
        assert "not these two" in user.news
        assert pair(user, "Cara", "Dee").stage == "declined"
        await user.press("u", "b")
        assert user.news == "later, Tue 22 Dec · u takes it back"
        assert [one.until for one in user.book.snoozes.values()] == ["2026-12-22"]
        await user.press("u", "d")
        assert "› introduced Cara to Dee" in user.screen
        await user.press("enter")
        made = pair(user, "Cara", "Dee")
        assert (made.stage, made.reason) == ("made", "a studio in Leeds, light, by spring ↔ runs a studio in Leeds")
        assert [one.kind for one in user.book.interactions.values()] == ["introduction"]
        await user.press("u")
        assert not user.book.introductions
        assert not user.book.interactions

        await user.press("d", "down", "enter")
        asked = pair(user, "Cara", "Dee")
        assert (asked.stage, asked.asked_first, asked.b) == ("asked_b", "b", made.b)
        assert {one.direction for one in user.book.interactions.values()} == {"none"}


async def test_what_is_brought_is_not_counted_as_waiting_and_marks_are_taken_up_together(book: Path) -> None:
    async with swell_on(book) as user:
        await user.press("+", "k", "x")
        assert user.under_cursor.startswith("Ben ↔ May")
        assert "1 today" in user.lines[2]
        assert "can wait" not in user.screen  # the match that can wait is in sight
        await user.press("E")
        assert "There is no editor here" in user.news or "No editor can be opened here" in user.news
        await user.press("u", "g", "*", "i")
        assert user.news.startswith("two items taken up; one item left out: Only a match is")
        assert {pair(user, *both).stage for both in (("Cara", "Dee"), ("Ben", "May"))} == {"idea"}
        assert pair(user, "Ben", "May").reason == "a bakery to learn in ↔ knows a bakery or two"
        assert "taken up" in struck(user)
        await user.press("u")
        assert not user.book.introductions


async def test_words_are_taught_where_they_were_met(book: Path) -> None:
    async with swell_on(book) as user:
        await user.press("j", "X")
        assert user.news == "never by “studio” · u takes it back"
        assert "never by “studio”" in struck(user)
        assert user.book.taught
        assert user.under_cursor.startswith("Ben ↔ May")
        await user.press("u")
        assert not user.book.taught
        await user.until("a studio in Leeds… ↔")
        await user.press("k")
        assert user.under_cursor.startswith("Cara ↔ Dee")
        await user.press("X")
        assert user.under_cursor.startswith("Ben ↔ May")  # also the second time
        await user.press("u")
        await user.until("a studio in Leeds… ↔")
        await user.press("k")
        await user.press("=")
        assert "── which words mean the same?" in user.screen
        await user.press("ctrl+u")
        await user.write("studio = atelier")
        assert user.news.startswith("the same from now on: studio = atelier")
        assert [one.words for one in user.book.taught.values()] == [("studio", "atelier")]
        assert user.under_cursor.startswith("Cara ↔ Dee")


async def test_the_review_shows_both_with_the_words_and_says_what_moved(book: Path) -> None:
    async with swell_on(book) as user:
        await user.press("r", "j")
        assert "2 of 2" in user.lines[0]
        for words in ("a match", "they do not know each other", "“runs a studio in Leeds”", "i takes them up"):
            assert words in user.screen
        await user.press("i")
        assert user.news == "taken up: an idea; ask Dee, Fri 27 Nov · u takes it back"
        assert "Cara ↔ Dee" in user.line("Moved")


@pytest.mark.parametrize("size", [(80, 24), WIDE], ids=["small", "wide"])
async def test_nothing_of_a_match_is_above_126_in_ascii(book: Path, size: tuple[int, int]) -> None:
    async with swell_on(book, settings=ascii_settings(), size=size) as user:
        await user.press("j")
        await user.until("Cara looking for")
        shown = user.screen
        await user.press("w")
        shown += user.screen
        await user.press("w", "r", "j")
        assert {letter for letter in shown + user.screen if ord(letter) > 126} == set()


async def test_a_step_of_an_introduction_is_done_in_its_own_words(book: Path) -> None:
    known = {one.name: one.id for one in process(book).desk.book.contacts.values()}
    ana, ben = known["Ana Lopez"], known["Ben Okafor"]
    kofi = Introduction(id=f"20{0:020d}", a=ana, b=ben, stage="asked_b", asked_first="b", since="2026-11-10")
    process(book).put("an introduction", kofi)
    async with swell_on(book) as user:
        await user.press("j", "j")
        assert user.under_cursor.startswith("Ana ↔ Ben") or user.under_cursor.startswith("Ben ↔ Ana")
        await user.press("d")
        assert "› asked Ana about meeting Ben" in user.screen
        await user.press("down")
        assert "› Ben said yes" in user.screen
        await user.press("enter")
        known_now = user.book.introductions[kofi.id]
        assert (known_now.stage, known_now.yes) == ("asked_b", (kofi.b,))
        assert "Ben said yes; ask Ana" in user.screen
        await user.press("j", "j", "d", "enter")
        assert user.book.introductions[kofi.id].stage == "asked_a"
        await user.press("u", "u", "d", "down", "down", "enter")
        assert user.book.introductions[kofi.id].stage == "declined"
        await user.press("u", "i")
        assert "› asked Ana about meeting Ben" in user.screen


async def test_the_page_of_a_person_has_their_matches_and_asks_for_the_other_one(book: Path) -> None:
    async with swell_on(book) as user:
        await user.press("2")
        await user.type("cara")
        await user.until("match ")
        assert "Dee Marsh runs a studio in Leeds" in user.line("match ")
        assert "i introduce" in user.line("match ")
        await user.press("enter", "i")
        assert "── introduce Cara Weiss to whom?" in user.screen
        assert "▸Dee Marsh, runs a studio in Leeds" in user.screen
        await user.press("tab")
        assert "› Dee Marsh" in user.screen
        await user.type(" re: the studio")
        await user.press("escape")
        while "match: Dee Marsh" not in user.under_cursor:
            await user.press("j")
        await user.press("i")
        assert user.news.startswith("taken up: an idea; ask Dee, Fri 27 Nov")
        assert "intro: Dee Marsh: an idea; ask Dee" in user.screen
        elsewhere = process(book).desk
        introductions = elsewhere.introductions
        both = introductions.ask(introductions.under_way()[0], pair(user, "Cara", "Dee").b)
        both = introductions.ask(introductions.say_yes(both, both.b), both.a)
        await user.until("intro: Dee Marsh: Dee said yes, Cara was asked; introduce Cara")
        introductions.make(both)
        await user.until("intro: Dee Marsh: made; how did it go?")
        for _ in range(4):
            elsewhere.undo()
        await user.until("intro: Dee Marsh: an idea")
        await user.press("u", "k", "k", "i", "ctrl+u")
        await user.write("anna")
        assert user.news.startswith("Cara Weiss and Ana Lopez: an idea; ask Ana, Fri 27 Nov")
        await user.press("i", "ctrl+u")
        await user.write("xqzwk")
        assert "Nobody in the book fits “xqzwk”." in user.screen


async def test_what_another_process_writes_is_followed_and_midnight_too(book: Path) -> None:
    clock = Clock()
    async with swell_on(book, clock=clock) as user:
        other = process(book)
        dee = next(one for one in other.desk.book.contacts.values() if one.name == "Dee Marsh")
        other.put("Dee: never", replace(dee, circle="never"))
        await user.until("Ben ↔ May")
        assert "no longer" in user.screen or user.line("Ben ↔ May")
        await user.press("4", "1")
        assert not user.line("Cara ↔ Dee")
        assert user.line("Ben ↔ May")
        clock.move_on(timedelta(days=30))
        user.app.tick()
        await settle(user.pilot)
        assert "2 months match" in user.line("Ben ↔ May")
        clock.move_on(timedelta(days=90))
        user.app.tick()
        await settle(user.pilot)
        assert not user.line("Ben ↔ May")


async def test_with_nothing_left_the_next_match_is_the_first_give(book: Path) -> None:
    async with swell_on(book) as user:
        await user.press("S", "x")
        assert user.under_cursor.startswith("Ben ↔ May")
        assert "introduce them: looking for a bakery" in user.under_cursor
        await user.until("May can help")
        await user.press("d")
        assert "› introduced Ben to May" in user.screen
        await user.press("escape", "i")
        assert user.news == "taken up: an idea; ask May, Fri 27 Nov · u takes it back"
        assert pair(user, "Ben", "May").reason == "a bakery to learn in ↔ knows a bakery or two"
        await user.press("u", "x")
        assert "none today" in user.news
