"""The source of introductions that wait at a stage."""

from collections.abc import Iterator

from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.introducing import Step, next_step, reached, standing, where_it_stands
from domain.model import Introduction
from domain.moment import Moment
from domain.words import span


def steps(index: Index, moment: Moment) -> Iterator[Item]:
    """The introductions whose next step is due, once for each stage."""
    for record in index.book.introductions.values():
        step = next_step(record, index.book.contacts, moment.today)
        if step is not None and step.due is not None and step.due <= moment.today:
            yield _item(index, standing(record, moment.today), step, moment)


def _item(index: Index, record: Introduction, step: Step, moment: Moment) -> Item:
    """The line of one introduction, the one to turn to first."""
    due = step.due or moment.today
    return Item(
        key=f"intro:{record.id}:{record.stage}",
        source="intro",
        reason=_reason(index, record, step, moment),
        when=span((moment.today - reached(record, moment.today)).days),
        due=due.isoformat(),
        terms=(index.score.once("intro"), index.score.late((moment.today - due).days)),
        people=(step.whom, record.a if step.whom == record.b else record.b),
        record=record.id,
    )


def _reason(index: Index, record: Introduction, step: Step, moment: Moment) -> str:
    """What the next step is."""
    if step.act == "outcome":
        return f"you introduced them: {step.words}"
    if record.stage == "idea":
        return f"an idea of yours; {step.words}"
    stands = where_it_stands(record, index.book.contacts, moment.today)
    return f"{stands}; {'introduce them' if step.act == 'introduce' else step.words}"
