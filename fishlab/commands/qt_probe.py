"""Start Qt and print, as JSON, what it found; run by `fishlab doctor` in a process of its own.

Qt aborts the whole process when its platform cannot start, so the doctor must not do this itself.
"""

from __future__ import annotations

import json

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication


def main() -> None:
    """Print Qt's version, its platform and the font families with Chinese glyphs."""
    app = QApplication([])
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    print(json.dumps({"qt": qVersion(), "platform": app.platformName(), "chinese": chinese}))


if __name__ == "__main__":
    main()
