"""Paths: bundled files are there, and the reader's folders follow the platform's rules."""

from pathlib import Path

from fishlab import paths


def test_bundled_files_are_there():
    assert (paths.bundled_data() / "mnist_sample.npz").is_file()
    assert (paths.resources() / "weights").is_dir()


def test_a_home_of_its_own(monkeypatch, tmp_path):
    monkeypatch.setenv("FISHLAB_HOME", str(tmp_path))
    assert paths.user_data() == tmp_path / "data"
    assert paths.user_config() == tmp_path / "config"


def test_linux_follows_xdg_and_ignores_relative_paths(monkeypatch, tmp_path):
    monkeypatch.delenv("FISHLAB_HOME", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    assert paths.user_data() == tmp_path / "share" / "fishlab"
    assert paths.user_config() == tmp_path / ".config" / "fishlab"


def test_windows_and_macos(monkeypatch, tmp_path):
    monkeypatch.delenv("FISHLAB_HOME", raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    monkeypatch.delenv("APPDATA", raising=False)
    assert paths.user_data() == tmp_path / "Local" / "FishLab"
    assert paths.user_config() == tmp_path / "AppData" / "Roaming" / "FishLab"
    monkeypatch.setattr("sys.platform", "darwin")
    assert paths.user_data().name == "FishLab"
