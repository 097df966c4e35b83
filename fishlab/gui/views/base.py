"""View: the Qt side of a lab. Frame in, plot items out; it computes nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.theme import Theme


class View(QWidget):
    """Base of every lab's picture.

    The page calls, always in the window's thread: `apply_theme` and `retranslate` once before the
    first frame and on every change, `show_params` whenever the form's Params change, `show_frame`
    for the newest frame (or an older one, when the reader steps back), `clear` on reset.
    """

    edited = Signal(dict)
    """A hand on the picture changed parameters: {name: value}. The page puts them into the form,
    which starts a new run or updates the running one, exactly as if they had been typed."""

    file_given = Signal(object)
    """A Path that was given to the picture, but is the window's to open: a run, perhaps another
    lab's, or something that another lab has a use for."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lab = lab
        self.put_off: Callable[[Callable[[], None]], None] | None = None
        """Set by the page while a run goes at full speed: draws something one turn later."""

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw `frame`; `history` has every scalar of the run so far."""
        raise NotImplementedError

    def soon(self, draw: Callable[[], None]) -> None:
        """Draw a part of the frame: now, or at full speed in a turn of its own, so that the window
        can answer between the parts of a picture that takes long.
        """
        if self.put_off is None:
            draw()
        else:
            self.put_off(draw)

    def show_params(self, params: Params) -> None:
        """Move handles and marks to `params`; no need to wait for the next frame."""

    def clear(self) -> None:
        """Show the empty state: the run was reset."""

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""

    def retranslate(self) -> None:
        """Set every word anew in the current language."""

    def shutdown(self) -> None:
        """Join whatever threads are at work for the picture: the page is closed."""
