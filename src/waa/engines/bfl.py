"""FLUX at Black Forest Labs: submit, ask until it is ready, fetch (docs/engines/bfl.md).

What is paid for is never paid for twice: the task's ticket is kept as soon as BFL took it, whoever comes back with it
asks for that picture, and a bad moment on the way to it is waited out. The key goes to the account's own host and to
BFL's regions; the picture's signed address is fetched without it.

    submit -> {id, polling_url, cost}      polling_url -> Pending … Ready {sample} | Error | … Moderated
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

import httpx2

from waa.engines import bfl_hooks, bfl_models, wire
from waa.engines.base import (
    BeyondCapabilities,
    Config,
    Engine,
    EngineError,
    PictureRequest,
    PictureResult,
    Ping,
    Pixels,
    Progress,
    no_progress,
    setting,
)
from waa.engines.bfl_answer import WHO, Lost, Task, gone, is_theirs, object_of, paid, sample_of, told
from waa.engines.troubles import broken_answer, trouble
from waa.lib import http, images
from waa.words.english import english

HOME = "https://api.bfl.ai"
MOST_MISSES = 6  # polls in a row that bring nothing; by then a minute has passed
MOST_OF_A_FETCH = 60.0  # seconds
LONGEST_PAUSE, LONGEST_REST = 5.0, 60.0  # seconds: of our own accord, and when BFL asks for it

log = logging.getLogger("waa.engines")


@dataclass(frozen=True, kw_only=True, repr=False)
class BflConfig(Config):
    api_key: str = setting("", zh="API 密鑰", en="API key", env="BFL_API_KEY", secret=True)
    model: str = setting("flux-2-klein-4b", zh="模型", en="Model", env="BFL_MODEL")
    base_url: str = setting(HOME, zh="網址", en="Address", env="BFL_BASE_URL")
    safety_tolerance: int = setting(
        2, zh="安全尺度（0 最嚴）", en="Safety tolerance (0 is strictest)", env="BFL_SAFETY_TOLERANCE"
    )
    webhook_url: str = setting(
        "",
        zh="完成時通知嘅網址（可以留空）",
        en="Address to call when done (may be empty)",
        env="BFL_WEBHOOK_URL",
    )
    poll_seconds: float = setting(0.5, zh="隔幾多秒問一次", en="Seconds between two questions")
    timeout: float = setting(180.0, zh="最多等幾多秒", en="Seconds to wait at most", env="BFL_TIMEOUT")

    @property
    def url(self) -> str:
        """Without a slash or /v1 at its end, which people add."""
        return (self.base_url.strip() or HOME).rstrip("/").removesuffix("/v1")

    @property
    def webhook_secret(self) -> str:
        """What BFL signs with. It comes from the key, so that there is no second secret to keep."""
        return (
            hmac.new(self.api_key.encode(), b"waa webhook", hashlib.sha256).hexdigest()
            if self.api_key
            else ""
        )


class _Missed(Exception):
    """This question brought no answer; the next one may. `after` is how long BFL wants to be left alone."""

    def __init__(self, error: EngineError, after: float | None = None, *, counts: bool = True) -> None:
        super().__init__(error.code)
        self.error, self.after, self.counts = error, after, counts


class _Line:
    """One line of progress over several waits: each has its stretch, and it never goes back."""

    def __init__(self, on_progress: Progress) -> None:
        self._on_progress, self._share = on_progress, 0.0

    def between(self, low: float, high: float) -> Progress:
        def tell(share: float, step: str, preview: Pixels | None = None) -> None:
            self._share = max(self._share, low + (high - low) * share)
            self._on_progress(self._share, step)

        return tell


class BflEngine(Engine):
    name = "bfl"
    label = ("Black Forest Labs（FLUX 雲端）", "Black Forest Labs (FLUX)")
    config_class = BflConfig
    models = bfl_models.MODELS
    is_local = False
    most_at_once = 24  # active tasks; the next is answered with 429

    def __init__(self, config: BflConfig) -> None:
        self.config = config
        self.model = self.model_of(config.model)
        self.version = config.model
        self.capabilities = self.model.capabilities
        self._lock = threading.Lock()
        self._clients: tuple[httpx2.AsyncClient, httpx2.AsyncClient] | None = None

    def __repr__(self) -> str:
        return f"BflEngine({self.config!r})"

    def check(self, request: PictureRequest) -> None:
        super().check(request)
        bfl_models.check(self.version, request)
        if not self._prompt(request):
            raise BeyondCapabilities("nothing_asked", "講吓想畫啲乜先啦。", "Say first what to paint.")

    def _draw(self, request: PictureRequest, on_progress: Progress) -> PictureResult:
        line = _Line(on_progress)
        line.between(0, 1)(0.0, "send")
        self._key()
        until = time.monotonic() + self.config.timeout
        if task := Task.from_ticket(request.ticket):
            try:
                return self._collected(task, request, line.between(0.1, 1.0), until)
            except Lost as lost:
                log.warning("%s has no picture for a task any more: %s", WHO, lost.error.code)
        body = bfl_models.body_of(self.version, request, self._prompt(request), self.config.safety_tolerance)
        if self.config.webhook_url:
            body |= {"webhook_url": self.config.webhook_url, "webhook_secret": self.config.webhook_secret}
        content = json.dumps(body).encode()  # here and not on the loop, for with photos it is megabytes
        task = wire.wait(self._submit(content), line.between(0.0, 0.1), WHO, expected=1.0,
                         deadline=until - time.monotonic(), step="send")  # fmt: skip
        request.keep_ticket(task.ticket)
        try:
            return self._collected(task, request, line.between(0.1, 1.0), until)
        except Lost as lost:
            raise lost.error from lost

    def _prompt(self, request: PictureRequest) -> str:
        words = request.prompt.strip() or english(request.scene)
        return "".join(c if c.isprintable() or c == "\n" else " " for c in words).strip()

    def _collected(
        self, task: Task, request: PictureRequest, on_progress: Progress, until: float
    ) -> PictureResult:
        data = wire.wait(
            self._collect(task),
            on_progress,
            WHO,
            expected=self.model.seconds,
            deadline=until - time.monotonic(),
        )
        pixels, notes = bfl_models.sized(wire.picture(data, WHO), request, self.model)
        on_progress(1.0, "done")
        return PictureResult(
            pixels=pixels,
            engine=self.name,
            version=self.version,
            seed=request.seed,
            prompt_used=self._prompt(request),
            notes=notes,
            cost_usd_micros=task.usd_micros,
            meta={"task": task.id},
        )

    # -- on the wire -------------------------------------------------------------------------------------

    async def _submit(self, content: bytes) -> Task:
        url = f"{self.config.url}/v1/{quote(self.version)}"
        with wire.translated(WHO):
            headers = {"content-type": "application/json", **self._key()}
            answer = await self._api.post(url, content=content, headers=headers)
        if answer.status_code != 200:
            raise self._refusal(answer)
        return Task.from_answer(object_of(answer))

    async def _collect(self, task: Task) -> bytes:
        """The picture's file. A signed address lives ten minutes; when it brings nothing, a new one is asked for, once."""
        problem: EngineError | Lost = Lost(gone())
        for _ in range(2):
            sample = await self._ready(task)
            try:
                with wire.translated(WHO):
                    found = await http.fetch(
                        self._shop, sample, most_bytes=images.MAX_BYTES, seconds=MOST_OF_A_FETCH
                    )
            except http.FetchRefused as error:
                log.warning("%s gave an address that is not taken: %s", WHO, error)
                raise broken_answer(WHO) from error
            except EngineError as error:
                problem = paid(error)
                continue
            if found.status == 200:
                return found.content
            log.warning("%s answered %s where the picture should be", WHO, found.status)
            problem = Lost(gone()) if found.status in (403, 404, 410) else broken_answer(WHO)
        raise problem

    async def _ready(self, task: Task) -> str:
        """Ask until the picture is there; its address. The wait between two questions grows with the time that has
        passed, and a webhook ends it."""
        began, misses = time.monotonic(), 0
        with bfl_hooks.listening(task.id) as heard:
            while True:
                pause = max(self.config.poll_seconds, min(0.15 * (time.monotonic() - began), LONGEST_PAUSE))
                try:
                    if sample := sample_of(await self._poll(task)):
                        return sample
                    misses = 0
                except _Missed as missed:
                    misses += missed.counts
                    if misses > MOST_MISSES:
                        raise missed.error from missed
                    pause = max(pause * (1 + misses), min(missed.after or 0.0, LONGEST_REST))
                await bfl_hooks.pause(heard, pause)

    async def _poll(self, task: Task) -> dict[str, Any]:
        try:
            with wire.translated(WHO):
                answer = await self._api.get(self._polling_url(task), headers=self._key())
        except EngineError as error:
            raise _Missed(paid(error)) from error
        if answer.status_code == 200:
            try:
                return object_of(answer)
            except EngineError as error:
                raise _Missed(error) from error
        if answer.status_code == 404:
            raise Lost(gone())
        refusal = paid(self._refusal(answer))
        if answer.status_code == 429:
            raise _Missed(refusal, refusal.retry_after, counts=False)
        if answer.status_code >= 500 or answer.status_code < 400:
            raise _Missed(refusal, refusal.retry_after)
        raise refusal

    def _polling_url(self, task: Task) -> str:
        """As BFL gave it, if it is a host that may have the key; else the account's own."""
        own = f"{self.config.url}/v1/get_result"
        url = task.polling_url or own
        if not is_theirs(url, self.config.url):
            log.warning("%s gave an address to ask at that is not its own", WHO)
            url = own
        if "id=" in httpx2.URL(url).query.decode():
            return url
        return f"{url}{'&' if '?' in url else '?'}{urlencode({'id': task.id})}"

    def _key(self) -> dict[str, str]:
        key = self.config.api_key.strip()
        if not key or not key.isascii():
            raise trouble("provider_key_missing", WHO)
        return {"x-key": key}

    def _refusal(self, answer: httpx2.Response) -> EngineError:
        return told(answer, model=self.version, key=self.config.api_key)

    # -- the account ---------------------------------------------------------------------------------------

    def ping(self) -> Ping:
        """Whether the key works and has credit; which models there are, BFL does not say."""
        try:
            credits = wire.wait(self._credits(), no_progress, WHO, expected=1.0, deadline=20.0)
        except EngineError as error:
            return Ping(is_well=False, zh=error.zh, en=error.en)
        if credits <= 0:
            return Ping(
                is_well=False,
                zh="密鑰用得，但帳戶冇晒錢，要增值",
                en="the key works, but there is no credit left",
            )
        return Ping(is_well=True, zh=f"用得，仲有 {credits:g} 點", en=f"works, {credits:g} credits left")

    async def _credits(self) -> float:
        with wire.translated(WHO):
            answer = await self._api.get(f"{self.config.url}/v1/credits", headers=self._key())
        if answer.status_code != 200:
            raise self._refusal(answer)
        try:
            return float(object_of(answer)["credits"])
        except (KeyError, TypeError, ValueError) as error:
            raise broken_answer(WHO) from error

    @property
    def _api(self) -> httpx2.AsyncClient:
        """For BFL itself. Its answers are short: none is kept waiting."""
        return self._opened()[0]

    @property
    def _shop(self) -> httpx2.AsyncClient:
        """For the pictures, wherever they lie."""
        return self._opened()[1]

    def _opened(self) -> tuple[httpx2.AsyncClient, httpx2.AsyncClient]:
        with self._lock:
            if self._clients is None:
                guarded = wire.Transport(inner=http.Guarded(own=self.config.url, verify=wire.trust()))
                self._clients = (
                    wire.client(timeout=30.0, transport=wire.Transport(holds=False)),
                    wire.client(timeout=60.0, transport=guarded),
                )
            return self._clients

    def close(self) -> None:
        with self._lock:
            clients, self._clients = self._clients, None
        for client in clients or ():
            wire.run(client.aclose())
