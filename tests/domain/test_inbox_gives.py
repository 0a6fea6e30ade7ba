"""I have 5, 15 or 30 minutes: gives that fit, in words, each with a line that is understood as it is meant."""

import pytest

from domain.capture.drafts import InteractionDraft
from domain.capture.understanding import understand
from domain.inbox.gives import CHOICES, MOST, Give, gives_for, minutes_of
from domain.inbox.item import Item, Term
from domain.model import Snooze
from tests.domain.diary import Diary


def gives(diary: Diary, minutes: int, *matches: Item) -> list[Give]:
    return gives_for(diary.index(), diary.now, minutes, matches)


def words(diary: Diary, minutes: int, *matches: Item) -> list[str]:
    return [give.words for give in gives(diary, minutes, *matches)]


def busy() -> Diary:
    diary = Diary()
    ana, ben, cara = diary.person("Ana Lopez"), diary.person("Ben Okafor"), diary.person("Cara Weiss", "active")
    eve, tom = diary.person("Eve Novak", ""), diary.person("Tom Reed", "inner")
    diary.act(ana, ago=9)
    diary.act(cara, ago=12)
    diary.act(ben, ago=2)
    diary.act(tom, ago=30)
    diary.act(eve, direction="got", kind="lead", text="a job lead", ago=3)
    diary.told(ana, "looking_for", "a studio in Leeds by January", ago=19)
    diary.told(cara, "working_on", "a podcast", ago=30)
    diary.follow_up("promise", ben, text="the gym list", due=2)
    return diary


def test_five_minutes() -> None:
    found = gives(busy(), 5)
    assert [(give.words, give.minutes, give.line) for give in found] == [
        ("send Ben the gym list", 5, "sent Ben the gym list"),
        ("thank Eve for the job lead", 5, "thanked Eve for the job lead"),
        ("message Cara: ask how the podcast is coming on", 5, "messaged Cara about a podcast"),
        ("message Ana: ask how the studio hunt went", 5, "messaged Ana about a studio in Leeds by January"),
        ("message Tom: quiet for twice your rhythm for inner", 5, "messaged Tom"),
    ]
    assert [give.item.source if give.item else "" for give in found] == ["promise", "thanks", "", "", "rhythm"]


@pytest.mark.parametrize(("minutes", "verb"), [(5, "message"), (15, "call"), (30, "listen to")])
def test_more_time_is_for_more_than_a_message(minutes: int, verb: str) -> None:
    assert f"{verb} Ana: ask how the studio hunt went" in words(busy(), minutes)


@pytest.mark.parametrize("minutes", CHOICES)
def test_everything_fits_and_each_line_is_a_give_to_the_person_it_names(minutes: int) -> None:
    diary = busy()
    for give in gives(diary, minutes):
        assert give.minutes <= minutes
        draft = understand(give.line, diary.book, diary.now, shell=True).made[0]
        assert isinstance(draft, InteractionDraft)
        assert (draft.direction, draft.people) == ("gave", give.people)


def test_what_takes_longer_is_left_for_another_time() -> None:
    diary = Diary()
    diary.follow_up("promise", diary.person("Ana Lopez", ""), text="help with her CV")
    assert words(diary, 15) == ["post one thing you learnt"]
    assert words(diary, 30)[0] == "keep your promise to Ana: help with her CV"


def test_a_match_is_offered_with_its_introduction() -> None:
    diary = busy()
    cara, dee = diary.person("Kofi Mensah", ""), diary.person("Lena Fischer", "")
    match = Item(
        key="match:1",
        source="match",
        reason="wants a studio, and one runs one",
        when="",
        due="",
        terms=(Term("a match", 1, 3),),
        people=(cara.id, dee.id),
    )
    assert "introduce Kofi to Lena: wants a studio, and one runs one" in words(diary, 15, match)
    assert not any("introduce" in one for one in words(diary, 5, match))
    diary.add(Snooze(id=diary.id(), key="match:1"))
    assert not any("introduce" in one for one in words(diary, 15, match))


def test_one_for_each_person_and_none_for_who_was_met_today() -> None:
    diary = busy()
    ana = next(one for one in diary.book.contacts.values() if one.name == "Ana Lopez")
    diary.follow_up("promise", ana, text="two names")
    people = [give.people for give in gives(diary, 5)]
    assert len(people) == len(set(people))
    diary.act(ana)
    assert not any(ana.id in give.people for give in gives(diary, 5))


def test_an_answer_that_has_expired_or_is_an_offer_is_nothing_to_ask_about() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana Lopez"), diary.person("Ben Okafor")
    for who in (ana, ben):
        diary.act(who, ago=1)
    diary.told(ana, "looking_for", "a studio", ago=121)
    diary.told(ben, "offers", "brand design", ago=3)
    assert not any(give.people for give in gives(diary, 5))


def test_a_book_with_nothing_in_it_still_has_something() -> None:
    assert words(Diary(), 15) == ["post one thing you learnt"]
    assert words(Diary(), 5) == []


def test_no_more_than_can_be_chosen_from() -> None:
    diary = Diary()
    for number in range(40):
        who = diary.person(f"Person{number} Smith")
        diary.told(who, "looking_for", "a studio", ago=5)
        diary.act(who, ago=40)
    assert len(gives(diary, 15)) == MOST


@pytest.mark.parametrize(
    ("line", "minutes"),
    [("sent Ana the gym list", 5), ("called Ana", 15), ("helped Ana with her CV", 30), ("introduced Ana to Ben", 10),
     ("listened to Ana", 30), ("cooked something", 15), ("", 15)],
)  # fmt: skip
def test_about_how_long_a_line_takes(line: str, minutes: int) -> None:
    assert minutes_of(line) == minutes
