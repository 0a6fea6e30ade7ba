"""The use cases of introductions: what is suggested, taken up, asked, made and told."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from domain import introducing
from domain.book import Book, Work
from domain.drafting import Draft, Words, draft, idea_of, mailto, next_words, subject
from domain.errors import ChangedError, NotFoundError
from domain.inbox.item import Item
from domain.inbox.names import full_name
from domain.inbox.score import Score
from domain.inbox.stepping import is_match
from domain.introducing import OPEN, UNDER_WAY, Step, first_name
from domain.matching.pairs import DECLINED_FOR
from domain.matching.said import Said
from domain.matching.suggestion import Suggestion, item_of
from domain.matching.taught import forget, never_by, reader_of, same
from domain.matching.two import for_each_other, newest
from domain.model import Answer, Introduction, Kind, Outcome, Stage, Taught
from domain.text import clean, listed
from domain.words import iso, near, span

if TYPE_CHECKING:
    from domain.desk import Desk
    from domain.inbox.together import Together
    from domain.matching.phrase import Reader

OVER: Final[frozenset[Stage]] = frozenset({"outcome", "thanked"})
"""Stages of introductions of which it is known how they went, or that it never will be."""
HOW: Final[Mapping[Kind, str]] = {
    "message": "by message",
    "call": "by phone",
    "meet": "when you met",
    "chat": "in a chat",
    "listen": "when you listened",
    "turn up": "where you turned up",
}
"""How it was told, by the kind of what happened that day."""

IN_A_ROW: Final = 10
"""So many suggestions are seen at once."""
OF_ONE: Final = 2
"""So many of them may be about one person while there are others."""
LOOKED_AT: Final = 100
"""So many suggestions are put in turns; hardly anybody reads on to the rest."""


def in_turns(best_first: Sequence[Suggestion]) -> list[Suggestion]:
    """The order of a list: the best first, but of ten in a row only two about one person while there are others."""
    waiting = list(best_first[:LOOKED_AT])
    found: list[Suggestion] = []
    while waiting:
        shown = Counter(person for one in found[1 - IN_A_ROW :] for person in (one.a, one.b))
        at = next((at for at, one in enumerate(waiting) if max(shown[one.a], shown[one.b]) < OF_ONE), 0)
        found.append(waiting.pop(at))
    return [*found, *best_first[LOOKED_AT:]]


class IntroductionsDesk:
    """What can be done with two people who should know each other."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._reader: tuple[Mapping[str, Taught], Reader] | None = None
        self._phrases: tuple[Book | None, dict[tuple[str, str], Suggestion | None]] = (None, {})
        """What was found for pairs that were asked about, for the book as it was."""
        self._pairs: tuple[Mapping[str, Introduction], dict[frozenset[str], list[Introduction]]] | None = None
        self._answers: tuple[Mapping[str, Answer], dict[str, dict[str, Answer]]] | None = None

    @property
    def is_ready(self) -> bool:
        """Whether every suggestion is known; until then there are some, or none."""
        return self._desk.matches_are_ready()

    def suggestions(self) -> list[Suggestion]:
        """What is known so far, the best first, without what was put away until a later day."""
        moment = self._desk.moment()
        away = self._desk.index.away(moment.day)
        return [one for one in self._desk.matches().all(moment) if one.key not in away]

    def in_turns(self) -> list[Suggestion]:
        """The suggestions as a list shows them: the best first, but others too where many are about one person."""
        return in_turns(self.suggestions())

    def of(self, contact: str) -> Sequence[Suggestion]:
        """The suggestions about one person, the best first."""
        return self._desk.matches().of(contact, self._desk.moment())

    def between(self, a: str, b: str) -> Suggestion | None:
        """The suggestion about these two; None where there is none, or where they are not to be suggested."""
        return self._desk.matches().between(a, b, self._desk.moment())

    def phrases(self, a: str, b: str) -> Suggestion | None:
        """What the two have for each other, also once they were taken up, asked or introduced."""
        book = self._desk.book
        if self._phrases[0] is not book:
            self._phrases = book, {}
        known = self._phrases[1]
        if (a, b) not in known:
            known[a, b] = for_each_other(a, b, self._book_of(a, b), self.reader)
        return known[a, b]

    def said(self, contact: str, *, needs: bool) -> Said | None:
        """What one of a pair without phrases in common last said they need, or have; what else they said where not."""
        if contact not in self._desk.book.contacts:
            return None
        book = self._book_of(contact)
        return newest(contact, book, needs=needs) or newest(contact, book, needs=not needs)

    def how_told(self, said: Said) -> str:
        """When and how a phrase was told: `9 d, by phone`; empty where it was not told, but is what they do."""
        if not said.learnt:
            return ""
        moment = self._desk.moment()
        days = moment.today.toordinal() - said.learnt
        when = span(days)
        if days >= self._desk.settings.fresh_days:
            return f"{when}, stale"
        day = date.fromordinal(said.learnt).isoformat()
        answer = self._desk.book.answers.get(said.record)
        raw = answer.raw if answer is not None else ""
        then = [
            one
            for one in self._desk.dealings.with_contact(said.contact)
            if one.at[:10] == day and one.direction != "none" and one.kind in HOW
        ]
        act = next((one for one in then if raw and one.raw == raw), then[0] if len(then) == 1 else None)
        return f"{when}, {HOW[act.kind]}" if act is not None else when

    def under_way(self) -> list[Introduction]:
        """What is between the idea and how it went, what is due first in front."""
        moment = self._desk.moment()
        known = [introducing.standing(one, moment.today) for one in self._desk.book.introductions.values()]
        open_ = [one for one in known if one.stage in OPEN]
        return sorted(open_, key=lambda one: (self.due(one) or date.max, one.id))

    def done(self) -> list[Introduction]:
        """What is over, the newest first; what was declined is not among them."""
        return self._over(OVER)

    def declined(self) -> list[Introduction]:
        """What was declined, by one of the two or by you, the newest first."""
        return self._over(frozenset({"declined"}))

    def to_do(self) -> int:
        """How many steps are due by today."""
        today = self._desk.moment().today
        return sum((due := self.due(one)) is not None and due <= today for one in self.under_way())

    def next_step(self, pair: Introduction) -> Step | None:
        """What is to be done next; None where nothing is."""
        return introducing.next_step(pair, self._desk.book.contacts, self._desk.moment().today)

    def due(self, pair: Introduction) -> date | None:
        """The day of the next step, or a later one until which it was put away; None where none is due."""
        step = self.next_step(pair)
        if step is None or step.due is None:
            return None
        said = self._desk.index.snoozes().get(_step_key(pair), ())
        if any(not one.until for one in said):
            return None
        return max([step.due, *(day for one in said if (day := iso(one.until)) is not None)])

    def stands(self, pair: Introduction) -> str:
        """The stage in words."""
        return introducing.where_it_stands(pair, self._desk.book.contacts, self._desk.moment().today)

    def latest(self, a: str, b: str) -> Introduction | None:
        """The newest introduction of two people; one under way comes before, one that was declined after the others."""
        every = self._desk.book.introductions
        if self._pairs is None or self._pairs[0] is not every:
            by_pair: dict[frozenset[str], list[Introduction]] = {}
            for one in every.values():
                by_pair.setdefault(frozenset((one.a, one.b)), []).append(one)
            self._pairs = every, by_pair
        known = self._pairs[1].get(frozenset((a, b)), [])
        return max(
            known,
            key=lambda one: (one.stage in UNDER_WAY, one.stage != "declined", one.since, one.id),
            default=None,
        )

    def current(self, a: str, b: str) -> Introduction:
        """Where two people stand today: their introduction, else what it would be if they were taken up."""
        known = self.latest(a, b)
        if known is None or known.stage == "declined":
            return self._new(a, b)
        return introducing.standing(known, self._desk.moment().today)

    def as_it_stands(self, record: str) -> Introduction | None:
        """An introduction as it stands today; None where it is no longer in the book."""
        known = self._desk.book.introductions.get(record)
        return introducing.standing(known, self._desk.moment().today) if known is not None else None

    def told(self, pair: Introduction) -> str:
        """Where it stands and what comes next, on which day, in words: `Dee was asked; ask Cara, Fri 27 Nov`."""
        step, due = self.next_step(pair), self.due(pair)
        if step is None:
            return self.stands(pair)
        when = near(due, self._desk.moment().today) if due is not None else ""
        if step.act == "outcome":
            return f"{self.stands(pair)}; how it went is asked {when}"
        return f"{self.stands(pair)}; {step.words}" + (f", {when}" if when else "")

    def take_up(self, a: str, b: str, reason: str = "") -> Introduction:
        """Take two people up as an idea; without a reason it is what the one needs and the other has.

        The one under way between them stays. Raises BadInputError or NotFoundError.
        """
        new, desk = self._new(a, b), self._desk
        why = reason or new.reason
        return desk.apply(lambda book: introducing.begin(book, new.a, new.b, why, desk.moment(), desk.ids))

    def take_up_many(self, items: Sequence[Item]) -> "Together":
        """Take the two people of several matches up, in one step; what is no match is left out, and said."""
        from domain.inbox.together import take_up_many

        desk = self._desk
        pairs = {item.key: self._new(*item.people[:2]) for item in items if is_match(item)}
        return desk.apply(lambda book: take_up_many(book, pairs, items, desk.moment(), desk.ids))

    def _new(self, a: str, b: str) -> Introduction:
        """What an introduction of two people would be: who needs something is the first of them."""
        return idea_of(a, b, self.phrases(a, b))

    def ask(self, seen: Introduction, whom: str) -> Introduction:
        """Note that one of the two was asked; raises BadInputError or ChangedError."""
        return self._step(seen, lambda book, pair: introducing.ask(book, pair, whom, self._desk.moment()))

    def say_yes(self, seen: Introduction, whom: str) -> Introduction:
        """Note that one of those asked has said yes; raises BadInputError or ChangedError."""
        return self._step(seen, lambda book, pair: introducing.say_yes(book, pair, whom))

    def skip(self, seen: Introduction) -> Introduction:
        """Leave out the next question, since they would not mind; raises ChangedError."""
        return self._step(seen, lambda book, pair: introducing.skip(book, pair, self._desk.moment()))

    def make(self, seen: Introduction) -> Introduction:
        """Bring the two together, which is a give; raises ChangedError."""
        return self._step(seen, lambda book, pair: introducing.make(book, pair, self._desk.moment(), self._desk.ids))

    def tell(self, seen: Introduction, outcome: Outcome) -> Introduction:
        """Say how it went; raises BadInputError or ChangedError."""
        return self._step(seen, lambda book, pair: introducing.tell(book, pair, outcome, self._desk.moment()))

    def thank(self, seen: Introduction) -> Introduction:
        """Note that the two were thanked; raises ChangedError."""
        return self._step(seen, lambda book, pair: introducing.thank(book, pair, self._desk.moment()))

    def decline(self, seen: Introduction) -> Introduction:
        """Let an introduction go, at whatever stage; raises ChangedError."""
        return self._step(seen, lambda book, pair: introducing.decline(book, pair, self._desk.moment()))

    def _step(self, seen: Introduction, act: Callable[[Book, Introduction], Work[Introduction]]) -> Introduction:
        """Take a step of an introduction; one that was not taken up yet is taken up by it, all in one step."""
        known, desk = self._seen(seen), self._desk

        def operation(book: Book) -> Work[Introduction]:
            if known.id:
                return act(book, known)
            begun = introducing.begin(book, known.a, known.b, known.reason, desk.moment(), desk.ids)
            if not begun.changes:
                raise ChangedError("They were taken up meanwhile; look at it again.")
            return act(book.with_changes(begun.changes), begun.result)

        return desk.apply(operation)

    def later(self, a: str, b: str, until: date) -> str:
        """Put a suggestion, or the next step of what is under way, off until a day; says so in words.

        Raises BadInputError for a day that is not ahead, NotFoundError where there is nothing to put off, ChangedError.
        """
        return self._desk.snooze(self.item(a, b), until)

    def item(self, a: str, b: str) -> Item:
        """The line of the inbox about two people, due or not; raises NotFoundError where there is none."""
        pair, moment = self.latest(a, b), self._desk.moment()
        if pair is not None and pair.stage != "declined":
            pair = introducing.standing(pair, moment.today)
            step = self.next_step(pair)
            if step is None or step.due is None:
                raise NotFoundError("Nothing is to be done for these two that could be put off.")
            return Item(
                key=_step_key(pair),
                source="intro",
                reason=self.stands(pair),
                when="",
                due=step.due.isoformat(),
                terms=(),
                people=(step.whom, pair.a if step.whom == pair.b else pair.b),
                record=pair.id,
            )
        found = self.between(a, b)
        if found is None:
            raise NotFoundError("These two are not suggested any more.")
        return item_of(found, Score(self._desk.settings.inbox_weights), moment)

    def not_these(self, a: str, b: str) -> str:
        """Suggest these two no more for a while; says so in words. Raises NotFoundError or ChangedError."""
        found, desk = self.phrases(a, b), self._desk
        why = found.reason if found is not None else ""
        gone = desk.apply(lambda book: introducing.not_these(book, a, b, why, desk.moment(), desk.ids))
        return f"not these two, {DECLINED_FOR} days long: {self._both(gone)}"

    def never_by(self, word: str) -> str:
        """Bring nobody together by this word; says so in words. Raises BadInputError."""
        desk = self._desk
        taught = desk.apply(lambda book: never_by(book, word, desk.moment(), desk.ids))
        return f"never by “{clean(taught.words[0])}”"

    def same(self, words: Sequence[str]) -> str:
        """Take these words to mean the same; says so in words. Raises BadInputError."""
        desk = self._desk
        taught = desk.apply(lambda book: same(book, words, desk.moment(), desk.ids))
        return " = ".join(clean(word) for word in taught.words)

    def taught(self) -> list[Taught]:
        """What was taught about words, the newest first."""
        return sorted(self._desk.book.taught.values(), key=lambda one: (one.on, one.id), reverse=True)

    def forget(self, taught: str) -> str:
        """Take back what was taught; says so in words. Raises NotFoundError."""
        gone = self._desk.apply(lambda book: forget(book, taught))
        return f"untaught: {' = '.join(clean(word) for word in gone.words)}"

    def next_words(self, pair: Introduction) -> Words | None:
        """Which words are wanted next; None where nothing is to be sent any more."""
        return next_words(pair)

    def draft(self, pair: Introduction, words: Words | None = None) -> Draft:
        """The text to send next, or the one that is named; raises NotFoundError where somebody is gone."""
        which = words or self.next_words(pair) or "introduce"
        contacts = self._desk.book.contacts
        if pair.a not in contacts or pair.b not in contacts or pair.a == pair.b:
            raise NotFoundError("These are not two people of the book any more, so there is nothing to write.")
        return draft(which, pair, self.phrases(pair.a, pair.b), self._desk.book, self._desk.settings)

    def mailto(self, pair: Introduction, draft: Draft) -> str:
        """A link that opens a draft in a mail program; nothing is sent."""
        contacts = self._desk.book.contacts
        return mailto(draft, contacts, subject(draft, pair, contacts))

    def recipients(self, draft: Draft) -> str:
        """Whom a draft is for, in first names."""
        contacts = self._desk.book.contacts
        return " and ".join(first_name(contacts[one]) for one in draft.to if one in contacts)

    def alike(self, a: str, b: str) -> str:
        """Two words that these two may mean the same by, as a line to go on with: `dev = developer`, `studio = `."""
        found = self.phrases(a, b)
        if found is None:
            return ""
        offer = self.reader.read(found.offer.text)
        offered = {word.key: word for word in (*offer.words, *offer.kin)}
        shared = [(word, offered.get(word.key)) for word, _ in found.fit.met]
        for word, other in shared:
            if other is not None and other.stem != word.stem:
                return f"{clean(word.text)} = {clean(other.text)}"
        return f"{clean(shared[0][0].text)} = " if shared else ""

    @property
    def reader(self) -> "Reader":
        """What takes texts apart, by the settings and by what was taught; kept until something else is taught."""
        taught = self._desk.book.taught
        if self._reader is None or self._reader[0] is not taught:
            self._reader = taught, reader_of(self._desk.settings, self._desk.book)
        return self._reader[1]

    def _over(self, stages: frozenset[Stage]) -> list[Introduction]:
        today = self._desk.moment().today
        known = [introducing.standing(one, today) for one in self._desk.book.introductions.values()]
        found = [one for one in known if one.stage in stages]
        return sorted(found, key=lambda one: (one.since, one.id), reverse=True)

    def _seen(self, pair: Introduction) -> Introduction:
        """The record behind an introduction as it stands today."""
        known = self._desk.book.introductions.get(pair.id)
        stands = known is not None and introducing.standing(known, self._desk.moment().today) == pair
        return known if known is not None and stands else pair

    def _book_of(self, *people: str) -> Book:
        """These people, and what they said, as a book of their own."""
        book = self._desk.book
        if self._answers is None or self._answers[0] is not book.answers:
            by_contact: dict[str, dict[str, Answer]] = {}
            for answer in book.answers.values():
                by_contact.setdefault(answer.contact, {})[answer.id] = answer
            self._answers = book.answers, by_contact
        said = self._answers[1]
        answers = {id_: answer for who in people for id_, answer in said.get(who, {}).items()}
        return Book(
            {"contacts": {who: book.contacts[who] for who in people if who in book.contacts}, "answers": answers}
        )

    def _both(self, pair: Introduction) -> str:
        return listed([full_name(one, self._desk.book.contacts) for one in (pair.a, pair.b)])


def _step_key(pair: Introduction) -> str:
    """The key of the inbox for the next step."""
    return f"intro:{pair.id}:{pair.stage}"
