"""What stands in the book reaches the terminal as clean text, and a script as plain ASCII."""

import unicodedata

import pytest

from tests.cli.command_line import Swell

PAYLOADS = (
    "\x1b[31mred",
    "\x1b]52;c;aGk=\x07clip",
    "\x9b2J\x90\x9c",
    "\x7f\x08back",
    "\u202etrap\u2066",
    "[/]",
    "[@click=app.quit]x[/]",
    "\U000e0041tag",
)


def card(payload: str) -> str:
    """A contact with the payload wherever an import can put it."""
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zed {payload}\r\nNICKNAME:{payload}\r\nORG:{payload}\r\nTITLE:{payload}\r\n"
        f"EMAIL:z@{payload}.example\r\nTEL:{payload}\r\nNOTE:{payload}\r\nCATEGORIES:{payload}\r\nEND:VCARD\r\n"
    )


@pytest.fixture(params=range(len(PAYLOADS)))
def infested(request: pytest.FixtureRequest, swell: Swell) -> Swell:
    """A book with such a contact in it, with whom something happened."""
    payload = PAYLOADS[request.param]
    path = swell.folder / f"cards{request.param}.vcf"
    path.write_bytes(card(payload).encode())
    swell("import", str(path))
    text = swell.book.read_text(encoding="utf-8")
    key = swell("find", "zed", "--json").json[0]["id"]
    swell("add", f"{payload} called")
    swell("add", "called @Zed about x +fri")
    swell("add", "@Zed is looking for y")
    assert key in text
    return swell


COMMANDS = [
    ("inbox", "--all"),
    ("find", "zed"),
    ("show", "zed"),
    ("show", "zed", "--brief"),
    ("log",),
    ("log", "zed"),
    ("momentum",),
    ("undo", "--list"),
    ("undo",),
    ("config",),
]


def test_nothing_that_a_terminal_would_obey_is_printed(infested: Swell) -> None:
    for words in COMMANDS:
        answer = infested(*words)
        for letter in (answer.out + answer.err).replace("\n", ""):
            assert unicodedata.category(letter) not in ("Cc", "Cs"), words
            assert letter not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\U000e0041", words


def test_json_is_plain_ascii(infested: Swell) -> None:
    for words in COMMANDS:
        answer = infested(*words, "--json")
        assert answer.status == 0
        assert answer.json is not None
        assert answer.out.isascii()
        assert answer.out.replace("\n", "").isprintable()


def test_markup_is_text(swell: Swell) -> None:
    path = swell.folder / "cards.vcf"
    path.write_text(card("[@click=app.quit]x[/]"), encoding="utf-8")
    swell("import", str(path))
    assert swell("show", "zed").lines[0] == "Zed [@click=app.quit]x[/]"
