"""Bring the Chinese translation up to date: extract, fill in, compile.

    python tools/translations.py [MORE.json ...]

Extracts every sentence of the package into resources/i18n/fishlab_zh_CN.ts, fills in what the
files named on the command line say ({context: {English: 中文}}), and compiles the .qm. Prints what
is still missing, and ends with 1 if anything is.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "i18n" / "fishlab_zh_CN.ts"
COMPILED = CATALOGUE.with_suffix(".qm")

MARKS = ("QT_TRANSLATE_NOOP", "translate")

Words = dict[str, dict[str, str]]


def main(more: list[str]) -> int:
    """Extract, fill in, compile; return the exit status."""
    extract(CATALOGUE)
    words: Words = {}
    for name in more:
        for context, pairs in json.loads(Path(name).read_text(encoding="utf-8")).items():
            words.setdefault(context, {}).update(pairs)
    missing = fill_in(CATALOGUE, words)
    release(CATALOGUE, COMPILED)
    for context, source in missing:
        print(f"missing in {context}: {source}")
    return 1 if missing else 0


def extract(catalogue: Path) -> None:
    """Bring `catalogue` in line with the sources; sentences no longer there are dropped."""
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder) / "calls.py"
        calls.write_text("\n".join(marked_sentences()) + "\n", encoding="utf-8")
        # Line numbers would change the catalogue with every edit.
        options = ["-no-obsolete", "-locations", "none"]
        languages = ["-source-language", "en", "-target-language", "zh_CN"]
        _run("pyside6-lupdate", *options, *languages, str(calls), "-ts", str(catalogue))


def marked_sentences() -> Iterator[str]:
    """Yield a plain call for every sentence that the package marks.

    lupdate reads no farther than the first keyword argument, and `translate` has the values of its
    placeholders there: it is given the calls without them.
    """
    for path in sorted((ROOT / "fishlab").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                if node.func.id in MARKS and len(words) >= 2:
                    yield f"{node.func.id}({words[0]!r}, {words[1]!r})"


def fill_in(catalogue: Path, words: Words) -> list[tuple[str, str]]:
    """Put `words` into `catalogue`; return (context, English) of what has no translation."""
    tree = ET.parse(catalogue)
    missing = []
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source = message.findtext("source", "")
            translation = message.find("translation")
            assert translation is not None
            known = words.get(name, {}).get(source)
            if known:
                translation.text = known
                translation.attrib.pop("type", None)
            if not translation.text:
                missing.append((name, source))
    write(tree, catalogue)
    # Once more through lupdate, which has its own way of writing the same XML.
    extract(catalogue)
    return missing


def write(tree: ET.ElementTree, catalogue: Path) -> None:
    """Write the catalogue with the head that Qt's tools expect."""
    body = ET.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    catalogue.write_text(head + body + "\n", encoding="utf-8")


def release(catalogue: Path, compiled: Path) -> None:
    """Compile `catalogue` into what the window loads."""
    _run("pyside6-lrelease", "-silent", str(catalogue), "-qm", str(compiled))


def _run(tool: str, *arguments: str) -> None:
    program = Path(sysconfig.get_path("scripts")) / tool
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{tool}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
