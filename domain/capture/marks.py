"""What the marks of a line say: tags, `when:`, `+DATE`, `every:`, `via:`, `min:`, `need:`, `offer:`, fields.

`as:` says what its clause is (domain/capture/spelled.py); `settles:` what it closes, whatever its verb says.
"""

from typing import Final

from domain.capture.clause import Clause, trimmed
from domain.capture.dates import DatePhrase, NoDate, birthday, date_at, plus_date, shown
from domain.capture.drafts import FieldName
from domain.capture.people import Mention
from domain.capture.reader import Reader, repeat_of
from domain.capture.words import FIELDS
from domain.errors import BadInputError
from domain.model import CIRCLES, Question
from domain.text import fold

_QUESTIONS: Final[dict[str, Question]] = {"need": "looking_for", "offer": "offers"}
_FIELD_NAMES: Final[dict[str, FieldName]] = {
    "circle": "circle",
    "org": "organisation",
    "role": "role",
    "place": "place",
    "email": "email",
    "phone": "phone",
    "birthday": "birthday",
}
MOST_MINUTES: Final = 24 * 60
"""Minutes that something can take: a day of them."""


def take_line_marks(reader: Reader) -> set[int]:
    """Take the marks that hold for the whole line, tags and `when:`; the places of their words."""
    taken: set[int] = set()
    for place, word in enumerate(reader.line.words):
        if word.mark == "tag":
            if word.text not in reader.tags:
                reader.tags.append(word.text)
            reader.token(place, place + 1, "tag", word.text)
            taken.add(place)
        elif word.mark == "when":
            if _take_when(reader, place):
                taken.add(place)
            else:
                reader.line.to_text(place)
    return taken


def _take_when(reader: Reader, place: int) -> bool:
    keys = value_keys(reader.line.words[place].text)
    found = date_at(keys, 0, reader.today) or plus_date(keys, 0, reader.today)
    if isinstance(found, DatePhrase) and found.size == len(keys):
        reader.front = found
        day = found.past or found.future
        if day is not None:
            reader.token(place, place + 1, "date", shown(day, reader.today))
        return True
    if isinstance(found, NoDate):
        reader.no_date(place, place + 1, found)
    else:
        reader.warn(f"{reader.line.words[place].text} is no date, kept as text")
    return False


def value_keys(value: str) -> list[str]:
    """The folded words of the value of a mark, in which `_` may stand for a blank."""
    return [word.strip(".,") for word in fold(value).replace("_", " ").split()]


def take_marks(reader: Reader, clause: Clause) -> None:
    """Take the marks that belong to a clause; one that says nothing usable goes back to text."""
    for place in range(clause.first, clause.end):
        if place in clause.gone:
            continue
        mark = reader.line.words[place].mark
        if not mark or place in reader.line.covered:
            continue
        size = _take(reader, clause, place, mark)
        if size:
            clause.drop(place, place + size)
        elif reader.line.words[place].mark:
            clause.to_text(place)


def _take(reader: Reader, clause: Clause, place: int, mark: str) -> int:
    """How many words the mark at this place takes; 0 where it is text after all."""
    value = reader.line.words[place].text
    if mark == "+":
        return _take_due(reader, clause, place)
    if mark == "via":
        return _take_path(reader, clause, place)
    if mark == "min":
        return _take_minutes(reader, clause, place, value)
    if mark in _QUESTIONS:
        said = trimmed(value)
        clause.answers.extend([(_QUESTIONS[mark], said)] if said else [])
        return int(bool(said))
    if mark in FIELDS:
        return _take_field(reader, clause, place, mark)
    if mark == "every":
        return _take_repeat(reader, clause, place, value)
    if mark == "as":
        clause.spelled = fold(value) if place == clause.first else ""
        return int(place == clause.first)
    if mark == "settles":
        return _take_settled(reader, clause, value)
    return 0


