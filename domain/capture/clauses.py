"""Cutting a line into clauses: one clause, one thing."""

from datetime import date
from typing import Final

from domain.capture.clause import Line
from domain.capture.dates import MONTHS, WEEKDAYS, DatePhrase, NoDate, date_at, date_ending
from domain.capture.lexicon import (
    ABOUT,
    ADVERBS,
    ARRANGED,
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    FILLERS,
    JOINS,
    LEADS,
    ME,
    MODAL,
    ONCE_MORE,
    PROMISING_LEADS,
    PRONOUN_OBJECTS,
    PRONOUNS,
    PRONOUNS_BEING,
    UNREACHED,
)
from domain.capture.people import is_close
from domain.capture.questions import question_at
from domain.capture.verbs import AROUND_PEOPLE, ONLY_PEOPLE, Verb, verb_at

_CUTTING: Final = {",": ",", ";": ";", ".": ".", "!": "."}
_CUTTING_WORDS: Final = frozenset({"and", "then", "but"})
_OPENERS: Final[tuple[tuple[str, ...], ...]] = (
    ("promised",), ("owe",), ("owes",), ("waiting", "on"), ("waiting", "for"), ("still", "waiting"), ("heard", "from"),
    ("heard", "back"), ("was", "introduced"), ("got",), ("received",), ("was", "given"), ("won",), ("landed",),
    ("i'm", "looking"), ("i", "am", "looking"), ("i", "need"), ("left", "a"), ("agreed", "to"), ("offered", "to"),
    ("volunteered", "to"), ("said", "i'd"), ("said", "i'll"), ("thanks", "to"), ("managed", "to"),
    *(lead for lead in LEADS if lead not in (("to",), ("lets",), ("want", "to"), ("have", "to"), ("going", "to"))),
    *PROMISING_LEADS,
)  # fmt: skip
_SMALL: Final = ME | PRONOUNS | FILLERS
_DAYS: Final = frozenset({"today", "yesterday", "tomorrow", "tonight", "last", "night", "this", "morning", "evening"})
_GOES_ON: Final = frozenset({"looking", "searching", "seeking", "hiring", "working"})
"""After *and*, these go on with what somebody said; *building* and *writing* may be part of it."""
_TO_SEND: Final = frozenset(
    {"send", "send over", "give", "bring", "buy", "lend", "forward", "pass on", "write to", "write", "thank",
     "congratulate", "invite", "reply to", "reply", "chase", "chase up", "follow up with", "check in with",
     "check in on", "remind", "tell", "ask"}
)  # fmt: skip
"""After a comma, these are to be done, whatever stands before; none of them is a noun."""
_BEFORE_A_BASE: Final = frozenset({"to", "can", "could", "will", "would", "should", "must"})
_AFTER: Final = JOINS | ABOUT | {"for", "with", "at", "then", "but"}
"""May follow the day on which the same was done again."""
_WHO: Final = frozenset({"who", "who's"})
_CONTRACTED: Final = ("'s", "'re", "'ll", "'d", "'ve")


def clauses_of(line: Line, start: int, today: date) -> list[tuple[int, int]]:
    """The clauses from this word on, each as its first word and the word after its last."""
    return _Cut(line, start, today).run()


