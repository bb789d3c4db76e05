"""Makes texts that are hard to clean and to tokenize, and what open_clip and transformers make of them.

usage: clip_tokenizer.py VOCABULARY CAPTIONS FOLDER
VOCABULARY is CLIP's bpe_simple_vocab_16e6.txt.gz, CAPTIONS a file with one caption a line. Of ids only hashes are
written, of CAPTIONS' texts nothing, so that neither has to be kept beside the fixture.
"""
import gzip
import hashlib
import html.entities
import json
import random
import sys
import tempfile
import unicodedata
from pathlib import Path

import ftfy
import open_clip.tokenizer as reference

WORDS = "a photo of the Person named Ada Lovelace don't I'LL we've 42 3.14 caf\u00e9 na\u00efve cat DOG \u00c9cole rock'n'roll e-mail x² C++ #tag @me".split()
SCRIPTS = [
    (0x20, 0x7E), (0xA0, 0xFF), (0x100, 0x24F), (0x250, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F),
    (0x530, 0x58F), (0x590, 0x5FF), (0x600, 0x6FF), (0x900, 0x97F), (0x980, 0x9FF), (0xB80, 0xBFF), (0xE00, 0xE7F),
    (0xF00, 0xFFF), (0x10A0, 0x10FF), (0x1100, 0x11FF), (0x1200, 0x137F), (0x13A0, 0x13FF), (0x1780, 0x17FF),
    (0x1800, 0x18AF), (0x1E00, 0x1EFF), (0x1F00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF),
    (0x2100, 0x218F), (0x2190, 0x23FF), (0x2460, 0x27BF), (0x3000, 0x30FF), (0x3130, 0x318F), (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFB00, 0xFB4F), (0xFE00, 0xFE6F), (0xFF00, 0xFFEF), (0x10000, 0x100FF),
    (0x10400, 0x1044F), (0x12000, 0x123FF), (0x1D400, 0x1D7FF), (0x1F300, 0x1FAFF), (0x20000, 0x2A6DF),
]
EMOJI = [0x1F600, 0x1F468, 0x1F469, 0x1F467, 0x1F3F3, 0x1F308, 0x2764, 0x1F44D, 0x1F1E9, 0x1F1EA, 0x1F9D1, 0x1F680]
JOINERS = ["\u200d", "\ufe0f", "\ufe0e", "\U0001f3fb", "\U0001f3ff", "\u20e3", "\u200c", ""]
SPACES = " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2003\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff\u180e"
NAMES = sorted(html.entities.html5)
MARKS = "'\"!?.,;:-_()[]{}<>/\\|@#$%^&*+=~`\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00ab\u00bb"


def assigned(r, first, last):
    while True:
        character = chr(r.randint(first, last))
        if unicodedata.category(character) not in ("Cn", "Cs", "Co"):
            return character


def script(r):
    first, last = r.choice(SCRIPTS)
    return "".join(" " if r.random() < 0.15 else assigned(r, first, last) for _ in range(r.randint(1, 30)))


def mixed(r):
    return "".join(assigned(r, *r.choice(SCRIPTS)) for _ in range(r.randint(1, 20)))


def emoji(r):
    return "".join(chr(r.choice(EMOJI)) + r.choice(JOINERS) + r.choice(["", "", " ", "a"]) for _ in range(r.randint(1, 12)))


def entity(r):
    kind = r.randrange(9)
    name = r.choice(NAMES).rstrip(";")
    if kind < 3:
        return f"&{name};"
    if kind == 3:
        return f"&{name}"
    if kind == 4:
        return f"&{name.upper()};"
    if kind == 5:
        return r.choice(["&#%d;", "&#x%x;", "&#X%X", "&#%d"]) % r.choice([r.randint(0, 0x180), r.randint(0, 0x110010)])
    if kind == 6:
        return f"&{r.choice(['amp', 'amp;', 'lt', 'not', 'copy', 'AMP'])}{r.choice(['', 'x', 'in', '1', ';', 'amp;', 'lt;'])};"
    if kind == 7:
        return r.choice(["&", "&&", "&;", "&#", "&#;", "&#x;", "&#xg;", "& amp;", "&nosuchname;", "&#00000000065;", "&#99999999999;", "&#55357;"])
    return f"&amp;{name};"


def entities(r):
    return "".join(r.choice([entity(r), entity(r), r.choice(WORDS), " ", "<b>" if r.random() < 0.1 else "x"]) for _ in range(r.randint(1, 8)))


