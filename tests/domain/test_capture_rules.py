"""Lines beyond the specification's own, by the rule they follow."""

from typing import Any

import pytest

from domain.capture.chips import chips
from domain.capture.understanding import Understood, understand
from domain.capture.verbs import TABLE, Row, verb_at
from domain.capture.words import line_of
from domain.model import Contact
from domain.settings import Settings
from tests.domain.capture_book import BOOK, MOMENT, NAMES, book
from tests.domain.test_capture_cases import told


def read(line: str) -> Understood:
    return understand(line, BOOK, MOMENT, shell=True, names=NAMES)


def one(line: str) -> dict[str, Any]:
    """The one record that a line makes."""
    understood = read(line)
    assert understood.unfiled is None
    (draft,) = understood.made
    return told(draft, understood)


def kinds(line: str) -> list[str]:
    understood = read(line)
    return [told(draft, understood)["type"] for draft in understood.made]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["called Ana +2w"], "called Ana +2w"),
        (["called", "Ana", "+2w"], "called Ana +2w"),
        (["met", "@Joe Miller", "tag:a b"], 'met @"Joe Miller" tag:"a b"'),
        (["need:a studio in Leeds", "@Ana"], 'need:"a studio in Leeds" @Ana'),
        (["called", "Ana Lopez", "about rent"], "called Ana Lopez about rent"),
        (['org:"Studio Norte"', "@Ana"], 'org:"Studio Norte" @Ana'),
        (["via:Mary Jane O'Neil", "x"], 'via:"Mary Jane O\'Neil" x'),
    ],
)
def test_shell_arguments_make_a_line(arguments: list[str], line: str) -> None:
    assert line_of(arguments) == line


@pytest.mark.parametrize(
    ("line", "day", "text"),
    [
        ("called Ana yesterday about rent", "2026-11-21", "about rent"),
        ("yesterday called Ana", "2026-11-21", ""),
        ("called Ana last tue", "2026-11-17", ""),
        ("called Ana on 5 nov about rent", "2026-11-05", "about rent"),
        ("called Ana nov 5 2025", "2025-11-05", ""),
        ("called Ana two weeks ago", "2026-11-08", ""),
        ("called Ana 3d ago", "2026-11-19", ""),
        ("last night: called Ana", "2026-11-21", ""),
        ("called Ana when:fri", "2026-11-20", ""),
        ("called Ana when:2026-10-01", "2026-10-01", ""),
        ("called Ana about the party tomorrow", "2026-11-22", "about the party tomorrow"),
        ("called Ana 3/10", "2026-11-22", "3/10"),
    ],
)
def test_day_on_which_it_happened(line: str, day: str, text: str) -> None:
    record = one(line)
    assert (record["kind"], record["people"], record["date"], record["text"]) == ("call", ["Ana Lopez"], day, text)


@pytest.mark.parametrize(
    ("line", "due", "text"),
    [
        ("call Ana on friday", "2026-11-27", "call Ana"),
        ("call Ana +fri", "2026-11-27", "call Ana"),
        ("call Ana +3d", "2026-11-25", "call Ana"),
        ("call Ana +5 dec", "2026-12-05", "call Ana"),
        ("call Ana in 2 weeks", "2026-12-06", "call Ana"),
        ("in 3 days: call Ana", "2026-11-25", "call Ana"),
        ("call Ana next sun", "2026-11-29", "call Ana"),
        ("todo call Ana when:tomorrow", "2026-11-23", "call Ana"),
        ("have lunch with Ana on friday", "2026-11-27", "lunch with Ana"),
        ("need to send Ana the deck by thu", "2026-11-26", "send the deck"),
        ("lunch with Ana tomorrow", "2026-11-23", "lunch"),
    ],
)
def test_day_on_which_it_falls_due(line: str, due: str, text: str) -> None:
    record = one(line)
    assert (record["kind"], record["people"], record["due"], record["text"]) == ("reminder", ["Ana Lopez"], due, text)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("called Ana 31 nov", "31 Nov is no date, kept as text"),
        ("called Ana on 30 feb 2027", "30 Feb 2027 is no date, kept as text"),
        ("2026-02-30: called Ana", "2026-02-30 is no date, kept as text"),
        ("called Ana +yesterday", "+yesterday is past, kept as text"),
        ("called Ana +2w +3w", "only one date a clause: +3w is kept as text"),
        ("called Ana when:soon", "soon is no date, kept as text"),
        ("called Ana min:x", "min:x is no number of minutes, kept as text"),
        ("@Ana circle:best", "circle:best is no circle (inner, close, active, wide, never), kept as text"),
        ("@Ana email:nowhere", "email:nowhere is no e-mail address, kept as text"),
        ("@Ana birthday:31-nov", "birthday:31-nov is no birthday, kept as text"),
        ("circle:close", "circle: needs a person in the line, kept as text"),
    ],
)
def test_what_cannot_be_meant_is_said(line: str, said: str) -> None:
    assert said in read(line).warnings


