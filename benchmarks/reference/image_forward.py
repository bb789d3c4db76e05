"""The forward pass of the image tower over the pictures of a file, without gradients."""
import torch
from safetensors.torch import load_file

from . import computing, turns
from .model import load


@torch.no_grad()
def forward(model, pixels):
    return {"first": model.encode_image(pixels)[0].tolist()}


def run(model, pixels, rounds):
    loaded = load(model)
    batch = load_file(pixels)["pixels"].to(computing.device())
    turns.take(int(rounds), lambda turn: forward(loaded, batch))
    return {}
