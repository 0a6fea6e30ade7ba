"""`swell config`: each setting, its value, and whether the file says so."""

from dataclasses import asdict

from cli.context import Context
from cli.output import command_parser, say, say_json
from domain.settings import EXAMPLE, Settings
from store.paths import settings_path


def run(context: Context, words: list[str]) -> int:
    """Print the settings, or with --example a commented file to begin with."""
    parser = command_parser("config", "Each setting and where it comes from.")
    parser.add_argument("--example", action="store_true", help="print a commented file to begin with")
    options = parser.parse_args(words)
    if options.example:
        print(EXAMPLE, end="")
        return 0
    path = settings_path(context.environment)
    values, defaults = asdict(context.settings), asdict(Settings())
    if options.json:
        say_json({"file": path, "book": context.path, "settings": values})
        return 0
    say(f"book      {context.path}")
    say(f"settings  {path}")
    for name, value in values.items():
        where = "default" if value == defaults[name] else "your settings"
        say(f"  {name:<12} {_shown(value):<40}  {where}")
    return 0


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(
            f"{key} {each:g}" if isinstance(each, float | int) else f"{key} {each}" for key, each in value.items()
        )
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value) or "none"
