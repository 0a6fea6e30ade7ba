"""`swell intros` and `swell ask`: who could be brought together, and whom to turn to oneself."""

import unicodedata

import pytest

from tests.cli.command_line import Swell


def test_the_suggestions_as_json(sample: Swell) -> None:
    found = sample("intros", "--json").json
    assert found
    cara = next(one for one in found if one["a"] == "Cara Weiss")
    assert cara["b"] == "Dee Marsh"
    assert cara["reason"].startswith("looking for a studio in Leeds")
    for one in found:
        assert {"a", "a_id", "b", "b_id", "reason", "score"} <= set(one)
        assert one["score"] == pytest.approx(sum(term["points"] for term in one["terms"]), abs=0.02)
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)


def test_what_is_under_way_comes_first(sample: Swell) -> None:
    lines = sample("intros").lines
    assert any("under way" in line and "ask Lena" in line for line in lines)
    assert sum("fresh" in line for line in lines) >= 3
    assert len(sample("intros", "--limit", "1", "--json").json) == 1


def test_one_that_was_made_is_under_way_until_it_is_known_how_it_went(swell: Swell) -> None:
    swell("add", "introduced", "@Ana Lopez", "to", "@Ben Okafor")
    (line,) = swell("intros").lines
    assert line.split("  ")[0] == "Ana Lopez – Ben Okafor"
    assert line.endswith("made: how did it go?")
    swell.settings.write_text("ascii = true\n", encoding="utf-8")
    assert swell("intros").out.isascii()
    swell.later(days=40)
    assert "under way" not in swell("intros").out


def test_the_suggestions_about_one_person(sample: Swell) -> None:
    found = sample("intros", "Dee", "Marsh", "--json").json
    assert {"Dee Marsh"} == {name for one in found for name in (one["a"], one["b"]) if name == "Dee Marsh"}
    assert all("Dee Marsh" in (one["a"], one["b"]) for one in found)
    assert sample("intros", "nobody at all").status == 1


def test_an_empty_book_says_how_it_begins(swell: Swell) -> None:
    assert swell("intros").out.startswith("Nobody to bring together yet")
    assert swell("intros", "--json").json == []
    assert swell("ask", "a", "flat").out == "Nobody comes to mind; ask openly: posted: looking for a flat\n"
    assert not swell.book.exists()


def test_whom_to_turn_to(sample: Swell) -> None:
    found = sample("ask", "a studio in Leeds", "--json").json
    assert found["helpers"][0]["contact"] == "Dee Marsh"
    assert "score" in found["helpers"][0]
    assert sample("ask", "a studio in Leeds").lines[0].startswith("Dee Marsh")
    for lead in found["leads"]:
        assert len(lead["people"]) in (2, 3)
        assert len(lead["how"]) == len(lead["people"]) - 1


def test_an_ask_is_noted_where_that_is_wished(swell: Swell) -> None:
    swell("ask", "a flat in Lisbon")
    assert not swell.book.exists()
    swell("ask", "--open", "a flat in Lisbon")
    assert '"text":"a flat in Lisbon"' in swell.book.read_text(encoding="utf-8")
    assert swell("undo").status == 0


def test_what_is_printed_of_people_is_inert(swell: Swell) -> None:
    swell("add", "@Zed is looking for a \x1b[2Jflat")
    swell("add", "@Yan can help with flats \u202e in the sky")
    for words in (("intros",), ("ask", "a flat"), ("intros", "--json"), ("ask", "a flat", "--json")):
        out = swell(*words).out.replace("\n", "")
        assert all(unicodedata.category(letter) not in ("Cc", "Cf", "Cs") for letter in out), words


def test_the_words_for_two_people(sample: Swell) -> None:
    told = sample("intros", "--draft", "Dee", "Cara Weiss")
    assert told.out.startswith("Dee, a friend of mine, Cara, is looking for a studio in Leeds")
    assert told.lines[0].endswith("May I bring you two together? No is a fine answer.")
    every = sample("intros", "--draft", "Cara Weiss", "Dee", "--all")
    assert [line for line in every.lines if line.startswith("To ")] == [
        "To Dee Marsh:", "To Cara Weiss:", "To Cara Weiss and Dee Marsh:",
    ]  # fmt: skip
    texts = sample("intros", "--draft", "Cara Weiss", "Dee", "--json").json
    assert [one["words"] for one in texts if one["next"]] == ["ask_b"]
    assert texts[2]["to"] == ["Cara Weiss", "Dee Marsh"]
    assert all(one["mailto"].startswith("mailto:") for one in texts)


def test_the_words_of_what_is_under_way_are_those_of_its_step(sample: Swell) -> None:
    assert sample("intros", "--draft", "Kofi", "Lena").out.startswith("Lena, a friend of mine, Kofi, is looking for")
    assert sample("intros", "--draft", "Elif Yılmaz", "Bram").out.startswith("Elif, meet Bram.")


def test_there_are_no_words_for_one_person_or_for_nobody(sample: Swell) -> None:
    assert "introduced to themselves" in sample("intros", "--draft", "Dee", "Dee Marsh").err
    told = sample("intros", "--draft", "Dee", "Nobody At All")
    assert (told.status, told.out) == (1, "")
    assert sample("intros", "--draft", "Dee").status == 2


def test_a_broken_template_is_named_and_the_built_in_words_are_used(sample: Swell) -> None:
    sample.settings.write_text('[templates]\nask_b = "Dear $nobody"\n', encoding="utf-8")
    told = sample("intros", "--draft", "Cara Weiss", "Dee")
    assert told.out.startswith("Dee, a friend of mine, Cara")
    assert "templates.ask_b" in told.err
