"""Stores the tiny CLIP of clip_tiny.py in halves, as a training checkpoint of open_clip that torch.save wrote.

usage: clip_pickled.py FOLDER
"""
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file

folder = Path(sys.argv[1])
weights = load_file(folder / "tiny" / "open_clip_model.safetensors")
state = {f"module.{name}": value.half() for name, value in weights.items()}
torch.save({"epoch": 1, "name": "tiny", "state_dict": state}, folder / "open_clip_pytorch_model.bin")
