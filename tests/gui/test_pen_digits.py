"""Digits that people wrote with a pen, written again with the mouse on the pad of the real page.

$FISHLAB_STROKES names a JSON file {"canvas": [w, h], "samples": [{"label", "strokes"}]}.
Every fourth is written; FISHLAB_THOROUGH=1 has all of them written, lets the other networks read
the same drawings, and prints how many they get.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fishlab.experiment import Run
from fishlab.experiment.models import MODELS
from fishlab.gui.page import LabPage
from fishlab.gui.settings import Settings
from fishlab.gui.theme import LIGHT
from fishlab.labs.digits import Digits

FILE = os.environ.get("FISHLAB_STROKES", "")
THOROUGH = bool(os.environ.get("FISHLAB_THOROUGH"))
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

pytestmark = pytest.mark.skipif(not FILE, reason="FISHLAB_STROKES names no file of strokes")


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[LabPage]:
    page = LabPage(Digits(), Settings())
    page.apply_theme(LIGHT)
    page.retranslate()
    # Not a window: as one it would ask the platform for a size again and again.
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(1280, 720)
    page.setParent(around)
    page.resize(1280, 720)
    around.show()
    page.begin()
    yield page
    page.shutdown()


class Writer:
    """A hand with a mouse, and an eye on the prediction."""

    def __init__(self, page: LabPage) -> None:
        self._page = page
        self._answered: Run | None = None
        self._loop = QEventLoop()
        page.player.ended.connect(self._ended)
        self.pad: Any = page.findChild(QWidget, "drawing_pad")
        self.prediction: Any = page.findChild(QWidget, "prediction")

    def _ended(self, run: Run) -> None:
        self._answered = run
        self._loop.quit()

    def write(self, strokes: list[list[list[float]]], canvas: tuple[float, float]) -> str:
        """Write on a clean pad; return what the page reads when it has seen all of it."""
        self.pad.clear()
        side = min(self.pad.width(), self.pad.height())
        scale = side / max(canvas)
        corner = QPoint((self.pad.width() - side) // 2, (self.pad.height() - side) // 2)
        for stroke in strokes:
            points = [corner + QPoint(round(x * scale), round(y * scale)) for x, y in stroke]
            QTest.mousePress(self.pad, LEFT, NONE, points[0])
            for point in points[1:]:
                QTest.mouseMove(self.pad, point)
            QTest.mouseRelease(self.pad, LEFT, NONE, points[-1])
        rows = self.pad.rows()
        while self._answered is not self._page.player.run or self._page.params.strokes != rows:
            self._loop.exec()
        return str(self.prediction.text())


def test_the_deep_network_reads_what_people_write_on_the_pad(page: LabPage) -> None:
    content = json.loads(Path(FILE).read_text(encoding="utf-8"))
    width, height = content["canvas"]
    samples = content["samples"][:: 1 if THOROUGH else 4]
    writer = Writer(page)
    labels = [str(sample["label"]) for sample in samples]
    read, drawn = [], []
    for sample in samples:
        read.append(writer.write(sample["strokes"], (width, height)))
        drawn.append(page.params)
    right = {"deep_convnet": np.mean([a == b for a, b in zip(read, labels, strict=True)])}
    for model in MODELS if THOROUGH else ():
        if model not in right:
            answers = [answer(page, params.replace(model=model)) for params in drawn]
            right[model] = np.mean([a == b for a, b in zip(answers, labels, strict=True)])
    for model, share in right.items():
        print(f"{model}: {share:.2%} of {len(samples)} drawn digits read rightly")
    assert right["deep_convnet"] >= 0.97


def answer(page: LabPage, params: Any) -> str:
    run = Run(page.lab, params)
    run.execute()
    assert run.history.last is not None
    return str(int(run.history.last.scalars["digit"]))
