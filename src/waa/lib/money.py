"""Money: kept as whole millionths of a US dollar, shown and typed in the operator's currency.

shown(134_000, "zh-hk") == "HK$1.05"      shown(0, "en") == "free"      shown(100, "zh-hk") == "少於 HK$0.01"
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_MICROS = 1_000_000
_SIGNS = {"HKD": "HK$", "USD": "US$", "TWD": "NT$", "CNY": "CN¥", "JPY": "JP¥", "EUR": "€", "GBP": "£", "KRW": "₩",
          "MOP": "MOP$", "SGD": "S$", "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "INR": "₹"}  # fmt: skip
_WITHOUT_DECIMALS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())
_WITH_THREE = frozenset("BHD IQD JOD KWD LYD OMR TND".split())


@dataclass(frozen=True)
class Currency:
    """`code` is ISO 4217's; `per_usd` how much of it a US dollar is."""

    code: str
    per_usd: Decimal

    @property
    def sign(self) -> str:
        return _SIGNS.get(self.code, f"{self.code} ")

    @property
    def decimals(self) -> int:
        return 0 if self.code in _WITHOUT_DECIMALS else 3 if self.code in _WITH_THREE else 2

    def amount(self, micros: int, *, more_decimals: int = 0) -> Decimal:
        """Millionths of a US dollar in this currency, rounded half up."""
        exact = Decimal(micros) * self.per_usd / _MICROS
        return exact.quantize(Decimal(1).scaleb(-self.decimals - more_decimals), ROUND_HALF_UP)

    def micros(self, amount: Decimal) -> int:
        """The other way round, to the nearest."""
        return int((amount * _MICROS / self.per_usd).quantize(Decimal(1), ROUND_HALF_UP))


def ours() -> Currency:
    """The operator's."""
    from waa import settings

    return Currency(settings.CURRENCY, Decimal(settings.USD_RATE))


def shown(usd_micros: int, language: str, currency: Currency | None = None) -> str:
    """A price as a person reads it. What is less than the smallest coin is said to be so, and never shown as nothing."""
    currency = currency or ours()
    is_zh = language.lower().startswith(("zh", "yue"))
    if usd_micros == 0:
        return "免費" if is_zh else "free"
    coin = Decimal(1).scaleb(-currency.decimals)
    if 0 < Decimal(usd_micros) * currency.per_usd / _MICROS < coin:
        return f"少於 {currency.sign}{coin}" if is_zh else f"less than {currency.sign}{coin}"
    amount = currency.amount(usd_micros)
    return f"{'-' if amount < 0 else ''}{currency.sign}{abs(amount):,}"
