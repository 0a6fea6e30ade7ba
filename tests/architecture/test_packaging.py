"""The wheel: one top-level name, runs on its own, and nobody else provides our names."""

import importlib.metadata
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = {"domain", "store", "tui", "cli"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_has_one_top_level_name(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name.split("/")[0] for name in archive.namelist()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"swell"}


def test_the_wheel_holds_all_that_the_app_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if "/_app/" in name}
    written = {
        f"swell/_app/{path.relative_to(ROOT)}"
        for package in OURS
        for path in (ROOT / package).rglob("*")
        if path.suffix in (".py", ".tcss")
    }
    assert packed == written


def test_the_wheel_runs_in_an_environment_of_its_own(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "env")], check=True)
    python = tmp_path / "env" / "bin" / "python"
    site = Path(
        subprocess.run(
            [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
    )
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    book = tmp_path / "book.json"
    told = subprocess.run(
        [str(python), "-m", "swell", "--file", str(book), "add", "called @Ana"],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert '"name":"Ana"' in book.read_text()


def test_no_other_distribution_provides_our_names() -> None:
    taken = importlib.metadata.packages_distributions()
    assert {name: owners for name in OURS if (owners := [one for one in taken.get(name, []) if one != "swell"])} == {}
