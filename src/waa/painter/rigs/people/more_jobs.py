"""Everybody who works, as data: those whom `jobs.py` does not have."""
# ruff: noqa: E501 a table

from __future__ import annotations

from waa.painter.rigs.people.hands import ARM, BELLY, HIP, MOUTH, POINT, RAISED, SALUTE, SHOULDER, STAFF, TRAY
from waa.painter.rigs.people.looks import Role

_JEANS = ("jeans", "#3d5f94|#55524f|#2f4668")
_TROUSERS = ("trousers", "#3f4556")
_SNEAKERS = ("sneakers", "#e8e4da|#c8574b")
_SHOES = ("shoes", "#2d2a2b")
_BOOTS = ("boots", "#6a5238")
_TAG = ("name_tag", "#ffffff")
_SUIT = (
    ("trousers", "#333c50"),
    ("blazer", "*#3a4560|#4a4a52|#5a4a44"),
    ("tie", "#b03a48|#3f5fa8|#5f9e8f"),
    _SHOES,
)
_HERS = ("low_bun", "bob", "ponytail")

WORK: dict[str, Role] = {
    # -- healing, teaching, law ---------------------------------------------------------------------------------
    "chinese_doctor": Role(build="old_man", hair=("grey_short",), wear=(("trousers", "#3a3440"), ("tang_jacket", "*#4a6a5a"), ("glasses", "#5a4a3f"), ("slippers", "#2f2b30"))),
    "paramedic": Role(other="woman", wear=(("trousers", "#24324f"), ("short_shirt", "*#3f8f5a"), ("quilt_stripes", "#f0e13a"), ("boots", "#22242e"))),
    "physiotherapist": Role(other="woman", other_hair=_HERS, wear=(("trousers", "#3a4a66"), ("polo", "*#5fb0b8"), _TAG, ("sneakers", "#ffffff"))),
    "psychologist": Role(other="woman", other_hair=_HERS, wear=(_TROUSERS, ("shirt", "#fdf8ee"), ("cardigan", "*#7f8f6a"), ("glasses", "#5b3a2e"), _SHOES), carries=(("clipboard", "#c49a5a"),), arms=(BELLY, BELLY)),
    "social_worker": Role(other="woman", other_hair=_HERS, wear=(_JEANS, ("polo", "*#e08a4a"), _TAG, _SNEAKERS)),
    "graduate": Role(other="woman", other_hair=("long", "bob", "ponytail"), wear=(("robe", "*#2a2d42"), ("shoes", "#26262c"), ("hat:mortarboard", "#2a2d3a")), carries=(("scroll", "#f7efd8"),), arms=(HIP, RAISED)),
    "coach": Role(other="woman", other_hair=("ponytail",), hair=("crew",), wear=(("trousers", "#2b3348"), ("polo", "*#d9433c"), ("hat:cap", "#2b3348"), ("sneakers", "#f3f3f0")), carries=(("clipboard", "#c49a5a"),), arms=(BELLY, BELLY)),
    "judge": Role(build="old_man", other="old_woman", other_hair=("low_bun",), hair=("judge_wig",), hair_colour="#efe9dc", wear=(("robe", "*#a3262f"), ("jabot", "#fffdf8"), ("shoes", "#22242a")), carries=(("hammer", "#7a4f2c"),), arms=(HIP, RAISED)),
    "lawyer": Role(other="woman", other_hair=_HERS, wear=(("trousers", "#26262c"), ("robe", "*#26272f"), ("jabot", "#fffdf8"), ("shoes", "#22242a")), carries=(("book", "#7a2f2f"),), arms=(HIP, ARM)),
    # -- shops and markets ----------------------------------------------------------------------------------------
    "salesperson": Role(other="woman", other_hair=_HERS, wear=(_TROUSERS, ("waistcoat", "*#5f6fae"), ("bow_tie", "#b03a48"), _TAG, _SHOES)),
    "cashier": Role(other="woman", other_hair=_HERS, wear=(_TROUSERS, ("polo", "*#e2604f"), ("bib_apron", "#3f8f6a"), _TAG, _SNEAKERS)),
    "shopkeeper": Role(other="old_woman", hair=("short", "thin"), other_hair=("perm",), wear=(_TROUSERS, ("short_shirt", "*#e8c46a|#8fb0c9"), ("apron", "#5f8f7a"), _SHOES)),
    "hawker": Role(build="old_man", other="old_woman", hair=("grey_short",), other_hair=("perm",), wear=(("shorts", "#5a6a7a"), ("vest_top", "*#f3efe6"), ("bib_apron", "#3f6f9e"), ("slippers", "#3b3438"), ("hat:bucket_hat", "#c9b48a"))),
    "fishmonger": Role(hair=("crew",), wear=(("trousers", "#3a4a5a"), ("tee", "*#f3efe6"), ("bib_apron", "#2f6f9e"), ("tall_boots", "#2b3a33"))),
    "butcher": Role(hair=("crew", "bald"), traits=("chubby",), wear=(("trousers", "#3a3d48"), ("tee", "*#f7f5ef"), ("bib_apron", "#f1f1ec"), ("boots", "#2b2b31"))),
    "greengrocer": Role(build="old_woman", hair=("perm",), wear=(("trousers", "#55504a"), ("short_shirt", "*#9ac07a"), ("bib_apron", "#6f8f4a"), ("slippers", "#3b3438"))),
    "barista": Role(other="woman", hair=("fringe", "short"), other_hair=("bun", "ponytail"), wear=(_JEANS, ("shirt", "*#f3efe6"), ("bib_apron", "#6a4630"), _SNEAKERS), carries=(("cup", "#fbf7ef"),), arms=(HIP, RAISED)),
    "bartender": Role(other="woman", other_hair=("bob",), wear=(("trousers", "#26272e"), ("waistcoat", "*#26272e"), ("bow_tie", "#b03a48"), _SHOES), carries=(("tray", "#d5dae1"),), arms=(TRAY, None)),
    "florist": Role(build="woman", hair=("ponytail", "braids"), wear=(("dress", "*#a8c98a"), ("bib_apron", "#f3ead2"), ("flats", "#7a5436")), carries=(("bouquet", "#f29ab0"),), arms=(BELLY, BELLY)),
    # -- on the road and at sea -------------------------------------------------------------------------------------
    "delivery_rider": Role(hair=("fringe",), wear=(("trousers", "#2f3340"), ("hoodless_jacket", "*#38a878"), ("backpack", "#38a878"), ("sneakers", "#2f3440"), ("hat:scooter_helmet", "#38a878"))),
    "courier": Role(other="woman", other_hair=("ponytail",), wear=(("long_shorts", "#4a4238"), ("polo", "*#8a5a38"), ("hat:cap", "#8a5a38"), _SNEAKERS), carries=(("parcel", "#c99a5f"),), arms=(BELLY, BELLY)),
    "postman": Role(wear=(("trousers", "#2c3f36"), ("short_shirt", "*#5f9e6f"), ("name_tag", "#ffffff"), ("hat:cap", "#2f6f4a"), _SHOES), carries=(("letter", "#fffaf0"),), arms=(None, RAISED)),
    "taxi_driver": Role(build="old_man", hair=("grey_short", "thin"), wear=(("trousers", "#4d5560"), ("short_shirt", "*#c9d3dc"), ("glasses", "#3a3a40"), ("slippers", "#3b3438"))),
    "bus_driver": Role(other="woman", other_hair=("low_bun",), wear=(("trousers", "#2f3b58"), ("short_shirt", "*#9db8dc"), ("tie", "#2f3b58"), _TAG, _SHOES)),
    "train_driver": Role(other="woman", other_hair=("low_bun",), wear=(("trousers", "#3a2f38"), ("blazer", "*#7a2f3a"), ("tie", "#2b2b33"), _TAG, ("hat:peaked_cap", "#7a2f3a"), _SHOES)),
    "truck_driver": Role(hair=("crew",), traits=("chubby",), wear=(_JEANS, ("tee", "*#8d959c"), ("leather_vest", "#5a4030"), ("hat:cap", "#c8574b"), ("boots", "#6a4a35"))),
    "racing_driver": Role(other="woman", other_hair=("ponytail",), hair=("crew",), wear=(("bodysuit", "*#d23c3a"), ("belt", "#f3f3f0"), ("boots", "#2b2b31")), gloves="#2b2b31"),
    "sailor": Role(hair=("crew",), wear=(("trousers", "#fbfaf6"), ("tee", "#fbfaf6"), ("neckerchief", "*#2f5a9e"), ("hat:sailor_cap", "#fdfcf8"), ("shoes", "#22242e"))),
    "ship_captain": Role(build="old_man", hair=("grey_short",), wear=(("trousers", "#fbfaf6"), ("blazer", "*#22304f"), ("beard", "#e4e1dc"), ("epaulettes", "#22304f"), ("hat:peaked_cap", "#f7f6f2"), _SHOES)),
    "flight_attendant": Role(build="woman", hair=("low_bun",), wear=(("skirt", "*#a8323f"), ("blazer", "*#a8323f"), ("neckerchief", "#f0d9a0"), _TAG, ("flats", "#2b2a2e"))),
    "tour_guide": Role(other="woman", other_hair=("ponytail",), wear=(("shorts", "#8a7a5a"), ("polo", "*#f2a33c"), ("hat:bucket_hat", "#e8d9b0"), _SNEAKERS), carries=(("flag", "#e2574c"),), arms=(HIP, STAFF)),
    "tourist": Role(other="woman", hair=("fringe",), other_hair=("braids", "ponytail"), wear=(("shorts", "#8a7a5a"), ("flower_shirt", "*#e8604a|#3fa0b8"), ("backpack", "#3f6fa8"), ("hat:straw_hat", "#ecd08d"), _SNEAKERS), carries=(("camera", "#2b2b33"),), arms=(BELLY, BELLY)),
    "hotel_porter": Role(wear=(("trousers", "#2f2a33"), ("jacket_double", "*#8f2f3f"), ("epaulettes", "#e3b04b"), ("hat:pillbox", "#8f2f3f"), _SHOES), gloves="#fbfaf6"),
    "receptionist": Role(build="woman", hair=("low_bun", "bob"), wear=(("skirt", "#3a4560"), ("blazer", "*#3a4560"), ("neckerchief", "#d9a0b0"), _TAG, ("flats", "#2b2a2e"))),
    "security_guard": Role(build="old_man", hair=("grey_short",), wear=(("trousers", "#22304f"), ("short_shirt", "*#dfe6ef"), ("tie", "#22304f"), ("epaulettes", "#22304f"), ("badge", "#e3b04b"), ("hat:peaked_cap", "#22304f"), _SHOES)),
    "royal_guard": Role(hair=("crew",), wear=(("trousers", "#22242e"), ("jacket_double", "*#c2262c"), ("wide_belt", "#fbfaf6"), ("hat:bearskin", "#26232a"), _SHOES)),
    # -- making, mending, cleaning -----------------------------------------------------------------------------------
    "cleaner": Role(build="old_woman", hair=("low_bun",), wear=(("trousers", "#4a5a6a"), ("short_shirt", "*#5fb0a0"), ("hi_vis", "#b8d94a"), ("boots", "#3a4238"), ("hat:bucket_hat", "#5fb0a0")), carries=(("broom", "#d9a95a"),), arms=(HIP, STAFF)),
    "cardboard_granny": Role(build="old_woman", hair=("low_bun",), traits=("thin",), wear=(("trousers", "#4b4458"), ("cardigan", "*#8a7f9a"), ("hat:bucket_hat", "#c9b48a"), ("slippers", "#3b3438")), carries=(("parcel", "#c99a5f"),), arms=(BELLY, BELLY)),
    "mechanic": Role(other="woman", other_hair=("ponytail",), wear=(("tee", "#d8dde2"), ("dungarees", "*#3f5f9e"), ("hat:cap", "#c8574b"), _BOOTS), carries=(("hammer", "#8d939c"),), arms=(HIP, RAISED)),
    "factory_worker": Role(other="woman", other_hair=("low_bun",), wear=(("shirt", "#8fb0c9"), ("dungarees", "*#4a6a8f"), ("hat:hard_hat", "#f3f3f0"), _BOOTS)),
    "engineer": Role(other="woman", other_hair=_HERS, wear=(_JEANS, ("shirt", "*#a9c3e6"), ("hi_vis", "#f2a02c"), ("hat:hard_hat", "#fdfcf8"), _BOOTS), carries=(("scroll", "#9fc4ea"),), arms=(HIP, ARM)),
    "electrician": Role(wear=(("trousers", "#4a5058"), ("work_shirt", "*#5a86b8"), ("holster", "#7a5436"), ("hat:hard_hat", "#f6c12f"), _BOOTS)),
    "plumber": Role(wear=(("tee", "#d9a24a"), ("dungarees", "*#3a5a9e"), ("hat:cap", "#3a5a9e"), ("boots", "#4b3428"))),
    "carpenter": Role(hair=("short", "crew"), wear=(_JEANS, ("work_shirt", "*#b8553f"), ("bib_apron", "#a98255"), _BOOTS), carries=(("hammer", "#8a5a38"),), arms=(HIP, RAISED)),
    "blacksmith": Role(hair=("crew", "bald"), traits=("muscular", "beard"), wear=(("trousers", "#4a4238"), ("vest_top", "*#8f8578"), ("bib_apron", "#5a4030"), _BOOTS), carries=(("hammer", "#5a5f68"),), arms=(HIP, RAISED), gloves="#6a4a30"),
    "tailor": Role(build="old_man", other="old_woman", hair=("grey_short",), other_hair=("low_bun",), wear=(_TROUSERS, ("waistcoat", "*#5a4a6a"), ("glasses", "#3a3a40"), _SHOES)),
    "cobbler": Role(build="old_man", hair=("thin",), wear=(("trousers", "#5a5048"), ("shirt", "#d9cfbc"), ("bib_apron", "*#8a5a38"), ("glasses", "#5a4a3f"), _SHOES)),
    "barber": Role(other="woman", hair=("short",), other_hair=("bob",), wear=(("trousers", "#2f3340"), ("jacket_double", "*#f3f6f8"), _SHOES)),
    "makeup_artist": Role(build="woman", hair=("long", "bob"), wear=(("trousers", "#26262c"), ("sweater", "*#d9a0b0"), ("apron", "#26262c"), ("earrings", "#e3b04b"), ("flats", "#26262c"))),
    "gardener": Role(other="woman", other_hair=("braids",), wear=(("work_shirt", "#d9b45a"), ("dungarees", "*#5f8a4a"), ("hat:straw_hat", "#ecd08d"), ("boots", "#4a5a3a")), carries=(("shepherd_hoe", "#c3c9d2"),), arms=(HIP, STAFF), gloves="#e8d9b8"),
    "porter_coolie": Role(hair=("crew",), traits=("muscular",), wear=(("trousers", "#5a5a5a"), ("vest_top", "*#f3efe6"), ("wound_scarf", "#f3efe6"), ("slippers", "#3b3438")), carries=(("sack", "#c9a06a"),), arms=(SHOULDER, None)),
    "miner": Role(hair=("crew",), wear=(("tee", "#6a6a70"), ("dungarees", "*#5a5f6e"), ("hat:hard_hat", "#e2a02c"), _BOOTS), carries=(("hammer", "#5a5f68"),), arms=(HIP, RAISED)),
    # -- desks, pens, studios ---------------------------------------------------------------------------------------
    "programmer": Role(other="woman", hair=("fringe", "curly"), other_hair=("long_fringe", "bun"), wear=(_JEANS, ("hoodie", "*#4a5568|#5f8f7a"), ("glasses", "#2f2c2b"), ("headset", "#3a3d48"), _SNEAKERS)),
    "designer": Role(other="woman", hair=("fringe",), other_hair=("bob",), wear=(("trousers", "#26262c"), ("sweater", "*#26262c|#d9b04a"), ("glasses", "#d9433c"), ("sneakers", "#f3f3f0"))),
    "architect": Role(other="woman", other_hair=_HERS, wear=(("trousers", "#3a3d48"), ("shirt", "#f3f3f0"), ("blazer", "*#5a6270"), ("glasses", "#22242a"), _SHOES), carries=(("scroll", "#9fc4ea"),), arms=(HIP, ARM)),
    "writer": Role(other="woman", hair=("curly", "fringe"), other_hair=("low_bun",), wear=(_JEANS, ("cardigan", "*#8a6a4a"), ("glasses", "#5a4a3f"), _SHOES), carries=(("book", "#3f5f9e"),), arms=(HIP, ARM)),
    "journalist": Role(other="woman", other_hair=("bob",), wear=(_TROUSERS, ("shirt", "#dfe8ef"), ("jacket_open", "*#b09a72"), _TAG, _SHOES), carries=(("microphone", "#3a3d44"),), arms=(None, MOUTH)),
    "news_anchor": Role(other="woman", other_hair=("bob",), wear=_SUIT, carries=(("clipboard", "#f3f3f0"),), arms=(BELLY, BELLY)),
    "director": Role(hair=("fringe",), traits=("beard",), wear=(_JEANS, ("jacket_open", "*#3a3d44"), ("hat:cap", "#26262c"), ("glasses", "#22242a"), _SNEAKERS)),
    "actor": Role(hair=("short",), wear=(("trousers", "#26272e"), ("tailcoat", "*#2a2c37"), ("bow_tie", "#1c1d24"), _SHOES)),
    "actress": Role(build="woman", hair=("long", "low_bun"), wear=(("gown", "*#b0283a"), ("earrings", "#f3e3d0"), ("flats", "#8f2331"))),
    "stuntman": Role(hair=("crew",), traits=("muscular",), wear=(("trousers", "#26262c"), ("vest_top", "*#3a3d44"), ("sweatband", "#d9433c"), ("boots", "#26262c")), arms=(HIP, HIP)),
    "politician": Role(other="woman", hair=("short", "grey_short"), other_hair=("bob",), wear=(*_SUIT, ("boutonniere", "#e2574c")), arms=(None, POINT)),
    "diplomat": Role(other="woman", other_hair=("low_bun",), wear=(*_SUIT, ("badge", "#e3b04b")), carries=(("briefcase", "#4a3428"),)),
    "calligrapher": Role(build="old_man", hair=("grey_short",), traits=("beard",), wear=(("trousers", "#3a3440"), ("tang_jacket", "*#3a4a6a"), ("slippers", "#26262c")), carries=(("brush", "#8a5a38"),), arms=(HIP, RAISED)),
    "sculptor": Role(other="woman", other_hair=("bun",), hair=("curly",), wear=(_JEANS, ("tee", "#d8d2c8"), ("bib_apron", "*#9a8f80"), _BOOTS), carries=(("hammer", "#8d939c"),), arms=(HIP, RAISED)),
    "potter": Role(other="woman", other_hair=("bun",), hair=("fringe",), wear=(_JEANS, ("striped_tee", "#7a5a3a"), ("bib_apron", "*#b08a5a"), _SHOES)),
    "tattooist": Role(hair=("crew",), traits=("beard",), wear=(("jeans", "#26262c"), ("tee", "*#26262c"), ("leather_vest", "#3a2f2a"), ("boots", "#26262c"))),
    # -- order, danger, help --------------------------------------------------------------------------------------
    "soldier": Role(other="woman", hair=("crew",), other_hair=("low_bun",), wear=(("trousers", "*#6b7048"), ("work_shirt", "*#7d8258"), ("holster", "#3a3a2c"), ("boots", "#3a3328"), ("hat:cap", "*#6b7048")), arms=(None, SALUTE)),
    "general": Role(build="old_man", hair=("grey_short",), wear=(("trousers", "#3a4a3a"), ("blazer", "*#4a5a44"), ("tie", "#2b2b33"), ("epaulettes", "#e3b04b"), ("medal", "#e3b04b"), ("hat:peaked_cap", "#4a5a44"), ("tall_boots", "#26262c")), arms=(HIP, SALUTE)),
    "spy": Role(other="woman", other_hair=("long",), wear=(("trousers", "#22242a"), ("tailcoat", "*#26272f"), ("bow_tie", "#1c1d24"), ("sunglasses", "#1c1c20"), _SHOES), arms=(HIP, None)),
    "thief": Role(hair=("crew",), wear=(("trousers", "#26272e"), ("striped_tee", "*#26272e"), ("hero_mask", "#22242a"), ("hat:beanie", "#26272e"), ("sneakers", "#3a3d44")), carries=(("sack", "#a5753f"),), arms=(SHOULDER, None)),
    "prisoner": Role(hair=("crew",), traits=("sad",), wear=(("trousers", "*#e07b33"), ("short_shirt", "*#e07b33"), _TAG, ("slippers", "#f3f3f0"))),
    "referee": Role(other="woman", other_hair=("ponytail",), hair=("crew",), wear=(("shorts", "#22242a"), ("jersey", "*#e8c62f"), ("long_socks", "#22242a"), ("sneakers", "#22242a")), arms=(HIP, POINT)),
    "lifeguard": Role(other="woman", other_hair=("ponytail",), hair=("crew",), traits=("muscular",), wear=(("long_shorts", "*#e2413a"), ("tee", "*#f2c12e"), ("hat:cap", "#e2413a"), ("sandals", "#3a3d44"))),
    "diver": Role(other="woman", other_hair=("ponytail",), hair=("crew",), wear=(("bodysuit", "*#26303f"), ("belt", "#f2c12e"), ("boots", "#f2c12e"), ("goggles", "#f2c12e"))),
    "hiker": Role(other="woman", other_hair=("ponytail",), wear=(("shorts", "#7a6a4a"), ("work_shirt", "*#c8574b"), ("backpack", "#3f7fc4"), ("hat:bucket_hat", "#8f9a6a"), ("boots", "#7a5436")), carries=(("staff", "#b98a4a"),), arms=(HIP, STAFF)),
    "hunter": Role(hair=("short",), traits=("beard",), wear=(("trousers", "#5a5a3a"), ("work_shirt", "#8a4a3a"), ("leather_vest", "*#6a5236"), ("hat:deerstalker", "#7a6a4a"), ("tall_boots", "#4b3a28"))),
    "shepherd": Role(other="woman", other_hair=("braids",), wear=(("trousers", "#7a6a50"), ("shirt", "#f0e6d0"), ("cape", "*#a08058"), ("hat:straw_hat", "#d9b86a"), ("boots", "#6a4a35")), carries=(("staff", "#b98a4a"),), arms=(HIP, STAFF)),
    "explorer": Role(other="woman", other_hair=("braids",), wear=(("long_shorts", "#a8926a"), ("short_shirt", "*#c9b48a"), ("neckerchief", "#c2413c"), ("belt", "#5b3a28"), ("hat:cowboy_hat", "#8a6a45"), ("boots", "#6a4a35")), carries=(("magnifier", "#d9a441"),), arms=(HIP, RAISED)),
    "volunteer": Role(other="woman", other_hair=("ponytail",), wear=(_JEANS, ("tee", "*#e2574c"), _TAG, ("hat:cap", "#e2574c"), _SNEAKERS)),
    "traffic_warden": Role(build="woman", hair=("low_bun",), wear=(("trousers", "#2b3348"), ("short_shirt", "*#a9c3e6"), ("tie", "#2b3348"), ("hat:peaked_cap", "#2b3348"), _SHOES), carries=(("clipboard", "#f3f3f0"),), arms=(BELLY, BELLY)),
    "customs_officer": Role(other="woman", other_hair=("low_bun",), wear=(("trousers", "#22304f"), ("short_shirt", "*#f3f6fa"), ("tie", "#22304f"), ("epaulettes", "#22304f"), ("badge", "#e3b04b"), ("hat:peaked_cap", "#22304f"), _SHOES)),
    "nanny": Role(build="woman", hair=("low_bun",), wear=(("trousers", "#5a6a7a"), ("short_shirt", "*#f0b8c4"), ("bib_apron", "#fbf7ef"), ("slippers", "#f2ead8"))),
    "caregiver": Role(build="woman", hair=("ponytail", "low_bun"), wear=(("trousers", "#5a6a7a"), ("polo", "*#8fc4a8"), _TAG, ("sneakers", "#ffffff"))),
    # -- faith and fortune ---------------------------------------------------------------------------------------
    "fortune_teller": Role(build="old_man", hair=("grey_short",), traits=("beard",), wear=(("robe", "*#5a4a7a"), ("sunglasses", "#26262c"), ("hat:pillbox", "#3a3440"), ("slippers", "#26262c"))),
    "taoist_priest": Role(build="old_man", hair=("topknot",), hair_colour="#cfccc8", wear=(("robe", "*#e0b03a"), ("long_beard", "#e4e1dc"), ("slippers", "#26262c")), carries=(("sword", "#8a5a38"),), arms=(HIP, RAISED)),
    "nun_buddhist": Role(build="woman", hair=("none",), wear=(("robe", "*#a89a86"), ("garland", "#7a4a2c"), ("slippers", "#8a7a66")), face=(("eyes", "happy"),)),
    "priest": Role(build="old_man", hair=("grey_short",), wear=(("robe", "*#26262c"), ("stand_collar", "#fdfcf8"), ("shoes", "#22242a")), carries=(("book", "#7a2f2f"),), arms=(HIP, ARM)),
    "nun": Role(build="woman", hair=("tucked",), wear=(("robe", "*#2b2c36"), ("wimple", "#2b2c36"), ("shoes", "#22242a")), arms=(BELLY, BELLY)),
}  # fmt: skip
