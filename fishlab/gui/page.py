"""LabPage: one tab. Settings on the left, the picture on the right, the transport row under it.

The page joins the parts and keeps them in step: the form's Params, the picture's handles, the
preset chooser and the run are always about the same settings. It computes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QTabBar,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fishlab.experiment import Change, Frame, Lab, Message, Params, ParamsError, Preset, Run
from fishlab.experiment.classroom import PRESET, SEED, Classroom
from fishlab.experiment.kept import KeptRun
from fishlab.experiment.run import next_number

from . import error_log
from .class_strip import ClassStrip
from .editors import Unwheeled
from .export_menu import ExportMenu
from .form import Form
from .kept_runs import KeptRuns
from .names import named
from .part_menu import PartMenu
from .player import Player
from .preset_box import PresetBox
from .settings import MAX_SEED, Settings
from .style import quiet_scroll_bars
from .theme import Theme
from .translation import listed, shown, translate
from .transport import Button, Transport
from .verdict_bar import VerdictBar
from .views import make_view

if TYPE_CHECKING:
    from .side_panel import SidePanel

COLUMN_WIDTH = 288
PANEL_WIDTH = 360

# Which of the page's keys a focused widget wants for itself.
SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
LETTERS = frozenset({Qt.Key.Key_R, Qt.Key.Key_B})
ALL_KEYS = SIDEWAYS | LETTERS | {Qt.Key.Key_Space}
OWN_KEYS: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
    (QLineEdit, ALL_KEYS),
    (QAbstractSpinBox, ALL_KEYS),
    (QTextEdit, ALL_KEYS),
    (QPlainTextEdit, ALL_KEYS),
    (QAbstractItemView, ALL_KEYS),
    (QComboBox, LETTERS | {Qt.Key.Key_Space}),
    (QAbstractSlider, SIDEWAYS),
    (QTabBar, SIDEWAYS),
    (QAbstractButton, frozenset({Qt.Key.Key_Space})),
)


class LabPage(QWidget):
    """A lab's tab. Make it, `apply_theme`, `retranslate`, then `load` or `begin`."""

    status_changed = Signal()
    """State, progress or speed may be another one."""
    told = Signal(str)
    """A line for the status bar."""
    lesson_toggled = Signal(bool)
    """The panel beside the picture was opened or closed."""
    settings_pasted = Signal(object)
    """A SavedRun from the clipboard; it may be another lab's."""
    file_given = Signal(object)
    """The Path of a file that was given to the picture, for the window to open."""

    def __init__(self, lab: Lab, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"lab:{lab.id}")
        self.lab = lab
        preset = lab.presets[0]
        self.view = make_view(lab)
        self.player = Player(lab, preset.params, preset.seed, self)
        self.preset_box = PresetBox(lab)
        self.form = Form(preset.params)
        self.seed_box = named(QSpinBox(), "seed")
        self.transport = Transport(lab, self.player)
        self.class_strip = ClassStrip(self)
        self.verdict = VerdictBar(lab.params.specs())
        self.kept = KeptRuns(lab, self)
        self.exports = ExportMenu(self.view, self.player, settings, self)
        self._parts = PartMenu(self.exports, self)
        self.panel: SidePanel | None = None
        self._failed_at = 0
        self._is_behind = False
        self._theme: Theme | None = None
        self._lay_out()
        self._connect()
        self._make_keys()

    # What the window asks for

    @property
    def params(self) -> Params:
        """The settings that are shown."""
        return self.player.params

    @property
    def seed(self) -> int:
        """The seed that is shown."""
        return self.player.seed

    def begin(self) -> None:
        """Show the lab with its present settings."""
        self.load(self.player.params, self.player.seed)

    def load(
        self, params: Params, seed: int, *, play: bool = False, replay: Sequence[Change] = ()
    ) -> None:
        """Take these settings; a long run waits at its first frame unless `play`.

        replay: live changes of a saved run, to be made again.
        """
        self.form.show_params(params)
        self._show_seed(seed)
        self.player.params, self.player.seed, self.player.replay = params, seed, tuple(replay)
        self.preset_box.show_params(params, seed)
        self.view.show_params(params)
        if play:
            self.player.restart()
        else:
            self.player.prepare()

    def enter_class(self, classroom: Classroom | None) -> None:
        """Show only the controls that it names, and its note; None: everything again."""
        controls = None if classroom is None else classroom.controls
        self.form.limit(controls)
        self.preset_box.setVisible(controls is None or PRESET in controls)
        self._seed_row.setVisible(controls is None or SEED in controls)
        self.class_strip.show_classroom(classroom)

    @Slot()
    def _leave_class(self) -> None:
        self.enter_class(None)
        self.setFocus()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.view.apply_theme(theme)
        self.transport.apply_theme(theme)
        self.exports.apply_theme(theme)
        for button in (self._dice, self._lesson, self._export):
            button.apply_theme(theme)
        if self.panel is not None:
            self.panel.apply_theme(theme)

    def retranslate(self) -> None:
        """Say every word anew."""
        self._seed_label.setText(translate("page", "Seed"))
        tip = translate("page", "The same seed and settings give the same run, bit for bit")
        for widget in (self._seed_label, self.seed_box):
            widget.setToolTip(tip)
        self.seed_box.setAccessibleName(translate("page", "Seed"))
        self._dice.say(translate("page", "Another seed"))
        self._lesson.say(translate("page", "Lesson and code"), "F1")
        self._export.say(translate("page", "Export"), "Ctrl+E")
        self.view.setAccessibleName(shown(self.lab.title))
        self._scroll.setAccessibleName(translate("page", "Settings"))
        for part in (self.preset_box, self.form, self.transport, self.verdict, self.exports):
            part.retranslate()
        self._parts.retranslate()
        self.class_strip.retranslate()
        self.view.retranslate()
        if self.panel is not None:
            self.panel.retranslate()

    @Slot(bool)
    def show_panel(self, visible: bool) -> None:
        """Show or hide lesson and code; they are made when first asked for."""
        if visible and self.panel is None:
            from .side_panel import SidePanel  # a tenth of the start, and closed at first

            self.panel = SidePanel(self.lab, self.player, self.kept)
            self.panel.preset_wanted.connect(self._preset_wanted)
            self.panel.runs.branch_wanted.connect(self.branch)
            self.panel.runs.load_wanted.connect(self._load_kept)
            self.panel.runs.failed.connect(self.verdict.complain)
            self.panel.code.save_wanted.connect(self.exports.save_script)
            self.panel.code.told.connect(self.told)
            self._parts.watch(self.panel.runs)
            self._splitter.addWidget(self.panel)
            self._splitter.setStretchFactor(1, 0)
            self._splitter.setCollapsible(1, False)
            if self._theme is not None:
                self.panel.apply_theme(self._theme)
            self.panel.retranslate()
            self._splitter.setSizes([self._splitter.width() - PANEL_WIDTH, PANEL_WIDTH])
        if self.panel is not None:
            self.panel.setVisible(visible)
        with QSignalBlocker(self._lesson):
            self._lesson.setChecked(visible)

    @property
    def shows_panel(self) -> bool:
        """True if lesson and code are shown."""
        return self._lesson.isChecked()

    def show_column(self, visible: bool) -> None:
        """Show or hide the column of settings."""
        self._scroll.setVisible(visible)

    def show_anew(self) -> None:
        """Draw what is shown once more: the room that it has, or its type, is another one."""
        self.view.show_params(self.params)
        self.player.show_anew()

    def open_export_menu(self) -> None:
        """Open the export menu under its button."""
        self._export.showMenu()

    def show_error(self, sentence: Message, trace: str, number: int) -> None:
        """Say that something of this page failed unexpectedly, and write it down.

        number: that of the error, in one row with the runs. It is forgiven when a run that began
            after it is shown well: another setting, or Reset.
        """
        self._failed_at = number
        report = error_log.report(trace, self.lab, self.player.params, self.player.seed)
        error_log.record(report)
        self.verdict.show_error(sentence, report)

    def shutdown(self) -> None:
        """Cancel the run and join every thread of the page."""
        self.player.shutdown()
        self.view.shutdown()
        self.exports.shutdown()
        if self.panel is not None:
            self.panel.shutdown()

    @Slot()
    def branch(self) -> None:
        """Keep the run, and begin it anew up to the frame that is shown, to go another way."""
        left = self.player.branch()
        if left is None:
            return
        self.kept.keep(left)
        self.form.show_params(self.player.params)
        self.preset_box.show_params(self.player.params, self.player.seed)
        self.show_panel(True)
        assert self.panel is not None
        self.panel.show_runs()
        live = [shown(s.label) for s in self.lab.params.specs().values() if s.live]
        if live:
            words = translate(
                "page", "Branched: change {fields} and run on", fields=listed(live[:4])
            )
        else:
            words = translate("page", "The run is kept; nothing of this lab can change on the way")
        self.told.emit(words)

    # One change, told to all the others

    @Slot(object)
    def _form_changed(self, params: Params) -> None:
        self._take(params, self.player.seed)

    @Slot(object)
    def _preset_chosen(self, preset: Preset) -> None:
        self.form.show_params(preset.params)
        self._show_seed(preset.seed)
        self._take(preset.params, preset.seed)

    @Slot(str)
    def _preset_wanted(self, name: str) -> None:
        try:
            preset = self.lab.preset(name)
        except KeyError:
            return
        self.load(preset.params, preset.seed, play=True)

    @Slot(object)
    def _load_kept(self, run: KeptRun) -> None:
        params = self.lab.params.from_json(run.params)
        self.load(params, run.seeds[0], play=True, replay=run.changes)

    @Slot(int)
    def _seed_changed(self, seed: int) -> None:
        self._take(self.player.params, seed)

    @Slot()
    def _roll(self) -> None:
        self.seed_box.setValue(int(np.random.default_rng().integers(0, 10_000)))

    @Slot(dict)
    def _view_edited(self, changes: Mapping[str, Any]) -> None:
        try:
            self.form.edit(changes)
        except ParamsError as error:
            self.verdict.complain(shown(error.message))

    def _take(self, params: Params, seed: int) -> None:
        self.verdict.complain("")
        self.preset_box.show_params(params, seed)
        self.view.show_params(params)
        self.player.take(params, seed)

    def _show_seed(self, seed: int) -> None:
        with QSignalBlocker(self.seed_box):
            self.seed_box.setValue(seed)

    # The run

    @Slot()
    def _reset(self) -> None:
        self.player.prepare()

    @Slot(dict)
    def _fix(self, changes: Mapping[str, Any]) -> None:
        self._view_edited(changes)
        # Whoever has diverged is past help, even by a setting that takes effect at once.
        self.player.restart()

    @Slot()
    def _cleared(self) -> None:
        self.verdict.begin()
        self.view.clear()

    @Slot(object, object)
    def _show_frame(self, run: Run, frame: Frame) -> None:
        if not self.isVisible():
            # Nobody would see it, and the page on show needs the time: see `showEvent`.
            self._is_behind = True
        else:
            self.view.put_off = self._put_off if self.player.draws_in_parts else None
            self._draw(partial(self.view.show_frame, frame, run.history))
        if run.number > self._failed_at:
            self.verdict.forgive()
        self.verdict.show_run(frame.messages, run.outcome)

    def _put_off(self, draw: Callable[[], None]) -> None:
        self.player.parts.append(partial(self._draw, draw))

    def _draw(self, draw: Callable[[], None]) -> None:
        try:
            draw()
        except Exception:
            # The next frame would fail as well, thirty times a second. The run is kept.
            self.player.pause()
            raise

    @Slot(object)
    def _run_ended(self, run: Run) -> None:
        last = run.history.last
        self.verdict.show_run(() if last is None else last.messages, run.outcome)
        outcome = run.outcome
        if outcome is not None and outcome.reason is not None and outcome.report:
            self.show_error(outcome.reason, outcome.report, next_number())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another page was on show."""
        super().showEvent(event)
        if self._is_behind:
            self._is_behind = False
            self.player.show_anew()

    # Layout and keys

    def _lay_out(self) -> None:
        self.seed_box.setRange(0, MAX_SEED)
        self.seed_box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.seed_box.installEventFilter(Unwheeled(self))
        self._seed_label = QLabel()
        self._seed_label.setBuddy(self.seed_box)
        self._dice = Button("roll_seed", "seed")
        self._seed_row = QWidget()
        seed_row = QHBoxLayout(self._seed_row)
        seed_row.setContentsMargins(0, 0, 0, 0)
        seed_row.setSpacing(8)
        seed_row.addWidget(self._seed_label)
        seed_row.addStretch(1)
        seed_row.addWidget(self.seed_box)
        seed_row.addWidget(self._dice)
        column = QWidget()
        inside = QVBoxLayout(column)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(16)
        inside.addWidget(self.preset_box)
        inside.addWidget(self.form)
        inside.addWidget(self._seed_row)
        inside.addStretch(1)
        self._scroll = named(QScrollArea(), "settings")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        quiet_scroll_bars(self._scroll)
        self._scroll.setFixedWidth(COLUMN_WIDTH)
        self._scroll.setWidget(column)

        self._lesson = Button("show_lesson", "lesson")
        self._lesson.setCheckable(True)
        self._export = Button("export")
        self._export.setMenu(self.exports)
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        bottom = QHBoxLayout()
        bottom.setSpacing(4)
        bottom.addWidget(self.transport, 1)
        bottom.addWidget(self._lesson)
        bottom.addWidget(self._export)
        middle = QWidget()
        right = QVBoxLayout(middle)
        right.setContentsMargins(8, 8, 12, 8)
        right.setSpacing(8)
        right.addWidget(self.class_strip)
        self.class_strip.hide()
        right.addWidget(self.view, 1)
        right.addWidget(self.verdict)
        right.addLayout(bottom)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(middle)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll)
        layout.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self._parts.watch(self.view)
        self.form.changed.connect(self._form_changed)
        self.preset_box.chosen.connect(self._preset_chosen)
        self.seed_box.valueChanged.connect(self._seed_changed)
        self._dice.clicked.connect(self._roll)
        self.view.edited.connect(self._view_edited)
        self.view.file_given.connect(self.file_given)
        self.transport.reset.clicked.connect(self._reset)
        self.verdict.reset.connect(self._reset)
        self.class_strip.done.connect(self._leave_class)
        self.verdict.fix_wanted.connect(self._fix)
        self._lesson.toggled.connect(self.show_panel)
        self._lesson.toggled.connect(self.lesson_toggled)
        self.player.shown.connect(self._show_frame)
        self.player.cleared.connect(self._cleared)
        self.player.ended.connect(self._run_ended)
        self.player.changed.connect(self.status_changed)
        self.exports.told.connect(self.told)
        self.exports.failed.connect(self.verdict.complain)
        self.kept.failed.connect(self.verdict.complain)
        self.exports.pasted.connect(self.settings_pasted)

    def _make_keys(self) -> None:
        for key, slot in (
            (Qt.Key.Key_Space, self.player.toggle),
            (Qt.Key.Key_Right, self.player.step),
            (Qt.Key.Key_Left, self.player.step_back),
            (Qt.Key.Key_R, self._reset),
            (Qt.Key.Key_B, self.branch),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def event(self, event: QEvent) -> bool:
        """Let a focused field have its keys before they become the page's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focused = QApplication.focusWidget()
            for kind, keys in OWN_KEYS:
                if isinstance(focused, kind) and not isinstance(focused, Button):
                    if event.key() in keys and not event.modifiers():
                        event.accept()
                        return True
                    break
        return super().event(event)
