"""`fishlab reproduce [CLAIM …]`: run the book's claims, and say of each whether it holds."""

from __future__ import annotations

import csv
import io
import json
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fishlab.engine.atomic import replacing
from fishlab.experiment import Claim, Lab, LabError, reproduce
from fishlab.experiment.claims import number
from fishlab.labs import find_claims

from .console import FAILED, CommandError, Parser, explained, print_json
from .progress import Progress
from .run import check_folder


@dataclass(frozen=True)
class Result:
    """One claim that was tried. obtained: empty if a run failed, for the reason in `error`."""

    claim: Claim
    obtained: tuple[float, ...]
    holds: bool
    seconds: float
    seeds: tuple[int, ...] = ()
    error: str = ""


def main(arguments: Sequence[str]) -> int:
    """Try the claims; return 0 if all hold, else 1."""
    parser = Parser(
        "fishlab reproduce",
        "Run the claims of the book. Each names what is expected and within which tolerance; the "
        "exit status is 1 if one does not hold.",
    )
    parser.add_argument("CLAIM", nargs="*", help="a claim, or a lab for all of its claims")
    parser.add_argument("--slow", action="store_true", help="the long ones too (full MNIST)")
    parser.add_argument("--list", action="store_true", help="only say which claims there are")
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    parser.add_argument("--out", type=_out, metavar="FILE", help=f"write {', '.join(WRITERS)}")
    options = parser.parse_args(arguments)
    with explained(KeyError):
        chosen = find_claims(options.CLAIM, slow=options.slow or options.list)
    if options.list:
        _print_list(chosen, as_json=options.json)
        return 0
    results = []
    for lab, claim in chosen:
        results.append(_tried(lab, claim))
        if not options.json:
            print(_lines(results[-1]), flush=True)
    if options.out is not None:
        with replacing(options.out, "wb") as file:
            file.write(WRITERS[options.out.suffix.lower()](results).encode())
    failed = [result.claim.id for result in results if not result.holds]
    if options.json:
        print_json([described(result) for result in results])
    else:
        seconds = sum(result.seconds for result in results)
        print(f"{len(results) - len(failed)} of {len(results)} claims hold ({seconds:.0f} s)")
    if failed:
        raise CommandError(f"reproduce: these do not hold: {', '.join(failed)}", FAILED)
    return 0


def described(result: Result) -> dict[str, Any]:
    """Return what `--json` prints of one claim.

    Where a claim has one number, `expected`, `obtained` and `tolerance` are that number; where it
    has several they are objects, name -> number. `relation` says how the two compare. A number
    that JSON does not know is written as a text: "nan", "inf".
    """
    expected = result.claim.expected
    names = [str(e.name) for e in expected]

    def each(values: Sequence[Any]) -> Any:
        if len(names) == 1:
            return values[0] if values else None
        return dict(zip(names, values, strict=False))

    return {
        "id": result.claim.id,
        "chapter": result.claim.chapter,
        "statement": str(result.claim.statement),
        "expected": each([_plain(e.value) for e in expected]),
        "relation": each([e.relation for e in expected]),
        "obtained": each([_plain(value) for value in result.obtained]),
        "tolerance": each([e.tolerance for e in expected]),
        "holds": result.holds,
        "seconds": round(result.seconds, 3),
        "seeds": list(result.seeds),
        **({"error": result.error} if result.error else {}),
    }


def _tried(lab: Lab, claim: Claim) -> Result:
    begin = time.perf_counter()
    with Progress(claim.id, 1000) as bar:
        try:
            verdict = reproduce(lab, claim, progress=lambda part: bar.show(round(part * 1000)))
        except LabError as error:
            return Result(claim, (), False, time.perf_counter() - begin, error=str(error))
    seconds = time.perf_counter() - begin
    return Result(claim, verdict.obtained, verdict.holds, seconds, verdict.seeds)


def _lines(result: Result) -> str:
    mark = "holds" if result.holds else "FAILS"
    head = f"{mark}  {result.claim.id}  ({result.claim.chapter}, {result.seconds:.2f} s)"
    lines = [head, f"       {result.claim.statement}"]
    if result.error:
        lines.append(f"       {result.error}")
    for expected, obtained in zip(result.claim.expected, result.obtained, strict=False):
        wrong = "" if expected.holds(obtained) else "  <- not as expected"
        lines.append(f"       expected {expected}, obtained {number(obtained)}{wrong}")
    if len(result.seeds) > 1:
        lines.append(f"       seeds {', '.join(map(str, result.seeds))}")
    return "\n".join(lines)


def _print_list(chosen: Sequence[tuple[Lab, Claim]], *, as_json: bool) -> None:
    if as_json:
        print_json(
            [
                {
                    "id": claim.id,
                    "lab": lab.id,
                    "preset": claim.preset,
                    "chapter": claim.chapter,
                    "statement": str(claim.statement),
                    "slow": claim.slow,
                }
                for lab, claim in chosen
            ]
        )
        return
    width = max((len(claim.id) for _, claim in chosen), default=0)
    for _, claim in chosen:
        slow = " (slow)" if claim.slow else ""
        print(f"{claim.id:<{width}}  {claim.chapter:<6}  {claim.statement}{slow}")


def _json_text(results: Sequence[Result]) -> str:
    return json.dumps([described(result) for result in results], indent=2) + "\n"


def _rows(results: Sequence[Result]) -> list[tuple[str, ...]]:
    """Return one row for each number of each claim."""
    rows: list[tuple[str, ...]] = []
    for result in results:
        obtained = [number(value) for value in result.obtained] or [result.error] * len(
            result.claim.expected
        )
        rows += [
            (
                result.claim.id,
                result.claim.chapter,
                str(result.claim.statement),
                str(expected),
                got,
                "yes" if result.holds else "no",
                f"{result.seconds:.2f}",
            )
            for expected, got in zip(result.claim.expected, obtained, strict=True)
        ]
    return rows


TITLES = ("claim", "chapter", "statement", "expected", "obtained", "holds", "seconds")


def _csv_text(results: Sequence[Result]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([TITLES, *_rows(results)])
    return text.getvalue()


def _markdown_text(results: Sequence[Result]) -> str:
    lines = [TITLES, ("---",) * len(TITLES), *_rows(results)]
    return "".join("| " + " | ".join(c.replace("|", "\\|") for c in row) + " |\n" for row in lines)


WRITERS: Mapping[str, Callable[[Sequence[Result]], str]] = {
    ".json": _json_text,
    ".csv": _csv_text,
    ".md": _markdown_text,
}


def _out(name: str) -> Path:
    path = Path(name)
    if path.suffix.lower() not in WRITERS:
        raise CommandError(f"{path}: the ending says the format; known are {', '.join(WRITERS)}")
    check_folder(path)
    return path


def _plain(value: float) -> float | str:
    return value if math.isfinite(value) else str(value)
