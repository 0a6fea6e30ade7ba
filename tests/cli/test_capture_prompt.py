"""The hotkey prompt as it is used: on a real terminal, with real keys, real signals and a real book."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from domain.text import clean
from store.kept_inbox import files_state, read_counts
from store.lock import locked
from store.spool import waiting
from store.storage import lock_path
from tests.cli.prompt_terminal import (
    BACK_TAB,
    BACKSPACE,
    CAPTURE,
    DELETE,
    DOWN,
    ENTER,
    ESC,
    HOME,
    LEFT,
    SWELL,
    TAB,
    UP,
    Desk,
    ctrl,
    desk_in,
    pasted,
)
from tests.tui.real_terminal import AT_FIRST, LIMIT, RealTerminal, seconds_used

BASH = ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"]
PROMPT = "ready$ "
EMPTY = "such as: called Ana"
"""What stands under an empty line."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_in(tmp_path)


def left(prompt: RealTerminal) -> int:
    """The exit status, once the prompt has gone and left the terminal as it was found."""
    status = prompt.ended()
    assert prompt.is_sane
    return status


def ready(prompt: RealTerminal) -> RealTerminal:
    """The prompt, once it knows the book and is at rest."""
    prompt.wait_for(EMPTY)
    prompt.settle()
    return prompt


