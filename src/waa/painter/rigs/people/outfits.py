"""What people put on when somebody says so: a lexicon id -> pieces, and what they take off for it.

A trait `outfit:<cut>:<colour>` of a look names one; the colour may be empty.
"""
# ruff: noqa: E501 a table

from __future__ import annotations

from dataclasses import dataclass

from waa.painter.colour import code, named

Wear = tuple[tuple[str, str], ...]

FEET = frozenset(
    {"sneakers", "shoes", "flats", "boots", "tall_boots", "slippers", "sandals", "ballet_shoes", "barefoot"}
)
LEGS = frozenset(
    {"trousers", "jeans", "shorts", "long_shorts", "shorts_or_skirt", "skirt", "long_socks", "stockings"}
)
TOPS = frozenset({
    "tee", "sweater", "hoodie", "shirt", "short_shirt", "work_shirt", "polo", "striped_tee", "cardigan", "blazer", "tailcoat",
    "waistcoat", "jacket_double", "jersey", "vest_top", "hoodless_jacket", "jacket_open", "leather_vest", "santa_coat", "hi_vis", "tie",
    "bow_tie", "badge", "name_tag", "epaulettes", "boutonniere", "quilt_stripes", "neckerchief", "stethoscope", "tang_jacket", "flower_shirt",
    "puffer", "gi",
})  # fmt: skip
OVER = frozenset(
    {
        "apron",
        "bib_apron",
        "coat",
        "raincoat",
        "belt",
        "wide_belt",
        "holster",
        "sash",
        "cape",
        "fur_collar",
        "kasaya",
        "garland",
    }
)
WHOLE = frozenset({
    "dress", "gown", "qipao", "robe", "kimono", "dungarees", "pinafore", "dance_dress", "petal_dress", "white_robe", "bodysuit",
    "hero_belt", "emblem", "armour", "samurai_armour", "sword_at_side", "ninja_wraps", "space_suit", "mermaid_tail", "shell_bow",
    "rompers", "tutu", "hanfu", "long_kimono", "hanbok", "kwa", "sari", "dragon_robe",
})  # fmt: skip
HEAD = frozenset({"glasses", "sunglasses", "eye_patch", "hero_mask", "veil", "halo", "small_crown", "headset", "hair_bow", "sweatband",
                  "space_helmet"})  # fmt: skip
BODY = TOPS | LEGS | OVER | WHOLE


@dataclass(frozen=True, kw_only=True)
class Outfit:
    """`wear` are (piece, colour) as a role's; `woman` what women wear of it. It takes off all pieces in `off`, and
    whoever is then without trousers or a top gets `legs` or `top`, so that nobody stands there half dressed."""

    wear: Wear
    woman: Wear | None = None
    off: frozenset[str] = BODY
    hair: str | None = None  # the style that goes with it

    def of(self, female: bool) -> Wear:
        return self.woman if female and self.woman is not None else self.wear


def _top(*wear: tuple[str, str]) -> Outfit:
    return Outfit(wear=wear, off=TOPS | WHOLE | OVER)


def _legs(*wear: tuple[str, str]) -> Outfit:
    return Outfit(wear=wear, off=LEGS | WHOLE)


def _feet(*wear: tuple[str, str]) -> Outfit:
    return Outfit(wear=wear, off=FEET)


def _hat(name: str, colour: str) -> Outfit:
    return Outfit(wear=((f"hat:{name}", colour),), off=frozenset({"small_crown", "hair_bow", "veil", "halo"}))


def _more(*wear: tuple[str, str]) -> Outfit:
    """On top of what is worn already."""
    return Outfit(wear=wear, off=frozenset(name for name, _ in wear))


_DARK = ("shoes", "#2b2a2e")
_SUIT = (("trousers", "*#333c50"), ("blazer", "*#3a4560"), ("tie", "#b03a48"), _DARK)
_SUIT_HER = (("skirt", "*#3a4560"), ("blazer", "*#3a4560"), ("flats", "#2b2a2e"))
_SCHOOL = (("shorts_or_skirt", "#33425f"), ("shirt", "*#ffffff"), ("tie", "#3f5fa8"), ("shoes", "#26262c"))
_NIGHT = (("trousers", "*#9db8e0"), ("shirt", "*#a9c3e8"), ("slippers", "#f2ead8"))
# Bathers are painted in a rash vest and long shorts.
_MODEST = (("long_shorts", "*#2f7fc0"), ("vest_top", "*#2f9fc4"), ("sandals", "#c49a5a"))

