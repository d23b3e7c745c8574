"""English word forms: the plurals people type, and the article and number a sentence needs."""

from __future__ import annotations

_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "mouse": "mice",
    "goose": "geese",
    "foot": "feet",
    "tooth": "teeth",
    "ox": "oxen",
    "wolf": "wolves",
    "knife": "knives",
    "leaf": "leaves",
    "shelf": "shelves",
    "loaf": "loaves",
    "elf": "elves",
    "calf": "calves",
    "half": "halves",
    "wife": "wives",
    "scarf": "scarves",
    "life": "lives",
    "thief": "thieves",
    "fish": "fish",
    "sheep": "sheep",
    "deer": "deer",
    "reindeer": "reindeer",
    "octopus": "octopuses",
    "cactus": "cacti",
    "fungus": "fungi",
    "sushi": "sushi",
    "series": "series",
    "species": "species",
    "shrimp": "shrimp",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "photo": "photos",
    "piano": "pianos",
    "hero": "heroes",
    "tomato": "tomatoes",
    "potato": "potatoes",
    "mango": "mangoes",
    "volcano": "volcanoes",
    "echo": "echoes",
    "bus": "buses",
    "squid": "squid",
    "dice": "dice",
    "dim sum": "dim sum",
    "ramen": "ramen",
    "rice": "rice",
}
# Words English does not count: "noodles" and "glasses" are many already, "rice" has no plural.
_UNCOUNTED = frozenset(
    [
        "rice",
        "bread",
        "water",
        "milk",
        "beer",
        "wine",
        "juice",
        "tea",
        "coffee",
        "sushi",
        "ramen",
        "grass",
        "snow",
        "sand",
        "fire",
        "smoke",
        "dim",
        "sum",
        "fruit",
        "food",
        "pasta",
        "butter",
        "cheese",
        "chocolate",
        "honey",
        "soup",
        "toast",
        "congee",
        "luggage",
        "jewellery",
        "furniture",
        "makeup",
        "art",
        "music",
        "hair",
        "meat",
        "beef",
        "pork",
        "cream",
        "ice",
        "jam",
        "ink",
        "paper",
        "mahjong",
        "tofu",
        "lightning",
        "rain",
        "fog",
        "mist",
        "sunlight",
        "moonlight",
        "fireworks",
        "noodles",
        "fries",
        "glasses",
        "sunglasses",
        "headphones",
        "trousers",
        "jeans",
        "shorts",
        "scissors",
        "firecrackers",
        "clothes",
        "pyjamas",
        "binoculars",
        "grapes",
        "flowers",
        "people",
        "popcorn",
        "candy",
    ]
)


def plural(word: str) -> str:
    """'hot dog' -> 'hot dogs', 'cup of tea' -> 'cups of tea', 'noodles' as it is."""
    head, of, rest = word.partition(" of ")
    if of:
        return f"{plural(head)}{of}{rest}"
    first, space, last = word.rpartition(" ")
    if last in _IRREGULAR:
        return first + space + _IRREGULAR[last]
    if last.endswith("man") and last not in ("human", "german", "shaman", "talisman"):
        return first + space + last[:-3] + "men"
    if last in _UNCOUNTED or not last.isascii():
        return word
    if last.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if last.endswith("y") and len(last) > 1 and last[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def is_uncounted(word: str) -> bool:
    """Whether English puts no 'a' before it: 'rice', 'noodles', 'dim sum'."""
    return word.rpartition(" ")[2] in _UNCOUNTED or word in ("dim sum", "fish balls", "roast goose")


def article(phrase: str) -> str:
    """'a' or 'an' for what follows."""
    first = phrase[:1].lower()
    silent = phrase.lower().startswith(("hour", "honest"))
    as_you = phrase.lower().startswith(("uni", "use", "eu", "one", "uku", "ufo", "u"))
    if (
        as_you and not phrase.lower().startswith(("umb", "un", "ug", "up", "ur"))
    ) or phrase.lower().startswith("uni"):
        return "a"
    return "an" if first in "aeiou" or silent else "a"


_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def number(count: int) -> str:
    """'three', '15'."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)