def _take_due(reader: Reader, clause: Clause, place: int) -> int:
    value = value_keys(reader.line.words[place].text)
    quoted = len(value) > 1
    keys = value if quoted else value + [key if key[:1] != "\0" else "" for key in clause.keys[place + 1 : place + 4]]
    found = plus_date(keys, 0, reader.today)
    typed = reader.line.words[place].text
    if found is None or (quoted and found.size != len(value)):
        return 0
    size = 1 if quoted else found.size
    if isinstance(found, NoDate):
        reader.no_date(place, place + size, found)
        return 0
    if found.future is None:
        reader.warn(f"+{typed} is past, kept as text")
        return 0
    if clause.due is not None:
        reader.warn(f"only one date a clause: +{typed} is kept as text")
        return 0
    clause.due = found.future
    reader.token(place, place + size, "follow-up", shown(found.future, reader.today))
    return size


def _take_repeat(reader: Reader, clause: Clause, place: int, value: str) -> int:
    if clause.repeat:
        reader.warn(f"only one repeat a clause: every:{value} is kept as text")
        return 0
    try:
        clause.repeat = repeat_of(value)
    except BadInputError as error:
        reader.warn(f"every:{value} is kept as text: {error}")
        return 0
    reader.token(place, place + 1, "follow-up", clause.repeat)
    return 1


def _take_path(reader: Reader, clause: Clause, place: int) -> int:
    word = reader.line.words[place]
    exact = reader.names.named(fold(word.text))
    ids = exact or (reader.names.meant(word.text) if word.at else ())
    if not ids and not word.at:
        clause.say(place, f"via {word.text}{word.tail}")
        return 0
    new = "" if ids else word.text
    person = reader.person(Mention(place, place + 1, ids, new, after=place + 1, marked=True, guess=ids != exact))
    if person is not None and person not in clause.via:
        clause.via.append(person)
    return 1


def _take_settled(reader: Reader, clause: Clause, value: str) -> int:
    """Take `settles:` with the id or the words of something open, with `thanks` or with `nothing`."""
    open_ones = {item.id: fold(item.text) for item in reader.book.follow_ups.values() if item.state == "open"}
    closed = value if value in open_ones else next((one for one, text in open_ones.items() if text == fold(value)), "")
    if not (closed or value in ("thanks", "nothing")):
        reader.warn(f"settles:{value} closes nothing, kept as text")
        return 0
    if (closed or value) not in clause.settles:
        clause.settles.append(closed or value)
    return 1


def minutes_in(value: str) -> int:
    """How many minutes a value says; 0 where it says none."""
    minutes = int(value) if value.isascii() and value.isdigit() and len(value) < 5 else 0
    return minutes if minutes <= MOST_MINUTES else 0


def _take_minutes(reader: Reader, clause: Clause, place: int, value: str) -> int:
    minutes = minutes_in(value)
    if minutes:
        clause.minutes = minutes
        reader.token(place, place + 1, "date", f"{minutes} minutes")
        return 1
    reader.warn(f"min:{value} is no number of minutes, kept as text")
    return 0


def _take_field(reader: Reader, clause: Clause, place: int, mark: str) -> int:
    value = reader.line.words[place].text
    if not any(clause.mention(i) is not None for i in range(clause.first, clause.end)) and reader.last is None:
        reader.warn(f"{mark}: needs a person in the line, kept as text")
        return 0
    usable = field_value(mark, value)
    if not usable:
        why = f"no circle ({', '.join(CIRCLES)})" if mark == "circle" else f"no {_SAID.get(mark, mark)}"
        reader.warn(f"{mark}:{value} is {why}, kept as text")
        return 0
    clause.fields.append((_FIELD_NAMES[mark], usable))
    reader.token(place, place + 1, "field", f"{mark} {usable}")
    return 1


_SAID: Final = {"email": "e-mail address", "phone": "phone number"}


def field_value(mark: str, value: str) -> str:
    """The value that a field mark sets, in the form in which it is kept; empty where it cannot be one."""
    value = value.strip()
    if mark == "circle":
        return fold(value) if fold(value) in CIRCLES else ""
    if mark == "email":
        name, at, host = value.partition("@")
        return value if at and name and "." in host and "@" not in host and " " not in value else ""
    if mark == "phone":
        digits = sum(letter.isdigit() for letter in value)
        return value if digits >= 3 and not any(letter.isalpha() for letter in value) else ""
    if mark == "birthday":
        return birthday(value.replace("_", " "))
    return value
