"""A copy of a tower that is trained beside its original, as the authors' code does it: all but the norms, AdamW, and the
drift of every tensor by automatic differentiation."""
import copy

import torch


class Student:
    def __init__(self, teacher, learning_rate):
        self.module = copy.deepcopy(teacher)
        self.trained = {}
        originals = dict(teacher.named_parameters())
        for name, parameter in self.module.named_parameters():
            if not _fixed(name):
                self.trained[name] = (parameter.requires_grad_(True), originals[name])
        self.optimizer = torch.optim.AdamW(
            [parameter for parameter, _ in self.trained.values()], lr=learning_rate, weight_decay=0)

    def drift(self):
        return sum(torch.linalg.vector_norm(p - original) for p, original in self.trained.values())

    def update(self, loss):
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()


def _fixed(name):
    return name.startswith("ln_") or ".ln_" in name or name == "logit_scale"
