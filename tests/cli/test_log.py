"""`swell log` narrowed as the Ledger is, and where what came back came from."""

import pytest

from tests.cli.command_line import Swell


@pytest.fixture
def book(swell: Swell) -> Swell:
    """A book with a lead that came by somebody's way."""
    for when, line in (
        ("2026-09-01", 'called @"Dee Marsh" about the studio tag:design/logo'),
        ("2026-10-02", 'met @"Eve Novak" at the library'),
        ("2026-10-03", "Eve knows Dee"),
        ("2026-11-10", "got a job lead from Eve via Dee tag:work"),
        ("2026-11-12", "@Zoe sent me a map"),
        ("2026-11-20", "note: the library opens late"),
    ):
        assert swell("add", "--at", when, line).status == 0
    return swell


def test_the_log_in_plain_ascii(book: Swell) -> None:
    book.settings.write_text("ascii = true\n", encoding="utf-8")
    assert book("log").out.isascii()
    assert book("log", "--back").lines[0].startswith("2026-11-12  <-  Zoe ")


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        (["--back"], ["a map", "a job lead"]),
        (["--out"], ["at the library", "about the studio"]),
        (["--out", "--back", "--kind", "lead", "--kind", "call"], ["a job lead", "about the studio"]),
        (["--person", "dee"], ["a job lead", "about the studio"]),
        (["dee", "--person", "eve"], ["a job lead"]),
        (["--tag", "design"], ["about the studio"]),
        (["--since", "2026-11", "--until", "2026-11-10"], ["a job lead"]),
        (["--until", "sep"], ["about the studio"]),
        (["--text", "library", "--out"], ["at the library"]),
        (["--kind", "turn-up"], []),
    ],
)
def test_options_leave_what_fits_them(book: Swell, options: list[str], texts: list[str]) -> None:
    assert [one["text"] for one in book("log", "--json", *options).json] == texts
    lines = book("log", *options).lines
    assert len(lines) == max(1, len(texts))
    assert all(text in line for text, line in zip(texts, lines, strict=False))
    assert texts or lines == ["Nothing of that."]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--kind", "m"], "“m” may be message or meet."),
        (["--since", "soon"], "“soon” is no time here"),
        (["--since", "nov", "--until", "oct"], "since comes after until"),
        (["--person", "Nobody Known"], "Nobody is called Nobody Known"),
    ],
)
def test_what_makes_no_sense_is_one_sentence(book: Swell, options: list[str], told: str) -> None:
    answer = book("log", *options)
    assert (answer.status, answer.out) == (1, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1


def test_where_returns_came_from_is_said_of_all_and_never_of_a_person(book: Swell) -> None:
    lines = book("log", "--whence", "--back").lines
    assert "  out of the blue  a map" in lines[0]
    assert "  direct           a job lead" in lines[1]
    assert lines[2:] == [
        "2 came back: 1 direct, 1 out of the blue.",
        "From a give to a return: too early to tell, 1 so far.",
    ]
    of_eve = book("log", "eve", "--whence").lines
    assert len(of_eve) == len(book("log", "eve", "--json").json)
    entries = book("log", "--json", "--whence").json
    assert {one["text"]: one.get("whence") for one in entries if one["direction"] == "got"} == {
        "a map": "out of the blue",
        "a job lead": "direct",
    }
    assert all("whence" not in one for one in entries if one["direction"] != "got")
    assert {key for one in entries for key in one}.isdisjoint({"balance", "score", "given", "received"})


def test_a_captured_path_is_in_the_return_and_in_the_tree(book: Swell) -> None:
    (lead,) = book("log", "--json", "--kind", "lead").json
    assert (lead["people"], lead["via"], lead["because_of"]) == (["Eve Novak"], ["Dee Marsh"], [])
    assert "a job lead" in book("tree", "dee").out
