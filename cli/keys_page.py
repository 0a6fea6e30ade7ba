"""Writes docs/keys.md from the bindings as they are declared: `python -m cli.keys_page [--check] PATH`."""

import sys
from dataclasses import replace

from cli.generated import write_or_check
from tui.commands import GROUPS
from tui.keymap import Entry
from tui.widgets.keys import key_name

HEAD = """# Keys

Every command of the app with its key and its id. Under `[keys]` in `config.toml` a command gets another key by its id:

```toml
[keys]
capture = "ctrl+n"
```

In a text field every printable key is text. A letter means one thing everywhere; where it has no meaning it does
nothing, and the line of keys does not show it.
"""


def page() -> str:
    """The whole page as Markdown."""
    parts = [HEAD]
    for group in GROUPS:
        rows = "\n".join(_row(entry) for entry in group.entries)
        parts.append(f"## {group.title}\n\n| key | command | id | what it does |\n|---|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def _row(entry: Entry) -> str:
    keys = " ".join(dict.fromkeys(f"`{key_name(replace(binding, key_display=None))}`" for binding in entry.bindings))
    return f"| {keys} | {entry.words} | `{entry.name}` | {entry.tooltip} |"


if __name__ == "__main__":
    raise SystemExit(write_or_check(page(), sys.argv[1:], __doc__))
