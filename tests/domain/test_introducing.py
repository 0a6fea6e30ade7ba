"""An introduction from the idea to thanks, in either order, with skipping, declining and undo; and its words."""

from datetime import date
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.book import Book, Put, Work
from domain.drafting import Draft, Words, draft, mailto
from domain.errors import BadInputError, ChangedError, NotFoundError, SwellError
from domain.inbox.triage import done_changes
from domain.introducing import (
    UNDER_WAY,
    ask,
    asked,
    begin,
    decline,
    make,
    next_step,
    not_these,
    reached,
    say_yes,
    skip,
    standing,
    tell,
    thank,
    to_ask,
    where_it_stands,
)
from domain.matching.matches import Matches
from domain.matching.taught import reader_of
from domain.matching.two import for_each_other
from domain.model import Contact, Introduction, Stage
from domain.settings import Settings, settings_from
from tests.domain.diary import TODAY, Diary, moment


def pair() -> tuple[Diary, Contact, Contact]:
    diary = Diary()
    return diary, diary.person("Kofi Mensah", emails=("kofi@example.org",)), diary.person("Lena Fischer")


def taken(diary: Diary, work: Work[Introduction]) -> Introduction:
    """What the work makes of an introduction."""
    diary.make(work.changes)
    return diary.book.introductions[work.result.id]


def stands(diary: Diary, record: Introduction) -> tuple[str, str]:
    """Where it stands and what is next."""
    step = next_step(record, diary.book.contacts, diary.now.today)
    return where_it_stands(record, diary.book.contacts, diary.now.today), step.words if step else ""


def test_the_long_way_from_the_idea_to_thanks() -> None:
    diary, kofi, lena = pair()
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "mentoring", diary.now, diary.id))
    assert stands(diary, one) == ("an idea", "ask Lena")
    one = taken(diary, ask(diary.book, one, kofi.id, diary.now))
    assert stands(diary, one) == ("Kofi was asked", "ask Lena")
    one = taken(diary, say_yes(diary.book, one, kofi.id))
    assert stands(diary, one) == ("Kofi said yes", "ask Lena")
    one = taken(diary.to(2), ask(diary.book, one, lena.id, diary.now))
    one = taken(diary, say_yes(diary.book, one, lena.id))
    assert stands(diary, one) == ("both said yes", "introduce Kofi to Lena")
    one = taken(diary, make(diary.book, one, diary.now, diary.id))
    (give,) = diary.book.interactions.values()
    assert (give.direction, give.kind, give.people) == ("gave", "introduction", (kofi.id, lena.id))
    assert stands(diary, one) == ("made", "how did it go?")
    assert diary.items("intro") == []
    assert diary.to(21).item("intro").reason == "you introduced them: how did it go?"
    one = taken(diary, tell(diary.book, one, "good", diary.now))
    assert stands(diary, one) == ("went well", "thank Kofi and Lena, if you like")
    assert diary.to(100).items("intro") == []
    one = taken(diary, thank(diary.book, one, diary.now))
    assert stands(diary, one) == ("thanked", "")


def test_either_may_be_asked_first() -> None:
    diary, kofi, lena = pair()
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "", diary.now, diary.id))
    one = taken(diary, ask(diary.book, one, lena.id, diary.now))
    assert (one.stage, asked(one), to_ask(one)) == ("asked_b", (lena.id,), (kofi.id,))
    assert diary.to(5).item("intro").reason == "Lena was asked; ask Kofi"
    assert diary.item("intro").people == (kofi.id, lena.id)
    one = taken(diary, ask(diary.book, one, kofi.id, diary.now))
    assert (one.stage, asked(one), to_ask(one)) == ("asked_a", (lena.id, kofi.id), ())
    assert diary.to(5).item("intro").reason == "both were asked; introduce them"


def test_d_takes_the_same_steps_in_the_same_order() -> None:
    diary, kofi, lena = pair()
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "", diary.now, diary.id))
    diary.make(ask(diary.book, one, lena.id, diary.now).changes)
    stages = []
    for _ in range(3):
        item = diary.to(21).item("intro")
        diary.make(done_changes(diary.book, item, diary.now, diary.id, "it went well"))
        stages.append(diary.book.introductions[one.id].stage)
    assert stages == ["asked_a", "made", "outcome"]
    assert diary.book.introductions[one.id].outcome == "good"


