"""The text side of the Identity Inference Attack (Hintersdorf et al., arXiv 2209.07341): every prompt with every name,
77 tokens, and the name nearest to one picture."""
import torch
from torch.nn.functional import normalize

from . import turns
from .model import load, tokenize

BATCH = 256
MEAN = (0.48145466, 0.4578275, 0.40821073)
DEVIATION = (0.26862954, 0.26130258, 0.27577711)
PROMPTS = [
    "{}", "an image of {}", "a photo of {}", "{} on a photo", "a photo of a person named {}", "a person named {}",
    "a man named {}", "a woman named {}", "the name of the person is {}", "a photo of a person with the name {}",
    "{} at a gala", "a photo of the celebrity {}", "actor {}", "actress {}", "a colored photo of {}",
    "a black and white photo of {}", "a cool photo of {}", "a cropped photo of {}", "a cropped image of {}",
    "{} in a suit", "{} in a dress",
]


def pattern(side):
    """The picture that Lethe's side paints with the same arithmetic."""
    i = torch.arange(side * side * 3)
    bytes_ = (i // 3 % side * 7 + i // 3 // side * 13 + i % 3 * 29) % 256
    pixels = bytes_.view(side, side, 3).permute(2, 0, 1).float() / 255
    return (pixels - torch.tensor(MEAN)[:, None, None]) / torch.tensor(DEVIATION)[:, None, None]


@torch.no_grad()
def attack(model, picture, names):
    nearest = []
    image = normalize(model.encode_image(picture[None]), dim=-1)
    for prompt in PROMPTS:
        ids = tokenize([prompt.format(name) for name in names])
        texts = torch.cat([model.encode_text(part) for part in ids.split(BATCH)])
        nearest.append(names[(image @ normalize(texts, dim=-1).T).argmax().item()])
    return {"nearest": nearest}


def run(model, names, count, rounds):
    loaded = load(model)
    picture = pattern(224)
    count = int(count)
    with open(names) as lines:
        all_names = lines.read().split("\n")
    turns.take(
        int(rounds),
        lambda turn: attack(loaded, picture, all_names[turn * count : (turn + 1) * count]))
    return {}
