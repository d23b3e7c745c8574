"""What the operator fills in for an account at OpenAI, or at a server that speaks like it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from waa.engines.base import Config, setting
from waa.engines.openai_dialects import DIALECTS, OPENAI, Dialect, is_openais

OPENAI_URL = "https://api.openai.com/v1"


@dataclass(frozen=True, kw_only=True, repr=False)
class OpenAIImagesConfig(Config):
    base_url: str = setting(
        "", zh="網址（留空即係 OpenAI）", en="Address (empty: OpenAI)", env="OPENAI_BASE_URL"
    )
    api_key: str = setting("", zh="API 密鑰", en="API key", env="OPENAI_API_KEY", secret=True)
    model: str = setting("gpt-image-2.6-sunburst", zh="模型", en="Model", env="OPENAI_IMAGE_MODEL")
    server: str = setting(
        "",
        zh="伺服器種類（openai、sglang、vllm-omni、localai、other；留空自動）",
        en="Kind of server (openai, sglang, vllm-omni, localai, other; empty: by its address)",
        env="OPENAI_IMAGE_SERVER",
    )
    quality: str = setting("medium", zh="質素", en="Quality", env="OPENAI_IMAGE_QUALITY")
    moderation: str = setting("auto", zh="審查（auto 或 low）", en="Moderation (auto or low)")
    offer: str = setting(
        "",
        zh="當係邊個選擇（flux、openai；留空自動）",
        en="Offered as (flux, openai; empty: by the server)",
        env="OPENAI_IMAGE_OFFER",
    )
    previews: int = setting(2, zh="中途預覽（0 至 3）", en="Previews on the way (0 to 3)")
    steps: int = setting(0, zh="步數（0 即係由伺服器定）", en="Steps (0: as the server likes)")
    guidance: float = setting(0.0, zh="引導強度（0 即係由伺服器定）", en="Guidance (0: as the server likes)")
    timeout: float = setting(300.0, zh="最多等幾多秒", en="Seconds to wait at most")

    @property
    def dialect(self) -> Dialect:
        """As named, else by the address, else by the model: a gateway that has OpenAI's models speaks like OpenAI."""
        if self.server in DIALECTS:
            return DIALECTS[self.server]
        is_openai = urlsplit(self.url).hostname == "api.openai.com" or is_openais(self.model)
        return OPENAI if is_openai else DIALECTS["other"]

    @property
    def served(self) -> str:
        """The model's id to ask for; "" where nobody named one of a server of one's own, which then takes its own."""
        return "" if self.model == type(self).model and not self.dialect.is_hosted else self.model

    @property
    def url(self) -> str:
        """The address with its /v1, which people leave out."""
        given = (self.base_url or OPENAI_URL).rstrip("/")
        return given if urlsplit(given).path else f"{given}/v1"
