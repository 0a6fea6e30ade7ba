"""Keeping a captured line: the same call from the shell, the hotkey prompt and the bar of the app."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from domain.book import Book, Change, Put, Remove, Work, table_of
from domain.capture.filing import Filed, file_line, label_of
from domain.capture.understanding import understand
from domain.errors import NotFoundError
from domain.ids import ids_from, is_id
from domain.model import Capture
from domain.moment import Moment, moment_of
from domain.ports import Delivery, Operation
from domain.settings import Settings
from domain.text import clean

_SHOWN = 1000
"""Letters of rubbish that are shown; its bytes are kept elsewhere."""


def keep_line(
    line: str,
    moment: Moment,
    ids: Callable[[], str],
    settings: Settings,
    *,
    shell: bool = False,
    settles: bool = True,
) -> Operation[Filed]:
    """The operation that understands a line on fresh data and files what it makes, or keeps it unfiled.

    `settles` is whether the line closes the follow-ups that it fulfils; it does not where one is closed with it anyway.
    """

    def operation(book: Book) -> Work[Filed]:
        understood = understand(line, book, moment, shell=shell, settings=settings)
        return file_line(understood, book, moment, ids, settles=settles)

    return operation


def keep_together(
    lines: Sequence[tuple[str, str]], moment: Moment, settings: Settings, *, shell: bool = False
) -> Operation[Filed]:
    """The operation that files several lines as one step, each on the book as those before leave it.

    A line comes with the key that the ids of its records follow.
    """

    def operation(book: Book) -> Work[Filed]:
        from domain.capture.ahead import Ahead  # one line needs none of it

        ahead = Ahead(book, moment, settings, shell=shell)
        works = [ahead.file(line, ids_from(key)) for key, line in lines]
        each = tuple(work.result for work in works)
        label = label_of(f"{len(lines)} captures: {lines[0][1]}") if len(lines) > 1 else each[0].label
        changes = last_of_each(change for work in works for change in work.changes)
        made = tuple(change.record for change in changes if isinstance(change, Put))
        return Work(label, changes, Filed(label=label, made=made, each=each))

    return operation


def last_of_each(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Of several changes to one record the last one."""
    last = {
        (table_of(change), change.record.id if isinstance(change, Put) else change.id): change for change in changes
    }
    return tuple(last.values())


def mend(
    book: Book,
    capture: str,
    line: str,
    captured: Callable[[Capture], Moment],
    ids: Callable[[], str],
    settings: Settings,
) -> Work[Filed]:
    """The work of filing an unfiled capture by a better line, read as of when it was captured.

    Where that is no clearer, the capture stays with the new line and its reason. Raises NotFoundError.
    """
    known = _unfiled(book, capture)
    moment = captured(known)
    understood = understand(line, book, moment, settings=settings)
    if understood.unfiled is None:
        work = file_line(understood, book, moment, ids)
        return work._replace(changes=(Remove("captures", capture), *work.changes))
    why, candidates = understood.unfiled.why, understood.unfiled.candidates
    label = label_of(line)
    if not line.strip():
        return Work(label, (), Filed(label=label, unfiled=True, reason=why))
    mended = replace(known, line=line, why=why, candidates=candidates)
    filed = Filed(label=label, made=(mended,), unfiled=True, reason=why, candidates=candidates)
    return Work(label, (Put(mended),) if mended != known else (), filed)


def throw_away(book: Book, capture: str) -> Work[str]:
    """The work of throwing an unfiled capture away. Raises NotFoundError."""
    label = label_of(_unfiled(book, capture).line)
    return Work(f"thrown away: {label}", (Remove("captures", capture),), f"thrown away: {label}")


def _unfiled(book: Book, capture: str) -> Capture:
    known = book.captures.get(capture)
    if known is None:
        raise NotFoundError("This line was filed or thrown away elsewhere in the meantime.")
    return known


def keep_delivery(delivery: Delivery, now: Moment, ids: Callable[[], str], settings: Settings) -> Operation[Filed]:
    """The operation that files a line of the spool, with the same ids wherever that happens."""
    moment = moment_of(delivery.at, now, zone_is_chosen=bool(settings.timezone))
    own = ids_from(delivery.key) if is_id(delivery.key) else ids
    if delivery.together:
        return keep_together(delivery.together, moment, settings, shell=delivery.shell)
    if not delivery.rubbish:
        return keep_line(delivery.line, moment, own, settings, shell=delivery.shell)

    def operation(_: Book) -> Work[Filed]:
        shown = clean(delivery.line[:_SHOWN]).strip() or "(nothing)"
        why = f"{delivery.rubbish}; the bytes are kept in the spool under bad/{delivery.key}"
        capture = Capture(id=own(), at=moment.stamp, line=shown, why=clean(why))
        filed = Filed(label=label_of(shown), made=(capture,), unfiled=True, reason=capture.why)
        return Work(filed.label, (Put(capture),), filed)

    return operation
