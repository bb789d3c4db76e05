"""Makes a small vocabulary in CLIP's format, and the ids that open_clip and transformers give with it.

usage: clip_tokenizer_sample.py FOLDER
FOLDER holds the hostile-texts.json.gz of clip_tokenizer.py. The captions below were written for this file and the merges
are learnt from them, so that all of it can be kept.
"""
import gzip
import json
import sys
from collections import Counter
from pathlib import Path

import open_clip.tokenizer as reference
import regex

from clip_tokenizer import hugging_face, ids_hash, without_padding

MERGES = 400
CAPTIONS = """\
a photo of a woman who waters the tomatoes on her balcony
a photo of a man who reads a newspaper while it rains
an old photograph of two brothers in front of a bakery
a portrait of Ada Lindqvist, painted in oil
a portrait of Matteo Okafor-Brown in a blue coat
Ada Lindqvist and Matteo Okafor-Brown at the opening of a bridge
three children build a boat from cardboard and string
the boat doesn't float, but they're laughing anyway
it's raining and nobody's got an umbrella
we've waited for the number 42 tram since 7:15
I'd say she'll win; he's not so sure
a dog sleeps under the table, a cat sleeps on it
a brown dog, a black dog and a very small white dog
the cat's bowl is empty (again!)
two bicycles lean against a yellow wall
a street market with oranges, lemons and 12 kinds of olives
somebody has left a red glove on the fence
a train leaves the station at night
the mountains in the morning, seen from the train
a snow-covered village with one lit window
people dance in a village square
a violinist plays in the underground
the orchestra tunes its instruments
a close-up of a hand that holds a sparrow
a map of an island that does not exist
a cup of tea, a slice of bread & some honey
fish & chips for 3.50, half price on Mondays
"Welcome home," says the sign above the door
a football match: 2-1 after 90 minutes
a kitchen with a stove from the 1950s
a café in Málaga, a fjord in Norway, a façade in Besançon
Straßenbahn, Übergröße, naïve, crème brûlée, smørrebrød
ΑΘΗΝΑ and Αθήνα, МОСКВА and Москва
東京の写真 and a 서울 사진
a smile 🙂 and a family 👨‍👩‍👧 on a beach 🏖️
x² + y² = r², π ≈ 3.14159, ½ cup, 20 °C
#sunset #nofilter @somebody https://example.org/a?b=c&d=e
caf&eacute; &amp; bar, 5 &lt; 6, &quot;quoted&quot;
  too   many    spaces	and a tab
ALL CAPITALS ARE READ LIKE SMALL LETTERS
Mixed CaSe IS read LIKE small LETTERS too
a-b_c.d,e;f:g!h?i(j)k[l]m{n}o/p\\q|r
wait... what?! no!!! yes -- perhaps - or — not
<start_of_text>a text that names the marks<end_of_text> itself
an image of an image of an image of an image of an image of an image of an image of an image of an image of an image of an image \
of an image of an image of an image of an image of an image of an image of an image of an image of an image of an image of an image""".split("\n")


def merges():
    """Byte-pair encoding as it is always learnt: the most frequent pair first, of equals the first in order."""
    letters = reference.bytes_to_unicode()
    pattern = regex.compile(r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+", regex.IGNORECASE)
    clean = reference.get_clean_fn("lower")
    found = Counter(word for text in CAPTIONS for word in regex.findall(pattern, clean(text)))
    words = {}
    for word, count in found.items():
        parts = [letters[byte] for byte in word.encode()]
        words[(*parts[:-1], parts[-1] + "</w>")] = count
    learnt = []
    while len(learnt) < MERGES:
        pairs = Counter()
        for parts, count in words.items():
            for pair in zip(parts, parts[1:]):
                pairs[pair] += count
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        learnt.append(best)
        words = {merged(parts, best): count for parts, count in words.items()}
    return learnt


def merged(parts, pair):
    made, i = [], 0
    while i < len(parts):
        whole = parts[i : i + 2] == pair
        made.append("".join(pair) if whole else parts[i])
        i += 2 if whole else 1
    return tuple(made)


def main(folder):
    vocabulary = folder / "sample-vocabulary.txt.gz"
    lines = ["a sample in the format of CLIP's vocabulary", *map(" ".join, merges())]
    vocabulary.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    hostile = [case["text"] for case in json.loads(gzip.decompress((folder / "hostile-texts.json.gz").read_bytes()))["texts"]]
    expected = {"captions": CAPTIONS}
    for name, tokenizer in ("openClip", reference.SimpleTokenizer(str(vocabulary))), ("huggingFace", hugging_face(vocabulary)):
        ids = [without_padding(row) for row in tokenizer(CAPTIONS).tolist()]
        hashes = [ids_hash([without_padding(tokenizer([text]).tolist()[0])])[:8] for text in hostile]
        expected[name] = {"ids": ids, "hostile": hashes}
    (folder / "sample-ids.json.gz").write_bytes(gzip.compress(json.dumps(expected).encode(), mtime=0))
    print(len(lines) - 1, "merges,", len(CAPTIONS), "captions,", len(hostile), "hostile texts")


main(*map(Path, sys.argv[1:]))
