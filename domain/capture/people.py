"""The people of a line: where somebody is named, and who it may be."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from domain.capture.dates import MONTHS, WEEKDAYS
from domain.capture.lexicon import (
    DASHES,
    DETERMINERS,
    FUNCTION_WORDS,
    JOINS,
    ME,
    NAMES_THAT_ARE_WORDS,
    NO_PLACE,
    PARTICLES,
    PRONOUN_OBJECTS,
    PRONOUNS,
)
from domain.capture.names import HONORIFICS, Names, is_unspaced
from domain.capture.roles import LEADING, LONGEST_ROLE, parted, role_end
from domain.capture.slots import Slots
from domain.capture.verbs import is_verb_word
from domain.capture.words import Word, plain_word
from domain.text import fold, word_set

_MAKING: Final = frozenset(
    {"met", "met with", "met up with", "introduced", "sat next to", "sat beside", "swapped numbers with",
     "swapped cards with", "swapped details with", "exchanged numbers with", "exchanged cards with"}
)  # fmt: skip
"""Verbs after which a capitalised name is somebody new."""
_INTRODUCING: Final = frozenset({"introduced", "intro'd", "introed", "connected", "touch"})
_CLOSE_TO_SOMEBODY: Final = word_set(
    "friend colleague coworker sister brother wife husband partner boss manager cofounder co-founder flatmate "
    "housemate roommate neighbour neighbor mum mom dad mother father son daughter cousin girlfriend boyfriend fiance "
    "fiancee uncle aunt nephew niece kid child baby grandma grandad gran nan assistant called named"
)
"""A name after these is that of somebody, who may be new."""
_DESCRIBING: Final = DETERMINERS | word_set("new old guy woman man person lady bloke chap founder") | JOINS
_REMOTE: Final = frozenset({"message", "call", "share", "thanks"})
"""Kinds after which *at* says where somebody works, and not where you met."""
_OF_SOMEBODY: Final = PRONOUNS | PRONOUN_OBJECTS | {"his", "their", "hers", "theirs"}
_SHORT_WORDS: Final = word_set("con dot mat den win nan les ali may")
"""Short forms of names that are words, where they are written small."""
_SURNAMES_TOO: Final = word_set("long good short lovely great nice big small late early little quick brief")
"""Small words that are last names where they follow a first one with a capital."""
_FAR: Final = 40
"""Words after *introduced* within which the people are named."""
_DAYS_TOO: Final = frozenset({"on", "last", "night", "this", "morning", "afternoon", "evening"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
_OF_ROLES: Final = frozenset({"at", "@"})
_AFTER_ROLE: Final = word_set("from in based near who who's that and looking searching hiring working with")
"""What may follow a role that is said alone."""
_APOSTROPHES: Final = str.maketrans('’ʼ"', "'''")
_NO_NAMES: Final = FUNCTION_WORDS | HONORIFICS
_LONGEST: Final = 8
"""Words of a name."""


class Mention(NamedTuple):
    """A place of the line where somebody is named."""

    first: int
    end: int
    """The words it takes, the last one excluded."""
    ids: tuple[str, ...] = ()
    """Whose name it may be; empty for somebody new."""
    new: str = ""
    """The name of somebody new."""
    organisation: str = ""
    after: int = 0
    """The word after the name, the role and the organisation that belong to it."""
    owner: bool = False
    """Whether somebody is named only as the owner of something."""
    marked: bool = False
    """Whether it was written with `@`."""
    other: str = ""
    """The organisation said, where it is not that of the one person of this name."""
    said: str = ""
    """The same where the whole name is that of one person, who may have moved on."""
    full: str = ""
    """The whole name, where its last name is not that of anybody with this first name."""
    guess: bool = False
    """Whether nobody of the book is called exactly this: it is a short form, or the last name alone."""
    role: str = ""
    """What somebody new does: *met Joe, CTO at Acme*."""


class People(NamedTuple):
    """What a line says about who is meant."""

    words: tuple[Word, ...]
    """The words of the line, split where a script has no blanks."""
    mentions: tuple[Mention, ...]
    unknown: tuple[tuple[int, int], ...]
    """Capitalised words that stand where a person would, yet are nobody of the book."""
    asides: tuple[tuple[int, int, str], ...] = ()
    """Words further on that say who somebody new is, and what they say: *met Joe at the fair, CTO at Acme*."""
    small: tuple[tuple[int, str], ...] = ()
    """Words that stand where a person would and are somebody's name, yet count only with a capital: `called will`."""


