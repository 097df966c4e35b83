"""A network as an .onnx file, for other programs: ONNX Runtime, Netron, OpenCV, a browser.

Input "images" (N, 1, 28, 28), float32, ink 0 … 1, for every model; output "scores" (N, 10), before
softmax. The description of the weights goes along as metadata, values that are no text as JSON.

The package `onnx` is an optional extra, imported only when such a file is written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from fishlab import __version__
from fishlab.engine import Affine, Convolution, Dropout, Pooling, Relu, Sigmoid
from fishlab.engine.atomic import replacing
from fishlab.engine.layer import Layer
from fishlab.engine.network import Network
from fishlab.engine.weights import WeightsError

if TYPE_CHECKING:
    from onnx import ModelProto

ENDING = ".onnx"
INPUT, OUTPUT = "images", "scores"

# Old enough for every runtime of the last years; our layers have not changed since.
OPSET, IR_VERSION = 13, 8

Arrays = dict[str, NDArray[np.float32]]
Node = tuple[str, list[str], dict[str, Any]]
"""Operator, inputs beside what the node before it hands on, attributes."""


def check_onnx() -> None:
    """Raise WeightsError, with what to do, if such files cannot be written here."""
    if find_spec("onnx") is None:
        raise WeightsError(
            'an .onnx file is written with the package onnx: pip install "fishlab[onnx]"'
        )


def save_onnx(path: Path | str, network: Network, meta: Mapping[str, Any]) -> None:
    """Write a network that reads 28 × 28 digits, whole or not at all. Raises WeightsError."""
    check_onnx()
    content = onnx_model(network, meta).SerializeToString(deterministic=True)
    try:
        with replacing(path) as file:
            file.write(content)
    except OSError as error:
        reason = error.strerror or error
        raise WeightsError(f"{path}: cannot be written: {reason}; choose another place") from error


def onnx_model(network: Network, meta: Mapping[str, Any]) -> ModelProto:
    """Return the network as ONNX has it; see the module for its input and output."""
    from onnx import TensorProto, helper, numpy_helper

    arrays: Arrays = {}
    steps: list[tuple[str, Node]] = []
    flat = False
    for name, layer in network.layers.items():
        if isinstance(layer, Affine) and not flat:
            steps.append(("Flatten", ("Flatten", [], {"axis": 1})))
            flat = True
        steps.append((name, _node(name, layer, arrays)))
    nodes, before = [], INPUT
    for number, (name, (operator, more, attributes)) in enumerate(steps, start=1):
        after = OUTPUT if number == len(steps) else name
        nodes.append(helper.make_node(operator, [before, *more], [after], name, **attributes))
        before = after
    classes = list(network.params.values())[-1].shape[-1]
    graph = helper.make_graph(
        nodes,
        "FishLab",
        [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, ["N", 1, 28, 28])],
        [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["N", classes])],
        [numpy_helper.from_array(array, name) for name, array in arrays.items()],
    )
    model = helper.make_model(
        graph,
        producer_name="FishLab",
        producer_version=__version__,
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
    )
    helper.set_model_props(model, {key: _text(value) for key, value in meta.items()})
    return model


def _node(name: str, layer: Layer, arrays: Arrays) -> Node:
    """Return the node that does what the layer does when asked; its numbers go into `arrays`."""

    def kept(letter: str, values: Any) -> str:
        arrays[f"{name}.{letter}"] = np.ascontiguousarray(values, np.float32)
        return f"{name}.{letter}"

    if isinstance(layer, Affine):
        return "Gemm", [kept("W", layer.W), kept("b", layer.b)], {}
    if isinstance(layer, Convolution):
        places = {"strides": [layer.stride] * 2, "pads": [layer.pad] * 4}
        return "Conv", [kept("W", layer.W), kept("b", layer.b)], places
    if isinstance(layer, Pooling) and layer.kind == "max" and not layer.pad:
        window = {"kernel_shape": [layer.pool_h, layer.pool_w], "strides": [layer.stride] * 2}
        return "MaxPool", [], window
    if isinstance(layer, Dropout):
        # Outside of training nothing is dropped, but the book scales what goes through.
        return "Mul", [kept("share", 1.0 - layer.dropout_ratio)], {}
    if isinstance(layer, Relu):
        return "Relu", [], {}
    if isinstance(layer, Sigmoid):
        return "Sigmoid", [], {}
    raise WeightsError(f"{name}: a layer {type(layer).__name__} is not written as ONNX")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
