"""A line with its people found, and one clause of it while it is being read."""

import re
from collections.abc import Iterator
from datetime import date

from domain.capture.dates import DatePhrase, NoDate, date_at, date_ending
from domain.capture.drafts import FieldName, Person
from domain.capture.lexicon import DASHES, JOINS, PERSON_PREPOSITIONS, PRONOUN_OBJECTS
from domain.capture.people import Mention, People
from domain.capture.words import Word, as_text
from domain.model import Question

_DATE_PREPOSITIONS = frozenset({"on", "by", "before", "until", "till"})
_HOUR = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:am|pm)|\d{1,2}:\d\d|noon|midday", re.ASCII)
_SITTING = frozenset({"with", "down", "in", "next", "beside", "opposite", "through"})
"""After *sat*, these make it a verb."""
_MASK = "\0"
_AMBIGUOUS_DAYS = frozenset({"sat", "sun", "wed", "mon"})


class Line:
    """The words of a line with the people named in it."""

    def __init__(self, plain: str, people: People) -> None:
        self.plain = plain
        self.words: list[Word] = list(people.words)
        self.keys: list[str] = [word.key if word.plain else _MASK + word.key for word in self.words]
        self.mentions: dict[int, Mention] = {mention.first: mention for mention in people.mentions}
        self.covered: set[int] = {i for mention in people.mentions for i in range(mention.first, mention.after)}
        self.unknown = people.unknown
        self.asides = people.asides
        self.small = people.small
        self._ending = {place: mention for mention in people.mentions for place in (mention.end, mention.after)}

    def to_text(self, place: int) -> None:
        """Take a marked word back to text."""
        self.words[place] = as_text(self.words[place], self.plain)
        self.keys[place] = _MASK + self.words[place].key

    def mention_ending(self, place: int) -> Mention | None:
        """The mention whose last word comes just before this one."""
        return self._ending.get(place)


