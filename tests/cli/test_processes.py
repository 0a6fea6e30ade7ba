"""The command line as real processes: pipes, closed streams, locales, terminals."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def environment(tmp_path: Path, sample_bytes: bytes) -> dict[str, str]:
    """A clean environment in which the sample book is yours."""
    book = tmp_path / "book.json"
    book.write_bytes(sample_bytes)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "SWELL_FILE": str(book),
        "SWELL_CONFIG": str(tmp_path / "config.toml"),
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
    }


def swell(environment: dict[str, str], words: str, shell: str = "{}") -> subprocess.CompletedProcess[bytes]:
    """Run a command in a shell line of its own."""
    line = shell.format(f"{sys.executable} -m swell {words}")
    return subprocess.run(["bash", "-o", "pipefail", "-c", line], env=environment, capture_output=True, timeout=60)


def test_a_command_answers_and_leaves_with_its_status(environment: dict[str, str]) -> None:
    assert swell(environment, "find jhon").stdout.startswith(b"John Adeyemi")
    failed = swell(environment, "show qwxzy")
    assert (failed.returncode, failed.stdout) == (1, b"")
    assert failed.stderr.startswith(b"swell: Nobody is called qwxzy")
    assert swell(environment, "nonsense").returncode == 2


def test_bytes_of_the_shell_that_are_no_text_lose_no_line(environment: dict[str, str]) -> None:
    done = swell(environment, "add $'called Ana about \\xff\\x1b[31m'")
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"\xff" not in done.stdout + done.stderr
    assert "called Ana about \ufffd\\u001b[31m" in Path(environment["SWELL_FILE"]).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "shell"),
    [("log --json", "{} | head -1"), ("--help", "{} | true"), ("find --help", "{} | true"), ("log", "{} | true")],
)
def test_a_reader_that_leaves_early_brings_no_traceback(environment: dict[str, str], words: str, shell: str) -> None:
    done = swell(environment, words, shell)
    assert done.returncode in (0, 1)
    assert done.stderr == b""


@pytest.mark.parametrize("words", ["log", "--help", "momentum --short", "inbox --json"])
def test_output_that_cannot_be_written_is_said(environment: dict[str, str], words: str) -> None:
    done = swell(environment, words, "{} > /dev/full")
    assert done.returncode == 1
    assert done.stderr == b"swell: the output could not be used (No space left on device); nothing more was done.\n"


def test_closed_streams_stop_nothing(environment: dict[str, str]) -> None:
    done = swell(environment, "add called Ana about closed doors", "{} <&- >&- 2>&-")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "closed doors" in Path(environment["SWELL_FILE"]).read_text(encoding="utf-8")
    done = swell(environment, "add -", "{} <&-")
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii:strict"},
    ],
)
def test_an_encoding_that_lacks_letters_shows_look_alikes(environment: dict[str, str], locale: dict[str, str]) -> None:
    narrow = environment | locale
    for words in ("--help", "add --help", "momentum", "nonsense", "show ana"):
        done = swell(narrow, words)
        assert b"Traceback" not in done.stderr
    assert swell(narrow, "--help").stdout.startswith(b"usage: swell [--file BOOK] [COMMAND ...]")
    assert swell(narrow, "nonsense").stderr.startswith(b'swell: there is no command "nonsense"')
    for _ in range(2):
        assert swell(narrow, "momentum --short").stdout.split()[1] in (b"/", b"-", b"~", b"\\", b"->")
    rows = swell(narrow, "tree Cara --limit 20").stdout.splitlines()[1:20]
    assert {row.lstrip(b"| ")[:2] for row in rows} <= {b"- ", b"`-"}
    assert b" - Lena Fischer" in swell(narrow, "intros --limit 1").stdout
    assert b"Pavel Dvo" in swell(narrow, "find Dvořák").stdout
    swell(narrow, "add called Pavel Dvořák about the fonts")
    assert "called Pavel Dvořák about the fonts" in Path(environment["SWELL_FILE"]).read_text(encoding="utf-8")


def on_a_terminal(
    environment: dict[str, str], words: list[str], columns: int = 80, rows: int = 24
) -> tuple[int, bytes]:
    """Run Swell on a terminal of that size; its exit status and all that it wrote."""
    terminal, end = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "swell", *words],
        stdin=end,
        stdout=end,
        stderr=end,
        env=environment,
        start_new_session=True,
    )
    os.close(end)
    written = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        written += piece
    os.close(terminal)
    return process.wait(60), written


@pytest.mark.parametrize(
    ("change", "columns", "rows", "told"),
    [
        ({"TERM": "dumb"}, 80, 24, "cannot move its cursor (TERM=dumb)"),
        ({"TERM": "xterm"}, 39, 24, "needs 40 columns and 10 rows, this terminal has 39 and 24"),
        ({"TERM": "xterm"}, 80, 9, "needs 40 columns and 10 rows, this terminal has 80 and 9"),
    ],
)
@pytest.mark.parametrize("words", [[], ["demo"]])
def test_a_terminal_that_will_not_do_is_told(
    environment: dict[str, str], change: dict[str, str], columns: int, rows: int, told: str, words: list[str]
) -> None:
    before = Path(environment["SWELL_FILE"]).read_bytes()
    status, written = on_a_terminal(environment | change, words, columns, rows)
    assert status == 1
    assert told in written.decode()
    assert written.count(b"\n") == 1
    assert b"\x1b" not in written
    assert Path(environment["SWELL_FILE"]).read_bytes() == before


@pytest.mark.parametrize("command", ["inbox", "log", "find a", "show ana", "momentum", "undo --list", "config"])
def test_lines_fit_the_terminal(environment: dict[str, str], command: str) -> None:
    for columns in (80, 52):
        status, written = on_a_terminal(environment | {"TERM": "xterm"}, command.split(), columns)
        assert status == 0
        lines = written.decode().splitlines()
        assert len(lines) > (0 if command.startswith("undo") else 3)
        assert max(map(len, lines[2:] if command == "config" else lines)) <= columns
        assert not any(line.endswith(" ") for line in lines)


def test_a_shell_pipe_gets_whole_lines(environment: dict[str, str]) -> None:
    lines = swell(environment, "log").stdout.decode().splitlines()
    assert max(map(len, lines)) > 80


def test_a_status_line_imports_little(environment: dict[str, str]) -> None:
    swell(environment, "momentum --short")
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "swell", "momentum", "--short"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {line.rsplit("|", 1)[-1].strip() for line in told.stderr.splitlines()}
    assert "cli.short" in imported
    heavy = {"argparse", "asyncio", "json", "msgspec", "pendulum", "textual", "tinydb", "domain.book", "store.storage"}
    assert not imported & heavy
