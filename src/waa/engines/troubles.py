"""Everything that goes wrong at a provider: once, for all engines that paint elsewhere.

    raise trouble("provider_busy", "Gemini", retry_after=30)
    raise of_status(503, "Gemini", model="gemini-3-pro-image", retry_after=None)

A code means the same at every provider. What an engine adds is which of its provider's answers is which code.
"""

from __future__ import annotations

from typing import NamedTuple

from waa.engines.base import EngineBroken, EngineBusy, EngineError, EngineMisconfigured, EngineRefused


class _Trouble(NamedTuple):
    """`happened` and `now` are (zh, en) halves of a sentence; that it cost nothing comes between them."""

    kind: type[EngineError]
    is_unpaid: bool
    happened: tuple[str, str]
    now: tuple[str, str]


_TELL = "請先轉用第二個引擎，並話畀站長知"
_AGAIN = ("可以再試，或者轉用第二個引擎", "try again or choose another engine")
_LATER = ("等陣再試，或者轉用第二個引擎", "try again in a while or choose another engine")

# True, unpaid, is what the provider cannot have begun: then another engine may paint instead. What it may have painted and
# charged for is not, nor is a refusal: nobody else is asked for what one would not paint.
# fmt: off
TROUBLES: dict[str, _Trouble] = {
    "provider_key_missing": _Trouble(EngineMisconfigured, True,
        ("{who} 仲未有密鑰", "There is no key for {who} yet"),
        (f"{_TELL}要填返", "choose another engine meanwhile; whoever runs this site has to enter one")),
    "provider_wrong_key": _Trouble(EngineMisconfigured, True,
        ("{who} 唔認得呢個網站嘅密鑰", "{who} does not accept this site's key"),
        (f"{_TELL}要換過", "choose another engine meanwhile; whoever runs this site has to renew it")),
    "provider_no_credit": _Trouble(EngineMisconfigured, True,
        ("呢個網站喺 {who} 嘅帳戶冇錢，或者未開通收費", "This site's account at {who} has no credit, or no billing"),
        (f"{_TELL}要增值", "choose another engine meanwhile; whoever runs this site has to top it up")),
    "provider_account_limited": _Trouble(EngineMisconfigured, True,
        ("呢個網站嘅 {who} 帳戶俾對方限制咗", "{who} has limited this site's account"),
        (_TELL, "choose another engine meanwhile, and tell whoever runs this site")),
    "provider_unverified": _Trouble(EngineMisconfigured, True,
        ("{who} 要先核實站長嘅機構，先俾用圖像模型", "{who} lets only verified organisations use its image models"),
        (_TELL, "choose another engine meanwhile; whoever runs this site can verify theirs in its settings")),
    "provider_region": _Trouble(EngineMisconfigured, True,
        ("{who} 唔服務呢部伺服器所在嘅地區", "{who} does not serve the region of this server"),
        ("請轉用第二個引擎；站長可以睇下說明文件", "choose another engine; the documentation says what can be done")),
    "model_gone": _Trouble(EngineMisconfigured, True,
        ("{who} 冇「{model}」呢個模型", "{who} has no model {model!r}"),
        (f"{_TELL}要揀過另一個", "choose another engine meanwhile; whoever runs this site has to choose another model")),
    "provider_busy": _Trouble(EngineBusy, True,
        ("而家太多人用 {who}", "{who} has too much to do right now"), _LATER),
    "provider_unreachable": _Trouble(EngineBroken, True,
        ("而家連唔到 {who}", "{who} cannot be reached now"), _LATER),
    "provider_rejected": _Trouble(EngineBroken, True,
        ("{who} 唔收呢個要求", "{who} did not take this request"),
        ("請改吓字眼或者大細，或者轉用第二個引擎", "change the words or the size, or choose another engine")),
    "provider_failed": _Trouble(EngineBroken, False,
        ("{who} 嗰邊出咗問題", "Something went wrong at {who}"), _AGAIN),
    "provider_lost_it": _Trouble(EngineBroken, False,
        ("{who} 搵唔返張圖", "{who} cannot find the picture any more"), _AGAIN),
    "provider_timeout": _Trouble(EngineBroken, False,
        ("{who} 太耐冇回覆，今次當畫唔到", "{who} did not answer in time"), _AGAIN),
    "provider_broken_answer": _Trouble(EngineBroken, False,
        ("{who} 嘅回覆讀唔到", "The answer of {who} could not be read"), _AGAIN),
    "provider_no_picture": _Trouble(EngineBroken, False,
        ("{who} 今次冇交到一張睇得嘅圖", "{who} sent no picture that can be looked at"), _AGAIN),
    "refused_safety": _Trouble(EngineRefused, False,
        ("{who} 嘅安全規則唔俾畫呢個內容", "The safety rules of {who} do not allow this picture"),
        ("請講得溫和啲，或者換張相再試", "use softer words or another photo")),
    "refused_prohibited": _Trouble(EngineRefused, False,
        ("{who} 唔畫呢類題材", "{who} does not paint this kind of subject"), ("請轉個題材再試", "ask for something else")),
    "refused_recitation": _Trouble(EngineRefused, False,
        ("{who} 覺得畫出嚟會太似一件現有嘅作品，所以冇交圖",
         "{who} found the picture too close to an existing work and held it back"),
        ("請唔好點名作品，講多啲你想要嘅樣再試", "describe what you want without naming the work")),
    "refused_personal": _Trouble(EngineRefused, False,
        ("{who} 覺得入面有個人資料，所以冇畫", "{who} found personal details in it and did not paint"),
        ("請拎走電話、證件號碼呢類嘢再試", "take out telephone or identity numbers and try again")),
    "refused_language": _Trouble(EngineRefused, False,
        ("{who} 讀唔明呢種語言", "{who} does not read that language"),
        ("請用廣東話、書面中文或者英文再講一次", "say it again in Cantonese, Chinese or English")),
    "refused_other": _Trouble(EngineRefused, False,
        ("{who} 冇接呢個要求，亦冇講原因", "{who} did not take this request and gave no reason"),
        ("可以轉個講法，或者轉用第二個引擎", "put it another way or choose another engine")),
    "answered_in_words": _Trouble(EngineRefused, False,
        ("{who} 用文字回覆，冇畫圖", "{who} answered with words instead of a picture"),
        ("請直接啲講要一張點樣嘅圖，例如「畫一隻貓喺碼頭」，再試過",
         'ask for a picture more plainly, such as "paint a cat on a pier"')),
}
# fmt: on


