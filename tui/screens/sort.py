"""Sort people: whoever is in no circle yet, twenty at a time, one key each; what is pressed is written behind."""

import asyncio
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import ClassVar, Final, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget
from textual.worker import Worker

from domain.errors import NotFoundError
from domain.inbox.day import RHYTHM_A_DAY
from domain.inbox.sorting import PORTION
from domain.model import CIRCLES, Circle, Contact
from domain.ports import Step
from domain.settings import Settings
from domain.words import counted, number
from tui.bindings import ANSWER, CIRCLE, COPY, EDIT, FOLLOW_UP, LOG, MARK, MARK_ALL, MARK_RANGE, NOTE, TAG, command
from tui.marks import Marks
from tui.person_lines import detail
from tui.screens.person_actions import PersonActions
from tui.text import Span, cut, line, plain, width_of
from tui.widgets.page import Lines
from tui.widgets.rows import Row, RowList
from tui.widgets.shapes import Cells, Column, Rule, Shape, Sides

TITLE: Final = "Sort people"
NAME: Final = Column(width=20)
MOST_WHY: Final = 30
"""Cells for why somebody comes here."""
SHOWN: Final = 8
"""Interactions that a high pane has room for."""
END: Final = "end"
"""The id of the row after the last person of a portion."""
PAINT_FIRST: Final = 0.02
"""Seconds for the paint of the next person before the book is written, which would hold it up."""
GONE: Final = "no longer in the book"


class Portion(NamedTuple):
    """Some people to sort, as they were when they came up."""

    people: tuple[Contact, ...]
    why: tuple[str, ...]
    """Why each of them comes here, in words."""
    more: int
    """How many wait after them."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Who it is, what they do, and why they come here in no more room than that takes."""
        width = max(width_of(_in_short(why)) for why in (*self.why, *CIRCLES, GONE))
        return (NAME, Column(), Column(width=min(width, MOST_WHY), align="right", drop=1))


class SortRows(RowList):
    """The people of a portion: going on to the next leaves somebody for another time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "down", "skip", id="list.down", tooltip="Leave this one for another time, or go on"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After the last row there is nobody to skip."""
        if action == "down" and self.cursor == len(self.rows) - 1:
            return False
        return super().check_action(action, parameters)


