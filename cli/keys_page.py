"""Writes docs/keys.md from the bindings as they are declared: `python -m cli.keys_page [--check] PATH`."""

import argparse
import sys
from pathlib import Path

from textual.dom import DOMNode

from tui.app import SwellApp
from tui.keymap import Entry, entries, own_bindings
from tui.screens.ledger import LedgerScreen
from tui.screens.momentum import MomentumScreen
from tui.screens.people import PeopleScreen
from tui.screens.person import PersonScreen
from tui.screens.today import TodayScreen
from tui.widgets.capture_bar import LineInput
from tui.widgets.keys import key_name
from tui.widgets.page import Page
from tui.widgets.rows import RowList

HEAD = """# Keys

Every command of the app with its key and its id. Under `[keys]` in `config.toml` a command gets another key by its id:

```toml
[keys]
capture = "ctrl+n"
```

In a text field every printable key is text. A letter means one thing everywhere; where it has no meaning it does
nothing, and the line of keys does not show it.
"""

GROUPS: tuple[tuple[str, type[DOMNode]], ...] = (
    ("Everywhere", SwellApp),
    ("Lists", RowList),
    ("Lines of text", LineInput),
    ("Pages to read", Page),
    ("Today", TodayScreen),
    ("People", PeopleScreen),
    ("A person", PersonScreen),
    ("Ledger", LedgerScreen),
    ("Momentum", MomentumScreen),
)


def main(words: list[str]) -> int:
    """Write the page, or with --check say whether it is as it would be written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(words)
    text = page()
    if not options.check:
        options.path.write_text(text, encoding="utf-8")
        return 0
    if options.path.exists() and options.path.read_text(encoding="utf-8") == text:
        return 0
    print(f"{options.path} is stale: make docs writes it again.", file=sys.stderr)
    return 1


def page() -> str:
    """The whole page as Markdown."""
    parts = [HEAD]
    for title, kind in GROUPS:
        rows = "\n".join(_row(entry) for entry in entries(own_bindings(kind)))
        parts.append(f"## {title}\n\n| key | command | id | what it does |\n|---|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def _row(entry: Entry) -> str:
    keys = " ".join(f"`{key_name(binding)}`" for binding in entry.bindings)
    return f"| {keys} | {entry.words} | `{entry.name}` | {entry.tooltip} |"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
