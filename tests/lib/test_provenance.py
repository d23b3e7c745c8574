"""Every file says how it came to be, whatever the words were."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waa.lib.provenance import SOURCE_TYPES, Provenance, from_xmp, to_xmp


def test_it_writes_the_iptc_source_type_as_a_whole_address() -> None:
    packet = to_xmp(
        Provenance(source_type="algorithmicMedia", engine="offline", version="1", seed=7, words="一隻貓")
    )
    assert b"http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia" in packet
    assert "一隻貓".encode() in packet


def test_words_stay_out_when_the_visitor_wants_that() -> None:
    packet = to_xmp(
        Provenance(source_type="algorithmicMedia", engine="offline", version="1", seed=7, words=None)
    )
    assert b"description" not in packet


@given(
    st.sampled_from(SOURCE_TYPES),
    st.text(max_size=80),
    st.none() | st.integers(0, 2**31),
    st.lists(st.from_regex(r"[a-z0-9]{4,12}", fullmatch=True), max_size=3),
)
def test_it_reads_back_what_it_wrote(kind: str, words: str, seed: int | None, parents: list[str]) -> None:
    told = Provenance(
        source_type=kind,
        engine="offline",
        version="1",
        seed=seed,
        words=words or None,
        parents=tuple(parents),
    )
    packet = to_xmp(told)
    ET.fromstring(packet.decode().split("?>", 1)[1].rsplit("<?", 1)[0])
    back = from_xmp(packet)
    assert back is not None
    assert (back.source_type, back.seed, back.parents) == (kind, seed, tuple(parents))


@pytest.mark.parametrize(
    "packet", [b"", b"not xml", b"<x:xmpmeta", b'<!DOCTYPE a [<!ENTITY b "c">]><x:xmpmeta></x:xmpmeta>']
)
def test_foreign_packets_are_none_of_ours(packet: bytes) -> None:
    assert from_xmp(packet) is None


def test_an_unknown_source_type_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="source type"):
        to_xmp(Provenance(source_type="magic", engine="offline", version="1"))
