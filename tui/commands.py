"""Every command of the app by where it works: docs/keys.md and the check of a user's own keys are made from it."""

from collections.abc import Iterable

from tui.bindings import EVERYWHERE
from tui.keymap import Group, entries, own_bindings
from tui.screens.ledger import LedgerScreen
from tui.screens.momentum import MomentumScreen
from tui.screens.people import PeopleScreen, SearchField
from tui.screens.person import PersonScreen
from tui.screens.today import TodayScreen
from tui.widgets.capture_bar import LineInput
from tui.widgets.page import Page
from tui.widgets.rows import RowList

GROUPS = (
    Group("Everywhere", entries(EVERYWHERE)),
    Group("Lists", entries(own_bindings(RowList))),
    Group("Lines of text", entries(own_bindings(LineInput))),
    Group("The search field", entries(SearchField.BINDINGS)),
    Group("Pages to read", entries(own_bindings(Page))),
    Group("Today", entries(own_bindings(TodayScreen))),
    Group("People", entries(own_bindings(PeopleScreen))),
    Group("A person", entries(own_bindings(PersonScreen))),
    Group("Ledger", entries(own_bindings(LedgerScreen))),
    Group("Momentum", entries(own_bindings(MomentumScreen))),
)
"""What works where."""


def unknown(names: Iterable[str]) -> list[str]:
    """Those of the names that no command has as its id."""
    known = {entry.name for group in GROUPS for entry in group.entries}
    return [name for name in names if name not in known]
