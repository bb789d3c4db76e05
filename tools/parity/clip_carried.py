"""Makes models that hold more than parameters, to be converted and read again: a CLIP with SigLIP's bias, and one of the
transformers library with an added token and the head of a classifier; both with floats of every format.

They are made of the fixtures of clip_tiny.py and clip_formats.py. Nothing is kept; round_trip.py compares what was converted.

usage: clip_carried.py PARITY FOLDER
"""
import json
import shutil
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file


def mixed(weights):
    types = [torch.float32, torch.float16, torch.bfloat16, torch.float64]
    return {name: value.to(types[i % 4]) if value.dim() else value for i, (name, value) in enumerate(sorted(weights.items()))}


def copy(source, target, weights, more):
    shutil.copytree(source, target)
    save_file(mixed(load_file(source / weights) | more), target / weights, metadata={"format": "pt"})


parity, folder = Path(sys.argv[1]), Path(sys.argv[2])
copy(parity / "tiny", folder / "biased", "open_clip_model.safetensors", {"logit_bias": torch.tensor(-9.5)})
config = json.loads((folder / "biased" / "open_clip_config.json").read_text())
config["model_cfg"]["init_logit_bias"] = -10
(folder / "biased" / "open_clip_config.json").write_text(json.dumps(config))
copy(parity / "formats" / "whole", folder / "headed", "model.safetensors", {"classifier.weight": torch.ones(3, 4)})
