"""`swell import FILE…`: people from address files, told by content; one undo takes all of it back."""

import os

from cli.context import Context
from cli.output import complain, say, say_json
from cli.usage import CommandParser
from domain.importing import ImportReport, import_people, plan
from store.formats.reading import read_file


def run(context: Context, words: list[str]) -> int:
    """Import the files as one step, or with --dry-run say what it would do."""
    parser = CommandParser("import", "Bring people in from LinkedIn, Google, Outlook or vCard files.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="an export; a LinkedIn zip is opened")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and change nothing")
    options = parser.parse_args(words)
    sheets = [read_file(os.path.expanduser(path)) for path in options.files]
    cards = [card for sheet in sheets for card in sheet.cards]
    problems = [problem for sheet in sheets for problem in sheet.problems]
    if options.dry_run:
        report = plan(context.repository.book(), cards, context.settings, problems).report
    else:
        report = context.repository.apply(import_people(cards, problems, context.settings, context.ids))
    if options.json:
        say_json(_json(report))
    else:
        _print(report, dry_run=options.dry_run)
    return 0


def _print(report: ImportReport, *, dry_run: bool) -> None:
    counts = (
        f"{report.created} new, {report.updated} added to, {report.unchanged} unchanged, "
        f"{report.ambiguous} ambiguous, {report.skipped} skipped"
    )
    say(f"It would be {counts}; nothing was changed." if dry_run else f"{counts}.")
    for problem in report.problems:
        complain(f"{problem.file}, line {problem.line}: {problem.reason}")
    if report.created and not dry_run:
        say("None of them will nag you: put those you care for into a circle. swell undo takes it all back.")


def _json(report: ImportReport) -> dict[str, object]:
    return {
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "ambiguous": report.ambiguous,
        "skipped": report.skipped,
        "problems": [{"file": one.file, "line": one.line, "reason": one.reason} for one in report.problems],
    }
