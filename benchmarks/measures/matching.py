"""Who could be brought together: from nothing, in slices, for one person, for an ask; and how good it is."""

import gc
import json
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from typing import Final, NamedTuple, NotRequired, TypedDict, cast

from benchmarks.answers import one_word, own_words
from benchmarks.figures import Effort, Figure, ninety_fifth
from benchmarks.sandbox import Sandbox
from domain.asks import plan
from domain.book import Book, Change, Put
from domain.dealings import Dealings
from domain.matching.matches import Matches
from domain.model import Answer, Contact, Question
from domain.moment import Moment
from domain.settings import Settings
from store.repository import TinyBook

LABELLED: Final = Path(__file__).parents[2] / "tests" / "domain"
_WRITTEN: Final = {
    "tuned on, one hand": "matching_pairs.jsonl",
    "tuned on, another hand": "matching_pairs_report.jsonl",
    "tuned on, two more hands": "matching_pairs_two.jsonl",
    "tuned on, two others": "matching_pairs_three.jsonl",
    "judged": "matching_pairs_judged.jsonl",
}
PAIRS: Final = {name: file for name, file in _WRITTEN.items() if (LABELLED / file).exists()}
"""The labelled pairs: 320, 160, 221 and 300 with which the points were fitted, and those that only judge them."""
_ASKED: Final = frozenset({"looking_for", "after", "working_on", "interested_in", "offers"})


class _Told(TypedDict):
    """What somebody needs or has, as it is labelled."""

    question: str
    text: str
    role: NotRequired[str]
    organisation: NotRequired[str]
    tags: NotRequired[list[str]]


class _Row(TypedDict):
    """One labelled pair."""

    need: _Told
    other: _Told
    good: bool
    synonyms: list[list[str]]
    """The lists of words that a user has taught to mean the same."""


