"""`swell tree` and `swell week`: who led to whom and to what, and the week as Markdown."""

import os
import pty
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.cli.command_line import Swell

ROOT = Path(__file__).parents[2]


def test_the_tree_grows_by_what_is_captured(swell: Swell) -> None:
    assert swell("tree").lines[0] == "Nothing has grown yet. It grows by what you capture:"
    assert swell("tree", "--json").json == []
    assert not swell.book.exists()
    swell("add", "called", "@Ana")
    swell("add", "met @Joe via Ana")
    swell("add", "got a job lead from Joe")
    swell("add", "introduced Ana to Joe")
    assert swell("tree", "Ana").lines == [
        "Ana  (3 more)",
        "├─ Joe  (2 more)",
        "│  ├─ ← gave you a job lead, November 2026",
        "│  └─ → introduced to Ana, November 2026",
        "└─ → introduced to Joe, November 2026",
    ]
    assert swell("tree").lines == ["    3  Ana"]
    assert [(one["name"], one["under"]) for one in swell("tree", "--json").json] == [("Ana", 3)]
    lead = next(one for one in swell("log", "--json").json if one["kind"] == "lead")
    assert swell("tree", lead["id"], "--back").lines == [
        "← Joe: gave you a job lead, November 2026  (2 more)",
        "└─ Joe",
        "   └─ Ana",
    ]
    found = swell("tree", "Joe", "--back", "--json").json
    assert (found["name"], found["under"]) == ("Joe", 1)
    assert [one["name"] for one in found["steps"]] == ["Ana"]


def test_the_trees_of_the_sample(sample: Swell) -> None:
    lines = sample("tree").lines
    counts = [int(line[:5]) for line in lines if line[:5].strip().isdigit()]
    assert counts == sorted(counts, reverse=True)
    assert lines[0].endswith("Cara Weiss")
    assert len(sample("tree", "--limit", "3").lines) == 4
    cut = sample("tree", "Cara", "--limit", "5").lines
    assert (len(cut), cut[5][:9]) == (6, "and more:")
    whole = sample("tree", "Farid", "--limit", "500").lines
    assert sample("tree", "Farid", "--limit", str(len(whole))).lines == whole
    assert "and more" not in whole[-1]
    back = sample("tree", "--back")
    assert (back.status, back.out, back.err) == (1, "", "swell: Name somebody: swell tree --back NAME.\n")
    assert sample("tree", "Grace", "--back").lines[1].startswith("└─ Farid Karimi")
    answer = sample("tree", "nobody at all")
    assert (answer.status, answer.out) == (1, "")
    assert sample("tree", "Ana", "--limit", "none").status == 2


def test_the_tree_in_plain_ascii(swell: Swell) -> None:
    swell.settings.write_text("ascii = true\n", encoding="utf-8")
    swell("add", "met @Joe via @Ana")
    swell("add", "got a job lead from Joe")
    assert swell("tree", "Ana").lines == ["Ana  (2 more)", "`- Joe", "   `- <- gave you a job lead, November 2026"]
    assert swell("week").out.isascii()


def test_a_narrow_terminal_cuts_what_does_not_fit(sample: Swell) -> None:
    inner, outer = pty.openpty()
    environment = {**os.environ, "SWELL_FILE": str(sample.book), "TERM": "xterm"}
    subprocess.run(["stty", "cols", "40"], stdin=outer, check=True)
    done = subprocess.Popen(
        [sys.executable, "-m", "swell", "tree", "Cara", "--limit", "30"], cwd=ROOT, stdout=outer, env=environment
    )
    os.close(outer)
    told = b""
    while True:
        try:
            part = os.read(inner, 65536)
        except OSError:  # its other end is closed
            break
        if not part:
            break
        told += part
    assert done.wait() == 0
    os.close(inner)
    lines = told.decode().replace("\r", "").splitlines()
    assert len(lines) == 31
    assert lines[-1].startswith("and more: ")
    assert max(map(len, lines)) <= 40


def test_the_week_as_markdown(sample: Swell) -> None:
    text = sample("week").out
    assert text.startswith("# Week 47, 16 to 22 November 2026\n\nMomentum went from ")
    for heading in ("## Went out: ", "## Came back\n", "## Met and heard\n", "## Who waits\n", "## To ask next\n"):
        assert heading in text
    assert "- **Ana Lopez** you promised: the gym list (2 d late)" in text
    earlier = sample("week", "--back", "1").out
    assert earlier.startswith("# Week 46, 9 to 15 November 2026\n")
    assert earlier == sample("week", "--week", "2026-W46").out
    assert "## To ask next" not in earlier
    sample.settings.write_text('week_start = "sunday"\n', encoding="utf-8")
    assert sample("week").out.startswith("# Week 48, 22 to 28 November 2026\n")
    sample.settings.write_text('week_start = "someday"\n', encoding="utf-8")
    answer = sample("week")
    assert "week_start" in answer.err
    assert answer.out == text


def test_the_week_as_json(sample: Swell) -> None:
    found = sample("week", "--json").json
    assert (found["week"], found["first"], found["last"], found["running"]) == (
        "2026-W47", "2026-11-16", "2026-11-22", True,
    )  # fmt: skip
    assert {one["direction"] for one in found["went_out"]} <= {"gave", "mutual"}
    assert {one["direction"] for one in found["came_back"]} == {"got"}
    assert {"id", "people", "words", "note"} <= set(found["waits"][0])
    now = sample("momentum", "--json").json["gauge"]
    assert found["momentum"]["after"] == pytest.approx(now, abs=0.01)
    assert "balance" not in sample("week", "--json").out


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--week", "2026-W60"), 1),
        (("--week", "soon"), 1),
        (("--week", "2027-W01"), 1),
        (("--back", "-1"), 2),
        (("--back", "x"), 2),
        (("--back", "9999999"), 1),
        (("--back", "1", "--week", "2026-W46"), 2),
        (("monday",), 2),
    ],
)
def test_what_names_no_week_is_one_sentence(swell: Swell, words: tuple[str, ...], status: int) -> None:
    answer = swell("week", *words)
    assert (answer.status, answer.out) == (status, "")
    assert answer.err.count("\n") == 1
    assert answer.err.endswith(".\n")


def test_an_empty_week_is_kind(swell: Swell) -> None:
    assert swell("week").lines[2] == "Nothing has gone out yet; it starts with you."
    assert swell("week", "--back", "4000").lines[2] == "Nothing was written down."
    assert not swell.book.exists()


def test_what_is_printed_of_people_is_inert(swell: Swell) -> None:
    swell("add", "met @Zed\u202e via @Yan")
    swell("add", "got a \x1b[2Jlead from @Xen via @Yan")
    swell("add", "@Yan is looking for a \x1b]0;x\x07flat")
    for words in (("tree",), ("tree", "Yan"), ("tree", "Yan", "--json"), ("week",), ("week", "--json")):
        out = swell(*words).out.replace("\n", "")
        assert out
        assert all(unicodedata.category(letter) not in ("Cc", "Cf", "Cs") for letter in out), words
