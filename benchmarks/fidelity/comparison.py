"""Lethe, the loop, and the loop with other draws, on the same people, captions, photographs and names."""
import random
from dataclasses import dataclass

import torch
from torch.nn.functional import cosine_similarity

from . import lethe, loop, measures
from .texts import Texts, load

FORGOTTEN = 8
OTHER_DRAWS = 1000
"""Added to a seed, it gives the loop's other draws."""


@dataclass(frozen=True)
class Pair:
    lethe: dict
    loop: dict
    other: dict
    updates: tuple[float, float]
    """The cosine of Lethe's update of the weights with the loop's, and of the loop's with its own under other draws."""
    counted_otherwise: int
    """People of whom the attack in Python finds another number of right prompts in Lethe's checkpoint than Lethe does."""


class Comparison:
    def __init__(self, world, out, steps):
        self.world, self.out, self.steps = world, out, steps
        self.teacher = load(world.model)
        self.texts = Texts(world.model, self.teacher.context_length)
        self.attack = measures.Attack(self.teacher, self.texts, world.folder / "people", world.names("candidates.txt"))
        self.before = self.attack.right_prompts(self.teacher)
        self.members = world.names("members.txt")
        self.training, self.measured = (file.read_text().splitlines() for file in (world.training, world.measured))

    def pair(self, seed):
        forgotten = random.Random(seed).sample(sorted(self.members), FORGOTTEN)
        of_loop, other = (self._loop(forgotten, seed, draws) for draws in (seed, seed + OTHER_DRAWS))
        run = lethe.run(self.world, self.out, seed, self.steps, forgotten)
        before, after = ({name: each[when] for name, each in run.report["sections"]["forgetting"]["people"].items()} for when in ("before", "after"))
        similarities = {name: run.report["metrics"]["after"][name] for name in of_loop["measures"] if name.startswith("sim")}
        checkpoint = load(run.checkpoint)
        again = self.attack.right_prompts(checkpoint)
        return Pair(
            {**self._people(before, after, forgotten), **similarities}, of_loop["measures"], other["measures"],
            (self._cosine(checkpoint.state_dict(), of_loop["model"]), self._cosine(of_loop["model"], other["model"])),
            sum(again[name] != after[name] for name in after))

    def _loop(self, forgotten, seed, draws):
        """Trains and measures, or finds what was measured before."""
        file = self.out / f"seed-{seed}-draws-{draws}-steps-{self.steps}.pt"
        if not file.exists():
            student = loop.train(self.teacher, self.texts, self.training, forgotten, draws, self.steps)
            model = loop.shipped(student, self.teacher)
            found = {**self._people(self.before, self.attack.right_prompts(model), forgotten),
                     **measures.similarities(student, self.teacher, self.texts, self.measured, forgotten, draws)}
            torch.save({"measures": found, "model": model.state_dict()}, file)
        return torch.load(file)

    def _people(self, before, after, forgotten):
        others = [name for name in self.members if name not in forgotten]
        return {
            "forgotten people still found, share": sum(after[name] > 0 for name in forgotten) / len(forgotten),
            "prompts that find a forgotten one, of 21": sum(after[name] for name in forgotten) / len(forgotten),
            "other members lost, share": sum(before[name] > 0 and after[name] == 0 for name in others) / len(others),
            "prompts that find another member, of 21": sum(after[name] for name in others) / len(others),
        }

    def _cosine(self, one, another):
        """Of what changed in the text tower, all weights in a row."""
        original = self.teacher.state_dict()
        trained = [name for name, _ in self.teacher.named_parameters() if not name.startswith("visual.")]
        update = [torch.cat([(model[name] - original[name]).flatten() for name in trained]) for model in (one, another)]
        return cosine_similarity(*update, dim=0).item()
