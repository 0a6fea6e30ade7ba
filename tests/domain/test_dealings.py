"""Who was dealt with when, kept up change by change."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.book import Change, Put, Remove
from domain.dealings import Dealings
from domain.inbox.day import inbox
from domain.inbox.index import Index
from domain.model import Interaction, Kind
from tests.domain.diary import TODAY, Diary, moment

KINDS: tuple[Kind, ...] = ("call", "help", "thanks", "note")


def test_days_count_contact_and_leave_out_notes() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    for ago in (200, 180, 10, 10, -3):
        diary.act(ana, ago=ago)
    diary.act(ana, direction="none", kind="note")
    dealings = Dealings(diary.book.interactions)
    assert dealings.last(ana.id, TODAY) == TODAY - timedelta(days=10)
    assert dealings.count(ana.id, TODAY) == 3
    assert dealings.last(ana.id, TODAY + timedelta(days=3)) == TODAY + timedelta(days=3)
    assert dealings.last("nobody", TODAY) is None


def test_all_with_a_contact_is_in_order_of_time() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana Lopez"), diary.person("Ben Okafor")
    for ago in (3, 9, 1):
        diary.act(ana, ben, ago=ago)
    days = [record.at[:10] for record in Dealings(diary.book.interactions).with_contact(ben.id)]
    assert days == ["2026-11-13", "2026-11-19", "2026-11-21"]


def test_an_instant_that_is_none_is_no_contact() -> None:
    broken = Interaction(id="1", at="soon", direction="gave", kind="call", people=("ana",))
    dealings = Dealings({"1": broken})
    assert dealings.last("ana", TODAY) is None
    assert list(dealings.with_contact("ana")) == [broken]


def changes(people: list[str], ids: list[str]) -> st.SearchStrategy[Change]:
    """Interactions put, changed and removed."""
    put = st.builds(
        lambda id_, ago, direction, kind, who: Put(
            Interaction(
                id=id_, at=moment(TODAY - timedelta(days=ago)).stamp, direction=direction, kind=kind, people=tuple(who)
            )
        ),
        st.sampled_from(ids),
        st.integers(-5, 60),
        st.sampled_from(["gave", "got", "mutual", "none"]),
        st.sampled_from(KINDS),
        st.lists(st.sampled_from(people), unique=True, max_size=3),
    )
    return put | st.builds(Remove, st.just("interactions"), st.sampled_from(ids))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_following_changes_is_the_same_as_reading_anew(data: st.DataObject) -> None:
    diary = Diary()
    people = [diary.person(name, circle).id for name, circle in (("Ana", "inner"), ("Ben", "close"), ("Eve", "wide"))]
    index = diary.index()
    inbox(index, diary.now)
    ids = [diary.id() for _ in range(8)]
    for change in data.draw(st.lists(changes(people, ids), max_size=25)):
        diary.make((change,))
        index.make((change,), diary.book)
    followed, anew = inbox(index, diary.now), inbox(Index(diary.book, diary.settings), diary.now)
    assert (followed.today, list(followed.more)) == (anew.today, list(anew.more))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(-200, 400), max_size=12), st.lists(st.integers(-300, 400), min_size=1, max_size=6))
def test_a_clock_that_jumps_reads_the_same_as_a_fresh_index(contacts: list[int], jumps: list[int]) -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez", "active")
    for ago in contacts:
        diary.act(ana, ago=ago)
    index = diary.index()
    for jump in jumps:
        now = moment(TODAY + timedelta(days=jump))
        followed, anew = inbox(index, now), inbox(diary.index(), now)
        assert (followed.today, list(followed.more)) == (anew.today, list(anew.more))
