"""Writing a generated page of the documents, or saying that it is stale."""

import argparse
import sys
from pathlib import Path


def write_or_check(text: str, words: list[str], says: str) -> int:
    """Write the text to the path among the words, or with --check say whether it is there; the exit status."""
    parser = argparse.ArgumentParser(description=says)
    parser.add_argument("path", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(words)
    if not options.check:
        options.path.write_text(text, encoding="utf-8")
        return 0
    if options.path.exists() and options.path.read_text(encoding="utf-8") == text:
        return 0
    print(f"{options.path} is stale: make docs writes it again.", file=sys.stderr)
    return 1
