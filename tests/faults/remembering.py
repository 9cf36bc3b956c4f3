"""What is worked out once for all addresses: the content is the same for each, and the real one is long.

Only while an address is learned, where nothing is timed; what is drawn afterwards is worked out as ever.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from json import dumps
from typing import Any

import pytest

from dialoog.content.document import exporting, references, soundness
from dialoog.content.files import archive

Worked = Callable[..., Any]


class Memory:
    """Of one world, whose content comes back after each request."""

    def __init__(self) -> None:
        self._read: dict[Any, Any] = {}
        self._worked: dict[Any, Any] = {}

    @contextmanager
    def used(self, *, is_looking: bool) -> Iterator[None]:
        """`is_looking` when nothing is written meanwhile: then the draft is the one that was read before."""
        with pytest.MonkeyPatch.context() as patch:
            if is_looking:
                patch.setattr(exporting._Export, "records", self._records())
            walked = self._by_content(references.references)
            patch.setattr(references, "references", walked)
            patch.setattr(soundness, "references", walked)
            patch.setattr(soundness, "find_problems", self._by_content(soundness.find_problems))
            patch.setattr(archive, "to_yaml", self._by_content(archive.to_yaml))
            yield

    def _records(self) -> Worked:
        read = exporting._Export.records

        def records(export: Any, shape: Any, keys: Any = None) -> Any:
            if keys is not None:
                return read(export, shape, keys)
            if shape.model not in self._read:
                self._read[shape.model] = read(export, shape)
            return dict(self._read[shape.model])

        return records

    def _by_content(self, work: Worked) -> Worked:
        """The same for what says the same, whichever document or release that is."""

        def remembered(*given: Any) -> Any:
            *of, said = given
            key = work.__name__, *map(id, of), dumps(said, default=str)
            if key not in self._worked:
                found = work(*given)
                self._worked[key] = found if isinstance(found, str | bytes) else list(found)
            return self._worked[key]

        return remembered
