"""`swell doctor`: examines the book and what lies about it, and says what needs doing."""

from cli.checks import Check, checks
from cli.context import Context
from cli.output import padded, say, say_json, say_prose
from cli.usage import CommandParser
from store.backups import newest_good
from store.folders import forget
from store.health import Finding, Health, examine
from store.repair import Repaired, repair
from store.storage import read_bytes
from store.surroundings import leftovers

SHOWN = 20
"""Findings of one kind that are printed; JSON has all."""


def run(context: Context, words: list[str]) -> int:
    """Say what is found; the result is 1 where something needs doing."""
    parser = CommandParser("doctor", "Examine the book and what lies about it; 1 where something needs doing.")
    parser.add_argument(
        "--repair",
        action="store_true",
        help="save what can be read of a damaged book, which is kept, and remove what dead processes left",
    )
    options = parser.parse_args(words)
    done = _repair(context) if options.repair else []
    data = read_bytes(context.path)
    health = None if data is None else examine(data)
    found = checks(context.path, health, len(data or b""))
    healthy = not any(check.needs_doing for check in found)
    if options.json:
        say_json({"ok": healthy, **_json(context.path, found, health), "done": done})
    else:
        _print(done, found)
    return 0 if healthy else 1


def _repair(context: Context) -> list[str]:
    """What was done, a sentence each."""
    repaired = repair(context.path, context.moment().stamp)
    done = [] if repaired is None else _told(context.path, repaired)
    left = leftovers(context.path)
    for path in left:
        forget(path)
    return done + [f"{path} is removed; the process that wrote it is dead." for path in left]


def _told(book: str, repaired: Repaired) -> list[str]:
    salvaged = repaired.salvaged
    people, interactions = salvaged.count("contacts"), salvaged.count("interactions")
    told = [
        f"The damaged book is kept as {repaired.damaged}.",
        f"{salvaged.records} records could be read and are the book now, {people} contacts and {interactions} "
        "interactions among them.",
        *salvaged.notes,
    ]
    if repaired.unread:
        told.append(f"What could not be read, or had to be mended, stands in {repaired.unread}.")
    newest = newest_good(book)
    if repaired.unread and newest:
        told.append(f"What is missing may be in the backup of {newest.said}: swell restore {newest.path} puts it back.")
    return told


def _print(done: list[str], found: list[Check]) -> None:
    for sentence in done:
        say_prose(sentence, hanging=2)
    width = max(len(check.about) for check in found)
    for about in dict.fromkeys(check.about for check in found):
        mine = [check for check in found if check.about == about]
        for check in mine[:SHOWN]:
            say_prose(f"{'!' if check.needs_doing else ' '} {padded(about, width)}  {check.sentence}", width + 4)
        if len(mine) > SHOWN:
            say(f"  {padded(about, width)}  {len(mine) - SHOWN} more; --json has them all.")


def _json(path: str, found: list[Check], health: Health | None) -> dict[str, object]:
    return {
        "book": path,
        "records": dict(health.counts) if health else {},
        "findings": [_one(check) for check in found],
    }


def _one(check: Check) -> dict[str, object]:
    finding = check.finding or Finding("")
    return {
        "about": check.about,
        "needs_doing": check.needs_doing,
        "text": check.sentence,
        "line": finding.line or None,
        "column": finding.column or None,
    }
