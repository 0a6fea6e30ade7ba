"""What a line leaves in the book."""

from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest

from domain.acquaintance import Acquaintance
from domain.book import Book, Put
from domain.capture.as_json import as_json
from domain.capture.chips import chips
from domain.capture.filing import Filed, file_line
from domain.capture.keeping import keep_line
from domain.capture.understanding import understand
from domain.inbox.index import Index
from domain.inbox.thanks import owed
from domain.model import Answer, Contact, FollowUp, Interaction, Introduction, Record
from domain.moment import Moment
from domain.returns import origins
from domain.settings import Settings
from domain.tree import Paths
from tests.domain.capture_book import BOOK, IDS, MOMENT

R = TypeVar("R", bound=Record)
ANA, BEN, CARA = IDS["Ana Lopez"], IDS["Ben Okafor"], IDS["Cara Weiss"]


def kept(line: str, book: Book = BOOK, moment: Moment = MOMENT) -> tuple[Filed, Book]:
    """What became of a line, and the book after it."""
    numbers = count(10**20)
    work = keep_line(line, moment, lambda: f"{next(numbers):022d}", Settings())(book)
    return work.result, book.with_changes(work.changes)


def _with(*records: Record) -> Book:
    return BOOK.with_changes(tuple(Put(record) for record in records))


def only(records: tuple[Record, ...], kind: type[R]) -> R:
    (found,) = [record for record in records if isinstance(record, kind)]
    return found


def test_today_is_logged_now_and_another_day_at_noon() -> None:
    moment = Moment(datetime(2026, 3, 30, 8, 5, tzinfo=ZoneInfo("Europe/Berlin")))
    assert only(kept("called Ana", moment=moment)[0].made, Interaction).at == "2026-03-30T08:05:00+02:00"
    assert only(kept("2026-03-28: called Ana", moment=moment)[0].made, Interaction).at == "2026-03-28T12:00:00+01:00"


def test_every_record_keeps_the_line() -> None:
    line = "called Ana, she wants a CTO, promised her two names +fri"
    assert [record.raw for record in kept(line)[0].made] == [line] * 3


def test_somebody_new_is_met_on_the_day_through_whoever_introduced_them() -> None:
    lena = only(kept("yesterday: Ben introduced me to Lena Fischer from Zalando")[0].made, Contact)
    assert (lena.name, lena.organisation, lena.met_via, lena.met_on) == ("Lena Fischer", "Zalando", BEN, "2026-11-21")


@pytest.mark.parametrize(
    "line",
    [
        "Ana introduced me to Nia Khan",
        "Ana introduced me to her boss Nia Khan",
        "introduced to Nia Khan by Ana",
        "was introduced to Nia Khan by Ana at the fair",
        "introduced to Nia Khan via Ana",
        "got introduced to Nia Khan by Ana",
        "Ana put me in touch with Nia Khan",
    ],
)
def test_who_introduced_you_is_owed_the_thanks_and_led_to_whom_you_met(line: str) -> None:
    filed, after = kept(f"yesterday: {line}")
    nia, met = only(filed.made, Contact), only(filed.made, Interaction)
    assert (met.direction, met.kind, met.people, met.via) == ("got", "introduction", (ANA, nia.id), ())
    assert (nia.name, nia.met_via) == ("Nia Khan", ANA)
    assert owed(Index(after, Settings()), met) == (ANA,)
    assert Paths(after, MOMENT.today).after(ANA) == [nia.id]
    assert Paths(after, MOMENT.today).after(nia.id, backwards=True) == [ANA]
    assert origins(after, Acquaintance(after), MOMENT.today).whence[met.id] == "out of the blue"


def test_the_role_of_somebody_new_is_kept_shown_and_told() -> None:
    line = "met Joe Miller, head of design at Acme"
    filed, after = kept(line)
    joe = only(filed.made, Contact)
    assert (joe.name, joe.role, joe.organisation) == ("Joe Miller", "head of design", "Acme")
    shown = [chip.text for chip in chips(understand(line, BOOK, MOMENT))]
    assert shown == ["new Joe Miller, head of design at Acme", "mutual", "meet", "today"]
    told = as_json(filed, after)["made"]
    assert isinstance(told, list)
    assert (told[0]["role"], told[0]["organisation"]) == ("head of design", "Acme")
    shown = [chip.text for chip in chips(understand("met Joe Miller, a designer from Leeds", BOOK, MOMENT))]
    assert shown[0] == "new Joe Miller, designer"


def test_the_same_answer_is_only_renewed() -> None:
    old = Answer(id="7" * 22, contact=ANA, question="looking_for", text="A CTO", learnt="2026-01-01")
    _, after = kept("Ana is looking for a CTO", _with(old))
    assert [(answer.text, answer.learnt) for answer in after.answers.values()] == [("A CTO", "2026-11-22")]


def test_another_answer_stands_beside_the_old_one() -> None:
    old = Answer(id="7" * 22, contact=ANA, question="looking_for", text="a flat", learnt="2026-01-01")
    _, after = kept("Ana is looking for a CTO", _with(old))
    assert [answer.text for answer in after.answers.values()] == ["a flat", "a CTO"]


