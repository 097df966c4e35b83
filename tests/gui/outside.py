"""Readers of exported files that are none of ours, and how two pictures are compared."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdf
from PIL import Image, ImageFilter
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QTransform
from PySide6.QtSvg import QSvgRenderer

from fishlab.gui.animation import as_pillow

SVG = "{http://www.w3.org/2000/svg}"
CLEAR = 40
"""A difference of a colour that anyone would see."""


def opened(data: bytes | Path) -> Image.Image:
    """Return a picture that Pillow has read to its end."""
    image = Image.open(BytesIO(data if isinstance(data, bytes) else data.read_bytes()))
    image.load()
    return image


def is_blank(image: Image.Image) -> bool:
    """True if there is hardly anything in a picture but its ground."""
    pixels = np.asarray(image.convert("L")).ravel()
    return float((pixels != np.bincount(pixels).argmax()).mean()) < 0.01


def rendered(path: Path, size: tuple[int, int]) -> Image.Image:
    """Return an SVG file as a picture of that size."""
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    image = QImage(*size, QImage.Format.Format_ARGB32)
    image.fill("white")
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return as_pillow(image)


def apart(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """Return how far two pictures differ, as a mean (0 … 255), and the share that is clearly off.

    Both are blurred a little: a line may lie half a pixel beside itself.
    """
    blurred = (image.convert("RGB").filter(ImageFilter.GaussianBlur(2)) for image in (one, other))
    first, second = (np.asarray(image, np.float32) for image in blurred)
    gap = np.abs(first - second).max(axis=2)
    return float(gap.mean()), float((gap > CLEAR).mean())


class Drawing:
    """An SVG file as XML: its words, and where each of them is."""

    def __init__(self, path: Path) -> None:
        self.root = ET.parse(path).getroot()
        self.note = self.root.findtext(f"{SVG}desc", "")
        self.words: list[tuple[str, QRectF]] = []
        self._walk(self.root, QTransform())

    def _walk(self, element: ET.Element, above: QTransform) -> None:
        for child in element:
            if child.tag in (f"{SVG}defs", f"{SVG}clipPath"):
                continue
            if child.tag == f"{SVG}text" and (child.text or "").strip():
                self.words.append((child.text, above.mapRect(_area(child))))
            self._walk(child, _transform(child) * above)


def _transform(element: ET.Element) -> QTransform:
    found = re.fullmatch(r"matrix\(([^)]*)\)", element.get("transform", ""))
    return QTransform(*map(float, found[1].split(","))) if found else QTransform()


def _area(text: ET.Element) -> QRectF:
    """Where the words stand: as wide as the file says, as high as the font's letters."""
    font = QFont(text.get("font-family", ""))
    font.setPixelSize(96)
    size = float(text.get("font-size", "0"))
    letters = QFontMetricsF(font).tightBoundingRect("x")
    start = QPointF(float(text.get("x", "0")), float(text.get("y", "0")))
    width, height = float(text.get("textLength", "0")), letters.height() * size / 96
    return QRectF(start.x(), start.y() - height, width, height)


def attachment(path: Path) -> str:
    """Return what is attached to a PDF of one page."""
    reader = pypdf.PdfReader(path)
    return reader.attachments["fishlab.json"][0].decode()


def page_of(path: Path) -> tuple[tuple[float, float], str]:
    """Return size in points and text of the one page of a PDF."""
    (page,) = pypdf.PdfReader(path).pages
    return (float(page.mediabox.width), float(page.mediabox.height)), page.extract_text()


class Report(HTMLParser):
    """Collects the text, the pictures and the script of a page, and checks that tags close."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.pictures: list[str] = []
        self.script = ""
        self.feed(path.read_text(encoding="utf-8"))
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag == "img":
            self.pictures.append(dict(attrs)["src"] or "")
        if tag not in ("img", "meta", "br", "hr", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what is written."""
        if self.open and self.open[-1] == "script":
            self.script += data
        else:
            self.text += f" {data}"
