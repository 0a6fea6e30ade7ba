"""The tables of the explanation of the capture line, made from those by which a line is read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from domain.capture.dates import PARTS_OF_DAY, SOLID, WEEKDAYS
from domain.capture.forms.acts import MADE_FOR
from domain.capture.forms.answers import ASKING, HEARSAY
from domain.capture.forms.due import OWING, PROMISED, WAITING, WITH_I, WITH_TO
from domain.capture.forms.notes import CALLED_OFF, NO_CONTACT
from domain.capture.forms.returns import GOT, HEARD
from domain.capture.lexicon import (
    ARRANGED,
    LEADS,
    MANAGED,
    NAMES_THAT_ARE_WORDS,
    ONCE_MORE,
    PROMISING_LEADS,
    PRONOUN_OBJECTS,
    TO_ARRANGE,
)
from domain.capture.questions import TABLE as QUESTION_TABLE
from domain.capture.spelled import ACTS, SPELLED
from domain.capture.verbs import AROUND_PEOPLE, FIXED_PAST, GOT_HEADS, HEADS, TABLE, TO_OWNERS, WON_HEADS, WRITTEN_HEADS
from domain.capture.words import VALUED
from domain.model import CIRCLES, QUESTION_WORDS, Direction, Kind
from domain.text import listed

Weights = Mapping[Kind, float]
"""Points for each kind of giving."""


class Table(NamedTuple):
    """Rows under a head; the last column may be long."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


MARKS: Final[dict[str, tuple[str, str]]] = {
    "@": ('@ana, @"Ana Lopez", @ana-lopez', "this person, or somebody new"),
    "+": ("+fri, +2w", "when to come back to it: the due day of a promise, else a follow-up"),
    "tag": ("tag:design, #design", "a tag for all that the line makes; tag:design/web nests"),
    "when": ("when:fri", "the day it happened; for the lines after it too, in a line of marks alone"),
    "via": ("via:zoom, via:@ana", "the path: a person by whom it came; anything else is text"),
    "min": ("min:45", "minutes; 45m or 1h at the end of a clause too"),
    "need": ('need:"a flat in Lisbon"', "what this person is looking for; with nobody named, an ask of your own"),
    "offer": ('offer:"pitch decks"', "what this person can help with"),
    "text": ("text:may", "a word that is only text"),
    "\\": ("\\may", "the same, where no shell reads along; ctrl+t does it to the word at the cursor"),
    '"': ('"call me back"', "text in quotes is only text"),
    "circle": ("circle:close", f"how close this person is: {listed(CIRCLES, 'or')}"),
    "org": ('org:"Studio Norte"', "where this person works"),
    "role": ("role:designer", "what this person does"),
    "place": ("place:Leeds", "where this person lives"),
    "email": ("email:ana@norte.example", "an e-mail address of this person"),
    "phone": ("phone:+441134960001", "a phone number of this person"),
    "birthday": ("birthday:4_july", "this person's birthday"),
    "every": ("every:2w, every:fri", "how what is due comes again; every 2 weeks at the end of a to-do too"),
    "as": ("as:got/lead", "says what a clause is, so that nothing is inferred; the table below has the values"),
    "settles": ('settles:"the contract"', "what this closes: the words of something open with this person, or nothing"),
}
"""Each mark with how it is written and what it does; a test holds it against the marks that are read."""

_FIXED: Final = {"put": "put … in touch with", "set": "set … up with", "read": "read …'s"}
_NONE: Final = "-"
_ME: Final = re.compile(r"(?:i|we)(?:'m|'re)? (?:am |are )?|am |are ")


def happened(weights: Weights) -> tuple[Table, ...]:
    """Verbs in the past, nouns with somebody, things that were given, and other ways to say it."""
    others = Table(("also", "words"), (
        _row("after all", [f"{phrase} + a verb" for phrase in _joined(MANAGED)]),
        ("for somebody", f"{', '.join(sorted(MADE_FOR))} + Ana + a thing"),
        ("a post", f"wrote + {', '.join(sorted(WRITTEN_HEADS))}"),
    ))  # fmt: skip
    return _past_verbs(weights), _nouns(weights), _things(weights), others


def came_back(_: Weights) -> tuple[Table, ...]:
    """How a return is said, and what the thing that came says about its kind."""
    ways = Table(("what", "words"), (
        ("Ben did it", "Ben + a verb of the table above; was + verb + by Ben"),
        ("introduced to Nia by Ben", "got from Ben, as with Ben introduced me to Nia, was introduced to Nia via Ben"),
        _row("a thing came", _shortest(_joined(GOT))),
        _row("a word came", _joined(HEARD)),
        ("for their part", "thanks (to) Ben for …; from, by, via and through say who, and by what path"),
    ))  # fmt: skip
    only_got = {word: kind for word, kind in GOT_HEADS.items() if word not in HEADS}
    won = ("lead", f"won or landed: {', '.join(sorted(WON_HEADS))}")
    return ways, Table(("kind", "what came: the things above, and"), (won, *_of_things(only_got).items()))


