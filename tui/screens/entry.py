"""An entry of the ledger on a page: who was there, by whose way it came, what it grew from or what grew from it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from domain.capture.chips import Chip
from domain.errors import SwellError
from domain.inbox.names import full_name
from domain.model import Contact, Interaction
from domain.text import clean, listed
from domain.words import counted, dated, iso
from tui.bindings import DELETE_ENTRY, EDIT_ENTRY, PAGE_BACK, TREE, command
from tui.ledger_lines import entry_cells, entry_row
from tui.marks import Marks
from tui.preview import preview_of
from tui.prompt import NO_PREVIEW, Preview, Prompt, no_preview
from tui.screens.place import Frame
from tui.text import Span, Words, line
from tui.widgets.one_line import OneLine
from tui.widgets.rows import Row, RowList, heading, note
from tui.widgets.shapes import Cells, Column, Sides

if TYPE_CHECKING:
    from domain.capture.completing import Offer

SOMEBODY_ELSE: Final = "somebody else"
"""The id of the row that asks for somebody who is not proposed."""
PATH_TITLE: Final = "by whose way did it come?"
PATH_KEYS: Final = "enter say so · tab complete a name · esc back"
EDIT_KEYS: Final = "enter keep · tab complete · ctrl+t as text · esc back, the draft stays"
PERSON: Final = (Column(width=24), Column(), Column(width=9, align="right", drop=1))
MARK: Final = command("space", "mark", "choose several", "Mark this and move on; enter chooses all marked", name="mark")


class Choices(RowList):
    """Rows that enter chooses, or opens where there is nothing to choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,l,right", "open", "choose", id="list.open", tooltip="Choose this, or no longer; open a person"),
    ]


async def change_entry(frame: Frame, entry: str) -> None:
    """Write an entry out in the bar of a frame, to be changed; what is written elsewhere is not overwritten."""
    swell, desk = frame.swell, frame.swell.desk
    try:
        form = desk.returns.form(entry)
    except SwellError as error:
        swell.tell(str(error), wrong=True)
        return

    def preview(text: str) -> Preview:
        if not text.strip():
            return NO_PREVIEW
        understood = desk.understand(text)
        seen, wrong = preview_of(understood, 0, swell.glyphs), desk.returns.wrong_with(understood)
        return seen._replace(chips=(*seen.chips, Chip("warning", wrong))) if wrong else seen

    async def enter(text: str) -> bool:
        if text.strip() in ("", form.line.strip()):
            swell.tell("Nothing was changed in the line; esc leaves the bar.", wrong=True)
            return False
        changed = await swell.change(lambda: desk.returns.change(form, text))
        if changed is None:
            return False
        swell.tell(f"changed: {clean(changed.text) or changed.kind}", undoable=True)
        return True

    await frame.ask(Prompt("change this entry", preview, enter, form.line, keys=EDIT_KEYS))


