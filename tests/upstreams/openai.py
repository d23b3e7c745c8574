"""OpenAI's image wire as it answers from a real socket, and as SGLang Diffusion, vLLM-Omni and LocalAI answer.

    with OpenAIServer() as openai: ...                     # OPENAI_BASE_URL is openai.address
    with OpenAIServer("vllm-omni", model="flux") as vllm: ...

Strict: another key, field or type gets the server's own error. Words in the prompt make it answer otherwise, for shows:
"blocked" (moderation), "unverified" and "wrong region" (403), "no credit" (429 with its own code), "odd size" (another
shape comes back).
The chat half is in tests/upstreams/openai_chat.py.
"""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Iterator, Mapping
from typing import Any

from tests.upstreams import painting
from tests.upstreams.openai_chat import Chat
from tests.upstreams.server import Answer, Asked, Upstream, events_answer, json_answer

MODELS = (
    "gpt-image-2.6-sunburst",
    "gpt-image-2.6-flare",
    "gpt-image-2.5-sunburst",
    "gpt-image-2",
    "gpt-6-mini",
)
TOKENS = {"low": 200, "medium": 1056, "high": 4160, "xhigh": 6200, "max": 8400, "auto": 1056}

# Whatever else arrives is an unknown field.
_BOTH = "prompt model n size response_format"
_OURS = "prompt model n size quality background output_format output_compression stream partial_images safety_identifier"
FIELDS = {
    "openai": (f"{_OURS} moderation complexity", f"{_OURS} complexity input_fidelity"),
    "sglang": (f"{_BOTH} seed output_format num_inference_steps guidance_scale true_cfg_scale negative_prompt width height",
               f"{_BOTH} seed output_format num_inference_steps guidance_scale negative_prompt"),
    "vllm-omni": (f"{_BOTH} seed output_format num_inference_steps guidance_scale negative_prompt",
                  f"{_BOTH} seed output_format num_inference_steps guidance_scale negative_prompt strength"),
    "localai": (f"{_BOTH} seed step mode quality", ""),
}  # fmt: skip
FILES = {
    "openai": {"mask"},
    "sglang": {"mask"},
    "vllm-omni": {"mask_image", "reference_image"},
    "localai": set(),
}


class Rejected(Exception):
    """The request gets this answer instead of a picture."""

    def __init__(
        self, status: int, message: str, *, code: str = "", kind: str = "invalid_request_error"
    ) -> None:
        super().__init__(message)
        self.status, self.message, self.code, self.kind = status, message, code, kind

    def in_words_of(self, dialect: str) -> Answer:
        if dialect in ("sglang", "vllm-omni"):
            return json_answer({"detail": self.message}, self.status)
        error = {"message": self.message, "type": self.kind, "param": None, "code": self.code or None}
        return json_answer({"error": error}, self.status)


