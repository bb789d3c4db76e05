"""The text tower as both sides have it, and texts as its token ids."""
import torch
from reference.clip import open_clip
from reference.model import embed
from tokenizers import Tokenizer

BATCH = 512


def load(folder):
    return open_clip.create_model(f"local-dir:{folder}").eval().requires_grad_(False)


class Texts:
    def __init__(self, folder, context):
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.context = context

    def ids(self, texts):
        """Only as long as the longest of the texts: what follows the end of a text changes nothing of it."""
        rows = [encoded.ids[: self.context - 1] + encoded.ids[-1:] if len(encoded.ids) > self.context else encoded.ids
                for encoded in self.tokenizer.encode_batch(texts)]
        length = max(map(len, rows))
        return torch.tensor([row + [0] * (length - len(row)) for row in rows])

    @torch.no_grad()
    def embed(self, model, texts):
        parts = [texts[i : i + BATCH] for i in range(0, len(texts), BATCH)]
        return torch.cat([embed(model, self.ids(part)) for part in parts])
