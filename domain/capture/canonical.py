"""Writing what a line was understood to say as one line that can be understood in no other way.

The plain clauses of the grammar are used where they are certain: a verb of the table, the people as `@"Full Name"`,
the text in quotes. What they cannot say for certain is spelled out by `as:`, as in
`as:got/lead @"Cara Weiss" "a job lead"`; from the first such clause on, every clause is. Days are ISO dates: one in
front of the line where any clause has a day, others right after `as:`.

Who is only mentioned in a text is not marked there, so a canonical line mentions nobody.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from domain.capture.drafts import (
    AnswerDraft,
    AskDraft,
    AskStepDraft,
    ContactDraft,
    Draft,
    FieldDraft,
    FieldName,
    FollowUpDraft,
    InteractionDraft,
    IntroductionDraft,
    KnowsDraft,
    Person,
    Understood,
)
from domain.model import Direction, Kind, Question

_GAVE: Final[dict[Kind, str]] = {
    "message": "messaged",
    "thanks": "thanked",
    "listen": "listened to",
    "call": "called",
    "share": "sent",
    "help": "helped",
    "lead": "referred",
}
"""Verbs that, with people after them, give what they say and nothing else."""
_GOT: Final[dict[Kind, str]] = {"message": "messaged", "call": "called", "share": "sent", "help": "helped"}
"""Verbs that, after people, bring what they say."""
_MUTUAL: Final[dict[Kind, str]] = {"chat": "chatted with", "meet": "met", "call": "call with"}
_NOBODY: Final[dict[Kind, str]] = {"post": "posted", "smile": "smiled", "turn up": "attended"}
"""Verbs that take nobody over from the clause before."""
_SAYING: Final[dict[Question, str]] = {
    "looking_for": "is looking for",
    "after": "is after",
    "working_on": "is working on",
    "interested_in": "is interested in",
    "offers": "offers",
}
_PROMISED: Final = {"promise": ("promised", ""), "waiting": ("waiting on", "for")}
_MARKS: Final[dict[FieldName, str]] = {
    "circle": "circle",
    "organisation": "org",
    "role": "role",
    "place": "place",
    "email": "email",
    "phone": "phone",
    "birthday": "birthday",
}
_ENDINGS: Final = ",.;:!?)]}'’…"
"""What may end a word without belonging to it."""


def canonical(understood: Understood) -> str:
    """One line that makes the same as the one that was understood; an unfiled line stays as it is."""
    if understood.unfiled is not None or not understood.made:
        return understood.line
    return _Writing(understood).line()


class _Writing:
    """One line being written."""

    def __init__(self, understood: Understood) -> None:
        self.understood = understood
        self.made = understood.made
        self.plain = not any(isinstance(draft, ContactDraft) for draft in self.made)
        """Whether no clause has been spelled out yet."""
        self.day = next((day for draft in self.made if (day := _day(draft)) is not None), None)
        """The day in front of the line."""

    def line(self) -> str:
        """The whole line."""
        front = f"{self.day.isoformat()}: " if self.day is not None else ""
        clauses: list[str] = []
        place = 0
        while place < len(self.made):
            size, clause = self._clause(place)
            clauses.append(clause)
            place += size
        return front + "; ".join(clauses) + "".join(f" {_mark('tag', tag)}" for tag in self._tags())

    def _tags(self) -> Sequence[str]:
        for draft in self.made:
            if isinstance(draft, ContactDraft | InteractionDraft):
                return draft.tags
        tagged = (draft.value for draft in self.made if isinstance(draft, FieldDraft) and draft.field == "tag")
        return tuple(dict.fromkeys(tagged))

    def _clause(self, place: int) -> tuple[int, str]:
        """How many drafts the clause makes, and the clause."""
        if self.plain:
            said = self._plain(place)
            if said is not None:
                return said
            self.plain = False
        return self._spelled(place)

    def _plain(self, place: int) -> tuple[int, str] | None:
        """A clause in plain words; nothing where they would not be certain."""
        draft = self.made[place]
        if _day(draft) not in (None, self.day):
            return None
        match draft:
            case InteractionDraft(kind="introduction"):
                return self._introduced(place, draft)
            case InteractionDraft():
                clause = self._act(draft, first=not place)
                if clause is None:
                    return None
                due = self._reminder(place, draft)
                return (2, f"{clause} +{due.isoformat()}") if due is not None else (1, clause)
            case AnswerDraft():
                said = self._join([self._at(draft.contact), _SAYING[draft.question], *_text(draft.text)])
                return (1, said) if draft.text else None
            case FollowUpDraft():
                return self._due(draft)
            case _:
                return None

    def _act(self, draft: InteractionDraft, *, first: bool) -> str | None:
        people = self._all(draft.people)
        if _was_waited_for(draft):
            return self._join(["heard from", people, *_text(draft.text), *self._ways(draft)])
        verbs: dict[Direction, dict[Kind, str]] = {"gave": _GAVE, "mutual": _MUTUAL, "got": _GOT}
        if not people:
            verb = _NOBODY.get(draft.kind) if draft.direction == "gave" else None
            said = [verb] if verb else None
        elif draft.direction == "none":
            said = [people] if first and draft.text else None
        else:
            verb = verbs[draft.direction].get(draft.kind)
            said = None if verb is None else [people, verb] if draft.direction == "got" else [verb, people]
        if said is None:
            return None
        return self._join([*said, *_text(draft.text), *self._ways(draft)])

    def _reminder(self, place: int, draft: InteractionDraft) -> date | None:
        """When the follow-up falls due that `+DATE` makes of the interaction before it."""
        after = self.made[place + 1] if place + 1 < len(self.made) else None
        if not isinstance(after, FollowUpDraft) or after.kind != "reminder" or not draft.text:
            return None
        same = (after.people, after.text, after.repeat) == (draft.people, draft.text, "")
        return after.due if same else None

    def _introduced(self, place: int, draft: InteractionDraft) -> tuple[int, str] | None:
        if len(draft.people) < 2 or draft.direction != "gave" or draft.settles:
            return None
        first, *others = draft.people
        made = tuple(
            IntroductionDraft(a=first, b=other, stage="made", since=draft.day, reason=draft.text) for other in others
        )
        if self.made[place + 1 : place + 1 + len(made)] != made or self._reminder(place + len(made), draft):
            return None
        people = f"{self._at(first)} to {self._all(others)}"
        said = self._join(["introduced", people, *_text(draft.text), *self._ways(draft)])
        return 1 + len(made), said

    def _due(self, draft: FollowUpDraft) -> tuple[int, str] | None:
        if draft.kind == "reminder" or draft.due_is_default or draft.repeat or not draft.people or not draft.text:
            return None
        verb, before = _PROMISED[draft.kind]
        words = [verb, self._all(draft.people), before, *_text(draft.text), f"+{draft.due.isoformat()}"]
        return 1, self._join(words)

    def _spelled(self, place: int) -> tuple[int, str]:
        draft = self.made[place]
        match draft:
            case ContactDraft():
                return 1, self._contact(draft)
            case FieldDraft(field="tag"):
                return self._tagged(place)
            case FieldDraft():
                return self._fields(place, draft.contact)
            case InteractionDraft():
                what = "note" if draft.kind == "note" else f"{draft.direction}/{draft.kind.replace(' ', '-')}"
                return 1, self._as(what, draft.people, draft.text, *self._ways(draft), day=draft.day)
            case AnswerDraft():
                what = draft.question.replace("_", "-")
                return 1, self._as(what, (draft.contact,), draft.text, day=draft.learnt)
            case FollowUpDraft():
                due = "" if draft.due_is_default else f"+{draft.due.isoformat()}"
                again = _mark("every", draft.repeat) if draft.repeat else ""
                return 1, self._as(draft.kind, draft.people, draft.text, due, again)
            case IntroductionDraft():
                what = "introduction" if draft.stage == "made" else draft.stage
                return 1, self._as(what, (draft.a, draft.b), draft.reason, day=draft.since)
            case AskDraft():
                return 1, self._as("ask", (), draft.text, day=draft.opened)
            case AskStepDraft():
                return 1, self._as("asked", draft.asked, draft.text)
            case KnowsDraft():
                return 1, self._as("knows", (draft.a, draft.b), "", day=draft.said)

    def _as(self, what: str, people: Iterable[Person], text: str, *marks: str, day: date | None = None) -> str:
        other = (day.isoformat(),) if day not in (None, self.day) and day is not None else ()
        return self._join([f"as:{what}", *other, *map(self._at, people), *_text(text), *marks])

    def _contact(self, draft: ContactDraft) -> str:
        words = ["as:contact"]
        if draft.met_on is not None:
            words.append(draft.met_on.isoformat())
        words.append(self._at(draft.person))
        if draft.organisation:
            words.append(_mark("org", draft.organisation))
        if draft.role:
            words.append(_mark("role", draft.role))
        if draft.met_via is not None:
            words.append(f"via:{self._at(draft.met_via)}")
        return self._join(words)

    def _fields(self, place: int, contact: Person) -> tuple[int, str]:
        """One clause for the fields of one person that follow each other."""
        values: list[str] = []
        for draft in self.made[place:]:
            if not isinstance(draft, FieldDraft) or draft.contact != contact or draft.field == "tag":
                break
            values.append(_mark(_MARKS[draft.field], draft.value))
        return len(values), self._join(["as:field", self._at(contact), *values])

    def _tagged(self, place: int) -> tuple[int, str]:
        """One clause for all the people who get the tags of the line."""
        people: list[Person] = []
        end = place
        for draft in self.made[place:]:
            if not isinstance(draft, FieldDraft) or draft.field != "tag":
                break
            people.append(draft.contact)
            end += 1
        return end - place, self._join(["as:tagged", *map(self._at, dict.fromkeys(people))])

    def _ways(self, draft: InteractionDraft) -> Iterator[str]:
        """The marks of an interaction."""
        yield from (f"via:{self._at(person)}" for person in draft.via)
        if draft.minutes:
            yield f"min:{draft.minutes}"
        closed = dict.fromkeys(settled.follow_up or "thanks" for settled in draft.settles)
        if not closed and draft.direction != "none":
            closed = {"nothing": None}
        if not self._is_plainly_settled(draft) if self.plain else draft.settles:
            yield from (f"settles:{what}" for what in closed)

    def _is_plainly_settled(self, draft: InteractionDraft) -> bool:
        """Whether the plain verb closes what the draft closes, and nothing else."""
        if _was_waited_for(draft):
            return True
        thanked = tuple(settled.person for settled in draft.settles if settled.what == "thanks owed")
        gave_thanks = draft.kind == "thanks" and draft.direction == "gave"
        free = not self.understood.busy.intersection(draft.people)
        return free and (thanked == draft.people if gave_thanks else not draft.settles)

    def _at(self, person: Person) -> str:
        name = self.understood.name(person)
        known = self.understood.exact.get(person, name) if isinstance(person, str) else name
        return f"@{_in_quotes(known)}"

    def _all(self, people: Iterable[Person]) -> str:
        return " and ".join(map(self._at, people))

    def _join(self, words: Iterable[str]) -> str:
        return " ".join(filter(None, words))


def _day(draft: Draft) -> date | None:
    """The day that a draft speaks of."""
    match draft:
        case InteractionDraft():
            return draft.day
        case AnswerDraft():
            return draft.learnt
        case IntroductionDraft():
            return draft.since
        case AskDraft():
            return draft.opened
        case KnowsDraft():
            return draft.said
        case _:
            return None


def _was_waited_for(draft: InteractionDraft) -> bool:
    """Whether somebody was heard from who was waited for."""
    waited = len(draft.people) == len(draft.settles) == 1 and draft.settles[0].what == "waiting"
    return waited and (draft.direction, draft.kind) == ("got", "message")


def _text(text: str) -> Iterator[str]:
    """A text as text and nothing else: in quotes; a last word that ends in a `\\` stands behind one."""
    words, _, last = text.rpartition(" ") if text.endswith("\\") else (text, "", "")
    if words:
        yield _in_quotes(words)
    if last:
        yield f"\\{last}"


def _mark(name: str, value: str) -> str:
    """A mark with its value, quoted where it would end too early."""
    plain = '"' not in value and " " not in value and value[:1] != "@" and value[-1:] not in _ENDINGS
    return f"{name}:{value}" if plain else f"{name}:{_in_quotes(value)}"


def _in_quotes(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'
