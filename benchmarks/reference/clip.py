"""open_clip, which imports torchvision although nothing here needs it.

A torchvision that was built for CUDA cannot load its operators beside a torch for processors, and then refuses to be
imported at all, because it describes two of them: a declaration is enough for it.
"""
from importlib.metadata import version

import torch

if version("torch").endswith("+cpu") and not version("torchvision").endswith("+cpu"):
    library = torch.library.Library("torchvision", "DEF")
    for operator in ("nms", "qnms"):
        library.define(f"{operator}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")

import open_clip  # noqa: E402  (after the declaration)

__all__ = ["open_clip"]
