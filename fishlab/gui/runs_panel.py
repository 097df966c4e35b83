"""The runs: keep the present one, branch from it, repeat it over seeds, lay one over the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fishlab.experiment import Control, Frame, Message, Run
from fishlab.experiment.kept import KeptRun

from .errands import Errands
from .kept_runs import KeptRuns
from .names import named
from .numbers import number
from .player import Player
from .runs_plot import RunsPlot, swatch
from .style import quiet_scroll_bars
from .theme import LIGHT, Theme
from .translation import listed, shown, translate
from .widgets.progress import Progress

SEEDS = 5
MAX_SEEDS = 20
REFRESH = 200
NAME, VALUE = range(2)


class RunsPanel(QWidget):
    """Buttons, the table of kept runs, and the plot in which they and the present run lie."""

    branch_wanted = Signal()
    load_wanted = Signal(object)
    """A KeptRun whose settings the page should take."""
    failed = Signal(str)

    def __init__(self, player: Player, kept: KeptRuns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs")
        self._player = player
        self._kept = kept
        self._theme = LIGHT
        self._repeated = -1
        self.errands = Errands(self)
        self.keep = named(QPushButton(), "keep_run")
        self.branch = named(QPushButton(), "branch")
        self.repeat = named(QPushButton(), "repeat_run")
        self.cancel = named(QPushButton(), "cancel_repeat")
        self.seeds = named(QSpinBox(minimum=2, maximum=MAX_SEEDS, value=SEEDS), "repeat_seeds")
        self._seeds_label = QLabel()
        self._seeds_label.setBuddy(self.seeds)
        self._bar = Progress()
        self.table = named(QTableWidget(0, 2), "kept_runs")
        self.table.setTabKeyNavigation(False)
        self.load = named(QPushButton(), "load_kept")
        self.remove = named(QPushButton(), "remove_kept")
        self._empty = QLabel(wordWrap=True)
        self.plot = named(RunsPlot(player.lab), "runs_plot")
        self._lay_out()
        self._connect()
        self._show_state()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.plot.apply_theme(theme)
        self._refill()

    def retranslate(self) -> None:
        """Say every word anew."""
        self.keep.setText(translate("runs", "Keep this run"))
        self.keep.setToolTip(
            translate("runs", "Keep its curves, settings and seed, now and next time")
        )
        self.branch.setText(translate("runs", "Branch here"))
        self.branch.setToolTip(
            translate(
                "runs",
                "Keep this run, and run it again as far as the frame that is shown; what you "
                "change then leads another way",
            )
        )
        self.repeat.setText(translate("runs", "Repeat"))
        self.repeat.setToolTip(
            translate("runs", "Run these settings with several seeds; mean and spread are drawn")
        )
        self._seeds_label.setText(translate("runs", "Seeds"))
        self.seeds.setToolTip(translate("runs", "How many seeds, counted from the present one"))
        self.seeds.setAccessibleName(translate("runs", "Number of seeds"))
        self.cancel.setText(translate("runs", "Cancel"))
        self.cancel.setToolTip(translate("runs", "Stop repeating"))
        self.load.setText(translate("runs", "Take settings"))
        self.load.setToolTip(translate("runs", "Run again with the settings of the chosen run"))
        self.remove.setText(translate("runs", "Delete"))
        self.remove.setToolTip(translate("runs", "Forget the chosen run (Del)"))
        for button in (self.keep, self.branch, self.repeat, self.cancel, self.load, self.remove):
            button.setAccessibleName(button.text())
        self._bar.setAccessibleName(translate("runs", "How much of the run is done"))
        self._empty.setText(
            translate("runs", "No run is kept yet. Kept runs are laid over the present one below.")
        )
        self.table.setAccessibleName(translate("runs", "Kept runs"))
        self.table.setToolTip(
            translate("runs", "Tick to draw or hide; double click to give another name")
        )
        self.plot.retranslate()
        self._refill()

    def shutdown(self) -> None:
        """Cancel what is repeated and join its thread."""
        self._clock.stop()
        self.errands.shutdown()

    # What the buttons do

    @Slot()
    def keep_present(self) -> None:
        """Keep the run that is shown."""
        run = self._player.run
        if run is not None and len(run.history):
            self._kept.keep(run)

    @Slot()
    def _repeat(self) -> None:
        player = self._player
        self._repeated = -1
        errands = [
            (seed, partial(self._run, seed))
            for seed in range(player.seed, player.seed + self.seeds.value())
        ]
        self.errands.start(errands)
        self._clock.start()
        self._show_state()

    def _run(self, seed: int, control: Control, progress: Callable[[float], None]) -> Run:
        player = self._player
        run = Run(player.lab, player.params, seed, control=control, replay=player.replay)

        def deliver(frame: Frame) -> None:
            if frame.total:
                progress(frame.step / frame.total)

        run.execute(deliver)
        return run

    @Slot(object, object)
    def _one_done(self, seed: int, run: Run | Message) -> None:
        if isinstance(run, Message):
            self.failed.emit(shown(run))
            return
        outcome = run.outcome
        if outcome is None or outcome.kind == "cancelled":
            return
        if outcome.reason is not None:
            self.failed.emit(shown(outcome.reason))
            self.errands.cancel()
        elif self._repeated < 0:
            self._repeated = self._kept.keep(run)
        else:
            self._kept.add_seed(self._repeated, run)

    @Slot()
    def _ended(self) -> None:
        self._clock.stop()
        self._show_state()

    @Slot()
    def _remove_chosen(self) -> None:
        row = self.table.currentRow()
        if row >= 0 and not self.errands.busy:
            self._kept.remove(row)

    @Slot()
    def _load_chosen(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self.load_wanted.emit(self._kept.runs[row])

    @Slot(QTableWidgetItem)
    def _edited(self, item: QTableWidgetItem) -> None:
        if item.column() != NAME:
            return
        row = item.row()
        self._kept.hide(row, item.checkState() == Qt.CheckState.Unchecked)
        if item.text() != self._kept.runs[row].name:
            self._kept.rename(row, item.text())

    # What is shown

    @Slot()
    def _refill(self) -> None:
        runs, row = self._kept.runs, self.table.currentRow()
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(runs))
            for number_, run in enumerate(runs):
                self._fill(number_, run)
            if runs:
                self.table.setCurrentCell(min(max(row, 0), len(runs) - 1), NAME)
        self.table.setHorizontalHeaderLabels(
            [translate("runs", "Run"), self.plot.title or translate("runs", "Value")]
        )
        self._empty.setVisible(not runs)
        self.table.setVisible(bool(runs))
        self._draw()
        self._show_state()

    def _fill(self, row: int, run: KeptRun) -> None:
        hidden = self._kept.is_hidden(row)
        name, value = self._cell(row, NAME), self._cell(row, VALUE)
        icon, stroke = QIcon(), swatch(row, self._theme)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(stroke, mode)
        name.setIcon(icon)
        name.setText(run.name)
        name.setCheckState(Qt.CheckState.Unchecked if hidden else Qt.CheckState.Checked)
        seeds = listed(map(str, run.seeds))
        name.setToolTip(f"{run.name}\n" + translate("runs", "Seeds: {seeds}", seeds=seeds))
        band = run.band(self.plot.scalar)
        value.setText(final_value(run, self.plot.scalar) if len(band.steps) else "")

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        """The cell, made if it is not there: one that is just being edited must not go."""
        cell = self.table.item(row, column)
        if cell is None:
            cell = QTableWidgetItem()
            if column == VALUE:
                cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, cell)
        return cell

    @Slot()
    def _draw(self) -> None:
        if self.isVisible():
            drawn = [
                (number_, run)
                for number_, run in enumerate(self._kept.runs)
                if not self._kept.is_hidden(number_)
            ]
            self.plot.show_runs(self._player.run, drawn)

    @Slot()
    def _player_changed(self) -> None:
        if self.isVisible() and not self._pace.isActive():
            self._pace.start()

    @Slot()
    def _paced(self) -> None:
        self._draw()
        self._show_state()

    @Slot()
    def _show_progress(self) -> None:
        self._bar.show_share(self.errands.part)

    def _show_state(self) -> None:
        player, busy = self._player, self.errands.busy
        self.keep.setEnabled(player.count > 0)
        self.branch.setEnabled(not player.is_static and player.position >= 0)
        self.repeat.setEnabled(not busy)
        self.seeds.setEnabled(not busy)
        self.cancel.setEnabled(busy)
        chosen = self.table.currentRow() >= 0
        self.load.setEnabled(chosen)
        self.remove.setEnabled(chosen and not busy)
        self._bar.setVisible(busy)

    def showEvent(self, event) -> None:
        """Draw what has come while nobody looked."""
        super().showEvent(event)
        self._refill()

    def _lay_out(self) -> None:
        quiet_scroll_bars(self.table)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setIconSize(QSize(32, 16))
        self.table.setFrameShape(self.table.Shape.NoFrame)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.keep, 1)
        first.addWidget(self.branch, 1)
        second.addWidget(self.repeat, 1)
        second.addWidget(self._seeds_label)
        second.addWidget(self.seeds)
        second.addWidget(self.cancel)
        third.addWidget(self.load, 1)
        third.addWidget(self.remove, 1)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._bar)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        column.addLayout(third)
        column.addStretch(0)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(upper)
        split.addWidget(self.plot)
        split.setChildrenCollapsible(False)
        split.setSizes([300, 300])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _connect(self) -> None:
        self._clock = QTimer(self, interval=100)
        self._clock.timeout.connect(self._show_progress)
        self._pace = QTimer(self, interval=REFRESH, singleShot=True)
        self._pace.timeout.connect(self._paced)
        self.keep.clicked.connect(self.keep_present)
        self.branch.clicked.connect(self.branch_wanted)
        self.repeat.clicked.connect(self._repeat)
        self.cancel.clicked.connect(self.errands.cancel)
        self.load.clicked.connect(self._load_chosen)
        self.remove.clicked.connect(self._remove_chosen)
        self.table.itemChanged.connect(self._edited)
        self.table.itemSelectionChanged.connect(self._show_state)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove_chosen)
        self.errands.done.connect(self._one_done)
        self.errands.ended.connect(self._ended)
        self.plot.scalar_chosen.connect(self._refill)
        self._kept.changed.connect(self._refill)
        self._player.changed.connect(self._player_changed)


def final_value(run: KeptRun, scalar: str) -> str:
    """Return the last value of a scalar, with its spread if there are several seeds."""
    band = run.band(scalar)
    mean = number(band.mean[-1], 4)
    if len(run.trials) == 1:
        return mean
    return f"{mean} ± {number(band.high[-1] - band.mean[-1], 2)}"
