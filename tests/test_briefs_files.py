"""Files are written whole, and never over what somebody saved meanwhile."""

import errno
import fcntl
import os
import stat
import tempfile
from functools import partial
from pathlib import Path

import pytest

from generator.briefs.files import SavedMeanwhile, exchange, locked, remove_file, remove_leftovers, replace_file
from generator.errors import ContentErrors


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.yml"
    replace_file(path, b"one", None)
    assert path.read_bytes() == b"one"
    assert names(path.parent) == ["a.yml"]


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"one")
    path.chmod(0o640)
    replace_file(path, b"two", b"one")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("expected", [None, b"zero"])
def test_what_was_saved_meanwhile_stays(tmp_path: Path, expected: bytes | None) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"one")
    with pytest.raises(SavedMeanwhile):
        replace_file(path, b"two", expected)
    with pytest.raises(SavedMeanwhile):
        remove_file(path, b"zero")
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["a.yml"]


def test_of_two_saves_while_a_file_is_put_in_place_the_last_stays_and_none_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first was saved just before the two files changed names, the second over the new one."""
    path = tmp_path / "a.yml"
    path.write_bytes(b"one")
    saves = [b"second", b"first"]

    def between_saves(one: Path, other: Path) -> bool:
        if len(saves) == 2:
            path.write_bytes(saves.pop())
            done = exchange(one, other)
            path.write_bytes(saves.pop())
            return done
        return exchange(one, other)

    monkeypatch.setattr("generator.briefs.files.exchange", between_saves)
    with pytest.raises(SavedMeanwhile) as raised:
        replace_file(path, b"two", b"one")
    assert path.read_bytes() == b"second"
    assert [copy.read_bytes() for copy in raised.value.kept] == [b"first", b"second"]
    assert names(tmp_path) == ["a.yml", "a.yml.saved-1", "a.yml.saved-2"]


def test_what_an_editor_is_writing_when_its_file_is_thrown_away_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"one")
    editor = os.open(path, os.O_WRONLY)
    sync = os.fsync

    def late(handle: int) -> None:
        sync(handle)
        if path.read_bytes() == b"two":
            os.pwrite(editor, b"uno", 0)

    monkeypatch.setattr(os, "fsync", late)
    with pytest.raises(SavedMeanwhile) as raised:
        replace_file(path, b"two", b"one")
    os.close(editor)
    assert path.read_bytes() == b"two"
    assert [copy.read_bytes() for copy in raised.value.kept] == [b"uno"]


def test_what_is_saved_while_a_file_is_removed_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"one")
    close = os.close

    def save_first(handle: int) -> None:
        close(handle)
        path.write_bytes(b"uno")

    monkeypatch.setattr(os, "close", save_first)
    with pytest.raises(SavedMeanwhile):
        remove_file(path, b"one")
    assert path.read_bytes() == b"uno"


def test_a_failed_write_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"one")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ContentErrors, match="No space left on device"):
        replace_file(path, b"two", b"one")
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["a.yml"]


def test_leftovers_of_a_killed_run_are_removed(tmp_path: Path) -> None:
    (tmp_path / ".briefing-x1").write_bytes(b"half")
    (tmp_path / "a.yml").write_bytes(b"one")
    remove_leftovers(tmp_path)
    assert names(tmp_path) == ["a.yml"]


def test_the_lock_leaves_nothing_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "content"
    folder.mkdir()
    with locked(folder):
        assert names(folder) == []
    with locked(folder):
        assert names(folder) == []


def test_a_second_run_waits_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("generator.briefs.files.LOCK_SECONDS", 0.01)
    with locked(tmp_path), pytest.raises(ContentErrors, match="another run is writing here"), locked(tmp_path):
        pass


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_drive_without_locks_is_told_with_what_to_do(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def refuse(_handle: int, _operation: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(ContentErrors) as raised, locked(tmp_path):
        pass
    text = str(raised.value)
    assert text.startswith(str(tmp_path / "cache"))
    assert f"the drive that this is on has no locks ({os.strerror(code)})" in text
    assert "hint: let XDG_CACHE_HOME name a folder on a disk of this computer, and run again; nothing was" in text


def test_a_cache_that_nobody_may_write_to_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with (
        pytest.raises(ContentErrors, match="let XDG_CACHE_HOME name a folder that you may write to"),
        locked(tmp_path),
    ):
        pass


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        (errno.EROFS, "get the right to write to this folder, or work on a copy of it"),
        (errno.EACCES, "get the right to write to this folder, or work on a copy of it"),
        (errno.ENOSPC, "make room on the disk, and run again"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told_with_what_to_do(
    code: int, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"one")

    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    for change in (partial(replace_file, path, b"two", b"one"), partial(remove_file, path, b"one")):
        with pytest.raises(ContentErrors) as raised:
            change()
        assert str(raised.value) == (
            f"{path}: cannot be written: {os.strerror(code)}\n    hint: the file is as it was; {hint}"
        )
    assert path.read_bytes() == b"one"


def test_a_drive_that_knows_no_rights_and_syncs_no_folder_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    sync = os.fsync

    def files_alone(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(handle)

    def no_rights(*_args: object, **_more: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "fsync", files_alone)
    monkeypatch.setattr(os, "chmod", no_rights)
    replace_file(path, b"one", None)
    replace_file(path, b"two", b"one")
    assert path.read_bytes() == b"two"
