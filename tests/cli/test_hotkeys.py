"""The recipes of docs/hotkeys.md that can be tried here are tried: tmux, ssh, shells, Vim, the forms of others."""

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.main import COMMANDS
from tests.cli.recipes import REAL, ROOT, STUB, TEXT, blocks, path_with
from tests.tui.real_terminal import RealTerminal

LINES = ("called Ana about the move +2w", "met Joe (Acme); he's \\hiring & paying $5 #rust", "  two  blanks!!")
PATIENCE = 30.0
"""Seconds to wait for what takes one on a machine at rest."""


def needs(program: str) -> pytest.MarkDecorator:
    """Skip where the program is not there."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


@pytest.fixture
def stub(tmp_path: Path) -> dict[str, str]:
    """An environment in which `swell` says how it was called."""
    return path_with(tmp_path, STUB)


def seen(environment: dict[str, str]) -> list[str]:
    """What the stub was called with, and what came in, waited for."""
    path, until = Path(environment["SEEN"]), time.monotonic() + PATIENCE
    while time.monotonic() < until and not (path.exists() and path.read_text().count("\n") >= 2):
        time.sleep(0.02)
    return path.read_text().splitlines()


@pytest.fixture
def tmux(tmp_path: Path, stub: dict[str, str]) -> Iterator[list[str]]:
    """The beginning of a tmux command on a server of its own, which is taken down at the end."""
    command = [shutil.which("tmux") or "tmux", "-S", str(tmp_path / "socket"), "-f", str(tmp_path / "tmux.conf")]
    yield command
    subprocess.run([*command, "kill-server"], env=stub, capture_output=True, check=False)


def attached(tmux: list[str], environment: dict[str, str], conf: str) -> RealTerminal:
    """A terminal attached to a server with this configuration, which was taken without a word."""
    Path(environment["HOME"], "tmux.conf").write_text(conf)
    started = subprocess.run([*tmux, "new-session", "-d", "-x", "80", "-y", "24", "sh"], env=environment, text=True,
                             capture_output=True, check=True)  # fmt: skip
    assert started.stderr == ""
    return RealTerminal([*tmux, "attach"], environment)


@needs("tmux")
@pytest.mark.parametrize(("block", "size"), [(0, "5 70"), (1, "7 80")], ids=["popup", "pane"])
def test_the_key_of_tmux_opens_the_prompt(tmux: list[str], stub: dict[str, str], block: int, size: str) -> None:
    with attached(tmux, stub, blocks("tmux", "tmux")[block]) as terminal:
        terminal.wait_for("[0]")  # the status line
        terminal.send("\x02g")
        assert seen(stub) == ["capture", size]


@needs("tmux")
def test_the_popup_without_a_border_is_of_the_whole_size(tmux: list[str], stub: dict[str, str]) -> None:
    assert "`-B` takes the border away and leaves all of the 72×7" in TEXT
    with attached(tmux, stub, blocks("tmux", "tmux")[0].replace("-E", "-B -E")) as terminal:
        terminal.wait_for("[0]")
        terminal.send("\x02g")
        assert seen(stub) == ["capture", "7 72"]


@needs("tmux")
def test_the_gauge_stands_in_the_status_line_of_tmux(tmux: list[str], stub: dict[str, str]) -> None:
    Path(stub["PATH"].split(":")[0], "swell").write_text('#!/bin/sh\necho "gauge: $*"\n')
    with attached(tmux, stub, blocks("tmux", "tmux")[2]) as terminal:
        terminal.wait_for("gauge: momentum --short")


@needs("ssh")
def test_ssh_takes_the_options_of_the_shared_connection(tmp_path: Path) -> None:
    conf = tmp_path / "config"
    conf.write_text(blocks("A book on a server", "sshconfig")[0])
    done = subprocess.run(["ssh", "-G", "-F", str(conf), "server"], text=True, capture_output=True, check=True)
    told = dict(line.split(" ", 1) for line in done.stdout.splitlines() if " " in line)
    assert (told["controlmaster"], told["controlpersist"]) == ("auto", "600")
    assert "/.ssh/control-" in told["controlpath"]


def test_a_line_for_the_server_arrives_as_it_was_typed(tmp_path: Path, stub: dict[str, str]) -> None:
    ssh = tmp_path / "bin" / "ssh"
    ssh.write_text('#!/bin/sh\nshift\ncd "$HOME"; exec sh -c "$*"\n')  # what sshd does with the words
    ssh.chmod(0o755)
    (tmp_path / ".local").mkdir()
    (tmp_path / ".local" / "bin").symlink_to(tmp_path / "bin")
    subprocess.run(["sh", "-c", blocks("A book on a server", "sh")[0]], env=stub, check=True)
    assert seen(stub) == ["add -", "met Joe Miller (Acme), he's hiring"]


@needs("bash")
@pytest.mark.parametrize("line", LINES)
def test_jot_of_bash_takes_a_line_as_it_is(stub: dict[str, str], line: str) -> None:
    script = f"shopt -s expand_aliases\n{blocks('A shell', 'bash')[0]}\neval jot\n"
    subprocess.run(["bash", "-c", script], env=stub, input=f"{line}\n", text=True, capture_output=True, check=True)
    assert seen(stub) == ["add -", line]


@needs("bash")
def test_jot_of_bash_with_words_matches_no_files(tmp_path: Path, stub: dict[str, str]) -> None:
    (tmp_path / "call-notes").touch()
    script = f"shopt -s expand_aliases\n{blocks('A shell', 'bash')[0]}\neval 'jot called Ana? call*'\necho call*\n"
    done = subprocess.run(["bash", "-c", script], env=stub, cwd=tmp_path, input="", text=True, capture_output=True,
                          check=True)  # fmt: skip
    assert Path(stub["SEEN"]).read_text() == "add called Ana? call*\n"
    assert done.stdout == "call-notes\n"


@needs("bash")
def test_cap_is_the_prompt(stub: dict[str, str]) -> None:
    script = f"shopt -s expand_aliases\n{blocks('A shell', 'bash')[0]}\neval cap --many\n"
    subprocess.run(["bash", "-c", script], env=stub, input="", text=True, check=True)
    assert Path(stub["SEEN"]).read_text() == "capture --many\n"


@needs("zsh")
def test_jot_of_zsh_matches_no_files(stub: dict[str, str]) -> None:
    script = f"setopt aliases\n{blocks('A shell', 'zsh')[0]}\neval 'jot called Ana? about =x'\n"
    subprocess.run(["zsh", "-c", script], env=stub, input="", text=True, check=True)
    assert Path(stub["SEEN"]).read_text() == "add called Ana? about =x\n"


@pytest.mark.parametrize("shell", [pytest.param(name, marks=needs(name)) for name in ("sh", "dash", "bash")])
@pytest.mark.parametrize("line", LINES)
def test_jot_of_any_shell_takes_a_line_as_it_is(stub: dict[str, str], shell: str, line: str) -> None:
    script = f"{blocks('A shell', 'sh')[0]}\njot\n"
    subprocess.run([shell, "-c", script], env=stub, input=f"{line}\n", text=True, capture_output=True, check=True)
    assert seen(stub) == ["add -", line]


@pytest.mark.parametrize("editor", [pytest.param(name, marks=needs(name)) for name in ("vim", "nvim")])
@pytest.mark.parametrize(("keys", "lines"), [("2G\\g", (1,)), ("ggVj\\g", (0, 1))])
def test_the_keys_of_vim_capture_lines(
    tmp_path: Path, stub: dict[str, str], editor: str, keys: str, lines: tuple[int, ...]
) -> None:
    conf, text = tmp_path / "vimrc", tmp_path / "notes.txt"
    conf.write_text(blocks("An editor", "vim")[0])
    text.write_text("\n".join(LINES) + "\n")
    typed = tmp_path / "keys"
    typed.write_text(f"{keys}\r:qa!\r")
    argv = [shutil.which(editor) or editor, *(["-N"] if editor == "vim" else [])]
    with RealTerminal([*argv, "-u", str(conf), "-s", str(typed), str(text)], stub):
        assert seen(stub) == ["add -", *(LINES[number] for number in lines)]


def test_raycast_hands_the_line_over_as_it_is(tmp_path: Path, stub: dict[str, str]) -> None:
    (tmp_path / ".local").mkdir()
    (tmp_path / ".local" / "bin").symlink_to(tmp_path / "bin")
    script = blocks("macOS", "bash")[0]
    subprocess.run(["bash", "-c", script, "capture", LINES[1]], env=stub, check=True)
    assert seen(stub) == ["add -", LINES[1]]
    argument = re.search(r"@raycast.argument1 (.*)", script)
    assert argument is not None
    assert json.loads(argument[1])["type"] == "text"


def test_cron_tells_only_what_is_due(tmp_path: Path, stub: dict[str, str]) -> None:
    line = blocks("Bars and reminders", "crontab")[0].splitlines()[-1].split("  ", 1)[1]
    for name, script in {
        "swell": '#!/bin/sh\necho "$DUE"\n',
        "notify-send": '#!/bin/sh\necho "$@" >> "$SEEN"\n',
    }.items():
        program = tmp_path / "bin" / name
        program.write_text(script)
        program.chmod(0o755)
    for due in ("0", "3"):
        subprocess.run(["sh", "-c", line], env=stub | {"DUE": due}, check=True)
    assert Path(stub["SEEN"]).read_text() == "Swell 3 due today\n"


def test_the_bar_is_json() -> None:
    block = re.sub(r"^//.*\n", "", blocks("Bars and reminders", "jsonc")[0])
    assert json.loads(f"{{{block}}}")["custom/swell"]["interval"] == 300


@pytest.mark.parametrize("heading", ["A terminal's own key: kitty, foot, others", "GNOME"])
def test_the_commands_are_whole_for_a_shell(heading: str) -> None:
    for block in blocks(heading, "sh"):
        subprocess.run(["sh", "-n", "-c", block], check=True)


def test_every_window_is_of_the_size_that_the_prompt_is_drawn_for() -> None:
    sizes = re.findall(r"72x7|-w 72 -h 7|width=72c -o initial_window_height=7c|columns=72 -o window.dimensions.lines=7"
                       r"|TerminalColumns=72 -p TerminalRows=7|columns of front window to 72", TEXT)  # fmt: skip
    assert len(set(sizes)) == 6
    assert not re.findall(r"(?<!\d)(?:80x24|72x[0-689])", TEXT)


def test_every_command_of_the_recipes_is_one_of_ours() -> None:
    words = set(re.findall(r"(?:bin/|exec |-e |-- |\(|!|\"|'|`|^|\| )swell ([a-z]+)", TEXT, re.MULTILINE))
    assert {"add", "capture", "momentum", "inbox"} <= words
    assert words - {*COMMANDS, "help"} <= {"capture"}


def test_the_pages_are_linked() -> None:
    for name in ("README.md", "docs/manual.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "hotkeys.md)" in text
        assert "capture.md)" in text


def test_swell_itself_takes_what_jot_hands_over(tmp_path: Path) -> None:
    environment = path_with(tmp_path, REAL) | {"SWELL_FILE": str(tmp_path / "book.json"), "TZ": "UTC"}
    script = f"{blocks('A shell', 'sh')[0]}\njot\n"
    subprocess.run(["sh", "-c", script], env=environment, input=f"{LINES[1]}\n", text=True, check=True)
    assert json.dumps(LINES[1])[1:-1] in (tmp_path / "book.json").read_text()
