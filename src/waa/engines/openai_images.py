"""The engine for OpenAI and for every server that speaks its image wire (docs/engines/openai_images.md).

A request is encoded and an answer decoded in the job's own thread; the loop of `wire` only waits. What the servers do
differently is data (`openai_dialects`), and what they answer instead of a picture has its own file (`openai_errors`).
"""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import hashlib
import json
import logging
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpx2

from waa.engines import openai_dialects as dialects
from waa.engines import openai_errors, wire
from waa.engines import openai_pictures as pictures
from waa.engines.base import (
    BeyondCapabilities,
    Config,
    Engine,
    EngineError,
    Model,
    PictureRequest,
    PictureResult,
    Ping,
    Progress,
)  # fmt: skip
from waa.engines.offers import OFFERS
from waa.engines.openai_account import OpenAIImagesConfig as OpenAIImagesConfig
from waa.engines.openai_dialects import DIALECTS
from waa.engines.troubles import broken_answer, trouble
from waa.lib import http, images

if TYPE_CHECKING:
    from openai import AsyncOpenAI

log = logging.getLogger("waa.engines")

LONG = 65_536  # bytes of an answer that cannot be an address alone


class OpenAIImagesEngine(Engine):
    name = "openai_images"
    label = ("OpenAI 或者同款伺服器", "OpenAI, or a server that speaks like it")
    config_class = OpenAIImagesConfig
    models = dialects.MODELS
    is_local = False

    def __init__(self, config: OpenAIImagesConfig) -> None:
        self.config = config
        self.dialect = config.dialect
        self.model = self.model_for(config)
        self.version = config.served or self.dialect.label
        self.capabilities = self.model.capabilities
        self._client: AsyncOpenAI | None = None  # and with it `_http`, which it sends with
        self._lock = threading.Lock()

    @classmethod
    def model_of(cls, model_id: str) -> Model:
        """An id that is not OpenAI's own is what an operator serves, with what every such server can do."""
        if dialects.is_openais(model_id):
            return super().model_of(model_id)
        return dialects.self_hosted(model_id, DIALECTS["other"])

    @classmethod
    def model_for(cls, config: Config) -> Model:
        assert isinstance(config, OpenAIImagesConfig)
        if config.dialect.is_hosted:
            model = dialects.priced(super().model_of(config.model), config.quality)
        else:
            model = dialects.self_hosted(config.served, config.dialect)
        return dataclasses.replace(model, offer=config.offer) if config.offer in OFFERS else model

    @classmethod
    def models_for(cls, config: Config) -> tuple[Model, ...]:
        """A server of one's own has the model that it was started with, and none of OpenAI's."""
        assert isinstance(config, OpenAIImagesConfig)
        return cls.models if config.dialect.is_hosted else ()

    def check(self, request: PictureRequest) -> None:
        super().check(request)
        longest = self.dialect.longest
        if max(request.width, request.height) > longest * min(request.width, request.height):
            raise BeyondCapabilities(
                "size_unsupported",
                f"呢個引擎嘅長邊最多係短邊嘅 {longest:g} 倍。",
                f"The longer side may be at most {longest:g} times the shorter one with this engine.",
            )

    def _draw(self, request: PictureRequest, on_progress: Progress) -> PictureResult:
        on_progress(0.0, "send")
        client = self._open()
        path, body, files = self._asked(request)
        answer = wire.wait(
            self._ask(client, path, body, files),
            on_progress,
            self.dialect.label,
            expected=self.model.seconds,
            deadline=self.config.timeout,
        )
        result = self._result(request, answer)
        on_progress(1.0, "done")
        return result

    # -- asking ------------------------------------------------------------------------------------------

    def _asked(self, request: PictureRequest) -> tuple[str, dict[str, Any], list[pictures.File]]:
        """(path, fields, files) of the request."""
        body = self._fields(request)
        if not request.reference_images:
            return "/images/generations", body, []
        return "/images/edits", body, self._files(request)

    def _fields(self, request: PictureRequest) -> dict[str, Any]:
        dialect, config = self.dialect, self.config
        width, height = dialect.asked_size(request.width, request.height)
        prompt = request.prompt.replace("|", "/") if dialect.splits_at_bar else request.prompt
        body: dict[str, Any] = {"prompt": prompt, "n": 1, "size": f"{width}x{height}"}
        if config.served:
            body["model"] = config.served
        if dialect.sends_response_format:
            body["response_format"] = "b64_json"
        if dialect.sends_output_format:
            body["output_format"] = "png"
        if dialect.is_hosted:
            body["quality"] = config.quality
        if dialect.moderates and not request.reference_images:
            body["moderation"] = config.moderation
        if dialect.is_hosted and request.person:
            body["safety_identifier"] = hashlib.sha256(request.person.encode()).hexdigest()
        if dialect.sends_seed:
            body["seed"] = request.seed
        if dialect.streams and config.previews:
            body |= {"stream": True, "partial_images": config.previews}
        return body | {field: value for name, field in dialect.extra if (value := getattr(config, name))}

    def _files(self, request: PictureRequest) -> list[pictures.File]:
        files = [pictures.photo(pixels, n, request) for n, pixels in enumerate(request.reference_images, 1)]
        if request.mask_image is not None:
            first = request.reference_images[0]
            size = (first.shape[1], first.shape[0])
            data = pictures.mask_file(request.mask_image, size, alpha=self.dialect.has_alpha_mask)
            files.append((self.dialect.mask_field, ("mask.png", data, "image/png")))
        return files

    def _open(self) -> AsyncOpenAI:
        """OpenAI's client, opened with the first request: its import takes half a second, so never on the loop."""
        key = self.config.api_key.strip()
        if (self.dialect.needs_key and not key) or not key.isascii():
            raise trouble("provider_key_missing", self.dialect.label)
        with self._lock:
            if self._client is not None:
                return self._client
            from openai import AsyncOpenAI

            self._http = wire.client(timeout=self.config.timeout)
            self._client = AsyncOpenAI(
                base_url=self.config.url, api_key=key or "none", http_client=self._http,
                timeout=self._http.timeout, max_retries=0,
            )  # fmt: skip
        return self._client

    async def _ask(
        self, client: AsyncOpenAI, path: str, body: dict[str, Any], files: list[pictures.File]
    ) -> bytes | dict[str, Any]:
        """What came back, not yet read: bytes of JSON, or the last event of a stream."""
        import openai

        options: Any = {"headers": {"Content-Type": "multipart/form-data"}} if files else {}
        sent: Any = {"body": body, "files": files or None, "options": options}
        with wire.translated(self.dialect.label):
            try:
                if not body.get("stream"):
                    response = await client.post(path, cast_to=httpx2.Response, **sent)
                    return await self._whole(response.content)
                stream = await client.post(
                    path, cast_to=object, stream=True, stream_cls=openai.AsyncStream[object], **sent
                )
                async with stream:
                    return await self._last_event(stream, body["partial_images"])
            except openai.APIStatusError as error:  # its text may repeat the key: it is not kept as the cause
                raise self._told(error.status_code, error.body, error.response.headers) from None
            except (json.JSONDecodeError, UnicodeDecodeError) as error:
                raise broken_answer(self.dialect.label) from error
            except openai.APIConnectionError:
                raise
            except openai.APIError as error:  # an error in the middle of a stream
                raise self._told(500, error.body, {}) from None

    async def _last_event(self, stream: Any, previews: int) -> bytes | dict[str, Any]:
        """Shows the previews on the way; the event that holds the picture. A server that answers with plain JSON
        although a stream was asked for is read as such."""
        if not stream.response.headers.get("content-type", "").startswith("text/event-stream"):
            return await self._whole(await stream.response.aread())
        seen = 0
        async for event in stream:
            kind = str(event.get("type")) if isinstance(event, dict) else ""
            if kind.endswith(".completed"):
                return dict(event)
            if kind.endswith(".partial_image"):
                seen += 1
                preview = await asyncio.to_thread(pictures.preview, event.get("b64_json"))
                wire.tell(0.25 + 0.6 * min(seen, previews) / (previews + 1), "preview", preview)
        raise broken_answer(self.dialect.label)

    async def _whole(self, answer: bytes) -> bytes | dict[str, Any]:
        """The answer; where it only says where the picture is, that too. A long one has the picture in it."""
        if len(answer) > LONG:
            return answer
        told = pictures.read(answer, self.dialect.label)
        entry = pictures.entry_of(told)
        if entry.get("b64_json") or not isinstance(entry.get("url"), str):
            return told
        return {**told, "data": [{**entry, "file": await self._fetched(entry["url"])}]}

    async def _fetched(self, url: str) -> bytes:
        """The picture at an address of the public internet, or of the account's own server; the key is not sent."""
        own = self.config.url
        transport = http.Guarded(own=own, verify=wire.trust())
        try:
            async with httpx2.AsyncClient(transport=transport, timeout=30.0) as client:
                found = await http.fetch(client, urljoin(own, url), most_bytes=images.MAX_BYTES, seconds=60.0)
        except http.FetchRefused as error:
            log.warning("%s told an address that is not taken: %s", self.dialect.label, error)
            raise broken_answer(self.dialect.label) from error
        if found.status != 200:
            raise broken_answer(self.dialect.label)
        return found.content

    def _told(self, status: int, body: object, headers: Mapping[str, str]) -> EngineError:
        return openai_errors.told(
            status, body, headers, who=self.dialect.label, model=self.config.model, key=self.config.api_key
        )

    # -- answers -----------------------------------------------------------------------------------------

    def _result(self, request: PictureRequest, answer: bytes | dict[str, Any]) -> PictureResult:
        told = pictures.read(answer, self.dialect.label)
        entry = pictures.entry_of(told)
        pixels, notes = pictures.of_size(
            pictures.pixels_of(entry, self.dialect.label), request.width, request.height, self.dialect
        )
        return PictureResult(
            pixels=pixels,
            engine=self.name,
            version=self.version,
            seed=request.seed,
            prompt_used=str(entry.get("revised_prompt") or request.prompt),
            notes=notes,
            cost_usd_micros=pictures.cost_of(told.get("usage")) if self.dialect.is_hosted else None,
            meta={"usage": told["usage"]} if isinstance(told.get("usage"), Mapping) else {},
        )

    # -- is it well ------------------------------------------------------------------------------------------

    def ping(self) -> Ping:
        try:
            return wire.run(self._ping(self._open()))
        except EngineError as error:
            return Ping(is_well=False, zh=error.zh, en=error.en)
        except TimeoutError:
            late = trouble("provider_unreachable", self.dialect.label)
            return Ping(is_well=False, zh=late.zh, en=late.en)

    async def _ping(self, client: AsyncOpenAI) -> Ping:
        import openai

        who = self.dialect.label
        with wire.translated(who):
            try:
                page = await client.models.list(timeout=10.0)
                found = frozenset(str(model.id) for model in page.data or ())
            except openai.APIStatusError as error:
                if error.status_code == 404 and self.dialect.health:
                    return await self._health()
                raise self._told(error.status_code, error.body, error.response.headers) from None
            except openai.APIConnectionError:
                raise
            except (openai.OpenAIError, ValueError, AttributeError, TypeError) as error:
                raise broken_answer(who) from error
        return self._state(found)

    async def _health(self) -> Ping:
        """For a server that lists no models: does it live?"""
        parts = urlsplit(self.config.url)
        root = urlunsplit((parts.scheme, parts.netloc, parts.path.removesuffix("/v1"), "", ""))
        response = await self._http.get(root + self.dialect.health, timeout=10.0)
        if response.is_success:
            return Ping(
                is_well=True, zh="有回應，但唔肯講有咩模型", en="answers, but does not list its models"
            )
        raise self._told(response.status_code, response.text, response.headers)

    def _state(self, found: frozenset[str], today: dt.date | None = None) -> Ping:
        model, today = self.config.model, today or dt.datetime.now(dt.UTC).date()
        ends = dialects.ENDS.get(model) if self.dialect.is_hosted else None
        is_missing = self.dialect.checks_model and bool(self.config.served) and model not in found
        if is_missing or (ends is not None and ends <= today):
            error = trouble("model_gone", self.dialect.label, model=model)
            return Ping(is_well=False, zh=error.zh, en=error.en, models=found)
        if ends is not None:
            return Ping(is_well=True, zh=f"用得，但「{model}」{ends:%Y-%m-%d} 會停用，請揀過另一個",
                        en=f"works, but {model!r} ends on {ends:%Y-%m-%d}; choose another", models=found)  # fmt: skip
        return Ping(is_well=True, zh="用得", en="works", models=found)

    def close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            wire.run(client.close())
