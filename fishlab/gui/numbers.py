"""Numbers as a reader writes them: a real minus sign, no zeros in an exponent."""

from __future__ import annotations

import math
import re

_NUMBER = re.compile(r"[-−]?\d+(\.\d+)?(e[-+−]\d+)?")
_EXPONENT = re.compile(r"e([-+−])0*(?=\d)")


def typeset(text: str) -> str:
    """Return a number that Python has written, `-3.5e-08`, as `−3.5e−8`; any other text as it is.

    >>> typeset("-3.5e-08"), typeset("1e+06"), typeset("784-50-10")
    ('−3.5e−8', '1e6', '784-50-10')
    """
    if not _NUMBER.fullmatch(text):
        return text
    return _EXPONENT.sub(lambda found: "e" if found[1] == "+" else "e−", text).replace("-", "−")


def number(value: float, digits: int = 3) -> str:
    """Return the value with so many digits that count."""
    return typeset(f"{float(value):.{digits}g}")


def mean_and_spread(mean: float, spread: float) -> str:
    """Return both to the same decimal place: the third digit of the spread.

    >>> mean_and_spread(2.83e-05, 0.3194), mean_and_spread(0.5, 0.01211)
    ('0.000 ± 0.319', '0.5000 ± 0.0121')
    """
    if not (math.isfinite(mean) and math.isfinite(spread)) or not 1e-4 <= spread < 1e3:
        return f"{number(mean)} ± {number(spread)}"
    places = max(2 - math.floor(math.log10(spread)), 0)
    # A mean that rounds to nothing has no sign.
    rounded = round(mean, places) + 0.0
    return f"{typeset(f'{rounded:.{places}f}')} ± {spread:.{places}f}"
