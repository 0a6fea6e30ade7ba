"""What may lie about the book that Swell did not put there: a network below it, copies that a synchroniser made."""

import os
import re
from typing import Final

from store.folders import make_private
from store.paths import beside

MOUNTS: Final = "/proc/self/mountinfo"
LOCAL: Final = ("ext4", "xfs", "btrfs", "overlay", "tmpfs", "zfs", "f2fs")
"""Where most books are; what else there is takes a pattern to tell, and a millisecond to make it."""
_NETWORK: Final = (
    r"nfs\d*|cifs|smb\w*|9p|afs|ceph|glusterfs|lustre|davfs|ncpfs"
    r"|fuse\.(sshfs|rclone|davfs\d?|s3fs|glusterfs|gcsfuse|smbnetfs|gvfsd-fuse|kio-fuse|ceph-fuse)"
)
_OCTAL: Final = rb"\\([0-7]{3})"
_COPY: Final = (
    r"\.sync-conflict-\d{8}-\d{6}"  # Syncthing
    r"|[ .]*\(.*(conflict|konflikt|conflit|конфликт).*\)"  # Dropbox, Nextcloud, Seafile, Unison, in their languages
    r"| \[conflicted\]"  # pCloud
    r"|[_-]{1,2}conflict-?\d"  # ownCloud, and Nextcloud as it was
    r"|[. _-]+conflict(ed copy)?$"
)


def network_file_system(path: str, mounts: str = MOUNTS) -> str:
    """The type of the network file system that the book is on, such as `nfs4`; empty where it is on none."""
    try:
        with open(mounts, "rb") as file:
            rows = file.read().splitlines()
    except OSError:
        return ""
    where = os.fsencode(os.path.dirname(os.path.realpath(path)))
    found, longest = "", -1
    for row in rows:
        left, _, right = row.partition(b" - ")
        fields, kind = left.split(), right.split()
        if len(fields) < 5 or not kind:
            continue
        point = _unescaped(fields[4])
        inside = where == point or where.startswith(point.rstrip(b"/") + b"/")
        if inside and len(point) >= longest:
            longest, found = len(point), kind[0].decode("ascii", "replace")
    return found if found not in LOCAL and re.fullmatch(_NETWORK, found) else ""


def _unescaped(path: bytes) -> bytes:
    """A path of the mount table, in which blanks stand as octal numbers."""
    return re.sub(_OCTAL, lambda match: bytes([int(match[1], 8)]), path) if b"\\" in path else path


def warnings(book: str) -> tuple[str, ...]:
    """What is to be said of where the book is: a network below it once, conflict copies as long as they lie there."""
    told = []
    kind = network_file_system(book)
    if kind and _is_news(book, kind):
        told.append(
            f"The book is on a network drive ({kind}), where locks may not hold: use it on one machine at a time, "
            "or keep a book on each and merge them (docs/reliability.md)."
        )
    copies = conflict_copies(book)
    if copies:
        several = f"{len(copies)} conflict copies lie" if len(copies) > 1 else "A conflict copy lies"
        told.append(f"{several} beside the book: swell merge takes it in ({os.path.basename(copies[0])}).")
    return tuple(told)


def _is_news(book: str, kind: str) -> bool:
    """Whether this was never said of this book; from now on it was."""
    try:
        make_private(beside(book))
        os.close(os.open(os.path.join(beside(book), f"told-{kind}"), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError:
        return False
    return True


def conflict_copies(book: str) -> list[str]:
    """Paths of the copies that a synchroniser left beside the book where two machines had changed it."""
    folder, name = os.path.split(os.path.realpath(book))
    stem, extension = os.path.splitext(name)
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return sorted(os.path.join(folder, other) for other in names if _is_copy(other, stem, extension))


def _is_copy(name: str, stem: str, extension: str) -> bool:
    if not name.startswith(stem) or not name.endswith(extension) or name == stem + extension:
        return False
    return re.match(_COPY, name[len(stem) : len(name) - len(extension)], re.IGNORECASE) is not None