class OpenAIServer(Upstream):
    """`dialect` is whose habits it has; `model` the one it serves, where it serves one. `chat` holds what the chat
    model answers next."""

    def __init__(
        self, dialect: str = "openai", *, model: str = "flux-2-klein-4b", port: int = 0, latency: float = 0.0
    ) -> None:
        self.dialect = dialect
        self.models = MODELS if dialect == "openai" else (model,)
        self.needs_key = dialect == "openai"
        self.gives_urls = False  # `url` instead of `b64_json`
        self.pause = 0.0  # seconds before each event of a stream
        self.chat = Chat(self)
        self.pictures: dict[str, bytes] = {}
        super().__init__(port=port, latency=latency)

    @property
    def address(self) -> str:
        return f"{self.base_url}/v1"

    def answer(self, asked: Asked) -> Answer:
        try:
            return self._answer(asked)
        except Rejected as error:
            return error.in_words_of(self.dialect)

    def _answer(self, asked: Asked) -> Answer:
        if asked.method == "GET" and asked.path in ("/health", "/readyz"):
            return Answer(200, b"", "text/plain") if self.dialect != "openai" else self._nothing_at(asked)
        if asked.method == "GET" and asked.path in self.pictures:
            return Answer(200, self.pictures[asked.path], "image/png")
        self._check_key(asked)
        match asked.method, asked.path:
            case "GET", "/v1/models":
                return json_answer({"object": "list", "data": [self._model(name) for name in self.models]})
            case "POST", "/v1/images/generations":
                return self._generate(asked)
            case "POST", "/v1/images/edits" if FIELDS[self.dialect][1]:
                return self._edit(asked)
            case "POST", "/v1/chat/completions":
                return self.chat.answer(asked)
        return self._nothing_at(asked)

    def _nothing_at(self, asked: Asked) -> Answer:
        raise Rejected(404, f"Invalid URL ({asked.method} {asked.path})")

    def _model(self, name: str) -> dict[str, Any]:
        return {"id": name, "object": "model", "created": 1_770_000_000, "owned_by": "openai"}

    def _check_key(self, asked: Asked) -> None:
        if self.needs_key and asked.headers.get("authorization") != f"Bearer {self.key}":
            given = asked.headers.get("authorization", "")
            raise Rejected(401, f"Incorrect API key provided: {given}.", code="invalid_api_key")

    # -- requests ----------------------------------------------------------------------------------------

    def _generate(self, asked: Asked) -> Answer:
        if not asked.headers.get("content-type", "").startswith("application/json"):
            raise Rejected(400, "Unsupported content type.")
        try:
            fields = asked.json
        except ValueError:
            raise Rejected(400, "We could not parse the JSON body of your request.") from None
        for name in ("n", "partial_images", "seed"):
            if name in fields and not isinstance(fields[name], int):
                raise Rejected(400, f"Invalid type for '{name}': expected an integer.")
        self._check(fields, FIELDS[self.dialect][0])
        if self.dialect == "localai":
            fields["prompt"] = fields["prompt"].partition("|")[0]
        return self._painted(asked, fields, [], None, "image_generation")

    def _edit(self, asked: Asked) -> Answer:
        try:
            fields, files = asked.fields, asked.files
        except ValueError as error:
            raise Rejected(400, f"Unsupported content type: {error}.") from None
        self._check(fields, FIELDS[self.dialect][1])
        pictures = [part.data for part in files if part.name in ("image", "image[]")]
        others = {part.name: part.data for part in files if part.name not in ("image", "image[]")}
        if unknown := set(others) - FILES[self.dialect]:
            raise Rejected(400, f"Unknown parameter: '{unknown.pop()}'.", code="unknown_parameter")
        if not pictures or len(pictures) > 16:
            raise Rejected(400, "Missing or too many images.")
        try:
            sizes = [painting.decoded(data).shape for data in pictures]
            mask = self._mask(others)
        except ValueError:
            raise Rejected(400, "Invalid image file or mode.", code="invalid_image_file") from None
        if mask is not None and mask.shape != sizes[0][:2]:
            raise Rejected(400, "The mask and the image must have the same size.")
        return self._painted(asked, dict(fields), pictures, mask, "image_edit")

    def _mask(self, files: Mapping[str, bytes]) -> Any:
        if self.dialect == "openai" and "mask" in files:
            return painting.mask_of_alpha(files["mask"])
        if "mask_image" in files:
            return painting.mask_of_light(files["mask_image"])
        return None  # SGLang takes a field `mask` and does nothing with it

    def _check(self, fields: Mapping[str, Any], known: str) -> None:
        if unknown := [name for name in fields if name not in known.split()]:
            raise Rejected(400, f"Unknown parameter: '{unknown[0]}'.", code="unknown_parameter")
        if not str(fields.get("prompt", "")).strip():
            raise Rejected(400, "Missing required parameter: 'prompt'.", code="missing_required_parameter")
        model = fields.get("model", "")
        if self.dialect == "openai" and model not in self.models:
            raise Rejected(404, f"The model '{model}' does not exist.", code="model_not_found")
        if self.dialect == "vllm-omni" and model not in ("", *self.models):
            raise Rejected(400, f"Model mismatch: this server serves '{self.models[0]}'.")
        if self.dialect == "sglang" and fields.get("response_format", "url") != "b64_json":
            raise Rejected(400, "response_format='url' needs --output-path.")
        self._check_size(str(fields.get("size", "auto")))
        self._check_words(str(fields["prompt"]))

    def _check_size(self, size: str) -> None:
        if not (found := re.fullmatch(r"(\d+)x(\d+)", size)):
            raise Rejected(400, f"Invalid size '{size}'.", code="invalid_value")
        width, height = int(found[1]), int(found[2])
        step, most = (8, 1 << 24) if self.dialect == "localai" else (16, 3840 * 2160)
        good = width % step == height % step == 0 and width * height <= most
        if self.dialect == "openai":
            good = good and 3 * min(width, height) >= max(width, height) <= 3840 and width * height >= 655_360
        if not good:
            raise Rejected(400, f"Invalid size '{size}'.", code="invalid_value")

    def _check_words(self, prompt: str) -> None:
        if self.dialect != "openai":
            return
        if "blocked" in prompt.lower():
            raise Rejected(400, "Your request was rejected as a result of our safety system.",
                           code="moderation_blocked", kind="image_generation_user_error")  # fmt: skip
        if "unverified" in prompt:
            raise Rejected(
                403, "Your organization must be verified to use the model `gpt-image-2.6-sunburst`."
            )
        if "wrong region" in prompt:
            said = "Country, region, or territory not supported"
            raise Rejected(403, said, code="unsupported_country_region_territory", kind="request_forbidden")
        if "no credit" in prompt:
            raise Rejected(429, "You exceeded your current quota.", code="insufficient_quota")

    # -- answers -----------------------------------------------------------------------------------------

    def _painted(
        self, asked: Asked, fields: Mapping[str, Any], pictures: list[bytes], mask: Any, kind: str
    ) -> Answer:
        width, height = (int(side) for side in str(fields["size"]).split("x"))
        if "odd size" in fields["prompt"]:
            width, height = height * 2, width
        seed = int(fields.get("seed", len(self.requests)))
        pixels = painting.answer_pixels(str(fields["prompt"]), seed, width, height, pictures, mask)
        form = str(fields.get("output_format", "png"))
        picture = painting.encoded(pixels, form)
        if asked.fault is not None and asked.fault.picture is not None:
            picture = asked.fault.picture
        usage = _usage(fields, len(pictures)) if self.dialect == "openai" else None
        if str(fields.get("stream", "")).lower() == "true":
            about = {"created_at": int(time.time()), "size": fields["size"], "output_format": form,
                     "background": "opaque", "quality": fields.get("quality", "auto")}  # fmt: skip
            events = _events(kind, pixels, picture, int(fields.get("partial_images", 0)), about, usage)
            return events_answer(events, pause=self.pause, names=True)
        entry = self._entry(picture)
        told: dict[str, Any] = {"created": int(time.time()), "data": [entry]}
        return json_answer(told | ({"usage": usage} if usage else {"id": "1"}))

    def _entry(self, picture: bytes) -> dict[str, Any]:
        if self.gives_urls:
            path = f"/files/{len(self.pictures)}.png"
            self.pictures[path] = picture
            return {"url": path}
        entry: dict[str, Any] = {"b64_json": base64.b64encode(picture).decode()}
        return entry | ({"revised_prompt": None} if self.dialect == "sglang" else {})


def _events(
    kind: str,
    pixels: painting.Pixels,
    picture: bytes,
    previews: int,
    about: Mapping[str, Any],
    usage: Mapping[str, Any] | None,
) -> Iterator[dict[str, Any]]:
    for index in range(previews):
        part = painting.encoded(painting.half_done(pixels, (index + 1) / (previews + 1)))
        yield {"type": f"{kind}.partial_image", "partial_image_index": index,
               "b64_json": base64.b64encode(part).decode(), **about}  # fmt: skip
    yield {
        "type": f"{kind}.completed",
        "b64_json": base64.b64encode(picture).decode(),
        "usage": usage,
        **about,
    }


def _usage(fields: Mapping[str, Any], pictures: int) -> dict[str, Any]:
    out = TOKENS[str(fields.get("quality", "auto"))] + 100 * int(fields.get("partial_images", 0))
    words, seen = max(1, len(str(fields["prompt"])) // 3), 1500 * pictures
    return {"input_tokens": words + seen, "output_tokens": out, "total_tokens": words + seen + out,
            "input_tokens_details": {"text_tokens": words, "image_tokens": seen}}  # fmt: skip
