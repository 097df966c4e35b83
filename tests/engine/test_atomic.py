"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from fishlab.engine.atomic import replacing


def test_new_content_replaces_the_old(tmp_path):
    path = tmp_path / "w.bin"
    path.write_bytes(b"old")
    with replacing(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["w.bin"]


def test_text_is_utf8_with_the_newlines_asked_for(tmp_path):
    path = tmp_path / "t.csv"
    with replacing(path, "w", newline="") as file:
        file.write("深度\n")
    assert path.read_bytes() == "深度\n".encode()


@pytest.mark.parametrize("error", [ValueError("x"), KeyboardInterrupt(), OSError(28, "disk full")])
def test_after_an_error_the_old_file_is_whole_and_nothing_is_left_behind(tmp_path, error):
    path = tmp_path / "w.bin"
    path.write_bytes(b"old")

    def write():
        with replacing(path) as file:
            file.write(b"half of the n")
            raise error

    with pytest.raises(type(error)):
        write()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["w.bin"]


def test_a_full_disk_passes_through_as_oserror(tmp_path, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    path = tmp_path / "w.bin"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"), replacing(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["w.bin"]


def test_what_cannot_be_written_is_named_as_it_was_given(tmp_path):
    path = tmp_path / "absent" / "w.bin"
    with pytest.raises(FileNotFoundError) as caught, replacing(path):
        pass
    assert caught.value.filename == str(path)


def test_permissions_of_the_old_file_are_kept(tmp_path):
    path = tmp_path / "w.bin"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with replacing(path) as file:
        file.write(b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_is_followed(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    with replacing(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_read_only_file_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "w.bin"
    path.write_bytes(b"old")
    # The superuser may write anything: the answer of the system is put in its place.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError), replacing(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"old"


def test_a_folder_and_a_missing_folder_are_refused(tmp_path):
    with pytest.raises(IsADirectoryError), replacing(tmp_path):
        pass
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "none" / "w.bin"):
        pass
    assert os.listdir(tmp_path) == []


def test_a_device_is_written_and_not_replaced():
    with replacing("/dev/null") as file:
        file.write(b"gone")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_other_modes_are_refused(tmp_path):
    with pytest.raises(ValueError, match="mode"), replacing(tmp_path / "w", "ab"):
        pass
