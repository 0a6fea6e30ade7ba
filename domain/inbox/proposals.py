"""The capture line that is offered when an item is done, and other words for it."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from domain.capture.verbs import Verb, verb_at
from domain.inbox.index import Index
from domain.inbox.item import Item, Source
from domain.inbox.names import all_called, called
from domain.inbox.stepping import is_match
from domain.introducing import UNDER_WAY, asked, to_ask
from domain.model import Interaction, Kind, Question
from domain.moment import Moment
from domain.text import clean, fold
from domain.words import can_be_sent, goes_on, names_thing

_ABOUT_ONESELF: Final = frozenset({"help", "mentor", "coach", "advise", "support", "teach", "assist"})
_TO_SOMEBODY: Final = frozenset({"send", "lend", "give", "bring", "forward"})
_LAST_VERB: Final[dict[Kind, str]] = {
    "call": "called",
    "meet": "met",
    "chat": "chatted with",
    "listen": "listened to",
}
"""What is offered again, by the kind of the last contact; a message where the kind says nothing."""
_SAID: Final[dict[Question, str]] = {
    "looking_for": "is looking for",
    "after": "is after",
    "working_on": "is working on",
    "interested_in": "is interested in",
    "offers": "can help with",
}
_PLAIN: Final = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,3}")
"""Up to four words and nothing else."""
_CUTS: Final = frozenset(
    (
        "and", "but", "then", "who", "that", "can", "via", "through", "from", "by", "on", "in", "next", "last",
        "today", "tomorrow", "yesterday",
    )
)  # fmt: skip
"""Words with which the grammar may go on to something else."""
_RETURNED: Final[dict[Kind, str]] = {
    "lead": "for the lead",
    "share": "for thinking of me",
    "help": "for the help",
    "introduction": "for the introduction",
}


def proposal(item: Item, index: Index, moment: Moment) -> str:
    """The line with which `d` opens for this item, as the capture grammar reads it; empty where there is nothing."""
    return _BY_SOURCE[item.source](item, index, moment)


def other_words(item: Item, index: Index, moment: Moment) -> tuple[str, ...]:
    """Other lines for the same item, which the arrows bring, a call first; the proposal itself is not among them."""
    if not item.people:
        return ()
    who = all_called(item.people, index.book.contacts)
    record = index.book.follow_ups.get(item.record)
    about = f" about {clean(record.text)}" if record and names_thing(clean(record.text)) else ""
    lines = [f"called {who}{about}", f"messaged {who}{about}", f"coffee with {who}", f"helped {who}"]
    if item.source == "waiting":
        lines.insert(1, nudge_line(item, index))
    if is_match(item) or item.source == "intro":
        lines = list(_other_steps(item, index))
    if item.source == "thanks":
        lines.insert(1, f"thanked {who}")
    offered = proposal(item, index, moment)
    return tuple(line for line in [*lines, f"listened to {who}"] if line != offered)


def _other_steps(item: Item, index: Index) -> Iterator[str]:
    """What else may have become of two people: one was asked, or has answered; they were introduced; how it went."""
    book, pair = index.book, index.book.introductions.get(item.record)
    a, b = (called(contact, book.contacts) for contact in item.people[:2])
    if is_match(item) or pair is None:
        yield from (f"asked {b} about meeting {a}", f"asked {a} about meeting {b}")
    elif pair.stage == "made":
        yield f"heard back from {a}, nothing came of the introduction to {b}"
    else:
        for one in asked(pair):
            if one not in pair.yes:
                yield from (f"{called(one, book.contacts)} {said}" for said in ("said yes", "said no"))
        first, second = (called(contact, book.contacts) for contact in (pair.a, pair.b))
        yield f"introduced {first} to {second}"
        if to_ask(pair):
            yield from (f"asked {second} about meeting {first}", f"asked {first} about meeting {second}")
    yield f"called {a} and {b}"


def nudge_line(item: Item, index: Index) -> str:
    """The line that says that somebody you wait for was reminded."""
    text, who = _text(item, index), all_called(item.people, index.book.contacts)
    about = f" about {text}" if names_thing(text) else ""
    return f"nudged {who or 'them'}{about}"


def _promised(item: Item, index: Index, _moment: Moment) -> str:
    text, who = _text(item, index), all_called(item.people, index.book.contacts)
    if not text:
        return f"helped {who}".rstrip()
    done = _in_past(text, who)
    if done:
        return done
    if can_be_sent(text):
        return f"sent {who} {text}" if who else f"shared {text}"
    return f"helped {who}: {text}" if who else text


def _remembered(item: Item, index: Index, moment: Moment) -> str:
    text, who = _text(item, index), all_called(item.people, index.book.contacts)
    done = _in_past(text, who)
    if done or not who:
        return done or text
    verb = _last_verb(item.people[0], index, moment)
    if names_thing(text):
        return f"{verb} {who} about {text}"
    return f"{verb} {who} {text}" if goes_on(text) else f"{verb} {who}"


def _waited_for(item: Item, index: Index, _moment: Moment) -> str:
    text, who = _text(item, index), all_called(item.people, index.book.contacts)
    if not who:
        return f"got {text or 'an answer'}"
    return f"got {text} from {who}" if names_thing(text) else f"heard back from {who}"


def _matched(item: Item, index: Index, _moment: Moment) -> str:
    a, b = (called(contact, index.book.contacts) for contact in item.people[:2])
    return f"introduced {a} to {b}"


def _stepped(item: Item, index: Index, moment: Moment) -> str:
    record = index.book.introductions.get(item.record)
    if record is None or (record.stage in UNDER_WAY and not to_ask(record)):
        return _matched(item, index, moment)
    turned_to, other = (called(contact, index.book.contacts) for contact in item.people[:2])
    if record.stage == "made":
        return f"heard back from {turned_to}, the introduction to {other} went well"
    return f"asked {turned_to} about meeting {other}"


def _thanked(item: Item, index: Index, _moment: Moment) -> str:
    who = all_called(item.people, index.book.contacts)
    record = index.book.interactions.get(item.record)
    return f"thanked {who} {for_what(record)}" if record else f"thanked {who}"


def for_what(record: Interaction) -> str:
    """What one says thanks for: `for the job lead`."""
    text = re.split(r"[,;:.!?] |[.!?]$", clean(record.text), maxsplit=1)[0]
    if names_thing(text):
        first, _, rest = text.partition(" ")
        return f"for the {rest}" if rest and first.lower() in ("a", "an", "some") else f"for {text}"
    bare = _RETURNED.get(record.kind, "for that")
    return f"{bare} {text}" if goes_on(text) else bare


def _again(item: Item, index: Index, moment: Moment) -> str:
    return f"{_last_verb(item.people[0], index, moment)} {called(item.people[0], index.book.contacts)}"


def _wished(item: Item, index: Index, _moment: Moment) -> str:
    return f"messaged {called(item.people[0], index.book.contacts)}, happy birthday"


def _still_true(item: Item, index: Index, _moment: Moment) -> str:
    answer = index.book.answers.get(item.record)
    who = called(item.people[0], index.book.contacts)
    return f"{who} {_SAID[answer.question]} {literal(clean(answer.text))}" if answer else who


def literal(text: str) -> str:
    """A text that stays one text in a line: in quotes where it holds more than words."""
    plain = _PLAIN.fullmatch(text) and _CUTS.isdisjoint(text.lower().split())
    return text if plain or '"' in text else f'"{text}"'


def _to_file(item: Item, index: Index, _moment: Moment) -> str:
    capture = index.book.captures.get(item.record)
    return clean(capture.line) if capture else ""


def _nothing(_item: Item, _index: Index, _moment: Moment) -> str:
    return ""


def _given_first(item: Item, index: Index, moment: Moment) -> str:
    if is_match(item):
        return _matched(item, index, moment)
    answer = index.book.answers.get(item.record)
    if answer is not None:
        return f"messaged {called(answer.contact, index.book.contacts)} about {clean(answer.text)}"
    return _again(item, index, moment) if item.people else "posted "


_BY_SOURCE: Final[dict[Source, Callable[[Item, Index, Moment], str]]] = {
    "promise": _promised,
    "waiting": _waited_for,
    "reminder": _remembered,
    "match": _matched,
    "intro": _stepped,
    "conflict": _nothing,
    "thanks": _thanked,
    "rhythm": _again,
    "dormant": _again,
    "birthday": _wished,
    "stale": _still_true,
    "unfiled": _to_file,
    "first": _given_first,
}


def _text(item: Item, index: Index) -> str:
    """The text of the follow-up behind an item."""
    record = index.book.follow_ups.get(item.record)
    return clean(record.text).strip() if record else ""


def _words(text: str) -> list[str]:
    """The words of a text, folded and without their stops."""
    return [fold(word).strip(",.;:!?") for word in text.split()]


def _in_past(text: str, who: str) -> str:
    """What was to be done, as done: `send the deck` is `sent Ana the deck`; empty where no verb opens it."""
    words = _words(text)
    noun = verb_at(words, 0, "noun")
    if noun and noun.size == len(words) and who:
        return f"{text} with {who}"
    verb = verb_at(words, 0, "base")
    if verb is None:
        return ""
    rest = " ".join(text.split()[verb.size :])
    if not who or verb.kind == "introduction" or _names(rest, who):
        return f"{verb.past} {rest}".strip()
    return _with_person(verb, rest, who)


def _names(text: str, who: str) -> bool:
    """Whether a text names the person already."""
    return fold(who).split()[0] in [word.removesuffix("'s") for word in _words(text)]


def _with_person(verb: Verb, rest: str, who: str) -> str:
    """The past of a verb with the person where they belong."""
    if verb.kind in ("share", "post") and verb.words not in _TO_SOMEBODY:
        return f"{verb.past} {rest} with {who}".replace("  ", " ")
    if verb.kind == "help" and verb.words not in _ABOUT_ONESELF:
        return f"{verb.past} {rest} for {who}".replace("  ", " ")
    joint = " with" if verb.kind == "chat" and verb.past.split()[-1] not in ("with", "to") else ""
    return f"{verb.past}{joint} {who} {rest}".rstrip()


def _last_verb(contact: str, index: Index, moment: Moment) -> str:
    """What was last done with them, so that it can be done again."""
    for record in reversed(index.dealings.with_contact(contact)):
        if record.direction != "none" and record.at[:10] <= moment.day:
            return _LAST_VERB.get(record.kind, "messaged")
    return "messaged"
