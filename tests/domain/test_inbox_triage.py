"""What the keys do to an item, source by source."""

from datetime import date, timedelta

import pytest

from domain.book import Remove, Work
from domain.errors import BadInputError, ChangedError
from domain.inbox.day import inbox
from domain.inbox.item import Item, Term
from domain.inbox.proposals import nudge_line
from domain.inbox.triage import dismiss, done_changes, nudge, snooze, thought_of
from tests.domain.diary import TODAY, Diary


def put_off(diary: Diary, item: Item, until: date) -> Work[str]:
    work = snooze(diary.book, item, until, diary.now, diary.id)
    diary.make(work.changes)
    return work


def drop(diary: Diary, item: Item) -> Work[str]:
    work = dismiss(diary.book, item, diary.now, diary.id)
    diary.make(work.changes)
    return work


def think(diary: Diary, item: Item) -> Work[str]:
    work = thought_of(diary.book, item, diary.now, diary.id)
    diary.make(work.changes)
    return work


def finish(diary: Diary, item: Item) -> None:
    diary.make(done_changes(diary.book, item, diary.now, diary.id))


def test_later_says_until_when_and_takes_the_place_of_what_was_said_before() -> None:
    diary = Diary()
    diary.follow_up("promise", diary.person("Ana Lopez"), text="the gym list")
    item = diary.item("promise")
    work = put_off(diary, item, date(2026, 11, 27))
    assert (work.label, work.result) == ("later: Ana Lopez", "later, Fri 27 Nov")
    put_off(diary, item, date(2026, 11, 24))
    assert [record.until for record in diary.book.snoozes.values()] == ["2026-11-24"]
    assert diary.items("promise") == []
    assert diary.to(2).item("promise").key == item.key


@pytest.mark.parametrize("days", [0, -1, -400])
def test_later_must_be_ahead(days: int) -> None:
    diary = Diary()
    diary.follow_up("promise", diary.person("Ana Lopez"), text="the gym list")
    with pytest.raises(BadInputError, match="not ahead"):
        put_off(diary, diary.item("promise"), TODAY + timedelta(days=days))


@pytest.mark.parametrize(("kind", "said"), [("waiting", "no longer waiting"), ("reminder", "reminder dropped")])
def test_dropping_what_is_due(kind: str, said: str) -> None:
    diary = Diary()
    record = diary.follow_up(kind, diary.person("Ana Lopez", ""), text="the contract")  # type: ignore[arg-type]
    assert drop(diary, diary.item(kind)).result == said
    assert diary.book.follow_ups[record.id].state == "dropped"
    assert diary.book.interactions == {}
    assert diary.items(kind) == []


def test_a_dropped_promise_is_kept_in_the_log() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.follow_up("promise", ana, text="the gym list")
    drop(diary, diary.item("promise"))
    (note,) = diary.book.interactions.values()
    assert (note.direction, note.text, note.people) == ("none", "promise dropped: the gym list", (ana.id,))


def test_dropping_an_introduction_declines_it() -> None:
    diary = Diary()
    record = diary.introduced(diary.person("Kofi Mensah"), diary.person("Lena Fischer"), "asked_a", ago=6)
    drop(diary, diary.item("intro"))
    assert diary.book.introductions[record.id].stage == "declined"
    assert diary.book.introductions[record.id].since == "2026-11-22"


def test_not_these_two() -> None:
    diary = Diary()
    cara, dee = diary.person("Cara Weiss"), diary.person("Dee Marsh")
    match = Item(
        key=f"match:{cara.id}:{dee.id}",
        source="match",
        reason="a studio",
        when="fresh",
        due=diary.now.day,
        terms=(Term("a match", 1, 3.0),),
        people=(cara.id, dee.id),
    )
    drop(diary, match)
    (record,) = diary.book.introductions.values()
    assert (record.a, record.b, record.stage, record.since) == (cara.id, dee.id, "declined", "2026-11-22")


