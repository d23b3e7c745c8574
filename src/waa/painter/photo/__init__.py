"""The photo lab: operations on photos, their subjects, and several photos joined to one."""

from __future__ import annotations

from waa.painter.photo.combine import combine
from waa.painter.photo.operations import OPERATIONS, develop
from waa.painter.photo.subject import subject_mask

__all__ = ["OPERATIONS", "combine", "develop", "subject_mask"]
