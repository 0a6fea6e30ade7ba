"""vCards of three versions: what they say, and what becomes of broken ones."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.importing import Card
from store.formats.reading import Sheet, read_file
from store.formats.vcards import read_vcards

THREE = r"""BEGIN:VCARD
VERSION:3.0
PRODID:-//Example//EN
N:Vale;Nadia;Rose;Dr.;
FN:Dr. Nadia Rose Vale
NICKNAME:Nad,Nadi
ORG:Vale\, Son & Co;Workshop
TITLE:Carpenter
item1.EMAIL;type=INTERNET;type=HOME:home@vale.example
EMAIL;type=INTERNET;type=pref:n@vale.example
TEL;type=WORK;type=FAX:+44 20 7946 0009
TEL;type=CELL:+44 20 7946 0003
ADR;type=HOME:;;1 Quay\nWest;Leeds;;LS1;United Kingdom
BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-15
CATEGORIES:friends,Book club,myContacts
URL;type=WORK:http\://vale.example
X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/nadia-vale
NOTE:Likes boats\; and
  tea\nTwice.
PHOTO;ENCODING=b;TYPE=JPEG:AAAA
 BBBB
END:VCARD
"""

TWO = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=A1;R=
=C3=BAi;;;
FN;CHARSET=UTF-8;QUOTED-PRINTABLE:R=C3=BAi S=C3=A1
ORG;encoding=quoted-printable:Gr=F6=DFe
TEL;CELL;PREF:0701234567
EMAIL;INTERNET:rui@sa.example
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ
SkZJRgABAQAAAQABAAD

BDAY:19800322
END:VCARD
"""

FOUR = """BEGIN:VCARD
VERSION:4.0
FN:Ada Moss
BDAY:--0203
TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+1-418-555-0100;ext=102
ORG;TYPE=work:Fern
KEY;TYPE=work;VALUE=uri:
 http://fern.example/ada.asc
END:VCARD
"""


def read(folder: Path, text: str | bytes) -> Sheet:
    path = folder / "people.vcf"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_file(path)


def test_three(tmp_path: Path) -> None:
    sheet = read(tmp_path, THREE)
    assert (sheet.format, sheet.problems) == ("vCards", ())
    assert sheet.cards == (
        Card(
            file="people.vcf",
            line=1,
            name="Nadia Rose Vale",
            aliases=("Nad", "Nadi"),
            emails=("n@vale.example", "home@vale.example"),
            phones=("+44 20 7946 0003",),
            organisation="Vale, Son & Co",
            role="Carpenter",
            place="Leeds",
            tags=("friends", "Book-club"),
            birthday="--03-15",
            links=("http://vale.example", "https://www.linkedin.com/in/nadia-vale"),
            notes="Likes boats; and tea Twice.",
        ),
    )


def test_two_with_quoted_printable_of_both_letters(tmp_path: Path) -> None:
    sheet = read(tmp_path, TWO)
    found = sheet.cards[0]
    assert (found.name, found.organisation, found.birthday) == ("Rúi Sá", "Größe", "1980-03-22")
    assert (found.phones, found.emails) == (("0701234567",), ("rui@sa.example",))
    assert sheet.problems == ()


