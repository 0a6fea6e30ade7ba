"""A follow-up written out as one line, to be changed: its text, its day after a plus, how it comes again."""

import re
from datetime import date
from typing import Final

from domain.agreed import Edit, due_on
from domain.errors import BadInputError
from domain.model import FollowUp
from domain.text import clean
from domain.words import iso

_EVERY: Final = re.compile(r'(?:^|\s)every:(?:"([^"]*)"|(\S+))')
_DUE: Final = re.compile(r"(?:^|\s)\+(\w[^+]*)$")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def line_of(record: FollowUp, today: date) -> str:
    """Such as `the gym list +27nov every:"2 weeks" `, with a blank at the end to go on after."""
    day = iso(record.due)
    parts = [
        clean(record.text),
        f"+{_day(day, today)}" if day else "",
        f'every:"{clean(record.repeat)}"' if record.repeat else "",
    ]
    return " ".join(part for part in parts if part) + " "


def changes_in(line: str, record: FollowUp, today: date) -> Edit:
    """What a line changes in the follow-up that it was written out from; raises BadInputError.

    What reads as it was offered is not touched, so that it may be past; a repeat that is gone from the line ends.
    """
    offered = line_of(record, today)
    if line.strip() == offered.strip():
        return Edit()
    text, due, every = _parts(line)
    _, due_offered, every_offered = _parts(offered)
    if not text and clean(record.text):
        raise BadInputError("Nothing is written that could be due; esc leaves it as it was.")
    return Edit(
        due=due_on(due, today) if due and due != due_offered else None,
        text=text if text != clean(record.text) else None,
        repeat=every if every != every_offered else None,
    )


def _parts(line: str) -> tuple[str, str, str]:
    """The text of a line, its day and its repeat, as they stand there."""
    found = _EVERY.search(line)
    every = (found[1] or found[2] or "").strip() if found else ""
    rest = f"{line[: found.start()]} {line[found.end() :]}".strip() if found else line.strip()
    plus = _DUE.search(rest)
    due = plus[1].strip() if plus else ""
    text = rest[: plus.start()] if plus else rest
    return " ".join(text.split()), due, every


def _day(day: date, today: date) -> str:
    """A day as one types it: `27nov`, or with its year where another is meant."""
    near = 0 <= (day - today).days < 300
    return f"{day.day}{_MONTHS[day.month - 1]}" if near else day.isoformat()
