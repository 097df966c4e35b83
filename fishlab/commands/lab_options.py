"""The options of `fishlab run LAB`, generated from the lab's Params.

Each field becomes `--learning-rate` and `--learning_rate`; what it accepts, and the sentence for a
value that it does not, are the field's own (`Spec.parsed`).
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence

from fishlab.experiment import Lab, Params, ParamsError, Preset, Spec
from fishlab.labs import LABS, find_lab

from .console import CommandError, Parser, explained, seed_number

PREFIX = "param:"

METAVARS = {
    "float": "NUMBER",
    "int": "N",
    "bool": "BOOL",
    "choice": "NAME",
    "choices": "NAME,NAME",
    "text": "TEXT",
    "rows": "ROWS",
}


def lab_and_options(
    command: str, purpose: str, arguments: Sequence[str]
) -> tuple[Lab, Sequence[str]]:
    """Return the lab that `fishlab COMMAND LAB …` names, and what follows it."""
    known = ", ".join(lab.id for lab in LABS)
    if arguments and arguments[0] in ("-h", "--help"):
        rest = f"The lab comes first; `fishlab {command} LAB -h` shows its options. Labs: {known}."
        parser = Parser(f"fishlab {command}", purpose, rest)
        parser.usage = "%(prog)s LAB [options]"
        parser.parse_args(["-h"])
    if not arguments or arguments[0].startswith("-"):
        raise CommandError(f"{command}: say first which lab to {command}: {known}")
    with explained(KeyError):
        return find_lab(arguments[0]), arguments[1:]


def add_preset_and_seed(parser: argparse.ArgumentParser, lab: Lab) -> None:
    """Add `--preset` and `--seed`."""
    presets, first = ", ".join(preset.id for preset in lab.presets), lab.presets[0].id
    parser.add_argument(
        "--preset", metavar="P", help=f"settings to begin with: {presets} (default {first})"
    )
    parser.add_argument("--seed", type=seed_number, metavar="N", help="seed of all random numbers")


def add_param_options(parser: argparse.ArgumentParser, lab: Lab) -> None:
    """Add one option for each field of the lab's Params."""
    group = parser.add_argument_group("parameters of this lab")
    for name, spec in lab.params.specs().items():
        group.add_argument(
            *option_names(name),
            dest=PREFIX + name,
            metavar=METAVARS[spec.kind],
            nargs="?" if spec.kind == "bool" else None,
            const="true" if spec.kind == "bool" else None,
            help=_help(spec).replace("%", "%%"),
        )


def chosen_params(lab: Lab, preset: Preset, options: argparse.Namespace) -> Params:
    """Return the preset's Params with the values given on the command line."""
    specs = lab.params.specs()
    texts = {name: getattr(options, PREFIX + name) for name in specs}
    with explained(ParamsError):
        changes = {
            name: specs[name].parsed(name, text) for name, text in texts.items() if text is not None
        }
        return preset.params.replace(**changes)


def chosen_preset(lab: Lab, name: str | None) -> Preset:
    """Return the preset of that id, or the first one if no name was given."""
    if name is None:
        return lab.presets[0]
    with explained(KeyError):
        return lab.preset(name)


def option_names(name: str) -> list[str]:
    """Return the spellings of a field's option: `--learning-rate`, `--learning_rate`."""
    return list(dict.fromkeys([f"--{name.replace('_', '-')}", f"--{name}"]))


def accepted(spec: Spec) -> str:
    """Return what a value of this field may be, such as `0 to 1` or `one of sgd, adam`."""
    values = [choice.value for choice in spec.choices]
    if spec.kind in ("float", "int"):
        return f"{spec.minimum:g} to {spec.maximum:g}"
    if spec.kind == "bool":
        return "true or false"
    if spec.kind == "choice":
        return f"one of {', '.join(values)}"
    if spec.kind == "choices":
        return f"any of {', '.join(values)}"
    if spec.kind == "rows":
        row = ",".join(spec.columns)
        return f"{row};{row};..."
    return "text"


def default_text(spec: Spec) -> str:
    """Return the default as it would be typed."""
    if spec.kind == "choices":
        return ",".join(spec.default)
    if spec.kind == "rows":
        return ";".join(",".join(f"{cell:g}" for cell in row) for row in spec.default)
    if spec.kind == "bool":
        return "true" if spec.default else "false"
    return f"{spec.default:g}" if spec.kind == "float" else str(spec.default)


def _help(spec: Spec) -> str:
    default = default_text(spec)
    return f"{spec.label}: {accepted(spec)}" + (f" (default {default})" if default else "")


def join_negative_values(arguments: Sequence[str]) -> list[str]:
    """Write `--b -7e-1` as `--b=-7e-1`: argparse would take the value for an option."""
    joined: list[str] = []
    for argument in arguments:
        follows = joined and joined[-1].startswith("--") and "=" not in joined[-1]
        if follows and re.match(r"-[\d.]", argument):
            joined[-1] += f"={argument}"
        else:
            joined.append(argument)
    return joined
