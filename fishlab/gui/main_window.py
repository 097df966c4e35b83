"""The main window: a tab for each lab, the menu, and the status bar.

A page is built when its tab is first opened. Closing the window keeps the settings, then cancels
and joins every run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QMessageBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from fishlab.engine.parallel import shutdown as end_helping_threads
from fishlab.experiment import QT_TRANSLATE_NOOP, Lab, Message, Params, message
from fishlab.experiment.run import in_one_line, next_number
from fishlab.labs import find_lab
from fishlab.labs.contents import Entry

from . import error_log, language
from .about import about_text, shortcuts_text
from .error_log import trace_of
from .error_watch import ErrorWatch, owners
from .files import Files, dropped_file
from .menus import Menus
from .names import named
from .page import LabPage
from .presentation import Presentation, grow_all
from .settings import Settings
from .status import Status
from .strip import Strip
from .style import Dresser, Mode, plain_tabs
from .theme import Theme
from .translation import shown, translate
from .verdict_bar import VerdictBar

UNEXPECTED = QT_TRANSLATE_NOOP("window", "Something unexpected went wrong: {error}")
SIZE = QSize(1280, 800)
MESSAGE_TIME = 8000


class MainWindow(QMainWindow):
    """The window over the labs of a table of contents; `find` brings a lab when it is opened."""

    def __init__(
        self,
        contents: Sequence[Entry],
        settings: Settings,
        dresser: Dresser,
        find: Callable[[str], Lab] = find_lab,
    ) -> None:
        super().__init__()
        self._labs = contents
        self._find = find
        self._settings = settings
        self._dresser = dresser
        self._pages: dict[str, LabPage] = {}
        self._found: dict[str, tuple[Params, int]] = {}
        """What each page began with."""
        self._bars: dict[int, VerdictBar] = {}
        """Those that stand in place of a page, by the number of the tab."""
        self._panel_wanted = False
        self._column_wanted = True
        self._before = (False, True)
        """Whether panel and column were wanted before the presentation."""
        self._presentation = Presentation(self)
        self._over = False
        self._watch: ErrorWatch | None = None
        self.setObjectName("fishlab")
        self.setAcceptDrops(True)
        self.tabs = named(QTabWidget(), "labs")
        plain_tabs(self.tabs)
        self._hint = Strip("hint")
        self._hint.done.connect(self._hint.hide)
        self._hint.hide()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._hint)
        self.setCentralWidget(middle)
        self._holders = [QVBoxLayout() for _ in contents]
        for holder in self._holders:
            holder.setContentsMargins(0, 0, 0, 0)
            tab = QWidget()
            tab.setLayout(holder)
            self.tabs.addTab(tab, "")
        self.status = Status()
        self.statusBar().addPermanentWidget(self.status)
        self.files = Files(self, settings)
        self.menus = Menus(self, dresser.mode)
        self._make_keys()
        self._restore()
        self.retranslate()
        self.tabs.currentChanged.connect(self._tab_opened)
        dresser.changed.connect(self._apply_theme)
        try:
            self._tab_opened()
        except Exception as error:  # settings kept from last time must not keep the window shut
            self.show_error(error, next_number())

    # Pages

    @property
    def page(self) -> LabPage:
        """The page of the open tab."""
        return self.open_page(self._labs[self.tabs.currentIndex()].id)

    def open_page(self, lab_id: str) -> LabPage:
        """Return that lab's page, built now if it never was; raise KeyError if there is no such."""
        if lab_id not in self._pages:
            number = self._number(lab_id)
            lab = self._find(lab_id)
            page = LabPage(lab, self._settings)
            grow_all(page)
            self._holders[number].addWidget(page)
            self._pages[lab_id] = page
            page.apply_theme(self._dresser.theme)
            page.retranslate()
            page.status_changed.connect(self._refresh_status)
            page.told.connect(self.tell)
            page.exports.saved.connect(self.files.saved)
            page.settings_pasted.connect(self.files.load)
            page.file_given.connect(self.files.open)
            page.lesson_toggled.connect(self._lesson_toggled)
            kept = self._settings.lab(lab)
            self._found[lab_id] = kept or (page.params, page.seed)
            if kept is None:
                page.begin()
            else:
                page.load(*kept)
        return self._pages[lab_id]

    @property
    def _built_page(self) -> LabPage | None:
        """The page of the open tab, unless it could not be built."""
        return self._pages.get(self._labs[self.tabs.currentIndex()].id)

    def open_tab(self, lab_id: str) -> None:
        """Open the tab of that lab; raise KeyError if there is no such lab."""
        self.tabs.setCurrentIndex(self._number(lab_id))

    def show_lab(self, lab_id: str) -> LabPage:
        """Open the tab of that lab and return its page; raise KeyError if there is no such lab."""
        self.open_tab(lab_id)
        return self.page

    def lab(self, lab_id: str) -> Lab:
        """Return that lab; raise KeyError if this window has no such lab."""
        return self._find(self._labs[self._number(lab_id)].id)

    def _number(self, lab_id: str) -> int:
        for number, lab in enumerate(self._labs):
            if lab.id == lab_id:
                return number
        raise KeyError(f"there is no lab {lab_id!r}")

    @Slot()
    def _tab_opened(self) -> None:
        page = self.page
        page.show_panel(self._panel_wanted)
        page.show_column(self._column_wanted)
        # The keys are the open lab's, unless the reader walks along the tabs themselves.
        if not self.tabs.tabBar().hasFocus():
            page.setFocus()
        self.statusBar().clearMessage()
        self._refresh_status()

    @Slot()
    def _refresh_status(self) -> None:
        page = self._built_page
        if page is not None:
            self.status.show_player(page.player)

    def watch_errors(self) -> None:
        """Show every error that nobody catches, until the window is closed."""
        self._watch = ErrorWatch(self)
        self._watch.happened.connect(self.show_error)

    @Slot(object, int)
    def show_error(self, error: Exception, number: int) -> None:
        """Show what nobody caught in the lab where it was raised, else in the open one.

        number: that of the error, in one row with the runs.
        """
        sentence, trace = message(UNEXPECTED, error=in_one_line(error)), trace_of(error)
        # A page that failed while it was built is not among the pages.
        built = set(self._pages.values())
        pages = [page for owner in owners(error) if (page := _page_of(owner)) in built]
        page = pages[0] if pages else self._built_page
        if page is not None:
            page.show_error(sentence, trace, number)
        else:
            self._show_unbuilt(sentence, trace)

    def _show_unbuilt(self, sentence: Message, trace: str) -> None:
        """Say in the open tab why its page could not be built; Reset tries again."""
        number = self.tabs.currentIndex()
        report = error_log.report(trace)
        error_log.record(report)
        bar = VerdictBar()
        bar.reset.connect(self._build_again)
        older = self._bars.pop(number, None)
        if older is not None:
            older.deleteLater()
        self._bars[number] = bar
        self._holders[number].addWidget(bar)
        bar.retranslate()
        bar.show_error(sentence, report)

    @Slot()
    def _build_again(self) -> None:
        self._tab_opened()
        self._bars.pop(self.tabs.currentIndex()).deleteLater()

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Show a sentence in the status bar for a while."""
        self.statusBar().showMessage(sentence, MESSAGE_TIME)

    # Files

    def open_run(self, path: Path) -> None:
        """Open a saved run or a classroom file in its lab's tab, or say what is wrong with it."""
        self.files.open(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome one saved run or classroom file."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped file."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_run(path)

    # What menu and keys do

    def _make_keys(self) -> None:
        for number in range(min(len(self._labs), 9)):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            shortcut.activated.connect(partial(self.tabs.setCurrentIndex, number))
        for key, way in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(partial(self._turn, way))

    def _turn(self, way: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + way) % self.tabs.count())

    @Slot()
    def save_run(self) -> None:
        """Ask where, and save the run of the open tab."""
        self.page.exports.save_json()

    @Slot()
    def open_export(self) -> None:
        """Open the export menu of the open tab."""
        self.page.open_export_menu()

    @Slot(bool)
    def show_panel(self, visible: bool) -> None:
        """Show or hide lesson and code, in every tab."""
        self._panel_wanted = visible
        self.page.show_panel(visible)

    @Slot(bool)
    def _lesson_toggled(self, visible: bool) -> None:
        self._panel_wanted = visible
        self.menus.lesson.setChecked(visible)

    def welcome(self) -> None:
        """Say in the reader's very first window how to begin; never again afterwards."""
        if not self._settings.text("welcomed"):
            self._settings.put("welcomed", "yes")
            self._hint.show()

    @Slot(bool)
    def show_column(self, visible: bool) -> None:
        """Show or hide the settings beside the picture, in every tab."""
        self._column_wanted = visible
        self.menus.column.setChecked(visible)
        self.page.show_column(visible)

    @Slot(bool)
    def present(self, large: bool) -> None:
        """Write everything large and leave the room to the picture, or as it was before."""
        self.menus.presentation.setChecked(large)
        if large == self._presentation.active:
            return
        if large:
            self._before = self._panel_wanted, self._column_wanted
        panel, column = (False, False) if large else self._before
        self._presentation.show_large(large)
        self._panel_wanted, self._column_wanted = panel, column
        self.menus.lesson.setChecked(panel)
        self.menus.column.setChecked(column)
        for page in self._pages.values():
            page.show_panel(panel)
            page.show_column(column)
            page.show_anew()

    @Slot(bool)
    def show_full_screen(self, full: bool) -> None:
        """Take the whole screen, or give it back."""
        state = Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | state if full else self.windowState() & ~state)

    def choose_theme(self, mode: Mode) -> None:
        """Dress in light, dark, or as the system does, now and next time."""
        self.menus.themes[mode].setChecked(True)
        self._settings.put("theme", mode)
        self._dresser.choose(mode)

    def choose_language(self, name: str) -> None:
        """Speak that language, now and next time."""
        self.menus.languages[name].setChecked(True)
        self._settings.put("language", name)
        language.use(name)

    @Slot(object)
    def _apply_theme(self, theme: Theme) -> None:
        for page in self._pages.values():
            page.apply_theme(theme)

    @Slot()
    def show_shortcuts(self) -> None:
        """Show a list of the keys."""
        self._inform(translate("window", "Keyboard shortcuts"), shortcuts_text())

    @Slot()
    def show_about(self) -> None:
        """Say what the program is."""
        title = translate("window", "About FishLab")
        self._inform(title, about_text())

    def _inform(self, title: str, text: str) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setText(text)
        box.setIconPixmap(self.windowIcon().pixmap(64, 64))
        box.open()

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """A translator came or went: say everything anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say every word of the window, and of the pages built so far, anew."""
        self.setWindowTitle("FishLab")
        for number, lab in enumerate(self._labs):
            self.tabs.setTabText(number, shown(lab.title))
            chapter = translate("window", "Chapter {chapter}", chapter=lab.chapter)
            key = f" (Ctrl+{number + 1})" if number < 9 else ""
            self.tabs.setTabToolTip(number, f"{chapter}{key}\n{shown(lab.summary)}")
        self.tabs.setAccessibleName(translate("window", "Labs"))
        self.menus.retranslate()
        self._hint.say(
            translate(
                "window",
                "Every tab is a lab, in the order of the book. Choose something under “Try this”, "
                "press Space to run it, and change what you like. F1 opens the lesson.",
            ),
            translate("window", "Got it"),
            translate("window", "How to begin; shown this once"),
        )
        self.status.retranslate()
        for page in self._pages.values():
            page.retranslate()
        for bar in self._bars.values():
            bar.retranslate()
        self._refresh_status()

    # Coming and going

    def _restore(self) -> None:
        self.resize(_fitting(SIZE))
        geometry = self._settings.octets("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self._panel_wanted = self._settings.text("lesson") == "shown"
        self._column_wanted = self._settings.text("column") != "hidden"
        self.menus.lesson.setChecked(self._panel_wanted)
        self.menus.column.setChecked(self._column_wanted)
        self.present(self._settings.text("presentation") == "on")
        ids = [lab.id for lab in self._labs]
        tab = self._settings.text("tab")
        if tab in ids:
            self.tabs.setCurrentIndex(ids.index(tab))

    def _keep(self) -> None:
        self._settings.put("geometry", self.saveGeometry())
        self._settings.put("tab", self._labs[self.tabs.currentIndex()].id)
        large = self._presentation.active
        panel, column = self._before if large else (self._panel_wanted, self._column_wanted)
        self._settings.put("presentation", "on" if large else "off")
        self._settings.put("lesson", "shown" if panel else "hidden")
        self._settings.put("column", "shown" if column else "hidden")
        for lab_id in self._pages:
            self.keep_lab(lab_id)
        self._settings.save()

    def keep_lab(self, lab_id: str) -> None:
        """Remember the reader's own settings of that lab; a class has settings of its own."""
        page = self._pages.get(lab_id)
        if page is None or page.class_strip.classroom is not None:
            return
        # What was only looked at here may have been changed in another window.
        if (page.params, page.seed) != self._found[lab_id]:
            self._settings.put_lab(page.lab, page.params, page.seed)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the focus in the picture, so that Space runs."""
        super().showEvent(event)
        page = self._built_page
        if page is not None:
            page.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the settings and end every run."""
        if not self._over:
            self._keep()
        self.discard()
        super().closeEvent(event)

    def discard(self) -> None:
        """End every run and keep no settings; the window cannot be used any more."""
        self._over = True
        for page in self._pages.values():
            page.shutdown()
        self._presentation.show_large(False)
        if self._watch is not None:
            self._watch.end()
        end_helping_threads()


def _page_of(owner: QObject | None) -> LabPage | None:
    while owner is not None and not isinstance(owner, LabPage):
        owner = owner.parent()
    return owner


def _fitting(size: QSize) -> QSize:
    """Return `size`, or what the screen has room for; off screen there is no edge to mind."""
    screen = QGuiApplication.primaryScreen()
    if QGuiApplication.platformName() == "offscreen" or screen is None:
        return size
    return size.boundedTo(screen.availableSize())
