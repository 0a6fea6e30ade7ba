"""One tab of a place: a list with its pane, its keys, and what it counts."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import Container
from textual.message import Message

from tui.glyphs import Glyphs
from tui.screens.place import Frame

if TYPE_CHECKING:
    from tui.app import SwellApp


class Tab(Container):
    """A half of a place that is in sight by itself; a subclass composes a list and a pane, and declares its keys."""

    TITLE: ClassVar[str] = ""
    """What it is called on the line of tabs."""
    FIRST_KEYS: ClassVar[tuple[str, ...]] = ()
    """The ids of its keys to name first on the line of keys."""
    SCOPED_CSS = False
    """The width of the screen decides whether the pane stands below or beside."""
    DEFAULT_CSS = """
    Tab { layout: vertical; height: 1fr; }
    Tab > RowList { height: 53%; }
    Tab > Lines { height: 1fr; }
    Tab.-empty > RowList { height: 1fr; }
    Tab.-empty > Lines, Tab.-empty > Vertical { display: none; }
    .-wide Tab { layout: horizontal; }
    .-wide Tab > RowList { width: 3fr; height: 1fr; }
    .-wide Tab > Lines { width: 2fr; min-width: 46; margin-left: 1; }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        """A subclass makes its widgets here: it is shown before they are composed."""
        super().__init__()
        self.glyphs = glyphs
        """The characters to draw with."""

    class Shown(Message):
        """It shows another state of the book, so that it may count other things."""

    @property
    def frame(self) -> Frame:
        """The place around it."""
        return cast("Frame", self.screen)

    @property
    def swell(self) -> "SwellApp":
        """The app, by its own type."""
        return self.frame.swell

    def begin(self) -> None:
        """Begin the list anew: what was dealt with goes from it."""

    def show(self) -> None:
        """Show the book as it is now; what is in sight stays where it is."""
        raise NotImplementedError

    def show_record(self, record: str) -> bool:
        """Put the cursor on the row of a record; whether there is one."""
        raise NotImplementedError

    def taken_back(self) -> None:
        """What follows where a step was taken back with a key; the tab shows the book as it is."""

    def made_again(self) -> None:
        """What follows where a step was made again with a key."""

    def focus_body(self) -> None:
        """Its list takes the keys."""
        raise NotImplementedError

    def counts(self) -> str:
        """What there is to do and what is new, in a few words."""
        raise NotImplementedError

    def person_in_view(self) -> str:
        """The contact that notes and follow-ups are about; empty where there is none."""
        raise NotImplementedError
