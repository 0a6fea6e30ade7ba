"""Every line has a form that survives a shell without quotes; real shells, real lines."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.recipes import REAL, blocks, path_with, rows

HEADING = "What an unquoted line may hold"
ROWS = rows(HEADING)
PASSING = blocks(HEADING, "text")[0].splitlines()
SHELLS = [
    pytest.param(name, marks=pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed"))
    for name in ("bash", "dash", "zsh")
]


@pytest.fixture
def environment(tmp_path: Path, sample_bytes: bytes) -> dict[str, str]:
    """A shell in an empty folder, with Swell on the sample book."""
    book = tmp_path / "book.json"
    book.write_bytes(sample_bytes)
    empty = {"SWELL_FILE": str(book), "SWELL_CONFIG": str(tmp_path / "config.toml"), "TZ": "UTC"}
    return path_with(tmp_path, REAL) | empty


def added(shell: str, command: str, environment: Mapping[str, str], stdin: str = "") -> list[dict[str, Any]]:
    """What a line makes that was typed into a shell."""
    folder = environment["HOME"]
    done = subprocess.run([shell, "-c", command], env=environment, cwd=folder, input=stdin, text=True,
                          capture_output=True, check=False)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert isinstance(told, dict)
    assert not told["unfiled"]
    return [plain(record) for record in told["made"]]


def plain(record: dict[str, Any]) -> dict[str, Any]:
    """A record without its ids, its instants and the line it came from."""
    return {key: value for key, value in record.items() if "id" not in key.split("_") and key not in ("raw", "at")
            and not key.endswith("_ids")}  # fmt: skip


def test_the_table_has_the_signs_that_a_shell_reads() -> None:
    assert len(ROWS) >= 12
    typed = " ".join(row[0] for row in ROWS)
    assert all(sign in typed for sign in "#\\\"(;&'?$!")


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(("typed", "unquoted"), [row[:2] for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_form_for_a_shell_makes_the_same(
    environment: dict[str, str], shell: str, typed: str, unquoted: str
) -> None:
    copy = Path(environment["HOME"]) / "other.json"
    shutil.copy(environment["SWELL_FILE"], copy)
    wanted = added("sh", 'swell add --json "$LINE"', environment | {"LINE": typed, "SWELL_FILE": str(copy)})
    assert wanted
    assert added(shell, f"swell add --json {unquoted}", environment) == wanted


@pytest.mark.parametrize("shell", SHELLS)
def test_lines_that_need_no_care_pass_as_they_are(environment: dict[str, str], shell: str) -> None:
    for number, line in enumerate(PASSING):
        folder = Path(environment["HOME"])
        one, other = folder / f"{number}.json", folder / f"{number}-whole.json"
        shutil.copy(environment["SWELL_FILE"], one)
        shutil.copy(environment["SWELL_FILE"], other)
        wanted = added("sh", 'swell add --json "$LINE"', environment | {"LINE": line, "SWELL_FILE": str(other)})
        assert wanted, line
        assert added(shell, f"swell add --json {line}", environment | {"SWELL_FILE": str(one)}) == wanted, line


@pytest.mark.parametrize("shell", SHELLS)
def test_standard_input_takes_any_line(environment: dict[str, str], shell: str) -> None:
    here_document = blocks(HEADING, "sh")[0]
    done = subprocess.run([shell, "-c", here_document], env=environment, text=True, capture_output=True, check=True)
    assert done.stdout == "1 kept, 0 of them unfiled.\n"
    assert "met Joe Miller (Acme); he's hiring & paying $5 #rust" in Path(environment["SWELL_FILE"]).read_text()


def test_history_is_what_an_exclamation_mark_costs(environment: dict[str, str]) -> None:
    """In double quotes an interactive bash replaces `!!`; in single ones it does not."""
    script = "set -o history -o histexpand\ntrue\necho \"thanked Ana!!\"\necho 'thanked Ana!!'\n"
    done = subprocess.run(["bash"], env=environment, input=script, text=True, capture_output=True, check=True)
    assert done.stdout.splitlines() == ["thanked Anatrue", "thanked Ana!!"]
