"""`swell capture`: the hotkey prompt; one line, understood as it is typed, kept on enter, gone."""

import sys

from cli.context import Context
from cli.prompt.asked import Asked
from cli.prompt.keeping import put_into_spool, without_marks_alone
from cli.prompt.leaving import file_and_say, say_lost
from cli.prompt.looks import looks
from cli.prompt.start import open_prompt
from cli.prompt.terminal import can_show
from cli.words import UsageError
from store.paths import settings_path

HELP = """\
usage: swell capture [--many] [--hide] [TEXT…]

Open a prompt for one line, which is understood as it is typed. Enter keeps it
and leaves; esc leaves and keeps it as a draft. TEXT is what it begins with.

  --many  stay open: enter goes on with the next line, enter on an empty line
          keeps them all; a line of marks alone (tag:meetup when:fri) holds for
          the lines after it
  --hide  show people by their initials
  --      what follows is text, whatever it looks like

keys:
  tab, shift+tab  complete a name, a tag, a date; choose who is meant
  up, down        earlier lines and drafts; while something is offered, that
  ctrl+t          the word under the cursor as plain text, and back
  ctrl+g          the line in your editor
  ctrl+u w k a e  as in a shell

Bind it to a key of your desktop or of tmux; docs/hotkeys.md shows how. Several
lines that are pasted become several captures, shown before they are kept."""

NO_TERMINAL = "the prompt needs a terminal to be typed in; pipe lines into swell add -, or write swell add TEXT"


def run(context: Context, words: list[str]) -> int:
    """Open the prompt, or read from a terminal that cannot be drawn on; raises UsageError where there is none."""
    asked = Asked(context.path, words)
    if asked.help:
        print(HELP)
        return 0
    if not can_show():
        raise UsageError(NO_TERMINAL)
    if context.environment.get("TERM", "dumb") == "dumb":
        return _read_plainly(context, asked)
    return open_prompt(asked)


def _read_plainly(context: Context, asked: Asked) -> int:
    """Take lines as the terminal edits them: one, or with --many all up to an empty one."""
    lines: list[str] = []
    begun = asked.text()
    while asked.many or not lines:
        sys.stdout.write(f"> {begun}")
        sys.stdout.flush()
        typed = sys.stdin.buffer.readline()
        line = begun + typed.decode("utf-8", "replace").rstrip("\r\n")
        begun = ""
        if line.strip():
            lines.append(line)
        if not line.strip() or not typed.endswith(b"\n"):
            break
    lines = without_marks_alone(lines) if asked.many else lines
    if not lines:
        return 0
    try:
        keys = put_into_spool(context.path, lines)
    except OSError as error:
        say_lost(context.path, error, lines, waits=False)
        return 1
    file_and_say(asked, keys, looks(context.environment, settings_path(context.environment)))
    return 0
