"""`swell merge`: two books that went their own ways become one, by hand, by git, or from what a synchroniser left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command_line import Swell

ROOT = Path(__file__).parents[2]
COPY = "book.sync-conflict-20261122-093000-ABCDEFG.json"


def fork(swell: Swell, name: str = COPY) -> Path:
    """A copy of the book, as it is now."""
    copy = swell.folder / name
    copy.write_bytes(swell.bytes())
    return copy


@pytest.fixture
def both(swell: Swell) -> tuple[Swell, Path]:
    """A book and its copy after captures on both, which disagree about one thing."""
    swell("add", 'met @"Ana Lopez" org:Acme')
    copy = fork(swell)
    swell.later(minutes=1)
    swell("add", '@"Ana Lopez" org:"Acme Ltd"')
    swell("--file", str(copy), "add", '@"Ana Lopez" org:"Acme Inc" place:Leeds')
    swell.later(minutes=1)
    swell("--file", str(copy), "add", "called Ana about the move")
    return swell, copy


def test_a_copy_is_merged_and_moved_away(both: tuple[Swell, Path]) -> None:
    swell, copy = both
    answer = swell("merge", str(copy))
    assert answer.status == 0
    assert answer.lines[0].startswith(f"{COPY}: ")
    assert answer.lines[0].endswith("one conflict waits in the inbox.")
    assert not copy.exists()
    assert Path(answer.lines[1].removeprefix("The copy is now ").removesuffix(".")).exists()
    assert swell("log", "--json").json[0]["raw"] == "called Ana about the move"
    person = swell("show", "Ana", "--json").json
    assert (person["organisation"], person["place"]) == ("Acme Ltd", "Leeds")


def test_the_conflict_is_in_the_inbox(both: tuple[Swell, Path]) -> None:
    swell, copy = both
    swell("merge", str(copy))
    (item,) = (one for one in swell("inbox", "--json").json if one["source"] == "conflict")
    assert item["contact"] == "Ana Lopez"
    assert item["reason"] == "two books say: organisation Acme Ltd, or Acme Inc"
    assert item["key"] == f"conflict:{item['contact_id']}:organisation"
    assert "two books say: organisation Acme Ltd, or Acme Inc" in swell("inbox").out


def test_without_a_name_every_copy_beside_the_book_is_merged(swell: Swell) -> None:
    swell("add", 'met @"Ana Lopez"')
    names = (COPY, "book (conflicted copy 2026-11-22).json", "book_conflict-20261122-093000.json")
    for number, name in enumerate(names):
        swell("--file", str(fork(swell, name)), "add", f'met @"Person {number}"')
    answer = swell("merge", "--json").json
    assert answer["ok"]
    assert sorted(Path(one["file"]).name for one in answer["merged"]) == sorted(names)
    assert len(swell("find", "person", "--json").json) == 3
    assert swell("merge").lines == [f"No conflict copy lies beside {swell.book}."]


def test_a_copy_that_cannot_be_merged_stops_no_other(swell: Swell) -> None:
    swell("add", 'met @"Ana Lopez"')
    swell("--file", str(fork(swell)), "add", 'met @"Ben Okafor"')
    broken = swell.folder / "book (conflicted copy).json"
    broken.write_text("{")
    answer = swell("merge")
    assert (answer.status, broken.read_text()) == (1, "{")
    assert "cannot be opened" in answer.err
    assert swell("find", "ben", "--json").json


def test_three_files_are_merged_into_the_second(both: tuple[Swell, Path]) -> None:
    swell, copy = both
    theirs, before = copy.read_bytes(), swell.bytes()
    answer = swell("merge", os.devnull, str(swell.book), str(copy), "--json").json
    assert answer["merged"][0]["conflicts"][0]["field"] == "organisation"
    assert (copy.read_bytes(), answer["merged"][0]["moved_to"]) == (theirs, "")
    swell.book.write_bytes(before)
    said = swell("merge", os.devnull, str(swell.book), str(copy))
    assert said.out.startswith("Two records merged")
    assert said.out.endswith("one conflict waits in the inbox.\n")


@pytest.mark.parametrize("ours", ["{", "", '{"contacts": [1]}'])
def test_what_cannot_be_merged_is_said_and_ours_stays_as_it_is(swell: Swell, ours: str) -> None:
    swell("add", 'met @"Ana Lopez"')
    copy = fork(swell, "theirs")
    mine = swell.folder / "ours"
    mine.write_text(ours)
    answer = swell("merge", str(copy), str(mine), str(copy))
    assert (answer.status, answer.out) == (1, "")
    assert str(mine) in answer.err
    assert mine.read_text() == ours


def test_two_files_are_wrong_usage(swell: Swell) -> None:
    answer = swell("merge", "a", "b")
    assert answer.status == 2
    assert "BASE OURS THEIRS" in answer.err


class Clone:
    """A git clone with a book in it, whose merge driver is Swell."""

    def __init__(self, folder: Path, origin: Path) -> None:
        self.folder = folder
        self.book = folder / "book.json"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder.parent),
            "PYTHONPATH": str(ROOT),
            "SWELL_FILE": str(self.book),
            "LANG": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Robin Own",
            "GIT_AUTHOR_EMAIL": "robin@own.example",
            "GIT_COMMITTER_NAME": "Robin Own",
            "GIT_COMMITTER_EMAIL": "robin@own.example",
        }
        self.run("git", "-c", "init.defaultBranch=main", "clone", "-q", str(origin), str(folder), where=folder.parent)
        driver = f"'{sys.executable}' -m swell merge %O %A %B"
        self.git("config", "merge.swell.driver", driver)

    def run(self, *words: str, where: Path | None = None) -> str:
        """Run a command here; what it printed."""
        done = subprocess.run(
            words, cwd=where or self.folder, env=self.environment, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def git(self, *words: str) -> str:
        """Run git here."""
        return self.run("git", *words)

    def swell(self, *words: str) -> str:
        """Run Swell on the book of this clone."""
        return self.run(sys.executable, "-m", "swell", *words)

    def commit(self) -> None:
        """Commit the book and the attributes, and nothing else."""
        (self.folder / ".gitattributes").write_text("book.json merge=swell\n")
        self.git("add", "book.json", ".gitattributes")
        self.git("commit", "-q", "-m", "the book")

    def capture(self, *lines: str) -> None:
        """Capture lines and commit the book."""
        for line in lines:
            self.swell("add", line)
        self.commit()


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Clone, Clone]:
    """Two clones of one bare repository, with nothing in it yet."""
    origin = tmp_path / "origin.git"
    subprocess.run(["git", "-c", "init.defaultBranch=main", "init", "-q", "--bare", str(origin)], check=True)
    return Clone(tmp_path / "desk", origin), Clone(tmp_path / "laptop", origin)


def test_git_merges_what_two_clones_captured_offline(clones: tuple[Clone, Clone]) -> None:
    desk, laptop = clones
    desk.capture('met @"Ana Lopez" org:Acme')
    desk.git("push", "-q", "origin", "HEAD:main")
    laptop.git("pull", "-q", "origin", "main")
    desk.capture("called Ana about the move", '@"Ana Lopez" org:"Acme Ltd"')
    laptop.capture('met @"Ben Okafor"', "promised Ana the gym list +fri", '@"Ana Lopez" org:"Acme Inc"')
    desk.git("push", "-q", "origin", "HEAD:main")
    laptop.git("pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    assert laptop.git("status", "--porcelain", "--untracked-files=no") == ""
    log = laptop.swell("log")
    assert all(words in log for words in ("about the move", "Ben Okafor"))
    inbox = laptop.swell("inbox", "--all")
    assert "two books say: organisation Acme Inc, or Acme Ltd" in inbox
    assert "the gym list" in laptop.swell("show", "Ana")
    assert not [name for name in os.listdir(laptop.folder) if "merge_file" in name]


def test_git_merges_books_that_were_begun_apart(clones: tuple[Clone, Clone]) -> None:
    desk, laptop = clones
    desk.capture('met @"Ana Lopez"')
    desk.git("push", "-q", "origin", "HEAD:main")
    laptop.capture('met @"Ben Okafor"')
    laptop.git("pull", "-q", "--no-rebase", "--no-edit", "--allow-unrelated-histories", "origin", "main")
    log = laptop.swell("log")
    assert "Ana Lopez" in log
    assert "Ben Okafor" in log
