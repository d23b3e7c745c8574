"""Signing in at /operator/: Django's own form, which takes five wrong passwords a minute from an address."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError

from waa.upstreams.texts import either

MOST = 5
SECONDS = 60


class SignIn(AdminAuthenticationForm):
    """The count is this process's; behind a proxy everybody has the proxy's address."""

    def clean(self) -> dict[str, Any]:
        if cache.get(self._key, 0) >= MOST:
            raise ValidationError(
                either("錯得太多次喇，過一分鐘再試。", "Too many wrong passwords; try again in a minute."),
                code="too_many",
            )
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError:
            cache.add(self._key, 0, SECONDS)
            cache.incr(self._key)
            raise
        return cleaned

    @property
    def _key(self) -> str:
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        return f"wrong-passwords-{address}"
