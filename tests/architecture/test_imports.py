"""What is imported when: heavy libraries wait until they are needed, and no private name of Textual is touched."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.prompt_terminal import desk_in

ROOT = Path(__file__).parents[2]
MODULE = re.compile(r"\| +([\w.]+)\r?$", re.MULTILINE)
HEAVY = {"textual", "rich", "tui", "pendulum", "rapidfuzz", "vobject", "asyncio", "argparse"}
"""What a prompt can do without."""


def modules_of(tmp_path: Path, *words: str) -> set[str]:
    """The modules that a run of Swell imports."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "swell", "--file", str(tmp_path / "book.json"), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {match.group(1) for match in re.finditer(r"\| +([\w.]+)$", told.stderr, re.MULTILINE)}


def imported_by(tmp_path: Path, *words: str) -> set[str]:
    """The top-level packages that a run of Swell imports."""
    return {name.split(".")[0] for name in modules_of(tmp_path, *words)}


def test_capturing_a_line_imports_nothing_heavy(tmp_path: Path) -> None:
    assert (
        imported_by(tmp_path, "add", "called", "@Ana")
        & {
            "textual",
            "rich",
            "pendulum",
            "rapidfuzz",
            "vobject",
            "asyncio",
        }
        == set()
    )


def test_the_status_line_imports_no_more_than_the_formula(tmp_path: Path) -> None:
    imported_by(tmp_path, "add", "called", "@Ana")
    imported_by(tmp_path, "momentum", "--short")
    found = modules_of(tmp_path, "momentum", "--short")
    assert {name for name in found if name.startswith("domain.")} == {
        "domain.errors",
        "domain.momentum",
        "domain.momentum.brief",
        "domain.momentum.halts",
        "domain.momentum.kept",
        "domain.momentum.recent",
    }
    assert found & {"msgspec", "json", "argparse", "dataclasses", "tinydb", "re", "datetime"} == set()


def test_the_prompt_is_drawn_before_anything_is_imported_that_takes_long(tmp_path: Path) -> None:
    with desk_in(tmp_path).capture(typed_ahead="called Ana\n", PYTHONPROFILEIMPORTTIME="1") as prompt:
        assert prompt.ended() == 0
    told = prompt.sent.decode(errors="replace")
    drawn, _, after = told.partition("›")
    before = set(MODULE.findall(drawn))
    assert before & {"re", "enum", "typing", "dataclasses", "datetime", "signal", "msgspec", "domain.model"} == set()
    found = before | set(MODULE.findall(after))
    assert "store.repository" in found
    assert {name.split(".")[0] for name in found} & HEAVY == set()


@pytest.mark.parametrize(
    "words", [("inbox",), ("find", "ana"), ("log",), ("momentum",), ("show", "Ana"), ("tree", "Ana"), ("week",)]
)
def test_reading_commands_do_not_import_the_screens(tmp_path: Path, words: tuple[str, ...]) -> None:
    imported_by(tmp_path, "add", "called", "@Ana")
    assert imported_by(tmp_path, *words) & {"textual", "rich", "tui", "asyncio"} == set()


def test_only_one_file_touches_a_private_name_of_textual() -> None:
    private = re.compile(r"\b(?:app|screen|widget|event|driver)\._[a-z]\w*")
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "tui").rglob("*.py")
        if private.search(path.read_text(encoding="utf-8"))
    }
    assert found <= {"tui/keyboard_bytes.py"}
