"""Orders: an instruction cut into clauses, each with what it wants done and the words it is done to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from waa.words.lexicon import Concept
from waa.words.pointing import is_direction
from waa.words.tokens import Word, tokenise

_ALWAYS_SPLITS = frozenset(
    [
        "再",
        "然後",
        "之後",
        "跟住",
        "then",
        "並",
        "並且",
        "同時",
        "順便",
        "最後",
        "而且",
        "另外",
        "還有",
        "afterwards",
        "also",
        "仲要",
        "仲有",
    ]
)
_DESIRES = frozenset(
    [
        "要",
        "想要",
        "我要",
        "我想要",
        "先啱",
        "啱啲",
        "先得",
        "就夠",
        "i want",
        "i need",
        "i'd like",
        "instead",
    ]
)
_BREAKS = "，,。.;；!！\n?？"


@dataclass
class Order:
    """One clause. `commands` are the ids of its commands in order, with the index in `words` each stood before; the
    command words themselves are taken out of `words`. `photo` are its pixel operations. `gives` tells that somebody
    gets something ('幫佢…', 'give it …'), `desires` that something is wanted so ('要三隻', 'I want …'); `direction` is
    that of a command that has its own ('推後啲')."""

    words: list[Word] = field(default_factory=list)
    commands: list[tuple[str, int]] = field(default_factory=list)
    photo: list[Word] = field(default_factory=list)
    degree: str | None = None
    gives: bool = False
    direction: str | None = None
    desires: bool = False

    def wants(self, *names: str) -> bool:
        return any(name in names for name, _ in self.commands)

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.commands or self.photo)


def orders(text: str) -> list[Order]:
    """The clauses of an instruction, in order."""
    found: list[Order] = []
    current = Order()
    words = tokenise(text, orders=True)
    for i, _word in enumerate(words):
        if _splits(words, i):
            found.append(current)
            current = Order()
            if not words[i].sense("command") and not words[i].function("not"):
                continue
        _take(current, words, i)
    found.append(current)
    return [order for order in found if not order.is_empty]


def _splits(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if word.kind == "mark":
        return word.text in _BREAKS
    if word.text in ("另外",) and i + 1 < len(words) and words[i + 1].text[:1] in "嗰呢那這":
        return False
    if (
        word.text in ("唔要", "不要", "唔係", "不是")
        and i > 1
        and words[i - 1].sense("thing")
        and _thing_follows(words, i)
    ):
        return True
    if word.text.lower() in _ALWAYS_SPLITS:
        return word.sense("command") is None or i == 0 or word.text in ("再", "再加")
    if word.function("and") and i + 1 < len(words):
        following = words[i + 1]
        if following.text.lower() in _ALWAYS_SPLITS:
            return True
        return (
            _is_command(following)
            or any(w.text.lower() == "other" for w in words[i + 1 : i + 3])
            or following.sense("photo", "time", "weather", "style", "season") is not None
        )
    return False


def _thing_follows(words: Sequence[Word], i: int) -> bool:
    return any(w.sense("thing") for w in words[i + 1 : i + 3])


def _is_command(word: Word) -> bool:
    sense = word.sense("command")
    return sense is not None and sense.id not in ("with",) and word.sense("thing", "place") is None


def _take(order: Order, words: Sequence[Word], i: int) -> None:
    word = words[i]
    order.gives = order.gives or word.function("give")
    degree = word.sense("degree")
    command = _command(word, words, i, order)
    if word.sense("photo") is not None:
        order.photo.append(word)
        if (
            command is None
            and word.sense("colour", "trait", "style", "aspect", "mode", "size", "thing") is not None
        ):
            order.words.append(word)
    order.desires = order.desires or word.text.lower() in _DESIRES
    if command is not None:
        moves = command.attributes.get("is") == "move"
        order.commands.append(("move" if moves else command.id, len(order.words)))
        order.direction = command.attributes.get("to", order.direction)
    elif degree is not None and not (word.text in ("好", "很") and _adjective_follows(words, i)):
        order.degree = order.degree or degree.id
    elif word.sense("photo") is None:
        order.words.append(word)


def _adjective_follows(words: Sequence[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].sense("size", "trait") is not None


def _command(word: Word, words: Sequence[Word], i: int, order: Order) -> Concept | None:
    sense = word.sense("command")
    if sense is None:
        return None
    if word.sense("thing", "place") is not None and (order.commands or i > 0):
        return None
    if sense.id == "with" and not order.commands and not (word.is_latin and i > 0):
        return None
    if sense.id == "with" and word.function("have") and not order.wants("replace"):
        return None  # 'a cat with a hat'
    if sense.id == "text" and word.text in ("字", "文字", "text", "words", "啲字") and order.wants("remove"):
        return None
    if word.text in ("擺", "放") and not (
        i + 1 < len(words) and (is_direction(words[i + 1]) or words[i + 1].function("who"))
    ):
        return None
    if sense.id == "count" and word.text in ("得", "留") and not order.words and not order.commands:
        return None
    if word.sense("localiser") and word.sense("localiser") is not None and sense.id in ("colour",):
        return None
    if word.text.lower() in ("just", "place", "give", "also") and order.commands:
        return None
    if word.sense("verb") is not None and sense.id in ("move", "text") and order.wants("add"):
        return None
    return sense.concept
