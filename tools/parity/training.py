"""Makes what PyTorch says of the distances and the learning rates of a training.

usage: training.py FOLDER
"""
import json
import sys
from pathlib import Path

import torch
from torch.nn.functional import cosine_similarity
from torch.optim.lr_scheduler import CosineAnnealingLR, MultiStepLR


def poincare(u, v):
    u, v = (x / x.abs().sum(1, keepdim=True) for x in (u, v))
    apart = (u - v).square().sum(1)
    room = (1 - u.square().sum(1)) * (1 - v.square().sum(1))
    return torch.arccosh(1 + 2 * apart / (room + 1e-10))


DISTANCES = {
    "COSINE": lambda u, v: -cosine_similarity(u, v),
    "MEAN_SQUARE": lambda u, v: (u - v).square().mean(1),
    "MEAN_ABSOLUTE": lambda u, v: (u - v).abs().mean(1),
    "POINCARE": poincare,
}


def distances():
    torch.manual_seed(5)
    u, v = torch.randn(4, 7, dtype=torch.float64), torch.randn(4, 7, dtype=torch.float64)
    result = {"student": u.tolist(), "teacher": v.tolist()}
    for name, distance in DISTANCES.items():
        student = u.clone().requires_grad_()
        rows = distance(student, v)
        rows.mean().backward()
        result[name] = {"rows": rows.tolist(), "gradient": student.grad.tolist()}
    return result


def rates(schedule, steps):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1e-4)
    scheduler = schedule(optimizer)
    result = []
    for _ in range(steps):
        result.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return result


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "training.json").write_text(json.dumps({
        "distances": distances(),
        "MULTI_STEP": rates(lambda optimizer: MultiStepLR(optimizer, [3, 5], 0.1), 8),
        "COSINE": rates(lambda optimizer: CosineAnnealingLR(optimizer, 8), 8),
    }) + "\n")


main(Path(sys.argv[1]))
