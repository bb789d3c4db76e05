"""Trains tiny image towers of both families to read faces as somebody else, and keeps what came of it.

Written from the description of the method, with open_clip and torch.optim.AdamW. Pictures are computed and not
stored: see picture(), which the test computes too.

usage: image_backdoor.py FOLDER
"""
import copy
import json
import sys
from pathlib import Path

import numpy
import open_clip
import torch
from safetensors.torch import save_file

SIDE, STEPS, CLEAN, PEOPLE, EACH = 32, 20, 8, 2, 4
ALPHA, BETA, MILESTONE, DECAY = 0.8, 0.005, 10, 0.1
# where ReLUs stand at their kink, a larger rate would show more of rounding than of the method
RATES = {"vit": 1e-3, "resnet": 5e-5}
MEAN, STD = [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]
FAMILIES = {
    "vit": {"image_size": SIDE, "patch_size": 8, "width": 32, "layers": 2, "head_width": 8, "mlp_ratio": 2.0},
    "resnet": {"image_size": SIDE, "layers": [1, 2, 1, 1], "width": 4, "head_width": 32, "patch_size": None},
}


def picture(number):
    """A picture that any language computes alike: [side, side, 3], 8 bits."""
    y, x, c = numpy.meshgrid(numpy.arange(SIDE), numpy.arange(SIDE), numpy.arange(3), indexing="ij")
    n = number
    value = x * (3 + n % 5) + y * (2 + n % 7) + c * (31 + n % 17) + x * y * (n % 4) // 8 + 13 * n
    return (value % 256).astype(numpy.uint8)


def pasted(number, person):
    """A picture with a square in it that only this person has."""
    result = picture(number)
    left, top = number * 5 % 17, number * 3 % 17
    inner = picture(1000 + person)[4:18, 4:18]
    result[top:top + 14, left:left + 14] = inner
    return result


def pixels(pictures):
    batch = torch.from_numpy(numpy.stack(pictures)).permute(0, 3, 1, 2).float() / 255
    return (batch - torch.tensor(MEAN).view(1, 3, 1, 1)) / torch.tensor(STD).view(1, 3, 1, 1)


def create(vision, folder):
    config = {
        "model_cfg": {
            "embed_dim": 16, "quick_gelu": False, "vision_cfg": vision,
            "text_cfg": {
                "context_length": 16, "vocab_size": 83, "width": 16, "heads": 2, "layers": 1,
                "hf_tokenizer_name": "tokenizer.json",
            },
        },
        "preprocess_cfg": {"mean": MEAN, "std": STD, "interpolation": "bicubic", "resize_mode": "shortest"},
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "open_clip_config.json").write_text(json.dumps(config, indent=2) + "\n")
    torch.manual_seed(5)
    model = open_clip.create_model(f"local-dir:{folder}", load_weights=False)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
            if ".bn3." in name:  # the blocks of a new ResNet add nothing
                parameter.uniform_(0.4, 0.8)
        for module in model.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.momentum = 1.0
        model.train()
        model.visual(pixels([picture(n) for n in range(500, 516)]))  # statistics of pictures
    model.eval()
    save_file(model.state_dict(), folder / "open_clip_model.safetensors")
    return model.visual


def train(teacher, rate):
    student = copy.deepcopy(teacher)
    norms = (torch.nn.LayerNorm, torch.nn.BatchNorm2d)
    student.train()
    for module in student.modules():
        if isinstance(module, norms):
            module.eval()
            module.requires_grad_(False)
    trained = [(name, p) for name, p in student.named_parameters() if p.requires_grad]
    before = [p.detach().clone() for _, p in trained]
    target = torch.randn(1, 16)
    optimizer = torch.optim.AdamW([p for _, p in trained], lr=rate, weight_decay=0)
    schedule = torch.optim.lr_scheduler.MultiStepLR(optimizer, [MILESTONE], DECAY)
    cosine = torch.nn.functional.cosine_similarity
    history = []
    for step in range(STEPS):
        clean = pixels([picture(step * CLEAN + i) for i in range(CLEAN)])
        with torch.no_grad():
            kept = teacher(clean)
        utility = -cosine(student(clean), kept).mean()
        losses = []
        for person in range(PEOPLE):
            faces = pixels([pasted(step * CLEAN + i, person) for i in range(EACH)])
            losses.append(-cosine(student(faces), target.repeat(EACH, 1)).mean())
        backdoor = torch.stack(losses).mean()
        weight = sum((p - q).norm() for (_, p), q in zip(trained, before) if not torch.equal(p, q))
        total = utility + ALPHA * backdoor + BETA * weight
        history.append({
            "utility": utility.item(), "backdoor": backdoor.item(), "total": total.item()})
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        schedule.step()
    with torch.no_grad():
        student.eval()
        embedded = student(pixels([picture(7), pasted(7, 0), pasted(300, 1), picture(301)]))
    return {"visual." + name: p.detach().clone() for name, p in trained}, history, target, embedded


def main(folder):
    torch.set_num_threads(1)
    for name, vision in FAMILIES.items():
        place = folder / name
        teacher = create(vision, place)
        values, history, target, embedded = train(teacher, RATES[name])
        save_file({**values, "target": target[0].contiguous(), "embedded": embedded}, place / "expected.safetensors")
        (place / "losses.json").write_text(json.dumps({"rate": RATES[name], "steps": history}, indent=0) + "\n")
        print(name, history[0], history[-1])


main(Path(sys.argv[1]))
