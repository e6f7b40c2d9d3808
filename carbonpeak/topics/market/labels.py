"""How tonnes, yuan and prices of the market are written in each language."""

from carbonpeak.figures.table import Form
from carbonpeak.words.numbers import T_PER_1E4_T, T_PER_1E8_T, T_PER_MT, number
from carbonpeak.words.speaker import Speaker

CNY_PER_1E4, CNY_PER_1E6, CNY_PER_1E8, CNY_PER_1E9 = 1e4, 1e6, 1e8, 1e9


def price_form(tell: Speaker) -> Form:
    """Return the form of a price in yuan a tonne."""
    return Form(tell("market.unit.price"), digits=2)


def volume_form(tell: Speaker) -> Form:
    """Return the form of a volume of a month or year: 10^4 t in Chinese, Mt in English."""
    if tell.is_chinese:
        return Form(tell("unit.co2"), per=T_PER_1E4_T, digits=1)
    return Form(tell("unit.co2"), per=T_PER_MT, digits=2)


def tonnes_form(tell: Speaker) -> Form:
    """Return the form of the tonnes of a unit, to the tonne."""
    return Form(tell("market.unit.t"))


def turnover_form(tell: Speaker) -> Form:
    """Return the form of a turnover: 10^8 yuan in Chinese, 10^9 in English."""
    per = CNY_PER_1E8 if tell.is_chinese else CNY_PER_1E9
    return Form(tell("market.unit.turnover"), per=per, digits=2)


def volume(tonnes: float, tell: Speaker) -> str:
    """Return a yearly volume with its unit: 亿吨 in Chinese, Mt in English."""
    if tell.is_chinese:
        return f"{number(tonnes / T_PER_1E8_T, 2)} 亿吨"
    return f"{number(tonnes / T_PER_MT, 2)} Mt"


def money(cny: float, tell: Speaker) -> str:
    """Return an amount of yuan (its size) in the unit that its size asks for."""
    size = abs(cny)
    if size < CNY_PER_1E4:
        return tell("market.money.plain", amount=number(size))
    unit, most = (CNY_PER_1E4, CNY_PER_1E8) if tell.is_chinese else (CNY_PER_1E6, CNY_PER_1E9)
    if size < most:
        return tell("market.money.middle", amount=number(size / unit, 2))
    return tell("market.money.large", amount=number(size / most, 2))


def month(text: str, tell: Speaker) -> str:
    """Return a month (YYYY-MM) as each language writes it in a sentence."""
    year, place = text.split("-")
    return tell("market.month", year=year, month=tell(f"market.month_name.{int(place)}"))
