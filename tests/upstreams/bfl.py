"""A strict fake of api.bfl.ai: submit, ask, fetch; what BFL would not take, this does not take either.

blocked           in the prompt: the request is moderated; "held back": the picture is, after it was painted
fail              the task ends in an error; "fail once": its first one only
slow              it takes three seconds
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import json
import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx2

from tests.upstreams import painting
from tests.upstreams.server import Answer, Asked, Upstream, json_answer

MOST_ACTIVE = 24
PRICES = {  # credits: drawn, edited
    "flux-2-klein-4b": (1.4, 1.5),
    "flux-2-klein-9b": (1.5, 1.7),
    "flux-2-pro": (3, 4.5),
    "flux-2-max": (7, 10),
    "flux-2-flex": (5, 10),
    "flux-kontext-pro": (4, 4),
    "flux-kontext-max": (8, 8),
    "flux-pro-1.1": (4, 4),
    "flux-pro-1.0-fill": (5, 5),
}


class Unprocessable(Exception):
    """What BFL's validation says: (field, message)."""


Check = Callable[[Any], object]


def _whole(low: int, high: int, step: int = 1) -> Check:
    return lambda v: type(v) is int and low <= v <= high and v % step == 0


def _text(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) < 100_000


def _picture(value: Any) -> bool:
    try:
        picture = painting.decoded(base64.b64decode(value, validate=True))
    except (ValueError, TypeError):
        return False
    return min(picture.shape[:2]) >= 16 and picture.shape[0] * picture.shape[1] <= 20_000_000


def _ratio(value: Any) -> bool:
    width, _, height = str(value).partition(":")
    return (
        width.isdecimal() and height.isdecimal() and 3 / 7 - 1e-6 <= int(width) / int(height) <= 7 / 3 + 1e-6
    )


def _fields(model: str) -> dict[str, Check]:
    """What a model takes."""
    taken: dict[str, Check] = {
        "prompt": _text,
        "seed": lambda v: type(v) is int,
        "safety_tolerance": _whole(0, 5 if model.startswith("flux-2") else 6),
        "output_format": lambda v: v in ("jpeg", "png"),
        "webhook_url": lambda v: str(v).startswith("http"),
        "webhook_secret": _text,
    }
    if model.startswith("flux-2"):
        most = 4 if "klein" in model else 8
        taken |= {"width": _whole(64, 10_000, 16), "height": _whole(64, 10_000, 16)}
        return taken | {"input_image" + (f"_{n}" if n > 1 else ""): _picture for n in range(1, most + 1)}
    if model.startswith("flux-kontext"):
        return taken | {
            "aspect_ratio": _ratio,
            "input_image": _picture,
            "prompt_upsampling": lambda v: type(v) is bool,
        }
    if model == "flux-pro-1.0-fill":
        return taken | {"image": _picture, "mask": _picture}
    return taken | {"width": _whole(256, 1440, 32), "height": _whole(256, 1440, 32)}


@dataclass
class Job:
    id: str
    model: str
    body: dict[str, Any]
    ready_at: float
    polls_left: int
    status: str
    signatures: dict[str, float] = field(default_factory=dict)  # and until when each opens the picture


