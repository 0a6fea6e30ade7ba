"""The user's own editor: it is given the line in a private file, and whatever goes wrong leaves the line as it was."""

import os
import signal
import stat
from pathlib import Path

import pytest

from cli.editor import Editor
from domain.errors import BadInputError


def script(folder: Path, words: str) -> str:
    """A program that stands in for an editor."""
    path = folder / "fake editor"
    path.write_text(f"#!/bin/sh\n{words}\n")
    path.chmod(0o700)
    return f"'{path}'"


def editor(folder: Path, words: str = "", **environment: str) -> Editor:
    chosen = {"EDITOR": script(folder, words)} if words else {}
    return Editor(str(folder / "drafts"), {"PATH": os.environ["PATH"], **chosen, **environment})


def test_the_text_comes_back_as_it_was_left(tmp_path: Path) -> None:
    add = editor(tmp_path, 'echo "called Ben" >> "$1"')
    assert add("called Łukasz").splitlines() == ["called Łukasz", "called Ben"]
    assert not any((tmp_path / "drafts").iterdir())


def test_the_file_is_private_and_lies_in_a_private_folder(tmp_path: Path) -> None:
    look = editor(tmp_path, 'stat -c "%a %n" "$1" "$(dirname "$1")" > "$1.seen"; cat "$1.seen" > "$1"; rm "$1.seen"')
    file, folder = look("called Ana").splitlines()
    assert file.startswith("600 ")
    assert folder == f"700 {tmp_path}/drafts"
    assert stat.S_IMODE((tmp_path / "drafts").stat().st_mode) == 0o700


def test_visual_comes_before_editor_and_may_have_words_of_its_own(tmp_path: Path) -> None:
    command = script(tmp_path, 'echo "$1" > "$2"')
    assert editor(tmp_path, EDITOR="false", VISUAL=f"{command} --wait")("called Ana") == "--wait\n"


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "No editor is chosen"),
        ({"EDITOR": "  "}, "No editor is chosen"),
        ({"EDITOR": "vi 'x"}, "EDITOR cannot be read (no closing quotation)"),
        ({"EDITOR": "no-such-editor"}, "no-such-editor could not be used (No such file or directory)"),
        ({"EDITOR": "false"}, "false ended with status 1"),
        ({"EDITOR": "rm"}, "rm could not be used (No such file or directory)"),
    ],
)
def test_what_goes_wrong_is_said(tmp_path: Path, environment: dict[str, str], said: str) -> None:
    with pytest.raises(BadInputError) as caught:
        editor(tmp_path, **environment)("called Ana")
    assert str(caught.value).startswith(said)
    assert str(caught.value).endswith("the line is as it was.")


def test_what_is_no_text_is_made_text(tmp_path: Path) -> None:
    assert editor(tmp_path, "printf 'called \\377Ana' > \"$1\"")("called Ana") == "called \ufffdAna"


def test_the_keyboard_signals_only_the_editor(tmp_path: Path) -> None:
    got: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: got.append(number))
    try:
        words = f"trap 'echo interrupted > \"$1\"' INT; kill -INT {os.getpid()}; kill -INT $$"
        assert editor(tmp_path, words)("called Ana") == "interrupted\n"
        assert got == []
        assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
