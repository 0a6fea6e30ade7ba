"""How to begin: a suggested opening for a person, in plain words."""

import re
from typing import Final

from domain.model import Answer, Question
from domain.moment import Moment
from domain.people import Profile, Told
from domain.text import clean
from domain.words import names_thing

_ASKED: Final[tuple[Question, ...]] = ("looking_for", "working_on", "after", "interested_in")
"""The questions that one asks about again, the best opening first."""
_LINKS: Final = frozenset(
    (
        "in", "at", "on", "by", "for", "from", "with", "near", "to", "of", "who", "that", "which", "before", "after",
        "under", "over",
    )
)  # fmt: skip
"""Words that end the name of a thing."""
_DETERMINERS: Final = frozenset(("a", "an", "the", "my", "our", "his", "her", "their"))
"""Words that open the name of one thing."""
_NO_NAMES: Final = frozenset(("someone", "somebody", "something", "anyone", "anybody", "people", "and", "or"))
_LONGEST_NAME: Final = 3
_ABOUT: Final = re.compile(r"\babout (.+?)(?:[:;,.!?]|$)")


def opening(profile: Profile, moment: Moment) -> str:
    """What to open with: `ask how the studio hunt went`, from what somebody told you, else from the last time."""
    if profile.contact.birthday[-5:] == moment.day[-5:]:
        return "wish a happy birthday"
    told = sorted((one for one in profile.told if one.answer.question in _ASKED), key=_first_asked)
    if told:
        return ask_about(told[0].answer)
    last = next((line.text for line in profile.lines if _ABOUT.search(line.text)), "")
    about = _ABOUT.search(last)
    if about:
        return f"ask how it went with {about[1]}"
    return f"ask what {profile.name.split(' ', 1)[0]} is looking for"


def _first_asked(told: Told) -> tuple[bool, bool, int]:
    """What is open before what is found, what is stale before what is fresh, then by question."""
    return (told.answer.state != "open", not told.again, _ASKED.index(told.answer.question))


def ask_about(answer: Answer) -> str:
    """What to ask about an answer."""
    text = clean(answer.text)
    if answer.question == "looking_for":
        return _about_hunt(text, found=answer.state == "found")
    if answer.question == "working_on":
        one = text.split(" ", 1)[0].lower() in _DETERMINERS
        return f"ask how {_the(text)} is coming on" if one else f"ask how work on {text} is going"
    if answer.question == "after":
        return f"ask how things stand with {_the(text)}"
    return f"ask what is new in {text}"


def _the(text: str) -> str:
    """A thing as one that was spoken of before: `the podcast` for `a podcast`."""
    first, _, rest = text.partition(" ")
    return f"the {rest}" if rest and first.lower() in ("a", "an") else text


def _about_hunt(text: str, *, found: bool) -> str:
    """What to ask somebody who looks, or looked, for something."""
    name = thing(text)
    if found:
        return f"ask how the {name} is working out" if name else f"ask how it turned out: {text}"
    if name:
        return f"ask how the {name} hunt went"
    if text.split(" ", 1)[0].endswith("ing"):
        return f"ask how {text} is going"
    return f"ask how the search for {text} went"


def thing(text: str) -> str:
    """The bare name of one thing: `studio` of `a studio in Leeds by January`; empty where it has no short one."""
    words = re.split(r"[,;:(]", text, maxsplit=1)[0].split()
    if words and names_thing(words[0]):
        if words[0].lower() not in _DETERMINERS:
            return ""
        words = words[1:]
    end = next((at for at, word in enumerate(words) if word.lower() in _LINKS), len(words))
    name = words[:end]
    short = 0 < len(name) <= _LONGEST_NAME and _NO_NAMES.isdisjoint(map(str.lower, name))
    return " ".join(name) if short and not name[0].endswith("ing") else ""
