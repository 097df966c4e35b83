"""The palette: every colour of the window, light and dark, in one place.

Curves take the Okabe–Ito colours (Okabe & Ito 2008, "Color Universal Design"), which stay apart
for colour-blind readers, in an order that never depends on the theme.
"""

from __future__ import annotations

from dataclasses import dataclass

OKABE_ITO = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#F0E442")


@dataclass(frozen=True)
class Theme:
    """Colours by use. `curves` is the same in every theme."""

    name: str
    window: str
    surface: str
    plot: str
    text: str
    muted: str
    grid: str
    border: str
    accent: str
    accent_text: str
    good: str
    bad: str
    curves: tuple[str, ...] = OKABE_ITO

    def curve(self, number: int) -> str:
        """Return the colour of curve `number`, going round."""
        return self.curves[number % len(self.curves)]


LIGHT = Theme(
    name="light", window="#F6F7F9", surface="#FFFFFF", plot="#FFFFFF", text="#1B1F24",
    muted="#5C6670", grid="#D9DEE3", border="#D0D6DC", accent="#0B6E99", accent_text="#FFFFFF",
    good="#00795A", bad="#B4451A",
)  # fmt: skip
DARK = Theme(
    name="dark", window="#1B1E23", surface="#2B3038", plot="#1F2329", text="#E8EAED",
    muted="#A0A8B2", grid="#343A43", border="#454D58", accent="#5BB8E0", accent_text="#10151A",
    good="#4CC9A0", bad="#F08A5D",
)  # fmt: skip
