"""What `fishlab` without a command does once its options are read: a window, or a picture of it."""

from __future__ import annotations

import argparse
from pathlib import Path

from fishlab.experiment import Lab, ParamsError
from fishlab.experiment.classroom import ENDING, ClassroomError, read_classroom
from fishlab.experiment.export import SavedRunError
from fishlab.experiment.opening import READERS, read_run
from fishlab.labs import LABS, find_lab
from fishlab.labs.foreign import FOREIGN, PICTURES, POINTS, WEIGHTS, lab_for_file

from .console import CommandError, explained
from .lab_options import chosen_preset
from .qt_libraries import require_display, require_qt
from .run import DEFAULT_SIZE, check_folder, raise_if_failed


def opened(options: argparse.Namespace) -> int:
    """Open the window until it is closed; return the exit status."""
    if options.file is not None:
        if options.lab is not None:
            raise CommandError("a file says itself which lab it opens: leave --lab away")
        check_file(options.file)
    _lab(options.lab)
    if options.preset is not None or options.seed is not None:
        raise CommandError("--preset and --seed go with --screenshot FILE.png")
    require_display()
    from fishlab.gui.app import main as open_window

    return open_window(options)


def drawn(options: argparse.Namespace) -> int:
    """Save a picture of the window with the lab's run finished; return the exit status."""
    if options.file is not None:
        raise CommandError(f"--screenshot opens no file: leave {options.file} away")
    lab = _lab(options.lab)
    preset = chosen_preset(lab, options.preset)
    path: Path = options.screenshot
    if path.suffix.lower() != ".png":
        raise CommandError(f"{path}: a screenshot is a .png file; name one")
    check_folder(path)
    require_qt()
    from fishlab.gui.headless import screenshot

    run = screenshot(
        path,
        lab.id,
        preset.id,
        options.seed,
        size=options.size or DEFAULT_SIZE,
        theme=options.theme,
        lang=options.lang,
    )
    raise_if_failed(run)
    print(path)
    return 0


def check_file(path: Path) -> None:
    """Raise CommandError or OSError if the window could not open that file."""
    with explained(ClassroomError, SavedRunError, ParamsError, KeyError):
        if path.suffix.lower() == ENDING:
            classroom = read_classroom(path)
            try:
                lab = find_lab(classroom.lab)
            except KeyError:
                raise classroom.no_such_lab() from None
            classroom.settings(lab)
            return
        try:
            saved = read_run(path)
        except SavedRunError as error:
            _check_foreign(path, error)
            return
        params = find_lab(saved.lab).params.from_json(saved.params)
        for _, values in saved.changes:
            params.replace(**values)


def _check_foreign(path: Path, no_run: SavedRunError) -> None:
    """Raise CommandError if no lab has a use for a file that tells of no run."""
    ending = path.suffix.lower()
    if ending in FOREIGN:
        with explained(ValueError):
            lab_for_file(path)
    elif ending in READERS:
        raise no_run
    else:
        raise CommandError(
            f"{path}: the window opens a run ({' '.join(READERS)}), a class ({ENDING}), "
            f"weights ({' '.join(WEIGHTS)}), a picture of a digit ({' '.join(PICTURES)}) "
            f"or points ({' '.join(POINTS)})"
        )


def _lab(lab_id: str | None) -> Lab:
    if lab_id is None:
        return LABS[0]
    with explained(KeyError):
        return find_lab(lab_id)
