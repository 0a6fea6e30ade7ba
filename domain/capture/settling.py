"""Finding what is closed by something that came in or was done: one follow-up for each person at most."""

from typing import NamedTuple

from domain.capture.asking import telling
from domain.capture.clause import Clause
from domain.capture.drafts import InteractionDraft, Person, Settled
from domain.capture.reader import Reader
from domain.capture.verbs import Verb, verb_at
from domain.model import FollowUp
from domain.text import fold


def waiting_settled(reader: Reader, people: tuple[Person, ...], text: str, *, only_alike: bool) -> tuple[Settled, ...]:
    """The one thing waited for from each of the people that this closes: the most alike, then the earliest due."""
    known = [person for person in people if isinstance(person, str)]
    if not known:
        return ()
    words = telling(fold(text).split())
    settled: list[Settled] = []
    for person in known:
        waiting = [
            (-len(words & telling(fold(item.text).split())), item.due, item.id, item.text)
            for item in reader.book.follow_ups.values()
            if item.kind == "waiting" and item.state == "open" and person in item.people
        ]
        if waiting and (min(waiting)[0] < 0 or not only_alike):
            *_, follow_up, text = min(waiting)
            if all(one.follow_up != follow_up for one in settled):
                settled.append(Settled(what="waiting", person=person, follow_up=follow_up, text=text))
    return tuple(settled)


def settled_by(reader: Reader, marks: list[str], people: tuple[Person, ...]) -> tuple[Settled, ...]:
    """What `settles:` closes: follow-ups by id, the thanks owed to everybody named, or nothing."""
    settled: list[Settled] = []
    for mark in marks:
        item = reader.book.follow_ups.get(mark)
        if item is not None:
            party = next((person for person in people if person in item.people), people[0] if people else "")
            settled.append(Settled(what=item.kind, person=party, follow_up=item.id, text=item.text))
        elif mark == "thanks":
            settled.extend(Settled(what="thanks owed", person=person) for person in people)
    return tuple(settled)


def fulfilled(reader: Reader, clause: Clause, draft: InteractionDraft) -> InteractionDraft:
    """The draft with the promises and reminders that it closes: one at most for each of its people."""
    if clause.settles:
        return draft._replace(settles=settled_by(reader, clause.settles, draft.people))
    if draft.direction not in ("gave", "mutual"):
        return draft
    done = _Done(draft, _verb_of(clause), reader)
    settled = {found.follow_up: found for person in draft.people[::-1] if (found := done.closes(person)) is not None}
    return draft._replace(settles=(*draft.settles, *reversed(settled.values()))) if settled else draft


class _Match(NamedTuple):
    """A follow-up that something done may close."""

    item: FollowUp
    shared: int
    """How many telling words they have in common."""
    own: frozenset[str]
    """The telling words of the follow-up."""

    def rank(self) -> tuple[int, str, str]:
        """The best one comes first: the most alike, then the earliest due."""
        return -self.shared, self.item.due, self.item.id


class _Done:
    """Something that was done, held against what is due."""

    def __init__(self, draft: InteractionDraft, verb: str, reader: Reader) -> None:
        self.people = set(draft.people)
        self.kind = draft.kind
        self.day = draft.day.isoformat()
        self.verb = verb
        self.today = reader.today.isoformat()
        self.items = reader.book.follow_ups.values()
        self.name = reader.name
        self.words = telling(fold(draft.text).split())

    def closes(self, person: Person) -> Settled | None:
        """The one promise or reminder that this closes: the most alike, then the earliest due."""
        if not isinstance(person, str):
            return None
        matches = [match for item in self.items if self._may(item, person) and (match := self._match(item)) is not None]
        if len(matches) > 1:
            matches = [one for one in matches if one.shared or one.item.kind == "promise" or one.item.due <= self.today]
        if not matches:
            return None
        best = min(matches, key=_Match.rank)
        if not best.shared and len({match.own for match in matches}) > 1:
            return None
        return Settled(what=best.item.kind, person=person, follow_up=best.item.id, text=best.item.text)

    def _may(self, item: FollowUp, person: str) -> bool:
        """Whether it is open, yours to do, of nobody else too, and older than what was done."""
        return (
            item.state == "open"
            and item.kind != "waiting"
            and person in item.people
            and self.people.issuperset(item.people)
            and item.made[:10] <= self.day
        )

    def _match(self, item: FollowUp) -> _Match | None:
        keys = fold(item.text).split()
        base = _to_be_done(keys)
        names = {word for person in item.people for word in telling(fold(self.name(person)).split())}
        own = frozenset(telling(keys[base.size if base is not None else 0 :]) - names)
        shared = len(own & self.words)
        same = base is not None and (base.past == self.verb or base.kind == self.kind == "call")
        if item.kind == "reminder" and not same:
            return None
        if not shared and (not same or (own and (self.words or item.kind == "promise"))):
            return None
        return _Match(item, shared, own)


def _to_be_done(keys: list[str]) -> Verb | None:
    """What the text of a follow-up says is to be done: a verb, or a noun such as *lunch*."""
    return verb_at(keys, 0, "base") or verb_at(keys, 0, "noun")


def _verb_of(clause: Clause) -> str:
    """The verb of a clause as it reads in the past, or its noun; empty where it has none."""
    for place in range(clause.first, clause.end):
        verb = verb_at(clause.keys, place, "past") or verb_at(clause.keys, place, "noun")
        if verb is None and clause.key(place - 1) == "to":
            verb = verb_at(clause.keys, place, "base")
        if verb is not None and clause.mention(place) is None:
            return verb.past
    return ""
