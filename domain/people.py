"""A person as the screens show one: in words, with no number, rank or balance."""

from datetime import date
from typing import Final, NamedTuple

from domain.book import Book
from domain.capture.verbs import verb_at
from domain.dealings import RETURNS_TO_THANK
from domain.inbox.index import Index
from domain.inbox.names import called
from domain.inbox.proposals import for_what
from domain.inbox.rhythm import turn
from domain.inbox.stale import newest
from domain.inbox.thanks import OWED_FOR, owed
from domain.lines import Line, line
from domain.model import QUESTION_WORDS, QUESTIONS, Answer, Contact, FollowUp, Interaction, Question
from domain.moment import Moment
from domain.text import clean, fold, listed
from domain.words import ago, birthday, can_be_sent, due, goes_on, iso, month, names_thing, near, span

_ASK: Final[dict[Question, str]] = {
    "looking_for": "ask how the hunt for {} goes",
    "after": "ask about {}",
    "working_on": "ask how work on {} goes",
    "interested_in": "ask about {}",
}
_WHAT_TO_DO = 2
"""Parts of a *try* line."""


class Told(NamedTuple):
    """An answer to one question, with how fresh it is."""

    answer: Answer
    question: str
    """Such as `looking for`."""
    text: str
    fresh: str
    """Short, for the pane: `told you 19 d ago`, `stale: ask again`."""
    age: str
    """Short, for the page: `19 d`, `4 months`."""
    again: bool
    """Whether it is time to ask again."""


class Open(NamedTuple):
    """Something open with a person."""

    text: str
    """Such as `you promised the gym list`."""
    when: str
    """Such as `2 d late`, `due Fri 27 Nov`."""
    late: bool
    record: str
    """The id of the follow-up."""


class Profile(NamedTuple):
    """One contact, ready to be shown."""

    contact: Contact
    name: str
    work: str
    """Role, organisation and place: `designer, Studio Norte, Leeds`."""
    circle: str
    tags: tuple[str, ...]
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    met: str
    """How you met: `met through Cara, at PyLeeds, March 2025`; empty where nothing is known."""
    rhythm: str
    """Their own rhythm: `about every 30 d`; empty where too little is known."""
    last: str
    """The last contact: `last 19 d ago`; empty where there is none."""
    birthday: str
    told: tuple[Told, ...]
    """The newest answer to each question that was answered, in the order of the questions."""
    open: tuple[Open, ...]
    """Open follow-ups, the most urgent first."""
    lines: tuple[Line, ...]
    """The last interactions, newest first."""
    earlier: str
    """What comes before them: `14 more, back to March 2025`; empty where nothing does."""
    try_: str
    """What to do next, in words."""

    @property
    def headline(self) -> str:
        """Work and circle in one line."""
        return " · ".join(part for part in (self.work, self.circle) if part)


def profile(index: Index, contact: Contact, moment: Moment, lines: int = 5) -> Profile:
    """The profile of a contact, with as many interactions as there is room for."""
    told = answers_told(index, contact, moment)
    opened = open_things(index, contact, moment)
    happened = [record for record in index.dealings.with_contact(contact.id) if record.at[:10] <= moment.day]
    happened.reverse()
    last = index.dealings.last(contact.id, moment.today)
    return Profile(
        contact=contact,
        name=clean(contact.name),
        work=work(contact),
        circle="" if contact.circle == "never" else contact.circle,
        tags=tuple(clean(tag) for tag in contact.tags),
        emails=tuple(clean(email) for email in contact.emails),
        phones=tuple(clean(phone) for phone in contact.phones),
        met=met(contact, index.book),
        rhythm=rhythm(index, contact, moment),
        last=f"last {ago((moment.today - last).days)}" if last else "",
        birthday=birthday(contact.birthday),
        told=told,
        open=opened,
        lines=tuple(line(record, contact.id, index.book, moment.today) for record in happened[:lines]),
        earlier=_earlier(happened[lines:]),
        try_=what_to_try(index, contact, told, moment),
    )


def work(contact: Contact) -> str:
    """Role, organisation and place."""
    return ", ".join(clean(part) for part in (contact.role, contact.organisation, contact.place) if part)


