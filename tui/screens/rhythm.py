"""The rhythm: mode, aim, full and weights on trial with what they would change, what to write for them; and pauses."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widget import Widget

from domain.model import KINDS, Kind, Pause
from domain.momentum.ahead import maintenance
from domain.momentum.running import MOST_PAUSED, paused_days
from domain.momentum.trial import Trial, to_write, with_aim, with_full, with_mode, with_weight
from domain.pauses import lies_in
from domain.settings import Settings
from domain.words import counted, dated, iso
from tui.bindings import PAGE_BACK, command
from tui.screens.place import REST, Frame
from tui.text import Span, line, wrapped
from tui.widgets.page import Lines
from tui.widgets.rows import Row, RowList, heading
from tui.widgets.shapes import Cells, Column, Rule, Shape

COLUMNS: Final = (Column(width=16), Column(width=12, align="right"), Column(gap=3))
TOLD_LINES: Final = 8
"""Lines for what a change would do."""
FILE: Final = "config.toml"


class RhythmScreen(Frame):
    """Settings on trial; nothing of them is kept here, since settings are read from a file of yours."""

    FIRST_KEYS = ("rhythm.more", "rhythm.open", "rhythm.copy")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "alter(1)", "more", id="rhythm.more", tooltip="More of it, on trial", key_display="+ -"),
        Binding("minus", "alter(-1)", "less", show=False, id="rhythm.less", tooltip="Less of it, on trial"),
        command("enter", "open", "pause", "Set a pause, or end the one that runs", name="rhythm.open"),
        command("y", "copy", "copy", "Copy the lines for your settings", name="rhythm.copy"),
        PAGE_BACK,
    ]

    def __init__(self) -> None:
        super().__init__(Span("Your rhythm", "strong"))
        self._tried: Settings | None = None
        self._resting: Timer | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The settings, and what they would do."""
        self.rows = RowList(openable=False, glyphs=self.swell.glyphs)
        self.told = Lines(glyphs=self.swell.glyphs)
        self.told.styles.height = TOLD_LINES
        yield self.rows
        yield self.told

    def show(self) -> None:
        """The settings as they are on trial."""
        self._show_rows()
        self._show_told()
        if not self.bar_is_open:
            self.focus_body()

    def focus_body(self) -> None:
        """The list takes the keys."""
        self.rows.focus()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """A pause is set on its own row; what stands on the others is altered; lines are copied where there are any."""
        on_pause = self.rows.current is not None and self.rows.current.id == "pause"
        if action == "open":
            return on_pause
        if action == "alter":
            return not on_pause
        if action == "copy":
            return bool(to_write(self.swell.desk.settings, self.tried))
        return True

    @property
    def tried(self) -> Settings:
        """The settings on trial."""
        return self._tried or self.swell.desk.settings

    def _show_rows(self) -> None:
        held, tried = self.swell.desk.settings, self.tried
        rows = [
            self._row("mode", tried.mode, tried.mode != held.mode, "moves the aim, never the number"),
            self._row("aim", f"{tried.aim:g}", tried.aim != held.aim, "a mark on the gauge"),
            self._row("full", f"{tried.full:g}", tried.full != held.full, "points a week that make 100"),
            self._row("pause", *self._pauses()),
            heading("points for each kind of giving"),
        ]
        for kind in KINDS[:-1]:
            weight, before = tried.weights[kind], held.weights[kind]
            rows.append(self._row(kind, f"{weight:g}", weight != before, f"{before:g} now" if weight != before else ""))
        self.rows.set_rows(rows)

    def _row(self, name: str, value: str, changed: bool, aside: str) -> Row:
        shown = Span(value, "accent" if changed else "text")
        return Row(name, Cells(COLUMNS, (name, shown, Span(self.swell.glyphs.own(aside), "muted"))))

    def _pauses(self) -> tuple[str, bool, str]:
        """What is said of pauses: the value, whether one runs, what is known of others."""
        today = self.swell.desk.moment().today
        pauses = self.swell.desk.book.pauses.values()
        spent = sum(day.year == today.year for day in paused_days(pauses))
        aside = f"{spent} of {MOST_PAUSED} days in {today.year}"
        running = next((one for one in pauses if lies_in(one, today)), None)
        if running is not None:
            return "on", True, f"until {_last_day(running, today)}; enter ends it; {aside}"
        coming = sorted((one for one in pauses if one.first[:10] > today.isoformat()), key=lambda one: one.first)
        if coming and (first := iso(coming[0].first)) is not None:
            return "planned", False, f"{dated(first, today)} to {_last_day(coming[0], today)}; {aside}"
        return "none", False, f"enter sets one; {aside}"

    def _show_told(self) -> None:
        desk = self.swell.desk
        lines: list[Shape] = [Rule(Span("what that would change", "muted"))]
        if self._tried is None:
            gauge, settings = desk.gauge(), desk.settings
            held = maintenance(gauge, gauge.aim, desk.moment().today, settings.weights).sentence
            lines += self._wrapped(f"{held[:1].upper()}{held[1:]}.")
            lines += self._muted(f"+ and - try other values. What holds stands in {FILE}, which Swell only reads.")
        else:
            lines += self._told_of(desk.trial(self._tried), self._tried)
        self.told.lines = lines

    def _told_of(self, found: Trial, tried: Settings) -> Iterable[Shape]:
        desk = self.swell.desk
        yield from self._wrapped(f"{found.sentence}.")
        held = maintenance(found.tried, tried.aim, desk.moment().today, tried.weights).sentence
        yield from self._wrapped(f"{held[:1].upper()}{held[1:]}.")
        written = to_write(desk.settings, tried)
        if written:
            yield line(Span(f"In {FILE}, y copies it:  ", "muted"), Span("  ".join(written), "accent"))
        else:
            yield Span("That is as it is set.", "muted")

    def _wrapped(self, words: str) -> list[str]:
        return wrapped(words, self.size.width - 2)

    def _muted(self, words: str) -> list[Span]:
        return [Span(part, "muted") for part in self._wrapped(words)]

    def action_alter(self, step: int) -> None:
        """Try another value; what it would change is worked out when the key rests."""
        row = self.rows.current
        if row is None:
            return
        alter = self._alter(row.id)
        if alter is None:
            return
        tried = alter(self.tried, step)
        self._tried = None if tried == self.swell.desk.settings else tried
        self._show_rows()
        self.refresh_bindings()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._show_told)

    def _alter(self, name: str) -> "Callable[[Settings, int], Settings] | None":
        """What changes the setting of a row."""
        kind: Kind | None = next((kind for kind in KINDS[:-1] if kind == name), None)
        if kind is not None:
            return lambda settings, step: with_weight(settings, kind, step)
        return {"mode": with_mode, "aim": with_aim, "full": with_full}.get(name)

    async def action_open(self) -> None:
        """Set a pause, or end the one that runs."""
        from tui.pausing import end_pause, is_paused, pause

        await (end_pause(self.swell) if is_paused(self.swell) else pause(self.swell))

    def action_copy(self) -> None:
        """Send the lines for the settings to the terminal's clipboard."""
        lines = to_write(self.swell.desk.settings, self.tried)
        self.app.copy_to_clipboard("\n".join(lines) + "\n")
        self.swell.tell(f"sent to the terminal: {counted(len(lines), 'line')} for {FILE}")


def _last_day(pause: Pause, today: date) -> str:
    last = iso(pause.last)
    return dated(last, today) if last is not None else pause.last
