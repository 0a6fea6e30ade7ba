"""The launcher: finds the four packages, then hands over to the command line."""

import os
import sys


def main() -> int:
    """Run Swell and return its exit status."""
    home = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_app")
    if os.path.isdir(home):
        sys.path.insert(0, home)
    from cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
