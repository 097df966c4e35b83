"""`fishlab desktop install`: an entry in the menu of a Linux desktop, and .fishlab files to click.

Three files of the reader's own folder, nothing of the system's: the entry, the kind of file, the
icon. `fishlab desktop remove` takes them away again.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from fishlab import paths
from fishlab.engine.atomic import replacing

from .console import CommandError, Parser

KIND = "application/x-fishlab-classroom"

ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.0
Name=FishLab
GenericName=Deep learning laboratory
GenericName[zh_CN]=深度学习实验室
Comment=A laboratory for the book Deep Learning from Scratch
Comment[zh_CN]=《深度学习入门》的实验室
Exec={command} %f
Icon=fishlab
Terminal=false
StartupNotify=true
StartupWMClass=fishlab
Categories=Education;ArtificialIntelligence;
MimeType={kind};
"""

FILE_KIND = """\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{kind}">
    <comment>FishLab classroom file</comment>
    <comment xml:lang="zh_CN">FishLab 课堂文件</comment>
    <sub-class-of type="application/json"/>
    <icon name="fishlab"/>
    <glob pattern="*.fishlab"/>
  </mime-type>
</mime-info>
"""

ELSEWHERE = {
    "win32": "make a shortcut to `{command}` yourself, and choose it for .fishlab files under "
    "“Open with”",
    "darwin": "start it by `{command}` in Terminal, or put that line into an Automator application",
}


def main(arguments: Sequence[str]) -> int:
    """Write or remove the files; return the exit status."""
    parser = Parser(
        "fishlab desktop",
        "Put FishLab into the menu of a Linux desktop, so that it starts by a click and opens "
        ".fishlab files by a double click; or take it out again.",
    )
    parser.add_argument("ACTION", choices=["install", "remove"], help="what to do")
    action: Literal["install", "remove"] = parser.parse_args(arguments).ACTION
    if not sys.platform.startswith("linux"):
        command = " ".join(paths.start_command())
        advice = ELSEWHERE.get(sys.platform, "start it by `{command}`").format(command=command)
        raise CommandError(f"desktop: this is for Linux desktops; here, {advice}")
    folder = paths.desktop_data()
    if action == "install":
        _install(folder)
    else:
        _remove(folder)
    _tell_desktop(folder)
    return 0


def _files(folder: Path) -> tuple[Path, Path, Path]:
    return (
        folder / "applications" / "fishlab.desktop",
        folder / "mime" / "packages" / "fishlab.xml",
        folder / "icons" / "hicolor" / "scalable" / "apps" / "fishlab.svg",
    )


def _install(folder: Path) -> None:
    command = " ".join(quoted(word) for word in paths.start_command())
    icon = (paths.resources() / "icons" / "fishlab.svg").read_text(encoding="utf-8")
    contents = (
        ENTRY.format(command=command, kind=KIND),
        FILE_KIND.format(kind=KIND),
        icon,
    )
    for path, content in zip(_files(folder), contents, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path, "w") as file:
            file.write(content)
        print(f"wrote    {path}")
    print("FishLab is in the menu of your desktop; .fishlab files open in it.")


def _remove(folder: Path) -> None:
    there = [path for path in _files(folder) if path.is_file() or path.is_symlink()]
    for path in there:
        path.unlink()
        print(f"removed  {path}")
    if not there:
        print(f"nothing to remove in {folder}")


def quoted(word: str) -> str:
    """Return a word of a command as the key Exec of a desktop entry wants it."""
    for special in '\\"`$':
        word = word.replace(special, f"\\{special}")
    # Once more for the file itself, where a backslash begins an escape; % begins a field code.
    word = word.replace("\\", "\\\\").replace("\n", "\\n").replace("%", "%%")
    return f'"{word}"'


def _tell_desktop(folder: Path) -> None:
    """Have the desktop look at its folders now; without these tools it does so by and by."""
    for tool, place in (
        ("update-mime-database", folder / "mime"),
        ("update-desktop-database", folder / "applications"),
    ):
        program = shutil.which(tool)
        if program is not None and place.is_dir():
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run([program, place], capture_output=True, timeout=60, check=False)
