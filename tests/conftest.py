"""How the tests are run side by side."""

import os


def pytest_xdist_auto_num_workers() -> int:
    """How many run at once where that is left open: a third of their time they wait for processes of their own."""
    return (os.cpu_count() or 1) * 3 // 2
