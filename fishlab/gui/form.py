"""The form that a Params class asks for: one row a field, generated from its Specs.

The form always holds valid Params. A value that does not fit is marked and explained under its
field, and the last valid Params stay in force. Values keep their full precision whatever the
editors round them to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fishlab.experiment import Params, ParamsError, Spec

from .editors import Editor, FlagEditor, Unwheeled, limits, make_editor, short
from .style import mark_wrong, tint
from .translation import shown, translate


class Row(QWidget):
    """A field: label, editor, and under it a complaint when there is one."""

    edited = Signal(str, object)
    typed = Signal(str, str)

    def __init__(self, name: str, spec: Spec, wheel: Unwheeled) -> None:
        super().__init__()
        self.name = name
        self._spec = spec
        self.editor: Editor = make_editor(spec, wheel)
        self.editor.edited.connect(self._edited)
        self.editor.typed.connect(self._typed)
        self.editor.main.setObjectName(f"param:{name}")
        self.label = QLabel()
        self.label.setBuddy(self.editor.main)
        self._live = QLabel("⟳", self)
        tint(self._live, QPalette.ColorRole.Highlight)
        self._live.setVisible(spec.live)
        self._complaint = QLabel(wordWrap=True)
        tint(self._complaint, QPalette.ColorRole.BrightText)
        self._complaint.hide()
        head = QHBoxLayout()
        head.setSpacing(4)
        if isinstance(self.editor, FlagEditor):
            head.addWidget(self.editor)
            self.label.hide()
        else:
            head.addWidget(self.label)
        head.addWidget(self._live)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        if not isinstance(self.editor, FlagEditor):
            layout.addWidget(self.editor)
        layout.addWidget(self._complaint)

    def complain(self, sentence: str) -> None:
        """Mark the field and say what is wrong with it; "" takes the mark away."""
        self._complaint.setText(f"⚠ {sentence}" if sentence else "")
        self._complaint.setVisible(bool(sentence))
        mark_wrong(self.editor.main, bool(sentence))

    @property
    def complaint(self) -> str:
        """The sentence that is shown now."""
        return self._complaint.text()

    def retranslate(self) -> None:
        """Say label, help and range anew."""
        spec = self._spec
        label = shown(spec.label)
        self.label.setText(label)
        parts = [shown(spec.help)] if spec.help else []
        if spec.kind in ("float", "int"):
            low, high = limits(spec)
            parts.append(
                translate("form", "From {low} to {high}", low=short(low), high=short(high))
            )
        told = translate("form", "Takes effect in the running experiment")
        self._live.setToolTip(told)
        self._live.setAccessibleName(told)
        if spec.live:
            parts.append(f"⟳ {told}")
        tip = "\n".join(parts or [label])
        self.editor.retranslate()
        self.label.setToolTip(tip)
        for knob in self.editor.knobs:
            knob.setToolTip(tip)
            knob.setAccessibleName(label)

    def _edited(self, value: Any) -> None:
        self.edited.emit(self.name, value)

    def _typed(self, text: str) -> None:
        self.typed.emit(self.name, text)


class Form(QWidget):
    """The rows of a Params class. `changed` tells the new valid Params after the reader's edit."""

    changed = Signal(object)

    def __init__(self, params: Params, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._params = params
        self._limit: frozenset[str] | None = None
        self._wheel = Unwheeled(self)
        self.rows: dict[str, Row] = {}
        self._complaint = QLabel(wordWrap=True)
        tint(self._complaint, QPalette.ColorRole.BrightText)
        self._complaint.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for name, spec in params.specs().items():
            if spec.hidden:
                continue
            row = self.rows[name] = Row(name, spec, self._wheel)
            row.edited.connect(self._edited)
            row.typed.connect(self._typed)
            layout.addWidget(row)
        layout.addWidget(self._complaint)
        self.show_params(params)
        self.retranslate()

    @property
    def params(self) -> Params:
        """The last valid Params."""
        return self._params

    def show_params(self, params: Params) -> None:
        """Show these instead; nothing is told, every complaint goes."""
        self._params = params
        for name, row in self.rows.items():
            row.editor.show_value(getattr(params, name))
            row.complain("")
        self._complaint.hide()
        self._show_rows()

    def limit(self, names: Iterable[str] | None) -> None:
        """Show no rows but these, whatever the others' values; None: all that matter."""
        self._limit = None if names is None else frozenset(names)
        self._show_rows()

    def edit(self, changes: Mapping[str, Any]) -> None:
        """Take values from elsewhere (a hand on the picture) as if they had been typed.

        Raises ParamsError if they do not fit; nothing has changed then.
        """
        params = self._params.replace(**changes)
        for name in changes:
            if name in self.rows:
                self.rows[name].editor.show_value(getattr(params, name))
                self.rows[name].complain("")
        self._take(params)

    def retranslate(self) -> None:
        """Say every word anew."""
        for row in self.rows.values():
            row.retranslate()

    def _typed(self, name: str, text: str) -> None:
        try:
            value = self._params.specs()[name].parsed(name, text)
        except ParamsError as error:
            self._complain(error)
        else:
            self._edited(name, value)

    def _edited(self, name: str, value: Any) -> None:
        self.rows[name].complain("")
        try:
            params = self._params.replace(**{name: value})
        except ParamsError as error:
            self._complain(error)
        else:
            self._take(params)

    def _take(self, params: Params) -> None:
        self._complaint.hide()
        if params != self._params:
            self._params = params
            self._show_rows()
            self.changed.emit(params)

    def _complain(self, error: ParamsError) -> None:
        sentence = shown(error.message)
        row = self.rows.get(error.name)
        if row is None:
            self._complaint.setText(f"⚠ {sentence}")
            self._complaint.show()
        else:
            row.complain(sentence)

    def _show_rows(self) -> None:
        for name, row in self.rows.items():
            wanted = self._limit is None or name in self._limit
            row.setVisible(wanted and self._params.shows(name))