def test_a_capture_thrown_away_makes_room_for_the_next() -> None:
    diary = Diary()
    diary.unfiled("called Sam")
    second = diary.unfiled("met tom")
    drop(diary, diary.item("unfiled"))
    assert diary.item("unfiled").record == second.id


def test_skipping_a_turn_of_rhythm_lasts_one_cadence() -> None:
    diary = Diary()
    diary.act(diary.person("Łukasz Nowak", "inner"), ago=20)
    drop(diary, diary.item("rhythm"))
    assert diary.to(13).items("rhythm") == []
    assert diary.to(1).items("rhythm")


@pytest.mark.parametrize("source", ["thanks", "birthday", "stale"])
def test_dropping_for_as_long_as_the_situation_lasts(source: str) -> None:
    diary = Diary()
    who = diary.person("Eve Novak", birthday="1990-11-21")
    diary.act(who, direction="got", kind="lead", ago=3)
    diary.told(who, "after", "a job", ago=70)
    drop(diary, diary.item(source))
    assert diary.items(source) == []
    assert diary.to(3).items(source) == []


def test_no_first_give_today_but_one_tomorrow() -> None:
    diary = Diary()
    drop(diary, diary.item("first"))
    assert diary.items("first") == []
    assert diary.to(1).items("first")


def test_another_proposal_for_the_first_give() -> None:
    diary = Diary()
    who = diary.person("Ana Lopez")
    diary.act(who, ago=1)
    diary.told(who, "working_on", "her portfolio", ago=8)
    think(diary, diary.item("first"))
    assert diary.item("first").reason == "post one thing you learnt"
    think(diary, diary.item("first"))
    assert diary.items("first") == []


def test_thinking_of_somebody_restarts_the_rhythm_without_a_contact() -> None:
    diary = Diary()
    who = diary.person("Łukasz Nowak", "inner")
    diary.act(who, ago=20)
    work = think(diary, diary.item("rhythm"))
    assert work.label == "thought of Łukasz Nowak"
    notes = [record for record in diary.book.interactions.values() if record.kind == "note"]
    assert [(note.direction, note.text) for note in notes] == [("none", "thought of")]
    assert diary.index().dealings.last(who.id, TODAY) == TODAY - timedelta(days=20)
    assert diary.to(13).items("rhythm") == []
    assert diary.to(1).items("rhythm")


def test_thinking_of_a_birthday_settles_it() -> None:
    diary = Diary()
    diary.person("May Tanaka", birthday="--11-22")
    think(diary, diary.item("birthday"))
    assert diary.to(2).items("birthday") == []


@pytest.mark.parametrize(("source", "days"), [("promise", 1), ("stale", 30), ("thanks", 1)])
def test_thinking_of_anything_else_lets_it_rest(source: str, days: int) -> None:
    diary = Diary()
    who = diary.person("Ana Lopez")
    diary.follow_up("promise", who, text="the gym list")
    diary.act(who, direction="got", kind="lead", ago=0 if days == 30 else 2)
    diary.told(who, "after", "a job", ago=70)
    think(diary, diary.item(source))
    assert diary.to(days - 1).items(source) == []
    assert diary.to(1).items(source)


def test_a_capture_is_nothing_to_think_of() -> None:
    diary = Diary()
    diary.unfiled("called Sam")
    with pytest.raises(BadInputError, match="press d"):
        think(diary, diary.item("unfiled"))


def test_done_closes_a_follow_up() -> None:
    diary = Diary()
    record = diary.follow_up("promise", diary.person("Ana Lopez"), text="the gym list")
    finish(diary, diary.item("promise"))
    assert diary.book.follow_ups[record.id].state == "done"
    assert diary.items("promise") == []


