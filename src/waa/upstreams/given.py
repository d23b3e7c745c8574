"""What the environment gives: an account of each kind whose key is there, with no database. `waa draw` lives on this.

Every Config says with which variables it is set, so a new engine needs nothing here.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from waa.engines import registry
from waa.engines.base import Config, Engine, Model
from waa.lib.errors import WaaError

log = logging.getLogger("waa.upstreams")

Read = Callable[[str], str]  # a variable's value, "" where it is not set


@dataclass(frozen=True)
class Account:
    """`models` are those it offers unless somebody chooses others: one for each offer."""

    kind: str
    engine: type[Engine]
    config: Config
    models: tuple[Model, ...]


def accounts(read: Read) -> list[Account]:
    """Every account the environment gives, and this machine's own models where they can be run."""
    return [found for kind in registry.names() if (found := account(kind, read)) is not None]


def account(kind: str, read: Read) -> Account | None:
    """The account of that kind, if the environment gives one."""
    engine = engine_class(kind)
    if engine is None or not engine.models or needs_no_account(engine):
        return None
    if not has_secrets(engine.config_class, read):
        return None
    config = config_from(engine.config_class, read)
    if engine.is_local and not _can_paint(engine, config):
        return None
    return Account(kind, engine, config, chosen(engine, config))


def named(name: str, read: Read) -> tuple[Engine, Model] | None:
    """The engine that somebody means who says `name`: an offer, such as gemini-pro, or a kind, such as bfl. None where
    the environment does not give it."""
    found = accounts(read)
    by_offer = [(account, model) for account in found for model in account.models if model.offer == name]
    by_kind = [
        (account, account.engine.model_for(account.config)) for account in found if account.kind == name
    ]
    for account, model in by_offer + by_kind:
        config = with_model(account.config, model.id)
        return registry.open_with(account.kind, config, f"given {account.kind} {model.id}"), model
    return None


def variables_for(name: str) -> list[str]:
    """The variables that would give an offer or a kind."""
    classes = {kind: engine for kind in registry.names() if (engine := engine_class(kind)) is not None}
    meant = [e for kind, e in classes.items() if kind == name or any(m.offer == name for m in e.models)]
    return [
        f.metadata["env"] for engine in meant for f in secrets_of(engine.config_class) if f.metadata["env"]
    ]


def engine_class(kind: str) -> type[Engine] | None:
    """The class of that kind; None, and a line in the log, where it cannot be loaded."""
    try:
        return registry.kind(kind)
    except WaaError:
        return None
    except (ImportError, AttributeError) as error:
        log.debug("the engine %s cannot be loaded: %s", kind, error)
        return None


def needs_no_account(engine: type[Engine]) -> bool:
    """Whether there is nothing to fill in, as for the built-in painter."""
    return not dataclasses.fields(engine.config_class)


def _can_paint(engine: type[Engine], config: Config) -> bool:
    """Whether this machine has the packages, and the model is on it."""
    try:
        return engine.is_here() and engine(config).ping().is_well  # type: ignore[call-arg]
    except (ImportError, WaaError):
        return False


def config_from(config_class: type[Config], read: Read) -> Config:
    """The Config with what the variables say; a number is read as one, and a wrong one is left at its default."""
    told: dict[str, object] = {}
    for field in dataclasses.fields(config_class):
        text = read(field.metadata.get("env", "")) if field.metadata.get("env") else ""
        if text:
            told[field.name] = as_kind_of(field.default, text)
    return config_class(**told)


def as_kind_of(default: object, text: str) -> object:
    """The text as a value of the default's type; the default where that cannot be."""
    try:
        if isinstance(default, bool):
            return text.strip().lower() in ("1", "true", "yes", "on")
        if isinstance(default, int):
            return int(text)
        if isinstance(default, float):
            return float(text)
    except ValueError:
        return default
    return text


def chosen(engine: type[Engine], config: Config) -> tuple[Model, ...]:
    """One model for each offer: the Config's own for its offer, for others the first that the kind has."""
    own = engine.model_for(config)
    best = {own.offer: own}
    if hasattr(config, "model"):
        for listed in engine.models_for(config):
            model = engine.model_for(with_model(config, listed.id))
            best.setdefault(model.offer, model)
    return tuple(best.values())


def with_model(config: Config, model_id: str) -> Config:
    """The same account with another of its models."""
    has_one = model_id and any(f.name == "model" for f in dataclasses.fields(config))
    return dataclasses.replace(config, model=model_id) if has_one else config  # type: ignore[call-arg]


def secrets_of(config_class: type[Config]) -> tuple[dataclasses.Field[Any], ...]:
    """The fields that are secrets."""
    return tuple(f for f in dataclasses.fields(config_class) if f.metadata.get("secret"))


def has_secrets(config_class: type[Config], read: Read) -> bool:
    """Whether the environment of this very process has every secret that the Config asks for."""
    return all(f.metadata["env"] and read(f.metadata["env"]) for f in secrets_of(config_class))
