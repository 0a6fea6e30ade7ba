"""Clauses that say by `as:` what they are; nothing in them is inferred."""

from datetime import date, timedelta

from domain.capture.clause import Clause
from domain.capture.drafts import (
    AnswerDraft,
    AskDraft,
    AskStepDraft,
    Draft,
    FieldDraft,
    InteractionDraft,
    IntroductionDraft,
    KnowsDraft,
    NewPerson,
    Person,
    Role,
)
from domain.capture.reader import A_WEEK, Reader, Subject
from domain.capture.settling import settled_by
from domain.capture.spelled import ACTS, DUE, QUESTION_OF, STAGES
from domain.text import fold


def spelled(reader: Reader, clause: Clause, _: Subject) -> list[Draft] | None:
    """`as:got/lead @Cara "a job lead"`: the people are those named, the text is the rest."""
    what = clause.spelled
    if not what:
        return None
    people = _named(reader, clause)
    made = _made(reader, clause, what, people)
    if made is None:
        reader.warn(f"as:{what} does not fit what follows, kept as text")
        clause.gone.discard(clause.first)
        clause.to_text(clause.first)
        return reader.note(clause, people, clause.text(), reader.day_said(clause))
    role, drafts = made
    reader.token(clause.first, clause.first + 1, role, what.replace("-", " "))
    reader.carry(people)
    return drafts


def _named(reader: Reader, clause: Clause) -> tuple[Person, ...]:
    """Everybody named who owns nothing, taken out of the text."""
    people: list[Person] = []
    for place in range(clause.first, clause.end):
        mention = clause.mention(place)
        if mention is None or mention.owner:
            continue
        person = reader.person(mention)
        clause.drop_mention(mention)
        if person is not None and person not in people:
            people.append(person)
    return tuple(people)


def _made(
    reader: Reader, clause: Clause, what: str, people: tuple[Person, ...]
) -> tuple[Role, list[Draft]] | None:  # fmt: skip
    """The drafts of the clause and what they are; nothing where what is said does not fit."""
    text, day = clause.text(), reader.day_said(clause)
    if what in ACTS:
        return "kind", [_act(reader, clause, what, people, day)]
    if what in DUE:
        return "follow-up", [_due(reader, clause, what, people)]
    if what in QUESTION_OF and people and text:
        question = QUESTION_OF[what]
        return "answer", [AnswerDraft(contact=one, question=question, text=text, learnt=day) for one in people]
    if what in STAGES and len(people) == 2:
        a, b = people
        return "introduction", [IntroductionDraft(a=a, b=b, stage=STAGES[what], since=day, reason=text)]
    if what == "knows" and len(people) == 2 and not text:
        return "knows", [KnowsDraft(a=people[0], b=people[1], said=day)]
    if what == "ask" and text:
        return "ask", [AskDraft(text=text, opened=day)]
    if what == "asked" and people:
        ask = next((ask for ask in reader.book.asks.values() if ask.text == text), None)
        return ("ask", [AskStepDraft(ask=ask.id, text=text, asked=people)]) if ask is not None else None
    return _about(reader, clause, what, people)


def _about(
    reader: Reader, clause: Clause, what: str, people: tuple[Person, ...]
) -> tuple[Role, list[Draft]] | None:  # fmt: skip
    """What is said of people themselves."""
    if not people or clause.text() or what not in ("contact", "field", "tagged"):
        return None
    if what == "tagged":
        return "tag", [FieldDraft(contact=one, field="tag", value=tag) for one in people for tag in reader.tags]
    fields, clause.fields = clause.fields, []
    if what == "contact" and isinstance(people[0], NewPerson):
        said = dict(fields)
        _contact(reader, clause, people[0], said.get("organisation", ""), said.get("role", ""))
        return "new person", []
    return "field", [FieldDraft(contact=one, field=field, value=value) for one in people for field, value in fields]


def _contact(reader: Reader, clause: Clause, person: NewPerson, organisation: str, role: str) -> None:
    known = reader.contacts[fold(person.name)]
    reader.contacts[fold(person.name)] = known._replace(
        organisation=organisation or known.organisation,
        role=role or known.role,
        met_via=clause.via[0] if clause.via else known.met_via,
        met_on=clause.lead.past if clause.lead is not None else known.met_on,
    )


def _act(reader: Reader, clause: Clause, what: str, people: tuple[Person, ...], day: date) -> InteractionDraft:
    direction, kind = ACTS[what]
    settles = settled_by(reader, clause.settles, people)
    return reader.interaction(
        clause, direction=direction, kind=kind, people=people, day=day, text=clause.text(), settles=settles
    )  # fmt: skip


def _due(reader: Reader, clause: Clause, what: str, people: tuple[Person, ...]) -> Draft:
    due, clause.due = clause.due, None
    default = timedelta(0) if what == "reminder" else A_WEEK
    return reader.follow_up(clause, DUE[what], people, clause.text(), due, default)
