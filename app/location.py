"""Whether a library lies where another program or machine may write it too (R12)."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SYNCED = (
    (re.compile(r"^dropbox( \(.+\))?$", re.IGNORECASE), "Dropbox"),
    (re.compile(r"^onedrive( - .+|-.+)?$", re.IGNORECASE), "OneDrive"),
    (re.compile(r"^(icloud ?drive|mobile documents|com~apple~clouddocs)$", re.I), "iCloud"),
    (re.compile(r"^(google ?drive( .+|-.+)?|my drive)$", re.IGNORECASE), "Google Drive"),
    (re.compile(r"^(nextcloud|owncloud|pcloud ?drive|syncthing|box sync)$", re.I), "a sync folder"),
)
NETWORK = re.compile(
    r"nfs4?|cifs|smb3?|smbfs|afs|afpfs|9p|ncpfs|ceph|glusterfs|davfs|webdav"
    r"|fuse\.(sshfs|rclone|davfs2|gvfsd-fuse|s3fs|glusterfs)"
)
ESCAPED = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Location:
    """Where a library lies, as far as it matters to its safety."""

    path: Path
    synced_by: str = ""
    """The program that synchronises the folder; empty where none was recognised."""
    network: str = ""
    """The type of the network file system; empty on a local disk."""

    @property
    def warning(self) -> str:
        """What a facilitator should know, in one sentence; empty where all is well."""
        if self.network:
            return (
                f"{self.path} lies on a network drive ({self.network}): only one person can work "
                "in it, and each change takes longer. A folder on this machine is safer."
            )
        if self.synced_by:
            return (
                f"{self.path} lies in {self.synced_by}: two machines that have it open can "
                "overwrite each other. Keep the library in a local folder and share the exports."
            )
        return ""


def locate(path: Path, mounts: str | None = None) -> Location:
    """Look at the place of a library; `mounts` stands in for what the system says is mounted."""
    place = path.absolute()
    if str(place).startswith("\\\\"):
        return Location(place, network="Windows share")
    names = (*place.parent.parts, *_resolved(place.parent).parts)
    synced = next((who for name in names for like, who in SYNCED if like.match(name)), "")
    table = _mounted() if mounts is None else mounts
    return Location(place, synced, _network_type(_resolved(place.parent), table))


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except OSError:
        return folder


def _network_type(folder: Path, mounts: str) -> str:
    best, kind = "", ""
    for line in mounts.splitlines():
        point, found = _mount(line)
        if point and folder.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, found
    return kind if NETWORK.fullmatch(kind) else ""


def _mount(line: str) -> tuple[str, str]:
    mac = re.match(r".+ on (/.*) \((\w+)[,)]", line)
    if mac:
        return mac[1], mac[2]
    words = line.split()
    if len(words) < 3:
        return "", ""
    return ESCAPED.sub(lambda match: chr(int(match[1], 8)), words[1]), words[2]


def _mounted() -> str:
    if sys.platform == "darwin":
        return subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
    try:
        return Path("/proc/mounts").read_text("utf-8", "replace")
    except OSError:
        return ""
