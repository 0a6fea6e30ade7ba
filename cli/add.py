"""`swell add TEXT…`: captures one line and says what it understood; `-` takes each line of standard input."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from cli.context import Context
from cli.filing import Kept, keep_lines, spool_lines, unfiled_words
from cli.output import complain, say, say_json
from cli.words import UsageError, typed
from domain.book import Book
from domain.capture.as_json import as_json
from domain.capture.dates import past_date
from domain.capture.filing import Filed
from domain.capture.words import line_of
from domain.errors import BadInputError, BookError
from domain.model import Capture, Contact
from domain.moment import Moment
from domain.text import listed

if TYPE_CHECKING:
    from domain.capture.many import ManyLine

HELP = """\
usage: swell add [--json] [--at WHEN] [--later] TEXT… | -

Capture one line, or each line of standard input (-), all as one step. There a
line of marks alone (tag:pyleeds when:fri) holds for the lines after it, until
the next one; a line of dashes or an empty mark (tag:) ends that.

  --json     print what was made as JSON
  --at WHEN  the day it happened: yesterday, fri, 2026-11-20
  --later    only spool it, in a blink; it is filed when Swell is next open
  --         what follows is text, whatever it looks like

examples:
  swell add called Ana about the studio in Leeds tag:design +2w
  swell add yesterday: coffee with Ben 45m
  swell add Ana is looking for a fintech CTO
  swell add promised Ana the gym list +fri
  swell add "met Joe Miller from Acme, he's hiring rust devs"

An unclear line is kept unfiled and waits in the inbox; nothing typed is lost.
swell help capture tells all that a line may say."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the words after `swell add` say."""

    text: list[str]
    """The words of the line, whatever they look like."""
    at: str | None
    json: bool
    later: bool


def run(context: Context, words: list[str]) -> int:
    """Keep the line, or each line of standard input."""
    if words[:1] in (["--help"], ["-h"]):
        print(HELP)
        return 0
    said = _said_in(typed(words))
    moment = context.moment() if said.at is None else _at(said.at, context.moment())
    if said.text == ["-"]:
        return _each_line(context, moment, said)
    line = line_of(said.text)
    if not line.strip():
        raise BadInputError("What happened? For example: swell add called Ana about the move")
    if said.later:
        return _told_lost([str(one) for one in spool_lines(context, [line], moment) if isinstance(one, BookError)])
    kept = keep_lines(context, [line], moment)[0]
    if kept.lost:
        raise BookError(kept.lost)
    if said.json:
        say_json(_as_json(kept))
    else:
        _tell(kept)
    return 0


def _said_in(words: list[str]) -> Said:
    """The options, wherever they stand before `--`, and the words of the line; raises UsageError."""
    text: list[str] = []
    at: str | None = None
    as_json_too = later = False
    rest = iter(words)
    for word in rest:
        option, equals, value = word.partition("=")
        if word == "--":
            text.extend(rest)
        elif word == "--json":
            as_json_too = True
        elif word == "--later":
            later = True
        elif option == "--at":
            at = value if equals else next(rest, None)
            if at is None:
                raise UsageError("--at wants a day, such as yesterday or 2026-11-20; swell add --help tells more")
        else:
            text.append(word)
    return Said(text, at, as_json_too, later)


def _at(words: str, now: Moment) -> Moment:
    """Noon of a past day, or now where that is today; raises BadInputError."""
    day = past_date(words, now.today)
    if day is None or day > now.today:
        raise BadInputError(f"“{words}” is no day up to today (a day, not a time); write yesterday, fri or 2026-11-20.")
    return now if day == now.today else now._replace(at=datetime.combine(day, time(12), now.at.tzinfo))


def _as_json(kept: Kept) -> dict[str, object]:
    told = as_json(kept.filed, kept.before)
    if kept.lost:
        return {**told, "ok": False, "reason": kept.lost}
    return {**told, "reason": f"waits in the spool: {kept.spooled}"} if kept.spooled else told


def _tell(kept: Kept) -> None:
    """Say what was made on stdout, what is doubtful on stderr."""
    filed = kept.filed
    if kept.spooled:
        complain(f"kept in the spool, to be filed later: {kept.spooled}")
        return
    if filed.unfiled:
        complain(f"kept {unfiled_words(filed)}")
    for record in filed.made:
        if not isinstance(record, Capture):
            say(_said(record, filed, kept.before))
    for follow_up in filed.settled:
        say(f"closed · {_said(follow_up, filed, kept.before)}")
    for words in (*filed.warnings, *filed.hints):
        complain(words)
    if filed.guess:
        complain(f"a guess: {listed(list(filed.guess))}")


def _said(record: object, filed: Filed, book: Book) -> str:
    from cli.told import record_words

    made = {one.id: one for one in filed.made if isinstance(one, Contact)}
    return record_words(record, {**book.contacts, **made})


def _each_line(context: Context, moment: Moment, said: Said) -> int:
    """Keep each line of standard input by itself, all as one step; a report at the end."""
    from cli.standard_input import lines_of_standard_input, tell_of_marks
    from domain.capture.many import with_standing_marks

    typed_lines = with_standing_marks(lines_of_standard_input())
    captured = [one for one in typed_lines if one.line]
    lines = [one.line for one in captured]
    if said.later:
        lost = [str(one) for one in spool_lines(context, lines, moment) if isinstance(one, BookError)]
        say(f"{len(lines) - len(lost)} kept in the spool.")
    else:
        kept = keep_lines(context, lines, moment)
        lost = [one.lost for one in kept if one.lost]
        _report(captured, kept, as_objects=said.json)
    tell_of_marks(typed_lines)
    return _told_lost(lost)


def _report(lines: "Sequence[ManyLine]", kept: Sequence[Kept], *, as_objects: bool) -> None:
    """Say what is doubtful of each line, and how many were kept."""
    from cli.standard_input import tell_of_each

    here = [one for one in kept if not one.lost]
    spooled = next((one.spooled for one in here if one.spooled), "")
    tell_of_each(lines, [one.filed for one in kept])
    if spooled:
        complain(f"kept in the spool, to be filed later: {spooled}")
    if as_objects:
        say_json([{"line": line.number, **_as_json(one)} for line, one in zip(lines, kept, strict=True)])
    elif not spooled:
        say(f"{len(here)} kept, {sum(one.filed.unfiled for one in here)} of them unfiled.")


def _told_lost(lost: Sequence[str]) -> int:
    """Say each line that could not be kept, with why; the exit status."""
    for sentence in lost:
        complain(sentence)
    return int(bool(lost))
