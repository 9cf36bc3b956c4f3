"""Threads share one pool of memory."""

import subprocess
import sys
from pathlib import Path

import pytest

POOLS = """
import ctypes, threading
from dialoog.workshop.memory import share_one_pool

def pools():
    libc, path = ctypes.CDLL(None), sys.argv[1]
    libc.fopen.restype = ctypes.c_void_p
    file = ctypes.c_void_p(libc.fopen(path.encode(), b"w"))
    libc.malloc_info(0, file)
    libc.fclose(file)
    return open(path).read().count("<heap nr=")

import sys
if sys.argv[2] == "one":
    assert share_one_pool()
kept, together = [], threading.Barrier(4)

def work():
    together.wait()
    kept.append(bytearray(100_000))
    together.wait()

threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(pools())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc can be asked")
def test_threads_share_one_pool_when_told_to(tmp_path: Path) -> None:
    def pools(how: str) -> int:
        command = [sys.executable, "-c", POOLS, str(tmp_path / "pools.xml"), how]
        root = Path(__file__).parents[2]
        return int(subprocess.run(command, check=True, capture_output=True, text=True, cwd=root).stdout)

    assert pools("one") == 1
    assert pools("many") > 1
