"""The red seal in the corner of ink pictures: 話畫 in carved characters."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.colour import F, rgb
from waa.painter.noise import smoothstep
from waa.painter.type import font


def stamp_seal(canvas: Canvas, text: str = "話畫") -> None:
    """White characters on vermilion, worn at the edges; in the upper left corner."""
    size = max(18, int(60 * canvas.unit))
    image = Image.new("L", (size, size))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, size - 1, size - 1), size * 0.1, fill=255)
    face = font("serif-900", int(size * 0.43))
    for row, character in enumerate(text[:2]):
        draw.text((size / 2, size * (0.27 + 0.46 * row)), character, font=face, fill=0, anchor="mm")
    worn = smoothstep(0.10, 0.26, noise.fractal(size, size, max(3.0, size / 10), 2, noise.stream("seal")))
    canvas.lay(
        canvas.width * 0.07,
        canvas.height * 0.07,
        rgb("#b3261e"),
        np.asarray(image, F) / F(255) * worn,
        "normal",
        0.92,
    )
