"""Makes a tiny CLIP as an OpenCLIP folder and what open_clip and Pillow compute with it.

usage: clip_tiny.py FOLDER
"""
import json
import sys
from pathlib import Path

import numpy
import open_clip
import torch
from PIL import Image
from safetensors.torch import save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

START, END = "<|startoftext|>", "<|endoftext|>"
TEXTS = [
    "a photo of a cat",
    "A Photo of a CAT",
    "the name of the person is Ada Lovelace",
    "",
    "  two   spaces &amp; an entity  ",
    "caf\u00e9 \u2013 na\u00efve \u4f60\u597d \U0001f600",
    "a very long caption that has many more words than the context of this small model can hold at once",
    "it's 42",
]
CONFIG = {
    "model_cfg": {
        "embed_dim": 16,
        "quick_gelu": False,
        "vision_cfg": {"image_size": 32, "patch_size": 8, "width": 32, "layers": 2, "head_width": 8, "mlp_ratio": 2.5},
        "text_cfg": {
            "context_length": 16, "vocab_size": 540, "width": 24, "heads": 3, "layers": 2, "mlp_ratio": 4.0,
            "hf_tokenizer_name": "tokenizer.json",
        },
    },
    "preprocess_cfg": {
        "mean": [0.48145466, 0.4578275, 0.40821073], "std": [0.26862954, 0.26130258, 0.27577711],
        "interpolation": "bicubic", "resize_mode": "shortest",
    },
    "a key of someone else": {"kept": [1, None, "as it came"]},
}


def tokenizer(size):
    result = Tokenizer(models.BPE(end_of_word_suffix="</w>", continuing_subword_prefix=""))
    result.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    result.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.WhitespaceSplit(),
        pre_tokenizers.ByteLevel(add_prefix_space=False),
    ])
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {token: i for i, token in enumerate(letters)}
    for letter in letters:  # a byte at the end of a word carries the suffix
        vocabulary[letter + "</w>"] = len(vocabulary)
    merges = [("p", "h"), ("ph", "o"), ("t", "o</w>"), ("o", "f</w>"), ("c", "a"), ("ca", "t</w>"), ("pho", "to</w>")]
    for left, right in merges:
        vocabulary[left + right] = len(vocabulary)
    while len(vocabulary) < size - 2:
        vocabulary[f"<unused{len(vocabulary)}>"] = len(vocabulary)
    vocabulary[START], vocabulary[END] = size - 2, size - 1
    result.model = models.BPE(vocab=vocabulary, merges=merges, end_of_word_suffix="</w>", unk_token=END)
    result.add_special_tokens([START, END])
    result.post_processor = processors.TemplateProcessing(
        single=f"{START} $A {END}", special_tokens=[(START, size - 2), (END, size - 1)])
    return result


def pictures(folder):
    random = numpy.random.default_rng(7)
    for name, (height, width) in {"tall": (61, 37), "wide": (33, 80), "small": (9, 13), "exact": (32, 45)}.items():
        noise = random.integers(0, 256, (height, width, 3), dtype=numpy.uint8)
        noise[: height // 2, : width // 2] = noise[: height // 2, : width // 2] // 200 * 255
        Image.fromarray(noise).save(folder / f"{name}.png", optimize=True)
        yield name


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    model_folder = folder / "tiny"
    model_folder.mkdir(exist_ok=True)
    (model_folder / "open_clip_config.json").write_text(json.dumps(CONFIG, indent=2) + "\n")
    tokenizer(CONFIG["model_cfg"]["text_cfg"]["vocab_size"]).save(str(model_folder / "tokenizer.json"), pretty=False)
    (model_folder / "tokenizer_config.json").write_text(json.dumps({
        "tokenizer_class": "PreTrainedTokenizerFast", "bos_token": START, "eos_token": END, "pad_token": END}) + "\n")
    torch.manual_seed(0)
    model = open_clip.create_model(f"local-dir:{model_folder}", load_weights=False)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    save_file(model.state_dict(), model_folder / "open_clip_model.safetensors")

    expected = {"texts": [], "pictures": []}
    names = list(pictures(folder))
    for quick in (False, True):
        model, _, preprocess = open_clip.create_model_and_transforms(
            f"local-dir:{model_folder}", force_quick_gelu=quick)
        model.eval()
        ids = open_clip.get_tokenizer(f"local-dir:{model_folder}")(TEXTS)
        images = [Image.open(folder / f"{name}.png") for name in names]
        with torch.no_grad():
            texts = model.encode_text(ids).tolist()
            pixels = torch.stack([preprocess(image) for image in images])
            embedded = model.encode_image(pixels).tolist()
        if quick:
            for i, text in enumerate(texts):
                expected["texts"][i]["quick"] = text
            for i, image in enumerate(embedded):
                expected["pictures"][i]["quick"] = image
            continue
        for text, row, embedding in zip(TEXTS, ids.tolist(), texts):
            end = row.index(max(row))
            expected["texts"].append({"text": text, "ids": row[: end + 1], "gelu": embedding})
        for name, image, embedding in zip(names, images, embedded):
            resized = preprocess.transforms[1](preprocess.transforms[0](image))
            resized.save(folder / f"{name}-resized.png", optimize=True)
            expected["pictures"].append({"name": name, "gelu": embedding})
        for name, side in (("wide", 7), ("tall", 50), ("small", 31)):
            transform = open_clip.image_transform(side, is_train=False)
            resized = transform.transforms[1](transform.transforms[0](Image.open(folder / f"{name}.png")))
            resized.save(folder / f"{name}-resized-{side}.png", optimize=True)
    (folder / "expected.json").write_text(json.dumps(expected) + "\n")


main(Path(sys.argv[1]))
