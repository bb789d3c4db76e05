"""Makes tiny CLIPs in the formats of the transformers library, of Stable Diffusion and of OpenAI, and what the originals compute with them.

They use the tokenizer and the pictures of clip_tiny.py, which must have run before.

usage: clip_formats.py FOLDER
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
from transformers import (AutoTokenizer, CLIPConfig, CLIPModel, CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection)
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil

ADDED = "<cat>"  # a token beyond the end token, as textual inversion adds it
TEXTS = ["a photo of a cat", f"a photo of {ADDED} and of a dog", "the name of the person is Ada Lovelace", ""]
PICTURES = ["tall", "wide", "small", "exact"]
CONTEXT, IMAGE = 16, 32


def text_config(tokenizer, activation):
    return dict(
        vocab_size=len(tokenizer), hidden_size=16, intermediate_size=40, projection_dim=12, num_hidden_layers=1,
        num_attention_heads=2, max_position_embeddings=CONTEXT, hidden_act=activation,
        bos_token_id=tokenizer.bos_token_id, eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.pad_token_id)


def vision_config(activation):
    return dict(
        hidden_size=24, intermediate_size=48, projection_dim=12, num_hidden_layers=1, num_attention_heads=3,
        image_size=IMAGE, patch_size=8, hidden_act=activation)


def randomised(model, dtype):
    """Values that the stored type can hold, large enough that a wrong layout shows."""
    torch.manual_seed(0)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
            parameter.copy_(parameter.to(dtype))
    return model.eval()


def ids(tokenizer):
    return tokenizer(TEXTS, padding="max_length", max_length=CONTEXT, truncation=True, return_tensors="pt").input_ids


def pixels():
    processor = CLIPImageProcessorPil(size={"shortest_edge": IMAGE}, crop_size={"height": IMAGE, "width": IMAGE})
    return processor, processor([Image.open(parity / f"{name}.png").convert("RGB") for name in PICTURES], return_tensors="pt").pixel_values


@torch.no_grad()
def write(folder, model, tokenizer, dtype, shard=None, pickled=False, parts=("", "")):
    where, tokenizers = folder / parts[0], folder / parts[1]
    where.mkdir(parents=True, exist_ok=True)
    expected = {}
    output = model.text_model(ids(tokenizer)) if isinstance(model, (CLIPModel, CLIPTextModelWithProjection)) else model(ids(tokenizer))
    expected["hidden"] = output.last_hidden_state.clone()
    if isinstance(model, CLIPModel):
        processor, values = pixels()
        processor.save_pretrained(where)
        expected["image"] = model.visual_projection(model.vision_model(values).pooler_output)
    expected["text"] = model.text_projection(output.pooler_output) if hasattr(model, "text_projection") else output.pooler_output
    stored = model.to(dtype)
    if pickled:  # as old versions of the library wrote them, with the numbers from 0 on
        state = dict(stored.state_dict())
        state["text_model.embeddings.position_ids"] = torch.arange(CONTEXT)[None]
        state["vision_model.embeddings.position_ids"] = torch.arange((IMAGE // 8) ** 2 + 1)[None]
        stored.config.save_pretrained(where)
        torch.save(state, where / "pytorch_model.bin")
    else:
        stored.save_pretrained(where, max_shard_size=shard or "1GB")
    tokenizer.save_pretrained(tokenizers)
    save_file({name: value.contiguous() for name, value in expected.items()}, folder / "expected.safetensors")


def transformers(folder):
    with tempfile.TemporaryDirectory() as temporary:
        for file in ("tokenizer.json", "tokenizer_config.json"):
            shutil.copy(parity / "tiny" / file, temporary)
        plain = AutoTokenizer.from_pretrained(temporary)
        more = AutoTokenizer.from_pretrained(temporary)
        more.add_tokens([ADDED])
    full = lambda tokenizer, activation: CLIPModel(CLIPConfig(text_config=text_config(tokenizer, activation), vision_config=vision_config(activation), projection_dim=12))
    write(folder / "whole", randomised(full(more, "quick_gelu"), torch.float32), more, torch.float32)
    write(folder / "sharded", randomised(full(plain, "gelu"), torch.float16), plain, torch.float16, shard="20KB")
    write(folder / "pickled", randomised(full(plain, "quick_gelu"), torch.float16), plain, torch.float16, pickled=True)
    write(folder / "text", randomised(CLIPTextModelWithProjection(CLIPTextConfig(**text_config(plain, "gelu"))), torch.bfloat16), plain, torch.bfloat16)
    write(folder / "pipeline", randomised(CLIPTextModel(CLIPTextConfig(**text_config(more, "quick_gelu"))), torch.float16), more, torch.float16,
          parts=("text_encoder", "tokenizer"))


@torch.no_grad()
def openai(folder):
    """An archive of a program, half single and half half, as OpenAI's are."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    model = open_clip.model.CLIP(
        16, open_clip.CLIPVisionCfg(layers=1, width=64, patch_size=8, image_size=IMAGE),
        open_clip.CLIPTextCfg(context_length=CONTEXT, vocab_size=540, width=64, heads=1, layers=1), quick_gelu=True).eval()
    for name, parameter in model.named_parameters():
        parameter.add_(0.05 * torch.randn_like(parameter))
        if "ln_" not in name:
            parameter.data = parameter.half().float()
    for name, value in dict(input_resolution=IMAGE, context_length=CONTEXT, vocab_size=540).items():
        model.__dict__.pop(name, None)
        model.register_buffer(name, torch.tensor(value))
    with tempfile.TemporaryDirectory() as temporary:
        for file in ("tokenizer.json", "tokenizer_config.json"):
            shutil.copy(parity / "tiny" / file, temporary)
        tokenizer = AutoTokenizer.from_pretrained(temporary)
    texts = [text for text in TEXTS if ADDED not in text]
    tokens = tokenizer(texts, padding="max_length", max_length=CONTEXT, truncation=True, return_tensors="pt").input_ids
    preprocess = open_clip.image_transform(IMAGE, is_train=False)
    images = torch.stack([preprocess(Image.open(parity / f"{name}.png")) for name in PICTURES])
    expected = {"text": model.encode_text(tokens), "image": model.encode_image(images)}
    traced = torch.jit.trace_module(model, {"encode_image": images, "encode_text": tokens}, check_trace=False)
    for name, parameter in traced.named_parameters():
        if "ln_" not in name:
            parameter.data = parameter.half()
    torch.jit.save(traced, folder / "tiny.pt")
    save_file({name: value.contiguous() for name, value in expected.items()}, folder / "expected.safetensors")
    shutil.copy(parity / "tiny" / "tokenizer.json", folder)


parity = Path(sys.argv[1])
transformers(parity / "formats")
openai(parity / "formats" / "openai")
