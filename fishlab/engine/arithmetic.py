"""The two layers of the apple shop (5.4): addition and multiplication of numbers or arrays."""

from __future__ import annotations

from typing import Any


class AddLayer:
    """x + y; backward hands the gradient on to both."""

    def forward(self, x: Any, y: Any) -> Any:
        """x + y."""
        return x + y

    def backward(self, dout: Any) -> tuple[Any, Any]:
        """dout -> (dx, dy)."""
        # Times 1 makes new arrays: who changes one of the gradients must not change the others.
        return dout * 1, dout * 1


class MulLayer:
    """x * y; backward multiplies the gradient by the other factor."""

    def __init__(self) -> None:
        self.x: Any = None
        self.y: Any = None

    def forward(self, x: Any, y: Any) -> Any:
        """x * y."""
        self.x, self.y = x, y
        return x * y

    def backward(self, dout: Any) -> tuple[Any, Any]:
        """dout -> (dx, dy) = (dout * y, dout * x)."""
        return dout * self.y, dout * self.x
