"""The tab of introductions: what is under way, what is suggested, what is done, with the two in view beside it."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType

from domain.inbox.names import full_name
from domain.introducing import OPEN
from domain.matching.suggestion import Suggestion
from domain.model import Introduction, Taught
from domain.text import clean
from domain.words import iso, short_date
from tui.bindings import (
    COPY_ALL_WORDS,
    COPY_WORDS,
    DECLINE,
    EDIT_WORDS,
    LATER,
    MAIL,
    NEVER_BY,
    NEXT_STEP,
    NOT_THESE,
    SAME,
    TAKE_UP,
    TOMORROW,
    TREE,
    WHY_MATCH,
    WORDS_ELSEWHERE,
    command,
)
from tui.choices import DIGITS, Choice
from tui.glyphs import Glyphs
from tui.introduction_rows import Entry, PairRows, Part
from tui.screens.introducing import Introducing
from tui.screens.tab import Tab
from tui.text import Span, taught_in
from tui.widgets.page import Lines
from tui.widgets.rows import Row, RowList, heading, note
from tui.widgets.shapes import Rule, Shape, Sides

NARROW_STAGE: Final = command("F", "narrow", "narrow", "Show only one stage, or the words you taught", show=False)
MORE_PAIRS: Final = command("plus", "more", "ten more", "Bring ten more suggestions", show=False, shown_as="+")
FEWER_PAIRS: Final = command("minus", "fewer", "ten fewer", "Take the last ten away again", show=False, shown_as="-")
ALL_STAGES: Final = command("escape", "unmark", "show all", "Show every stage again", show=False)

TEN: Final = 10
"""Suggestions that are shown at first, and brought by one key."""
DONE: Final = 3
"""Introductions that are over and shown at first."""
MORE_DONE: Final = "more done"
"""The id of the row that opens the rest of them."""
TAUGHT: Final = "taught"
ORDER: Final = ("idea", "asked", "made", "suggested", "done", "outcome", "declined", TAUGHT)
"""The words to which the list can be narrowed."""
ASKED: Final = frozenset({"asked_a", "asked_b"})

EMPTY: Final = (
    "Two people who should know each other are the best thing you can give.",
    "",
    "Ask people what they are looking for, and what they can help with:",
    "  Ana is looking for a studio in Leeds",
    "  Dee can help with studio space",
    "Where the one fits the other, the two are suggested here, in their words.",
    "",
    "c   write a line such as those, or one about two people:",
    "  intro Ana to Ben re: studio space   an idea, to be asked one by one",
    "  introduced Ana to Ben               made, and asked about in three weeks",
)


class IntroductionsTab(Introducing, Tab):
    """Introductions under way, suggested and done."""

    TITLE = "Introductions"
    FIRST_KEYS = ("introduce", "next_step", "drop", "copy", "later", "list.open")
    BINDINGS: ClassVar[list[BindingType]] = [
        TAKE_UP,
        NEXT_STEP,
        NOT_THESE,
        DECLINE,
        NEVER_BY,
        SAME,
        LATER,
        TOMORROW,
        COPY_WORDS,
        COPY_ALL_WORDS,
        EDIT_WORDS,
        WORDS_ELSEWHERE,
        MAIL,
        WHY_MATCH,
        NARROW_STAGE,
        MORE_PAIRS,
        FEWER_PAIRS,
        TREE,
        ALL_STAGES,
    ]

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self.rows = RowList(glyphs=glyphs)
        self.pane = Lines(glyphs=glyphs)
        self._entries: list[Entry] = []
        self._open: dict[str, Suggestion] = {}
        """What is suggested by now, by its key."""
        self._told: dict[str, str] = {}
        """What became of the rows that were dealt with since the list was opened, in words by id."""
        self._gone: set[str] = set()
        """The ids of the rows of which nothing more is to be done."""
        self._came_back = ""
        """The id of the first of them that the last change of the book has brought back."""
        self._most = TEN
        self._all_done = False
        self._only = ""
        self._width = 0
        """Columns of the screen for which the rows were made."""
        self._day = ""
        self._why = False

    def compose(self) -> ComposeResult:
        """The list and the pane."""
        yield self.rows
        yield self.pane

    def on_mount(self) -> None:
        """Show the two where the cursor rests."""
        self.frame.follow(self.rows, self._moved)

    def _moved(self) -> None:
        self._why = False
        self._show_pane()
        self.frame.refresh_bindings()

    def begin(self) -> None:
        """Begin the list anew: what was dealt with goes from it, every part is shown."""
        self._entries, self._told = [], {}
        self.pair_drafts.let_go_of_said([*self.introductions.under_way(), *self.introductions.done()])
        self._most, self._all_done, self._only = TEN, False, ""

    def on_resize(self) -> None:
        """Rows and pane are laid out anew for another width."""
        if self._day and self._width != self.frame.size.width:
            self.call_after_refresh(self.show)

    def show(self) -> None:
        """The book as it is now; what is in sight stays where it is."""
        day = self.swell.desk.moment().day
        if day != self._day:
            self.begin()
            self._day = day
        width, pane = self.frame.size.width, self.frame.pane_width
        self._width = width
        self._made = PairRows(self.swell.desk, self.glyphs, width if pane == width else width - pane - 1)
        self._take()
        open_parts = [entry for entry in self._entries if entry.part in ("under way", "suggested")]
        gone = {entry.id for entry in open_parts if self._what_became(entry)}
        self._came_back = next(
            (entry.id for entry in open_parts if entry.id in self._gone and entry.id not in gone), ""
        )
        self._gone = gone
        self.set_class(not self._entries and self._only != TAUGHT, "-empty")
        self.rows.set_rows(list(self._rows()))
        self._show_pane()
        self.frame.refresh_bindings()
        self.post_message(self.Shown())

    def focus_body(self) -> None:
        """The list takes the keys, at once."""
        self.frame.set_focus(self.rows)

    def counts(self) -> str:
        """What there is to do, and who is suggested."""
        if self._only:
            return f"only {self._only}; esc shows all"
        to_do = self.introductions.to_do()
        counts = [f"{to_do} to do"] if to_do else []
        if self._open and self.introductions.is_ready:
            counts.append(f"{len(self._open)} suggested")
        return f" {self.glyphs.dot} ".join(counts)

    def show_record(self, record: str) -> bool:
        """Put the cursor on an introduction, wherever in the list it is."""
        known = self.swell.desk.book.introductions.get(record)
        if known is None:
            return False
        self.begin()
        self._all_done = True
        self._only = "declined" if known.stage == "declined" else ""
        self.show()
        return self.rows.move_to(record)

    def _take(self) -> None:
        """Go on with the book as it is by now: rows in sight stay, what is new comes after them."""
        desk = self.introductions
        self._open = {one.key: one for one in desk.in_turns()}
        ids = {entry.id for entry in self._entries}
        pairs = {frozenset((entry.a, entry.b)) for entry in self._entries if entry.part == "suggested"}
        for record in desk.under_way():
            if record.id not in ids and frozenset((record.a, record.b)) not in pairs:
                self._entries.append(Entry(record.id, "under way", record.a, record.b, record.id))
        if desk.is_ready:
            shown = sum(entry.part == "suggested" for entry in self._entries)
            fresh = (one for one in self._open.values() if one.key not in ids)
            for found, _ in zip(fresh, range(self._most - shown), strict=False):
                self._entries.append(Entry(found.key, "suggested", found.a, found.b, found=found))
        over = [_over(record, "done") for record in desk.done()]
        over.extend(_over(record, "declined") for record in desk.declined())
        taken = {  # what was suggested and is over by now keeps its row
            frozenset((entry.a, entry.b))
            for entry in self._entries
            if entry.part == "suggested" and entry.id not in self._open
        }
        over = [entry for entry in over if entry.id not in ids and frozenset((entry.a, entry.b)) not in taken]
        self._entries.extend(over)

    def _row(self, entry: Entry) -> Row:
        return self._made.row(entry, self._pair(entry), self._what_became(entry))

    def _rows(self) -> Iterator[Row]:
        """A row for each of the two, in parts."""
        if self._only == TAUGHT:
            yield from self._taught_rows()
            return
        parts = {part: self._of(part) for part in ("under way", "suggested", "done", "declined")}
        if not self._only and not parts["under way"] and not parts["suggested"] and not parts["done"]:
            yield from self._nothing_yet()
            return
        if parts["under way"]:
            yield heading("under way")
            yield from map(self._row, parts["under way"])
        if not self._only or self._only == "suggested":
            more = len(self._open) - sum(entry.id in self._open for entry in parts["suggested"])
            brings = f", + brings {min(more, TEN)} more" if more > 0 and parts["suggested"] else ""
            yield heading(f"suggested{brings}")
            yield from map(self._row, parts["suggested"])
            yield from self._quiet_line(bool(parts["suggested"]))
        if parts["done"]:
            yield heading("done")
            shown = parts["done"] if self._all_done or self._only else parts["done"][:DONE]
            yield from map(self._row, shown)
            left = len(parts["done"]) - len(shown)
            if left:
                yield Row(MORE_DONE, Span(f"{self.glyphs.more} {left} more", "muted"))
        if self._only and parts["declined"]:
            yield heading("declined")
            yield from map(self._row, parts["declined"])

    def _of(self, part: Part) -> list[Entry]:
        """The entries of a part that are in sight."""
        found = [entry for entry in self._entries if entry.part == part]
        if not self._only:
            return found
        return [entry for entry in found if self._stage_words(entry) == self._only]

    def _stage_words(self, entry: Entry) -> str:
        """Under which word an entry is found where the list is narrowed."""
        pair = self._pair(entry)
        if entry.part in ("done", "declined") or pair is None:
            return entry.part
        if not pair.id:
            return "suggested"
        return "asked" if pair.stage in ASKED else pair.stage

    def _quiet_line(self, some: bool) -> Iterator[Row]:
        """What is said in the place of suggestions, or after them."""
        if not self.introductions.is_ready:
            yield note(Span(f"looking for people who could help each other{self.glyphs.more}", "muted"))
        elif not some:
            yield note(Span("Nobody comes to mind now: ask people what they are looking for", "muted"))

    def _nothing_yet(self) -> Iterator[Row]:
        if not self.introductions.is_ready:
            yield from self._quiet_line(some=False)
        for words in taught_in(EMPTY, self._made.width - 4):
            yield note(Span(f"  {words}" if words else "", "muted"))

    def _entry(self) -> Entry | None:
        """The entry under the cursor."""
        row = self.rows.current
        return next((entry for entry in self._entries if entry.id == row.id), None) if row is not None else None

    def _pair(self, entry: Entry) -> Introduction | None:
        """The introduction behind an entry as it stands; for a suggestion what it would be."""
        desk = self.introductions
        if entry.record:
            return desk.as_it_stands(entry.record)
        return desk.current(entry.a, entry.b)

    def _what_became(self, entry: Entry) -> str:
        """What has become of the two since the list was opened, in words; empty where their row is as it was."""
        pair = self._pair(entry)
        if pair is None:
            return "no longer in the book"
        if entry.part == "suggested" and not pair.id:
            if entry.id in self._open:
                return ""
            return self._told.get(entry.id) or "not suggested any more"
        if pair.stage == "declined":
            return "" if entry.part == "declined" else "declined"
        is_over = pair.stage == "thanked" or (pair.stage == "outcome" and pair.outcome != "good")
        return self.introductions.stands(pair) if is_over and entry.part in ("under way", "suggested") else ""

    def taken_back(self) -> None:
        """Put the cursor on the row of which something is to be done again."""
        if self._came_back:
            self.rows.move_to(self._came_back)

    def made_again(self) -> None:
        """Go on from the row that was dealt with again."""
        entry = self._entry()
        if entry is not None and self._what_became(entry):
            self._go_on()

    def pair_in_view(self) -> tuple[str, str] | None:
        """The two under the cursor."""
        entry = self._entry()
        return (entry.a, entry.b) if entry is not None else None

    def pair_as_it_stands(self) -> Introduction | None:
        """Their introduction, or what it would be."""
        entry = self._entry()
        return self._pair(entry) if entry is not None else None

    def person_in_view(self) -> str:
        """Whom to turn to next of the two, else the first of them who is in the book."""
        pair = self.pair_as_it_stands()
        if pair is None:
            return ""
        step = self.introductions.next_step(pair)
        known = self.swell.desk.book.contacts
        people = (step.whom,) if step is not None else (pair.a, pair.b)
        return next((one for one in people if one in known), "")

    def pair_changed(self, words: str) -> None:
        """The row says what became of the two; where nothing more is to be done the next one is in view."""
        entry = self._entry()
        if entry is not None and words:
            self._told[entry.id] = words
        self.show()
        if entry is not None and self._what_became(entry):
            self._go_on()

    def _go_on(self) -> None:
        """Put the cursor on the next row of which something is to be done; it stays where there is none."""
        gone = {entry.id for entry in self._entries if self._what_became(entry)}
        following = self.rows.rows[self.rows.cursor + 1 :]
        row = next((row for row in following if row.id and row.id not in gone and row.id != MORE_DONE), None)
        if row is not None:
            self.rows.move_to(row.id)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense for the two in view."""
        if action == "more":
            return self._only in ("", "suggested") and len(self._open) > self._shown_open
        if action == "fewer":
            return self._most > TEN
        if action == "unmark":
            return bool(self._only)
        if action in ("narrow", "same"):
            return True
        if action == "drop" and self._taught() is not None:
            return True
        entry = self._entry()
        pair = self._pair(entry) if entry is not None else None
        if entry is None or pair is None:
            return False
        return self._may(action, entry, pair)

    def _may(self, action: str, entry: Entry, pair: Introduction) -> bool:
        """Whether a key has a meaning for a pair."""
        is_open = not self._what_became(entry) and entry.part != "declined"
        step = self.introductions.next_step(pair)
        if action == "introduce":
            return is_open and not pair.id
        if action in ("later", "tomorrow"):
            return is_open and (not pair.id or (step is not None and step.due is not None))
        if action == "drop":
            return is_open and not pair.id
        if action == "decline":
            return is_open and bool(pair.id) and entry.part != "done" and pair.stage in OPEN
        if action == "next_step":
            return is_open and (step is not None or pair.stage == "outcome")
        if action in ("copy", "copy_all", "edit", "elsewhere", "mail"):
            return is_open and step is not None and self.introductions.next_words(pair) is not None
        if action in ("never_by", "why"):
            return self.introductions.phrases(pair.a, pair.b) is not None
        return bool(self.person_in_view()) if action == "tree" else True

    @property
    def _shown_open(self) -> int:
        """How many of those that are suggested by now are in the list."""
        return sum(entry.id in self._open for entry in self._entries)

    async def action_introduce(self) -> None:
        """Take the two up."""
        await self.take_up_pair()

    async def action_next_step(self) -> None:
        """Take the next step."""
        await self.next_step_of_pair()

    async def action_drop(self) -> None:
        """Suggest the two no more; of a taught word, forget it."""
        taught = self._taught()
        if taught is None:
            await self.not_these_two()
            return
        await self.swell.do(lambda: self.introductions.forget(taught.id))

    async def action_decline(self) -> None:
        """Let go what is under way."""
        await self.not_these_two()

    async def action_later(self) -> None:
        """Ask until when, and put the two away."""
        from tui.putting_off import ask_until_when  # seldom wanted

        await ask_until_when(self.frame, "later: until when?", self.put_off_pair)

    async def action_tomorrow(self) -> None:
        """Put the two away until tomorrow."""
        await self.put_off_pair("1d")

    def action_copy(self) -> None:
        """Copy the text to send next."""
        self.copy_draft()

    def action_copy_all(self) -> None:
        """Copy every text for the two."""
        self.copy_all_drafts()

    async def action_edit(self) -> None:
        """Change the text to send next."""
        await self.edit_draft()

    def action_elsewhere(self) -> None:
        """Change it in the user's editor."""
        self.edit_draft_elsewhere()

    def action_why(self) -> None:
        """Show the sum behind the match, or take it away."""
        self._why = not self._why
        self._show_pane()

    def action_more(self) -> None:
        """Bring ten more suggestions."""
        before = self._shown_open
        self._most += TEN
        self.show()
        shown = [entry for entry in self._entries if entry.part == "suggested"]
        if len(shown) > before:
            self.rows.move_to(shown[before].id)

    def action_fewer(self) -> None:
        """Take the last ten away again."""
        self._most -= TEN
        shown = [entry for entry in self._entries if entry.part == "suggested"][self._most :]
        self._entries = [entry for entry in self._entries if entry not in shown]
        self.show()

    def action_narrow(self) -> None:
        """Ask which stage is to be shown alone."""
        there = {self._stage_words(entry) for entry in self._entries}
        if self.introductions.taught():
            there.add(TAUGHT)
        found = [words for words in ORDER if words in there]
        choices = [Choice(key, words, words) for key, words in zip(DIGITS, found, strict=False)]
        if not choices:
            self.swell.tell("There is nothing here yet that could be narrowed.", wrong=True)
            return

        async def chosen(words: str) -> None:
            self._only = words
            self.show()
            self.rows.action_first()

        self.frame.pick("show only which?", choices, chosen)

    def action_unmark(self) -> None:
        """Show every stage again."""
        self._only = ""
        self.show()

    def action_tree(self) -> None:
        """Show what came of knowing whoever is to be turned to."""
        contact = self.person_in_view()
        if contact:
            self.swell.open_tree(contact)

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open one of the two, or the rest of what is done."""
        message.stop()
        if message.row.id == MORE_DONE:
            at = self.rows.cursor
            self._all_done = True
            self.show()
            self.rows.cursor = at
            return
        both = self.pair_in_view()
        known = self.swell.desk.book.contacts
        people = [one for one in both or () if one in known]
        if len(set(people)) == 1:
            self.swell.open_person(people[0])
        elif people:
            choices = [Choice(key, one, full_name(one, known)) for key, one in zip(DIGITS, people, strict=False)]

            async def chosen(contact: str) -> None:
                self.swell.open_person(contact)

            self.frame.pick("open whom?", choices, chosen)
        elif both is not None:
            self.swell.tell("Neither of the two is in the book any more.", wrong=True)
        else:
            self.swell.tell("x forgets what was taught here; nothing else is behind it", wrong=True)

    def _show_pane(self) -> None:
        self.pane.lines = list(self._pane())

    def _pane(self) -> Iterable[Shape]:
        taught = self._taught()
        if taught is not None:
            yield Rule(Span("words taught", "muted"))
            yield "These words mean the same." if taught.kind == "same" else "Nobody is brought together by this word."
            yield Span("x forgets it; = teaches others", "muted")
            return
        entry = self._entry()
        if entry is None:
            yield Rule()
        elif self._pair(entry) is None:
            yield Rule()
            yield Span("This introduction is no longer in the book.", "muted")
        else:
            yield from self.pair_pane(why=self._why)

    def _taught(self) -> Taught | None:
        """The taught words under the cursor."""
        row = self.rows.current
        return self.swell.desk.book.taught.get(row.id) if row is not None else None

    def _taught_rows(self) -> Iterator[Row]:
        """What was taught about words."""
        yield heading("words taught")
        today = self.swell.desk.moment().today
        for one in self.introductions.taught():
            words = " = ".join(clean(word) for word in one.words)
            day = iso(one.on)
            told = f"never by {words}" if one.kind == "never" else words
            yield Row(one.id, Sides(told, Span(short_date(day, today) if day is not None else "", "muted")))


def _over(record: Introduction, part: Part) -> Entry:
    return Entry(record.id, part, record.a, record.b, record.id)
