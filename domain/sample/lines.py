"""A line of the sample book read, and said again as somebody would have captured it."""

from dataclasses import dataclass
from typing import Final

from domain.model import KINDS, Direction, Kind
from domain.text import listed

_DIRECTIONS: Final[dict[str, Direction]] = {"gave": "gave", "got": "got", "mutual": "mutual", "none": "none"}
_KINDS: Final[dict[str, Kind]] = {kind: kind for kind in KINDS}

_SAID: Final[dict[tuple[str, str], str]] = {
    ("gave", "call"): "called {who}: {text}",
    ("gave", "message"): "messaged {who}: {text}",
    ("gave", "listen"): "listened to {who}: {text}",
    ("gave", "share"): "sent {who} {text}",
    ("gave", "help"): "helped {who} {text}",
    ("gave", "lead"): "told {who} of {text}",
    ("gave", "thanks"): "thanked {who} {text}",
    ("gave", "smile"): "smiled: {text}",
    ("gave", "introduction"): "introduced {pair} re: {text}",
    ("gave", "post"): "posted {text}",
    ("gave", "turn up"): "went {text}",
    ("mutual", "meet"): "met {who}: {text}",
    ("mutual", "chat"): "chat with {who}: {text}",
    ("mutual", "call"): "call with {who}: {text}",
    ("got", "call"): "{who} called: {text}",
    ("got", "message"): "{who} wrote: {text}",
    ("got", "share"): "{who} sent me {text}",
    ("got", "help"): "{who} helped me: {text}",
    ("got", "lead"): "got {text} from {who}",
    ("got", "thanks"): "{who} thanked me: {text}",
    ("got", "introduction"): "{who} introduced me {text}",
    ("got", "smile"): "got a smile from {who}: {text}",
    ("none", "note"): "{who}: {text}",
}


@dataclass(frozen=True, slots=True)
class Line:
    """What a line of the sample book says."""

    direction: Direction
    kind: Kind
    text: str
    also: tuple[str, ...]
    """Keys of people named with a plus."""

    def raw(self, names: list[str]) -> str:
        """The line as it might have been typed."""
        if self.direction == "none" and (not names or names[0] in self.text):
            return self.text
        who = names[0] if self.kind == "introduction" and names else listed(names)
        return _SAID[self.direction, self.kind].format(who=who, pair=" to ".join(names), text=self.text)


def read_line(line: str) -> Line:
    """Read `gave introduction +noor: the episode on kitchens`."""
    head, text = line.split(": ", 1)
    direction, rest = head.split(" ", 1)
    kind, *also = rest.split(" +")
    return Line(_DIRECTIONS[direction], _KINDS[kind], text, tuple(also))
