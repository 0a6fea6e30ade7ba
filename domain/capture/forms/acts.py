"""Clauses about what was done: verbs in the past, and time spent together."""

import re
from typing import Final

from domain.capture.clause import Clause
from domain.capture.drafts import Draft
from domain.capture.forms.naming import listed
from domain.capture.lexicon import FILLERS, PRONOUN_OBJECTS, WAS
from domain.capture.reader import Reader, Subject
from domain.capture.verbs import AROUND_PEOPLE, FIXED_PAST, ONLY_PEOPLE, SAME_AS_KIND, Verb, thing_kind, verb_at
from domain.model import Direction, Kind

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
    people = reader.participants(clause, after, after)
    direction = _direction(clause, subject, verb, passive=passive)
    if direction is None:
        clause.gone, clause.minutes = untouched, 0
        return None
    kind: Kind = verb.kind
    if kind == "share":
        kind = thing_kind([clause.key(place) for place in clause.left()], got=direction == "got")
    everybody = tuple(dict.fromkeys((*subject.people, *people)))
    if not everybody and kind not in ("post", "smile", "turn up") and not _is_talk(verb, kind):
        everybody = reader.carried
    reader.token(start, after, "kind", kind)
    if verb.words == "recommended" and len(people) == 2:
        reader.offer(start, after, "introduced")
    _hint_at_unknown(reader, clause)
    reader.met_on(everybody, day)
    text = clause.text(start_of_text)
    return [reader.interaction(clause, direction=direction, kind=kind, people=everybody, day=day, text=text)]


def _past_verb(reader: Reader, clause: Clause, subject: Subject) -> tuple[int, Verb, bool] | None:
    """The verb that says what was done, where it stands, and whether it was done to you by somebody."""
    passive = subject.mine and _passive(clause, subject.end)
    start = subject.end + passive
    verb = verb_at(clause.keys, start, "past")
    if verb is None or verb.kind == "note":
        return None
    mention = clause.mention(start + verb.size)
    if verb.words in FIXED_PAST and (verb.words != "read" or mention is None or not mention.owner):
        return None
    if verb.words in ONLY_PEOPLE and not subject.people and not _person_follows(reader, clause, start + verb.size):
        return None
    if subject.people and not subject.me and mention is not None and not mention.owner:
        return None
    return start, verb, passive


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


def _passive(clause: Clause, start: int) -> bool:
    """Whether the words are *was helped … by X*."""
    if clause.key(start) not in WAS or verb_at(clause.keys, start + 1, "past") is None:
        return False
    return any(
        clause.key(place) == "by" and clause.mention(place + 1) is not None for place in range(start, clause.end)
    )


def _person_follows(reader: Reader, clause: Clause, place: int) -> bool:
    return clause.mention(place) is not None or (clause.key(place) in PRONOUN_OBJECTS and reader.last is not None)


def _direction(clause: Clause, subject: Subject, verb: Verb, *, passive: bool) -> Direction | None:
    """Which way it went; nothing where you had no part in it."""
    if passive:
        return "got"
    if not subject.people:
        return verb.direction
    if subject.me:
        return "mutual"
    if verb.direction == "mutual":
        return "mutual" if clause.me else None
    return "got" if clause.me or verb.kind not in ("post", "smile", "turn up") else None


def _is_talk(verb: Verb, kind: str) -> bool:
    return kind == "help" and verb.words in ("gave", "hosted", "organised", "organized", "spoke at", "volunteered")


def _hint_at_unknown(reader: Reader, clause: Clause) -> None:
    for first, end in reader.line.unknown:
        if clause.first <= first < clause.end and first not in clause.gone:
            words = reader.line.words[first:end]
            reader.hint(f"new? {' '.join(word.text.removesuffix(word.tail) for word in words)}")


def shared_time(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """A noun such as *coffee with X*: mutual, and still to happen where its day lies ahead."""
    found = _noun(clause, subject)
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
    people = tuple(dict.fromkeys((*subject.people, *reader.participants(clause, after, after))))
    _hint_at_unknown(reader, clause)
    reader.token(start, after, "kind", noun.kind)
    if ahead is not None:
        return [reader.follow_up(clause, "reminder", people, clause.text(), ahead)]
    if filled and noun.words in SAME_AS_KIND:
        clause.drop(start, after)
    reader.met_on(people, day)
    text = clause.text()
    return [reader.interaction(clause, direction="mutual", kind=noun.kind, people=people, day=day, text=text)]


def _noun(clause: Clause, subject: Subject) -> tuple[int, Verb] | None:
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
        following = place + noun.size
        pure = verb_at(clause.keys, place, "base") is None
        filled = all(clause.key(i) in FILLERS for i in range(subject.end, place))
        if clause.key(following) == "with":
            return place, noun
        if filled and ((subject.me and subject.people) or (pure and clause.mention(following) is not None)):
            return place, noun
        if filled and subject.me and clause.key(subject.end) in ("had", "grabbed", "got", "went"):
            return place, noun
    return None


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
        _set_minutes(clause, end - 2, end, clause.key(end - 2) + "m")
        return
    for place in range(after, end):
        if place == end - 1 or reader.line.mention_ending(place) is not None:
            _set_minutes(clause, place, place + 1, clause.key(place))


def _set_minutes(clause: Clause, first: int, end: int, value: str) -> None:
    match = _MINUTES.fullmatch(value)
    if match is None or clause.minutes or not (match[1] or (match[2] and not value.isdecimal())):
        return
    clause.minutes = int(match[1] or 0) * 60 + int(match[2] or 0)
    clause.drop(first, end)
