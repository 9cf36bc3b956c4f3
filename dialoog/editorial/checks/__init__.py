"""Everything that is looked at before publishing."""

from dialoog.editorial.checks.findings import Finding, FindingKind, Level
from dialoog.editorial.checks.running import Checked, check

__all__ = ["Checked", "Finding", "FindingKind", "Level", "check"]
