"""Makes a tiny CLIP of the transformers library and adapters of PEFT, and what PEFT computes with them.

For each tower: the adapter as PEFT saves it, the gradients of its factors, the weights that it gives when merged, and
embeddings. With a third argument, the adapter that Lethe wrote is loaded by PEFT instead, onto CLIPModel and onto
CLIPTextModelWithProjection, and its embeddings are kept.

usage: lora.py FOLDER [text|image EXPORTED]
"""
import sys
from pathlib import Path

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors.torch import save_file
from transformers import CLIPConfig, CLIPModel, CLIPTextModelWithProjection

VOCABULARY, START, END, CONTEXT, SIDE, D = 83, 81, 82, 16, 16, 12
TEXTS = [[START, 5, 17, 60, END], [START, 9, END], [START, 40, 41, 42, 43, 44, 45, END]]
ADAPTERS = {
    "text": dict(r=3, lora_alpha=5, target_modules=[
        f"text_model.encoder.layers.{name}" for name in
        ["0.self_attn.q_proj", "0.self_attn.v_proj", "0.mlp.fc1", "1.self_attn.k_proj", "1.self_attn.out_proj", "1.mlp.fc2"]]),
    "image": dict(r=4, lora_alpha=3, use_rslora=True, target_modules=[
        f"vision_model.encoder.layers.{layer}.self_attn.{name}" for layer in (0, 1) for name in ("q_proj", "k_proj", "v_proj")]),
}


def base(folder):
    torch.manual_seed(11)
    shape = dict(hidden_size=16, intermediate_size=32, num_hidden_layers=2, num_attention_heads=2, hidden_act="gelu")
    text = dict(shape, vocab_size=VOCABULARY, max_position_embeddings=CONTEXT, bos_token_id=START, eos_token_id=END, pad_token_id=END)
    model = CLIPModel(CLIPConfig(
        text_config=dict(text, projection_dim=D), projection_dim=D,
        vision_config=dict(shape, image_size=SIDE, patch_size=8, projection_dim=D)))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.2 * torch.randn_like(parameter))
    model.eval().save_pretrained(folder / "base")


def ids():
    return torch.tensor([text + [END] * (CONTEXT - len(text)) for text in TEXTS])


def pixels():
    """Pixels that any language computes alike: whole numbers of eighths."""
    return torch.tensor([(i * 7 + i * i % 11) % 33 - 16 for i in range(3 * 3 * SIDE * SIDE)]).view(3, 3, SIDE, SIDE) / 8.0


def embed(model, tower):
    if tower == "text":
        return model.text_projection(model.text_model(ids()).pooler_output)
    return model.visual_projection(model.vision_model(pixels()).pooler_output)


def make(folder, tower):
    torch.manual_seed(3)
    model = get_peft_model(
        CLIPModel.from_pretrained(folder / "base").eval(), LoraConfig(lora_dropout=0.0, bias="none", **ADAPTERS[tower]))
    factors = {name: p for name, p in model.named_parameters() if "lora_" in name}
    with torch.no_grad():
        for name in sorted(factors):
            factors[name].copy_(0.3 * torch.randn_like(factors[name]))
    model.save_pretrained(folder / tower)
    for left in ("README.md", "adapter_config.json"):  # which says where it was made
        (folder / tower / left).unlink()
    embedded = embed(model.base_model.model, tower)
    slope = torch.randn_like(embedded)
    (embedded * slope).sum().backward()
    expected = {"embeddings": embedded.detach(), "slope": slope}
    for name, p in factors.items():
        expected["gradient:" + name.replace("base_model.model.", "").replace(".default", "")] = p.grad.clone()
    merged = model.merge_and_unload()
    for name, p in merged.named_parameters():
        if name.rsplit(".", 1)[0] in ADAPTERS[tower]["target_modules"] and name.endswith(".weight"):
            expected["merged:" + name] = p.detach().contiguous()
    save_file(expected, folder / f"{tower}-expected.safetensors")


@torch.no_grad()
def through_peft(folder, tower, exported):
    models = [CLIPModel.from_pretrained(folder / "base")]
    if tower == "text":
        models.append(CLIPTextModelWithProjection.from_pretrained(folder / "base"))
    for model in models:
        embeddings = embed(PeftModel.from_pretrained(model.eval(), exported).base_model.model, tower)
        plain = embed(CLIPModel.from_pretrained(folder / "base").eval(), tower)
        print(type(model).__name__, "differs from the base by", (embeddings - plain).abs().max().item())
        save_file({"embeddings": embeddings.contiguous()}, folder / f"{tower}-through-peft-{type(model).__name__}.safetensors")


torch.set_num_threads(1)
where = Path(sys.argv[1])
if len(sys.argv) > 2:
    through_peft(where, sys.argv[2], sys.argv[3])
else:
    base(where)
    for each in ADAPTERS:
        make(where, each)
