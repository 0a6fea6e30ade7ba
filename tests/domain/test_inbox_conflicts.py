"""Fields about which two books say different things: each waits in the inbox until one of the values is chosen."""

from dataclasses import replace
from typing import Any

import pytest

from domain.book import Put, Remove
from domain.errors import BadInputError, ChangedError
from domain.inbox.as_json import as_json
from domain.inbox.conflicts import dispute, settle
from domain.inbox.item import Item
from domain.inbox.proposals import other_words, proposal
from domain.inbox.triage import dismiss, snooze, thought_of
from domain.model import FieldValue, Rival
from tests.domain.diary import TODAY, Diary


def rival(field: str, value: FieldValue) -> Rival:
    return Rival(field=field, value=value, origin="the laptop")


def contested(*rivals: Rival, **fields: Any) -> tuple[Diary, Any]:
    """A book in which two books say different things about one person."""
    diary = Diary()
    return diary, diary.person("Ana Lopez", rivals=rivals, **fields)


def choose(diary: Diary, item: Item, chosen: Rival | None) -> str:
    work = settle(diary.book, item, chosen)
    diary.make(work.changes)
    return work.result


def test_a_rival_is_an_item_with_both_values() -> None:
    other = rival("organisation", "Acme Ltd")
    diary, ana = contested(other, organisation="Acme")
    item = diary.item("conflict")
    assert item.key == f"conflict:{ana.id}:organisation"
    assert (item.reason, item.people) == ("two books say: organisation Acme, or Acme Ltd", (ana.id,))
    assert item in diary.inbox().today
    assert as_json([item], diary.book.contacts)[0]["contact"] == "Ana Lopez"


def test_no_cap_hides_them() -> None:
    fields = ("organisation", "role", "place", "birthday", "notes", "met_via", "met_on", "circle")
    diary, _ = contested(*(rival(field, "x") for field in fields))
    today = diary.inbox().today
    assert [item.source for item in today] == ["conflict"] * len(fields)
    assert len(today) > diary.settings.cap


def test_each_field_has_one_item_with_all_its_values() -> None:
    diary, _ = contested(rival("role", "potter"), rival("place", "Leeds"), rival("role", "painter"), role="designer")
    reasons = {item.reason for item in diary.items("conflict")}
    assert reasons == {
        "two books say: role designer, or potter, or painter",
        "two books say: place none, or Leeds",
    }


def test_other_records_are_told_by_their_words_and_people() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    promise = diary.follow_up("promise", ana, text="the gym list", due=40)
    diary.change(promise, rivals=(rival("due", "2027-01-03"),))
    item = diary.item("conflict")
    assert item.reason == f"two books say of “the gym list”: due {promise.due}, or 2027-01-03"
    assert item.people == (ana.id,)


def test_people_are_named_and_long_or_hostile_values_are_shown_short_and_inert() -> None:
    diary = Diary()
    ben = diary.person("Ben Okafor")
    diary.person("Ana Lopez", met_via="a fair", notes="n" * 500 + "\x1b", rivals=(rival("met_via", ben.id),))
    assert diary.item("conflict").reason == "two books say: met via a fair, or Ben Okafor"
    diary.person("Cara Diaz", rivals=(rival("notes", "\x1b[2J" + "x" * 500),))
    reasons = [item.reason for item in diary.items("conflict")]
    assert all("\x1b" not in reason and len(reason) < 120 for reason in reasons)


@pytest.mark.parametrize("taken", [True, False])
def test_a_choice_settles_that_field_alone(taken: bool) -> None:
    role, place = rival("role", "potter"), rival("place", "Leeds")
    diary, ana = contested(role, place, role="designer")
    item = next(item for item in diary.items("conflict") if "role" in item.key)
    said = choose(diary, item, role if taken else None)
    expected = "potter" if taken else "designer"
    assert said == f"role: {expected}"
    assert diary.book.contacts[ana.id] == replace(ana, role=expected, rivals=(place,))
    assert [one.key for one in diary.items("conflict")] == [f"conflict:{ana.id}:place"]


@pytest.mark.parametrize(
    ("field", "value"), [("tags", ("a", "b")), ("circle", "inner"), ("notes", ""), ("birthday", "1984-03-15")]
)
def test_values_of_each_shape_can_be_taken(field: str, value: FieldValue) -> None:
    diary, ana = contested(rival(field, value), notes="x")
    choose(diary, diary.item("conflict"), rival(field, value))
    assert getattr(diary.book.contacts[ana.id], field) == value


@pytest.mark.parametrize(
    ("field", "value"),
    [("circle", "nonsense"), ("tags", "a"), ("role", 5), ("boat", "red"), ("id", "7"), ("rev", 3), ("name", ("a",))],
)
def test_a_value_that_the_field_could_not_hold_is_refused_and_can_be_dropped(field: str, value: FieldValue) -> None:
    diary, ana = contested(rival(field, value))
    item = diary.item("conflict")
    with pytest.raises(BadInputError, match="x keeps what is there"):
        settle(diary.book, item, rival(field, value))
    diary.make(dismiss(diary.book, item, diary.now, diary.id).changes)
    assert diary.book.contacts[ana.id] == replace(ana, rivals=())


def test_what_was_settled_meanwhile_is_said() -> None:
    other = rival("role", "potter")
    diary, ana = contested(other, rival("place", "Leeds"))
    item = next(item for item in diary.items("conflict") if "role" in item.key)
    diary.change(ana, rivals=(rival("role", "painter"),))
    with pytest.raises(ChangedError, match="settled meanwhile"):
        settle(diary.book, item, other)
    diary.change(ana, rivals=())
    for act in (lambda: dispute(diary.book, item), lambda: settle(diary.book, item, None)):
        with pytest.raises(ChangedError, match="settled meanwhile"):
            act()


def test_a_conflict_can_wait_but_not_be_written_away() -> None:
    diary, _ = contested(rival("role", "potter"))
    item = diary.item("conflict")
    assert proposal(item, diary.index(), diary.now) == ""
    assert "" not in other_words(item, diary.index(), diary.now)
    diary.make(thought_of(diary.book, item, diary.now, diary.id).changes)
    assert diary.items("conflict") == []
    assert diary.to(1).item("conflict").key == item.key
    diary.make(snooze(diary.book, item, TODAY.replace(day=30), diary.now, diary.id).changes)
    assert diary.items("conflict") == []


def test_the_index_follows_what_is_contested() -> None:
    diary, ana = contested(rival("role", "potter"))
    index = diary.index()
    assert set(index.contested()) == {ana.id}
    ben = diary.person("Ben Okafor", rivals=(rival("role", "potter"),))
    index.make((Put(ben),), diary.book)
    assert set(index.contested()) == {ana.id, ben.id}
    for changes in (settle(diary.book, diary.items("conflict")[0], None).changes, (Remove("contacts", ben.id),)):
        diary.make(changes)
        index.make(changes, diary.book)
    assert set(index.contested()) == set()
