"""Replies: every kind of edit as an Edit with its sentence in Hong Kong Chinese and in English."""

from __future__ import annotations

from waa.words.edits import Edit
from waa.words.lexicon import concept
from waa.words.names import en_name, en_phrase, zh_name, zh_phrase, zh_place, zh_word
from waa.words.scene import Place, Scene, Thing
from waa.words.targets import Target, the

_ZH_WHERE = {
    "on": "上面",
    "under": "下面",
    "beside": "隔離",
    "behind": "後面",
    "in_front_of": "前面",
    "in": "入面",
}
_ZH_DOES = {
    "wearing": "戴",
    "holding": "攞",
    "eating": "食",
    "reading": "睇",
    "riding": "騎",
    "looking_at": "望",
    "hugging": "攬",
}
_EN_WHERE = {"in_front_of": "in front of", "beside": "next to", "looking_at": "looking at"}
_ZH_SIDE = {
    "left": "左邊",
    "right": "右邊",
    "centre": "中間",
    "up": "上面",
    "down": "下面",
    "front": "前面",
    "back": "後面",
}
_EN_SIDE = {"left": "to the left", "right": "to the right", "centre": "to the centre", "up": "up", "down": "down",
            "front": "to the front", "back": "to the back"}  # fmt: skip
_ZH_DEGREE = {"slight": "少少", "strong": "好多", None: ""}
_OPS = {"style": "restyle"}
_ZH_SETTING = {
    "time": "時間改成{}",
    "weather": "天氣改成{}",
    "season": "季節改成{}",
    "festival": "加咗{}嘅氣氛",
    "style": "畫風改成{}",
    "aspect": "比例改成{}",
    "mode": "改成{}",
    "shot": "鏡頭改成{}",
    "mood": "氣氛改成{}",
}
_EN_SETTING = {
    "time": "Changed the time to {}", "weather": "Changed the weather to {}", "season": "Changed the season to {}",
    "festival": "Dressed it for {}", "style": "Changed the style to {}", "aspect": "Changed the shape to {}",
    "mode": "Made it a {} picture", "shot": "Changed the view to {}", "mood": "Changed the mood to {}",
}  # fmt: skip


def undo() -> Edit:
    return Edit(
        op="undo", zh="揀返上一幅圖就可以還原", en="Choose the picture before this one to go back", done=False
    )


def photo(name: str, degree: str | None, zh: str, en: str) -> Edit:
    return Edit(op="photo", photo_op=name, degree=degree, zh=zh, en=en)


def text(words: str) -> Edit:
    if not words:
        return Edit(op="text", value=None, zh="移走咗啲字", en="Took the words away")
    return Edit(op="text", value=words, zh=f"寫上咗「{words}」", en=f"Wrote “{words}”")


def setting(kind: str, value: str) -> Edit:
    said = zh_word(kind, value)
    return Edit(
        op=_OPS.get(kind, kind),
        value=value,
        zh=_ZH_SETTING[kind].format(said),
        en=_EN_SETTING[kind].format(_en_word(kind, value)),
    )


def _en_word(kind: str, value: str) -> str:
    known = concept(value, kind)
    return known.en[0] if known and known.en and kind in ("festival",) else value


def background(colour: str) -> Edit:
    target = Target(("background",), zh="背景")
    return Edit(
        op="recolour",
        target=target,
        value=colour,
        zh=f"背景變咗{zh_word('colour', colour)}",
        en=f"Made the background {colour}",
    )


def place(where: Place) -> Edit:
    return Edit(
        op="place", value=where.names, zh=f"搬咗去{zh_place(where)}", en=f"Moved it to {_the(where.names[0])}"
    )


def _the(name: str) -> str:
    return name if name[:1].isupper() else f"the {name}"


def added(
    thing: Thing, kind: str | None = None, other: Thing | None = None, *, carried: bool = False
) -> Edit:
    """`carried`: `other` is the one that wears, holds or eats the new thing."""
    anchor = the(other) if other else None
    zh, en = f"加咗{zh_phrase(thing)}", f"Added {en_phrase(thing)}"
    if other is not None and kind is not None:
        if carried and kind in _ZH_DOES:
            does = "着" if kind == "wearing" and _is_put_on(thing) else _ZH_DOES[kind]
            zh = f"{zh_name(other)}{does}咗{zh_phrase(thing)}"
            en = f"The {en_name(other)} is now {_EN_WHERE.get(kind, kind)} {en_phrase(thing)}"
        elif kind in _ZH_WHERE and not carried:
            zh += f"喺{zh_name(other)}{_ZH_WHERE[kind]}"
            en += f" {_EN_WHERE.get(kind, kind)} the {en_name(other)}"
    if not thing.drawable:
        zh, en = zh + "（離線畫家畫唔到，會交俾識畫嘅引擎）", en + " (the offline painter cannot draw it)"
    return Edit(op="add", value=thing, relation=kind, anchor=anchor, zh=zh, en=en)