def met(contact: Contact, book: Book) -> str:
    """How you met, in words."""
    via = contact.met_via
    if via in book.contacts:
        how = f"through {called(via, book.contacts)}"
    elif via in book.interactions:
        act = book.interactions[via]
        others = [called(person, book.contacts) for person in act.people if person != contact.id]
        how = clean(act.text) or (f"with {listed(others)}" if others else "")
    else:
        how = clean(via)
    when = month(clean(contact.met_on))
    if not how:
        return f"met {when}" if when else ""
    opening = "met at " if names_thing(how) else "met " if goes_on(how) else "met: "
    return opening + how + (f", {when}" if when else "")


def rhythm(index: Index, contact: Contact, moment: Moment) -> str:
    """Their own rhythm, from the gaps between contacts."""
    gap = turn(index.dealings.days(contact.id), 1, 0, moment.today.toordinal()).gap
    return f"about every {span(gap)}" if gap > 1 else "about daily" if gap else ""


def answers_told(index: Index, contact: Contact, moment: Moment) -> tuple[Told, ...]:
    """The newest answer to each question, in the order of the questions; what was dropped is left out."""
    found = {answer.question: answer for answer in newest(index.answers().get(contact.id, ()))}
    return tuple(
        _told(found[question], moment.today, index.settings.fresh_days)
        for question in QUESTIONS
        if question in found and found[question].state != "dropped"
    )


def _told(answer: Answer, today: date, fresh_days: int) -> Told:
    """One answer with its freshness."""
    learnt = iso(answer.learnt) or today
    age = (today - learnt).days
    again = answer.state == "open" and age >= fresh_days
    fresh = "found" if answer.state == "found" else "stale: ask again" if again else f"told you {ago(age)}"
    return Told(answer, QUESTION_WORDS[answer.question], clean(answer.text), fresh, span(age), again)


def open_things(index: Index, contact: Contact, moment: Moment) -> tuple[Open, ...]:
    """The open follow-ups with a person, the most urgent first."""
    records = [
        record for record in index.book.follow_ups.values() if record.state == "open" and contact.id in record.people
    ]
    records.sort(key=lambda record: (record.due, record.id))
    return tuple(_open(record, moment.today) for record in records)


def _open(record: FollowUp, today: date) -> Open:
    """One open follow-up in words."""
    text = clean(record.text)
    starts = {"promise": "you promised ", "waiting": "you wait for ", "reminder": ""}[record.kind]
    day = iso(record.due) or today
    words = due(day, today) if day <= today else f"due {near(day, today)}"
    if record.kind == "promise" and verb_at(fold(text).split(), 0, "base") is not None:
        starts = "you promised to "
    return Open(f"{starts}{text or 'something'}", words, day < today, record.id)


def _earlier(rest: list[Interaction]) -> str:
    """How many interactions come before those shown, and since when."""
    return f"{len(rest)} more, back to {month(rest[-1].at[:10])}" if rest else ""


def what_to_try(index: Index, contact: Contact, told: tuple[Told, ...], moment: Moment) -> str:
    """What to do next with a person: keep a promise, say thanks, ask about what they told you."""
    parts = [*_promises(index, contact), *_thanks(index, contact, moment), *_questions(told)]
    if not told:
        parts.append(f"ask what {called(contact.id, index.book.contacts)} is looking for")
    return ", ".join(parts[:_WHAT_TO_DO])


def _promises(index: Index, contact: Contact) -> list[str]:
    """The promises to keep, as things to do."""
    kept = [
        record
        for record in index.book.follow_ups.values()
        if record.state == "open" and record.kind == "promise" and contact.id in record.people and record.text
    ]
    kept.sort(key=lambda record: (record.due, record.id))
    return [_to_do(clean(record.text)) for record in kept[:1]]


def _to_do(text: str) -> str:
    """A promise as something to do."""
    if can_be_sent(text):
        return f"send {text}"
    return f"keep your promise: {text}" if names_thing(text) else text


def _thanks(index: Index, contact: Contact, moment: Moment) -> list[str]:
    """The thanks to say."""
    for record in reversed(index.dealings.with_contact(contact.id)):
        day = iso(record.at)
        if day is None or (moment.today - day).days > OWED_FOR:
            return []
        if record.direction == "got" and day <= moment.today and record.kind in RETURNS_TO_THANK:
            return [f"say thanks {for_what(record)}"] if contact.id in owed(index, record) else []
    return []


def _questions(told: tuple[Told, ...]) -> list[str]:
    """What to ask: what is stale first, then what they look for."""
    asked = [one for one in told if one.answer.state == "open" and one.answer.question in _ASK]
    asked.sort(key=lambda one: (not one.again, QUESTIONS.index(one.answer.question)))
    return [_ASK[one.answer.question].format(one.text) for one in asked[:1]]
