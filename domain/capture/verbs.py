"""The one table of verbs: what each says about the kind and the direction of an interaction."""

from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import Final, Literal, NamedTuple

from domain.model import Direction, Kind
from domain.text import word_set

Tense = Literal["past", "base", "noun"]


class Row(NamedTuple):
    """Verbs of one kind and one direction, as you do them; done to you, they are a return."""

    kind: Kind
    direction: Direction
    past: tuple[str, ...]
    """It happened."""
    base: tuple[str, ...] = ()
    """It is to be done."""
    noun: tuple[str, ...] = ()
    """It happened, with somebody; always mutual."""


TABLE: Final[tuple[Row, ...]] = (
    Row("smile", "gave", ("smiled", "waved", "greeted", "complimented", "said hello to",
                          "said hi to", "said happy birthday to"),
        ("smile", "greet", "compliment", "say hello to", "say hi to", "say happy birthday to")),
    Row("message", "gave",
        ("messaged", "emailed", "e-mailed", "mailed", "texted", "wrote to", "wrote back to", "wrote", "pinged", "dmed",
         "dm'd", "replied to", "replied", "responded to", "answered", "commented on", "got back to",
         "got in touch with", "left a voicemail", "left a message", "congratulated", "reached out to",
         "checked in with", "checked in on", "checked with", "checked on", "followed up with", "nudged", "chased up",
         "chased", "reminded", "pitched to", "pitched", "invited", "told", "wished", "whatsapped", "slacked",
         "message to", "email to", "e-mail to", "mail to", "text to", "dm to"),
        ("message", "email", "e-mail", "mail", "text", "write to", "write back to", "write", "ping", "dm", "reply to",
         "reply", "respond to", "answer", "comment on", "get back to", "congratulate", "reach out to", "check in with",
         "check in on", "check with", "check on", "follow up with", "nudge", "chase up", "chase", "remind", "invite",
         "tell", "wish", "whatsapp", "get in touch with")),
    Row("post", "gave", ("posted", "published", "blogged", "tweeted", "tooted"),
        ("post", "publish", "blog", "tweet", "toot")),
    Row("thanks", "gave", ("thanked", "sent many thanks to", "sent thanks to", "sent thanks", "many thanks to",
                           "said thanks to", "said thank you to"),
        ("thank", "say thanks to", "say thank you to")),
    Row("turn up", "gave", ("turned up at", "turned up to", "turned up", "showed up at", "attended", "went to"),
        ("turn up at", "turn up", "show up at", "attend", "go to")),
    Row("listen", "gave", ("listened to", "listened"), ("listen to", "listen")),
    Row("chat", "mutual",
        ("chatted with", "chatted to", "chatted", "talked to", "talked with", "talked", "spoke to", "spoke with",
         "spoke", "caught up with", "caught up", "discussed"),
        ("chat with", "chat to", "chat", "talk to", "talk with", "talk", "speak to", "speak with", "speak",
         "catch up with", "catch up", "discuss"),
        ("chat", "talk", "catch-up", "catchup", "catch up", "conversation", "word", "1:1", "1-1", "one-on-one")),
    Row("call", "gave", ("called", "rang", "phoned", "telephoned", "facetimed", "skyped"),
        ("call", "ring", "phone", "telephone", "facetime"),
        ("call", "phone call", "video call", "zoom", "facetime")),
    Row("call", "mutual", ("got off the phone with", "was on the phone with", "zoomed with")),
    Row("meet", "mutual",
        ("met up with", "met with", "met", "ran into", "bumped into", "sat next to", "sat beside", "sat with",
         "swapped numbers with", "swapped cards with", "swapped details with", "exchanged numbers with",
         "exchanged cards with", "hung out with", "visited", "saw", "came over", "came round", "came by", "dropped by",
         "dropped in on", "dropped in", "popped in", "popped round", "stopped by", "went to see", "walked with",
         "introduced myself to"),
        ("meet up with", "meet with", "meet", "hang out with", "visit", "see"),
        ("coffee", "lunch", "dinner", "breakfast", "brunch", "supper", "drink", "drinks", "beer", "beers", "pint",
         "tea", "walk", "hike", "meal", "meeting", "picnic", "bbq", "barbecue", "curry", "pizza", "cuppa", "run",
         "tennis", "golf", "squash", "padel", "badminton", "chess", "football", "bouldering", "climbing", "yoga",
         "concert", "cinema")),
    Row("share", "gave", ("sent over", "sent across", "sent", "shared", "reposted", "retweeted", "boosted",
                           "dropped off", "forwarded", "passed on", "lent", "gave", "brought", "bought", "showed"),
        ("send over", "send across", "send", "share", "repost", "retweet", "boost", "drop off", "forward", "pass on",
         "lend", "give", "bring", "buy", "show")),
    Row("help", "gave",
        ("helped", "assisted", "mentored", "coached", "advised", "supported", "recommended", "vouched for", "endorsed",
         "put in a good word for", "reviewed", "proofread", "taught", "hosted", "organised", "organized",
         "volunteered", "spoke at", "babysat for", "looked after", "covered for", "cooked for", "drove", "tutored",
         "read"),
        ("help", "assist", "mentor", "coach", "advise", "support", "recommend", "vouch for", "endorse", "review",
         "teach", "host", "organise", "organize", "volunteer", "babysit for", "look after", "cover for", "cook for",
         "drive", "tutor")),
    Row("lead", "gave", ("referred", "tipped off", "passed a lead to"), ("refer", "tip off", "pass a lead to")),
    Row("introduction", "gave", ("introduced", "intro'd", "introed", "connected", "put", "set"),
        ("introduce", "intro", "connect")),
    Row("note", "none", ("asked", "noted"), ("ask", "note")),
)  # fmt: skip
"""Every verb of the capture line, for reading it and for printing it; the longest phrase of a row comes first."""

