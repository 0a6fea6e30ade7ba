"""What the first paint of Today waits for: these modules, these widgets, and nothing more of Textual than any app."""

import re
import sys
from pathlib import Path

from tests.tui.desk_host import UNMATCHED, swell_on, write_sample
from tests.tui.real_terminal import ROOT, RealTerminal

MODULE = re.compile(r"import time: +\d+ \| +\d+ \| +([\w.]+)")
ONE_LABEL = ROOT / "benchmarks" / "stand_ins" / "one_label.py"
RUN = "from swell.__main__ import main; main()"
PACKAGES = ("cli", "domain", "store", "swell", "tui")
ON_TOP = {"gc", "json", "msgspec", "sysconfig", "sysconfigdata", "tinydb", "zoneinfo"}
"""What is imported on top of what an app with one label imports, our own packages apart."""
FIRST = {
    "cli": "app context count main output refreshing short streams words",
    "domain": """
        agreed book capture capture.lexicon capture.verbs dealings desk errors ids inbox inbox.birthdays
        inbox.conflicts inbox.day inbox.first inbox.follow_ups inbox.index inbox.item inbox.lot inbox.names
        inbox.proposals inbox.quiet inbox.rhythm inbox.score inbox.stale inbox.stepping inbox.steps inbox.thanks
        inbox.ties inbox.unfiled introducing lines model moment momentum momentum.brief momentum.halts momentum.kept
        momentum.recent pauses people ports settings text words
    """,
    "store": """
        atomic codec drafts elsewhere filed folders history kept_gauge kept_inbox lock migrations opening paths reader
        repository settings_file spool storage zone
    """,
    "swell": "__main__",
    "tui": """
        app bindings choices glyphs keyboard_bytes marks pair_drafts person_lines prompt screens screens.first
        screens.introducing screens.marking screens.person_actions screens.place screens.today screens.triage
        terminal_life text theme today_lines unfinished widgets widgets.gauge widgets.keys widgets.lineview
        widgets.one_line widgets.page widgets.rows widgets.shapes widgets.top
    """,
}
"""Our modules that the first paint waits for. Another one costs every start some of its time: import it where it is
used, as the bar is, or in `_settle` and `LATER` of tui/app.py, behind the paint."""
WIDGETS = 12
"""What is mounted at first; the bar and the lists that a key opens come when they are wanted, or at rest."""


def imported_until(words: str, argv: list[str], folder: Path) -> set[str]:
    """The modules that a program imports until these words are painted."""
    environment = {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "SWELL_FILE": str(folder / "book.json"),
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "PYTHONPROFILEIMPORTTIME": "1",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    }
    with RealTerminal(argv, environment) as terminal:
        terminal.wait_for(words)
    before, painted, _ = terminal.sent.decode(errors="replace").partition(words)
    assert painted
    return set(MODULE.findall(before))


def test_the_first_paint_waits_for_these_modules_alone(tmp_path: Path) -> None:
    write_sample(tmp_path / "book.json")
    found = imported_until("Momentum", [sys.executable, "-c", RUN], tmp_path)
    assert "tui.today_lines" in found
    allowed = {
        name for package, names in FIRST.items() for name in (package, *(f"{package}.{n}" for n in names.split()))
    }
    ours = {name for name in found if name.split(".")[0] in PACKAGES}
    assert ours - allowed == set()
    least = imported_until("ready", [sys.executable, str(ONE_LABEL)], tmp_path)
    on_top = {name.split(".")[0].strip("_").partition("_")[0] for name in found - ours - least}
    assert on_top - ON_TOP == set()
    assert {name for name in found - least if name.split(".")[0] in ("rich", "textual")} == set()


async def test_few_widgets_are_mounted_before_the_first_paint(tmp_path: Path) -> None:
    async with swell_on(write_sample(tmp_path / "book.json"), settings=UNMATCHED) as user:
        mounted = [type(widget).__name__ for widget in user.app.screen.query("*").exclude("CaptureBar, CaptureBar *")]
    assert len(mounted) <= WIDGETS, mounted
