"""The painted world behind the things: sky, land, water, air. Places put these together."""
