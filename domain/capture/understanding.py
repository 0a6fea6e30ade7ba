"""Understanding one captured line."""

from typing import Final

from domain.book import Book
from domain.capture.clause import Clause, Line
from domain.capture.clauses import clauses_of
from domain.capture.dates import DatePhrase, NoDate, date_at, plus_date, shown
from domain.capture.drafts import (
    AnswerDraft,
    AskDraft,
    Draft,
    FieldDraft,
    FollowUpDraft,
    InteractionDraft,
    Understood,
    Unfiled,
)
from domain.capture.forms.order import read
from domain.capture.lexicon import DASHES, FUNCTION_WORDS, NAMES_THAT_ARE_WORDS
from domain.capture.marks import take_line_marks, take_marks
from domain.capture.names import Names
from domain.capture.people import Mention, find_people
from domain.capture.reader import Reader
from domain.capture.words import FIELDS, has_controls, one_line, words_of
from domain.moment import Moment
from domain.settings import Settings

__all__ = ["Understood", "understand"]

_ONLY_A_DATE: Final = "a date and nothing else"
_ONLY_MARKS: Final = "nothing to keep but marks"
_SIGILS: Final = ("#", "+", "@")
_LONGEST_FRONT: Final = 5
_NO_NAMES: Final = FUNCTION_WORDS | frozenset({"idea", "fyi", "ps", "nb", "http", "https", "mailto", "important"})


def understand(
    line: str,
    book: Book,
    moment: Moment,
    *,
    shell: bool = False,
    settings: Settings | None = None,
    names: Names | None = None,
) -> Understood:
    """What a captured line says; any text is understood or kept, and nothing raises.

    `shell` words hints for a shell, where nothing can be chosen; `names` is an index to use instead of making one.
    """
    plain = one_line(line)
    if has_controls(plain):
        return _kept(line, moment, "there are control characters in it")
    words = words_of(plain)
    if not words:
        return _kept(line, moment, "nothing was typed")
    index = names if names is not None else Names(book.contacts)
    people = find_people(words, index)
    own_name = settings.name if settings is not None else ""
    reader = Reader(Line(plain, people), book, moment.today, index, own_name=own_name, shell=shell)
    taken = take_line_marks(reader) | reader.take_asides()
    start = _take_front(reader)
    nothing = _nothing_but_marks(reader, start)
    if nothing:
        return _kept(line, moment, nothing)
    drafts: list[Draft] = []
    for first, end in clauses_of(reader.line, start, moment.today) if start < len(words) else ():
        drafts.extend(_clause(reader, first, end, taken))
    return _understood(line, reader, drafts, index)


def _kept(line: str, moment: Moment, why: str) -> Understood:
    return Understood(line=line, today=moment.today, people={}, unfiled=Unfiled(why))


def _understood(line: str, reader: Reader, drafts: list[Draft], index: Names) -> Understood:
    new = tuple(draft._replace(tags=tuple(reader.tags)) for draft in reader.contacts.values())
    unfiled = reader.unfiled
    if unfiled is None and not drafts and not new:
        unfiled = Unfiled(_ONLY_A_DATE if any(token.role == "follow-up" for token in reader.tokens) else _ONLY_MARKS)
    return Understood(
        line=line,
        today=reader.today,
        made=(*new, *drafts),
        tokens=tuple(sorted(dict.fromkeys(reader.tokens), key=lambda token: (token.start, token.end))),
        people=reader.named,
        exact={person: form for person, name in reader.named.items() if (form := index.exact(person)) != name},
        busy=_busy(reader),
        guess=tuple(reader.guess),
        choices=tuple(reader.choices),
        hints=tuple(reader.hints),
        warnings=tuple(reader.warnings),
        offers=tuple(reader.offers),
        unfiled=unfiled,
    )


def _busy(reader: Reader) -> frozenset[str]:
    """Who of the people of the line has something open."""
    items = reader.book.follow_ups.values() if reader.named else ()
    return frozenset(
        person for item in items if item.state == "open" for person in item.people if person in reader.named
    )


def _take_front(reader: Reader) -> int:
    """Take `DATE:` and `NAME:` from the front of the line; the word after them."""
    start = 0
    for _ in range(2):
        after = _front(reader, start)
        if after == start:
            break
        start = after
    return start


def _front(reader: Reader, start: int) -> int:
    words, keys = reader.line.words, reader.line.keys
    for place in range(start, min(start + _LONGEST_FRONT, len(words))):
        if keys[place + 1 : place + 2] and keys[place + 1] in DASHES and not words[place].tail:
            return _dashed_front(reader, start, place + 1)
        if not words[place].tail.endswith(":"):
            continue
        found = date_at(keys[: place + 1], start, reader.today)
        if isinstance(found, DatePhrase) and found.size == place + 1 - start:
            return _date_front(reader, start, place + 1, found)
        if isinstance(found, NoDate):
            reader.no_date(start, start + found.size, found)
            return start
        return _name_front(reader, start, place + 1)
    return start


