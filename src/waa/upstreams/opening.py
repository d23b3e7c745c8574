"""Opening: from an account's row to an engine that paints with it."""

from __future__ import annotations

import dataclasses
import hashlib
from datetime import datetime
from typing import Any

from waa import settings as variables
from waa.engines import registry
from waa.engines.base import Config, Engine, Model
from waa.upstreams import given, seal
from waa.upstreams.models import Upstream, UpstreamModel


def opened(upstream: Upstream, model_id: str) -> Engine:
    """The engine, one for each model of an account and each state of its settings. EngineMisconfigured for a key that
    cannot be opened, NotHere for a kind that is not there. What was opened with other settings stays open, for a
    picture may be on its way through it."""
    config = config_of(upstream, model_id)
    return registry.open_with(upstream.kind, config, _key(upstream, config))


def config_of(upstream: Upstream, model_id: str = "") -> Config:
    """The Config of an account, secrets included, for one of its models."""
    if upstream.is_from_environment:
        config = given.config_from(registry.kind(upstream.kind).config_class, variables.variable)
        return given.with_model(config, model_id)
    shown = shown_config(upstream, model_id)
    return dataclasses.replace(shown, **seal.unseal(upstream.sealed))


def shown_config(upstream: Upstream, model_id: str = "") -> Config:
    """The same without the secrets: what stands in the row. Settings that the kind no longer has are left out."""
    config_class = registry.kind(upstream.kind).config_class
    names = {f.name for f in dataclasses.fields(config_class)}
    config = config_class(**{name: value for name, value in upstream.config.items() if name in names})
    return given.with_model(config, model_id)


def facts(row: UpstreamModel) -> Model | None:
    """What a model of an account can do; None where its kind is not there."""
    engine = given.engine_class(row.upstream.kind)
    return None if engine is None else engine.model_for(shown_config(row.upstream, row.model_id))


def _key(upstream: Upstream, config: Config) -> str:
    """Of everything in it, so that a changed key is used at once; a digest, for keys are no secret place."""
    digest = hashlib.sha256(repr(sorted(dataclasses.asdict(config).items())).encode()).hexdigest()
    return f"{upstream.kind} {upstream.pk} {digest[:24]}"


def is_openable(upstream: Upstream, now: datetime) -> bool:
    """Whether this very process can paint with it: the environment may hold a key elsewhere only, or a GPU."""
    engine = given.engine_class(upstream.kind)
    if engine is None or not upstream.is_present(now):
        return False
    if engine.is_local and not engine.is_here():
        return False
    return not upstream.is_from_environment or given.has_secrets(engine.config_class, variables.variable)


def local_engines(now: datetime) -> list[Engine]:
    """The engines that run on this very machine, opened: what a worker warms up."""
    rows = UpstreamModel.objects.filter(is_enabled=True, upstream__is_enabled=True).select_related("upstream")
    found = []
    for row in rows.order_by("pk"):
        engine = given.engine_class(row.upstream.kind)
        if engine is not None and engine.is_local and is_openable(row.upstream, now):
            found.append(opened(row.upstream, row.model_id))
    return found


def plain(config: Config) -> dict[str, Any]:
    """What of a Config may stand in the database as it is: everything but the secrets."""
    hidden = {f.name for f in given.secrets_of(type(config))}
    return {name: value for name, value in dataclasses.asdict(config).items() if name not in hidden}
