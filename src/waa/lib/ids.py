"""Ids: time-ordered UUIDs for rows, short random ones for addresses."""

from __future__ import annotations

import secrets
import uuid

import uuid_utils.compat


def new_id() -> uuid.UUID:
    """A UUIDv7: rows made later sort later, which the line and the index both like. Python has it from 3.14."""
    return uuid_utils.compat.uuid7()


_ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz"  # nothing that looks like something else


def public_id(length: int = 12) -> str:
    """60 random bits in 12 characters: what stands in an address, and cannot be guessed."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def share_token() -> str:
    """120 random bits: whoever has the address may see the picture."""
    return public_id(24)
