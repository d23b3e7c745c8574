"""Sealing: secrets of accounts at rest.

Fernet (AES-128-CBC with HMAC-SHA256) under a key derived from SECRET_KEY by HKDF, so that a copy of the database alone
opens nothing. What a former key of SECRET_KEY_FALLBACKS sealed can be opened still; `reseal` brings it under today's.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from waa.engines.base import EngineMisconfigured

_PURPOSE = b"waa: secrets of upstreams, 1"


def seal(secrets: Mapping[str, str]) -> str:
    """Secrets by the name of their field, as text that tells nothing. Empty ones are left out; "" for none."""
    kept = {name: value for name, value in secrets.items() if value}
    return _fernet().encrypt(json.dumps(kept).encode()).decode() if kept else ""


def unseal(sealed: str) -> dict[str, str]:
    """The secrets again. EngineMisconfigured where no key of ours opens it."""
    if not sealed:
        return {}
    try:
        opened: dict[str, str] = json.loads(_fernet().decrypt(sealed.encode()))
    except (InvalidToken, ValueError) as error:
        raise EngineMisconfigured(
            "sealed_key_unreadable",
            "呢個帳戶嘅密鑰打唔開（SECRET_KEY 換咗？），冇扣任何費用。請站長再打一次密鑰。",
            "The key of this account cannot be opened (has SECRET_KEY changed?). Nothing was charged; the operator has to "
            "type the key again.",
            is_unpaid=True,
        ) from error
    return opened


def is_readable(sealed: str) -> bool:
    try:
        unseal(sealed)
    except EngineMisconfigured:
        return False
    return True


def reseal(sealed: str) -> str:
    """The same under the present SECRET_KEY. EngineMisconfigured where it cannot be opened."""
    return seal(unseal(sealed))


def _fernet() -> MultiFernet:
    return MultiFernet(
        [Fernet(_derived(key)) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    )


def _derived(secret_key: str) -> bytes:
    hkdf = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=_PURPOSE)
    return base64.urlsafe_b64encode(hkdf.derive(secret_key.encode()))
