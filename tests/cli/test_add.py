"""`swell add`: every form of a line, and nothing typed is ever lost."""

import json
from typing import Any

import pytest

from tests.cli.command_line import Swell
from tests.cli.shapes import ADDED, ANSWER, ASK, FOLLOW_UP, INTERACTION, INTRODUCTION, misfits

SHAPES: dict[str, dict[str, Any]] = {
    "interaction": INTERACTION,
    "answer": ANSWER,
    "follow_up": FOLLOW_UP,
    "contact": {"type": str, "name": str},
    "introduction": INTRODUCTION,
    "ask": ASK,
    "knows": {"type": str, "a": str, "b": str},
}


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("called Ana about the studio in Leeds tag:design +2w", ["interaction", "follow_up"]),
        ("Ana is looking for a fintech CTO", ["answer"]),
        ("promised Ana the gym list +fri", ["follow_up"]),
        ("introduced Priya to Lena re: studio space", ["interaction", "introduction"]),
        ("met Joe Bloggs from Acme, he's hiring rust devs", ["contact", "interaction", "answer"]),
        ("I'm looking for a flat in Lisbon", ["ask"]),
    ],
)
def test_what_was_made_is_told_as_json(sample: Swell, line: str, kinds: list[str]) -> None:
    told = sample("add", "--json", line).json
    assert misfits(told, ADDED) == []
    assert told["ok"] is True
    assert told["unfiled"] is False
    assert set(kinds) <= {one["type"] for one in told["made"]}
    for one in told["made"]:
        assert misfits(one, SHAPES[one["type"]]) == []
    assert [one["raw"] for one in told["made"] if one["type"] == "interaction"] == [line] * kinds.count("interaction")


def test_one_argument_and_several_mean_the_same(sample: Swell) -> None:
    line = "called Ana about the move tag:design"
    one = sample("add", "--json", line).json["made"][0]
    several = sample("add", *line.split(), "--json").json["made"][0]
    for key in ("direction", "kind", "people", "text", "tags", "raw"):
        assert one[key] == several[key]


def test_a_quoted_mark_among_several_arguments_keeps_its_blanks(sample: Swell) -> None:
    made = sample("add", "--json", "called", "@Ana Lopez", "about", "the", "move").json["made"]
    assert made[0]["people"] == ["Ana Lopez"]
    assert made[0]["text"] == "about the move"


@pytest.mark.parametrize("place", range(4))
def test_options_may_stand_anywhere(sample: Swell, place: int) -> None:
    words = ["called", "Ana", "about x"]
    words[place:place] = ["--at", "yesterday", "--json"]
    made = sample("add", *words).json["made"][0]
    assert made["at"] == "2026-11-21T12:00:00+00:00"
    assert made["raw"] == "called Ana about x"


@pytest.mark.parametrize(
    ("when", "at"),
    [
        ("yesterday", "2026-11-21T12:00:00+00:00"),
        ("fri", "2026-11-20T12:00:00+00:00"),
        ("2026-11-20", "2026-11-20T12:00:00+00:00"),
        ("3 days ago", "2026-11-19T12:00:00+00:00"),
        ("today", "2026-11-22T09:30:00+00:00"),
    ],
)
def test_at_says_the_day_it_happened(sample: Swell, when: str, at: str) -> None:
    assert sample("add", "--json", f"--at={when}", "called Ana").json["made"][0]["at"] == at


@pytest.mark.parametrize("when", ["tomorrow", "2027-01-01", "someday", "", "31 nov"])
def test_at_another_day_keeps_nothing(sample: Swell, when: str) -> None:
    before = sample.bytes()
    answer = sample("add", "--at", when, "called Ana")
    assert (answer.status, answer.out) == (1, "")
    assert "is no day up to today (a day, not a time); write yesterday, fri or 2026-11-20." in answer.err
    assert sample.bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ["wrote", "Ana", "--hello", "there"],
        ["wrote Ana about --help"],
        ["wrote", "Ana", "about", "-h"],
        ["-hello", "Ana"],
        ["--", "--json", "--at", "noon"],
        ["--file", "is", "a", "word"],
        ["-1"],
    ],
)
def test_words_that_look_like_options_are_text(sample: Swell, words: list[str]) -> None:
    assert sample("add", *words).status == 0
    newest = sample("log", "--limit", "1", "--json").json[0]
    assert newest["raw"] == " ".join(word for word in words if word != "--")


@pytest.fixture
def two_kims(swell: Swell) -> Swell:
    """A book in which two people are called Kim."""
    swell("add", "-", stdin=b"met Kim Ash\nmet Kim Birch\n")
    return swell


