"""`swell doctor`: what it says of a book and what lies about it, and what --repair does and leaves alone."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from store.backups import backups_folder
from store.migrations import FORMAT
from tests.cli.command_line import Answer, Swell
from tests.store.broken_documents import BROKEN, TWICE


def needs_doing(answer: Answer) -> list[str]:
    """The lines of what needs doing, without their marks."""
    return [line[2:] for line in answer.lines if line.startswith("! ")]


def kept(swell: Swell, pattern: str) -> list[Path]:
    """The files of that kind among the backups."""
    return sorted(Path(backups_folder(str(swell.book))).glob(pattern))


def dead_process() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.fixture
def private(sample: Swell) -> Swell:
    """The sample book, closed to others."""
    sample.book.chmod(0o600)
    return sample


def test_a_healthy_book_is_told_in_a_few_lines(private: Swell) -> None:
    private("backup")
    before = private.bytes()
    answer = private("doctor")
    assert (answer.status, answer.err) == (0, "")
    assert answer.lines == [
        f"  book     {private.book}: 62 people, 454 interactions, {len(before)} bytes, nothing wrong.",
        "  spool    Empty.",
        "  backups  One backup, the newest of 22 Nov 2026 09:30: 62 people, 454 interactions.",
    ]
    assert private.bytes() == before


def test_a_healthy_book_is_not_touched_by_a_repair(private: Swell) -> None:
    before = os.stat(private.book)
    data = private.bytes()
    assert private("doctor", "--repair").status == 0
    after = os.stat(private.book)
    assert (after.st_ino, after.st_mtime_ns, private.bytes()) == (before.st_ino, before.st_mtime_ns, data)
    assert not os.path.exists(backups_folder(str(private.book)))


def test_no_book_is_nothing_that_needs_doing(swell: Swell) -> None:
    answer = swell("doctor", "--repair")
    assert answer.status == 0
    assert answer.lines[0] == f"  book     There is none yet at {swell.book}; swell add makes it."
    assert not swell.book.exists()


@pytest.mark.parametrize("name", [*BROKEN, *TWICE])
def test_a_broken_book_is_told_and_left(swell: Swell, name: str) -> None:
    data = (BROKEN | TWICE)[name]
    swell.book.write_bytes(data)
    swell.book.chmod(0o600)
    answer = swell("doctor")
    assert (answer.status, answer.err) == (1, "")
    assert len(needs_doing(answer)) == 2
    assert "swell doctor --repair saves what can be read of it" in answer.out
    assert swell.bytes() == data


def test_what_is_broken_is_told_with_its_place_and_the_newest_good_backup(private: Swell) -> None:
    private("backup")
    data = private.bytes()
    private.book.write_bytes(data[:60_000])
    line = data[:60_000].count(b"\n") + 1
    told = needs_doing(private("doctor"))
    assert re.fullmatch(rf"book     It is cut off \(line {line}, column \d+\)\.", told[0])
    assert told[1].endswith("The newest good backup is of 22 Nov 2026 09:30: 62 people, 454 interactions.")


def test_findings_as_json(private: Swell) -> None:
    private.book.write_text(private.book.read_text().replace('"name":"Ana Lopez"', '"name":17', 1))
    told = private("doctor", "--json").json
    assert (told["ok"], told["book"], told["done"]) == (False, str(private.book), [])
    assert told["records"]["contacts"] == 62
    (finding,) = [one for one in told["findings"] if one["about"] == "record" and "“name”" in one["text"]]
    assert finding["needs_doing"]
    lines = private.book.read_text().splitlines()
    assert '"name":17' in lines[finding["line"] - 1]
    assert finding["column"] == 1


def test_dangling_references_and_impossible_days_are_told(private: Swell) -> None:
    document = json.loads(private.bytes())
    first = next(iter(document["interactions"].values()))
    first["people"] = ["99"]
    first["at"] = "2026-02-30T09:00:00+00:00"
    private.book.write_text(json.dumps(document))
    told = " ".join(private("doctor").out.split())
    assert f"Interactions {first['id']} names in “people” what is not there: 99" in told
    assert "has an impossible day in “at”" in told


def test_many_findings_of_a_kind_are_counted(private: Swell) -> None:
    document = json.loads(private.bytes())
    document["asks"] = {str(number): 5 for number in range(30)}
    private.book.write_text(json.dumps(document))
    answer = private("doctor")
    assert "10 more; --json has them all." in answer.out
    assert len(private("doctor", "--json").json["findings"]) >= 32


def test_a_damaged_book_is_repaired_and_kept(private: Swell) -> None:
    private("backup")
    whole = json.loads(private.bytes())
    lines = private.bytes().split(b"\n")
    lines[5], lines[200] = b'"half a line', b"\xff" * 40
    damage = b"\n".join(lines)
    private.book.write_bytes(damage)
    answer = private("doctor", "--repair")
    assert (answer.status, answer.err) == (1, "")
    assert all("what is not there" in line or line.startswith("record") for line in needs_doing(answer))
    (damaged,), (unread,) = kept(private, "damaged-*.json"), kept(private, "unread-*.txt")
    assert damaged.name == "damaged-2026-11-22T093000.json"
    assert damaged.read_bytes() == damage
    assert unread.read_bytes() == lines[5] + b"\n" + lines[200] + b"\n"
    mended = json.loads(private.bytes())
    assert {table: len(records) - len(mended[table]) for table, records in whole.items() if len(records)} == {
        table: int(table in ("contacts", "interactions")) for table, records in whole.items() if len(records)
    }
    told = " ".join(answer.out.split())
    assert f"The damaged book is kept as {damaged}." in told
    assert "61 contacts and 453 interactions among them." in told
    assert f"What could not be read, or had to be mended, stands in {unread}." in told
    assert "What is missing may be in the backup of 22 Nov 2026 09:30: swell restore " in told
    assert stat_of(private.book) == stat_of(damaged) == 0o600
    assert len(private("log", "--json").json) == 453


def stat_of(path: Path) -> int:
    """The mode of a file."""
    return path.stat().st_mode & 0o777


def test_what_was_repaired_works_on(private: Swell) -> None:
    private.book.write_bytes(private.bytes()[:-20])
    assert private("log").status == 1
    assert private("doctor", "--repair").status == 0
    assert private("log", "--limit", "1").status == 0
    assert private("add", "called Ana Lopez about the move").status == 0
    assert private("doctor").status == 0


@pytest.mark.parametrize("name", TWICE)
def test_what_stands_twice_is_kept_by_a_repair(swell: Swell, name: str) -> None:
    swell.book.write_bytes(TWICE[name])
    swell.book.chmod(0o600)
    answer = swell("doctor", "--repair")
    assert needs_doing(answer) == []
    everything = swell.book.read_text() + "".join(path.read_text() for path in kept(swell, "unread-*"))
    assert all(word in everything for word in re.findall(r'"(Ana Lopez|Ana|Ben Ito|Ben)"', TWICE[name].decode()))


@pytest.mark.parametrize("damage", [b"", b"\0" * 100, b"not json", b"[]"])
def test_where_nothing_can_be_read_the_book_is_left(swell: Swell, damage: bytes) -> None:
    swell.book.write_bytes(damage)
    answer = swell("doctor", "--repair")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"swell: No record can be read from {swell.book}, so it is left as it is;")
    assert swell.bytes() == damage
    assert kept(swell, "*") == []


def test_a_newer_book_is_told_and_never_mended(swell: Swell) -> None:
    data = f'{{"meta": {{"1": {{"format": {FORMAT + 1}}}}}, "contacts": {{"x": 1}}}}'.encode()
    swell.book.write_bytes(data)
    assert "newer Swell" in swell("doctor").out
    answer = swell("doctor", "--repair")
    assert answer.status == 1
    assert answer.err.endswith("so nothing was changed: update Swell.\n")
    assert swell.bytes() == data


def test_a_book_and_a_folder_that_others_may_use_are_told_with_the_cure(private: Swell) -> None:
    private("backup")
    folder = Path(f"{private.book}.d")
    private.book.chmod(0o644)
    folder.chmod(0o755)
    told = " ".join(private("doctor").out.split())
    assert f"chmod 600 {private.book} closes it." in told
    assert f"chmod 700 {folder} closes it." in told
    private.book.chmod(0o600)
    folder.chmod(0o700)
    assert private("doctor").status == 0


def test_what_dead_processes_left_is_told_and_removed(private: Swell) -> None:
    left = [private.folder / f".book.json.{dead_process()}.new", private.folder / f".book.json.gauge.{dead_process()}"]
    mine = [private.folder / f".book.json.{os.getpid()}.new", private.folder / ".other.json.99.new"]
    for path in (*left, *mine):
        path.write_text("half")
    assert private("doctor").status == 1
    assert len(needs_doing(private("doctor"))) == 2
    answer = private("doctor", "--repair")
    assert answer.status == 0
    assert "is removed; the process that wrote it is dead." in " ".join(answer.out.split())
    assert [path.exists() for path in (*left, *mine)] == [False, False, True, True]


def test_a_newest_backup_that_does_not_open_is_told(private: Swell) -> None:
    private("backup")
    Path(backups_folder(str(private.book)), "2026-11-23T080000-day.json").write_text("broken")
    (told,) = needs_doing(private("doctor"))
    assert told.startswith("backups  Two backups, the newest of 23 Nov 2026 08:00: it is not a book")
    assert "The newest good backup is of 22 Nov 2026 09:30: 62 people, 454 interactions." in told


def test_what_was_set_aside_in_the_spool_is_told(private: Swell) -> None:
    new = Path(f"{private.book}.d", "spool", "new")
    new.mkdir(parents=True, mode=0o700)
    os.chmod(f"{private.book}.d", 0o700)
    (new / "1795000000000000000001").write_bytes(b"\xff")
    assert "One captured line waits" in private("doctor").out
    private("inbox")
    answer = private("doctor")
    assert answer.status == 0
    assert "One delivery that held no text can be looked at: " in " ".join(answer.out.split())


def test_what_waits_in_the_spool_of_a_damaged_book_is_told(swell: Swell) -> None:
    swell.book.write_bytes(b"not json")
    swell("add", "--later", "called @Ana")
    answer = swell("doctor")
    assert "One captured line waits to be filed; the next command does it once the book can be written." in answer.out


def test_a_conflict_copy_is_told(private: Swell) -> None:
    copy = private.folder / "book.sync-conflict-20261122-093000-ABCDEFG.json"
    copy.write_bytes(private.bytes())
    (told,) = needs_doing(private("doctor"))
    assert told == f"copies   {copy} was left by a synchroniser: swell merge takes in what it has."


def test_hostile_text_in_a_book_is_shown_inert(swell: Swell) -> None:
    swell.book.write_text(json.dumps({"con\x1b[31m\u202e": 5, "asks": {"\x9b2J": {"text": 5}}}))
    answer = swell("doctor")
    assert answer.status == 1
    assert not any(letter in answer.out for letter in "\x1b\x9b\u202e")


def test_a_folder_that_cannot_be_written_is_told(private: Swell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, _: path != str(private.folder))
    (told,) = needs_doing(private("doctor"))
    assert told == f"folder   {private.folder} cannot be written by you, so the book is open for reading only."
