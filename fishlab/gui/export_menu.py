"""The export menu of a page: pictures, data, settings; to files and to the clipboard."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from fishlab.engine.atomic import replacing
from fishlab.experiment import LabError, Run
from fishlab.experiment.export import (
    SavedRunError,
    changes_as_json,
    write_csv,
    write_json,
    write_npz,
)
from fishlab.experiment.sharing import from_line, to_command, to_line

from .player import Player
from .settings import Settings
from .theme import LIGHT, Theme
from .translation import shown, translate
from .views.base import View

if TYPE_CHECKING:
    from .film_export import FilmExport

PNG_SCALE = 2.0
WRITERS: dict[str, Callable[[Path, Run], None]] = {
    "csv": write_csv,
    "npz": write_npz,
    "json": write_json,
}


class ExportMenu(QMenu):
    """Everything that can be taken away from a lab."""

    told = Signal(str)
    """Something worth a line in the status bar has happened."""
    failed = Signal(str)
    """Something went wrong; the sentence says what."""
    saved = Signal(str)
    """A file was written (its path)."""
    pasted = Signal(object)
    """Settings came from the clipboard (a SavedRun)."""
    _written = Signal(str, str)

    def __init__(
        self, view: View, player: Player, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._player = player
        self._settings = settings
        self._threads: list[threading.Thread] = []
        self._films: FilmExport | None = None
        self._theme = LIGHT
        self.aboutToShow.connect(self._offer)
        self._written.connect(self._tell_written, Qt.ConnectionType.QueuedConnection)
        self.png = self._add("export_png", self.save_png)
        self.svg = self._add("export_svg", self.save_svg)
        self.pdf = self._add("export_pdf", self.save_pdf)
        self.addSeparator()
        self.gif = self._add("export_gif", self.save_gif)
        self.webp = self._add("export_webp", self.save_webp)
        self.html = self._add("export_html", self.save_html)
        self.addSeparator()
        self.csv = self._add("export_csv", self.save_csv)
        self.npz = self._add("export_npz", self.save_npz)
        self.json = self._add("export_json", self.save_json)
        self.py = self._add("export_py", self.save_script)
        self.addSeparator()
        self.copy_picture = self._add("copy_picture", self.picture_to_clipboard)
        self.copy_data = self._add("copy_data", self.data_to_clipboard)
        self.copy_settings = self._add("copy_settings", self.settings_to_clipboard)
        self.paste_settings = self._add("paste_settings", self.settings_from_clipboard)
        self.copy_command = self._add("copy_command", self.command_to_clipboard)

    @Slot()
    def _offer(self) -> None:
        """A picture that stands still makes no animation."""
        for action in (self.gif, self.webp):
            action.setEnabled(not self._player.is_static)

    def retranslate(self) -> None:
        """Say every word anew."""
        self.setTitle(translate("export", "All of the lab"))
        self.png.setText(translate("export", "Picture (PNG)…"))
        self.svg.setText(translate("export", "Picture as vectors (SVG)…"))
        self.pdf.setText(translate("export", "Picture as vectors (PDF)…"))
        self.gif.setText(translate("export", "Animation (GIF)…"))
        self.webp.setText(translate("export", "Animation (WebP)…"))
        self.html.setText(translate("export", "Report in one file (HTML)…"))
        self.csv.setText(translate("export", "Numbers as a table (CSV)…"))
        self.npz.setText(translate("export", "Frames for NumPy (NPZ)…"))
        self.json.setText(translate("export", "Run with its settings (JSON)…"))
        self.py.setText(translate("export", "Script (Python)…"))
        # The keys belong to the actions of the window's menu; here they are only shown.
        self.copy_picture.setText(translate("export", "Copy picture") + "\tCtrl+Shift+C")
        self.copy_data.setText(translate("export", "Copy numbers"))
        self.copy_settings.setText(translate("export", "Copy settings"))
        self.paste_settings.setText(translate("export", "Paste settings") + "\tCtrl+Shift+V")
        self.copy_command.setText(translate("export", "Copy as a command"))

    def shutdown(self) -> None:
        """Wait until the files under way are written."""
        for thread in self._threads:
            thread.join()
        if self._films is not None:
            self._films.cancel()

    # To files

    @Slot()
    def save_png(self) -> None:
        """Ask where, and save the picture there."""
        self.save_part(self._view, "png")

    @Slot()
    def save_svg(self) -> None:
        """Ask where, and save the picture there."""
        self.save_part(self._view, "svg")

    @Slot()
    def save_pdf(self) -> None:
        """Ask where, and save the picture there."""
        self.save_part(self._view, "pdf")

    @Slot()
    def save_gif(self) -> None:
        """Ask where and how, and save the run as an animation."""
        self._save_film("gif", translate("export", "GIF animation"))

    @Slot()
    def save_webp(self) -> None:
        """Ask where and how, and save the run as an animation."""
        self._save_film("webp", translate("export", "WebP animation"))

    @Slot()
    def save_html(self) -> None:
        """Ask where, and save a report of the run."""
        from .report import write_report

        run = self._player.run
        if run is None or not len(run.history):
            return
        path = self._ask("html", translate("export", "HTML report"))
        if path is None:
            return
        try:
            write_report(self._view, run, path)
        except OSError as error:
            self.failed.emit(_sentence(path, error))
        else:
            self._tell_saved(path)

    @Slot()
    def save_csv(self) -> None:
        """Ask where, and save the scalars there."""
        self._save_data("csv", translate("export", "Table of numbers"))

    @Slot()
    def save_npz(self) -> None:
        """Ask where, and save the frames there."""
        self._save_data("npz", translate("export", "NumPy archive"))

    @Slot()
    def save_json(self) -> None:
        """Ask where, and save settings, seed and result there."""
        self._save_data("json", translate("export", "FishLab run"))

    @Slot()
    def save_script(self) -> None:
        """Ask where, and save a script there that does what the run does."""
        player = self._player
        try:
            text = player.lab.script(player.params, player.seed)
        except LabError as error:
            self.failed.emit(shown(error.message))
            return
        path = self._ask("py", translate("export", "Python script"))
        if path is None:
            return
        try:
            with replacing(path, "w") as file:
                file.write(text)
        except OSError as error:
            self.failed.emit(_sentence(path, error))
        else:
            self._tell_saved(path)

    def save_part(self, part: QWidget, ending: str) -> None:
        """Ask where, and save the picture of `part`, a widget of the page, there."""
        from . import pictures  # QtSvg and the vector devices: only when asked for

        kinds = {
            "png": translate("export", "PNG picture"),
            "svg": translate("export", "SVG drawing"),
            "pdf": translate("export", "PDF document"),
        }
        path = self._ask(ending, kinds[ending])
        if path is None:
            return
        try:
            pictures.render(part, path, scale=PNG_SCALE, metadata=self.metadata())
        except OSError as error:
            self.failed.emit(_sentence(path, error))
        else:
            self._tell_saved(path)

    def _save_film(self, ending: str, kind: str) -> None:
        from .film_export import FilmDialog, FilmExport

        run = self._player.run
        if run is None or not len(run.history):
            return
        # The run rests while it is drawn, so that the film has an end.
        self._player.pause()
        path = self._ask(ending, kind)
        if path is None:
            return
        size = (self._view.width(), self._view.height())
        dialog = FilmDialog(run.history.kept, size, self._view.window())
        if dialog.exec() != FilmDialog.DialogCode.Accepted:
            return
        if self._films is None:
            self._films = FilmExport(self._view)
            self._films.told.connect(self.told)
            self._films.saved.connect(self.saved)
            self._films.failed.connect(self.failed)
        self._films.start(run, path, dialog.film(), self._theme, size, self.metadata())

    def apply_theme(self, theme: Theme) -> None:
        """Draw films in the colours of `theme`."""
        self._theme = theme

    def _save_data(self, ending: str, kind: str) -> None:
        run = self._player.run
        if run is None:
            return
        path = self._ask(ending, kind)
        if path is None:
            return
        # A long run takes seconds to compress; the window goes on meanwhile.
        arguments = (WRITERS[ending], path, run)
        thread = threading.Thread(target=self._write, args=arguments, name="fishlab-export")
        self._threads = [t for t in self._threads if t.is_alive()] + [thread]
        thread.start()

    def _write(self, writer: Callable[[Path, Run], None], path: Path, run: Run) -> None:
        try:
            writer(path, run)
        except OSError as error:
            self._written.emit(str(path), _sentence(path, error))
        else:
            self._written.emit(str(path), "")

    @Slot(str, str)
    def _tell_written(self, path: str, failure: str) -> None:
        if failure:
            self.failed.emit(failure)
        else:
            self._tell_saved(path)

    def _tell_saved(self, path: Path | str) -> None:
        self.saved.emit(str(path))
        self.told.emit(translate("export", "Saved {path}", path=path))

    def _ask(self, ending: str, kind: str) -> Path | None:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        folder = self._settings.text("folder") or pictures
        proposed = str(Path(folder) / f"{self._player.lab.id}.{ending}")
        # Qt's dialog asks before an existing file is overwritten.
        name, _ = QFileDialog.getSaveFileName(
            self.parentWidget(), translate("export", "Save as"), proposed, f"{kind} (*.{ending})"
        )
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() != f".{ending}":
            path = path.with_name(f"{path.name}.{ending}")
        self._settings.put("folder", str(path.parent))
        return path

    def metadata(self) -> dict[str, Any]:
        """Return what a picture should say about itself."""
        player, run = self._player, self._player.run
        return {
            "lab": player.lab.id,
            "params": player.params.to_json(),
            "seed": player.seed,
            "frame": max(player.position, 0),
            "changes": [] if run is None else changes_as_json(run),
        }

    # To the clipboard

    @Slot()
    def picture_to_clipboard(self) -> None:
        """Copy the picture."""
        self.copy_part(self._view)

    def copy_part(self, part: QWidget) -> None:
        """Copy the picture of `part`, a widget of the page."""
        from . import pictures

        QGuiApplication.clipboard().setImage(pictures.image(part, PNG_SCALE))
        self.told.emit(translate("export", "The picture is in the clipboard"))

    @Slot()
    def data_to_clipboard(self) -> None:
        """Copy the scalars as a table that a spreadsheet understands."""
        run = self._player.run
        if run is not None:
            QGuiApplication.clipboard().setText(table_text(run))
            self.told.emit(translate("export", "The numbers are in the clipboard"))

    @Slot()
    def settings_to_clipboard(self) -> None:
        """Copy lab, parameters and seed as one line."""
        player = self._player
        QGuiApplication.clipboard().setText(to_line(player.lab, player.params, player.seed))
        self.told.emit(translate("export", "The settings are in the clipboard"))

    @Slot()
    def settings_from_clipboard(self) -> None:
        """Take the settings that `settings_to_clipboard` put there."""
        try:
            self.pasted.emit(from_line(QGuiApplication.clipboard().text()))
        except SavedRunError:
            self.failed.emit(translate("export", "The clipboard holds no settings of a lab"))

    @Slot()
    def command_to_clipboard(self) -> None:
        """Copy the command that makes the same run."""
        player = self._player
        QGuiApplication.clipboard().setText(to_command(player.lab, player.params, player.seed))
        self.told.emit(translate("export", "The command is in the clipboard"))

    def _add(self, name: str, slot: Callable[[], None]) -> QAction:
        action = self.addAction("")
        action.setObjectName(name)
        action.triggered.connect(slot)
        return action


def table_text(run: Run) -> str:
    """Return every scalar of `run`, a row a frame, columns parted by tabs."""
    names = run.history.names
    lines = ["\t".join(("step", *names))]
    for step, scalars in run.history.table():
        lines.append("\t".join((str(step), *(str(scalars.get(name, "")) for name in names))))
    return "\n".join(lines) + "\n"


def _sentence(path: Path, error: OSError) -> str:
    return translate(
        "export", "{path} could not be written: {reason}", path=path, reason=error.strerror or error
    )
