"""What the help menu says: the keys, and what the program is."""

from __future__ import annotations

import sys
from html import escape

from PySide6.QtCore import QUrl, qVersion

from fishlab import __version__, paths
from fishlab.packages import PACKAGES, installed, licence

from .translation import translate


def shortcuts_text() -> str:
    """Return a table of the keys."""
    rows = (
        ("Ctrl+1 … Ctrl+9", translate("keys", "Open a lab")),
        ("Ctrl+Tab", translate("keys", "Next lab")),
        (translate("keys", "Space"), translate("keys", "Run, or pause")),
        ("→   ←", translate("keys", "One frame on, one frame back")),
        ("R", translate("keys", "Cancel and go back to the beginning")),
        ("B", translate("keys", "Branch: keep the run and go another way from this frame")),
        ("Ctrl+E", translate("keys", "Export")),
        ("Ctrl+Shift+C", translate("keys", "Copy the picture")),
        ("Ctrl+Shift+V", translate("keys", "Paste settings")),
        (
            translate("keys", "Right click, or the menu key"),
            translate("keys", "On a picture: copy or save it alone"),
        ),
        ("Ctrl+O   Ctrl+S", translate("keys", "Open a run, save the run")),
        ("F1", translate("keys", "Lesson and code")),
        ("F9", translate("keys", "Settings of the lab")),
        ("Ctrl+Shift+P", translate("keys", "Presentation: large type, the picture alone")),
        ("F11", translate("keys", "Full screen")),
        ("Tab   Shift+Tab", translate("keys", "Next control, control before")),
        ("Shift+↑ ↓ ← →", translate("keys", "In a plot: move a pointer, as the mouse would")),
        ("Enter   Shift+Enter", translate("keys", "In a plot: click there; take hold, let go")),
    )
    cells = "".join(
        f"<tr><td><b>{key}</b></td><td style='padding-left: 24px'>{does}</td></tr>"
        for key, does in rows
    )
    return f"<table cellspacing='4'>{cells}</table>"


def about_text() -> str:
    """Return what the program is, on what it stands, and where it keeps what is the reader's."""
    book = translate(
        "about",
        "A laboratory for the book Deep Learning from Scratch: every experiment live, "
        "on nothing but NumPy.",
    )
    independent = translate(
        "about", "It is independent of the book's author and publishers, and free software (MIT)."
    )
    digits = translate(
        "about", "The digits are from MNIST by LeCun, Cortes and Burges (CC BY-SA 3.0)."
    )
    rows = [("Python", sys.version.split()[0], "PSF-2.0"), ("Qt", qVersion(), "LGPL-3.0")]
    for package in PACKAGES:
        version = installed(package)
        if version is not None:
            rows.append((package, version, licence(package)))
    cells = "".join(
        "<tr>" + "".join(f"<td style='padding-right: 16px'>{escape(c)}</td>" for c in row) + "</tr>"
        for row in rows
    )
    folders = (
        (translate("about", "Your data"), paths.user_data()),
        (translate("about", "Your settings"), paths.user_config()),
    )
    places = "<br>".join(
        f"{name}: <a href='{QUrl.fromLocalFile(str(folder)).toString()}'>{escape(str(folder))}</a>"
        for name, folder in folders
    )
    return (
        f"<h3>FishLab {__version__}</h3><p>{book}</p><p>{independent} {digits}</p>"
        f"<table cellspacing='2'>{cells}</table><p>{places}</p>"
    )