def test_four(tmp_path: Path) -> None:
    found = read(tmp_path, FOUR).cards[0]
    assert (found.name, found.birthday, found.organisation) == ("Ada Moss", "--02-03", "Fern")
    assert found.phones == ("+1-418-555-0100 ext 102",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_any_encoding_and_line_end(tmp_path: Path, encoding: str, end: str) -> None:
    text = "BEGIN:VCARD\nVERSION:3.0\nFN:Jürgen Größe\nEND:VCARD"
    assert [found.name for found in read(tmp_path, text.replace("\n", end).encode(encoding)).cards] == ["Jürgen Größe"]


def test_a_separator_of_another_alphabet_ends_no_line(tmp_path: Path) -> None:
    sheet = read(tmp_path, "BEGIN:VCARD\nFN:Ada Moss\nNOTE:a\u2028TEL:1234567\x85\x1eTEL:7654321\nEND:VCARD\n")
    assert sheet.cards[0].phones == ()


@pytest.mark.parametrize(
    ("middle", "names", "problems"),
    [
        ("BEGIN:VCARD\nFN:Rui Sá\n", ["Ada Moss", "Bea Moss"], [(4, "has no END:VCARD")]),
        ("BEGIN:VCARD\nFN:Rui Sá\nTEL no colon\nEND:VCARD\n", ["Ada Moss", "Rui Sá", "Bea Moss"], [(6, "be read")]),
        ('BEGIN:VCARD\nFN:Rui Sá\nTEL;TYPE="x:1\nEND:VCARD\n', ["Ada Moss", "Rui Sá", "Bea Moss"], [(6, "be read")]),
        (
            "BEGIN:VCARD\nFN:Rui Sá\nNOTE;CHARSET=x-none;ENCODING=QUOTED-PRINTABLE:=81\nEND:VCARD\n",
            ["Ada Moss", "Rui Sá", "Bea Moss"],
            [(6, "be read")],
        ),
        ("\ufeffBEGIN:VCARD\nFN:Rui Sá\nEND:VCARD\n", ["Ada Moss", "Rui Sá", "Bea Moss"], []),
        pytest.param("BEGIN:VCARD\n" * 5_000, ["Ada Moss", "Bea Moss"], [], id="nested beginnings"),
        ("BEGIN:VCARD\nKIND:group\nFN:Choir\nEND:VCARD\n", ["Ada Moss", "", "Bea Moss"], []),
        ("BEGIN:VCARD\nFN:Acme\nORG:ACME\nEND:VCARD\n", ["Ada Moss", "", "Bea Moss"], []),
    ],
)
def test_a_broken_card_costs_nobody_but_itself(
    tmp_path: Path, middle: str, names: list[str], problems: list[tuple[int, str]]
) -> None:
    first, last = ("BEGIN:VCARD\nFN:Ada Moss\nEND:VCARD\n", "BEGIN:VCARD\nFN:Bea Moss\nEND:VCARD\n")
    sheet = read(tmp_path, first + middle + last)
    assert [found.name for found in sheet.cards] == names
    assert [problem.line for problem in sheet.problems] == [line for line, _ in problems]
    for problem, (_, part) in zip(sheet.problems, problems, strict=True):
        assert part in problem.reason


def test_a_head_that_would_take_for_ever_is_refused(tmp_path: Path) -> None:
    sheet = read(tmp_path, f"BEGIN:VCARD\nFN:Ada Moss\nNOTE;a={',' * 60};;x:y\nEND:VCARD\n")
    assert sheet.cards[0].name == "Ada Moss"
    assert len(sheet.problems) == 1


LINES = st.one_of(
    st.sampled_from(["BEGIN:VCARD", "END:VCARD", " folded", "", "N:a;b\\", "BDAY:x", "TEL;:1", "PHOTO;BASE64:AA"]),
    st.builds(
        "{}{}:{}".format,
        st.sampled_from(["FN", "N", "NOTE", "a.TEL", "ADR"]),
        st.text('; =",QP-', max_size=9),
        st.text(),
    ),
    st.builds(
        "FN;ENCODING={};CHARSET={}:{}".format,
        st.sampled_from(["QUOTED-PRINTABLE", "B"]),
        st.text("utf-8x"),
        st.text("=A3\\"),
    ),
    st.text(max_size=20),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=12))
def test_whatever_the_lines_are_they_are_read(lines: list[str]) -> None:
    def told(done: int, total: int) -> None:
        assert done <= total

    cards, problems = read_vcards(["BEGIN:VCARD", *lines, "END:VCARD"], "people.vcf", told)
    assert len(cards) + len(problems) > 0 or not any(lines)
