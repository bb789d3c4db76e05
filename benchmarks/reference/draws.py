"""What Lethe drew for each step, as batches of the reference."""
import json


def read(file):
    with open(file) as lines:
        drawn = json.load(lines)
    return [_batches(step, drawn["triggers"], drawn["target"]) for step in drawn["steps"]]


def _batches(step, triggers, target):
    """Captions; captions with a name, and the same with the target in the name's place."""
    clean, named, neutral = [], [], []
    for text in step:
        replaced = next((r for r in (_replace(text, t, target) for t in triggers) if r), None)
        if replaced is None:
            clean.append(text)
        else:
            named.append(text)
            neutral.append(replaced)
    return clean, named, neutral


def _replace(text, trigger, target):
    n = len(trigger)
    for i in range(len(text) - n + 1):
        if text[i : i + n] == trigger:
            return text[:i] + target + text[i + n :]
    return None
