"""`waa models`: bring a model to this machine, see what is here, remove it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from waa.engines.flux.pulling import Listing

_NEEDS_EXTRA = "Models need packages that are not installed. Install them with: ./run setup flux"


@click.group()
def models() -> None:
    """Bring models for FLUX to this machine, list them, remove them."""


@models.command("list")
def list_models() -> None:
    """What is on this machine, and what could be."""
    from waa.engines.flux import catalogue, pulling

    here = {held.model: held for held in pulling.held(_folder())}
    for held in here.values():
        state = "ready" if held.is_whole else "half, pull it again"
        click.echo(f"{held.model:40} {_size(held.size):>9}  {state:20} {held.licence}")
    for known in catalogue.KNOWN.values():
        if known.id not in here:
            click.echo(f"{known.id:40} {f'{known.gigabytes:.0f} GB':>9}  {'not here':20} {known.licence}")


@models.command()
@click.argument("model", required=False)
@click.option("--yes", is_flag=True, help="Ask nothing but the acceptance of a licence.")
@click.option("--accept-licence", metavar="NAME", default="", help="The licence you have read and accept.")
def pull(model: str | None, yes: bool, accept_licence: str) -> None:
    """Download MODEL (an id of the hub; without one: FLUX_MODEL, else FLUX.2-klein-4B). Goes on where it was cut."""
    from waa.engines.flux import catalogue, pulling
    from waa.lib.errors import WaaError
    from waa.settings import variable

    if not pulling.is_here():
        raise click.ClickException(_NEEDS_EXTRA)
    model = model or variable("FLUX_MODEL") or catalogue.DEFAULT
    try:
        listing = pulling.look(model)
        click.echo(f"{model}  {_size(listing.size)}  licence: {listing.licence}  to {_folder()}")
        _accept(listing, accept_licence, yes)
        folder = pulling.pull(listing, _folder(), lambda name: click.echo(f"checking {name}"))
    except WaaError as error:
        raise click.ClickException(error.en) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename or _folder()}: {error.strerror or error}") from error
    click.echo(f"Ready: {folder}")
    if not catalogue.is_free(listing.licence):
        click.echo(f'To use it: FLUX_MODEL={model} FLUX_ACCEPT_LICENCE="{listing.licence}" ./run')
    elif model != catalogue.DEFAULT:
        click.echo(f"To use it: FLUX_MODEL={model} ./run")


@models.command()
@click.argument("model")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(model: str, yes: bool) -> None:
    """Delete MODEL from this machine."""
    from waa.engines.flux import pulling

    found = next((held for held in pulling.held(_folder()) if held.model == model), None)
    if found is None:
        raise click.ClickException(f"{model} is not in {_folder()}.")
    if not yes:
        click.confirm(f"Delete {found.folder} ({_size(found.size)})?", abort=True)
    try:
        shutil.rmtree(found.folder)
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error
    click.echo(f"Removed {_size(found.size)}.")


def _accept(listing: Listing, accepted: str, yes: bool) -> None:
    from waa.engines.flux import catalogue

    if catalogue.is_free(listing.licence):
        if not yes:
            click.confirm("Download it?", default=True, abort=True)
        return
    if accepted == listing.licence:
        return
    click.echo(f"“{listing.licence}” does not allow every use; read it on the model's page before you go on.")
    click.confirm("Have you read it, and does it allow yours?", abort=True)


def _folder() -> Path:
    from waa.engines.flux import catalogue

    return catalogue.models_folder().absolute()


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e8 else f"{count / 1e6:.1f} MB"
