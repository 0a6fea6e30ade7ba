"""Saving what the book says about somebody, as a line that may have been overtaken: another process may have written.

A form is the contact as it was when the bar opened, with the line that was offered then. On fresh data a field that the
line leaves as it was is not touched; one that was changed here and elsewhere, each to something else, is asked about.
The value that is not chosen is never dropped: it is in the undo history, or waits on the contact as a rival.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeGuard

from domain.book import Book, Change, Put, Work
from domain.capture.drafts import Draft, FieldDraft, Understood
from domain.capture.filing import Filed, file_line, label_of
from domain.capture.understanding import understand
from domain.model import Contact, Rival
from domain.moment import Moment
from domain.ports import Operation
from domain.settings import Settings
from domain.text import clean

Whose = Literal["mine", "theirs", "both"]
"""Whose value a field takes; `both` leaves theirs there and keeps mine as its rival."""

MARKS: Final = (("org", "organisation"), ("role", "role"), ("place", "place"), ("birthday", "birthday"))
"""The marks that a form writes out, each with the field of a contact that it sets."""

_SINGLE: Final = ("organisation", "role", "place", "birthday", "circle")
"""The fields that hold one value; the others are only added to, so that nobody can be overtaken there."""


@dataclass(frozen=True, slots=True)
class Form:
    """A contact that is being changed in a bar."""

    contact: Contact
    """As the book had it when the bar opened."""
    offered: str
    """The line that the bar opened with."""
    opened: str = ""
    """The instant of that, as ISO text."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that was changed in the bar and elsewhere meanwhile, each to something else."""

    field: str
    mine: str
    theirs: str
    """The value that is in the book now."""


Answers = Mapping[Clash, Whose]
"""What was answered where a field clashes."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of a form."""

    filed: Filed | None = None
    """What was written; None where something is to be asked first, and nothing was."""
    clashes: tuple[Clash, ...] = ()
    """What is to be asked."""
    by: str = ""
    """Who wrote meanwhile, in words; empty where that is not known."""
    gone: bool = False
    """Whether the contact was deleted meanwhile, so that bringing it back is to be asked."""


def open_form(contact: Contact, mention: str, moment: Moment) -> Form:
    """The form of a contact whom a line can mention by those words."""
    values = [(mark, clean(getattr(contact, field))) for mark, field in MARKS]
    marks = [f'{mark}:"{value}"' for mark, value in values if value and '"' not in value]
    return Form(contact, " ".join([mention, *marks]) + " ", moment.stamp)


def keep_edit(
    form: Form,
    line: str,
    answers: Answers,
    moment: Moment,
    ids: Callable[[], str],
    settings: Settings,
    *,
    bring_back: bool = False,
) -> Operation[Edited]:
    """The operation that keeps the line of a form, or finds out what has to be asked first.

    `bring_back` puts a contact that was deleted meanwhile back as it was when the bar opened. Where theirs was chosen,
    mine is written all the same, and `put_theirs_back` is to follow as a step of its own: so mine is in the history.
    """

    def operation(fresh: Book) -> Work[Edited]:
        contact = fresh.contacts.get(form.contact.id)
        if contact is None and not bring_back:
            return Work("", (), Edited(gone=True))
        book = fresh if contact else fresh.with_changes((Put(form.contact),))
        as_opened = book.with_changes((Put(form.contact),))

        def read(text: str) -> Understood:
            return understand(text, as_opened, moment, settings=settings)

        understood = read(line)
        changed = _changed(understood.made, read(form.offered), contact or form.contact, form)
        clashes = _clashes(changed, contact or form.contact, form) if understood.unfiled is None else ()
        unasked = tuple(clash for clash in clashes if clash not in answers)
        if unasked:
            return Work("", (), Edited(clashes=unasked))
        rivals = [clash for clash in clashes if answers.get(clash) == "both"]
        made = tuple(draft for draft in changed if not _is_of(draft, rivals, form))
        return _written(replace(understood, made=made), rivals, form, book, moment, ids, is_back=contact is None)

    return operation


