"""Makes embeddings with what scikit-learn's classifiers and a plain count of recalls say of them.

usage: measures.py FOLDER
"""
import json
import sys
from pathlib import Path

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import NearestCentroid

PEOPLE, LEARNT, TESTED, WIDTH = 6, 3, 4, 5


def unit(rows):
    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


def faces(random):
    centers = numpy.repeat(random.normal(size=(PEOPLE, WIDTH)), LEARNT + TESTED, axis=0)
    rows = centers + 1.5 + 0.6 * random.normal(size=centers.shape)
    rows = rows.astype(numpy.float32).reshape(PEOPLE, LEARNT + TESTED, WIDTH)
    learnt = unit(rows[:, :LEARNT].reshape(-1, WIDTH).astype(float))
    tested = unit(rows[:, LEARNT:].reshape(-1, WIDTH).astype(float))
    labels = numpy.repeat(numpy.arange(PEOPLE), LEARNT)
    result = {
        "people": PEOPLE, "learnt": rows[:, :LEARNT].reshape(-1, WIDTH).tolist(),
        "tested": rows[:, LEARNT:].reshape(-1, WIDTH).tolist(), "probes": [],
        "centroid": NearestCentroid().fit(learnt, labels).predict(tested).tolist(),
    }
    for c in (0.01, 1, 100, 10000):
        probe = LogisticRegression(C=c, tol=1e-12, max_iter=100_000).fit(learnt, labels)
        logits = probe.decision_function(tested)
        result["probes"].append({
            "c": c, "classes": probe.predict(tested).tolist(),
            "logits": (logits - logits.mean(axis=1, keepdims=True)).tolist(),
        })
    return result


def recalls(random):
    """CLIP_benchmark's counting: of each question, whether any right answer is among the nearest k."""
    counts = random.integers(1, 6, 40)
    owners = numpy.repeat(numpy.arange(len(counts)), counts)
    pictures = random.normal(size=(len(counts), WIDTH)).astype(numpy.float32)
    texts = (pictures[owners] + 1.2 * random.normal(size=(len(owners), WIDTH))).astype(numpy.float32)
    scores = unit(texts.astype(float)) @ unit(pictures.astype(float)).T
    right = owners[:, None] == numpy.arange(len(counts))[None, :]
    result = {"counts": counts.tolist(), "pictures": pictures.tolist(), "texts": texts.tolist()}
    for name, table, marks in (("text-to-image", scores, right), ("image-to-text", scores.T, right.T)):
        nearest = numpy.argsort(-table, axis=1)
        result[name] = {
            str(k): float(numpy.take_along_axis(marks, nearest[:, :k], 1).any(axis=1).mean()) for k in (1, 5, 10)}
    return result


def main(folder):
    random = numpy.random.default_rng(11)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "faces.json").write_text(json.dumps(faces(random)) + "\n")
    (folder / "recalls.json").write_text(json.dumps(recalls(random)) + "\n")


main(Path(sys.argv[1]))
