"""Who could be brought together: from nothing, in slices, for one person, for an ask; and how good it is."""

import gc
import json
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from typing import Final, NotRequired, TypedDict, cast

from benchmarks.book import big_book
from benchmarks.figures import Effort, Figure
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
PAIRS: Final = {"tuned on": "matching_pairs.jsonl", "not tuned on": "matching_pairs_report.jsonl"}
"""The labelled pairs: 320 with which the points were fitted, and 160 by another hand that only judge them."""
_ASKED: Final = frozenset({"looking_for", "after", "working_on", "interested_in", "offers"})
_QUESTIONS: Final[tuple[Question, ...]] = (
    "looking_for", "looking_for", "after", "working_on", "interested_in", "offers", "offers",
)  # fmt: skip
_TRADES: Final = (
    "designer", "developer", "lawyer", "plumber", "investor", "studio", "flat", "mentor",
    "teacher", "podcast", "bakery", "bookkeeper", "grant", "museum", "nurse", "choir",
    "garden", "translator", "editor", "photographer", "van", "venue", "trustee", "recipe",
    "film", "boat", "school", "software", "pension", "patent",
)  # fmt: skip
_PLACES: Final = ("Leeds", "Lisbon", "Berlin", "Porto", "York", "Bristol", "London", "Paris", "Oslo", "Ghent")


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


def suggestions(place: Sandbox, effort: Effort) -> list[Figure]:
    """The matches of the book, and of one in which everybody answers in words of their own."""
    moment = Moment(datetime.now(UTC))
    book = TinyBook(str(place.book), origin="", session="", stamp=str, ids=str).whole_book()
    varied = varied_book(len(book.contacts), moment.today)
    cold = [_cold(book, moment) for _ in range(max(2, effort.starts // 3))]
    matches = cold[-1][1]
    third = Book(big_book(len(book.contacts) // 3, len(book.interactions) // 3, moment.today))
    smaller = min(_cold(third, moment)[0] for _ in range(2))
    whole = min(seconds for seconds, _, _ in cold)
    own, mine, longest = _cold(varied, moment)
    people = Random(3).sample(sorted(varied.contacts), min(effort.queries * 3, len(varied.contacts)))
    alone = [_timed(partial(mine.of, contact, moment)) for contact in people]
    changed = list(_changes(mine, varied, moment, effort.presses))
    dealings = Dealings(book.interactions)
    asks = [_timed(partial(plan, text, matches, dealings, moment)) for text in _needs(book, effort.queries)]
    return [
        Figure("all suggestions, cold", whole * 1000, "ms", f"longest slice {max(one for *_, one in cold):.0f} ms",
               place.at_most(None, 2000)),
        Figure("all suggestions, against a third of the people", whole / smaller, "×", "", place.at_most(None, 4.5)),
        Figure("all suggestions where no two answers are alike", own * 1000, "ms", f"longest slice {longest:.0f} ms"),
        Figure("the suggestions about one person", median(alone), "ms", f"longest {max(alone):.1f}",
               place.at_most(None, 10)),
        Figure("the matches of the inbox after a change", median(changed), "ms"),
        Figure("an ask over two steps", median(asks), "ms", f"longest {max(asks):.1f}", place.at_most(None, 100)),
    ]  # fmt: skip


def quality(_place: Sandbox, _effort: Effort) -> list[Figure]:
    """How good the suggestions are on the labelled pairs: those that were tuned on, and those that were not."""
    figures = []
    for name in PAIRS:
        precision, recall, pairs = score(name)
        figures += [
            Figure(f"labelled pairs, {name}: suggested and not good", 100 - precision * 100, "%", f"{pairs} pairs", 15),
            Figure(f"labelled pairs, {name}: good and not suggested", 100 - recall * 100, "%", f"{pairs} pairs", 20),
        ]
    return figures


def score(name: str) -> tuple[float, float, int]:
    """Of what is suggested, how much is good; of what is good, how much is suggested; and how many pairs there are.

    Each need goes through the suggestions of a small book, with the synonyms taught.
    """
    rows: list[_Row] = [json.loads(line) for line in (LABELLED / PAIRS[name]).read_text(encoding="utf-8").splitlines()]
    groups = json.loads((LABELLED / "matching_synonyms.json").read_text(encoding="utf-8"))["groups"]
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


def varied_book(contacts: int, today: date) -> Book:
    """A book in which everybody answers, and no two alike: trades that many name, and 3,000 words that few do."""
    random = Random(contacts)
    rare = ["".join(random.choice("bcdfghklmnprstvw") + random.choice("aeiou") for _ in range(random.randint(2, 4)))
            for _ in range(3000)]  # fmt: skip

    def word() -> str:
        return random.choice(_TRADES) if random.random() < 0.4 else rare[int(len(rare) * random.random() ** 2)]

    people: dict[str, Contact] = {}
    answers: dict[str, Answer] = {}
    for number in range(contacts):
        id_ = f"{number:022d}"
        firm = f"{word().title()} Ltd" if random.random() < 0.6 else ""
        role = word() if random.random() < 0.6 else ""
        home = random.choice(_PLACES)
        people[id_] = Contact(id=id_, name=f"P {id_}", role=role, organisation=firm, place=home, tags=(word(),))
        for which in range(random.randint(1, 2)):
            answer = f"{number:012d}{which:010d}"
            text = random.choice(
                (f"a {word()} {word()} in {random.choice(_PLACES)}", f"a {word()} for a {word()}",
                 f"{word()} and {word()}, {word()} too", f"runs a {word()} with {word()}")
            )  # fmt: skip
            learnt = (today - timedelta(days=random.randint(0, 150))).isoformat()
            answers[answer] = Answer(
                id=answer, contact=id_, question=random.choice(_QUESTIONS), text=text, learnt=learnt
            )
    return Book({"contacts": people, "answers": answers})


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


def _cold(book: Book, moment: Moment) -> tuple[float, Matches, float]:
    """The seconds in which all is found, from nothing; what was found; the milliseconds of the longest slice."""
    gc.collect()
    gc.freeze()
    began = time.perf_counter()
    matches = Matches(book, Settings())
    last, longest = began, 0.0
    for _ in matches.prepare(moment):
        now = time.perf_counter()
        last, longest = now, max(longest, now - last)
    matches.all(moment)
    return time.perf_counter() - began, matches, longest * 1000


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
