"""The draw and the test mode: a digit on the left, its reading on the right, the layers below."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import shown, told, translate
from fishlab.labs.digits import Digits
from fishlab.labs.digits_params import DigitsParams

from .digits_browser import Browser
from .digits_gallery import NOTHING, Gallery, Pictures
from .digits_layers import Layers
from .digits_paper import AS_READ, Paper
from .digits_pipeline import STEPS, Pipeline
from .digits_prediction import Prediction


class ReadingPanel(QWidget):
    """Shows frames of the draw and of the test mode."""

    edited = Signal(dict)

    def __init__(self, lab: Digits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lab = lab
        self._mode = "draw"
        self._frame: Frame | None = None
        self.paper = Paper(lab)
        self.browser = Browser()
        self.prediction = Prediction()
        self.pipeline = Pipeline()
        self.gallery = Gallery()
        self.gallery.setObjectName("test:digits")
        self.layers = Layers()
        self.layers.setObjectName("layers")
        self._headings = {name: QLabel() for name in ("prediction", "input", "layers")}
        self._left = QStackedWidget()
        self._below = QStackedWidget()
        self._lay_out()
        for part in (self.paper, self.browser, self.pipeline):
            part.edited.connect(self.edited)
        self.paper.kept.connect(self._keep)
        self.gallery.chosen.connect(self._choose)

    def _lay_out(self) -> None:
        self._left.addWidget(self.paper)
        self._left.addWidget(self.browser)
        self._below.addWidget(self.pipeline)
        self._below.addWidget(self.gallery)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._headings["prediction"])
        right.addWidget(self.prediction, 3)
        right.addSpacing(6)
        right.addWidget(self._headings["input"])
        # In a window of 1280 × 800 two rows of digits.
        right.addWidget(self._below, 2)
        bottom = QVBoxLayout()
        bottom.setSpacing(2)
        bottom.addWidget(self._headings["layers"])
        bottom.addWidget(self.layers, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.addWidget(self._left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addLayout(bottom, 1, 0, 1, 2)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 6)
        grid.setRowStretch(0, 62)
        grid.setRowStretch(1, 38)

    # Frames and parameters

    def show_params(self, params: DigitsParams) -> None:
        """Turn to the mode of `params`; the pad takes its drawing."""
        self._mode = params.mode
        test = params.mode == "test"
        self._left.setCurrentWidget(self.browser if test else self.paper)
        self._below.setCurrentWidget(self.gallery if test else self.pipeline)
        self.pipeline.show_switches({step: getattr(params, step) for step in STEPS[1:]})
        if not test:
            self.paper.show_params(params)
        self._name_input()

    def show_frame(self, frame: Frame | None) -> None:
        """Show the answers to a drawing or to a test digit; None empties all."""
        self._frame = frame
        arrays = {} if frame is None else frame.arrays
        label = int(arrays["label"][0]) if "label" in arrays else None
        self.prediction.show_probabilities(arrays.get("probabilities"), label)
        self.layers.show_arrays(arrays)
        if self._mode == "test":
            self.browser.show_frame(frame)
            self._show_gallery(frame)
        else:
            steps = {step: arrays[f"step.{step}"] for step in STEPS if f"step.{step}" in arrays}
            self.pipeline.show_steps(steps or None)
            if "image" in arrays:
                self.paper.say("")

    def _show_gallery(self, frame: Frame | None) -> None:
        arrays = {} if frame is None else frame.arrays
        if "numbers" not in arrays:
            self.gallery.show_digits(NOTHING, self._progress(frame))
            return
        assert frame is not None
        index = self.browser.index
        self.gallery.show_digits(
            Pictures(
                arrays["images"],
                arrays["labels"],
                arrays["read"],
                np.arange(len(arrays["numbers"])),
            ),
            shown(frame.messages[0]),
        )
        self.gallery.set_current(index)

    def _progress(self, frame: Frame | None) -> str:
        if frame is None or not frame.total:
            return ""
        return translate(
            "digits",
            "Reading all test digits: {done} of {total}",
            done=f"{frame.step:,}",
            total=f"{frame.total:,}",
        )

    def _choose(self, index: int) -> None:
        if index != self.browser.index:
            self.edited.emit({"index": index})

    # One's own digits

    def _keep(self, label: int) -> None:
        """Keep the drawing as the network saw it, with a label, and take a new sheet."""
        frame = self._frame
        if frame is None or "image" not in frame.arrays or self.paper.pad.is_empty():
            return
        if label == AS_READ:
            label = int(self.prediction.text())
        try:
            count = self._lab.keep_digit(frame.arrays["image"], label)
        except (ValueError, OSError) as error:
            self.paper.say(translate("digits", "✗ {reason}", reason=told(error)))
            return
        self.paper.pad.clear()
        self.paper.say(
            translate(
                "digits",
                "✓ Kept as a {label}. Digits of your own: {count}",
                label=label,
                count=count,
            )
        )

    # Words and colours

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for part in (
            self.paper,
            self.browser,
            self.prediction,
            self.pipeline,
            self.gallery,
            self.layers,
        ):
            part.apply_theme(theme)
        for heading in self._headings.values():
            heading.setStyleSheet(f"color: {theme.muted}; font-weight: 600;")

    def retranslate(self) -> None:
        """Set every word anew."""
        for part in (self.paper, self.browser, self.prediction, self.pipeline, self.layers):
            part.retranslate()
        self._headings["prediction"].setText(translate("digits", "What the network reads"))
        self._headings["layers"].setText(translate("digits", "What each layer answers"))
        self.gallery.setAccessibleName(translate("digits", "Chosen test digits"))
        self.gallery.setToolTip(translate("digits", "The digits chosen on the left; click one"))
        self._name_input()

    def _name_input(self) -> None:
        self._headings["input"].setText(
            translate("digits", "The chosen digits")
            if self._mode == "test"
            else translate("digits", "From the paper to what the network sees")
        )