def suggestions(place: Sandbox, effort: Effort) -> list[Figure]:
    """The matches of the book, of one where everybody answers in words of their own, and of one about one word."""
    moment = Moment(datetime.now(UTC))
    book = TinyBook(str(place.book), origin="", session="", stamp=str, ids=str).whole_book()
    many, tries = len(book.contacts), max(2, effort.starts // 3)
    own, third = own_words(many, moment.today), own_words(many // 3, moment.today)
    whole, varied, alike = (
        min((_cold(each, moment) for _ in range(tries)), key=_seconds)
        for each in (book, own, one_word(many, moment.today))
    )
    smaller = min((_cold(third, moment) for _ in range(tries)), key=_seconds)
    people = Random(3).sample(sorted(own.contacts), min(effort.queries * 3, many))
    alone = [_timed(partial(varied.matches.of, contact, moment)) for contact in people]
    dealings = Dealings(book.interactions)
    asks = [_timed(partial(plan, text, whole.matches, dealings, moment)) for text in _needs(book, effort.queries)]
    own_asks = [_timed(partial(plan, text, varied.matches, dealings, moment)) for text in _needs(own, effort.queries)]
    changed = list(_changes(varied.matches, own, moment, effort.presses))
    limit = place.at_most(None, 2000)
    return [
        Figure("all suggestions, cold", whole.seconds * 1000, "ms", whole.in_words, limit),
        Figure("all suggestions, no two answers alike", varied.seconds * 1000, "ms", varied.in_words, limit),
        Figure("all suggestions, half need money", alike.seconds * 1000, "ms", alike.in_words, limit),
        Figure("all suggestions, longest slice of these", max(whole.longest, varied.longest, alike.longest), "ms", "",
               place.at_most(None, 20)),
        Figure("all suggestions, against a third of the people", varied.seconds / smaller.seconds, "×", "",
               place.at_most(None, 4.5)),
        Figure("the suggestions about one person", median(alone), "ms", f"longest {max(alone):.1f}",
               place.at_most(None, 10)),
        Figure("the matches of the inbox after a change", median(changed), "ms", f"longest {max(changed):.1f}"),
        Figure("an ask over two steps", median(asks), "ms", f"longest {max(asks):.1f}", place.at_most(None, 100)),
        Figure("an ask, no two answers alike", median(own_asks), "ms", f"longest {max(own_asks):.1f}",
               place.at_most(None, 100)),
    ]  # fmt: skip


def quality(_place: Sandbox, _effort: Effort) -> list[Figure]:
    """How good the suggestions are on the labelled pairs: those that were tuned on, and those that judge."""
    figures = []
    for name in PAIRS:
        precision, recall, pairs = score(name)
        alone = score(name, taught=False)
        figures += [
            Figure(f"labelled pairs, {name}: suggested and not good", 100 - precision * 100, "%", f"{pairs} pairs", 15),
            Figure(f"labelled pairs, {name}: good and not suggested", 100 - recall * 100, "%", f"{pairs} pairs", 20),
            Figure(
                f"labelled pairs, {name}: the same with no word taught",
                100 - alone[1] * 100,
                "%",
                f"{100 - alone[0] * 100:.1f} % of what is suggested not good",
            ),
        ]
    return figures


def score(name: str, *, taught: bool = True) -> tuple[float, float, int]:
    """Of what is suggested, how much is good; of what is good, how much is suggested; and how many pairs there are.

    Each need goes through the suggestions of a small book. What was taught for any pair of a file holds for all of
    them, as it does for a user: a list that helps one pair may mislead another.
    """
    rows: list[_Row] = [json.loads(line) for line in (LABELLED / PAIRS[name]).read_text(encoding="utf-8").splitlines()]
    groups = [group for row in rows for group in row["synonyms"]] if taught else []
    languages = ("english", "german", "french", "spanish", "portuguese")
    settings = Settings(synonyms=tuple(map(tuple, groups)), languages=languages)
    moment = Moment(datetime(2026, 11, 22, 9, tzinfo=UTC))
    needs: dict[tuple[str, str], list[_Row]] = {}
    for row in rows:
        needs.setdefault((row["need"]["question"], row["need"]["text"]), []).append(row)
    suggested = right = 0
    for asked, others in needs.items():
        found = Matches(_labelled_book(asked, others), settings).of("0", moment)
        good = [bool(others[int(one.b) - 1]["good"]) for one in found if one.a == "0"]
        suggested, right = suggested + len(good), right + sum(good)
    return right / suggested, right / sum(row["good"] for row in rows), len(rows)


def _labelled_book(asked: tuple[str, str], others: Sequence[_Row]) -> Book:
    """A book with one need and everybody of whom it is labelled whether they meet it."""
    question, text = asked
    answers = {"0": Answer(id="0", contact="0", question=cast("Question", question), text=text, learnt="2026-11-20")}
    people = {"0": Contact(id="0", name="P 0")}
    for number, row in enumerate(others, 1):
        id_, other = str(number), row["other"]
        told = other["question"]
        role = other.get("role", "") or (other["text"] if told == "role" else "")
        firm = other.get("organisation", "") or (other["text"] if told == "organisation" else "")
        tags = other.get("tags", ()) or (other["text"].split(", ") if told == "tags" else ())
        people[id_] = Contact(id=id_, name=f"P {id_}", role=role, organisation=firm, tags=tuple(tags))
        if told in _ASKED:
            answers[id_] = Answer(
                id=id_, contact=id_, question=cast("Question", told), text=other["text"], learnt="2026-11-20"
            )
    return Book({"contacts": people, "answers": answers})


class _Cold(NamedTuple):
    """How long it took to find all from nothing, of the time of the processor: others use the machine too."""

    seconds: float
    longest: float
    """Milliseconds of the longest slice."""
    most: float
    """Of which 95 of 100 do not take more."""
    matches: Matches

    @property
    def in_words(self) -> str:
        """What there is to say of its slices."""
        return f"slices: 95 % up to {self.most:.0f} ms, longest {self.longest:.0f} ms"


def _cold(book: Book, moment: Moment) -> _Cold:
    """All is found from nothing, while the collector sleeps, as in the app."""
    gc.collect()
    gc.disable()
    try:
        began = last = time.process_time()
        matches = Matches(book, Settings())
        slices = []
        for _ in matches.prepare(moment):
            now = time.process_time()
            slices.append((now - last) * 1000)
            last = now
        matches.all(moment)
        ended = time.process_time()
        slices.append((ended - last) * 1000)
    finally:
        gc.enable()
    return _Cold(ended - began, max(slices), ninety_fifth(slices), matches)


def _seconds(cold: _Cold) -> float:
    return cold.seconds


def _changes(matches: Matches, book: Book, moment: Moment, many: int) -> Iterator[float]:
    """How long the inbox waits for its matches after an answer was captured."""
    known = list(book.answers.values())
    for number, answer in enumerate(Random(5).sample(known, min(many, len(known)))):
        fresh = Answer(
            id=f"9{number:021d}", contact=answer.contact, question="offers", text=answer.text, learnt=moment.day
        )
        book = book.with_changes((Put(fresh),))
        after = book
        yield _timed(partial(_follow, matches, (Put(fresh),), after, moment))


def _follow(matches: Matches, changes: tuple[Change, ...], book: Book, moment: Moment) -> None:
    matches.make(changes, book)
    matches.items(moment)


def _needs(book: Book, many: int) -> list[str]:
    """Things to ask for, in words that somebody has used."""
    return [answer.text for answer in islice((one for one in book.answers.values() if one.question == "offers"), many)]


def _timed(act: object) -> float:
    """How long something takes, in milliseconds."""
    assert callable(act)
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
