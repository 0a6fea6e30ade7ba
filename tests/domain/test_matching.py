"""Who is suggested to whom, and who is not; what is taught; and that what is kept follows every change."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.book import Book, Put, Remove
from domain.errors import BadInputError, NotFoundError
from domain.inbox.day import inbox
from domain.inbox.proposals import proposal
from domain.inbox.triage import dismiss
from domain.matching.matches import Matches
from domain.matching.suggestion import Suggestion
from domain.matching.taught import forget, never_by, same
from domain.model import Answer, Contact, Introduction, Knows
from domain.settings import Settings
from tests.domain.diary import Diary, moment


def matches(diary: Diary) -> Matches:
    """All that is to be found in a book, prepared to its end."""
    found = Matches(diary.book, diary.settings)
    for _ in found.prepare(diary.now):
        pass
    assert found.is_ready(diary.now)
    return found


def pairs(diary: Diary) -> list[tuple[str, str]]:
    """The first names of those who are suggested, the best first."""
    names = {id_: contact.name.split()[0] for id_, contact in diary.book.contacts.items()}
    return [(names[one.a], names[one.b]) for one in matches(diary).all(diary.now)]


def studio(**cara_fields: Any) -> tuple[Diary, Contact, Contact]:
    """Cara looks for what Dee has."""
    diary = Diary()
    cara, dee = diary.person("Cara Weiss", **cara_fields), diary.person("Dee Marsh", organisation="Marsh Rooms")
    diary.told(cara, "looking_for", "a studio in Leeds, light, by spring", ago=9)
    diary.told(dee, "offers", "runs a studio in Leeds", ago=21)
    return diary, cara, dee


def only(diary: Diary) -> Suggestion:
    (found,) = matches(diary).all(diary.now)
    return found


def test_a_match_says_why_in_the_words_of_both() -> None:
    diary, cara, dee = studio()
    found = only(diary)
    assert (found.a, found.b) == (cara.id, dee.id)
    assert (found.need.text, found.offer.text) == ("a studio in Leeds, light, by spring", "runs a studio in Leeds")
    assert found.common == ("studio",)
    assert found.reason == "looking for a studio in Leeds, light, by spring; can help: runs a studio in Leeds"
    assert found.when(diary.now) == "fresh"
    assert sum(term.points for term in found.terms) == pytest.approx(found.score, abs=0.01)


def test_a_match_is_an_item_of_the_inbox_with_a_key_that_lasts() -> None:
    diary, cara, dee = studio()
    (item,) = matches(diary).items(diary.now)
    assert (item.source, item.people, item.when) == ("match", (cara.id, dee.id), "fresh")
    assert item.key == f"match:{cara.id}:{dee.id}"
    assert [term.name for term in item.terms] == ["a match", "how well their words fit"]
    assert item in inbox(diary.index(), diary.now, [item]).today
    assert proposal(item, diary.index(), diary.now) == "introduced Cara to Dee"
    (later,) = matches(diary.to(3)).items(diary.now)
    assert later.key == item.key


def test_what_is_stale_counts_half_and_what_has_expired_not_at_all() -> None:
    diary, *_ = studio()
    fresh = only(diary).score
    stale = only(diary.to(39))
    assert stale.score == pytest.approx(fresh / 2)
    assert stale.terms[-1].name == "the offer is stale"
    assert stale.when(diary.now) == "8 weeks"
    assert only(diary.to(15)).score == pytest.approx(fresh / 4)
    assert pairs(diary.to(45)) == []


@pytest.mark.parametrize("state", ["found", "dropped"])
def test_what_was_found_or_dropped_is_looked_for_no_more(state: str) -> None:
    diary, *_ = studio()
    need = next(one for one in diary.book.answers.values() if one.question == "looking_for")
    diary.change(need, state=state)
    assert pairs(diary) == []


def test_nobody_meets_whom_they_know() -> None:
    diary, cara, dee = studio()
    diary.add(Knows(id=diary.id(), a=dee.id, b=cara.id))
    assert pairs(diary) == []
    diary, cara, dee = studio()
    diary.act(cara, dee, kind="meet", direction="mutual", ago=100)
    assert pairs(diary) == []
    diary, cara, dee = studio()
    diary.change(dee, met_via=cara.id)
    assert pairs(diary) == []


@pytest.mark.parametrize("stage", ["idea", "asked_a", "asked_b", "made", "outcome", "thanked"])
def test_nobody_is_introduced_twice(stage: str) -> None:
    diary, cara, dee = studio()
    diary.introduced(dee, cara, stage)  # type: ignore[arg-type]
    assert pairs(diary) == []


def test_a_pair_that_was_declined_rests_for_180_days() -> None:
    diary, *_ = studio()
    (item,) = matches(diary).items(diary.now)
    diary.make(dismiss(diary.book, item, diary.now, diary.id).changes)
    assert pairs(diary) == []
    kept = matches(diary)
    for answer in list(diary.book.answers.values()):
        renewed = replace(answer, learnt="2027-05-20")
        before = diary.book
        diary.add(renewed)
        kept.make((Put(renewed),), diary.book)
        assert before is not diary.book
    assert kept.all(moment("2027-05-20")) == []
    assert len(kept.all(moment("2027-05-21"))) == 1


def test_who_has_three_introductions_under_way_is_left_in_peace() -> None:
    diary, _, dee = studio()
    for name in ("Eve", "Fay"):
        diary.introduced(dee, diary.person(name), "idea")
    assert pairs(diary) == [("Cara", "Dee")]
    third = diary.introduced(diary.person("Gil"), dee, "asked_a")
    assert pairs(diary) == []
    diary.change(third, stage="made")
    assert pairs(diary) == [("Cara", "Dee")]


def test_who_is_never_to_be_asked_about_is_not_suggested() -> None:
    diary, cara, _ = studio()
    diary.change(cara, circle="never")
    assert pairs(diary) == []


def test_who_works_at_one_place_or_lives_elsewhere_counts_less() -> None:
    diary, cara, dee = studio()
    whole = only(diary).score
    diary.change(cara, organisation="MARSH rooms")
    assert only(diary).score == pytest.approx(whole / 2)
    diary.change(cara, organisation="")
    diary.change(dee, place="Porto")
    assert only(diary).score == pytest.approx(whole)  # she says herself that it is in Leeds
    offer = next(one for one in diary.book.answers.values() if one.question == "offers")
    diary.change(offer, text="runs a studio")
    assert only(diary).terms[-1].name == "lives elsewhere"


def test_a_need_brings_three_at_most_and_a_pair_stands_once() -> None:
    diary, cara, dee = studio()
    for name in ("Eve", "Fay", "Gil"):
        diary.told(diary.person(name), "offers", "runs a studio in Leeds", ago=3)
    diary.told(dee, "looking_for", "a bookkeeper", ago=3)
    diary.told(cara, "offers", "bookkeeping for small firms", ago=3)
    found = pairs(diary)
    assert len(found) == 4
    assert {frozenset(pair) for pair in found} == {
        frozenset({"Cara", other}) for other in ("Dee", "Eve", "Fay", "Gil")
    }  # Dee by what she needs, three by what Cara needs
    assert ("Dee", "Cara") in found


def test_nobody_is_asked_for_one_thing_by_everybody() -> None:
    diary = Diary()
    diary.told(diary.person("Dee"), "offers", "money for startups", ago=1)
    for number in range(12):
        diary.told(diary.person(f"Needy{number} X"), "looking_for", "money", ago=1)
    assert len(pairs(diary)) == 3
    assert len(matches(diary).of(next(iter(diary.book.contacts)), diary.now)) == 12


def test_a_word_that_everybody_uses_finds_little_and_costs_little() -> None:
    diary = Diary()
    for number in range(300):
        who = diary.person(f"P{number} X", circle="")
        diary.told(who, "looking_for" if number % 2 else "offers", f"money for thing{number}", ago=1)
    found = matches(diary).all(diary.now)
    assert 0 < len(found) <= 3 * 150


def test_somebody_is_looked_up_alone_both_ways() -> None:
    diary, cara, dee = studio()
    known = Matches(diary.book, diary.settings)
    assert [one.b for one in known.of(cara.id, diary.now)] == [dee.id]
    assert [one.a for one in known.of(dee.id, diary.now)] == [cara.id]
    assert known.between(dee.id, cara.id, diary.now) is not None
    assert known.between(dee.id, dee.id, diary.now) is None


def test_what_is_taught_to_be_the_same_is_found_and_can_be_taken_back() -> None:
    diary = Diary()
    diary.told(diary.person("Ana"), "looking_for", "a wheelwright for a gig", ago=1)
    diary.told(diary.person("Ben"), "offers", "cartwright, and he is good", ago=1)
    assert pairs(diary) == []
    kept = matches(diary)
    work = same(diary.book, ["wheelwright", "Cartwright"], diary.now, diary.id)
    diary.make(work.changes)
    ana = next(iter(diary.book.contacts))
    kept.make(work.changes, diary.book)
    for _ in kept.prepare(diary.now):
        pass
    assert [one.a for one in kept.all(diary.now)] == [ana]
    assert pairs(diary) == [("Ana", "Ben")]
    with pytest.raises(BadInputError, match="That is known"):
        same(diary.book, ["wheelwright", "cartwright"], diary.now, diary.id)
    joined = same(diary.book, ["cartwright", "coach builder"], diary.now, diary.id)
    assert joined.result.words == ("wheelwright", "Cartwright", "coach builder")
    assert joined.result.id == work.result.id
    diary.make(forget(diary.book, work.result.id).changes)
    assert pairs(diary) == []
    with pytest.raises(NotFoundError):
        forget(diary.book, work.result.id)


def test_nobody_meets_by_a_word_that_was_taught_to_mean_nothing() -> None:
    diary, *_ = studio()
    kept = matches(diary)
    work = never_by(diary.book, "studio", diary.now, diary.id)
    diary.make(work.changes)
    kept.make(work.changes, diary.book)
    assert kept.all(diary.now) == []
    assert pairs(diary) == []
    with pytest.raises(BadInputError, match="as it is"):
        never_by(diary.book, "Studio", diary.now, diary.id)


@pytest.mark.parametrize("words", [[], ["dev"], ["dev", "Dev"], ["dev", "  "], ["!", "?"]])
def test_two_words_are_wanted(words: list[str]) -> None:
    with pytest.raises(BadInputError, match="Two words"):
        same(Book({}), words, moment(), str)


def test_nothing_is_taught_about_no_word() -> None:
    with pytest.raises(BadInputError, match="Name a word"):
        never_by(Book({}), " ,", moment(), str)


TEXTS = (
    "a studio in Leeds",
    "runs a studio",
    "a designer for a logo",
    "logo desinger",
    "money",
    "money for art",
    "art",
)
QUESTIONS = ("looking_for", "after", "working_on", "interested_in", "offers")
PEOPLE = [f"{number:022d}" for number in range(1, 6)]


@st.composite
def changes(draw: st.DrawFn) -> Any:
    """A change of a small book: of who is in it, what they said, or who knows whom."""
    who = st.sampled_from(PEOPLE)
    id_ = f"{draw(st.integers(10, 16)):022d}"
    match draw(st.sampled_from(["answer", "contact", "gone", "introduction", "knows", "no answer", "no introduction"])):
        case "answer":
            learnt = draw(st.sampled_from(["2026-11-20", "2026-09-01", "2026-08-01", ""]))
            text, question = draw(st.sampled_from(TEXTS)), draw(st.sampled_from(QUESTIONS))
            return Put(Answer(id=id_, contact=draw(who), question=question, text=text, learnt=learnt))  # type: ignore[arg-type]
        case "contact":
            circle, role = (
                draw(st.sampled_from(["", "close", "never"])),
                draw(st.sampled_from(["", "designer", "artist"])),
            )
            via = draw(st.sampled_from(["", *PEOPLE]))
            return Put(Contact(id=draw(who), name="X", circle=circle, role=role, met_via=via))  # type: ignore[arg-type]
        case "gone":
            return Remove("contacts", draw(who))
        case "introduction":
            stage = draw(st.sampled_from(["idea", "made", "declined"]))
            since = draw(st.sampled_from(["2026-11-01", "2026-05-28"]))
            return Put(Introduction(id=id_, a=draw(who), b=draw(who), stage=stage, since=since))  # type: ignore[arg-type]
        case "knows":
            return Put(Knows(id=id_, a=draw(who), b=draw(who)))
        case "no answer":
            return Remove("answers", id_)
        case _:
            return Remove("introductions", id_)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(st.lists(changes(), min_size=1, max_size=3), st.integers(0, 4)), max_size=8))
def test_what_is_kept_is_what_would_be_found_anew(steps: list[tuple[list[Any], int]]) -> None:
    book = Book({"contacts": {id_: Contact(id=id_, name="X") for id_ in PEOPLE}})
    kept, now = Matches(book, Settings()), moment()
    for _ in kept.prepare(now):
        pass
    day = now.today.toordinal()
    for told, days in steps:
        unique = {(type(one).__name__, getattr(one, "id", "") or one.record.id): one for one in told}
        made = tuple(unique.values())
        book = book.with_changes(made)
        kept.make(made, book)
        day += days
        now = moment(type(now.today).fromordinal(day))
        for _ in kept.prepare(now):
            pass
        anew = Matches(book, Settings())
        for _ in anew.prepare(now):
            pass
        assert [(one.key, one.reason, one.score) for one in kept.all(now)] == [
            (one.key, one.reason, one.score) for one in anew.all(now)
        ]
