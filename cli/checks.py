"""What the doctor looks at: the book, its spool, its backups, and what lies about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.words import counted
from store.backups import backups, newest_good_words, people_and_interactions
from store.backups import counted as counted_backup
from store.elsewhere import conflict_copies, network_file_system
from store.health import Finding, Health
from store.opening import not_writable
from store.spool import waiting
from store.surroundings import leftovers, open_to_others, set_aside_lines


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    about: str
    """What of: book, spool, backups, folder, others, leftovers, copies, network."""
    sentence: str
    needs_doing: bool = False
    finding: Finding | None = None
    """Where it stands in the book, if it does."""


def checks(path: str, health: Health | None, size: int) -> list[Check]:
    """Everything that can be said of the book at that path; `health` is None where there is none."""
    return [
        *_of_book(path, health, size),
        *_of_spool(path),
        *_of_backups(path),
        *_of_files(path),
    ]


def _of_book(path: str, health: Health | None, size: int) -> Iterator[Check]:
    if health is None:
        yield Check("book", f"There is none yet at {path}; swell add makes it.")
        return
    for finding in health.fatal:
        yield Check("book", finding.sentence, True, finding)
    if health.newer:
        yield Check("book", "It can be read, and it is not written or mended: update Swell.", True)
    elif health.fatal:
        mending = "swell doctor --repair saves what can be read of it, swell restore puts a backup back."
        yield Check("book", f"It is not written until it is mended: {mending} {newest_good_words(path)}".rstrip(), True)
    else:
        many = people_and_interactions(health.count("contacts"), health.count("interactions"))
        odd = counted(len(health.odd), "finding") if health.odd else "nothing wrong"
        yield Check("book", f"{path}: {many}, {size} bytes, {odd}.")
    for finding in health.odd:
        yield Check("record", finding.sentence, True, finding)


def _of_spool(path: str) -> Iterator[Check]:
    lines = waiting(path)
    several = counted(len(lines), "captured line waits", "captured lines wait")
    told = _begun(f"{several} to be filed; the next command does it once the book can be written.")
    yield Check("spool", told if lines else "Empty.")
    aside = set_aside_lines(path)
    if aside:
        many = _begun(counted(len(aside), "delivery", "deliveries"))
        yield Check("spool", f"{many} that held no text can be looked at: {', '.join(aside)}.")


def _of_backups(path: str) -> Iterator[Check]:
    kept = backups(path)
    if not kept:
        yield Check("backups", "None yet; swell backup makes one, and the next day of use does.")
        return
    newest = counted_backup(kept[0])
    told = _begun(f"{counted(len(kept), 'backup')}, the newest of {kept[0].said}")
    if newest.problem:
        good = newest_good_words(path) or "No older one opens either."
        yield Check("backups", f"{told}: {newest.problem}. {good} swell backup makes another.", True)
    else:
        yield Check("backups", f"{told}: {newest.words}.")


def _of_files(path: str) -> Iterator[Check]:
    unwritable = not_writable(path)
    if unwritable:
        yield Check("folder", unwritable.partition("\n")[0], True)
    for open_one, command in open_to_others(path):
        yield Check("others", f"{open_one} can be used by others on this machine: {command} closes it.", True)
    for left in leftovers(path):
        yield Check("leftovers", f"{left} is of a process that is dead: swell doctor --repair removes it.", True)
    for copy in conflict_copies(path):
        yield Check("copies", f"{copy} was left by a synchroniser: swell merge takes in what it has.", True)
    network = network_file_system(path)
    if network:
        told = f"The book is on a network file system ({network}), whose locks may not hold between machines: "
        yield Check("network", told + "write it from one machine at a time.")


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
