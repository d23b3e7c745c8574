"""Gemini as Google serves it: `models/{id}:generateContent` for pictures, and the list of models.

Google's client sends camelCase and snake_case mixed, and files in the base64 of addresses; the service takes both kinds
of each. A name that it does not know is an error.

    blocked, blocked for NAME    the prompt is blocked, for PROHIBITED_CONTENT or that reason
    ends with NAME               no picture, and that finishReason
    only words                   an answer in words
    wrong ratio, wrong size      the picture comes out otherwise
    two pictures                 two candidates, the first of them words
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.upstreams.painting import answer_picture, decoded
from tests.upstreams.server import Answer, Asked, Upstream, json_answer

MOST_BYTES = 20 * 2**20
HARMS = {
    f"HARM_CATEGORY_{harm}"
    for harm in ("HARASSMENT", "HATE_SPEECH", "SEXUALLY_EXPLICIT", "DANGEROUS_CONTENT", "CIVIC_INTEGRITY")
}
THRESHOLDS = {"BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF"}
KINDS = {"image/png", "image/jpeg", "image/webp", "image/heic", "image/heif"}
SQUARE = {
    "1:1": (1024, 1024), "2:3": (848, 1264), "3:2": (1264, 848), "3:4": (896, 1200), "4:3": (1200, 896),
    "4:5": (928, 1152), "5:4": (1152, 928), "9:16": (768, 1376), "16:9": (1376, 768), "21:9": (1584, 672),
}  # fmt: skip
LONG = {"1:4": (512, 2048), "4:1": (2048, 512), "1:8": (384, 3072), "8:1": (3072, 384)}
PIXELS = {**SQUARE, **LONG}
TIMES = {"1K": 1, "2K": 2, "4K": 4}
SIGNATURE = base64.b64encode(b"a thought, signed").decode()


@dataclass(frozen=True)
class Painter:
    ratios: frozenset[str] = frozenset(SQUARE)
    sizes: tuple[str, ...] = ("1K", "2K", "4K")
    levels: tuple[str, ...] = ()
    references: int = 14
    thinks_aloud: bool = False
    tokens: tuple[int, int, int] = (1120, 1120, 2000)  # of a picture in 1K, 2K, 4K


MODELS = {
    "gemini-3-pro-image": Painter(thinks_aloud=True),
    "gemini-nano-banana-2.1": Painter(
        frozenset(PIXELS), levels=("MINIMAL", "MEDIUM", "HIGH"), tokens=(1120, 1680, 3780)
    ),
    "gemini-3.1-flash-lite-image": Painter(sizes=()),
    "gemini-2.5-flash-image": Painter(sizes=(), references=3, tokens=(1290, 0, 0)),
}
OTHERS = {"gemini-3.8-flash": ["generateContent", "countTokens"], "gemini-embedding-2": ["embedContent"]}

FIELDS: dict[str, set[str]] = {
    "request": {"contents", "generationConfig", "safetySettings", "systemInstruction"},
    "generationConfig": {"responseModalities", "imageConfig", "thinkingConfig", "seed", "candidateCount",
                         "temperature", "topP", "topK", "maxOutputTokens"},
    "imageConfig": {"aspectRatio", "imageSize"},
    "thinkingConfig": {"includeThoughts", "thinkingLevel"},
    "contents": {"role", "parts"},
    "parts": {"text", "inlineData", "thought", "thoughtSignature"},
    "inlineData": {"mimeType", "data"},
    "safetySettings": {"category", "threshold"},
}  # fmt: skip


class Wrong(Exception):
    """The request is refused with Google's envelope."""

    def __init__(
        self, message: str, code: int = 400, status: str = "INVALID_ARGUMENT", *details: Mapping[str, Any]
    ) -> None:
        super().__init__(message)
        self.body = {"error": {"code": code, "message": message, "status": status, "details": list(details)}}
        self.code = code


