"""An HTML report of a run in one file: picture, settings, numbers, claims, lesson, and the run."""

from __future__ import annotations

import base64
import html
import re
from pathlib import Path

from PySide6.QtGui import QTextDocument

from fishlab import __version__, paths
from fishlab.engine.atomic import replacing
from fishlab.experiment import Run
from fishlab.experiment.export import run_as_json

from . import language, pictures
from .claims_panel import said
from .lesson import FORMULA_UNITS, lesson_text
from .numbers import number
from .quantities import title_of
from .translation import shown, translate
from .values import value_words
from .views.base import View

PNG_SCALE = 2.0
RUN_ID = "fishlab-run"
INK = "#1B1F24"
STYLE = """
body { font: 16px/1.55 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; color: #1B1F24;
  background: #F6F7F9; margin: 0; }
main { max-width: 960px; margin: 0 auto; padding: 32px 24px 64px; background: #fff; }
h1 { margin: 0 0 4px; font-size: 28px; } h2 { margin: 32px 0 8px; font-size: 20px; }
img.picture { width: 100%; height: auto; border: 1px solid #D0D6DC; border-radius: 4px; }
table { border-collapse: collapse; } td, th { padding: 2px 16px 2px 0; text-align: left;
  vertical-align: top; } td.number { font-variant-numeric: tabular-nums; }
.muted { color: #5C6670; } code, pre { font-family: ui-monospace, monospace; font-size: 14px; }
blockquote { margin: 12px 0; padding: 4px 16px; border-left: 3px solid #0B6E99; }
"""


def write_report(view: View, run: Run, path: Path | str) -> None:
    """Write the report of `run`, with `view` as its picture. Raises OSError."""
    with replacing(path, "w", encoding="utf-8") as file:
        file.write(report(view, run))


def report(view: View, run: Run) -> str:
    """Return the report as one HTML text that needs no other file."""
    title = shown(run.lab.title)
    parts = [
        f"<h1>{_safe(title)}</h1>",
        f"<p class='muted'>{_safe(_head(run))}</p>",
        f"<img class='picture' alt='{_safe(title)}' src='{_picture(view)}'>",
        *_section(translate("report", "What this run has found out"), _messages(run)),
        *_section(translate("report", "Settings"), _settings(run)),
        *_section(translate("report", "Numbers at the end"), _numbers(run)),
        *_section(translate("report", "What the book says"), _claims(run)),
        *_section(translate("report", "Lesson"), _lesson(run)),
    ]
    # "</" would end the script element early.
    data = run_as_json(run).replace("</", "<\\/")
    lang = language.current().replace("_", "-")
    return (
        f"<!DOCTYPE html>\n<html lang='{lang}'>\n<head>\n<meta charset='utf-8'>\n"
        "<meta name='viewport' content='width=device-width'>\n"
        f"<title>{_safe(title)} · FishLab</title>\n"
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n" + "\n".join(parts) + "\n</main>\n"
        f"<script type='application/json' id='{RUN_ID}'>\n{data}\n</script>\n</body>\n</html>\n"
    )


def _head(run: Run) -> str:
    chapter = translate("window", "Chapter {chapter}", chapter=run.lab.chapter)
    seed = translate("report", "seed {seed}", seed=run.seed)
    return f"{chapter} · {seed} · FishLab {__version__}"


def _picture(view: View) -> str:
    data = base64.b64encode(pictures.png_bytes(view, PNG_SCALE)).decode()
    return f"data:image/png;base64,{data}"


def _section(title: str, content: str) -> list[str]:
    return [f"<h2>{_safe(title)}</h2>", content] if content else []


def _messages(run: Run) -> str:
    outcome, last = run.outcome, run.history.last
    sentences = [shown(message) for message in (() if last is None else last.messages)]
    if outcome is not None and outcome.reason is not None:
        sentences.append(f"⚠ {shown(outcome.reason)}")
    return "".join(f"<p>{_safe(sentence)}</p>" for sentence in sentences)


def _settings(run: Run) -> str:
    rows = []
    for name, spec in run.lab.params.specs().items():
        if run.params.shows(name):
            rows.append((shown(spec.label), value_words(getattr(run.params, name), spec)))
    for step, values in run.history.changes:
        told = translate("report", "after step {step}", step=step)
        specs = run.lab.params.specs()
        rows += [
            (f"{shown(specs[n].label)} ({told})", value_words(v, specs[n]))
            for n, v in values.items()
        ]
    return _table(rows)


def _numbers(run: Run) -> str:
    rows = []
    for name in run.history.names:
        value = float(run.history.series(name)[1][-1])
        rows.append((title_of(run.lab, name), number(value, 6)))
    return _table(rows)


def _claims(run: Run) -> str:
    rows = [
        f"<p>{_safe(shown(claim.statement))}<br><span class='muted'>"
        f"{_safe('; '.join(map(said, claim.expected)))} · "
        f"<code>fishlab reproduce {_safe(claim.id)}</code></span></p>"
        for claim in run.lab.claims
    ]
    return "".join(rows)


def _lesson(run: Run) -> str:
    document = QTextDocument()
    document.setMarkdown(lesson_text(run.lab))
    found = re.search(r"<body[^>]*>(.*)</body>", document.toHtml(), re.DOTALL)
    body = found[1] if found else ""
    # Qt writes its own fonts and margins at every paragraph; the report has a style of its own.
    body = re.sub(r"""\sstyle=(?:"[^"]*"|'[^']*')""", "", body)
    body = re.sub(r"<a href=\"preset:[^\"]*\">(.*?)</a>", r"<em>\1</em>", body, flags=re.DOTALL)
    body = re.sub(r"<h1[^>]*>.*?</h1>", "", body, count=1, flags=re.DOTALL)
    body = body.replace("<h2", "<h3").replace("</h2>", "</h3>")
    return re.sub(r'<img src="formula:([\w-]+)"[^>]*/?>', _formula, body)


def _formula(match: re.Match[str]) -> str:
    file = paths.resources() / "formulas" / f"{match[1]}.svg"
    try:
        drawing = file.read_text(encoding="utf-8").replace("currentColor", INK)
    except OSError:
        return ""
    data = base64.b64encode(drawing.encode()).decode()
    size = re.search(r"<svg[^>]*?height=\"([\d.]+)", drawing)
    # As in the window: the drawings' units are such that 12 are the height of the text.
    height = f"{float(size[1]) / FORMULA_UNITS * 1.3:.2f}em" if size else "auto"
    return f"<img alt='{match[1]}' style='height: {height}' src='data:image/svg+xml;base64,{data}'>"


def _table(rows: list[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td>{_safe(name)}</td><td class='number'>{_safe(value)}</td></tr>"
        for name, value in rows
    )
    return f"<table>{cells}</table>" if rows else ""


def _safe(text: str) -> str:
    return html.escape(text)
