"""Money: whole millionths of a dollar inside, the operator's currency outside, nothing lost on the way."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waa.lib.money import Currency, ours, shown

HKD = Currency("HKD", Decimal("7.8"))
JPY = Currency("JPY", Decimal("155"))
KWD = Currency("KWD", Decimal("0.3068"))
CURRENCIES = st.sampled_from(
    [HKD, JPY, KWD, Currency("USD", Decimal(1)), Currency("XAU", Decimal("0.000243"))]
)
MICROS = st.integers(0, 10**13)


@pytest.mark.parametrize(
    ("micros", "currency", "zh", "en"),
    [
        (134_000, HKD, "HK$1.05", "HK$1.05"),
        (0, HKD, "免費", "free"),
        (100, HKD, "少於 HK$0.01", "less than HK$0.01"),
        (1282, HKD, "少於 HK$0.01", "less than HK$0.01"),
        (1283, HKD, "HK$0.01", "HK$0.01"),
        (1_000_000_000, HKD, "HK$7,800.00", "HK$7,800.00"),
        (134_000, JPY, "JP¥21", "JP¥21"),
        (6000, JPY, "少於 JP¥1", "less than JP¥1"),
        (134_000, KWD, "KWD 0.041", "KWD 0.041"),
        (-1_000_000, HKD, "-HK$7.80", "-HK$7.80"),
    ],
)
def test_as_people_read_it(micros: int, currency: Currency, zh: str, en: str) -> None:
    assert shown(micros, "zh-hk", currency) == zh
    assert shown(micros, "yue", currency) == zh
    assert shown(micros, "en", currency) == en


def test_without_a_word_it_is_hong_kong_dollars() -> None:
    assert ours() == HKD
    assert shown(134_000, "en") == "HK$1.05"


@given(MICROS, CURRENCIES)
def test_what_is_shown_is_the_nearest_coin(micros: int, currency: Currency) -> None:
    text = shown(micros, "en", currency)
    exact = Decimal(micros) * currency.per_usd / 1_000_000
    coin = Decimal(1).scaleb(-currency.decimals)
    if text == "free":
        assert micros == 0
    elif text.startswith("less than "):
        assert 0 < exact < coin
    else:
        number = Decimal(re.sub(r"[^\d.]", "", text))
        assert abs(number - exact) <= coin / 2
        assert -number.as_tuple().exponent == currency.decimals
    assert shown(micros, "zh-hk", currency)[-1] == ("費" if micros == 0 else text[-1])


@given(MICROS, MICROS, CURRENCIES)
def test_more_is_never_shown_as_less(one: int, other: int, currency: Currency) -> None:
    less, more = sorted((one, other))
    assert currency.amount(less) <= currency.amount(more)


@given(st.decimals(0, 10**6, places=2), CURRENCIES)
def test_what_is_typed_comes_back(amount: Decimal, currency: Currency) -> None:
    """Also where a millionth of a dollar is more than the last decimal: never off by more than that."""
    micros = currency.micros(amount)
    assert abs(Decimal(micros) * currency.per_usd / 1_000_000 - amount) <= currency.per_usd / 2_000_000
    if currency is HKD:
        assert currency.amount(micros) == amount


@given(MICROS)
def test_more_decimals_lose_no_price_worth_speaking_of(micros: int) -> None:
    assert abs(HKD.micros(HKD.amount(micros, more_decimals=4)) - micros) <= 1
