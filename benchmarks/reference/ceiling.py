"""The matrix products of a transformer's forward pass and nothing else, in one large batch."""
import torch

from . import computing, turns

LAYERS, WIDTH, MLP = 12, 512, 2048
SIZES = [(WIDTH, 3 * WIDTH), (WIDTH, WIDTH), (WIDTH, MLP), (MLP, WIDTH)]


@torch.no_grad()
def multiply(layer):
    for _ in range(LAYERS):
        for states, weights in layer:
            torch.matmul(states, weights)
    return {}


def run(tokens, rounds):
    factor = {"dtype": computing.product_type()}
    layer = [(torch.randn(int(tokens), rows, **factor), torch.randn(rows, columns, **factor)) for rows, columns in SIZES]
    turns.take(int(rounds), lambda turn: multiply(layer))
    return {"flop": 2 * int(tokens) * LAYERS * sum(rows * columns for rows, columns in SIZES)}
