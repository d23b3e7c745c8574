"""Builds: the proportions of a figure, in head heights. A toy: large head, small hands, sturdy legs."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Build:
    """`metres` is the whole height, the rest is in head heights; pairs are (half width, half depth)."""

    metres: float = 1.72
    legs: float = 1.40  # hip joint over the ground
    torso: float = 1.02  # hip joint to the root of the neck
    neck: float = 0.09  # root of the neck to the chin
    shoulder: float = 0.365  # half the distance of the shoulder joints
    chest: tuple[float, float] = (0.365, 0.255)
    waist: tuple[float, float] = (0.315, 0.235)
    hips: tuple[float, float] = (0.325, 0.245)
    stance: float = 0.170  # half the distance of the hip joints
    upper_arm: float = 0.46
    forearm: float = 0.41
    arm: float = 0.106  # radius at the shoulder
    leg: float = 0.162  # radius at the hip
    hand: float = 1.0
    foot: float = 1.0
    stoop: float = 0.0  # degrees
    age: str = "adult"

    @property
    def heads(self) -> float:
        return self.legs + self.torso + self.neck + 1.0

    @property
    def reach(self) -> float:
        """From shoulder to wrist."""
        return self.upper_arm + self.forearm

    @property
    def ankle(self) -> float:
        """Its height over the ground."""
        return 0.15 * self.foot

    @property
    def stride(self) -> float:
        """From hip joint to ankle."""
        return self.legs - self.ankle


MAN = Build()
WOMAN = Build(
    metres=1.62,
    legs=1.38,
    torso=0.94,
    shoulder=0.310,
    chest=(0.312, 0.235),
    waist=(0.268, 0.210),
    hips=(0.325, 0.245),
    stance=0.158,
    upper_arm=0.43,
    forearm=0.385,
    arm=0.088,
    leg=0.146,
    hand=0.90,
    foot=0.90,
)
CHILD = Build(
    metres=1.2,
    legs=0.94,
    torso=0.78,
    neck=0.05,
    shoulder=0.285,
    chest=(0.290, 0.225),
    waist=(0.285, 0.230),
    hips=(0.285, 0.235),
    stance=0.135,
    upper_arm=0.35,
    forearm=0.31,
    arm=0.086,
    leg=0.132,
    hand=0.86,
    foot=0.84,
    age="child",
)
BABY = Build(
    metres=0.68,
    legs=0.62,
    torso=0.66,
    neck=0.02,
    shoulder=0.255,
    chest=(0.275, 0.225),
    waist=(0.300, 0.250),
    hips=(0.305, 0.260),
    stance=0.140,
    upper_arm=0.27,
    forearm=0.25,
    arm=0.088,
    leg=0.130,
    hand=0.78,
    foot=0.74,
    age="baby",
)
OLD_MAN = replace(
    MAN, metres=1.64, legs=1.26, torso=0.98, shoulder=0.345, waist=(0.335, 0.265), stoop=9, age="old"
)
OLD_WOMAN = replace(
    WOMAN, metres=1.54, legs=1.20, torso=0.92, waist=(0.315, 0.255), hips=(0.340, 0.265), stoop=10, age="old"
)

BUILDS = {
    "man": MAN,
    "woman": WOMAN,
    "boy": CHILD,
    "girl": CHILD,
    "baby": BABY,
    "old_man": OLD_MAN,
    "old_woman": OLD_WOMAN,
}


def chubby(build: Build) -> Build:
    """The same person, rounder."""

    def wider(pair: tuple[float, float], by: float) -> tuple[float, float]:
        return pair[0] * by, pair[1] * (by + 0.06)

    return replace(
        build,
        chest=wider(build.chest, 1.14),
        waist=wider(build.waist, 1.36),
        hips=wider(build.hips, 1.20),
        arm=build.arm * 1.18,
        leg=build.leg * 1.14,
        stance=build.stance * 1.12,
        shoulder=build.shoulder * 1.05,
    )


def tall(build: Build) -> Build:
    return replace(
        build,
        metres=build.metres * 1.1,
        legs=build.legs * 1.14,
        torso=build.torso * 1.04,
        upper_arm=build.upper_arm * 1.08,
        forearm=build.forearm * 1.08,
    )


def slim(build: Build) -> Build:
    """The same person, thinner."""
    return replace(
        build,
        waist=(build.waist[0] * 0.88, build.waist[1] * 0.90),
        hips=(build.hips[0] * 0.92, build.hips[1] * 0.92),
        arm=build.arm * 0.88,
        leg=build.leg * 0.88,
    )


def muscular(build: Build) -> Build:
    """Broad shoulders, a deep chest, strong arms."""
    return replace(
        build,
        shoulder=build.shoulder * 1.16,
        chest=(build.chest[0] * 1.16, build.chest[1] * 1.14),
        arm=build.arm * 1.34,
        leg=build.leg * 1.10,
    )
