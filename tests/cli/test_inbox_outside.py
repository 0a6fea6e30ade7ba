"""Reminders outside of the app: the count kept for prompts, lines for mails, and triage by key."""

import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from cli import refreshing
from cli.app import FilesOnDisk, KeptOnDisk
from cli.context import Context
from cli.count import at_once
from cli.refreshing import settle_apart
from domain.desk import Desk
from store.kept_inbox import kept_path, read_counts
from store.lock import locked
from store.spool import deliver
from tests.architecture.test_imports import modules_of
from tests.cli.command_line import Swell
from tests.cli.recipes import REAL, path_with
from tests.cli.shapes import ITEM, misfits

PATIENCE = 30.0
"""Seconds to wait for what takes one on a machine at rest."""


@pytest.fixture
def roomy(sample: Swell) -> Swell:
    """The sample book, and a day that has room for all that comes up."""
    sample.settings.write_text("[inbox]\ncap = 1000\n")
    return sample


def prompt(swell: Swell, capsys: pytest.CaptureFixture[str]) -> str:
    """What `swell inbox --count` prints, as the launcher has it: from what was kept, else from the book."""
    capsys.readouterr()
    if at_once(["inbox", "--count"]) is None:
        return swell("inbox", "--count").out
    return capsys.readouterr().out


def derived(swell: Swell) -> str:
    """The same from the book alone."""
    told = swell("inbox", "--count", "--json").json
    return f"{told['today']} ! {told['warning']}\n" if told["warning"] else f"{told['today']}\n"


def kept_file(swell: Swell) -> Path:
    return Path(kept_path(str(swell.book)))


def key_of(swell: Swell, source: str) -> str:
    """The key of the first item of a source."""
    return next(one["key"] for one in swell("inbox", "--all", "--json").json if one["source"] == source)


def test_the_count_of_sixty_days_is_as_the_book_has_it(sample: Swell, capsys: pytest.CaptureFixture[str]) -> None:
    sample("inbox", "--count")
    seen = set()
    for day in range(60):
        if day == 4:
            sample("snooze", key_of(sample, "waiting"), "6d")
        if day == 9:
            sample("done", key_of(sample, "promise"))
        if day == 20:
            sample("add", "promised @Ana the book", "+5")
        if day == 33:
            sample("undo")
        looks = (0, 7.5, 14.9) if day % 4 == 0 else (7.5,)
        for hours in looks:
            sample.later(hours=hours)
            if sample.apart:  # what the process apart would have done meanwhile
                sample("inbox", "--keep")
                sample.apart = 0
            line = prompt(sample, capsys)
            kept = kept_file(sample).read_bytes()
            assert line == derived(sample), sample.now
            kept_file(sample).write_bytes(kept)
            seen.add(line)
        sample.later(hours=24 - sum(looks))
    assert len(seen) > 5
    assert any("three weeks" in line for line in seen)


def test_the_prompt_reads_what_was_kept_and_not_the_book(sample: Swell, capsys: pytest.CaptureFixture[str]) -> None:
    right = prompt(sample, capsys)
    kept = kept_file(sample)
    assert kept.stat().st_mode & 0o777 == 0o600
    kept.write_text(kept.read_text().replace(f" {right}", " 99\n"))
    assert prompt(sample, capsys) == "99\n"


def test_a_change_by_somebody_else_is_told_once_it_is_worked_out(
    roomy: Swell, capsys: pytest.CaptureFixture[str]
) -> None:
    before = prompt(roomy, capsys)
    roomy("inbox", "--keep")
    roomy.apart = 0
    assert prompt(roomy, capsys) == before
    assert roomy.apart == 0
    text = roomy.book.read_text(encoding="utf-8")
    other = text.replace('"due":"2026-12-', '"due":"2026-10-').replace('"due":"2027-', '"due":"2026-')
    assert other != text
    roomy.book.write_text(other, encoding="utf-8")
    assert prompt(roomy, capsys) == before
    assert roomy.apart == 1
    roomy("inbox", "--keep")
    assert prompt(roomy, capsys) == derived(roomy) != before


@pytest.mark.parametrize("words", [("add", "called @Ana"), ("undo",), ("snooze", "promise", "fri")])
def test_every_command_that_changes_the_book_has_the_count_worked_out(sample: Swell, words: tuple[str, ...]) -> None:
    sample("inbox", "--count")
    sample("inbox", "--keep")
    sample.apart = 0
    if words[0] == "snooze":
        words = (words[0], key_of(sample, words[1]), words[2])
    assert sample(*words).status == 0
    assert sample.apart == 1


