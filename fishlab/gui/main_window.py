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
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QMenu,
    QMessageBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from fishlab import __version__
from fishlab.engine.parallel import shutdown as end_helping_threads
from fishlab.experiment import QT_TRANSLATE_NOOP, Lab, Message, Params, ParamsError, message
from fishlab.experiment.export import SavedRun, SavedRunError
from fishlab.experiment.opening import READERS, read_run
from fishlab.experiment.run import in_one_line
from fishlab.labs import find_lab
from fishlab.labs.contents import Entry

from . import error_log, language
from .about import about_text, shortcuts_text
from .error_log import trace_of
from .error_watch import ErrorWatch, owners
from .names import named
from .page import LabPage
from .settings import MAX_SEED, Settings
from .status import Status
from .style import MODES, Dresser, Mode, plain_tabs
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
        self._over = False
        self._watch: ErrorWatch | None = None
        self.setObjectName("fishlab")
        self.setAcceptDrops(True)
        self.tabs = named(QTabWidget(), "labs")
        plain_tabs(self.tabs)
        self.setCentralWidget(self.tabs)
        self._holders = [QVBoxLayout() for _ in contents]
        for holder in self._holders:
            holder.setContentsMargins(0, 0, 0, 0)
            tab = QWidget()
            tab.setLayout(holder)
            self.tabs.addTab(tab, "")
        self.status = Status()
        self.statusBar().addPermanentWidget(self.status)
        self._make_menu()
        self._make_keys()
        self._restore()
        self.retranslate()
        self.tabs.currentChanged.connect(self._tab_opened)
        dresser.changed.connect(self._apply_theme)
        try:
            self._tab_opened()
        except Exception as error:  # settings kept from last time must not keep the window shut
            self.show_error(error)

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
            self._holders[number].addWidget(page)
            self._pages[lab_id] = page
            page.apply_theme(self._dresser.theme)
            page.retranslate()
            page.status_changed.connect(self._refresh_status)
            page.told.connect(self.tell)
            page.settings_pasted.connect(self._load)
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

    def _number(self, lab_id: str) -> int:
        for number, lab in enumerate(self._labs):
            if lab.id == lab_id:
                return number
        raise KeyError(f"there is no lab {lab_id!r}")

    @Slot()
    def _tab_opened(self) -> None:
        page = self.page
        page.show_panel(self._panel_wanted)
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

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Show what nobody caught in the lab where it was raised, else in the open one."""
        sentence, trace = message(UNEXPECTED, error=in_one_line(error)), trace_of(error)
        # A page that failed while it was built is not among the pages.
        built = set(self._pages.values())
        pages = [page for owner in owners(error) if (page := _page_of(owner)) in built]
        page = pages[0] if pages else self._built_page
        if page is not None:
            page.show_error(sentence, trace)
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

    @Slot()
    def ask_open(self) -> None:
        """Ask for a saved run and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self,
            translate("window", "Open a run"),
            self._settings.text("folder"),
            translate("window", "FishLab run") + f" ({' '.join(f'*{e}' for e in READERS)})",
        )
        if name:
            self._settings.put("folder", str(Path(name).parent))
            self.open_run(Path(name))

    def open_run(self, path: Path) -> None:
        """Open a saved run in its lab's tab; say what is wrong with the file if it cannot be."""
        try:
            saved = read_run(path)
        except (OSError, SavedRunError):
            sentence = translate("window", "{path} is not a saved run of FishLab", path=path)
            self.page.verdict.complain(sentence)
            return
        self._load(saved)

    @Slot(object)
    def _load(self, saved: SavedRun) -> None:
        try:
            lab = self._find(self._labs[self._number(saved.lab)].id)
        except KeyError:
            sentence = translate("window", "There is no lab named {lab}", lab=saved.lab)
            self.page.verdict.complain(sentence)
            return
        try:
            params = lab.params.from_json(saved.params)
            for _, values in saved.changes:
                params.replace(**values)
        except ParamsError as error:
            self.page.verdict.complain(shown(error.message))
            return
        self.show_lab(lab.id).load(
            params, min(saved.seed, MAX_SEED), play=True, replay=saved.changes
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome one saved run."""
        if _dropped_run(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped run."""
        path = _dropped_run(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_run(path)

    # Menu and keys

    def _make_menu(self) -> None:
        key, bar = QKeySequence.StandardKey, self.menuBar()
        self._file = bar.addMenu("")
        self._open = self._action(self._file, self.ask_open, QKeySequence(key.Open))
        self._save = self._action(self._file, self._save_run, QKeySequence(key.Save))
        self._export = self._action(self._file, self._open_export, QKeySequence("Ctrl+E"))
        self._copy = self._action(self._file, self._copy_picture, QKeySequence("Ctrl+Shift+C"))
        self._file.addSeparator()
        self._quit = self._action(self._file, self.close, QKeySequence("Ctrl+Q"))
        self._quit.setMenuRole(QAction.MenuRole.QuitRole)

        self._view = bar.addMenu("")
        self._themes = self._view.addMenu("")
        self._theme_actions = self._choices(self._themes, MODES, self._theme_chosen)
        self._theme_actions[self._dresser.mode].setChecked(True)
        self._languages = self._view.addMenu("")
        self._language_actions = self._choices(
            self._languages, tuple(language.LANGUAGES), self._language_chosen
        )
        for name, action in self._language_actions.items():
            action.setText(language.LANGUAGES[name])
        self._language_actions[language.current()].setChecked(True)
        self._view.addSeparator()
        self._lesson_action = self._action(self._view, self._show_panel, QKeySequence("F1"))
        self._lesson_action.setCheckable(True)
        self._full = self._action(self._view, self._toggle_full_screen, QKeySequence("F11"))
        self._full.setCheckable(True)

        self._help = bar.addMenu("")
        self._keys = self._action(self._help, self.show_shortcuts)
        self._about = self._action(self._help, self.show_about)
        self._about.setMenuRole(QAction.MenuRole.AboutRole)

    def _action(self, menu: QMenu, slot, key: QKeySequence | None = None) -> QAction:
        action = menu.addAction("")
        if key is not None:
            action.setShortcut(key)
        action.triggered.connect(slot)
        return action

    def _choices(self, menu: QMenu, names: tuple[str, ...], slot) -> dict[str, QAction]:
        group = QActionGroup(menu)
        actions = {}
        for name in names:
            actions[name] = action = menu.addAction("")
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
        group.triggered.connect(slot)
        return actions

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
    def _save_run(self) -> None:
        self.page.exports.save_json()

    @Slot()
    def _open_export(self) -> None:
        self.page.open_export_menu()

    @Slot()
    def _copy_picture(self) -> None:
        self.page.exports.picture_to_clipboard()

    @Slot(bool)
    def _show_panel(self, visible: bool) -> None:
        self._panel_wanted = visible
        self.page.show_panel(visible)

    @Slot(bool)
    def _lesson_toggled(self, visible: bool) -> None:
        self._panel_wanted = visible
        self._lesson_action.setChecked(visible)

    @Slot()
    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot(QAction)
    def _theme_chosen(self, action: QAction) -> None:
        self.choose_theme(action.data())

    @Slot(QAction)
    def _language_chosen(self, action: QAction) -> None:
        self.choose_language(action.data())

    def choose_theme(self, mode: Mode) -> None:
        """Dress in light, dark, or as the system does, now and next time."""
        self._theme_actions[mode].setChecked(True)
        self._settings.put("theme", mode)
        self._dresser.choose(mode)

    def choose_language(self, name: str) -> None:
        """Speak that language, now and next time."""
        self._language_actions[name].setChecked(True)
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
        self._inform(title, about_text(__version__))

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
        self._file.setTitle(translate("window", "&File"))
        self._open.setText(translate("window", "&Open run…"))
        self._save.setText(translate("window", "&Save run…"))
        self._export.setText(translate("window", "&Export…"))
        self._copy.setText(translate("window", "&Copy picture"))
        self._quit.setText(translate("window", "&Quit"))
        self._view.setTitle(translate("window", "&View"))
        self._themes.setTitle(translate("window", "&Theme"))
        self._theme_actions["light"].setText(translate("window", "Light"))
        self._theme_actions["dark"].setText(translate("window", "Dark"))
        self._theme_actions["auto"].setText(translate("window", "As the system"))
        self._languages.setTitle(translate("window", "&Language"))
        self._lesson_action.setText(translate("window", "L&esson and code"))
        self._full.setText(translate("window", "&Full screen"))
        self._help.setTitle(translate("window", "&Help"))
        self._keys.setText(translate("window", "&Keyboard shortcuts"))
        self._about.setText(translate("window", "&About FishLab"))
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
        self._lesson_action.setChecked(self._panel_wanted)
        ids = [lab.id for lab in self._labs]
        tab = self._settings.text("tab")
        if tab in ids:
            self.tabs.setCurrentIndex(ids.index(tab))

    def _keep(self) -> None:
        self._settings.put("geometry", self.saveGeometry())
        self._settings.put("tab", self._labs[self.tabs.currentIndex()].id)
        self._settings.put("lesson", "shown" if self._panel_wanted else "hidden")
        for lab_id, page in self._pages.items():
            # What was only looked at here may have been changed in another window.
            if (page.params, page.seed) != self._found[lab_id]:
                self._settings.put_lab(page.lab, page.params, page.seed)
        self._settings.save()

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


def _dropped_run(event: QDropEvent) -> Path | None:
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    if len(files) == 1 and Path(files[0]).suffix.lower() in READERS:
        return Path(files[0])
    return None
