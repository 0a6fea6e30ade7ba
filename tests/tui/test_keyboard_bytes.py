"""A byte that is no UTF-8 on the keyboard, in a real terminal."""

import os
import pty
import select
import sys
import time
from pathlib import Path

import pytest

APP = """
from textual.app import App
class Typing(App):
    BINDINGS = [("q", "leave", "leave")]
    def action_leave(self): self.exit(return_code=7)
    def on_ready(self): print("READY", file=open({ready!r}, "w"))
if {cured}:
    from tui.keyboard_bytes import forgive_invalid_bytes
    forgive_invalid_bytes()
app = Typing()
app.run()
raise SystemExit(app.return_code)
"""


def exit_status_after(typed: bytes, ready: Path, cured: bool) -> int:
    """Run the app on a terminal of its own, type, and give its exit status."""
    pid, terminal = pty.fork()
    if pid == 0:
        environment = dict(os.environ, TERM="xterm-256color", TEXTUAL_ANIMATIONS="none")
        code = APP.format(ready=str(ready), cured=cured)
        os.execve(sys.executable, [sys.executable, "-c", code], environment)
    deadline = time.monotonic() + 20
    sent = False
    while time.monotonic() < deadline:
        if not sent and ready.exists():
            os.write(terminal, typed)
            sent = True
        if select.select([terminal], [], [], 0.02)[0]:
            try:
                if not os.read(terminal, 65536):
                    break
            except OSError:
                break
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.mark.parametrize(
    ("cured", "key_works"),
    [
        pytest.param(True, True, id="cured, the next key works"),
        pytest.param(False, False, id="not cured: when this fails Textual has learnt it, and the cure can go"),
    ],
)
def test_an_invalid_byte_does_not_end_the_program(cured: bool, key_works: bool, tmp_path: Path) -> None:
    assert (exit_status_after(b"\xe5(q", tmp_path / "ready", cured) == 7) is key_works