def test_who_never_asked_for_the_count_pays_nothing(sample: Swell) -> None:
    sample("add", "called @Ana")
    sample("inbox")
    sample("inbox", "--due")
    sample("done", key_of(sample, "promise"))
    assert sample.apart == 0
    assert not kept_file(sample).exists()


def test_done_and_snooze_keep_the_count_themselves(sample: Swell, capsys: pytest.CaptureFixture[str]) -> None:
    before = int(prompt(sample, capsys))
    sample("snooze", key_of(sample, "waiting"), "fri")
    assert prompt(sample, capsys) == derived(sample) == f"{before - 1}\n"
    sample("done", key_of(sample, "promise"))
    assert prompt(sample, capsys) == derived(sample) == f"{before - 2}\n"


def find_matches(desk: Desk) -> None:
    """What the app does behind its first paint, and after midnight."""
    for _ in desk.prepare_matches():
        pass


def test_a_match_is_counted_and_triaged_by_its_key(sample: Swell, capsys: pytest.CaptureFixture[str]) -> None:
    found = sample("inbox", "--json").json
    match = next(one for one in found if one["source"] == "match")
    assert (len(match["people"]), match["key"].count(":")) == (2, 2)
    assert prompt(sample, capsys) == f"{len(found)}\n"
    assert sample("snooze", match["short_key"], "2w").status == 0
    assert prompt(sample, capsys) == f"{len(found) - 1}\n" == derived(sample)
    sample("undo")
    assert "not these two" in sample("drop", match["key"]).out
    sample("undo")
    told = sample("done", match["key"], "--json").json
    assert [one["stage"] for one in told["made"] if one["type"] == "introduction"] == ["made"]
    assert match["key"] not in [one["key"] for one in sample("inbox", "--all", "--json").json]
    sample("undo")
    assert next(one["key"] for one in sample("inbox", "--json").json if one["source"] == "match") == match["key"]


def test_the_app_keeps_the_count_while_it_is_open(sample: Swell, capsys: pytest.CaptureFixture[str]) -> None:
    before = int(prompt(sample, capsys))
    context = Context(None, origin="swell")
    desk = Desk(context.repository, context.settings, context.moment, context.ids, FilesOnDisk(str(sample.folder)))
    kept = KeptOnDisk(context, desk)
    desk.snooze(desk.inbox().today[0], sample.now.date() + timedelta(days=2))
    desk.catch_up()
    kept.write(desk.momentum().brief(desk.moment()))  # without the matches, which the count has
    counts = read_counts(str(sample.book))
    assert counts is not None
    assert counts.at(sample.now.timestamp()) == f"{before}"
    find_matches(desk)
    kept.write(desk.momentum().brief(desk.moment()))
    sample.apart = 0
    assert prompt(sample, capsys) == f"{before - 1}\n" == derived(sample)
    sample.later(days=1)
    find_matches(desk)
    kept.write(desk.momentum().brief(desk.moment()))
    assert at_once(["inbox", "--count"]) == 0
    assert capsys.readouterr().out == derived(sample)


def test_a_line_that_waits_in_the_spool_is_counted_soon(roomy: Swell, capsys: pytest.CaptureFixture[str]) -> None:
    before = int(prompt(roomy, capsys))
    roomy("inbox", "--keep")
    roomy.apart = 0
    key = f"{int(roomy.now.timestamp() * 1000):013d}000000001"
    deliver(str(roomy.book), key, "promised @Ana the deck today", at=roomy.now.isoformat(), origin="a hotkey")
    assert prompt(roomy, capsys) == f"{before}\n"
    assert roomy.apart == 1
    roomy("inbox", "--keep")
    assert prompt(roomy, capsys) == f"{before + 1}\n"


