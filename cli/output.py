"""What the command line prints: clean text for people, ASCII-safe JSON for programs."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from domain.text import clean


def say(line: str = "") -> None:
    """Print one line, with nothing in it that a terminal would obey."""
    sys.stdout.write(_printable(clean(line), sys.stdout.encoding) + "\n")


def complain(line: str) -> None:
    """Print one line for the person at the terminal, apart from the output."""
    sys.stderr.write(_printable(f"swell: {clean(line)}", sys.stderr.encoding) + "\n")


def say_json(value: Any) -> None:
    """Print a value as JSON in which everything but plain ASCII is escaped."""
    sys.stdout.write(json.dumps(value, ensure_ascii=True, indent=2).replace("\x7f", "\\u007f") + "\n")


def command_parser(command: str, does: str, **more: Any) -> ArgumentParser:
    """The parser of one command, with `--json` on it."""
    parser = ArgumentParser(prog=f"swell {command}", description=does, allow_abbrev=False, **more)
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _printable(text: str, encoding: str | None) -> str:
    return text.encode(encoding or "utf-8", "replace").decode(encoding or "utf-8", "replace")