def put_theirs_back(form: Form, answers: Answers) -> Operation[None]:
    """The operation that puts theirs back over mine, where theirs was chosen and mine has only just been written."""
    chosen = [clash for clash, choice in answers.items() if choice == "theirs"]

    def operation(book: Book) -> Work[None]:
        contact = book.contacts.get(form.contact.id)
        back = {one.field: one.theirs for one in chosen if contact and getattr(contact, one.field) == one.mine}
        if contact is None or not back:
            return Work("", (), None)
        label = f"{clean(contact.name)}: {', '.join(f'{field} {value}' for field, value in back.items())}"
        return Work(label_of(label), (Put(replace(contact, **back)),), None)  # type: ignore[arg-type]

    return operation


def _changed(made: Iterable[Draft], offered: Understood, contact: Contact, form: Form) -> tuple[Draft, ...]:
    """What a line makes, without the fields that it leaves as they were and those that are so already."""
    untouched = {(one.field, one.value) for one in offered.made if _is_field(one, form)}
    return tuple(
        draft
        for draft in made
        if not (_is_field(draft, form) and ((draft.field, draft.value) in untouched or _is_so(draft, contact)))
    )


def _clashes(changed: Iterable[Draft], contact: Contact, form: Form) -> tuple[Clash, ...]:
    """The fields of the form that are no longer as they were when it opened."""
    found: dict[str, Clash] = {}
    for draft in changed:
        if _is_field(draft, form) and draft.field in _SINGLE:
            theirs = getattr(contact, draft.field)
            if theirs != getattr(form.contact, draft.field):
                found[draft.field] = Clash(draft.field, draft.value, theirs)
    return tuple(found.values())


def _written(
    understood: Understood,
    rivals: list[Clash],
    form: Form,
    book: Book,
    moment: Moment,
    ids: Callable[[], str],
    *,
    is_back: bool,
) -> Work[Edited]:
    """The work of filing what is left of a line, with the values that are kept as rivals."""
    if understood.made or understood.unfiled:
        work = file_line(understood, book, moment, ids)
    else:
        label = label_of(understood.line)
        work = Work(label, (), Filed(label=label))
    changes = work.changes
    if rivals or is_back:
        changes = _with_rivals(changes, book.contacts[form.contact.id], rivals, moment)
    filed = work.result if changes else work.result._replace(label="nothing was changed")
    return Work(work.label, changes, Edited(filed))


def _with_rivals(
    changes: tuple[Change, ...], contact: Contact, clashes: list[Clash], moment: Moment
) -> tuple[Change, ...]:
    """The changes with those values as rivals on the contact, which is written in any case."""
    origin = f"an edit of {moment.day}"
    fresh = [Rival(field=one.field, value=one.mine, origin=origin) for one in clashes]
    mine = [one for one in changes if isinstance(one, Put) and one.record.id == contact.id]
    others = [one for one in changes if one not in mine]
    written = next((one.record for one in mine if isinstance(one.record, Contact)), contact)
    known = {(rival.field, rival.value) for rival in written.rivals}
    rivals = (*written.rivals, *(rival for rival in fresh if (rival.field, rival.value) not in known))
    return (*others, Put(replace(written, rivals=rivals)))


def _is_field(draft: Draft, form: Form) -> TypeGuard[FieldDraft]:
    return isinstance(draft, FieldDraft) and draft.contact == form.contact.id


def _is_of(draft: Draft, clashes: Iterable[Clash], form: Form) -> bool:
    return _is_field(draft, form) and draft.field in {clash.field for clash in clashes}


def _is_so(draft: FieldDraft, contact: Contact) -> bool:
    return draft.field in _SINGLE and bool(draft.value == getattr(contact, draft.field))
