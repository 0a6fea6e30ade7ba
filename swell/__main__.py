"""The launcher: finds the four packages, then hands over to the command line."""

import os
import sys


def main() -> None:
    """Run Swell and leave with its exit status."""
    home = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_app")
    if os.path.isdir(home):
        sys.path.insert(0, home)
    status = None
    if "--later" in sys.argv:  # in a blink: not even the command line is imported
        from cli.later import at_once

        status = at_once(sys.argv[1:])
    elif "capture" in sys.argv[1:4]:  # drawn first, and then imported
        from cli.prompt.start import at_once as open_at_once

        status = open_at_once(sys.argv[1:])
    elif "inbox" in sys.argv[1:4]:  # in a blink, for a shell prompt
        from cli.count import at_once as count_at_once

        status = count_at_once(sys.argv[1:])
    if status is None:
        from cli.main import run

        status = run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        status = status or 1
    os._exit(status)  # at once: taking a large book apart piece by piece would take as long as reading it


if __name__ == "__main__":
    main()
