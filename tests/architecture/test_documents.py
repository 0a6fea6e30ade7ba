"""The documents say what the program does: no command, setting or file of theirs is out of date."""

import re
import tomllib
from pathlib import Path

import pytest

from cli import capture_page, keys_page
from cli.main import COMMANDS, VERSION
from domain.settings import EXAMPLE, Settings, settings_from

ROOT = Path(__file__).parents[2]
DOCUMENTS = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/manual.md",
    "docs/hotkeys.md",
    "docs/capture.md",
    "docs/reminders.md",
)


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`swell {name}" not in text and f"\nswell {name}" not in text] == []


def test_the_page_of_keys_is_as_the_bindings_are() -> None:
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == keys_page.page()


def test_the_page_of_the_capture_line_is_as_the_grammar_is() -> None:
    assert (ROOT / "docs" / "capture.md").read_text(encoding="utf-8") == capture_page.page()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_a_document_links_is_there(name: str) -> None:
    document = ROOT / name
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_example_of_settings_means_the_defaults() -> None:
    uncommented = re.sub(r"^# (?=[\w\"]+ = )", "", EXAMPLE, flags=re.MULTILINE)
    settings, complaints = settings_from(tomllib.loads(uncommented.replace('capture = "c"', "")))
    assert (settings, complaints) == (Settings(), ())


def test_the_version_is_told_once() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert told == VERSION