class _Cut:
    """One pass that looks for the places to cut."""

    def __init__(self, line: Line, start: int, today: date) -> None:
        self.line = line
        self.today = today
        self.keys = line.keys
        self.start = start
        self._whole: dict[int, int] = {}
        """Of each first word of a clause the first one from it on that tells something."""

    def run(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        first = self.start
        place = first + 1
        while place < len(self.keys):
            opened = self._cut(first, place)
            if opened:
                found.append((first, place))
                first = place = opened
            place += 1
        if first < len(self.keys):
            found.append((first, len(self.keys)))
        return found

    def _cut(self, first: int, place: int) -> int:
        """The first word of the clause that begins after a cut before this word; 0 where there is no cut."""
        if place in self.line.covered and place not in self.line.mentions:
            return 0
        if self.line.words[place].mark == "as":
            return place
        if self.line.words[first].mark == "as":
            ends = self.line.words[place - 1].tail.endswith(";") and not self.line.words[place].literal
            return place if ends else 0
        mark = _CUTTING.get(self.line.words[place - 1].tail[-1:], "")
        tail = self.line.words[place - 1].tail
        if tail.endswith("..") or (tail.endswith("!") and self.keys[place] == "thanks"):
            mark = ""
        opens = place
        if self.keys[place] in DASHES:
            mark, opens = mark or ",", place + 1
        if self.keys[place] in _CUTTING_WORDS:
            mark = mark or self.keys[place]
            opens = place + 1 + (self.keys[place : place + 2] == ["and", "then"])
        if mark and opens < len(self.keys):
            return opens if self._is_whole(first, place) and self._goes_on(first, place, opens, mark) else 0
        return place if self._trails(first, place) else 0

    def _goes_on(self, first: int, end: int, place: int, mark: str) -> bool:
        """Whether a clause begins with this word, after a mark that ends another one."""
        if self._again(first, end, place):
            self._whole[place] = place
            return True
        if mark in _CUTTING_WORDS and place in self.line.mentions and self._day_before(first, end):
            mark = ","
        return self._opens(first, place, mark)

    def _day_before(self, first: int, end: int) -> bool:
        """Whether these words end with a day, so that *and* goes on with no list of people."""
        return (self.keys[end - 1] in WEEKDAYS or self.keys[end - 1] in _DAYS) and isinstance(
            self._last_day(first, end), DatePhrase
        )

    def _is_whole(self, first: int, end: int) -> bool:
        """Whether what stands before the cut is more than people and days."""
        if first not in self._whole:
            told = (place for place in range(first, len(self.keys)) if self._tells(place))
            self._whole[first] = next(told, len(self.keys))
        return self._whole[first] < end

    def _tells(self, place: int) -> bool:
        """Whether this word is more than part of a person or a day."""
        key = self.keys[place]
        return (
            place not in self.line.covered
            and key not in JOINS
            and key not in _SMALL
            and key not in WEEKDAYS
            and key not in _DAYS
            and key not in MONTHS
            and not self.line.words[place].mark
        )

    def _opens(self, first: int, place: int, mark: str) -> bool:
        """Whether a clause can begin with this word."""
        keys = self.keys
        if self.line.words[place].literal:
            return False
        if self.line.words[place].tail.startswith(":") and (keys[place] in WEEKDAYS or keys[place] in _DAYS):
            return True
        while place < len(keys) - 1 and keys[place] in ADVERBS:
            place += 1
        if self._begins(place, _OPENERS) or self._will(place):
            return True
        if self._past(place) or self._noun(place) or self._base(first, place, mark):
            return True
        question = question_at(keys, place)
        if question is not None and keys[place] not in ("need", "want", "work", "aim", "have"):
            goes_on = place + question.size < len(keys) and keys[place] in _GOES_ON and self._answers(first, place)
            return mark not in _CUTTING_WORDS or not question.participle or goes_on
        if keys[place] == "knows":
            return place + 1 in self.line.mentions
        return self._subject(first, place, mark)

    def _again(self, first: int, end: int, place: int) -> bool:
        """Whether the same was done with somebody else on another day: *called X yesterday* - *Y today*."""
        if place not in self.line.mentions or self.line.mentions[place].owner:
            return False
        while place in self.line.mentions:
            place = self.line.mentions[place].after
            place += place + 1 in self.line.mentions and self.keys[place] in JOINS
        place += self.keys[place : place + 1] == ["on"]
        found = date_at(self.keys, place, self.today)
        if not isinstance(found, DatePhrase) or self.line.words[place - 1].tail[-1:] in _CUTTING:
            return False
        after = place + found.size
        ends = after >= len(self.keys) or self.line.words[after - 1].tail[-1:] in _CUTTING or self.keys[after] in _AFTER
        return ends and isinstance(self._last_day(first, end), DatePhrase)

    def _last_day(self, first: int, end: int) -> DatePhrase | NoDate | None:
        """The day said right after somebody between these words, or before the last of them."""
        for place in range(first, end):
            mention = self.line.mention_ending(place)
            if mention is not None and not mention.owner and mention.first > first:
                found = date_at(self.keys[:end], place + (self.keys[place] == "on"), self.today)
                if found is not None:
                    return found
        ending = date_ending(self.keys, first, end, self.today)
        return ending[1] if ending is not None else None

    def _answers(self, first: int, end: int) -> bool:
        """Whether what somebody said to one of the five questions stands between these words."""
        return any(
            (question := question_at(self.keys, place)) is not None and not question.participle
            for place in range(first, end)
        )

    def _past(self, place: int) -> bool:
        if any(self.keys[place : place + 1] == [first] and self._person(place + 1) for first, _, _ in AROUND_PEOPLE):
            return True
        verb = verb_at(self.keys, place, "past")
        return verb is not None and self._fits(verb, place)

    def _will(self, place: int) -> bool:
        """Whether *will* with a base form begins here, and no Will."""
        is_will = (self.keys[place],) == MODAL and place not in self.line.mentions
        return is_will and verb_at(self.keys, place + 1, "base") is not None

    def _fits(self, verb: Verb, place: int) -> bool:
        if verb.words == "read":
            return False
        return verb.words not in ONLY_PEOPLE or self._person(place + verb.size)

    def _person(self, place: int) -> bool:
        return place in self.line.mentions or (place < len(self.keys) and self.keys[place] in PRONOUN_OBJECTS)

    def _noun(self, place: int) -> bool:
        if self.keys[place] in ARRANGED:
            place += 1
        while place < len(self.keys) and self.keys[place] in FILLERS:
            place += 1
        noun = verb_at(self.keys, place, "noun")
        after = place + noun.size if noun else 0
        return noun is not None and self.keys[after : after + 1] == ["with"]

    def _base(self, first: int, place: int, mark: str) -> bool:
        verb = verb_at(self.keys, place, "base")
        if verb is None:
            return mark in (",", ";", ".") and self._begins(place, ONCE_MORE)
        if mark in (";", "."):
            return True
        to_do = any(tuple(self.keys[first : first + len(lead)]) == lead for lead in (*LEADS, *PROMISING_LEADS))
        after = place + verb.size
        sure = verb.words in _TO_SEND or isinstance(date_at(self.keys, after, self.today), DatePhrase)
        if mark == "," and sure and self._is_to_send(first, place, after):
            return True
        return to_do or verb_at(self.keys, first, "base") is not None or self._person(place + verb.size)

    def _is_to_send(self, first: int, place: int, after: int) -> bool:
        """Whether a verb such as *send* is to be done, and goes on with nothing told before: *she can help, give …*."""
        if self._answers(first, place) or self.keys[after : after + 1] in ([], *([join] for join in JOINS)):
            return False
        told = range(first, place - 1)
        return not any(self.keys[i] in _BEFORE_A_BASE and self._may_be_verb(i + 1) for i in told)

    def _may_be_verb(self, place: int) -> bool:
        """Whether an infinitive may stand here: a small word that begins no thing and is nobody."""
        word = self.line.words[place]
        return not word.capital and not word.mark and place not in self.line.covered and word.key not in DETERMINERS

    def _subject(self, first: int, place: int, mark: str) -> bool:
        """Whether a person, a pronoun or *I* with a verb begins here."""
        start = place
        being = False
        seen = pronoun = False
        while place < len(self.keys):
            key = self.keys[place]
            mention = self.line.mentions.get(place)
            if mention is not None:
                being = mention.owner
                place = mention.after
                if self._listed_no_further(place):
                    return False
            elif key in PRONOUNS or key in ME:
                pronoun = key in PRONOUNS
                place += 1
            elif key in PRONOUNS_BEING or (key.endswith(_CONTRACTED) and key.partition("'")[0] in PRONOUNS):
                being = pronoun = True
                place += 1
            elif seen and key in JOINS:
                place += 1
                continue
            else:
                break
            seen = True
        if not seen or place >= len(self.keys) or self._unreached(place):
            return False
        if pronoun and self._unmakes(first, start, place):
            return False
        if pronoun or question_at(self.keys, place, being=being) is not None:
            return True
        listing = mark in _CUTTING_WORDS and mark != "but"
        if being:
            return not listing and is_close(self.keys[place]) and place + 1 < len(self.keys) and self._finite(place + 1)
        if not listing and self._finite(place):
            return True
        while place < len(self.keys) - 1 and self.keys[place] in ADVERBS:
            place += 1
        if self.keys[place] in ("knows", "know", "owes", "promised"):
            return True
        return self._past(place)

    def _unmakes(self, first: int, start: int, place: int) -> bool:
        """Whether *she cancelled* follows time spent with one person, and so must stay with it."""
        called_off = self.keys[place] in ("cancelled", "canceled") and self._ends(place + 1)
        alone = sum(i in self.line.mentions for i in range(first, start)) == 1
        return called_off and alone and self._any_noun(first, start) is not None

    def _ends(self, place: int) -> bool:
        """Whether the line or a sentence of it ends before this word."""
        return place >= len(self.keys) or self.line.words[place - 1].tail[-1:] in _CUTTING

    def _unreached(self, place: int) -> bool:
        """Whether what follows unmakes the act before it, and so must stay with it."""
        return self._begins(place, UNREACHED)

    def _begins(self, place: int, phrases: tuple[tuple[str, ...], ...]) -> bool:
        key = self.keys[place]
        return any(words[0] == key and tuple(self.keys[place : place + len(words)]) == words for words in phrases)

    def _finite(self, place: int) -> bool:
        """Whether a word that follows somebody's name makes it the subject."""
        key = self.keys[place]
        return (key in AUXILIARIES or key.endswith("n't")) and place not in self.line.mentions

    def _listed_no_further(self, place: int) -> bool:
        """Whether the mark before this word ends a list of people instead of going on with it."""
        tail = self.line.words[place - 1].tail
        if not tail or place >= len(self.keys):
            return False
        if tail.endswith(";"):
            return True
        return place not in self.line.mentions and self.keys[place] not in JOINS

    def _trails(self, first: int, place: int) -> bool:
        """Whether a question phrase hangs on somebody named: *met Joe hiring …*, *Ana who wants …*."""
        if self.keys[place] in _WHO:
            return question_at(self.keys, place + 1, being=self.keys[place] == "who's") is not None
        mention = self.line.mention_ending(place)
        question = question_at(self.keys, place)
        if mention is None or mention.owner or question is None or not question.participle:
            return False
        if mention.first == first or self.keys[mention.first - 1] in ABOUT:
            return False
        verb = verb_at(self.keys, first, "past") or self._any_noun(first, place)
        return verb is not None and verb.kind in ("meet", "chat", "call")

    def _any_noun(self, first: int, end: int) -> Verb | None:
        for place in range(first, end):
            noun = verb_at(self.keys, place, "noun")
            if noun is not None and self.keys[place + noun.size : place + noun.size + 1] == ["with"]:
                return noun
        return None
