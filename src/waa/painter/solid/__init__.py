"""Solid things: meshes, clay, the camera and the light on them. See docs/painter.md."""
