"""Gemini's picture models ("Nano Banana"), by Google's own client.

Every request stands alone: the words and the pictures they speak of go as one turn of the person's, so that any picture
can be refined, whoever painted it. Nothing is tried twice here, and nothing is kept at Google for a later turn.
docs/engines/gemini.md says what leaves the machine.
"""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx2

from waa.engines import gemini_answer, gemini_models, wire
from waa.engines.base import (
    BeyondCapabilities,
    Config,
    Engine,
    EngineError,
    EngineMisconfigured,
    PictureRequest,
    PictureResult,
    Ping,
    Pixels,
    Progress,
    no_progress,
    setting,
)
from waa.engines.gemini_answer import WHO
from waa.engines.troubles import broken_answer, trouble
from waa.lib import images

T = TypeVar("T")

HOME = "https://generativelanguage.googleapis.com"
MOST_BYTES = 14_000_000  # of all references; a third more as base64, and Google takes 20 MB
HARMS = ("HARASSMENT", "HATE_SPEECH", "SEXUALLY_EXPLICIT", "DANGEROUS_CONTENT")
THRESHOLDS = ("BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF")


@dataclass(frozen=True, kw_only=True, repr=False)
class GeminiConfig(Config):
    api_key: str = setting("", zh="API 密鑰", en="API key", env="GEMINI_API_KEY", secret=True)
    model: str = setting("gemini-3-pro-image", zh="模型", en="Model", env="GEMINI_IMAGE_MODEL")
    base_url: str = setting(HOME, zh="網址", en="Address", env="GOOGLE_GEMINI_BASE_URL")
    api_version: str = setting("v1", zh="API 版本", en="API version", env="GOOGLE_GENAI_API_VERSION")
    safety: str = setting("BLOCK_MEDIUM_AND_ABOVE", zh="安全過濾", en="Safety threshold", env="GEMINI_SAFETY")
    thinking: str = setting(
        "",
        zh="思考程度（留空由模型決定）",
        en="Thinking level (empty: the model's own)",
        env="GEMINI_THINKING",
    )
    timeout: float = setting(300.0, zh="最多等幾多秒", en="Seconds to wait", env="GEMINI_TIMEOUT")


