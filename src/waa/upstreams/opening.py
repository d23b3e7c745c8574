"""Opening: from an account's row to an engine that paints with it."""

from __future__ import annotations

import dataclasses
import hashlib
from datetime import datetime
from typing import Any

from waa import settings as environment
from waa.engines import registry
from waa.engines.base import Config, Engine
from waa.upstreams import given, seal
from waa.upstreams.models import Upstream


def opened(upstream: Upstream, model_id: str) -> Engine:
    """The engine, one for each model of an account and each state of its settings. EngineMisconfigured for a key that
    cannot be opened, NotHere for a kind that is not there. What was opened with other settings stays open, for a
    picture may be on its way through it."""
    config = config_of(upstream, model_id)
    return registry.open_with(upstream.kind, config, _key(upstream, config))


def config_of(upstream: Upstream, model_id: str = "") -> Config:
    """The Config of an account, secrets included, for one of its models."""
    config_class = registry.kind(upstream.kind).config_class
    names = {f.name for f in dataclasses.fields(config_class)}
    if upstream.is_from_environment:
        config = given.config_from(config_class, environment.variable)
    else:
        told = {name: value for name, value in upstream.config.items() if name in names}
        config = config_class(**told | seal.unseal(upstream.sealed))
    if model_id and "model" in names:
        config = dataclasses.replace(config, model=model_id)  # type: ignore[call-arg]
    return config


def _key(upstream: Upstream, config: Config) -> str:
    """Of everything in it, so that a changed key is used at once; a digest, for keys are no secret place."""
    digest = hashlib.sha256(repr(sorted(dataclasses.asdict(config).items())).encode()).hexdigest()
    return f"upstream {upstream.pk} {digest[:24]}"


def is_openable(upstream: Upstream, now: datetime) -> bool:
    """Whether this very process can paint with it: the environment may hold a key elsewhere only, or a GPU."""
    engine = given.engine_class(upstream.kind)
    if engine is None or not upstream.is_present(now):
        return False
    if engine.is_local and not engine.is_here():
        return False
    return not upstream.is_from_environment or given.has_secrets(engine.config_class, environment.variable)


def plain(config: Config) -> dict[str, Any]:
    """What of a Config may stand in the database as it is: everything but the secrets."""
    hidden = {f.name for f in given.secrets_of(type(config))}
    return {name: value for name, value in dataclasses.asdict(config).items() if name not in hidden}
