"""`waa operator NAME`: somebody who may sign in to /operator/, with a password."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("name")
@click.option(
    "--password-stdin", is_flag=True, help="Read the password from standard input instead of asking for it."
)
def operator(name: str, password_stdin: bool) -> None:
    """Make NAME an operator, or give an operator another password. They sign in at /operator/."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.exceptions import ValidationError
    from django.db import DatabaseError
    from django.utils import translation

    password = (
        _piped() if password_stdin else click.prompt("Password", hide_input=True, confirmation_prompt=True)
    )
    with translation.override("en"):
        try:
            is_new = _keep(name, password)
        except ValidationError as error:
            raise click.ClickException(" ".join(error.messages)) from error
        except DatabaseError as error:
            raise click.ClickException("The tables are not there yet. Run `waa prepare` first.") from error
    click.echo(
        f"{name} {'may now' if is_new else 'has a new password and may'} sign in at {settings.BASE_URL}/operator/"
    )


def _piped() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def _keep(name: str, password: str) -> bool:
    """Whether there was nobody of that name. ValidationError for a name or a password that will not do."""
    from django.contrib.auth.models import User
    from django.contrib.auth.password_validation import validate_password

    User.username_validator(name)
    validate_password(password, User(username=name))
    user, is_new = User.objects.get_or_create(username=name)
    user.is_staff = user.is_superuser = user.is_active = True
    user.set_password(password)
    user.save()
    return is_new
