"""Writes what both sides read: a ViT-B/32 and a small model with seeded random weights in OpenCLIP's format, and
pictures."""
import json
import shutil
from pathlib import Path

import torch
from safetensors.torch import save_file

from .clip import open_clip

PREPROCESS = {
    "mean": [0.48145466, 0.4578275, 0.40821073], "std": [0.26862954, 0.26130258, 0.27577711],
    "interpolation": "bicubic", "resize_mode": "shortest",
}
SMALL = {
    "embed_dim": 32,
    "vision_cfg": {"image_size": 32, "layers": 1, "width": 64, "patch_size": 16},
    "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 64, "heads": 2, "layers": 2},
}


def write_model(folder, config):
    folder.mkdir(parents=True)
    (folder / "open_clip_config.json").write_text(
        json.dumps({"model_cfg": config, "preprocess_cfg": PREPROCESS}, indent=2))
    shutil.copy(Path(open_clip.__file__).with_name("bpe_simple_vocab_16e6.txt.gz"), folder)
    torch.manual_seed(0)
    model = open_clip.create_model(f"local-dir:{folder}", load_weights=False)
    save_file(model.state_dict(), folder / "open_clip_model.safetensors")


def run(folder, pictures):
    folder = Path(folder)
    write_model(folder / "vit-b-32", open_clip.get_model_config("ViT-B-32"))
    write_model(folder / "small", SMALL)
    torch.manual_seed(1)
    for count in pictures.split(","):
        save_file({"pixels": torch.randn(int(count), 3, 224, 224)}, folder / f"pixels-{count}.safetensors")
    return {}
