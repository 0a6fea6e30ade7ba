"""Clauses about what was done: verbs in the past, and time spent together."""

import re
from typing import Final

from domain.capture.clause import Clause
from domain.capture.dates import WEEKDAYS, DatePhrase, date_at, shown
from domain.capture.drafts import Draft, FollowUpDraft, InteractionDraft, Person
from domain.capture.forms.naming import listed, says_of
from domain.capture.lexicon import (
    ABOUT,
    DETERMINERS,
    FILLERS,
    HAVING,
    JOINS,
    MANAGED,
    ME_OBJECT,
    PERSON_PREPOSITIONS,
    PRONOUN_OBJECTS,
    UNREAL,
    WAS,
)
from domain.capture.marks import MOST_MINUTES
from domain.capture.people import Mention
from domain.capture.reader import Reader, Subject
from domain.capture.verbs import (
    AROUND_PEOPLE,
    FIXED_PAST,
    OF_THINGS_TOO,
    ONLY_PEOPLE,
    PASSED_ROUND,
    RECOMMENDING_HEADS,
    SAME_AS_KIND,
    TO_ME,
    TO_OWNERS,
    WRITTEN_HEADS,
    Verb,
    thing_kind,
    verb_at,
)
from domain.model import Direction, Kind
from domain.text import fold

_BEFORE_WITH: Final = frozenset(WEEKDAYS) | {
    "at", "in", "near", "on", "after", "before", "over", "today", "yesterday", "tomorrow", "tonight", "last", "next",
    "this",
}  # fmt: skip
"""After a noun such as *lunch*, these begin where or when it was; with whom may follow."""
_UNDERTAKING: Final = frozenset({"promised", "offered", "agreed"})
MADE_FOR: Final = frozenset({"got", "made", "bought", "baked", "cooked", "found", "fixed", "offered", "paid"})
"""What is done for somebody where a person and a thing follow."""
_GOT: Final[Direction] = "got"
_GAVE: Final[Direction] = "gave"
_AFTER_NOUN: Final = ABOUT | frozenset({"at", "in", "on", "near", "over"})
_HOURS: Final[dict[tuple[str, ...], str]] = {
    ("half", "an", "hour"): "30m", ("an", "hour", "and", "a", "half"): "90m", ("an", "hour"): "1h",
    ("two", "hours"): "2h", ("2", "hours"): "2h", ("three", "hours"): "3h", ("3", "hours"): "3h",
}  # fmt: skip
"""How long it took, in words."""
_MINUTES: Final = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})(?:m|min|mins|minutes)?)?", re.ASCII)


