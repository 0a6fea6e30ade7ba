"""The reading of one line: who takes part, on what day, and what has been noticed so far."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from domain.book import Book
from domain.capture.calling import marked, told_apart
from domain.capture.clause import Clause, Line
from domain.capture.dates import DatePhrase, NoDate, shown
from domain.capture.drafts import (
    Choice,
    ContactDraft,
    Draft,
    FollowUpDraft,
    InteractionDraft,
    NewPerson,
    Person,
    Role,
    Settled,
    Token,
    Unfiled,
)
from domain.capture.lexicon import (
    ABOUT,
    ADVERBS,
    JOINS,
    ME,
    ME_OBJECT,
    PERSON_PREPOSITIONS,
    PRONOUN_OBJECTS,
    PRONOUNS,
    PRONOUNS_BEING,
    TRANSPARENT,
)
from domain.capture.names import Names
from domain.capture.people import Mention, is_close
from domain.capture.verbs import EVENTS, FOR_NOBODY, TO_OWNERS, verb_at
from domain.errors import BadInputError
from domain.model import Direction, FollowUpKind, Kind
from domain.text import fold, word_set

_PATHS: Final = frozenset({"via", "through"})
_AFTER_PRONOUN: Final = PERSON_PREPOSITIONS | ABOUT | JOINS
_ME_CONTRACTED: Final = frozenset({"i'm", "i've", "we've", "we're", "i'd", "im", "ive"})
A_WEEK: Final = timedelta(days=7)
"""When something promised or waited for falls due without a day being said."""


_ARRANGING: Final = word_set(
    "set arrange schedule reschedule book plan move confirm cancel fix meet have grab postpone"
)
"""After *to*, these say what is still to come."""
_ASKING_TO_COME: Final = frozenset({"invited", "reminded"})
_SOON: Final = timedelta(days=60)
_NAMED: Final = 6
"""Candidates that a sentence lists."""
_CHOICES: Final = 8
"""Candidates that can be chosen from."""


def repeat_of(words: str) -> str:
    """The repeat that the words say, as the book keeps it; raises BadInputError."""
    from domain.repeats import rule, written  # few follow-ups repeat

    return written(rule(words))


class Subject(NamedTuple):
    """Who acts in a clause."""

    people: tuple[Person, ...]
    me: bool
    first: int
    """The first word of the clause that is not part of the day it begins with."""
    end: int
    """The word after the subject and its adverbs."""
    being: bool = False
    """Whether *'s* was glued to it for *is*."""
    would: bool = False
    """Whether *'d* was glued to it for *would*."""

    @property
    def mine(self) -> bool:
        """Whether you act, alone: nobody or *I*."""
        return not self.people


