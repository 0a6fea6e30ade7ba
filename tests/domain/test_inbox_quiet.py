"""Days off and pauses: what keeps quiet then, and what still asks."""

from datetime import date

import pytest

from domain.inbox.quiet import quiet_sources
from domain.model import Pause
from domain.momentum.gauge import gauge
from domain.settings import Settings, settings_from
from tests.domain.diary import TODAY, Diary, moment

WEEKENDS = Settings(days_off=("sat", "sun"))


def full_book(settings: Settings) -> Diary:
    """A book in which every source but dormant has something on this Sunday."""
    diary = Diary(settings=settings)
    ana, ben = diary.person("Ana Lopez", birthday="1990-11-22"), diary.person("Ben Okafor", "")
    diary.act(ana, ago=50)
    diary.act(ben, direction="got", kind="lead", ago=4)
    diary.told(ana, "after", "her own practice", ago=70)
    diary.follow_up("promise", ana, text="the gym list")
    diary.follow_up("waiting", ben, text="the contract")
    diary.follow_up("reminder", text="post the talk")
    diary.introduced(ana, ben, "made", ago=30)
    diary.unfiled("called Sam")
    return diary


def sources(diary: Diary) -> set[str]:
    return {item.source for item in diary.inbox().today}


def test_a_day_off_brings_what_was_agreed_key_dates_and_lines_to_file() -> None:
    diary = full_book(WEEKENDS)
    assert sources(diary) == {"promise", "waiting", "reminder", "birthday", "unfiled"}
    assert diary.inbox().waiting == 4
    monday = diary.to(1).inbox()
    assert {"intro", "thanks", "rhythm"} <= {item.source for item in (*monday.today, *monday.more)}
    assert "intro" in sources(diary)


def test_what_keeps_quiet_can_still_be_brought() -> None:
    diary = full_book(WEEKENDS)
    found = diary.inbox()
    assert {item.source for item in found.more} == {"intro", "thanks", "rhythm", "stale"}
    assert found.find(found.more[0].key) == found.more[0]


def test_a_day_off_with_nothing_agreed_offers_no_first_give() -> None:
    diary = Diary(settings=WEEKENDS)
    assert sources(diary) == set()
    assert sources(diary.to(1)) == {"first"}


def test_a_pause_holds_whom_to_turn_to_again_and_nothing_that_was_agreed() -> None:
    diary = full_book(Settings(cap=20))
    everything = sources(diary)
    diary.add(Pause(id=diary.id(), first="2026-11-20", last="2026-11-24", text="flu"))
    assert everything - sources(diary) == {"rhythm", "stale"}
    assert sources(diary.to(date(2026, 11, 25))) >= {"rhythm", "stale"}


def test_the_early_warning_keeps_quiet_in_a_pause() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    for ago in range(22, 150):
        diary.act(ana, kind="meet", ago=ago)

    def warning() -> str:
        book = diary.book
        return gauge(book.interactions.values(), diary.now, diary.settings, book.pauses.values()).warning

    assert warning()
    diary.add(Pause(id=diary.id(), first="2026-11-22", last="2026-11-24"))
    assert warning() == ""
    diary.to(3)
    assert warning()


@pytest.mark.parametrize(("day", "quiet"), [(19, False), (20, True), (24, True), (25, False)])
def test_the_first_and_the_last_day_of_a_pause_belong_to_it(day: int, quiet: bool) -> None:
    pause = Pause(id="1", first="2026-11-20", last="2026-11-24")
    assert bool(quiet_sources([pause], Settings(), moment(TODAY.replace(day=day)))) == quiet


@pytest.mark.parametrize(("first", "last"), [("2026-11-24", "2026-11-20"), ("soon", "later"), ("", ""), ("2026", "")])
def test_a_pause_that_cannot_be_read_is_none(first: str, last: str) -> None:
    assert quiet_sources([Pause(id="1", first=first, last=last)], Settings(), moment()) == frozenset()


@pytest.mark.parametrize(
    ("value", "days"),
    [(["sat", "sun"], ("sat", "sun")), (["Sunday", "friday"], ("fri", "sun")), ([], ()), (["sun", "sun"], ("sun",))],
)
def test_days_off_in_the_settings(value: list[str], days: tuple[str, ...]) -> None:
    assert settings_from({"inbox": {"days_off": value}}) == (Settings(days_off=days), ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value", [["someday"], ["satan"], "sat", [6], ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]]
)
def test_what_are_no_days_off_is_said(value: object) -> None:
    settings, (complaint,) = settings_from({"inbox": {"days_off": value}})
    assert settings == Settings()
    assert complaint.key == "inbox.days_off"
    assert "not all seven" in complaint.reason
