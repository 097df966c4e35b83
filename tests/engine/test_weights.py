"""Weight files: what is written comes back, and what a stranger sends does no harm."""

from __future__ import annotations

import contextlib
import io
import json
import os
import pickle
import struct
import zipfile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishlab.engine import pickles, weights
from fishlab.engine.weights import WeightsError, load_weights, save_weights

RNG = np.random.default_rng(0)
ARRAYS = {
    "W1": RNG.normal(size=(3, 1, 2, 2)).astype(np.float32),
    "b1": RNG.normal(size=3),
    "half": np.ones((2, 0), np.float16),
    "order": np.arange(4),
}
BOOK = {name: ARRAYS[name] for name in ("W1", "b1", "half")}


def assert_same(arrays, expected):
    assert list(arrays) == list(expected)
    for name, array in expected.items():
        assert arrays[name].dtype == array.dtype
        assert arrays[name].flags.writeable
        np.testing.assert_array_equal(arrays[name], array)


def refusal(path):
    """The message with which a file is refused: one line that begins with the file."""
    with pytest.raises(WeightsError) as error:
        load_weights(path)
    message = str(error.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    return message


def written(path, content):
    path.write_bytes(content)
    return path


def npz(path, **entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(f"{name}.npy", content)
    return path


def npy(array, **header):
    """An .npy whose header may lie."""
    buffer = io.BytesIO()
    np.save(buffer, array)
    if not header:
        return buffer.getvalue()
    true = {"descr": array.dtype.str, "fortran_order": False, "shape": array.shape} | header
    lie = io.BytesIO()
    np.lib.format.write_array_header_1_0(lie, true)
    return lie.getvalue() + array.tobytes()


def test_npz_there_and_back(tmp_path):
    path = tmp_path / "w.npz"
    meta = {"model": "mlp3", "accuracy": 0.9352, "说明": ["a", None, 2**70]}
    save_weights(path, ARRAYS, meta)
    loaded = load_weights(path)
    assert_same(loaded.arrays, ARRAYS)
    assert loaded.meta == meta


def test_the_same_weights_are_the_same_bytes_and_plain_numpy_reads_them(tmp_path):
    save_weights(tmp_path / "a.npz", ARRAYS, {"a": 1})
    save_weights(tmp_path / "b.npz", ARRAYS, {"a": 1})
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    with np.load(tmp_path / "a.npz", allow_pickle=False) as file:
        np.testing.assert_array_equal(file["W1"], ARRAYS["W1"])
        assert json.loads(str(file["meta"])) == {"a": 1}


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_files_of_numpy_are_read_whatever_their_name(tmp_path, save):
    path = tmp_path / "w.weights"
    with open(path, "wb") as file:
        save(file, W1=np.asfortranarray(np.arange(6.0).reshape(2, 3)), b1=np.ones(2, ">f4"))
    loaded = load_weights(path)
    assert_same(loaded.arrays, {"W1": np.arange(6.0).reshape(2, 3), "b1": np.ones(2, "f4")})
    assert loaded.meta == {}


def test_a_failed_save_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "w.npz"
    save_weights(path, ARRAYS)
    old = path.read_bytes()

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WeightsError, match="cannot be written: No space left on device"):
        save_weights(path, {"W1": np.zeros(9)})
    assert path.read_bytes() == old
    assert os.listdir(tmp_path) == ["w.npz"]


@pytest.mark.parametrize(
    ("arrays", "meta", "match"),
    [
        ({"meta": np.ones(1)}, {}, "cannot be called 'meta'"),
        ({"W1": np.array([{}])}, {}, "W1 does not hold numbers"),
        ({"W1": np.ones(1)}, {"a": object()}, "not JSON"),
    ],
)
def test_what_cannot_be_saved_is_refused(tmp_path, arrays, meta, match):
    with pytest.raises(WeightsError, match=match):
        save_weights(tmp_path / "w.npz", arrays, meta)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("protocol", range(5))
def test_pickles_of_the_book(tmp_path, protocol):
    arrays = BOOK if protocol > 2 else {name: BOOK[name] for name in ("W1", "b1")}
    path = written(tmp_path / "params.npz", pickle.dumps(arrays, protocol))
    assert_same(load_weights(path).arrays, arrays)


def test_pickles_name_numpy_as_it_was_called_then(tmp_path):
    content = pickle.dumps(BOOK, 3).replace(b"numpy._core.multiarray", b"numpy.core.multiarray")
    assert b"numpy.core.multiarray\n_reconstruct" in content
    assert_same(load_weights(written(tmp_path / "w.pkl", content)).arrays, BOOK)


def test_pickle_of_python_2(tmp_path):
    content = (
        b"\x80\x02}q\x00U\x02W1q\x01cnumpy.core.multiarray\n_reconstruct\nq\x02cnumpy\nndarray\n"
        b"q\x03K\x00\x85U\x01b\x87Rq\x04(K\x01K\x02\x85cnumpy\ndtype\nq\x05U\x02f4K\x00K\x01\x87R"
        b"q\x06(K\x03U\x01<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89U\x08"
        + struct.pack("<2f", 1.5, -2.0)
        + b"tbs."
    )
    loaded = load_weights(written(tmp_path / "w.pkl", content))
    assert_same(loaded.arrays, {"W1": np.array([1.5, -2.0], np.float32)})


def test_pickled_order_and_bytes_of_the_memory_do_not_matter(tmp_path):
    arrays = {"W": np.asfortranarray(np.arange(6.0).reshape(2, 3)), "b": np.ones(2, ">f8")}
    path = written(tmp_path / "w.pkl", pickle.dumps(arrays, 4))
    expected = {"W": np.arange(6.0).reshape(2, 3), "b": np.ones(2)}
    assert_same(load_weights(path).arrays, expected)


class Calls:
    """Pickles as a call of `function` with `arguments`."""

    def __init__(self, function, *arguments):
        self.call = function, arguments

    def __reduce__(self):
        return self.call


@pytest.mark.parametrize("protocol", range(5))
@pytest.mark.parametrize("function", [os.system, eval, exec, __import__, os.remove, getattr])
def test_a_harmful_pickle_is_refused_and_not_run(tmp_path, protocol, function):
    victim = written(tmp_path / "victim", b"")
    harm = Calls(function, str(victim))
    for content in (harm, {"W1": harm}, {"W1": np.ones(1), "b1": harm}):
        path = written(tmp_path / "w.pkl", pickle.dumps(content, protocol))
        assert "asks for" in refusal(path)
    assert victim.exists()


def test_the_allowed_names_are_inert(tmp_path):
    """They cannot be called to take memory, nor changed by the pickle."""
    reconstruct = b"cnumpy.core.multiarray\n_reconstruct\n"
    ndarray = b"cnumpy\nndarray\n"
    huge = b"(J\xff\xff\xff\x7fJ\xff\xff\xff\x7ft"
    attacks = {
        "ndarray called": b"\x80\x02}U\x01W" + ndarray + huge + b"\x85Rs.",
        "huge reconstruct": b"\x80\x02}U\x01W" + reconstruct + ndarray + huge + b"U\x01b\x87Rs.",
        "class changed": b"\x80\x02" + reconstruct + b"N}U\x05buildNs\x86b.",
        "dtype of objects": b"\x80\x02}U\x01Wcnumpy\ndtype\nU\x01O\x85Rs.",
        "dtype by text": b"\x80\x02}U\x01Wcnumpy\ndtype\nU\x0cf8,(9999,)f8,\x85Rs.",
        "encode to rot13": b"\x80\x02}U\x01Wc_codecs\nencode\nX\x01\x00\x00\x00aU\x05rot13\x86Rs.",
    }
    for name, content in attacks.items():
        assert "w.pkl" in refusal(written(tmp_path / "w.pkl", content)), name
    assert pickles._Array.build.__name__ == "build"
    assert_same(load_weights(written(tmp_path / "w.pkl", pickle.dumps(BOOK, 4))).arrays, BOOK)


def test_a_pickle_that_lies_about_its_shape_is_refused(tmp_path):
    content = pickle.dumps({"W": np.ones((2, 3))}, 3)
    lie = content.replace(b"K\x02K\x03\x86", b"K\x02K\x04\x86")
    assert lie != content
    assert "(2, 4)" in refusal(written(tmp_path / "w.pkl", lie))


def test_a_pickle_that_asks_for_a_giant_memo_is_refused(tmp_path):
    giant = b"\x80\x02}r" + struct.pack("<I", 2**32 - 1) + b"."
    assert "longer" in refusal(written(tmp_path / "w.pkl", giant))
    endless = b"\x80\x02}" + b"N0" * pickles.INSTRUCTION_LIMIT + b"."
    assert "longer" in refusal(written(tmp_path / "w.pkl", endless))


def test_one_piece_of_data_used_many_times_counts_each_time(tmp_path, monkeypatch):
    block = np.zeros(1000)
    path = written(tmp_path / "w.pkl", pickle.dumps({f"W{n}": block for n in range(50)}, 4))
    assert len(path.read_bytes()) < 20_000
    monkeypatch.setattr(weights, "SIZE_LIMIT", 2**16)
    assert "exceed" in refusal(path)


@pytest.mark.parametrize(
    ("content", "match"),
    [
        ([1, 2], "weights have no need of"),
        (None, "dictionary of arrays"),
        ({}, "dictionary of arrays"),
        ({"W1": "text"}, "dictionary of arrays"),
        ({1: np.ones(1)}, "dictionary of arrays"),
        ({"W1": np.array([{}])}, "weights have no need of"),
        ({"W1": np.array(["a"])}, "floating-point"),
        ({"W1": np.array([1, 2])}, "floating-point"),
        ({"W1": {1, 2}}, "weights have no need of"),
        ({"W1": np.float64(1)}, "asks for"),
        ({"W1": np.array([1.0, np.nan])}, "W1 holds values that are not finite"),
    ],
)
def test_other_pickles_are_refused(tmp_path, content, match):
    path = written(tmp_path / "w.pkl", pickle.dumps(content, 4))
    assert match in refusal(path)


def test_files_that_are_something_else_are_refused(tmp_path):
    assert "no such file" in refusal(tmp_path / "none.npz")
    assert "cannot be read" in refusal(tmp_path)
    for content in (b"", b"\x89PNG\r\n", b"hello", b"\x93NUMPY", b"PK\x03\x04", b"PK\x05\x06"):
        refusal(written(tmp_path / "w", content))
    refusal(npz(tmp_path / "w.npz"))
    refusal(npz(tmp_path / "w.npz", meta=npy(np.array("{}"))))


def test_npz_with_anything_but_numbers_is_refused(tmp_path):
    path = tmp_path / "w.npz"
    with open(path, "wb") as file:
        np.savez(file, W1=np.array([{}]))
    assert "not numbers" in refusal(path)
    assert "not numbers" in refusal(npz(path, W1=npy(np.array(["a"]))))
    assert "not numbers" in refusal(npz(path, W1=npy(np.zeros(1, [("a", "f4")]))))
    assert "not finite" in refusal(npz(path, W1=npy(np.array([np.inf]))))
    for text in ("[]", "{", "[" * 100_000):
        refusal(npz(path, W1=npy(np.ones(1)), meta=npy(np.array(text))))
    assert "description" in refusal(npz(path, W1=npy(np.ones(1)), meta=npy(np.array(["a"]))))


def test_npz_that_lies_about_its_shape_is_refused(tmp_path):
    path = tmp_path / "w.npz"
    for shape in ((3,), (2**40, 2**40), (-2,), (-2, -1), (2**62, 4)):
        assert "do not fit" in refusal(npz(path, W1=npy(np.ones(2), shape=shape)))
    npz(path, W1=npy(np.zeros((0, 1)), shape=(0, 2**70)))
    refusal(path)


def test_npz_that_unpacks_to_too_much_is_refused_unread(tmp_path, monkeypatch):
    path = npz(tmp_path / "w.npz", W1=npy(np.zeros(50_000)))
    assert path.stat().st_size < 5000
    load_weights(path)
    monkeypatch.setattr(weights, "SIZE_LIMIT", 100_000)
    assert "unpacks to more" in refusal(path)
    monkeypatch.setattr(weights, "SIZE_LIMIT", 100)
    assert "larger than" in refusal(path)


@pytest.mark.parametrize("format", ["npz", "pkl"])
def test_a_truncated_file_is_refused(tmp_path, format):
    whole = tmp_path / "whole"
    if format == "npz":
        save_weights(whole, ARRAYS)
    else:
        whole.write_bytes(pickle.dumps(BOOK, 4))
    content = whole.read_bytes()
    for length in range(0, len(content) - 1, 7):
        refusal(written(tmp_path / "w", content[:length]))


def test_a_damaged_name_in_a_pickle_is_refused_without_a_warning(tmp_path):
    """Python warns of an unknown escape in the name of a class; that is not the reader's matter."""
    refusal(written(tmp_path / "w", b"(cnumpy\\ucore\nndarray\n."))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_damage_gives_weights_or_a_refusal_and_nothing_else(tmp_path_factory, data):
    folder = tmp_path_factory.getbasetemp()
    path = folder / "damaged"
    if data.draw(st.booleans()):
        save_weights(path, ARRAYS, {"a": 1})
        content = bytearray(path.read_bytes())
    else:
        content = bytearray(pickle.dumps(BOOK, data.draw(st.integers(0, 4))))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    # Any other exception, or a warning, fails the test.
    with contextlib.suppress(WeightsError):
        assert load_weights(path).arrays
