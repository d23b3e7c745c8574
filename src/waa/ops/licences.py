"""`waa licences`: what Waa is built from, and under which licences."""

from __future__ import annotations

import click


@click.command()
@click.option("--full", is_flag=True, help="With the whole text of every licence.")
def licences(full: bool) -> None:
    """List every part of Waa with its licence."""
    from waa.lib.licences import licence_texts

    for part in licence_texts():
        click.echo(f"{part.name} {part.version}".strip() + (f"  ({part.licence})" if part.licence else ""))
        if full and part.text:
            click.echo("\n" + part.text.rstrip() + "\n")