def test_two_numbers_and_a_slash_are_refused_with_a_hint() -> None:
    assert read("called Ana 3/10").hints == ("3/10 is kept as text: write 3 Oct or 10 Mar",)


@pytest.mark.parametrize(
    ("line", "direction", "kind", "people", "text"),
    [
        ("Ben helped me with my CV", "got", "help", ["Ben Okafor"], "with my CV"),
        ("Ben sent me the contract", "got", "share", ["Ben Okafor"], "the contract"),
        ("was helped by Ana with the move", "got", "help", ["Ana Lopez"], "with the move"),
        ("got a call from Ana", "got", "call", ["Ana Lopez"], "a call"),
        ("a call from Ana", "got", "call", ["Ana Lopez"], "a call"),
        ("Will called", "got", "call", ["Will Chen"], ""),
        ("Ana spoke for 45m tag:x", "none", "note", ["Ana Lopez"], "spoke for 45m"),
        ("Ana met Ben", "none", "note", ["Ana Lopez", "Ben Okafor"], "met Ben"),
        ("Ana and Ben called", "got", "call", ["Ana Lopez", "Ben Okafor"], ""),
        ("Ana, Ben and I had lunch", "mutual", "meet", ["Ana Lopez", "Ben Okafor"], "lunch"),
        ("had a long call with Ana", "mutual", "call", ["Ana Lopez"], ""),
        ("called Ana about Ben", "gave", "call", ["Ana Lopez"], "about Ben"),
        ("called Ana, not Ben", "gave", "call", ["Ana Lopez"], "not Ben"),
        ("helped Ben's sister", "gave", "help", [], "Ben's sister"),
        ("gave Ben feedback on his talk", "gave", "help", ["Ben Okafor"], "feedback on his talk"),
        ("sent Ana a message", "gave", "message", ["Ana Lopez"], "a message"),
        ("let Ana know about the flat", "gave", "message", ["Ana Lopez"], "about the flat"),
        ("left Ben a voicemail", "gave", "message", ["Ben Okafor"], "left a voicemail"),
        ("called Ana but no answer", "none", "note", ["Ana Lopez"], "called but no answer"),
        ("lunch with Ben cancelled", "none", "note", ["Ben Okafor"], "lunch with Ben cancelled"),
        ("Ana doesn't need a flat", "none", "note", ["Ana Lopez"], "doesn't need a flat"),
        ("coffee with Dr. Will Chen", "mutual", "meet", ["Will Chen"], "coffee"),
        ("called Mary Jane", "gave", "call", ["Mary Jane O'Neil"], ""),
        ("called mary jane o’neil", "gave", "call", ["Mary Jane O'Neil"], ""),
        ("called lukasz", "gave", "call", ["Łukasz Nowak"], ""),
        ("和李雷吃饭", "none", "note", ["李雷"], "和李雷吃饭"),
        ("lunch w/ Ana", "mutual", "meet", ["Ana Lopez"], "lunch"),
        ("got married", "none", "note", [], "got married"),
        ("My sister called", "none", "note", [], "My sister called"),
    ],
)
def test_who_did_what(line: str, direction: str, kind: str, people: list[str], text: str) -> None:
    record = one(line)
    assert (record["direction"], record["kind"], record["people"], record["text"]) == (direction, kind, people, text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("emailed ana@norte.example about rent", "ana@norte.example about rent"),
        ("sent Ana https://example.com/a?b=c:d", "https://example.com/a?b=c:d"),
        ('called Ana "Ben said; called Cara"', "Ben said; called Cara"),
        ("called Ana “Ben said”", "Ben said"),
        ("called Ana text:Ben said no", "Ben said no"),
        ("called Ana #1", "#1"),
        ("called Ana via:zoom", "via zoom"),
        ("called Ana +44 113 496 0001", "+44 113 496 0001"),
    ],
)
def test_text_stays_text(line: str, text: str) -> None:
    record = one(line)
    assert record["text"] == text
    assert "Ben Okafor" not in record["people"]


