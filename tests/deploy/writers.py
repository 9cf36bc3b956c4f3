"""Visitors of a served site who fill in the questions, each with answers of its own, and know what was acknowledged."""

from random import Random

from benchmarks.web.visitor import Visitor

MOST_STEPS = 30


class Writer(Visitor):
    """One run at a time; `acknowledged` is what the site said it took, by step."""

    def __init__(self, address: str, seed: int) -> None:
        super().__init__(address)
        self.random = Random(seed)
        self.acknowledged: dict[str, dict[str, str]] = {}

    def finish(self, title: str) -> str:
        """The address of the owner's report."""
        self.get("/")
        self.post("/begin/", self.filled_in({}))
        self.acknowledged = {}
        for _ in range(MOST_STEPS):
            if self.path.endswith("/rapport/"):
                return self.path
            self.answer(title)
        raise AssertionError(f"never reached the report, stuck at {self.path.rpartition('/stap/')[2]}")

    def answer(self, title: str) -> None:
        """The step that is open."""
        step = self.path.rstrip("/").rpartition("/")[2]
        sent = self.any_answer(self.random)
        cover = [("controle-title", title)] if step == "controle" else []
        self.post(self.path, [*sent, *cover])
        if step != "controle":
            beginning = f"{step}-"
            self.acknowledged[step] = {
                name.removeprefix(beginning): value for name, value in sent if name.startswith(beginning)
            }

    def pdf(self, report: str, edition: str) -> bytes:
        """Asked for on the page of the report, and waited for."""
        self.get(report)
        self.post(f"{report}pdf/{edition}/", self.filled_in({}))
        assert self.content.startswith(b"%PDF"), self.path
        return self.content
