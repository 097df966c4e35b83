"""Every lab in every format: written by the window, read by programs that know nothing of it."""

from __future__ import annotations

import base64
import csv
import json
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fishlab.experiment import Lab
from fishlab.experiment.opening import READERS, read_run
from fishlab.gui import pictures
from fishlab.gui.animation import chosen_frames
from fishlab.gui.film_export import SCALES, FilmDialog
from fishlab.gui.main_window import MainWindow
from fishlab.gui.page import LabPage
from fishlab.gui.settings import Settings
from fishlab.gui.style import Dresser
from fishlab.gui.widgets.plot import AXES, Plot
from fishlab.labs import LABS
from fishlab.labs.contents import CONTENTS
from fishlab.labs.digits import Digits
from fishlab.labs.digits_reading import Readings

from .outside import Drawing, Report, apart, attachment, is_blank, opened, page_of, rendered

PATIENCE = 20_000
CASES = [pytest.param(lab, id=lab.id) for lab in LABS]
SHOTS, SMALL = 3, 0.5
SEED = 7
SOON = {"depth": "half"}
"""A preset that has something new to show sooner than the lab's first animated one."""
DOTS = 72 / 96
"""Points of a PDF for each pixel of the window."""


# Times on a clock are another thing in every run.
MEASURED = frozenset({"seconds"})


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(CONTENTS, Settings(), Dresser("light"))
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


class Desk:
    """A page with a run of some frames, and the exports of its menu in a folder."""

    def __init__(
        self, qtbot: QtBot, page: LabPage, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.qtbot, self.page, self.folder = qtbot, page, folder
        self._name = ""
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(self.path), ""))
        monkeypatch.setattr(FilmDialog, "exec", _asks_little)

    @property
    def path(self) -> Path:
        """The file that is written."""
        return self.folder / f"export.{self._name}"

    def save(self, ending: str) -> Path:
        """Write a file as the menu's entry does."""
        self._name = ending
        with self.qtbot.waitSignal(self.page.exports.told, timeout=PATIENCE):
            getattr(self.page.exports, ending).trigger()
        return self.path


def _asks_little(dialog: FilmDialog) -> FilmDialog.DialogCode:
    dialog.frames.setValue(SHOTS)
    dialog.scale.setCurrentIndex(SCALES.index(SMALL))
    return FilmDialog.DialogCode.Accepted


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch) -> Callable[[Lab], Desk]:
    def make(lab: Lab) -> Desk:
        page = window.show_lab(lab.id)
        moving = [p.params for p in lab.presets if lab.is_animated(p.params)]
        if lab.id in SOON:
            moving = [lab.preset(SOON[lab.id]).params]
        start(qtbot, page, (moving or [lab.presets[0].params])[0])
        return Desk(qtbot, page, tmp_path, monkeypatch)

    return make


def start(qtbot: QtBot, page: LabPage, params: Any) -> None:
    """Run until there are frames enough of different steps, and wait there."""
    player = page.player

    def enough() -> bool:
        history = player.run.history
        numbers = chosen_frames(history, SHOTS)
        return len({history.frame(number).step for number in numbers}) == SHOTS

    page.load(params, SEED)
    qtbot.waitUntil(lambda: player.position == 0, timeout=PATIENCE)
    while not player.is_static and not enough() and player.state != "done":
        count = player.count
        player.step()
        qtbot.waitUntil(
            lambda count=count: player.position >= count or player.state == "done", timeout=PATIENCE
        )


def axis_titles(page: LabPage) -> set[str]:
    """What stands at the axes of the plots that are seen."""
    axes = [p.getAxis(name) for p in page.view.findChildren(Plot) if p.isVisible() for name in AXES]
    return {axis.labelText for axis in axes if axis.label.isVisible() and axis.labelText}


def lies_in(area: QRectF, width: int, height: int) -> bool:
    """True if nothing of some words is outside of the picture."""
    return QRectF(-1, -1, width + 2, height + 2).contains(area)


@pytest.mark.parametrize("lab", CASES)
def test_every_format_opens_elsewhere_and_here_again(lab, desk, window, qtbot, monkeypatch):
    if isinstance(lab, Digits):
        # What another test has had read is known, and a matrix that is known has one frame.
        monkeypatch.setattr(lab, "_readings", Readings())
    here = desk(lab)
    look_at_pictures(here)
    look_at_films(here)
    look_at_data(here)
    look_at_report(here)
    go_back(here, window)


def look_at_pictures(here: Desk) -> None:
    """PNG, SVG and PDF: of the right size, with all words, alike, and telling their settings."""
    page = here.page
    width, height = page.view.width(), page.view.height()
    told, titles = page.exports.metadata(), axis_titles(page)
    assert (told["lab"], told["seed"]) == (page.lab.id, SEED)

    png = opened(here.save("png"))
    assert png.size == (2 * width, 2 * height)
    assert not is_blank(png)
    assert json.loads(png.info["fishlab"]) == told

    drawing = Drawing(here.save("svg"))
    assert drawing.root.get("viewBox") == f"0 0 {width} {height}"
    assert json.loads(drawing.note) == told
    assert len(drawing.words) >= 4
    assert all(area.width() > 0 and area.height() > 0 for _, area in drawing.words)
    assert missing(titles, "".join(text for text, _ in drawing.words)) == []
    assert [text for text, area in drawing.words if not lies_in(area, width, height)] == []
    plain = opened(pictures.png_bytes(page.view))
    look_alike(rendered(here.path, plain.size), plain)

    size, text = page_of(here.save("pdf"))
    assert size == pytest.approx((width * DOTS, height * DOTS), abs=1)
    assert json.loads(attachment(here.path)) == told
    # In a PDF by Qt some digits are drawn but cannot be read: it forgets what they were.
    assert missing({letters(title) for title in titles}, letters(text)) == []


