"""Where the reference computes, and how exactly: a setting of the whole process."""
import contextlib

import torch

NARROW = []
"""Holds bfloat16 where products are computed in it."""


def choose(device, precision):
    torch.set_default_device(device)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = precision == "tf32"
    NARROW[:] = [torch.bfloat16] if precision == "bf16" else []


def device():
    return torch.get_default_device()


def precisely():
    """What a step is computed in. It is left after each, because autocast keeps the parameters that it has narrowed."""
    return torch.autocast(device().type, NARROW[0]) if NARROW else contextlib.nullcontext()


def product_type():
    return NARROW[0] if NARROW else torch.float32


def settle():
    """Waits until a GPU has done what it was told."""
    if device().type == "cuda":
        torch.cuda.synchronize()