class Clause:
    """A clause being read: what is taken out of it is no text any more."""

    def __init__(self, line: Line, first: int, end: int, gone: set[int]) -> None:
        self.line = line
        self.first = first
        self.end = end
        self.gone = gone
        self.keys: list[str] = line.keys[:end]
        """The folded words of the line up to the end of the clause."""
        self.due: date | None = None
        """What `+DATE` says."""
        self.minutes = 0
        self.via: list[Person] = []
        self.answers: list[tuple[Question, str]] = []
        """What `need:` and `offer:` say."""
        self.fields: list[tuple[FieldName, str]] = []
        """What field marks say."""
        self.repeat = ""
        """How what is due comes again."""
        self.spelled = ""
        """What `as:` says the clause is."""
        self.settles: list[str] = []
        """What `settles:` closes: ids of follow-ups, `thanks`, or `nothing`."""
        self.lead: DatePhrase | None = None
        """The day it begins with."""
        self.lead_at = (0, 0)
        """The words that say so, the last one excluded."""
        self.me = False
        """Whether *me* or *us* takes part."""
        self.owned: list[Mention] = []
        """People who are only spoken of."""

    @property
    def is_of_front(self) -> bool:
        """Whether it follows *NAME:* or *NAME -* at the front of the line."""
        before = self.line.words[self.first - 1] if self.first else None
        return before is not None and (before.tail.endswith(":") or before.key in DASHES)

    def to_text(self, place: int) -> None:
        """Take a marked word back to text."""
        self.line.to_text(place)
        self.keys[place] = self.line.keys[place]

    def say(self, place: int, text: str) -> None:
        """Take a marked word back to text, in words of our own."""
        self.to_text(place)
        self.line.words[place] = self.line.words[place]._replace(text=text)

    def key(self, place: int) -> str:
        """The folded word at that place; empty outside the clause."""
        return self.line.keys[place] if self.first <= place < self.end else ""

    def mention(self, place: int) -> Mention | None:
        """Who is named from this word on."""
        return self.line.mentions.get(place) if place < self.end else None

    def begins(self, place: int, *phrases: tuple[str, ...]) -> int:
        """How many words the first of these phrases that begins here takes; 0 where none does."""
        if place >= self.end:
            return 0
        keys = self.keys
        key = keys[place]
        for phrase in phrases:
            if phrase[0] == key and tuple(keys[place : place + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def drop(self, first: int, end: int) -> None:
        """Take words out of the text."""
        self.gone.update(range(first, end))

    def drop_mention(self, mention: Mention) -> None:
        """Take somebody out of the text, together with the preposition or *and* before the name."""
        self.drop(mention.first, mention.after)
        before = self.key(mention.first - 1)
        if before in PERSON_PREPOSITIONS or before in JOINS:
            self.gone.add(mention.first - 1)

    def text(self, first: int | None = None, end: int | None = None) -> str:
        """What is left as text between two words."""
        parts: list[str] = []
        tail = ""
        for place in range(self.first if first is None else first, self.end if end is None else end):
            word = self.line.words[place]
            if place in self.gone:
                tail = word.tail[:1] if word.tail[:1] in {",", ";", "."} else ""
                continue
            if tail and parts and parts[-1][-1:].isalnum():
                parts[-1] += tail
            tail = ""
            if parts and place - 1 not in self.gone and self.line.words[place - 1].end == word.start:
                parts[-1] += word.text
            else:
                parts.append(word.text)
        return trimmed(" ".join(parts))

    def left(self) -> list[int]:
        """The places of the words that are still text."""
        return [place for place in range(self.first, self.end) if place not in self.gone]

    def last_left(self) -> int:
        """The place after the last word that is still text."""
        return next(
            (place + 1 for place in range(self.end - 1, self.first - 1, -1) if place not in self.gone), self.first
        )

    def take_lead(self, today: date) -> NoDate | None:
        """Take the day that the clause begins with, unless it is all there is."""
        left = self.left()
        if not left:
            return None
        start = left[0] + (self.key(left[0]) == "on")
        found = date_at(self.keys, start, today)
        if isinstance(found, NoDate):
            return found
        if found is None or (start + found.size >= self.end and not self.spelled):
            return None
        if found.size == 1 and self.key(start) in _AMBIGUOUS_DAYS and self.key(start + 1) in _SITTING:
            return None
        dash = self.key(start + found.size) in DASHES
        self.drop(left[0], start + found.size + dash)
        self.lead, self.lead_at = found, (left[0], start + found.size)
        return None

    def days(self, after: int, today: date) -> Iterator[tuple[int, int, DatePhrase | NoDate]]:
        """Where a day may be said from this word on, with the word after it: at the end, after *on*, name or hour."""
        end = self.last_left()
        ending = date_ending(self.keys, after, end, today) if end > after else None
        if ending is not None and not self._is_thing(ending[0]) and not self._is_aside(*ending):
            start, found = ending
            yield start - (start > after and self.key(start - 1) in _DATE_PREPOSITIONS), end, found
        for place in range(after, end):
            key = self.key(place)
            prepared = key in ("on", "by")
            if not prepared and place != after and not self._follows_person(place) and not self._follows_hour(place):
                continue
            middle = date_at(self.keys, place + prepared, today)
            if middle is not None:
                yield place, place + prepared + middle.size, middle

    def _is_aside(self, place: int, found: DatePhrase | NoDate) -> bool:
        """Whether a day in brackets is that of what stands before it: *the deadline (30 nov)*."""
        return self.line.words[place].led and isinstance(found, DatePhrase) and not found.sure

    def _is_thing(self, place: int) -> bool:
        """Whether a word that may be a day is a thing here: *in the sun*."""
        return self.key(place) in _AMBIGUOUS_DAYS and self.key(place - 1) in ("the", "a", "an", "my", "some")

    def _follows_hour(self, place: int) -> bool:
        """Whether an hour stands before this word: *at 5pm*, *17:30*."""
        return _HOUR.fullmatch(self.key(place - 1)) is not None

    def _follows_person(self, place: int) -> bool:
        return self.line.mention_ending(place) is not None or self.key(place - 1) in PRONOUN_OBJECTS


def trimmed(text: str) -> str:
    """The text without the punctuation that parted it from the rest; trimming it again changes nothing."""
    whole, text = "", " ".join(text.split())
    while text != whole:
        whole, text = text, text.strip(" ,;:").removeprefix("- ").removeprefix("– ").removeprefix("— ")
        if text.endswith(".") and not text.endswith(".."):
            text = text[:-1]
    return text
