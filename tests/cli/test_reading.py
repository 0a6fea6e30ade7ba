"""`inbox`, `find`, `show` and `log`: what they print, and the JSON that scripts rely on."""

from typing import Any

import pytest

from domain.inbox.item import Source
from tests.cli.command_line import Swell
from tests.cli.shapes import ANSWER, CONTACT, FOLLOW_UP, INTERACTION, ITEM, misfits

QUESTIONS = {"looking_for", "after", "working_on", "interested_in", "offers"}


def test_the_inbox_as_json(sample: Swell) -> None:
    items = sample("inbox", "--json").json
    assert items
    for item in items:
        assert misfits(item, ITEM) == []
        assert item["source"] in Source.__args__  # type: ignore[attr-defined]
        assert item["score"] == pytest.approx(sum(term["points"] for term in item["terms"]), abs=0.01)
    assert len({item["key"] for item in items}) == len(items)


def test_the_inbox_has_one_line_an_item_and_says_what_can_wait(sample: Swell) -> None:
    today, everything = sample("inbox", "--json").json, sample("inbox", "--all", "--json").json
    lines = sample("inbox").lines
    assert len(lines) == len(today) + 1
    assert lines[0].split() == ["Ana", "Lopez", *today[0]["when"].split(), "promise", *today[0]["reason"].split()]
    assert lines[-1] == f"{len(everything) - len(today)} can wait; --all shows them."
    assert len(sample("inbox", "--all").lines) == len(everything) > len(today)
    assert everything[: len(today)] == today


def test_the_reasons_of_the_inbox_stand_in_one_column(sample: Swell) -> None:
    lines = sample("inbox").lines[:-1]
    reasons = [item["reason"] for item in sample("inbox", "--json").json]
    assert len({line.index(reason) for line, reason in zip(lines, reasons, strict=True)}) == 1


def test_the_inbox_counts_what_is_due(sample: Swell) -> None:
    today, everything = sample("inbox", "--json").json, sample("inbox", "--all", "--json").json
    assert sample("inbox", "--count").out == f"{len(today)}\n"
    counted = sample("inbox", "--count", "--json").json
    assert counted == {"today": len(today), "waiting": len(everything) - len(today), "warning": ""}


def test_the_count_carries_the_early_warning_of_the_gauge(sample: Swell) -> None:
    sample.later(days=24)
    warning = sample("momentum", "--json").json["warning"]
    assert warning
    assert sample("inbox", "--count").out.endswith(f" ! {warning}\n")
    assert sample("inbox", "--count", "--json").json["warning"] == warning


def test_an_empty_book_offers_the_first_give_and_counts_none(swell: Swell) -> None:
    assert swell("inbox", "--count").out == "0\n"
    assert [item["source"] for item in swell("inbox", "--json").json] == ["first"]
    assert swell("inbox").lines[0].endswith("post one thing you learnt")
    assert not swell.book.exists()


def test_find_as_json(sample: Swell) -> None:
    people = sample("find", "--json", "ana").json
    assert [one["name"] for one in people][:1] == ["Ana Lopez"]
    for one in people:
        shape = {**CONTACT, "score": float, "matched": str}
        assert misfits(one, {key: kind for key, kind in shape.items() if key != "aliases"}) == []
    scores = [one["score"] for one in people]
    assert scores == sorted(scores, reverse=True)
    assert people[0]["matched"] == "name"


@pytest.mark.parametrize("words", [("find", "ana"), ("show", "ana")])
def test_a_contact_has_all_the_promised_keys(sample: Swell, words: tuple[str, ...]) -> None:
    told = sample(*words, "--json").json
    assert misfits(told[0] if words[0] == "find" else told, CONTACT) == []


@pytest.mark.parametrize(
    ("query", "name"),
    [
        (["jhon"], "John Adeyemi"),
        (["dvorak"], "Pavel Dvořák"),
        (["ana", "lopez"], "Ana Lopez"),
        (["tag:fintech", "viktor"], "Viktor Ilves"),
        (["李雷"], "李雷"),
    ],
)
def test_find_finds_the_person_meant(sample: Swell, query: list[str], name: str) -> None:
    assert sample("find", *query).out.startswith(name)
    assert sample("find", *query, "--json").json[0]["name"] == name


def test_find_keeps_its_columns_where_letters_are_wide(sample: Swell) -> None:
    line = sample("find", "李雷").lines[0]
    about = next(one for one in sample("find", "李雷", "--json").json)
    assert line.index(about["role"] or about["organisation"]) == 22  # two letters of two columns each


def test_find_without_a_hit_is_an_empty_list_and_no_failure(sample: Swell) -> None:
    assert sample("find", "zzzqqq").out == "Nobody fits.\n"
    answer = sample("find", "--json", "zzzqqq")
    assert (answer.status, answer.json) == (0, [])


def test_find_and_log_stop_at_the_limit(sample: Swell) -> None:
    assert len(sample("find", "a", "--limit", "3", "--json").json) == 3
    assert len(sample("log", "--limit", "3", "--json").json) == 3
    assert len(sample("log", "--limit", "3").lines) == 4


