"""Score the words engine on the corpora beside this file; all were written without reading the engine.

The engine was tuned to understand.jsonl and amend.jsonl; the two `_fresh` files examine what it makes of the rest.

`python -m tests.words.corpus.score` prints, per field, how often the engine agrees, and every miss.

A line of understand.jsonl expects the wire format of `waa understand --jsonl`, only in the fields on which
sensible people agree. Read it so:
- where one of several answers is right, the answers stand in a list; `null` means that nothing may be there;
- a field that is not there is not scored, neither is a thing's count that is not there;
- `things[].or_place`: understood as the place is right too;
- `also`: things that may be there but need not be; `relations_also` likewise; a `*` end is anything;
- `language` zh is any Chinese; mixed may be called Cantonese.

A line of amend.jsonl expects `edits` in the wire format, each of them only in the fields it names. `optional`
edits may be missing, `either` holds edits one of which is right, `or` holds other right ways to do it all.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waa.words.jsonl import amend_line, understand_line

Json = Mapping[str, Any]
HERE = Path(__file__).parent
CORPORA = ("understand", "amend", "understand_fresh", "amend_fresh")
SCALARS = ("time", "weather", "season", "festival", "style", "mode", "shot", "aspect", "text")
LEAKY = ("colour", "size", "material")
ATTRIBUTES = ("count", "colour", "size", "material", "doing")


@dataclass(frozen=True)
class Mark:
    """One question put to the engine: did it agree in this field of this line?"""

    line: str
    field: str
    right: bool
    wanted: object = None
    got: object = None


@dataclass(frozen=True)
class Report:
    """All marks of one file."""

    marks: tuple[Mark, ...]

    @property
    def accuracy(self) -> float:
        """Share of all questions answered rightly."""
        return sum(mark.right for mark in self.marks) / len(self.marks)

    @property
    def whole_lines(self) -> float:
        """Share of lines without any miss."""
        lines = {mark.line for mark in self.marks}
        return 1 - len({mark.line for mark in self.misses}) / len(lines)

    @property
    def misses(self) -> list[Mark]:
        return [mark for mark in self.marks if not mark.right]

    def by_field(self) -> dict[str, tuple[int, int]]:
        """(right, asked) of every field, the worst first."""
        asked = Counter(mark.field for mark in self.marks)
        missed = Counter(mark.field for mark in self.misses)
        fields = sorted(asked, key=lambda field: (-missed[field] / asked[field], field))
        return {field: (asked[field] - missed[field], asked[field]) for field in fields}


def plain(name: str) -> str:
    """A name as compared: lower case, without hyphens and the plural's s."""
    words = name.lower().replace("-", " ").replace("’", "'").strip()
    if words.endswith("ies"):
        return words[:-3] + "y"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def as_list(value: object) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def named(wanted: object, got: object) -> bool:
    """Whether any wanted name is among the given ones."""
    return bool({plain(str(w)) for w in as_list(wanted)} & {plain(str(g)) for g in as_list(got)})


def agrees(wanted: object, got: object) -> bool:
    """Whether a field holds (one of) the wanted value(s); null only agrees with nothing."""
    if wanted is None:
        return got in (None, [], "")
    choices = as_list(wanted)
    if got in (None, []):
        return None in choices
    return any(
        plain(choice) in {plain(str(g)) for g in as_list(got)} if isinstance(choice, str) else choice == got
        for choice in choices
    )


# Understanding


def pair_up(wanted: Sequence[Json], got: Sequence[Json]) -> dict[int, int]:
    """Which produced thing answers which wanted thing: by name, better agreement first."""
    pairs = [
        (-sum(agrees(want[a], have.get(a)) for a in ATTRIBUTES if a in want), i, j)
        for i, want in enumerate(wanted)
        for j, have in enumerate(got)
        if named(want["names"], have["names"])
    ]
    chosen: dict[int, int] = {}
    for _, i, j in sorted(pairs):
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return chosen


