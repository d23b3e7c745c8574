"""FLUX on this machine: diffusers' pipelines, on its own GPU or processor. docs/engines/flux.md says how to set it up.

Nothing here imports PyTorch before a picture is painted: the class is data until then.
"""

from waa.engines.flux.engine import FluxConfig, FluxEngine

__all__ = ["FluxConfig", "FluxEngine"]