def test_hearing_back_closes_what_was_waited_for() -> None:
    filed, after = kept("heard back from Cara")
    assert [item.state for item in after.follow_ups.values()] == ["done"]
    assert [item.text for item in filed.settled] == ["the budget"]


def test_getting_something_else_leaves_the_waiting_open() -> None:
    assert [item.state for item in kept("got a book from Cara")[1].follow_ups.values()] == ["open"]
    assert [item.state for item in kept("got the budget from Cara")[1].follow_ups.values()] == ["done"]


GYM_LIST = FollowUp(id="5" * 22, kind="promise", due="2026-11-29", people=(ANA,), text="the gym list")
CALL_ANA = FollowUp(id="6" * 22, kind="reminder", due="2026-11-20", people=(ANA,), text="call Ana")


def _closed(line: str, *due: FollowUp) -> list[str]:
    """The texts of what a line closes, with these things due beside what the book waits for."""
    return [item.text for item in kept(line, _with(*due))[0].settled]


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("sent Ana the gym list", ["the gym list"]),
        ("yesterday: sent Ana the list", ["the gym list"]),
        ("called Ana", ["call Ana"]),
        ("rang Ana", ["call Ana"]),
        ("call with Ana", ["call Ana"]),
        ("called Ana, sent her the gym list", ["call Ana", "the gym list"]),
        ("sent Ana the deck", []),
        ("sent Ben the gym list", []),
        ("got the gym list from Ana", []),
        ("didn't send Ana the gym list", []),
        ("I'll send Ana the gym list", []),
        ("emailed Ana", []),
        ("Ana called", []),
    ],
)
def test_doing_what_was_promised_or_planned_closes_it(line: str, closed: list[str]) -> None:
    assert _closed(line, GYM_LIST, CALL_ANA) == closed


def test_the_chip_of_what_is_closed_says_so() -> None:
    shown = [chip.text for chip in chips(understand("sent Ana the gym list", _with(GYM_LIST), MOMENT))]
    assert shown == ["gave", "share", "Ana Lopez", "today", "closes your promise: the gym list"]


def test_a_reminder_of_a_later_day_is_closed_only_where_it_is_the_only_one() -> None:
    later = replace(CALL_ANA, id="7" * 22, due="2026-12-20", text="call Ana again")
    assert _closed("called Ana", later) == ["call Ana again"]
    assert _closed("called Ana", later, CALL_ANA) == ["call Ana"]
    assert _closed("called Ana", later, replace(CALL_ANA, due="2026-12-01")) == []


def test_of_several_the_one_in_the_same_words_is_closed_or_none() -> None:
    rent = replace(CALL_ANA, text="call about the rent")
    dog = replace(CALL_ANA, id="7" * 22, due="2026-11-01", text="call about the dog")
    assert _closed("called Ana about the rent", rent, dog) == ["call about the rent"]
    assert _closed("called Ana about the flat", rent, dog) == []
    assert _closed("called Ana", rent, dog) == []


def test_time_spent_together_closes_the_reminder_of_it() -> None:
    lunch = replace(CALL_ANA, text="lunch")
    walk = replace(CALL_ANA, id="7" * 22, text="walk")
    assert _closed("lunch with Ana", lunch, walk) == ["lunch"]
    assert _closed("beers with Ana", lunch, walk) == []


def test_what_was_promised_to_two_is_kept_when_both_have_it() -> None:
    both = replace(GYM_LIST, people=(ANA, BEN))
    assert _closed("sent Ana the gym list", both) == []
    assert _closed("sent Ana and Ben the gym list", both) == ["the gym list"]


def test_nothing_done_before_it_was_promised_closes_it() -> None:
    assert _closed("2026-10-01: sent Ana the gym list", replace(GYM_LIST, made="2026-11-01T09:00:00+00:00")) == []


def test_an_introduction_made_closes_the_promise_of_it() -> None:
    promise = replace(GYM_LIST, people=(ANA, BEN), text="introduce Ana to Ben")
    assert _closed("introduced Ana to Ben", promise) == ["introduce Ana to Ben"]


def test_what_repeats_gets_its_next_turn() -> None:
    weekly = replace(CALL_ANA, due="2026-11-22", repeat="1 week")
    filed, _ = kept("called Ana", _with(weekly))
    assert [item.state for item in filed.settled] == ["done"]
    assert only(filed.made, FollowUp).due == "2026-11-29"


def test_a_line_that_is_kept_with_something_closed_closes_nothing_by_itself() -> None:
    line = keep_line("called Ana", MOMENT, lambda: "1" * 22, Settings(), settles=False)
    assert line(_with(CALL_ANA)).result.settled == ()


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Ana found a studio", True),
        ("Ana is no longer looking for a studio", True),
        ("Ana doesn't need a studio any more", True),
        ("Ana found a dog", False),
        ("Ana painted her studio", False),
    ],
)
def test_a_note_that_something_was_found_asks_whether_the_answer_still_holds(line: str, asked: bool) -> None:
    answer = Answer(id="7" * 22, contact=ANA, question="looking_for", text="a studio in Leeds", learnt="2026-11-01")
    filed, after = kept(line, _with(answer))
    said = ("still true? Ana Lopez, looking for: a studio in Leeds",)
    assert filed.hints == (said if asked else ())
    assert [one.state for one in after.answers.values()] == ["open"]


