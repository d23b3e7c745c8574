"""The commands that run Waa: serve, web, worker, prepare, manage."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading

import click

from waa.ops.serve import Supervisor, end_with, free_port

log = logging.getLogger("waa.ops")


@click.command()
@click.option(
    "--with-fake-upstreams",
    is_flag=True,
    help="With providers that are fakes on this machine: every flow without a key.",
)
def serve(with_fake_upstreams: bool) -> None:
    """Prepare the data folder, then serve the pages and paint, until Ctrl-C."""
    from waa.ops.fakes import fake_upstreams

    with fake_upstreams() if with_fake_upstreams else contextlib.nullcontext():
        raise SystemExit(_serve())


def _serve() -> int:
    from waa import settings
    from waa.ops import prepare as preparing

    port = free_port(settings.HOST, settings.PORT)
    # In a process of its own, so that this one, which only waits, stays small.
    if not preparing.is_prepared(settings):
        code = subprocess.run([sys.executable, "-m", "waa", "prepare"], check=False).returncode
        if code:
            return code
    os.environ["PORT"] = str(port)
    shown = settings.BASE_URL if port == settings.PORT else f"http://localhost:{port}"
    supervisor = Supervisor(settings.HOST, port, settings.WORKERS, settings.WORKER_NAME, shown)
    return supervisor.run()


@click.command(hidden=True)
@click.option("--host", required=True)
@click.option("--port", required=True, type=int)
@click.option("--parent", required=True, type=int)
def web(host: str, port: int, parent: int) -> None:
    """The web process of `serve`."""
    end_with(parent)
    from granian.constants import Interfaces
    from granian.server.embed import Server

    from waa.asgi import app
    from waa.painter import cache
    from waa.settings import WAA_DATA

    cache.keep_in(WAA_DATA / "cache")

    async def run() -> None:
        server = Server(
            app, address=host, port=port, interface=Interfaces.ASGI, log_enabled=False, websockets=False
        )
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            # Open streams would hold the shutdown back; nothing here needs more than a moment.
            loop.add_signal_handler(number, lambda: (server.stop(), loop.call_later(1.0, os._exit, 0)))
        await server.serve()

    asyncio.run(run())
    os._exit(0)  # the threads of the pages' pool do not end by themselves


@click.command()
@click.option(
    "--name", default="", help="Its own after a restart too. Without one: the machine's, with a number."
)
@click.option("--parent", type=int, hidden=True)
def worker(name: str, parent: int | None) -> None:
    """Take jobs from the line and paint them. Start as many as you like, on as many machines."""
    if parent is not None:
        end_with(parent)
    import django

    django.setup()
    from django.conf import settings

    from waa.painter import cache
    from waa.studio.bells import live_bell, work_bell
    from waa.studio.line import BEAT_SECONDS, PictureLine
    from waa.upstreams import hooks
    from waa.work import names, runner

    try:
        taken = names.take(settings.WAA_DATA / "workers", name or settings.WORKER_NAME)
    except names.NameTaken as error:
        raise click.ClickException(f"A worker named {error} works here already.") from error
    name = taken.text
    stop = threading.Event()
    line = PictureLine(live_bell())
    with work_bell().listen() as listener:

        def end(*_: object) -> None:
            stop.set()
            listener.nudge()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        slots = settings.WORKER_SLOTS + settings.UPSTREAM_SLOTS
        runner.configure(database_url=settings.JOBS_DATABASE_URL, worker=name, threads=slots + 4)
        chores = [
            runner.Chore(0.5, line.flush),
            runner.Chore(0.5, hooks.listen),
            runner.Chore(BEAT_SECONDS, lambda: line.beat(name)),
            runner.Chore(5.0, lambda: line.sweep(name, runner.running())),
            runner.Chore(60.0, look_after_accounts),
            runner.Chore(3600.0, runner.prune),
        ]
        begin_with_accounts()
        cache.keep_in(settings.WAA_DATA / "cache")
        threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
        threading.Thread(target=ask_accounts, name="accounts", daemon=True).start()
        threading.Thread(target=warm_up_models, name="models", daemon=True).start()
        try:
            runner.run(line, worker=name, listener=listener, stop=stop, slots=slots, chores=chores)
        except runner.CannotStart as error:
            raise click.ClickException(f"The worker cannot start: {error}") from error
    # The engines stay open: what they still paint goes on after the next start, and would fail if they closed now.
    runner.leave()


def warm_up() -> None:
    """Import the painter and paint something small, so that the first visitor does not wait for it."""
    from waa.painter import compose
    from waa.words.understand import understand

    compose.paint(understand("一隻貓喺草地"), width=256, height=256, seed=1)


def warm_up_models() -> None:
    """The thread of `load_models`."""
    from django.db import connection

    try:
        load_models()
    finally:
        connection.close()


def load_models() -> None:
    """Load the models that this machine runs itself; who asks meanwhile waits for the same."""
    from django.db import DatabaseError
    from django.utils import timezone

    from waa.lib.errors import WaaError
    from waa.upstreams import opening

    try:
        for engine in opening.local_engines(timezone.now()):
            engine.warm_up()
    except (DatabaseError, WaaError) as error:
        log.warning("a model of this machine could not be loaded: %s", error)


def begin_with_accounts() -> None:
    """What the environment gives is there before the first job is taken."""
    from django.db import DatabaseError
    from django.utils import timezone

    from waa.upstreams import environment

    with contextlib.suppress(DatabaseError):  # the runner says so, and waits or ends
        environment.sync(timezone.now())


def ask_accounts() -> None:
    """Whatever is wrong with an account, a dead model or a wrong key, is in the log before somebody meets it."""
    from django.db import DatabaseError, connection

    try:
        tell_of_accounts()
    except DatabaseError:
        log.exception("the accounts could not be asked")
    finally:
        connection.close()


def tell_of_accounts() -> None:
    """One line for each thing that is wrong."""
    from django.utils import timezone

    from waa.upstreams import checkup

    checkup.tell_the_log(timezone.now())


def look_after_accounts() -> None:
    """Say again what this process has, and take back what dead workers held."""
    from django.utils import timezone

    from waa.upstreams import environment, routes

    environment.refresh(timezone.now())
    routes.sweep(timezone.now())


@click.command()
def prepare() -> None:
    """Make the data folder ready: secret key, tables, static files. `serve` does it by itself when needed."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import OperationalError

    from waa.ops import prepare as preparing

    try:
        preparing.prepare(settings)
    except OperationalError as error:
        raise click.ClickException(
            f"The database does not answer ({error}). Is DATABASE_URL right?"
        ) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Django's own commands: `waa manage migrate`, `waa manage shell`, …"""
    from django.core.management import execute_from_command_line

    with contextlib.suppress(BrokenPipeError):
        execute_from_command_line(["waa manage", *arguments])
