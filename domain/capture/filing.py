"""Turning an understood line into records of the book."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Final, NamedTuple

from domain.book import Book, Change, Put, Work
from domain.capture.drafts import (
    AnswerDraft,
    AskDraft,
    AskStepDraft,
    ContactDraft,
    Draft,
    FieldDraft,
    FollowUpDraft,
    InteractionDraft,
    IntroductionDraft,
    KnowsDraft,
    NewPerson,
    Person,
    Understood,
    Unfiled,
)
from domain.capture.understanding import understand
from domain.model import (
    CIRCLES,
    Answer,
    Ask,
    Capture,
    Contact,
    FollowUp,
    Interaction,
    Introduction,
    Knows,
    Record,
)
from domain.moment import Moment
from domain.text import clean, fold

_LABEL: Final = 60
"""Letters of a label."""
_UNSETTLED: Final = ("idea", "asked_a", "asked_b")
"""Stages of an introduction that has not been made."""


class Filed(NamedTuple):
    """What became of a line."""

    label: str
    """The line in short, for the undo history."""
    understood: Understood | None = None
    """What the line was understood to say; nothing where it was no line of its own."""
    made: tuple[Record, ...] = ()
    """The records written, new or changed; an unfiled line is one `Capture`."""
    settled: tuple[FollowUp, ...] = ()
    """Follow-ups that the line has closed."""
    guess: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    unfiled: bool = False
    reason: str = ""
    """Why it is unfiled."""
    candidates: tuple[str, ...] = ()
    """Whom it may mean, where that is why."""
    each: tuple["Filed", ...] = ()
    """Of several lines that were kept as one step, what became of each; empty where it was one line."""


def file_line(
    understood: Understood, book: Book, moment: Moment, ids: Callable[[], str], *, settles: bool = True
) -> Work[Filed]:  # fmt: skip
    """The work of keeping a line: its records, or an unfiled capture; one read on an older book is read again.

    `settles` is whether it closes the follow-ups that it fulfils.
    """
    if not _is_current(understood, book):
        understood = understand(understood.line, book, moment, shell=True)
    if understood.unfiled is not None:
        return _unfiled(understood, understood.unfiled, moment, ids)
    filing = _Filing(understood, book, moment, ids, settles=settles)
    for draft in understood.made:
        filing.add(draft)
    made = tuple(filing.records.values())
    filed = Filed(
        label=label_of(understood.line),
        understood=understood,
        made=made,
        settled=tuple(filing.settled.values()),
        guess=understood.guess,
        hints=understood.hints,
        warnings=understood.warnings,
    )
    changes: tuple[Change, ...] = tuple(Put(record) for record in (*made, *filed.settled))
    return Work(filed.label, changes, filed)


def label_of(line: str) -> str:
    """A line in short."""
    words = clean(" ".join(line.split()))
    return words if len(words) <= _LABEL else words[: _LABEL - 1].rstrip() + "…"


def at_of(day: date, moment: Moment) -> str:
    """The instant of something that happened on a day: now for today, else noon of that day."""
    if day == moment.today:
        return moment.stamp
    return datetime.combine(day, time(12), moment.at.tzinfo).isoformat(timespec="seconds")


def _is_current(understood: Understood, book: Book) -> bool:
    return all(person in book.contacts for person in understood.people)


def _unfiled(understood: Understood, unfiled: Unfiled, moment: Moment, ids: Callable[[], str]) -> Work[Filed]:
    label = label_of(understood.line)
    reason, candidates = unfiled.why, unfiled.candidates
    if not understood.line.strip():
        return Work(label, (), Filed(label=label, unfiled=True, reason=reason))
    capture = Capture(id=ids(), at=moment.stamp, line=understood.line, why=reason, candidates=candidates)
    filed = Filed(
        label=label,
        understood=understood,
        made=(capture,),
        hints=understood.hints,
        warnings=understood.warnings,
        unfiled=True,
        reason=reason,
        candidates=candidates,
    )
    return Work(label, (Put(capture),), filed)


class _Filing:
    """The records that one line makes, as they come together."""

    def __init__(
        self, understood: Understood, book: Book, moment: Moment, ids: Callable[[], str], *, settles: bool
    ) -> None:  # fmt: skip
        self.settles = settles
        self.book = book
        self.moment = moment
        self.ids = ids
        self.raw = understood.line
        self.records: dict[str, Record] = {}
        self.settled: dict[str, FollowUp] = {}
        self.new: dict[NewPerson, str] = {
            draft.person: ids() for draft in understood.made if isinstance(draft, ContactDraft)
        }  # fmt: skip

    def add(self, draft: Draft) -> None:
        """Make the records of one draft."""
        match draft:
            case ContactDraft():
                self._contact(draft)
            case FieldDraft():
                self._field(draft)
            case InteractionDraft():
                self._interaction(draft)
            case AnswerDraft():
                self._answer(draft)
            case FollowUpDraft():
                self._follow_up(draft)
            case IntroductionDraft():
                self._introduction(draft)
            case AskDraft():
                self._ask(draft)
            case AskStepDraft():
                self._ask_step(draft)
            case KnowsDraft():
                self._knows(draft)

    def _keep(self, record: Record) -> None:
        self.records[record.id] = record

    def _id(self, person: Person) -> str:
        return self.new[person] if isinstance(person, NewPerson) else person

    def _all(self, people: Iterable[Person]) -> tuple[str, ...]:
        return tuple(self._id(person) for person in people)

    def _contact(self, draft: ContactDraft) -> None:
        self._keep(
            Contact(
                id=self.new[draft.person],
                name=draft.person.name,
                organisation=draft.organisation,
                role=draft.role,
                tags=draft.tags,
                met_via=self._id(draft.met_via) if draft.met_via is not None else "",
                met_on=draft.met_on.isoformat() if draft.met_on is not None else "",
            )
        )

    def _field(self, draft: FieldDraft) -> None:
        who = self._id(draft.contact)
        kept = self.records.get(who)
        contact = kept if isinstance(kept, Contact) else self.book.contacts[who]
        self._keep(_with_field(contact, draft, self.moment.day))

    def _interaction(self, draft: InteractionDraft) -> None:
        self._keep(
            Interaction(
                id=self.ids(),
                at=at_of(draft.day, self.moment),
                direction=draft.direction,
                kind=draft.kind,
                people=self._all(draft.people),
                text=draft.text,
                tags=draft.tags,
                minutes=draft.minutes,
                via=self._all(draft.via),
                raw=self.raw,
            )
        )
        for settled in draft.settles if self.settles else ():
            self._close(settled.follow_up)

    def _close(self, follow_up: str) -> None:
        """Close a follow-up; one that repeats gets its next turn."""
        known = self.book.follow_ups.get(follow_up) if follow_up and follow_up not in self.settled else None
        if known is None or known.state != "open":
            return
        self.settled[known.id] = replace(known, state="done", closed=self.moment.day)
        if known.repeat:
            from domain.agreed import next_turn  # few follow-ups repeat

            following = next_turn(known, self.moment, self.ids)
            if following is not None:
                self._keep(following)

    def _answer(self, draft: AnswerDraft) -> None:
        who, learnt = self._id(draft.contact), draft.learnt.isoformat()
        same = self._same_answer(who, draft) if isinstance(draft.contact, str) else None
        if same is not None:
            self._keep(replace(same, learnt=max(same.learnt, learnt), raw=self.raw))
            return
        self._keep(
            Answer(id=self.ids(), contact=who, question=draft.question, text=draft.text, learnt=learnt, raw=self.raw)
        )  # fmt: skip

    def _same_answer(self, who: str, draft: AnswerDraft) -> Answer | None:
        """The open answer with the same words, which is only renewed."""
        words = fold(draft.text)
        return next(
            (
                answer
                for answer in self.book.answers.values()
                if answer.contact == who and answer.question == draft.question and answer.state == "open"
                and fold(answer.text) == words
            ),
            None,
        )  # fmt: skip

    def _follow_up(self, draft: FollowUpDraft) -> None:
        self._keep(
            FollowUp(
                id=self.ids(),
                kind=draft.kind,
                due=draft.due.isoformat(),
                people=self._all(draft.people),
                text=draft.text,
                repeat=draft.repeat,
                made=self.moment.stamp,
                raw=self.raw,
            )
        )

    def _introduction(self, draft: IntroductionDraft) -> None:
        """A new introduction, or the one under way between the two, brought to its stage."""
        a, b = self._id(draft.a), self._id(draft.b)
        since = draft.since.isoformat()
        for known in self.book.introductions.values():
            if {known.a, known.b} == {a, b} and known.stage in _UNSETTLED:
                if draft.stage == "made":
                    reason = known.reason or draft.reason
                    self._keep(replace(known, stage="made", since=since, reason=reason, raw=self.raw))
                return
        self._keep(
            Introduction(id=self.ids(), a=a, b=b, reason=draft.reason, stage=draft.stage, since=since, raw=self.raw)
        )

    def _ask(self, draft: AskDraft) -> None:
        """A new ask, or the open one in the same words, said again."""
        from domain.asking import same_need  # few lines are asks

        known = same_need(self.book, draft.text)
        if known is not None:
            self._keep(replace(known, raw=self.raw))
            return
        self._keep(Ask(id=self.ids(), text=draft.text, opened=draft.opened.isoformat(), raw=self.raw))

    def _ask_step(self, draft: AskStepDraft) -> None:
        ask = self.book.asks.get(draft.ask)
        if ask is None:
            return
        asked = tuple(dict.fromkeys((*ask.asked, *self._all(draft.asked))))
        self._keep(replace(ask, stage="asked", asked=asked))

    def _knows(self, draft: KnowsDraft) -> None:
        """A new relation, or the one known already, said again."""
        a, b, said = self._id(draft.a), self._id(draft.b), draft.said.isoformat()
        for known in self.book.knows.values():
            if {known.a, known.b} == {a, b}:
                self._keep(replace(known, said=max(known.said, said), raw=self.raw))
                return
        self._keep(Knows(id=self.ids(), a=a, b=b, said=said, raw=self.raw))


def _with_field(contact: Contact, draft: FieldDraft, day: str) -> Contact:
    value = draft.value
    match draft.field:
        case "circle":
            circle = next((circle for circle in CIRCLES if circle == value), contact.circle)
            return replace(contact, circle=circle, circle_on=day)
        case "organisation":
            return replace(contact, organisation=value)
        case "role":
            return replace(contact, role=value)
        case "place":
            return replace(contact, place=value)
        case "birthday":
            return replace(contact, birthday=value)
        case "email":
            return replace(contact, emails=_added(contact.emails, value))
        case "phone":
            return replace(contact, phones=_added(contact.phones, value))
        case "tag":
            return replace(contact, tags=_added(contact.tags, value))


def _added(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return values if fold(value) in map(fold, values) else (*values, value)
