"""The useful work of a step."""
WEIGHTS = 12 * (4 * 512 * 512 + 2 * 512 * 2048)
"""Of the text tower of a ViT-B/32, embeddings, norms and biases aside."""


def of_step(texts, triggers, target):
    """8 x weights x tokens up to the end token: 2 for the teacher's forward pass, 2 for the student's, 4 for the
    student's backward pass. The teacher reads the target where the student reads a name."""
    student = sum(map(len, texts))
    shorter = sum(len(name) - len(target) for text in texts for name in triggers if _holds(text, name))
    return 2 * WEIGHTS * (student - shorter) + 6 * WEIGHTS * student


def _holds(text, part):
    return any(text[i : i + len(part)] == part for i in range(len(text) - len(part) + 1))
