"""Bad input: one clear sentence on stderr, exit status 1, the book's bytes unchanged, never a traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command_line import Swell

READING = [("inbox",), ("inbox", "--count"), ("find", "ana"), ("show", "ana"), ("log",), ("momentum",)]
MORE_READING = [("momentum", "--short"), ("undo", "--list"), ("inbox", "--json")]
CHANGING = [("undo",), ("undo", "--redo")]
WRITING = [("add", "called @Ana"), *CHANGING]


def a_newer_book(path: Path) -> None:
    path.write_text('{\n"meta": {\n"1": {"app":"swell","format":99}\n},\n"contacts": {"x": 1}\n}\n')


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "no JSON": (lambda path: path.write_text("not json"), "cannot be opened"),
    "half a book": (lambda path: path.write_text('{"contacts": {"1'), "cannot be opened"),
    "a list": (lambda path: path.write_text("[1, 2]"), "cannot be opened"),
    "deeply nested": (lambda path: path.write_text('{"contacts": ' + "[" * 100_000), "cannot be opened"),
    "no text": (lambda path: path.write_bytes(b"\xff\xfe\x00" * 9), "cannot be opened"),
    "empty": (lambda path: path.write_text(""), "is empty"),
    "blank": (lambda path: path.write_text(" \n\n"), "is empty"),
    "a folder": (lambda path: path.mkdir(), "cannot be read (Is a directory)"),
    "a symlink to itself": (lambda path: path.symlink_to(path), "symbolic links"),
}
"""What may stand where the book should be, and what is said of it."""


def contents(path: Path) -> bytes | None:
    """The bytes of the file, where there is one."""
    return path.read_bytes() if path.is_file() else None


@pytest.mark.parametrize("words", [*READING, *MORE_READING, *CHANGING])
@pytest.mark.parametrize("broken", BROKEN)
def test_a_book_that_cannot_be_opened_is_said_and_left_as_it_is(
    swell: Swell, broken: str, words: tuple[str, ...]
) -> None:
    write, told = BROKEN[broken]
    write(swell.book)
    before = contents(swell.book)
    answer = swell(*words)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"swell: {swell.book}")
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert contents(swell.book) == before


@pytest.mark.parametrize("words", [*READING, *MORE_READING, *WRITING])
def test_a_book_below_a_file_is_said(swell: Swell, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "file").write_text("x")
    path = tmp_path / "file" / "folder" / "book.json"
    answer = swell("--file", str(path), *words)
    assert (answer.status, answer.out) == (1, "")
    assert "Not a directory" in answer.err
    assert str(path) in answer.err
    assert answer.err.count("\n") == 1
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.parametrize("broken", BROKEN)
def test_a_line_is_kept_where_the_book_cannot_be_opened_and_filed_once_it_can(swell: Swell, broken: str) -> None:
    write, told = BROKEN[broken]
    write(swell.book)
    before = contents(swell.book)
    answer = swell("add", "called @Ana about the move")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.startswith("swell: kept in the spool, to be filed later: ")
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert contents(swell.book) == before
    assert swell("add", "messaged @Ana", "--json").json["reason"].startswith("waits in the spool: ")

    swell.book.rename(swell.folder / "aside")
    assert {one["raw"] for one in swell("log", "--json").json} == {"messaged @Ana", "called @Ana about the move"}
    assert swell("add", "thanked Ana").err == ""
    assert len(swell("log", "--json").json) == 3


@pytest.mark.parametrize("words", CHANGING)
def test_a_newer_book_is_not_written(swell: Swell, words: tuple[str, ...]) -> None:
    a_newer_book(swell.book)
    before = swell.bytes()
    answer = swell(*words)
    assert (answer.status, answer.out) == (1, "")
    assert "was written by a newer Swell (format 99; this one knows 2)" in answer.err
    assert answer.err.endswith("update Swell.\n")
    assert swell.bytes() == before


def test_a_line_waits_for_the_swell_that_knows_the_newer_book(swell: Swell) -> None:
    a_newer_book(swell.book)
    before = swell.bytes()
    answer = swell("add", "called @Ana")
    assert (answer.status, answer.out) == (0, "")
    assert "kept in the spool, to be filed later" in answer.err
    assert "newer Swell" in answer.err
    assert swell.bytes() == before
    assert "one captured line in the spool, not filed yet" in swell("inbox").err


@pytest.mark.parametrize("words", READING)
def test_reading_a_newer_book_says_so(swell: Swell, words: tuple[str, ...]) -> None:
    a_newer_book(swell.book)
    assert "newer Swell" in swell(*words).err


def test_a_newer_book_takes_no_import(swell: Swell, tmp_path: Path) -> None:
    a_newer_book(swell.book)
    cards = tmp_path / "cards.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Nadia Vale\nEND:VCARD\n")
    before = swell.bytes()
    assert "newer Swell" in swell("import", str(cards)).err
    assert swell.bytes() == before


ODD = [
    '{"contacts": []}',
    '{"contacts": null, "interactions": 7}',
    '{"contacts": {"1": 5}}',
    '{"contacts": {"1": {"id": "1", "name": ""}}}',
    '{"contacts": {"1": {"id": "1", "name": "A", "circle": "close", "circle_on": "zz", "birthday": "--99-99"}}}',
    '{"interactions": {"1": {"id": "1", "at": "x", "direction": "gave", "kind": "call"}}}',
    '{"interactions": {"1": {"id": "1", "at": "9999-99-99", "direction": "gave", "kind": "call", "people": ["zz"]}}}',
    '{"follow_ups": {"1": {"id": "1", "kind": "promise", "due": "soon"}}}',
    '{"answers": {"1": {"id": "1", "contact": "q", "question": "after", "text": "x", "learnt": "never"}}}',
    '{"introductions": {"1": {"id": "1", "a": "x", "b": "y", "since": "q"}}}',
    '{"captures": {"1": {"id": "1", "at": "", "line": "x"}}, "snoozes": {"1": {"id": "1", "key": "x", "until": "z"}}}',
    '{"pauses": {"1": {"id": "1", "first": "x", "last": "y"}}}',
    '{"steps": []}',
    '{"strange": {"1": {"id": "1"}}, "more": 5}',
]
"""Books whose records say what no Swell wrote."""


@pytest.mark.parametrize("book", ODD)
def test_odd_records_stop_no_command_with_more_than_a_sentence(swell: Swell, book: str) -> None:
    swell.book.write_text(book)
    for words in (*READING, *MORE_READING, ("show", "1", "--json"), ("log", "--json")):
        answer = swell(*words)
        assert answer.status in (0, 1)
        assert (answer.status == 1) <= answer.err.startswith("swell: ")
        assert swell.book.read_text() == book
    for words in WRITING:
        assert swell(*words).status in (0, 1)


@pytest.mark.parametrize("book", ['{"steps": {"1": {}}}', '{"meta": {"1": 7}}'])
@pytest.mark.parametrize("words", [("add", "called @Ana"), ("undo",)])
def test_a_damaged_history_or_format_is_said(swell: Swell, book: str, words: tuple[str, ...]) -> None:
    swell.book.write_text(book)
    assert swell(*words).status in (0, 1)


HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x9b2J",
    "\x1b]52;c;aGk=\x07",
    "\udcff\udc9b",
    "a\x00b",
    "\u202eabc",
    "back\x7f\x08",
    "x" * 10_000,
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "words",
    [
        ("find", "{}"),
        ("find", "--json", "{}"),
        ("show", "{}"),
        ("log", "{}"),
        ("add", "{}"),
        ("add", "--json", "called @Ana", "{}"),
        ("add", "--at", "{}", "x"),
        ("momentum", "--at", "{}"),
        ("inbox", "{}"),
        ("import", "{}"),
        ("import", "--{}"),
        ("{}",),
        ("--{}",),
        ("log", "--limit", "{}"),
    ],
)
def test_hostile_words_are_answered_in_clean_text(sample: Swell, words: tuple[str, ...], text: str) -> None:
    answer = sample(*(word.replace("{}", text) for word in words))
    assert answer.status in (0, 1, 2)
    said = (answer.out + answer.err).replace("\n", "")
    assert not any(ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 or letter == "\u202e" for letter in said)
    if answer.status:
        assert answer.err.startswith("swell: ")
        assert answer.err.count("\n") == 1


def test_what_cannot_be_found_is_said_shortly(sample: Swell) -> None:
    assert len(sample("show", "x" * 10_000).err) < 200


@pytest.mark.parametrize("name", ["book\udcff.json", "bo\x1b[31mok.json", "böök.json"])
def test_a_book_may_have_any_name(swell: Swell, tmp_path: Path, name: str) -> None:
    path = str(tmp_path / name)
    assert swell("--file", path, "add", "called @Ana").status == 0
    assert swell("--file", path, "find", "ana").out.startswith("Ana")
    told = swell("--file", path, "config").out
    assert "\x1b" not in told
    assert swell("--file", path, "config", "--json").json["book"] == path
