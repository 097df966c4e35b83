"""Light and dark: readable, switched live, and following the system until the reader chooses."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fishlab.gui import style
from fishlab.gui.main_window import MainWindow
from fishlab.gui.settings import Settings
from fishlab.gui.style import Dresser, Mode
from fishlab.gui.theme import DARK, LIGHT, Theme
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.contents import CONTENTS

from .toys import Square, ToyView


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = np.array(QColor(colour).getRgbF()[:3])
        linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        return float(linear @ (0.2126, 0.7152, 0.0722))

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_text_is_readable(theme: Theme) -> None:
    for ground in (theme.window, theme.surface, theme.plot):
        assert contrast(theme.text, ground) >= 7
        for ink in (theme.muted, theme.good, theme.bad, theme.accent):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(theme.accent_text, theme.accent) >= 4.5


def test_curves_have_the_same_colours_in_every_theme() -> None:
    assert LIGHT.curves == DARK.curves
    assert len(set(LIGHT.curves)) == len(LIGHT.curves)


@pytest.fixture
def system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Callable[[Qt.ColorScheme], None]:
    """Return a way to say what the system prefers, on a platform that knows no system."""

    def prefer(scheme: Qt.ColorScheme) -> None:
        monkeypatch.setattr(style, "system_scheme", lambda: scheme)
        qapp.styleHints().colorSchemeChanged.emit(scheme)

    return prefer


def window_colour(app: QApplication) -> str:
    return app.palette().color(QPalette.ColorRole.Window).name().upper()


def test_auto_follows_the_system_live(
    qapp: QApplication, system: Callable[[Qt.ColorScheme], None]
) -> None:
    system(Qt.ColorScheme.Light)
    dresser = Dresser("auto")
    told: list[Theme] = []
    dresser.changed.connect(told.append)
    system(Qt.ColorScheme.Dark)
    assert told == [DARK]
    assert window_colour(qapp) == DARK.window
    dresser.choose("light")
    system(Qt.ColorScheme.Dark)
    assert told == [DARK, LIGHT]
    assert window_colour(qapp) == LIGHT.window


def test_a_choice_reaches_every_page_that_is_open(
    make_window: Callable[..., MainWindow],
) -> None:
    window = make_window(Square())
    view = window.page.view
    assert isinstance(view, ToyView)
    assert view.theme is LIGHT
    window.choose_theme("dark")
    assert view.theme is DARK
    window.choose_theme("light")
    assert view.theme is LIGHT


@pytest.mark.parametrize(("first", "then"), [("light", "dark"), ("dark", "light")])
def test_a_window_that_changes_its_theme_looks_like_one_that_always_had_it(
    qtbot: QtBot, first: Mode, then: Mode
) -> None:
    def window(mode: Mode) -> MainWindow:
        made = MainWindow(CONTENTS, Settings(), Dresser(mode))
        qtbot.addWidget(made)
        made.resize(1000, 720)
        made.show()
        qtbot.waitUntil(lambda: made.page.player.state == "done")
        qtbot.wait(200)
        return made

    changed = window(first)
    changed.choose_theme(then)
    always = window(then)
    # Not the status line: its words stand where longer ones have stood before.
    qtbot.waitUntil(lambda: changed.tabs.grab().toImage() == always.tabs.grab().toImage())
    always.close()
    changed.close()


def test_a_plot_takes_the_colours_and_keeps_its_titles(qtbot) -> None:  # type: ignore[no-untyped-def]
    plot = Plot()
    qtbot.addWidget(plot)
    plot.resize(200, 150)
    plot.set_titles("step", "loss")
    plot.apply_theme(DARK)
    plot.show()
    corner = plot.grab().toImage().pixelColor(1, 1)
    assert corner.name().upper() == DARK.plot
    assert plot.getAxis("bottom").labelText == "step"
    assert plot.getAxis("left").labelText == "loss"
