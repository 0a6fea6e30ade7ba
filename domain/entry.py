"""An entry of the ledger written out as a line that a capture would understand the same, and changed by that line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from domain.book import Book, Change, Put, Remove, Work
from domain.capture.canonical import canonical
from domain.capture.drafts import ContactDraft, InteractionDraft, IntroductionDraft, Settled, Understood
from domain.capture.filing import at_of, file_line
from domain.capture.names import Names
from domain.capture.understanding import understand
from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.inbox.names import full_name
from domain.model import Contact, Interaction
from domain.moment import Moment
from domain.ports import Operation
from domain.settings import Settings
from domain.text import clean
from domain.words import iso

_FIELDS: Final[Mapping[str, str]] = {
    "direction": "direction was",
    "kind": "kind was",
    "people": "people were",
    "text": "text was",
    "tags": "tags were",
    "minutes": "minutes were",
    "via": "path was",
}
"""What of an entry stands in its line, but for its day, with how one says that it was changed."""


class Form(NamedTuple):
    """An entry that is to be changed, with the line that was offered for it."""

    entry: Interaction
    line: str
    draft: InteractionDraft
    """What that line is understood to say."""


def open_form(book: Book, entry: Interaction, moment: Moment, settings: Settings) -> Form:
    """Write an entry out; raises BadInputError where no line would say the same."""
    names = Names(book.contacts)
    day = iso(entry.at)
    if day is None:
        raise BadInputError("The day of this entry cannot be read; x deletes it, c writes it anew.")
    people = tuple(one for one in entry.people if one in book.contacts)
    thanked = entry.kind == "thanks" and entry.direction == "gave"
    draft = InteractionDraft(
        direction=entry.direction,
        kind=entry.kind,
        day=day,
        people=people,
        text=clean(entry.text).strip(),
        tags=entry.tags,
        minutes=entry.minutes,
        via=tuple(one for one in entry.via if one in book.contacts),
        settles=tuple(Settled("thanks owed", person) for person in people) if thanked else (),
    )
    known = {*draft.people, *draft.via}
    understood = Understood(
        line="",
        today=moment.today,
        made=(draft,),
        people={str(one): full_name(str(one), book.contacts) for one in known},
        exact={str(one): names.exact(str(one)) for one in known},
    )
    line = canonical(understood)
    read = understand(line, book, moment, settings=settings, names=names)
    if not _says(read, draft):
        raise BadInputError("No line would say just this; x deletes it, c writes it anew.")
    return Form(entry, line, _act(read))


def change(form: Form, line: str, moment: Moment, ids: Callable[[], str], settings: Settings) -> Operation[Interaction]:
    """The operation that changes, on fresh data, what the line says otherwise than the one that was offered.

    It raises BadInputError for a line that is no one entry, NotFoundError, and ChangedError where the same field was
    changed meanwhile.
    """

    def operation(book: Book) -> Work[Interaction]:
        fresh = book.interactions.get(form.entry.id)
        if fresh is None:
            raise NotFoundError("This entry was deleted meanwhile; c writes it anew.")
        understood = understand(line, book, moment, settings=settings)
        draft = _act(understood)
        filed = file_line(understood, book, moment, ids, settles=False).result
        made = next(record for record in filed.made if isinstance(record, Interaction))
        new = [name for name in _FIELDS if getattr(draft, name) != getattr(form.draft, name)]
        changed_too = [_FIELDS[name] for name in new if getattr(fresh, name) != getattr(form.entry, name)]
        if draft.day != form.draft.day and fresh.at != form.entry.at:
            changed_too.append("day was")
        if changed_too:
            raise ChangedError(f"Its {changed_too[0]} changed meanwhile; look at it again.")
        changed = _with(fresh, made, new)
        if draft.day != form.draft.day:
            changed = replace(changed, at=_at(fresh, draft.day, moment))
        if changed.direction != "got" and changed.because_of:
            changed = replace(changed, because_of=())
        people: tuple[Change, ...] = tuple(Put(record) for record in filed.made if isinstance(record, Contact))
        let_go = _turned_round(book, fresh, changed)
        changes = (*people, Put(changed), *let_go) if changed != fresh else ()
        return Work(f"changed: {clean(changed.text) or changed.kind}", changes, changed)

    return operation


def delete(book: Book, id_: str) -> Work[str]:
    """The work of deleting an entry; what points at it points at nothing any more. Raises NotFoundError."""
    entry = book.interactions.get(id_)
    if entry is None:
        raise NotFoundError("This entry is no longer in the book.")
    words = f"deleted: {clean(entry.text) or entry.kind}"
    met = (Put(replace(one, met_via="")) for one in book.contacts.values() if one.met_via == id_)
    let_go = (*_grown_no_more(book, id_), *met, *_closed_no_more(book, id_))
    return Work(words, (Remove("interactions", id_), *let_go), words)


def _turned_round(book: Book, before: Interaction, after: Interaction) -> Iterator[Change]:
    """What points at a give that is a return now lets go of it, and what was closed by a return that is none."""
    was_return, is_return = before.direction == "got", after.direction == "got"
    if is_return and not was_return:
        yield from _grown_no_more(book, after.id)
    elif was_return and not is_return:
        yield from _closed_no_more(book, after.id)


def _grown_no_more(book: Book, id_: str) -> Iterator[Change]:
    """Nothing grew from this entry any more."""
    for one in book.interactions.values():
        if id_ in one.because_of and one.id != id_:
            yield Put(replace(one, because_of=tuple(give for give in one.because_of if give != id_)))


def _closed_no_more(book: Book, id_: str) -> Iterator[Change]:
    """No ask was closed by this entry any more; it stays closed."""
    return (Put(replace(one, closed_by="")) for one in book.asks.values() if one.closed_by == id_)


def problem(understood: Understood) -> str:
    """Why a line does not say one entry, in a sentence; empty where it does."""
    if understood.unfiled is not None:
        return f"That is not clear: {understood.unfiled.why}."
    acts = [draft for draft in understood.made if isinstance(draft, InteractionDraft)]
    others = [draft for draft in understood.made if not isinstance(draft, InteractionDraft | _BESIDE)]
    if not acts:
        return "That is nothing that happened; x deletes the entry, c writes something else."
    if len(acts) > 1 or others:
        return "That says more than one thing; keep one here, and write the rest with c."
    return ""


_BESIDE: Final = ContactDraft | IntroductionDraft
"""What a line may make beside its entry: somebody new, and the introduction that an entry tells of."""


def _act(understood: Understood) -> InteractionDraft:
    """The one entry that a line says; raises BadInputError."""
    wrong = problem(understood)
    if wrong:
        raise BadInputError(wrong)
    return next(draft for draft in understood.made if isinstance(draft, InteractionDraft))


def _says(understood: Understood, draft: InteractionDraft) -> bool:
    """Whether a line says that draft and nothing more."""
    if problem(understood):
        return False
    read = _act(understood)
    return read.day == draft.day and all(getattr(read, name) == getattr(draft, name) for name in _FIELDS)


def _with(fresh: Interaction, made: Interaction, names: list[str]) -> Interaction:
    """The entry with these fields as the line has them."""
    return replace(
        fresh,
        direction=made.direction if "direction" in names else fresh.direction,
        kind=made.kind if "kind" in names else fresh.kind,
        people=made.people if "people" in names else fresh.people,
        text=made.text if "text" in names else fresh.text,
        tags=made.tags if "tags" in names else fresh.tags,
        minutes=made.minutes if "minutes" in names else fresh.minutes,
        via=made.via if "via" in names else fresh.via,
    )


def _at(fresh: Interaction, day: date, moment: Moment) -> str:
    """The instant on another day: the same time of day where that is not ahead, else as a line captured now has it."""
    moved = f"{day.isoformat()}{fresh.at[10:]}"
    return moved if day < moment.today else at_of(day, moment)
