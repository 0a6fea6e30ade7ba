"""Address tables: what LinkedIn, Google and Outlook write, and what becomes of damaged rows."""

from pathlib import Path

import pytest

from domain.importing import Card
from store.formats.dates import iso_date
from store.formats.reading import Sheet, read_file

LINKEDIN = '''\ufeffNotes:\r
"When exporting your connections, some addresses\r
may be missing."\r
\r
First Name,Last Name,URL,Email Address,Company,Position,Connected On\r
Nadia,Vale,https://www.linkedin.com/in/nadia-vale,,"Vale, Son & Co",Carpenter,15 Mar 2024\r
,,,,,,05 Feb 2021\r
"Rui ""Ace""",Sá,https://www.linkedin.com/in/rui,rui@sa.example,,"Head of\r
Music",31 Feb 2023\r
雷,李,,,,,\r
'''

GOOGLE = """First Name,Middle Name,Last Name,Name Prefix,Name Suffix,Nickname,Organization Name,Organization Title,\
Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,\
Phone 1 - Value,Address 1 - City,Address 1 - Country,Website 1 - Value
Nadia,Rose,Vale,Dr.,Jr.,Nad,Vale & Co,Carpenter,--03-15,met at ::: the fair,* myContacts ::: Friends ::: Book club,\
* Work,n@vale.example ::: nadia@vale.example,Home,home@vale.example,\
Mobile,+44 20 7946 0003,Leeds,UK,https://vale.example
"""

GOOGLE_BEFORE = """Name,Given Name,Additional Name,Family Name,Occupation,Group Membership,\
E-mail 1 - Type,E-mail 1 - Value,\
Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title
Ms Nadia Vale,Nadia,,Vale,,* My Contacts ::: choir,* Work,n@vale.example,Mobile,+442079460003,Vale & Co,Carpenter
"""

OUTLOOK = """Title,First Name,Middle Name,Last Name,Suffix,Company,Job Title,Home City,Business Fax,Business Phone,\
Mobile Phone,Birthday,Categories,E-mail Address,E-mail Display Name,E-mail 2 Address,Notes,Web Page\r
Mr.,Jürgen,,Größe,,Werft,Schlosser,Kiel,+49 431 9,+49 431 1,+49 151 2,0/0/00,Segeln;Verein,j@werft.example,\
Jürgen,/o=ExchangeLabs/cn=j,"Zeile 1\r
Zeile 2",werft.example\r
,Ada,,Moss,,,,,,,,23/4/1990,,,,,,\r
,Bea,,Moss,,,,,,,,3/4/1990,,,,,,\r
"""

GERMAN = "\ufeffAnrede;Vorname;Nachname;Firma;Position;E-Mail-Adresse;Mobiltelefon;Ort geschäftlich;Geburtstag\n"
GERMAN += "Frau;Ute;Größe;Werft;Malerin;ute@werft.example;+49 151 3;Kiel;15.03.1984\n"


def read(folder: Path, text: str | bytes, name: str = "contacts.csv") -> Sheet:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_file(path)


def reasons(sheet: Sheet) -> list[tuple[int, str]]:
    return [(problem.line, problem.reason) for problem in sheet.problems]


