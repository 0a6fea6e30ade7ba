"""`make run` and `make test` say plainly what is missing; nothing is fetched here."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ("Makefile", "pyproject.toml", "constraints.txt")

TOO_OLD = 'case "$*" in *version_info*) exit 1;; esac'
NO_VENV = 'case "$*" in *"import venv"*) echo "No module named ensurepip" >&2; exit 1;; esac'
VENV_FAILS = 'case "$*" in *"-m venv"*) mkdir -p .venv/bin; echo "disk full" >&2; exit 1;; esac'
NO_NETWORK = """
case "$*" in
  *"-m venv"*) mkdir -p .venv/bin; cp "$0" .venv/bin/python;;
  *"-m pip"*) echo "no route to host" >&2; exit 1;;
esac
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with all that make reads."""
    for part in PARTS:
        shutil.copy(ROOT / part, tmp_path / part)
    return tmp_path


def make(checkout: Path, goal: str, python: str) -> subprocess.CompletedProcess[str]:
    """Run make there with a Python that does as the script says, and nothing else of that name in reach."""
    fake = checkout / "fake" / "python3"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\n{python}\nexit 0\n")
    fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(checkout)}
    return subprocess.run(
        ["make", goal, f"PYTHON={fake}"], cwd=checkout, env=environment, capture_output=True, text=True, timeout=30
    )


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize("goal", ["run", "test"])
@pytest.mark.parametrize(
    ("python", "told"),
    [
        (TOO_OLD, "is too old: Swell needs Python 3.11 or newer."),
        (NO_VENV, "This Python has no venv module. On Debian and Ubuntu: apt install python3-venv"),
        (VENV_FAILS, "The virtual environment could not be made; the lines above say why."),
        (NO_NETWORK, "The packages could not be installed; is there a network?"),
    ],
)
def test_what_is_missing_is_said(checkout: Path, goal: str, python: str, told: str) -> None:
    done = make(checkout, goal, python)
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if line.endswith(told)] != []
    assert not (checkout / ".venv" / goal).exists()
    if python != NO_NETWORK:
        assert not (checkout / ".venv").exists()


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize("goal", ["run", "test"])
def test_no_python_at_all_is_said(checkout: Path, goal: str) -> None:
    done = subprocess.run(
        ["make", goal, "PYTHON="],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=30,
        env={"PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 2
    assert "Swell needs Python 3.11 or newer, and none was found." in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_an_old_python_in_front_of_the_path_is_passed_over(checkout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "path"
    folder.mkdir()
    for name, script in (("python3", TOO_OLD), ("python3.12", NO_VENV)):
        (folder / name).write_text(f"#!/bin/sh\n{script}\nexit 0\n")
        (folder / name).chmod(0o755)
    environment = {"PATH": f"{folder}:/usr/bin:/bin"}
    done = subprocess.run(["make", "run"], cwd=checkout, env=environment, capture_output=True, text=True, timeout=30)
    assert "too old" not in done.stderr
    assert "This Python has no venv module." in done.stderr
