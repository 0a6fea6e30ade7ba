"""The way in: help, the choice of the book, and exit status 2 for words that are no usage."""

from pathlib import Path

import pytest

from cli.main import COMMANDS, TOPICS
from tests.cli.command_line import Swell


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("help",), ("help", "nonsense")])
def test_help_lists_every_command_within_80_columns(swell: Swell, words: tuple[str, ...]) -> None:
    answer = swell(*words)
    assert answer.status == 0
    assert answer.err == ""
    assert all(f"\n  {command} " in answer.out for command in COMMANDS)
    assert max(map(len, answer.lines)) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_within_80_columns(swell: Swell, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    answer = swell(command, "--help")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"usage: swell {command} ")
    assert "--json" in answer.out or command == "capture"
    assert max(map(len, answer.lines)) <= 80
    assert (swell("help", command).out == answer.out) == (command not in TOPICS)
    assert not swell.book.exists()


def test_the_version_is_said(swell: Swell) -> None:
    assert swell("--version").out == swell("-V").out == "swell 0.1.0\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nonsense",), "there is no command “nonsense”"),
        (("--json", "inbox"), "there is no option “--json”"),
        (("--filet", "x", "inbox"), "there is no option “--filet”"),
        (("--file",), "--file wants the path of a book"),
        (("--file=", "inbox"), "--file wants the path of a book"),
        (("--file", "", "inbox"), "--file wants the path of a book"),
        (("inbox", "--nope"), "unrecognized arguments: --nope"),
        (("inbox", "ana"), "unrecognized arguments: ana"),
        (("inbox", "--cou"), "unrecognized arguments: --cou"),
        (("find",), "query"),
        (("show",), "contact"),
        (("import",), "FILE"),
        (("log", "--limit", "0"), "“0” is no number from 1 on"),
        (("find", "ana", "--limit", "many"), "“many” is no number from 1 on"),
        (("momentum", "--at"), "--at"),
        (("add", "--at"), "--at wants a day"),
        (("add", "called", "@Ana", "--at"), "--at wants a day"),
        (("demo", "--json"), "--json goes with --into"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(swell: Swell, words: tuple[str, ...], told: str) -> None:
    answer = swell(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith("swell: ")
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert "--help" in answer.err
    assert not swell.book.exists()


def test_the_book_is_that_of_file_else_of_the_variable(swell: Swell, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    swell("add", "called", "@Ana")
    swell("--file", str(other), "add", "called", "@Ben")
    assert "Ana" in swell.book.read_text()
    assert "Ben" not in swell.book.read_text()
    assert swell(f"--file={other}", "show", "ben", "--brief").lines[0].startswith("Ben")
    assert swell("show", "ben").status == 1


def test_the_last_of_several_books_counts(swell: Swell, tmp_path: Path) -> None:
    swell("--file", str(tmp_path / "one.json"), "--file", str(tmp_path / "two.json"), "add", "called", "@Ana")
    assert [path.name for path in tmp_path.glob("*.json")] == ["two.json"]


def test_a_book_and_its_folder_are_private(swell: Swell, tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "book.json"
    assert swell("--file", str(path), "add", "called", "@Ana").status == 0
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_the_app_needs_a_terminal(swell: Swell) -> None:
    for words in ((), ("demo",)):
        answer = swell(*words)
        assert answer.status == 1
        assert "needs a terminal" in answer.err
        assert answer.err.count("\n") == 1


def test_demo_writes_the_sample_book_to_a_new_file_only(swell: Swell, tmp_path: Path) -> None:
    path = tmp_path / "look.json"
    answer = swell("demo", "--into", str(path))
    assert answer.status == 0
    assert answer.out == f"The sample book is in {path}; swell --file {path} opens it.\n"
    before = path.read_bytes()
    again = swell("demo", "--into", str(path))
    assert again.status == 1
    assert "is there already" in again.err
    assert path.read_bytes() == before
    assert swell("demo", "--into", "").status == 1
    assert not swell.book.exists()


def test_demo_as_json_names_the_book(swell: Swell, tmp_path: Path) -> None:
    path = tmp_path / "look.json"
    told = swell("demo", "--into", str(path), "--json").json
    assert (told["ok"], told["book"]) == (True, str(path))
    assert len(swell("--file", str(path), "log", "--json").json) < told["records"]


def test_demo_ends_today(swell: Swell, tmp_path: Path) -> None:
    path = tmp_path / "look.json"
    swell("demo", "--into", str(path))
    assert swell("--file", str(path), "log", "--limit", "1").out.startswith("2026-11-2")
    assert swell("--file", str(path), "inbox", "--count").out.strip() != "0"
