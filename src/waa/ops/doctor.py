"""`waa doctor`: looks at what may go wrong, and says what to do about it, before it hurts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import click


@dataclass(frozen=True)
class Finding:
    """`is_well` False is something to act on; `hint` says how."""

    is_well: bool
    what: str
    hint: str = ""


@click.command()
def doctor() -> None:
    """Check the data folder, the database, the fonts and art, the engines, the accounts and the workers."""
    import django

    django.setup()
    findings = list(examine())
    for finding in findings:
        click.echo(("ok    " if finding.is_well else "LOOK  ") + finding.what)
        if finding.hint and not finding.is_well:
            click.echo(f"      {finding.hint}")
    raise SystemExit(0 if all(f.is_well for f in findings) else 1)


def examine() -> Iterator[Finding]:
    """Every check, in the order in which a fault would be met."""
    yield from _folder()
    yield from _database()
    yield from _assets()
    yield from _site()
    yield from _engines()
    yield from _upstreams()
    yield from _workers()


def _folder() -> Iterator[Finding]:
    from django.conf import settings

    folder = settings.WAA_DATA
    if not folder.exists():
        yield Finding(
            False, f"the data folder {folder} is not there yet", "Run ./run once, or `waa prepare`."
        )
        return
    free = shutil.disk_usage(folder).free / 2**30
    yield Finding(
        free > 2, f"{free:.1f} GB free in {folder}", "Under 2 GB: delete old pictures or move WAA_DATA."
    )
    mode = folder.stat().st_mode & 0o077
    yield Finding(not mode, f"{folder} is for its owner alone" if not mode else f"others on this machine can read {folder}",
                  f"chmod 700 {folder}")  # fmt: skip


def _database() -> Iterator[Finding]:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield Finding(
            False,
            f"the database does not answer: {str(error).splitlines()[0]}",
            "Check DATABASE_URL and that the server runs.",
        )
        return
    yield Finding(True, f"the database answers ({connection.vendor})")
    yield Finding(
        not waiting,
        f"{len(waiting)} migrations wait" if waiting else "the tables are up to date",
        "Run `waa prepare`.",
    )


def _assets() -> Iterator[Finding]:
    from importlib.resources import files

    present = (files("waa") / "assets/stamp").is_file()
    yield Finding(present, "the art and fonts are there" if present else "the art and fonts are missing",
                  "Run ./run again with network; they are downloaded once.")  # fmt: skip


def _site() -> Iterator[Finding]:
    from django.conf import settings

    yield Finding(
        not settings.DEBUG,
        "DEBUG is on: errors show the inside of the program" if settings.DEBUG else "DEBUG is off",
        "Unset WAA_DEBUG on a site that others can reach.",
    )
    is_open = settings.HOST not in ("127.0.0.1", "localhost", "::1")
    is_safe = not is_open or settings.BASE_URL.startswith("https://")
    yield Finding(
        is_safe,
        "the address suits where Waa listens" if is_safe else f"Waa listens on {settings.HOST} without https",
        "Set BASE_URL=https://… and put a proxy with a certificate in front.",
    )


def _engines() -> Iterator[Finding]:
    """What paints when nobody chose: an offer that is set up, or an engine that needs no account."""
    from django.conf import settings
    from django.db import DatabaseError
    from django.utils import timezone

    from waa.engines import registry
    from waa.engines.offers import OFFERS
    from waa.upstreams import given, routes

    wanted = settings.ENGINE or "offline"
    plain = [
        name for name in registry.names() if (e := given.engine_class(name)) and given.needs_no_account(e)
    ]
    try:
        offered = [quote.offer for quote in routes.quotes(now=timezone.now())]
    except DatabaseError:
        offered = []
    if wanted in plain:
        engine = registry.get(wanted)
        yield Finding(True, f"the engine {engine.name} {engine.version} is ready")
    elif wanted in offered:
        yield Finding(True, f"pictures are painted with {wanted} where nobody chose otherwise")
    else:
        is_known = wanted in OFFERS or given.engine_class(wanted) is not None
        why = "no account offers it" if is_known else f"There is no engine called {wanted!r}."
        hint = "Set ENGINE to one of: " + ", ".join(dict.fromkeys([*offered, *plain]))
        yield Finding(False, f"the engine {wanted} cannot be used: {why}", hint)


def _upstreams() -> Iterator[Finding]:
    """Every account is asked, which costs nothing."""
    from django.db import DatabaseError
    from django.utils import timezone

    from waa.upstreams import checkup

    try:
        remarks = checkup.look(timezone.now())
    except DatabaseError:
        return
    for remark in remarks:
        yield Finding(remark.is_well, f"{remark.name}: {remark.en.rstrip('.')}", remark.hint_en)


def _workers() -> Iterator[Finding]:
    from datetime import timedelta

    from django.db import DatabaseError
    from django.utils import timezone

    from waa.studio.models import Job, WorkerBeat

    try:
        alive = WorkerBeat.objects.filter(beat_at__gte=timezone.now() - timedelta(seconds=20)).count()
        waiting = Job.objects.waiting().count()
    except DatabaseError:
        return
    well = bool(alive) or not waiting
    yield Finding(
        well, f"{alive} workers live, {waiting} jobs wait", "Start Waa (./run) or a worker (`waa worker`)."
    )
