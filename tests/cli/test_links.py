"""A link that is opened in another program: only where there is a desktop, and with nothing of it on the screen."""

import os
from pathlib import Path

import pytest

from cli.links import open_link
from domain.errors import BadInputError


def desktop(folder: Path, words: str, name: str = "xdg-open", **environment: str) -> dict[str, str]:
    """An environment in which such a program opens links."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{words}\n")
    path.chmod(0o700)
    return {"PATH": f"{folder}:/bin:/usr/bin", **(environment or {"DISPLAY": ":0"})}


@pytest.mark.parametrize(
    ("name", "given"), [("xdg-open", "mailto:ana@example.org?body=Hi%20%24"), ("gio", "open mailto:ana@example.org")]
)
def test_the_link_reaches_the_program_as_it_is(tmp_path: Path, name: str, given: str) -> None:
    environment = desktop(tmp_path, f'echo shout; echo "$*" > "{tmp_path}/seen"', name)
    environment["PATH"] = str(tmp_path)
    open_link(environment, given.removeprefix("open "))
    assert (tmp_path / "seen").read_text() == f"{given}\n"


def test_nothing_that_the_program_says_reaches_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    open_link(desktop(tmp_path, "echo shout; echo scream >&2"), "mailto:")
    assert capfd.readouterr() == ("", "")


def test_without_a_desktop_it_is_said(tmp_path: Path) -> None:
    for environment in (desktop(tmp_path, "true", SHELL="sh"), {"PATH": str(tmp_path / "none"), "DISPLAY": ":0"}):
        with pytest.raises(BadInputError, match="y copies the words instead"):
            open_link(environment, "mailto:")
    with pytest.raises(BadInputError, match=r"found no mail program \(status 3\)"):
        open_link(desktop(tmp_path, "exit 3"), "mailto:")
    (tmp_path / "xdg-open").write_text("no program")
    os.chmod(tmp_path / "xdg-open", 0o700)
    with pytest.raises(BadInputError, match="y copies the words"):
        open_link(desktop(tmp_path, "", name="other"), "mailto:")
