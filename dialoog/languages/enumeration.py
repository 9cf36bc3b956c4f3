"""Several texts in one sentence."""

from collections.abc import Sequence

from django.utils.translation import gettext as _


def enumerated(texts: Sequence[str], mark: str = ", ") -> str:
    """`A; B en C` in the active language, with the mark between all but the last; nothing of none."""
    if len(texts) < 2:
        return "".join(texts)
    return _("{most} en {last}").format(most=mark.join(texts[:-1]), last=texts[-1])
