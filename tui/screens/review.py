"""Review: what is due, one item at a time and large, and an end that says what has come of it."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from domain.inbox.item import Item
from domain.inbox.review import momentum_words
from domain.ports import Step
from domain.words import number
from tui.bindings import MORE, WEEK, command
from tui.person_lines import why
from tui.review_end import End, end_lines
from tui.review_lines import Seen, item_lines, so_far
from tui.screens.place import WIDE
from tui.screens.triage import TRIAGE_KEYS, Triage
from tui.text import Line, Span, line
from tui.walk import Deed, Walk, progress
from tui.widgets.page import Lines
from tui.widgets.shapes import Rule, Shape

CELLS: Final = 20
"""The most cells of the progress."""
SO_FAR: Final = 4
"""Rows of what was done so far, where that stands below the item."""
LOW: Final = 14
"""Rows below which there is room for the item alone."""
NARROW: Final = 60
"""Columns below which the progress is told in numbers alone."""
FRAME: Final = 4
"""Rows of the frame."""
MARGIN: Final = 2
"""Cells beside the item, on either side, besides the blank at its edge."""
IDLE: Final = 0.3
"""Seconds after the first paint in which nothing else is made."""
NAMED: Final = 12
"""Of how many items that were passed over the end may say what they are."""
SHOWN: Final = 8
"""Interactions that a high screen has room for."""

PAIR_KEYS: Final = "i takes them up · x not these two · X never by a word"
"""What the keys do to a match, where no line of keys has room for it."""

FIVE_MORE: Final = command("plus", "more", MORE.description, MORE.tooltip, shown_as="+")


class ReviewScreen(Triage):
    """The review that is under way, or a new one."""

    AUTO_FOCUS = ""
    """No part has the keys alone; Textual would give them to the bar, which is out of sight."""
    CSS = """
    #review {
        layout: vertical;
        height: 1fr;
    }

    #card, #end {
        margin: 0 2;
    }

    #so-far {
        height: 4;
    }

    ReviewScreen.-wide #review {
        layout: horizontal;
    }

    ReviewScreen.-wide #card {
        width: 3fr;
    }

    ReviewScreen.-wide #so-far {
        width: 2fr;
        min-width: 46;
        height: 1fr;
        margin-left: 1;
    }
    """
    """An item and, below or beside it, what was done so far; parsed when a review begins, not at the start."""
    FIRST_KEYS = (
        "done", "later", "thought_of", "drop", "review.next", "review.back", "review.stop",
        "more", "undo", "review.finish", "leave", "answer",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *TRIAGE_KEYS,
        command("j,down", "step(1)", "next", "Pass it over, and go to the next", name="review.next"),
        command("k,up", "step(-1)", "back", "Go back to the one before", name="review.back"),
        command("g,home", "step(-1000000)", "first", "Go to the first", name="review.first", show=False),
        command("G,end", "step(1000000)", "end", "Go to the end, which says what went out",
                name="review.last", show=False),
        command("enter,l,right", "open", "open", "Open the person, or what is behind it",
                name="review.open", show=False),
        command("ctrl+d,pagedown", "scroll(0.5)", "half down", "Read on where not all of it fits",
                name="review.down", show=False),
        command("ctrl+u,pageup", "scroll(-0.5)", "half up", "Read back", name="review.up", show=False),
        FIVE_MORE,
        WEEK,
        command("u", "app.undo", "undo the last", "Take back the last step made here, and go back to it", name="undo"),
        command("escape,h,left", "stop", "stop", "Stop, and see what went out; once more goes to Today",
                name="review.stop"),
        command("enter,h,left", "finish", "Today", "Go to Today", name="review.finish"),
        command("q", "quit", "quit", "Quit", name="leave"),
    ]  # fmt: skip

    def __init__(self, walk: Walk) -> None:
        super().__init__(Span("Review", "strong"))
        self.walk = walk
        """The review that is under way."""
        self._made_here = 0
        self._first: Item | None = None
        """The first give of the day, where nothing else is due."""
        self._drawn = ""
        """The key of the item that is shown."""
        self._told_of: Deed | None = None
        """What was done and is about to be told."""

    def compose_body(self) -> Iterable[Widget]:
        """The item with what was done so far, or the end."""
        glyphs = self.swell.glyphs
        self.card = Lines(glyphs=glyphs, id="card")
        self.so_far = Lines(glyphs=glyphs, id="so-far")
        self.end = Lines(glyphs=glyphs, id="end")
        self.end.display = False
        yield Container(self.card, self.so_far, id="review")
        yield self.end

    def on_mount(self) -> None:
        """Show the first item, and make the bar before it is wanted."""
        self._made_here = self.swell.made_here
        super().on_mount()
        self.set_timer(IDLE, self.make_bar)

    def item(self) -> Item | None:
        """The item in view, unless it was dealt with; at the end the first give."""
        item = self.walk.item
        if item is None:
            return self._first
        return item if self.walk.is_open(item) else None

    def person_in_view(self) -> str:
        """The first person of the item in view."""
        item = self.walk.item or self._first
        known = self.swell.desk.book.contacts
        return next((person for person in item.people if person in known), "") if item else ""

    def show(self) -> None:
        """What is due by now; an item that went gives way to the next, which is shown at once."""
        self._told_of = None
        inbox = self.swell.desk.inbox()
        self._first = next((item for item in inbox.today if item.source == "first"), None)
        here = self.swell.made_here != self._made_here
        self._made_here = self.swell.made_here
        before = self.walk.item
        self.walk.renew(inbox)
        if here and self.walk.has_just_gone() and before is not None:
            self._told_of = self.walk.dealt_with(self.title_of(before))
        elif here and self.walk.came_back:
            self.walk.go_to(self.walk.came_back[-1])
        self._see_what_is_there()

    def matches_found(self) -> None:
        """Take today's match in where nothing was done yet."""
        inbox = self.swell.desk.inbox()
        self.walk.renew(inbox)
        self.walk.begin_anew(inbox)

    def _see_what_is_there(self) -> None:
        """Show the item in view, or the next where somebody else has seen to it and nothing is being written."""
        while not self.is_asking and self.walk.has_just_gone():
            self._lose()
        self._draw()

    def _lose(self) -> None:
        """Say why the item in view has gone, and go to the next."""
        item = self.walk.item
        assert item is not None
        reason = self.swell.desk.meanwhile(item) or "It was seen to elsewhere."
        self.walk.lost()
        self.tell(f"{self.title_of(item)}: {reason}", wrong=True)

    def _draw(self) -> None:
        """Show what is in view."""
        item = self.walk.item
        if item is None or item.key != self._drawn:
            self.why_is_shown = False
        self._drawn = item.key if item is not None else ""
        over = item is None
        if self.end.display != over:
            self.end.display, self.query_one("#review").display = over, not over
        self.top.title = self._title_line()
        if item is None:
            self.end.lines = self._end()
        else:
            self.so_far.display = self.size.width >= WIDE or self.size.height - FRAME >= LOW
            self.card.lines = self._card(item)
            self.so_far.lines = so_far(self.walk.deeds, self.pane_width, self._rows(of_deeds=True), self.swell.glyphs)
        self.set_focus(self.focused if self.is_asking else None)
        self.refresh_bindings()

    def _title_line(self) -> Line:
        """How far it is."""
        walk, glyphs = self.walk, self.swell.glyphs
        name, gap = Span("Review", "strong"), "   " if self.size.width >= NARROW else " "
        if walk.item is None:
            return line(name, gap, Span("done", "muted"))
        place = f"{gap}{walk.at + 1} of {len(walk.items)}"
        if self.size.width < NARROW:
            return line(name, place)
        cells = [glyphs.done_step if done else glyphs.next_step for done in progress(walk, CELLS)]
        return line(name, place, gap, Span("".join(cells), "accent"))

    def _card(self, item: Item) -> list[Shape]:
        """The item with its people, or with the sum behind its order."""
        desk, glyphs = self.swell.desk, self.swell.glyphs
        own: list[Shape] = []
        if item.source == "conflict":
            own.extend(self.values_of(item))
        elif item.source == "unfiled":
            own.extend(self.to_be_filed())
        pair = self.pair_in_view()
        if self.why_is_shown:
            own.extend(why(item, glyphs, self._columns))
        people = [desk.profile(person, SHOWN) for person in item.people if person in desk.book.contacts]
        bare = [shape.title if isinstance(shape, Rule) else shape for shape in own]
        both = self._pair(item) if pair is not None else ()
        seen = Seen(item, self.title_of(item), self.walk.outcome(item), people, bare, both)
        return item_lines(seen, desk.moment(), self._columns, self._rows(), glyphs)

    def _pair(self, item: Item) -> list[Shape]:
        """What two people have for each other, with the words for what is next, or with the sum behind the match."""
        shapes = self.pair_pane(why=self.why_is_shown, width=self._columns)[1:]
        keys = [] if item.source == "intro" else [Span(self.swell.glyphs.own(PAIR_KEYS), "muted")]
        return [*(shape.title if isinstance(shape, Rule) else shape for shape in shapes), *keys]

    def pair_in_view(self) -> tuple[str, str] | None:
        """The two people of the item in view, also where they were dealt with: their words may still be wanted."""
        return self.pair_of(self.walk.item or self._first) if self.swell.has_matches else None

    def _end(self) -> list[Shape]:
        desk, walk, first = self.swell.desk, self.walk, self._first
        review = desk.review(walk.before)
        end = End(
            walk,
            review,
            momentum_words(review.points, desk.gauge(), desk.moment().today),
            [self.title_of(item) for item in walk.passed_over[:NAMED]],
            first,
            self.title_of(first) if first is not None and first.people else "",
        )
        return end_lines(end, self.size.width - 2 * MARGIN, self.size.height - FRAME, self.swell.glyphs)

    @property
    def _columns(self) -> int:
        """Cells of the item; known before it is laid out."""
        width = self.size.width
        return (width if width < WIDE else width - self.pane_width - 1) - 2 * MARGIN

    def _rows(self, *, of_deeds: bool = False) -> int:
        """Rows of the item, or of what was done so far; known before they are laid out."""
        rows = self.size.height - FRAME
        if self.size.width >= WIDE or rows < LOW:
            return rows
        return SO_FAR if of_deeds else rows - SO_FAR

    def on_resize(self) -> None:
        """Another size has room for another text."""
        self.call_after_refresh(self._draw)

    def focus_body(self) -> None:
        """No part has the keys alone; what has gone while something was written gives way now."""
        self.set_focus(None)
        if self.walk.has_just_gone():
            self._see_what_is_there()

    def dealt_with(self, item: Item, words: str) -> None:
        """What was done is told as soon as it is said."""

    def show_item(self) -> None:
        """Show the item with the sum behind its order, or without."""
        if self.walk.item is not None:
            self._draw()

    def tell(self, words: str, *, wrong: bool = False, undoable: bool = False) -> None:
        """Say something; what was done here is also told below."""
        super().tell(words, wrong=wrong, undoable=undoable)
        if wrong or not undoable:
            return
        if self._told_of is not None:
            self._told_of.words = words
        else:
            self.walk.deeds.append(Deed("", "", words))
        self._draw()

    def taken_back(self, step: Step) -> None:
        """Go back to the item that has come back; what was noted beside the items is taken off the list."""
        deeds = self.walk.deeds
        if not self.walk.came_back and deeds and not deeds[-1].key:
            deeds.pop()
            self._draw()
        super().taken_back(step)

    def made_again(self, step: Step) -> None:
        """Go on from the item that is dealt with again."""
        if self._told_of is not None:
            self.walk.again(self._told_of, step.label)
            self._draw()
        super().made_again(step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each of the two pages has keys of its own."""
        over = self.walk.item is None
        if action in ("finish", "quit"):
            return over
        if action in ("open", "stop"):
            return not over
        if action == "step":
            return not over or parameters[0] != 1
        if action == "more":
            return self.walk.more > 0
        return super().check_action(action, parameters)

    def action_step(self, by: int) -> None:
        """Go on or back."""
        self.walk.step(by)
        self.tell("")
        self._draw()

    async def action_open(self) -> None:
        """Open the person, or what is behind the item."""
        await self.open_item(self.item())

    def action_scroll(self, pages: float) -> None:
        """Read on, or back."""
        shown = self.end if self.walk.item is None else self.card
        shown.top += round(pages * shown.size.height)

    def action_more(self) -> None:
        """Take the next five."""
        more = self.walk.more
        self.walk.take_more(self.swell.desk.inbox())
        self.tell(f"{number(more - self.walk.more)} more")
        self._draw()

    async def action_stop(self) -> None:
        """See what went out, if anything was done; else go to Today."""
        if self.walk.deeds:
            self.walk.step(len(self.walk.items))
            self._draw()
        else:
            self.app.pop_screen()

    def action_finish(self) -> None:
        """Go to Today."""
        self.app.pop_screen()

    def action_quit(self) -> None:
        """Quit."""
        self.app.exit()
