"""All fake providers at once, for people: `waa serve --with-fake-upstreams` starts this beside Waa.

Prints one line of JSON, the environment that leads to them, and lives until its standard input ends. They take their
time, as real ones do, and stream what real ones stream.
"""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack

from tests.upstreams.bfl import Bfl
from tests.upstreams.gemini import Gemini
from tests.upstreams.openai import OpenAIServer
from tests.upstreams.town import environment


def main() -> None:
    with ExitStack() as stack:
        bfl = stack.enter_context(Bfl(seconds=2.0))
        gemini = stack.enter_context(Gemini(latency=3.0))
        images = OpenAIServer()
        images.pause = 0.8
        openai = stack.enter_context(images)
        told = environment(bfl, gemini, openai)
        print(json.dumps(told), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