class Gemini(Upstream):
    def answer(self, asked: Asked) -> Answer:
        try:
            self._check_key(asked)
            found = re.fullmatch(r"/v1(?:beta)?/models(?:/([^/:]+):generateContent)?", asked.path)
            if not found:
                raise Wrong("Not Found", 404, "NOT_FOUND")
            if found[1] is None:
                return _listed(asked)
            return self._painted(asked, found[1])
        except Wrong as wrong:
            return json_answer(wrong.body, wrong.code)

    def _check_key(self, asked: Asked) -> None:
        key = asked.headers.get("x-goog-api-key")
        if key is None:
            raise Wrong("Method doesn't allow unregistered callers.", 403, "PERMISSION_DENIED")
        if key != self.key:
            about = {
                "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                "reason": "API_KEY_INVALID",
                "domain": "googleapis.com",
            }
            raise Wrong(f"API key not valid: api_key:{key}", 400, "INVALID_ARGUMENT", about)

    def _painted(self, asked: Asked, model: str) -> Answer:
        painter = MODELS.get(model)
        if painter is None:
            raise Wrong(f"models/{model} is not found for API version v1.", 404, "NOT_FOUND")
        if asked.method != "POST" or asked.headers.get("content-type") != "application/json":
            raise Wrong("Invalid content type", 415)
        if len(asked.body) > MOST_BYTES:
            raise Wrong(f"Request payload size exceeds the limit: {MOST_BYTES} bytes.")
        wish = wish_of(asked.body, painter)
        return json_answer(
            {**_said(wish, painter, asked), "modelVersion": model, "responseId": "r-1"},
            server_timing="gfet4t7; dur=9000",
        )


@dataclass(frozen=True)
class Wish:
    words: str
    references: tuple[bytes, ...]
    ratio: str
    size: str
    seed: int


def wish_of(body: bytes, painter: Painter) -> Wish:
    """What a request asks for; Wrong for one that Google would not take."""
    try:
        sent = _camel(json.loads(body), "request")
    except json.JSONDecodeError as error:
        raise Wrong("Invalid JSON payload received. Unexpected token.") from error
    settings = sent.get("generationConfig", {})
    ratio, size = _shape(settings.get("imageConfig", {}), painter)
    _check_settings(settings, painter)
    for safety in sent.get("safetySettings", []):
        if safety.get("category") not in HARMS or safety.get("threshold") not in THRESHOLDS:
            raise Wrong(f"Invalid value at 'safety_settings': {safety}")
    words, references = _turns(sent.get("contents"))
    if len(references) > painter.references:
        raise Wrong(f"Please reduce the number of images; at most {painter.references} are supported.")
    return Wish(words, references, ratio, size, settings.get("seed", 0))


def _camel(value: Any, where: str) -> Any:
    """The same with every name in camelCase; an unknown name is Wrong."""
    if isinstance(value, list):
        return [_camel(item, where) for item in value]
    if not isinstance(value, dict):
        return value
    told = {}
    for name, inner in value.items():
        camel = re.sub(r"_(\w)", lambda letter: letter[1].upper(), name)
        if camel not in FIELDS.get(where, {camel}):
            raise Wrong(
                f"Invalid JSON payload received. Unknown name \"{name}\" at '{where}': Cannot find field."
            )
        told[camel] = _camel(inner, camel)
    return told


def _shape(image: Mapping[str, str], painter: Painter) -> tuple[str, str]:
    ratio = image.get("aspectRatio", "1:1")
    if ratio not in painter.ratios:
        raise Wrong(f"aspect_ratio must be one of {sorted(painter.ratios)}")
    size = image.get("imageSize")
    if size is not None and size not in painter.sizes:
        raise Wrong(f"image_size must be one of {painter.sizes}")
    return ratio, size or "1K"


def _check_settings(settings: Mapping[str, Any], painter: Painter) -> None:
    if "IMAGE" not in [str(m).upper() for m in settings.get("responseModalities", ["TEXT", "IMAGE"])]:
        raise Wrong("This fake only paints.")
    level = settings.get("thinkingConfig", {}).get("thinkingLevel")
    if level is not None and level not in painter.levels:
        raise Wrong("Thinking level is not supported for this model.")
    seed = settings.get("seed", 0)
    if not isinstance(seed, int) or not -(2**31) <= seed < 2**31:
        raise Wrong("Invalid value at 'generation_config.seed' (TYPE_INT32)")


def _turns(contents: Any) -> tuple[str, tuple[bytes, ...]]:
    if not isinstance(contents, list) or not contents or not all(turn.get("parts") for turn in contents):
        raise Wrong("contents is not specified")
    words: list[str] = []
    references: list[bytes] = []
    for number, turn in enumerate(contents):
        if turn.get("role", "user") not in ("user", "model"):
            raise Wrong("Please use a valid role: user, model.")
        for place, part in enumerate(turn["parts"]):
            if ("text" in part) == ("inlineData" in part):
                raise Wrong("contents.parts must have one initialized field")
            if "text" in part:
                words.append(part["text"])
                continue
            if turn.get("role") == "model" and "thoughtSignature" not in part:
                raise Wrong(
                    f"Image part is missing a thought_signature in content position {number + 1}, part position "
                    f"{place + 1}"
                )
            references.append(_file(part["inlineData"]))
    if not "".join(words).strip():
        raise Wrong("Unable to submit request because it has an empty text parameter.")
    return " ".join(words), tuple(references)