AROUND_PEOPLE: Final[tuple[tuple[str, tuple[str, ...], bool], ...]] = (
    ("left", ("a", "voicemail"), True),
    ("left", ("a", "message"), True),
    ("let", ("know",), False),
)
"""Phrases for a message with a person in the middle: first word, the words after, whether they are worth keeping."""

SAME_AS_KIND: Final = frozenset({"call", "phone call", "video call", "chat", "talk", "catch-up", "catchup",
                                 "conversation", "meeting", "word", "catch up"})  # fmt: skip
"""Nouns that say no more than their kind, so that they are no text."""

FOR_NOBODY: Final[frozenset[Kind]] = frozenset({"post", "smile", "help", "turn up", "note"})
"""Kinds that need nobody in particular."""

FIXED_PAST: Final = frozenset({"put", "set", "read"})
"""Base and past at once: these count only in their fixed phrases."""

ONLY_PEOPLE: Final = word_set(
    "saw see visited visit told tell connected answered asked put set bought buy showed show drove drive "
    "whatsapped slacked pitched"
) | frozenset(
    {"pitched to", "commented on", "responded to", "message to", "email to", "e-mail to", "mail to", "text to", "dm to",
     "walked with"}
)  # fmt: skip
"""Verbs that say something about somebody only where a person follows."""
OF_THINGS_TOO: Final = word_set("saw see bought buy visited visit showed")
"""Of these verbs, what somebody owns may be the object: *saw X's flat* was no meeting."""

TO_OWNERS: Final = (
    ("replied", "to"), ("reply", "to"), ("responded", "to"), ("respond", "to"), ("answered",), ("answer",),
    ("commented", "on"), ("comment", "on"), ("read",), ("proofread",), ("reviewed",), ("review",),
)  # fmt: skip
"""What is done to something of somebody's is done for them: *answered X's question*, *read X's draft*."""

PASSED_ROUND: Final = word_set("shared reposted retweeted boosted")
"""What is somebody's is passed round for them, where nobody is named whom it went to: *shared X's post*."""

TO_ME: Final = frozenset(
    {"came over", "came round", "came by", "dropped by", "dropped in", "popped in", "popped round", "stopped by"}
)
"""Where somebody does these, it was with you."""

