"""People: one parametric figure; its poses, heads, hair and clothes as parts, the roles as data."""

from waa.painter.rigs.people import jobs

__all__ = ["jobs"]
