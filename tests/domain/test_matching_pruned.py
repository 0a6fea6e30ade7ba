"""What is found without comparing everything with everything is what comparing everything finds."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.answers import one_word, own_words
from domain.book import Book
from domain.matching.catalogue import Catalogue
from domain.matching.fit import Need, fit
from domain.matching.matches import A_SLICE, Matches
from domain.matching.offered import offered
from domain.matching.said import Had, Said, needs_of, offers_of
from domain.matching.taught import reader_of
from domain.matching.weighing import A_NEED, Weighing
from domain.model import Answer, Contact
from domain.settings import Settings
from domain.words import iso
from tests.domain.diary import moment

LEAST = Settings().matching_least
NEEDED = (
    "a studio in Leeds", "a flat in Lisbon or Porto", "a product designer", "designers for a logo", "a garden",
    "a piano teacher for the kids", "advice on a patent", "singers for a choir", "somebody to learn German with",
    "a room for rehearsals, not a basement", "an intro to Monzo", "money", "money for a piano", "a home for a piano",
    "students for a German course", "IT support for a school", "a nanny, two days a week", "a chef", "a job as a chef",
    "bulbs for a garden border", "a contact at a publisher", "a plumber for a bathroom", "a dev for a website",
)  # fmt: skip
HAD = (
    "runs a studio in Leeds", "lets a flat in Lisbon", "flat in Porto, let last week", "garden designer", "gardens",
    "product designer, logos too", "logo design", "teaches piano", "piano, a Steinway", "moves pianos", "patent law",
    "sings in a choir", "is learning German", "German, native", "spare room in the basement", "room to rehearse",
    "works at Monzo", "money", "money for startups", "hiring chefs", "chef", "used to be a chef", "nanny goat",
    "insurance for nannies", "no piano yet", "looking for a studio", "would give a home to a piano", "German for kids",
    "light bulbs", "editor at a publisher", "boilers and bathrooms", "websites, developer", "books, publishing",
)  # fmt: skip


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A small book: few enough people that nobody is left out for being one of many."""
    people: dict[str, Contact] = {}
    answers: dict[str, Answer] = {}
    for number in range(draw(st.integers(2, 7))):
        id_ = f"{number:022d}"
        role, tags = draw(st.sampled_from(["", *HAD])), draw(st.sampled_from([(), ("choir",), ("piano", "chef")]))
        firm, place = (
            draw(st.sampled_from(["", "Monzo", "Studio Norte"])),
            draw(st.sampled_from(["", "Leeds", "Porto"])),
        )
        people[id_] = Contact(id=id_, name="X", role=role, tags=tags, organisation=firm, place=place)
        for which in range(draw(st.integers(0, 3))):
            question: Any = draw(st.sampled_from(["looking_for", "after", "working_on", "interested_in", "offers"]))
            text = draw(st.sampled_from(NEEDED if question in ("looking_for", "after") else (*HAD, *NEEDED)))
            learnt = draw(st.sampled_from(["2026-11-20", "2026-09-01", "2026-06-01", ""]))
            answer = f"{number:012d}{which:010d}"
            answers[answer] = Answer(id=answer, contact=id_, question=question, text=text, learnt=learnt)
    return Book({"contacts": people, "answers": answers})


def ordinal(text: str) -> int:
    day = iso(text)
    return day.toordinal() if day else 0


def said(book: Book) -> tuple[list[Said], list[Said]]:
    """Every need and every offer of a book."""
    mine = {who: [one for one in book.answers.values() if one.contact == who] for who in book.contacts}
    needs = [one for who in book.contacts for one in needs_of(mine[who], ordinal)]
    return needs, [one for who, contact in book.contacts.items() for one in offers_of(contact, mine[who], ordinal)]


def catalogue_of(book: Book) -> Catalogue:
    needs, offers = said(book)
    known = Catalogue(reader_of(Settings(), book))
    known.add(needs, needs=True)
    known.add(offers, needs=False)
    return known


@settings(max_examples=60, deadline=None)
@given(books())
def test_no_offer_has_more_points_than_it_may_have_and_none_is_left_out(book: Book) -> None:
    known = catalogue_of(book)
    needs, offers = said(book)
    for need in needs:
        ranking = known.ranking(need.text, need.told, LEAST)
        bounds = {(offer.text, offer.told): bound for offer, bound in ranking.bounds.items()}
        for text, told in {(offer.text, offer.told) for offer in offers}:
            fits = fit(ranking.need, known.phrase(text), told)
            if fits is not None and fits.score >= LEAST and is_found_by(ranking.need, known, text, told):
                assert bounds.get((text, told), 0) >= fits.score - 1e-9, (need.text, told, text, fits)


@settings(max_examples=60, deadline=None)
@given(books())
def test_the_best_are_the_best_of_all(book: Book) -> None:
    known, day = catalogue_of(book), moment().today.toordinal()
    needs, offers = said(book)
    matches = Matches(book, Settings())
    for _ in matches.prepare(moment()):
        pass
    for need in needs:
        weighing = Weighing(book.contacts, matches.pairs, known, Settings().fresh_days, day)
        asked = known.need(need.text, need.told)
        best: dict[str, float] = {}
        for offer in offers:
            fits = fit(asked, known.phrase(offer.text), offer.told)
            if fits is None or fits.score < LEAST or not is_found_by(asked, known, offer.text, offer.told):
                continue
            found = weighing.suggestion(need, offer, fits)
            if found is not None:
                best[offer.contact] = max(best.get(offer.contact, 0.0), round(found.score, 6))
        everybody = sorted(best.values(), reverse=True)[:A_NEED]
        assert [round(one.score, 6) for one in weighing.best(need, LEAST)] == everybody


def is_found_by(need: Need, known: Catalogue, text: str, told: Had) -> bool:
    """Whether an offer is found by a need at all: by a word that is light on neither side."""
    return not need.phrase.telling.isdisjoint(offered(text, told, known.phrase(text)).keys)


@pytest.mark.parametrize("book_of", [own_words, one_word])
def test_no_slice_does_more_than_a_key_can_wait_for(book_of: Callable[[int, date], Book]) -> None:
    matches = Matches(book_of(400, moment().today), Settings())
    done, slices = 0, []
    for _ in matches.prepare(moment()):
        slices.append(matches.work - done)
        done = matches.work
    assert max(slices) < 1.5 * A_SLICE
    assert len(slices) > 5


def test_the_same_work_is_done_again_and_finds_the_same() -> None:
    found = []
    for _ in range(2):
        matches = Matches(own_words(200, moment().today), Settings())
        for _ in matches.prepare(moment()):
            pass
        found.append((matches.work, [(one.key, one.score) for one in matches.all(moment())]))
    assert found[0] == found[1]
    assert found[0][1]
