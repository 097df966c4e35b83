"""`fishlab bench`: the speed of engine and window, beside PyTorch when it is installed."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .console import CommandError, Parser, print_json
from .progress import Progress

NETWORKS = ("two_layer", "simple_convnet", "deep_convnet")
# Training labs: what runs while the window is watched.
WATCHED: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("depth", "scratch", {"epochs": 30}),
    ("optimizers", "all_nine", {"steps": 2000}),
    ("optimizers", "digits", {"steps": 2000}),
    ("initialization", "grid", {"epochs": 40}),
    ("initialization", "race", {"steps": 2000}),
    ("training", "book", {"epochs": 500}),
)


def main(arguments: Sequence[str]) -> int:
    """Measure and print; return the exit status."""
    parser = Parser(
        "fishlab bench",
        "Measure the engine and the window. Competitors take turns in one process; figures are "
        "medians, with the quarter points around them. Let the machine be quiet.",
    )
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    parser.add_argument(
        "--only", nargs="+", metavar="PART", choices=list(PARTS), help=", ".join(PARTS)
    )
    parser.add_argument(
        "--seconds", type=_seconds, default=6.0, help="for each comparison (default 6)"
    )
    options = parser.parse_args(arguments)
    result: dict[str, Any] = {"machine": machine()}
    if not options.json:
        print("  ".join(f"{name} {value}" for name, value in result["machine"].items()))
    with Progress("bench") as bar:
        for number, name in enumerate(options.only or PARTS):
            bar.show(number, name, len(options.only or PARTS))
            rows = result[name] = PARTS[name](options.seconds)
            if not options.json:
                _print_part(name, rows)
    if options.json:
        print_json(result)
    return 0


def machine() -> dict[str, Any]:
    """Return what the figures depend on."""
    import importlib.metadata as metadata

    import numpy as np

    versions = {"python": platform.python_version(), "numpy": np.__version__}
    for package in ("PySide6-Essentials", "torch"):
        try:
            versions[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            versions[package] = "-"
    return {"cores": os.cpu_count(), **versions}


Rows = list[dict[str, Any]]


def _steps(seconds: float) -> Rows:
    from fishlab.bench.engine_speed import training_steps

    return [_row(f"training step, {n}", training_steps(n, seconds)) for n in NETWORKS]


def _images(seconds: float) -> Rows:
    from fishlab.bench.engine_speed import CNNS, one_image

    return [_row(f"one image, {name}", one_image(name, seconds / 2)) for name in CNNS]


def _book(seconds: float) -> Rows:
    from fishlab.bench.engine_speed import CNNS, against_the_book

    return [_row(f"training step, {n}", against_the_book(n, 2 * seconds)) for n in CNNS]


def _products(seconds: float) -> Rows:
    from fishlab.bench.engine_speed import BATCH, CNNS, THREADS, built, training_steps
    from fishlab.bench.product_rate import multiplications, peak_rate

    rate = peak_rate(THREADS)
    rows: Rows = []
    for name in CNNS:
        step = training_steps(name, seconds)["fishlab"].seconds
        count = multiplications(built(name), BATCH)
        rows.append(
            {
                "what": f"matrix products in a training step, {name}",
                "multiplications": count,
                "multiplications_per_second": rate,
                "share_of_step": count / rate / step,
            }
        )
    return rows


def _scaling(seconds: float) -> Rows:
    from fishlab.bench.engine_speed import scaling

    return [_row(what, timings) for what, timings in scaling(seconds / 3)]


def _pauses(seconds: float) -> Rows:
    from fishlab.bench.pauses import pauses

    return [{"what": "a piece of work, nothing else", **pauses(seconds)}]


def _window(seconds: float) -> Rows:
    from fishlab.bench.processes import window_under

    rows: Rows = []
    for lab, preset, changes in WATCHED:
        figures = window_under(lab, preset, 3 * seconds, **changes)
        share = figures.pop("rate") / figures.pop("headless")
        rows.append({"what": f"window, {lab} {preset}", **figures, "speed_kept": share})
    return rows


def _pad(seconds: float) -> Rows:
    from fishlab.bench.processes import window_under

    quiet = window_under("digits", "book", 2 * seconds)
    busy = window_under("digits", "book", 2 * seconds, beside=["optimizers", "digits"])
    return [
        {"what": "pen on the pad, nothing else", **quiet},
        {"what": "pen on the pad, training in another tab", **busy},
    ]


def _start(seconds: float) -> Rows:
    from fishlab.bench.processes import start

    timings = start(max(5, round(seconds)))
    return [_row("start to painted window", timings)]


def _memory(seconds: float) -> Rows:
    from fishlab.bench.processes import peak_memory

    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "weights.npz")
        words = ["train", "deep_convnet", "--data", "sample", "--epochs", "1", "--out", out]
        megabytes = peak_memory(words)
    return [{"what": "peak memory in MB, train deep_convnet", "fishlab": megabytes}]


PARTS: Mapping[str, Callable[[float], Rows]] = {
    "steps": _steps,
    "images": _images,
    "book": _book,
    "products": _products,
    "scaling": _scaling,
    "pauses": _pauses,
    "window": _window,
    "pad": _pad,
    "start": _start,
    "memory": _memory,
}


def _row(what: str, timings: Mapping[str, Any]) -> dict[str, Any]:
    """One comparison: milliseconds of each with quarter points, and the ratio of ours to theirs."""
    row: dict[str, Any] = {"what": what}
    for name, timing in timings.items():
        row[name] = 1000 * timing.seconds
        row[f"{name}_quarters"] = [1000 * timing.low, 1000 * timing.high]
    for name in timings:
        if name != "fishlab":
            row["ratio"] = timings["fishlab"].seconds / timings[name].seconds
            row["against"] = name
    return row


def _print_part(name: str, rows: Rows) -> None:
    print(f"\n{name}")
    for row in rows:
        cells: list[str] = []
        for key, value in row.items():
            if key == "what" or key == "against":
                continue
            if isinstance(value, list):
                cells[-1] += f" ({value[0]:.3g} to {value[1]:.3g})"
            else:
                cells.append(f"{key} {value:.3g}" if isinstance(value, float) else f"{key} {value}")
        print(f"  {row['what']:<42} {'   '.join(cells)}", flush=True)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.5 <= seconds <= 600:
        raise CommandError(f"bench: --seconds is a number from 0.5 to 600, not {text!r}")
    return seconds