OUTFITS: dict[str, Outfit] = {
    # -- all of it --------------------------------------------------------------------------------------------
    "suit": Outfit(wear=_SUIT, woman=_SUIT_HER, off=BODY | FEET),
    "tuxedo": Outfit(wear=(("trousers", "#23242c"), ("tailcoat", "*#2a2c37"), ("bow_tie", "#1c1d24"), _DARK), off=BODY | FEET),
    "dress": Outfit(wear=(("dress", "*#e9705f"), ("flats", "#c2473f"))),
    "gown": Outfit(wear=(("gown", "*#b03a5a"), ("flats", "#8f2f5a"), ("earrings", "#f3e3d0"))),
    "wedding_dress": Outfit(wear=(("gown", "*#fdf9f3"), ("veil", "#ffffff"), ("earrings", "#f3e3d0"), ("flats", "#f7efe6")), off=BODY | FEET),
    "cheongsam": Outfit(wear=(("trousers", "#2f3242"), ("tang_jacket", "*#35507f"), ("slippers", "#26262c")),
                        woman=(("qipao", "*#c8283c"), ("earrings", "#6fbf8f"), ("flats", "#8f2331")), off=BODY | FEET, hair="low_bun"),
    "tang_suit": Outfit(wear=(("trousers", "#2f3242"), ("tang_jacket", "*#a8323a"), ("slippers", "#26262c")), off=BODY | FEET),
    "qun_kwa": Outfit(wear=(("kwa", "*#c4222e"), ("flats", "#c4222e"), ("earrings", "#e3b04b")), off=BODY | FEET, hair="low_bun"),
    "hanfu": Outfit(wear=(("hanfu", "*#5f8f9e"), ("slippers", "#3a3440")), woman=(("hanfu", "*#e58fa4"), ("hair_flower", "#f6c9d4"), ("slippers", "#c2566a")),
                    off=BODY | FEET, hair="court"),
    "dragon_robe": Outfit(wear=(("dragon_robe", "*#e3a92f"), ("boots", "#3a2f38")), off=BODY | FEET),
    "kimono": Outfit(wear=(("long_kimono", "*#4a5a80"), ("sandals", "#8a6a45")), woman=(("long_kimono", "*#d9566a"), ("hair_flower", "#fbe3ea"), ("sandals", "#8a6a45")),
                     off=BODY | FEET, hair="low_bun"),
    "hanbok": Outfit(wear=(("hanbok", "*#e5718f"), ("slippers", "#f2ead8")), off=BODY | FEET, hair="low_bun"),
    "sari": Outfit(wear=(("sari", "*#c2376a"), ("earrings", "#e3b04b"), ("sandals", "#8a6a45")), off=BODY | FEET, hair="low_bun"),
    "folk_costume": Outfit(wear=(("trousers", "#3a3440"), ("tang_jacket", "*#2f5a8a"), ("sash", "#c8574b"), ("slippers", "#3a3440")),
                           woman=(("dress", "*#2f5a8a"), ("bib_apron", "#c8574b"), ("flats", "#3a3440")), off=BODY | FEET),
    "opera_costume": Outfit(wear=(("dragon_robe", "*#c8323f"), ("boots", "#2b2a2f")), woman=(("hanfu", "*#f07fa0"), ("tiara_band", "#ecc65e"), ("slippers", "#c2566a")),
                            off=BODY | FEET, hair="court"),
    "uniform": Outfit(wear=(("trousers", "#2f3b58"), ("short_shirt", "*#9db8dc"), ("epaulettes", "#2f3b58"), ("name_tag", "#ffffff"), ("belt", "#22252f"), _DARK), off=BODY | FEET),
    "nurse_uniform": Outfit(wear=(("trousers", "#fafbf9"), ("short_shirt", "*#8fd0d4"), ("name_tag", "#ffffff"), ("sneakers", "#ffffff")), off=BODY | FEET),
    "army_uniform": Outfit(wear=(("trousers", "*#6b7048"), ("work_shirt", "*#7d8258"), ("belt", "#3a3a2c"), ("boots", "#3a3328"), ("hat:cap", "*#6b7048")), off=BODY | FEET),
    "chef_uniform": Outfit(wear=(("trousers", "#3a3d48"), ("jacket_double", "*#fbfbf8"), ("apron", "#f1f1ec"), ("hat:toque", "#fdfcf8"), _DARK), off=BODY | FEET),
    "school_uniform": Outfit(wear=_SCHOOL, off=BODY | FEET),
    "maid_uniform": Outfit(wear=(("dress", "*#33303c"), ("bib_apron", "#fdfcf8"), ("flats", "#2b2a2e")), off=BODY | FEET),
    "judo_uniform": Outfit(wear=(("trousers", "*#f7f5ef"), ("gi", "*#f7f5ef"), ("barefoot", "#000000")), off=BODY | FEET),
    "sportswear": Outfit(wear=(("long_shorts", "#2f3a55"), ("tee", "*#2fb0a5"), ("sneakers", "#f0703f")), off=BODY | FEET),
    "jersey": Outfit(wear=(("shorts", "#ffffff"), ("jersey", "*#d93b3b"), ("long_socks", "#d93b3b"), ("sneakers", "#2f3440")), off=BODY | FEET),
    "graduation_gown": Outfit(wear=(("robe", "*#26283a"), ("shoes", "#26262c"), ("hat:mortarboard", "#2a2d3a")), off=BODY | FEET),
    "space_suit": Outfit(wear=(("space_suit", "*#f4f6f9"), ("space_helmet", "#f6f8fb")), off=BODY | FEET),
    "hazmat_suit": Outfit(wear=(("bodysuit", "*#f4f6f6"), ("boots", "#dfe4e8")), off=BODY | FEET),
    "diving_suit": Outfit(wear=(("bodysuit", "*#2f3342"), ("boots", "#22242e")), off=BODY | FEET),
    "armour": Outfit(wear=(("armour", "*#b9c1cc"),), off=BODY | FEET),
    "pyjamas": Outfit(wear=_NIGHT, off=BODY | FEET),
    "underwear": Outfit(wear=_NIGHT, off=BODY | FEET),
    "swimsuit": Outfit(wear=_MODEST, off=BODY | FEET),
    "bikini": Outfit(wear=_MODEST, off=BODY | FEET),
    "swimming_trunks": Outfit(wear=_MODEST, off=BODY | FEET),
    "costume": Outfit(wear=(("bodysuit", "*#5f9e4b"), ("cape", "#d9413d"), ("emblem", "#f6c83f"), ("boots", "#d9413d")), off=BODY | FEET),
    "halloween_costume": Outfit(wear=(("robe", "*#4a3f66"), ("cape", "#2b2733"), ("boots", "#2b2733"), ("hat:witch_hat", "#34303f")), off=BODY | FEET),
    "baby_clothes": Outfit(wear=(("rompers", "*#a9d8e8"),), off=BODY | FEET),
    # -- above the waist ---------------------------------------------------------------------------------------
    "clothes": _top(("short_shirt", "*#6fb2c9")), "t_shirt": _top(("tee", "*#f3efe6")), "shirt": _top(("shirt", "*#f7f6f2")),
    "polo": _top(("polo", "*#3f7fa8")), "sweater": _top(("sweater", "*#d9a24a")), "hoodie": _top(("hoodie", "*#7f8fa8")),
    "coat": Outfit(wear=(("coat", "*#b08a5a"),), off=TOPS | OVER),
    "down_jacket": _top(("puffer", "*#3f6fa8")),
    "jacket": _top(("jacket_open", "*#4a5a6e")), "leather_jacket": _top(("jacket_open", "*#2b2a2e")), "blazer": _top(("blazer", "*#4a5674"), ("tie", "#b03a48")),
    "waistcoat": _top(("waistcoat", "*#3a3d48")),
    "lab_coat": Outfit(wear=(("coat", "*#fbfcfb"),), off=TOPS | OVER), "raincoat": Outfit(wear=(("raincoat", "*#f2c12e"), ("boots", "*#f2c12e")), off=TOPS | OVER | WHOLE | FEET),
    "life_jacket": _more(("hi_vis", "*#f08a2c")), "apron": _more(("bib_apron", "*#d8c3a0")), "shawl": _more(("cape", "*#a8456a")),
    # -- below it, and shoes -------------------------------------------------------------------------------------
    "trousers": _legs(("trousers", "*#6a6258")), "jeans": _legs(("jeans", "*#3d5f94")), "shorts": _legs(("shorts", "*#4b6a8f")),
    "skirt": _legs(("skirt", "*#c8574b")), "dungarees": Outfit(wear=(("tee", "#f3efe6"), ("dungarees", "*#5f7fa8"))), "belt": _more(("belt", "*#5b3a28")),
    "socks": _more(("long_socks", "*#f3efe6")),
    "sneaker": _feet(("sneakers", "*#f0ebe0")), "shoes": _feet(("shoes", "*#3a2b26")), "leather_shoes": _feet(("shoes", "*#3a2b26")),
    "high_heels": _feet(("flats", "*#c2283c")), "flat_shoes": _feet(("flats", "*#8f2331")), "boots": _feet(("tall_boots", "*#5b3a28")),
    "hiking_boots": _feet(("boots", "*#7a5a36")), "ballet_shoes": _feet(("ballet_shoes", "*#f0a0b8")),
    # -- on the head and round the neck ---------------------------------------------------------------------------
    "hat": _hat("straw_hat", "*#ecd08d"), "cap": _hat("cap", "*#dd4b3e"), "beret": _hat("beret", "*#b03a3a"), "top_hat": _hat("top_hat", "*#2b2a31"),
    "santa_hat": _hat("santa_hat", "*#d3372f"), "wizard_hat": _hat("wizard_hat", "*#34418f"), "witch_hat": _hat("witch_hat", "*#34303f"),
    "hard_hat": _hat("hard_hat", "*#f6c12f"), "flower_crown": _hat("flower_crown", "*#f29ab4"), "chef_hat": _hat("toque", "*#fdfcf8"),
    "cowboy_hat": _hat("cowboy_hat", "*#8a5a38"), "bamboo_hat": _hat("bamboo_hat", "*#dfc07e"), "police_cap": _hat("peaked_cap", "*#1f2b47"),
    "pirate_hat": _hat("tricorn", "*#2c2730"), "tiara": _hat("tiara", "*#ecc65e"), "crown": _hat("crown", "*#e8b64c"), "graduation_cap": _hat("mortarboard", "*#2a2d3a"),
    "helmet": _hat("scooter_helmet", "*#e2e0da"), "turban": _hat("head_scarf", "*#c2473f"), "beanie": _hat("beanie", "*#c8574b"),
    "bucket_hat": _hat("bucket_hat", "*#6f8f6b"), "bunny_ears": _hat("ears", "*#fbf7f0"), "hair_band": _more(("sweatband", "*#e2574c")),
    "hair_clip": _more(("hair_bow", "*#e2574c")), "glasses": _more(("glasses", "*#33302f")), "sunglasses": _more(("sunglasses", "*#222226")),
    "headphones": _more(("headset", "*#ece8e1")), "scarf": _more(("wound_scarf", "*#c8433c")), "neckerchief": _more(("neckerchief", "*#c8433c")),
    "bow_tie": _more(("bow_tie", "*#b03a48")), "necktie": _more(("tie", "*#b03a48")), "earrings": _more(("earrings", "*#e3b04b")),
    "stethoscope": _more(("stethoscope", "*#3a3f4a")), "backpack": _more(("backpack", "*#3f7fc4")), "fairy_wings": _more(("wings", "*#fffdf8")),
    "halo": _more(("halo", "*#ffdc73")),
}  # fmt: skip

