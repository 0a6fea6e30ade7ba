"""`swell import` brings people in, once; `swell undo` takes steps back, a whole import as one."""

from pathlib import Path

import pytest

from tests.cli.command_line import Swell
from tests.cli.shapes import IMPORTED, misfits

PEOPLE = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Nadia,Vale,https://www.linkedin.com/in/nadia-vale,nadia@vale.example,Vale & Co,Carpenter,15 Mar 2024
Rui,Sá,https://www.linkedin.com/in/rui,rui@sa.example,Norte,Baker,01 Feb 2023
Robin,Own,https://www.linkedin.com/in/robin,robin@own.example,,,01 Feb 2023
"""
CARDS = "BEGIN:VCARD\nVERSION:3.0\nFN:Nadia Vale\nEMAIL:nadia@vale.example\nTEL:+44 20 7946 0003\nEND:VCARD\n"


@pytest.fixture
def people(swell: Swell, tmp_path: Path) -> Path:
    """A LinkedIn export."""
    path = tmp_path / "anything.txt"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def test_an_import_is_counted(swell: Swell, people: Path) -> None:
    told = swell("import", "--json", str(people)).json
    assert misfits(told, IMPORTED) == []
    assert told == {"created": 3, "updated": 0, "unchanged": 0, "ambiguous": 0, "skipped": 0, "problems": []}
    found = swell("find", "nadia", "--json").json[0]
    assert (found["organisation"], found["role"], found["emails"]) == ("Vale & Co", "Carpenter", ["nadia@vale.example"])


def test_a_dry_run_changes_no_byte_and_counts_the_same(swell: Swell, people: Path, sample_bytes: bytes) -> None:
    would = swell("import", "--dry-run", "--json", str(people))
    assert not swell.book.exists()
    assert list(swell.folder.iterdir()) == [people]
    swell.book.write_bytes(sample_bytes)
    said = swell("import", "--dry-run", str(people))
    assert said.lines[0] == ("It would be 3 new, 0 added to, 0 unchanged, 0 ambiguous, 0 skipped; nothing was changed.")
    assert swell.bytes() == sample_bytes
    assert swell("import", "--json", str(people)).json == would.json


def test_a_second_import_changes_nothing(swell: Swell, people: Path) -> None:
    swell("import", str(people))
    before = swell.bytes()
    again = swell("import", "--json", str(people)).json
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 3)
    assert swell.bytes() == before


def test_several_files_are_one_step(swell: Swell, people: Path, tmp_path: Path) -> None:
    cards = tmp_path / "cards"
    cards.write_text(CARDS)
    told = swell("import", str(people), str(cards), "--json").json
    assert told["created"] + told["updated"] + told["unchanged"] >= 3
    assert swell("find", "nadia", "--json").json[0]["phones"] == ["+44 20 7946 0003"]
    assert len(swell("find", "nadia", "--json").json) == 1
    assert len(swell("undo", "--list").lines) == 1


def test_one_undo_takes_a_whole_import_back(swell: Swell, people: Path) -> None:
    answer = swell("import", str(people))
    assert answer.lines[0] == "3 new, 0 added to, 0 unchanged, 0 ambiguous, 0 skipped."
    assert "swell undo takes it all back" in answer.lines[1]
    undone = swell("undo", "--json").json
    assert (undone["ok"], undone["origin"], undone["records"]) == (True, "swell import", 3)
    assert swell("find", "nadia", "--json").json == []


def test_you_yourself_are_skipped(swell: Swell, people: Path) -> None:
    swell.settings.write_text('addresses = ["Robin@own.example"]\n')
    told = swell("import", "--json", str(people)).json
    assert (told["created"], told["skipped"]) == (2, 1)


def test_problems_name_file_and_line_on_stderr(swell: Swell, people: Path) -> None:
    people.write_text(PEOPLE + ",,,nobody@nowhere.example,,,31 Feb 2023\n" + CARDS[:20], encoding="utf-8")
    answer = swell("import", str(people))
    told = swell("import", "--json", "--dry-run", str(people)).json
    assert answer.status == 0
    assert told["problems"]
    for problem in told["problems"]:
        assert misfits(problem, {"file": str, "line": int, "reason": str}) == []
    assert answer.err.splitlines() == [
        f"swell: {one['file']}, line {one['line']}: {one['reason']}" for one in told["problems"]
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"  \n\xef\xbb\xbf", "is empty"),
        (b"hello there\nthis is a letter\n", "is no address file"),
        (b"a,b,c\n1,2,3\n", "is no address file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "is no address file"),
        (b"PK\x03\x04 broken", "zip"),
        (b'{"contacts": {}}', "is no address file"),
        (PEOPLE.splitlines()[0].encode(), "has nobody in it"),
    ],
)
def test_a_file_of_no_use_is_said_and_nothing_is_imported(
    sample: Swell, tmp_path: Path, content: bytes, told: str
) -> None:
    path, good = tmp_path / "wrong.csv", tmp_path / "good.csv"
    path.write_bytes(content)
    good.write_text(PEOPLE, encoding="utf-8")
    before = sample.bytes()
    for words in ([str(path)], [str(good), str(path)], ["--dry-run", str(path)]):
        answer = sample("import", *words)
        assert (answer.status, answer.out) == (1, "")
        assert "wrong.csv" in answer.err
        assert told in answer.err
        assert answer.err.count("\n") == 1
    assert sample.bytes() == before


def test_a_file_that_is_not_there_or_a_folder_is_said(swell: Swell, tmp_path: Path) -> None:
    assert "There is no file" in swell("import", str(tmp_path / "none.csv")).err
    assert "is a folder" in swell("import", str(tmp_path)).err
    assert "There is no file" in swell("import", "~/none.csv").err
    assert swell("import", "bad\0name").status == 1
    assert not swell.book.exists()


def test_undo_and_redo_say_what_they_did(sample: Swell) -> None:
    before = len(sample("log", "--json").json)
    sample("add", "called Ana about the move")
    undone = sample("undo")
    assert undone.out == "Taken back: called Ana about the move  (swell add, 2026-11-22 09:30)\n"
    assert len(sample("log", "--json").json) == before
    again = sample("undo", "--redo")
    assert again.out == "Made again: called Ana about the move  (swell add, 2026-11-22 09:30)\n"
    assert len(sample("log", "--json").json) == before + 1


def test_redo_as_json(sample: Swell) -> None:
    sample("add", "called Ana")
    sample("undo")
    told = sample("undo", "--redo", "--json").json
    assert (told["ok"], told["step"], told["origin"]) == (True, "called Ana", "swell add")


def test_nothing_to_undo_or_redo_is_a_failure(swell: Swell) -> None:
    for words in (("undo",), ("undo", "--redo"), ("undo", "--json")):
        answer = swell(*words)
        assert (answer.status, answer.out) == (1, "")
        assert answer.err.startswith("swell: Nothing ")
        assert answer.err.count("\n") == 1


def test_the_history_is_listed_newest_first(sample: Swell) -> None:
    sample("add", "called Ana")
    sample("add", "called Ben")
    sample("undo")
    assert sample("undo", "--list").lines == [
        "2026-11-22 09:30  undone: called Ben  (swell add)",
        "2026-11-22 09:30  called Ana  (swell add)",
        "2026-11-22 09:00  the sample book  (swell demo)",
    ]
    listed = sample("undo", "--list", "--json").json
    assert [(one["step"], one["undone"]) for one in listed][:2] == [("called Ben", True), ("called Ana", False)]


def test_an_empty_history_says_so(swell: Swell) -> None:
    assert swell("undo", "--list").out == "Nothing has been done yet.\n"
    assert swell("undo", "--list", "--json").json == []
