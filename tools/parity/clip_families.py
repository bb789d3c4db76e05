"""Makes one tiny CLIP of each family of image towers as an OpenCLIP folder, and what open_clip computes with it.

The folders have no tokenizer: they use that of clip_tiny.py, which must have run before.

usage: clip_families.py FOLDER
"""
import json
import shutil
import sys
import tempfile
from pathlib import Path

import open_clip
import torch
from PIL import Image
from safetensors.torch import save_file

TEXTS = ["a photo of a cat", "the name of the person is Ada Lovelace", ""]
PICTURES = ["tall", "wide", "small", "exact"]
KEPT = 512  # values at the end of each gradient, where that of the end token's embedding stands
FAMILIES = {
    # the shape of RN50: several blocks only where blocks can differ, pooling by several heads
    "resnet": (True, 24, {"image_size": 64, "layers": [1, 2, 1, 1], "width": 4, "head_width": 32, "patch_size": None}),
    # ViT-g-14: heads and MLPs whose sizes are no powers of two
    "vit-g": (False, 24, {"image_size": 28, "patch_size": 14, "width": 88, "layers": 1, "head_width": 88, "mlp_ratio": 4.3637}),
    # ViT-H-14-quickgelu
    "vit-h-quickgelu": (True, 24, {"image_size": 28, "patch_size": 14, "width": 80, "layers": 1, "head_width": 80}),
}


def config(quick, dimension, vision):
    return {
        "model_cfg": {
            "embed_dim": dimension, "quick_gelu": quick, "vision_cfg": vision,
            "text_cfg": {
                "context_length": 16, "vocab_size": 540, "width": 16, "heads": 2, "layers": 1,
                "hf_tokenizer_name": "tokenizer.json",
            },
        },
        "preprocess_cfg": {
            "mean": [0.48145466, 0.4578275, 0.40821073], "std": [0.26862954, 0.26130258, 0.27577711],
            "interpolation": "bicubic", "resize_mode": "shortest",
        },
    }


def weights(model):
    """Random values that a half can hold, so that half the file is enough; the statistics are those of noise."""
    torch.manual_seed(0)
    for name, parameter in model.named_parameters():
        parameter.add_(0.05 * torch.randn_like(parameter))
        if ".bn3." in name:  # zero in a new model, which would hide the blocks
            parameter.uniform_(0.5, 1.5)
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.momentum = 1.0
    side = model.visual.image_size if isinstance(model.visual.image_size, int) else model.visual.image_size[0]
    model.train().encode_image(2 * torch.randn(8, 3, side, side) + 0.5)
    for value in model.state_dict().values():
        if value.is_floating_point():
            value.copy_(value.half())
    return {name: value.half() if value.is_floating_point() else value for name, value in model.state_dict().items()}


def loss(embeddings):
    """The mean negative cosine similarity to directions that Java makes likewise."""
    directions = torch.arange(embeddings.numel(), dtype=torch.float32).sin().reshape(embeddings.shape)
    return -torch.nn.functional.cosine_similarity(embeddings, directions).mean()


def family(parity, name, quick, dimension, vision):
    folder = parity / "families" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "open_clip_config.json").write_text(json.dumps(config(quick, dimension, vision), indent=2) + "\n")
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary)
        for file in (folder / "open_clip_config.json", parity / "tiny" / "tokenizer.json", parity / "tiny" / "tokenizer_config.json"):
            shutil.copy(file, whole)
        with torch.no_grad():
            save_file(weights(open_clip.create_model(f"local-dir:{whole}", load_weights=False)), folder / "open_clip_model.safetensors")
        shutil.copy(folder / "open_clip_model.safetensors", whole)
        model, _, preprocess = open_clip.create_model_and_transforms(f"local-dir:{whole}")
        ids = open_clip.get_tokenizer(f"local-dir:{whole}")(TEXTS)
    model.eval()
    texts = model.encode_text(ids)
    images = model.encode_image(torch.stack([preprocess(Image.open(parity / f"{name}.png")) for name in PICTURES]))
    (loss(texts) + loss(images)).backward()
    expected = {"text": texts.detach(), "image": images.detach()}
    for parameter, value in model.named_parameters():
        if value.grad is not None:  # the temperature has none
            expected[f"gradient.{parameter}"] = value.grad.flatten()[-KEPT:].clone()
    save_file(expected, folder / "expected.safetensors")


for key, value in FAMILIES.items():
    family(Path(sys.argv[1]), key, *value)