def test_a_repeating_follow_up_makes_its_next_over_month_ends() -> None:
    diary = Diary(date(2026, 1, 31))
    diary.follow_up("reminder", diary.person("Ana Lopez", ""), text="call Ana", repeat="monthly")
    seen = []
    for _ in range(3):
        finish(diary, diary.item("reminder"))
        (following,) = [record for record in diary.book.follow_ups.values() if record.state == "open"]
        seen.append(following.due)
        diary.to(date.fromisoformat(following.due))
    assert seen == ["2026-02-28", "2026-03-31", "2026-04-30"]
    assert len({record.id for record in diary.book.follow_ups.values()}) == 4


def test_a_repeat_done_late_skips_the_turns_that_are_over() -> None:
    diary = Diary()
    diary.follow_up("reminder", text="post", due=-40, repeat="2 weeks")
    finish(diary, diary.item("reminder"))
    (following,) = [record for record in diary.book.follow_ups.values() if record.state == "open"]
    assert following.due == "2026-11-24"


@pytest.mark.parametrize(
    ("stage", "then"), [("idea", "asked_b"), ("asked_a", "asked_b"), ("asked_b", "made"), ("made", "outcome")]
)
def test_done_takes_an_introduction_one_step_on(stage: str, then: str) -> None:
    diary = Diary()
    record = diary.introduced(diary.person("Kofi Mensah"), diary.person("Lena Fischer"), stage, ago=30)  # type: ignore[arg-type]
    finish(diary, diary.item("intro"))
    after = diary.book.introductions[record.id]
    assert (after.stage, after.since) == (then, "2026-11-22")
    assert diary.items("intro") == []


@pytest.mark.parametrize("source", ["thanks", "birthday", "unfiled"])
def test_done_ends_the_situation_whatever_was_logged(source: str) -> None:
    diary = Diary()
    who = diary.person("Eve Novak", birthday="1990-11-22")
    diary.act(who, direction="got", kind="lead", ago=3)
    diary.unfiled("called Sam")
    finish(diary, diary.item(source))
    assert diary.items(source) == []


def test_what_others_have_closed_meanwhile_is_said() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana Lopez"), diary.person("Ben Okafor")
    promise = diary.follow_up("promise", ana, text="the gym list")
    introduction = diary.introduced(ana, ben, "asked_a", ago=6)
    capture = diary.unfiled("called Sam")
    diary.act(ana, ago=50)
    items = [diary.item(source) for source in ("promise", "intro", "unfiled", "rhythm")]
    diary.change(promise, state="done")
    diary.change(introduction, stage="asked_b")
    diary.make((Remove("captures", capture.id), Remove("contacts", ana.id)))
    for item in items[:3]:
        with pytest.raises(ChangedError, match="meanwhile"):
            finish(diary, item)
    for item in items:
        with pytest.raises(ChangedError):
            drop(diary, item)


def test_operations_leave_the_book_they_were_given_alone() -> None:
    diary = Diary()
    diary.follow_up("promise", diary.person("Ana Lopez"), text="the gym list")
    before = diary.copy()
    dismiss(diary.book, diary.item("promise"), diary.now, diary.id)
    done_changes(diary.book, diary.item("promise"), diary.now, diary.id)
    assert diary.book.follow_ups == before.follow_ups
    assert diary.book.interactions == {}


def test_a_stale_answer_asked_about_rests_even_if_something_else_was_logged() -> None:
    diary = Diary()
    diary.told(diary.person("Ana Lopez"), "after", "a job", ago=70)
    finish(diary, diary.item("stale"))
    assert diary.to(29).items("stale") == []
    assert diary.to(1).items("stale")


