"""Long work that is heard of every few seconds, however long one stage of it takes."""

import contextvars
import threading
from collections.abc import Iterator
from queue import Empty, SimpleQueue

SECONDS = 3.0
"""Between two signs of life; proxies hang up after thirty or sixty without one."""


class _Done:
    """The work has ended, with an error or without."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def beats(work: Iterator[float], seconds: float = SECONDS) -> Iterator[float | None]:
    """What `work` yields, and None whenever it yields nothing for so long. Raises what it raises.

    It is done in a thread of its own, so it asks nothing of the database, whose connections belong to a thread. When
    nobody listens any more, it stops at its next stage.
    """
    heard: SimpleQueue[float | _Done] = SimpleQueue()
    is_over = threading.Event()
    context = contextvars.copy_context()  # the language of the page
    thread = threading.Thread(target=context.run, args=(_do, work, heard, is_over), daemon=True)
    thread.start()
    try:
        while True:
            try:
                said = heard.get(timeout=seconds)
            except Empty:
                yield None
                continue
            if isinstance(said, _Done):
                if said.error:
                    raise said.error
                return
            yield said
    finally:
        is_over.set()


def _do(work: Iterator[float], heard: "SimpleQueue[float | _Done]", is_over: threading.Event) -> None:
    error: BaseException | None = None
    try:
        for done in work:
            heard.put(done)
            if is_over.is_set():
                break
    except Exception as raised:
        error = raised
    heard.put(_Done(error))