class Bfl(Upstream):
    """`seconds` until a picture is ready, and `polls` that say Pending in any case; `lifetime` of a signed address."""

    def __init__(self, *, seconds: float = 0.0, polls: int = 1, **more: Any) -> None:
        self.seconds, self.polls, self.lifetime = seconds, polls, 600.0
        self.credits = 1000.0
        self.tasks: dict[str, Job] = {}
        self.polling_base = ""  # another host that the tasks are to be asked for at
        self.sample_base = ""  # another host where the pictures lie
        self.calls_back = True
        self._numbers = itertools.count(1)
        super().__init__(**more)

    def answer(self, asked: Asked) -> Answer:
        if asked.path.startswith("/sample/"):
            return self._sample(asked)
        if asked.headers.get("x-key") != self.key:
            return json_answer({"detail": "Not authenticated - Invalid Authentication"}, 403)
        if asked.path == "/v1/credits" and asked.method == "GET":
            return json_answer({"credits": self.credits})
        if asked.path == "/v1/get_result" and asked.method == "GET":
            return self._result(asked.query.get("id", ""))
        if asked.method == "POST" and asked.path.removeprefix("/v1/") in PRICES:
            return self._submit(asked)
        return json_answer({"detail": "Not Found"}, 404)

    # -- submit --------------------------------------------------------------------------------------------

    def _submit(self, asked: Asked) -> Answer:
        model = asked.path.removeprefix("/v1/")
        try:
            body = self._validated(model, asked)
        except Unprocessable as error:
            name, message = error.args
            return json_answer(
                {"detail": [{"type": "value_error", "loc": ["body", name], "msg": message, "input": "…"}]},
                422,
            )
        if self.credits < PRICES[model][0]:
            return json_answer({"detail": "Insufficient credits. Please add credits to continue."}, 402)
        if sum(job.status == "Pending" for job in self.tasks.values()) >= MOST_ACTIVE:
            return json_answer({"detail": "Rate limit exceeded: too many active tasks"}, 429)
        return self._taken(model, body)

    def _taken(self, model: str, body: dict[str, Any]) -> Answer:
        is_edit = bool(_references(body))
        seconds = 3.0 if "slow" in body["prompt"] else self.seconds
        task = f"task-{next(self._numbers)}"
        self.tasks[task] = Job(task, model, body, time.monotonic() + seconds, self.polls, "Pending")
        cost = PRICES[model][is_edit]
        self.credits -= cost
        if body.get("webhook_url") and self.calls_back:
            threading.Timer(seconds, self._call_back, [self.tasks[task]]).start()
        base = self.polling_base or self.base_url
        return json_answer(
            {"id": task, "polling_url": f"{base}/v1/get_result?id={task}", "cost": cost, "input_mp": None,
             "output_mp": 1.0}
        )  # fmt: skip

    def _validated(self, model: str, asked: Asked) -> dict[str, Any]:
        if asked.headers.get("content-type") != "application/json":
            raise Unprocessable("", "Input should be a valid dictionary")
        try:
            body = asked.json
        except ValueError:
            raise Unprocessable("", "JSON decode error") from None
        taken = _fields(model)
        for name, value in body.items():
            if name not in taken:
                raise Unprocessable(name, "Extra inputs are not permitted")
            if not taken[name](value):
                raise Unprocessable(name, "Input should be valid")
        if "prompt" not in body:
            raise Unprocessable("prompt", "Field required")
        if model == "flux-pro-1.0-fill" and not {"image", "mask"} <= set(body):
            raise Unprocessable("image", "Field required")
        self._check_area(body)
        return dict(body)

    def _check_area(self, body: dict[str, Any]) -> None:
        area = body.get("width", 0) * body.get("height", 0)
        if area > 4_194_304:
            raise Unprocessable("width", "Image should be at most 4 megapixels")
        seen = sum(p.shape[0] * p.shape[1] for p in map(painting.decoded, _references(body)))
        if area + seen > 9 * 1_048_576:
            raise Unprocessable("input_image", "Input and output together should be at most 9 megapixels")
        if "mask" in body:
            image, mask = (painting.decoded(base64.b64decode(body[name])) for name in ("image", "mask"))
            if image.shape != mask.shape:
                raise Unprocessable("mask", "Mask and image should have the same size")

    # -- ask -------------------------------------------------------------------------------------------------

    def _result(self, task: str) -> Answer:
        job = self.tasks.get(task)
        told: dict[str, Any] = {"id": task, "status": "Task not found", "result": None, "progress": None,
                                "details": None, "preview": None}  # fmt: skip
        if job is None:
            return json_answer(told)
        if "blocked" in job.body["prompt"]:
            job.status = "Request Moderated"
            return json_answer(
                told | {"status": job.status, "details": {"Moderation Reasons": ["Safety Filter"]}}
            )
        left = job.ready_at - time.monotonic()
        if left > 0 or job.polls_left > 0:
            job.polls_left -= 1
            return json_answer(
                told | {"status": "Pending", "progress": max(0.0, min(1.0, 1 - left / 3.0)) or None}
            )
        job.status = self._ending(job)
        if job.status == "Ready":
            told["result"] = {"sample": self._signed(job), "prompt": job.body["prompt"], "seed": job.body.get("seed"),
                              "start_time": 0.0, "end_time": 1.0, "duration": 1.0}  # fmt: skip
        return json_answer(told | {"status": job.status})

    def _ending(self, job: Job) -> str:
        prompt = job.body["prompt"]
        if "held back" in prompt:
            return "Content Moderated"
        if "fail" in prompt and ("once" not in prompt or job.id == "task-1"):
            return "Error"
        return "Ready"

    def _signed(self, job: Job) -> str:
        signature = f"{job.id}-{len(job.signatures)}"
        job.signatures[signature] = time.monotonic() + self.lifetime
        kind = job.body.get("output_format", "jpeg")
        return f"{self.sample_base or self.base_url}/sample/{job.id}.{kind}?sig={signature}"

    # -- fetch -------------------------------------------------------------------------------------------------

    def _sample(self, asked: Asked) -> Answer:
        job = self.tasks[asked.path.removeprefix("/sample/").partition(".")[0]]
        if "x-key" in asked.headers:
            raise AssertionError("the key was sent to where the picture lies")
        if time.monotonic() > job.signatures.get(asked.query.get("sig", ""), 0.0):
            return Answer(403, b"<Error><Code>AuthenticationFailed</Code></Error>", "application/xml")
        kind = job.body.get("output_format", "jpeg")
        if asked.fault is not None and asked.fault.picture is not None:
            return Answer(200, asked.fault.picture, f"image/{kind}")
        return Answer(200, painted(job.body, kind), f"image/{kind}")

    def _call_back(self, job: Job) -> None:
        """What the webhook says, signed with the secret that came along."""
        job.polls_left = 0
        body = json.dumps({"id": job.id, "status": "Ready", "result": {"sample": self._signed(job)}}).encode()
        signature = hmac.new(job.body.get("webhook_secret", "").encode(), body, hashlib.sha256).hexdigest()
        headers = {"content-type": "application/json"}
        if job.body.get("webhook_secret"):
            headers["X-BFL-Signature"] = f"sha256={signature}"
        try:
            httpx2.post(job.body["webhook_url"], content=body, headers=headers, timeout=2)
        except httpx2.HTTPError:  # nobody listens; the polls go on
            return


def painted(body: dict[str, Any], kind: str) -> bytes:
    """The picture of a request."""
    references = _references(body)
    mask = None
    if "mask" in body:
        mask = painting.mask_of_light(base64.b64decode(body["mask"]))
        width, height = mask.shape[1], mask.shape[0]
    elif "width" in body:
        width, height = body["width"], body["height"]
    else:
        width, height = _of_a_megapixel(body.get("aspect_ratio", "1:1"))
    return painting.answer_picture(
        body["prompt"], body.get("seed") or 0, width, height, references, mask, kind=kind
    )


def _of_a_megapixel(ratio: str) -> tuple[int, int]:
    width, height = map(int, ratio.split(":"))
    side = math.sqrt(1_048_576 * width / height)
    return max(32, round(side / 32) * 32), max(32, round(1_048_576 / side / 32) * 32)


def _references(body: dict[str, Any]) -> list[bytes]:
    names = ["image", "input_image", *(f"input_image_{n}" for n in range(2, 9))]
    return [base64.b64decode(body[name]) for name in names if name in body]
