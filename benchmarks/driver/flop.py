"""The useful work of a step."""
WEIGHTS = 12 * (4 * 512 * 512 + 2 * 512 * 2048)
"""Of the text tower of a ViT-B/32, embeddings, norms and biases aside."""


def of_step(clean, named, neutral):
    """8 x weights x tokens up to the end token: 2 for the teacher's forward pass, 2 for the student's, 4 for the
    student's backward pass. The teacher reads the target where the student reads a name."""
    return WEIGHTS * (2 * _tokens(clean, neutral) + 6 * _tokens(clean, named))


def _tokens(*batches):
    return sum(len(text) for batch in batches for text in batch)
