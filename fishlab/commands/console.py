"""What all commands share: one-line errors, JSON, and the parser that words a mistake plainly."""

from __future__ import annotations

import argparse
import json
import re
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any, NoReturn

USAGE = 2
FAILED = 1


class CommandError(Exception):
    """A mistake or an obstacle that one line on standard error explains.

    code: the exit status; 2 for what the user can mend in the command itself, 1 for the rest.
    """

    def __init__(self, text: str, code: int = USAGE) -> None:
        super().__init__(" ".join(text.split()))
        self.code = code


@contextmanager
def explained(*errors: type[Exception], code: int = USAGE) -> Iterator[None]:
    """Turn `errors`, whose text is meant for the user, into a CommandError."""
    try:
        yield
    except errors as error:
        # str() of a KeyError is the repr of its argument; the sentence itself is wanted.
        raise CommandError(str(error.args[0] if error.args else error), code) from error


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose complaints are one line, raised instead of printed."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=textwrap.fill(description, 79),
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Raise CommandError with the parser's complaint and where to read more."""
        # What is complained of begins with the program's name already.
        _, _, command = self.prog.partition(" ")
        place = f"{command}: " if command else ""
        raise CommandError(f"{place}{message}{self._hint(message)}; see {self.prog} -h")

    def _hint(self, message: str) -> str:
        """Return the option that was perhaps meant by one that is not known, in parentheses."""
        unknown = re.match(r"unrecognized arguments: (--[\w-]+)", message)
        near = get_close_matches(unknown[1], self._option_string_actions, 1) if unknown else []
        return f" ({near[0]}?)" if near else ""


def print_json(value: Any) -> None:
    """Print `value` as JSON in plain ASCII, which every terminal and pipe can carry."""
    print(json.dumps(value, indent=2, allow_nan=False))


def whole_number(minimum: int, maximum: int) -> Any:
    """Return an argparse type for a whole number in `minimum` … `maximum`."""

    def convert(text: str) -> int:
        if not re.fullmatch(r"[+-]?\d{1,20}", text) or not minimum <= int(text) <= maximum:
            raise argparse.ArgumentTypeError(
                f"{text!r} is not a whole number from {minimum} to {maximum}"
            )
        return int(text)

    return convert


def seed_number(text: str) -> int:
    """Argparse type of `--seed`."""
    return int(whole_number(0, 2**31 - 1)(text))


def window_size(text: str) -> tuple[int, int]:
    """Argparse type of `--size`: "1280x800" gives (1280, 800), in pixels."""
    match = re.fullmatch(r"(\d{1,5})\s*[xX×]\s*(\d{1,5})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1280x800")
    width, height = int(match[1]), int(match[2])
    if not (640 <= width <= 7680 and 480 <= height <= 4320):
        raise argparse.ArgumentTypeError(f"{text} is outside 640x480 to 7680x4320")
    return width, height