def mark_things(line: str, expect: Json, got: Json) -> Iterator[Mark]:
    wanted, have = expect["things"], got["things"]
    pairs = pair_up(wanted, have)
    for i, want in enumerate(wanted):
        as_place = bool(want.get("or_place")) and named(want["names"], got["place"])
        names = [thing["names"][0] for thing in have]
        yield Mark(line, "things", i in pairs or as_place, want["names"][0], names)
        if i in pairs:
            answer = have[pairs[i]]
            for field in (a for a in ATTRIBUTES if a in want):
                yield Mark(line, field, agrees(want[field], answer.get(field)), want, answer.get(field))
    if any(field in want for want in wanted for field in LEAKY):
        yield mark_leaks(line, wanted, have, pairs)
    allowed = [*expect.get("also", []), *([expect["place"]] if expect.get("place") else [])]
    extra = [
        thing
        for j, thing in enumerate(have)
        if j not in pairs.values() and not any(named(names, thing["names"]) for names in allowed)
    ]
    for field, drawn in (("no invented things", True), ("no words misread as things", False)):
        found = [thing["names"][0] for thing in extra if thing["drawable"] is drawn]
        yield Mark(line, field, not found, "none", found)


def mark_leaks(line: str, wanted: Sequence[Json], have: Sequence[Json], pairs: dict[int, int]) -> Mark:
    """The red of the umbrella must not be on the cat too, when the words give the cat no colour."""
    leaked = [
        (have[j]["names"][0], field, have[j][field])
        for i, j in pairs.items()
        for field in LEAKY
        if field not in wanted[i] and have[j][field]
        if any(agrees(other[field], have[j][field]) for other in wanted if field in other)
    ]
    return Mark(line, "no leaked attributes", not leaked, "none", leaked)


def mark_relations(line: str, expect: Json, got: Json) -> Iterator[Mark]:
    def is_end(index: int | str, answer: int) -> bool:
        return index == "*" or named(expect["things"][index]["names"], got["things"][answer]["names"])

    turned = [(a, r, s) for s, r, a in got["relations"] if r == "beside"]  # holds both ways

    def given(subject: int, relation: object, anchor: int | str) -> bool:
        return any(
            is_end(subject, s) and agrees(relation, r) and is_end(anchor, a)
            for s, r, a in [*got["relations"], *turned]
        )

    for subject, relation, anchor in expect.get("relations", []):
        if anchor != "*" and expect["things"][anchor].get("or_place") and got["place"]:
            continue  # on a cliff, when the cliff is the place, is no relation
        yield Mark(line, f"relation {as_list(relation)[0]}", given(subject, relation, anchor),
                   [subject, relation, anchor], [got["english"], got["relations"]])  # fmt: skip


def speaks(wanted: str, got: str) -> bool:
    allowed = {"mixed": ("mixed", "yue"), "zh": ("zh", "yue"), "yue": ("yue",), "en": ("en",)}
    return got.startswith(allowed.get(wanted, ("zh",)))


def mark_negative(line: str, wanted: list[list[str]], got: Json) -> Mark:
    drawn = any(named(names, thing["names"]) for names in wanted for thing in got["things"])
    right = all(named(names, got["negative"]) for names in wanted) and not drawn
    asked = "negative" if wanted else "kept empty"
    return Mark(line, asked, right and bool(wanted) == bool(got["negative"]), wanted, got["negative"])


def mark_understanding(item: Json) -> Iterator[Mark]:
    """All marks of one line of understand.jsonl."""
    line, expect = item["id"], item["expect"]
    got = understand_line({"id": line, "prompt": item["prompt"]})
    if "things" in expect:
        yield from mark_things(line, expect, got)
        yield from mark_relations(line, expect, got)
    for field in (f for f in (*SCALARS, "place") if f in expect):
        asked = field if as_list(expect[field]) else "kept empty"
        yield Mark(line, asked, agrees(expect[field], got[field]), expect[field], got[field])
    if "negative" in expect:
        yield mark_negative(line, expect["negative"], got)
    if "language" in expect:
        yield Mark(line, "language", speaks(expect["language"], got["language"]),
                   expect["language"], got["language"])  # fmt: skip
    for word in expect.get("unknown", []):
        told = any(word in span for span in got["unknown"])
        yield Mark(line, "unknown", told, word, got["unknown"])


# Amending


def mark_target(line: str, want: Json, got: Json | None) -> Iterator[Mark]:
    yield Mark(line, "target", named(want["names"], (got or {}).get("names")), want["names"], got)
    if "which" in want:
        yield Mark(line, "which", (got or {}).get("which") == want["which"], want["which"], got)


def mark_value(line: str, op: str, want: Any, got: Any) -> Iterator[Mark]:
    """A thing, a place's names, a move to somewhere, or one word."""
    if not isinstance(want, Mapping):
        yield Mark(line, f"value of {op}", agrees(want, got), want, got)
        return
    answer = got if isinstance(got, Mapping) else {}
    for field, value in want.items():
        if field in ("names", "anchor"):
            right = named(*((value, answer.get("names")) if field == "names" else
                            (value["names"], (answer.get("anchor") or {}).get("names"))))  # fmt: skip
            yield Mark(line, f"{field} of {op}", right, value, got)
        else:
            yield Mark(line, field, agrees(value, answer.get(field)), value, got)


