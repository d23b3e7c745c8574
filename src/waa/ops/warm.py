"""Warm: where the painter keeps what it made once, and a first picture before anybody waits for one."""

from __future__ import annotations

from pathlib import Path


def shape_folders(cache: Path) -> None:
    """Tell the painter where to keep its shapes and rasters. Folders that cannot be made are done without."""
    from waa.painter import glyphs
    from waa.painter.solid import clay

    for module, name in ((clay, "shapes"), (glyphs, "glyphs")):
        folder = cache / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        module.cache_folder = folder