def test_an_unclear_line_is_kept_and_the_reason_goes_to_stderr(two_kims: Swell) -> None:
    answer = two_kims("add", "called Kim about the flat")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.startswith("swell: kept unfiled: ")
    assert answer.err.splitlines()[0].endswith(". It waits in the inbox.")
    assert "Kim Ash" in answer.err
    assert "Kim Birch" in answer.err
    assert "called Kim about the flat" in two_kims.book.read_text()
    assert [one["source"] for one in two_kims("inbox", "--json").json] == ["unfiled"]


def test_an_unclear_line_as_json(two_kims: Swell) -> None:
    answer = two_kims("add", "--json", "called Kim about the flat")
    assert (answer.status, answer.err) == (0, "")
    assert misfits(answer.json, ADDED) == []
    assert answer.json["ok"] is True
    assert answer.json["unfiled"] is True
    assert "Kim" in answer.json["reason"]
    assert answer.json["candidates"] == ["Kim Ash", "Kim Birch"]


def test_a_guess_is_said_on_stderr(sample: Swell) -> None:
    answer = sample("add", "called Sam about the flat")
    assert answer.out.startswith("gave · call · Sam Hill · ")
    assert answer.err == "swell: a guess: Sam Hill\n"
    assert sample("add", "--json", "called Sam").json["guess"] == ["Sam Hill"]


def test_what_was_understood_is_said_in_one_line_a_record(sample: Swell) -> None:
    answer = sample("add", "called Ana about the studio tag:design +2w")
    assert answer.lines == [
        "gave · call · Ana Lopez · 2026-11-22 · about the studio · #design",
        "reminder · Ana Lopez · about the studio · due 2026-12-06",
    ]


@pytest.mark.parametrize("words", [(), ("",), ("  ", "\t"), ("--json",)])
def test_nothing_typed_is_said_and_changes_nothing(swell: Swell, words: tuple[str, ...]) -> None:
    answer = swell("add", *words)
    assert answer.status == 1
    assert "What happened?" in answer.err
    assert not swell.book.exists()


def test_standard_input_is_kept_line_by_line(two_kims: Swell) -> None:
    lines = "\ufeffcalled @Ana about x\r\n\n   \r\ncalled Kim\r\nposted a\u2028note\x1con y"
    answer = two_kims("add", "-", stdin=lines.encode())
    assert answer.status == 0
    assert answer.out == "3 kept, 1 of them unfiled.\n"
    assert answer.err.splitlines()[0].startswith("swell: line 4 kept unfiled: ")
    assert len(answer.err.splitlines()) == 1
    assert "posted a\u2028note\\u001con y" in two_kims.book.read_text(encoding="utf-8")
    assert "\ufeff" not in two_kims.book.read_text(encoding="utf-8")
    assert two_kims("undo", "--list").out.count("(swell add)") == 5


def test_standard_input_as_json_is_a_list(sample: Swell) -> None:
    answer = sample("add", "-", "--json", "--at", "fri", stdin=b"called Ana\ncalled Ben about y\n")
    assert [one["made"][0]["people"] for one in answer.json] == [["Ana Lopez"], ["Ben Okafor"]]
    assert {one["made"][0]["at"][:10] for one in answer.json} == {"2026-11-20"}
    assert sample("add", "-", "--json").json == []


def test_bytes_that_are_no_text_lose_no_line(sample: Swell) -> None:
    assert sample("add", "-", stdin=b"called Ana about \xff\xfe\n").out.startswith("1 kept")
    assert sample("add", "called Ana about \udcff").status == 0
    assert [one["text"] for one in sample("log", "--limit", "2", "--json").json] == [
        "about \ufffd",
        "about \ufffd\ufffd",
    ]


def test_control_characters_are_kept_unfiled_and_shown_as_signs(sample: Swell) -> None:
    answer = sample("add", "called Ana \x1b[31m")
    assert answer.status == 0
    assert "control characters" in answer.err
    assert "\x1b" not in answer.out + answer.err
    assert "\\u001b[31m" in sample.book.read_text()


def test_a_line_of_10000_characters_is_kept_whole(sample: Swell) -> None:
    line = "called Ana about " + "very " * 2000 + "much"
    told = sample("add", "--json", line)
    assert told.status == 0
    assert told.json["made"][0]["raw"] == line


def test_the_raw_line_is_kept_as_it_was_typed(sample: Swell) -> None:
    line = "called Ana  about “Łódź” 李雷 [/] 😀"
    assert sample("add", line, "--json").json["made"][0]["raw"] == line
    assert json.dumps(line)[1:-1] not in sample.book.read_text()  # the book is UTF-8, for grep
    assert line in sample.book.read_text(encoding="utf-8")