def test_linkedin(tmp_path: Path) -> None:
    sheet = read(tmp_path, LINKEDIN, "Connections.csv")
    assert sheet.format == "LinkedIn connections"
    assert sheet.cards[0] == Card(
        file="Connections.csv",
        line=6,
        name="Nadia Vale",
        organisation="Vale, Son & Co",
        role="Carpenter",
        links=("https://www.linkedin.com/in/nadia-vale",),
        met_on="2024-03-15",
    )
    assert (sheet.cards[1].name, sheet.cards[1].met_on) == ("", "2021-02-05")
    assert (sheet.cards[2].name, sheet.cards[2].role, sheet.cards[2].met_on) == ('Rui "Ace" Sá', "Head of Music", "")
    assert (sheet.cards[3].name, sheet.cards[3].line) == ("李雷", 10)
    assert reasons(sheet) == [(8, "“31 Feb 2023” is not clear as a date; left out of this entry")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_google_today(tmp_path: Path, encoding: str) -> None:
    sheet = read(tmp_path, GOOGLE.encode(encoding))
    assert (sheet.format, sheet.problems) == ("Google contacts", ())
    assert sheet.cards == (
        Card(
            file="contacts.csv",
            line=2,
            name="Nadia Rose Vale Jr.",
            aliases=("Nad",),
            emails=("n@vale.example", "nadia@vale.example", "home@vale.example"),
            phones=("+44 20 7946 0003",),
            organisation="Vale & Co",
            role="Carpenter",
            place="Leeds",
            tags=("Friends", "Book-club"),
            birthday="--03-15",
            links=("https://vale.example",),
            notes="met at ::: the fair",
        ),
    )


def test_google_before_2024(tmp_path: Path) -> None:
    sheet = read(tmp_path, GOOGLE_BEFORE.encode("utf-16"))
    found = sheet.cards[0]
    assert (sheet.format, found.name, found.tags) == ("Google contacts", "Nadia Vale", ("choir",))
    assert (found.emails, found.phones) == (("n@vale.example",), ("+442079460003",))
    assert (found.organisation, found.role) == ("Vale & Co", "Carpenter")


def test_outlook_in_windows_letters(tmp_path: Path) -> None:
    sheet = read(tmp_path, OUTLOOK.encode("cp1252"))
    found, ada, bea = sheet.cards
    assert (sheet.format, found.name, found.role) == ("Outlook contacts", "Jürgen Größe", "Schlosser")
    assert (found.phones, found.emails) == (("+49 431 1", "+49 151 2"), ("j@werft.example",))
    assert (found.tags, found.notes, found.place) == (("Segeln", "Verein"), "Zeile 1 Zeile 2", "Kiel")
    assert (found.birthday, ada.birthday, bea.birthday) == ("", "1990-04-23", "1990-04-03")
    assert sheet.problems == ()


def test_outlook_in_german(tmp_path: Path) -> None:
    found = read(tmp_path, GERMAN).cards[0]
    assert (found.name, found.organisation, found.role) == ("Ute Größe", "Werft", "Malerin")
    assert (found.place, found.birthday) == ("Kiel", "1984-03-15")


def test_any_order_and_any_names_of_columns(tmp_path: Path) -> None:
    found = read(tmp_path, "Telephone\tNote\tE-MAIL\tFull  Name\n0701234567\thi\ta@x.example;b@x.example\tNadia Vale\n")
    assert found.format == "address table"
    assert found.cards[0].emails == ("a@x.example", "b@x.example")
    assert found.cards[0].phones == ("0701234567",)


def test_a_value_that_is_no_formula_loses_its_guard(tmp_path: Path) -> None:
    found = read(tmp_path, "Name,Phone,Company\nNadia Vale,'+46701234567,'t Hoen\n").cards[0]
    assert (found.phones, found.organisation) == (("+46701234567",), "'t Hoen")


@pytest.mark.parametrize(
    ("rows", "names", "problems"),
    [
        ("Nadia\rRui,Sá\r", ["Nadia", "Rui Sá"], []),
        ("Nadia\n\n,,\nRui,Sá,,,\n", ["Nadia", "Rui Sá"], []),
        ("Nadia,Vale,n@x.example,more\nRui,Sá\n", ["Rui Sá"], [(2, "4 cells under 3 columns")]),
        ("Na\0dia,Vale\nRui,Sá\n", ["Rui Sá"], [(2, "bytes that are no text")]),
        ('Nadia,Vale\nRui,"Sá\nAda,Moss\n', ["Nadia Vale", "Ada Moss"], [(3, "never closed")]),
        ('Rui,"Sá\nAda,Moss\n"Bea","Moss"\n', ["Ada Moss", "Bea Moss"], [(2, "do not match")]),
        ('"Rui"x,Sá\nAda,Moss\n', ["Ada Moss"], [(2, "do not match")]),
        ("Rui,S\rá\nAda,Moss\n", ["Ada Moss"], [(2, "cannot be read")]),
        pytest.param(f"Rui,{'x' * 200_000}\nAda,Moss\n", ["Ada Moss"], [(2, "too long")], id="long cell"),
        ("Rui,Sá,nobody\nAda,Moss\n", ["Rui Sá", "Ada Moss"], [(2, "“nobody” is no e-mail address")]),
        ("First Name,Last Name,Email\nAda,Moss\n", ["Ada Moss"], []),
    ],
)
def test_a_damaged_row_costs_nobody_but_itself(
    tmp_path: Path, rows: str, names: list[str], problems: list[tuple[int, str]]
) -> None:
    end = "\r" if "\n" not in rows else "\n"
    sheet = read(tmp_path, f"First Name,Last Name,Email{end}{rows}")
    assert [found.name for found in sheet.cards] == names
    assert [line for line, _ in reasons(sheet)] == [line for line, _ in problems]
    for (_, reason), (_, part) in zip(reasons(sheet), problems, strict=True):
        assert part in reason


def test_a_quote_left_open_far_up_does_not_swallow_a_long_file(tmp_path: Path) -> None:
    rows = "".join(f"Person{number},Vale\n" for number in range(2_000))
    sheet = read(tmp_path, f'First Name,Last Name\nRui,"Sá\n{rows}Ada,Moss"\n')
    assert len(sheet.cards) == 2_001
    assert [line for line, _ in reasons(sheet)] == [2]


def test_hostile_text_is_inert_and_on_one_line(tmp_path: Path) -> None:
    text = 'Name,Email,Notes\n"[@click=app.quit]x[/]\x1b]52;c;AAAA\x07",e@x.example,"a\u202eb\nc\u2028d"\n'
    found = read(tmp_path, text).cards[0]
    assert found.name == "[@click=app.quit]x[/]␛]52;c;AAAA␇"
    assert found.notes == "a\ufffdb c\ufffdd"


def test_an_address_in_place_of_a_name_is_no_name(tmp_path: Path) -> None:
    assert read(tmp_path, "Name,Email\nn@vale.example,n@vale.example\n").cards[0].name == ""


def test_letters_are_put_together(tmp_path: Path) -> None:
    assert read(tmp_path, "Name,Email\nJose\u0301,e@x.example\n").cards[0].name == "José"


def test_lengths_are_bounded(tmp_path: Path) -> None:
    found = read(tmp_path, f"Name,Email,Notes\n{'x' * 5_000},e@x.example,{'y' * 20_000}\n").cards[0]
    assert (len(found.name), len(found.notes)) == (300, 10_000)


@pytest.mark.parametrize(
    ("written", "day_first", "iso"),
    [
        ("1984-03-15", None, "1984-03-15"),
        ("19840315", None, "1984-03-15"),
        ("1984-03-15T00:00:00Z", None, "1984-03-15"),
        ("--03-15", None, "--03-15"),
        ("--0229", None, "--02-29"),
        ("15 Mar 2024", None, "2024-03-15"),
        ("March 15, 2024", None, "2024-03-15"),
        ("15.3.1984", None, "1984-03-15"),
        ("3/4/1984", None, ""),
        ("4/4/1984", None, "1984-04-04"),
        ("3/4/1984", True, "1984-04-03"),
        ("3/4/1984", False, "1984-03-04"),
        ("31 Feb 2024", None, ""),
        ("15 Foo 2024", None, ""),
        ("1984", None, ""),
    ],
)
def test_dates(written: str, day_first: bool | None, iso: str) -> None:
    assert iso_date(written, day_first) == iso
