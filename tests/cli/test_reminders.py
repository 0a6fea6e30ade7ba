"""The recipes of docs/reminders.md that can be tried here are tried: shells, tmux, systemd, launchd, cron."""

import json
import plistlib
import re
import shutil
import subprocess
import time
import tomllib
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

import pytest

from cli.main import COMMANDS
from tests.cli.recipes import REAL, ROOT, path_with
from tests.tui.real_terminal import RealTerminal

TEXT = (ROOT / "docs" / "reminders.md").read_text(encoding="utf-8")
PATIENCE = 30.0
"""Seconds to wait for what takes one on a machine at rest."""
FAKES = {
    "due": '#!/bin/sh\n[ "$2" = --count ] && echo 3 || printf "Ana <b>&Co: the list\\n-x: y\\n"\n',
    "warned": '#!/bin/sh\necho "3 ! three weeks: 4 points; holding 71 takes 13"\n',
    "idle": '#!/bin/sh\n[ "$2" = --count ] && echo 0 || :\n',
    "broken": "#!/bin/sh\necho nothing to be seen >&2\nexit 1\n",
}
"""Stand-ins for swell."""


def block(language: str, beginning: str = "") -> str:
    """The one fenced block of a language that begins so."""
    found = re.findall(rf"^```{language}\n({re.escape(beginning)}.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def needs(program: str) -> pytest.MarkDecorator:
    """Skip where the program is not there."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def run(environment: dict[str, str], *words: str) -> str:
    """What a command prints; it says nothing besides, and ends well."""
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(("fake", "shown"), [("due", "3 > "), ("warned", "3! > "), ("idle", "> "), ("broken", "> ")])
def test_the_prompt_of_bash(tmp_path: Path, fake: str, shown: str) -> None:
    line = 'set -u; PS1=\'> \'; . "$1"; printf %s "${PS1@P}"'
    (tmp_path / "rc").write_text(block("bash"))
    assert run(path_with(tmp_path, FAKES[fake]), "bash", "--norc", "-c", line, "bash", str(tmp_path / "rc")) == shown


def test_the_prompt_of_bash_with_swell_itself(tmp_path: Path, sample_bytes: bytes) -> None:
    (tmp_path / "book.json").write_bytes(sample_bytes)
    (tmp_path / "rc").write_text(block("bash"))
    environment = {**path_with(tmp_path, REAL), "SWELL_FILE": str(tmp_path / "book.json")}
    line = 'PS1=\'> \'; . "$1"; printf \'%s|\' "${PS1@P}" "${PS1@P}"'
    once, twice, _ = run(environment, "bash", "--norc", "-c", line, "bash", str(tmp_path / "rc")).split("|")
    assert re.fullmatch(r"\d+!? > ", once)
    assert twice == once


@needs("zsh")
@pytest.mark.parametrize(("fake", "shown"), [("due", "3 due"), ("warned", "3 due"), ("idle", ""), ("broken", "")])
def test_the_prompt_of_zsh(tmp_path: Path, fake: str, shown: str) -> None:
    (tmp_path / "rc").write_text(block("zsh"))
    line = '. "$1"; print -Pn -- "$RPROMPT"'
    assert run(path_with(tmp_path, FAKES[fake]), "zsh", "-f", "-c", line, "zsh", str(tmp_path / "rc")) == shown


@needs("fish")
@pytest.mark.parametrize(("fake", "shown"), [("due", "3 due"), ("warned", "3 due"), ("idle", "")])
def test_the_prompt_of_fish(tmp_path: Path, fake: str, shown: str) -> None:
    (tmp_path / "rc").write_text(block("fish"))
    line = f"source {tmp_path / 'rc'}; fish_right_prompt"
    assert run(path_with(tmp_path, FAKES[fake]), "fish", "--no-config", "-c", line) == shown


@pytest.mark.parametrize(("fake", "shown"), [("due", True), ("idle", False)])
def test_the_prompt_of_starship(tmp_path: Path, fake: str, shown: bool) -> None:
    module = tomllib.loads(block("toml"))["custom"]["swell"]
    environment = path_with(tmp_path, FAKES[fake])
    asked = subprocess.run([*module["shell"], "-c", module["when"]], env=environment)
    assert (asked.returncode == 0) == shown
    assert run(environment, *module["shell"], "-c", module["command"]).strip().isdecimal()


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """The beginning of a tmux command on a server of its own, which is taken down at the end."""
    (tmp_path / "tmux.conf").write_text(block("tmux"))
    command = [shutil.which("tmux") or "tmux", "-S", str(tmp_path / "socket"), "-f", str(tmp_path / "tmux.conf")]
    yield command
    subprocess.run([*command, "kill-server"], capture_output=True, check=False)


@needs("tmux")
def test_the_status_line_of_tmux(tmp_path: Path, tmux: list[str]) -> None:
    environment = {**path_with(tmp_path, REAL), "SWELL_FILE": str(tmp_path / "book.json")}
    run(environment, "swell", "demo", "--into", environment["SWELL_FILE"])
    assert run(environment, *tmux, "new-session", "-d", "-x", "80", "-y", "24", "sh") == ""
    with RealTerminal([*tmux, "attach"], environment) as client:
        client.wait_for(" due · ")
        until = time.monotonic() + PATIENCE
        while not re.search(r"\d+ due · \d", client.text) and time.monotonic() < until:
            client.settle()
        assert re.search(r"\d+ due · \d", client.text)


def test_the_module_of_waybar(tmp_path: Path) -> None:
    module = json.loads("{" + block("jsonc").partition("\n")[2] + "}")["custom/swell-due"]
    assert run(path_with(tmp_path, FAKES["due"]), *module["exec"].split()) == "3\n"


@pytest.fixture
def units(tmp_path: Path) -> list[Path]:
    """The two units of systemd."""
    found = []
    for name in ("swell-due.service", "swell-due.timer"):
        path = tmp_path / name
        path.write_text(block("ini", f"# ~/.config/systemd/user/{name}"))
        found.append(path)
    return found


@needs("systemd-analyze")
def test_systemd_takes_the_units(units: list[Path]) -> None:
    done = subprocess.run(["systemd-analyze", "verify", *map(str, units)], capture_output=True, text=True)
    assert [line for line in done.stderr.splitlines() if "swell-due" in line] == []


def sees(folder: Path, program: str) -> None:
    """Put a program into the path that notes its words, one a line."""
    (folder / "bin" / program).write_text('#!/bin/sh\nprintf "[%s]\\n" "$@" >> "$SEEN"\n')
    (folder / "bin" / program).chmod(0o755)


@pytest.mark.parametrize(("fake", "told"), [("due", True), ("idle", False)])
def test_the_service_tells_what_is_due_and_else_nothing(
    tmp_path: Path, units: list[Path], fake: str, told: bool
) -> None:
    unit = ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(units[0])
    line = unit["Service"]["ExecStart"].removeprefix("/bin/sh -c '").removesuffix("'")
    script = line.replace("$$", "$").replace("\\\\", "\\")  # as systemd reads it
    environment = path_with(tmp_path, FAKES[fake])
    sees(tmp_path, "notify-send")
    assert run(environment, "/bin/sh", "-c", script) == ""
    seen = Path(environment["SEEN"])
    body = "Ana &lt;b>&amp;Co: the list\n-x: y"
    assert seen.exists() == told
    assert not told or seen.read_text() == f"[-a]\n[Swell]\n[--]\n[Due today]\n[{body}]\n"


@pytest.mark.parametrize(("fake", "told"), [("due", True), ("idle", False)])
def test_the_agent_of_launchd_does_the_same(tmp_path: Path, fake: str, told: bool) -> None:
    agent = plistlib.loads(block("xml").encode())
    environment = path_with(tmp_path, FAKES[fake])
    (tmp_path / ".local").symlink_to(tmp_path)
    sees(tmp_path, "osascript")
    assert run(environment, *agent["ProgramArguments"]) == ""
    seen = Path(environment["SEEN"])
    assert seen.exists() == told
    assert not told or seen.read_text().endswith("[--]\n[Ana <b>&Co: the list\n-x: y]\n")


@pytest.mark.parametrize("fake", ["due", "idle"])
def test_cron_has_something_to_mail_only_where_something_is_due(tmp_path: Path, fake: str) -> None:
    *settings, line = block("crontab").splitlines()[1:]
    assert all(re.fullmatch(r"[A-Z]+=\S+", one) for one in settings)
    *times, command = line.split(maxsplit=5)
    assert times == ["0", "8", "*", "*", "*"]
    assert bool(run(path_with(tmp_path, FAKES[fake]), "/bin/sh", "-c", command)) == (fake == "due")


def test_the_page_names_commands_that_are_there() -> None:
    assert set(re.findall(r"`swell ([a-z]+)", TEXT)) <= {*COMMANDS}
    for text in ("README.md", "docs/hotkeys.md"):
        assert "reminders.md)" in (ROOT / text).read_text(encoding="utf-8")
