"""What is said once the prompt has gone: what was made of the lines, or where they are."""

import sys

from cli.context import PATIENCE, Context
from cli.filing import Kept, file_waiting, unfiled_words
from cli.output import complain, cut, say
from cli.prompt.asked import Asked
from cli.prompt.keeping import ORIGIN
from cli.prompt.looks import Looks
from cli.prompt.session import Session
from cli.refreshing import refresh_if_needed
from cli.streams import prepare_streams
from cli.told import record_words
from domain.errors import BookError
from domain.model import Contact
from domain.text import clean
from domain.words import counted
from store.spool import not_kept

WIDTH = 79
"""Cells that the one line may take."""


def file_and_say(asked: Asked, keys: list[str], looks: Looks) -> None:
    """File what waits in the spool, as far as that takes no long wait, and say what it made."""
    prepare_streams()
    context = Context(asked.book, ORIGIN)
    try:
        filed = file_waiting(context, PATIENCE)
    except BookError as error:
        complain(looks.writable(f"kept in the spool, to be filed later: {error}"))
        return
    context.tell_problems()
    kept = [filed[key] for key in keys if key in filed]
    say(looks.writable(_short(_told(kept, len(keys), hide=asked.hide))))
    refresh_if_needed(context.path, context.environment)


def say_lost(book: str, error: OSError, lines: list[str], *, waits: bool) -> None:
    """Give back what could not be kept; where the window closes with the program it waits to be read."""
    prepare_streams()
    for line in lines:
        complain(not_kept(book, error, line))
    complain("Make room or let the folder be written to, or choose another book with --file, and type it again.")
    if waits:
        sys.stderr.write("enter leaves ")
        sys.stderr.flush()
        sys.stdin.readline()


def say_begun(session: Session, unsaved: str, looks: Looks, *, hide: bool) -> None:
    """Say that what was begun waits as a draft, or give it back where it could not be saved."""
    prepare_streams()
    _, listed, written = session.begun()
    begun = [*listed, *written]
    if unsaved:
        complain(looks.writable(unsaved))
        for line in begun:
            complain(looks.writable(f"not kept: {line}"))
    elif listed:
        told = f"{counted(len(begun), 'line')} kept as drafts; swell capture --many goes on with them."
        say(looks.writable(told[0].upper() + told[1:]))
    elif begun:
        told = "Draft kept (↑ in swell capture)"
        say(looks.writable(_short(f"{told}." if hide else f"{told}: {begun[-1]}")))


def _told(kept: list[Kept], lines: int, *, hide: bool) -> str:
    """What became of the lines, in one."""
    unfiled = [one.filed for one in kept if one.filed.unfiled]
    if lines > 1:
        return f"{lines} kept, {len(unfiled)} of them unfiled." if unfiled else f"{lines} kept."
    if unfiled:
        return "Kept unfiled. It waits in the inbox." if hide else f"Kept {unfiled_words(unfiled[0])}"
    return f"Kept: {_made(kept[0])}" if kept and not hide else "Kept."


def _made(kept: Kept) -> str:
    """The records of a line."""
    new = {one.id: one for one in kept.filed.made if isinstance(one, Contact)}
    return "; ".join(record_words(record, {**kept.before.contacts, **new}) for record in kept.filed.made)


def _short(text: str) -> str:
    return cut(clean(text), WIDTH)
