"""Provenance: an XMP packet that says how a picture came to be, in every file that leaves.

IPTC Photo Metadata Standard 2023.2, DigitalSourceType (cv.iptc.org/newscodes/digitalsourcetype): a picture that
rules composed is `algorithmicMedia`; one that a trained model made is `trainedAlgorithmicMedia`; a photo changed by
either is `compositeWithTrainedAlgorithmicMedia` or `algorithmicallyEnhanced`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
SOURCE_TYPES = (
    "algorithmicMedia",
    "trainedAlgorithmicMedia",
    "algorithmicallyEnhanced",
    "compositeWithTrainedAlgorithmicMedia",
)
_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "waa": "urn:waa:1",
}
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"
)  # XML 1.0 has no way to write these


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """`words` is None when the visitor opted out of having them in the file. `parents` are public ids."""

    source_type: str
    engine: str
    version: str
    seed: int | None = None
    words: str | None = None
    made_at: str = ""  # ISO 8601
    parents: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)


def to_xmp(p: Provenance) -> bytes:
    """The packet, UTF-8."""
    if p.source_type not in SOURCE_TYPES:
        raise ValueError(f"no such source type: {p.source_type}")
    attributes = {"engine": p.engine, "version": p.version, "parents": " ".join(p.parents), **p.extra}
    if p.seed is not None:
        attributes["seed"] = str(p.seed)
    own = "".join(f' waa:{name}="{_quoted(value)}"' for name, value in attributes.items() if value)
    words = ""
    if p.words:
        text = escape(_CONTROL.sub("", p.words))
        words = f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></dc:description>'
    namespaces = "".join(f' xmlns:{k}="{v}"' for k, v in _NAMESPACES.items() if k != "rdf")
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_NAMESPACES["rdf"]}">'
        f'<rdf:Description rdf:about=""{namespaces} xmp:CreatorTool="Waa" xmp:CreateDate="{_quoted(p.made_at)}"'
        f' Iptc4xmpExt:DigitalSourceType="{_SOURCE}{p.source_type}"{own}>{words}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _quoted(value: str) -> str:
    return escape(_CONTROL.sub("", value), {'"': "&quot;", "\n": " "})


def from_xmp(packet: bytes) -> Provenance | None:
    """Read a packet of our own back; None when it is not one."""
    text = packet.decode("utf-8", "replace")
    match = re.search(r"<x:xmpmeta.*</x:xmpmeta>", text, re.S)
    if match is None or "<!DOCTYPE" in text or len(text) > 1_000_000:
        return None
    try:
        root = ET.fromstring(match.group())  # noqa: S314 - no DOCTYPE, so no entities
    except ET.ParseError:
        return None
    node = root.find(f".//{{{_NAMESPACES['rdf']}}}Description")
    if node is None:
        return None
    own = {
        k.rpartition("}")[2]: v for k, v in node.attrib.items() if k.startswith(f"{{{_NAMESPACES['waa']}}}")
    }
    source = node.get(f"{{{_NAMESPACES['Iptc4xmpExt']}}}DigitalSourceType", "").removeprefix(_SOURCE)
    if "engine" not in own or source not in SOURCE_TYPES:
        return None
    item = node.find(f".//{{{_NAMESPACES['rdf']}}}li")
    seed = own.pop("seed", None)
    return Provenance(
        source_type=source, engine=own.pop("engine"), version=own.pop("version", ""), seed=int(seed) if seed else None,
        words=item.text if item is not None else None, made_at=node.get(f"{{{_NAMESPACES['xmp']}}}CreateDate", ""),
        parents=tuple(own.pop("parents", "").split()), extra=own,
    )  # fmt: skip