def find_people(words: Sequence[Word], names: Names) -> People:
    """Everybody named in the words."""
    search = _Search(_split_unspaced(words, names), names)
    search.run()
    return People(
        search.words, tuple(search.mentions), tuple(search.unknown), tuple(search.asides), tuple(search.small)
    )


def _split_unspaced(words: Sequence[Word], names: Names) -> tuple[Word, ...]:
    """The words, with names taken out of the words of a script without blanks."""
    split: list[Word] = []
    for word in words:
        cuts = {edge for span in names.inside(word.text) for edge in span} if is_unspaced(word.text) else set()
        if not cuts or not word.plain:
            split.append(word)
            continue
        whole = len(word.text.rstrip(word.tail))
        edges = sorted({0, len(word.text)} | {cut for cut in cuts if cut < whole})
        split.extend(
            plain_word(word.text[first:last], word.start + first, word.start + last) for first, last in pairwise(edges)
        )
    return tuple(split)


class _Search:
    """One pass over the words of a line."""

    def __init__(self, words: tuple[Word, ...], names: Names) -> None:
        self.words = words
        self.names = names
        self.keys = ["\0" + word.key if word.literal else word.key for word in words]
        self.bare = [word.name for word in words]
        self.slots = Slots(words)
        self.spelled = any(word.mark == "as" for word in words)
        """Whether the line says what it makes, so that nobody is guessed at."""
        self.mentions: list[Mention] = []
        self.unknown: list[tuple[int, int]] = []
        self.small: list[tuple[int, str]] = []
        self.asides: list[tuple[int, int, str]] = []

    def run(self) -> None:
        place = 0
        while place < len(self.words):
            place = self._step(place)
        for number, mention in enumerate(self.mentions):
            if mention.new and not (mention.role or mention.organisation or mention.owner):
                self.mentions[number] = self._with_aside(mention, number)

    def _step(self, place: int) -> int:
        mention = self._marked(place) if self.words[place].mark == "@" else self._named(place)
        if mention is None and self.words[place].plain:
            mention = self._somebody_new(place)
        if mention is None:
            return max(place + 1, self._note_unknown(place))
        mention = self._with_role(self._with_organisation(mention))
        self.mentions.append(mention)
        return mention.after

    def _marked(self, place: int) -> Mention | None:
        word = self.words[place]
        if not word.text:
            return None
        reach = next((i for i in range(place, self._reach(place)) if self.words[i].literal), self._reach(place))
        size, ids, whole = self.names.at(self.bare[place:reach], 0)
        if not (whole and size > 1):
            size, ids = 1, self.names.named(word.name)
        owner = self.words[place + size - 1].owner
        guess = not ids and not self.spelled and not self._makes_people(place)
        if guess:
            ids = self.names.meant(word.name)
        new = "" if ids else (word.text[:-2] if word.owner and word.text.endswith("'s") else word.text)
        organisation = new[:-1].partition(" (")[2] if new.endswith(")") else ""
        return Mention(
            place, place + size, ids, new, organisation, place + size, owner, marked=True, guess=guess and bool(ids)
        )

    def _reach(self, place: int) -> int:
        """The word before which a name that begins here must end."""
        end = place
        while end < min(len(self.words), place + _LONGEST):
            word = self.words[end]
            if word.mark and not (word.mark == "@" and end == place):
                return end
            end += 1
            if (word.tail and not self._is_initial(end - 1)) or word.owner:
                return end
        return end

    def _is_initial(self, place: int) -> bool:
        """Whether it is the first letter of a name: `J.`, `L`, `J.R.`"""
        word = self.words[place] if place < len(self.words) else None
        if word is None or not word.plain or not word.capital or len(word.key) > 1 + 2 * word.key.count("."):
            return False
        return word.tail == "." or (not word.tail and word.key not in ("i", "a"))

    def _named(self, place: int) -> Mention | None:
        word = self.words[place]
        if word.mark:
            return None
        if word.key in HONORIFICS and word.plain and place + 1 < len(self.words):
            return self._titled(place)
        return self._called(place) or self._nearly_called(place)

    def _titled(self, place: int) -> Mention | None:
        """Somebody named with a title, which may stand before the last name alone."""
        mention = self._called(place + 1)
        if mention is None and self.words[place].capital and self.words[place + 1].capital:
            ids = self.names.by_surname(self.bare[place + 1])
            if ids:
                mention = Mention(place, place + 2, ids, after=place + 2, owner=self.words[place + 1].owner)
        return mention._replace(first=place) if mention is not None else None

    def _called(self, place: int) -> Mention | None:
        """Somebody named as in the book, by the whole name or by a first name."""
        size, ids, whole = self.names.at(self.bare[place : self._reach(place)], 0)
        if not size and "-" in self.bare[place]:
            size, ids, whole = 1, self.names.named(self.bare[place]), True
        end = place + size
        if not ids or all(self.words[i].literal for i in range(place, end)):
            return None
        if not whole and any(self.words[i].literal for i in range(place, end)):
            return None
        if size == 1 and self._is_word(place) and not self._in_slot(place):
            if len(ids) == 1 and place and self.slots.holds(place, end):
                self.small.append((place, ids[0]))
            return None
        if not whole and self._is_initial(end) and not self.words[end - 1].tail:
            fitting = self.names.with_initial(ids, self.bare[end][0])
            return Mention(place, end + 1, fitting, after=end + 1) if fitting else None
        if (not whole or size == 1) and self._has_another_surname(end):
            return self._with_another_surname(place, ids)
        return Mention(place, end, ids, after=end, owner=self.words[end - 1].owner)

    def _with_another_surname(self, place: int, ids: tuple[str, ...]) -> Mention | None:
        """A first name of the book with a last name that is not: unclear where it is surely a person."""
        last = self._name_end(place)
        if self._makes_people(place) or not self.slots.surely(place, last) or not self._is_somebody(last):
            return None
        return Mention(place, last, ids, full=self._text(place, last), after=last)

    def _is_somebody(self, after: int) -> bool:
        """Whether a later word of the clause speaks of somebody: *his*, *her*, *they*."""
        for place in range(after, len(self.words)):
            if self.keys[place] in _OF_SOMEBODY:
                return True
            if self.words[place].tail[-1:] in {";", "."}:
                return False
        return False

    def _nearly_called(self, place: int) -> Mention | None:
        """Somebody named by a short form, an initial or the last name, where a person would stand."""
        if not self.words[place].plain:
            return None
        if self._makes_people(place):
            return self._shortened(place) if self._are_known(place) else None
        return self._initialled(place) or self._shortened(place) or self._surnamed(place)

    def _are_known(self, place: int) -> bool:
        """Whether you introduced them yourself, and so know them."""
        start = next((i for i in range(place - 1, max(0, place - _FAR) - 1, -1) if self.keys[i] in _INTRODUCING), -1)
        return (
            start >= 0
            and not {"me", "us", "touch"}.intersection(self.keys[start:place])
            and self.keys[start + 1] != "to"
            and (not start or self.keys[start - 1] in ME)
        )

    def _initialled(self, place: int) -> Mention | None:
        if not self._is_initial(place) or place + 1 >= len(self.words) or not self.words[place + 1].capital:
            return None
        ids = self.names.initialled(self.bare[place][0], self.bare[place + 1]) if self.words[place + 1].plain else ()
        owner = self.words[place + 1].owner
        return Mention(place, place + 2, ids, after=place + 2, owner=owner, guess=True) if ids else None

    def _shortened(self, place: int) -> Mention | None:
        key = self.bare[place]
        if place and self.keys[place - 1] in JOINS and not (self.mentions and self.mentions[-1].after == place - 1):
            return None
        if len(key) < 2 or (not self.words[place].capital and (key in _SHORT_WORDS or self._is_word(place))):
            return None
        if not self.slots.holds(place, place + 1) and not self.slots.holds(place, min(place + 2, len(self.words))):
            return None
        size, ids = self.names.shortened(self.bare[place : self._reach(place)])
        end = place + size
        if not ids or not self.slots.holds(place, end) or (size == 1 and self._has_another_surname(end)):
            return None
        return Mention(place, end, ids, after=end, owner=self.words[end - 1].owner, guess=True)

    def _surnamed(self, place: int) -> Mention | None:
        if not self._looks_like_name(place) or len(self.bare[place]) < 2 or self._has_another_surname(place + 1):
            return None
        if not self.slots.surely(place, place + 1):
            return None
        ids = self.names.by_surname(self.bare[place])
        return Mention(place, place + 1, ids, after=place + 1, guess=True) if ids else None

    def _is_word(self, place: int) -> bool:
        key = self.bare[place]
        return key in NAMES_THAT_ARE_WORDS or key in FUNCTION_WORDS or is_verb_word(key) or _is_date_word(key)

    def _in_slot(self, place: int) -> bool:
        """Whether a capitalised word stands where a person would (a name that is a word counts only there)."""
        return self.words[place].capital and self.slots.holds(place, place + 1)

    def _looks_like_name(self, place: int) -> bool:
        if place >= len(self.words) or not self.words[place].plain:
            return False
        word = self.words[place]
        if _is_date_word(word.name) or word.key in _NO_NAMES or word.key.startswith("i'"):
            return False
        core = word.text.strip("([{'\"").rstrip(word.tail)
        shouted = len(core) > 1 and core.isupper() and not self._is_initial(place)
        return (word.capital and not shouted and core[:1].isalpha()) or is_unspaced(core)

    def _has_another_surname(self, end: int) -> bool:
        before = self.words[end - 1]
        if before.tail or before.owner or not self._looks_like_name(end) or is_unspaced(before.text):
            return False
        if self.words[end].led:
            return False
        return not is_verb_word(self.keys[end]) and not self.names.at(self.bare[end : self._reach(end)], 0)[0]

    def _somebody_new(self, place: int) -> Mention | None:
        if not self._looks_like_name(place) and not self._is_month_of_birth(place):
            return None
        if self.words[place].owner or not self._makes_people(place):
            return None
        end = self._name_end(place)
        if self.words[end - 1].owner:
            return None
        name = self._text(place, end)
        ids = self.names.named(fold(name))
        return Mention(place, end, ids, new="" if ids else name, after=end)

    def _makes_people(self, place: int) -> bool:
        if not place:
            return False
        verb = self.slots.verb_before(place)
        if verb is not None and verb.words in _MAKING:
            return True
        before = self.keys[place - 1]
        if before in _CLOSE_TO_SOMEBODY:
            return self._is_described(place)
        if before in JOINS and self.mentions and self.mentions[-1].after == self._before_day(place - 1):
            last = self.mentions[-1]
            if is_verb_word(self.keys[place]) or last.owner:
                return False
            return bool(last.new and not last.marked) or self._makes_people(last.first)
        return self._introduces(place)

    def _before_day(self, end: int) -> int:
        """The word after which nothing but a day stands before this one."""
        while end > 1 and (_is_date_word(self.keys[end - 1]) or self.keys[end - 1] in _DAYS_TOO):
            end -= 1
        return end

    def _introduces(self, place: int) -> bool:
        """Whether *introduced … to* or *put … in touch with* stands before this word."""
        before = self.keys[place - 1]
        if before not in ("to", "with"):
            return False
        for earlier in range(place - 2, max(-1, place - 2 - _FAR), -1):
            if self.words[earlier].tail[-1:] in {";", "."}:
                return False
            if self.keys[earlier] in _INTRODUCING:
                return before == "to" or self.keys[earlier] in ("connected", "touch")
        return False

    def _is_described(self, place: int) -> bool:
        """Whether the words before say who it is that was met: *met Ana's friend Joe*, *met a guy called Joe*."""
        start = place
        while start and (self.words[start - 1].owner or is_describing(self.keys[start - 1])):
            start -= 1
        verb = self.slots.verb_before(start) if start else None
        return (verb is not None and verb.words in _MAKING) or (start > 1 and self._introduces(start))

    def _name_end(self, place: int) -> int:
        """The word after a run of capitalised words, particles between them included."""
        end = place + 1
        while end < len(self.words) and end < place + 5 and not self.words[end - 1].owner:
            if self.words[end].led or (self.words[end - 1].tail and not self._is_initial(end - 1)):
                break
            if self._goes_on_as_name(end):
                end += 1
            elif self.keys[end] in PARTICLES and self.words[end].plain and self._looks_like_name(end + 1):
                end += 2
            else:
                break
        return end

    def _goes_on_as_name(self, place: int) -> bool:
        word = self.words[place]
        if word.plain and word.capital and word.key in _SURNAMES_TOO:
            return True
        if not self._looks_like_name(place) or is_verb_word(word.key):
            return False
        size, _, whole = self.names.at(self.bare[place : self._reach(place)], 0)
        return not (whole and size > 1)

    def _is_month_of_birth(self, place: int) -> bool:
        """Whether the name of a month, without a day beside it, is that of somebody: `met April`."""
        word = self.words[place]
        if word.name not in MONTHS or word.name not in NAMES_THAT_ARE_WORDS or not word.plain or not word.capital:
            return False
        return not (place + 1 < len(self.words) and self.keys[place + 1][:1].isdigit())

    def _text(self, first: int, end: int) -> str:
        words = [word.text for word in self.words[first:end]]
        if not self._is_initial(end - 1):
            words[-1] = words[-1].removesuffix(self.words[end - 1].tail) or words[-1]
        return " ".join(words).strip("([{").translate(_APOSTROPHES)

    def _note_unknown(self, place: int) -> int:
        """Keep in mind a capitalised name after a verb or *with* that is nobody of the book; the word after it."""
        if not place or not self._looks_like_name(place) or self.words[place].owner:
            return 0
        if self.keys[place - 1] != "with" and not self.slots.after_verb(place):
            return 0
        end = self._name_end(place)
        self.unknown.append((place, end))
        return end

    def _with_organisation(self, mention: Mention) -> Mention:
        """The mention with `from ORG`, `at ORG` or `(ORG)` after it taken in, where that says who it is."""
        if mention.owner:
            return mention
        at = bool(mention.new) or self._is_written_to(mention)
        organisation, end, bracket = self._organisation(mention.end, at=at)
        if not organisation:
            return mention
        if mention.new:
            role, organisation = parted(organisation) if bracket else ("", organisation)
            return mention._replace(role=role, organisation=organisation, after=end)
        if not bracket and self.words[mention.first].literal:
            return mention
        fitting = tuple(person for person in mention.ids if self._fits(person, organisation))
        if len(fitting) == 1:
            return mention._replace(ids=fitting, organisation=organisation, after=end)
        whole = mention.end - mention.first > 1
        if len(mention.ids) == 1 and whole and self._says_where(mention.ids[0]) and organisation[:1].isupper():
            return mention._replace(said=organisation)
        if len(mention.ids) > 1 or whole or not self._says_where(mention.ids[0]) or mention.marked:
            return mention
        return mention._replace(other=organisation, after=end)

    def _with_role(self, mention: Mention) -> Mention:
        """The mention of somebody new with the role said after a comma or a dash: `, head of design at Acme`."""
        place = mention.after
        if not mention.new or mention.role or self.spelled or mention.owner or place >= len(self.words):
            return mention
        dashed = self.keys[place] in DASHES
        if self.words[place - 1].tail not in ("", ",") or not (self.words[place - 1].tail or dashed):
            return mention
        start = place + dashed
        start += start < len(self.words) and self.keys[start] in _ARTICLES
        end = role_end([key if self._says(i) else "" for i, key in self._ahead(start)], 0)
        if not end or self.words[start].led or any(self._called(i) for i in range(start + 1, start + end)):
            return mention
        end += start
        organisation, after = ("", end) if mention.organisation else self._works_at(end)
        if not organisation and not self._ends_role(end):
            return mention
        role, of, office = self._text(start, end), "", self._of_office(start, end)
        if not organisation and not mention.organisation and office and self._looks_grand(office + 1):
            role, of = self._text(start, office), self._text(office + 1, end)
        return mention._replace(role=role, organisation=organisation or of or mention.organisation, after=after)

    def _of_office(self, start: int, end: int) -> int:
        """The *of* behind a role of those who lead an organisation: *founder of Acme*; 0 where there is none."""
        of = next((i for i in range(start + 1, end) if self.keys[i] == "of"), 0)
        return of if of and self.keys[of - 1] in LEADING else 0

    def _with_aside(self, mention: Mention, number: int) -> Mention:
        """The mention of somebody new with `ROLE at ORG` said further on between commas, where nobody comes between."""
        following = self.mentions[number + 1].first if number + 1 < len(self.mentions) else len(self.words)
        for place in range(mention.after + 1, following):
            tail = self.words[place - 1].tail[-1:]
            if tail in {";", ".", "?", "!"}:
                break
            if tail != ",":
                continue
            said = self._with_role(mention._replace(after=place))
            if said.organisation and said.after <= following and self._closes(said.after):
                self.asides.append((place, said.after, f"{said.role} at {said.organisation}"))
                return said._replace(after=mention.after)
        return mention

    def _closes(self, end: int) -> bool:
        """Whether a comma or the end of the line comes before this word."""
        return end >= len(self.words) or bool(self.words[end - 1].tail)

    def _ahead(self, start: int) -> Iterator[tuple[int, str]]:
        """The words in which a role may be said, up to the first one with a comma or the like after it."""
        for place in range(start, min(len(self.words), start + LONGEST_ROLE)):
            yield place, self.keys[place]
            if self.words[place].tail:
                return

    def _says(self, place: int) -> bool:
        return self.words[place].plain and not (place > 0 and self.words[place].led)

    def _ends_role(self, end: int) -> bool:
        """Whether a role may end before this word, so that it is no part of something else: *designer of the year*."""
        if end >= len(self.words) or self.words[end - 1].tail or self.words[end].mark:
            return True
        return self.keys[end] in _AFTER_ROLE

    def _works_at(self, place: int) -> tuple[str, int]:
        """The organisation after a role, and the word after it: `at Acme`, `@ Acme`, at the end `at acme`."""
        at = place + 1 < len(self.words) and not self.words[place - 1].tail and self.keys[place] in _OF_ROLES
        if not at or self.words[place + 1].mark:
            return "", place
        if self.keys[place] == "@" or self._looks_grand(place + 1):
            start = place + 1
            end = start
            while end < len(self.words) and end < start + 4 and self._looks_grand(end):
                end += 1
                if self.words[end - 1].tail:
                    break
            return (self._text(start, end), end) if end > start else ("", place)
        word = self.words[place + 1]
        small = word.plain and word.key.isalpha() and word.key not in NO_PLACE and not _is_date_word(word.key)
        if self.keys[place] != "at" or not small or not (word.tail or place + 2 == len(self.words)):
            return "", place
        return self._text(place + 1, place + 2), place + 2

    def _is_written_to(self, mention: Mention) -> bool:
        """Whether *at* after the name can only say where somebody known works: a message or a call went there."""
        verb = self.slots.verb_before(mention.first)
        if verb is None or verb.kind not in _REMOTE or len(mention.ids) != 1 or not self._says_where(mention.ids[0]):
            return False
        return mention.end + 1 < len(self.words) and self.words[mention.end + 1].capital

    def _organisation(self, place: int, *, at: bool) -> tuple[str, int, bool]:
        """The organisation said from this word on, the word after it, whether it stood in brackets."""
        if place >= len(self.words) or self.words[place - 1].tail:
            return "", place, False
        if self.words[place].led:
            for end in range(place, min(place + 6, len(self.words))):
                if any(close in self.words[end].tail for close in ")]}"):
                    return self._text(place, end + 1), end + 1, True
            return "", place, False
        start = place + 1
        of = at and self.keys[place] == "of" and start < len(self.words) and self._looks_grand(start)
        if self.keys[place] != "from" and not of and not (at and self.keys[place] == "at"):
            return "", place, False
        if start >= len(self.words) or self.words[start].mark or self.keys[start] in NO_PLACE:
            return "", place, False
        if self.words[start].plain and self._called(start) is not None:
            return "", place, False
        end = start
        while end < len(self.words) and end < start + 4 and (self._looks_grand(end) or self.words[end].literal):
            end += 1
            if self.words[end - 1].tail:
                break
        if end == start:
            if self.keys[place] == "at" or _is_date_word(self.keys[start]) or not self.keys[start].isalpha():
                return "", place, False
            end = start + 1
        return self._text(start, end), end, False

    def _looks_grand(self, place: int) -> bool:
        word = self.words[place]
        return word.plain and word.capital and not _is_date_word(word.key)

    def _says_where(self, person: str) -> bool:
        return bool(self.names.contact(person).organisation)

    def _fits(self, person: str, organisation: str) -> bool:
        contact = self.names.contact(person)
        wanted = fold(organisation)
        places = (contact.organisation, contact.place, *contact.tags)
        return any(wanted in fold(place) or (place and fold(place) in wanted) for place in places)


def is_close(key: str) -> bool:
    """Whether a word is somebody who belongs to somebody else: *mum*, *boss*."""
    return key in _CLOSE_TO_SOMEBODY


def is_describing(key: str) -> bool:
    """Whether a word says who somebody named after it is: *her boss*, *a friend called*."""
    return key in _CLOSE_TO_SOMEBODY or key in _DESCRIBING


def _is_date_word(key: str) -> bool:
    return key in WEEKDAYS or key in MONTHS or key in ("today", "yesterday", "tomorrow", "tonight")
