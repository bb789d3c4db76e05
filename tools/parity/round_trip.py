"""Reads checkpoints of any format with open_clip or transformers, and compares what they compute with the first one.

Made to check what `lethe model convert` has written. A Stable Diffusion folder is compared by its hidden states.

usage: round_trip.py ORIGINAL CONVERTED...
"""
import json
import sys
from pathlib import Path

import open_clip
import torch
from transformers import AutoTokenizer, CLIPModel, CLIPTextModel

TEXTS = ["a photo of a cat", "the name of the person is Ada Lovelace", "A Photo of the Celebrity GRACE HOPPER", ""]


def read(path):
    """Returns functions from texts to ids, and from ids and pixels to embeddings; the last gives hidden states."""
    if (path / "open_clip_config.json").exists():
        model = open_clip.create_model(f"local-dir:{path}").eval()
        tokenizer = open_clip.get_tokenizer(f"local-dir:{path}")
        return "open_clip", lambda texts: tokenizer(texts), model.encode_text, model.encode_image, None
    parts = path / "text_encoder", path / "tokenizer"
    pipeline = parts[0].exists()
    tokenizer = AutoTokenizer.from_pretrained(parts[1] if pipeline else path)
    model = (CLIPTextModel if pipeline else CLIPModel).from_pretrained(parts[0] if pipeline else path).float().eval()
    length = (model.config if pipeline else model.config.text_config).max_position_embeddings
    ids = lambda texts: tokenizer(texts, padding="max_length", max_length=length, truncation=True, return_tensors="pt").input_ids
    if pipeline:
        return "diffusers", ids, None, None, lambda tokens: model(tokens).last_hidden_state
    text = lambda tokens: model.text_projection(model.text_model(tokens).pooler_output)
    image = lambda values: model.visual_projection(model.vision_model(values).pooler_output)
    return "transformers", ids, text, image, lambda tokens: model.text_model(tokens).last_hidden_state


def until_end(rows):
    """Ids up to the end token: what follows is padding, of which each library has its own."""
    return [row[: int(row.argmax()) + 1].tolist() for row in rows]


def normalised(embeddings):
    return torch.nn.functional.normalize(embeddings, dim=-1)


@torch.no_grad()
def main():
    paths = [Path(argument) for argument in sys.argv[1:]]
    first = None
    for path in paths:
        name, ids, text, image, hidden = read(path)
        tokens = ids(TEXTS)
        torch.manual_seed(0)
        size = image_size(path)
        values = torch.randn(2, 3, size, size) if image else None
        result = {
            "ids": until_end(tokens), "text": text and normalised(text(tokens)), "image": image and normalised(image(values)),
            "hidden": hidden and hidden(tokens)}
        first = first or result
        report = [f"{path} by {name}:", "same ids" if result["ids"] == first["ids"] else "OTHER IDS"]
        for key in ("text", "image", "hidden"):
            if result[key] is not None and first[key] is not None:
                report.append(f"{key} {float((result[key] - first[key]).abs().max()):.1e}")
        print(" ".join(report))


def image_size(path):
    if (path / "open_clip_config.json").exists():
        return json.loads((path / "open_clip_config.json").read_text())["model_cfg"]["vision_cfg"]["image_size"]
    config = json.loads(((path / "text_encoder" if (path / "text_encoder").exists() else path) / "config.json").read_text())
    return config.get("vision_config", {}).get("image_size", 0)


main()
