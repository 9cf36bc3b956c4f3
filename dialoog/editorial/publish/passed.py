"""That a draft passed its checks, signed by us: who sends it back with the button need not wait for them again.

Checks give the same findings for the same draft, the same release and the same code, so what they found is true as long
as these three are. It travels in the form, because a place to keep it would need an end for what nobody comes back for.
"""

from dataclasses import dataclass
from typing import Self

from django.core import signing

from dialoog.content.releases.publishing import Seen
from dialoog.editorial.cases.running import CaseResult
from dialoog.report.renderings.key import rendering_key

SALT = "dialoog.editorial.passed"


@dataclass(frozen=True)
class Passed:
    """No error stops publishing what was seen; of cases that broke, somebody must say why."""

    seen: Seen
    broken: tuple[CaseResult, ...]

    def sign(self) -> str:
        rows = [(case.code, case.title, case.chosen, case.broken) for case in self.broken]
        value = [rendering_key(), self.seen.current, self.seen.checksum, rows]
        return signing.dumps(value, salt=SALT, compress=True)

    @classmethod
    def read(cls, token: str) -> Self | None:
        """None for what we did not sign, or signed before an upgrade."""
        try:
            key, current, checksum, rows = signing.loads(token, salt=SALT)
        except (signing.BadSignature, ValueError, TypeError):
            return None
        cases = (
            CaseResult(code, title, {question: tuple(options) for question, options in chosen.items()}, tuple(broken))
            for code, title, chosen, broken in rows
        )
        return cls(Seen(current, checksum), tuple(cases)) if key == rendering_key() else None