def test_a_nudge_waits_a_week_longer_and_only_for_what_is_waited_for() -> None:
    diary = Diary()
    ben = diary.person("Ben Okafor")
    record = diary.follow_up("waiting", ben, text="the contract", due=-3)
    item = diary.item("waiting")
    assert nudge_line(item, diary.index()) == "nudged Ben about the contract"
    diary.make(nudge(diary.book, item, diary.now))
    assert diary.book.follow_ups[record.id].due == "2026-11-29"
    assert diary.items("waiting") == []
    with pytest.raises(ChangedError, match="put off meanwhile"):
        nudge(diary.book, item, diary.now)
    assert diary.to(7).item("waiting").key != item.key
    diary.follow_up("promise", ben, text="the gym list")
    with pytest.raises(BadInputError, match="Only somebody you wait for"):
        nudge(diary.book, diary.item("promise"), diary.now)


def test_a_thought_of_somebody_met_weekly_lasts_for_a_turn_of_their_own_rhythm() -> None:
    """In a wide circle, but met every week: they come again after three weeks, not after half a year."""
    diary = Diary()
    who = diary.person("Kofi Mensah", "wide")
    for ago in (22, 29, 36, 43, 50):
        diary.act(who, ago=ago)
    assert diary.item("rhythm").turn == 21
    think(diary, diary.item("rhythm"))
    assert diary.to(20).items("rhythm") == []
    assert diary.to(1).items("rhythm")


def test_a_promise_past_its_due_can_be_put_off_and_comes_back_with_its_lateness() -> None:
    diary = Diary()
    diary.follow_up("promise", diary.person("Ana Lopez"), text="the gym list", due=-9)
    put_off(diary, diary.item("promise"), TODAY + timedelta(days=2))
    assert diary.to(1).items("promise") == []
    assert diary.to(1).item("promise").when == "11 d late"


def test_a_snooze_ends_with_its_situation_though_its_day_is_ahead() -> None:
    diary = Diary()
    record = diary.follow_up("promise", diary.person("Ana Lopez"), text="the gym list")
    put_off(diary, diary.item("promise"), TODAY + timedelta(days=90))
    diary.change(record, due="2026-11-24")
    assert diary.to(2).item("promise")


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("heard back from Kofi, the introduction to Lena went well", "good"),
        ("heard back from Kofi, nothing came of the introduction to Lena", "none"),
        ("heard back from Kofi", "unknown"),
        ("", "unknown"),
    ],
)
def test_how_an_introduction_went_is_what_the_line_says(line: str, outcome: str) -> None:
    diary = Diary()
    record = diary.introduced(diary.person("Kofi Mensah"), diary.person("Lena Fischer"), "made", ago=30)
    diary.make(done_changes(diary.book, diary.item("intro"), diary.now, diary.id, line))
    assert diary.book.introductions[record.id].outcome == outcome


def test_what_stands_no_more_is_said_whatever_is_pressed() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez", birthday="--11-22")
    diary.act(ana, ago=40)
    answer = diary.told(ana, "after", "a job", ago=70)
    diary.act(ana, direction="got", kind="lead", ago=35)
    stale, quiet = diary.item("stale"), diary.item("birthday")
    diary.change(answer, state="found")
    with pytest.raises(ChangedError, match="answered meanwhile"):
        think(diary, stale)
    diary.make((Remove("contacts", ana.id),))
    for act in (drop, think, finish):
        with pytest.raises(ChangedError, match="no longer in the book"):
            act(diary, quiet)
    with pytest.raises(ChangedError, match="no longer in the book"):
        put_off(diary, quiet, TODAY + timedelta(days=3))


@pytest.mark.parametrize("days", [1, 30])
def test_a_match_rests_when_it_is_thought_of(days: int) -> None:
    diary = Diary()
    cara, dee = diary.person("Cara Weiss", ""), diary.person("Dee Marsh", "")
    match = Item(
        key=f"match:{cara.id}:{dee.id}",
        source="match",
        reason="a studio",
        when="fresh",
        due=diary.now.day,
        terms=(Term("a match", 1, 3.0),),
        people=(cara.id, dee.id),
    )
    assert think(diary, match).result == "later, Tue 22 Dec"
    found = inbox(diary.index(), diary.to(days).now, [match])
    assert (match in found.today) == (days == 30)
