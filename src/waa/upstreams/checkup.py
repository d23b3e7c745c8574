"""Checkup: asks every account whether it is well, without cost, and says what the operator should do.

`waa doctor`, the start of a worker and the operator's page all show what is found here.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from waa import settings as variables
from waa.engines.base import Engine, EngineError, Ping
from waa.lib.errors import WaaError
from waa.upstreams import breaker, given, health, opening
from waa.upstreams.models import Spending, Upstream, UpstreamModel, periods
from waa.upstreams.purse import has_room

log = logging.getLogger("waa.upstreams")

SECONDS = 10.0  # for each; all are asked at once


@dataclass(frozen=True, kw_only=True)
class Remark:
    """About one account, in both languages. `is_well` False is something to act on; the hint says how."""

    name: str
    is_well: bool
    zh: str
    en: str
    hint_zh: str = ""
    hint_en: str = ""


def look(now: datetime, upstreams: Iterable[Upstream] | None = None) -> list[Remark]:
    """Remarks on every account in use, or on those that are given. It takes ten seconds at most."""
    if upstreams is None:
        upstreams = Upstream.objects.present(now).filter(is_enabled=True)
    found = list(upstreams)
    opened = [_opened(upstream, now) for upstream in found]
    pings = _ask([engine.ping if isinstance(engine, Engine) else None for engine in opened])
    remarks: list[Remark] = []
    for upstream, engine, ping in zip(found, opened, pings, strict=True):
        if isinstance(engine, Remark):
            remarks.append(engine)
            continue
        remarks.append(_of_ping(upstream, ping))
        _keep(upstream, remarks[-1], now)
        remarks += _of_models(upstream, ping, now)
    return remarks


def _opened(upstream: Upstream, now: datetime) -> Engine | Remark:
    engine = given.engine_class(upstream.kind)
    if engine is None:
        return Remark(name=upstream.name, is_well=False, zh=f"「{upstream.kind}」呢類未裝好",
                      en=f"the kind {upstream.kind} is not installed",
                      hint_zh="裝返個套件，或者停用呢個帳戶。",
                      hint_en="Install its package, or take the account out of use.")  # fmt: skip
    if upstream.is_from_environment and not given.has_secrets(engine.config_class, variables.variable):
        return Remark(name=upstream.name, is_well=True, zh="條密鑰喺另一個程序嘅環境變數，喺呢度問唔到",
                      en="its key is in the environment of another process, so it was not asked")  # fmt: skip
    try:
        first = upstream.models.filter(is_enabled=True).order_by("pk").first()
        return opening.opened(upstream, first.model_id if first else "")
    except EngineError as error:
        return Remark(name=upstream.name, is_well=False, zh=error.zh, en=error.en,
                      hint_zh="喺 /operator/ 再打一次密鑰。", hint_en="Type the key again on /operator/.")  # fmt: skip
    except (WaaError, ImportError, TypeError) as error:
        return Remark(name=upstream.name, is_well=False, zh=f"開唔到（{type(error).__name__}）",
                      en=f"it cannot be opened ({type(error).__name__})")  # fmt: skip


def _ask(questions: list[Callable[[], Ping] | None]) -> list[Ping | None]:
    """The answers, None for one that did not come in time. All at once; whoever hangs is left behind."""
    answers: list[Ping | None] = [None] * len(questions)

    def ask(n: int, question: Callable[[], Ping]) -> None:
        try:
            answers[n] = question()
        except EngineError as error:
            answers[n] = Ping(is_well=False, zh=error.zh, en=error.en)
        except Exception as error:
            log.exception("an engine crashed when it was asked whether it is well")
            told = type(error).__name__
            answers[n] = Ping(
                is_well=False, zh=f"問佢嗰陣出錯（{told}）", en=f"it crashed when asked ({told})"
            )

    threads = [
        threading.Thread(target=ask, args=(n, question), daemon=True)
        for n, question in enumerate(questions)
        if question is not None
    ]
    deadline = time.monotonic() + SECONDS
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    return list(answers)


def _of_ping(upstream: Upstream, ping: Ping | None) -> Remark:
    if ping is None:
        return Remark(name=upstream.name, is_well=False, zh=f"等咗 {SECONDS:.0f} 秒都冇回覆",
                      en=f"it did not answer in {SECONDS:.0f} seconds",
                      hint_zh="睇下網絡同地址啱唔啱。", hint_en="Is the address right, and the network there?")  # fmt: skip
    return Remark(name=upstream.name, is_well=ping.is_well, zh=ping.zh, en=ping.en,
                  hint_zh="睇下密鑰同地址啱唔啱。", hint_en="Are the key and the address right?")  # fmt: skip


def _keep(upstream: Upstream, remark: Remark, now: datetime) -> None:
    """One that answers gets another chance; what another one says is kept for the operator's page. It is not closed:
    the network may have been away for a moment."""
    rows = Upstream.objects.filter(pk=upstream.pk)
    if remark.is_well:
        health.change(rows, breaker.after_success, last_ok_at=now)
    else:
        said = {"code": "ping", "zh": remark.zh, "en": remark.en, "at": now.isoformat(timespec="seconds")}
        rows.update(last_error=said)


def _of_models(upstream: Upstream, ping: Ping | None, now: datetime) -> Iterator[Remark]:
    there = ping.models if ping is not None else None
    rows = list(upstream.models.filter(is_enabled=True).order_by("pk"))
    if not rows:
        yield Remark(name=upstream.name, is_well=False, zh="冇模型用緊", en="none of its models is in use",
                     hint_zh="喺 /operator/ 揀返個。", hint_en="Choose one on /operator/.")  # fmt: skip
    for row in rows:
        if there is not None and row.model_id and row.model_id not in there:
            yield Remark(name=upstream.name, is_well=False, zh=f"已經冇 {row.model_id} 呢個模型",
                         en=f"it has no model {row.model_id} (any more)",
                         hint_zh="喺 /operator/ 換個模型，或者改環境變數。",
                         hint_en="Choose another on /operator/, or by the variable of its model.")  # fmt: skip
        yield from _of_money(upstream, row, now)


def _of_money(upstream: Upstream, row: UpstreamModel, now: datetime) -> Iterator[Remark]:
    facts = opening.facts(row)
    if facts is not None and facts.price_usd_micros and not row.price_usd_micros:
        yield Remark(name=upstream.name, is_well=False, zh=f"{row} 冇寫價錢，所以預算管佢唔到",
                     en=f"{row} has no price, so that no budget holds it",
                     hint_zh="喺 /operator/ 寫返價錢。", hint_en="Give it a price on /operator/.")  # fmt: skip
    spent = {s.period: s for s in Spending.objects.filter(model=row, period__in=periods(now))}
    day, month = periods(now)
    for period, budget, zh, en in (
        (day, row.daily_budget_usd_micros, "今日", "today's"),
        (month, row.monthly_budget_usd_micros, "今個月", "this month's"),
    ):
        if not has_room(spent.get(period), budget, row.price_usd_micros):
            yield Remark(name=upstream.name, is_well=False, zh=f"{row} {zh}嘅預算用晒",
                         en=f"{row} has spent {en} budget",
                         hint_zh="喺 /operator/ 加預算，或者等下。",
                         hint_en="Raise it on /operator/, or wait for the next.")  # fmt: skip


def tell_the_log(now: datetime) -> None:
    """What a worker does at its start: whatever is not well is in the log, clearly."""
    for remark in look(now):
        if not remark.is_well:
            log.warning("%s: %s. %s", remark.name, remark.en.rstrip("."), remark.hint_en)
