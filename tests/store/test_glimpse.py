"""The quick look at a book says what its reader says, whatever the pieces are that it is read in."""

from pathlib import Path

import pytest

from domain.errors import BookError
from domain.model import TABLES
from store import glimpse
from store.glimpse import Glimpse
from store.reader import Reader
from tests.tui.desk_host import write_sample


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "book.json")


@pytest.mark.parametrize("piece", [1, 700, 5_000, 10_000_000])
def test_every_table_is_read_as_by_the_reader(book: Path, piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glimpse, "PIECE", piece)
    whole, looked = Reader(str(book)).book(), Glimpse(str(book))
    for name in (*reversed(TABLES), "nothing of the kind"):
        assert looked.table(name) == whole.table(name)


def test_people_are_known_by_name_before_all_else_is_read(book: Path) -> None:
    whole, looked = Reader(str(book)).book(), Glimpse(str(book))
    called = [one for piece in looked.called() for one in piece]
    assert [(one.id, one.name, one.aliases) for one in called] == [
        (one.id, one.name, one.aliases) for one in whole.contacts.values()
    ]
    key = list(whole.contacts)[-1]
    assert looked.record("contacts", key) == whole.contacts[key]


def test_the_latest_lines_come_last(book: Path) -> None:
    lines = Glimpse(str(book)).latest_lines(10)
    whole = Reader(str(book)).book()
    newest = max((one for one in whole.interactions.values() if one.raw), key=lambda one: one.id)
    assert 0 < len(lines) <= 10
    assert newest.raw in lines
    assert len(set(lines)) == len(lines)


def test_a_book_that_is_not_there_is_empty(tmp_path: Path) -> None:
    looked = Glimpse(str(tmp_path / "book.json"))
    assert looked.table("contacts") == {}
    assert looked.latest_lines(10) == []


@pytest.mark.parametrize(
    "data",
    [
        '{"contacts": {"1": {"id": "1", "name": "Ana"}}}',
        '{\n  "contacts": {\n    "1": {"id": "1", "name": "Ana"}\n  }\n}\n',
        '{\n"contacts": {\n"1": {"id": "1", "name": "An',
        '{\n"contacts": {\n"1": nonsense\n}\n}\n',
        "no JSON at all",
    ],
)
def test_what_is_laid_out_otherwise_is_left_to_the_reader(tmp_path: Path, data: str) -> None:
    path = tmp_path / "book.json"
    path.write_text(data)
    with pytest.raises(BookError):
        Glimpse(str(path)).table("contacts")
