"""Sportsmen, and those of history, tales and temples, as data."""
# ruff: noqa: E501 a table

from __future__ import annotations

from waa.painter.rigs.people.hands import BALL, BELLY, HIP, ONE_PALM, PALM, POINT, RAISED, STAFF, SWORD
from waa.painter.rigs.people.looks import Role
from waa.painter.rigs.people.poses import Limb

_GUARD = Limb(at=(-0.02, -0.02, 0.52), bend=(0.8, -1, 0), grip="fist")
_PUNCH = Limb(at=(-0.04, -0.10, 0.86), bend=(0.8, -0.4, 0), grip="fist")
_OPEN = Limb(at=(0.62, -0.20, 0.44), bend=(0.8, -0.6, -0.4), grip="open")
_UP = Limb(at=(0.52, 0.66, 0.14), bend=(1, -0.3, -0.3), grip="fist")
_BOW = Limb(at=(0.55, -0.05, 0.60), bend=(0.8, -0.6, 0), grip="fist")
_DRAW = Limb(at=(0.18, -0.02, 0.34), bend=(1, -0.1, -0.6), grip="fist")
_SNEAKERS = ("sneakers", "#f3f3f0|#f0703f")
_SHORTS = ("shorts", "#2f3a55|#ffffff")

SPORT: dict[str, Role] = {
    "athlete": Role(other="woman", hair=("crew",), other_hair=("ponytail",), wear=(_SHORTS, ("vest_top", "*#d9433c|#2f6fdb"), ("medal", "#e3b04b"), _SNEAKERS), arms=(_UP, None)),
    "swimmer": Role(other="woman", hair=("crew",), other_hair=("low_bun",), wear=(("long_shorts", "*#2f6fb0"), ("vest_top", "*#2f9fc4"), ("goggles", "#f2c12e"), ("barefoot", "#000000"))),
    "surfer": Role(other="woman", hair=("curly", "fringe"), other_hair=("long",), traits=("tanned",), wear=(("long_shorts", "*#f0703f"), ("vest_top", "#2fb0a5"), ("barefoot", "#000000"))),
    "windsurfer": Role(other="woman", hair=("crew",), other_hair=("ponytail",), traits=("tanned",), wear=(("long_shorts", "#26303f"), ("vest_top", "*#e2574c"), ("barefoot", "#000000"))),
    "skier": Role(other="woman", hair=("crew",), other_hair=("braids",), wear=(("trousers", "#2f3a55"), ("puffer", "*#e2574c|#2f9fc4"), ("goggles", "#f0a02c"), ("hat:beanie", "#f3f3f0"), ("boots", "#3a3d48")), gloves="#26262c"),
    "snowboarder": Role(other="woman", hair=("fringe",), other_hair=("braids",), wear=(("trousers", "#4a4a3a"), ("puffer", "*#7fae4a|#8a62c0"), ("hat:beanie", "#e2574c"), ("goggles", "#26262c"), ("boots", "#3a3d48")), gloves="#26262c"),
    "ice_skater": Role(build="woman", other="man", hair=("bun",), other_hair=("short",), wear=(("dance_dress", "*#7fb0e0"), ("ballet_shoes", "#fdfcf8"), ("earrings", "#f3f6fa")), arms=(_OPEN, _OPEN)),
    "skateboarder": Role(build="boy", hair=("fringe", "curly"), metres=1.45, wear=(("long_shorts", "#5a6a55"), ("hoodie", "*#d9433c|#4a6a8f"), ("hat:cap", "#26262c"), ("sneakers", "#e2574c"))),
    "roller_skater": Role(build="woman", hair=("ponytail", "curls"), wear=(("shorts", "#f2c14e"), ("striped_tee", "*#e2574c"), ("long_socks", "#f3f3f0"), ("sneakers", "#f58fb4")), arms=(_OPEN, _OPEN)),
    "golfer": Role(other="woman", hair=("short",), other_hair=("ponytail",), wear=(("trousers", "#e8dcc0"), ("polo", "*#5f9e6f|#d98fa0"), ("hat:cap", "#fdfcf8"), ("shoes", "#fdfcf8")), carries=(("club", "#c9ced6"),), arms=(HIP, BALL)),
    "cyclist": Role(other="woman", hair=("crew",), other_hair=("ponytail",), wear=(("shorts", "#22242a"), ("jersey", "*#f2c12e|#2f9fc4"), ("hat:scooter_helmet", "#e2574c"), _SNEAKERS)),
    "weightlifter": Role(hair=("crew",), other="woman", other_hair=("ponytail",), traits=("muscular",), wear=(("shorts", "#22242a"), ("vest_top", "*#c8323f"), ("wide_belt", "#5b3a28"), _SNEAKERS), carries=(("barbell", "#3a3d44"),), arms=(Limb(at=(0.42, 0.86, 0.10), bend=(1, 0, 0), grip="fist"), Limb(at=(0.42, 0.86, 0.10), bend=(1, 0, 0), grip="fist"))),
    "rower": Role(other="woman", hair=("crew",), other_hair=("ponytail",), wear=(_SHORTS, ("vest_top", "*#e2413a"), ("sweatband", "#f2c12e"), _SNEAKERS)),
    "rock_climber": Role(other="woman", hair=("crew",), other_hair=("ponytail",), traits=("muscular",), wear=(("long_shorts", "#5a5a4a"), ("vest_top", "*#f0a02c"), ("belt", "#d9433c"), _SNEAKERS)),
    "fencer": Role(other="woman", hair=("crew",), other_hair=("low_bun",), wear=(("trousers", "#fbfaf6"), ("jacket_double", "*#fdfcf8"), ("long_socks", "#fdfcf8"), _SNEAKERS), carries=(("sword", "#c9ced6"),), arms=(HIP, SWORD), gloves="#f3f3f0"),
    "jockey": Role(hair=("crew",), other="woman", other_hair=("low_bun",), metres=1.55, wear=(("trousers", "#fdfcf8"), ("jersey", "*#2f9e5a|#d23c8a"), ("tall_boots", "#26262c"), ("hat:scooter_helmet", "#f2c12e"))),
    "horse_rider": Role(other="woman", hair=("short",), other_hair=("low_bun",), wear=(("trousers", "#f3ead6"), ("blazer", "*#2f3348"), ("tall_boots", "#26262c"), ("hat:scooter_helmet", "#26262c"))),
    "gymnast": Role(build="woman", other="man", hair=("bun",), other_hair=("crew",), metres=1.5, wear=(("trousers", "#fdfcf8"), ("vest_top", "*#c8323f"), ("ballet_shoes", "#fdfcf8")), arms=(_UP, _UP)),
    "tennis_player": Role(other="woman", hair=("fringe",), other_hair=("ponytail",), wear=(("shorts_or_skirt", "#fdfcf8"), ("polo", "*#fdfcf8|#5f9ed9"), ("sweatband", "#e2574c"), _SNEAKERS), carries=(("racket", "#e2574c"),), arms=(HIP, RAISED)),
    "badminton_player": Role(other="woman", hair=("fringe",), other_hair=("ponytail",), wear=(("shorts_or_skirt", "#2f3a55"), ("tee", "*#e2413a|#f2c12e"), _SNEAKERS), carries=(("racket", "#3f7fd0"),), arms=(HIP, RAISED)),
    "table_tennis_player": Role(other="woman", hair=("fringe",), other_hair=("bob",), wear=(_SHORTS, ("polo", "*#d9433c"), _SNEAKERS), carries=(("racket", "#d9433c"),), arms=(None, RAISED)),
    "volleyball_player": Role(other="woman", hair=("crew",), other_hair=("ponytail",), metres=1.85, wear=(_SHORTS, ("jersey", "*#f2a02c"), ("long_socks", "#fdfcf8"), _SNEAKERS), carries=(("football", "#f7f3e0"),), arms=(HIP, HIP)),
    "baseball_player": Role(hair=("crew",), wear=(("trousers", "#fbfaf6"), ("jersey", "*#2f5a9e"), ("belt", "#26262c"), ("hat:cap", "#2f5a9e"), _SNEAKERS), carries=(("bat", "#c99a5a"),), arms=(HIP, SWORD)),
    "rugby_player": Role(hair=("crew",), traits=("muscular",), wear=(("shorts", "#fdfcf8"), ("jersey", "*#3a7a4a"), ("long_socks", "#3a7a4a"), ("sneakers", "#26262c"))),
    "handball_player": Role(hair=("crew",), other="woman", other_hair=("ponytail",), wear=(_SHORTS, ("jersey", "*#2f7fb8"), _SNEAKERS), carries=(("basketball", "#e2c04a"),), arms=(HIP, BALL)),
    "water_polo_player": Role(hair=("crew",), wear=(("long_shorts", "#2f3a55"), ("vest_top", "*#2f6fb0"), ("hat:cap", "#fdfcf8"), ("barefoot", "#000000"))),
    "snooker_player": Role(hair=("short",), wear=(("trousers", "#26262c"), ("waistcoat", "*#3a2f48"), ("bow_tie", "#26262c"), ("shoes", "#22242a")), carries=(("staff", "#d9b07a"),), arms=(HIP, STAFF)),
    "boxer": Role(hair=("crew",), other="woman", other_hair=("braids",), traits=("muscular",), wear=(("long_shorts", "*#c8262f"), ("vest_top", "#fdfcf8"), ("boots", "#c8262f"), ("boxing_gloves", "#c8262f")), arms=(_GUARD, _GUARD)),
    "wrestler": Role(hair=("crew", "long"), traits=("muscular",), wear=(("long_shorts", "#26262c"), ("vest_top", "*#8a3fb5"), ("wide_belt", "#e3b04b"), ("boots", "#26262c")), arms=(HIP, HIP)),
    "sumo_wrestler": Role(hair=("topknot",), traits=("chubby", "muscular"), wear=(("long_kimono", "*#4a5a80"), ("sandals", "#8a6a45"))),
    "martial_artist": Role(hair=("short", "fringe"), other="woman", other_hair=("bun",), wear=(("trousers", "#26262c"), ("tang_jacket", "*#26262c|#c8a43a"), ("slippers", "#f3f3f0")), arms=(_GUARD, _PUNCH)),
    "bruce_lee": Role(hair=("fringe",), wear=(("trousers", "*#f2c12e"), ("tee", "*#f2c12e"), ("sneakers", "#f2c12e")), arms=(_GUARD, _PUNCH)),
    "wong_fei_hung": Role(hair=("topknot",), wear=(("trousers", "#2f3242"), ("tang_jacket", "*#f3f0e6"), ("slippers", "#26262c")), arms=(HIP, _PUNCH)),
    "swordsman": Role(hair=("topknot",), other="woman", other_hair=("court",), wear=(("hanfu", "*#5f8f9e|#f3f0e6"), ("cape", "#3a4a6a"), ("boots", "#3a3440")), carries=(("sword", "#c9ced6"),), arms=(HIP, SWORD)),
    "tai_chi_master": Role(build="old_man", hair=("grey_short",), traits=("beard",), wear=(("trousers", "#f7f5ef"), ("tang_jacket", "*#f7f5ef"), ("slippers", "#26262c")), arms=(_OPEN, ONE_PALM)),
    "archer": Role(hair=("fringe",), other="woman", other_hair=("braids",), wear=(("trousers", "#5a5a3a"), ("shirt", "#e8dcc0"), ("leather_vest", "*#5f7a4a"), ("boots", "#6a4a35")), carries=(("bow", "#8a5a38"),), arms=(_BOW, _DRAW)),
    "yogi": Role(build="woman", hair=("bun", "ponytail"), wear=(("trousers", "#5a4a6a"), ("vest_top", "*#a86fa8"), ("barefoot", "#000000")), arms=(PALM, PALM), face=(("eyes", "closed"),)),
    "cheerleader": Role(build="woman", hair=("ponytail", "pigtails"), wear=(("skirt", "*#e2413a"), ("vest_top", "*#e2413a"), ("long_socks", "#fdfcf8"), ("sneakers", "#fdfcf8"), ("pom_poms", "#f2c12e")), arms=(_UP, _UP), face=(("mouth", "grin"),)),
    "football_fan": Role(other="woman", other_hair=("bob",), hair=("fringe",), wear=(("jeans", "#3d5f94"), ("jersey", "*#d93b3b"), ("wound_scarf", "#f2c12e"), _SNEAKERS), arms=(_UP, _UP), face=(("mouth", "open"),)),
    "gamer": Role(hair=("fringe", "curly"), other="woman", other_hair=("long_fringe",), wear=(("jeans", "#26262c"), ("hoodie", "*#7d48d6|#26303f"), ("headset", "#3fd0a0"), _SNEAKERS)),
    "person_walking": Role(hair=("short", "fringe"), other="woman", wear=(("jeans", "#3d5f94"), ("sweater", "*#7f9ec4|#d9a24a"), _SNEAKERS)),
    "opera_performer": Role(build="woman", hair=("court",), wear=(("hanfu", "*#f07fa0"), ("tiara_band", "#ecc65e"), ("hair_flower", "#7fd0e0"), ("slippers", "#c2566a")), arms=(_OPEN, ONE_PALM), face=(("blush", 1.0), ("lips", "#c8202f"))),
    "magician": Role(hair=("short",), wear=(("trousers", "#26272e"), ("tailcoat", "*#26272f"), ("bow_tie", "#c8262f"), ("cape", "#7a1f2f"), ("hat:top_hat", "#26262c"), ("shoes", "#22242a")), carries=(("wand", "#ffd766"),), arms=(HIP, RAISED), gloves="#fdfcf8"),
    "clown": Role(hair=("curly",), hair_colour="#e2574c", wear=(("trousers", "#f2c12e"), ("flower_shirt", "*#4aa0e0"), ("bow_tie", "#e2413a"), ("shoes", "#e2413a"), ("red_nose", "#e2262f")), arms=(_OPEN, _OPEN), face=(("mouth", "grin"), ("blush", 0.9))),
    "acrobat": Role(build="woman", other="man", hair=("bun",), other_hair=("crew",), wear=(("bodysuit", "*#8a3fb5"), ("hero_belt", "#f2c12e"), ("ballet_shoes", "#f2c12e")), arms=(_OPEN, _UP)),
    "street_performer": Role(hair=("fringe", "curly"), wear=(("jeans", "#4a4a52"), ("striped_tee", "#26262c"), ("hat:beret", "#c8262f"), _SNEAKERS), carries=(("guitar", "#c98a4a"),), arms=(Limb(at=(0.52, -0.34, 0.54), bend=(0.8, -0.8, -0.3), grip="hold"), Limb(at=(-0.20, -0.62, 0.42), bend=(1, -0.2, -0.5), grip="hold"))),
    "dj": Role(hair=("fringe", "crew"), other="woman", other_hair=("long",), wear=(("jeans", "#26262c"), ("tee", "*#f3f3f0"), ("jacket_open", "#26262c"), ("headset", "#e2574c"), ("sunglasses", "#26262c"), _SNEAKERS), arms=(None, _UP)),
    "rapper": Role(hair=("crew",), wear=(("jeans", "#3a4a66"), ("hoodie", "*#26262c"), ("garland", "#e3b04b"), ("hat:cap", "#c8262f"), _SNEAKERS), carries=(("microphone", "#3a3d44"),), arms=(_OPEN, Limb(at=(-0.16, -0.02, 0.62), bend=(1, -0.8, -0.2), grip="hold"))),
    "drummer": Role(hair=("curly", "fringe"), wear=(("jeans", "#26262c"), ("vest_top", "*#d9433c"), _SNEAKERS), arms=(RAISED, RAISED)),
    "pianist": Role(other="woman", hair=("short",), other_hair=("low_bun",), wear=(("trousers", "#26272e"), ("tailcoat", "*#2a2c37"), ("bow_tie", "#fdfcf8"), ("shoes", "#22242a"))),
    "violinist": Role(build="woman", hair=("low_bun", "long"), wear=(("gown", "*#26303f"), ("earrings", "#f3e3d0"), ("flats", "#26262c"))),
    "conductor": Role(build="old_man", hair=("curly",), hair_colour="#d8d5d0", wear=(("trousers", "#26272e"), ("tailcoat", "*#26272f"), ("bow_tie", "#fdfcf8"), ("shoes", "#22242a")), carries=(("baton", "#fbf3df"),), arms=(_OPEN, RAISED)),
}  # fmt: skip

