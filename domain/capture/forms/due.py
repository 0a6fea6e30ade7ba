"""Clauses about what has not happened: to-dos, promises, and what is waited for."""

from typing import Final

from domain.capture.clause import Clause
from domain.capture.dates import date_at
from domain.capture.drafts import Draft, Person
from domain.capture.forms.acts import noun_in
from domain.capture.forms.introductions import introduction_idea
from domain.capture.forms.naming import leave_in_text, listed
from domain.capture.forms.notes import noted
from domain.capture.lexicon import (
    ADVERBS,
    ARRANGED,
    DETERMINERS,
    FILLERS,
    JOINS,
    LEADS,
    LEADS_TO_A_VERB,
    ME,
    ME_OBJECT,
    MODAL,
    ONCE_MORE,
    PERSON_PREPOSITIONS,
    PROMISING_LEADS,
    PRONOUN_OBJECTS,
    PRONOUNS,
    TO_ARRANGE,
    TO_DO_FILLERS,
)
from domain.capture.reader import A_WEEK, Reader, Subject
from domain.capture.verbs import FIXED_PAST, Verb, verb_at

PROMISED: Final[tuple[tuple[str, ...], ...]] = (
    ("promised",), ("owe",), ("told",), ("said",), ("agreed",), ("offered",), ("volunteered",),
)  # fmt: skip
WITH_I: Final = frozenset({"told", "said"})
"""These promise only where *I'd* or *I'll* follows."""
WITH_TO: Final = frozenset({"agreed", "offered", "volunteered"})
"""These promise only where *to* or *I'd* follows."""

_WOULD: Final[tuple[tuple[str, ...], ...]] = (
    ("that", "i'd"), ("that", "i", "would"), ("that", "i'll"), ("that", "i", "will"), ("i'd",), ("i", "would"),
    ("i'll",), ("i", "will"), ("to",),
)  # fmt: skip

WAITING: Final[tuple[tuple[str, ...], ...]] = (
    ("waiting", "on"), ("waiting", "for"), ("am", "waiting", "on"), ("am", "waiting", "for"), ("waiting", "to"),
    ("awaiting",), ("expecting",),
)  # fmt: skip

OWING: Final[tuple[tuple[str, ...], ...]] = (("owes", "me"), ("owes", "us"), ("promised", "me"), ("promised", "us"),
                                              ("promised",), ("owe", "me"))  # fmt: skip

_TELLING: Final[tuple[tuple[str, ...], ...]] = (
    ("said",), ("says",), ("told", "me"), ("told", "us"), ("promised",), ("promised", "me"), ("promised", "us"),
    ("agreed",), ("offered",),
)  # fmt: skip
_THEY_WILL: Final = frozenset({"she'll", "he'll", "they'll"})
_SENDING: Final = frozenset({"send", "share", "forward", "bring", "pass on", "lend", "give"})
_MINE: Final = ME_OBJECT | {"my", "our"}
_THEY_WOULD: Final = frozenset({"she'd", "he'd", "they'd", "she'll", "he'll", "they'll"})


