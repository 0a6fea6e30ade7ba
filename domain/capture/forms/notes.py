"""Clauses that count for nothing: notes, questions, no contact, and people with nothing but marks."""

import re
from typing import Final

from domain.capture.asking import ask_step, telling
from domain.capture.clause import Clause
from domain.capture.dates import birthday
from domain.capture.drafts import Draft, FieldDraft, Person
from domain.capture.forms.naming import listed, says_of
from domain.capture.lexicon import ADVERBS, AUXILIARIES, JOINS, PRONOUNS, UNANSWERED, UNREACHED
from domain.capture.people import Mention, is_close
from domain.capture.questions import question_at
from domain.capture.reader import Reader, Subject
from domain.capture.verbs import verb_at
from domain.model import QUESTION_WORDS
from domain.text import fold

_NEGATIONS: Final = frozenset({"not", "never", "cannot", "didnt", "couldnt", "cant", "wasnt", "wont", "nobody"})

NO_CONTACT: Final[tuple[tuple[str, ...], ...]] = (
    *UNREACHED, ("had", "to", "cancel"), ("had", "to", "postpone"), ("had", "to", "skip"), ("tried", "to"),
    ("tried", "calling"), ("tried", "ringing"), ("was", "cancelled"), ("was", "canceled"), ("got", "cancelled"),
    ("not", "yet"), ("fell", "through"), ("stood", "me", "up"), ("but", "i", "missed"),
)  # fmt: skip

_NO_CONTACT_FIRST: Final = frozenset(words[0] for words in NO_CONTACT)

CALLED_OFF: Final = frozenset({"cancelled", "canceled", "missed"})

_NO_MORE: Final = frozenset({"longer", "anymore", "found", "stopped", "got", "not", "sorted", "settled", "finished"})
"""With one of these, somebody may have what they said they look for, or want it no more."""

_WITH: Final = frozenset({"with"})
_WITH_NAMES: Final = JOINS | ADVERBS | PRONOUNS
_ADDRESS: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def question(reader: Reader, clause: Clause, _: Subject) -> list[Draft] | None:
    """A question is a note."""
    left = clause.left()
    last = reader.line.words[left[-1]] if left else None
    if last is None or last.literal or not last.tail.startswith("?"):
        return None
    return reader.note(clause, reader.everybody(clause), clause.text(), reader.day_said(clause))


