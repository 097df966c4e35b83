"""Mailbox: the newest item only, and one wake-up at a time."""

import threading

from fishlab.experiment import Mailbox


def test_a_newer_item_replaces_an_unread_one():
    box = Mailbox()
    box.put("old")
    box.put("new")
    assert box.take() == "new"
    assert box.take() is None


def test_only_the_first_item_asks_for_a_wake_up_until_it_is_taken():
    box = Mailbox()
    assert [box.put(1), box.put(2), box.put(3)] == [True, False, False]
    box.take()
    assert box.put(4)


def test_the_last_item_always_arrives_and_wake_ups_match_takes():
    box = Mailbox()
    wake = threading.Semaphore(0)
    seen = []

    def read():
        while not seen or seen[-1] != 9_999:
            assert wake.acquire(timeout=20)
            seen.append(box.take())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(10_000):
        if box.put(number):
            wake.release()
    reader.join(30)
    assert not reader.is_alive()
    assert None not in seen, "a wake-up without an item"
    assert seen == sorted(seen)