def promise(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*promised X Y*, *told X I'd Y*, *owe X Y*."""
    size = clause.begins(subject.end, *PROMISED) if subject.mine else 0
    if not size:
        return None
    start = after = subject.end + size
    people: list[Person] = []
    while after < clause.end:
        mention = clause.mention(after)
        person = reader.person(mention) if mention is not None and not mention.owner else None
        if person is not None and mention is not None:
            people.extend([person] if person not in people else [])
            after = mention.after
        elif clause.key(after) in PRONOUN_OBJECTS and reader.last is not None and after == start:
            people.extend(reader.carried if clause.key(after) == "them" else (reader.last,))
            after += 1
        elif clause.key(after) in JOINS and people and clause.mention(after + 1) is not None:
            after += 1
        else:
            break
    would = clause.begins(after, *_WOULD)
    verb, to = clause.key(subject.end), clause.key(after) == "to"
    if (verb in WITH_I and (not would or to)) or (verb in WITH_TO and (not would or (bool(people) and to))):
        return None
    clause.drop(clause.first, after + would)
    base = verb_at(clause.keys, after + would, "base")
    if base is not None and base.kind == "introduction":
        reader.carry(people)
        idea = introduction_idea(reader, clause, after + would + base.size, default=A_WEEK)
        if idea is not None:
            return idea
    if not people:
        people.extend(_receiver(reader, clause, after + would))
    reader.token(subject.end, start, "follow-up", "promise")
    due = reader.falls_due(clause, after + would)
    text = clause.text(after + would)
    leave_in_text(reader, clause, after + would)
    return [reader.follow_up(clause, "promise", tuple(people) or reader.carried, text, due, A_WEEK)]


def _receiver(reader: Reader, clause: Clause, start: int) -> tuple[Person, ...]:
    """Who is named after the verb of what was promised, or after *to*."""
    verb = verb_at(clause.keys, start, "base")
    if verb is not None:
        return reader.participants(clause, start + verb.size, start + verb.size)
    for place in range(start, clause.end - 1):
        mention = clause.mention(place + 1)
        if clause.key(place) == "to" and mention is not None and not mention.owner:
            person = reader.person(mention)
            clause.drop_mention(mention)
            return (person,) if person is not None else ()
    return ()


def waiting(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*waiting on X for Y*, *X owes me Y*, *X promised me Y*."""
    size = clause.begins(subject.end, *WAITING) if subject.mine else 0
    said = subject.end + size
    if size:
        after = said
        people, after = listed(reader, clause, after)
        after += clause.key(after) in ("for", "to") and bool(people)
        people = people or _sender(reader, clause, after) or reader.carried
    else:
        people = subject.people or (reader.carried if clause.key(subject.end) == "owes" else ())
        owing = _owing(reader, clause, subject) if people and not subject.me else None
        if owing is None:
            return None
        after = subject.end + owing
        said = after = after + _sending(clause, after)
    clause.drop(clause.first, after)
    reader.token(subject.end - (said == subject.end), said, "follow-up", "waiting")
    due = reader.falls_due(clause, after)
    leave_in_text(reader, clause, after)
    return [reader.follow_up(clause, "waiting", people, clause.text(after), due, A_WEEK)]


def _sender(reader: Reader, clause: Clause, start: int) -> tuple[Person, ...]:
    """Who is named after *from*: the one that it is waited for from."""
    for place in range(start, clause.end):
        if clause.key(place) == "from" and clause.mention(place + 1) is not None:
            people, end = listed(reader, clause, place + 1)
            clause.drop(place, end)
            return people
    return ()


def _sending(clause: Clause, start: int) -> int:
    """How many words say only that it is to be sent to you, where what it is follows: *send me the contract*."""
    verb = verb_at(clause.keys, start, "base")
    if verb is None or verb.words not in _SENDING:
        return 0
    after = start + verb.size + (clause.key(start + verb.size) in ME_OBJECT)
    named = clause.key(after) in DETERMINERS or clause.key(after)[:1].isdigit()
    return after - start if named and clause.mention(after) is None else 0


def _is_for_me(reader: Reader, clause: Clause, start: int) -> bool:
    """Whether what somebody will do is for you: it names you, or something that is sent and nobody else."""
    verb = verb_at(clause.keys, start, "base")
    if clause.begins(start, ("let", "me", "know"), ("let", "us", "know")):
        return True
    if verb is None or verb.direction != "gave":
        return False
    after = start + verb.size
    rest = range(after, clause.end)
    if any(clause.key(place) in _MINE for place in rest):
        return True
    if any((mention := clause.mention(place)) is not None and not mention.owner for place in rest):
        return False
    if verb.kind in ("message", "call"):
        after += clause.key(after) == "back"
        return after >= clause.last_left() or date_at(clause.keys, after, reader.today) is not None
    return verb.words in _SENDING and verb.words != "give" and after < clause.last_left()


def _owing(reader: Reader, clause: Clause, subject: Subject) -> int | None:
    """How many words say that somebody is to do something for you: *owes me*, *said he'd*, *will send me*.

    Of *she'll send it* the subject has said it all; None where nothing does.
    """
    start = subject.end
    if any(clause.key(place) in _THEY_WILL for place in range(subject.first, start)):
        return 0 if _is_for_me(reader, clause, start) else None
    told = clause.begins(start, *sorted(_TELLING, key=len, reverse=True))
    place = start + told
    place += clause.key(place) == "that"
    would = clause.key(place) in _THEY_WOULD
    if not would and clause.key(place) in PRONOUNS and clause.key(place + 1) in ("would", "will"):
        would, place = True, place + 1
    if would and told and verb_at(clause.keys, place + 1, "base") is not None:
        return place + 1 - start
    if told and clause.key(start) in WITH_TO and clause.key(place) == "to":
        return place + 1 - start if verb_at(clause.keys, place + 1, "base") is not None else None
    size = clause.begins(start, *OWING)
    if size and not (size == 1 and clause.mention(start + 1) is not None):
        return size + (clause.key(start + size) == "to")
    will = clause.begins(start, ("will",), ("is", "going", "to"), ("are", "going", "to"))
    return will if will and _is_for_me(reader, clause, start + will) else None


def arranged(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*booked lunch with X for friday*, *seeing X tomorrow*: a reminder; nothing where no day lies ahead."""
    if not subject.mine:
        return None
    start = _arranged_start(clause, subject.end)
    if start is None:
        return None
    whole = set(clause.gone)
    clause.drop(clause.first, start)
    due = reader.falls_due(clause, start)
    if due is None or due < reader.today:
        clause.gone = whole
        return noted(reader, clause, subject) if clause.key(subject.end) in ARRANGED else None
    last = clause.last_left()
    if clause.key(last - 1) in ("to", "for", "on", "until", "till"):
        clause.drop(last - 1, last)
    reader.token(subject.end, start + 1, "follow-up", "to do")
    text, people = _to_do_text(reader, clause, start, start + 1)
    return [reader.follow_up(clause, "reminder", people, text, due)]


def put_off(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*lunch with X moved to friday*, *coffee with X is off*: a reminder where a day lies ahead, else a note."""
    found = noun_in(clause, subject)
    moved = next((place for place in range(subject.end, clause.end) if _is_put_off(reader, clause, place)), None)
    if found is None or moved is None or found[0] > moved:
        return None
    if not all(clause.key(place) in FILLERS for place in range(subject.end, found[0]) if place not in clause.gone):
        return None
    whole = set(clause.gone)
    clause.drop(clause.first, found[0])
    after = moved + 1
    earlier = date_at(clause.keys, after + 1, reader.today) if clause.key(after) == "from" else None
    after += earlier.size + 1 if earlier is not None else 0
    after += clause.key(after) in ("to", "for", "on", "until", "till")
    due = reader.falls_due(clause, after)
    if due is None or due < reader.today:
        clause.gone = whole
        return noted(reader, clause, subject)
    clause.drop(moved - (clause.key(moved - 1) in _IS), after)
    people = (*subject.people, *reader.participants(clause, found[0] + found[1].size, found[0] + found[1].size))
    reader.token(moved, after, "follow-up", "to do")
    return [reader.follow_up(clause, "reminder", people, clause.text(), due)]


_IS: Final = frozenset({"is", "was", "got", "been"})


def _is_put_off(reader: Reader, clause: Clause, place: int) -> bool:
    """Whether the word says of what was arranged with somebody that it is put off."""
    key = clause.key(place)
    after = clause.key(place - 1) in _IS or reader.line.mention_ending(place) is not None
    return after and (key in ARRANGED or (key == "off" and place == clause.end - 1))


def wanted_of_me(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*X wants me to call*, *X asked me to review Y*: a reminder."""
    if not subject.people or subject.me or clause.key(subject.end) not in ("wants", "needs", "asked", "told"):
        return None
    start = subject.end + 3
    if clause.key(start - 2) not in ME_OBJECT or clause.key(start - 1) != "to":
        return None
    verb = verb_at(clause.keys, start, "base")
    if verb is None:
        return None
    clause.drop(clause.first, start)
    due = reader.falls_due(clause, start + verb.size)
    leave_in_text(reader, clause, start)
    reader.token(start, start + verb.size, "follow-up", "to do")
    return [reader.follow_up(clause, "reminder", subject.people, clause.text(start), due)]


def _arranged_start(clause: Clause, start: int) -> int | None:
    """The word at which what lies ahead is named; nothing where the words say no such thing."""
    key = clause.key(start)
    if key in ARRANGED:
        place = start + 1
        while clause.key(place) in FILLERS:
            place += 1
        noun = verb_at(clause.keys, place, "noun")
        return place if noun is not None else None
    if key in _GOING:
        place = start + 1
        while clause.key(place) in FILLERS or clause.key(place) in ("out", "for", "off", "to"):
            place += 1
        return place if verb_at(clause.keys, place, "noun") is not None else None
    stem = key.removesuffix("ing")
    if stem == key or not (clause.mention(start + 1) or clause.key(start + 1) in PRONOUN_OBJECTS):
        return None
    bases = (verb_at([form], 0, "base") for form in (stem, stem + "e", stem[:-1]))
    return start if any(base is not None for base in bases) else None


_TO_MAKE_FOR: Final = frozenset({"get", "make", "bake", "cook", "find", "fix", "pay", "pick", "fetch", "collect"})
"""To be done for somebody where a person follows."""
_GOING: Final = frozenset({"having", "going", "grabbing", "getting"})


def to_do(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """A base form, *need to*, *should*, *I'll*: it has not happened."""
    if not subject.mine:
        return None
    first = _after_adverbs(clause, subject.first)
    promising = clause.begins(first, *PROMISING_LEADS)
    lead = promising or clause.begins(first, *LEADS, MODAL)
    start = first + lead if lead else subject.end
    while lead and clause.key(start) in ADVERBS:
        start += 1
    further = clause.begins(start, *LEADS) if lead and clause.key(start) != "to" else 0
    if further:
        start, promising = start + further, 0
    if not lead:
        start = _base_start(clause, start)
    if start >= clause.end:
        return None
    verb = verb_at(clause.keys, start, "base") or (verb_at(clause.keys, start, "past") if lead else None)
    if lead and _is_no_lead(clause, first, start, verb):
        return None
    clause.drop(clause.first, start)
    after = start + (verb.size if verb else _unknown_verb(clause, start))
    if verb is not None and verb.kind == "introduction":
        idea = introduction_idea(reader, clause, after)
        if idea is not None:
            return idea
    default = A_WEEK if promising else A_WEEK * 0
    due = reader.falls_due(clause, after)
    text, people = _to_do_text(reader, clause, start, after)
    reader.token(start, max(after, start + 1), "follow-up", "promise" if promising else "to do")
    if verb is not None and not lead and due is None:
        reader.offer(start, after, verb.past)
    return [reader.follow_up(clause, "promise" if promising else "reminder", people or _carried_for(reader, verb), text,
                             due, default)]  # fmt: skip


def _after_adverbs(clause: Clause, start: int) -> int:
    while clause.key(start) in ADVERBS:
        start += 1
    return start


def _unknown_verb(clause: Clause, start: int) -> int:
    """How many words a verb takes that is not of the table and has somebody after it: *pay X*, *pick up X*."""
    for size in (1, 2):
        mention = clause.mention(start + size)
        if mention is not None and not mention.owner and clause.mention(start) is None:
            return size
    return 0


def _is_no_lead(clause: Clause, first: int, start: int, verb: Verb | None) -> bool:
    """Whether the words only look like a lead: *to …* without a verb, *ill in bed*, *should have called*."""
    if clause.key(start) == "have" and verb_at(clause.keys, start + 1, "past") is not None:
        return True
    return verb is None and clause.key(first) in LEADS_TO_A_VERB


def _carried_for(reader: Reader, verb: Verb | None) -> tuple[Person, ...]:
    return () if verb is not None and verb.kind == "post" else reader.carried


def _is_to_be_arranged(clause: Clause, start: int) -> bool:
    """Whether the words say to arrange time together, or to put it off: *set up a call*, *book dinner*."""
    noun = start + clause.begins(start, *TO_ARRANGE)
    while noun > start and clause.key(noun) in FILLERS:
        noun += 1
    return noun > start and verb_at(clause.keys, noun, "noun") is not None


def _base_start(clause: Clause, start: int) -> int:
    """The word at which a base form begins; the end of the clause where it is no to-do."""
    if clause.key(start) in TO_DO_FILLERS:
        noun = start + 1
        while clause.key(noun) in FILLERS:
            noun += 1
        if verb_at(clause.keys, noun, "noun") is not None:
            return noun
    if _is_to_be_arranged(clause, start) or clause.begins(start, *ONCE_MORE):
        return start
    verb = verb_at(clause.keys, start, "base")
    if verb is None and clause.key(start) in _TO_MAKE_FOR and clause.mention(start + 1) is not None:
        return start
    if verb is None or verb.words in FIXED_PAST:
        return clause.end
    past = verb_at(clause.keys, start, "past")
    if past is not None and past.size > verb.size:
        return clause.end
    shared = verb_at(clause.keys, start, "noun")
    if shared is not None and clause.key(start + shared.size) in ("with", "from"):
        return clause.end
    following = clause.key(start + verb.size)
    if verb.words == "wish" and (following in ME | PRONOUNS or clause.mention(start + 1) is None):
        return clause.end
    if verb.size == 1 and following in ("at", "was", "is", "went", "wanted", "from", "of", "in"):
        return clause.end
    return start


def _to_do_text(reader: Reader, clause: Clause, start: int, after: int) -> tuple[str, tuple[Person, ...]]:
    """The words of a to-do and its people: names go where the words can do without them."""
    whole = set(clause.gone)
    plain = clause.text(start)
    people = reader.participants(clause, after, after)
    rest = clause.text(after)
    before = clause.key(after - 1)
    if not rest or rest == clause.text(start) or before in PERSON_PREPOSITIONS:
        clause.gone = whole
        return plain, people
    return clause.text(start), people