def test_questions_are_skipped_where_they_would_not_mind() -> None:
    diary, kofi, lena = pair()
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "", diary.now, diary.id))
    one = taken(diary, skip(diary.book, one, diary.now))
    assert stands(diary, one) == ("Lena said yes", "ask Kofi")
    one = taken(diary, skip(diary.book, one, diary.now))
    with pytest.raises(ChangedError, match="Nobody is left"):
        skip(diary.book, one, diary.now)
    assert taken(diary, make(diary.book, one, diary.now, diary.id)).stage == "made"


def test_how_it_went_is_asked_once_and_then_not_known() -> None:
    diary, kofi, lena = pair()
    one = diary.introduced(kofi, lena, "made")
    for days, shown in ((20, 0), (1, 1), (13, 1), (1, 0)):
        assert len(diary.to(days).items("intro")) == shown
    assert stands(diary, one) == ("not known how it went", "")
    assert standing(one, diary.now.today).outcome == "unknown"
    assert taken(diary, tell(diary.book, one, "none", diary.now)).outcome == "none"


def test_it_can_be_declined_at_any_stage_but_once() -> None:
    diary, kofi, lena = pair()
    for stage in ("idea", "asked_a", "asked_b", "made", "outcome", "thanked"):
        one = diary.introduced(kofi, lena, stage)  # type: ignore[arg-type]
        assert taken(diary, decline(diary.book, one, diary.now)).stage == "declined"
    with pytest.raises(ChangedError, match="already"):
        decline(diary.book, diary.book.introductions[one.id], diary.now)


def test_one_under_way_is_taken_up_again() -> None:
    diary, kofi, lena = pair()
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "", diary.now, diary.id))
    again = begin(diary.book, lena.id, kofi.id, "", diary.now, diary.id)
    assert (again.changes, again.result) == ((), one)


def test_a_step_that_was_taken_elsewhere_is_not_taken_twice() -> None:
    diary, kofi, lena = pair()
    seen = taken(diary, begin(diary.book, kofi.id, lena.id, "", diary.now, diary.id))
    taken(diary, ask(diary.book, seen, kofi.id, diary.now))
    with pytest.raises(ChangedError, match="moved on"):
        ask(diary.book, seen, kofi.id, diary.now)
    now = diary.book.introductions[seen.id]
    with pytest.raises(ChangedError, match="asked already"):
        ask(diary.book, now, kofi.id, diary.now)
    with pytest.raises(BadInputError, match="no part"):
        ask(diary.book, now, diary.person("Eve").id, diary.now)
    with pytest.raises(BadInputError, match="not asked yet"):
        say_yes(diary.book, now, lena.id)


def test_people_who_are_one_or_gone_are_not_brought_together() -> None:
    diary, kofi, lena = pair()
    with pytest.raises(BadInputError, match="themselves"):
        begin(diary.book, kofi.id, kofi.id, "", diary.now, diary.id)
    with pytest.raises(NotFoundError):
        begin(diary.book, kofi.id, "nobody", "", diary.now, diary.id)
    gone = diary.add(Introduction(id=diary.id(), a=kofi.id, b="nobody", stage="asked_a", since="2026-01-01"))
    merged = diary.add(Introduction(id=diary.id(), a=lena.id, b=lena.id, stage="idea", since="2026-01-01"))
    assert diary.items("intro") == []
    assert stands(diary, gone) == ("somebody is no longer in the book", "")
    assert stands(diary, merged) == ("both are one person now", "")
    for one in (gone, merged):
        with pytest.raises(ChangedError, match="not two people"):
            make(diary.book, one, diary.now, diary.id)
        assert taken(diary, decline(diary.book, one, diary.now)).stage == "declined"


def test_the_words_are_those_of_the_two() -> None:
    diary, kofi, lena = pair()
    diary.told(kofi, "looking_for", "a mentor in Berlin", ago=6)
    diary.told(lena, "offers", "mentors engineers, two at a time", ago=7)
    found = Matches(diary.book, diary.settings).between(kofi.id, lena.id, diary.now)
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "", diary.now, diary.id))

    def words(which: Words) -> str:
        return draft(which, one, found, diary.book, Settings(name="Robin Vale")).text

    assert words("ask_b").startswith("Lena, a friend of mine, Kofi, is looking for a mentor in Berlin. May I")
    assert "Lena, who mentors engineers, two at a time." in words("ask_a")
    assert words("introduce").splitlines()[2] == (
        "Kofi is looking for a mentor in Berlin. Lena mentors engineers, two at a time."
    )
    assert words("introduce").endswith("Robin")