def letters(text: str) -> str:
    """Return the letters of a text, ligatures taken apart."""
    return "".join(k for k in unicodedata.normalize("NFKC", text) if k.isalpha())


def look_alike(drawing: Image.Image, plain: Image.Image) -> None:
    """A drawing is what was on the screen, but for half a pixel here and there."""
    mean, off = apart(drawing, plain)
    assert mean < 1.2
    assert off < 0.005


OTHERS = [("perceptron", "book"), ("initialization", "book"), ("depth", "book"), ("digits", "test")]
"""Defaults that stand still, and a gallery of which the end is out of sight."""


@pytest.mark.parametrize(("lab", "preset"), OTHERS)
def test_a_drawing_looks_like_the_picture(qtbot, window, tmp_path, lab, preset):
    page = window.show_lab(lab)
    page.load(page.lab.preset(preset).params, SEED)
    qtbot.waitUntil(lambda: page.player.position >= 0, timeout=PATIENCE)
    pictures.render(page.view, tmp_path / "export.svg")
    plain = opened(pictures.png_bytes(page.view))
    look_alike(rendered(tmp_path / "export.svg", plain.size), plain)


def missing(titles: set[str], text: str) -> list[str]:
    """Return the titles that are not in a text; fonts may change, and spaces come, in mid-word."""
    written = "".join(text.split())
    return [title for title in titles if "".join(title.split()) not in written]


def look_at_films(here: Desk) -> None:
    """GIF and WebP: as many frames as asked for, each another; a still lab offers none."""
    page = here.page
    page.exports.aboutToShow.emit()
    offered = (page.exports.gif.isEnabled(), page.exports.webp.isEnabled())
    assert offered == (not page.player.is_static,) * 2
    for ending in () if page.player.is_static else ("gif", "webp"):
        film = opened(here.save(ending))
        assert film.n_frames == SHOTS
        half = (page.view.width() * SMALL, page.view.height() * SMALL)
        assert film.size == pytest.approx(half, abs=1)
        shots = []
        for number in range(SHOTS):
            film.seek(number)
            shots.append(np.asarray(film.convert("RGB"), np.int16))
            assert not is_blank(film)
        for before, after in pairwise(shots):
            assert np.abs(before - after).max() > 20


def look_at_data(here: Desk) -> None:
    """CSV, NPZ and JSON hold the run's numbers."""
    run, told = here.page.player.run, here.page.exports.metadata()
    history = run.history
    with here.save("csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[0] == "step"
    assert len(head) == 1 + len(history.names)
    assert len(rows) == len(list(history.table()))
    assert all(len(row) == len(head) for row in rows)
    with np.load(here.save("npz"), allow_pickle=False) as archive:
        assert len(archive["frames/step"]) == history.kept
        for name in history.names:
            np.testing.assert_array_equal(archive[f"scalars/{name}"], history.series(name)[1])
        meta = json.loads(str(archive["meta"]))
    saved = json.loads(here.save("json").read_text(encoding="utf-8"))
    for content in (meta, saved):
        assert all(content[key] == told[key] for key in ("lab", "params", "seed"))
    assert saved["frames"] == len(history)


def look_at_report(here: Desk) -> None:
    """HTML: a whole document with its picture, its settings and its run inside."""
    page = here.page
    report = Report(here.save("html"))
    assert str(page.lab.title) in report.text
    assert f"seed {SEED}" in report.text
    assert json.loads(report.script)["params"] == page.params.to_json()
    kind, data = report.pictures[0].split(",", 1)
    picture = opened(base64.b64decode(data))
    assert kind == "data:image/png;base64"
    assert picture.size == (2 * page.view.width(), 2 * page.view.height())
    assert not is_blank(picture)


def go_back(here: Desk, window: MainWindow) -> None:
    """Whatever file is opened, it is the same run, number for number."""
    page, told = here.page, here.page.exports.metadata()
    frames = [page.player.run.history.frame(k) for k in range(min(page.player.count, 2))]
    files = [path for path in here.folder.glob("export.*") if path.suffix in READERS]
    assert len(files) == (len(READERS) - 2 if page.player.is_static else len(READERS))
    for path in files:
        again = read_run(path)
        assert (again.lab, again.params, again.seed) == (told["lab"], told["params"], SEED)
    page.load(page.lab.presets[-1].params, SEED + 1)
    window.open_run(here.folder / "export.svg")
    player = page.player
    assert (page.params.to_json(), page.seed) == (told["params"], SEED)
    here.qtbot.waitUntil(lambda: player.count >= len(frames), timeout=PATIENCE)
    player.pause()
    for k, frame in enumerate(frames):
        twin = player.run.history.frame(k)
        for name, values in frame.arrays.items():
            if name not in MEASURED:
                np.testing.assert_array_equal(twin.arrays[name], values, err_msg=name)