def acted(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """A verb of the table in the past: a give, a return or something mutual."""
    found = _past_verb(reader, clause, subject)
    if found is None or (reader.front is not None and reader.front.past is None):
        return None
    start, verb, passive = found
    after = start + verb.size
    start_of_text = start if clause.key(start) == "left" else after
    untouched = set(clause.gone)
    clause.drop(clause.first, start_of_text)
    day = reader.took_place(clause, after)
    _take_minutes(reader, clause, after)
    people = reader.participants(clause, after, after, origin=passive)
    direction = _direction(clause, subject, verb, passive=passive)
    if verb.words == "wrote" and not people and any(clause.key(i) in WRITTEN_HEADS for i in range(after, clause.end)):
        verb = verb._replace(kind="post")
    if verb.words == "wrote" and people and any(clause.key(i) in RECOMMENDING_HEADS for i in range(after, clause.end)):
        verb = verb._replace(kind="help")
    if verb.words in PASSED_ROUND and not people and not subject.people:
        people = _whose(reader, clause, after)
    if direction is None or _is_nothing_to_me(clause, subject, verb):
        clause.gone, clause.minutes = untouched, 0
        return None
    kind: Kind = verb.kind
    if kind == "share":
        kind = thing_kind([clause.key(place) for place in clause.left()], got=direction == "got")
    everybody = tuple(dict.fromkeys((*subject.people, *people)))
    if not everybody and kind not in ("post", "smile", "turn up") and not _is_talk(verb, kind):
        everybody = reader.carried
    reader.token(start, after, "kind", kind)
    if subject.people and not subject.me:
        reader.actors, reader.came = subject.people, verb.words in TO_ME
    if verb.words == "recommended" and len(people) == 2:
        reader.offer(start, after, "introduced")
    if kind != "turn up":
        reader.hint_at_unknown(clause)
    reader.met_on(everybody, day)
    text = clause.text(start_of_text)
    return [reader.interaction(clause, direction=direction, kind=kind, people=everybody, day=day, text=text)]


def _past_verb(reader: Reader, clause: Clause, subject: Subject) -> tuple[int, Verb, bool] | None:
    """The verb that says what was done, where it stands, and whether it was done to you by somebody."""
    passive = subject.mine and _passive(clause, subject.end)
    start = subject.end + (passive and clause.key(subject.end) in WAS)
    if clause.key(start) in ("have", "has") and (subject.people or subject.me):
        start += 1
    managed = clause.begins(start, *MANAGED)
    if managed:
        done = verb_at(clause.keys, start + managed, "base")
        return None if done is None else (start, done._replace(size=done.size + managed), False)
    verb = verb_at(clause.keys, start, "past")
    if verb is None or verb.kind == "note":
        return None
    mention = clause.mention(start + verb.size)
    if verb.words in FIXED_PAST and (verb.words != "read" or mention is None or not mention.owner):
        return None
    if subject.people and not subject.me and mention is not None and mention.owner and _is_for_owner(verb):
        return None
    if verb.words == "saw" and mention is not None and says_of(clause, mention.after):
        return None
    if verb.words == "invited" and clause.key(start + 1) == "to" and not passive:
        return None
    if (
        verb.words in ONLY_PEOPLE
        and not passive
        and not subject.people
        and not _person_follows(reader, clause, start + verb.size, things=verb.words in OF_THINGS_TOO)
    ):
        return None
    if subject.people and not subject.me and mention is not None and not mention.owner:
        with_me = clause.key(mention.after) in JOINS and clause.key(mention.after + 1) in ME_OBJECT
        return (start, verb, passive) if with_me else None
    return start, verb, passive


def going_on(reader: Reader, clause: Clause, subject: Subject, *, came: bool) -> bool:
    """Whether who acted in the clause before goes on: *X popped in, brought cake*, *X called and sent the deck*."""
    before = reader.line.words[clause.first - 1]
    joined = before.key in JOINS
    if not subject.mine or subject.me or not (joined or (came and before.tail in (",", "."))):
        return False
    if joined and clause.key(subject.end) in _UNDERTAKING:
        return True
    verb = verb_at(clause.keys, subject.end, "past")
    if verb is None or verb.kind not in ("share", "help") or verb.direction != "gave":
        return False
    return not any(
        clause.mention(place) is not None or clause.key(place) in PRONOUN_OBJECTS
        for place in range(subject.end + verb.size, clause.end)
    )


def again(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*… and Y today*, after *called X yesterday*: the same with somebody else on another day."""
    before = reader.told
    if subject.me or not subject.people or clause.mention(subject.first) is None:
        return None
    if not isinstance(before, InteractionDraft | FollowUpDraft) or not before.people or clause.lead is not None:
        return None
    place = subject.end + (clause.key(subject.end) == "on")
    found = date_at(clause.keys, place, reader.today)
    if not isinstance(found, DatePhrase):
        return None
    end = place + found.size
    if clause.text(end) and clause.key(end) not in ABOUT | PERSON_PREPOSITIONS:
        return None
    day = found.future if isinstance(before, FollowUpDraft) else found.past
    if day is None or (isinstance(before, FollowUpDraft) and before.kind != "reminder"):
        return None
    clause.drop(clause.first, end)
    reader.token(subject.end, end, "date", shown(day, reader.today))
    people, text = subject.people, clause.text()
    if isinstance(before, FollowUpDraft):
        return [reader.follow_up(clause, "reminder", people, text or _renamed(reader, before, people), day)]
    reader.day = day
    reader.met_on(people, day)
    return [
        reader.interaction(
            clause, direction=before.direction, kind=before.kind, people=people, day=day, text=text or before.text
        )
    ]  # fmt: skip


def _renamed(reader: Reader, before: FollowUpDraft, people: tuple[Person, ...]) -> str:
    """What was to be done, with others in the place of those with whom it was to be done."""
    names = {word for person in before.people for word in fold(reader.name(person)).split()}
    words = before.text.split()
    named = [place for place, word in enumerate(words) if fold(word.strip(",.")) in names]
    if not named:
        return before.text
    words[named[0] : named[-1] + 1] = [" and ".join(reader.name(person).split()[0] for person in people)]
    return " ".join(words)


def worded_around(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*left X a voicemail*, *let X know*: a message with the person in the middle."""
    for first, rest, telling in AROUND_PEOPLE:
        if clause.key(subject.end) != first:
            continue
        people, after = listed(reader, clause, subject.end + 1)
        size = clause.begins(after, rest) if people else 0
        if not size or (subject.people and not subject.me):
            continue
        clause.drop(clause.first, subject.end if telling else after + size)
        clause.drop(subject.end + 1, after)
        day = reader.took_place(clause, after + size)
        reader.token(subject.end, subject.end + 1, "kind", "message")
        text = clause.text()
        return [reader.interaction(clause, direction="gave", kind="message", people=people, day=day, text=text)]
    return None


def done_for(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*X got me a ticket*, *made X a cake*: given or got, by who stands behind the verb."""
    if clause.key(subject.end) not in MADE_FOR:
        return None
    after = subject.end + 1
    if subject.people and not subject.me and clause.key(after) in ME_OBJECT:
        people, end, direction = subject.people, after + 1, _GOT
    else:
        people, end = listed(reader, clause, after)
        direction = _GAVE
        if not people:
            people, end = _for_whom(reader, clause, after), after
        if not subject.mine or not people:
            return None
    if end > after and clause.key(end) not in DETERMINERS and not clause.key(end).isdecimal():
        return None
    clause.drop(clause.first, end)
    day = reader.took_place(clause, end)
    kind = thing_kind([clause.key(place) for place in clause.left()], got=direction == _GOT)
    reader.token(subject.end, after, "kind", kind)
    return [reader.interaction(clause, direction=direction, kind=kind, people=people, day=day, text=clause.text())]


def _for_whom(reader: Reader, clause: Clause, start: int) -> tuple[Person, ...]:
    """Who is named after *for* behind a thing, where nothing says that it came from somebody."""
    if clause.key(start) in PERSON_PREPOSITIONS or any(clause.key(i) == "from" for i in range(start, clause.end)):
        return ()
    for place in range(start + 1, clause.end):
        if clause.key(place) == "for" and clause.mention(place + 1) is not None:
            people, end = listed(reader, clause, place + 1)
            if people:
                clause.drop(place, end)
            return people
    return ()


def _passive(clause: Clause, start: int) -> bool:
    """Whether the words are *was helped … by X*, *helped by X*, *invited to … by X*."""
    was = clause.key(start) in WAS
    verb = verb_at(clause.keys, start + was, "past")
    if verb is None:
        return False
    after = start + was + verb.size
    near = was or clause.key(after) in ("by", "to")
    return near and any(
        clause.key(place) == "by" and clause.mention(place + 1) is not None
        for place in range(after, clause.end if was or clause.key(after) == "to" else after + 1)
    )


def _is_nothing_to_me(clause: Clause, subject: Subject, verb: Verb) -> bool:
    """Whether what somebody did did not come to you: *X gave a talk*, *X wrote a book*, *X bought a house*."""
    if not subject.people or subject.me or clause.me:
        return False
    following = clause.key(subject.end + verb.size)
    if following in ("my", "our") and _is_for_owner(verb):
        return False
    return (
        verb.words in ONLY_PEOPLE
        or _is_talk(verb, verb.kind)
        or (verb.words in ("gave", "wrote", "read") and following in DETERMINERS)
    )


def _whose(reader: Reader, clause: Clause, place: int) -> tuple[Person, ...]:
    """Who owns the thing that is named from this word on, as far as that is clear."""
    mention = clause.mention(place)
    person = reader.person(mention) if mention is not None and mention.owner and len(mention.ids) == 1 else None
    return (person,) if person is not None else ()


def _is_for_owner(verb: Verb) -> bool:
    return tuple(verb.words.split()) in TO_OWNERS


def _person_follows(reader: Reader, clause: Clause, place: int, *, things: bool) -> bool:
    mention = clause.mention(place)
    return (mention is not None and not (mention.owner and things)) or (
        clause.key(place) in PRONOUN_OBJECTS and reader.last is not None
    )


def _direction(clause: Clause, subject: Subject, verb: Verb, *, passive: bool) -> Direction | None:
    """Which way it went; nothing where you had no part in it."""
    if passive:
        return "got"
    if not subject.people:
        return _to_me(subject, verb) if clause.me else verb.direction
    if subject.me:
        return "mutual"
    if verb.direction == "mutual":
        return "mutual" if clause.me or verb.words in TO_ME else None
    return "got" if clause.me or verb.kind not in ("post", "smile", "turn up") else None


def _to_me(subject: Subject, verb: Verb) -> Direction:
    """*sent me X*, with nobody before it, is told of whoever the clause before was about."""
    return "got" if verb.direction == "gave" and not subject.me else verb.direction


def _is_talk(verb: Verb, kind: str) -> bool:
    return kind == "help" and verb.words in ("gave", "hosted", "organised", "organized", "spoke at", "volunteered")


def shared_time(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """A noun such as *coffee with X*: mutual, and still to happen where its day lies ahead."""
    found = noun_in(clause, subject) or _bare_noun(reader, clause, subject)
    if found is None:
        return None
    start, noun = found
    after = start + noun.size
    prefix = [place for place in clause.left() if subject.end <= place < start]
    filled = all(clause.key(place) in FILLERS for place in prefix)
    clause.drop(clause.first, subject.end)
    if filled:
        clause.drop(subject.end, start)
    ahead = reader.lies_ahead(clause, after)
    day = reader.took_place(clause, after) if ahead is None else ahead
    _take_minutes(reader, clause, after)
    host = _at_home(reader, clause, after)
    people = tuple(dict.fromkeys((*subject.people, *reader.participants(clause, after, after), *host)))
    if not people and clause.is_of_front:
        people = reader.carried
    reader.hint_at_unknown(clause)
    reader.token(start, after, "kind", noun.kind)
    if ahead is not None:
        return [reader.follow_up(clause, "reminder", people, clause.text(), ahead)]
    if filled and noun.words in SAME_AS_KIND:
        clause.drop(start, after)
    reader.met_on(people, day)
    text = clause.text()
    return [reader.interaction(clause, direction="mutual", kind=noun.kind, people=people, day=day, text=text)]


def noun_in(clause: Clause, subject: Subject) -> tuple[int, Verb] | None:
    """Where a noun of the table says that time was spent together."""
    if subject.people and not subject.me:
        return _with_me(clause, subject)
    for place in range(subject.end, clause.end):
        if clause.mention(place) is not None or place in clause.gone:
            if clause.mention(place) is not None:
                return None
            continue
        noun = verb_at(clause.keys, place, "noun")
        if noun is None:
            continue
        if _is_unreal(clause, subject.end, place):
            return None
        following = place + noun.size
        pure = verb_at(clause.keys, place, "base") is None
        filled = all(clause.key(i) in FILLERS for i in range(subject.end, place))
        if clause.key(following) == "with" or (filled and pure and _with_later(clause, following)):
            return place, noun
        if filled and ((subject.me and subject.people) or (pure and clause.mention(following) is not None)):
            return place, noun
        if filled and subject.me and clause.key(subject.end) in ("had", "grabbed", "got", "went"):
            return place, noun
    return None


def _with_later(clause: Clause, start: int) -> bool:
    """Whether a place or a day comes first, and then with whom: *lunch at Dishoom with X*, *dinner at X's*."""
    if clause.key(start) not in _BEFORE_WITH:
        return False
    for place in range(start + 1, clause.end):
        mention = clause.mention(place)
        if mention is not None:
            if mention.owner and place == start + 1 and clause.key(start) == "at" and _is_home(clause, mention):
                return True
            if not mention.owner:
                return clause.key(place - 1) == "with"
        if clause.line.words[place - 1].tail or clause.key(place) in ABOUT:
            return False
    return False


def _is_home(clause: Clause, mention: Mention) -> bool:
    """Whether *at X's* is where somebody lives, not something that is theirs."""
    key = clause.key(mention.after)
    return (
        not key or key in ("with", "on", "and", "for", "about", "re") or bool(clause.line.words[mention.end - 1].tail)
    )


def _at_home(reader: Reader, clause: Clause, after: int) -> tuple[Person, ...]:
    """Whose home it was at, who was there: *dinner at X's*."""
    mention = clause.mention(after + 1)
    if clause.key(after) != "at" or mention is None or not mention.owner or not _is_home(clause, mention):
        return ()
    return _whose(reader, clause, after + 1)


def _bare_noun(reader: Reader, clause: Clause, subject: Subject) -> tuple[int, Verb] | None:
    """*Ana coffee 45m*, *Ana: lunch on friday*: somebody and a noun, with no more than when, where and about what."""
    named = subject.people and not subject.me and clause.mention(subject.first) is not None
    if not named and (subject.people or subject.me or not reader.carried or not clause.is_of_front):
        return None
    start = subject.end
    noun = verb_at(clause.keys, start, "noun")
    if noun is None or verb_at(clause.keys, start, "base") is not None:
        return None
    after = start + noun.size
    key = clause.key(after)
    ends = after >= clause.end or after in clause.gone or key in _AFTER_NOUN or bool(_MINUTES.fullmatch(key))
    return (start, noun) if ends or date_at(clause.keys, after, reader.today) is not None else None


def _is_unreal(clause: Clause, start: int, noun: int) -> bool:
    """Whether the words before a noun say that it was not so, or that somebody else did it: *my sister had lunch*."""
    prefix = [clause.key(place) for place in range(start, noun)]
    if any(key in UNREAL or key.endswith("n't") for key in prefix):
        return True
    other = next((at for at, key in enumerate(prefix) if key in HAVING and at), 0)
    return bool(other) and tuple(prefix[:2]) not in MANAGED and prefix[other - 1] not in FILLERS | JOINS


def _with_me(clause: Clause, subject: Subject) -> tuple[int, Verb] | None:
    """*X had lunch with me*."""
    place = subject.end
    while clause.key(place) in FILLERS:
        place += 1
    noun = verb_at(clause.keys, place, "noun")
    if noun is None or not clause.begins(place + noun.size, ("with", "me"), ("with", "us")):
        return None
    return place, noun


def _take_minutes(reader: Reader, clause: Clause, after: int) -> None:
    """Take `45m`, `1h` or `45 min` at the end or right after a name."""
    if clause.minutes:
        return
    end = clause.last_left()
    if end - 1 >= after and clause.key(end - 1) in ("min", "mins", "minutes") and clause.key(end - 2).isdecimal():
        _set_minutes(reader, clause, end - 2, end, clause.key(end - 2) + "m")
        return
    for place in range(after, end):
        hours = clause.begins(place, *_HOURS)
        if hours and (place + hours == end or clause.key(place - 1) == "for"):
            _set_minutes(reader, clause, place, place + hours, _HOURS[tuple(clause.keys[place : place + hours])])
        elif place == end - 1 or reader.line.mention_ending(place) is not None:
            _set_minutes(reader, clause, place, place + 1, clause.key(place))


def _set_minutes(reader: Reader, clause: Clause, first: int, end: int, value: str) -> None:
    match = _MINUTES.fullmatch(value)
    if match is None or clause.minutes or not (match[1] or (match[2] and not value.isdecimal())):
        return
    minutes = int(match[1] or 0) * 60 + int(match[2] or 0)
    if 0 < minutes <= MOST_MINUTES:
        clause.minutes = minutes
        clause.drop(first - (clause.key(first - 1) == "for"), end)
        reader.token(first, end, "date", f"{minutes} minutes")