@pytest.mark.parametrize(
    ("offer", "words"),
    [
        ("as a mentor", "can help as a mentor"),
        ("mentors engineers", "mentors engineers"),
        ("works with mentors", "works with mentors"),
        ("translations by a mentor", "can help with translations by a mentor"),
        ("sales mentor", "can help with sales mentor"),
        ("mentoring", "can help with mentoring"),
    ],
)
def test_what_somebody_has_follows_their_name_as_it_is_said(offer: str, words: str) -> None:
    diary, kofi, lena = pair()
    diary.told(kofi, "looking_for", "a mentor", ago=6)
    diary.told(lena, "offers", offer, ago=7)
    found = for_each_other(kofi.id, lena.id, diary.book, reader_of(diary.settings, diary.book))
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "", diary.now, diary.id))
    assert f"Lena, who {words}. May" in draft("ask_a", one, found, diary.book, Settings()).text


def test_who_needs_something_may_be_the_second_of_the_two() -> None:
    diary, lena, kofi = pair()
    diary.told(kofi, "looking_for", "a mentor in Berlin", ago=400)
    diary.told(lena, "offers", "mentors engineers", ago=7)
    one = taken(diary, begin(diary.book, lena.id, kofi.id, "", diary.now, diary.id))
    found = for_each_other(lena.id, kofi.id, diary.book, reader_of(diary.settings, diary.book))
    assert found is not None
    assert (found.a, found.b) == (kofi.id, lena.id)

    def words(which: Words) -> Draft:
        return draft(which, one, found, diary.book, Settings())

    assert words("ask_a").text.startswith("Kofi, a friend of mine, Lena, is looking for a mentor in Berlin.")
    assert words("ask_a").to == (lena.id,)
    assert "Kofi, who mentors engineers" in words("ask_b").text
    assert words("introduce").text.splitlines()[2] == "Lena is looking for a mentor in Berlin. Kofi mentors engineers."


def test_the_next_step_is_due_at_once_where_everybody_asked_has_said_yes() -> None:
    diary, kofi, lena = pair()
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "", diary.now, diary.id))
    one = taken(diary, ask(diary.book, one, lena.id, diary.now))
    assert diary.items("intro") == []
    taken(diary, say_yes(diary.book, one, lena.id))
    assert diary.item("intro").reason == "Lena said yes; ask Kofi"


def test_two_who_were_taken_up_are_not_put_away_as_a_suggestion() -> None:
    diary, kofi, lena = pair()
    gone = taken(diary, not_these(diary.book, kofi.id, lena.id, "tea  and talk", diary.now, diary.id))
    assert (gone.stage, gone.reason) == ("declined", "tea and talk")
    taken(diary, begin(diary.book, lena.id, kofi.id, "", diary.now, diary.id))
    with pytest.raises(ChangedError, match="taken up meanwhile"):
        not_these(diary.book, kofi.id, lena.id, "", diary.now, diary.id)
    with pytest.raises(NotFoundError):
        not_these(diary.book, kofi.id, "nobody", "", diary.now, diary.id)


def test_an_idea_without_a_match_has_words_too() -> None:
    diary, kofi, lena = pair()
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "a studio in Leeds", diary.now, diary.id))
    made = draft("ask_b", one, None, diary.book, Settings())
    assert "Kofi, would like to talk about a studio in Leeds." in made.text
    assert made.to == (lena.id,)


def test_a_template_with_an_error_is_named_and_does_no_harm() -> None:
    told, complaints = settings_from(
        {"templates": {"ask_b": "Hi $nobody", "introduce": "$a and $b: 5 $$", "ask_a": ""}}
    )
    assert [one.key for one in complaints] == ["templates.ask_b"]
    assert "$name" in complaints[0].reason
    diary, kofi, lena = pair()
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "", diary.now, diary.id))
    assert draft("introduce", one, None, diary.book, told).text == "Kofi and Lena: 5 $"
    assert draft("ask_a", one, None, diary.book, told).text.startswith("Kofi, I know somebody")
    broken = draft("ask_b", one, None, diary.book, Settings(templates={"ask_b": "Hi $nobody, $"}))
    assert broken.text.startswith("Lena, a friend of mine")
    assert broken.complaint.startswith("templates.ask_b: ")


def test_a_name_cannot_smuggle_anything_into_a_draft() -> None:
    diary, kofi, lena = pair()
    diary.change(kofi, name="$me\x1b[2J ${x}")
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "", diary.now, diary.id))
    made = draft("ask_b", one, None, diary.book, Settings())
    assert "\x1b" not in made.text
    assert "$me" in made.text


def test_a_draft_opens_in_a_mail_program() -> None:
    diary, kofi, lena = pair()
    one = taken(diary, begin(diary.book, kofi.id, lena.id, "tea & talk", diary.now, diary.id))
    link = mailto(draft("introduce", one, None, diary.book, Settings()), diary.book.contacts, "Kofi, meet Lena")
    assert link.startswith("mailto:kofi@example.org?subject=Kofi%2C%20meet%20Lena&body=Kofi%2C%20meet")
    assert "%0D%0A" in link
    assert "&" not in link.split("&body=")[1]