class EntryScreen(Frame):
    """One entry, with what it is tied to; of a return the path and the gives are chosen here."""

    FIRST_KEYS = ("list.open", "mark", "edit", "drop", "page.back")
    BINDINGS: ClassVar[list[BindingType]] = [MARK, EDIT_ENTRY, DELETE_ENTRY, TREE, PAGE_BACK]

    def __init__(self, entry: str, *, at_whence: bool = False) -> None:
        """`at_whence` puts the cursor on where it came from rather than on who was there."""
        super().__init__(Span("Where it came from" if at_whence else "An entry", "strong"))
        self._entry = entry
        self._at_whence = at_whence
        self._marks = Marks()
        self._choices: list[str] = []
        """The ids of the rows of which several can be chosen at once."""
        self._first = ""
        """The id of the first row that tells where it came from, or what grew from it."""
        self._listed: list[Row] = []
        """The rows without their marks."""

    def compose_body(self) -> Iterable[Widget]:
        """What it is, in three lines, and the list."""
        glyphs = self.swell.glyphs
        self.head = tuple(OneLine(glyphs=glyphs) for _ in range(3))
        self.rows = Choices(glyphs=glyphs)
        yield from self.head
        yield self.rows

    def on_mount(self) -> None:
        """The cursor begins where one wants it."""
        super().on_mount()
        if self._at_whence and self._first:
            self.rows.move_to(self._first)

    def entry(self) -> Interaction | None:
        """The entry, if it is still there."""
        return self.swell.desk.book.interactions.get(self._entry)

    def show(self) -> None:
        """The entry as it is now."""
        entry, glyphs = self.entry(), self.swell.glyphs
        if entry is None:
            self.head[0].shape = Span("This entry is no longer in the book; u may bring it back.", "late")
            self.head[1].shape = self.head[2].shape = ""
            self._choices, self._listed = [], []
            self.rows.set_rows([])
            self.refresh_bindings()
            return
        day, today = iso(entry.at), self.swell.desk.moment().today
        _, arrow, kind, people, text = entry_cells(entry, self.swell.desk, glyphs)
        title = line(arrow, " ", Span(clean(str(people)), "strong") if people else kind, "  ", text)
        self.head[0].shape = Sides(title, Span(dated(day, today) if day else "", "muted"))
        self.head[1].shape = Sides(self._said(entry), Span(entry.kind, "muted"))
        self.head[2].shape = Span(glyphs.own(f"typed: {clean(entry.raw)}") if entry.raw else "", "muted")
        self._listed = list(self._rows(entry))
        self._marks.keep(self._choices)
        self._show_marks()
        if not self.is_asking:
            self.focus_body()

    def _show_marks(self) -> None:
        marked = set(self._marks.among(self._choices, ""))
        self.rows.set_rows([row._replace(marked=row.id in marked) for row in self._listed])

    def focus_body(self) -> None:
        """The list takes the keys."""
        self.rows.focus()

    def _said(self, entry: Interaction) -> Words:
        """Where a return came from, in words; of a give what it was."""
        if entry.direction == "got":
            whence, because = self.swell.desk.returns.explained(entry)
            return line(Span(whence, "accent"), f": {because}")
        tags = " ".join(f"#{clean(tag)}" for tag in entry.tags)
        took = f"{entry.minutes} minutes" if entry.minutes else ""
        return Span(self.swell.glyphs.own(" · ".join(part for part in (took, tags) if part)), "muted")

    def _rows(self, entry: Interaction) -> Iterator[Row]:
        self._choices = []
        known = [self.swell.desk.book.contacts[one] for one in entry.people if one in self.swell.desk.book.contacts]
        if known:
            yield heading("with")
        for contact in known:
            yield Row(contact.id, Cells(PERSON, (contact.name, _work(contact), Span("a person", "muted"))))
        if entry.direction == "got":
            yield from self._path_rows(entry)
            yield from self._give_rows(entry)
            self._first = self._choices[0]
        elif entry.direction in ("gave", "mutual"):
            grown = self.swell.desk.returns.grown(entry.id)
            self._first = grown[0].id if grown else ""
            yield heading("grew from it, as you said")
            for one in grown:
                yield entry_row(one, self.swell.desk, self.swell.glyphs)
            if not grown:
                yield note(Span("Nothing, as far as you have said: on a return, w says what it grew from.", "muted"))

    def _path_rows(self, entry: Interaction) -> Iterator[Row]:
        contacts = self.swell.desk.book.contacts
        yield heading("by way of")
        for path in self.swell.desk.returns.paths(entry):
            self._choices.append(path.person)
            said = Span("the path", "accent") if path.is_said else ""
            how = Span(path.how, "text" if path.is_said else "muted")
            yield Row(path.person, Cells(PERSON, (full_name(path.person, contacts), how, said)))
        self._choices.append(SOMEBODY_ELSE)
        yield Row(SOMEBODY_ELSE, Span("+ somebody else", "muted"))

    def _give_rows(self, entry: Interaction) -> Iterator[Row]:
        said, before = self.swell.desk.returns.said_causes(entry), self.swell.desk.returns.before(entry)
        if said:
            yield heading("grew from, as you said")
        for give in said:
            self._choices.append(give.id)
            yield entry_row(give, self.swell.desk, self.swell.glyphs)
        yield heading("before it, to them or on its path", "words in common first")
        for give in before:
            self._choices.append(give.id)
            yield entry_row(give, self.swell.desk, self.swell.glyphs)
        if not before:
            more = "else " if said else ""
            yield note(Span(f"Nothing {more}went out to them in the year before.", "muted"))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what can be chosen can be marked."""
        if action == "mark":
            return bool(self._choices)
        return self.entry() is not None if action in ("edit", "tree", "drop") else True

    def action_mark(self) -> None:
        """Mark what is under the cursor, or take its mark away, and move on."""
        row = self.rows.current
        if row is not None and row.id in self._choices and row.id != SOMEBODY_ELSE:
            self._marks.turn(row.id)
            self._show_marks()
        self.rows.action_down()

    async def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Choose what is marked, else what is under the cursor, or no longer; a person and an entry are opened."""
        message.stop()
        entry, row = self.entry(), message.row
        if entry is None:
            return
        marked = self._marks.among(self._choices, "")
        if row.id not in self._choices:
            self._open(row.id)
        elif marked or row.id != SOMEBODY_ELSE:
            await self._choose(entry, marked or [row.id])
        else:
            await self._ask_path(entry)

    def _open(self, id_: str) -> None:
        if id_ in self.swell.desk.book.contacts:
            self.swell.open_person(id_)
        else:
            self.swell.open_entry(id_)

    async def _choose(self, entry: Interaction, chosen: Sequence[str]) -> None:
        """Turn what was said of these gives and people."""
        contacts = self.swell.desk.book.contacts
        people = [one for one in chosen if one in contacts or one in entry.via]
        gives = [one for one in chosen if one not in people]
        self._marks.clear()
        if await self.swell.change(lambda: self.swell.desk.returns.choose(entry.id, gives, people)) is not None:
            self._tell_said(gives=bool(gives), path=bool(people))

    def _tell_said(self, *, gives: bool = False, path: bool = False) -> None:
        """Say what the return grew from and came by, as it stands now."""
        entry = self.entry()
        if entry is None:
            return
        contacts = self.swell.desk.book.contacts
        via = listed([full_name(person, contacts) for person in entry.via])
        many = len(self.swell.desk.returns.said_causes(entry))
        grew = f"grew from {counted(many, 'give')}" if many else "grew from nothing in particular"
        told = (grew if gives else "", f"via {via or 'nobody'}" if path else "")
        self.swell.tell(", ".join(part for part in told if part), undoable=True)

    async def _ask_path(self, entry: Interaction) -> None:
        async def enter(text: str) -> bool:
            if not text.strip():
                return True
            try:
                person = self.swell.desk.returns.person(text)
            except SwellError as error:
                self.tell(str(error), wrong=True)
                return False
            if person in entry.via:
                self.tell("That is said already.", wrong=True)
                return False
            if await self.swell.change(lambda: self.swell.desk.returns.choose(entry.id, people=[person])) is None:
                return False
            self._tell_said(path=True)
            return True

        def names(text: str, _cursor: int) -> "Sequence[Offer]":
            return self.swell.desk.returns.names(text)

        await self.ask(Prompt(PATH_TITLE, no_preview, enter, keys=PATH_KEYS, offers=names, captures=False))

    async def action_edit(self) -> None:
        """Write the entry out, to be changed."""
        await change_entry(self, self._entry)

    async def action_drop(self) -> None:
        """Delete the entry, and go back to where it stood."""
        words = await self.swell.change(lambda: self.swell.desk.drop_entry(self._entry))
        if words is not None and self.is_current:
            self.swell.pop_screen()
            below = self.swell.frame
            below.call_later(lambda: below.tell(words, undoable=True))

    def action_tree(self) -> None:
        """Show what it led to, and what led to it."""
        self.swell.open_tree(self._entry)


def _work(contact: Contact) -> str:
    return ", ".join(part for part in (contact.role, contact.organisation) if part)
