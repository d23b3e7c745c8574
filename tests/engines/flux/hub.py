"""A small hub on a real socket: one model's files, checksums, ranges, and a fault when a test asks for one. Strict: what
it does not know it answers as the real one does."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REVISION = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class Hub:
    """`cut` holds names whose next answer breaks off half-way; `spoilt` names whose bytes come wrong so many times."""

    model: str
    files: dict[str, bytes]
    card: dict[str, str] = field(default_factory=lambda: {"license": "apache-2.0"})
    cut: set[str] = field(default_factory=set)
    spoilt: dict[str, int] = field(default_factory=dict)
    gated: bool = False
    asked: list[tuple[str, str, str]] = field(default_factory=list)  # method, path, range

    def __post_init__(self) -> None:
        hub = self

        class Handler(_Handler):
            owner = hub

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def fetched(self) -> set[str]:
        return {
            path.split(f"/resolve/{REVISION}/", 1)[1] for method, path, _ in self.asked
            if method == "GET" and "/resolve/" in path
        }  # fmt: skip


class _Handler(BaseHTTPRequestHandler):
    owner: Hub
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        hub, path = self.owner, self.path.partition("?")[0]
        hub.asked.append((self.command, path, self.headers.get("Range", "")))
        if hub.gated:
            return self._error(403, "GatedRepo")
        if path in (f"/api/models/{hub.model}", f"/api/models/{hub.model}/revision/{REVISION}"):
            return self._json(self._info())
        if path.startswith(f"/api/models/{hub.model}/tree/{REVISION}"):
            return self._json([self._entry(name) for name in hub.files])
        match = re.fullmatch(rf"/{re.escape(hub.model)}/resolve/{REVISION}/(.+)", path)
        if match is None:
            return self._error(404, "RepoNotFound")
        if match[1] not in hub.files:
            return self._error(404, "EntryNotFound")
        return self._file(match[1], hub.files[match[1]])

    def _info(self) -> dict[str, object]:
        hub = self.owner
        siblings = []
        for name in hub.files:
            entry = self._entry(name)
            told = {"rfilename": name, "size": entry["size"], "blobId": entry["oid"]}
            if "lfs" in entry:
                told["lfs"] = {"sha256": entry["lfs"]["oid"], "size": entry["size"], "pointerSize": 134}  # type: ignore[index]
            siblings.append(told)
        return {"id": hub.model, "sha": REVISION, "siblings": siblings, "cardData": hub.card, "tags": [],
                "private": False, "downloads": 0, "likes": 0}  # fmt: skip

    def _entry(self, name: str) -> dict[str, object]:
        data = self.owner.files[name]
        told: dict[str, object] = {"type": "file", "path": name, "size": len(data), "oid": _oid(data)}
        if name.endswith(".safetensors"):
            told["lfs"] = {"oid": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 134}
        return told

    def _file(self, name: str, data: bytes) -> None:
        hub = self.owner
        length, first = len(data), 0
        etag = hashlib.sha256(data).hexdigest() if name.endswith(".safetensors") else _oid(data)
        if match := re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", "")):
            first = int(match[1])
        if self.command == "GET" and hub.spoilt.get(name, 0):
            hub.spoilt[name] -= 1
            data = data[:-1] + bytes([data[-1] ^ 255])
        self.send_response(206 if first else 200)
        self.send_header("ETag", f'"{etag}"')
        self.send_header("X-Repo-Commit", REVISION)
        self.send_header("X-Linked-Size", str(length))
        self.send_header("Accept-Ranges", "bytes")
        if first:
            self.send_header("Content-Range", f"bytes {first}-{length - 1}/{length}")
        self.send_header("Content-Length", str(length - first))
        self.end_headers()
        if self.command != "GET":
            return
        if name in hub.cut:
            hub.cut.discard(name)
            self.wfile.write(data[first : first + (length - first) // 2])
            self.wfile.flush()
            self.close_connection = True
            self.connection.close()
            return
        self.wfile.write(data[first:])

    def _json(self, told: object) -> None:
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def _error(self, status: int, code: str) -> None:
        self.send_response(status)
        self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.end_headers()


def _oid(data: bytes) -> str:
    """git's id of a blob."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
