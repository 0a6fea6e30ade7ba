"""What the user may set, with its defaults; reading the file is the store's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NamedTuple, get_args

from domain.model import CIRCLES, KINDS, Circle, Kind

DEFAULT_WEIGHTS: Final[dict[Kind, float]] = {
    "smile": 1,
    "message": 1,
    "post": 1,
    "thanks": 1,
    "turn up": 1,
    "listen": 2,
    "chat": 2,
    "call": 2,
    "meet": 2,
    "share": 2,
    "help": 3,
    "lead": 3,
    "introduction": 4,
}
"""Points for each kind of giving; a note has none."""

DEFAULT_CADENCES: Final[dict[Circle, int]] = {"inner": 14, "close": 30, "active": 90, "wide": 180}
"""Days between contacts for each circle; `never` has none."""

DEFAULT_INBOX_WEIGHTS: Final[dict[str, float]] = {
    "promise": 5.0,
    "conflict": 4.5,
    "reminder": 4.0,
    "waiting": 3.5,
    "birthday": 3.2,
    "match": 3.0,
    "thanks": 2.7,
    "intro": 2.5,
    "unfiled": 1.4,
    "dormant": 1.25,
    "stale": 0.5,
    "first": 0.1,
    "inner": 1.1,
    "close": 0.8,
    "active": 0.55,
    "wide": 0.4,
    "days late": 0.1,
    "days waiting": 0.05,
}
"""The coefficient of each term in the order of the inbox: of a source, of the usual silence by circle, of a day."""

DEFAULT_TEMPLATES: Final[dict[str, str]] = {
    "ask_a": "$name, I know somebody who may be of help: $other, who $has. May I bring you two together?"
    " No is a fine answer.\n\n$me",
    "ask_b": "$name, a friend of mine, $other, $wants. May I bring you two together? No is a fine answer.\n\n$me",
    "introduce": "$a, meet $b. $b, meet $a.\n\n$a $wants. $b $has.\n\nI leave the rest to you.\n\n$me",
    "ask_help": "$name, I am looking for $about, and you came to mind. Could you help, or do you know who might?"
    " No is a fine answer.\n\n$me",
    "ask_lead": "$name, I am looking for $about, and $other may be the one to ask. Would you bring us together?"
    " No is a fine answer.\n\n$me",
    "ask_openly": "I am looking for $about. Do you know somebody whom I should ask?\n\n$me",
}
"""The words of each draft: the question to who needs something, the one to who has it, and the message to both;
of an ask of yours the question to who could help, the one to who could lead there, and the one to everybody.
"""

TEMPLATE_FIELDS: Final = ("name", "other", "a", "b", "wants", "has", "about", "me")
"""What can be filled into a template, each named after a `$`."""

LANGUAGES: Final = (
    "arabic", "armenian", "basque", "catalan", "czech", "danish", "dutch", "english", "esperanto", "estonian",
    "finnish", "french", "german", "greek", "hindi", "hungarian", "indonesian", "irish", "italian", "lithuanian",
    "nepali", "norwegian", "persian", "polish", "portuguese", "romanian", "russian", "serbian", "sesotho", "spanish",
    "swedish", "tamil", "turkish", "yiddish",
)  # fmt: skip
"""The languages whose endings can be told."""

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: Final[tuple[Weekday, ...]] = get_args(Weekday)
_DAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Mode = Literal["looking", "in a job", "own"]
MODES: Final[tuple[Mode, ...]] = get_args(Mode)
AIM_OF_MODE: Final[dict[Mode, float]] = {"looking": 60, "in a job": 33}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting, as the program uses it."""

    name: str = ""
    """Your own name, to skip yourself on import."""
    addresses: tuple[str, ...] = ()
    """Your own e-mail addresses."""
    organisations: tuple[str, ...] = ()
    """Organisations of your own, now or before; people from there come early where you sort people."""
    timezone: str = ""
    """An IANA name; empty means the machine's own."""
    week_start: Weekday = "mon"
    """The day on which your week begins."""
    full: float = 6
    """Points a week that make the gauge 100."""
    mode: Mode = "looking"
    aim: float = 60
    """The mark on the gauge; follows the mode unless set."""
    weights: dict[Kind, float] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    cadences: dict[Circle, int] = field(default_factory=lambda: dict(DEFAULT_CADENCES))
    cap: int = 7
    """Items that a day's list shows beside what is always shown."""
    fresh_days: int = 60
    """An answer is fresh for this long, stale after, expired at twice this."""
    days_off: tuple[Weekday, ...] = ()
    """Days of the week that bring only what was agreed, key dates and what is to be filed."""
    inbox_weights: dict[str, float] = field(default_factory=lambda: dict(DEFAULT_INBOX_WEIGHTS))
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words, or of several words each, that mean the same where needs meet offers."""
    languages: tuple[str, ...] = ("english",)
    """The languages whose endings do not count where words are compared."""
    matching_least: float = 0.5
    """The points from which two people are suggested to each other, before what is stale is taken off."""
    templates: dict[str, str] = field(default_factory=lambda: dict(DEFAULT_TEMPLATES))
    """The words of each draft, with a `$` before the names of what is filled in."""
    theme: str = "swell"
    ascii: bool = False
    """Draw with no character above 126."""
    keys: dict[str, str] = field(default_factory=dict)
    """Key by binding id, where it differs from the built-in one."""


EXAMPLE: Final = """\
# Swell's settings. Every line is a default; take the # away and change the value.