def _is_put_on(thing: Thing) -> bool:
    """Whether one says 着 of it, as of a dress, and not 戴, as of a hat."""
    known = concept(thing.concept)
    return (
        known is not None and known.has("clothing") and known.attributes.get("worn") in (None, "body", "feet")
    )


def removed(target: Target) -> Edit:
    if not target.is_there:
        return Edit(op="remove", target=target, done=False, zh=f"幅圖入面冇{_zh(target)}，所以冇嘢移走",
                    en=f"There is no {_en(target)} in the picture, so nothing was removed")  # fmt: skip
    return Edit(op="remove", target=target, zh=f"移走咗{_zh(target)}", en=f"Removed the {_en(target)}")


def replaced(target: Target, thing: Thing) -> Edit:
    if not target.is_there:
        return _missing("replace", target, value=thing)
    return Edit(op="replace", target=target, value=thing, zh=f"{_zh(target)}換咗做{zh_phrase(thing)}",
                en=f"Replaced the {_en(target)} with {en_phrase(thing)}")  # fmt: skip


def recoloured(target: Target, colour: str) -> Edit:
    if not target.is_there:
        return _missing("recolour", target, value=colour)
    return Edit(op="recolour", target=target, value=colour, zh=f"{_zh(target)}變咗{zh_word('colour', colour)}",
                en=f"Made the {_en(target)} {colour}")  # fmt: skip


def resized(target: Target, direction: str, degree: str | None) -> Edit:
    if not target.is_there:
        return _missing("resize", target, value=direction, degree=degree)
    zh = ("大" if direction == "bigger" else "細") + ("咗" + _ZH_DEGREE[degree])
    return Edit(op="resize", target=target, value=direction, degree=degree, zh=f"{_zh(target)}{zh}",
                en=f"Made the {_en(target)} {direction}")  # fmt: skip


def moved(target: Target, side: str, degree: str | None = None) -> Edit:
    if not target.is_there:
        return _missing("move", target, value=side, degree=degree)
    return Edit(
        op="move",
        target=target,
        value=side,
        degree=degree,
        zh=f"{_zh(target)}移咗去{_ZH_SIDE[side]}",
        en=f"Moved the {_en(target)} {_EN_SIDE[side]}",
    )


def moved_to(target: Target, kind: str, anchor: Target, scene: Scene) -> Edit:
    subject, other = scene.thing(target.things[0]), scene.thing(anchor.things[0])
    if kind in _ZH_WHERE:
        zh = f"{zh_name(subject)}移咗去{zh_name(other)}{_ZH_WHERE[kind]}"
    else:
        zh = f"{zh_name(subject)}而家{_ZH_DOES.get(kind, '')}住{zh_name(other)}"
    return Edit(op="move", target=target, relation=kind, anchor=anchor, zh=zh,
                en=f"The {en_name(subject)} is now {_EN_WHERE.get(kind, kind)} the {en_name(other)}")  # fmt: skip


def count(target: Target, number: int, thing: Thing) -> Edit:
    return Edit(
        op="count",
        target=target,
        value=number,
        zh=f"而家有{zh_phrase(thing)}",
        en=f"There {'is' if number == 1 else 'are'} now {en_phrase(thing)}",
    )


def action(target: Target, participle: str) -> Edit:
    return Edit(op="action", target=target, value=participle, zh=f"{_zh(target)}而家{zh_word('verb', participle)}緊",
                en=f"The {_en(target)} is now {participle.replace('_', ' ')}")  # fmt: skip


def trait(target: Target, value: str) -> Edit:
    return Edit(
        op="action",
        target=target,
        value=value,
        zh=f"{_zh(target)}而家{zh_word('trait', value)}咗",
        en=f"The {_en(target)} is now {value}",
    )


def _missing(op: str, target: Target, *, value: object, degree: str | None = None) -> Edit:
    return Edit(op=op, target=target, value=value, degree=degree, done=False, zh=f"幅圖入面冇{_zh(target)}，所以冇改到",
                en=f"There is no {_en(target)} in the picture, so nothing was changed")  # fmt: skip


def _zh(target: Target) -> str:
    return target.zh or "佢"


def _en(target: Target) -> str:
    if len(target.things) > 1 and target.zh == "佢哋":
        return "lot of them"
    return target.names[0] if target.names else "thing"
