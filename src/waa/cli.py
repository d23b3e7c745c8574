"""`waa …`: the command line. Every command is imported when it is called, so that `waa understand` starts at once."""

from __future__ import annotations

import importlib
import os

import click

from waa import __version__

COMMANDS = {
    "serve": "waa.ops.commands:serve",
    "web": "waa.ops.commands:web",
    "worker": "waa.ops.commands:worker",
    "prepare": "waa.ops.commands:prepare",
    "doctor": "waa.ops.doctor:doctor",
    "operator": "waa.ops.operator:operator",
    "manage": "waa.ops.commands:manage",
    "licences": "waa.ops.licences:licences",
    "models": "waa.ops.models:models",
    "draw": "waa.ops.draw:draw",
    "understand": "waa.ops.words:understand",
    "amend": "waa.ops.words:amend",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="waa")
def main() -> None:
    """Waa 話畫: words become pictures. Without a server: draw, understand, amend. With one: serve."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waa.settings")
