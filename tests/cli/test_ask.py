"""`swell ask`: whom to turn to, what was asked for, and who was asked."""

import pytest

from tests.cli.command_line import Swell


def test_without_a_need_it_lists_what_is_asked_for(sample: Swell) -> None:
    lines = sample("ask").lines
    assert lines[0].startswith("a desk by a window, two days a week")
    assert "nobody asked yet" in lines[0]
    assert "asked three" in lines[1]
    found = sample("ask", "--json").json
    assert [one["stage"] for one in found] == ["open", "asked"]
    assert found[1]["asked"] == ["Cara Weiss", "Eve Novak", "Mary Jane O'Neil"]
    assert len(found[1]["asked_ids"]) == 3


def test_an_empty_book_says_how_it_begins(swell: Swell) -> None:
    assert "swell ask --open" in swell("ask").out
    assert swell("ask", "--json").json == []
    assert not swell.book.exists()


def test_somebody_was_asked_in_one_step(sample: Swell) -> None:
    for line in ('@"Zora Quist" can help with honey', "Hana knows Zora"):
        sample("add", line)
    told = sample("ask", "I'm looking for honey from the hills", "--asked", "Zora")
    assert told.lines[0] == "asked Zora Quist: honey from the hills"
    assert "Hana knows Zora" in told.out
    found = sample("ask", "--json").json
    assert found[0]["text"] == "honey from the hills"
    assert found[0]["asked"] == ["Zora Quist"]
    again = sample("ask", "Honey from the hills", "--asked", "Zora Quist")
    assert (again.status, again.err) == (1, "swell: Zora Quist was asked already.\n")
    as_json = sample("ask", "--json", "Honey from the hills", "--asked", "hana").json
    assert as_json["ask"]["asked"] == ["Zora Quist", "Hana Kim"]
    assert as_json["helpers"][0]["contact"] == "Zora Quist"
    assert as_json["leads"][0]["way"] == "Hana knows Zora"
    sample("undo")
    sample("undo")
    assert len(sample("ask", "--json").json) == 2


@pytest.mark.parametrize("need", [[""], ["  "], ["I", "need"], ["I'm looking for"]])
def test_a_need_without_words_is_no_wish_to_see_the_list(sample: Swell, need: list[str]) -> None:
    told = sample("ask", *need)
    assert (told.status, told.out) == (1, "")
    assert told.err == "swell: Say what you need, such as: swell ask a flat in Lisbon.\n"


def test_what_was_noted_is_said(swell: Swell) -> None:
    assert swell("ask", "--open", "I need a flat in Lisbon").lines[0] == "noted: I need a flat in Lisbon"
    assert swell("ask", "--open", "A flat in Lisbon").lines[0] == "noted before: a flat in Lisbon"


def test_what_cannot_be_noted(sample: Swell) -> None:
    assert sample("ask", "--open").status == 1
    assert sample("ask", "--asked", "Dee").status == 1
    gone = sample("ask", "a flat", "--asked", "nobody at all")
    assert gone.status == 1
    assert len(sample("ask", "--json").json) == 2


def test_the_same_ask_twice_is_one(swell: Swell) -> None:
    swell("add", "I'm looking for a flat in Lisbon")
    swell("add", "I need a flat in Lisbon")
    swell("ask", "--open", "A flat in Lisbon!")
    assert [one["text"] for one in swell("ask", "--json").json] == ["a flat in Lisbon"]
    assert swell("add", "asked @Ana about the flat in Lisbon").status == 0
    assert swell("ask", "--json").json[0]["asked"] == ["Ana"]