HEADS: Final[dict[str, Kind]] = {
    **dict.fromkeys(("message", "email", "e-mail", "mail", "text", "card", "postcard", "letter", "dm", "voicemail",
                     "reply", "invite", "invitation", "note"), "message"),
    **dict.fromkeys(("thanks", "thank-you"), "thanks"),
    **dict.fromkeys(("lead", "leads", "referral", "referrals", "client"), "lead"),
    **dict.fromkeys(("call", "ring"), "call"),
    **dict.fromkeys(("advice", "feedback", "help", "hand", "lift", "talk", "workshop", "tips", "tip"), "help"),
}  # fmt: skip
GOT_HEADS: Final[dict[str, Kind]] = {
    **HEADS,
    **dict.fromkeys(("intro", "introduction", "intros"), "introduction"),
    **dict.fromkeys(("job", "offer", "gig", "work", "commission", "order"), "lead"),
}
WON_HEADS: Final = word_set("contract deal project grant pitch tender account client customer")
"""Leads where they were won or landed."""
WRITTEN_HEADS: Final = word_set("post article blog essay thread newsletter column")
"""Posts where they were written."""
RECOMMENDING_HEADS: Final = word_set("recommendation reference testimonial endorsement")
"""Help where they were written for somebody."""
_HEAD_ENDS: Final = word_set("on about for of to from with at in via through that re regarding")


def thing_kind(keys: Sequence[str], *, got: bool, won: bool = False) -> Kind:
    """The kind that a thing given or got speaks of, from the words before its first preposition; else `share`.

    What was *done*, such as *fixing the roof*, is help; work that was *won* or *landed* is a lead.
    """
    heads = GOT_HEADS if got else HEADS
    kind: Kind = "share"
    if got and len(keys) > 1 and keys[0].endswith("ing") and len(keys[0]) > 5:
        return "help"
    if won and any(key in WON_HEADS for key in keys):
        return "lead"
    for key in keys:
        if key in _HEAD_ENDS:
            break
        kind = heads.get(key, kind)
    return kind


EVENTS: Final = frozenset(noun for row in TABLE for noun in row.noun) | word_set(
    "party launch gig concert interview event conference meetup workshop show match trip visit wedding funeral "
    "birthday exam opening fair panel session demo"
)
"""What has a day of its own: *about dinner on friday* says when the dinner is."""


class Verb(NamedTuple):
    """A verb found in a line."""

    words: str
    kind: Kind
    direction: Direction
    tense: Tense
    size: int
    """How many words it takes."""

    @property
    def past(self) -> str:
        """How it reads once it has happened."""
        return _past_of(self.words) if self.tense == "base" else self.words


_IRREGULAR: Final = {"teach": "taught", "tell": "told", "see": "met", "buy": "bought", "drive": "drove",
                     "go to": "went to"}  # fmt: skip


def _index() -> dict[str, tuple[tuple[tuple[str, ...], Verb], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Verb]]] = {}
    for row in TABLE:
        for tense, phrases in (("past", row.past), ("base", row.base), ("noun", row.noun)):
            for phrase in phrases:
                words = tuple(phrase.split())
                direction: Direction = "mutual" if tense == "noun" else row.direction
                verb = Verb(phrase, row.kind, direction, _TENSES[tense], len(words))
                found.setdefault(words[0], []).append((words, verb))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


@cache
def _past_of(phrase: str) -> str:
    """The past phrase of a base one: the irregular one, else the most alike with the same letter and the same end."""
    if phrase in _IRREGULAR:
        return _IRREGULAR[phrase]
    row = next(row for row in TABLE if phrase in row.base)
    end = phrase.split()[1:]
    alike = [past for past in row.past if past.startswith(phrase[0]) and past.split()[1:] == end]
    return max(alike, key=lambda past: len(_shared_beginning((past, phrase))))


def _shared_beginning(words: tuple[str, str]) -> str:
    """The letters with which both words begin."""
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(*words, strict=False)))


_TENSES: Final[dict[str, Tense]] = {"past": "past", "base": "base", "noun": "noun"}
_BY_FIRST: Final = _index()


def verb_at(keys: Sequence[str], start: int, *tenses: Tense) -> Verb | None:
    """The longest verb that begins at this word, in one of the tenses (any, when none is given)."""
    if start >= len(keys):
        return None
    for words, verb in _BY_FIRST.get(keys[start], ()):
        if (not tenses or verb.tense in tenses) and tuple(keys[start : start + len(words)]) == words:
            return verb
    return None


def is_verb_word(key: str) -> bool:
    """Whether a verb of the table begins with this word."""
    return key in _BY_FIRST
