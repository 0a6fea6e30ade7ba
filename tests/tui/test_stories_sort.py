"""Getting people in: after a first import a few are chosen, the others are sorted twenty at a time, and none nags."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from domain.book import Remove, Work
from domain.errors import ChangedError
from domain.model import Contact, Interaction
from domain.settings import Settings
from tests.tui.desk_host import SMALL, WIDE, Clock, User, ascii_settings, book_in, process, swell_on
from tui.widgets.rows import RowList

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
PHONE = (40, 12)
FRIENDS = (
    "Rosa,Marin,,rosa@quay.example,Quay Books,Editor,04 Mar 2024\n"
    "Tariq,Aziz,,,Northlight,Producer,11 Nov 2021\n"
    "Sinéad,Walsh,,,Harbour,Nurse,02 Feb 2023\n"
    "Wei,Zhang,,,Lumen,Engineer,19 Sep 2020\n"
    "Priya,Nair,,,Monzo,Data lead,01 Mar 2024\n"
    "Priyanka,Rao,,,Hays,Recruiter,08 Nov 2021\n"
)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return tmp_path / "book.json"


@pytest.fixture
def friends(tmp_path: Path) -> Path:
    path = tmp_path / "Connections.csv"
    path.write_text(HEAD + FRIENDS, encoding="utf-8")
    return path


def stranger(number: int, **known: str) -> Contact:
    """Somebody in no circle; a higher number came later."""
    return Contact(
        id=f"{1_763_000_000_000 + number * 86_400_000:013d}{number:09d}", name=f"Person {number:03d}", **known
    )


def book_of(path: Path, people: int) -> Path:
    """A book with so many strangers, the last of whom is the newest."""
    process(path).put("brought in", *(stranger(number) for number in range(people)))
    return path


def circles(path: Path) -> dict[str, str]:
    """Who is in which circle."""
    return {one.name: one.circle for one in book_in(path).contacts.values() if one.circle}


def struck(user: User) -> list[str]:
    """The names of the struck rows."""
    known = user.book.contacts
    return [known[row.id].name for row in user.app.screen.query_one(RowList).rows if row.struck]


async def bring_in(user: User, path: Path) -> None:
    await user.press("I")
    await user.write(str(path))
    await user.until("came in")


async def test_whom_you_deal_with_comes_first_and_each_key_is_one_step(empty: Path) -> None:
    dealt = stranger(3)
    call = Interaction(
        id="1763900000000000000001", at="2026-11-03T10:00:00+00:00", direction="gave", kind="call", people=(dealt.id,)
    )
    book_of(empty, 30)
    process(empty).put("called", call, stranger(11, organisation="ACME"))
    async with swell_on(empty, settings=Settings(organisations=("Acme",))) as user:
        await user.press("O")
        assert user.lines[0].startswith(" Sort people   1 of 20 · 10 more")
        assert "▸1 Today" not in user.lines[0]
        assert user.under_cursor.startswith("Person 003")
        assert user.under_cursor.endswith("once, last 19 d ago")
        assert user.lines[3].startswith(" Person 011")
        assert user.lines[3].endswith("ACME, as you")
        assert user.lines[4].startswith(" Person 029")
        assert user.keys_line.startswith(" 1 inner  2 close  3 active  4 wide  0 never  j skip  u undo  esc stop")

        await user.press("2")
        assert user.under_cursor.startswith("Person 011")
        assert user.news == "Person 003: close · u takes it back"
        assert user.lines[2].startswith(" Person 003")
        assert user.lines[2].endswith("close")
        assert user.lines[0].startswith(" Sort people   2 of 20 · 10 more")
        assert "── Person 011 ──" in user.screen

        await user.press("1", "3", "4", "0")
        assert struck(user) == ["Person 003", "Person 011", "Person 029", "Person 028", "Person 027"]
        labels = [step.label for step in user.app.desk.steps()][:5]  # type: ignore[attr-defined]
        assert labels == [
            "Person 027: never", "Person 028: wide", "Person 029: active", "Person 011: inner", "Person 003: close",
        ]  # fmt: skip
    assert circles(empty) == {
        "Person 003": "close", "Person 011": "inner", "Person 029": "active", "Person 028": "wide",
        "Person 027": "never",
    }  # fmt: skip
    assert {one.circle_on for one in book_in(empty).contacts.values() if one.circle} == {"2026-11-22"}


async def test_keys_pressed_faster_than_the_book_is_written_are_each_for_the_next_person(empty: Path) -> None:
    async with swell_on(book_of(empty, 6)) as user:
        await user.press("O")
        await user.hurry("1", "2", "j", "3", "4", "escape")
        assert user.news == "four people sorted, 2 left: O goes on with them"
    assert circles(empty) == {
        "Person 005": "inner", "Person 004": "close", "Person 002": "active", "Person 001": "wide",
    }  # fmt: skip


async def test_u_takes_the_last_back_and_goes_back_to_them_as_often_as_there_is_something(empty: Path) -> None:
    clock = Clock()
    async with swell_on(book_of(empty, 50), clock=clock) as user:
        await user.press("c")
        await user.write("posted what I learned at the meetup")
        clock.move_on(timedelta(minutes=1))
        await user.press("O", "2", "j", "3", "G", "enter", "4")
        assert user.lines[0].startswith(" Sort people   2 of 20 · 10 more")

        await user.press("u")
        assert user.news == "taken back: Person 029: wide"
        assert user.under_cursor.startswith("Person 029")
        await user.press("u")
        assert user.under_cursor.startswith("Person 047")
        assert user.lines[0].startswith(" Sort people   3 of 20 · 30 more")
        await user.press("u")
        assert user.under_cursor.startswith("Person 049")
        assert struck(user) == []
        await user.press("u")
        assert user.news == "Nothing was done on this page yet; U lists the steps before."
        assert len(user.book.interactions) == 1

        await user.press("ctrl+r")
        assert user.news == "made again: Person 049: close"
        assert user.under_cursor.startswith("Person 048")
    assert circles(empty) == {"Person 049": "close"}


async def test_after_twenty_there_is_a_pause_and_the_next_come_with_one_key(empty: Path) -> None:
    async with swell_on(book_of(empty, 45)) as user:
        await user.press("O", *"2222222222", *"jjjjj", *"00000")
        assert user.under_cursor.startswith("+ the next 20")
        assert "15 people sorted: ten close, five never." in user.screen
        assert "Your circles bring about two people a week." in user.screen
        assert user.lines[0].startswith(" Sort people   20 of 20 · 25 more")
        assert "1 inner" not in user.keys_line
        assert "j skip" not in user.keys_line
        await user.press("2", "j")
        assert user.under_cursor.startswith("+ the next 20")

        await user.press("enter")
        assert user.lines[0].startswith(" Sort people   1 of 20 · 5 more")
        assert user.under_cursor.startswith("Person 024")
        await user.press("+")
        assert user.lines[0].startswith(" Sort people   1 of 5 ")
        await user.press(*"44444")
        assert user.under_cursor.startswith("That was everybody; 25 were left for another time.")
        await user.press("enter")
        assert user.news == "20 people sorted, 25 left: O goes on with them"
        assert "▸1 Today" in user.lines[0]

        await user.press("O")
        assert user.under_cursor.startswith("Person 034")
        assert user.lines[0].startswith(" Sort people   1 of 20 · 5 more")
        await user.press("escape")
        assert user.news == ""


async def test_several_are_marked_and_sorted_with_one_digit_and_one_undo(empty: Path) -> None:
    async with swell_on(book_of(empty, 8)) as user:
        await user.press("O", "space", "space", "j", "space")
        assert [line.endswith("●") for line in user.lines[2:7]] == [True, True, False, True, False]
        await user.press("escape")
        assert "●" not in user.screen
        await user.press("g", "v", "j", "3")
        assert user.news == "two people: active · u takes it back"
        assert user.under_cursor.startswith("Person 005")
        await user.press("*", "0")
        assert user.news == "six people: never · u takes it back"
        assert user.under_cursor.startswith("Everybody is sorted.")
        await user.press("u")
        assert user.under_cursor.startswith("Person 005")
        await user.press("u")
        assert user.under_cursor.startswith("Person 007")
    assert circles(empty) == {}


async def test_a_letter_keeps_its_meaning_and_the_list_its_place(empty: Path) -> None:
    async with swell_on(book_of(empty, 5)) as user:
        await user.press("O", "j", "a")
        await user.write("a flat in Lisbon")
        assert user.under_cursor.startswith("Person 003")
        assert "looking for   a flat in Lisbon" in user.screen
        await user.press("enter")
        assert user.lines[2].startswith(" Person 003")
        await user.press("escape", "2")
        assert "Person 003: close" in user.news
        await user.press("q")
        assert user.news == "one person sorted, 4 left: O goes on with them"


async def test_people_and_the_palette_open_it_too_and_a_second_o_goes_on(empty: Path) -> None:
    async with swell_on(book_of(empty, 25)) as user:
        await user.press("2", "tab", "O")
        assert user.lines[0].startswith(" Sort people   1 of 20 · 5 more")
        await user.press("O")
        assert user.lines[0].startswith(" Sort people   1 of 5")
        await user.press("escape")
        assert "▸2 People" in user.lines[0]
        await user.press("4", ":")
        await user.type("sort people")
        await user.until("Put people into circles")
        await user.pilot.pause(0.2)  # until the palette has shown all that it finds
        await user.press("enter")
        await user.until("1 of 20")
        assert user.lines[0].startswith(" Sort people   1 of 20 · 5 more")


async def test_what_another_process_does_meanwhile_is_seen_and_moves_nothing(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.LOOK_EVERY", 0.05)
    async with swell_on(book_of(empty, 6)) as user:
        await user.press("O", "j")
        other = process(empty)
        other.desk.set_circles([stranger(5).id], "wide")
        other.repository.apply(lambda _: Work("gone", (Remove("contacts", stranger(4).id),), None))
        other.put("another", stranger(9))
        await user.until("no longer in the book")
        assert user.lines[2].startswith(" Person 005")
        assert user.lines[2].endswith("wide")
        assert user.under_cursor.startswith("Person 004")
        assert user.under_cursor.endswith("no longer in the book")
        await user.press("2")
        assert user.under_cursor.startswith("Person 004")
        await user.press("k", "3", "j", "3")
        assert user.under_cursor.startswith("Person 001")
        await user.press("escape")
    assert circles(empty) == {"Person 005": "active", "Person 002": "active"}


async def test_a_write_that_fails_is_said_and_the_person_is_open_again(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with swell_on(book_of(empty, 3)) as user:
        await user.press("O")

        def refuse(*_: object) -> None:
            raise ChangedError("The book is open for reading only.")

        monkeypatch.setattr(user.app.desk, "set_circles", refuse)  # type: ignore[attr-defined]
        await user.press("2")
        assert user.news == "The book is open for reading only."
        assert user.under_cursor.startswith("Person 002")
        assert struck(user) == []
        await user.press("escape")
        assert user.news == ""


async def test_with_nobody_to_sort_it_says_so(empty: Path) -> None:
    async with swell_on(empty) as user:
        await user.press("O")
        assert "Nothing in your book yet" in user.screen
        await user.press("c")
        await user.write("called @Ana about the move")
        await user.press("O", "1", "escape", "O")
        assert user.under_cursor.startswith("Nobody waits to be sorted.")
        assert "Your circles bring about one person a week." in user.screen
        await user.press("1", "+", "escape")
        assert "▸1 Today" in user.lines[0]


@pytest.mark.parametrize("size", [SMALL, WIDE, PHONE])
async def test_long_and_foreign_names_stay_on_their_lines_in_ascii(empty: Path, size: tuple[int, int]) -> None:
    process(empty).put(
        "brought in",
        stranger(1, organisation="Ministry of Extraordinarily Long Names and of Other Things", role="secretary"),
        Contact(id=stranger(2).id, name="王" * 60, organisation="研究所" * 20),
        Contact(id=stranger(3).id, name="Maximiliana " * 12),
    )
    async with swell_on(empty, size=size, settings=ascii_settings()) as user:
        await user.press("O", "2", "3")
        for drawn in user.lines:
            own = "".join(letter for letter in drawn if letter not in "王研究所")
            assert own.isascii()
        assert user.lines[-2].startswith("-- 王")
        assert ": active" in user.lines[-2] or size == PHONE


async def test_two_hundred_sorted_in_one_sitting_do_not_all_fall_due_on_one_day(empty: Path) -> None:
    clock = Clock()
    async with swell_on(book_of(empty, 200), clock=clock) as user:
        await user.press("O")
        for _ in range(10):
            await user.press("*", "2", "+")
        await user.press("escape")
        assert user.news == "200 people sorted, nobody is left"
        assert "Your circles" not in user.screen
        assert "rhythm" not in user.screen
    assert len(circles(empty)) == 200

    desk = process(empty, clock=clock).desk
    arrived: Counter[str] = Counter()
    known: set[str] = set()
    for _ in range(40):
        clock.move_on(timedelta(days=1))
        inbox = desk.inbox()
        assert sum(item.source == "rhythm" for item in inbox.today) <= 2
        due = {key for key in (*(item.key for item in inbox.today), *inbox.more.keys()) if key.startswith("rhythm:")}
        arrived[clock.moment.day] += len(due - known)
        known |= due
    assert len(known) == 200
    assert max(arrived.values()) < 20
    assert len([day for day, many in arrived.items() if many]) > 25


async def test_after_a_first_import_a_few_are_chosen_and_one_is_asked_about(empty: Path, friends: Path) -> None:
    async with swell_on(empty) as user:
        await bring_in(user, friends)
        assert "Six people came in." in user.screen
        assert "esc, then u takes it back" in user.screen
        assert "None of them will nag you. Swell asks only about people you choose." in user.screen
        assert "chosen   ▱▱▱▱▱   nobody yet" in user.screen
        assert "O   sort them, 20 at a time" in user.screen

        await user.type("pri")
        assert user.under_cursor.startswith("Priya Nair")
        assert "connected March 2024" in user.under_cursor
        assert "Priyanka Rao" in user.screen
        await user.type("2")
        assert "pri2" in user.screen
        await user.press("backspace", "down", "enter")
        assert "how close is Priyanka Rao?" in user.screen
        await user.press("2")
        assert "chosen   ▰▱▱▱▱   Priyanka Rao, close" in user.screen
        assert "a   Priyanka is looking for …" in user.screen

        await user.press("tab")
        assert user.under_cursor.strip().startswith("a   Priyanka is looking for …")
        await user.press("a")
        assert "› Priyanka is looking for" in user.screen
        await user.write("a data engineer")
        assert user.under_cursor.strip().startswith("a   Priyanka is looking for …")

        await user.press("tab")
        await user.type("sin")
        await user.press("enter", "3")
        assert "▰▰▱▱▱   Priyanka Rao, close · Sinéad Walsh, active" in user.screen
        assert "a   Sinéad is looking for …" in user.screen
        await user.press("escape")
        assert "▸1 Today" in user.lines[0]
    assert circles(empty) == {"Priyanka Rao": "close", "Sinéad Walsh": "active"}
    assert [answer.text for answer in book_in(empty).answers.values()] == ["a data engineer"]


async def test_of_hundreds_who_came_in_anybody_is_found_at_once(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    crowd = "".join(f"Person,Number{number},,,Lumen,Engineer,04 Mar 2024\n" for number in range(300))
    path.write_text(HEAD + crowd + FRIENDS, encoding="utf-8")
    async with swell_on(empty) as user:
        await bring_in(user, path)
        assert "306 people came in." in user.screen
        await user.type("priya")
        assert user.under_cursor.startswith("Priya Nair")
        await user.press("enter", "2", "tab", "O")
        assert user.lines[0].startswith(" Sort people   1 of 20 · 285 more")


async def test_five_are_enough_and_o_goes_on_from_there(empty: Path, friends: Path) -> None:
    async with swell_on(empty) as user:
        await bring_in(user, friends)
        for name in ("rosa", "tariq", "sinead", "wei", "priya"):
            await user.type(name)
            await user.press("enter", "4")
        assert "▰▰▰▰▰   Rosa Marin, wide · Tariq Aziz, wide · Sinéad Walsh, wide\n" in user.screen
        assert "         Wei Zhang, wide · Priya Nair, wide\n" in user.screen
        assert user.under_cursor.strip().startswith("a   Rosa is looking for …")
        await user.press("O")
        assert user.lines[0].startswith(" Sort people   1 of 1")
        assert user.under_cursor.startswith("Priyanka Rao")
        await user.press("0", "escape")
        assert user.news == "one person sorted, nobody is left"
        assert "▸1 Today" in user.lines[0]


async def test_escape_clears_the_field_first_and_then_goes_to_today(empty: Path, friends: Path) -> None:
    async with swell_on(empty) as user:
        await bring_in(user, friends)
        await user.type("xyzzy")
        assert "nobody fits" in user.screen
        await user.press("enter", "escape")
        assert "nobody fits" not in user.screen
        assert "five are enough" in user.screen
        await user.press("tab", "u")
        await user.until("Nothing in your book yet")
        assert "Nothing in your book yet" in user.screen
    assert not book_in(empty).contacts


async def test_rows_that_need_a_look_are_told_until_a_name_is_typed(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    nameless = "".join(f",,,nobody{number}@x.example,,,04 Mar 2024\n" for number in range(6))
    path.write_text(HEAD + FRIENDS + nameless, encoding="utf-8")
    async with swell_on(empty) as user:
        await bring_in(user, path)
        assert "Six people came in, six rows need a look." in user.screen
        assert "Connections.csv, line 8:" in user.screen
        assert "and 3 more; swell import --dry-run lists them" in user.screen
        await user.type("r")
        assert "Connections.csv, line" not in user.screen


async def test_with_somebody_in_a_circle_an_import_only_says_what_came_in(sample: Path, friends: Path) -> None:
    async with swell_on(sample) as user:
        await bring_in(user, friends)
        assert "people came in" in user.screen
        assert "five are enough" not in user.screen
        assert "O    sort them, 20 at a time; until then none of them will nag you" in user.screen
        before = len(user.book.contacts)
        await user.press("u")
        assert user.news == "taken back: imported 6 people from Connections.csv"
        assert len(user.book.contacts) == before - 6
        assert "came in" not in "\n".join(user.lines[:-2])

        await user.press("enter")
        await user.until("came in")
        await user.press("O")
        assert user.lines[0].startswith(" Sort people   1 of 20")
