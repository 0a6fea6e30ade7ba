"""A review under way: its items in order, which of them is in view, what became of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.book import Book
from domain.desk import Desk
from domain.inbox.day import Inbox
from domain.inbox.item import Item

FIVE = 5
_FOLLOWED = ("unfiled", "promise", "waiting", "reminder")
"""The sources whose items stay the same thing under another key."""
ELSEWHERE = "no longer due"
SEEN_TO = "seen to"
"""What became of an item while another page was in view."""


@dataclass(slots=True)
class Deed:
    """Something that was done in a review."""

    key: str
    """Of the item that it was done to; empty where no item went by it."""
    name: str
    """Whom or what that item was about."""
    words: str = SEEN_TO
    """What was done."""


class Walk:
    """The items of one review; they keep their places, whatever happens to the book."""

    def __init__(self, before: Book, day: str, inbox: Inbox) -> None:
        """`before` is the book as the review begins, on that day."""
        self.before = before
        self.day = day
        self.items: list[Item] = []
        self.at = 0
        """The place of the item in view; their count at the end."""
        self.deeds: list[Deed] = []
        """What was done, the last at the end."""
        self.came_back: tuple[str, ...] = ()
        """The keys of items that the last change of the book has made due again."""
        self._elsewhere: set[str] = set()
        """The keys of items that went without being dealt with here."""
        self._undone: dict[str, str] = {}
        """What was done to items and taken back, by their keys."""
        self._due: set[str] = set()
        self._known: set[str] = set()
        self.renew(inbox)
        self._take(item for item in inbox.today if item.source != "first")

    @property
    def item(self) -> Item | None:
        """The item in view; None at the end."""
        return self.items[self.at] if self.at < len(self.items) else None

    @property
    def is_over(self) -> bool:
        """Whether the end is in view, or nothing is left that could be."""
        return self.item is None or not any(map(self.is_open, self.items))

    @property
    def passed_over(self) -> list[Item]:
        """The items that are still due."""
        return [item for item in self.items if self.is_open(item)]

    @property
    def more(self) -> int:
        """How many items are due beside those of this review."""
        return len(self._due - self._known)

    def is_open(self, item: Item) -> bool:
        """Whether it waits to be dealt with."""
        return item.key in self._due

    def outcome(self, item: Item) -> str:
        """What became of an item; empty where it waits, or where its end was not noticed yet."""
        words = next((deed.words for deed in reversed(self.deeds) if deed.key == item.key), "")
        return words or (ELSEWHERE if item.key in self._elsewhere else "")

    def renew(self, inbox: Inbox) -> None:
        """Go on with what is due by now; what has gone apart from the item in view is no longer due."""
        fresh = {item.key: item for item in inbox.today}
        due = {key for key in (*fresh, *inbox.more.keys()) if not key.startswith("first:")}
        self.came_back = tuple(deed.key for deed in self.deeds if deed.key in due)
        self._undone.update({deed.key: deed.words for deed in self.deeds if deed.key in due})
        self.deeds = [deed for deed in self.deeds if deed.key not in due]
        self._elsewhere -= due
        self._due = due
        for at, item in enumerate(self.items):
            if item.key in fresh:
                self.items[at] = fresh[item.key]
            elif item.key in due:
                if at == self.at:
                    self.items[at] = inbox.find(item.key)
            elif not self._is_settled(item):
                self._follow(at, inbox)
        for at, item in enumerate(self.items):
            if at != self.at and item.key not in due and not self.outcome(item):
                self._elsewhere.add(item.key)

    def _follow(self, at: int, inbox: Inbox) -> None:
        """Go on with the item under its new key where another day was agreed, or a capture has joined the others."""
        item = self.items[at]
        if item.source not in _FOLLOWED:
            return
        start = "unfiled:" if item.source == "unfiled" else f"{item.source}:{item.record}:"
        key = next((key for key in self._due - self._known if key.startswith(start)), "")
        if key:
            self.items[at] = inbox.find(key)
            self._known.add(key)

    def begin_anew(self, inbox: Inbox) -> None:
        """Take what is due by now in its order where nothing was done yet; the item in view stays in view."""
        item = self.item
        if item is None or self.at or self.deeds:
            return
        self._known.clear()
        self.items.clear()
        self._take(one for one in inbox.today if one.source != "first")
        self.go_to(item.key)

    def has_just_gone(self) -> bool:
        """Whether the item in view has gone, and nothing was made of that yet."""
        item = self.item
        return item is not None and not self.is_open(item) and not self._is_settled(item)

    def _is_settled(self, item: Item) -> bool:
        return item.key in self._elsewhere or any(deed.key == item.key for deed in self.deeds)

    def dealt_with(self, name: str) -> Deed:
        """Note that the item in view was dealt with here, and go on; what was done is to be filled in."""
        assert self.item is not None
        deed = Deed(self.item.key, name)
        self.deeds.append(deed)
        self.go_on()
        return deed

    def again(self, deed: Deed, words: str) -> None:
        """Say what was done as it was said before it was taken back, else in these words."""
        deed.words = self._undone.get(deed.key, words)

    def lost(self) -> None:
        """Note that the item in view has gone by another hand, and go on."""
        assert self.item is not None
        self._elsewhere.add(self.item.key)
        self.go_on()

    def go_on(self) -> None:
        """Go to the next item that waits, else to the end."""
        ahead = range(self.at + 1, len(self.items))
        self.at = next((at for at in ahead if self.is_open(self.items[at])), len(self.items))

    def step(self, by: int) -> None:
        """Go on or back by so many items, dealt with or not; from the end, after the last, back to one that waits."""
        if by == -1 and self.item is None:
            waiting = (at for at in range(len(self.items) - 1, -1, -1) if self.is_open(self.items[at]))
            self.at = next(waiting, max(0, len(self.items) - 1))
        else:
            self.at = max(0, min(self.at + by, len(self.items)))

    def go_to(self, key: str) -> None:
        """Go to the item of that key."""
        self.at = next((at for at, item in enumerate(self.items) if item.key == key), self.at)

    def take_more(self, inbox: Inbox) -> None:
        """Take five more at the end, what today asks for first; at the end the first of them comes into view."""
        wanted = self._due - self._known
        found = [item for item in inbox.today if item.key in wanted][:FIVE]
        can_wait = inbox.more.keys()
        keys = [key for key in can_wait if key in wanted]
        self._take([*found, *map(inbox.find, keys[: FIVE - len(found)])])

    def _take(self, items: Iterable[Item]) -> None:
        self.items.extend(items)
        self._known.update(item.key for item in self.items)


def walk_on(left: Walk | None, desk: Desk) -> Walk:
    """The review that was left earlier today with something still to do, else a new one."""
    today, inbox = desk.moment().day, desk.inbox()
    if left is not None and left.day == today:
        left.renew(inbox)
        if not left.is_over:
            return left
    return Walk(desk.book, today, inbox)


def progress(walk: Walk, most: int) -> Sequence[bool]:
    """A cell for each item, or fewer where there are many: whether it was dealt with."""
    done = [not walk.is_open(item) for item in walk.items]
    if len(done) <= most:
        return done
    filled = sum(done) * most // len(done)
    return [at < filled for at in range(most)]