class GeminiEngine(Engine):
    name = "gemini"
    label = ("Gemini", "Gemini")
    config_class = GeminiConfig
    is_local = False
    models = gemini_models.MODELS

    def __init__(self, config: GeminiConfig) -> None:
        if config.safety not in THRESHOLDS:
            raise _wrong_setting("GEMINI_SAFETY", THRESHOLDS)
        self.version = config.model.removeprefix("models/")
        model = self.model_of(self.version)
        self.capabilities = model.capabilities
        self._seconds = model.seconds
        self._facts = gemini_models.facts_of(self.version)
        if config.thinking and self._facts.thinking and config.thinking not in self._facts.thinking:
            raise _wrong_setting("GEMINI_THINKING", self._facts.thinking)
        self._config = config
        self._lock = threading.Lock()
        self._http: httpx2.AsyncClient | None = None
        self._client: Any = None

    def __repr__(self) -> str:
        return f"GeminiEngine({self._config!r})"

    def check(self, request: PictureRequest) -> None:
        super().check(request)
        if not request.prompt.strip():
            raise BeyondCapabilities("nothing_asked", "講吓想畫啲乜先啦。", "Say first what to paint.")

    def _draw(self, request: PictureRequest, on_progress: Progress) -> PictureResult:
        ratio, size = self._facts.shape(request.width, request.height)
        on_progress(0.0, "prepare")
        files = encoded(request.reference_images, on_progress)
        text = wire.wait(
            self._asked(lambda client: self._generate(client, request, files, ratio, size)),
            on_progress,
            WHO,
            expected=self._seconds,
            deadline=self._config.timeout + 5.0,
        )
        on_progress(0.95, "read")
        answer = gemini_answer.body_of(text)
        pixels = wire.picture(gemini_answer.picture_of(answer, key=self._config.api_key), WHO)
        on_progress(1.0, "done")
        return PictureResult(
            pixels=pixels,
            engine=self.name,
            version=self.version,
            seed=request.seed,
            prompt_used=request.prompt,
            notes=gemini_models.notes_on(pixels, (request.width, request.height), size),
            cost_usd_micros=gemini_answer.cost_of(answer, self._facts.rates),
            meta={
                "ratio": ratio,
                "size": size,
                "list_price_usd_micros": self._facts.prices[size],
                **{k: answer[k] for k in ("modelVersion", "responseId", "usageMetadata") if k in answer},
            },
        )

    async def _generate(
        self, client: Any, request: PictureRequest, files: list[bytes], ratio: str, size: str
    ) -> str:
        from google.genai import types

        parts = [types.Part.from_text(text=request.prompt)]
        parts += [types.Part.from_bytes(data=file, mime_type="image/jpeg") for file in files]
        answered = await client.aio.models.generate_content(
            model=self.version,
            contents=[types.Content(role="user", parts=parts)],
            config=self._asked_for(ratio, size, request.seed),
        )
        return str(answered.sdk_http_response.body)

    def _asked_for(self, ratio: str, size: str, seed: int) -> Any:
        """What goes along with the words, as Google's library has it."""
        from google.genai import types

        has_sizes = len(self._facts.prices) > 1
        thinks = self._config.thinking if self._facts.thinking else ""
        return types.GenerateContentConfig(
            response_modalities=["TEXT", "IMAGE"],
            image_config=types.ImageConfig(aspect_ratio=ratio, image_size=size if has_sizes else None),
            seed=seed & 0x7FFFFFFF,  # Google's is 32 bits, signed
            thinking_config=types.ThinkingConfig(thinking_level=types.ThinkingLevel(thinks.upper()))
            if thinks
            else None,
            safety_settings=[
                types.SafetySetting(
                    category=types.HarmCategory(f"HARM_CATEGORY_{harm}"),
                    threshold=types.HarmBlockThreshold(self._config.safety),
                )
                for harm in HARMS
            ],
            automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
            # The answer as it came: the library would decode its megabytes on the loop that everybody waits on, and
            # warn of every reason for stopping that is newer than itself.
            should_return_http_response=True,
        )

    def ping(self) -> Ping:
        """Whether the key works and the model is there; asks for the list of models, which costs nothing."""
        try:
            there = wire.wait(self._asked(_models_there), no_progress, WHO, expected=2.0, deadline=20.0)
        except EngineError as error:
            return Ping(is_well=False, zh=error.zh, en=error.en)
        if not there.get(self.version):
            gone = trouble("model_gone", WHO, model=self.version)
            return Ping(is_well=False, zh=gone.zh, en=gone.en, models=frozenset(there))
        return Ping(is_well=True, zh="連到，模型都喺度", en="reachable, and the model is there",
                    models=frozenset(there))  # fmt: skip

    async def _asked(self, call: Callable[[Any], Awaitable[T]]) -> T:
        """Call Google's client, its errors as ours. Theirs hold the request, and in it the key: none of them stays
        behind as the cause."""
        from google.genai import errors

        try:
            with wire.translated(WHO):
                return await call(self._opened())
        except errors.APIError as error:
            headers = getattr(error.response, "headers", {})
            found: EngineError = gemini_answer.error_of(
                error.code, error.details, headers, model=self.version, key=self._config.api_key
            )
        except ValueError:  # an answer that is no JSON, or not Google's
            found = broken_answer(WHO)
        raise found

    def _opened(self) -> Any:
        """Google's client, opened with the first request, so that nobody waits for its import who does not use it."""
        from google import genai
        from google.genai import types

        key = self._config.api_key.strip()
        if not key or not key.isascii():
            raise trouble("provider_key_missing", WHO)
        with self._lock:
            if self._client is None:
                self._http = wire.client(timeout=self._config.timeout)
                self._client = genai.Client(
                    enterprise=False,
                    api_key=key,
                    http_options=types.HttpOptions(
                        base_url=self._config.base_url or HOME,
                        api_version=self._config.api_version,
                        timeout=round(self._config.timeout * 1000),
                        httpx_async_client=self._http,
                        # For clients that are not used, but opened.
                        client_args={"verify": wire.trust()},
                        async_client_args={"ssl": wire.trust()},
                    ),
                )
            return self._client

    def close(self) -> None:
        with self._lock:
            http, client = self._http, self._client
            self._http = self._client = None
        if http is not None:
            wire.run(http.aclose())
            client.close()


async def _models_there(client: Any) -> dict[str, bool]:
    """The account's models by id, and whether each paints when it is asked."""
    there = {}
    async for model in await client.aio.models.list(config={"page_size": 1000}):
        ways = model.supported_actions
        there[str(model.name).removeprefix("models/")] = ways is None or "generateContent" in ways
    return there


def encoded(pictures: tuple[Pixels, ...], on_progress: Progress) -> list[bytes]:
    """JPEG files in the same order, smaller pictures where all together would be too large for one request."""
    for longest in (3072, 2048, 1536, 1024, 512):
        files = []
        for picture in pictures:
            files.append(images.encode(images.thumbnail(picture, longest), "jpg", quality=92))
            on_progress(0.0, "prepare")
        if sum(map(len, files)) <= MOST_BYTES:
            break
    return files


def _wrong_setting(name: str, allowed: tuple[str, ...]) -> EngineMisconfigured:
    return EngineMisconfigured(
        "config_invalid",
        f"Gemini 嘅設定 {name} 唔啱，只可以係：{'、'.join(allowed)}。請轉用第二個引擎，並通知網站管理員。",
        f"Gemini's setting {name} is wrong; it is one of {', '.join(allowed)}. Choose another engine, and tell whoever "
        "runs this site.",
        is_unpaid=True,
    )
