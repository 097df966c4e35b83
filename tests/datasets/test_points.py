"""Points from a table, however it was saved; what is wrong is named with its line."""

import pytest

from fishlab.datasets import DataError
from fishlab.datasets.points import read_points

POINTS = ((0.0, 1.5, 1.0), (-2.0, 0.25, 0.0))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("title", ["", "横轴{s}纵轴{s}标签\n"])
def test_every_usual_way_of_saving_a_table(tmp_path, encoding, separator, title):
    text = title + "0{s}1.5{s}1\n\n-2{s}0.25{s}0\n"
    path = tmp_path / "points.csv"
    path.write_bytes(text.format(s=separator).encode(encoding))
    assert read_points(path) == POINTS


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "nothing in this file"),
        (b"x,y,label\n", "no row of three numbers"),
        (b"0,1,1\n0,,1\n", "line 2: three numbers"),
        (b"0,1,1\n0,one,1\n", "line 2: three numbers"),
        (b"0,1,1\n0,1\n", "line 2: three numbers"),
        (b"0,1,2\n", "line 1: the label is 0 or 1"),
        (b"0,1,1\nnan,1,1\n", "line 2: the label is 0 or 1, x1 and x2 finite"),
        (b"0,1,1\n" * 600, "more than the 500"),
        (b"\x89PNG\0\0\0", "no text file"),
        (b"0,1,1\n" * 200_000, "larger than the 1 MB"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path, content, said):
    path = tmp_path / "points.csv"
    path.write_bytes(content)
    with pytest.raises(DataError, match=said) as caught:
        read_points(path)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataError, match=r"gone\.csv: cannot be read"):
        read_points(tmp_path / "gone.csv")
