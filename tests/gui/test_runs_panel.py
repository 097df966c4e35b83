"""Runs are kept, named, hidden, deleted, repeated over seeds, and branch from a past step."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from fishlab.experiment import Run
from fishlab.experiment.kept import load_kept
from fishlab.gui.kept_runs import KeptRuns
from fishlab.gui.page import LabPage
from fishlab.gui.runs_panel import NAME, VALUE

from .toys import Count, CountParams, Square


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FISHLAB_HOME", str(tmp_path))


@pytest.fixture
def page(make_page) -> LabPage:
    page = make_page(Count())
    page.show_panel(True)
    page.panel.show_runs()
    page.player.set_rate(None)
    return page


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def finish(qtbot, page: LabPage) -> Run:
    page.player.play()
    qtbot.waitUntil(lambda: page.player.state == "done")
    return page.player.run


def names(page: LabPage) -> list[str]:
    table = page.panel.runs.table
    return [table.item(row, NAME).text() for row in range(table.rowCount())]


def test_a_kept_run_is_listed_drawn_and_still_there_next_time(qtbot, page):
    finish(qtbot, page)
    runs = page.panel.runs
    press(qtbot, runs.keep)
    assert names(page) == ["seed 0"]
    assert runs.plot.scalar == "total"
    assert runs.table.item(0, VALUE).text() == "5"
    qtbot.waitUntil(lambda: [name for name, _ in runs.plot._lines] == ["seed 0", "present run"])
    (stored,), _ = load_kept(page.lab)
    assert stored.trials[0].series["total"][1].tolist() == [1, 2, 3, 4, 5]


def test_a_kept_run_gets_a_name_is_hidden_and_is_deleted(qtbot, page):
    finish(qtbot, page)
    runs = page.panel.runs
    press(qtbot, runs.keep)
    press(qtbot, runs.keep)
    assert names(page) == ["seed 0", "seed 0 (2)"]
    runs.table.item(1, NAME).setText("twin")
    assert load_kept(page.lab)[0][1].name == "twin"
    runs.table.item(0, NAME).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: [name for name, _ in runs.plot._lines] == ["twin", "present run"])
    runs.table.setCurrentCell(0, NAME)
    press(qtbot, runs.remove)
    assert names(page) == ["twin"]
    assert [run.name for run in load_kept(page.lab)[0]] == ["twin"]
    assert runs.table.item(0, NAME).checkState() == Qt.CheckState.Checked


def test_repeating_over_seeds_gives_one_entry_with_mean_and_spread(qtbot, page):
    runs = page.panel.runs
    runs.seeds.setValue(4)
    with qtbot.waitSignal(runs.errands.ended):
        press(qtbot, runs.repeat)
    assert len(names(page)) == 1
    (stored,), _ = load_kept(page.lab)
    assert stored.seeds == (0, 1, 2, 3)
    assert runs.repeat.isEnabled()


def test_cancel_ends_the_repetition(qtbot, page):
    runs = page.panel.runs
    page.form.edit({"steps": 1_000_000})
    press(qtbot, runs.repeat)
    qtbot.waitUntil(lambda: runs.errands.part > 0)
    with qtbot.waitSignal(runs.errands.ended):
        press(qtbot, runs.cancel)
    assert names(page) == []
    assert "fishlab-errands" not in [thread.name for thread in threading.enumerate()]


def test_a_branch_goes_another_way_from_the_frame_that_is_shown(qtbot, page):
    before = finish(qtbot, page)
    page.player.seek(2)
    press(qtbot, page.panel.runs.branch)
    qtbot.waitUntil(lambda: page.player.count == 3 and page.player.position == 2)
    qtbot.wait(50)
    assert page.player.state == "paused"
    assert page.player.count == 3
    page.form.edit({"stride": 10.0})
    after = finish(qtbot, page)
    assert after is not before
    assert after.history.series("total")[1].tolist() == [1, 2, 3, 13, 23]
    assert before.history.series("total")[1].tolist() == [1, 2, 3, 4, 5]
    assert names(page) == ["seed 0"]
    lines = dict(page.panel.runs.plot._lines)
    qtbot.waitUntil(lambda: len(page.panel.runs.plot._lines) == 2)
    assert np.array_equal(lines["seed 0"].mean, [1, 2, 3, 4, 5])


def test_a_branch_of_a_branch_keeps_the_earlier_change(qtbot, page):
    finish(qtbot, page)
    page.player.seek(1)
    qtbot.keyClick(page, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: page.player.position == 1)
    page.form.edit({"stride": 10.0})
    finish(qtbot, page)
    page.player.seek(3)
    qtbot.keyClick(page, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: page.player.position == 3)
    assert page.params == CountParams(stride=10.0)
    page.form.edit({"stride": 0.0})
    assert finish(qtbot, page).history.series("total")[1].tolist() == [1, 2, 12, 22, 22]


def test_settings_of_a_kept_run_are_taken_with_its_changes(qtbot, page):
    finish(qtbot, page)
    page.player.seek(1)
    page.branch()
    qtbot.waitUntil(lambda: page.player.position == 1)
    page.form.edit({"stride": 10.0})
    expected = finish(qtbot, page).history.series("total")[1].tolist()
    press(qtbot, page.panel.runs.keep)
    page.form.edit({"stride": 3.0, "steps": 2})
    page.panel.runs.table.setCurrentCell(1, NAME)
    press(qtbot, page.panel.runs.load)
    qtbot.waitUntil(lambda: page.player.state == "done" and page.player.count == 5)
    assert page.player.run.history.series("total")[1].tolist() == expected == [1, 2, 12, 22, 32]


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(qtbot, page, tmp_path):
    (tmp_path / "data").mkdir(exist_ok=True)
    from fishlab import paths

    paths.user_data().mkdir(parents=True, exist_ok=True)
    (paths.user_data() / "kept").write_text("in the way")
    finish(qtbot, page)
    press(qtbot, page.panel.runs.keep)
    assert names(page) == ["seed 0"]
    assert "could not be written" in page.verdict._label.text()


def finished_run(seed: int) -> Run:
    run = Run(Count(), CountParams(), seed)
    run.execute()
    return run


def test_two_windows_add_to_the_same_run_and_neither_loses_the_others_part(qapp):
    one = KeptRuns(Count())
    one.keep(finished_run(0), "mine")
    other = KeptRuns(Count())
    assert [run.name for run in other.runs] == ["mine"]
    one.add_seed(0, finished_run(1))
    other.add_seed(0, finished_run(2))
    one.rename(0, "ours")
    other.add_seed(0, finished_run(3))
    other.keep(finished_run(9), "theirs")
    one.keep(finished_run(8), "last")
    stored, problems = load_kept(Count())
    assert problems == []
    assert [(run.name, run.seeds) for run in stored] == [
        ("ours", (0, 1, 2, 3)),
        ("theirs", (9,)),
        ("last", (8,)),
    ]


def test_a_run_that_another_window_deleted_is_not_lost_here(qapp):
    one = KeptRuns(Count())
    one.keep(finished_run(0), "mine")
    other = KeptRuns(Count())
    other.remove(0)
    one.add_seed(0, finished_run(1))
    assert [run.seeds for run in load_kept(Count())[0]] == [(0, 1)]


def test_a_static_lab_has_no_runs_to_compare(make_page):
    page = make_page(Square())
    page.show_panel(True)
    assert page.panel.tabs.indexOf(page.panel.runs) == -1
    page.branch()
    assert page.player.state in ("running", "done")
