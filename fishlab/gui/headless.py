"""Pictures without a window on the screen: the same view and the same window, drawn off screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from fishlab.experiment import Frame, Lab, Params, Run
from fishlab.experiment.export import changes_as_json

from . import language, pictures
from .animation import FORMATS as FILMS
from .animation import Film, write_film
from .app import application, create_window
from .report import write_report
from .style import Dresser, Mode
from .theme import DARK, LIGHT, Theme
from .views import make_view
from .views.base import View

PNG_SCALE = 1.0


def off_screen() -> QApplication:
    """Return an application that needs no display (an existing one is taken as it is)."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        qInstallMessageHandler(_tell)
    return application()


def picture(
    lab: Lab,
    params: Params,
    seed: int,
    paths: Sequence[Path | str],
    size: tuple[int, int] = (1280, 800),
    theme: Mode = "light",
    lang: str = "en",
    deliver: Callable[[Frame], None] = lambda frame: None,
    film: Film | None = None,
) -> Run:
    """Run `lab` in the foreground and write its view, as it is at the end, to `paths`.

    A path that ends in .gif or .webp gets the whole run as a film, .html a report. size: width and
    height of the picture in pixels. deliver: called with every frame. Returns the run; if it failed
    before its first frame, no picture is written.
    Raises OSError if a file cannot be written, ValueError for an unknown ending.
    """
    off_screen()
    language.use(lang)
    run = Run(lab, params, seed)
    run.execute(deliver)
    last = run.history.last
    if last is None:
        return run
    view = drawn(lab, params, theme)
    try:
        view.resize(*size)
        view.show()
        settle()
        # A part that the first frame brings forth has its size only afterwards.
        for _ in range(2):
            view.show_frame(last, run.history)
            settle()
        metadata = {
            "lab": lab.id,
            "params": params.to_json(),
            "seed": seed,
            "frame": len(run.history) - 1,
            "changes": changes_as_json(run),
        }
        for path in map(Path, paths):
            ending = path.suffix.lower()
            if ending in FILMS:
                write_film(run, path, film or Film(), view_theme(theme), size, metadata)
            elif ending == ".html":
                write_report(view, run, path)
            else:
                pictures.render(view, path, scale=PNG_SCALE, metadata=metadata)
    finally:
        view.close()
    return run


def view_theme(mode: Mode) -> Theme:
    """Return the colours of a picture that was asked for in that mode."""
    return DARK if mode == "dark" else LIGHT


def drawn(lab: Lab, params: Params, theme: Mode) -> View:
    """Return a view of `lab` in `theme`, in the current language, not yet shown."""
    dresser = Dresser(theme)
    view = make_view(lab)
    dresser.setParent(view)
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.apply_theme(dresser.theme)
    view.retranslate()
    view.show_params(params)
    return view


def screenshot(
    path: Path | str,
    lab_id: str | None = None,
    preset: str | None = None,
    seed: int | None = None,
    changes: Mapping[str, Any] | None = None,
    size: tuple[int, int] = (1280, 800),
    theme: Mode | None = None,
    lang: str | None = None,
) -> Run:
    """Save the whole window as a PNG, with that lab's run finished; return the run.

    preset, seed, changes: settings to run with (default: the lab's first preset).
    Raises KeyError for an unknown lab or preset, ParamsError for a value that does not fit,
    OSError if the file cannot be written.
    """
    off_screen()
    window = create_window(lang, theme, hint=False)
    try:
        page = window.page if lab_id is None else window.show_lab(lab_id)
        chosen = page.lab.presets[0] if preset is None else page.lab.preset(preset)
        params = chosen.params.replace(**dict(changes or {}))
        window.resize(*size)
        window.show()
        page.player.set_rate(None)
        page.load(params, chosen.seed if seed is None else seed, play=True)
        finished = QEventLoop()
        page.player.ended.connect(finished.quit)
        finished.exec()
        settle()
        run = page.player.run
        assert run is not None
        metadata = {"lab": page.lab.id, "params": params.to_json(), "seed": run.seed}
        pictures.render(window, path, metadata=metadata)
        return run
    finally:
        window.discard()


def settle() -> None:
    """Let layouts and repaints that are under way come to their end."""
    for _ in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


def _tell(kind: QtMsgType, context: object, text: str) -> None:
    """Say what Qt says, except what a platform without a screen cannot do with windows."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)
