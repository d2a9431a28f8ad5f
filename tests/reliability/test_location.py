from __future__ import annotations

from pathlib import Path

import pytest

from app.location import locate

MOUNTS = """
/dev/sda1 / ext4 rw 0 0
server:/export /mnt/team nfs4 rw 0 0
//host/share /mnt/with\\040space cifs rw 0 0
/dev/sdb1 /mnt/team/local ext4 rw 0 0
//me@host/share on /Volumes/share (smbfs, nodev, nosuid)
"""


@pytest.mark.parametrize(
    ("folder", "who"),
    [
        ("/home/a/Dropbox/reviews", "Dropbox"),
        ("/home/a/Dropbox (Team)", "Dropbox"),
        ("/Users/a/OneDrive - Company/x", "OneDrive"),
        ("/Users/a/Library/Mobile Documents/x", "iCloud"),
        ("/Users/a/Google Drive/x", "Google Drive"),
        ("/Users/a/Library/CloudStorage/GoogleDrive-a@example.org/My Drive", "Google Drive"),
    ],
)
def test_a_sync_folder_is_named(folder, who):
    location = locate(Path(folder) / "team.secondstory", MOUNTS)
    assert location.synced_by == who
    assert f"lies in {who}: two machines" in location.warning


@pytest.mark.parametrize("folder", ["/mnt/team/x", "/mnt/with space", "/Volumes/share/a"])
def test_a_network_drive_is_noticed(folder):
    location = locate(Path(folder) / "team.secondstory", MOUNTS)
    assert location.network
    assert "lies on a network drive" in location.warning


@pytest.mark.parametrize("folder", ["/home/a/reviews", "/mnt/team/local", "/home/dropboxes"])
def test_a_local_folder_gives_no_warning(folder):
    assert locate(Path(folder) / "team.secondstory", MOUNTS).warning == ""
