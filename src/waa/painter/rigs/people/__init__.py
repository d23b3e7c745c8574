"""People: one parametric figure; its poses, heads, hair and clothes as parts, the roles as data."""

from waa.painter.rigs.people.garments import GARMENTS
from waa.painter.rigs.people.hands import holds
from waa.painter.rigs.people.jobs import PEOPLE
from waa.painter.rigs.people.mounted import scale_to
from waa.painter.rigs.people.outfits import cut_of, puts_on
from waa.painter.rigs.people.person import BOARDS
from waa.painter.rigs.people.stand_ins import stand_in

__all__ = ["BOARDS", "GARMENTS", "PEOPLE", "cut_of", "holds", "puts_on", "scale_to", "stand_in"]
