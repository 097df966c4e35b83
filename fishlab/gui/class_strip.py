"""The strip over a lab that was opened for a class: the teacher's note, and the way out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fishlab.experiment.classroom import Classroom

from .strip import Strip
from .translation import translate


class ClassStrip(Strip):
    """Shown while a page is limited to what a classroom file names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("class_strip", parent)
        self.classroom: Classroom | None = None

    def show_classroom(self, classroom: Classroom | None) -> None:
        """Show the note of this one; None: nothing."""
        self.classroom = classroom
        self.retranslate()
        self.setVisible(classroom is not None)

    def retranslate(self) -> None:
        """Say every word anew."""
        note = "" if self.classroom is None else self.classroom.note
        self.say(
            note or translate("class", "Only what this class needs is shown."),
            translate("class", "Show everything"),
            translate("class", "Leave the class and show all controls of this lab"),
        )
