"""The transport row: step back, run, pause, step, reset, a slider over frames, and the speed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from fishlab.experiment import Lab

from .icons import icon
from .names import named
from .player import Player
from .style import PROMINENT_BUTTON, tint
from .theme import LIGHT, Theme
from .translation import translate
from .widgets.words import Words

SPEEDS = (1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class Button(QToolButton):
    """A button with an icon. A click leaves the focus where it is; Tab reaches it all the same."""

    def __init__(self, name: str, drawing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._drawing = drawing or name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoRaise(True)

    def apply_theme(self, theme: Theme, ink: str = "") -> None:
        """Draw the icon in the theme's ink."""
        self.setIcon(icon(self._drawing, theme, ink))

    def say(self, words: str, key: str = "") -> None:
        """Name the button, for the mouse and for those who listen."""
        self.setToolTip(f"{words} ({key})" if key else words)
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the page: they step through the run."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Transport(QWidget):
    """Buttons and slider that steer a `Player` and show where it is."""

    def __init__(self, lab: Lab, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._theme = LIGHT
        self.step_back = Button("step_back")
        self.run = Button("run")
        self.pause = Button("pause")
        self.step = Button("step")
        self.reset = Button("reset")
        self.run.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.slider = named(QSlider(Qt.Orientation.Horizontal), "scrub")
        self.place = named(Words(), "place")
        self.follows = named(QLabel(), "follows")
        for label in (self.place, self.follows):
            tint(label, QPalette.ColorRole.PlaceholderText)
        self.speed = named(QComboBox(), "speed")
        paces = (lab.pace(preset.params) for preset in lab.presets)
        rates = sorted({*SPEEDS, *(pace for pace in paces if pace is not None)})
        for rate in (*rates, None):
            self.speed.addItem("", rate)
        self._show_speed()

        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for button in (self.step_back, self.run, self.pause, self.step, self.reset):
            layout.addWidget(button)
        layout.addSpacing(4)
        # It may be cut: a sentence must not keep the window wide.
        self.follows.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(self.follows, 1)
        layout.addWidget(self.slider, 1)
        layout.addStretch()
        layout.addWidget(self.place)
        layout.addWidget(self.speed)

        self.step_back.clicked.connect(player.step_back)
        self.run.clicked.connect(player.play)
        self.pause.clicked.connect(player.pause)
        self.step.clicked.connect(player.step)
        self.slider.valueChanged.connect(player.seek)
        self.speed.currentIndexChanged.connect(self._choose_speed)
        player.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show state and place of the player."""
        player = self._player
        state, count, first = player.state, player.count, player.first
        moving = not player.is_static
        self.run.setEnabled(state != "running")
        self.pause.setEnabled(moving and state == "running")
        self.step.setEnabled(moving and (player.is_alive or player.looks_back))
        self.step_back.setEnabled(moving and player.position > first)
        for widget in (self.slider, self.place, self.speed):
            widget.setVisible(moving)
        # Why nothing is to be seen when Run is pressed here.
        self.follows.setVisible(not moving)
        self._show_speed()
        self._show_prominence(moving)
        if moving:
            self.slider.setEnabled(count > first + 1)
            with QSignalBlocker(self.slider):
                self.slider.setRange(first, max(count - 1, first))
                self.slider.setValue(max(player.position, 0))
            self._show_place()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for button in (self.step_back, self.pause, self.step, self.reset):
            button.apply_theme(theme)
        self._draw_run()

    def retranslate(self) -> None:
        """Say every word anew."""
        self.step_back.say(translate("transport", "One frame back"), "←")
        self.run.setText(translate("transport", "Run"))
        self.run.say(translate("transport", "Run, or go on"), translate("transport", "Space"))
        self.pause.say(translate("transport", "Pause"), translate("transport", "Space"))
        self.step.say(translate("transport", "One frame on"), "→")
        self.reset.say(translate("transport", "Cancel and go back to the beginning"), "R")
        self.follows.setText(
            translate("transport", "The picture follows every change of the settings")
        )
        self.slider.setToolTip(translate("transport", "Drag through the frames of this run"))
        self.slider.setAccessibleName(translate("transport", "Frame"))
        self.speed.setToolTip(translate("transport", "Steps per second"))
        self.speed.setAccessibleName(translate("transport", "Speed"))
        for index in range(self.speed.count()):
            rate = self.speed.itemData(index)
            words = (
                translate("transport", "as fast as it can")
                if rate is None
                else translate("transport", "{rate} / s", rate=f"{rate:g}")
            )
            self.speed.setItemText(index, words)
        self._show_place()

    def _show_prominence(self, prominent: bool) -> None:
        """A picture that follows the parameters by itself hardly needs the button."""
        if self.run.property("prominent") != prominent:
            self.run.setProperty("prominent", prominent)
            self.run.setStyleSheet(PROMINENT_BUTTON if prominent else "")
            self._draw_run()

    def _draw_run(self) -> None:
        prominent = self.run.property("prominent")
        self.run.apply_theme(self._theme, self._theme.accent_text if prominent else "")

    def _show_place(self) -> None:
        count = self._player.count
        self.place.setText(
            translate(
                "transport", "{number} of {count}", number=self._player.position + 1, count=count
            )
        )
        # The words may grow with the numbers; the slider must not tremble with every frame.
        self.place.setMinimumWidth(max(self.place.minimumWidth(), self.place.sizeHint().width()))

    def _show_speed(self) -> None:
        rates = [self.speed.itemData(index) for index in range(self.speed.count())]
        with QSignalBlocker(self.speed):
            self.speed.setCurrentIndex(rates.index(self._player.rate))

    def _choose_speed(self, index: int) -> None:
        self._player.set_rate(self.speed.itemData(index))
