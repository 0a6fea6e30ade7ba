"""The queue of people to sort, and putting them into circles."""

from datetime import timedelta

import pytest

from domain.book import Remove
from domain.errors import NotFoundError
from domain.inbox.sorting import set_circles, sort_queue, why_now
from domain.model import Contact
from domain.settings import Settings
from tests.domain.diary import TODAY, Diary

NORTE = Settings(
    name="Robin Vale", addresses=("robin@norte.example", "robin@gmail.com"), organisations=("Studio Norte", "Acme")
)


def names(diary: Diary, *passed: Contact) -> list[str]:
    queue = sort_queue(diary.index(), diary.now, [who.id for who in passed])
    return [diary.book.contacts[id_].name for id_ in queue]


def test_dealt_with_first_then_your_own_organisations_then_the_newest() -> None:
    diary = Diary(TODAY - timedelta(days=400), NORTE)
    diary.person("Old Import", "")
    diary.person("Colleague", "", organisation="studio norte")
    diary.person("Same House", "", emails=("x@norte.example",))
    diary.to(TODAY)
    diary.person("New Import", "")
    diary.person("Connected Long Ago", "", met_on="2019-05-01")
    often, once, lately = (diary.person(name, "") for name in ("Often", "Once Lately", "Lately"))
    for ago in (100, 130, 160, 190):
        diary.act(often, ago=ago)
    diary.act(once, ago=40)
    diary.act(lately, ago=1)
    assert names(diary) == [
        "Often", "Lately", "Once Lately", "Colleague", "Same House", "New Import", "Old Import",
        "Connected Long Ago",
    ]  # fmt: skip


def test_who_is_in_a_circle_or_is_yourself_or_was_passed_over_is_not_asked_about() -> None:
    diary = Diary(settings=NORTE)
    diary.person("In Already", "wide")
    diary.person("Never", "never")
    diary.person("robin vale", "")
    diary.person("R. V.", "", emails=("Robin@Norte.example",))
    ana, ben = diary.person("Ana Lopez", ""), diary.person("Ben Okafor", "")
    assert set(names(diary)) == {"Ana Lopez", "Ben Okafor"}
    assert names(diary, ana) == ["Ben Okafor"]
    diary.change(ben, circle="close")
    assert names(diary, ana) == []


def test_an_address_that_anybody_may_have_says_nothing() -> None:
    diary = Diary(settings=NORTE)
    stranger = diary.person("Stranger", "", emails=("stranger@gmail.com",))
    assert why_now(diary.index(), stranger, diary.now) == "new 22 Nov"


def test_what_lies_ahead_and_notes_are_no_dealings() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana Lopez", ""), diary.person("Ben Okafor", "")
    diary.act(ana, direction="none", kind="note")
    diary.act(ana, ago=-4)
    assert why_now(diary.index(), ana, diary.now) == "new 22 Nov"
    diary.act(ben, ago=900)
    assert names(diary) == ["Ben Okafor", "Ana Lopez"]


def test_why_somebody_is_asked_about_here() -> None:
    diary = Diary(settings=NORTE)
    index = diary.index
    ana = diary.person("Ana Lopez", "")
    assert why_now(index(), ana, diary.now) == "new 22 Nov"
    diary.act(ana, ago=19)
    assert why_now(index(), ana, diary.now) == "dealt with once, last 19 d ago"
    diary.act(ana, ago=40)
    diary.act(ana, ago=-3)
    assert why_now(index(), ana, diary.now) == "dealt with two times, last 19 d ago"
    assert why_now(index(), diary.person("B", "", organisation="ACME"), diary.now) == "ACME, as you"
    assert why_now(index(), diary.person("C", "", emails=("c@norte.example",)), diary.now) == "an address as yours"
    assert why_now(index(), diary.person("D", "", met_on="2024-03-02"), diary.now) == "met 2 Mar 2024"


def test_people_are_put_into_a_circle_as_one_step() -> None:
    diary = Diary()
    people = [diary.person(name, "") for name in ("Ana Lopez", "Ben Okafor", "Cara Weiss")]
    diary.make((Remove("contacts", people[2].id),))
    work = set_circles(diary.book, [who.id for who in people], "close", diary.now)
    diary.make(work.changes)
    assert (work.label, len(work.result)) == ("two people: close", 2)
    assert {(one.circle, one.circle_on) for one in diary.book.contacts.values()} == {("close", "2026-11-22")}
    assert set_circles(diary.book, [people[0].id], "close", diary.now).changes == ()
    with pytest.raises(NotFoundError):
        set_circles(diary.book, [people[2].id], "close", diary.now)


def test_new_people_nag_nobody_and_once_sorted_they_come_one_after_the_other() -> None:
    diary = Diary()
    people = [diary.person(f"Person {number}", "", birthday="--11-23") for number in range(60)]
    for _ in range(30):
        assert {item.source for item in diary.inbox().today} == {"first"}
        diary.to(1)
    diary.make(set_circles(diary.book, [who.id for who in people], "close", diary.now).changes)
    assert diary.items("rhythm") == []
    waiting = []
    for _ in range(30):
        diary.to(1)
        waiting.append(len(diary.items("rhythm")))
    assert waiting[-1] == 60
    assert max(later - before for before, later in zip([0, *waiting], waiting, strict=False)) < 10
