"""Introductions: a place with two tabs, two people who should know each other, and what you need yourself."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from domain.ports import Step
from tui.bindings import FOLLOW_UP, NOTE, command
from tui.screens.asks import AsksTab
from tui.screens.introductions_tab import IntroductionsTab
from tui.screens.person_actions import PersonActions
from tui.screens.tab import Tab
from tui.text import Span, Words, joined, line
from tui.widgets.one_line import OneLine
from tui.widgets.shapes import Sides

TURN = command("tab,shift+tab", "turn", "other tab", "Turn to the other tab", name="introductions.turn", show=False)
TABS: tuple[type[Tab], ...] = (IntroductionsTab, AsksTab)


class IntroductionsScreen(PersonActions):
    """The line of tabs above the one that is in sight."""

    PLACE = "introductions"
    FIRST_KEYS = tuple(dict.fromkeys(name for kind in TABS for name in kind.FIRST_KEYS))
    BINDINGS: ClassVar[list[BindingType]] = [TURN, NOTE, FOLLOW_UP]

    def __init__(self) -> None:
        super().__init__()
        self._tabs: tuple[Tab, ...] = ()
        self._at = 0

    @property
    def tab(self) -> Tab:
        """The tab that is in sight."""
        return self._tabs[self._at]

    def compose_body(self) -> Iterable[Widget]:
        """The line of tabs, and the first tab; another one is mounted when it is turned to."""
        self.headline = OneLine(glyphs=self.swell.glyphs)
        yield self.headline
        self._tabs = tuple(kind(self.swell.glyphs) for kind in TABS)
        yield self.tab

    def show(self) -> None:
        """Show the tab as the book is now."""
        self.tab.show()
        self._say_tabs()
        self._focus_unasked()

    def on_screen_resume(self) -> None:
        """Open the lists anew: what was dealt with is gone from them."""
        if self._seen >= 0:
            for tab in self._tabs:
                tab.begin()
            self._seen = -1
        super().on_screen_resume()

    def focus_body(self) -> None:
        """The list of the tab takes the keys."""
        self.tab.focus_body()

    def person_in_view(self) -> str:
        """Whom notes and follow-ups are about."""
        return self.tab.person_in_view() if self._tabs else ""

    def show_record(self, record: str) -> bool:
        """Put the cursor on an introduction or on an ask, in its tab; whether there is one."""
        for at in range(len(self._tabs)):
            if self._mounted(at).show_record(record):
                self._bring_up(at)
                self._say_tabs()
                self._focus_unasked()
                return True
        return False

    def on_tab_shown(self, message: Tab.Shown) -> None:
        """Count anew."""
        message.stop()
        self._say_tabs()

    def action_turn(self) -> None:
        """Turn to the other tab."""
        self._turn_to((self._at + 1) % len(self._tabs))

    def _turn_to(self, at: int) -> None:
        """Have that tab in sight, as the book is now."""
        if at != self._at:
            self._bring_up(at)
            self.tab.begin()
            self.show()

    def _mounted(self, at: int) -> Tab:
        """That tab, which has a screen."""
        tab = self._tabs[at]
        if not tab.is_attached:
            tab.display = False
            self.mount(tab, after=self._tabs[0])
            self.call_after_refresh(self._focus_unasked)  # what it consists of is there by then
        return tab

    def _focus_unasked(self) -> None:
        if not self.is_asking:
            self.focus_body()

    def _bring_up(self, at: int) -> None:
        """Have that tab in sight, as it stands."""
        self._at = at
        self._mounted(at)
        for tab in self._tabs:
            tab.display = tab is self.tab

    def taken_back(self, step: Step) -> None:
        """Put the cursor on the row that has come back."""
        super().taken_back(step)
        self.tab.taken_back()

    def made_again(self, step: Step) -> None:
        """Go on from the row that was dealt with again."""
        super().made_again(step)
        self.tab.made_again()

    def _say_tabs(self) -> None:
        glyphs = self.swell.glyphs
        names: list[Words] = [
            Span(f"{glyphs.here}{tab.TITLE}", "strong") if tab is self.tab else Span(f" {tab.TITLE}", "muted")
            for tab in self._tabs
        ]
        words = line(joined(names, Span("  ", "muted")), Span("   tab", "muted"))
        self.headline.shape = Sides(words, Span(self.tab.counts(), "muted"))
