"""Books in which everybody answers: in words of their own, or all with the same word; the same for the same numbers."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Final

from domain.book import Book
from domain.model import Answer, Contact, Question

_TRADES: Final = (
    "designer", "developer", "lawyer", "plumber", "investor", "studio", "flat", "mentor", "teacher", "podcast",
    "bakery", "bookkeeper", "grant", "museum", "nurse", "choir", "garden", "translator", "editor", "photographer",
    "van", "venue", "trustee", "recipe", "film", "boat", "school", "software", "pension", "patent",
)  # fmt: skip
_ENDINGS: Final = ("", "", "er", "ing", "s", "ist", "ion", "al")
_PLACES: Final = ("Leeds", "Lisbon", "Berlin", "Porto", "York", "Bristol", "London", "Paris", "Oslo", "Ghent")
_TIMES: Final = ("spring", "May", "March", "autumn", "Friday")
_QUESTIONS: Final[tuple[Question, ...]] = (
    "looking_for", "looking_for", "after", "working_on", "interested_in", "offers", "offers",
)  # fmt: skip
_NEEDS: Final = (
    "a {0} {1} in {place}, by {time}", "a {0} for a {1}", "someone who knows {0} and {1}", "advice on {0}, {1} mostly",
    "an intro to a {0} {1}", "{0} {1}s for a {2} in {place}", "a {0}, not far from {place}, for {1} {2}",
)  # fmt: skip
_OFFERS: Final = (
    "runs a {0} in {place}, {1} free", "{0} and {1}, {2} too", "knows {0} from ten years of {1}", "a {0} {1}, unused",
    "lets a {0} {1} in {place}", "can help with {0} and {1} for {2}", "teaches {0} to {1}s",
)  # fmt: skip
_RARE: Final = 5000
"""Words that are not trades; few people name each."""


def own_words(contacts: int, today: date) -> Book:
    """A book of two to four answers each, no two alike: of a language, whose words are the rarer the more there are."""
    random = Random(contacts)
    words = _vocabulary(random)
    often = list(accumulate(1 / (place + 8) ** 0.9 for place in range(len(words))))
    people: dict[str, Contact] = {}
    answers: dict[str, Answer] = {}
    for number in range(contacts):
        id_ = f"{number:022d}"
        trade, kind, firm, tag = random.choices(words, cum_weights=often, k=4)
        people[id_] = Contact(
            id=id_,
            name=f"P {id_}",
            role=f"{trade} {kind}" if random.random() < 0.6 else "",
            organisation=f"{firm.title()} Ltd" if random.random() < 0.6 else "",
            place=random.choice(_PLACES),
            tags=(tag,),
        )
        for which in range(random.randint(2, 4)):
            question = random.choice(_QUESTIONS)
            forms = _NEEDS if question in ("looking_for", "after") else _OFFERS
            named = random.choices(words, cum_weights=often, k=3)
            text = random.choice(forms).format(*named, place=random.choice(_PLACES), time=random.choice(_TIMES))
            answer = _answer(number, which, question, text, today - timedelta(days=random.randint(0, 150)))
            answers[answer.id] = answer
    return Book({"contacts": people, "answers": answers})


def one_word(contacts: int, today: date) -> Book:
    """A book in which half need money, half have some, and everybody's work has to do with it."""
    random = Random(contacts)
    words = _vocabulary(random)
    people = {f"{number:022d}": _moneyed(f"{number:022d}", random.choice(words)) for number in range(contacts)}
    answers = {answer.id: answer for answer in _about_money(random, words, contacts, today)}
    return Book({"contacts": people, "answers": answers})


def _about_money(random: Random, words: Sequence[str], contacts: int, today: date) -> Iterator[Answer]:
    for number in range(contacts):
        question: Question = "looking_for" if number % 2 else "offers"
        text = random.choice(("money", "money for a {}", "money, {}", "seed money for a {} school"))
        learnt = today - timedelta(days=random.randint(0, 150))
        yield _answer(number, 0, question, text.format(random.choice(words)), learnt)


def _moneyed(id_: str, word: str) -> Contact:
    return Contact(id=id_, name=f"P {id_}", role="money", tags=("money", word), organisation=f"Money {word.title()}")


def _answer(number: int, which: int, question: Question, text: str, learnt: date) -> Answer:
    id_ = f"{number:012d}{which:010d}"
    return Answer(id=id_, contact=f"{number:022d}", question=question, text=text, learnt=learnt.isoformat())


def _vocabulary(random: Random) -> list[str]:
    """Words, those that are named most first."""
    rare = ("".join(_syllables(random)) + random.choice(_ENDINGS) for _ in range(_RARE))
    return [*_TRADES, *dict.fromkeys(rare)]


def _syllables(random: Random) -> Iterator[str]:
    for _ in range(random.randint(2, 4)):
        yield random.choice("bcdfghklmnprstvw") + random.choice("aeiou")
