"""A run as data: a table of its scalars, an archive of its frames, and a file to run it again.

All three are written whole or not at all. What the formats hold:

.csv   one row a frame: `step` and every scalar, with its unit if it has one, as in `seconds (s)`; a
       scalar that a frame did not have is left empty, and one that is itself called step stands as
       `step (scalar)`
.npz   `frames/step` (n,), `frames/<array>` (n, …) for the frames still kept, `scalars/<name>` (m,)
       with `scalars/<name>/step` (m,), and `meta`, the text of the .json file
.json  lab, params and seed (enough to run it again), versions, how it ended, the last scalars
"""

from __future__ import annotations

import csv
import json
import math
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab import __version__
from fishlab.engine.atomic import replacing

from .frame import Frame
from .history import Change
from .quantities import unit_of
from .run import Run


class SavedRunError(ValueError):
    """A file that is no saved run; one line that says what is wrong with it."""


@dataclass(frozen=True)
class SavedRun:
    """What a .json file needs to tell so that the run can be had again.

    lab: the lab's id. params: plain values, for that lab's `Params.from_json`. changes: what was
    changed while it ran, and after which steps.
    """

    lab: str
    params: dict[str, Any]
    seed: int
    changes: tuple[Change, ...] = ()


def write_csv(path: Path | str, run: Run) -> None:
    """Write every scalar of `run`, at full precision. Raises OSError."""
    names = run.history.names
    with replacing(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("step", *map(_head, names)))
        for step, scalars in run.history.table():
            writer.writerow((step, *(scalars.get(name, "") for name in names)))


def _head(name: str) -> str:
    # One lab's scalar is the step function's value: two columns of one name help nobody.
    told = "scalar" if name == "step" else unit_of(name)
    return f"{name} ({told})" if told else name


def write_npz(path: Path | str, run: Run) -> None:
    """Write the frames still kept, every scalar and the settings of `run`. Raises OSError."""
    frames = run.history.frames()
    arrays = _stacked(frames)
    arrays["frames/step"] = np.array([frame.step for frame in frames], np.int64)
    for name in run.history.names:
        steps, values = run.history.series(name)
        arrays[f"scalars/{name}"] = values
        arrays[f"scalars/{name}/step"] = steps
    arrays["meta"] = np.array(run_as_json(run))
    with replacing(path) as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def _stacked(frames: tuple[Frame, ...]) -> dict[str, NDArray[Any]]:
    """One array (n, …) for each name; `frames/<array>/<step>` where the shapes differ."""
    stacked: dict[str, NDArray[Any]] = {}
    for name in dict.fromkeys(name for frame in frames for name in frame.arrays):
        having = [frame for frame in frames if name in frame.arrays]
        alike = len({(frame.arrays[name].shape, frame.arrays[name].dtype) for frame in having}) == 1
        if alike and len(having) == len(frames):
            stacked[f"frames/{name}"] = np.stack([frame.arrays[name] for frame in frames])
        else:
            stacked |= {f"frames/{name}/{frame.step}": frame.arrays[name] for frame in having}
    return stacked


def write_json(path: Path | str, run: Run) -> None:
    """Write what is needed to run it again, and how it went. Raises OSError."""
    with replacing(path, "w", encoding="utf-8") as file:
        file.write(run_as_json(run) + "\n")


def run_as_json(run: Run) -> str:
    """Return what is needed to run it again, and how it went, as JSON."""
    last = run.history.last
    scalars = {name: float(run.history.series(name)[1][-1]) for name in run.history.names}
    content = {
        "lab": run.lab.id,
        "params": run.params.to_json(),
        "seed": run.seed,
        "changes": changes_as_json(run),
        "outcome": None if run.outcome is None else run.outcome.kind,
        "frames": len(run.history),
        "step": None if last is None else last.step,
        # JSON has no infinity and no nan; a diverged loss becomes null.
        "scalars": {name: x if math.isfinite(x) else None for name, x in scalars.items()},
        "messages": [] if last is None else [str(message) for message in last.messages],
        "versions": {
            "fishlab": __version__,
            "numpy": np.__version__,
            "python": platform.python_version(),
        },
    }
    return json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False)


def changes_as_json(run: Run) -> list[dict[str, Any]]:
    """Return the live changes of a run, each as {"step": …, name: value}."""
    return [{"step": step, **values} for step, values in run.history.changes]


def as_saved_run(path: Path | str, content: Any) -> SavedRun:
    """Return what `content`, read from `path`, says. Raises SavedRunError."""
    if not isinstance(content, dict):
        raise SavedRunError(f"{path}: not a saved run: it is no object of names and values")
    lab, params, seed = (content.get(key) for key in ("lab", "params", "seed"))
    if not isinstance(lab, str) or not isinstance(params, dict):
        raise SavedRunError(f"{path}: not a saved run: it names no lab and params")
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
        raise SavedRunError(f"{path}: not a saved run: its seed is no whole number from 0")
    return SavedRun(lab, params, seed, _changes(path, content.get("changes", [])))


def _changes(path: Path | str, given: Any) -> tuple[Change, ...]:
    changes: list[Change] = []
    for change in given if isinstance(given, list) else [given]:
        step = change.get("step") if isinstance(change, dict) else None
        if not isinstance(change, dict) or isinstance(step, bool) or not isinstance(step, int):
            raise SavedRunError(f"{path}: not a saved run: its changes are no steps with values")
        changes.append((step, {name: value for name, value in change.items() if name != "step"}))
    return tuple(changes)
