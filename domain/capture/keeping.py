"""Keeping a captured line: the same call from the shell, the hotkey prompt and the bar of the app."""

from collections.abc import Callable

from domain.book import Book, Put, Work
from domain.capture.filing import Filed, file_line, label_of
from domain.capture.understanding import understand
from domain.ids import ids_from, is_id
from domain.model import Capture
from domain.moment import Moment, moment_of
from domain.ports import Delivery, Operation
from domain.settings import Settings
from domain.text import clean

_SHOWN = 1000
"""Letters of rubbish that are shown; its bytes are kept elsewhere."""


def keep_line(
    line: str, moment: Moment, ids: Callable[[], str], settings: Settings, *, shell: bool = False
) -> Operation[Filed]:
    """The operation that understands a line on fresh data and files what it makes, or keeps it unfiled."""

    def operation(book: Book) -> Work[Filed]:
        understood = understand(line, book, moment, shell=shell, settings=settings)
        return file_line(understood, book, moment, ids)

    return operation


def keep_delivery(delivery: Delivery, now: Moment, ids: Callable[[], str], settings: Settings) -> Operation[Filed]:
    """The operation that files a line of the spool, with the same ids wherever that happens."""
    moment = moment_of(delivery.at, now, zone_is_chosen=bool(settings.timezone))
    own = ids_from(delivery.key) if is_id(delivery.key) else ids
    if not delivery.rubbish:
        return keep_line(delivery.line, moment, own, settings, shell=delivery.shell)

    def operation(_: Book) -> Work[Filed]:
        shown = clean(delivery.line[:_SHOWN]).strip() or "(nothing)"
        why = f"{delivery.rubbish}; the bytes are kept in the spool under bad/{delivery.key}"
        capture = Capture(id=own(), at=moment.stamp, line=shown, why=clean(why))
        filed = Filed(label=label_of(shown), made=(capture,), unfiled=True, reason=capture.why)
        return Work(filed.label, (Put(capture),), filed)

    return operation
