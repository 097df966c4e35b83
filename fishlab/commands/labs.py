"""`fishlab labs`: every lab with its parameters and presets, for people or as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from fishlab.experiment import Lab, Spec
from fishlab.labs import LABS

from .console import Parser, print_json
from .lab_options import accepted, default_text, option_names


def main(arguments: Sequence[str]) -> int:
    """Print the labs; return the exit status."""
    parser = Parser("fishlab labs", "List every lab with its parameters and presets.")
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    if parser.parse_args(arguments).json:
        print_json([described(lab) for lab in LABS])
    else:
        print("\n\n".join(page(lab) for lab in LABS))
    return 0


def described(lab: Lab) -> dict[str, Any]:
    """Return what `--json` prints of one lab."""
    return {
        "id": lab.id,
        "title": str(lab.title),
        "chapter": lab.chapter,
        "params": [_param(name, spec) for name, spec in lab.params.specs().items()],
        "presets": [{"id": preset.id, "title": str(preset.title)} for preset in lab.presets],
        "animated": lab.animated,
    }


def _param(name: str, spec: Spec) -> dict[str, Any]:
    numeric = spec.kind in ("float", "int")
    return {
        "name": name,
        "type": spec.kind,
        "default": spec.default,
        "minimum": spec.minimum if numeric else None,
        "maximum": spec.maximum if numeric else None,
        "choices": [choice.value for choice in spec.choices],
        "live": spec.live,
    }


def page(lab: Lab) -> str:
    """Return the lines about one lab for a person."""
    lines = [f"{lab.id}: {lab.title} (chapter {lab.chapter})"]
    lines += textwrap.wrap(lab.summary, 88, initial_indent="  ", subsequent_indent="  ")
    lines.append("  presets")
    width = max(len(preset.id) for preset in lab.presets)
    lines += [f"    {preset.id:<{width}}  {preset.title}" for preset in lab.presets]
    lines.append("  parameters")
    options = {option_names(name)[0]: spec for name, spec in lab.params.specs().items()}
    width = max(map(len, options))
    for option, spec in options.items():
        form = accepted(spec)
        default = default_text(spec)
        end = f"  (default {default})" if default else ""
        lines.append(f"    {option:<{width}}  {form}{end}")
    return "\n".join(lines)