def told(_: Weights) -> tuple[Table, ...]:
    """The phrases of the five questions, and of your own."""
    said: dict[str, list[str]] = {}
    being = {"needed": "is ", "allowed": "(is) ", "never": ""}
    for question, needs, phrases in QUESTION_TABLE:
        said.setdefault(QUESTION_WORDS[question], []).extend(being[needs] + phrase for phrase in phrases)
    rows = (_row(question, dict.fromkeys(words)) for question, words in said.items())
    others = (
        _row("before it", _shortest(_joined(HEARSAY))),
        ("who knows whom", "Ana knows Ben"),
        _row("what you need", _shortest(_joined(ASKING))),
    )
    return Table(("question", "phrases"), tuple(rows)), Table(("also", "phrases"), others)


def promised(_: Weights) -> tuple[Table, ...]:
    """The phrases of promises, and of what is waited for."""
    promising = [
        f"{phrase} I'd" if phrase in WITH_I else f"{phrase} to" if phrase in WITH_TO else phrase
        for phrase in _joined(PROMISED)
    ]
    return (Table(("what", "phrases"), (
        _row("promise", [*promising, *_shortest(_joined(PROMISING_LEADS))]),
        _row("waiting", _shortest(_joined(WAITING))),
        _row("Ben …", [*_shortest(_joined(OWING)), "will send, he'll call: something for you"]),
    )),)  # fmt: skip


def to_do(_: Weights) -> tuple[Table, ...]:
    """What comes before a verb that is to be done, and its plain form."""
    bases = dict.fromkeys(phrase for row in TABLE if row.kind != "note" for phrase in _shortest(row.base))
    return (Table(("what", "words"), (
        _row("before a verb", _shortest(_joined(LEADS))),
        _row("verbs", bases),
        _row("once more", _joined(ONCE_MORE)),
        ("arranged", f"{', '.join(sorted(ARRANGED))} + lunch and the like: it lies ahead"),
        ("to arrange", f"{', '.join(_joined(TO_ARRANGE))} + lunch and the like"),
        ("asked of you", "Ana wants me to …, Ana asked me to …"),
    )),)  # fmt: skip


def noted(_: Weights) -> tuple[Table, ...]:
    """What makes a note."""
    phrases = [
        _written(phrase)
        for phrase in _joined(NO_CONTACT)
        if not any(word in ("not", "never") or word.endswith("n't") for word in phrase.split())
    ]
    return (Table(("what", "words"), (
        _row("no contact", ["not", "never", "a word in n't", *phrases, *sorted(CALLED_OFF)]),
        _row("noted", [phrase for row in TABLE if row.kind == "note" for phrase in row.past]),
        ("a question", "anything that ends in ?"),
    )),)  # fmt: skip


def people(_: Weights) -> tuple[Table, ...]:
    """How somebody is named."""
    words = sorted(NAMES_THAT_ARE_WORDS)
    return (Table(("you write", "who that is"), (
        ("Ana Lopez, ana", "the only one so called: by full name, alias, or a first name that one person has"),
        ("@ana", "the same where it is no name otherwise, and somebody new where nobody is called so"),
        ("Ana: …, Ana - …", "in front: Ana is the person of the line"),
        _row("he, she, they", [f"or {', '.join(sorted(PRONOUN_OBJECTS))}: the last person named"]),
        ("met, introduced … to", "capitalised words after these are somebody new; from, at or (…) says where from"),
        ("met Joe, CTO at Acme", "of somebody new, what they do and where: after a comma or a dash, or in brackets"),
        ("met Ana's friend Joe", "the same after friend, sister, boss, a guy called and the like"),
        ("Ana's", "spoken of, and takes no part; a note that begins with it is about Ana"),
        ("replied to Ana's mail", f"for Ana: the same after {', '.join(_done_to_owners())}"),
        ("Will, May", f"names that are words too ({words[0]}, {words[1]} … {words[-1]}: {len(words)} of them) count "
                      "with @, or with a capital where a person stands"),
        ("Sam", "of several, the one you deal with most, at three to one; else you choose"),
    )),)  # fmt: skip


def _done_to_owners() -> list[str]:
    """The verbs in the past by which what is somebody's stands for them, but the one that is shown."""
    pasts = {phrase for row in TABLE for phrase in row.past}
    return [words for words in _joined(TO_OWNERS) if words in pasts][1:]


def days(_: Weights) -> tuple[Table, ...]:
    """How a day is said."""
    weekdays = [next(name for name, day in WEEKDAYS.items() if day == number) for number in range(7)]
    return (Table(("what", "words"), (
        _row("words", _joined(SOLID)),
        _row("weekdays", [*weekdays, "last fri", "next tue (of the week that begins next Monday)"]),
        _row("after a day", sorted(PARTS_OF_DAY)),
        ("dates", "3 oct, oct 3, 3rd of october, 3 oct 2026, on the 3rd, 2026-10-03"),
        ("counted", "3 days ago, a week ago, a couple of days ago, in 2 weeks"),
        ("in front", "yesterday: …, 2026-10-03: …"),
        ("after +", "3d, 2w, 1m, 1y (m are months here), and any of the above"),
        ("not read", "3/10 may be two days; 31 nov is none. Both stay text, and are said"),
    )),)  # fmt: skip


