"""What each source of the inbox brings, with the clock moving over an untouched book."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.inbox.lot import lot
from domain.inbox.rhythm import turn
from domain.model import Snooze
from tests.domain.diary import TODAY, Diary


def days_shown(diary: Diary, source: str, days: int) -> list[int]:
    """The days from now, counted from 0, on which a source brings anything."""
    shown = []
    for day in range(days):
        if diary.items(source):
            shown.append(day)
        diary.to(1)
    return shown


def keys_over(diary: Diary, source: str, days: int) -> set[str]:
    """The keys that a source brings over some days."""
    keys = set()
    for _ in range(days):
        keys |= {item.key for item in diary.items(source)}
        diary.to(1)
    return keys


def test_a_promise_comes_on_its_day_and_stays() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.follow_up("promise", ana, text="the gym list", due=3)
    assert days_shown(diary, "promise", 10) == [3, 4, 5, 6, 7, 8, 9]


def test_a_promise_in_words() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    record = diary.follow_up("promise", ana, text="the gym list", due=-2)
    item = diary.item("promise")
    assert (item.reason, item.when, item.due) == ("you promised: the gym list", "2 d late", "2026-11-20")
    assert (item.people, item.record) == ((ana.id,), record.id)


def test_a_promise_has_one_key_until_its_day_is_moved() -> None:
    diary = Diary()
    record = diary.follow_up("promise", diary.person("Ana Lopez"), text="the gym list")
    assert len(keys_over(diary, "promise", 20)) == 1
    before = diary.item("promise").key
    diary.change(record, due=TODAY.replace(day=21).isoformat())
    assert diary.item("promise").key != before


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_what_is_closed_is_not_due(state: str) -> None:
    diary = Diary()
    record = diary.follow_up("waiting", diary.person("Ben Okafor"), text="the contract")
    assert diary.item("waiting").reason == "owes you: the contract"
    diary.change(record, state=state)
    assert diary.items("waiting") == []


def test_hostile_text_is_shown_inert() -> None:
    diary = Diary()
    diary.follow_up("reminder", text="call\x1b[2J\u202e")
    assert "\x1b" not in diary.item("reminder").reason
    assert "\u202e" not in diary.item("reminder").reason


def test_thanks_are_owed_from_the_day_after_for_thirty_days() -> None:
    diary = Diary()
    eve = diary.person("Eve Novak", circle="")
    diary.act(eve, direction="got", kind="lead", text="a job lead")
    assert days_shown(diary, "thanks", 40) == list(range(1, 31))


def test_thanks_settle_and_the_reason_says_for_what() -> None:
    diary = Diary()
    eve = diary.person("Eve Novak")
    diary.act(eve, direction="got", kind="lead", text="a job lead", ago=3)
    assert (diary.item("thanks").reason, diary.item("thanks").when) == ("sent you a job lead", "3 d")
    diary.act(eve, direction="gave", kind="call")
    assert diary.items("thanks")
    diary.act(eve, direction="gave", kind="thanks")
    assert diary.items("thanks") == []


def test_thanks_before_a_return_do_not_settle_it() -> None:
    diary = Diary()
    eve = diary.person("Eve Novak")
    diary.act(eve, kind="thanks", ago=5)
    diary.act(eve, direction="got", kind="help", ago=3)
    assert diary.item("thanks").people == (eve.id,)


def test_thanks_are_owed_to_each_giver_but_for_an_introduction_to_its_maker() -> None:
    diary = Diary()
    ben, lena, eve = diary.person("Ben Okafor"), diary.person("Lena Fischer"), diary.person("Eve Novak")
    diary.act(ben, lena, direction="got", kind="introduction", ago=2)
    assert diary.item("thanks").people == (ben.id,)
    diary.act(ben, kind="thanks")
    diary.act(lena, eve, direction="got", kind="help", ago=1)
    diary.act(lena, kind="thanks")
    assert diary.item("thanks").people == (eve.id,)


@pytest.mark.parametrize("kind", ["call", "message", "chat", "thanks"])
def test_no_thanks_for_a_call(kind: str) -> None:
    diary = Diary()
    diary.act(diary.person("Eve Novak"), direction="got", kind=kind, ago=3)  # type: ignore[arg-type]
    assert diary.items("thanks") == []


@pytest.mark.parametrize(("circle", "cadence"), [("inner", 14), ("close", 30), ("active", 90), ("wide", 180)])
def test_rhythm_comes_when_the_cadence_is_over(circle: str, cadence: int) -> None:
    diary = Diary()
    diary.act(diary.person("Łukasz Nowak", circle), kind="message")
    assert days_shown(diary, "rhythm", cadence + 5) == list(range(cadence, cadence + 5))


@pytest.mark.parametrize("circle", ["", "never"])
def test_nobody_is_asked_about_outside_the_circles(circle: str) -> None:
    diary = Diary()
    who = diary.person("Hana Kim", circle, birthday="1990-11-22")
    for ago in range(400, 800, 20):
        diary.act(who, ago=ago)
    diary.told(who, "looking_for", "a flat", ago=90)
    found = diary.inbox()
    assert [item.source for item in (*found.today, *found.more)] == ["first"]


def test_their_own_gap_is_sooner_than_the_cadence_and_has_an_edge() -> None:
    """A weekly contact in a wide circle: out of rhythm after three weeks, plainly over after 97 days."""
    diary = Diary()
    who = diary.person("Kofi Mensah", "wide")
    for ago in (0, 7, 14, 21, 28):
        diary.act(who, ago=ago)
    shown = days_shown(diary, "rhythm", 179)
    assert shown == list(range(21, 98))


def test_daily_company_is_not_asked_about_every_day() -> None:
    diary = Diary()
    who = diary.person("Kofi Mensah", "close")
    for ago in range(30):
        diary.act(who, ago=ago)
    assert days_shown(diary, "rhythm", 20) == [15, 16, 17, 18, 19]


def test_rhythm_in_words() -> None:
    diary = Diary()
    who = diary.person("Łukasz Nowak", "active")
    for ago in (63, 93, 123, 153):
        diary.act(who, ago=ago)
    item = diary.item("rhythm")
    assert (item.reason, item.when) == ("quiet for twice your usual", "9 weeks")
    assert item.score == pytest.approx(2.1 * 0.55)


def test_rhythm_by_the_circle_in_words() -> None:
    diary = Diary()
    diary.act(diary.person("Łukasz Nowak", "close"), ago=33)
    assert diary.item("rhythm").reason == "quiet for longer than your rhythm for close"


def test_a_note_is_no_contact_and_what_is_ahead_is_none_yet() -> None:
    diary = Diary()
    who = diary.person("Łukasz Nowak", "inner")
    diary.act(who, ago=20)
    key = diary.item("rhythm").key
    diary.act(who, direction="none", kind="note")
    diary.act(who, ago=-5)
    assert diary.item("rhythm").key == key
    diary.to(5)
    assert diary.items("rhythm") == []


def test_a_rhythm_key_lasts_for_one_silence() -> None:
    diary = Diary()
    who = diary.person("Łukasz Nowak", "inner")
    diary.act(who, ago=10)
    first = keys_over(diary, "rhythm", 40)
    diary.act(who)
    second = keys_over(diary.to(20), "rhythm", 10)
    assert len(first) == len(second) == 1
    assert first != second


def test_people_without_contact_are_spread_over_one_cadence() -> None:
    diary = Diary()
    people = [diary.person(f"Person {number}", "close") for number in range(200)]
    first: dict[str, int] = {}
    for day in range(32):
        for item in diary.items("rhythm"):
            first.setdefault(item.people[0], day)
        diary.to(1)
    assert len(first) == len(people)
    assert min(first.values()) == 1
    assert max(first.values()) == 30
    assert max(Counter(first.values()).values()) < 20


def test_the_spread_starts_on_the_day_the_circle_was_chosen() -> None:
    diary = Diary(date(2026, 3, 1))
    people = [diary.person(f"Person {number}", "") for number in range(20)]
    diary.to(TODAY)
    for who in people:
        diary.change(who, circle="close", circle_on=TODAY.isoformat())
    assert diary.items("rhythm") == []
    assert len(diary.to(30).items("rhythm")) == 20


def test_a_strong_tie_gone_quiet_is_dormant_and_no_longer_out_of_rhythm() -> None:
    diary = Diary()
    who = diary.person("Kofi Mensah", "active")
    for ago in range(0, 500, 100):
        diary.act(who, ago=ago)
    rhythm, dormant = [], []
    for day in range(200):
        rhythm += [day] * len(diary.items("rhythm"))
        dormant += [day] * len(diary.items("dormant"))
        diary.to(1)
    assert rhythm == list(range(90, 180))
    assert dormant == list(range(180, 200))


def test_a_weak_tie_is_never_dormant() -> None:
    diary = Diary()
    who = diary.person("Kofi Mensah", "active")
    for ago in range(400, 800, 100):
        diary.act(who, ago=ago)
    assert diary.items("dormant") == []
    assert len(diary.items("rhythm")) == 1


def dormant_diary(many: int) -> Diary:
    """A book of people who were close once."""
    diary = Diary()
    for number in range(many):
        who = diary.person(f"Person {number}", "active")
        for ago in range(300, 320):
            diary.act(who, ago=ago)
    return diary


def test_one_dormant_tie_a_day_drawn_by_the_date() -> None:
    diary = dormant_diary(12)
    drawn = []
    for _ in range(60):
        item = diary.item("dormant")
        assert diary.item("dormant") == item
        drawn.append(item.people[0])
        diary.to(1)
    assert 5 < len(set(drawn)) <= 10
    assert max(Counter(drawn).values()) < 20


@pytest.mark.parametrize("done", ["met", "snoozed"])
def test_a_day_has_one_dormant_tie_done_or_not(done: str) -> None:
    diary = dormant_diary(3)
    item = diary.item("dormant")
    if done == "met":
        diary.act(diary.book.contacts[item.people[0]])
    else:
        diary.add(Snooze(id=diary.id(), key=item.key))
    assert diary.items("dormant") == []
    assert diary.to(1).item("dormant").people != item.people


def test_a_birthday_comes_for_six_days_each_year() -> None:
    diary = Diary(date(2026, 12, 25))
    who = diary.person("May Tanaka", birthday="1990-12-30")
    diary.act(who)
    assert days_shown(diary, "birthday", 372) == [*range(5, 11), 370, 371]


def test_a_birthday_has_a_key_for_each_year_and_a_contact_settles_it() -> None:
    diary = Diary(date(2026, 12, 30))
    who = diary.person("May Tanaka", birthday="--12-30")
    item = diary.item("birthday")
    assert (item.reason, item.when) == ("birthday today", "today")
    assert diary.to(3).item("birthday").key == item.key
    assert diary.item("birthday").when == "3 d late"
    diary.act(who, kind="message")
    assert diary.items("birthday") == []
    assert diary.to(date(2027, 12, 30)).item("birthday").key != item.key


def test_a_leap_day_birthday_is_on_the_28th_in_other_years() -> None:
    diary = Diary(date(2027, 2, 27))
    diary.person("May Tanaka", birthday="2000-02-29")
    assert diary.items("birthday") == []
    assert diary.to(1).item("birthday").when == "today"
    assert diary.to(date(2028, 2, 28)).items("birthday") == []
    assert diary.to(1).item("birthday").when == "today"


@pytest.mark.parametrize("birthday", ["1990-02-31", "spring", "--13-40"])
def test_what_is_no_birthday_brings_nothing(birthday: str) -> None:
    diary = Diary()
    diary.person("May Tanaka", birthday=birthday)
    assert diary.items("birthday") == []


def test_an_answer_goes_stale_for_close_people() -> None:
    diary = Diary()
    diary.told(diary.person("Ana Lopez", "close"), "looking_for", "a studio in Leeds")
    assert days_shown(diary, "stale", 65) == [60, 61, 62, 63, 64]
    item = diary.item("stale")
    assert item.reason == "still looking for: a studio in Leeds?"


def test_others_are_asked_only_in_season() -> None:
    diary = Diary()
    who = diary.person("Ana Lopez", "wide")
    diary.told(who, "after", "her own practice", ago=70)
    assert diary.items("stale") == []
    record = diary.act(who, ago=14)
    assert diary.item("stale").people == (who.id,)
    diary.change(record, direction="none", kind="note")
    assert diary.items("stale") == []
    diary.follow_up("waiting", who, text="the contract", due=14)
    assert diary.item("stale").people == (who.id,)


def test_only_the_oldest_stale_answer_of_a_person_asks() -> None:
    diary = Diary()
    who = diary.person("Ana Lopez")
    old = diary.told(who, "after", "her own practice", ago=90)
    newer = diary.told(who, "working_on", "her portfolio", ago=70)
    assert diary.item("stale").record == old.id
    diary.add(Snooze(id=diary.id(), key=diary.item("stale").key, until="2026-12-01"))
    assert diary.items("stale") == []
    diary.add(Snooze(id=diary.id(), key=f"stale:{old.id}"))
    assert diary.to(date(2026, 12, 2)).item("stale").record == newer.id


@pytest.mark.parametrize("state", ["found", "dropped"])
def test_a_newer_answer_or_a_closed_one_ends_the_question(state: str) -> None:
    diary = Diary()
    who = diary.person("Ana Lopez")
    answer = diary.told(who, "looking_for", "a studio", ago=90)
    diary.change(answer, state=state)
    assert diary.items("stale") == []
    diary.change(answer, state="open")
    assert diary.items("stale")
    diary.told(who, "looking_for", "a bigger studio", ago=1)
    assert diary.items("stale") == []


def test_captures_share_one_row_whose_key_changes_with_a_new_one() -> None:
    diary = Diary()
    first = diary.unfiled("called Sam +1w")
    key = diary.item("unfiled").key
    diary.to(2)
    assert diary.item("unfiled").key == key
    diary.unfiled("met tom from monzo")
    item = diary.item("unfiled")
    assert item.key != key
    assert item.record == first.id
    assert item.reason == "to be filed: called Sam +1w; met tom from monzo"
    assert item.when == "2 d"


@pytest.mark.parametrize(("stage", "rest"), [("idea", 5), ("asked_a", 5), ("asked_b", 5), ("made", 21)])
def test_an_introduction_waits_at_its_stage(stage: str, rest: int) -> None:
    diary = Diary()
    kofi, lena = diary.person("Kofi Mensah"), diary.person("Lena Fischer")
    diary.introduced(kofi, lena, stage)  # type: ignore[arg-type]
    assert days_shown(diary, "intro", rest + 3) == [rest, rest + 1, rest + 2]
    assert len(keys_over(diary, "intro", 30)) == 1


def test_an_introduction_names_whom_to_turn_to() -> None:
    diary = Diary()
    kofi, lena = diary.person("Kofi Mensah"), diary.person("Lena Fischer")
    record = diary.introduced(kofi, lena, "asked_a", ago=5)
    item = diary.item("intro")
    assert item.people == (lena.id, kofi.id)
    assert (item.reason, item.when) == ("Kofi was asked; ask Lena", "5 d")
    diary.change(record, stage="asked_b")
    assert diary.item("intro").key != item.key


@pytest.mark.parametrize("stage", ["outcome", "thanked", "declined"])
def test_an_introduction_that_is_over_waits_for_nothing(stage: str) -> None:
    diary = Diary()
    diary.introduced(diary.person("Kofi Mensah"), diary.person("Lena Fischer"), stage, ago=100)  # type: ignore[arg-type]
    assert diary.items("intro") == []


def test_the_first_give_comes_when_nothing_is_due() -> None:
    diary = Diary()
    assert diary.item("first").reason == "post one thing you learnt"
    who = diary.person("Ana Lopez", "close")
    diary.act(who, ago=1)
    diary.told(who, "working_on", "her portfolio", ago=8)
    assert diary.item("first").reason == "working on her portfolio: ask how it goes"
    diary.act(who)
    assert diary.items("first") == []


def test_the_first_give_is_silent_while_anything_is_due() -> None:
    diary = Diary()
    diary.follow_up("reminder", text="post the talk")
    assert diary.items("first") == []


@given(st.lists(st.integers(1, 900), max_size=30).map(sorted), st.sampled_from([14, 30, 90, 180]), st.integers(1, 1200))
def test_a_turn_only_compares(days: list[int], cadence: int, today: int) -> None:
    """Between two contacts a turn stays the same, so that moving the clock needs no new reading."""
    now = turn(days, cadence, 5, today)
    assert now.last <= today < now.ends
    for other in (now.last, (today + now.last) // 2, min(now.ends - 1, today + 50)):
        assert turn(days, cadence, 5, other) == now


def test_lots_are_spread() -> None:
    drawn = Counter(lot(f"{number:022d}") % 30 for number in range(3000))
    assert len(drawn) == 30
    assert max(drawn.values()) < 150
