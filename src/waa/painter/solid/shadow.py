"""Shadow: where a thing keeps the light from itself, and from the ground it stands on."""

from __future__ import annotations

import math

import cv2
import numpy as np

from waa.painter.colour import Array, F
from waa.painter.light import Light
from waa.painter.solid.mesh import Faces, Mesh
from waa.painter.solid.raster import Lens, nearest

MAP = 256  # pixels across the map of what the light sees


def sun_of(mesh: Mesh, lens: Lens, light: Light) -> tuple[Lens, Array]:
    """A lens that looks at the mesh along the light, from far away, and the depth (MAP, MAP) it sees."""
    toward = lens.turn.T @ light.toward
    right = np.cross(np.array([0, 1, 0], F), toward)
    right /= np.linalg.norm(right) + 1e-9
    axes = np.stack([right, np.cross(toward, right), toward]).astype(F)
    reach = mesh.vertices - lens.centre
    spread = math.sqrt(float(np.einsum("ij,ij->i", reach, reach).max())) * 1.05 + 1e-6
    sun = Lens(axes, lens.centre, spread * 40, MAP / 2 * 40, -MAP // 2, -MAP // 2, MAP, MAP)
    return sun, nearest(*sun.planes(mesh.vertices), mesh.faces, MAP, MAP, sun.far)


def on_ground(mesh: Mesh, lens: Lens, light: Light, foot: Array) -> tuple[Array, tuple[int, int]]:
    """The shadow (h, w) on the ground and its corner from the foot: the model flattened along the light, soft where
    it is far from its caster, dark where the two touch."""
    toward = lens.turn.T @ light.toward
    flat = np.array([toward[0], 0, toward[2]], F)
    flat = flat / F(np.linalg.norm(flat) + 1e-6) * F(light.shadow_length)
    cast = np.asarray(mesh.vertices - np.maximum(mesh.vertices[:, 1:2], 0) * flat, F)
    cast[:, 1] = 0
    x, y, _ = lens.planes(cast)
    pad = int(0.12 * max(lens.height, 24)) + 6
    left, top = math.floor(x.min()) - pad, math.floor(y.min()) - pad
    size = (math.ceil(x.max()) + pad - left, math.ceil(y.max()) + pad - top)
    x, y = x - F(left), y - F(top)
    span = float(min(lens.width, lens.height))
    (shadow,) = _blurred(x, y, mesh.faces, size, [max(1.5, 0.020 * span * (0.6 + light.shadow_length))])
    shadow *= F(0.72)
    contact = _contact(mesh)
    if len(contact):
        wide, narrow = _blurred(x, y, contact, size, [max(1.2, 0.030 * span), max(0.8, 0.010 * span)])
        shadow = np.maximum(shadow, np.maximum(wide * F(1.15), narrow * F(1.25)))
    return np.clip(shadow, 0, 1.3), (int(left - float(foot[0])), int(top - float(foot[1])))


def _contact(mesh: Mesh) -> Faces:
    """The faces that touch the ground, or nearly."""
    low, tall = float(mesh.low[1]), float(mesh.size[1])
    if low >= 0.02 * tall + 1e-3:
        return mesh.faces[:0]
    near = mesh.vertices[:, 1] < low + 0.10 * tall
    return mesh.faces[near[mesh.faces].all(1)]


def _blurred(x: Array, y: Array, faces: Faces, size: tuple[int, int], sigmas: list[float]) -> list[Array]:
    """What the triangles cover, blurred: as small as the least of the blurs allows, then enlarged."""
    shrink = max(1.0, min(sigmas) / 1.5)
    width, height = (max(1, math.ceil(n / shrink)) for n in size)
    small = F(1 / shrink)
    seen = (nearest(x * small, y * small, np.ones_like(x), faces, width, height, 8.0) < 4).astype(F)
    softened = [np.asarray(cv2.GaussianBlur(seen, (0, 0), sigma / shrink), F) for sigma in sigmas]
    return [_enlarged(soft, shrink, size) for soft in softened]


def _enlarged(small: Array, times: float, size: tuple[int, int]) -> Array:
    """`small` with its pixels `times` as large, cut to `size`."""
    if times == 1:
        return small
    matrix = np.array([[times, 0, times / 2 - 0.5], [0, times, times / 2 - 0.5]], F)
    flags = cv2.INTER_LINEAR
    return np.asarray(cv2.warpAffine(small, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), F)
