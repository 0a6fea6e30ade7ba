"""What a key does to the item in view, the same in the list of today and in the review."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.binding import BindingType

from domain.errors import ChangedError
from domain.inbox.conflicts import field_words
from domain.inbox.item import Item
from domain.inbox.names import title
from domain.text import clean
from domain.words import number
from tui.bindings import (
    AGAIN,
    ANSWER,
    CIRCLE,
    COPY,
    COPY_ALL_WORDS,
    DONE,
    DROP,
    EDIT,
    FOLLOW_UP,
    INTRODUCE,
    LATER,
    MAIL,
    MINUTES,
    NEVER_BY,
    NOTE,
    SAME,
    TAG,
    THOUGHT_OF,
    TOMORROW,
    TREE,
    WHY,
    WORDS_ELSEWHERE,
)
from tui.choices import DIGITS, Choice
from tui.choices import MINUTES as MINUTE_CHOICES
from tui.person_lines import contested
from tui.prompt import Prompt
from tui.screens.introducing import Introducing
from tui.screens.person_actions import PersonActions
from tui.text import Span, line
from tui.widgets.shapes import Shape

if TYPE_CHECKING:
    from datetime import date

    from domain.capture.filing import Filed
    from domain.inbox.together import Together
    from domain.model import FollowUp

A_DAY: Final = "1d"
ON_PAIRS: Final = frozenset({"never_by", "same", "mail", "copy_all", "elsewhere"})
"""The actions that need two people who may be brought together."""
ON_ITEMS: Final = frozenset({"done", "later", "tomorrow", "thought_of", "drop", "again"})
"""The actions that need an item which was not dealt with."""
FOLLOW_UPS: Final = frozenset({"promise", "waiting", "reminder"})
"""The sources behind whose items a follow-up stands."""

TRIAGE_KEYS: Final[tuple[BindingType, ...]] = (
    DONE,
    LATER,
    TOMORROW,
    THOUGHT_OF,
    DROP,
    INTRODUCE,
    ANSWER,
    NOTE,
    FOLLOW_UP,
    EDIT,
    CIRCLE,
    TAG,
    TREE,
    COPY,
    WHY,
    NEVER_BY,
    SAME,
    COPY_ALL_WORDS,
    WORDS_ELSEWHERE,
    MAIL,
    AGAIN,
    MINUTES,
)
"""The keys of an item, to which a screen adds its own."""


class Triage(PersonActions, Introducing):
    """A frame with an item of the inbox in view.

    A subclass says which item that is (`item`), what follows where it was dealt with (`dealt_with`), and shows anew
    what is said about it (`show_item`).
    """

    why_is_shown = False
    """Whether the sum behind the order of the item is shown."""

    def item(self) -> Item | None:
        """The item that the keys are about; None where there is none, or where it was dealt with."""
        raise NotImplementedError

    def items(self) -> Sequence[Item]:
        """The items that the keys of triage are about: the one in view, or several that are marked."""
        item = self.item()
        return (item,) if item is not None else ()

    def dealt_with(self, item: Item, words: str) -> None:
        """What follows where something has become of an item, in these words; the book is up to date."""
        raise NotImplementedError

    def dealt_with_all(self, done: Sequence[tuple[Item, str]]) -> None:
        """What follows where something has become of several items at once."""
        for item, words in done:
            self.dealt_with(item, words)

    def show_item(self) -> None:
        """Show anew what is said about the item."""
        raise NotImplementedError

    def pair_of(self, item: Item | None) -> tuple[str, str] | None:
        """The two people of a match or of an introduction; None where an item is about something else."""
        if item is None or item.source not in ("match", "intro", "first") or len(item.people) < 2:
            return None
        a, b = item.people[:2]
        known = self.swell.desk.book.contacts
        return (a, b) if a in known and b in known else None

    def pair_in_view(self) -> tuple[str, str] | None:
        """The two people of the item in view, once matches are known."""
        return self.pair_of(self.item()) if self.swell.has_matches else None

    def pair_changed(self, words: str) -> None:
        """Show the two as they are now."""
        del words
        self.show_item()

    def title_of(self, item: Item) -> str:
        """Whom or what it is about."""
        book = self.swell.desk.book
        return title(item, book.contacts, len(book.captures), self.swell.glyphs.both)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense for the item in view, or for those that are marked."""
        if action in ON_ITEMS:
            items = self.items()
            if action == "again" and self.swell.again is None:
                return False
            return bool(items) and not (action == "thought_of" and all(item.source == "unfiled" for item in items))
        if action in ON_PAIRS:
            return self.pair_in_view() is not None
        if action == "why":
            return self.item() is not None
        if action == "edit" and self._follow_up() is not None:
            return True
        return super().check_action(action, parameters)

    async def open_item(self, item: Item | None) -> None:
        """Open what is behind an item: its person, the values to choose from, the lines to file, the line of `d`."""
        contact = self.person_in_view()
        if item is not None and item.source == "conflict":
            self._decide(item)
        elif item is not None and item.source == "unfiled":
            self._open_unfiled()
        elif contact:
            self.swell.open_person(contact)
        else:
            await self.action_done()

    async def action_done(self) -> None:
        """Open the line that says what was done; of two values, ask which it is to be."""
        items = self.items()
        if not items:
            return
        item = items[0]
        if item.source == "conflict":
            self._decide(item)
        elif item.source == "unfiled":
            self._open_unfiled()
        else:
            await self._ask_what_was_done(item)

    async def _ask_what_was_done(self, item: Item) -> None:
        desk = self.swell.desk
        offered = desk.proposal(item)
        words = [f"{line.rstrip()} ".lstrip() for line in (offered, *desk.other_words(item))]  # tab offers a date there

        async def enter(text: str) -> bool:
            return await self.finish(item, text)

        def move(text: str, step: int) -> str:
            at = words.index(text) if text in words else 0
            return words[(at + step) % len(words)]

        await self.ask(
            Prompt(
                f"done: {self.title_of(item)}",
                self.swell.preview,
                enter,
                words[0],
                keys="enter keep · tab +2w · ↑↓ other words · esc back",
                aside="then the next item",
                move=move,
            )
        )

    async def accept(self) -> bool:
        """Have the items done as proposed; where there is nothing to propose, ask."""
        items = self.items()
        if len(items) > 1:
            return await self.finish_each(items, "")
        for item in items:
            line = self.swell.desk.proposal(item) if item.source != "unfiled" else ""
            if line == line.strip() != "":
                return await self.finish(item, line)
            await self.action_done()
        return False

    async def finish(self, item: Item, text: str) -> bool:
        """Capture the line that says what was done; whether the bar may close."""
        if not text.strip():
            self.swell.tell("Nothing was written; esc leaves the bar.", wrong=True)
            return False
        self.swell.again = Triage.accept
        line = text.strip()
        return await self.carry_out((item,), partial(self._keep, item, lambda: self.swell.desk.done(item, line)))

    async def finish_each(self, items: Sequence[Item], text: str) -> bool:
        """Capture a line for each of several items, as this text says; whether the bar may close."""
        self.swell.again = Triage.accept
        tasks = self.lines_for_each(items, text)
        return await self.together(items, lambda: self.swell.desk.done_many(tasks), [line for _, line in tasks])

    def lines_for_each(self, items: Sequence[Item], text: str) -> list[tuple[Item, str]]:
        """The line with which each of several items is done, as a text says."""
        from domain.inbox.each import lines_for_each  # seldom wanted

        desk = self.swell.desk
        proposed = [(item, "" if item.source == "unfiled" else desk.proposal(item).strip()) for item in items]
        return lines_for_each(text, proposed, desk.book.contacts)

    async def _keep(self, item: Item, act: "Callable[[], Filed]") -> bool:
        told = await self.swell.keep(act)
        if told:
            self.dealt_with(item, told)
        return bool(told)

    async def carry_out(self, items: Sequence[Item], work: Callable[[], Awaitable[bool]]) -> bool:
        """Have something done to these items; whether the bar may close."""
        del items
        return await work()

    def _decide(self, item: Item) -> None:
        """Ask which of the values it is to be."""
        desk = self.swell.desk
        try:
            found, words = desk.dispute(item)
        except ChangedError as error:
            self.swell.tell(str(error), wrong=True)
            return
        values = dict(zip(DIGITS, (None, *found.rivals), strict=False))
        choices = [Choice(key, key, self.swell.glyphs.own(text)) for key, text in zip(values, words, strict=False)]

        async def chosen(key: str) -> None:
            await self.put_away(item, lambda: desk.settle(item, values[key]))

        self.pick(f"{self.title_of(item)}: which {field_words(found.field)}?", choices, chosen)

    def _open_unfiled(self) -> None:
        """Show the captures that are to be filed, the oldest of them ready to be mended."""
        from tui.screens.unfiled import UnfiledScreen

        self.app.push_screen(UnfiledScreen())

    async def action_later(self) -> None:
        """Ask until when, and put the items away."""
        if not self.items():
            return
        from tui.putting_off import ask_until_when  # no first paint asks for a day

        many = len(self.items())
        title = "later: until when?" if many == 1 else f"later, {number(many)} marked: until when?"
        await ask_until_when(self, title, self.put_off)

    async def action_tomorrow(self) -> None:
        """Put the items away until tomorrow."""
        await self.put_off(A_DAY)

    async def put_off(self, phrase: str) -> bool:
        """Put the items away until the day that a phrase names by now."""
        from domain.agreed import due_on

        self.swell.again = partial(Triage.put_off, phrase=phrase)
        desk = self.swell.desk

        def day() -> "date":
            return due_on(phrase, desk.moment().today)

        return await self._act(lambda item: desk.snooze(item, day()), lambda items: desk.snooze_many(items, day()))

    async def action_drop(self) -> None:
        """Drop the items; of unfiled captures the oldest."""
        await self.drop()

    async def drop(self) -> bool:
        """Drop the items, each as its source has it."""
        self.swell.again = Triage.drop
        items, desk = self.items(), self.swell.desk
        if len(items) != 1 or items[0].source != "unfiled":
            return await self._act(desk.drop, desk.drop_many)
        told = await self.swell.change(lambda: desk.throw_away(items[0].record))
        if told is not None:
            if not desk.book.captures:
                self.dealt_with(items[0], told)
            self.swell.tell(told, undoable=True)
        return told is not None

    async def action_thought_of(self) -> None:
        """Let the items rest with a thought."""
        await self.think_of()

    async def think_of(self) -> bool:
        """Let the items rest with a thought."""
        self.swell.again = Triage.think_of
        return await self._act(self.swell.desk.thought_of, self.swell.desk.thought_of_many)

    async def action_again(self) -> None:
        """Do to the items what was done last."""
        if self.swell.again is not None:
            await self.swell.again(self)

    async def _act(self, one: Callable[[Item], str], many: "Callable[[Sequence[Item]], Together]") -> bool:
        """Do something to the item in view, or to all that are marked as one step."""
        items = self.items()
        if len(items) == 1:
            return await self.put_away(items[0], lambda: one(items[0]))
        return await self.together(items, lambda: many(items)) if items else False

    async def action_introduce(self) -> None:
        """Take a match up, or an introduction a step on; else begin the line that brings somebody in view together."""
        items = self.items()
        item = items[0] if len(items) == 1 else self.item()
        if len(items) > 1:
            await self.take_up()
        elif item is not None and item.source == "intro":
            await self._ask_what_was_done(item)
        elif self.pair_of(item) is None:
            await super().action_introduce()
        else:
            await self.take_up()

    async def take_up(self) -> bool:
        """Take up the two people of the item in view, to be asked one after the other; of all that are marked."""
        introductions, items = self.swell.desk.introductions, self.items()
        if len(items) > 1:
            self.swell.again = Triage.take_up
            return await self.together(items, lambda: introductions.take_up_many(items))
        item = items[0] if items else None
        pair = self.pair_of(item)
        if item is None or pair is None:
            return False
        self.swell.again = Triage.take_up
        return await self.put_away(item, lambda: f"taken up: {introductions.told(introductions.take_up(*pair))}")

    def action_copy(self) -> None:
        """Copy the text to send to two people; else an address of the person in view."""
        if not self._wants_words or not self.copy_draft():
            super().action_copy()

    @property
    def _wants_words(self) -> bool:
        """Whether two people are in view to whom something is to be sent next."""
        pair, desk = self.pair_in_view(), self.swell.desk.introductions
        return pair is not None and desk.next_words(desk.current(*pair)) is not None

    def action_copy_all(self) -> None:
        """Copy both questions and the message to both."""
        self.copy_all_drafts()

    def action_elsewhere(self) -> None:
        """Write the text to send in the user's editor."""
        self.edit_draft_elsewhere()

    async def action_answer(self) -> None:
        """Write down an answer; one that is asked again stands in the line, and enter says that it is still true."""
        item = self.item()
        if item is None or item.source != "stale":
            await super().action_answer()
        else:
            await self._ask_what_was_done(item)

    async def action_edit(self) -> None:
        """Change what is agreed, or the words to two people; else what the book says about the person in view."""
        record = self._follow_up()
        if record is None:
            if not self._wants_words or not await self.edit_draft():
                await super().action_edit()
            return
        from tui.screens.agreeing import change_follow_up

        await change_follow_up(self, record)

    def _follow_up(self) -> "FollowUp | None":
        """The follow-up behind the item in view."""
        item = self.item()
        known = item is not None and item.source in FOLLOW_UPS
        return self.swell.desk.book.follow_ups.get(item.record) if known and item is not None else None

    def action_minutes(self) -> None:
        """Ask how many minutes there are, and show what can be given in them."""

        async def chosen(minutes: str) -> None:
            from tui.screens.gives import GivesScreen

            self.app.push_screen(GivesScreen(int(minutes)))

        self.pick("how many minutes do you have?", MINUTE_CHOICES, chosen)

    async def action_note(self) -> None:
        """Write a note; of somebody you wait for, note that they were nudged, and wait a week longer."""
        item = self.item()
        if item is None or item.source != "waiting":
            await super().action_note()
            return
        await self.carry_out((item,), partial(self._keep, item, lambda: self.swell.desk.nudge(item)))

    def action_why(self) -> None:
        """Show the sum behind the order, or take it away."""
        self.why_is_shown = not self.why_is_shown
        self.show_item()

    async def put_away(self, item: Item, act: Callable[[], str]) -> bool:
        """Do to an item what needs no line, and say what became of it; whether the bar may close."""
        return await self.carry_out((item,), partial(self._put_away, item, act))

    async def _put_away(self, item: Item, act: Callable[[], str]) -> bool:
        words = await self.swell.change(act)
        if words is None:
            return False
        self.dealt_with(item, words)
        self.swell.tell(words, undoable=True)
        return True

    async def together(self, items: Sequence[Item], act: "Callable[[], Together]", words: Sequence[str] = ()) -> bool:
        """Do something to several items as one step; `words` say of each what was done. Whether the bar may close."""
        return await self.carry_out(items, partial(self._together, items, act, words))

    async def _together(self, items: Sequence[Item], act: "Callable[[], Together]", words: Sequence[str]) -> bool:
        desk = self.swell.desk
        peak = desk.gauge().peak
        told = await self.swell.change(act)
        if told is None:
            return False
        said = {item.key: line for item, line in zip(items, words, strict=False)}
        self.dealt_with_all([(item, said.get(item.key) or told.short) for item in told.done])
        gained = round(desk.gauge().peak - peak)
        self.swell.tell(
            f"+{gained} · {told.words}" if gained > 0 else told.words, wrong=not told.done, undoable=bool(told.done)
        )
        return bool(told.done)

    def values_of(self, item: Item) -> Iterable[Shape]:
        """What two books say."""
        try:
            found, words = self.swell.desk.dispute(item)
        except ChangedError as error:
            return [Span(str(error), "muted")]
        origins = ["in the book", *(rival.origin for rival in found.rivals)]
        values = [self.swell.glyphs.own(text) for text in words]
        return contested(field_words(found.field), list(zip(values, origins, strict=True)))

    def to_be_filed(self) -> Iterable[Shape]:
        """The captures that are not clear, with what is unclear."""
        for capture in self.swell.desk.book.captures.values():
            yield line(Span(f"{self.swell.glyphs.prompt} ", "accent"), clean(capture.line))
            yield Span(f"  {capture.why}", "muted")
        yield ""
        yield Span("d opens the lines one by one, so that you can say what they mean; x throws one away", "muted")
