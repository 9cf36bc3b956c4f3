"""The content as one document: what a release holds, a file carries and a catalogue is read from."""

from typing import Any

Record = dict[str, Any]
Document = dict[str, list[Record]]
