"""Whole files: whatever happens, a file is as it was or as it was to be, and nobody's saving is lost."""

import ctypes
import errno
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from generator.errors import ContentError, ContentErrors

APPLICATION = "explainer-briefing"
# Another run holds the lock while it writes, which takes seconds at most.
LOCK_SECONDS = 30
_TEMPORARY = ".briefing-"
# Linux: renameat2(2), which Python does not have; elsewhere a file is renamed over the other.
_RENAME = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
_HERE, _EXCHANGE = -100, 2


_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
_NOT_THERE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_FULL = {errno.ENOSPC, errno.EDQUOT}
# An editor empties a file and writes it within moments: so often, and so many seconds, it is waited for.
_WAITS, _WAIT = 50, 0.01


class SavedMeanwhile(Exception):
    """Somebody saved the file after it was read: what was made of it must be made again.

    `kept` are copies of what they saved, made where a save may have gone over another.
    """

    def __init__(self, path: Path, kept: Sequence[Path] = ()) -> None:
        super().__init__(path)
        self.kept = tuple(kept)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one run at a time write below `folder`; the lock lies in the user's cache, never in the tree."""
    name = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    path = user_cache_path(APPLICATION, appauthor=False) / f"{name}.lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=LOCK_SECONDS)
        lock.acquire()
    except Timeout:
        hint = "wait until the other run has ended"
        raise ContentErrors(
            [ContentError(folder.as_posix(), None, None, "another run is writing here", hint)]
        ) from None
    except OSError as problem:
        raise ContentErrors([_not_locked(path, problem)]) from None
    try:
        yield
    finally:
        lock.release()


def read_if_there(path: Path) -> bytes | None:
    """Return a file's bytes, None where there is none; raise ContentErrors if it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as problem:
        message = f"cannot be read: {problem.strerror or problem}"
        raise ContentErrors([ContentError(path.as_posix(), None, None, message)]) from problem


def replace_file(
    path: Path, data: bytes, expected: bytes | None, ready: Callable[[Path], None] | None = None
) -> None:
    """Put `data` in place of a file that holds `expected` (None: there is none).

    `ready` is called with the new file that lies beside it, before it is put in place.
    Raises SavedMeanwhile if it holds something else by now, and ContentErrors if it cannot be written.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = _write_beside(path, data)
        if ready is not None:
            _sync_folder(path.parent)
            ready(temporary)
        if read_if_there(path) != expected:
            raise SavedMeanwhile(path)
        _put_in_place(temporary, path, data, expected)
        _sync_folder(path.parent)
        _look_again(temporary, path, expected)
    except OSError as problem:
        raise ContentErrors([_not_written(path, problem)]) from problem
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def remove_file(path: Path, expected: bytes) -> None:
    """Remove a file that holds `expected`; raises as `replace_file` does."""
    if read_if_there(path) != expected:
        raise SavedMeanwhile(path)
    aside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=path.parent)
        os.close(handle)
        aside = path.replace(name)
        if (found := _settled(aside)) != expected:  # they saved it at this very moment: it stays
            kept = _keep(path, found)
            if not path.exists():
                aside.rename(path)
            raise SavedMeanwhile(path, [kept] if kept else [])
        aside.unlink()
        _sync_folder(path.parent)
    except OSError as problem:
        raise ContentErrors([_not_written(path, problem)]) from problem
    finally:
        if aside is not None:
            aside.unlink(missing_ok=True)


def remove_leftovers(folder: Path) -> None:
    """Remove what a run that was killed left behind; call it under the lock."""
    for path in folder.glob(f"{_TEMPORARY}*"):
        path.unlink(missing_ok=True)


def _write_beside(path: Path, data: bytes) -> Path:
    """Write and sync a new file in the same folder, with the rights of the one it is to replace."""
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with _unless(_NOT_THERE):
            temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _put_in_place(temporary: Path, path: Path, data: bytes, expected: bytes | None) -> None:
    """Put a new file in place; what somebody saved since the last look is put back: raises SavedMeanwhile then.

    The two files change names in one step where the system can do that, so that what was there is not gone but at
    hand, and can be held against what was expected.
    """
    if expected is None or not exchange(temporary, path):
        temporary.replace(path)
        return
    found = temporary.read_bytes()
    if found == expected:
        return
    kept = [_keep(path, found)]
    exchange(temporary, path)
    put = data
    # They may have saved once more, over what was not to be there: then that is the newest, and goes back in turn.
    while (newer := temporary.read_bytes()) != put:
        kept.append(_keep(path, newer))
        exchange(temporary, path)
        put, found = found, newer
    raise SavedMeanwhile(path, [copy for copy in kept if copy])


def _look_again(aside: Path, path: Path, expected: bytes | None) -> None:
    """Before what was put aside is thrown away: if an editor was just writing to it, keep what it wrote."""
    if expected is None or not aside.exists() or (found := _settled(aside)) == expected:
        return
    raise SavedMeanwhile(path, [kept] if (kept := _keep(path, found)) else [])


def _settled(path: Path) -> bytes:
    """Return what a file holds; if an editor has emptied it to write it anew, once that is written."""
    for _ in range(_WAITS):
        if data := path.read_bytes():
            return data
        time.sleep(_WAIT)
    return b""


def _keep(path: Path, data: bytes) -> Path | None:
    """Keep a copy of what somebody saved beside the file; None where that is nothing, or the disk is full."""
    if not data:  # an editor that empties a file before it writes
        return None
    number = 1
    while (beside := path.with_name(f"{path.name}.saved-{number}")).exists():
        number += 1
    with suppress(OSError):
        beside.write_bytes(data)
        return beside
    return None


def exchange(one: Path, other: Path) -> bool:
    """Let two files change names in one step; return False where the system cannot do that."""
    if _RENAME is None:
        return False
    done: int = _RENAME(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return done == 0


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder, and writes its entries through
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with _unless(_NOT_THERE):
            os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _unless(codes: Collection[int]) -> Iterator[None]:
    """Go on where the system says one of these: a network drive need not know rights, nor sync a folder."""
    try:
        yield
    except OSError as problem:
        if problem.errno not in codes:
            raise


def _not_locked(path: Path, problem: OSError) -> ContentError:
    """Explain why two runs at once cannot wait for each other: the lock lies in the user's cache."""
    message = f"cannot be locked: {problem.strerror or problem}"
    hint = "let XDG_CACHE_HOME name a folder that you may write to, and run again"
    if problem.errno in _NO_LOCKS:
        message = f"the drive that this is on has no locks ({problem.strerror})"
        hint = "let XDG_CACHE_HOME name a folder on a disk of this computer, and run again; nothing was written"
    return ContentError(path.as_posix(), None, None, message, hint)


def _not_written(path: Path, problem: OSError) -> ContentError:
    message = f"cannot be written: {problem.strerror or problem}"
    hint = "the file is as it was"
    if problem.errno in _READ_ONLY:
        hint += "; get the right to write to this folder, or work on a copy of it"
    elif problem.errno in _FULL:
        hint += "; make room on the disk, and run again"
    return ContentError(path.as_posix(), None, None, message, hint)