def test_a_line_is_understood_as_it_is_typed_and_in_the_book_after_enter(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana about the move")
        prompt.wait_for("gave · call · Ana Lopez · today")
        prompt.wait_for("enter keep · tab take · ↑ last · esc leave, draft kept")
        prompt.send(ENTER)
        assert left(prompt) == 0
        assert prompt.lines[0].startswith("Kept: gave · call · Ana Lopez")
        assert prompt.lines[1:] == [""] * 23
    assert desk.captured == ["called Ana about the move"]
    assert waiting(str(desk.book)) == []


@pytest.mark.parametrize("enter", ["\r", "\n"])
def test_keys_that_were_typed_before_the_prompt_is_there_are_not_lost(desk: Desk, enter: str) -> None:
    with desk.capture(typed_ahead=f"called Ana{enter}") as prompt:
        assert left(prompt) == 0
    assert desk.captured == ["called Ana"]


def test_keys_that_come_while_it_starts_are_not_lost(desk: Desk) -> None:
    with desk.capture() as prompt:
        for letter in "coffee with Ben 45m\r":
            prompt.send(letter)
            time.sleep(0.005)
        assert left(prompt) == 0
    assert desk.captured == ["coffee with Ben 45m"]


def test_a_line_may_be_begun_from_the_shell(desk: Desk) -> None:
    with desk.capture("called", "Ana") as prompt:
        prompt.wait_for("gave · call · Ana Lopez")
        prompt.send("about the move\r")
        assert left(prompt) == 0
    assert desk.captured == ["called Ana about the move"]


def test_esc_leaves_with_a_draft_which_up_brings_back(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana abo")
        prompt.wait_for("Ana Lopez")
        prompt.send(ESC)
        assert left(prompt) == 0
        assert prompt.lines[0] == "Draft kept (↑ in swell capture): called Ana abo"
    assert desk.captured == []
    with desk.capture() as prompt:
        prompt.wait_for("↑ draft: called Ana abo")
        prompt.send(UP + "ut the move")
        prompt.wait_for("› called Ana about the move")
        prompt.send(ENTER)
        assert left(prompt) == 0
    assert desk.captured == ["called Ana about the move"]
    assert desk.drafts() == []


def test_leaving_an_empty_line_says_and_leaves_nothing(desk: Desk) -> None:
    for key in (ESC, ENTER, ctrl("d")):
        with desk.capture() as prompt:
            ready(prompt).send(key)
            assert left(prompt) == 0
            assert prompt.lines == [""] * 24
            assert prompt.cursor == (0, 0)
    assert desk.drafts() == []


def test_ctrl_c_leaves_as_esc_does_and_says_so_to_the_shell(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana" + ctrl("c"))
        assert left(prompt) == 130
    assert desk.drafts() == ["called Ana"]


def test_up_brings_the_lines_that_were_kept_newest_first(desk: Desk) -> None:
    for line in ("called Ana", "coffee with Ben"):
        subprocess.run([*SWELL, "add", line], env=desk.environment, check=True, capture_output=True)
    with desk.capture() as prompt:
        ready(prompt).send("called Pri" + UP)
        prompt.wait_for("› coffee with Ben")
        prompt.send(UP)
        prompt.wait_for("› called Ana")
        prompt.send(UP + DOWN + DOWN + DOWN)
        prompt.wait_for("› called Pri")
        prompt.send(ctrl("u") + ESC)
        assert left(prompt) == 0


def test_tab_goes_round_what_may_be_meant(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Sam")
        prompt.wait_for("which Sam? Sam Hill · Sam Okoro")
        prompt.wait_for("enter keep unfiled · tab choose")
        prompt.send(TAB)
        prompt.wait_for("▸ Sam Hill · Sam Okoro")
        prompt.send(TAB)
        prompt.wait_for("Sam Hill · ▸ Sam Okoro")
        prompt.send(BACK_TAB + DOWN)
        prompt.wait_for("Sam Hill · ▸ Sam Okoro")
        prompt.send(ENTER)
        assert left(prompt) == 0
    [call] = desk.read().interactions.values()
    assert desk.read().contacts[call.people[0]].name == "Sam Okoro"


def test_an_unclear_line_is_kept_unfiled_and_says_why(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Sam\r")
        assert left(prompt) == 0
        assert prompt.lines[0].startswith("Kept unfiled: two people are called Sam")
    assert [one.line for one in desk.read().captures.values()] == ["called Sam"]


def test_a_word_is_turned_into_plain_text_and_back(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana #x" + ctrl("t"))
        prompt.wait_for(r"› called Ana \#x")
        prompt.send(ctrl("t"))
        prompt.wait_for("› called Ana #x")
        prompt.send(ESC)
        left(prompt)


def test_several_pasted_lines_are_shown_before_they_are_kept(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send(pasted("called Ana\r- coffee with Ben\ncalled Sam\n"))
        prompt.wait_for("enter keep all 3")
        prompt.wait_for("1 called Ana")
        prompt.wait_for("2 coffee with Ben")
        prompt.wait_for("two people are called Sam")
        prompt.send(UP)
        prompt.wait_for("› called Sam")
        prompt.send(" Hill" + ENTER)
        prompt.wait_for("3 called Sam Hill")
        prompt.send(ENTER)
        assert left(prompt) == 0
        assert prompt.lines[0] == "3 kept."
    assert desk.captured == ["called Ana", "coffee with Ben", "called Sam Hill"]


def test_one_pasted_line_goes_into_the_line(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana" + LEFT * 3 + pasted("Ben and \n") + ENTER)
        assert left(prompt) == 0
    assert desk.captured == ["called Ben and Ana"]


def test_many_stays_open_and_marks_alone_hold_for_what_follows(desk: Desk) -> None:
    with desk.capture("--many", size=(72, 7)) as prompt:
        prompt.wait_for("one line a capture")
        prompt.send("tag:pyleeds\rmet @Joe\rcalled Ana")
        prompt.wait_for("#pyleeds")
        prompt.send(ENTER)
        prompt.wait_for("enter keep all 2")
        prompt.send(ENTER)
        assert left(prompt) == 0
        assert prompt.lines[0] == "2 kept."
    assert {one.tags for one in desk.read().interactions.values()} == {("pyleeds",)}


def test_many_that_is_left_goes_on_where_it_was(desk: Desk) -> None:
    with desk.capture("--many") as prompt:
        prompt.wait_for("one line a capture")
        prompt.send("called Ana\rcoffee with Ben\rhelp")
        prompt.wait_for("2 coffee with Ben")
        prompt.settle()
        prompt.send(ESC)
        assert left(prompt) == 0
        assert prompt.lines[0] == "Three lines kept as drafts; swell capture --many goes on with them."
    with desk.capture("--many") as prompt:
        prompt.wait_for("enter keep all 2")
        prompt.wait_for("2 coffee with Ben")
        prompt.send(UP + ctrl("u") + ENTER)
        prompt.wait_for("enter keep it")
        prompt.settle()
        prompt.send(ENTER)
        assert left(prompt) == 0
    assert desk.captured == ["called Ana"]


def test_hidden_names_are_initials(desk: Desk) -> None:
    with desk.capture("--hide") as prompt:
        ready(prompt).send("called ana about the move")
        prompt.wait_for("gave · call · A. L. · today")
        prompt.send(ctrl("u") + "called Sam")
        prompt.wait_for("which Sam? S. H. · S. O.")
        prompt.send(TAB)
        prompt.wait_for("▸ S. H. · S. O.")
        assert b"Okoro" not in prompt.sent
        prompt.send(ctrl("u") + "called @pri")
        prompt.settle()
        prompt.send(TAB)
        prompt.wait_for("▸ P. N., Monzo")
        prompt.send(ENTER)
        assert left(prompt) == 0
        assert prompt.lines[0] == "Kept."


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("met 李雷", 11),
        ("met e\u0301ve", 10),
        ("met 👨\u200d👩\u200d👧", 13),
        ("met ❤\ufe0f x", 10),
        ("met 🇵🇹", 9),
        ("met אבא", 10),
        ("met नमस्ते", None),
    ],
)
def test_the_cursor_stands_after_letters_of_any_width(desk: Desk, line: str, column: int | None) -> None:
    with desk.capture() as prompt:
        ready(prompt).send(line)
        prompt.wait_for("met ")
        prompt.settle()
        if column is not None:
            assert prompt.cursor == (0, column)
        prompt.send(ENTER)
        assert left(prompt) == 0
    assert desk.captured == [line]


def test_a_long_line_moves_so_that_the_cursor_is_seen(desk: Desk) -> None:
    line = "called Ana about " + "the studio in Leeds and " * 9 + "the move"
    with desk.capture(size=(40, 4)) as prompt:
        prompt.wait_for("›")
        prompt.send(line)
        prompt.wait_for("the move")
        prompt.settle()
        assert prompt.cursor[0] == 0
        prompt.send(HOME + DELETE + "C")
        prompt.wait_for("› Called Ana")
        prompt.send(ENTER)
        assert left(prompt) == 0
    assert desk.captured == ["C" + line[1:]]


def test_ten_thousand_letters_are_kept(desk: Desk) -> None:
    line = "called Ana " + "x" * 10_000
    with desk.capture() as prompt:
        ready(prompt).send(line)
        prompt.settle()
        prompt.send(ENTER)
        assert left(prompt) == 0
    assert desk.captured == [line]


HOSTILE = "called Ana \x9b2J\u202eevil\u2028[@click=app.quit]x[/]"


def test_hostile_letters_are_shown_and_kept_and_never_obeyed(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send(HOSTILE)
        prompt.wait_for("[@click=app.quit]x[/]")
        prompt.settle()
        for letter in ("\x9b", "\u202e", "\u2028"):
            assert letter.encode() not in prompt.sent
        prompt.send(ENTER)
        assert left(prompt) == 0
        assert "\u202e".encode() not in prompt.sent
    [kept] = desk.captured
    assert clean(kept) == clean(HOSTILE)


def test_a_pasted_binary_is_kept_and_presses_no_key(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send(b"\x1b[200~\x7fELF\x02\x00\x03\x1b[31m\xff\xfe\x1b[201~")
        prompt.wait_for("ELF")
        prompt.settle()
        prompt.send(ENTER)
        assert left(prompt) == 0
        assert b"\x1b[31m\xff" not in prompt.sent
    assert len(desk.captured) == 1


def test_bytes_that_are_no_text_end_nothing(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send(b"met S\xf8ren\r")
        assert left(prompt) == 0
    assert desk.captured == ["met S\ufffdren"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_sane_and_a_draft(desk: Desk, number: signal.Signals) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana")
        prompt.wait_for("Ana Lopez")
        prompt.signal(number)
        assert left(prompt) == 128 + number
    assert desk.drafts() == ["called Ana"]


def test_a_terminal_that_goes_leaves_a_draft(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana")
        prompt.wait_for("Ana Lopez")
        prompt.vanish()
        assert prompt.ended() != 0
    assert desk.drafts() == ["called Ana"]


def test_a_kill_loses_no_more_than_the_last_moment(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana about the move")
        prompt.wait_for("Ana Lopez")
        drafts = desk.folder / "book.json.d" / "drafts"
        while not list(drafts.glob("*.json")):
            time.sleep(0.05)
        prompt.signal(signal.SIGKILL)
        prompt.ended()
    assert desk.drafts() == ["called Ana about the move"]


def test_a_line_that_is_kept_is_no_draft_any_longer(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana")
        drafts = desk.folder / "book.json.d" / "drafts"
        while not list(drafts.glob("*.json")):
            time.sleep(0.05)
        prompt.send(ENTER)
        assert left(prompt) == 0
    assert desk.drafts() == []


def test_while_another_writes_the_line_is_kept_and_filed_by_whoever_comes_next(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana")
        prompt.wait_for("Ana Lopez")
        with locked(lock_path(str(desk.book)), 5):
            prompt.send(ENTER)
            assert left(prompt) == 0
        assert "kept in the spool, to be filed later" in prompt.text
    assert len(waiting(str(desk.book))) == 1
    subprocess.run([*SWELL, "log"], env=desk.environment, check=True, capture_output=True)
    subprocess.run([*SWELL, "log"], env=desk.environment, check=True, capture_output=True)
    assert desk.captured == ["called Ana"]


@pytest.mark.parametrize("words", [(), ("--many",)])
def test_the_count_that_was_kept_for_a_status_line_follows(desk: Desk, words: tuple[str, ...]) -> None:
    subprocess.run([*SWELL, "inbox", "--count"], env=desk.environment, check=True, capture_output=True)
    until_counted(desk)
    with desk.capture(*words) as prompt:
        prompt.settle()
        prompt.send("promised Ana the deck +1d" + ENTER * (1 + len(words)))
        assert left(prompt) == 0
    until_counted(desk)


def until_counted(desk: Desk) -> None:
    """Wait until the count that is kept is that of the book as it is, with nobody asking; raises TimeoutError."""
    until = time.monotonic() + LIMIT
    book, settings = str(desk.book), desk.environment["SWELL_CONFIG"]
    while (kept := read_counts(book)) is None or kept.state != files_state(book, settings):
        if time.monotonic() > until:
            raise TimeoutError("the count was left as it was")
        time.sleep(0.02)


def test_a_kill_between_the_spool_and_the_book_loses_and_doubles_nothing(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana")
        prompt.wait_for("Ana Lopez")
        with locked(lock_path(str(desk.book)), 5):
            prompt.send(ENTER)
            while not waiting(str(desk.book)):
                time.sleep(0.01)
            prompt.signal(signal.SIGKILL)
            prompt.ended()
    for _ in range(2):
        subprocess.run([*SWELL, "log"], env=desk.environment, check=True, capture_output=True)
    assert desk.captured == ["called Ana"]
    assert len(desk.read().interactions) == 1


def test_a_damaged_book_still_takes_a_line(desk: Desk) -> None:
    desk.book.write_text('{"contacts": {"1": ')
    with desk.capture() as prompt:
        prompt.wait_for(str(desk.book)[:40])
        prompt.send("called Ana")
        prompt.wait_for("gave · call")
        prompt.send(ENTER)
        assert left(prompt) == 0
        assert "kept in the spool, to be filed later" in prompt.text
    assert len(waiting(str(desk.book))) == 1
    assert desk.book.read_text() == '{"contacts": {"1": '


def test_where_there_is_no_book_yet_the_first_line_makes_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with desk.capture() as prompt:
        ready(prompt).send("posted what I learned\r")
        assert left(prompt) == 0
    assert desk.captured == ["posted what I learned"]


@pytest.mark.skipif(os.geteuid() == 0, reason="who may do everything is stopped by no mode")
def test_where_nothing_can_be_written_the_line_is_given_back(desk: Desk) -> None:
    desk.folder.chmod(0o500)
    _given_back(desk)


def test_where_no_spool_can_be_made_the_line_is_given_back(desk: Desk) -> None:
    Path(f"{desk.book}.d").write_text("in the way")
    _given_back(desk)


def test_on_a_full_disk_the_line_is_given_back(desk: Desk) -> None:
    full = [BASH[0], "-c", f"ulimit -f 0; exec {' '.join(CAPTURE)}"]
    with RealTerminal(full, desk.environment | {"PYTHONDONTWRITEBYTECODE": "1"}, size=(200, 24)) as prompt:
        _is_given_back(prompt)


def test_a_popup_stays_until_what_is_given_back_is_read(desk: Desk) -> None:
    Path(f"{desk.book}.d").write_text("in the way")
    with desk.capture(size=(70, 5)) as prompt:
        ready(prompt).send("called Ana about the move\r")
        prompt.wait_for("enter leaves")
        prompt.send("\n")
        assert left(prompt) == 1


def _given_back(desk: Desk) -> None:
    with desk.capture(size=(200, 24)) as prompt:
        _is_given_back(prompt)


def _is_given_back(prompt: RealTerminal) -> None:
    ready(prompt).send("called Ana about the move\r")
    assert left(prompt) == 1
    assert "so this is not kept: called Ana about the move" in prompt.text
    assert "choose another book with --file" in prompt.text


def test_a_draft_that_cannot_be_saved_is_given_back(desk: Desk) -> None:
    Path(f"{desk.book}.d").write_text("in the way")
    with desk.capture(size=(200, 24)) as prompt:
        ready(prompt).send("called Ana")
        prompt.wait_for("Ana Lopez")
        prompt.send(ESC)
        assert left(prompt) == 1
        assert "not kept: called Ana" in prompt.text


PICTURES = {
    (72, 7): [
        " › met Joe Miller from Acme, knows Priya",
        "",
        "   new Joe Miller, Acme · mutual · meet · today · knows Priya Nair",
        "",
        "",
        "",
        r" enter keep · tab take · \word plain text · ↑ last · esc leave (kept)",
    ],
    (70, 5): [
        " › met Joe Miller from Acme, knows Priya",
        "   new Joe Miller, Acme · mutual · meet · today · knows Priya Nair",
        "",
        "",
        " enter keep · tab take · ↑ last · esc leave, draft kept",
    ],
    (40, 4): [
        " ›…et Joe Miller from Acme, knows Priya",
        "   new Joe Miller, Acme · mutual · meet",
        "   today · knows Priya Nair",
        " enter keep · tab take · esc leave",
    ],
}


@pytest.mark.parametrize("size", PICTURES)
def test_a_popup_is_filled_from_its_first_row_to_its_last(desk: Desk, size: tuple[int, int]) -> None:
    with desk.capture(size=size) as prompt:
        ready(prompt).send("met Joe Miller from Acme, knows Priya")
        prompt.wait_for("knows Priya Nair")
        prompt.settle()
        assert prompt.lines == PICTURES[size]


def test_on_a_phone_it_asks_who_is_meant(desk: Desk) -> None:
    with desk.capture(size=(40, 4)) as prompt:
        ready(prompt).send("called Sam")
        prompt.wait_for("which Sam?")
        prompt.settle()
        assert prompt.lines == [
            " › called Sam",
            "   gave · call · today",
            "   which Sam? Sam Hill · Sam Okoro",
            " enter keep unfiled · tab choose · esc",
        ]


@pytest.mark.parametrize("size", [(20, 3), (12, 2), (6, 1), (2, 1), (1, 1)])
def test_the_smallest_window_still_takes_a_line(desk: Desk, size: tuple[int, int]) -> None:
    with desk.capture(size=size) as prompt:
        prompt.settle()
        prompt.send("called Ana")
        prompt.settle()
        prompt.send(ENTER)
        assert left(prompt) == 0
    assert desk.captured == ["called Ana"]


def test_a_window_of_another_size_is_drawn_anew(desk: Desk) -> None:
    with desk.capture(size=(72, 7)) as prompt:
        ready(prompt).send("called Ana about the move")
        prompt.wait_for("gave · call · Ana Lopez · today")
        prompt.resize(40, 4)
        prompt.settle()
        assert prompt.lines[0] == " › called Ana about the move"
        assert prompt.lines[3] == " enter keep · tab take · esc leave"
        prompt.resize(70, 5)
        prompt.settle()
        assert prompt.lines[0] == " › called Ana about the move"
        assert prompt.lines[4] == " enter keep · tab take · ↑ last · esc leave, draft kept"
        prompt.send(" +fri" + ENTER)
        assert left(prompt) == 0


def test_a_large_window_keeps_what_stood_in_it(desk: Desk) -> None:
    with RealTerminal(BASH, desk.environment) as shell:
        shell.wait_for(PROMPT)
        shell.send("echo before; clear; seq 30; " + " ".join(CAPTURE) + "\n")
        shell.wait_for(EMPTY)
        assert shell.lines[18] == "30"
        shell.resize(100, 24)
        shell.settle()
        shell.send("called Ana\r")
        shell.wait_for("Kept: gave")
        shell.settle()
        assert shell.lines[18] == "30"
        assert shell.lines[19].startswith("Kept: gave · call · Ana Lopez")
        assert shell.lines[20] == PROMPT.rstrip()


def test_ctrl_z_stops_and_fg_brings_it_back(desk: Desk) -> None:
    with RealTerminal(BASH, desk.environment) as shell:
        shell.wait_for(PROMPT)
        shell.send(" ".join(CAPTURE) + "\n")
        shell.wait_for(EMPTY)
        shell.send("called Ana")
        shell.wait_for("Ana Lopez")
        shell.send(ctrl("z"))
        shell.wait_for_stop()
        shell.send("stty -a | grep -o ' icanon'; fg\n")
        shell.wait_for("icanon")
        shell.wait_for("› called Ana")
        shell.send(" again" + ENTER)
        shell.wait_for("Kept: gave")
    assert desk.captured == ["called Ana again"]


def test_the_line_in_the_users_editor(desk: Desk) -> None:
    editor = desk.folder / "editor"
    editor.write_text('#!/bin/sh\nprintf \'%s about the move\\n\' "$(cat "$1")" > "$1"\n')
    editor.chmod(0o700)
    with desk.capture(EDITOR=str(editor)) as prompt:
        ready(prompt).send("called Ana" + ctrl("g"))
        prompt.wait_for("› called Ana about the move")
        prompt.send(ENTER)
        assert left(prompt) == 0
    assert desk.captured == ["called Ana about the move"]


def test_no_editor_is_said_and_the_line_stays(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana" + ctrl("g"))
        prompt.wait_for("EDITOR")
        prompt.wait_for("› called Ana")
        prompt.send(ESC)
        left(prompt)


@pytest.mark.parametrize(("variable", "value"), [("LANG", "C"), ("LC_ALL", "POSIX")])
def test_where_there_is_only_ascii_nothing_else_is_sent(desk: Desk, variable: str, value: str) -> None:
    with desk.capture(**{variable: value}) as prompt:
        ready(prompt).send("called Łukasz and 李雷")
        prompt.wait_for("> called ?ukasz and ????")
        prompt.wait_for("esc leave, draft kept")
        prompt.send(ESC)
        assert left(prompt) == 0
        assert prompt.sent.isascii()
    assert desk.drafts() == ["called Łukasz and 李雷"]


def test_with_the_setting_ascii_our_signs_are_ascii(desk: Desk) -> None:
    (desk.folder / "config.toml").write_text("ascii = true\n")
    with desk.capture() as prompt:
        ready(prompt).send("called Ana")
        prompt.wait_for("gave - call - Ana Lopez - today")
        prompt.wait_for("> called Ana")
        prompt.send(ENTER)
        assert left(prompt) == 0
        assert b"\xe2\x80\xba" not in prompt.sent


def test_without_colours_none_is_sent(desk: Desk) -> None:
    with desk.capture(NO_COLOR="1") as prompt:
        ready(prompt).send("called Sam")
        prompt.wait_for("which Sam?")
        prompt.send(ESC)
        left(prompt)
        assert not any(f"\x1b[;{code}m".encode() in prompt.sent for code in range(30, 40))


@pytest.mark.parametrize("term", ["xterm", "screen-256color", "linux", "vt100"])
def test_it_works_whatever_the_terminal_calls_itself(desk: Desk, term: str) -> None:
    with desk.capture(TERM=term) as prompt:
        ready(prompt).send("called An" + BACKSPACE + "na\r")
        assert left(prompt) == 0
    assert desk.captured == ["called Ana"]


def test_a_dumb_terminal_gets_a_plain_line(desk: Desk) -> None:
    with desk.capture(TERM="dumb") as prompt:
        prompt.wait_for(">")
        prompt.send("called Ana\n")
        assert left(prompt) == 0
        assert b"\x1b" not in prompt.sent
    assert desk.captured == ["called Ana"]


def test_no_more_is_sent_while_nobody_types(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("called Ana")
        prompt.wait_for("Ana Lopez")
        time.sleep(1.0)
        prompt.settle()
        before = len(prompt.sent)
        time.sleep(1.5)
        prompt.settle()
        assert len(prompt.sent) == before
        prompt.send(ESC)
        left(prompt)


def test_what_was_typed_and_taken_back_leaves_it_at_rest(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("x" + BACKSPACE)
        prompt.settle()
        time.sleep(1.0)
        before = seconds_used(prompt.pid)
        time.sleep(1.5)
        assert seconds_used(prompt.pid) - before < 0.3
        prompt.send(ESC)
        assert left(prompt) == 0
    assert desk.drafts() == []


def test_a_paste_that_does_not_end_is_kept_as_a_draft(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt).send("\x1b[200~called Ana")
        prompt.settle()
        prompt.signal(signal.SIGTERM)
        assert left(prompt) == 128 + signal.SIGTERM
    assert desk.drafts() == ["called Ana"]


def test_without_a_terminal_it_names_the_command_that_needs_none(desk: Desk) -> None:
    told = subprocess.run(CAPTURE, env=desk.environment, input=b"called Ana\n", capture_output=True, check=False)
    assert told.returncode == 2
    assert b"swell add -" in told.stderr
    assert told.stdout == b""


def test_help_is_told_to_who_asks(desk: Desk) -> None:
    told = subprocess.run([*CAPTURE, "--help"], env=desk.environment, capture_output=True, check=True, text=True)
    assert told.stdout.startswith("usage: swell capture")
    assert max(map(len, told.stdout.splitlines())) <= 80


def test_nothing_but_the_modes_of_the_terminal_is_changed(desk: Desk) -> None:
    with desk.capture() as prompt:
        ready(prompt)
        assert prompt.modes == AT_FIRST | {"2004"}
        prompt.send(ESC)
        left(prompt)
