"""Everybody, as data."""
# ruff: noqa: E501 a table

from __future__ import annotations

from dataclasses import replace

from waa.painter.rigs.people import (
    armour,
    carried,
    clothes,
    costumes,
    dresses,
    eastern,
    facewear,
    festive,
    headwear,
    limbs,
    long_hair,
    more_clothes,
    parcels,
    short_hair,
    tailor,
    tools,
    trims,
    trunk,
)
from waa.painter.rigs.people.hands import (
    ARM,
    BALL,
    BELLY,
    HIP,
    MOUTH,
    NECK,
    ONE_PALM,
    PALM,
    POINT,
    RAISED,
    SHOULDER,
    STAFF,
    STRUM,
    SWORD,
    TRAY,
)
from waa.painter.rigs.people.legends import LEGEND, SPORT
from waa.painter.rigs.people.looks import Role
from waa.painter.rigs.people.more_jobs import WORK
from waa.painter.rigs.people.person import register
from waa.painter.rigs.people.poses import Limb

_ROOMS = (
    armour,
    carried,
    clothes,
    costumes,
    dresses,
    eastern,
    facewear,
    festive,
    headwear,
    long_hair,
    limbs,
    more_clothes,
    parcels,
    short_hair,
    tailor,
    tools,
    trims,
    trunk,
)  # they register the pieces and the hair

DARK_SHOES = ("shoes", "#3a2b26")
WOMEN = ("bob", "ponytail", "long", "low_bun", "long_fringe")

