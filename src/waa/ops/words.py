"""`waa understand` and `waa amend`: the words engine in a terminal or a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

import click

JSONL_HELP = "Read a JSON object a line from standard input, write one a line."


def readable(context: click.Context, parameter: click.Parameter, text: str | None) -> str | None:
    """What the terminal sent that is no UTF-8 becomes question marks, which can be printed and written to files."""
    return None if text is None else text.encode("utf-8", "replace").decode()


@click.command()
@click.argument("words", required=False, callback=readable)
@click.option("--jsonl", is_flag=True, help=JSONL_HELP)
def understand(words: str | None, jsonl: bool) -> None:
    """Say what WORDS mean, as JSON. With --jsonl, lines are {"id", "prompt"}."""
    from waa.words.jsonl import understand_line

    if jsonl:
        _pipe(understand_line)
    elif words is None:
        raise click.UsageError("Give the words, or --jsonl and lines on standard input.")
    else:
        answer = understand_line({"prompt": words})
        answer.pop("id")
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


@click.command()
@click.argument("command", required=False, callback=readable)
@click.option(
    "--before", default="", callback=readable, help="The words of the picture that COMMAND is said to."
)
@click.option("--jsonl", is_flag=True, help=JSONL_HELP)
def amend(command: str | None, before: str, jsonl: bool) -> None:
    """Say what COMMAND changes in a picture, as JSON. With --jsonl, lines are
    {"id", "before": {"things": [names], "place", "time", "style"}, "command"}."""
    from waa.words import amend as amending
    from waa.words.jsonl import amend_line, edits_as_json
    from waa.words.scene import Scene
    from waa.words.understand import understand as read

    if jsonl:
        _pipe(amend_line)
    elif command is None:
        raise click.UsageError("Give the command, or --jsonl and lines on standard input.")
    else:
        scene = read(before) if before else Scene()
        click.echo(json.dumps(edits_as_json(amending.amend(scene, command)), ensure_ascii=False, indent=2))


def _pipe(answer: Callable[[Mapping[str, Any]], dict[str, Any]]) -> None:
    """Each line is answered before the next is read. One that cannot be read is answered with {"id", "error"}."""
    for line in sys.stdin.buffer:
        if line.strip():
            told = json.dumps(_answered(line, answer), ensure_ascii=False)
            sys.stdout.buffer.write(told.encode("utf-8", "replace") + b"\n")
            sys.stdout.buffer.flush()


def _answered(line: bytes, answer: Callable[[Mapping[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    try:
        item = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"not JSON: {error}"}
    if not isinstance(item, Mapping):
        return {"id": None, "error": "not a JSON object"}
    try:
        return answer(item)
    except ValueError as error:
        return {"id": item.get("id"), "error": str(error)}
    except (TypeError, AttributeError) as error:
        return {"id": item.get("id"), "error": f"not of the form that --help shows: {error}"}
