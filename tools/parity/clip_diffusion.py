"""Makes tiny text encoders as Stable Diffusion 1, 2 and XL have them, and the states that transformers gives to what draws.

They read the tokenizer folders of clip_tokenizer_folders.py, which must have run before.

usage: clip_diffusion.py FOLDER
"""
import gzip
import json
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

# Folder of the tokenizer, activation, layers (of Stable Diffusion 2 the last one is left out when it is converted), class.
ENCODERS = {
    "1": ("stable-diffusion-1", "quick_gelu", 2, CLIPTextModel),
    "2": ("stable-diffusion-2", "gelu", 3, CLIPTextModel),
    "xl-1": ("stable-diffusion-1", "quick_gelu", 2, CLIPTextModel),
    "xl-2": ("stable-diffusion-xl-2", "gelu", 3, CLIPTextModelWithProjection),
}
# The texts whose states the states of the others shall have, as a defense wants it.
SHIFT = 1


def encoder(kind, activation, layers, tokenizer, context):
    torch.manual_seed(3)
    model = kind(CLIPTextConfig(
        vocab_size=tokenizer["size"], hidden_size=16, intermediate_size=40, projection_dim=12, num_hidden_layers=layers,
        num_attention_heads=2, max_position_embeddings=context, hidden_act=activation,
        bos_token_id=tokenizer["size"] - 2, eos_token_id=tokenizer["size"] - 1, pad_token_id=tokenizer["pad"])).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.2 * torch.randn_like(parameter))
            parameter.copy_(parameter.half())
    return model


def gradient(model, ids, layer):
    """The length of the gradient of a defense's loss: minus the mean cosine of flattened states to those of other texts."""
    state = lambda output: (output.last_hidden_state if layer is None else output.hidden_states[layer]).flatten(1)
    with torch.no_grad():
        targets = state(model(ids, output_hidden_states=True)).roll(SHIFT, 0)
    loss = -torch.cosine_similarity(state(model(ids, output_hidden_states=True)), targets).mean()
    model.zero_grad()
    loss.backward()
    squares = [parameter.grad.square().sum() for parameter in model.parameters() if parameter.grad is not None]
    return torch.stack([loss.detach(), torch.stack(squares).sum().sqrt()])


def main(parity):
    tokenizers = json.loads(gzip.decompress((parity / "tokenizer-folders.json.gz").read_bytes()))
    expected = {folder["name"]: folder["expected"] for folder in tokenizers["folders"]}
    for name, (folder, activation, layers, kind) in ENCODERS.items():
        tokenizer = expected[folder]
        model = encoder(kind, activation, layers, tokenizer, tokenizers["context"])
        ids = torch.tensor(tokenizer["ids"])
        layer = -2 if name.startswith("xl") else None
        with torch.no_grad():
            output = model(ids, output_hidden_states=True)
        states = output.last_hidden_state if layer is None else output.hidden_states[layer]
        where = parity / "diffusion" / name
        where.mkdir(parents=True, exist_ok=True)
        save_file({"states": states.contiguous(), "loss": gradient(model, ids, layer)}, where / "expected.safetensors")
        model.half().save_pretrained(where)


main(Path(sys.argv[1]))