# Words that say more than their id does.
_BY_WORDS = {
    "sweater": (("衛衣", "hoodie"), ("有帽", "hoodie"), ("帽T", "hoodie"), ("hoodie", "hoodie"), ("sweatshirt", "hoodie")),
    "shirt": (("polo", "polo"),),
    "coat": (("羽絨", "down_jacket"), ("雪褸", "down_jacket"), ("棉", "down_jacket"), ("down", "down_jacket"), ("puffer", "down_jacket")),
    "jacket": (("皮", "leather_jacket"), ("西裝", "blazer"), ("leather", "leather_jacket"), ("blazer", "blazer"), ("suit", "blazer")),
    "suit": (("踢死兔", "tuxedo"), ("燕尾", "tuxedo"), ("禮服", "tuxedo"), ("tuxedo", "tuxedo")),
    "dress": (("晚", "gown"), ("公主", "gown"), ("拖尾", "gown"), ("舞會", "gown"), ("蓬", "gown"), ("gown", "gown"), ("evening", "gown"), ("ball", "gown")),
    "uniform": (("護士", "nurse_uniform"), ("nurse", "nurse_uniform"), ("軍", "army_uniform"), ("迷彩", "army_uniform"), ("army", "army_uniform"),
                ("military", "army_uniform"), ("廚", "chef_uniform"), ("chef", "chef_uniform"), ("school", "school_uniform")),
    "costume": (("女僕", "maid_uniform"), ("maid", "maid_uniform"), ("Lolita", "gown"), ("洛麗塔", "gown")),
    "trousers": (("工人", "dungarees"), ("吊帶", "dungarees"), ("overall", "dungarees"), ("dungaree", "dungarees")),
}  # fmt: skip