def test_an_introduction_under_way_is_made_not_doubled() -> None:
    idea = Introduction(id="7" * 22, a=BEN, b=ANA, reason="studio", stage="idea", since="2026-11-01")
    _, after = kept("introduced Ana to Ben", _with(idea))
    assert [(one.stage, one.reason, one.since) for one in after.introductions.values()] == [
        ("made", "studio", "2026-11-22")
    ]
    assert len(kept("intro Ana to Ben", _with(idea))[1].introductions) == 1


def test_a_relation_said_twice_is_one() -> None:
    _, once = kept("Ana knows Ben")
    _, twice = kept("yesterday: Ben knows Ana", once)
    assert [(one.a, one.b, one.said) for one in twice.knows.values()] == [(ANA, BEN, "2026-11-22")]


def test_asking_somebody_is_a_step_of_the_ask() -> None:
    (ask,) = kept("asked Ben about flats in Lisbon")[1].asks.values()
    assert (ask.stage, ask.asked) == ("asked", (BEN,))


def test_field_marks_change_the_contact() -> None:
    filed, after = kept('@Ana circle:close org:"Studio Norte" email:ana@norte.example')
    ana = after.contacts[ANA]
    assert (ana.circle, ana.circle_on, ana.organisation) == ("close", "2026-11-22", "Studio Norte")
    assert ana.emails == ("ana@norte.example",)
    assert filed.made == (ana,)


def test_fields_of_somebody_new() -> None:
    zed = only(kept("met @Zed role:designer place:Leeds")[0].made, Contact)
    assert (zed.name, zed.role, zed.place) == ("Zed", "designer", "Leeds")


def test_an_unclear_line_is_kept_as_a_capture() -> None:
    filed, after = kept("called Sam +1w")
    (capture,) = after.captures.values()
    assert (capture.line, capture.why) == ("called Sam +1w", "two people are called Sam: Sam Hill, Sam Okoro")
    assert capture.candidates == ("Sam Hill", "Sam Okoro")
    assert (filed.unfiled, filed.reason, filed.candidates) == (True, capture.why, capture.candidates)
    assert len(after.interactions) == len(BOOK.interactions)


def test_an_empty_line_changes_nothing() -> None:
    filed, after = kept("  ")
    assert filed.unfiled
    assert filed.made == ()
    assert not after.captures


def test_a_line_read_on_an_older_book_is_read_again() -> None:
    understood = understand("called Ana", BOOK, MOMENT)
    without = Book({"contacts": {BEN: BOOK.contacts[BEN]}})
    work = file_line(understood, without, MOMENT, lambda: "1" * 22)
    assert only(work.result.made, Interaction).people == ()


@pytest.mark.parametrize(
    ("line", "label"), [("called  Ana", "called Ana"), ("x" * 80, "x" * 59 + "…"), ("a\nb", "a b")]
)  # fmt: skip
def test_the_label_is_the_line_in_short(line: str, label: str) -> None:
    assert kept(line)[0].label == label


def test_json_names_people_with_their_ids_beside() -> None:
    filed, after = kept("introduced Ana to @Zed, Zed is looking for work +2w")
    answer = as_json(filed, after)
    made = answer["made"]
    assert isinstance(made, list)
    contact, interaction, introduction = made[:3]
    assert answer["ok"] is True
    assert (answer["unfiled"], answer["reason"], answer["guess"]) == (False, "", [])
    assert (contact["type"], contact["name"]) == ("contact", "Zed")
    assert interaction["people"] == ["Ana Lopez", "Zed"]
    assert interaction["people_ids"] == [ANA, contact["id"]]
    assert (introduction["a"], introduction["b"], introduction["stage"]) == ("Ana Lopez", "Zed", "made")


def test_json_of_an_answer_and_a_follow_up() -> None:
    filed, after = kept("Ana is looking for a CTO +2w")
    answer, follow_up = as_json(filed, after)["made"]
    assert (answer["question"], answer["contact"], answer["contact_id"]) == ("looking_for", "Ana Lopez", ANA)
    assert (follow_up["contact"], follow_up["kind"], follow_up["due"]) == ("Ana Lopez", "reminder", "2026-12-06")


def test_json_of_a_guess_and_of_an_unfiled_line() -> None:
    filed, after = kept("lunch with Priya and Sam")
    assert as_json(filed, after)["guess"] == ["Sam Okoro"]
    filed, after = kept("met tom from monzo")
    answer = as_json(filed, after)
    assert (answer["ok"], answer["made"], answer["unfiled"]) == (True, [], True)
    assert answer["candidates"] == ["Tom Reed", "new: tom (monzo)"]