@pytest.mark.parametrize(
    ("line", "tags"),
    [("called Ana tag:a/b", ["a/b"]), ("#design called Ana #leeds", ["design", "leeds"]), ("C# called Ana", [])],
)
def test_tags(line: str, tags: list[str]) -> None:
    understood = read(line)
    assert told(understood.made[0], understood)["tags"] == tags


@pytest.mark.parametrize(
    ("line", "minutes"),
    [("coffee with Ana 45m", 45), ("coffee with Ana 1h30", 90), ("coffee with Ana 45 min", 45),
     ("called Ana min:20 about rent", 20), ("called Ana about 45m of rain today", 0)],
)  # fmt: skip
def test_minutes(line: str, minutes: int) -> None:
    assert one(line)["minutes"] == minutes


@pytest.mark.parametrize(
    ("line", "question", "who", "text"),
    [
        ("need:flat @Ana", "looking for", "Ana Lopez", "flat"),
        ('offer:"pitch decks" @Dee', "offer", "Dee Marsh", "pitch decks"),
        ("Ana's looking for a CTO", "looking for", "Ana Lopez", "a CTO"),
        ("Ana told me she's looking for a CTO", "looking for", "Ana Lopez", "a CTO"),
        ("Ana is after a promotion", "after", "Ana Lopez", "a promotion"),
        ("Ana is into jazz", "interested in", "Ana Lopez", "jazz"),
        ("Dee has a spare room", "offer", "Dee Marsh", "a spare room"),
        ("Ana: wants a studio", "looking for", "Ana Lopez", "a studio"),
    ],
)
def test_answers(line: str, question: str, who: str, text: str) -> None:
    record = one(line)
    assert (record["question"], record["contact"], record["text"]) == (question, who, text)


@pytest.mark.parametrize(
    ("line", "kind", "people", "text", "due"),
    [
        ("told Ana I'd send the deck", "promise", ["Ana Lopez"], "send the deck", "2026-11-29"),
        ("promised to send Ana the deck by fri", "promise", ["Ana Lopez"], "send the deck", "2026-11-27"),
        ("owe Ben a coffee", "promise", ["Ben Okafor"], "a coffee", "2026-11-29"),
        ("Ben promised me the list +2d", "waiting", ["Ben Okafor"], "the list", "2026-11-24"),
        ("waiting for the bank +3d", "waiting", [], "the bank", "2026-11-25"),
        ("tomorrow: called Ben", "reminder", ["Ben Okafor"], "called Ben", "2026-11-23"),
        ("Ana +2w", "reminder", ["Ana Lopez"], "", "2026-12-06"),
    ],
)
def test_what_is_due(line: str, kind: str, people: list[str], text: str, due: str) -> None:
    record = one(line)
    assert (record["kind"], record["people"], record["text"], record["due"]) == (kind, people, text, due)


@pytest.mark.parametrize(
    ("mark", "field", "value"),
    [
        ("circle:Close", "circle", "close"),
        ('org:"Studio Norte"', "organisation", "Studio Norte"),
        ("role:designer", "role", "designer"),
        ("place:Leeds", "place", "Leeds"),
        ("email:ana@norte.example", "email", "ana@norte.example"),
        ("phone:+441134960001", "phone", "+441134960001"),
        ('birthday:"15 mar 1984"', "birthday", "1984-03-15"),
        ("birthday:--03-15", "birthday", "--03-15"),
        ("tag:design", "tag", "design"),
    ],
)
def test_field_marks_set_fields(mark: str, field: str, value: str) -> None:
    assert one(f"@Ana {mark}") == {"type": "contact-field", "contact": "Ana Lopez", "field": field, "value": value}


