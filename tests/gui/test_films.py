"""Films and reports: as many frames as asked for, each another, the run inside, and a way out."""

from __future__ import annotations

import json
import sys
import threading
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QProgressDialog,
    QPushButton,
)

from fishlab.experiment import Params, Run
from fishlab.experiment.opening import read_run
from fishlab.gui import animation
from fishlab.gui.animation import Film, chosen_frames, write_film
from fishlab.gui.film_export import FilmDialog
from fishlab.gui.headless import drawn
from fishlab.gui.page import LabPage
from fishlab.gui.report import write_report
from fishlab.gui.theme import LIGHT
from fishlab.labs import find_lab

OPTIMIZERS = find_lab("optimizers")


def finished(params: Params) -> Run:
    run = Run(OPTIMIZERS, params, 4)
    assert run.execute().kind == "done"
    return run


@pytest.fixture(scope="module")
def run() -> Run:
    return finished(OPTIMIZERS.presets[0].params)


def told(run: Run) -> dict[str, object]:
    return {"lab": run.lab.id, "params": run.params.to_json(), "seed": run.seed}


@pytest.mark.parametrize("ending", [".gif", ".webp"])
def test_a_film_has_the_frames_asked_for_and_each_is_another(qapp, run, tmp_path, ending):
    path = tmp_path / f"film{ending}"
    write_film(run, path, Film(frames=7, rate=10, scale=0.5), LIGHT, (640, 480), told(run))
    with Image.open(path) as film:
        assert film.n_frames == 7
        assert film.size == (320, 240)
        seen = set()
        for number in range(film.n_frames):
            film.seek(number)
            film.load()
            assert film.info["duration"] == 100
            seen.add(film.convert("RGB").tobytes())
    assert len(seen) == 7
    saved = read_run(path)
    assert (saved.lab, saved.seed, saved.params) == ("optimizers", 4, run.params.to_json())


def test_the_frames_are_spread_over_the_run(run):
    assert chosen_frames(run.history, 4) == [0, 10, 20, 30]
    assert chosen_frames(run.history, 1000) == list(range(31))


class Reader(HTMLParser):
    """Collects the text, the pictures and the script of a page, and checks that tags close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.pictures: list[str] = []
        self.script = ""

    def handle_starttag(self, tag, attributes):
        if tag == "img":
            self.pictures.append(dict(attributes)["src"])
        if tag not in ("img", "meta", "br", "hr", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.script += data
        else:
            self.text.append(data)


def test_a_report_is_one_file_with_all_of_the_run(qapp, run, tmp_path):
    view = drawn(OPTIMIZERS, run.params, "light")
    view.resize(640, 480)
    view.show()
    view.show_frame(run.history.last, run.history)
    write_report(view, run, tmp_path / "report.html")
    view.close()
    reader = Reader()
    reader.feed((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert reader.open == []
    text = " ".join(reader.text)
    for word in ("Optimizers", "seed 4", "Momentum: rate η", "loss · Adam", "AdaGrad is lowest"):
        assert word in text
    assert len(reader.pictures) > 3
    assert all(picture.startswith("data:image/") for picture in reader.pictures)
    assert json.loads(reader.script)["seed"] == 4
    assert read_run(tmp_path / "report.html").params == run.params.to_json()


@pytest.fixture
def page(qtbot, settings) -> LabPage:
    page = LabPage(OPTIMIZERS, settings)
    qtbot.addWidget(page)
    page.apply_theme(LIGHT)
    page.retranslate()
    page.resize(1000, 700)
    page.player.set_rate(None)
    page.load(OPTIMIZERS.presets[0].params, 0, play=True)
    page.show()
    qtbot.waitUntil(lambda: page.player.state == "done")
    yield page
    page.shutdown()
    page.close()


def answer(button: QDialogButtonBox.StandardButton, frames: int) -> None:
    """Fill the dialog in as soon as it is open."""

    def fill() -> None:
        (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, FilmDialog)]
        dialog.frames.setValue(frames)
        dialog.findChild(QDialogButtonBox).button(button).click()

    QTimer.singleShot(50, fill)


def test_the_window_makes_a_film(qtbot, page, tmp_path: Path, monkeypatch):
    path = tmp_path / "race.gif"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(path), ""))
    answer(QDialogButtonBox.StandardButton.Ok, 5)
    with qtbot.waitSignal(page.exports.told, timeout=10_000) as said:
        page.exports.save_gif()
    assert said.args == [f"Saved {path}"]
    with Image.open(path) as film:
        assert film.n_frames == 5


def test_a_cancelled_film_leaves_no_file(qtbot, page, tmp_path: Path, monkeypatch):
    path = tmp_path / "race.webp"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(path), ""))
    answer(QDialogButtonBox.StandardButton.Ok, 31)
    page.exports.save_webp()
    films = page.exports._films
    assert films.busy
    qtbot.wait(60)
    films._bar.findChild(QPushButton).click()
    assert not films.busy
    assert list(tmp_path.glob("race*")) == []


def test_a_folder_that_is_gone_is_told(qtbot, page, tmp_path: Path, monkeypatch):
    path = tmp_path / "gone" / "race.gif"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(path), ""))
    answer(QDialogButtonBox.StandardButton.Ok, 2)
    with qtbot.waitSignal(page.exports.failed, timeout=10_000) as said:
        page.exports.save_gif()
    assert "could not be written" in said.args[0]


@pytest.mark.parametrize("part", ["step", "write"])
def test_a_film_with_a_bug_in_it_is_given_up_and_the_bug_told(
    qtbot, page, tmp_path: Path, monkeypatch, part
):
    def broken(*arguments):
        raise ZeroDivisionError("of the film")

    bugs = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: bugs.append(error))
    monkeypatch.setattr(threading, "excepthook", lambda told: bugs.append(told.exc_value))
    monkeypatch.setattr(animation.Shooting, part, broken)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / "x.gif"), ""))
    answer(QDialogButtonBox.StandardButton.Ok, 2)
    page.exports.save_gif()
    qtbot.waitUntil(lambda: bugs != [] and not page.exports._films.busy)
    assert [str(bug) for bug in bugs] == ["of the film"]  # once, not at every tick
    bars = page.window().findChildren(QProgressDialog, "film_progress")
    assert not any(bar.isVisible() for bar in bars)


def test_a_still_picture_offers_no_film(qtbot, settings):
    page = LabPage(find_lab("activations"), settings)
    qtbot.addWidget(page)
    page.begin()
    page.exports.aboutToShow.emit()
    assert not page.exports.gif.isEnabled()
    assert page.exports.html.isEnabled()
    page.shutdown()
