"""Reproduce: run a claim's runs, measure, and judge; the same for the window and the shell."""

from __future__ import annotations

from collections.abc import Callable

from .claims import Claim, Trial, Trials, Verdict
from .control import Cancelled, Control
from .frame import Frame
from .lab import Lab, LabError
from .run import Run


def reproduce(
    lab: Lab,
    claim: Claim,
    *,
    control: Control | None = None,
    progress: Callable[[float], None] = lambda part: None,
) -> Verdict:
    """Run the claim of `lab` in the calling thread and judge it.

    progress: called with the part done, 0 to 1. Raises Cancelled when `control` is cancelled and
    LabError when a run fails: a claim that could not be tried has no verdict.
    """
    control = control or Control()
    preset = lab.preset(claim.preset)
    variants = claim.variants or {"": {}}
    seeds = claim.seeds or (preset.seed,)
    runs: dict[str, list[Trial]] = {name: [] for name in variants}
    count, done = len(variants) * len(seeds), 0

    def deliver(frame: Frame) -> None:
        if frame.total:
            progress((done + min(1.0, frame.step / frame.total)) / count)

    for seed in seeds:
        for name, changes in variants.items():
            run = Run(lab, preset.params.replace(**changes), seed, control=control)
            runs[name].append(_finished(run, deliver))
            done += 1
            progress(done / count)
    obtained = tuple(float(number) for number in claim.measure(Trials(runs)))
    return Verdict(claim, obtained, seeds)


def _finished(run: Run, deliver: Callable[[Frame], None]) -> Trial:
    outcome = run.execute(deliver)
    if outcome.kind == "cancelled":
        raise Cancelled
    if outcome.reason is not None:
        raise LabError(outcome.reason)
    return Trial(run.seed, run.history)