# name = ""                  # your own, to skip yourself on import
# addresses = []             # your own e-mail addresses
# organisations = []         # your own, now or before: people from there come early when you sort people
# timezone = ""              # of your day, such as "Europe/Lisbon"; empty is the machine's own
# week_start = "mon"         # the day on which your week begins, such as "sun"
# theme = "swell"            # or "swell-light", "swell-16", or any theme of Textual
# ascii = false              # draw with no character above 126

[momentum]
# full = 6                   # points a week that make the gauge 100
# mode = "looking"           # or "in a job", "own"; moves the aim, never the number
# aim = 60                   # the mark on the gauge: 60 when looking, 33 in a job

[momentum.weights]           # points for each kind of giving
# smile = 1
# message = 1
# post = 1
# thanks = 1
# "turn up" = 1
# listen = 2
# chat = 2
# call = 2
# meet = 2
# share = 2
# help = 3
# lead = 3
# introduction = 4

[inbox]
# cap = 7                    # items a day brings, promises aside
# fresh_days = 60            # an answer is fresh for so long, expired at twice that
# days_off = []              # such as ["sat", "sun"]: only what was agreed, birthdays and lines to file

[inbox.cadences]             # days between contacts
# inner = 14
# close = 30
# active = 90
# wide = 180

[inbox.weights]              # the order of the inbox, w shows it: points for an item of each source
# promise = 5
# conflict = 4.5
# reminder = 4
# waiting = 3.5
# birthday = 3.2
# match = 3
# thanks = 2.7
# intro = 2.5
# unfiled = 1.4
# dormant = 1.25
# stale = 0.5
# first = 0.1
# inner = 1.1                # by circle, for each time the usual silence, up to three
# close = 0.8
# active = 0.55
# wide = 0.4
# "days late" = 0.1          # for each day, up to two weeks
# "days waiting" = 0.05

[matching]                   # who could be brought together
# synonyms = []              # such as [["dev", "developer", "programmer"], ["CTO", "chief technology officer"]]
# languages = ["english"]    # whose endings do not count, such as ["english", "german"]
# least = 0.5                # points from which two people are suggested, w shows them

[templates]                  # drafts; $name, $other, $a, $b, $wants, $has, $about and $me are filled in
# ask_a = "$name, I know somebody who may be of help: $other, who $has. May I bring you two together?\
 No is a fine answer.\\n\\n$me"
# ask_b = "$name, a friend of mine, $other, $wants. May I bring you two together? No is a fine answer.\\n\\n$me"
# introduce = "$a, meet $b. $b, meet $a.\\n\\n$a $wants. $b $has.\\n\\nI leave the rest to you.\\n\\n$me"
# ask_help = "$name, I am looking for $about, and you came to mind. Could you help, or do you know who might?\
 No is a fine answer.\\n\\n$me"
# ask_lead = "$name, I am looking for $about, and $other may be the one to ask. Would you bring us together?\
 No is a fine answer.\\n\\n$me"
# ask_openly = "I am looking for $about. Do you know somebody whom I should ask?\\n\\n$me"

[keys]                       # a key for a command by its id; ? shows the commands, docs/keys.md their ids
# capture = "c"
"""
"""A file of settings to begin with."""


class Complaint(NamedTuple):
    """A setting that is not used as it was written."""

    key: str
    """The name of the setting with its sections, such as `momentum.full`."""
    reason: str


class _Reading:
    """Takes settings out of what the file says, one by one, and notes what is wrong."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.left = dict(flattened(values))
        self.complaints: list[Complaint] = []
        self.taken: dict[str, Any] = {}

    def take(self, key: str, target: str, check: Callable[[Any], Any], wanted: str) -> None:
        """Use the value at `key` as the setting `target` where `check` gives it back and does not raise ValueError."""
        if key not in self.left:
            return
        value = self.left.pop(key)
        try:
            self.taken[target] = check(value)
        except ValueError:
            self.complaints.append(Complaint(key, f"{value!r} is not {wanted}; the default is used"))

    def take_section(
        self, section: str, names: tuple[str, ...], check: Callable[[Any], Any], wanted: str
    ) -> dict[Any, Any]:
        """The values of a section, by name, that `check` gives back."""
        found: dict[Any, Any] = {}
        for key in [key for key in self.left if key.startswith(section + ".")]:
            name = key.removeprefix(section + ".")
            if names and name not in names:
                continue
            value = self.left.pop(key)
            try:
                found[name] = check(value)
            except ValueError:
                self.complaints.append(Complaint(key, f"{value!r} is not {wanted}; the default is used"))
        return found