class Reader:
    """What is known while a line is read, clause by clause."""

    def __init__(self, line: Line, book: Book, today: date, names: Names, *, own_name: str, shell: bool) -> None:
        self.line = line
        self.book = book
        self.today = today
        self.names = names
        self.own_name = fold(own_name)
        self.shell = shell
        self.carried: tuple[Person, ...] = ()
        self.last: Person | None = None
        self.front: DatePhrase | None = None
        self.day: date | None = None
        self.actors: tuple[Person, ...] = ()
        """Who acted in the clause before, where you did not."""
        self.came = False
        """Whether they came to see you: what they did next was done there."""
        self.told: Draft | None = None
        """The last thing that a clause before made; what was done once may be done again."""
        self.tags: list[str] = []
        self.contacts: dict[str, ContactDraft] = {}
        self.named: dict[str, str] = {}
        self.guess: list[str] = []
        self.choices: list[Choice] = []
        self.hints: list[str] = []
        self.warnings: list[str] = []
        self.offers: list[str] = []
        self.tokens: list[Token] = []
        self.unfiled: Unfiled | None = None
        self._resolved: dict[int, Person | None] = {}

    def token(self, first: int, end: int, role: Role, words: str) -> None:
        """Note what a run of words was taken to be."""
        start, stop = self.line.words[first].start, self.line.words[end - 1]
        self.tokens.append(Token(start, stop.end - len(stop.tail), role, words))

    def typed(self, first: int, end: int) -> str:
        """Words of the line as they were typed."""
        start, stop = self.line.words[first].start, self.line.words[end - 1]
        return self.line.plain[start : stop.end - len(stop.tail)]

    def take_asides(self) -> set[int]:
        """Take the words that say further on who somebody new is; their places."""
        for first, end, said in self.line.asides:
            self.token(first, end, "field", said)
        return {place for first, end, _ in self.line.asides for place in range(first, end)}

    def hint(self, words: str) -> None:
        """Say something that may help, once."""
        if words not in self.hints:
            self.hints.append(words)

    def warn(self, words: str) -> None:
        """Say what was not taken as it was meant, once."""
        if words not in self.warnings:
            self.warnings.append(words)

    def hint_at_unknown(self, clause: Clause, after: frozenset[str] = frozenset()) -> None:
        """Hint at whoever stands where a person would and is nobody; where words are given, only after these."""
        for first, end in self.line.unknown:
            if clause.first <= first < clause.end and first not in clause.gone:
                if after and clause.key(first - 1) not in after:
                    continue
                words = self.line.words[first:end]
                self.hint(f"new? {' '.join(word.text.removesuffix(word.tail) for word in words)}")
        for place, person in self.line.small:
            if not after and clause.first <= place < clause.end and place not in clause.gone:
                self.hint(f"did you mean {self.name(person)}? @{clause.key(place)}")

    def offer(self, first: int, end: int, words: str) -> None:
        """Offer the line with other words in the place of these."""
        place, stop = self.line.words[first].start, self.line.words[end - 1].end
        self.offers.append(self.line.plain[:place] + words + self.line.plain[stop:])

    def name(self, person: Person) -> str:
        """What somebody is called."""
        return person.name if isinstance(person, NewPerson) else self.names.contact(person).name

    def person(self, mention: Mention) -> Person | None:
        """Who is meant; nobody while that is unclear, which makes the line unfiled."""
        if mention.first not in self._resolved:
            self._resolved[mention.first] = self._resolve(mention)
        return self._resolved[mention.first]

    def _resolve(self, mention: Mention) -> Person | None:
        if mention.new:
            return self.somebody_new(mention)
        if mention.other:
            self._other_organisation(mention)
            return None
        chosen = mention.ids[0]
        role: Role = "person"
        if mention.full:
            self._other_surname(mention)
            return None
        if len(mention.ids) > 1:
            chosen = self.names.company.guessed(mention.ids, self._company, self.book, self.today)
            if not chosen:
                self._unclear(mention)
                return None
        if len(mention.ids) > 1 or mention.guess:
            self.guess.append(self.names.contact(chosen).name)
            role = "choice"
        contact = self.names.contact(chosen)
        self.named[chosen] = contact.name
        if mention.said:
            self.hint(f"org: {mention.said}?")
        if self.own_name and fold(contact.name) == self.own_name:
            return None
        self.token(mention.first, mention.after, role, contact.name)
        return chosen

    @cached_property
    def _company(self) -> set[str]:
        """Everybody of the line who is clear."""
        return {mention.ids[0] for mention in self.line.mentions.values() if len(mention.ids) == 1}

    def somebody_new(self, mention: Mention) -> NewPerson:
        """Somebody new, once a line however often named."""
        known = self.contacts.get(fold(mention.new))
        if known is None:
            known = ContactDraft(NewPerson(mention.new), organisation=mention.organisation, role=mention.role)
            self.contacts[fold(mention.new)] = known
            near = self.names.near(fold(mention.new)) or self.names.only_meant(mention.new)
            if not near and mention.marked:
                near = self.names.begun(mention.new)
            if near:
                self.hint(f"did you mean {self.names.contact(near).name}?")
        self.token(mention.first, mention.after, "new person", mention.new)
        return known.person

    def _other_organisation(self, mention: Mention) -> None:
        contact = self.names.contact(mention.ids[0])
        typed = self._typed(mention)
        short = contact.name.split()[0]
        self._leave_unfiled(
            f"one {short} is known, at {contact.organisation}, not {mention.other}: {contact.name} or somebody new?",
            (contact.name, f"new: {typed} ({mention.other})"),
            mention,
            (f'@"{contact.name}"', f'@"{typed} ({mention.other})"'),
        )

    def _other_surname(self, mention: Mention) -> None:
        names = [self.names.contact(person).name for person in mention.ids[:_NAMED]]
        self._leave_unfiled(
            f"nobody is called {mention.full}: {', '.join(names)} or somebody new?",
            (*names, f"new: {mention.full}"),
            mention,
            (*(marked(person, self.names) for person in mention.ids[:_NAMED]), f'@"{mention.full}"'),
        )

    def _unclear(self, mention: Mention) -> None:
        called = " ".join(word.capitalize() if word.islower() else word for word in self._typed(mention).split())
        likely = self.names.company.foremost(mention.ids, self.book, self.today, _CHOICES)
        shown_names = told_apart(likely, self.names, self.book, self.today)
        count = {2: "two", 3: "three", 4: "four"}.get(len(mention.ids), str(len(mention.ids)))
        more = f" and {len(mention.ids) - _NAMED} more" if len(mention.ids) > _NAMED else ""
        self._leave_unfiled(
            f"{count} people are called {called}: {', '.join(shown_names[:_NAMED])}{more}",
            shown_names,
            mention,
            tuple(marked(person, self.names) for person in likely),
        )

    def _typed(self, mention: Mention) -> str:
        words = self.line.words[mention.first : mention.end]
        typed = " ".join(word.text.removesuffix(word.tail).strip("([{") or word.text for word in words)
        return typed[:-2] if typed.endswith(("'s", "’s")) else typed

    def _leave_unfiled(self, why: str, candidates: tuple[str, ...], mention: Mention, forms: tuple[str, ...]) -> None:
        first, last = self.line.words[mention.first], self.line.words[mention.after - 1]
        self.choices.append(Choice(first.start, last.end - len(last.tail), self._typed(mention), candidates, forms))
        self.token(mention.first, mention.end, "choice", f"which {self._typed(mention)}?")
        if self.unfiled is None:
            self.unfiled = Unfiled(why, candidates)
        if self.shell:
            self.hint(f"write {' or '.join(forms[:3])}")

    def subject(self, clause: Clause, start: int | None = None) -> Subject:
        """Who acts in the clause, from its first word on, or from `start`."""
        left = clause.left()
        first = place = start if start is not None else left[0] if left else clause.end
        people: list[Person] = []
        me = being = would = False
        while place < clause.end:
            key = clause.key(place)
            mention = clause.mention(place)
            if mention is not None and not people and place > first and not me and clause.key(place - 1) not in ADVERBS:
                break
            if mention is not None:
                after = mention.after
                if mention.owner and not self._is_being(clause, after):
                    break
                being = mention.owner
                self._add(people, mention)
                place = after
            elif key in ME or key in _ME_CONTRACTED or (key == "me" and clause.key(place + 1) in JOINS):
                me = True
                place += 1
            elif self.last is not None and (
                key in PRONOUNS or key in PRONOUNS_BEING or key.partition("'")[0] in PRONOUNS
            ):
                being, would = key in PRONOUNS_BEING, key.endswith("'d")
                people.extend(self.carried if key.startswith("they") and self.carried else self._last())
                place += 1
            elif key in ("who", "who's") and place == first and self.last is not None:
                being = "'" in key
                people.extend(self._last())
                place += 1
            elif key in ADVERBS or (key in JOINS and (people or me) and self._goes_on(clause, place + 1)):
                place += 1
            else:
                break
        return Subject(tuple(people), me, first, place, being, would)

    def _goes_on(self, clause: Clause, place: int) -> bool:
        return clause.mention(place) is not None or clause.key(place) in ME

    def _is_being(self, clause: Clause, place: int) -> bool:
        return clause.key(place) in {
            "looking", "searching", "hiring", "working", "building", "writing", "launching", "interested", "after",
            "into", "good", "recruiting", "seeking", "on", "keen", "aiming", "now", "also", "still", "currently",
            "moving", "leaving", "getting", "going", "coming", "starting", "retiring", "selling", "thinking",
        }  # fmt: skip

    def _last(self) -> tuple[Person, ...]:
        return (self.last,) if self.last is not None else ()

    def _add(self, people: list[Person], mention: Mention) -> None:
        person = self.person(mention)
        if person is not None and person not in people:
            people.append(person)

    def participants(
        self, clause: Clause, start: int, verb_end: int, *, loose: bool = False, origin: bool = True
    ) -> tuple[Person, ...]:  # fmt: skip
        """Who takes part from this word on, taken out of the text; `loose` takes anybody named for one.

        Without `origin`, who is named after *from* or *by* is only where something came from.
        """
        people: list[Person] = []
        about = False
        place = start
        while place < clause.end:
            key = clause.key(place)
            mention = clause.mention(place)
            if place in clause.gone:
                place += 1
                continue
            if mention is not None:
                if clause.key(place - 1) in _PATHS and not mention.owner:
                    self.take_path(clause, mention)
                elif mention.owner and place == verb_end and self._goes_to_owner(clause, place):
                    self._add(people, mention)
                elif mention.owner or ((about or self._is_origin(clause, place, origin)) and not mention.marked):
                    clause.owned.append(mention)
                elif loose or mention.marked or mention.new or self._in_slot(clause, mention, verb_end, bool(people)):
                    self._add(people, mention)
                    clause.drop_mention(mention)
                else:
                    clause.owned.append(mention)
                place = mention.after
                continue
            about = about or (bool(people) and place >= verb_end and self._goes_elsewhere(clause, place))
            if key in PRONOUN_OBJECTS and self._stands_for_somebody(clause, place, verb_end):
                people.extend(person for person in self._meant(key) if person not in people)
                clause.drop(place - (place > verb_end and clause.key(place - 1) in PERSON_PREPOSITIONS), place + 1)
            elif key in ME_OBJECT and (place == verb_end or clause.key(place - 1) in PERSON_PREPOSITIONS | JOINS):
                clause.me = True
                clause.drop(place - (place > verb_end), place + 1)
            place += 1
        return tuple(people)

    def _goes_to_owner(self, clause: Clause, place: int) -> bool:
        """Whether what is done to a thing named after this word is done to whoever owns it: *answered X's mail*."""
        return any(
            tuple(clause.keys[max(clause.first, place - len(verb)) : place]) == verb for verb in TO_OWNERS
        )  # fmt: skip

    def _goes_elsewhere(self, clause: Clause, place: int) -> bool:
        """Whether people after this word only are spoken of: *about*, *before lunch with*, *to set up a call with*."""
        key = clause.key(place)
        purpose = key == "to" and verb_at(clause.keys, place + 1, "base") is not None
        return (
            key in ABOUT or key in ("before", "after", "during") or purpose or clause.begins(place, ("to", "set")) > 0
        )

    def _is_origin(self, clause: Clause, place: int, origin: bool) -> bool:
        return not origin and clause.key(place - 1) in ("from", "by")

    def _meant(self, key: str) -> tuple[Person, ...]:
        return self.carried if key == "them" and self.carried else self._last()

    def _stands_for_somebody(self, clause: Clause, place: int, verb_end: int) -> bool:
        if self.last is None:
            return False
        if clause.key(place) == "her" and is_close(clause.key(place + 1)):
            return False
        if place == verb_end:
            return True
        ends = place + 1 >= clause.end or bool(self.line.words[place].tail) or clause.key(place + 1) in _AFTER_PRONOUN
        return clause.key(place - 1) in PERSON_PREPOSITIONS and ends

    def _in_slot(self, clause: Clause, mention: Mention, verb_end: int, listing: bool) -> bool:
        before = mention.first - 1
        if mention.first in (clause.first, verb_end) or before < clause.first:
            return True
        key = clause.key(before)
        if key == "not":
            return False
        if key in PERSON_PREPOSITIONS or key in JOINS:
            return True
        if self.line.words[before].tail.endswith(":") and clause.key(verb_end) == "with":
            return True
        if key == "then" and listing:
            clause.gone.add(before)
            return True
        if before == verb_end and key in TRANSPARENT:
            clause.gone.add(before)
            return True
        return listing and before in clause.gone

    def take_path(self, clause: Clause, mention: Mention) -> None:
        """Take somebody for the path by which it came."""
        person = self.person(mention)
        if person is not None and person not in clause.via:
            clause.via.append(person)
        clause.drop_mention(mention)
        if person is not None:
            self.token(mention.first - 1, mention.after, "path", f"via {self.name(person)}")

    def everybody(self, clause: Clause) -> tuple[Person, ...]:
        """Everybody named in the clause who is not only the owner of something."""
        people: list[Person] = []
        for place in range(clause.first, clause.end):
            mention = clause.mention(place)
            if mention is None:
                continue
            if mention.owner:
                clause.owned.append(mention)
            else:
                self._add(people, mention)
        return tuple(people)

    def spoken_of(self, clause: Clause) -> tuple[Person, ...]:
        """People of the clause who take no part in it, as far as they are clear."""
        found: list[Person] = []
        for mention in clause.owned:
            if len(mention.ids) == 1:
                self.named[mention.ids[0]] = self.names.contact(mention.ids[0]).name
                found.append(mention.ids[0])
        return tuple(dict.fromkeys(found))

    def carry(self, people: Iterable[Person]) -> None:
        """Let the people of a clause stand for *she*, *he* and *they* in the next ones."""
        named = tuple(people)
        if named:
            self.carried = named
            self.last = named[-1]

    def took_place(self, clause: Clause, after: int, *, sure: bool = False) -> date:
        """The day on which it happened, taken out of the text; `sure` takes only words that must mean the past."""
        if clause.lead is not None and clause.lead.past is not None:
            self.day = clause.lead.past
            self.token(*clause.lead_at, "date", shown(self.day, self.today))
        elif clause.lead is not None and clause.lead_at[0] in clause.gone:
            self.warn(f"{self.typed(*clause.lead_at)} lies ahead, so it is no day on which this happened")
        for first, end, found in clause.days(after, self.today):
            if isinstance(found, NoDate):
                self.no_date(first, end, found)
            elif found.past is not None and (found.sure or not (sure or self._is_arranged(clause, after, first))):
                self.day = found.past
                clause.drop(first, end)
                self.token(first, end, "date", shown(found.past, self.today))
                break
        if self.day is not None:
            return self.day
        return self.front.past if self.front is not None and self.front.past is not None else self.today

    def _is_arranged(self, clause: Clause, after: int, day: int) -> bool:
        """Whether a day is that of what was spoken of: *to set up lunch on friday*, *about dinner on friday*."""
        if clause.key(after - 1) in _ASKING_TO_COME:
            return True
        event = clause.key(day - 1) in EVENTS
        return any(
            (clause.key(place) == "to" and clause.key(place + 1) in _ARRANGING)
            or (event and clause.key(place) in ABOUT)
            for place in range(after - 1, day - 1)
        )  # fmt: skip

    def day_said(self, clause: Clause) -> date:
        """The day of the clause where the day itself is no part of it: its first words, the day so far, the line's."""
        if clause.lead is not None and clause.lead.past is not None:
            self.token(*clause.lead_at, "date", shown(clause.lead.past, self.today))
            return clause.lead.past
        if clause.lead is not None and clause.lead_at[0] in clause.gone:
            self.warn(f"{self.typed(*clause.lead_at)} lies ahead, so it is no day on which this was said")
        return self.day or (self.front.past if self.front is not None else None) or self.today

    def lies_ahead(self, clause: Clause, after: int) -> date | None:
        """The day, taken out of the text, on which it is still to happen, where the words can mean nothing else."""
        for phrase in (clause.lead, self.front):
            if phrase is not None and phrase.past is None and phrase.future is not None:
                if phrase is clause.lead:
                    self.token(*clause.lead_at, "date", shown(phrase.future, self.today))
                return phrase.future
        for first, end, found in clause.days(after, self.today):
            if isinstance(found, DatePhrase) and found.future is not None and self._is_long_past(found):
                clause.drop(first, end)
                self.token(first, end, "date", shown(found.future, self.today))
                return found.future
        return None

    def _is_long_past(self, found: DatePhrase) -> bool:
        """Whether a day has no past, or lies soon ahead and was long ago: *3 dec* in November."""
        if found.past is None or found.future is None:
            return found.past is None
        return found.future - self.today < _SOON < self.today - found.past

    def falls_due(self, clause: Clause, after: int) -> date | None:
        """The day on which the clause is due, taken out of its text; nothing where none is said."""
        self._comes_again(clause, after)
        if clause.due is not None:
            due, clause.due = clause.due, None
            return due
        if clause.lead is not None and clause.lead.future is not None:
            self.token(*clause.lead_at, "date", shown(clause.lead.future, self.today))
            return clause.lead.future
        if clause.lead is not None:
            self.warn(f"{self.typed(*clause.lead_at)} is past, so it is no day on which this is due")
        for first, end, found in clause.days(after, self.today):
            if isinstance(found, NoDate):
                self.no_date(first, end, found)
            elif found.future is not None:
                clause.drop(first, end)
                self.token(first, end, "date", shown(found.future, self.today))
                return found.future
        return self.front.future if self.front is not None else None

    def _comes_again(self, clause: Clause, after: int) -> None:
        """Take *every 2 weeks* from the end of a clause."""
        end = clause.last_left()
        first = next((place for place in range(after, end) if clause.key(place) == "every"), end)
        if first == end or clause.repeat:
            return
        try:
            clause.repeat = repeat_of(" ".join(clause.keys[first:end]))
        except BadInputError:
            return
        clause.drop(first, end)
        self.token(first, end, "follow-up", clause.repeat)

    def first_turn(self, repeat: str) -> date:
        """The first day of something that comes again."""
        from domain.calendar import next_due  # few follow-ups repeat

        try:
            return next_due(repeat, self.today, self.today)
        except BadInputError:
            return self.today

    def no_date(self, first: int, end: int, found: NoDate) -> None:
        """Say that words which look like a day are kept as text."""
        if found.warning:
            self.warn(found.warning)
            self.token(first, end, "warning", found.warning)
        if found.hint:
            self.hint(found.hint)

    def interaction(
        self,
        clause: Clause,
        *,
        direction: Direction,
        kind: Kind,
        people: tuple[Person, ...],
        day: date,
        text: str,
        settles: tuple[Settled, ...] = (),
    ) -> InteractionDraft:
        """The draft of something that happened; its people are carried on."""
        if not people and not clause.via and kind not in FOR_NOBODY and self.unfiled is None:
            self.hint("nobody named")
        self.carry(people)
        return InteractionDraft(
            direction=direction,
            kind=kind,
            day=day,
            people=people,
            text=text,
            tags=tuple(self.tags),
            minutes=clause.minutes,
            via=tuple(clause.via),
            settles=settles,
        )

    def note(self, clause: Clause, people: tuple[Person, ...], text: str, day: date | None = None) -> list[Draft]:
        """The draft of a note, which counts for nothing."""
        when = day if day is not None else self.took_place(clause, clause.end)
        return [self.interaction(clause, direction="none", kind="note", people=people, day=when, text=text)]

    def follow_up(
        self,
        clause: Clause,
        kind: FollowUpKind,
        people: tuple[Person, ...],
        text: str,
        due: date | None,
        default: timedelta = timedelta(0),
    ) -> FollowUpDraft:
        """The draft of something due, on a day given or after the default; its people are carried on."""
        self.carry(people)
        mentions = tuple(person for person in self.spoken_of(clause) if person not in people)
        repeat, clause.repeat = clause.repeat, ""
        if due is None and repeat:
            due = self.first_turn(repeat)
        when = due if due is not None else self.today + default
        by_default = due is None and bool(default)
        return FollowUpDraft(
            kind=kind, due=when, people=people, text=text, due_is_default=by_default, mentions=mentions, repeat=repeat
        )

    def met_through(self, person: Person, via: Person) -> None:
        """Remember through whom somebody new was met."""
        if isinstance(person, NewPerson) and person != via:
            draft = self.contacts[fold(person.name)]
            if draft.met_via is None:
                self.contacts[fold(person.name)] = draft._replace(met_via=via)

    def met_on(self, people: Iterable[Person], day: date) -> None:
        """Remember on what day somebody new was met."""
        for person in people:
            if isinstance(person, NewPerson):
                self.contacts[fold(person.name)] = self.contacts[fold(person.name)]._replace(met_on=day)
