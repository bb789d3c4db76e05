"""Makes one tiny CLIP of each family of image towers as an OpenCLIP folder, and what open_clip computes with it.

The folders have no tokenizer: they use that of clip_tiny.py, which must have run before. With names of open_clip's
architectures the models are as large as those, for a check by hand; the vocabulary is OpenAI's.

usage: clip_families.py FOLDER [OTHER_FOLDER VOCABULARY NAME...]
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


def randomise(model, noise, branches):
    """Moves every value away from where a new model has it; the statistics become those of noise.

    The blocks of a new ResNet add nothing; with branches near 1 they do, with far less in a deep one its attention
    is no hard choice, whose gradients would be nothing but rounding.
    """
    for name, parameter in model.named_parameters():
        parameter.add_(noise(parameter) * torch.randn_like(parameter))
        if ".bn3." in name:
            parameter.uniform_(0.5 * branches, 1.5 * branches)
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.momentum = 1.0
    side = model.visual.image_size if isinstance(model.visual.image_size, int) else model.visual.image_size[0]
    model.train().encode_image(2 * torch.randn(8, 3, side, side) + 0.5)


def loss(embeddings):
    """The mean negative cosine similarity to directions that Java makes likewise."""
    directions = torch.arange(embeddings.numel(), dtype=torch.float32).sin().reshape(embeddings.shape)
    return -torch.nn.functional.cosine_similarity(embeddings, directions).mean()


def expect(folder, files, pictures):
    """Writes the embeddings and the gradients of a folder's model, with a tokenizer from elsewhere."""
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary)
        for file in [*folder.iterdir(), *files]:
            shutil.copy(file, whole)
        model, _, preprocess = open_clip.create_model_and_transforms(f"local-dir:{whole}")
        ids = open_clip.get_tokenizer(f"local-dir:{whole}")(TEXTS)
    model.eval()
    texts = model.encode_text(ids)
    images = model.encode_image(torch.stack([preprocess(Image.open(pictures / f"{name}.png")) for name in PICTURES]))
    (loss(texts) + loss(images)).backward()
    expected = {"text": texts.detach(), "image": images.detach()}
    for parameter, value in model.named_parameters():
        if value.grad is not None:  # the temperature has none
            expected[f"gradient.{parameter}"] = value.grad.flatten()[-KEPT:].clone()
    save_file(expected, folder / "expected.safetensors")


def tiny(parity, name, quick, dimension, vision):
    """In halves, for half the file is enough."""
    folder = parity / "families" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "open_clip_config.json").write_text(json.dumps(config(quick, dimension, vision), indent=2) + "\n")
    tokenizer = [parity / "tiny" / "tokenizer.json", parity / "tiny" / "tokenizer_config.json"]
    torch.manual_seed(0)
    with torch.no_grad():
        model = open_clip.create_model(f"local-dir:{folder}", load_weights=False)
        randomise(model, lambda parameter: 0.05, 1.0)
        state = {name: value.half() if value.is_floating_point() else value for name, value in model.state_dict().items()}
    save_file(state, folder / "open_clip_model.safetensors")
    expect(folder, tokenizer, parity)


def large(parity, folder, vocabulary, name):
    folder = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    root = {"model_cfg": open_clip.get_model_config(name)}
    (folder / "open_clip_config.json").write_text(json.dumps(root, indent=2) + "\n")
    shutil.copy(vocabulary, folder / "bpe_simple_vocab_16e6.txt.gz")
    torch.manual_seed(0)
    with torch.no_grad():
        model = open_clip.create_model(f"local-dir:{folder}", load_weights=False)
        randomise(model, lambda parameter: 0.02 if parameter.dim() < 2 else 0.0, 0.1)
    save_file(model.state_dict(), folder / "open_clip_model.safetensors")
    del model
    expect(folder, [], parity)


fixtures = Path(sys.argv[1])
if len(sys.argv) == 2:
    for key, value in FAMILIES.items():
        tiny(fixtures, key, *value)
for architecture in sys.argv[4:]:
    large(fixtures, Path(sys.argv[2]), Path(sys.argv[3]), architecture)