def settings_from(values: Mapping[str, Any]) -> tuple[Settings, tuple[Complaint, ...]]:
    """The settings that a parsed configuration file makes, with a complaint for each key that could not be used."""
    reading = _Reading(values)
    reading.take("name", "name", _text, "text in quotes")
    reading.take("addresses", "addresses", _texts, "a list of addresses in quotes")
    reading.take("organisations", "organisations", _texts, "a list of names in quotes")
    reading.take("timezone", "timezone", _text, 'the name of a time zone, such as "Europe/Lisbon"')
    reading.take("week_start", "week_start", _day, 'the name of a day such as "mon" or "sun"')
    reading.take("theme", "theme", _text, "the name of a theme in quotes")
    reading.take("ascii", "ascii", _truth, "true or false")
    reading.take("momentum.full", "full", _between(0.1, 1000), "a number of points a week from 0.1 to 1000")
    reading.take("momentum.mode", "mode", _one_of(get_args(Mode)), '"looking", "in a job" or "own"')
    reading.take("momentum.aim", "aim", _between(1, 1000), "a number from 1 to 1000")
    reading.take("inbox.cap", "cap", _whole(0, 1000), "a whole number from 0 to 1000")
    reading.take("inbox.fresh_days", "fresh_days", _whole(1, 10_000), "a whole number of days")
    reading.take("inbox.days_off", "days_off", _days, 'a list of days such as ["sat", "sun"], not all seven')
    reading.take("matching.synonyms", "synonyms", _groups, 'a list of lists of words such as [["dev", "developer"]]')
    reading.take("matching.languages", "languages", _languages, 'a list of languages such as ["english", "german"]')
    reading.take("matching.least", "matching_least", _between(0.05, 2), "a number of points from 0.05 to 2")
    fields = ", ".join(f"${name}" for name in TEMPLATE_FIELDS)
    templates = reading.take_section(
        "templates", tuple(DEFAULT_TEMPLATES), _template, f"a text in which each $ opens one of {fields}"
    )
    inbox_weights = reading.take_section(
        "inbox.weights", tuple(DEFAULT_INBOX_WEIGHTS), _between(0, 100), "a number of points from 0 to 100"
    )
    weights = reading.take_section("momentum.weights", KINDS[:-1], _between(0, 100), "a number of points from 0 to 100")
    cadences = reading.take_section("inbox.cadences", CIRCLES[:-1], _whole(1, 10_000), "a whole number of days")
    keys = reading.take_section("keys", (), _text, "the name of a key in quotes")
    reading.complaints.extend(Complaint(key, "Swell has no such setting; it is not used") for key in reading.left)
    if "aim" not in reading.taken:
        reading.taken["aim"] = AIM_OF_MODE.get(reading.taken.get("mode", "looking"), Settings().aim)
    settings = Settings(
        **reading.taken,
        weights={**DEFAULT_WEIGHTS, **weights},
        cadences={**DEFAULT_CADENCES, **cadences},
        inbox_weights={**DEFAULT_INBOX_WEIGHTS, **inbox_weights},
        keys=keys,
        templates={**DEFAULT_TEMPLATES, **templates},
    )
    return settings, tuple(reading.complaints)


def flattened(values: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """The values of nested sections by dotted key."""
    flat: dict[str, Any] = {}
    for name, value in values.items():
        key = f"{above}{name}"
        if isinstance(value, Mapping):
            flat.update(flattened(value, key + "."))
        else:
            flat[key] = value
    return flat


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError
    return tuple(_text(one) for one in value)


def _groups(value: Any) -> tuple[tuple[str, ...], ...]:
    if not isinstance(value, list):
        raise ValueError
    return tuple(_texts(group) for group in value)


def _languages(value: Any) -> tuple[str, ...]:
    named = tuple(name.lower() for name in _texts(value))
    if not set(named) <= set(LANGUAGES):
        raise ValueError
    return named


def _template(value: Any) -> str:
    """A text of which every `$` opens a field, or another `$`; raises ValueError."""
    from string import Template  # few change the words

    try:
        Template(_text(value)).substitute(dict.fromkeys(TEMPLATE_FIELDS, ""))
    except KeyError as error:
        raise ValueError from error
    return str(value)


def _days(value: Any) -> tuple[str, ...]:
    given = [day.lower() for day in _texts(value)]
    named = [day for day, name in zip(WEEKDAYS, _DAY_NAMES, strict=True) if day in given or name in given]
    if len(named) == len(WEEKDAYS) or not set(given) <= {*WEEKDAYS, *_DAY_NAMES}:
        raise ValueError
    return tuple(named)


def _day(value: Any) -> str:
    given = _text(value).lower()
    for day, name in zip(WEEKDAYS, _DAY_NAMES, strict=True):
        if given in (day, name):
            return day
    raise ValueError


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _one_of(words: tuple[str, ...]) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value not in words:
            raise ValueError
        return str(value)

    return check


def _between(least: float, most: float) -> Callable[[Any], float]:
    def check(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise ValueError
        return float(value)

    return check


def _whole(least: int, most: int) -> Callable[[Any], int]:
    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError
        return value

    return check
