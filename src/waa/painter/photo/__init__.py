"""The photo lab: operations on photos, their subjects, several photos joined to one, and what an edit left alone."""

from __future__ import annotations

from waa.painter.photo.combine import combine
from waa.painter.photo.keeping import Changes, Kept, changes, keep_rest, show_changes, tinted
from waa.painter.photo.operations import OPERATIONS, develop
from waa.painter.photo.ratio import Matched, match_ratio
from waa.painter.photo.subject import subject_mask

__all__ = [
    "OPERATIONS", "Changes", "Kept", "Matched", "changes", "combine", "develop", "keep_rest", "match_ratio",
    "show_changes", "subject_mask", "tinted",
]  # fmt: skip
