"""Settings to hand on: as one line of JSON, and as a command for the terminal."""

from __future__ import annotations

import json
import shlex
from typing import Any

from .export import SavedRun, SavedRunError, as_saved_run
from .lab import Lab
from .params import Params, Spec


def to_line(lab: Lab, params: Params, seed: int) -> str:
    """Return lab, parameters and seed as one line of JSON."""
    content = {"lab": lab.id, "params": params.to_json(), "seed": seed}
    return json.dumps(content, ensure_ascii=False)


def from_line(text: str) -> SavedRun:
    """Read what `to_line` wrote. Raises SavedRunError."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise SavedRunError("the clipboard holds no settings of a lab") from None
    return as_saved_run("clipboard", content)


def to_command(lab: Lab, params: Params, seed: int) -> str:
    """Return a command that makes the same run: the nearest preset and what differs from it."""
    preset = min(lab.presets, key=lambda preset: len(preset.params.differing(params)))
    words = ["fishlab", "run", lab.id, "--preset", preset.id]
    for name, spec in lab.params.specs().items():
        value = getattr(params, name)
        if value != getattr(preset.params, name):
            # Joined by "=", so that a negative number is not taken for an option.
            words.append(f"--{name.replace('_', '-')}={typed(spec, value)}")
    words += ["--seed", str(seed), "--out", f"{lab.id}.png"]
    return shlex.join(words)


def typed(spec: Spec, value: Any) -> str:
    """Return `value` as it is typed on the command line, at full precision."""
    if spec.kind == "choices":
        return ",".join(value)
    if spec.kind == "rows":
        return ";".join(",".join(repr(cell) for cell in row) for row in value)
    if spec.kind == "bool":
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)
