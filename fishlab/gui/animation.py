"""A run as a moving picture: GIF with one palette for all of it, or WebP without loss.

The frames that the run has kept are drawn one after the other by a view of its own, so that the
one on the screen can go on. Pillow writes the file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from fishlab.engine.atomic import replacing
from fishlab.experiment import History, Run

from . import pictures
from .style import mixed
from .theme import Theme
from .views import make_view
from .views.base import View

FORMATS = (".gif", ".webp")
# The palette of a GIF is chosen from so many frames, spread over the run.
SAMPLES = 6
COLOURS = 255


@dataclass(frozen=True)
class Film:
    """frames: at most so many, spread evenly over the run. rate: pictures a second.

    scale: pixels for each pixel of the view.
    """

    frames: int = 120
    rate: float = 15.0
    scale: float = 1.0


def chosen_frames(history: History, count: int) -> list[int]:
    """Return the numbers of at most `count` frames still kept; the first and the last are in."""
    first, kept = history.first_kept, history.kept
    if kept <= count:
        return list(range(first, first + kept))
    return [first + int(k) for k in np.linspace(0, kept - 1, count).round()]


def twin(run: Run, theme: Theme, size: tuple[int, int]) -> View:
    """Return another view of the run's lab, of that size, that is on no screen."""
    view = make_view(run.lab)
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.apply_theme(theme)
    view.retranslate()
    view.show_params(run.params)
    view.resize(*size)
    view.show()
    return view


def shots(
    view: View, history: History, numbers: Sequence[int], scale: float
) -> Iterator[Image.Image]:
    """Draw these frames one after the other, as Pillow's images."""
    for place, number in enumerate(numbers):
        frame = history.frame(number)
        if frame is None:
            continue
        # Some parts get their size from what the first frame shows.
        for _ in range(1 if place else 3):
            view.show_frame(frame, history)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            QApplication.sendPostedEvents(view)
        yield as_pillow(pictures.image(view, scale))


def as_pillow(image: QImage) -> Image.Image:
    """Return a copy of Qt's image without its alpha."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    size = (plain.width(), plain.height())
    data = bytes(plain.constBits())
    return Image.frombuffer("RGBA", size, data, "raw", "RGBA", plain.bytesPerLine(), 1).convert(
        "RGB"
    )


class GifMaker:
    """Collects frames as bytes of one palette.

    The palette has what is frequent in the samples, and always the colours of the theme's curves,
    full and half faded: a thin line is too few pixels to be chosen by its number.
    """

    def __init__(self, samples: Sequence[Image.Image], theme: Theme) -> None:
        strip = Image.new("RGB", (samples[0].width, samples[0].height * len(samples)))
        for place, sample in enumerate(samples):
            strip.paste(sample, (0, place * sample.height))
        # Without dithering: flat colours stay flat, and what does not move stays the same.
        own = [mixed(ink, theme.plot, k) for ink in (*theme.curves, theme.text) for k in (0, 0.5)]
        chosen = strip.quantize(COLOURS - len(own), method=Image.Quantize.MEDIANCUT)
        values = list(chosen.getpalette() or [])
        for colour in own:
            values += [colour.red(), colour.green(), colour.blue()]
        self._palette = Image.new("P", (1, 1))
        self._palette.putpalette(values)
        self._frames: list[Image.Image] = []

    def add(self, image: Image.Image) -> None:
        """Add the next frame."""
        self._frames.append(image.quantize(palette=self._palette, dither=Image.Dither.NONE))

    def write(self, path: Path, film: Film, told: str) -> None:
        """Write the file. Raises OSError."""
        with replacing(path) as file:
            self._frames[0].save(
                file,
                "GIF",
                save_all=True,
                append_images=self._frames[1:],
                duration=duration(film.rate),
                loop=0,
                optimize=False,
                comment=told.encode(),
            )


class WebpMaker:
    """Collects frames as they are."""

    def __init__(self) -> None:
        self._frames: list[Image.Image] = []

    def add(self, image: Image.Image) -> None:
        """Add the next frame."""
        self._frames.append(image)

    def write(self, path: Path, film: Film, told: str) -> None:
        """Write the file. Raises OSError."""
        with replacing(path) as file:
            self._frames[0].save(
                file,
                "WEBP",
                save_all=True,
                append_images=self._frames[1:],
                duration=duration(film.rate),
                loop=0,
                lossless=True,
                quality=40,
                method=2,
                xmp=told.encode(),
            )


class Shooting:
    """The making of one film, a frame at a time, so that a window can stay alive meanwhile.

    Raises ValueError if the run has kept no frame.
    """

    def __init__(
        self, run: Run, path: Path, film: Film, theme: Theme, size: tuple[int, int]
    ) -> None:
        self._run = run
        self._path = path
        self._film = film
        self._theme = theme
        self.numbers = chosen_frames(run.history, film.frames)
        if not self.numbers:
            raise ValueError("the run has no frame to show")
        self._view = twin(run, theme, size)
        self._maker = self._made()
        self._shots = shots(self._view, run.history, self.numbers, film.scale)
        self.done = 0

    def _made(self) -> GifMaker | WebpMaker:
        if self._path.suffix.lower() == ".webp":
            return WebpMaker()
        spread = np.linspace(0, len(self.numbers) - 1, min(SAMPLES, len(self.numbers)))
        sampled = [self.numbers[int(k)] for k in spread.round()]
        history = self._run.history
        samples = list(shots(self._view, history, sampled, self._film.scale))
        return GifMaker(samples, self._theme)

    def step(self) -> bool:
        """Draw one more frame; False if all are there."""
        image = next(self._shots, None)
        if image is None:
            return False
        self._maker.add(image)
        self.done += 1
        return True

    def write(self, metadata: Mapping[str, Any]) -> None:
        """Write the file; may be called in another thread. Raises OSError."""
        self._maker.write(self._path, self._film, json.dumps(dict(metadata), ensure_ascii=False))

    def close(self) -> None:
        """Let go of the view."""
        self._view.close()
        self._view.deleteLater()


def write_film(
    run: Run,
    path: Path | str,
    film: Film,
    theme: Theme,
    size: tuple[int, int],
    metadata: Mapping[str, Any],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Draw the run's frames and write them to `path`, .gif or .webp.

    Raises OSError, or ValueError if the run has kept no frame.
    """
    shooting = Shooting(run, Path(path), film, theme, size)
    try:
        while shooting.step():
            progress(shooting.done, len(shooting.numbers))
        shooting.write(metadata)
    finally:
        shooting.close()


def duration(rate: float) -> int:
    """Return how long a picture stays, in ms; GIF knows hundredths of a second."""
    return max(20, 10 * round(100 / rate))
