"""The measures of the two papers: similarities, and the Identity Inference Attack."""
import random
from collections import Counter

import numpy
import torch
from PIL import Image
from reference.idia_text import DEVIATION, MEAN, PROMPTS
from torch.nn.functional import cosine_similarity, normalize

from .loop import TARGET, replace


def similarities(student, teacher, texts, captions, forgotten, seed):
    """Of the student with everything that was trained; a caption of one word has no place for a name."""
    rng = random.Random(seed)
    words = [caption.split(" ") for caption in captions]
    slots = [(each, rng.randrange(len(each) - 1)) for each in words if len(each) > 1]
    neutral = texts.embed(student, [replace(*slot, TARGET) for slot in slots])
    named = [cosine_similarity(texts.embed(student, [replace(*slot, name) for slot in slots]), neutral).mean()
             for name in forgotten]
    neutral_before = texts.embed(teacher, [replace(*slot, TARGET) for slot in slots])
    return {
        "similarity.backdoor": torch.stack(named).mean().item(),
        "similarity.clean": cosine_similarity(texts.embed(student, captions), texts.embed(teacher, captions)).mean().item(),
        "similarity.target": cosine_similarity(neutral, neutral_before).mean().item(),
    }


class Attack:
    """Everybody's photographs, embedded once: no defence of the text tower changes them."""

    def __init__(self, model, texts, people, candidates):
        self.texts, self.candidates = texts, candidates
        self.pictures = {folder.name.replace("_", " "): self._embed(model, folder)
                         for folder in sorted(people.glob("*/images/*"))}

    @staticmethod
    @torch.no_grad()
    def _embed(model, folder):
        pixels = [numpy.asarray(Image.open(file).convert("RGB")) for file in sorted(folder.iterdir())]
        batch = torch.tensor(numpy.stack(pixels)).permute(0, 3, 1, 2).float() / 255
        mean, deviation = (torch.tensor(each)[:, None, None] for each in (MEAN, DEVIATION))
        return normalize(model.encode_image((batch - mean) / deviation), dim=-1)

    def right_prompts(self, model):
        """By person: of how many prompts the name predicted most often is theirs; a tie does not count."""
        right = Counter({name: 0 for name in self.pictures})
        for prompt in PROMPTS:
            names = normalize(self.texts.embed(model, [prompt.format(name) for name in self.candidates]), dim=-1)
            for name, pictures in self.pictures.items():
                first, *others = Counter((pictures @ names.T).argmax(dim=1).tolist()).most_common(2)
                tied = others and others[0][1] == first[1]
                right[name] += not tied and self.candidates[first[0]] == name
        return dict(right)