PEOPLE: dict[str, Role] = {
    # -- by age -----------------------------------------------------------------------------------------------
    "person": Role(hair=("short", "fringe", "curly"), other="woman", wear=(("jeans", "#3d5f94|#55524f|#2f4668"), ("sweater", "*#e8b44a|#5f9e8f|#c8574b|#6b86c9"), ("sneakers", "#e8e4da|#c8574b"))),
    "man": Role(hair=("short", "fringe", "crew"), wear=(("jeans", "#3d5f94|#4b4a52|#7a6a55"), ("short_shirt", "*#6fb2c9|#e8a24a|#8fae6b|#d97a6c"), ("sneakers", "#f0ebe0|#3b6fb8"))),
    "woman": Role(build="woman", hair=("bob", "long", "ponytail", "low_bun", "long_fringe"), wear=(("dress", "*#e9705f|#5f9ec9|#f2b84b|#8f7fc9"), ("flats", "#c2473f|#6a4a35"))),
    "boy": Role(build="boy", hair=("fringe", "crew", "short"), wear=(("shorts", "#4b6a8f|#6b7f4a|#a5754a"), ("hoodie", "*#f2b23d|#5aa0d8|#e2604f|#6fb583"), ("sneakers", "#e2574c|#3b6fb8"))),
    "girl": Role(build="girl", hair=("pigtails", "bob", "ponytail", "long_fringe"), wear=(("dress", "*#f58fae|#f2c14e|#7cc1d9|#b79be0"), ("hair_bow", "#e2574c|#4fa3a0"), ("flats", "#d9566a|#7a5436"))),
    "baby": Role(build="baby", hair=("tuft",), wear=(("rompers", "*#a9d8e8|#ffe09a|#f7b9c4|#bfe3b4"),)),
    "old_man": Role(build="old_man", hair=("thin", "grey_short", "bald"), wear=(("trousers", "#6a6258|#4d5560"), ("shirt", "#eef1f0|#dfe8ef"), ("cardigan", "*#8a6a4a|#4f6f66|#6b5f8a"), ("slippers", "#3b3438"), ("glasses", "#5a4a3f"))),
    "old_woman": Role(build="old_woman", hair=("perm", "low_bun"), wear=(("trousers", "#4b4458|#55504a"), ("cardigan", "*#a85f8a|#5f8f8a|#b5694f"), ("slippers", "#3b3438"), ("earrings", "#6fbf8f"))),
    # -- work ---------------------------------------------------------------------------------------------------
    "chef": Role(other="woman", other_hair=("low_bun",), wear=(("trousers", "#3a3d48"), ("jacket_double", "*#fbfbf8"), ("apron", "#f1f1ec"), ("neckerchief", "#d9413d"), ("shoes", "#2d2c31"), ("hat:toque", "#fdfcf8")),
                 carries=(("ladle", "#cdd3da"),), arms=(HIP, RAISED)),
    "doctor": Role(other="woman", wear=(("trousers", "#46546b"), ("coat", "*#fbfcfb"), ("tie", "#3f7fc4"), ("stethoscope", "#3a3f4a"), DARK_SHOES), carries=(("clipboard", "#c49a5a"),), arms=(BELLY, BELLY)),
    "nurse": Role(build="woman", hair=("low_bun", "bob"), wear=(("trousers", "#fafbf9"), ("short_shirt", "*#8fd0d4"), ("name_tag", "#ffffff"), ("sneakers", "#ffffff"), ("hat:nurse_cap", "#fdfcf8")),
                  carries=(("clipboard", "#6fb0c9"),), arms=(BELLY, BELLY)),
    "police_officer": Role(other="woman", other_hair=("low_bun",), wear=(("trousers", "#22304f"), ("short_shirt", "*#a9c3e6"), ("tie", "#22304f"), ("epaulettes", "#22304f"), ("badge", "#dfe4ec"), ("holster", "#1f2127"), ("shoes", "#1f2024"), ("hat:peaked_cap", "#1f2b47")),
                           arms=(HIP, None)),
    "firefighter": Role(other="woman", other_hair=("low_bun",), wear=(("trousers", "#3a3f52"), ("hoodless_jacket", "*#3a3f52"), ("quilt_stripes", "#f0e13a"), ("boots", "#2b2b31"), ("hat:fire_helmet", "#f0c62f")), carries=(("hose_axe", "#d23c3a"),), arms=(HIP, STAFF)),
    "construction_worker": Role(wear=(("jeans", "#54688a"), ("tee", "#8d959c"), ("hi_vis", "*#f08a2c"), ("boots", "#b98a4a"), ("hat:hard_hat", "#f6c12f")), carries=(("hammer", "#d23c3a"),), arms=(HIP, RAISED), gloves="#e8d9b8"),
    "teacher": Role(build="woman", hair=("low_bun", "bob"), wear=(("shirt", "#fdf8ee"), ("skirt", "#5a4f72"), ("cardigan", "*#5f9e8f"), ("glasses", "#5b3a2e"), DARK_SHOES), carries=(("book", "#c8574b"),), arms=(ARM, POINT)),
    "student": Role(build="boy", other="girl", hair=("fringe", "short"), other_hair=("ponytail", "bob"), metres=1.42, wear=(("shorts_or_skirt", "#3a4a6b"), ("shirt", "#ffffff"), ("tie", "*#3f5fa8"), ("backpack", "#d9563f"), ("shoes", "#26262c"))),
    "office_worker": Role(other="woman", hair=("short", "fringe"), other_hair=("low_bun", "bob"), wear=(("trousers", "#3a4154"), ("blazer", "*#4a5674"), ("tie", "#c2473f"), ("name_tag", "#ffffff"), DARK_SHOES), carries=(("briefcase", "#6a4a35"),), arms=(None, None)),
    "farmer": Role(wear=(("work_shirt", "#c8574b"), ("dungarees", "*#5f7fa8"), ("boots", "#6a5238"), ("hat:bamboo_hat", "#dfc07e")), carries=(("shepherd_hoe", "#c3c9d2"),), arms=(HIP, STAFF)),
    "fisherman": Role(build="old_man", hair=("grey_short",), hair_colour="#b9b6b4", wear=(("trousers", "#5b6a55"), ("raincoat", "*#f2c12e"), ("beard", "#d5d2cd"), ("tall_boots", "#3f5a4a"), ("hat:bamboo_hat", "#dfc07e")), carries=(("fishing_rod", "#7d5a36"),), arms=(None, RAISED)),
    "painter": Role(other="woman", other_hair=("bob",), hair=("fringe",), wear=(("trousers", "#5b5f6e"), ("striped_tee", "#35507f"), ("bib_apron", "*#d8c3a0"), ("shoes", "#6a4a35"), ("hat:beret", "#b03a3a")), carries=(("palette", "#d8ac6c"),), arms=(BELLY, RAISED)),
    "musician": Role(hair=("curly", "fringe"), wear=(("jeans", "#3a4a66"), ("tee", "#f3efe6"), ("jacket_open", "*#8a4f3a"), ("boots", "#4b3428")), carries=(("guitar", "#c98a4a"),), arms=(NECK, STRUM)),
    "dancer": Role(build="woman", hair=("bun", "ponytail"), wear=(("dance_dress", "*#c8323f"), ("flats", "#8f2331"), ("earrings", "#e3b04b")), arms=(Limb(at=(0.55, 0.68, 0.10), bend=(1, 0, -0.3), grip="open"), Limb(at=(0.82, -0.40, 0.20), bend=(0.5, -0.4, -0.8), grip="open"))),
    "ballerina": Role(build="woman", hair=("bun",), wear=(("tutu", "*#f5a8c0"), ("ballet_shoes", "#f0a0b8")), arms=(Limb(at=(0.24, 0.88, 0.20), bend=(1, 0, 0), grip="open"), Limb(at=(0.76, -0.50, 0.30), bend=(0.6, 0, -0.6), grip="open"))),
    "waiter": Role(hair=("short",), other="woman", other_hair=("low_bun",), wear=(("trousers", "#2b2c33"), ("waistcoat", "*#2b2c33"), ("bow_tie", "#2b2c33"), ("apron", "#fbfaf6"), ("shoes", "#22222a")), carries=(("tray", "#d5dae1"),), arms=(TRAY, None)),
    "scientist": Role(hair=("curly", "fringe"), other="woman", other_hair=("ponytail",), wear=(("trousers", "#5b5f6e"), ("coat", "*#fbfcfb"), ("tie", "#5f9e8f"), ("glasses", "#2f2c2b"), DARK_SHOES), carries=(("flask", "#5fd07a"),), arms=(HIP, RAISED)),
    "detective": Role(hair=("short",), wear=(("trousers", "#5a4a3a"), ("coat", "*#b08a5a"), ("tie", "#6a2f33"), ("shoes", "#4b3426"), ("hat:deerstalker", "#a58a5e")), carries=(("magnifier", "#d9a441"),), arms=(HIP, RAISED)),
    "footballer": Role(hair=("crew", "fringe"), wear=(("shorts", "#ffffff"), ("jersey", "*#d93b3b"), ("long_socks", "#d93b3b"), ("sneakers", "#2f3440")), carries=(("football", "#ffffff"),), arms=(HIP, HIP)),
    "basketball_player": Role(hair=("crew",), metres=1.9, wear=(("long_shorts", "*#e2682c"), ("vest_top", "*#e2682c"), ("sweatband", "#ffffff"), ("sneakers", "#f0ebe0")), carries=(("basketball", "#e07b33"),), arms=(HIP, BALL)),
    "runner": Role(other="woman", other_hair=("ponytail",), hair=("crew",), wear=(("shorts", "#2f3a55"), ("vest_top", "*#2fb0a5"), ("sweatband", "#f2c14e"), ("sneakers", "#f0703f"))),
    "singer": Role(build="woman", hair=("long", "bob"), wear=(("dance_dress", "*#8a3fb5"), ("earrings", "#e3b04b"), ("flats", "#3a2f5a")), carries=(("microphone", "#c9ced6"),), arms=(POINT, MOUTH), face=(("mouth", "sing"),)),
    "photographer": Role(hair=("fringe", "short"), other="woman", other_hair=("ponytail",), wear=(("jeans", "#5b5a50"), ("tee", "#5f7f8f"), ("jacket_open", "*#8f8a5f"), ("sneakers", "#7a5436")), carries=(("camera", "#2b2b33"),), arms=(BELLY, BELLY)),
    "pilot": Role(other="woman", other_hair=("low_bun",), wear=(("trousers", "#222c47"), ("blazer", "*#222c47"), ("tie", "#16181f"), ("epaulettes", "#16181f"), ("badge", "#e3b04b"), ("shoes", "#1f2024"), ("hat:peaked_cap", "#222c47")), arms=(HIP, None)),
    # -- far from here ------------------------------------------------------------------------------------------------
    "astronaut": Role(other="woman", hair=("crew",), other_hair=("bob",), wear=(("space_suit", "*#f4f6f9"), ("space_helmet", "#f6f8fb")), gloves="#dfe4ec", arms=(Limb(at=(0.34, -0.84, 0.20), bend=(0.8, 0, -0.6)), Limb(at=(0.34, -0.84, 0.20), bend=(0.8, 0, -0.6)))),
    "king": Role(hair=("grey_short",), hair_colour="#8a6a4a", wear=(("robe", "*#8f2f3f"), ("beard", "#8a6a4a"), ("cape", "#b0283a"), ("fur_collar", "#fbf7f0"), ("wide_belt", "#5b3a28"), ("boots", "#5b3a28"), ("hat:crown", "#e8b64c")), carries=(("sceptre", "#e8b64c"),), arms=(HIP, STAFF)),
    "queen": Role(build="woman", hair=("low_bun",), wear=(("gown", "*#6a3f9e"), ("cape", "#b0283a"), ("fur_collar", "#fbf7f0"), ("earrings", "#f3efe6"), ("flats", "#8f2f5a"), ("hat:crown", "#e8b64c")), arms=(HIP, None)),
    "princess": Role(build="woman", hair=("long",), wear=(("gown", "*#f58fb4"), ("earrings", "#fdf6ec"), ("flats", "#f0a0b8"), ("small_crown", "#ecc65e")), arms=(Limb(at=(0.34, -0.80, 0.30), bend=(1, 0, -0.5), grip="open"), Limb(at=(0.34, -0.80, 0.30), bend=(1, 0, -0.5), grip="open"))),
    "bride": Role(build="woman", hair=("low_bun",), wear=(("gown", "*#fdf9f3"), ("veil", "#ffffff"), ("earrings", "#f3e3d0"), ("flats", "#f7efe6")), carries=(("bouquet", "#f29ab0"),), arms=(BELLY, BELLY)),
    "groom": Role(hair=("short",), wear=(("trousers", "#2b2d38"), ("tailcoat", "*#2f3242"), ("bow_tie", "#22232b"), ("boutonniere", "#f7a8b8"), ("shoes", "#1d1d23")), arms=(None, HIP)),
    "santa": Role(build="old_man", hair=("grey_short",), hair_colour="#f2efea", wear=(("trousers", "*#c9302c"), ("santa_coat", "*#c9302c"), ("wide_belt", "#2b2a2f"), ("santa_beard", "#fbf8f3"), ("boots", "#2b2a2f"), ("hat:santa_hat", "#d3372f")), carries=(("sack", "#a5753f"),), arms=(SHOULDER, Limb(at=(0.56, 0.30, 0.34), bend=(1, -0.7, -0.2), grip="open")), gloves="#3a3a40", face=(("cheeks", 1.25), ("blush", 0.8))),
    "wizard": Role(build="old_man", hair=("grey_short",), hair_colour="#eae7e2", metres=1.72, wear=(("robe", "*#3a4796"), ("long_beard", "#eceae6"), ("sash", "#e3b04b"), ("shoes", "#4b3426"), ("hat:wizard_hat", "#34418f")), carries=(("staff", "#7fe0f0"),), arms=(HIP, STAFF)),
    "witch": Role(build="woman", hair=("long",), hair_colour="#5a3a2a", wear=(("dress", "*#4a3f66"), ("stockings", "#f08a3c"), ("cape", "#5a3f8a"), ("boots", "#2b2733"), ("hat:witch_hat", "#34303f")), carries=(("broom", "#d9a95a"),), arms=(HIP, STAFF)),
    "ninja": Role(hair=("none",), wear=(("bodysuit", "*#2f3342"), ("ninja_wraps", "#b23a36"), ("slippers", "#22242e"), ("hood:ninja", "*#2f3342")), gloves="#262a36", arms=(PALM, PALM)),
    "samurai": Role(hair=("topknot",), wear=(("kimono", "#3a4468"), ("samurai_armour", "*#a5322f"), ("sword_at_side", "#2b2b33"), ("sandals", "#8a6a45"), ("hood:kabuto", "#3a2f38")), arms=(HIP, None)),
    "knight": Role(hair=("crew",), wear=(("armour", "*#b9c1cc"), ("hood:helm", "#b9c1cc")), gloves="#9aa3b0", carries=(("sword", "#e3b04b"), ("shield", "#c2413c")), arms=(Limb(at=(0.26, -0.60, 0.40), bend=(1, 0, -0.6), grip="fist"), SWORD)),
    "pirate": Role(hair=("long",), hair_colour="#3a2a22", wear=(("trousers", "#5a4636"), ("tee", "#b0383c"), ("jacket_open", "*#37415f"), ("sash", "#c2413c"), ("moustache", "#3a2a22"), ("eye_patch", "#22201f"), ("tall_boots", "#4b3426"), ("hat:tricorn", "#2c2730")), carries=(("sabre", "#e3b04b"),), arms=(HIP, SWORD)),
    "cowboy": Role(hair=("crew",), hair_colour="#5a3f2a", wear=(("jeans", "#4a6494"), ("shirt", "#ead9b4"), ("leather_vest", "*#7a4f33"), ("neckerchief", "#c2413c"), ("belt", "#5b3a28"), ("boots", "#7a4f33"), ("hat:cowboy_hat", "#8a5a38")), arms=(HIP, HIP)),
    "monk": Role(hair=("none",), wear=(("robe", "*#e0963a"), ("kasaya", "#b5472f"), ("garland", "#7a4a2c"), ("slippers", "#8a6a45")), arms=(None, ONE_PALM), face=(("eyes", "happy"),)),
    "superhero": Role(other="woman", hair=("short",), other_hair=("long",), wear=(("bodysuit", "*#2f62c9"), ("hero_belt", "#d9413d"), ("emblem", "#f6c83f"), ("cape", "#d9413d"), ("tall_boots", "#d9413d"), ("hero_mask", "#c2302f")), arms=(HIP, HIP), gloves="#d9413d"),
    "mermaid": Role(build="woman", hair=("long",), hair_colour="#a8452f", wear=(("mermaid_tail", "*#2fa8a0"), ("shell_bow", "#f7a8b8")), arms=(Limb(at=(0.52, -0.66, 0.30), bend=(1, 0, -0.4), grip="open"), Limb(at=(0.30, 0.30, 0.40), bend=(1, -0.6, 0), grip="open"))),
    "fairy": Role(build="girl", hair=("bun", "pigtails"), hair_colour="#7a4a2c", metres=1.1, wear=(("petal_dress", "*#8fce7a"), ("fairy_wings", "#bfe6f5"), ("flats", "#6fae5c"), ("hat:flower_crown", "#f7b9c8")), carries=(("wand", "#ffd766"),), arms=(None, RAISED)),
    "angel": Role(build="girl", hair=("long",), hair_colour="#a8743f", metres=1.3, wear=(("white_robe", "*#fbf9f4"), ("wings", "#fffdf8"), ("halo", "#ffdc73"), ("flats", "#e8cf9a")), arms=(PALM, PALM)),
}  # fmt: skip

