"""The dialog behind “Save for the class…”: which controls are shown, and a note."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fishlab.experiment import Lab, Params
from fishlab.experiment.classroom import LONGEST_NOTE, PRESET, SEED, Classroom, control_names

from .names import named
from .style import quiet_scroll_bars, tint
from .translation import shown, translate


class ClassDialog(QDialog):
    """Asks what the class will see of a lab that is set as it is now."""

    def __init__(
        self,
        lab: Lab,
        params: Params,
        seed: int,
        present: Classroom | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("class_dialog")
        self.setWindowTitle(translate("class", "Save for the class"))
        self._lab, self._params, self._seed = lab, params, seed
        usual = [name for name in control_names(lab) if name not in (PRESET, SEED)]
        ticked = usual if present is None or present.controls is None else present.controls
        self.boxes = {name: self._box(name, name in ticked) for name in control_names(lab)}
        self._elsewhere = named(QLabel(wordWrap=True), "class_elsewhere")
        self._elsewhere.setText(
            translate("class", "Shown only when the class has changed what is ticked above:")
        )
        tint(self._elsewhere, QPalette.ColorRole.PlaceholderText)
        self.note = named(QPlainTextEdit("" if present is None else present.note), "class_note")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(5 * self.fontMetrics().lineSpacing())
        self.note.setPlaceholderText(translate("class", "What should the class look for?"))
        self._room = named(QLabel(), "class_note_room")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self._lay_out(buttons)
        self.note.textChanged.connect(self._count)
        self._count()
        for box in self.boxes.values():
            box.toggled.connect(self._show_reachable)
        self._show_reachable()
        self.resize(30 * self.fontMetrics().averageCharWidth() + 240, 560)

    def classroom(self) -> Classroom:
        """Return what was chosen, with the settings that the lab has now."""
        controls = tuple(
            name for name, box in self.boxes.items() if box.isChecked() and self._reaches(name)
        )
        note = self.note.toPlainText().strip()
        return Classroom(self._lab.id, self._params.to_json(), None, self._seed, note, controls)

    def _box(self, name: str, ticked: bool) -> QCheckBox:
        tip = translate("class", "The class can see and change this")
        spec = self._lab.params.specs().get(name)
        if spec is not None:
            label = shown(spec.label)
            if spec.help is not None:
                tip += "\n" + shown(spec.help)
        elif name == PRESET:
            label = translate("page", "Try this")
        else:
            label = translate("page", "Seed")
        box = named(QCheckBox(label.replace("&", "&&")), f"class:{name}")
        box.setChecked(ticked)
        box.setToolTip(tip)
        box.setAccessibleName(label)
        return box

    def _shows(self, name: str) -> bool:
        """True if the form shows it with the settings as they are."""
        return name not in self._lab.params.specs() or self._params.shows(name)

    def _reaches(self, name: str) -> bool:
        """True if the class can come to see it: it shows now, or what it hangs on can change."""
        if self._shows(name):
            return True
        when = self._lab.params.specs()[name].when
        assert when is not None
        return self.boxes[when[0]].isChecked() and self._reaches(when[0])

    @Slot()
    def _show_reachable(self) -> None:
        reached = {name for name in self.boxes if self._reaches(name)}
        for name, box in self.boxes.items():
            box.setVisible(name in reached)
        self._elsewhere.setVisible(any(not self._shows(name) for name in reached))

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        top = QLabel(wordWrap=True)
        top.setText(
            translate(
                "class",
                "The file opens {lab} with the settings and the seed that it has now, and shows "
                "only what is ticked here.",
                lab=shown(self._lab.title),
            )
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        for name, box in self.boxes.items():
            if self._shows(name):
                column.addWidget(box)
        column.addWidget(self._elsewhere)
        for name, box in self.boxes.items():
            if not self._shows(name):
                column.addWidget(box)
        column.addStretch(1)
        area = named(QScrollArea(), "class_controls")
        area.setAccessibleName(translate("class", "Controls"))
        area.setFrameShape(QFrame.Shape.StyledPanel)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        quiet_scroll_bars(area)
        many = QHBoxLayout()
        for name, words, slot in (
            ("class_all", translate("class", "All"), self._tick_all),
            ("class_none", translate("class", "None"), self._tick_none),
        ):
            button = named(QPushButton(words), name)
            button.setAutoDefault(False)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(slot)
            many.addWidget(button)
        many.addStretch(1)
        words = translate("class", "Note to the class")
        label = QLabel(words)
        label.setBuddy(self.note)
        self.note.setAccessibleName(words)
        self.note.setToolTip(translate("class", "Stands over the picture; may be left empty"))
        head = QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self._room)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(top)
        layout.addLayout(many)
        layout.addWidget(area, 1)
        layout.addLayout(head)
        layout.addWidget(self.note)
        layout.addWidget(buttons)

    @Slot()
    def _tick_all(self) -> None:
        for box in self.boxes.values():
            box.setChecked(True)

    @Slot()
    def _tick_none(self) -> None:
        for box in self.boxes.values():
            box.setChecked(False)

    @Slot()
    def _count(self) -> None:
        left = LONGEST_NOTE - len(self.note.toPlainText().strip())
        self._room.setText(translate("class", "{count} characters left", count=left))
        self._save.setEnabled(left >= 0)