def only_people(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """People and marks, and no word about them."""
    left = clause.left()
    covered = reader.line.covered
    if not left or not all(place in covered or clause.key(place) in JOINS for place in left):
        return [] if not left else None
    text = clause.text()
    people = reader.everybody(clause)
    if not people or subject.being or any(clause.mention(place) is not None and clause.owned for place in left):
        return None
    reader.carry(people)
    if clause.due is not None or clause.repeat:
        return [reader.follow_up(clause, "reminder", people, "", reader.falls_due(clause, clause.end))]
    if clause.fields or clause.answers:
        return []
    if reader.tags:
        known = [person for person in people if isinstance(person, str)]
        return [FieldDraft(contact=person, field="tag", value=tag) for person in known for tag in reader.tags]
    if all(not isinstance(person, str) for person in people):
        return []
    return reader.note(clause, people, text)


def born(reader: Reader, clause: Clause, _: Subject) -> list[Draft] | None:
    """*X's birthday is 15 mar*."""
    left = clause.left()
    mention = clause.mention(left[0]) if left else None
    if mention is None or clause.key(mention.after) != "birthday":
        return None
    start = mention.after + 1
    while clause.key(start) in ("is", "on", "="):
        start += 1
    value = birthday(" ".join(clause.key(place) for place in range(start, clause.end) if place not in clause.gone))
    person = reader.person(mention)
    if not value or person is None:
        return None
    reader.carry((person,))
    reader.token(mention.after, clause.end, "field", f"birthday {value}")
    return [FieldDraft(contact=person, field="birthday", value=value)]


def no_contact(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*didn't reach X*, *tried to call X*, *no answer*: a note."""
    zone = _predicate(clause, subject.end)
    keys = [clause.key(place) for place in range(subject.first, min(zone + 1, clause.end))]
    negated = any(key in _NEGATIONS or key.endswith("n't") for key in keys)
    phrased = any(_unmade(clause, subject, place) for place in range(subject.first, clause.end))
    if not negated and not phrased and not _called_off(clause, subject):
        return None
    return noted(reader, clause, subject)


def _unmade(clause: Clause, subject: Subject, place: int) -> bool:
    """Whether a phrase says here that there was no contact; what was sent was sent, answered or not."""
    if clause.key(place) not in _NO_CONTACT_FIRST or not clause.begins(place, *NO_CONTACT):
        return False
    verb = verb_at(clause.keys, subject.end, "past") if subject.mine and clause.begins(place, *UNANSWERED) else None
    return verb is None or verb.kind not in ("message", "share")


def _predicate(clause: Clause, start: int) -> int:
    """The place of the first verb or question phrase; the end where there is none."""
    for place in range(start, clause.end):
        if verb_at(clause.keys, place, "past", "base") or question_at(clause.keys, place):
            return place
    return clause.end


def _called_off(clause: Clause, subject: Subject) -> bool:
    left = clause.left()
    for place in left:
        if clause.key(place) in CALLED_OFF:
            opens = place == subject.end
            return opens or place == left[-1] or clause.key(place - 1) in ("was", "got", "is", "but", "had")
    return False


def noted(reader: Reader, clause: Clause, subject: Subject) -> list[Draft]:
    """A note about whoever is named, without the names that the text can do without."""
    if clause.lead is not None and clause.lead.past is None:
        clause.gone.difference_update(range(clause.first, subject.first))
    else:
        clause.drop(clause.first, subject.first)
    day = reader.took_place(clause, subject.first, sure=True)
    acting = subject.people if not subject.me else ()
    people = tuple(dict.fromkeys((*acting, *reader.everybody(clause))))
    owner = None if people else _owner(clause, subject)
    if owner is not None:
        people = tuple(filter(None, (reader.person(owner),)))
    _hint_at_names(reader, clause, people or reader.carried)
    reader.hint_at_unknown(clause, after=_WITH)
    _hint_at_answer(reader, clause, people or reader.carried)
    for place in clause.left():
        mention = clause.mention(place)
        if mention is not None and _goes(clause, mention, subject):
            clause.drop(mention.first, mention.after)
    if acting and not subject.being and _only_names(reader, clause, subject) and clause.text(subject.end):
        clause.drop(subject.first, subject.end)
    text = clause.text()
    if reader.front is not None and reader.front.past is None and reader.front.future is not None:
        return [reader.follow_up(clause, "reminder", people or reader.carried, text, reader.front.future)]
    note = reader.note(clause, people or reader.carried, text, day)
    if owner is not None and is_close(clause.key(owner.after)):
        reader.last = None
    elif not people and not reader.carried and len(clause.owned) == 1:
        _keep_in_mind(reader, clause, clause.owned[0])
    return note


def _keep_in_mind(reader: Reader, clause: Clause, owner: Mention) -> None:
    """Let *him* and *her* mean whose thing the note is about: *saw X's talk, told him …*."""
    if len(owner.ids) == 1 and not is_close(clause.key(owner.after)):
        reader.last = reader.person(owner)


def _owner(clause: Clause, subject: Subject) -> Mention | None:
    """Who owns what the note begins with, where that is clear: *X's mum died*; *she* may be the mum as well."""
    mention = clause.mention(subject.first)
    clear = mention is not None and mention.owner and len(mention.ids) == 1 and not clause.is_of_front
    return mention if clear else None


def _only_names(reader: Reader, clause: Clause, subject: Subject) -> bool:
    """Whether the subject is made of names and pronouns alone, which the people of the note say again."""
    return all(
        place in reader.line.covered or clause.key(place) in _WITH_NAMES for place in range(subject.first, subject.end)
    )


def _goes(clause: Clause, mention: Mention, subject: Subject) -> bool:
    """Whether a note can do without this name: it stands right after a verb, and more follows, but no verb."""
    if mention.owner or mention.first < subject.end or clause.last_left() <= mention.after:
        return False
    before = mention.first - 1
    verb = verb_at(clause.keys, before, "past", "base")
    return verb is not None and verb.size == 1 and not says_of(clause, mention.after)


def _hint_at_names(reader: Reader, clause: Clause, people: tuple[Person, ...]) -> None:
    if len(people) == 1 and any(_ADDRESS.fullmatch(reader.line.words[i].text) for i in clause.left()):
        reader.hint(f"add e-mail to {reader.name(people[0])}?")
    if len(people) == 1:
        _hint_at_work(reader, clause)
    left = clause.left()
    if people or len(left) < 2 or clause.mention(left[0]) is not None:
        return
    follows = verb_at(clause.keys, left[0] + 1, "past") is not None or clause.key(left[0] + 1) in AUXILIARIES
    near = reader.names.near(clause.key(left[0])) if follows else ""
    if near:
        name = reader.names.contact(near).name
        reader.hint(f"did you mean {name}? @{name.split()[0].casefold()}")


def _hint_at_work(reader: Reader, clause: Clause) -> None:
    """Offer the organisation of *works at ORG*; a field is never changed unasked."""
    works = (("works", "at"), ("works", "for"), ("is", "now", "at"), ("joined",), ("started", "at"))
    for place in clause.left():
        size = clause.begins(place, *works)
        end = start = place + size
        while size and end < clause.end and reader.line.words[end].capital and reader.line.words[end].plain:
            end += 1
        if end > start:
            reader.hint(f"org: {' '.join(word.text.removesuffix(word.tail) for word in reader.line.words[start:end])}?")
            return


def _hint_at_answer(reader: Reader, clause: Clause, people: tuple[Person, ...]) -> None:
    """Ask whether an answer still holds where its person found it or is not after it any more; nothing is closed."""
    keys = [clause.key(place) for place in range(clause.first, clause.end)]
    if not any(key in _NO_MORE or key.endswith("n't") for key in keys):
        return
    words = telling(keys)
    for answer in reader.book.answers.values():
        if answer.state == "open" and answer.contact in people and words & telling(fold(answer.text).split()):
            reader.hint(f"still true? {reader.name(answer.contact)}, {QUESTION_WORDS[answer.question]}: {answer.text}")


def asked(reader: Reader, clause: Clause, subject: Subject) -> list[Draft] | None:
    """*asked X about Y*: a note, and a step of the ask it belongs to."""
    if clause.key(subject.end) != "asked" or subject.people:
        return None
    people, _ = listed(reader, clause, subject.end + 1)
    if not people:
        return None
    drafts = noted(reader, clause, subject)
    step = ask_step(reader, people, [clause.key(place) for place in range(subject.end + 1, clause.end)])
    return [*drafts, *step]