def puts_on(concept: str) -> bool:
    """Whether people have a piece of their own for this thing to wear."""
    return concept in OUTFITS


def told(traits: tuple[str, ...]) -> list[tuple[Outfit, str | None]]:
    """The outfits that traits name, with the colour each was asked for in, in order."""
    found = []
    for trait in traits:
        kind, _, rest = trait.partition(":")
        if kind == "outfit":
            cut, _, colour = rest.partition(":")
            found.append((OUTFITS[cut], colour or None))
    return found


def cut_of(concept: str, words: str) -> str:
    """The key of OUTFITS for a thing to wear as somebody called it: a 'hoodie' is a sweater of its own cut."""
    for part, name in _BY_WORDS.get(concept, ()):
        if part.lower() in words.lower():
            return name
    return concept


def dressed(wear: Wear, traits: tuple[str, ...], *, female: bool, age: str) -> Wear:
    """What somebody wears who was to wear `wear` and was told otherwise."""
    worn = list(wear)
    for outfit, colour in told(traits):
        mine = outfit.of(female)
        new = [(name, _dyed(tone, colour)) for name, tone in mine]
        kinds = {name for name, _ in mine}
        if "hair_flower" in kinds:
            kinds.add("hair_bow")
        hat = any(name.startswith("hat:") for name in kinds)
        worn = [
            (name, tone)
            for name, tone in worn
            if name not in outfit.off
            and name not in kinds
            and not (hat and name.startswith(("hat:", "hood:")))
            and not (kinds & FEET and name in FEET)
        ]
        worn = _ordered(worn, new)
    return tuple(_decent(worn, age=age))


