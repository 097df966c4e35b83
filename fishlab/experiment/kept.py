"""Kept runs: what a run's scalars were, with its settings and seeds, to be compared with others.

Each is a file of its own, so that two windows at once cannot lose each other's and a damaged file
costs one run, not all. Frames are not kept: settings, seed and live changes give them again.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab import paths
from fishlab.engine.weights import WeightsError, load_weights, save_weights

from .history import Change
from .lab import Lab
from .params import ParamsError
from .run import Run

Series = tuple[NDArray[Any], NDArray[Any]]
"""Steps (n,) and values (n,) of one scalar."""

NAME_LENGTH = 80
UNUSABLE = (ParamsError, LookupError, TypeError, ValueError)
"""What a file that is no kept run of the lab raises; a WeightsError is a ValueError."""


class KeptRunError(ValueError):
    """A kept run that cannot be written; one line that says why."""


@dataclass(frozen=True)
class Trial:
    """The scalars of one run: name -> (steps, values), where they are finite."""

    seed: int
    series: Mapping[str, Series]


@dataclass(frozen=True)
class Band:
    """A scalar over several seeds: at each step (n,) the mean and the spread around it.

    low, high: one standard deviation below and above the mean; equal to it for a single seed.
    """

    steps: NDArray[Any]
    mean: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


@dataclass(frozen=True)
class KeptRun:
    """Runs of one lab with the same settings: one, or one for each of several seeds."""

    lab: str
    name: str
    params: dict[str, Any]
    trials: tuple[Trial, ...]
    changes: tuple[Change, ...] = ()
    path: Path | None = field(default=None, compare=False)

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seeds, in the order in which they ran."""
        return tuple(trial.seed for trial in self.trials)

    @property
    def scalars(self) -> tuple[str, ...]:
        """Names of the scalars that were recorded."""
        return tuple(dict.fromkeys(name for trial in self.trials for name in trial.series))

    def band(self, scalar: str) -> Band:
        """Return mean and spread of a scalar at the steps that all its trials have."""
        having = [trial.series[scalar] for trial in self.trials if scalar in trial.series]
        if not having:
            empty = np.empty(0)
            return Band(np.empty(0, np.int64), empty, empty, empty)
        steps = having[0][0]
        for others, _ in having[1:]:
            steps = np.intersect1d(steps, others)
        values = np.stack([v[np.searchsorted(s, steps)] for s, v in having])
        mean, spread = values.mean(axis=0), values.std(axis=0)
        return Band(steps, mean, mean - spread, mean + spread)

    def with_trial(self, run: Run) -> KeptRun:
        """Return this with one more run, of another seed; the same seed replaces the older."""
        others = tuple(trial for trial in self.trials if trial.seed != run.seed)
        return replace(self, trials=(*others, recorded(run)))


def kept(run: Run, name: str) -> KeptRun:
    """Return what is to be kept of `run`, under that name."""
    changes = run.history.changes
    return KeptRun(run.lab.id, tidy(name), run.params.to_json(), (recorded(run),), changes)


def recorded(run: Run) -> Trial:
    """Return the scalars of `run`; values that are not finite (it diverged) are left out."""
    series = {}
    for scalar in run.history.names:
        steps, values = run.history.series(scalar)
        finite = np.isfinite(values)
        series[scalar] = (steps[finite], values[finite])
    return Trial(run.seed, series)


def tidy(name: str) -> str:
    """Return a name in one line, not too long."""
    return " ".join(name.split())[:NAME_LENGTH]


def kept_folder(lab_id: str) -> Path:
    """Where the kept runs of a lab are."""
    return paths.user_data() / "kept" / lab_id


def save_kept(run: KeptRun) -> KeptRun:
    """Write it, to the file it came from or to a new one; return it with that file.

    Raises KeptRunError.
    """
    path = run.path
    if path is None:
        folder = kept_folder(run.lab)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise KeptRunError(f"{folder}: {error.strerror or error}") from error
        # Time orders the runs; chance keeps apart what two windows keep at the same moment.
        path = folder / f"{time.time_ns():020d}-{secrets.token_hex(4)}.npz"
    arrays = {
        f"{number}/{kind}/{scalar}": array
        for number, trial in enumerate(run.trials)
        for scalar, series in trial.series.items()
        for kind, array in zip(("steps", "values"), series, strict=True)
    }
    meta = {
        "lab": run.lab,
        "name": run.name,
        "params": run.params,
        "seeds": list(run.seeds),
        "changes": [[step, values] for step, values in run.changes],
    }
    # An archive must hold an array, and a run may have no scalars.
    arrays["seeds"] = np.array(run.seeds, np.int64)
    try:
        save_weights(path, arrays, meta)
    except WeightsError as error:
        raise KeptRunError(str(error)) from error
    return replace(run, path=path)


def refreshed(run: KeptRun, lab: Lab) -> KeptRun:
    """Return a kept run as its file is now: another window may have named it or added a seed.

    What only `run` has (its file could not be written) is kept as well; without a file that can be
    read, it stays as it is.
    """
    if run.path is None:
        return run
    try:
        now = _read(run.path, lab)
    except UNUSABLE:
        return run
    own = tuple(trial for trial in run.trials if trial.seed not in now.seeds)
    return replace(now, trials=(*now.trials, *own))


def load_kept(lab: Lab) -> tuple[list[KeptRun], list[str]]:
    """Return the lab's kept runs, oldest first, and a sentence for each file that is none."""
    runs, problems = [], []
    for path in sorted(kept_folder(lab.id).glob("*.npz")):
        try:
            runs.append(_read(path, lab))
        except UNUSABLE as error:
            if not path.exists():
                continue  # another window has just forgotten it
            told = isinstance(error, WeightsError)
            reason = f"{path}: not a kept run of this lab ({error}); left out"
            problems.append(str(error) if told else reason)
    return runs, problems


def remove_kept(run: KeptRun) -> None:
    """Forget it; if its file has gone already, that is fine. Raises OSError."""
    if run.path is not None:
        run.path.unlink(missing_ok=True)


def _read(path: Path, lab: Lab) -> KeptRun:
    archive = load_weights(path)
    meta = archive.meta
    params = lab.params.from_json(meta["params"]).to_json()
    changes = tuple((int(step), dict(values)) for step, values in meta["changes"])
    trials = []
    for number, seed in enumerate(meta["seeds"]):
        series: dict[str, Series] = {}
        for key, steps in archive.arrays.items():
            head = f"{number}/steps/"
            if not key.startswith(head):
                continue
            scalar = key.removeprefix(head)
            values = archive.arrays[f"{number}/values/{scalar}"]
            if steps.ndim != 1 or steps.shape != values.shape:
                raise ValueError(f"steps and values of {scalar} do not correspond")
            series[scalar] = (steps, values)
        trials.append(Trial(int(seed), series))
    if meta["lab"] != lab.id or not trials:
        raise ValueError(f"it is of the lab {meta['lab']!r}")
    return KeptRun(lab.id, tidy(str(meta["name"])), params, tuple(trials), changes, path)
