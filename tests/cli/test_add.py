"""`swell add`: every form of a line, and nothing typed is ever lost."""

import json
from typing import Any

import pytest

from store.spool import waiting
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


def test_the_canonical_line_makes_the_same_again(sample: Swell) -> None:
    told = sample("add", "--json", "called Ana about the move, she wants a studio +2w").json
    again = sample("add", "--json", told["canonical"]).json
    assert again["canonical"] == told["canonical"]
    assert [one["type"] for one in again["made"]] == [one["type"] for one in told["made"]]
    assert again["made"][0]["text"] == told["made"][0]["text"]


def test_the_canonical_line_of_an_unfiled_one_is_the_line(two_kims: Swell) -> None:
    assert two_kims("add", "--json", "called Kim").json["canonical"] == "called Kim"


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


def test_the_reason_ends_with_one_stop_whatever_it_ends_in(two_kims: Swell) -> None:
    two_kims("add", "met Zed Birch (Monzo)")
    answer = two_kims("add", "emailed Zed at HSBC")
    assert answer.err.splitlines()[0].endswith(" or somebody new? It waits in the inbox.")


def test_an_unclear_line_as_json(two_kims: Swell) -> None:
    answer = two_kims("add", "--json", "called Kim about the flat")
    assert (answer.status, answer.err) == (0, "")
    assert misfits(answer.json, ADDED) == []
    assert answer.json["ok"] is True
    assert answer.json["unfiled"] is True
    assert "Kim" in answer.json["reason"]
    assert answer.json["candidates"] == ["Kim Ash", "Kim Birch"]


def test_a_promise_that_a_line_keeps_is_said_to_be_closed(swell: Swell) -> None:
    swell("add", "promised @Ana the gym list")
    answer = swell("add", "sent @Ana the gym list")
    assert answer.out.splitlines()[1].startswith("closed · promise · Ana · the gym list · due ")


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
    assert two_kims("undo", "--list").out.count("(swell add)") == 2  # the two Kims, and these three


MEETUP = """\
tag:pyleeds when:fri
- met @"Jonty Bloggs" from Acme
- Jonty is hiring rust devs
- called Kim
- promised Jonty the slides +31 nov

tag:
posted a thread
#late
"""


def test_a_line_of_marks_alone_holds_for_the_lines_after_it(two_kims: Swell) -> None:
    answer = two_kims("add", "-", stdin=MEETUP.encode())
    assert answer.out == "5 kept, 1 of them unfiled.\n"
    unclear, no_date, late = answer.err.splitlines()
    assert unclear == "swell: line 4 kept unfiled: two people are called Kim: Kim Ash, Kim Birch (- called Kim)"
    assert no_date.startswith("swell: line 5: 31 Nov is no date, kept as text")
    assert late == "swell: line 9: #late holds for no line after it"
    met = two_kims("log", "--json").json
    assert {one["raw"]: one["at"][:10] for one in met if "pyleeds" in one["tags"]} == {
        'met @"Jonty Bloggs" from Acme tag:pyleeds when:fri': "2026-11-20"
    }
    assert two_kims("find", "rust", "--json").json[0]["name"] == "Jonty Bloggs"


def test_all_lines_are_one_commit_and_one_step(two_kims: Swell) -> None:
    before = two_kims.bytes()
    commits = json.loads(before)["meta"]["1"]["rev"]
    two_kims("add", "-", stdin=MEETUP.encode())
    assert json.loads(two_kims.bytes())["meta"]["1"]["rev"] == commits + 1
    assert two_kims("undo").out.startswith('Taken back: 5 captures: met @"Jonty Bloggs"')
    assert [one["name"] for one in two_kims("find", "Jonty", "--json").json] == []
    assert two_kims("inbox", "--json").json == []


def test_each_line_of_several_is_an_object_with_its_number(two_kims: Swell) -> None:
    told = two_kims("add", "-", "--json", stdin=MEETUP.encode()).json
    assert [one["line"] for one in told] == [2, 3, 4, 5, 8]
    assert [one["unfiled"] for one in told] == [False, False, True, False, False]
    for one in told:
        assert misfits(one, ADDED) == []
    (answer,) = told[1]["made"]
    assert (answer["contact"], answer["text"]) == ("Jonty Bloggs", "rust devs")


def test_several_lines_only_spooled_are_one_delivery(two_kims: Swell) -> None:
    assert two_kims("add", "-", "--later", stdin=MEETUP.encode()).out == "5 kept in the spool.\n"
    assert len(waiting(str(two_kims.book))) == 1
    assert len(two_kims("find", "Jonty", "--json").json) == 1
    assert two_kims("undo").out.startswith('Taken back: 5 captures: met @"Jonty Bloggs"')


def test_five_thousand_lines_are_one_commit(swell: Swell) -> None:
    swell("add", "called @Ana")
    commits = json.loads(swell.bytes())["meta"]["1"]["rev"]
    lines = "".join(f"called Ana about {number}\n" for number in range(5000))
    assert swell("add", "-", stdin=lines.encode()).out == "5000 kept, 0 of them unfiled.\n"
    assert json.loads(swell.bytes())["meta"]["1"]["rev"] == commits + 1
    assert len(swell("log", "--json", "--limit", "6000").json) == 5001


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 50, b"\x7fELF" + bytes(4000), bytes([0x89]) + b"PNG\r\n\x1a\n" + bytes(range(128, 256)) * 20],
)
def test_a_file_that_is_no_text_is_said_and_not_kept(sample: Swell, data: bytes) -> None:
    before = sample.bytes()
    answer = sample("add", "-", stdin=data)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "swell: Standard input is no text (it looks like a binary file), so nothing was kept.\n"
    assert sample.bytes() == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_come_in_any_dress(sample: Swell, encoding: str, end: str) -> None:
    lines = end.join(["called Ana about Łódź", "", "messaged Ben"])
    assert sample("add", "-", stdin=lines.encode(encoding)).out == "2 kept, 0 of them unfiled.\n"
    raws = [one["raw"] for one in sample("log", "--limit", "2", "--json").json]
    assert sorted(raws) == ["called Ana about Łódź", "messaged Ben"]


def test_strange_lines_among_others_are_kept_or_said(sample: Swell) -> None:
    long = "called Ana about " + "very " * 2000 + "much"
    lines = [long, "called Ana \x00 about", "@", '""', "+", "#", '"unclosed', "\u202eabc", "😀" * 300]
    answer = sample("add", "-", stdin="\n".join(lines).encode())
    assert answer.out.startswith("7 kept, ")
    assert long in {one["raw"] for one in sample("log", "--limit", "20", "--json").json}
    assert "line 2 kept unfiled: there are control characters in it" in answer.err
    assert all(len(line) < 300 for line in answer.err.splitlines())
    assert "\x00" not in answer.err


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
