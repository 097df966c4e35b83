"""What Qt leaves to be desired in an SVG file: words as wide everywhere as they are here.

Qt names the fonts that a program asked for. A reader has to know the one that was used, may have
to take another one, and must not make the words longer then: they would run into each other.
"""

from __future__ import annotations

import html
import re

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

# Metrics of a large font, made smaller, know no pixels.
LARGE = 96
_WORDS = re.compile(
    r'<text ([^>]*?) font-family="([^"]*)" font-size="([^"]*)" font-weight="([^"]*)"'
    r' font-style="([^"]*)"\s*>([^<]*)</text>'
)
_FAMILY = re.compile(r'font-family="([^"]*)"')
_NOTHING = re.compile(r'<path [^>]*\bd=""\s*/>')
_HEAD = "</desc>"
FALLBACKS = {
    True: "ui-monospace, monospace",
    False: "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
}


def mended(drawing: str) -> str:
    """Return the SVG text with its fonts by their real names, and every word with its width."""
    asked = set(_FAMILY.findall(drawing))
    real = {families: QFontInfo(_font(families)).family() for families in asked}
    drawing = _NOTHING.sub("", drawing)
    drawing = _WORDS.sub(lambda found: _word(found, real), drawing)
    drawing = _FAMILY.sub(lambda found: f'font-family="{real.get(found[1], found[1])}"', drawing)
    return drawing.replace(_HEAD, f"{_HEAD}\n{_style(real)}", 1)


def _font(families: str) -> QFont:
    font = QFont()
    font.setFamilies(html.unescape(families).split(","))
    font.setPixelSize(LARGE)
    return font


def _word(found: re.Match[str], real: dict[str, str]) -> str:
    attributes, families, size, weight, style, words = found.groups()
    font = _font(families)
    font.setWeight(QFont.Weight(int(weight)))
    font.setItalic(style == "italic")
    width = QFontMetricsF(font).horizontalAdvance(html.unescape(words)) * float(size) / LARGE
    return (
        f'<text {attributes} font-family="{real[families]}" font-size="{size}" '
        f'font-weight="{weight}" font-style="{style}" textLength="{width:.2f}" '
        f'lengthAdjust="spacingAndGlyphs">{words}</text>'
    )


def _style(real: dict[str, str]) -> str:
    """Say what to take where a font is missing; Qt's own reader knows only one name at a time."""
    rules = "".join(
        f"text[font-family='{family}'] {{ font-family: '{family}', "
        f"{FALLBACKS['mono' in family.lower()]}; }}\n"
        for family in sorted(set(real.values()))
    )
    return f"<style>\n@supports (display: grid) {{\n{rules}}}\n</style>"
