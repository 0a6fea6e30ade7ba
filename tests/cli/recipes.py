"""The blocks and tables of docs/hotkeys.md, for the tests that try them."""

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "hotkeys.md").read_text(encoding="utf-8")

STUB = """\
#!/bin/sh
# stands in for swell: says how it was called, in what window, and what came in
echo "$@" >> "$SEEN"
[ -t 0 ] && stty size >> "$SEEN" || cat >> "$SEEN"
"""


def blocks(heading: str, language: str) -> list[str]:
    """The fenced blocks of a language under a heading."""
    after = re.split(rf"^##+ {re.escape(heading)}\n", TEXT, maxsplit=1, flags=re.MULTILINE)[1]
    section = re.split(r"^##+ ", after, maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(rf"^```{language}\n(.*?)^```$", section, flags=re.MULTILINE | re.DOTALL)


def rows(heading: str) -> list[tuple[str, str, str]]:
    """The rows of the table under a heading: what is typed in Swell, what in a shell, and why."""
    after = TEXT.partition(f"# {heading}\n")[2].partition("\n\n#")[0]
    return [(typed, shell, why) for typed, shell, why in re.findall(r"^\| `(.*?)` \| `(.*?)` \| (.*) \|$", after, re.M)]


def path_with(folder: Path, script: str) -> dict[str, str]:
    """An environment in which `swell` is this script."""
    stub = folder / "bin" / "swell"
    stub.parent.mkdir()
    stub.write_text(script)
    stub.chmod(0o755)
    return {
        "PATH": f"{stub.parent}:{os.environ['PATH']}",
        "HOME": str(folder),
        "SEEN": str(folder / "seen"),
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
    }


REAL = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m swell "$@"\n'
"""Swell itself, as a command."""