def controls(r):
    pool = [chr(r.randint(0, 0x1F)), "\x7f", chr(r.randint(0x80, 0x9F)), "\ufeff", "\u206a", "\ufff9", "\ufffc", "\u200b",
            "\u200e", "\u202e", "\x1b[31m", "\x1b[0;1mA", "\x1b[\u0663m", "\x1b["]
    return "".join(r.choice(WORDS + pool) for _ in range(r.randint(1, 10)))


def spaces(r):
    return "".join(r.choice(WORDS) if r.random() < 0.5 else r.choice(SPACES) * r.randint(1, 3) for _ in range(r.randint(0, 12)))


def words(r):
    return " ".join(r.choice(WORDS) + r.choice(["", "", r.choice(MARKS), r.choice(MARKS) + r.choice(MARKS)]) for _ in range(r.randint(1, 14)))


def cases(r):
    pool = "\u0130I\u0131i\u03a3\u03c3\u03c2\u1e9e\u00df\u017f\u212a\u01c4\u01c5\u01c6\ufb01\ufb05\u0149'sS\u0307 A\u0345\u1fbc"
    return "".join(r.choice(pool) for _ in range(r.randint(1, 16)))


def widths(r):
    return "".join(r.choice([assigned(r, 0xFF01, 0xFFEF), assigned(r, 0xFF66, 0xFF9F), "\uff9e", "\uff9f", "\u3000", "\uffe3"]) for _ in range(r.randint(1, 20)))


def html_like(r):
    return r.choice(["<b>%s</b>", "%s\n<i>&amp;&eacute;</i>\n&amp;", "&lt;%s&gt;", "<%s &copy;", "%s &lt;end_of_text&gt;", "<start_of_text>%s<end_of_text>", "<|endoftext|>%s"]) % words(r)


def very_long(r):
    return r.choice([r.choice(WORDS) * r.randint(50, 300), r.choice("a!9\u4f60\U0001f600") * r.randint(80, 600), " ".join(r.choice(WORDS) for _ in range(150))])


KINDS = [(script, 500), (mixed, 250), (emoji, 200), (entities, 600), (controls, 250), (spaces, 200), (words, 250),
         (cases, 150), (widths, 120), (html_like, 120), (very_long, 40)]


def texts():
    r = random.Random(16)
    made = ["", " ", "\n", "\x00"]
    for kind, count in KINDS:
        made += [kind(r) for _ in range(count)]
    return made


def without_padding(row):
    end = row.index(max(row))
    return row[: end + 1]


def ids_hash(rows):
    joined = "\n".join(" ".join(map(str, row)) for row in rows)
    return hashlib.sha256(joined.encode()).hexdigest()


def hugging_face(vocabulary):
    simple = reference.SimpleTokenizer(str(vocabulary))
    names = dict(zip(simple.all_special_ids, ("<|startoftext|>", "<|endoftext|>")))
    with tempfile.TemporaryDirectory() as folder:
        ids = {names.get(i, token): i for token, i in simple.encoder.items()}
        (Path(folder) / "vocab.json").write_text(json.dumps(ids))
        (Path(folder) / "tokenizer_config.json").write_text('{"tokenizer_class": "CLIPTokenizer"}')
        merges = "\n".join(" ".join(pair) for pair in simple.bpe_ranks)
        (Path(folder) / "merges.txt").write_text("#version: 0.2\n" + merges + "\n")
        return reference.HFTokenizer(folder, context_length=77)


def main(vocabulary, captions, folder):
    tokenizers = {"openClip": reference.SimpleTokenizer(str(vocabulary)), "huggingFace": hugging_face(vocabulary)}
    lines = captions.read_text(encoding="utf-8").splitlines()
    parts = [lines[i : i + 500] for i in range(0, len(lines), 500)]
    rows = {name: [without_padding(row) for row in tokenizer(lines).tolist()] for name, tokenizer in tokenizers.items()}
    expected = {"captions": {name: [ids_hash(rows[name][i : i + 500]) for i in range(0, len(lines), 500)] for name in rows},
                "texts": []}
    for text in texts():
        case = {"text": text}
        plain = ftfy.fix_text(text, fix_encoding=False)
        case["mojibake"] = plain != ftfy.fix_text(text)
        case["whitespace"] = reference.get_clean_fn("whitespace")(text)
        case["lower"] = reference.get_clean_fn("lower")(text)
        for name, tokenizer in tokenizers.items():
            case[name] = ids_hash([without_padding(tokenizer([text]).tolist()[0])])[:8]
        expected["texts"].append(case)
    text = json.dumps(expected).encode()
    (folder / "hostile-texts.json.gz").write_bytes(gzip.compress(text, mtime=0))
    apart = sum(case["mojibake"] for case in expected["texts"])
    print(len(lines), "captions,", len(expected["texts"]), "texts, of which", apart, "are mojibake to ftfy")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
