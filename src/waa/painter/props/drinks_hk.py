"""What is drunk in a Hong Kong tea house."""

from __future__ import annotations

from waa.painter.cast import Look, draws
from waa.painter.colour import rgb
from waa.painter.props.tableware import PORCELAIN, banded, drink, handle, ringed, saucer, spoon, spun
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import join, lathe
from waa.painter.solid.model import Anchor, Model

LINE = "#c8352b"


@draws("milk_tea", yaw=-24)
def milk_tea(look: Look) -> Model:
    """Hot milk tea in a thick white cup on its saucer, each with a red line."""
    tea = look.tint("#c48650")
    outer = [(0, 0.013), (0.020, 0.013), (0.021, 0.009), (0.025, 0.009), (0.0275, 0.014), (0.0365, 0.028), (0.0415, 0.048),
             (0.0425, 0.070)]  # fmt: skip
    wall = lathe(banded(smooth(outer, closed=False, steps=5), 0.0560, 0.0585, 0.0610, 0.0620), PORCELAIN, 0.66, steps=64,
                 crease=75)  # fmt: skip
    wall = ringed(wall, rgb(LINE), (0.0560, 0.0585), (0.0610, 0.0620))
    lip = spun([(0.0425, 0.070), (0.0424, 0.0728), (0.0400, 0.0740), (0.0376, 0.0728), (0.0370, 0.070)])
    hollow = spun([(0.0370, 0.070), (0.0362, 0.060), (0.034, 0.050)])
    cup = join(wall, lip, hollow, handle(0.0405, 0.030, 0.062, 0.020, 0.0052), drink(0.0366, 0.0665, tea))
    under = join(saucer(0.076, line=rgb(LINE)), spoon().turned(yaw=24).moved(0.004, 0.0105, 0.052))
    return Model(
        mesh=join(cup, under),
        anchors={"grip": Anchor(at=(0, 0.04, 0)), "top": Anchor(at=(0, 0.0665, 0), size=0.06),
                 "inside": Anchor(at=(0, 0.066, 0), size=0.06), "steam": Anchor(at=(0, 0.070, 0), size=0.07)},
    )  # fmt: skip