@pytest.mark.parametrize(
    ("line", "types"),
    [
        ("called @Kofi", ["contact", "interaction"]),
        ("met Joe Miller and Sue Barker", ["contact", "contact", "interaction"]),
        ("put Ana and Ben in touch", ["interaction", "introduction"]),
        ("set Ana up with Ben", ["interaction", "introduction"]),
        ("need to introduce Ana to Ben", ["introduction", "follow_up"]),
        ("@Zed", ["contact"]),
        ("called Ana, then emailed Ben and posted the job", ["interaction"] * 3),
        ("need to email May and call Ben +3d", ["follow_up", "follow_up"]),
        ("called Ana. She wants a CTO, knows Ben.", ["interaction", "answer", "knows"]),
        ("met Joe Miller at PyLeeds who is looking for work", ["contact", "interaction", "answer"]),
    ],
)
def test_what_a_line_makes(line: str, types: list[str]) -> None:
    assert kinds(line) == types


def test_an_organisation_in_brackets() -> None:
    understood = read("met Joe Miller (Acme)")
    assert told(understood.made[0], understood) == {
        "type": "contact", "name": "Joe Miller", "organisation": "Acme", "role": "", "tags": [], "met_via": ""
    }  # fmt: skip


def test_thanks_are_for_those_thanked() -> None:
    record = one("thanked Ana for lunch with Ben")
    assert (record["people"], record["text"]) == (["Ana Lopez"], "for lunch with Ben")


def test_her_is_the_last_person_named() -> None:
    understood = read("called Ana and Ben, sent her the deck")
    assert [told(draft, understood)["people"] for draft in understood.made] == [
        ["Ana Lopez", "Ben Okafor"],
        ["Ben Okafor"],
    ]


@pytest.mark.parametrize("line", ["tag:pyleeds when:fri", "#a #b", "@ +fri", "min:5"])
def test_marks_alone_are_kept_unfiled(line: str) -> None:
    assert read(line).unfiled is not None


@pytest.mark.parametrize("line", ["called Ana\x1b[2J", "a\x00b", "\ud800"])
def test_control_characters_are_kept_unfiled(line: str) -> None:
    unfiled = read(line).unfiled
    assert unfiled is not None
    assert unfiled.why == "there are control characters in it"


def test_several_lines_are_read_as_one() -> None:
    assert one("called\nAna\tabout rent")["text"] == "about rent"


def test_a_name_that_is_a_word_stands_in_front() -> None:
    mark = Contact(id="9" * 22, name="Mark Bell")
    understood = understand("mark: two kids", book(mark), MOMENT)
    assert [told(draft, understood)["people"] for draft in understood.made] == [["Mark Bell"]]


def test_morgan_stanley_is_not_the_morgan_of_the_book() -> None:
    understood = understand("called Morgan Stanley", book(Contact(id="9" * 22, name="Morgan Lee")), MOMENT)
    assert [told(draft, understood)["people"] for draft in understood.made] == [[]]


def test_a_word_in_lower_case_is_nobody() -> None:
    assert one("email may about rent")["people"] == []


def test_you_are_no_participant_of_your_own_lines() -> None:
    understood = understand("lunch with Ana and Ben", BOOK, MOMENT, settings=Settings(name="Ben Okafor"), names=NAMES)
    assert [told(draft, understood)["people"] for draft in understood.made] == [["Ana Lopez"]]


def test_choice_for_an_unclear_name_says_what_to_write() -> None:
    (choice,) = read("called Sam about rent").choices
    assert (choice.start, choice.end, choice.candidates) == (7, 10, ("Sam Hill", "Sam Okoro"))
    line = f"called {choice.forms[1]} about rent"
    assert one(line)["people"] == ["Sam Okoro"]


