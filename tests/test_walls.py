"""The walls between the rooms, read from the import statements themselves."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import fishlab
import fishlab.engine

PACKAGE = Path(fishlab.__file__).parent
QT = {"PySide6", "shiboken6", "pyqtgraph"}

# Room -> what it may import besides the standard library and itself.
ROOMS = {
    "engine": {"numpy", "fishlab.engine"},
    "datasets": {"numpy", "PIL", "fishlab.engine", "fishlab.datasets"},
    "experiment": {"numpy", "onnx", "fishlab.engine", "fishlab.datasets", "fishlab.experiment"},
    "labs": {"numpy", "fishlab.engine", "fishlab.datasets", "fishlab.experiment", "fishlab.labs"},
}
# Found by every room, importing nothing of the project itself.
COMMON = {"fishlab", "fishlab.paths", "fishlab.text", "fishlab.blas_threads"}

# What the window may take from the engine: writing files and ending threads. It computes nothing.
PLUMBING = {"fishlab.engine.atomic", "fishlab.engine.parallel"}


@cache
def imports(path: Path) -> frozenset[str]:
    """Return the full names of all modules that a file imports, at its top or inside functions."""
    package = ".".join(["fishlab", *path.relative_to(PACKAGE).parent.parts])
    return frozenset(imported(path.read_text(encoding="utf-8"), package))


def imported(source: str, package: str) -> set[str]:
    """Return what `source`, a module of `package`, imports."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(above if node.level else []), *filter(None, [node.module])])
            for alias in node.names:
                name = f"{base}.{alias.name}"
                found.add(name if _is_module(name) else base)
    return found


@cache
def _is_module(name: str) -> bool:
    place = PACKAGE.parent.joinpath(*name.split("."))
    return place.is_dir() or place.with_suffix(".py").is_file()


def within(name: str, allowed: set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in allowed)


def files(room: str) -> list[Path]:
    found = sorted((PACKAGE / room).rglob("*.py"))
    assert found, f"no files in {room}"
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_its_walls_let_through(room: str) -> None:
    for path in files(room):
        for name in imports(path):
            assert (
                name.split(".")[0] in sys.stdlib_module_names
                or within(name, ROOMS[room])
                or name in COMMON
            ), f"{path.relative_to(PACKAGE)} imports {name}"


def test_common_modules_import_only_the_standard_library() -> None:
    for name in sorted(COMMON - {"fishlab"}):
        path = PACKAGE / f"{name.removeprefix('fishlab.')}.py"
        for imported in imports(path):
            assert imported.split(".")[0] in {*sys.stdlib_module_names, "fishlab"}
            assert not within(imported, set(ROOMS) | {"fishlab.gui"})


def test_window_and_views_import_no_engine_layer() -> None:
    for path in files("gui"):
        engine = {name for name in imports(path) if within(name, {"fishlab.engine"})}
        assert engine <= PLUMBING, f"{path.relative_to(PACKAGE)}: {engine}"


def test_no_lab_or_view_makes_a_layer_of_its_own() -> None:
    exported = set(fishlab.engine.__all__)
    for path in [*files("labs"), *files("gui")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef | ast.ClassDef):
                continue
            place = f"{path.relative_to(PACKAGE)}: {node.name}"
            if isinstance(node, ast.ClassDef):
                methods = {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
                assert not {"forward", "backward"} <= methods, place
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                assert not bases & (exported | {"TrainingLayer"}), place
            if path.parent.name == "labs":
                assert node.name not in exported, place


def test_only_the_window_and_pictures_know_qt() -> None:
    may = {"gui", "bench/window.py", "commands/qt_probe.py", "commands/qt_libraries.py"}
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        if not any(place == door or place.startswith(f"{door}/") for door in may):
            assert not {name for name in imports(path) if within(name, QT)}, place


def test_nothing_below_imports_the_command_line() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        if not place.startswith("commands/") and place not in ("cli.py", "__main__.py"):
            above = {
                name for name in imports(path) if within(name, {"fishlab.cli", "fishlab.commands"})
            }
            assert not above, place


def test_the_reader_of_imports_sees_every_spelling() -> None:
    """The other tests are only as good as `imported`."""
    source = """
import os.path
from . import labels
from .labels import one_hot
from ..gui.theme import LIGHT
from fishlab import gui
def f():
    from PySide6 import QtCore
"""
    assert imported(source, "fishlab.engine") == {
        "os.path",
        "fishlab.engine.labels",
        "fishlab.gui.theme",
        "fishlab.gui",
        "PySide6",
    }


LOADED = """
import sys
from fishlab.cli import main
code = main(sys.argv[1:])
names = {name.split(".")[0] for name in sys.modules}
print("loaded:", *sorted(names & {"PySide6", "pyqtgraph", "numpy"}), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("command", "loaded"),
    [
        ("--version", "loaded:"),
        ("--help", "loaded:"),
        ("labs --json", "loaded: numpy"),
        ("evaluate mlp3 --data sample", "loaded: numpy"),
        ("run perceptron --out run.json run.csv", "loaded: numpy"),
    ],
)
def test_a_command_loads_only_what_it_needs(command: str, loaded: str, tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *command.split()],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr.splitlines()[-1] == loaded