def _dyed(tone: str, colour: str | None) -> str:
    """A main colour that somebody named."""
    return code(named(colour, tone.lstrip("*"))) if colour and tone.startswith("*") else tone


def _ordered(worn: list[tuple[str, str]], new: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """From the skin outwards: legs and tops lie under what is worn over them."""
    under = [w for w in new if w[0] in LEGS | TOPS | WHOLE]
    return (
        [w for w in worn if w[0] in LEGS]
        + under
        + [w for w in worn if w[0] not in LEGS]
        + [w for w in new if w not in under]
    )


_TRIMS = frozenset({"tie", "bow_tie", "badge", "name_tag", "epaulettes", "boutonniere", "quilt_stripes", "neckerchief", "stethoscope",
                    "hi_vis", "leather_vest", "dungarees", "hero_belt", "emblem", "ninja_wraps", "shell_bow", "sword_at_side",
                    "long_socks", "stockings"})  # fmt: skip


def bare(wear: Wear) -> frozenset[str]:
    """What these clothes leave bare of "legs" and "chest"; trims and belts cover nothing."""
    names = {name for name, _ in wear}
    covered = {
        "legs": names & (LEGS | WHOLE) - (_TRIMS - {"dungarees"}),
        "chest": names & (TOPS | WHOLE | {"coat", "raincoat"}) - _TRIMS,
    }
    return frozenset(part for part, by in covered.items() if not by)


def _decent(worn: list[tuple[str, str]], *, age: str) -> list[tuple[str, str]]:
    """Whoever is left without a top or trousers gets plain ones."""
    plain, missing = [], bare(tuple(worn))
    if "legs" in missing:
        plain.append(("shorts", "#4b6a8f") if age == "child" else ("jeans", "#3d5f94"))
    if "chest" in missing:
        plain.append(("tee", "#f3efe6"))
    return plain + worn
