"""`swell config`: each setting, its value, and whether the file says so."""

import os
from collections.abc import Iterator
from dataclasses import asdict

from cli.context import Context
from cli.output import say, say_json, say_row
from cli.usage import CommandParser
from domain.settings import EXAMPLE, Settings
from store.paths import settings_path
from store.settings_file import used_lines
from store.zone import machine_zone

SECTIONS = {
    "full": "momentum",
    "mode": "momentum",
    "aim": "momentum",
    "weights": "momentum",
    "cap": "inbox",
    "fresh_days": "inbox",
    "cadences": "inbox",
    "days_off": "inbox",
    "inbox_weights": "inbox",
    "synonyms": "matching",
    "languages": "matching",
    "matching_least": "matching",
}
"""The section of the file in which a setting stands, where it stands in one."""


TEMPLATE_SHOWN = 24
"""Letters of a text of several lines that are shown; --json has all."""


def run(context: Context, words: list[str]) -> int:
    """Print the settings, or with --example a commented file to begin with."""
    parser = CommandParser("config", "Each setting and where it comes from.")
    parser.add_argument("--example", action="store_true", help="print a commented file to begin with")
    options = parser.parse_args(words)
    if options.example:
        print(EXAMPLE, end="")
        return 0
    path = settings_path(context.environment)
    rows, lines = dict(_rows(context.settings)), used_lines(path)
    if options.json:
        named = {key: {"value": value, "line": lines.get(key)} for key, value in rows.items()}
        say_json({"file": path, "book": context.path, "settings": named})
        return 0
    say(f"book      {context.path}")
    say(f"settings  {path}" + ("" if os.path.exists(path) else "  (not there; swell config --example prints one)"))
    for key, value in rows.items():
        shown = _shown(value) or (f"{machine_zone(context.environment)}, the machine's" if key == "timezone" else "-")
        say_row((f"  {key}", 31), (shown, 24), rest=f"line {lines[key]}" if key in lines else "default")
    return 0


def _rows(settings: Settings) -> Iterator[tuple[str, object]]:
    """Each setting by the name that the file has for it."""
    for name, value in asdict(settings).items():
        section = SECTIONS.get(name)
        key = f"{section}.{name.removeprefix(f'{section}_')}" if section else name
        if isinstance(value, dict):
            yield from ((f"{key}.{each}", of_each) for each, of_each in value.items())
        else:
            yield key, value


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(one if isinstance(one, str) else " = ".join(one) for one in value)
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text if "\n" not in text else f"{text.splitlines()[0][: TEMPLATE_SHOWN - 1]}…"