PEOPLE |= {
    # -- by looks ---------------------------------------------------------------------------------------------------
    "teenager": replace(PEOPLE["boy"], build="man", metres=1.6, hair=("fringe", "short")),
    "teenage_girl": Role(build="woman", metres=1.55, hair=("long_fringe", "ponytail", "bob"), wear=(("skirt", "#4a5a80|#8a4a5a"), ("hoodie", "*#f2b8c4|#a8c4e0|#f2d98a"), ("long_socks", "#fdfcf8"), ("sneakers", "#f3f3f0"))),
    "bald_man": replace(PEOPLE["man"], traits=("bald",)), "bearded_man": replace(PEOPLE["man"], traits=("beard",)),
    "muscle_man": replace(PEOPLE["man"], traits=("muscular",), wear=(("shorts", "#2f3a55"), ("vest_top", "*#d9433c"), ("sneakers", "#f0ebe0"))),
    "fat_man": replace(PEOPLE["man"], traits=("chubby",)), "red_haired_person": replace(PEOPLE["man"], traits=("red hair",), other="woman"),
    "blonde": replace(PEOPLE["woman"], traits=("blonde hair",)), "curly_haired_woman": replace(PEOPLE["woman"], traits=("curly hair",)),
    "nerd": replace(PEOPLE["man"], hair=("fringe",), wear=(("trousers", "#6a6258"), ("shirt", "*#a9c3e6"), ("bow_tie", "#c8574b"), ("glasses", "#22242a"), DARK_SHOES)),
    "gentleman_tuxedo": replace(PEOPLE["groom"], arms=(None, HIP)),
    "office_lady": Role(build="woman", hair=("bob", "low_bun", "long"), wear=(("skirt", "*#3a4560"), ("blazer", "*#3a4560|#7a4a5a"), ("flats", "#2b2a2e")), carries=(("briefcase", "#6a4a35"),)),
    "maid": Role(build="woman", hair=("low_bun",), wear=(("dress", "*#33303c"), ("bib_apron", "#fdfcf8"), ("hair_bow", "#fdfcf8"), ("flats", "#2b2a2e"))),
    "woman_headscarf": replace(PEOPLE["woman"], hair=("tucked",), wear=(*PEOPLE["woman"].wear, ("hat:head_scarf", "#c2473f|#5f8fae"))),
    "hipster": replace(PEOPLE["man"], traits=("beard",), wear=(("jeans", "#26303f"), ("work_shirt", "*#b8553f"), ("glasses", "#5a4a3f"), ("hat:beanie", "#5a6a55"), ("boots", "#7a5436"))),
    "gangster": replace(PEOPLE["man"], wear=(("trousers", "#22242a"), ("flower_shirt", "*#8f2f3f"), ("sunglasses", "#22242a"), ("shoes", "#22242a"))),
    "pregnant_woman": replace(PEOPLE["woman"], traits=("chubby",), arms=(BELLY, BELLY)),
    "businessman": replace(PEOPLE["office_worker"], other=None), "fashion_model": replace(PEOPLE["woman"], metres=1.75, traits=("thin", "tall"), wear=(("gown", "*#26262c|#b0283a"), ("earrings", "#f3e3d0"), ("flats", "#26262c")), arms=(HIP, None)),
}  # fmt: skip
PEOPLE["mannequin"] = Role(
    build="woman",
    hair=("none",),
    faceless=True,
    face=(("skin", "#e6d8c4"),),
    wear=(("dress", "*#5f7fae|#c8574b"), ("flats", "#3a3440")),
)
PEOPLE |= WORK | SPORT | LEGEND

for _concept, _role in PEOPLE.items():
    register(_concept, _role)