class Stages(RuleBasedStateMachine):
    """Every order of steps on one pair, with undo; a step either is taken as the stages allow or changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.diary, self.kofi, self.lena = pair()
        self.past: list[Book] = []
        work = begin(self.diary.book, self.kofi.id, self.lena.id, "", self.diary.now, self.diary.id)
        self.id = taken(self.diary, work).id

    @property
    def record(self) -> Introduction:
        return self.diary.book.introductions[self.id]

    def step(self, work: Any, allowed: bool) -> None:
        before = self.diary.book
        try:
            changes = work().changes
        except SwellError:
            assert not allowed
            return
        assert allowed
        self.past.append(before)
        self.diary.make(changes)

    @rule(first=st.booleans())
    def ask(self, first: bool) -> None:
        whom = self.kofi.id if first else self.lena.id
        allowed = whom in to_ask(self.record)
        self.step(lambda: ask(self.diary.book, self.record, whom, self.diary.now), allowed)

    @rule(first=st.booleans())
    def yes(self, first: bool) -> None:
        whom = self.kofi.id if first else self.lena.id
        allowed = whom in asked(self.record) and whom not in self.record.yes
        self.step(lambda: say_yes(self.diary.book, self.record, whom), allowed)

    @rule()
    def skip(self) -> None:
        self.step(lambda: skip(self.diary.book, self.record, self.diary.now), bool(to_ask(self.record)))

    @rule()
    def make(self) -> None:
        allowed = self.record.stage in UNDER_WAY
        self.step(lambda: make(self.diary.book, self.record, self.diary.now, self.diary.id), allowed)

    @rule(outcome=st.sampled_from(["good", "none", "unknown", ""]))
    def tell(self, outcome: Any) -> None:
        allowed = bool(outcome) and self.record.stage in ("made", "outcome")
        self.step(lambda: tell(self.diary.book, self.record, outcome, self.diary.now), allowed)

    @rule()
    def thank(self) -> None:
        self.step(lambda: thank(self.diary.book, self.record, self.diary.now), self.record.stage == "outcome")

    @rule()
    def decline(self) -> None:
        self.step(lambda: decline(self.diary.book, self.record, self.diary.now), self.record.stage != "declined")

    @rule(days=st.integers(1, 40))
    def wait(self, days: int) -> None:
        self.diary.to(days)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.diary.book = self.past.pop()

    @invariant()
    def it_is_plain_what_is_next(self) -> None:
        today = self.diary.now.today
        step = next_step(self.record, self.diary.book.contacts, today)
        now = standing(self.record, today)
        is_over = now.stage in ("thanked", "declined") or (now.stage == "outcome" and now.outcome != "good")
        assert (step is None) == is_over
        due = [item for item in self.diary.items("intro") if item.record == self.id]
        assert bool(due) == (step is not None and step.due is not None and step.due <= today)
        made = [one for one in self.diary.book.interactions.values() if one.kind == "introduction"]
        assert len(made) == 1 if self.record.stage in ("made", "outcome", "thanked") else len(made) <= 1
        assert not made or self.record.stage not in UNDER_WAY
        assert set(self.record.yes) <= {self.kofi.id, self.lena.id}


Stages.TestCase.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
test_stages = Stages.TestCase


@pytest.mark.parametrize("since", ["9999-12-31", "2027-01-01", "0001-01-01"])
@pytest.mark.parametrize("stage", ["idea", "asked_a", "made", "outcome", "thanked", "declined"])
def test_no_stage_is_reached_before_it_is_today(stage: Stage, since: str) -> None:
    diary, kofi, lena = pair()
    one = diary.add(Introduction(id=diary.id(), a=kofi.id, b=lena.id, stage=stage, since=since))
    assert reached(one, TODAY) <= TODAY
    assert stands(diary, one)[0]
    assert diary.inbox() is not None


def test_the_day_on_which_a_stage_was_reached_may_be_unreadable() -> None:
    diary, kofi, lena = pair()
    one = diary.add(Introduction(id="odd", a=kofi.id, b=lena.id, stage="idea", since="soon"))
    assert next_step(one, diary.book.contacts, TODAY) is not None
    book = Book({}).with_changes((Put(one),))
    assert where_it_stands(one, book.contacts, date(2026, 11, 22)) == "somebody is no longer in the book"
    assert moment().today == TODAY
