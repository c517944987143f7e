"""Writing leaves the old file or the new one."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from collabkit.errors import OutputError
from collabkit.files import write_atomic

as_user = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere"
)


def test_writing_makes_the_folders_above_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "新建" / "表.docx"
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_permission_bits_are_kept_and_the_umask_is_respected(tmp_path: Path) -> None:
    path = tmp_path / "a"
    before = os.umask(0o027)
    try:
        write_atomic(path, b"1")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write_atomic(path, b"2")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"2", 0o604)


def test_a_directory_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it is a directory"):
        write_atomic(tmp_path, b"x")


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutputError, match="not a directory"):
        write_atomic(tmp_path / "a" / "b", b"x")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="the name is too long"):
        write_atomic(tmp_path / ("长" * 200), b"x")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(OutputError, match="symbolic link"):
        write_atomic(tmp_path / "link", b"new")
    assert (tmp_path / "secret").read_bytes() == b"old"


@as_user
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="permission denied"):
            write_atomic(tmp_path / "a", b"x")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told() -> None:
    with pytest.raises(OutputError, match="the disk is full"):
        write_atomic(Path("/dev/full"), b"x" * 10_000)


@pytest.mark.skipif(os.name == "nt", reason="no resource limits on Windows")
def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from collabkit.files import write_atomic\n"
        "from collabkit.errors import OutputError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_atomic(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except OutputError as error:\n"
        "    sys.exit(error.message.en)\n"
    )
    run = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False)
    assert "bigger than allowed" in run.stderr
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_run_left_an_hour_ago_is_gone_and_what_another_writes_now_stays(tmp_path: Path) -> None:
    old, new = tmp_path / ".collabkit-0123456789abcdef.tmp", tmp_path / ".collabkit-fedcba9876543210.tmp"
    for left in (old, new):
        left.write_bytes(b"half")
    an_hour_ago = new.stat().st_mtime - 3700
    os.utime(old, (an_hour_ago, an_hour_ago))
    write_atomic(tmp_path / "a", b"whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == [new.name, "a"]
