"""One at a time, and whoever comes back stands behind who was waiting."""

import fcntl
import threading
import time
from pathlib import Path

import pytest

from dialoog.workshop.turns import Occupied, next_path, turn


def test_a_second_one_is_told_at_once(tmp_path: Path) -> None:
    with turn(tmp_path / "lock"), pytest.raises(Occupied), turn(tmp_path / "lock"):
        pass


def test_it_is_free_again_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), turn(tmp_path / "lock"):
        raise ZeroDivisionError

    with turn(tmp_path / "lock"):
        pass


def test_two_that_come_back_all_the_time_take_turns(tmp_path: Path) -> None:
    lock, order, ended = tmp_path / "lock", list[str](), threading.Event()

    def work(name: str) -> None:
        for _ in range(10):
            with turn(lock, patient=True):
                order.append(name)
                while not (somebody_is_next(lock) or ended.is_set()):
                    time.sleep(0.001)
        ended.set()

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert "".join(order) in {"ab" * 10, "ba" * 10}


def somebody_is_next(lock: Path) -> bool:
    with next_path(lock).open("a") as following:
        try:
            fcntl.flock(following, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def test_where_there_can_be_no_lock_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), turn(tmp_path / "weg" / "lock"):
        pass
