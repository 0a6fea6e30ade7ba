"""Pauses for a holiday or an illness: begun, planned and ended, each as one undoable step."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.book import Book, Put, Remove, Work
from domain.errors import BadInputError, NotFoundError
from domain.model import Pause
from domain.moment import Moment
from domain.text import clean
from domain.words import iso, near

LONGEST: Final = 366
"""Days that one pause may last."""
_WITHIN: Final = 183
"""Days after the first one within which a last day without a year is taken for the end; later, it comes before."""
_WITHIN_OF_TODAY: Final = 330
"""The same where the pause begins today, which may well be a long one: `until 1 sep`."""
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b", re.ASCII)
_TO: Final = (" to ", " until ", " till ", " - ", " – ")
_HOW: Final = "write `until 3 dec`, `2w` or `23 dec to 2 jan`"


def days_of(phrase: str, today: date) -> tuple[date, date]:
    """The first and the last day of `until 3 dec`, `2w`, `23 dec to 2 jan`; raises BadInputError."""
    from domain.capture.dates import due_date, past_date

    words = phrase.strip().lower().removeprefix("from ")
    link = next((link for link in _TO if link in words), "")
    front, _, back = words.partition(link) if link else ("today", "", words)
    first = due_date(front, today)
    last = due_date(back, first or today)
    end = clean(back.removeprefix("until ").removeprefix("till ").strip())
    is_before = f"“{end}” comes before “{clean(front.strip())}”"
    if link and first is not None and last is None and past_date(end, first) is not None:
        raise BadInputError(f"{is_before}; write the earlier day first.")
    if first is None or last is None:
        raise BadInputError(f"“{clean(phrase)}” names no days; {_HOW}.")
    if _is_a_year_on(back, (last - first).days, _WITHIN if link else _WITHIN_OF_TODAY):
        raise BadInputError(f"{is_before}; for the year after write “{end} {last.year}”.")
    return first, last


def _is_a_year_on(back: str, days: int, within: int) -> bool:
    """Whether a last day without a year is only reached in the year after, and so comes before the first."""
    from domain.capture.dates import MONTHS

    words = back.replace("-", " ").split()
    return days > within and any(word.strip(".,") in MONTHS for word in words) and not _YEAR.search(back)


def pause(book: Book, first: date, last: date, text: str, moment: Moment, ids: Callable[[], str]) -> Work[Pause]:
    """A pause with its first and last day; it may lie behind you. Raises BadInputError."""
    if last < first:
        raise BadInputError("A pause ends after it begins; write the earlier day first.")
    if (last - first).days >= LONGEST:
        raise BadInputError("A pause lasts a year at most.")
    made = Pause(id=ids(), first=first.isoformat(), last=last.isoformat(), text=text.strip())
    known = next((one for one in book.pauses.values() if (one.first, one.last) == (made.first, made.last)), None)
    if known is not None:
        return Work("pause", (), known)
    words = near(last, moment.today)
    return Work(f"pause until {words}", (Put(made),), made)


def end_pause(book: Book, moment: Moment) -> Work[str]:
    """End the pause that this day lies in; one that began today is taken away. Raises NotFoundError."""
    today = moment.today
    running = [one for one in book.pauses.values() if lies_in(one, today)]
    if not running:
        raise NotFoundError("There is no pause to end.")
    yesterday = (today - timedelta(days=1)).isoformat()
    changes = tuple(
        Put(replace(one, last=yesterday)) if one.first[:10] <= yesterday else Remove("pauses", one.id)
        for one in running
    )
    return Work("the pause ends", changes, "the pause has ended")


def lies_in(one: Pause, day: date) -> bool:
    """Whether a day lies in a pause; one whose days cannot be read has none."""
    first, last = iso(one.first), iso(one.last)
    return first is not None and last is not None and first <= day <= last
