"""People: somebody is found by a few letters, and what they said is written down on their page."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from domain.book import Book
from domain.model import Contact
from tests.tui.desk_host import User, swell_on


def john(book: Book) -> Contact:
    return next(one for one in book.contacts.values() if one.name == "John Adeyemi")


async def open_john(user: User) -> None:
    await user.press("slash")
    await user.type("jhon")
    await user.press("enter")


async def test_a_misspelt_name_finds_and_opens_the_person(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("slash")
        await user.type("jhon")
        assert "/ jhon" in user.lines[2]
        assert "1 of 62" in user.lines[2]
        assert user.under_cursor.startswith("John Adeyemi")
        assert "name, fuzzy" in user.under_cursor
        await user.until("── John Adeyemi ──")
        assert "── John Adeyemi ──" in user.screen
        await user.press("enter")
        assert user.lines[2].startswith(" John Adeyemi")
        assert "what they told you" in user.screen
        await user.press("escape")
        assert "/ jhon" in user.lines[2]


@pytest.mark.parametrize("keys", ["/jhon", "2jhon"], ids=["from the search key", "from the place"])
async def test_letters_typed_before_the_place_is_drawn_are_searched_for(sample: Path, keys: str) -> None:
    async with swell_on(sample) as user:
        before = sample.read_bytes()
        await user.type(keys)
        assert "/ jhon" in user.lines[2]
        assert user.under_cursor.startswith("John Adeyemi")
        assert sample.read_bytes() == before


async def test_arrows_choose_while_letters_still_narrow(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("2")
        await user.type("sam")
        first = user.under_cursor
        await user.press("down")
        second = user.under_cursor
        assert first.startswith("Sam ")
        assert second.startswith("Sam ")
        assert first != second
        await user.press("up")
        assert user.under_cursor == first
        await user.type(" h")
        assert user.under_cursor.startswith("Sam Hill")


async def test_digits_and_command_letters_are_text_in_the_field(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("2")
        await user.type("1qux?:c")
        assert "/ 1qux?:c" in user.lines[2]
        assert "▸2 People" in user.lines[0]


async def test_tab_goes_to_the_list_where_letters_act_and_escape_clears_the_field(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("2")
        await user.type("ana lopez")
        await user.press("tab")
        assert "d log" in user.keys_line
        await user.press("o")
        assert "how close is Ana Lopez?" in user.screen
        await user.press("escape", "slash", "escape")
        assert "type a name, a place" in user.lines[2]
        assert "62 of 62" in user.lines[2]
        assert user.under_cursor.startswith("Ana Lopez")
        await user.press("escape", "1")
        assert "▸1 Today" in user.lines[0]


async def test_a_mark_narrows_the_search(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("2")
        await user.type("place:leeds circle:inner")
        inner = [one.name for one in user.book.contacts.values() if one.circle == "inner" and one.place == "Leeds"]
        assert f"{len(inner)} of 62" in user.lines[2]
        assert inner
        assert all(user.line(name) for name in inner)


async def test_somebody_new_is_made_from_what_was_searched_for(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("slash")
        await user.type("Zora Quist")
        assert user.under_cursor.startswith("+ somebody new: Zora Quist")
        await user.press("enter")
        assert '› @"Zora Quist"' in user.screen
        assert "new Zora Quist" in user.screen
        await user.press("enter")
        assert "1 of 63" in user.lines[2]
        assert user.under_cursor.startswith("Zora Quist")
        assert "Zora Quist" in {one.name for one in user.book.contacts.values()}


async def test_an_answer_is_written_under_the_question_that_tab_chooses(sample: Path) -> None:
    async with swell_on(sample) as user:
        await open_john(user)
        await user.press("a")
        assert "› John is looking for" in user.screen
        await user.press("tab")
        assert "› John is after" in user.screen
        await user.press("tab", "tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab")
        assert "› John is working on" in user.screen
        await user.write("a canoe")
        assert "told you today" in user.line("a canoe")
        assert user.line("a canoe")[1:].startswith("working on")
        said = [one for one in user.book.answers.values() if one.text == "a canoe"]
        assert [(one.contact, one.question, one.learnt) for one in said] == [
            (john(user.book).id, "working_on", "2026-11-22")
        ]


async def test_a_note_a_follow_up_and_a_call_are_written_from_the_page(sample: Path) -> None:
    async with swell_on(sample) as user:
        await open_john(user)
        await user.press("n")
        await user.write("likes tea")
        assert "note: likes tea" in user.screen
        await user.press("f")
        assert "› call John +1w" in user.screen
        await user.press("enter")
        assert "Sun 29 Nov" in user.line("call")
        await user.press("d", "enter")
        assert user.line("22 Nov →").rstrip().endswith("call")

        book = user.book
        mine = [one for one in book.interactions.values() if john(book).id in one.people and one.at > "2026-11-22"]
        assert [(one.kind, one.text) for one in mine] == [("note", "likes tea"), ("call", "")]
        assert [one.due for one in book.follow_ups.values() if john(book).id in one.people] == ["2026-11-29"]


async def test_circle_tag_and_fields_are_changed_from_the_page(sample: Path) -> None:
    async with swell_on(sample) as user:
        await open_john(user)
        await user.press("o")
        assert "how close is John Adeyemi?" in user.screen
        await user.press("j", "9", "1")
        assert user.news == "John Adeyemi: inner · u takes it back"
        assert "inner" in user.lines[2]
        await user.press("t")
        await user.write("rowing")
        await user.press("e")
        assert 'role:"head teacher"' in user.screen
        await user.write("role:captain")
        assert user.lines[3].startswith(" captain, Roundhay Primary")
        now = john(user.book)
        assert (now.circle, now.circle_on, now.role) == ("inner", "2026-11-22", "captain")
        assert "rowing" in now.tags

        await user.press("u", "u", "u")
        before = john(user.book)
        assert (before.circle, before.role, "rowing" in before.tags) == ("wide", "head teacher", False)


async def test_a_circle_is_picked_even_where_the_digit_comes_at_once(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.type("o1")
        await user.until("Ana Lopez: inner")
        assert user.news == "Ana Lopez: inner · u takes it back"
        assert "▸1 Today" in user.lines[0]


async def test_an_answer_is_dropped(sample: Path) -> None:
    async with swell_on(sample) as user:
        await open_john(user)
        assert "people with odd jobs" in user.under_cursor
        await user.press("x")
        assert "answer dropped: people with odd jobs" in user.news
        assert "people with odd jobs" not in "\n".join(user.lines[4:18])
        assert states(user.book.answers.values(), "people with odd jobs") == {"dropped"}
        await user.press("u")
        assert states(user.book.answers.values(), "people with odd jobs") == {"open"}
        assert "people with odd jobs" in user.screen


def states(answers: Iterable[object], text: str) -> set[str]:
    return {one.state for one in answers if one.text.startswith(text)}  # type: ignore[attr-defined]


async def test_a_page_is_left_by_escape_or_q_and_never_the_program(sample: Path) -> None:
    async with swell_on(sample) as user:
        for key in ("escape", "q", "h", "left"):
            await user.press("enter")
            assert "what they told you" in user.screen
            await user.press(key)
            assert "▸1 Today" in user.lines[0]
            assert "what they told you" not in user.screen
        await user.press("escape", "escape")
        assert user.app.is_running


async def test_the_address_under_the_cursor_is_sent_to_the_terminal(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("y")
        assert user.news == "sent to the terminal: ana@norte.example"
        assert user.app.clipboard == "ana@norte.example"