def mark_edit(line: str, want: Json, got: Json) -> Iterator[Mark]:
    """All marks of an edit that was found; `done` is asked only of engines that say it."""
    yield Mark(line, f"op {want['op']}", True)
    if "target" in want:
        yield from mark_target(line, want["target"], got.get("target"))
    if "value" in want:
        yield from mark_value(line, want["op"], want["value"], got.get("value"))
    for field in ("degree", "photo_op"):
        if field in want:
            yield Mark(line, field, agrees(want[field], got.get(field)), want[field], got.get(field))
    if "done" in got:
        done = want.get("done", True)
        yield Mark(line, "done or not", got["done"] == done, done, [got["op"], got["done"]])


def best_answer(line: str, want: Json, left: Sequence[Json]) -> tuple[Json | None, list[Mark]]:
    """The produced edit that fits best, with its marks; among edits of the same kind only."""
    tries = [
        (got, list(mark_edit(line, choice, got)))
        for choice in want.get("either", [want])
        for got in left
        if got["op"] == choice["op"]
    ]
    if not tries:
        return None, []
    return max(tries, key=lambda found: sum(mark.right for mark in found[1]) / len(found[1]))


def mark_edits(line: str, wanted: Sequence[Json], got: Sequence[Json]) -> list[Mark]:
    left, marks = list(got), []
    for want in wanted:
        answer, answered = best_answer(line, want, left)
        if answer is not None:
            left.remove(answer)
        elif not want.get("optional"):
            ops = [choice["op"] for choice in want.get("either", [want])]
            answered = [Mark(line, f"op {ops[0]}", False, want, [edit["op"] for edit in got])]
        marks += answered
    extra = [[edit["op"], edit.get("target"), edit.get("value")] for edit in left]
    return [*marks, Mark(line, "no invented edits", not extra, "", extra)]


def mark_amendment(item: Json) -> Iterator[Mark]:
    """All marks of one line of amend.jsonl, under whichever right way the engine came closest to."""
    line, expect = item["id"], item["expect"]
    got = amend_line({key: item[key] for key in ("id", "before", "command")})
    ways = [mark_edits(line, way, got["edits"]) for way in (expect["edits"], *expect.get("or", []))]
    yield from max(ways, key=lambda marks: sum(mark.right for mark in marks) / len(marks))
    for word in expect.get("unknown", []):
        yield Mark(line, "unknown", any(word in span for span in got["unknown"]), word, got["unknown"])


# Reports


def calmly(marker: Callable[[Json], Iterator[Mark]], item: Json) -> list[Mark]:
    """The marks of a line; an engine that falls over it has missed one question, and the rest are asked."""
    try:
        return list(marker(item))
    except Exception as error:
        return [Mark(item["id"], "no crash", False, "an answer", repr(error))]


def score(name: str) -> Report:
    """The report of one of CORPORA."""
    marker = mark_understanding if name.startswith("understand") else mark_amendment
    text = (HERE / f"{name}.jsonl").read_text(encoding="utf-8")
    return Report(tuple(mark for line in text.splitlines() for mark in calmly(marker, json.loads(line))))


def show(name: str) -> None:
    """Print the table of one file, then its misses, field by field."""
    report = score(name)
    said = {
        item["id"]: item.get("prompt") or f"{item['before']['things']} {item['command']}"
        for item in map(json.loads, (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
    }
    print(f"{name}: {report.accuracy:.1%} of {len(report.marks)} questions, "
          f"{report.whole_lines:.1%} of {len(said)} lines whole")  # fmt: skip
    for field, (right, asked) in report.by_field().items():
        print(f"  {field:24} {right:4} of {asked:4}  {right / asked:6.1%}")
    misses: dict[str, list[Mark]] = defaultdict(list)
    for mark in report.misses:
        misses[mark.field].append(mark)
    for field, marks in sorted(misses.items(), key=lambda pair: -len(pair[1])):
        print(f"\n{field}: {len(marks)}")
        for mark in marks:
            print(f"  {mark.line} {said[mark.line]}\n      wanted {mark.wanted}, got {mark.got}")


if __name__ == "__main__":
    for corpus in sys.argv[1:] or CORPORA:
        show(corpus)
