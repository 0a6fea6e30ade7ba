"""The first start: an empty book teaches, people are brought in, five of them are chosen."""

from pathlib import Path

import pytest

from screenshots.take import settle
from tests.tui.desk_host import book_in, process, swell_on
from tui.app import SAMPLE, SwellApp

CONNECTIONS = """Notes:
"When exporting your connection data, some of the addresses may be missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Rosa,Marin,https://www.linkedin.com/in/rosa,rosa@quay.example,Quay Books,Editor,04 Mar 2024
Tariq,Aziz,https://www.linkedin.com/in/tariq,,Northlight,Producer,11 Nov 2021
Sinéad,Walsh,https://www.linkedin.com/in/sinead,sinead@harbour.example,Harbour,Nurse,02 Feb 2023
Wei,Zhang,https://www.linkedin.com/in/wei,,Lumen,Engineer,19 Sep 2020
"""


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return tmp_path / "book.json"


@pytest.fixture
def connections(tmp_path: Path) -> Path:
    path = tmp_path / "Connections.csv"
    path.write_text(CONNECTIONS, encoding="utf-8")
    return path


async def test_an_empty_book_says_how_to_begin_and_the_first_line_begins_it(empty: Path) -> None:
    async with swell_on(empty) as user:
        assert "Nothing in your book yet. It starts with you." in user.screen
        assert "c   Write one line" in user.screen
        assert "I   Bring your people" in user.screen
        assert "D   Look round a sample book first." in user.screen
        assert "Your book will be  ~/book.json" in user.screen
        assert "Today is Sunday 22 November in Europe/London" in user.screen
        assert not empty.exists()

        await user.press("c")
        await user.write('met @"Joe Miller" from Acme, he is looking for a designer')

        assert "Nothing in your book yet" not in user.screen
        assert user.news.startswith('+4 · met @"Joe Miller" from Acme')
        assert "Sunday 22 November" in user.screen
        assert "D sample" not in user.keys_line
    book = book_in(empty)
    (joe,) = book.contacts.values()
    assert (joe.name, joe.organisation) == ("Joe Miller", "Acme")
    assert [answer.text for answer in book.answers.values()] == ["a designer"]
    assert [one.people for one in book.interactions.values()] == [(joe.id,)]


async def test_the_gauge_answers_the_first_give_with_what_is_in_the_pipe(empty: Path) -> None:
    async with swell_on(empty) as user:
        assert user.lines[0].endswith(" 0")
        await user.press("c")
        await user.write("called @Ana about the move")
        assert user.lines[0].endswith("0 ↗ +4")


async def test_every_other_place_teaches_too_while_the_book_is_empty(empty: Path) -> None:
    teaches = {
        "3": "Two people who should know each other",
        "4": "Nothing yet. Press c and write what you gave",
        "5": "The gauge moves when you give",
        "2": "Nobody is in the book yet: c writes a line, I brings people in.",
    }
    async with swell_on(empty) as user:
        for place, words in teaches.items():
            await user.press(place)
            assert words in user.screen


async def test_the_sample_book_is_asked_for_with_one_key(empty: Path) -> None:
    app = SwellApp(process(empty).desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("D")
    assert app.return_value == SAMPLE
    assert not empty.exists()


async def test_people_are_brought_in_and_two_of_them_chosen(empty: Path, connections: Path) -> None:
    async with swell_on(empty) as user:
        await user.press("I")
        assert "LinkedIn (zip or Connections.csv), Google contacts" in user.screen
        await user.write(str(connections))
        await user.until("came in")
        assert "Four people came in." in user.screen
        assert "five are enough for a start" in user.screen

        await user.type("sin")
        assert user.under_cursor.startswith("Sinéad Walsh")
        await user.press("enter")
        assert "how close is Sinéad Walsh?" in user.screen
        assert "2 close (30 d)" in user.screen
        await user.press("2")
        assert "▰▱▱▱▱   Sinéad Walsh, close" in user.screen

        await user.type("tarq")
        await user.press("enter", "3")
        assert "▰▰▱▱▱   Sinéad Walsh, close · Tariq Aziz, active" in user.screen

        await user.press("escape")
        assert "▸1 Today" in user.lines[0]
    book = book_in(empty)
    circles = {one.name: one.circle for one in book.contacts.values()}
    assert circles == {"Rosa Marin": "", "Tariq Aziz": "active", "Sinéad Walsh": "close", "Wei Zhang": ""}
    assert {one.met_on for one in book.contacts.values()} >= {"2024-03-04", "2020-09-19"}


async def test_one_undo_takes_the_whole_import_back_and_redo_brings_it_again(empty: Path, connections: Path) -> None:
    async with swell_on(empty) as user:
        await user.press("I")
        await user.write(str(connections))
        await user.until("came in")
        await user.press("escape")
        await user.press("u")
        assert user.news == "taken back: imported 4 people from Connections.csv"
        assert "Nothing in your book yet" in user.screen
        assert not book_in(empty).contacts
        await user.press("ctrl+r")
        assert user.news == "made again: imported 4 people from Connections.csv"
        assert len(book_in(empty).contacts) == 4


async def test_a_second_import_of_the_file_changes_nothing(empty: Path, connections: Path) -> None:
    async with swell_on(empty) as user:
        await user.press("I")
        await user.write(str(connections))
        await user.until("came in")
        await user.press("escape")
        before = empty.read_bytes()
        await user.press("I")
        await user.write(str(connections))
        await user.until("known already")
        assert "No people came in, 4 were known already." in user.screen
        assert "then u takes it back" not in user.screen
        assert empty.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"a poem\nabout the sea\n", "is no address file that Swell can read", id="no address book"),
        pytest.param(b"", "is empty", id="an empty file"),
        pytest.param(None, "There is no file ", id="a missing file"),
        pytest.param(bytes(range(256)) * 8, "is no address file that Swell can read", id="bytes of no text"),
    ],
)
async def test_a_file_of_no_use_is_said_so_and_the_book_stays(
    empty: Path, connections: Path, tmp_path: Path, content: bytes | None, said: str
) -> None:
    useless = tmp_path / "f.csv"
    if content is not None:
        useless.write_bytes(content)
    async with swell_on(empty, size=(120, 24)) as user:
        await user.press("I")
        await user.write(str(connections))
        await user.until("came in")
        await user.press("escape")
        before = empty.read_bytes()
        await user.press("I")
        await user.write(str(useless))
        await user.until(said[:20])
        assert said in user.news
        assert "Traceback" not in user.screen
        await user.press("escape")
        assert "▸1 Today" in user.lines[0]
    assert empty.read_bytes() == before
