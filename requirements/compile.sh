#!/bin/sh
# Writes the hash-locked requirements anew from pyproject.toml. Run it after changing a dependency.
set -eu
cd "$(dirname "$0")/.."
lock() { uv pip compile -q --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
  --custom-compile-command requirements/compile.sh "$@"; }
lock pyproject.toml -o requirements/run.lock
lock pyproject.toml --group test -c requirements/run.lock -o requirements/test.lock
lock pyproject.toml --extra postgres -c requirements/run.lock -o requirements/postgres.lock
lock pyproject.toml --extra flux -c requirements/run.lock -o requirements/flux.lock
lock requirements/build.in -o requirements/build.lock
