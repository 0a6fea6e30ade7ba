"""The line on top: the places, or the title of a page, and the gauge."""

from collections.abc import Sequence
from typing import Unpack

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive

from tui.glyphs import UNICODE, Glyphs
from tui.text import Line, Span, Words, line, width_of
from tui.widgets.gauge import GaugeView, ShortGauge
from tui.widgets.lineview import LineView, Names


class Places(LineView):
    """The places with the open one marked; a title takes their stead."""

    DEFAULT_CSS = """
    Places { width: 1fr; height: 1; }
    """

    here: reactive[int] = reactive(0, repaint=False, init=False)
    """The open place, counted from 0."""
    title: reactive[Words] = reactive("", repaint=False, init=False)
    """Shown instead of the places where a page has a name of its own."""

    def __init__(self, names: Sequence[str], here: int = 0, *, glyphs: Glyphs = UNICODE) -> None:
        super().__init__(glyphs=glyphs)
        self._names = tuple(names)
        self.set_reactive(Places.here, here)

    def watch_here(self) -> None:
        """Draw what changed."""
        self.repaint()

    def watch_title(self) -> None:
        """Draw what changed."""
        self.repaint()

    def compose_line(self, _y: int, width: int) -> Line:
        """As much as there is room for: the program's name goes first, then the names of the other places."""
        if self.title:
            return line(" ", self.title)
        everything = line(Span(" Swell", "accent"), " ", self._places(named=True))
        if width_of(everything) <= width:
            return everything
        named = self._places(named=True)
        return named if width_of(named) <= width else self._places(named=False)

    def _places(self, named: bool) -> Line:
        parts: list[Words] = []
        for at, name in enumerate(self._names):
            here = at == self.here
            parts.append(Span(self.glyphs.here, "accent") if here else " ")
            label = f"{at + 1} {name}" if named or here else f"{at + 1}"
            parts.append(Span(label, "strong" if here else "muted"))
        return line(*parts)


class TopLine(Horizontal):
    """The places at the left and the gauge at the right, always in sight."""

    DEFAULT_CSS = """
    TopLine { height: 1; width: 1fr; }
    """

    def __init__(
        self,
        places: Sequence[str],
        here: int = 0,
        gauge: GaugeView | None = None,
        *,
        title: Words = "",
        glyphs: Glyphs = UNICODE,
        **names: Unpack[Names],
    ) -> None:
        super().__init__(**names)
        self.places_part = Places(places, here, glyphs=glyphs)
        """The left part."""
        self.places_part.set_reactive(Places.title, title)
        self.gauge_part = ShortGauge(glyphs=glyphs)
        """The right part."""
        self.gauge_part.set_reactive(ShortGauge.view, gauge or GaugeView())

    @property
    def gauge(self) -> GaugeView:
        """What the gauge shows."""
        return self.gauge_part.view

    @gauge.setter
    def gauge(self, view: GaugeView) -> None:
        self.gauge_part.view = view

    @property
    def title(self) -> Words:
        """The title that stands instead of the places; empty for the places."""
        return self.places_part.title

    @title.setter
    def title(self, title: Words) -> None:
        self.places_part.title = title

    def compose(self) -> ComposeResult:
        """The two parts."""
        yield self.places_part
        yield self.gauge_part
