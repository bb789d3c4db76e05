"""Makes attack-half.json: which pictures scikit-learn's stratified split leaves to the attack.

    attack_half.py FOLDER

Each case has how many pictures each person has, in the order in which people are numbered, and for each person the numbers of
the pictures that fall into the first (train) part.
"""
import json
import sys
from pathlib import Path

import numpy
import sklearn
from sklearn.model_selection import train_test_split

CASES = {
    "even": [4, 4, 4, 4],
    "odd": [5, 3, 7, 4, 9, 2],
    "many": numpy.random.RandomState(7).randint(2, 40, size=60).tolist(),
}


def attack_half(sizes):
    people = numpy.repeat(numpy.arange(len(sizes)), sizes)
    train, _ = train_test_split(numpy.arange(len(people)), test_size=.5, random_state=42, stratify=people)
    first = numpy.cumsum([0, *sizes])
    return [sorted(int(i - first[p]) for i in train if people[i] == p) for p in range(len(sizes))]


def main(folder):
    cases = [{"name": name, "sizes": sizes, "train": attack_half(sizes)} for name, sizes in CASES.items()]
    made = {"numpy": numpy.__version__, "scikit-learn": sklearn.__version__, "cases": cases}
    (Path(folder) / "attack-half.json").write_text(json.dumps(made, separators=(",", ":")) + "\n")


main(sys.argv[1])