def _file(blob: Mapping[str, str]) -> bytes:
    if blob.get("mimeType") not in KINDS:
        raise Wrong(f"Unsupported MIME type: {blob.get('mimeType')}")
    try:
        data = base64.b64decode(blob.get("data", "").replace("-", "+").replace("_", "/"), validate=True)
        decoded(data)
    except ValueError as error:
        raise Wrong("Unable to process input image.") from error
    return data


def _said(wish: Wish, painter: Painter, asked: Asked) -> dict[str, Any]:
    used = {"promptTokenCount": 2 + len(wish.words) // 4 + 560 * len(wish.references)}
    if blocked := re.search(r"\bblocked\b(?: for (\w+))?", wish.words):
        reason = blocked[1] or "PROHIBITED_CONTENT"
        return {"promptFeedback": {"blockReason": reason}, "usageMetadata": used}
    words = {"content": {"role": "model", "parts": [{"text": "I can tell you about that instead."}]}}
    if ending := re.search(r"ends with (\w+)", wish.words):
        return {"candidates": [{"finishReason": ending[1], "index": 0}], "usageMetadata": used}
    if "only words" in wish.words:
        return {"candidates": [{**words, "finishReason": "STOP", "index": 0}], "usageMetadata": used}
    picture = _picture(wish, asked)
    parts = [{"inlineData": {"mimeType": "image/png", "data": picture}, "thoughtSignature": SIGNATURE}]
    if painter.thinks_aloud:
        sketch = base64.b64encode(answer_picture("a sketch", 0, 64, 64)).decode()
        thought = {"inlineData": {"mimeType": "image/png", "data": sketch}, "thought": True}
        parts = [
            {"text": "Let me sketch it first.", "thought": True},
            thought,
            {"text": "Here it is."},
            *parts,
        ]
    painted = {"content": {"role": "model", "parts": parts}, "finishReason": "STOP"}
    candidates = [{**words, "finishReason": "STOP"}, painted] if "two pictures" in wish.words else [painted]
    tokens = painter.tokens[list(TIMES).index(wish.size)]
    used |= {
        "candidatesTokenCount": tokens + 20,
        "thoughtsTokenCount": 100 * painter.thinks_aloud,
        "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": tokens}],
    }  # type: ignore[dict-item]
    return {"candidates": candidates, "usageMetadata": used}


def _picture(wish: Wish, asked: Asked) -> str:
    """The file as base64; what a fault puts in its place goes under the same header."""
    if asked.fault is not None and asked.fault.picture is not None:
        return base64.b64encode(asked.fault.picture).decode()
    width, height = (side * TIMES[wish.size] for side in PIXELS[wish.ratio])
    if "wrong ratio" in wish.words:
        width, height = (height, width) if width != height else (1200, 896)
    if "wrong size" in wish.words:
        width, height = width // 2, height // 2
    data = answer_picture(wish.words, wish.seed, width, height, wish.references)
    return base64.b64encode(data).decode()


def _listed(asked: Asked) -> Answer:
    ways: dict[str, list[str]] = {model: ["generateContent", "countTokens"] for model in MODELS} | OTHERS
    models = [
        {
            "name": f"models/{model}",
            "version": "001",
            "displayName": model,
            "inputTokenLimit": 65536,
            "outputTokenLimit": 32768,
            "supportedGenerationMethods": actions,
        }
        for model, actions in ways.items()
    ]
    start, count = int(asked.query.get("pageToken") or 0), int(asked.query.get("pageSize", 50))
    page: dict[str, Any] = {"models": models[start : start + count]}
    if start + count < len(models):
        page["nextPageToken"] = str(start + count)
    return json_answer(page)


def envelope(code: int, status: str, message: str, *details: Mapping[str, Any], **headers: str) -> Answer:
    """An error as Google writes it, to put into a `script`."""
    return json_answer(Wrong(message, code, status, *details).body, code, **headers)


def exhausted(delay: str = "37s", message: str = "Resource has been exhausted.") -> Answer:
    """429 with the delay that Google asks for."""
    about = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": delay}
    return envelope(429, "RESOURCE_EXHAUSTED", message, about)
