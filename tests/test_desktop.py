"""`fishlab desktop`: an entry that starts this program, a kind of file, an icon; and away again."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from fishlab import paths
from fishlab.cli import main
from fishlab.commands.desktop import quoted

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for Linux desktops")


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the desktop looks, still to be made."""
    folder = tmp_path / "a share"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def files(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*fishlab*")}
    return {name for name in found if not name.startswith("mime/application/")}  # the desktop's own


OURS = {
    "applications/fishlab.desktop",
    "mime/packages/fishlab.xml",
    "icons/hicolor/scalable/apps/fishlab.svg",
}


def entry(folder: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(folder / "applications" / "fishlab.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def words(command: str) -> list[str]:
    """Read an Exec line as a desktop does: the file's escapes, then the quoted words."""
    command = command.replace("\\\\", "\\")
    found = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', command)
    return [re.sub(r"\\(.)", r"\1", inside) or bare for inside, bare in found]


def test_it_is_installed_and_says_what_it_wrote(
    share: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["desktop", "install"]) == 0
    assert files(share) == OURS
    told = capsys.readouterr().out
    assert all(str(share / name) in told for name in OURS)


def test_the_entry_starts_this_program(share: Path, tmp_path: Path) -> None:
    assert main(["desktop", "install"]) == 0
    command = words(entry(share)["Exec"])
    assert command[0] == sys.executable
    assert command[-1] == "%f"
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [*command[:-1], "--version"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.startswith("FishLab "), done.stderr


def test_entry_and_kind_of_file_know_each_other(share: Path) -> None:
    assert main(["desktop", "install"]) == 0
    kind = entry(share)["MimeType"].rstrip(";")
    root = ET.parse(share / "mime" / "packages" / "fishlab.xml").getroot()
    name = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (told,) = root.findall(f"{name}mime-type")
    assert told.get("type") == kind
    assert [glob.get("pattern") for glob in told.findall(f"{name}glob")] == ["*.fishlab"]
    assert entry(share)["StartupWMClass"] == "fishlab"
    icon = share / "icons/hicolor/scalable/apps" / f"{entry(share)['Icon']}.svg"
    assert ET.parse(icon).getroot().tag.endswith("svg")


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="no desktop-file-validate")
def test_the_desktops_own_check_has_nothing_to_say(share: Path) -> None:
    assert main(["desktop", "install"]) == 0
    path = share / "applications" / "fishlab.desktop"
    done = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_installed_twice_and_removed_twice(share: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["desktop", "install"]) == 0
    assert files(share) == OURS
    assert main(["desktop", "remove"]) == 0
    assert files(share) == set()
    capsys.readouterr()
    assert main(["desktop", "remove"]) == 0
    assert "nothing to remove" in capsys.readouterr().out


def test_a_relative_folder_is_ignored_as_the_desktop_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "share")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert main(["desktop", "install"]) == 0
    assert files(tmp_path / ".local" / "share") == OURS
    assert not (tmp_path / "share").exists()


@pytest.mark.parametrize("word", ["/a b/python", 'a"b', "a$b`c", "a\\b", "100%", "空 格"])
def test_a_strange_path_is_quoted(word: str) -> None:
    assert words(quoted(word)) == [word.replace("%", "%%")]


def test_a_folder_that_cannot_be_written_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_DATA_HOME", str(blocked))
    assert main(["desktop", "install"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert str(blocked) in told


@pytest.mark.parametrize(("system", "advice"), [("win32", "shortcut"), ("darwin", "Terminal")])
def test_other_systems_are_told_what_to_do(
    system: str, advice: str, share: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "platform", system)
    assert main(["desktop", "install"]) == 2
    told = capsys.readouterr().err
    assert advice in told
    assert told.count("\n") == 1
    assert not share.exists()


@pytest.mark.parametrize("arguments", [[], ["paint"]])
def test_an_action_must_be_said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["desktop", *arguments]) == 2
    assert "see fishlab desktop -h" in capsys.readouterr().err


def test_what_starts_it_depends_on_how_it_was_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.start_command()[1].endswith("main.py")
    monkeypatch.setattr(paths, "_PACKAGE", Path("/usr/lib/python3/site-packages/fishlab"))
    assert paths.start_command()[1:] == ("-P", "-m", "fishlab")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert paths.start_command() == (sys.executable,)
