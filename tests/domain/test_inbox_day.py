"""How a day is put together: what is always there, the cap, the limits, the order and the keys."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.book import Put, Remove
from domain.errors import NotFoundError
from domain.inbox.as_json import as_json
from domain.inbox.day import inbox, inbox_of
from domain.inbox.item import Item, Term
from domain.inbox.proposals import proposal
from domain.inbox.triage import done_changes
from domain.model import FollowUp, Snooze
from domain.moment import Moment
from domain.settings import Settings
from tests.domain.diary import TODAY, Diary, moment


def quiet_people(diary: Diary, many: int, circle: str = "close") -> None:
    """People out of rhythm, but never strong ties."""
    for number in range(many):
        diary.act(diary.person(f"Person {number}", circle), ago=40 + number)


def test_promises_are_never_hidden_and_the_rest_is_capped() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez", "")
    for number in range(9):
        diary.follow_up("promise", ana, text=f"list {number}")
    quiet_people(diary, 3)
    found = diary.inbox()
    assert [item.source for item in found.today] == ["promise"] * 9
    assert found.promises == 9
    assert found.waiting == 3


def test_the_rest_fills_up_to_the_cap() -> None:
    diary = Diary(settings=Settings(cap=4))
    for number in range(6):
        diary.act(diary.person(f"Giver {number}", ""), direction="got", kind="help", ago=2)
    diary.follow_up("waiting", diary.person("Ben Okafor", ""), text="the contract")
    found = diary.inbox()
    assert [item.source for item in found.today].count("thanks") == 3
    assert len(found.today) == 4
    assert found.waiting == 3


def test_a_day_brings_two_people_out_of_rhythm_whatever_was_done() -> None:
    diary = Diary()
    quiet_people(diary, 6)
    first = diary.inbox()
    assert [item.source for item in first.today] == ["rhythm", "rhythm"]
    assert first.waiting == 4
    diary.act(diary.book.contacts[first.today[0].people[0]])
    assert [item.key for item in diary.inbox().today] == [first.today[1].key]
    diary.add(Snooze(id=diary.id(), key=first.today[1].key, until="2026-12-24"))
    assert diary.inbox().today == ()
    assert diary.inbox().waiting == 4
    assert len(diary.to(1).inbox().today) == 2


def test_meeting_somebody_who_was_in_rhythm_takes_no_place() -> None:
    diary = Diary()
    quiet_people(diary, 3)
    friend = diary.person("Kofi Mensah")
    diary.act(friend, ago=3)
    diary.act(friend)
    assert len(diary.inbox().today) == 2


def test_a_snooze_lasts_until_its_day_and_ends_with_its_situation() -> None:
    diary = Diary()
    who = diary.person("Łukasz Nowak", "inner")
    diary.act(who, ago=20)
    diary.add(Snooze(id=diary.id(), key=diary.item("rhythm").key, until="2026-11-25"))
    shown = []
    for _ in range(5):
        shown.append(bool(diary.items("rhythm")))
        diary.to(1)
    assert shown == [False, False, False, True, True]


def test_a_dismissal_is_over_with_a_new_silence() -> None:
    diary = Diary()
    who = diary.person("Łukasz Nowak", "inner")
    diary.act(who, ago=20)
    diary.add(Snooze(id=diary.id(), key=diary.item("rhythm").key))
    assert diary.to(50).items("rhythm") == []
    diary.act(who)
    assert diary.to(20).item("rhythm").people == (who.id,)


def test_the_order_is_by_score_and_the_terms_add_up() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.act(ana, ago=50)
    diary.follow_up("waiting", ana, text="the contract")
    diary.follow_up("promise", ana, text="the gym list", due=-2)
    diary.told(ana, "after", "her own practice", ago=70)
    found = diary.inbox().today
    assert [item.source for item in found] == ["promise", "waiting", "rhythm", "stale"]
    assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)
    for item in found:
        assert item.score == pytest.approx(sum(term.term * term.coefficient for term in item.terms))


def test_keys_are_unique_and_hold_no_day_counts() -> None:
    diary = Diary()
    quiet_people(diary, 4)
    ana, ben = diary.person("Ana Lopez", "active"), diary.person("Ben Okafor", "active")
    diary.introduced(ana, ben, "made", ago=25)
    diary.act(ana, direction="got", kind="lead", ago=4)
    diary.follow_up("promise", ana, text="the gym list", due=-3)
    diary.told(ana, "after", "her own practice", ago=70)
    diary.unfiled("called Sam")

    def keys() -> set[str]:
        found = diary.inbox()
        items = (*found.today, *found.more)
        assert len({item.key for item in items}) == len(items)
        return {item.key for item in items}

    before = keys()
    assert keys() == before
    diary.to(5)
    assert before <= keys()


def test_matches_join_the_list_and_can_be_put_away() -> None:
    diary = Diary()
    cara, dee = diary.person("Cara Weiss", ""), diary.person("Dee Marsh", "")
    match = Item(
        key=f"match:{cara.id}:{dee.id}",
        source="match",
        reason="wants a studio in Leeds, and one runs one",
        when="fresh",
        due=diary.now.day,
        terms=(Term("a match", 1, 3.0),),
        people=(cara.id, dee.id),
    )
    assert inbox(diary.index(), diary.now, [match]).today == (match,)
    diary.add(Snooze(id=diary.id(), key=match.key))
    assert match not in inbox(diary.index(), diary.now, [match]).today


def test_a_match_that_no_day_has_room_for_is_the_first_give() -> None:
    diary = Diary(settings=Settings(cap=0))
    cara, dee = diary.person("Cara Weiss", ""), diary.person("Dee Marsh", "")
    match = Item(
        key=f"match:{cara.id}:{dee.id}",
        source="match",
        reason="wants a studio, and one runs one",
        when="fresh",
        due=diary.now.day,
        terms=(Term("a match", 1, 3.0),),
        people=(cara.id, dee.id),
    )
    (first,) = inbox(diary.index(), diary.now, [match]).today
    assert (first.source, first.people) == ("first", match.people)
    assert first.reason == "introduce them: wants a studio, and one runs one"
    assert proposal(first, diary.index(), diary.now) == "introduced Cara to Dee"
    diary.add(Snooze(id=diary.id(), key=match.key))
    (other,) = inbox(diary.index(), diary.now, [match]).today
    assert other.reason == "post one thing you learnt"


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Europe/Berlin", "2026-03-29"), ("Europe/Berlin", "2026-10-25"), ("America/Sao_Paulo", "2018-11-04")],
)
def test_a_day_on_which_the_clocks_change_is_one_day(zone: str, day: str) -> None:
    """Hour by hour over the change: nothing comes twice, nothing that was done comes again."""
    place = ZoneInfo(zone)
    diary = Diary(datetime.fromisoformat(day).date())
    quiet_people(diary, 5)
    ana = diary.person("Ana Lopez", "")
    diary.follow_up("promise", ana, text="the gym list")
    diary.follow_up("reminder", ana, text="call", due=1)
    began = datetime.fromisoformat(day).replace(tzinfo=place).timestamp()
    index = diary.index()
    days: dict[str, set[tuple[str, ...]]] = {}
    for hour in range(-2, 27):
        now = Moment(datetime.fromtimestamp(began + hour * 3600 + 60, place))
        days.setdefault(now.day, set()).add(tuple(item.key for item in inbox(index, now).today))
    assert [len(shown) for shown in days.values()] == [1, 1, 1]
    diary.now = Moment(datetime.fromtimestamp(began + 60, place))
    diary.make(done_changes(diary.book, diary.item("promise"), diary.now, diary.id))
    left = diary.inbox().today
    diary.now = Moment(datetime.fromtimestamp(began + 20 * 3600, place))
    assert diary.inbox().today == left


def test_a_zone_changed_between_two_starts_moves_the_day_and_loses_nothing() -> None:
    diary = Diary()
    quiet_people(diary, 3)
    diary.follow_up("promise", diary.person("Ana Lopez", ""), text="the gym list", due=1)
    item = diary.items("rhythm")[0]
    diary.add(Snooze(id=diary.id(), key=item.key, until="2026-11-23"))
    at = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
    here, tokyo = Moment(at), Moment(at.astimezone(ZoneInfo("Asia/Tokyo")))
    keys = [{one.key for one in (*found.today, *found.more)} for found in (diary.inbox(), inbox(diary.index(), tokyo))]
    assert item.key not in keys[0]
    assert item.key in keys[1]
    assert inbox(diary.index(), here).today == diary.inbox().today


def test_what_can_wait_is_read_like_a_list() -> None:
    diary = Diary()
    quiet_people(diary, 9)
    more = inbox_of(diary.book, diary.now, diary.settings).more
    assert len(more) == 7
    assert list(more[:5]) == list(more)[:5]
    assert more[-1] == list(more)[-1]


def test_an_item_is_found_by_its_key() -> None:
    diary = Diary()
    quiet_people(diary, 4)
    found = diary.inbox()
    for item in (found.today[0], found.more[1]):
        assert found.find(item.key) == item
    with pytest.raises(NotFoundError, match="lists the keys"):
        found.find("rhythm:nobody")


def test_ten_thousand_at_once() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.make(
        tuple(
            Put(FollowUp(id=f"{n:022d}", kind="reminder", due="2026-11-22", text="call", people=(ana.id,)))
            for n in range(10_000)
        )
    )
    assert len(diary.inbox().today) == 10_000


def test_people_who_are_gone_bring_nothing_of_their_own() -> None:
    diary = Diary()
    gone = diary.person("Eve Novak")
    diary.act(gone, direction="got", kind="help", ago=40)
    diary.act(gone, direction="got", kind="help", ago=2)
    diary.told(gone, "after", "a job", ago=70)
    diary.introduced(gone, diary.person("Ben Okafor", ""), "made", ago=30)
    promise = diary.follow_up("promise", gone, text="the gym list")
    diary.make((Remove("contacts", gone.id),))
    assert [item.record for item in diary.inbox().today] == [promise.id]


def test_a_day_that_begins_elsewhere() -> None:
    """At the same instant it is Monday in Tokyo, and what is due on Monday is due there."""
    diary = Diary()
    diary.follow_up("promise", diary.person("Ana Lopez", ""), text="the gym list", due=1)
    at = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
    here, tokyo = Moment(at), Moment(at.astimezone(ZoneInfo("Asia/Tokyo")))
    assert inbox(diary.index(), here).promises == 0
    assert inbox(diary.index(), tokyo).promises == 1


def test_as_json() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez", "")
    diary.follow_up("promise", ana, text="the gym list", due=-2)
    (plain,) = as_json(diary.inbox().today, diary.book.contacts)
    assert plain["contact"] == "Ana Lopez"
    assert plain["contact_id"] == ana.id
    assert plain["source"] == "promise"
    assert plain["due"] == "2026-11-20"
    assert plain["score"] == 5.2
    assert plain["terms"] == [
        {"name": "a promise of yours", "term": 1, "coefficient": 5.0, "points": 5.0},
        {"name": "days late", "term": 2, "coefficient": 0.1, "points": 0.2},
    ]


def test_as_json_of_nobody() -> None:
    diary = Diary()
    diary.unfiled("called Sam")
    (plain,) = as_json(diary.inbox().today, diary.book.contacts)
    assert (plain["contact"], plain["people"]) == ("", [])


def test_a_year_of_days_raises_nothing_and_repeats_itself() -> None:
    diary = Diary()
    quiet_people(diary, 5, "active")
    ana = diary.person("Ana Lopez", birthday="--02-29")
    for ago in range(0, 400, 15):
        diary.act(ana, ago=ago)
    diary.told(ana, "working_on", "her portfolio", ago=3)
    index = diary.index()
    for day in range(366):
        now = moment(TODAY + timedelta(days=day))
        found = inbox(index, now)
        assert len([item for item in found.today if item.source == "rhythm"]) <= 2
        assert len([item for item in found.today if item.source == "dormant"]) <= 1
        assert inbox(index, now).today == found.today


def test_a_day_comes_to_an_end() -> None:
    """What was seen to keeps its place in the day, so that no other takes it."""
    diary = Diary(settings=Settings(cap=3))
    for number in range(8):
        diary.act(diary.person(f"Giver {number}", ""), direction="got", kind="help", ago=2)
    first = diary.inbox()
    assert (len(first.today), first.waiting) == (3, 5)
    for left in (2, 1, 0):
        item = diary.inbox().today[0]
        diary.make(done_changes(diary.book, item, diary.now, diary.id))
        diary.act(diary.book.contacts[item.people[0]], kind="thanks")
        assert len(diary.inbox().today) == left
    assert diary.inbox().waiting == 5
    assert len(diary.to(1).inbox().today) == 3
