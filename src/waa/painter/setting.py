"""Setting of a scene: the place, the hour and the weather that were asked for, or that suit what is in it."""

from __future__ import annotations

from collections.abc import Sequence

from waa.painter.casting import is_portrait
from waa.painter.facts import Facts
from waa.painter.plan import Subject
from waa.painter.stage import Setting, places
from waa.words import lexicon
from waa.words.scene import Scene

# Where a thing is at home when nobody says where it is: the first family that fits decides.
_HOME_OF_CONCEPT = {
    "penguin": "polar", "polar_bear": "polar", "seal": "polar", "igloo": "polar", "camel": "desert", "cactus": "desert",
    "fox": "forest", "deer": "forest", "reindeer": "snowfield", "wolf": "forest", "bear": "forest", "owl": "forest",
    "hedgehog": "forest", "squirrel": "forest", "mushroom": "forest", "rocket": "space", "planet": "space",
    "saturn": "space",
    "ufo": "space", "astronaut": "space", "alien": "space", "earth": "space", "satellite": "space", "mars": "space",
    "junk": "harbour", "ferry": "harbour", "fireworks": "harbour", "dragon_boat": "harbour", "sampan": "lake",
    "sailboat": "beach", "ship": "beach", "submarine": "underwater", "taxi": "street", "minibus": "street",
    "double_decker": "street", "bus": "street", "tram": "street", "sports_car": "road", "motorcycle": "road",
    "car": "road",
    "truck": "road", "snowman": "snowfield", "santa": "snowfield", "christmas_tree": "snowfield", "book": "library",
    "bookshelf": "library", "piano": "room", "sofa": "room", "lion_dance": "temple_court", "lantern": "temple_court",
    "red_packet": "product", "microphone": "stage", "singer": "stage", "chef": "kitchen", "teacher": "classroom",
    "office_worker": "office", "laptop": "office", "computer": "office", "swan": "lake", "duck": "lake",
    "lotus": "lake",
    "frog": "lake", "hot_air_balloon": "sky", "airplane": "sky", "kite": "meadow", "ghost": "forest",
    "mermaid": "underwater",
    "skyscraper": "harbour", "ferris_wheel": "harbour", "tong_lau": "street", "traffic_light": "street",
    "postbox": "street",
    "telephone_box": "street", "bus_stop": "street", "bench": "park", "carousel": "park", "fountain": "park",
    "street_lamp": "park", "neon_sign_art": "street", "vertical_sign": "street", "road_sign": "street",
    "minibus_sign": "product", "clock_tower": "harbour", "stilt_house": "lake",
    "market_stall": "street", "dai_pai_dong_stall": "street", "newsstand": "street", "public_housing": "park",
    "bun_tower": "temple_court", "incense_coil": "temple_court", "incense_burner": "temple_court",
    "swing": "park", "seesaw": "park", "vending_machine": "street", "fire_hydrant": "street",
    "temple_of_heaven": "mountain", "jumbo": "harbour", "peak_tower": "mountain",
    "wind_turbine": "meadow", "big_ben": "park",
    "torii": "mountain", "eiffel_tower": "park", "pyramid": "desert", "great_wall": "mountain",
    "flower": "garden", "rose": "garden", "tulip": "garden", "bauhinia": "garden", "campfire": "forest",
    "big_buddha": "mountain", "castle": "mountain", "pagoda": "mountain", "lighthouse": "beach", "tent": "forest",
    "cabin": "forest", "paifang": "street", "window_frame": "room", "fireplace": "room", "bed": "room",
    "hotpot": "room", "bathtub": "room",
    "curtain": "room",
}  # fmt: skip
_HOME_OF_SUBJECT = {"bouquet": "product", "orchid": "product", "bonsai": "product"}  # not of whoever holds it
_HOME_OF_FAMILY = (("fish", "underwater"), ("sea", "underwater"), ("drink", "cafe"), ("food", "cafe"),
    ("fruit", "cafe"),
                   ("product", "product"), ("jewellery", "product"), ("furniture", "room"), ("boat",
                   "beach"))  # fmt: skip
_INDOORS = ("food", "drink", "fruit", "product", "jewellery", "furniture")
_HOUR_OF_NAME = {"enchanted_forest": "night"}  # its toadstools shine
_HOUR_OF_FESTIVAL = {
    "mid-autumn": "night",
    "halloween": "night",
    "christmas": "night",
    "hungry ghost": "night",
}


def setting_of(scene: Scene, subjects: Sequence[Subject], seed: int) -> Setting:
    """Never fails: what nobody said and nothing suggests becomes a meadow by day."""
    place, behind = _place(scene, subjects), None
    if place not in places():
        place = "meadow"
    if is_portrait(scene) and place != "portrait":
        place, behind = "portrait", place
    return Setting(
        place=place,
        named=scene.place.id if scene.place else None,
        behind=behind,
        mood=scene.mood,
        background=scene.background,
        hour=_hour(scene, behind or place),
        weather=scene.weather,
        season=scene.season,
        festival=scene.festival,
        style=scene.style,
        seed=seed,
        stands=any(_stands(s.facts, s) for s in subjects),
        concepts=frozenset(t.concept for t in scene.things)
        | {t.material for t in scene.things if t.material}
        | ({scene.background} if scene.background else set()),
        text=scene.text,
    )


def _stands(known: Facts, subject: Subject) -> bool:
    return not (known.floats or known.flies or subject.pose in ("swim", "fly"))


def _place(scene: Scene, subjects: Sequence[Subject]) -> str:
    if scene.place is not None:
        backdrop = backdrop_of(scene.place.id)
        if backdrop is not None:
            return backdrop
    if scene.mode == "product" or (scene.background and not is_portrait(scene)):
        return "product"
    if scene.style == "ink wash" and not (subjects and subjects[0].facts.has(*_INDOORS)):
        return "ink"
    for subject in subjects:
        for concept in (subject.facts.concept, *(scene.thing(m).concept for m in subject.members)):
            if home := _HOME_OF_CONCEPT.get(concept):
                return home
    if is_portrait(scene):
        return "portrait"
    for subject in subjects[:1]:
        if home := _HOME_OF_SUBJECT.get(subject.facts.concept):
            return home
        for family, home in _HOME_OF_FAMILY:
            if subject.facts.has(family):
                return home
    for thing in scene.things:  # what the place itself shows, or nobody can draw, has a home too
        if home := _HOME_OF_CONCEPT.get(thing.concept):
            return home
    return "meadow"


def backdrop_of(place_id: str) -> str | None:
    """The backdrop that shows a place of the lexicon; None when none does."""
    if place_id in places():
        return place_id
    concept = lexicon.concept(place_id, "place")
    drawn = concept.attributes.get("draw") if concept else None
    return drawn if drawn in places() else None


def _hour(scene: Scene, place: str) -> str:
    usual = places()[place].hour
    time = scene.time or _HOUR_OF_FESTIVAL.get(scene.festival or "")
    if time is None and scene.place is not None:
        time = _HOUR_OF_NAME.get(scene.place.id)
    if scene.mood in ("golden", "dusk", "aurora") and time in (None, "sunset", "night"):
        return scene.mood
    if time is None and (places()[place].indoors or usual in ("night", "space")):
        return usual
    if time in (None, "day"):
        by_weather = {
            "snow": "snow",
            "rain": "overcast",
            "cloudy": "overcast",
            "fog": "overcast",
            "storm": "storm",
        }
        return by_weather.get(scene.weather or "", "day" if time == "day" else usual)
    return time
