"""Who uses Waa. For now everybody is a visitor: a device that a signed cookie remembers."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from waa.lib.ids import new_id


class Visitor(models.Model):
    """Made with the first picture or upload, never by merely looking at a page. Nothing is known of the person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"visitor {self.id}"
