"""The machine that figures were measured on, in a line."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def machine() -> str:
    """Processor, cores, how busy they are with other things, Python."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    processor = names[0] if names else platform.machine()
    load = os.getloadavg()[0]
    return f"{processor}, {os.cpu_count()} cores, load {load:.1f}; Python {platform.python_version()}"
