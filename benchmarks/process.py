"""What Linux says of a running process."""

import os
import re
import time
from pathlib import Path
from typing import Final

_LOOK_EVERY: Final = 0.1
_QUIET_LOOKS: Final = 4
"""So many looks in a row without any work done."""


def memory(pid: int, field: str = "VmRSS") -> float:
    """Megabytes (10^6 bytes) of memory that a process has, or with VmHWM the most it ever had."""
    found = re.search(rf"^{field}:\s+(\d+) kB$", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    assert found is not None
    return int(found[1]) * 1024 / 1e6


def wait_until_idle(pid: int, limit: float = 60.0) -> None:
    """Wait until a process has nothing to do; raises TimeoutError."""
    until = time.perf_counter() + limit
    worked, quiet = _worked(pid), 0
    while quiet < _QUIET_LOOKS:
        if time.perf_counter() > until:
            raise TimeoutError("the program does not come to rest")
        time.sleep(_LOOK_EVERY)
        before, worked = worked, _worked(pid)
        quiet = quiet + 1 if worked == before else 0


def _worked(pid: int) -> int:
    """Clock ticks that a process has worked."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def load() -> str:
    """How busy the machine is, in words."""
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
