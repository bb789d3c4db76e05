"""Puts bottleneck adapters into the text tower of a tiny CLIP of the transformers library, by hooks, and keeps what it computes.

usage: adapter.py FOLDER
"""
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import CLIPConfig, CLIPModel

VOCABULARY, START, END, CONTEXT, WIDTH, BOTTLENECK, D = 83, 81, 82, 16, 16, 3, 12
TEXTS = [[START, 5, 17, 60, END], [START, 9, END], [START, 40, 41, 42, 43, 44, 45, END]]


def base():
    torch.manual_seed(12)
    shape = dict(hidden_size=WIDTH, intermediate_size=32, num_hidden_layers=2, num_attention_heads=2, hidden_act="quick_gelu")
    text = dict(shape, vocab_size=VOCABULARY, max_position_embeddings=CONTEXT, bos_token_id=START, eos_token_id=END, pad_token_id=END)
    model = CLIPModel(CLIPConfig(
        text_config=dict(text, projection_dim=D), projection_dim=D,
        vision_config=dict(shape, image_size=16, patch_size=8, projection_dim=D)))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.2 * torch.randn_like(parameter))
    return model.eval()


def adapters(model):
    tensors = {}
    for number, layer in enumerate(model.text_model.encoder.layers):
        for place, module in (("attn", layer.self_attn.out_proj), ("mlp", layer.mlp)):
            own = {
                "down.weight": torch.randn(BOTTLENECK, WIDTH), "down.bias": torch.randn(BOTTLENECK),
                "up.weight": torch.randn(WIDTH, BOTTLENECK), "up.bias": torch.randn(WIDTH)}
            for name, value in own.items():
                value.mul_(0.4).requires_grad_()
                tensors[f"adapters.{number}.{place}.{name}"] = value

            def adapt(_, __, h, own=own):
                hidden = torch.nn.functional.gelu(h @ own["down.weight"].T + own["down.bias"])
                return h + hidden @ own["up.weight"].T + own["up.bias"]

            module.register_forward_hook(adapt)
    return tensors


def main(folder):
    torch.set_num_threads(1)
    folder.mkdir(parents=True, exist_ok=True)
    model = base()
    model.save_pretrained(folder)
    tensors = adapters(model)
    ids = torch.tensor([text + [END] * (CONTEXT - len(text)) for text in TEXTS])
    embedded = model.text_projection(model.text_model(ids).pooler_output)
    slope = torch.randn_like(embedded)
    (embedded * slope).sum().backward()
    save_file({name: value.detach().contiguous() for name, value in tensors.items()}, folder / "text_adapters.safetensors")
    gradients = {"gradient:" + name: value.grad for name, value in tensors.items()}
    save_file({"embeddings": embedded.detach(), "slope": slope, **gradients}, folder / "expected.safetensors")


main(Path(sys.argv[1]))
