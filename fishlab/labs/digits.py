"""The digits lab: draw a digit and watch a network read it (chapters 3.6, 7 and 8).

Four modes: the pad, test digits one by one, the confusion matrix, and training on one's own hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import DataError
from fishlab.datasets.labelled import labelled_pictures, read_digit
from fishlab.datasets.personal import (
    PersonalDigit,
    add_personal,
    count_personal,
    relabel_personal,
    remove_personal,
)
from fishlab.engine.weights import save_weights
from fishlab.experiment import Control, Frames, Lab, Params
from fishlab.experiment.onnx_file import ENDING, save_onnx
from fishlab.experiment.own_weights import (
    FILE,
    OWN,
    SHIPPED,
    fresh_network,
    keep_weights,
    kept_weights,
    missing_weights,
)

from .contents import DIGITS
from .digits_browsing import browsing_frames
from .digits_claims import CLAIMS
from .digits_confusion import confusion_frames
from .digits_drawing import drawing_frame
from .digits_networks import Reader, reader_of
from .digits_own import OwnDigits, own_digits
from .digits_params import DigitsParams
from .digits_picture import grey_of_file, grey_of_pixels, picture_text
from .digits_presets import PRESETS
from .digits_reading import Readings
from .digits_script import script
from .digits_sets import mnist_digits
from .digits_training import Tuning

OWN_META = {"data": "own digits"}


class Digits(Lab):
    """Drawings and single test digits are one frame; the matrix and the training have many.

    The collection of the reader's own
    digits is in a file; the methods below `run` are the hand that changes it.
    """

    id, title, chapter, summary = DIGITS
    params = DigitsParams
    presets = PRESETS
    claims = CLAIMS
    code = (
        "fishlab.engine.network.Network.predict",
        "fishlab.engine.network.Network.trace",
        "fishlab.engine.functions.softmax",
        "fishlab.engine.multi_layer_net.MultiLayerNet",
        "fishlab.engine.simple_convnet.SimpleConvNet",
        "fishlab.engine.deep_convnet.DeepConvNet",
    )

    def __init__(self) -> None:
        self._readings = Readings()

    def is_animated(self, params: Params) -> bool:
        """The matrix grows and the training goes on; a drawing is read at once."""
        assert isinstance(params, DigitsParams)
        return params.mode in ("confusion", "own")

    def still_tells(self, before: Params, params: Params) -> bool:
        """While a line is drawn, its beginning is read meanwhile."""
        return before.differing(params) == {"strokes"}

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the frames of the mode; see the module that each mode has. Raises LabError."""
        assert isinstance(params, DigitsParams)
        if params.mode == "own":
            network = fresh_network(params.model, params.weights)
            yield from Tuning(
                params, rng, network, own_digits().digits, mnist_digits("sample")
            ).frames()
            return
        reader = reader_of(params.model, params.weights)
        told = missing_weights(params.model, params.weights)
        for frame in self._read(params, reader):
            yield replace(frame, messages=(*told, *frame.messages)) if told else frame

    def _read(self, params: DigitsParams, reader: Reader) -> Frames:
        if params.mode == "draw":
            yield drawing_frame(params, reader)
            return
        test = mnist_digits(params.data)[1]
        if params.mode == "test":
            yield from browsing_frames(params, reader, test, self._readings)
        else:
            yield from confusion_frames(reader, test, self._readings)

    def with_weights(self, params: Params, model: str) -> Mapping[str, Any] | None:
        """Every mode of this lab has a use for any network."""
        return {"model": model, "weights": FILE}

    def script(self, params: Params, seed: int) -> str:
        """Return the run as a script of a few lines."""
        assert isinstance(params, DigitsParams)
        return script(params, seed)

    def own_digits(self) -> OwnDigits:
        """Return the reader's own digits, as they are in their files now."""
        return own_digits()

    def keep_digit(self, image: NDArray[Any], label: int) -> int:
        """Add a digit as the network sees it, (28, 28) of 0 … 1; return how many there are now.

        Raises DataError or OSError.
        """
        add_personal(image, label)
        return count_personal()

    def keep_folder(
        self, folder: str, control: Control, progress: Callable[[float], None]
    ) -> tuple[int, list[Exception]]:
        """Add all labelled pictures of a folder; return how many, and what is wrong with others.

        Those that were added before `control` was cancelled, or the disk was full, stay. Raises
        DataError if there are none.
        """
        kept, problems = 0, list[Exception]()
        pictures = labelled_pictures(folder)
        for number, (path, label) in enumerate(pictures):
            if control.cancelled:
                break
            progress(number / len(pictures))
            try:
                add_personal(read_digit(path), label)
            except DataError as error:
                problems.append(error)
            except OSError as error:
                # The next one could not be written either.
                problems.append(error)
                break
            else:
                kept += 1
        return kept, problems

    def relabel_own_digit(self, digit: PersonalDigit, label: int) -> None:
        """Say what one of the reader's digits is. Raises DataError or OSError."""
        relabel_personal(digit, label)

    def remove_own_digit(self, digit: PersonalDigit) -> None:
        """Forget one of the reader's digits. Raises OSError."""
        remove_personal(digit)

    def keep_trained(self, model: str, trained: NDArray[Any]) -> None:
        """Keep the parameters of a training's last frame, for `weights="own"`.

        Raises WeightsError.
        """
        keep_weights(model, OWN, trained, OWN_META)

    def write_trained(self, model: str, trained: NDArray[Any] | None, path: Path) -> None:
        """Write the parameters of a training's last frame, or those kept, to .npz or .onnx.

        Raises WeightsError, or LabError if those kept are damaged.
        """
        network = fresh_network(model, SHIPPED if trained is not None else OWN)
        if trained is not None:
            network.params.flat[...] = trained
        if path.suffix.lower() == ENDING:
            save_onnx(path, network, {**OWN_META, "model": model})
        else:
            save_weights(path, dict(network.params), {**OWN_META, "model": model})

    def has_trained(self, model: str) -> bool:
        """True if parameters were kept for `weights="own"`."""
        return kept_weights(model, OWN) is not None

    def picture_of_file(self, path: str) -> str:
        """Return the picture in a file as the parameter `picture` takes it. Raises DataError."""
        return picture_text(grey_of_file(path))

    def picture_of_pixels(self, rgba: NDArray[np.uint8]) -> str:
        """Return pixels (H, W, 4) as the parameter `picture` takes them. Raises DataError."""
        return picture_text(grey_of_pixels(rgba))
