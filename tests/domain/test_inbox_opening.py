"""How to begin with somebody, in words."""

import pytest

from domain.inbox.opening import ask_about, opening, thing
from domain.model import Answer, Contact, Question
from domain.people import profile
from tests.domain.diary import Diary


def said(diary: Diary, who: Contact) -> str:
    return opening(profile(diary.index(), who, diary.now), diary.now)


@pytest.mark.parametrize(
    ("question", "text", "state", "words"),
    [
        ("looking_for", "a studio in Leeds by January", "open", "ask how the studio hunt went"),
        ("looking_for", "a fintech CTO", "open", "ask how the fintech CTO hunt went"),
        ("looking_for", "her first flat", "open", "ask how the first flat hunt went"),
        ("looking_for", "someone to share an office", "open", "ask how the search for someone to share an office went"),
        ("looking_for", "two people before spring", "open", "ask how the search for two people before spring went"),
        ("looking_for", "hiring designers", "open", "ask how hiring designers is going"),
        ("looking_for", "work", "open", "ask how the work hunt went"),
        ("looking_for", "a studio", "found", "ask how the studio is working out"),
        ("looking_for", "someone to share an office", "found", "ask how it turned out: someone to share an office"),
        ("working_on", "her portfolio", "open", "ask how her portfolio is coming on"),
        ("working_on", "a podcast", "open", "ask how the podcast is coming on"),
        ("working_on", "panels that are fair", "open", "ask how work on panels that are fair is going"),
        ("working_on", "two novels", "open", "ask how work on two novels is going"),
        ("after", "her own practice", "open", "ask how things stand with her own practice"),
        ("interested_in", "climbing, co-ops", "open", "ask what is new in climbing, co-ops"),
        ("looking_for", "a flat\x1b[2J", "open", "ask how the flat␛[2J hunt went"),
    ],
)
def test_what_to_ask_about_an_answer(question: Question, text: str, state: str, words: str) -> None:
    answer = Answer(id="1", contact="2", question=question, text=text, learnt="2026-11-01", state=state)  # type: ignore[arg-type]
    assert ask_about(answer) == words


def test_what_is_stale_comes_first_then_what_they_look_for() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.told(ana, "working_on", "her portfolio", ago=90)
    diary.told(ana, "looking_for", "a studio", ago=19)
    assert said(diary, ana) == "ask how her portfolio is coming on"
    diary.told(ana, "working_on", "her book", ago=2)
    assert said(diary, ana) == "ask how the studio hunt went"


def test_what_was_found_is_asked_about_only_where_nothing_is_open() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.told(ana, "looking_for", "a studio", ago=19, state="found")
    assert said(diary, ana) == "ask how the studio is working out"
    diary.told(ana, "interested_in", "climbing", ago=19)
    assert said(diary, ana) == "ask what is new in climbing"


def test_without_an_answer_the_last_time_is_taken_up() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.act(ana, ago=90, text="about the move: needs it by January")
    diary.act(ana, ago=30)
    assert said(diary, ana) == "ask how it went with the move"


def test_where_nothing_is_known_one_asks() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.told(ana, "offers", "brand design")
    assert said(diary, ana) == "ask what Ana is looking for"


def test_on_a_birthday_one_wishes() -> None:
    diary = Diary()
    assert said(diary, diary.person("May Tanaka", birthday="1990-11-22")) == "wish a happy birthday"


@pytest.mark.parametrize(
    ("text", "name"),
    [("a studio", "studio"), ("the", ""), ("", ""), ("an engineer who likes maps", "engineer"), ("three flats", ""),
     ("a big and old house", ""), ("a really quite long long name", ""), ("funding for a café", "")],
)  # fmt: skip
def test_the_bare_name_of_a_thing(text: str, name: str) -> None:
    assert thing(text) == name