class SortScreen(PersonActions):
    """Puts one person after the other into a circle."""

    FIRST_KEYS = (
        "sort.inner", "sort.close", "sort.active", "sort.wide", "sort.never", "list.down", "undo", "sort.enough",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        command("1", "put('inner')", "inner", "Put them into the inner circle", name="sort.inner"),
        command("2", "put('close')", "close", "Put them into the circle close", name="sort.close"),
        command("3", "put('active')", "active", "Put them into the circle active", name="sort.active"),
        command("4", "put('wide')", "wide", "Put them into the circle wide", name="sort.wide"),
        command("0", "put('never')", "never", "Never ask about them", name="sort.never"),
        Binding("0,1,2,3,4,5", "nothing", show=False),
        command("u", "undo", "undo", "Take the last back, and go back to them"),
        command("escape,q,h,left", "enough", "stop", "Enough for now: go back", name="sort.enough"),
        command("plus,O", "portion", "next 20", "Go on to the next twenty", name="sort.more", shown_as="+"),
        MARK,
        MARK_RANGE,
        MARK_ALL,
        LOG,
        ANSWER,
        NOTE,
        FOLLOW_UP,
        EDIT,
        CIRCLE,
        TAG,
        COPY,
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__(Span(TITLE, "strong"))
        self._portions: list[Portion] = []
        self._at = -1
        """Which of them is shown."""
        self._said: dict[str, Circle] = {}
        """The circles that were said and are not in the book yet, by contact."""
        self._marks = Marks()
        self._writes: list[Worker[None]] = []

    def compose_body(self) -> Iterable[Widget]:
        """The people and the one under the cursor."""
        glyphs = self.swell.glyphs
        self.rows = SortRows(glyphs=glyphs)
        self.detail = Lines(glyphs=glyphs)
        yield Container(self.rows, self.detail, id="split", classes="tall")

    def on_mount(self) -> None:
        """Begin with those to sort first."""
        self._opened = self.swell.desk.moment().at.replace(microsecond=0)
        self._go_to(self._next_portion())
        super().on_mount()
        self.watch(self.rows, "current", self._moved, init=False)
        self.follow(self.rows, self._show_detail)
        self.focus_body()

    def on_resize(self) -> None:
        """The pane is laid out anew for another width."""
        self.call_after_refresh(self._show_detail)

    def focus_body(self) -> None:
        """The list takes the keys."""
        self.rows.focus()

    def show(self) -> None:
        """The people of this portion as the book has them now; nobody comes or goes while it is open."""
        self._show_rows()
        self._show_detail()

    @property
    def _portion(self) -> Portion:
        return self._portions[self._at]

    def _next_portion(self) -> Portion:
        """Those to sort first of whom no portion has offered yet."""
        desk = self.swell.desk
        queue = desk.sort_queue([one.id for portion in self._portions for one in portion.people])
        here = queue[:PORTION]
        people = tuple(desk.book.contacts[contact] for contact in here)
        return Portion(people, tuple(map(desk.why_now, here)), len(queue) - len(here))

    def _go_to(self, portion: Portion) -> None:
        """Show a portion, a new one as the last."""
        if portion not in self._portions:
            self._portions.append(portion)
        self._at = self._portions.index(portion)
        self._columns = portion.columns
        self._marks.clear()

    def _circle(self, contact: str) -> str:
        """The circle that somebody is in or on the way into; empty where they are to be sorted."""
        known = self.swell.desk.book.contacts.get(contact)
        return self._said.get(contact) or (known.circle if known else "")

    def _show_rows(self, cursor: str = "") -> None:
        portion, marked = self._portion, self._marked()
        rows = [self._row(one, why, marked) for one, why in zip(portion.people, portion.why, strict=True)]
        self.rows.set_rows([*rows, Row(END, self._end())], cursor or None)
        self._show_title()

    def _row(self, seen: Contact, why: str, marked: Collection[str]) -> Row:
        known = self.swell.desk.book.contacts.get(seen.id)
        contact = known or seen
        work = ", ".join(part for part in (contact.role, contact.organisation) if part)
        circle = self._circle(seen.id) if known else GONE
        aside = Span(circle or _in_short(why), "muted")
        shape = Cells(self._columns, (contact.name, work, aside))
        return Row(seen.id, shape, struck=bool(circle), marked=seen.id in marked)

    def _end(self) -> Shape:
        """What stands after the last of the portion."""
        glyphs = self.swell.glyphs
        more = self._portion.more
        if more:
            ahead = f"+ the next {number(PORTION)}" if more > PORTION else f"+ the last {number(more)}"
            return Sides(Span(ahead), Span(glyphs.own(f"enter goes on · esc is enough · {more} more"), "muted"))
        skipped = self._waiting()
        words = "Everybody is sorted." if self._everybody() else "Nobody waits to be sorted."
        if skipped:
            words = f"That was everybody; {counted(skipped, 'was', 'were')} left for another time."
        return Sides(Span(words), Span("esc goes back", "muted"))

    def _moved(self, before: Row | None, after: Row | None) -> None:
        self._show_title()
        if self._marks.follows:
            self._show_rows()
        if before is None or after is None or END in (before.id, after.id):
            self.refresh_bindings()

    def _show_title(self) -> None:
        """The title with how far it is."""
        portion = self._portion
        there = min(self.rows.cursor + 1, len(portion.people))
        more = f" · {portion.more} more" if portion.more else ""
        words = f"   {there} of {len(portion.people)}{more}" if portion.people else ""
        self.top.title = line(Span(TITLE, "strong"), Span(self.swell.glyphs.own(words), "muted"))

    def _show_detail(self) -> None:
        row = self.rows.current
        if row is None or row.id == END:
            self.detail.lines = list(self._so_far())
            return
        try:
            profile = self.swell.desk.profile(row.id, SHOWN)
        except NotFoundError as error:
            self.detail.lines = [Rule(), Span(str(error), "muted")]
            return
        self.detail.lines = detail(profile, self.swell.glyphs, self.pane_width)

    def _so_far(self) -> Iterable[Shape]:
        """What has come of it, and what that asks of you."""
        yield Rule(Span("so far", "muted"))
        circles = [circle for circle in map(self._circle, self._everybody()) if circle]
        if circles:
            yield Span(f"{counted(len(circles), 'person', 'people').capitalize()} sorted: {by_circle(circles)}.")
        yield Span(pace(self._all_circles(), self.swell.desk.settings))
        if self._waiting():
            yield Span("Whoever is in no circle is never asked about; O goes on with them another day.", "muted")

    def _all_circles(self) -> Iterable[str]:
        for contact in self.swell.desk.book.contacts.values():
            yield self._said.get(contact.id) or contact.circle

    def _everybody(self) -> list[str]:
        """Whoever was offered here so far."""
        return [one.id for portion in self._portions for one in portion.people]

    def _waiting(self) -> int:
        """How many are left to be sorted, those who were skipped among them."""
        known = self.swell.desk.book.contacts
        skipped = sum(one in known and not self._circle(one) for one in self._everybody())
        return skipped + self._portions[-1].more

    def person_in_view(self) -> str:
        """The person under the cursor."""
        row = self.rows.current
        return row.id if row is not None and row.id in self.swell.desk.book.contacts else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A digit needs somebody to be for."""
        if action == "put":
            return bool(self._meant())
        if action in ("mark", "mark_range", "mark_all"):
            return bool(self._portions and self._open())
        if action == "portion":
            return self._at + 1 < len(self._portions) or bool(self._portions and self._portion.more)
        return super().check_action(action, parameters)

    def _meant(self) -> tuple[str, ...]:
        """Whom the next digit is for: whoever is marked, else the person under the cursor."""
        if not self._portions:
            return ()
        here = self.person_in_view()
        return tuple(self._marked()) or ((here,) if here else ())

    def _open(self) -> list[str]:
        """Those of the portion that are to be sorted still."""
        known = self.swell.desk.book.contacts
        return [one.id for one in self._portion.people if one.id in known and not self._circle(one.id)]

    def _marked(self) -> list[str]:
        here = self.rows.current
        return self._marks.among(self._open(), here.id if here is not None else "") if self._marks else []

    def action_put(self, circle: Circle) -> None:
        """Put them into a circle, and go on at once; the book follows in the order of the keys."""
        people = self._meant()
        self._said.update(dict.fromkeys(people, circle))
        self._marks.clear()
        self._show_rows(self._next_open())
        self.refresh_bindings()
        self._writes = [write for write in self._writes if not write.is_finished]
        self._writes.append(self.app.run_worker(self._write(people, circle)))

    def action_nothing(self) -> None:
        """A digit that is for nobody does not lead to a place either."""

    async def _write(self, people: Sequence[str], circle: Circle) -> None:
        landed = self.rows.current
        await asyncio.sleep(PAINT_FIRST)
        changed = await self.swell.change(lambda: self.swell.desk.set_circles(people, circle))
        for one in people:
            if self._said.get(one) == circle:
                del self._said[one]
        if not self.is_attached:
            return
        if changed is None:  # the cursor goes back where nothing else was pressed since
            here = self.rows.current
            self._show_rows(people[0] if landed and here and here.id == landed.id else "")
        else:
            self.swell.tell(f"{self._named(people)}: {circle}", undoable=bool(changed))

    def _named(self, people: Sequence[str]) -> str:
        """Somebody by name, or several by how many they are."""
        known = self.swell.desk.book.contacts.get(people[0])
        if len(people) > 1 or known is None:
            return counted(len(people), "person", "people")
        return plain(cut(known.name, self.size.width // 2, self.swell.glyphs.more))

    def _next_open(self) -> str:
        """The row to go on with: this one or the first after it that is not sorted, else the end."""
        ahead = [one.id for one in self._portion.people[max(self.rows.cursor, 0) :]]
        left = self._open()
        return next((one for one in ahead if one in left), END)

    async def action_undo(self) -> None:
        """Take back the last step that was made since the page was opened, and go back to whom it was about."""
        await self._wait()
        before = self._circles()
        step = await self.swell.change(self._undo)
        if step is None:
            return
        after = self._circles()
        self._go_back_to([one for one in before if before[one] != after[one]])
        self.taken_back(step)

    def made_again(self, step: Step) -> None:
        """Go on to the next where those of the step are sorted again."""
        super().made_again(step)
        if self.rows.current is not None and self.rows.current.struck:
            self._show_rows(self._next_open())

    def _undo(self) -> Step:
        last = next((step for step in self.swell.desk.steps() if step.here and not step.undone), None)
        if last is None or datetime.fromisoformat(last.at) < self._opened:
            raise NotFoundError("Nothing was done on this page yet; U lists the steps before.")
        return self.swell.desk.undo()

    def _circles(self) -> dict[str, str]:
        return {one: self._circle(one) for one in self._everybody()}

    def _go_back_to(self, people: Collection[str]) -> None:
        """Put the cursor on the first of these, in the portion that offered them."""
        for portion in self._portions:
            for one in portion.people:
                if one.id in people:
                    self._go_to(portion)
                    self._show_rows(one.id)
                    return

    def action_portion(self) -> None:
        """Go on to the next portion."""
        shown = self._portions[self._at + 1 :]
        self._go_to(shown[0] if shown else self._next_portion())
        first = self._portion.people[0].id if self._portion.people else END
        self._show_rows(first)
        self._show_detail()
        self.refresh_bindings()

    def action_mark(self) -> None:
        """Mark the person under the cursor, or take the mark away, and go on; a range ends here."""
        here = self.person_in_view()
        if self._marks.follows:
            self.action_mark_range()
        elif here in self._open():
            self._marks.turn(here)
        self.rows.action_down()
        self._show_rows()

    def action_mark_range(self) -> None:
        """Begin a range here that follows the cursor, or end it here."""
        self._marks.turn_range(self._open(), self.person_in_view())
        self._show_rows()

    def action_mark_all(self) -> None:
        """Mark whoever of the portion is to be sorted still, or nobody."""
        self._marks.turn_all(self._open())
        self._show_rows()

    async def action_enough(self) -> None:
        """Clear the marks, else go back, and say how many were sorted and how many are left."""
        if self._marks:
            self._marks.clear()
            self._show_rows()
            return
        await self._wait()
        told = self._summary()
        self.swell.pop_screen()
        below = self.swell.frame
        below.call_later(lambda: below.tell(told))

    async def _wait(self) -> None:
        """Wait until everything that was said is in the book."""
        for write in self._writes:
            await write.wait()

    def _summary(self) -> str:
        done = sum(bool(circle) for circle in self._circles().values())
        if not done:
            return ""
        left = self._waiting()
        words = f"{counted(done, 'person', 'people')} sorted, "
        return words + (f"{left} left: O goes on with them" if left else "nobody is left")

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the person; from the end of the portion go on to the next."""
        message.stop()
        if message.row.id != END:
            if self.person_in_view():
                self.swell.open_person(message.row.id)
        elif self.check_action("portion", ()):
            self.action_portion()
        else:
            self.run_worker(self.action_enough())


def _in_short(why: str) -> str:
    """Why somebody comes here, beside their name."""
    return why.removeprefix("dealt with ")


def by_circle(circles: Iterable[str]) -> str:
    """How many went into each circle: `two inner, five close, one never`."""
    many = Counter(circles)
    return ", ".join(f"{number(many[circle])} {circle}" for circle in CIRCLES if many[circle])


def pace(circles: Iterable[str], settings: Settings) -> str:
    """How many people a week the circles of everybody ask for."""
    many = Counter(circles)
    week = sum(7 * many[circle] / days for circle, days in settings.cadences.items())
    if not week:
        return "Nobody is in a circle yet, so nobody is asked about."
    most = 7 * RHYTHM_A_DAY
    if week > most:
        return f"Your circles ask for {round(week)} people a week; a day brings {number(RHYTHM_A_DAY)} at most."
    return f"Your circles bring about {counted(max(1, round(week)), 'person', 'people')} a week."
