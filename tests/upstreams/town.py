"""Fake providers as a Waa finds them: by its environment."""

from __future__ import annotations

from tests.upstreams.bfl import Bfl
from tests.upstreams.gemini import Gemini
from tests.upstreams.openai import OpenAIServer


def environment(bfl: Bfl, gemini: Gemini, openai: OpenAIServer) -> dict[str, str]:
    """Keys and addresses of all three, and the text model of the last."""
    return {
        "BFL_API_KEY": bfl.key,
        "BFL_BASE_URL": bfl.base_url,
        "GEMINI_API_KEY": gemini.key,
        "GOOGLE_GEMINI_BASE_URL": gemini.base_url,
        "OPENAI_API_KEY": openai.key,
        "OPENAI_BASE_URL": openai.address,
        "WRITER_MODEL": "gpt-5.5-mini",
    }
