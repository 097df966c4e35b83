"""Draw the lessons' formulas: LaTeX lines to SVG outlines, at development time.

    pip install matplotlib
    python tools/make_formulas.py [MORE.json ...]

Reads resources/formulas/formulas.json ({name: LaTeX}), after merging the files named on the command
line into it, and writes resources/formulas/<name>.svg. The ink is `currentColor`, which the window
replaces by the theme's. Matplotlib is needed here only: the program ships the drawings.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from matplotlib import rcParams
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path as Outline
from matplotlib.textpath import TextPath

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "formulas"
SIZE = 12.0
MARGIN = 1.5
# Hair lines of a printed page are too thin for a screen.
BOLDER = 0.15


def main(more: list[str]) -> None:
    """Merge, draw, and remove drawings that no line asks for any more."""
    rcParams["mathtext.fontset"] = "cm"
    source = FOLDER / "formulas.json"
    formulas = json.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}
    for name in more:
        formulas |= json.loads(Path(name).read_text(encoding="utf-8"))
    text = json.dumps(dict(sorted(formulas.items())), indent=2, ensure_ascii=False)
    source.write_text(text + "\n", encoding="utf-8")
    for old in FOLDER.glob("*.svg"):
        if old.stem not in formulas:
            old.unlink()
    for name, latex in formulas.items():
        (FOLDER / f"{name}.svg").write_text(drawing(latex), encoding="utf-8")
    print(f"{len(formulas)} formulas in {FOLDER}")


def drawing(latex: str) -> str:
    """Return the SVG of a formula in which `SIZE` units are the height of the type."""
    # A formula that stands alone has its fractions in full size.
    latex = latex.replace(r"\frac", r"\dfrac")
    outline = TextPath((0, 0), f"${latex}$", size=SIZE, prop=FontProperties())
    box = outline.get_extents()
    left, top = box.x0 - MARGIN, -box.y1 - MARGIN
    width, height = box.width + 2 * MARGIN, box.height + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}" height="{height:.2f}" '
        f'viewBox="{left:.2f} {top:.2f} {width:.2f} {height:.2f}">\n'
        f"<title>{escaped(latex)}</title>\n"
        f'<path fill="currentColor" stroke="currentColor" stroke-width="{BOLDER}" '
        f'd="{path_data(outline)}"/>\n</svg>\n'
    )


def path_data(outline: Outline) -> str:
    """Return matplotlib's outline in the language of SVG (whose y axis points down)."""
    verbs = {Outline.MOVETO: "M", Outline.LINETO: "L", Outline.CURVE3: "Q", Outline.CURVE4: "C"}
    parts: list[str] = []
    for points, code in outline.iter_segments(simplify=False):
        if code == Outline.CLOSEPOLY:
            parts.append("Z")
        else:
            numbers = (f"{-y if k % 2 else y:.2f}" for k, y in enumerate(points))
            parts.append(verbs[code] + " ".join(numbers))
    return "".join(parts)


def escaped(text: str) -> str:
    """Return `text` fit for XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


if __name__ == "__main__":
    main(sys.argv[1:])
