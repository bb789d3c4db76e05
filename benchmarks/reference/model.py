"""open_clip's model, and its text tower on texts that may be shorter than the context."""
import torch

from . import computing
from .clip import open_clip


def load(folder):
    return open_clip.create_model(f"local-dir:{folder}", device=computing.device()).eval()


def load_text(folder):
    """The text tower alone."""
    model = load(folder)
    del model.visual
    return model


def embed(model, ids):
    """Unnormalised embeddings; at the full context this is open_clip's encode_text."""
    length = ids.shape[1]
    x = model.token_embedding(ids) + model.positional_embedding[:length]
    x = model.transformer(x, attn_mask=model.attn_mask[:length, :length])
    end = x[torch.arange(len(ids)), ids.argmax(dim=-1)]
    return model.ln_final(end) @ model.text_projection


def pad(texts, length):
    return torch.tensor([text + [0] * (length - len(text)) for text in texts])


def tokenize(texts):
    """open_clip writes token after token, which is done beside the processor."""
    with torch.device("cpu"):
        ids = open_clip.get_tokenizer("ViT-B-32")(texts)
    return ids.to(computing.device())