def test_changed_settings_and_another_zone_make_the_count_stale(
    sample: Swell, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.settings.write_text("[inbox]\ncap = 3\n")
    few = prompt(sample, capsys)
    sample("inbox", "--keep")
    sample.apart = 0
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert prompt(sample, capsys) == few
    assert sample.apart == 1
    sample("inbox", "--keep")
    sample.apart = 0
    assert prompt(sample, capsys) == derived(sample)
    sample.settings.write_text('timezone = "America/Havana"\n')
    sample.apart = 0
    prompt(sample, capsys)
    assert sample.apart == 1
    sample("inbox", "--keep")
    sample.apart = 0
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    line = prompt(sample, capsys)
    assert sample.apart == 0  # the zone of your day is named, so that of the machine is no matter
    assert line == derived(sample)


def test_a_clock_that_goes_backwards_and_one_that_jumps_ahead(
    sample: Swell, capsys: pytest.CaptureFixture[str]
) -> None:
    prompt(sample, capsys)
    sample("inbox", "--keep")
    for days in (-3, 90, -400):
        sample.later(days=days)
        assert prompt(sample, capsys) == derived(sample)


def test_another_book_has_a_count_of_its_own(sample: Swell, capsys: pytest.CaptureFixture[str]) -> None:
    other = sample.folder / "other.json"
    other.write_bytes(sample.bytes())
    sample.book.unlink()
    for words in (["--file", str(other)], [f"--file={other}"]):
        capsys.readouterr()
        sample(*words, "inbox", "--count")
        assert at_once([*words, "inbox", "--count"]) == 0
        assert capsys.readouterr().out == sample(*words, "inbox", "--count").out != "0\n"
    assert at_once(["inbox", "--count"]) is None


@pytest.mark.parametrize("damage", [b"", b"\0" * 99, b"swell inbox 1\n", b"\xff", b"swell inbox 1\ns\nz\n0 7\n99"])
def test_a_damaged_count_is_worked_out_anew(sample: Swell, damage: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    right = prompt(sample, capsys)
    kept_file(sample).write_bytes(damage)
    assert prompt(sample, capsys) == right
    assert read_counts(str(sample.book)) is not None


def test_a_count_that_cannot_be_kept_is_told_all_the_same(
    roomy: Swell, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = prompt(roomy, capsys)
    roomy("add", "promised @Ana the deck today")
    roomy.apart = 0
    monkeypatch.setattr("cli.refreshing.os.access", lambda *_: False)  # a folder that may not be written
    assert prompt(roomy, capsys) == f"{int(before) + 1}\n"
    assert roomy.apart == 0
    kept_file(roomy).unlink()
    kept_file(roomy).mkdir()
    assert prompt(roomy, capsys) == f"{int(before) + 1}\n"


def test_a_book_that_cannot_be_read_is_told(sample: Swell, capsys: pytest.CaptureFixture[str]) -> None:
    before = prompt(sample, capsys)
    sample.book.write_text("no book")
    assert prompt(sample, capsys) == before
    sample("inbox", "--keep")
    assert at_once(["inbox", "--count"]) is None
    answer = sample("inbox", "--count")
    assert (answer.status, answer.out) == (1, "")
    assert "cannot be opened" in answer.err


def test_one_process_works_the_count_out_at_a_time(roomy: Swell, capsys: pytest.CaptureFixture[str]) -> None:
    before = prompt(roomy, capsys)
    roomy("add", "promised @Ana the deck today")
    roomy.apart = 0
    handle = refreshing.alone(str(roomy.book))
    assert handle is not None
    assert prompt(roomy, capsys) == before
    assert roomy.apart == 0
    roomy("inbox", "--keep")
    assert prompt(roomy, capsys) == before
    os.close(handle)
    roomy("inbox", "--keep")
    assert prompt(roomy, capsys) == derived(roomy) != before


@pytest.mark.parametrize(
    "words",
    [
        ["inbox"],
        [],
        ["--file="],
        ["inbox", "--count", "--json"],
        ["inbox", "--cou"],
        ["--file", "", "inbox", "--count"],
        ["--file"],
    ],
)
def test_what_is_more_than_a_prompt_goes_the_long_way(sample: Swell, words: list[str]) -> None:
    sample("inbox", "--count")
    assert at_once(words) is None


def test_the_count_from_what_was_kept_imports_next_to_nothing(tmp_path: Path) -> None:
    modules_of(tmp_path, "add", "called", "@Ana")
    modules_of(tmp_path, "inbox", "--count")
    found = modules_of(tmp_path, "inbox", "--count")
    ours = {name for name in found if name.partition(".")[0] in ("domain", "store", "cli", "tui")}
    assert ours <= {
        "cli",
        "cli.count",
        "cli.refreshing",
        "store",
        "store.kept_inbox",
        "store.kept_gauge",
        "store.paths",
    }
    heavy = {"msgspec", "tinydb", "textual", "pendulum", "json", "argparse", "dataclasses", "re", "datetime", "typing"}
    assert found & heavy == set()


def test_what_is_due_in_plain_lines(sample: Swell) -> None:
    items = [one for one in sample("inbox", "--json").json if one["source"] != "first"]
    lines = sample("inbox", "--due").lines
    assert lines[0] == "Ana Lopez: you promised: the gym list (2 d late)"
    assert len(lines) == len(items)
    assert all(item["reason"] in line for item, line in zip(items, lines, strict=True))
    told = sample("inbox", "--due", "--json").json
    assert [misfits(one, ITEM) for one in told] == [[]] * len(items)


def test_nothing_due_is_nothing_printed(swell: Swell) -> None:
    answer = swell("inbox", "--due")
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    assert swell("inbox", "--due", "--json").json == []


def test_a_quiet_spell_is_the_last_line_of_a_mail(sample: Swell) -> None:
    sample.later(days=24)
    warning = sample("inbox", "--count", "--json").json["warning"]
    assert sample("inbox", "--due").lines[-1] == f"a quiet spell: {warning}"


def test_done_captures_the_proposed_line_and_closes_what_is_behind_it(sample: Swell) -> None:
    answer = sample("done", key_of(sample, "promise"))
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "done: Ana Lopez · sent Ana the gym list\n"
    assert sample("undo", "--list").lines[0].endswith("sent Ana the gym list  (swell done)")
    assert sample("log").lines[0].split("  ")[-1].endswith("the gym list")
    sample("undo")
    assert key_of(sample, "promise").endswith("2026-11-20")


def test_done_with_words_of_your_own(sample: Swell) -> None:
    key = key_of(sample, "promise")
    told = sample("done", "--json", key, "called", "Ana", "about", "the", "gym", "list", "+2w").json
    assert (told["ok"], told["key"], told["line"]) == (True, key, "called Ana about the gym list +2w")
    assert [one["type"] for one in told["made"]] == ["interaction", "follow_up"]
    again = sample("done", key)
    assert (again.status, again.out, again.err) == (1, "", "swell: That was done already.\n")


def test_done_while_the_book_is_locked_keeps_the_line_and_says_so(
    sample: Swell, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = key_of(sample, "promise")
    monkeypatch.setattr("store.lock.WAIT", 0.01)
    with locked(str(sample.book.with_name(".book.json.lock"))):
        answer = sample("done", key)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("swell: kept in the spool, to be filed later: Another Swell is writing the book")
    sample("log")
    assert sample("done", key).err == "swell: That was done already.\n"  # the line itself keeps the promise


def test_short_keys_are_printed_and_taken(sample: Swell) -> None:
    first, *_ = lines = sample("inbox", "--keys").lines
    items = sample("inbox", "--json").json
    assert [line.split()[0] for line in lines] == [item["short_key"] for item in items]
    short = first.split()[0]
    assert sample("snooze", short, "2w").out == "later, Sun 6 Dec: Ana Lopez · you promised: the gym list\n"
    again = sample("snooze", short, "2w")
    assert (again.status, again.err) == (1, "swell: That is put away until Sun 6 Dec.\n")


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("yesterday", "Sat 21 Nov is not ahead; name a later day."),
        ("today", "Sun 22 Nov is not ahead; name a later day."),
        ("2026-11-01", "Sun 1 Nov is not ahead; name a later day."),
        ("soon", "“soon” is no day; write fri, 2w, 3 dec, 2026-12-03 or tomorrow."),
        ("31 nov", "“31 nov” is no day; write fri, 2w, 3 dec, 2026-12-03 or tomorrow."),
    ],
)
def test_a_day_that_is_not_ahead_is_refused(sample: Swell, when: str, sentence: str) -> None:
    before = sample.bytes()
    answer = sample("snooze", key_of(sample, "promise"), *when.split())
    assert (answer.status, answer.out, answer.err) == (1, "", f"swell: {sentence}\n")
    assert sample.bytes() == before


@pytest.mark.parametrize(
    ("when", "until"),
    [("fri", "2026-11-27"), ("2w", "2026-12-06"), ("2026-12-03", "2026-12-03"), ("3 dec", "2026-12-03")],
)
def test_a_snooze_lasts_until_its_day(sample: Swell, when: str, until: str) -> None:
    key = key_of(sample, "rhythm")
    told = sample("snooze", key, *when.split(), "--json").json
    assert (told["ok"], told["key"], told["until"]) == (True, key, until)
    assert key not in [one["key"] for one in sample("inbox", "--all", "--json").json]


def test_drop_says_what_that_means(sample: Swell) -> None:
    key = key_of(sample, "promise")
    assert sample("drop", key).out == "promise dropped: Ana Lopez · you promised: the gym list\n"
    assert sample("drop", key).err == "swell: That was dropped already.\n"
    sample("undo")
    assert sample("drop", key, "--json").json == {"ok": True, "key": key, "said": "promise dropped"}


@pytest.mark.parametrize("command", [("done",), ("drop",), ("snooze", "fri")])
def test_a_key_of_nothing_is_refused(sample: Swell, command: tuple[str, ...]) -> None:
    before = sample.bytes()
    answer = sample(command[0], "zzzzzz", *command[1:])
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "swell: Nothing due has the key “zzzzzz”; swell inbox --keys lists the keys.\n"
    several = sample(command[0], "stale:", *command[1:])
    assert several.err.endswith("keys begin with “stale:”; write more of it.\n")
    assert sample.bytes() == before


def test_an_unclear_capture_is_done_by_a_clear_line(swell: Swell) -> None:
    swell("add", "met @Kim-Lee")
    swell("add", "met @Kim-Ray")
    swell("add", "called", "@Kim", "about", "the", "move")
    key = key_of(swell, "unfiled")
    assert swell("done", key).err.startswith("swell: This capture waits to be told more clearly")
    still = swell("done", key, "called", "@Kim", "about", "the", "flat")
    assert (still.status, still.out) == (1, "")
    assert still.err.startswith("swell: that is still unclear: ")
    key = key_of(swell, "unfiled")
    assert swell("done", key, "called", "@Kim-Ray", "about", "the", "move").err == ""
    assert "about the move" in swell("log").lines[0]
    assert swell("inbox", "--due").out == ""


def test_wrong_usage_is_told(sample: Swell) -> None:
    for words in (("done",), ("snooze",), ("snooze", "key"), ("drop",), ("drop", "a", "b"), ("done", "--nope", "x")):
        answer = sample(*words)
        assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


@pytest.fixture
def environment(tmp_path: Path, sample_bytes: bytes) -> dict[str, str]:
    """An environment in which `swell` is Swell and the sample book is yours."""
    (tmp_path / "book.json").write_bytes(sample_bytes)
    return {**path_with(tmp_path, REAL), "SWELL_FILE": str(tmp_path / "book.json"), "XDG_CONFIG_HOME": str(tmp_path)}


def shell(environment: dict[str, str], line: str) -> str:
    """What a line of bash prints, its last process included that holds on to the output."""
    done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, timeout=PATIENCE)
    assert done.stderr == ""
    return done.stdout


def wait_for_count(environment: dict[str, str], other_than: str) -> str:
    until = time.monotonic() + PATIENCE
    while (line := shell(environment, "swell inbox --count")) == other_than and time.monotonic() < until:
        time.sleep(0.05)
    return line


def test_a_process_apart_brings_the_count_up_to_date(environment: dict[str, str]) -> None:
    before = shell(environment, "swell inbox --count")
    shell(environment, "swell add promised @Zed the deck today")
    assert int(wait_for_count(environment, before)) == int(before) + 1
    book = Path(environment["SWELL_FILE"])
    assert not list(book.parent.glob(".book.json.inbox.[0-9]*"))


def test_nobody_waits_for_the_process_apart(environment: dict[str, str], tmp_path: Path) -> None:
    shell(environment, "swell inbox --count")
    fifo = tmp_path / "hold"
    os.mkfifo(fifo)
    slow = f'#!/bin/sh\ncase "$*" in *--keep*) cat "{fifo}" ;; esac\n'
    (tmp_path / "slow").write_text(slow)
    (tmp_path / "slow").chmod(0o755)
    start = (
        "import os; from cli import refreshing; refreshing.sys.executable = os.environ['SLOW']; "
        "refreshing.refresh_apart(os.environ['SWELL_FILE'], 'none'); print('done')"
    )
    line = f'"{sys.executable}" -c "{start}"'
    environment = {**environment, "SLOW": str(tmp_path / "slow"), "PYTHONPATH": str(Path(__file__).parents[2])}
    assert shell(environment, line) == "done\n"  # although the process apart still stands at its pipe
    with fifo.open("w") as file:
        file.write("go on\n")


def test_the_process_apart_lets_go_of_what_it_inherits() -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        settle_apart()
        try:
            os.fstat(writing)
        except OSError:
            os._exit(0 if os.nice(0) >= 10 else 2)
        os._exit(1)
    os.close(reading)
    os.close(writing)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_full_disk_behind_the_prompt_is_said(environment: dict[str, str]) -> None:
    shell(environment, "swell inbox --count")
    done = subprocess.run(["bash", "-c", "swell inbox --count > /dev/full"], env=environment, capture_output=True)
    assert done.returncode == 1
    assert done.stderr == b"swell: the output could not be used (No space left on device); nothing more was done.\n"