LEGEND: dict[str, Role] = {
    "prince": Role(hair=("short", "fringe"), hair_colour="#5a3a24", wear=(("trousers", "#f3ead6"), ("jacket_double", "*#2f5aa8"), ("epaulettes", "#e3b04b"), ("cape", "#b0283a"), ("tall_boots", "#3a2b26"), ("hat:crown", "#e8b64c")), arms=(HIP, None)),
    "emperor": Role(traits=("fair skin",), build="old_man", hair=("topknot",), hair_colour="#3a2f2a", wear=(("dragon_robe", "*#e3a92f"), ("long_beard", "#3a2f2a"), ("boots", "#3a2f38")), arms=(BELLY, BELLY)),
    "nobleman": Role(hair=("curly",), hair_colour="#d8cfc0", wear=(("trousers", "#f3ead6"), ("tailcoat", "*#3f5f4a"), ("jabot", "#fdfcf8"), ("long_socks", "#fdfcf8"), ("shoes", "#26262c")), arms=(HIP, None)),
    "ancient_beauty": Role(traits=("fair skin",), build="woman", hair=("court",), wear=(("hanfu", "*#e58fa4|#7fb0a8|#b79be0|#e8a86a"), ("hair_flower", "#f6c9d4"), ("earrings", "#6fbf8f"), ("slippers", "#c2566a")), arms=(BELLY, BELLY)),
    "ancient_scholar": Role(traits=("fair skin",), hair=("topknot",), wear=(("hanfu", "*#6f8fae|#8fae9a"), ("slippers", "#3a3440")), carries=(("fan", "#f7efd8"),), arms=(HIP, RAISED)),
    "geisha": Role(build="woman", hair=("low_bun",), wear=(("long_kimono", "*#b0283a"), ("hair_flower", "#fbe3ea"), ("sandals", "#8a6a45")), carries=(("fan", "#f2c1cc"),), arms=(HIP, RAISED), face=(("skin", "#fdeee2"), ("lips", "#c8202f"))),
    "vampire": Role(hair=("grey_short",), hair_colour="#26212a", wear=(("trousers", "#22242a"), ("tailcoat", "*#26272f"), ("jabot", "#fdfcf8"), ("cape", "#7a1420"), ("shoes", "#22242a")), face=(("skin", "#e6dfe6"), ("iris", "#a8202a"), ("blush", 0.1)), arms=(HIP, RAISED)),
    "zombie": Role(hair=("fringe",), wear=(("jeans", "#4a5058"), ("short_shirt", "*#8a9a7a"), ("shoes", "#3a3328")), face=(("skin", "#a9c48e"), ("blush", 0.0), ("iris", "#8a8a4a"), ("mouth", "o")), arms=(PALM, _PUNCH)),
    "jiangshi": Role(traits=("fair skin",), hair=("braids",), wear=(("dragon_robe", "*#2f3f6a"), ("boots", "#26262c"), ("hat:pillbox", "#26303f"), ("talisman", "#f2d04a")), face=(("skin", "#bcd0c0"), ("blush", 0.1), ("mouth", "calm")), arms=(Limb(at=(-0.02, -0.06, 0.94), bend=(0.5, -1, 0), grip="flat"), Limb(at=(-0.02, -0.06, 0.94), bend=(0.5, -1, 0), grip="flat"))),
    "elf": Role(build="girl", other="boy", hair=("braids", "long"), other_hair=("fringe",), metres=1.3, hair_colour="#d9b45a", wear=(("petal_dress", "*#5f9e5a"), ("pointed_ears", "#f6ccaa"), ("hat:flower_crown", "#f2c14e"), ("boots", "#6a4a35"))),
    "dwarf": Role(build="boy", hair=("curly",), hair_colour="#a8552f", metres=1.1, traits=("chubby",), wear=(("trousers", "#6a5238"), ("work_shirt", "*#5f7a4a"), ("beard", "#a8552f"), ("wide_belt", "#5b3a28"), ("hat:santa_hat", "#c2413c"), ("boots", "#5b3a28")), carries=(("hammer", "#8d939c"),), arms=(HIP, RAISED)),
    "demon": Role(hair=("fringe",), hair_colour="#26212a", wear=(("bodysuit", "*#8f1f2a"), ("cape", "#26212a"), ("horns", "#3a2f38"), ("boots", "#26212a")), face=(("skin", "#d9604a"), ("iris", "#f2c12e"), ("mouth", "grin")), carries=(("staff", "#f07a2c"),), arms=(HIP, STAFF)),
    "supervillain": Role(hair=("grey_short",), hair_colour="#26212a", wear=(("bodysuit", "*#4a2f6a"), ("hero_belt", "#3fd08a"), ("emblem", "#3fd08a"), ("cape", "#26212a"), ("hero_mask", "#26212a"), ("tall_boots", "#26212a")), arms=(HIP, POINT), gloves="#26212a"),
    "merman": Role(hair=("curly",), hair_colour="#3a5a6a", wear=(("mermaid_tail", "*#2f7fa8"),), arms=(HIP, None)),
    "cherub": Role(build="baby", hair=("curly",), hair_colour="#d9b45a", wear=(("rompers", "*#fbf9f4"), ("wings", "#fffdf8"), ("halo", "#ffdc73"))),
    "mrs_claus": Role(build="old_woman", hair=("low_bun",), wear=(("dress", "*#c9302c"), ("bib_apron", "#fdfcf8"), ("glasses", "#5a4a3f"), ("hat:santa_hat", "#d3372f"), ("boots", "#2b2a2f"))),
    "valkyrie": Role(build="woman", hair=("braids", "ponytail"), wear=(("armour", "*#b08a4a"), ("cape", "#8f2f3f")), carries=(("sword", "#c9ced6"),), arms=(HIP, SWORD)),
    "viking": Role(hair=("long",), hair_colour="#c99a4a", traits=("muscular",), wear=(("trousers", "#5a4a3a"), ("work_shirt", "*#7a5a44"), ("fur_collar", "#8a7058"), ("long_beard", "#c99a4a"), ("wide_belt", "#5b3a28"), ("hat:hard_hat", "#9aa3b0"), ("horns", "#efe6d0"), ("tall_boots", "#6a4a35")), carries=(("hose_axe", "#8d939c"),), arms=(HIP, STAFF)),
    "gladiator": Role(hair=("crew",), traits=("muscular", "tanned"), wear=(("white_robe", "#e8dcc0"), ("armour", "*#b08a4a"), ("cape", "#b0283a")), carries=(("sword", "#c9ced6"), ("shield", "#b08a4a")), arms=(Limb(at=(0.26, -0.60, 0.40), bend=(1, 0, -0.6), grip="fist"), SWORD)),
    "caveman": Role(hair=("curly",), traits=("beard", "tanned"), wear=(("white_robe", "*#b8834a"), ("wide_belt", "#5b3a28"), ("barefoot", "#000000")), carries=(("bat", "#7a5a3a"),), arms=(HIP, SWORD)),
    "alice": Role(build="girl", hair=("long",), hair_colour="#e2bd6f", wear=(("dress", "*#5f9ed9"), ("bib_apron", "#fdfcf8"), ("sweatband", "#26303f"), ("long_socks", "#fdfcf8"), ("flats", "#26262c"))),
    "little_red_riding_hood": Role(build="girl", hair=("braids",), hair_colour="#6a4429", wear=(("dress", "#f3ead6"), ("cape", "*#c8262f"), ("hat:head_scarf", "*#c8262f"), ("flats", "#7a2f2a"))),
    "peter_pan": Role(build="boy", hair=("fringe",), hair_colour="#a8653a", wear=(("trousers", "#5a7a3a"), ("tee", "*#5f9e4a"), ("belt", "#5b3a28"), ("hat:beret", "#4a7a3a"), ("boots", "#6a4a35")), arms=(HIP, HIP)),
    "cosplayer": Role(build="woman", hair=("pigtails", "long"), hair_colour="#7fb0e8", wear=(("dress", "*#e2689a"), ("bib_apron", "#fdf6f9"), ("hair_bow", "#e2574c"), ("long_socks", "#fdfcf8"), ("flats", "#26262c")), arms=(None, _UP)),
    "sailor_moon": Role(build="woman", hair=("pigtails",), hair_colour="#e8c46a", wear=(("skirt", "*#2f5aa8"), ("shirt", "#fdfcf8"), ("neckerchief", "#c8262f"), ("tiara_band", "#e3b04b"), ("tall_boots", "#c8262f")), carries=(("wand", "#ffd766"),), arms=(HIP, RAISED)),
    # -- temples and Chinese tales -----------------------------------------------------------------------------------
    "monkey_king": Role(hair=("topknot",), hair_colour="#a8653a", metres=1.5, wear=(("trousers", "#c8262f"), ("gi", "*#e3a92f"), ("monkey_fur", "#b9752f"), ("tiara_band", "#e3b04b"), ("boots", "#26303f")), carries=(("cudgel", "#c2302c"),), arms=(HIP, STAFF), face=(("skin", "#f6cfae"), ("brow_thick", 0.024), ("mouth", "grin"), ("blush", 0.9))),
    "nezha": Role(traits=("fair skin",), build="boy", hair=("double_buns",), wear=(("trousers", "#3a7a4a"), ("gi", "*#d9413d"), ("garland", "#e3b04b"), ("boots", "#26303f")), arms=(HIP, _UP), face=(("mouth", "grin"),)),
    "guan_gong": Role(hair=("topknot",), metres=1.9, wear=(("dragon_robe", "*#3a7a4a"), ("long_beard", "#26212a"), ("wide_belt", "#e3b04b"), ("boots", "#26212a")), carries=(("glaive", "#c9ced6"),), arms=(HIP, STAFF), face=(("skin", "#c2523a"), ("mouth", "calm"))),
    "guanyin": Role(traits=("fair skin",), build="woman", hair=("court",), metres=1.8, wear=(("hanfu", "*#fdfaf2"), ("tiara_band", "#ecc65e"), ("halo", "#ffdc73"), ("slippers", "#e8cf9a")), arms=(PALM, PALM), face=(("eyes", "closed"), ("mouth", "calm"))),
    "tin_hau": Role(traits=("fair skin",), build="woman", hair=("court",), wear=(("dragon_robe", "*#c8262f"), ("hat:crown", "#e8b64c"), ("earrings", "#e3b04b"), ("slippers", "#c2566a")), arms=(BELLY, BELLY)),
    "god_of_wealth": Role(build="old_man", hair=("topknot",), hair_colour="#26212a", traits=("fair skin", "chubby",), wear=(("dragon_robe", "*#d9262f"), ("long_beard", "#26212a"), ("hat:pillbox", "#d9262f"), ("boots", "#26212a")), carries=(("ingot", "#f2c12e"),), arms=(BELLY, BELLY), face=(("mouth", "grin"), ("blush", 0.9))),
    "yue_lao": Role(traits=("fair skin",), build="old_man", hair=("topknot",), hair_colour="#f2efea", wear=(("hanfu", "*#d9606a"), ("long_beard", "#f2efea"), ("slippers", "#3a3440")), carries=(("staff", "#d9413d"),), arms=(HIP, STAFF)),
    "change": Role(traits=("fair skin",), build="woman", hair=("court",), wear=(("hanfu", "*#a8c4f0"), ("hair_flower", "#ffffff"), ("earrings", "#f3e3d0"), ("slippers", "#c9d8f0")), arms=(_OPEN, ONE_PALM)),
    "kitchen_god": Role(traits=("fair skin",), build="old_man", hair=("topknot",), hair_colour="#26212a", wear=(("dragon_robe", "*#b5472f"), ("long_beard", "#26212a"), ("hat:pillbox", "#26212a"), ("boots", "#26212a")), arms=(BELLY, BELLY)),
    "earth_god": Role(build="old_man", hair=("topknot",), hair_colour="#f2efea", traits=("fair skin", "chubby",), metres=1.2, wear=(("hanfu", "*#c9a03a"), ("long_beard", "#f2efea"), ("slippers", "#3a3440")), carries=(("staff", "#8a5a38"),), arms=(HIP, STAFF)),
    "immortal": Role(traits=("fair skin",), build="old_man", hair=("topknot",), hair_colour="#f2efea", wear=(("hanfu", "*#f3f0e6"), ("long_beard", "#f2efea"), ("slippers", "#3a3440")), carries=(("staff", "#8a5a38"),), arms=(HIP, STAFF)),
    "goddess": Role(build="woman", hair=("long",), hair_colour="#a8743f", wear=(("white_robe", "*#fbf9f4"), ("hat:flower_crown", "#f2c14e"), ("sandals", "#e3b04b")), arms=(_OPEN, _OPEN)),
    "greek_god": Role(build="old_man", hair=("curly",), hair_colour="#efece7", traits=("muscular",), metres=1.9, wear=(("white_robe", "*#fbf9f4"), ("cape", "#3f5f9e"), ("santa_beard", "#efece7"), ("sandals", "#8a6a45")), carries=(("sceptre", "#e8b64c"),), arms=(HIP, STAFF)),
}  # fmt: skip
