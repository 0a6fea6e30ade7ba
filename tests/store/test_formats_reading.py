"""Address files as a whole: told by content, refused with a sentence, cancelled, found in a folder."""

import contextlib
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import BadInputError
from store.formats import reading
from store.formats.downloads import find_exports
from store.formats.reading import read_file

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nNadia,Vale,,,,,15 Mar 2024\n"
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Moss\nEND:VCARD\n"


def zipped(path: Path, members: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def test_the_content_decides_not_the_name(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(CARD)
    (tmp_path / "people.vcf").write_text(CONNECTIONS)
    assert read_file(tmp_path / "people.csv").format == "vCards"
    assert read_file(tmp_path / "people.vcf").format == "LinkedIn connections"


def test_linkedins_zip_is_opened(tmp_path: Path) -> None:
    path = zipped(tmp_path / "export.zip", {"Profile.csv": "x,y\n", "sub/Connections.csv": CONNECTIONS})
    sheet = read_file(path)
    assert [(found.name, found.file) for found in sheet.cards] == [("Nadia Vale", "export.zip")]


def damaged_zip(path: Path) -> Path:
    zipped(path, {"Connections.csv": CONNECTIONS * 50})
    data = bytearray(path.read_bytes())
    data[60:90] = b"\xff" * 30
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"\0\0\0\0", "is empty"),
        (b'{"name": "Anna"}', "is no address file that Swell can read; give it LinkedIn's Connections.csv"),
        (b"Name,Price\nNail,3\n", "is no address file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4, "is no address file"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "is no address file"),
        (CONNECTIONS.splitlines()[0].encode(), "has nobody in it (LinkedIn connections)"),
        pytest.param(b"BEGIN:VCARD\n" * 5_000, "has nobody in it (vCards)", id="nested beginnings"),
        (b"PK\x03\x04 no zip at all", "is a damaged or locked zip"),
    ],
)
def test_a_file_of_no_use_is_refused_with_a_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "given.dat"
    path.write_bytes(content)
    with pytest.raises(BadInputError, match=r"^given\.dat ") as refused:
        read_file(path)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_what_is_no_readable_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="There is no file"):
        read_file(tmp_path / "missing.csv")
    with pytest.raises(BadInputError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(BadInputError, match="cannot be read"):
        read_file("nul\0byte.csv")
    with pytest.raises(BadInputError, match=r"has no Connections\.csv"):
        read_file(zipped(tmp_path / "a.zip", {"Profile.csv": "x"}))
    with pytest.raises(BadInputError, match="damaged or locked"):
        read_file(damaged_zip(tmp_path / "b.zip"))


def test_size_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1024)
    (tmp_path / "big.csv").write_text(CONNECTIONS * 20)
    with pytest.raises(BadInputError, match="is larger than"):
        read_file(tmp_path / "big.csv")
    bomb = zipped(tmp_path / "bomb.zip", {"Connections.csv": CONNECTIONS * 1_000})
    monkeypatch.setattr(reading, "MOST_BYTES", bomb.stat().st_size)
    with pytest.raises(BadInputError, match=r"The Connections\.csv in bomb\.zip is larger"):
        read_file(bomb)


def test_the_number_of_people_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_CARDS", 3)
    (tmp_path / "many.vcf").write_text(CARD * 4)
    with pytest.raises(BadInputError, match="more than 3 people"):
        read_file(tmp_path / "many.vcf")


class CancelledError(Exception):
    """What a caller raises to stop."""


@pytest.mark.parametrize("text", [CONNECTIONS + "Rui,Sá\n" * 500, CARD * 500])
def test_progress_is_told_and_raising_cancels(tmp_path: Path, text: str) -> None:
    path = tmp_path / "people"
    path.write_text(text)
    told: list[tuple[int, int]] = []

    def stop_at_the_second(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        read_file(path, stop_at_the_second)
    assert told[0][0] < told[1][0] < told[0][1] == told[1][1]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_after_a_header_give_people_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    for head in (b"Name,Email\nNadia Vale,n@x.example\n", b"BEGIN:VCARD\nFN:", b""):
        path.write_bytes(head + tail)
        with contextlib.suppress(BadInputError):
            sheet = read_file(path)
            assert sheet.cards or sheet.problems


def test_exports_in_a_folder_newest_first(tmp_path: Path) -> None:
    zipped(tmp_path / "Basic_LinkedInDataExport_11-20-2026.zip", {"Connections.csv": CONNECTIONS})
    (tmp_path / "Connections (1).csv").write_text(CONNECTIONS)
    (tmp_path / "contacts.csv").write_text("price,amount\n1,2\n")
    (tmp_path / "Ada Moss.VCF").write_text(CARD)
    (tmp_path / "empty.vcf").write_text("")
    (tmp_path / "notes.txt").write_text(CARD)
    (tmp_path / "folder.vcf").mkdir()
    for age, name in enumerate(["Ada Moss.VCF", "Basic_LinkedInDataExport_11-20-2026.zip", "Connections (1).csv"]):
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))
    found = find_exports(tmp_path)
    assert [path.name for path in found] == [
        "Ada Moss.VCF",
        "Basic_LinkedInDataExport_11-20-2026.zip",
        "Connections (1).csv",
    ]
    assert find_exports(tmp_path / "missing") == []
