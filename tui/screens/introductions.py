"""Introductions: those that the book holds, and what this place is going to be."""

from collections.abc import Iterable

from textual.widget import Widget

from domain.inbox.names import full_name
from domain.model import Introduction, Stage
from domain.words import iso, short_date
from tui.screens.place import Frame
from tui.text import Span, Words
from tui.widgets.rows import Row, RowList, heading, note
from tui.widgets.shapes import Cells, Column

COLUMNS = (Column(width=31), Column(), Column(width=10), Column(width=12, align="right", drop=1))
STAGE_WORDS: dict[Stage, str] = {
    "idea": "idea",
    "asked_a": "asked one",
    "asked_b": "asked both",
    "made": "made",
    "outcome": "outcome",
    "thanked": "thanked",
    "declined": "declined",
}
UNDER_WAY: tuple[Stage, ...] = ("idea", "asked_a", "asked_b", "made")
TO_COME = (
    "Two people who should know each other are the best thing you can give.",
    "",
    "What you capture arrives here:",
    "  intro Ana to Ben re studio space        an idea, with a step in the inbox",
    "  introduced Ana to Ben                   made, and four points for it",
    "",
    "Swell does not suggest pairs yet, and drafts no words.",
    "Both will be here.",
)


class IntroductionsScreen(Frame):
    """Who was introduced to whom."""

    PLACE = "introductions"

    def compose_body(self) -> Iterable[Widget]:
        """The list."""
        self.rows = RowList(glyphs=self.swell.glyphs)
        yield self.rows

    def show(self) -> None:
        """Under way first, then done, then what will come."""
        known = sorted(self.swell.desk.book.introductions.values(), key=lambda one: (one.since, one.id), reverse=True)
        rows: list[Row] = []
        for title, found in (
            ("under way", [one for one in known if one.stage in UNDER_WAY]),
            ("done", [one for one in known if one.stage not in UNDER_WAY]),
        ):
            if found:
                rows.extend((heading(title), *map(self._row, found)))
        rows.append(note(""))
        rows.extend(note(Span(f"  {words}", "muted")) for words in TO_COME)
        self.rows.set_rows(rows)
        self.focus_body()

    def focus_body(self) -> None:
        """The list takes the keys."""
        if not self.bar_is_open:
            self.rows.focus()

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the first of the two."""
        message.stop()
        found = self.swell.desk.book.introductions.get(message.row.id)
        if found is not None and found.a in self.swell.desk.book.contacts:
            self.swell.open_person(found.a)

    def _row(self, one: Introduction) -> Row:
        desk = self.swell.desk
        pair = f" {self.swell.glyphs.both} ".join(full_name(person, desk.book.contacts) for person in (one.a, one.b))
        day = iso(one.since)
        stage: Words = one.outcome if one.stage == "outcome" and one.outcome else STAGE_WORDS[one.stage]
        when = Span(short_date(day, desk.moment().today) if day else "", "muted")
        return Row(one.id, Cells(COLUMNS, (pair, one.reason, Span(str(stage), "muted"), when)))