def test_options_may_stand_between_the_words_of_a_name(sample: Swell) -> None:
    assert sample("show", "ana", "--json", "lopez").json["name"] == "Ana Lopez"
    assert sample("log", "ana", "--limit", "1", "lopez").lines[0].split()[2:4] == ["Ana", "Lopez"]


def test_show_as_json(sample: Swell) -> None:
    told: dict[str, Any] = sample("show", "--json", "Ana Lopez").json
    assert misfits(told, {key: kind for key, kind in CONTACT.items() if key != "aliases"}) == []
    assert told["name"] == "Ana Lopez"
    assert told["answers"]
    assert told["follow_ups"]
    for one in told["answers"]:
        assert misfits(one, ANSWER) == []
        assert (one["contact"], one["question"] in QUESTIONS) == ("Ana Lopez", True)
    for one in told["follow_ups"]:
        assert misfits(one, FOLLOW_UP) == []
    for one in told["log"]:
        assert misfits(one, INTERACTION) == []
    days = [one["at"] for one in told["log"]]
    assert days == sorted(days, reverse=True)


def test_show_says_who_it_is_what_is_open_and_what_was_last(sample: Swell) -> None:
    lines = sample("show", "ana").lines
    assert lines[0] == "Ana Lopez"
    assert "designer, Studio Norte, Leeds" in lines[1]
    assert "ana@norte.example" in lines[2]
    for head in ("looking for", "open", "try"):
        assert any(line.startswith(f"  {head} ") for line in lines)
    brief = sample("show", "ana", "--brief")
    assert len(brief.lines) == 1
    assert brief.out.startswith("Ana Lopez · designer")


def test_show_takes_an_id(sample: Swell) -> None:
    key = sample("show", "ana", "--json").json["id"]
    assert sample("show", key, "--json").json["name"] == "Ana Lopez"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Jhon", "did you mean John Adeyemi?"),
        ("Qwxzy", "Nobody is called Qwxzy"),
        ("Sam", "Two people are called Sam: Sam Hill, Sam Okoro"),
        ("", "Say whom you mean"),
    ],
)
@pytest.mark.parametrize("command", ["show", "log"])
def test_a_name_that_is_not_one_person_is_said(sample: Swell, command: str, name: str, told: str) -> None:
    answer = sample(command, name)
    assert (answer.status, answer.out) == (1, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1


def test_the_log_as_json_is_whole_and_newest_first(sample: Swell) -> None:
    sample("add", "--at", "2026-03-01", "called Ana about the spring")
    entries = sample("log", "--json").json
    assert len(entries) > 100
    for one in entries:
        assert misfits(one, INTERACTION) == []
    order = [(one["at"], one["id"]) for one in entries]
    assert order == sorted(order, reverse=True)
    assert "about the spring" not in [one["text"] for one in entries[:100]]


def test_the_log_prints_50_lines_and_says_how_many_more(sample: Swell) -> None:
    entries = sample("log", "--json").json
    lines = sample("log").lines
    assert len(lines) == 51
    assert lines[-1] == f"{len(entries) - 50} more; --limit shows them."
    first = entries[0]
    for words in (first["at"][:10], first["people"][0], first["text"], first["kind"]):
        assert words in lines[0]


def test_the_log_of_one_person(sample: Swell) -> None:
    entries = sample("log", "--json", "ana", "lopez").json
    assert entries
    assert all("Ana Lopez" in one["people"] for one in entries)


def test_the_log_says_that_a_post_was_for_everybody(sample: Swell) -> None:
    sample("add", "posted what I learned at the meetup")
    assert sample("log", "--limit", "1").lines[0].split()[2] == "everybody"


def test_an_empty_ledger_says_how_it_begins(swell: Swell) -> None:
    assert "swell add" in swell("log").out
    assert swell("log", "--json").json == []
    assert not swell.book.exists()


@pytest.mark.parametrize(
    "words", [("inbox",), ("find", "a"), ("show", "ana"), ("log",), ("momentum",), ("undo", "--list")]
)
def test_reading_changes_no_byte_of_the_book(sample: Swell, words: tuple[str, ...]) -> None:
    before = sample.bytes()
    for extra in ((), ("--json",)):
        assert sample(*words, *extra).status == 0
    assert sample.bytes() == before


def test_a_record_that_cannot_be_read_is_said_and_hides_no_other(sample: Swell) -> None:
    key = sample("log", "--json").json[0]["id"]
    text = sample.book.read_text(encoding="utf-8")
    line = next(one for one in text.splitlines() if one.startswith(f'"{key}": {{"id"'))
    sample.book.write_text(
        text.replace(line, f'"{key}": {{"id":"{key}","at":7}}' + "," * line.endswith(",")), encoding="utf-8"
    )
    answer = sample("log", "--json")
    assert answer.status == 0
    assert len(answer.json) > 100
    assert answer.err.startswith("swell: a record of the book cannot be read and is kept as it is: interactions ")
    assert answer.err.count("\n") == 1
