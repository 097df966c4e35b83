"""The same networks in PyTorch, where it is installed: the peer of every comparison."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine import Affine, Convolution, Dropout, Network, Pooling, Relu, Sigmoid


def torch_or_none(threads: int) -> Any:
    """Return PyTorch, set to so many threads, or None if it is not installed."""
    if importlib.util.find_spec("torch") is None:
        return None
    torch = importlib.import_module("torch")
    torch.set_num_threads(threads)
    return torch


class TorchNetwork:
    """A network of the engine, layer for layer in PyTorch, with the same weights."""

    def __init__(self, torch: Any, network: Network, lr: float = 0.001) -> None:
        self._torch = torch
        nn = torch.nn
        parts: list[Any] = []
        for layer in network.layers.values():
            if isinstance(layer, Convolution):
                FN, C, FH, FW = layer.W.shape
                part = nn.Conv2d(C, FN, (FH, FW), layer.stride, layer.pad)
                self._fill(part, layer.W, layer.b)
            elif isinstance(layer, Affine):
                if parts and isinstance(parts[-1], nn.MaxPool2d):
                    parts.append(nn.Flatten())
                part = nn.Linear(*layer.W.shape)
                self._fill(part, layer.W.T, layer.b)
            elif isinstance(layer, Pooling):
                part = nn.MaxPool2d(layer.pool_h, layer.stride)
            elif isinstance(layer, Relu):
                part = nn.ReLU()
            elif isinstance(layer, Sigmoid):
                part = nn.Sigmoid()
            elif isinstance(layer, Dropout):
                part = nn.Dropout(layer.dropout_ratio)
            else:
                raise TypeError(f"{type(layer).__name__} has no peer here")
            parts.append(part)
        self.model = nn.Sequential(*parts)
        self._loss = nn.CrossEntropyLoss()
        self._optimizer = torch.optim.Adam(self.model.parameters(), lr=lr)

    def _fill(self, part: Any, W: NDArray[Any], b: NDArray[Any]) -> None:
        torch = self._torch
        with torch.no_grad():
            part.weight.copy_(torch.from_numpy(np.ascontiguousarray(W)))
            part.bias.copy_(torch.from_numpy(np.ascontiguousarray(b)))

    def tensors(self, x: NDArray[Any], t: NDArray[Any]) -> tuple[Any, Any]:
        """Return images and labels as PyTorch wants them."""
        return self._torch.from_numpy(x), self._torch.from_numpy(t)

    def set_rate(self, lr: float) -> None:
        """Learn with this rate from now on."""
        for group in self._optimizer.param_groups:
            group["lr"] = lr

    def step(self, x: Any, t: Any) -> None:
        """One training step."""
        self.model.train()
        self._optimizer.zero_grad(set_to_none=True)
        loss = self._loss(self.model(x), t)
        loss.backward()
        self._optimizer.step()

    def predict(self, x: Any) -> Any:
        """The scores."""
        self.model.eval()
        with self._torch.inference_mode():
            return self.model(x)