def _date_front(reader: Reader, start: int, end: int, found: DatePhrase) -> int:
    reader.front = found
    day = found.past or found.future
    if day is not None:
        reader.token(start, end, "date", shown(day, reader.today))
    return end


def _dashed_front(reader: Reader, start: int, end: int) -> int:
    """Take `NAME -` from the front, as `NAME:` is; only somebody of the book."""
    words = reader.line.words[start:end]
    known = all(word.plain for word in words) and reader.names.named(" ".join(word.name for word in words))
    return _name_front(reader, start, end) + 1 if known else start


def _name_front(reader: Reader, start: int, end: int) -> int:
    words = reader.line.words[start:end]
    mention = reader.line.mentions.get(start)
    if mention is None or mention.end != end:
        ids = reader.names.named(" ".join(word.name for word in words)) if all(word.plain for word in words) else ()
        if not ids:
            _hint_at_new(reader, start, end)
            return start
        mention = Mention(start, end, ids, after=end)
    person = reader.person(mention)
    if person is not None:
        reader.carry((person,))
    return end


def _hint_at_new(reader: Reader, start: int, end: int) -> None:
    word = reader.line.words[start]
    name_like = word.key in NAMES_THAT_ARE_WORDS or (word.capital and word.key not in _NO_NAMES)
    if end - start == 1 and word.plain and word.key.isalpha() and name_like:
        reader.hint(f"new? {word.text.removesuffix(word.tail)}")


def _nothing_but_marks(reader: Reader, start: int) -> str:
    """Why there is nothing to keep in the line; empty where there is something."""
    line = reader.line
    if start and line.mentions:
        return ""
    dates = 0
    for place in range(start, len(line.words)):
        word = line.words[place]
        bare = word.text in _SIGILS and not word.literal
        if place in line.covered or not (word.mark or bare) or word.mark in ("need", "offer", "as", *FIELDS):
            return ""
        if word.mark == "+":
            found = plus_date([word.key], 0, reader.today)
            if not isinstance(found, DatePhrase) or found.future is None:
                return ""
        dates += word.mark in ("+", "when")
    if dates == len(line.words) - start:
        return _ONLY_A_DATE
    return "nothing to keep but a mark" if len(line.words) == 1 else _ONLY_MARKS


def _clause(reader: Reader, first: int, end: int, taken: set[int]) -> list[Draft]:
    clause = Clause(reader.line, first, end, taken.intersection(range(first, end)))
    take_marks(reader, clause)
    spoken = clause.text()
    no_date = clause.take_lead(reader.today)
    if no_date is not None:
        reader.no_date(first, first + no_date.size, no_date)
    drafts = read(reader, clause)
    _say_idle_day(reader, clause)
    return [*drafts, *_answers(reader, clause), *_fields(reader, clause), *_follow_up(reader, clause, drafts, spoken)]


def _say_idle_day(reader: Reader, clause: Clause) -> None:
    """Say that the day with which the clause begins dates nothing, where nothing has taken it up."""
    first, end = clause.lead_at
    start = reader.line.words[first].start
    if end and first in clause.gone and not any(token.start == start for token in reader.tokens):
        typed = reader.typed(first, end)
        if not any(warning.startswith(typed) for warning in reader.warnings):
            reader.warn(f"{typed} dates nothing here")


def _answers(reader: Reader, clause: Clause) -> list[Draft]:
    """What `need:` and `offer:` say, of the first person of the clause; a need of nobody is your own."""
    if not clause.answers:
        return []
    day = reader.day_said(clause)
    drafts: list[Draft] = []
    for question, text in clause.answers:
        if reader.carried:
            drafts.append(AnswerDraft(contact=reader.carried[0], question=question, text=text, learnt=day))
        elif question == "looking_for":
            drafts.append(AskDraft(text=text, opened=day))
        else:
            drafts.append(
                InteractionDraft(direction="none", kind="note", day=day, text=text, tags=tuple(reader.tags))
            )  # fmt: skip
            reader.hint("nobody named")
    return drafts


def _fields(reader: Reader, clause: Clause) -> list[Draft]:
    if not reader.carried:
        return []
    return [FieldDraft(contact=reader.carried[0], field=field, value=value) for field, value in clause.fields]


def _follow_up(reader: Reader, clause: Clause, drafts: list[Draft], spoken: str) -> list[Draft]:
    """What a `+DATE` makes that no to-do, promise or waiting of the clause has taken."""
    due = clause.due or (reader.first_turn(clause.repeat) if clause.repeat else None)
    if due is None or (not drafts and not spoken and not reader.carried):
        return []
    text, people = spoken, reader.carried
    for draft in drafts:
        if isinstance(draft, InteractionDraft):
            text, people = draft.text or spoken, draft.people
        elif isinstance(draft, AnswerDraft):
            people = (draft.contact,)
    return [FollowUpDraft(kind="reminder", due=due, people=people, text=text, repeat=clause.repeat)]