def test_an_unclear_name_that_takes_no_part_does_not_matter() -> None:
    assert read("called Ana about Sam's flat").unfiled is None


@pytest.mark.parametrize(
    ("line", "offer"),
    [
        ("call Ben", "called Ben"),
        ("thanks to Eve for the lead", "thanked Eve for the lead"),
        ("recommended Cara to Dee", "introduced Cara to Dee"),
    ],
)
def test_other_words_are_offered(line: str, offer: str) -> None:
    assert read(line).offers == (offer,)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("called Ana +2w", ["gave", "call", "Ana Lopez", "today", "follow-up Sun 6 Dec"]),
        ("Ana is looking for a CTO", ["Ana Lopez", "looking for: a CTO"]),
        ("met Joe Miller from Acme", ["new Joe Miller, Acme", "mutual", "meet", "today"]),
        ("call Ben", ["Ben Okafor", "to do today"]),
        ("promised Ana the list", ["Ana Lopez", "promise Sun 29 Nov, no day said: the list"]),
        ("lunch with Priya and Sam", ["mutual", "meet", "Priya Nair", "today", "Sam Okoro, a guess"]),
        ("got a lead from Cara via Ana", ["got from Cara Weiss", "lead", "via Ana Lopez", "today"]),
        ("coffee with Ben 45m tag:x", ["mutual", "meet", "Ben Okafor", "today", "45 min", "#x"]),
        (
            "Ben introduced me to Lena Fischer from Zalando",
            ["new Lena Fischer, Zalando", "met via Ben Okafor", "got from Ben Okafor", "introduction", "today"],
        ),
        (
            "heard back from Cara",
            ["got from Cara Weiss", "message", "today", "closes what you wait for from Cara Weiss: the budget"],
        ),
        ("thanked Eve", ["gave", "thanks", "Eve Novak", "today", "settles the thanks owed"]),
        ("Ana: moved house", ["note", "Ana Lopez", "today"]),
        ("waiting on Ben for the contract +1w", ["Ben Okafor", "waiting Sun 29 Nov: the contract"]),
        ("@Ana circle:close", ["Ana Lopez", "circle: close"]),
        ("I need a flat", ["I need: a flat"]),
        ("@", ["unfiled: nothing to keep but a mark"]),
    ],
)
def test_chips_say_what_was_understood(line: str, shown: list[str]) -> None:
    understood = understand(line, BOOK, MOMENT, names=NAMES)
    assert [chip.text for chip in chips(understood)] == shown


def test_chips_of_an_unclear_name_ask_which() -> None:
    shown = [chip.text for chip in chips(understand("called Sam", BOOK, MOMENT, names=NAMES))]
    assert shown == ["gave", "call", "today", "which Sam? Sam Hill · Sam Okoro"]


def test_tokens_point_at_the_words() -> None:
    line = "called Ana tag:design +2w"
    found = {line[token.start : token.end]: (token.role, token.words) for token in read(line).tokens}
    assert found == {
        "called": ("kind", "call"),
        "Ana": ("person", "Ana Lopez"),
        "tag:design": ("tag", "design"),
        "+2w": ("follow-up", "Sun 6 Dec"),
    }


@pytest.mark.parametrize(
    ("base", "past"),
    [
        ("review", "reviewed"),
        ("teach", "taught"),
        ("tell", "told"),
        ("remind", "reminded"),
        ("see", "met"),
        ("say hi to", "said hi to"),
        ("get back to", "got back to"),
        ("check in on", "checked in on"),
        ("hang out with", "hung out with"),
        ("go to", "went to"),
        ("send", "sent"),
    ],
)
def test_a_base_form_knows_its_past(base: str, past: str) -> None:
    verb = verb_at(base.split(), 0, "base")
    assert verb is not None
    assert verb.past == past


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.kind} {row.direction}")
def test_every_base_form_of_the_table_has_its_past_there(row: Row) -> None:
    pasts = {verb.past for base in row.base if (verb := verb_at(base.split(), 0, "base")) is not None}
    assert pasts <= {*row.past, "met", "went to"}
