"""Every command of the app by where it works: docs/keys.md and the check of a user's own keys are made from it."""

from collections.abc import Iterable

from tui.bindings import EVERYWHERE, HELP_OTHER
from tui.keymap import Group, entries, own_bindings
from tui.screens.asks import AsksTab
from tui.screens.entry import Choices, EntryScreen
from tui.screens.five import FiveScreen, NameField
from tui.screens.gives import GivesScreen
from tui.screens.introductions import IntroductionsScreen
from tui.screens.introductions_tab import IntroductionsTab
from tui.screens.ledger import LedgerScreen
from tui.screens.many import ManyScreen
from tui.screens.momentum import MomentumScreen
from tui.screens.people import PeopleScreen, SearchField
from tui.screens.person import PersonScreen
from tui.screens.review import ReviewScreen
from tui.screens.rhythm import RhythmScreen
from tui.screens.sort import SortScreen
from tui.screens.today import TodayScreen
from tui.screens.tree import TreeRows, TreeScreen
from tui.screens.unfiled import UnfiledScreen
from tui.screens.week import WeekRows, WeekScreen
from tui.widgets.line_input import LineInput
from tui.widgets.page import Page
from tui.widgets.rows import RowList

GROUPS = (
    Group("Everywhere", entries(EVERYWHERE)),
    Group("Lists", entries(own_bindings(RowList))),
    Group("Lines of text", entries(own_bindings(LineInput))),
    Group("The search field", entries(SearchField.BINDINGS)),
    Group("Pages to read", entries(own_bindings(Page))),
    Group("The page of keys", entries((HELP_OTHER,))),
    Group("Today", entries(own_bindings(TodayScreen))),
    Group("I have minutes", entries(own_bindings(GivesScreen))),
    Group("Review", entries(own_bindings(ReviewScreen))),
    Group("People", entries(own_bindings(PeopleScreen))),
    Group("A person", entries(own_bindings(PersonScreen))),
    Group("Introductions", entries([*own_bindings(IntroductionsScreen), *own_bindings(IntroductionsTab)])),
    Group("Asks", entries(own_bindings(AsksTab))),
    Group("Ledger", entries(own_bindings(LedgerScreen))),
    Group("An entry", entries([*Choices.BINDINGS, *own_bindings(EntryScreen)])),
    Group("The tree", entries([*TreeRows.BINDINGS, *own_bindings(TreeScreen)])),
    Group("The week", entries([*WeekRows.BINDINGS, *own_bindings(WeekScreen)])),
    Group("Momentum", entries(own_bindings(MomentumScreen))),
    Group("Your rhythm", entries(own_bindings(RhythmScreen))),
    Group("Sort people", entries(own_bindings(SortScreen))),
    Group("After a first import", entries([*NameField.BINDINGS, *own_bindings(FiveScreen)])),
    Group("Capture many", entries(own_bindings(ManyScreen))),
    Group("To be filed", entries(own_bindings(UnfiledScreen))),
)
"""What works where."""


def unknown(names: Iterable[str]) -> list[str]:
    """Those of the names that no command has as its id."""
    known = {entry.name for group in GROUPS for entry in group.entries}
    return [name for name in names if name not in known]
