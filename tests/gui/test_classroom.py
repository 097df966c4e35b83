"""A lab as a class sees it: only the chosen controls, the note, and one button that leads out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fishlab.experiment import Run
from fishlab.experiment.classroom import Classroom, read_classroom, write_classroom
from fishlab.experiment.export import write_json
from fishlab.gui.class_dialog import ClassDialog
from fishlab.gui.main_window import MainWindow
from fishlab.labs import find_lab

from .test_window import drop
from .toys import Square, SquareParams

Maker = Callable[..., MainWindow]


@pytest.fixture
def window(make_window: Maker) -> MainWindow:
    return make_window(Square())


def find(window: QWidget, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def class_file(folder: Path, *controls: str, note: str = "Which power is it?", **params) -> Path:  # type: ignore[no-untyped-def]
    path = folder / "square.fishlab"
    write_classroom(path, Classroom("toy", params, None, 9, note, controls))
    return path


def shown_controls(window: MainWindow) -> set[str]:
    page = window.page
    names = {name for name, row in page.form.rows.items() if row.isVisible()}
    names |= {name for name in ("preset", "seed") if find(page, name).isVisible()}
    return names


def test_a_class_sees_the_note_and_the_chosen_controls_alone(
    window: MainWindow, tmp_path: Path
) -> None:
    assert drop(window, class_file(tmp_path, "x", "power", x=4.0))
    assert window.page.params == SquareParams(x=4.0)
    assert window.page.seed == 9
    assert shown_controls(window) == {"x", "power"}
    note = find(window, "class_strip_text")
    assert note.isVisible()
    assert note.text() == "Which power is it?"  # type: ignore[attr-defined]


def test_one_button_leads_out_of_the_class(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    everything = shown_controls(window)
    window.open_run(class_file(tmp_path, "x", x=4.0))
    qtbot.mouseClick(find(window, "class_strip_button"), Qt.MouseButton.LeftButton)
    assert shown_controls(window) == everything
    assert not find(window, "class_strip").isVisible()
    assert window.page.params == SquareParams(x=4.0)


def test_a_field_of_another_mode_stays_away_until_it_matters(
    window: MainWindow, tmp_path: Path
) -> None:
    window.open_run(class_file(tmp_path, "shape", "curves"))
    assert shown_controls(window) == {"shape"}
    window.page.form.edit({"shape": "round"})
    assert shown_controls(window) == {"shape", "curves"}


def test_preset_and_seed_are_shown_if_they_are_named(window: MainWindow, tmp_path: Path) -> None:
    window.open_run(class_file(tmp_path, "preset", "seed"))
    assert shown_controls(window) == {"preset", "seed"}


def test_a_note_is_shown_as_it_was_written(window: MainWindow, tmp_path: Path) -> None:
    window.open_run(class_file(tmp_path, note="<b>w</b> < 3 &amp; 试一试"))
    label = find(window, "class_strip_text")
    assert label.textFormat() == Qt.TextFormat.PlainText  # type: ignore[attr-defined]
    assert label.text() == "<b>w</b> < 3 &amp; 试一试"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "not a classroom file"),
        ('{"format": "fishlab-classroom", "version": 9}', "version 9"),
        ('{"format": "fishlab-classroom", "version": 1, "lab": "zoo"}', "no lab named zoo"),
        (
            '{"format": "fishlab-classroom", "version": 1, "lab": "toy", "params": {"x": 99}}',
            "outside the range",
        ),
    ],
)
def test_a_wrong_file_is_explained_and_changes_nothing(
    window: MainWindow, tmp_path: Path, text: str, complaint: str
) -> None:
    before = (window.page.params, shown_controls(window))
    path = tmp_path / "wrong.fishlab"
    path.write_text(text)
    window.open_run(path)
    assert complaint in find(window, "verdict").text()  # type: ignore[attr-defined]
    assert (window.page.params, shown_controls(window)) == before


def test_a_file_that_is_not_there_is_said_to_be_missing(window: MainWindow, tmp_path: Path) -> None:
    window.open_run(tmp_path / "gone.fishlab")
    assert "No such file" in find(window, "verdict").text()  # type: ignore[attr-defined]


def test_opening_a_run_leaves_the_class(window: MainWindow, tmp_path: Path) -> None:
    everything = shown_controls(window)
    window.open_run(class_file(tmp_path, "x"))
    run = Run(Square(), SquareParams(x=3.0), 5)
    run.execute()
    write_json(tmp_path / "run.json", run)
    window.open_run(tmp_path / "run.json")
    assert shown_controls(window) == everything


def test_the_readers_own_settings_outlive_a_class(make_window: Maker, tmp_path: Path) -> None:
    window = make_window(Square())
    window.page.form.edit({"x": 7.0})
    window.open_run(class_file(tmp_path, "x", x=4.0))
    window.page.form.edit({"x": 5.0})
    window.close()
    assert make_window(Square()).page.params == SquareParams(x=7.0)


def answer(monkeypatch: pytest.MonkeyPatch, path: Path, *unticked: str, note: str) -> None:
    """Fill the dialog in as a teacher would, and name the file."""

    def fill_in(dialog: ClassDialog) -> ClassDialog.DialogCode:
        for name in unticked:
            dialog.boxes[name].click()
        edit = dialog.findChild(QPlainTextEdit, "class_note")
        assert edit is not None
        edit.setPlainText(note)
        return ClassDialog.DialogCode.Accepted

    monkeypatch.setattr(ClassDialog, "exec", fill_in)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(path), ""))


def test_what_a_teacher_saves_a_class_opens(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.page.form.edit({"x": 6.0})
    window.page.seed_box.setValue(31)
    hidden = [name for name in window.page.form.rows if name not in ("x", "power")]
    answer(monkeypatch, tmp_path / "lesson 3", *hidden, note="Guess first.")
    window.files.save_class()
    path = tmp_path / "lesson 3.fishlab"
    assert read_classroom(path).settings(Square()) == (SquareParams(x=6.0), 31)
    window.page.form.edit({"x": 1.0})
    window.open_run(path)
    assert window.page.params == SquareParams(x=6.0)
    assert shown_controls(window) == {"x", "power"}
    assert find(window, "class_strip_text").text() == "Guess first."  # type: ignore[attr-defined]


def test_a_file_that_cannot_be_written_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "no" / "such.fishlab", note="")
    window.files.save_class()
    assert "could not be written" in find(window, "verdict").text()  # type: ignore[attr-defined]


def test_a_note_that_is_too_long_cannot_be_saved(qtbot: QtBot) -> None:
    dialog = ClassDialog(Square(), SquareParams(), 0)
    qtbot.addWidget(dialog)
    save = next(b for b in dialog.findChildren(QPushButton) if b.isDefault() or "Save" in b.text())
    dialog.note.setPlainText("x" * 600)
    assert save.isEnabled()
    dialog.note.setPlainText("x" * 601)
    assert not save.isEnabled()


def test_all_and_none_tick_every_box(qtbot: QtBot) -> None:
    dialog = ClassDialog(Square(), SquareParams(), 0)
    qtbot.addWidget(dialog)
    qtbot.mouseClick(find(dialog, "class_none"), Qt.MouseButton.LeftButton)
    assert dialog.classroom().controls == ()
    qtbot.mouseClick(find(dialog, "class_all"), Qt.MouseButton.LeftButton)
    assert dialog.classroom().controls == tuple(dialog.boxes)


def test_what_the_class_can_never_come_to_is_not_asked_about(qtbot: QtBot) -> None:
    lab = find_lab("gradients")
    dialog = ClassDialog(lab, lab.presets[0].params, 0)
    qtbot.addWidget(dialog)
    dialog.show()
    boxes = dialog.boxes
    assert boxes["batch"].isVisible(), "the class may turn to another mode"
    assert boxes["label3"].isVisible(), "and there to another batch"
    heading = find(dialog, "class_elsewhere")
    assert boxes["x0"].y() < heading.y() < boxes["batch"].y()
    boxes["mode"].click()
    assert boxes["expression"].isVisible(), "the class may turn to another surface"
    assert boxes["x0"].isVisible()
    hidden = {name for name in boxes if not boxes[name].isVisible()}
    assert {"batch", "label3", "label"} <= hidden
    assert not hidden & set(dialog.classroom().controls or ())
    boxes["surface"].click()
    assert not boxes["expression"].isVisible()
    assert not heading.isVisible()
    boxes["mode"].click()
    assert boxes["label3"].isVisible()
    assert boxes["label3"].isChecked()