def marks(_: Weights) -> tuple[Table, ...]:
    """Every mark, and the values of `as:`."""
    known = dict.fromkeys((*MARKS, *VALUED))
    ways: dict[str, list[str]] = {}
    for value in ACTS:
        way, _slash, kind = value.partition("/")
        if kind:
            ways.setdefault(way, []).append(kind)
    same = f"{listed(list(ways), 'or')} + / + {', '.join(dict.fromkeys(kind for of in ways.values() for kind in of))}"
    plain = sorted(value for value in SPELLED if "/" not in value)
    return (
        Table(("mark", "what it does"), tuple(MARKS.get(mark, (f"{mark}:", "")) for mark in known)),
        Table(("as:", "what the clause is"), (("happened", same), _row("else", plain))),
    )


def tricks(_: Weights) -> tuple[Table, ...]:
    """What is good to know."""
    return (Table(("you write", "what comes of it"), (
        ("called Ana, sent …", "cut at , ; . ! - and, then, but, where a verb or a person with a verb follows; people "
                               "and days carry over"),
        ("called Ana yesterday and Ben today", "the same done twice, each on its own day"),
        ('"…"', "text in quotes is only text: no name, no day, no verb is read in it"),
        ("\\word, text:word", "the same for one word"),
        ("https://… word:", "no marks: text"),
        ("tag:leeds when:fri", "a line of marks alone holds for the lines after it, where you write many"),
    )),)  # fmt: skip


def unfiled(_: Weights) -> tuple[Table, ...]:
    """Why a line is not filed."""
    return (Table(("what", "why"), (
        ("which Sam?", "a name of several people, where nothing says which (in the app you choose as you type)"),
        ("only marks", "nothing but tags and days, or nothing at all"),
        ("control characters", "they are shown as signs, and never obeyed"),
    )),)  # fmt: skip


def verbs_as_json(weights: Weights) -> list[dict[str, object]]:
    """The table of verbs for programs: a list of kind, direction, points and the phrases of each tense."""
    return [
        {
            "kind": row.kind,
            "direction": row.direction,
            "points": weights.get(row.kind, 0),
            "past": list(row.past),
            "base": list(row.base),
            "nouns": list(row.noun),
        }
        for row in TABLE
    ]


def _row(first: str, words: Iterable[str]) -> tuple[str, str]:
    return first, ", ".join(words)


def _joined(phrases: Iterable[tuple[str, ...]]) -> list[str]:
    return [" ".join(words) for words in phrases]


def _shortest(phrases: Sequence[str]) -> list[str]:
    """The phrases without those that another one covers: a longer one, *I* before it, the apostrophe left out."""
    whole = set(phrases)
    bare = {phrase.replace("'", "") for phrase in phrases if "'" in phrase}
    return [
        _written(phrase)
        for phrase in phrases
        if not any(f"{phrase} ".startswith(f"{other} ") for other in whole - {phrase})
        and not (_ME.match(phrase) and _ME.sub("", phrase) in whole)
        and phrase not in bare
    ]


def _written(phrase: str) -> str:
    return re.sub(r"\bi\b", "I", phrase)


def _points(weights: Weights, kind: Kind) -> str:
    return f"{weights[kind]:g}" if kind in weights else _NONE


def _past_verbs(weights: Weights) -> Table:
    said: dict[tuple[Kind, Direction], list[str]] = {}
    for row in TABLE:
        if row.kind != "note":
            said.setdefault((row.kind, row.direction), []).extend(_past(phrase) for phrase in row.past)
    said.setdefault(("message", "gave"), []).extend(f"{first} … {' '.join(rest)}" for first, rest, _ in AROUND_PEOPLE)
    rows = ((kind, way, _points(weights, kind), ", ".join(_shortest(words))) for (kind, way), words in said.items())
    return Table(("kind", "way", "points", "verbs"), tuple(rows))


def _past(phrase: str) -> str:
    return _FIXED.get(phrase, f"{phrase} …") if phrase in FIXED_PAST else phrase


def _nouns(weights: Weights) -> Table:
    said: dict[Kind, list[str]] = {}
    for row in TABLE:
        if row.noun:
            said.setdefault(row.kind, []).extend(row.noun)
    rows = ((kind, "mutual", _points(weights, kind), ", ".join(words)) for kind, words in said.items())
    return Table(("kind", "way", "points", "nouns, with somebody"), tuple(rows))


def _things(weights: Weights) -> Table:
    rows = ((kind, "gave", _points(weights, kind), words) for kind, words in _of_things(HEADS).items())
    return Table(("kind", "way", "points", "things sent, given, shared"), tuple(rows))


def _of_things(heads: Mapping[str, Kind]) -> dict[Kind, str]:
    """The things that speak of a kind; whatever is not there is shared."""
    said: dict[Kind, list[str]] = {}
    for word, kind in heads.items():
        said.setdefault(kind, []).append(word)
    return {kind: ", ".join(words) for kind, words in said.items()} | {"share": "anything else"}