def trouble(code: str, who: str, *, model: str = "", retry_after: float | None = None) -> EngineError:
    """The error of that code at the provider `who`; `model` is the id that a sentence may have to name."""
    kind, is_unpaid, happened, now = TROUBLES[code]
    zh, en = (half.format(who=who, model=model) for half in happened)
    return kind(
        code,
        f"{zh}，冇扣你額度。{now[0]}。",
        f"{en}. Nothing was charged to you; {now[1]}.",
        retryable=now in (_AGAIN, _LATER),
        retry_after=retry_after,
        is_unpaid=is_unpaid,
    )


def broken_answer(who: str) -> EngineError:
    return trouble("provider_broken_answer", who)


def of_status(status: int, who: str, *, model: str, retry_after: float | None = None) -> EngineError:
    """What an HTTP status that is no success means where the provider's own words do not tell more."""
    error = trouble(_code_of(status), who, model=model, retry_after=retry_after)
    if status == 503 and retry_after is not None:  # turned away at the door, before anything began
        error.is_unpaid = True
    return error


def _code_of(status: int) -> str:
    if status >= 500 or status == 408:
        return "provider_failed"
    if status < 400:  # a redirect, or a success that is none
        return "provider_broken_answer"
    known = {401: "provider_wrong_key", 402: "provider_no_credit", 403: "provider_wrong_key", 404: "model_gone",
             429: "provider_busy"}  # fmt: skip
    return known.get(status, "provider_rejected")
