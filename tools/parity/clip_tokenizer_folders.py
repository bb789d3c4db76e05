"""Makes tokenizer folders as published models have them, and what transformers makes of each as a whole.

usage: clip_tokenizer_folders.py FOLDER
One file holds everything: the vocabulary and its merges once, what else each folder has, and for every folder the token
that pads and the ids of some texts.
"""
import copy
import gzip
import json
import logging
import sys
import tempfile
from pathlib import Path

from transformers import AutoTokenizer, CLIPTokenizer

CONTEXT = 16
START, END = "<|startoftext|>", "<|endoftext|>"
TEXTS = [
    "a photo!", "hi! there !! a!b", "! !", "!", "", "a * b @ c", "# ~ a#b", "<ada> x<Ada>y <bob>  z <BOB>", "<pad> <x> <y> <Y>",
    f"{END} a {START}", END.upper(), "Caf\u00e9 CAT's don't", "a\u00a0!\tb  ! c", "the photo of a cat and of a dog and of a cat", "<m>a<m>",
]


def vocabulary():
    printable = [*range(ord("!"), ord("~") + 1), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    letters = [chr(c) for c in printable] + [chr(256 + n) for n in range(256 - len(printable))]
    merges = ["p h", "ph o", "t o</w>", "pho to</w>", "a t</w>", "c at</w>", "! !</w>", "o f</w>", "d o", "do n</w>", "' s</w>"]
    tokens = letters + [letter + "</w>" for letter in letters] + [merge.replace(" ", "") for merge in merges] + [START, END]
    return {token: i for i, token in enumerate(dict.fromkeys(tokens))}, merges


def token(content, **more):
    return dict(content=content, lstrip=False, normalized=True, rstrip=False, single_word=False) | more


def special(pad, **more):
    return dict(bos_token=token(START), eos_token=token(END), pad_token=pad, unk_token=token(END)) | more


def folders(size):
    typed = lambda content: token(content) | {"__type": "AddedToken"}
    first = dict(
        add_prefix_space=False, bos_token=typed(START), do_lower_case=True, eos_token=typed(END), errors="replace", model_max_length=CONTEXT,
        name_or_path="x", pad_token=END, special_tokens_map_file="./special_tokens_map.json", tokenizer_class="CLIPTokenizer", unk_token=typed(END))
    listed = {"0": token("!", normalized=False, special=True), str(size - 2): token(START, special=True), str(size - 1): token(END, special=True)}
    second = dict(
        add_prefix_space=False, added_tokens_decoder=listed, bos_token=START, clean_up_tokenization_spaces=True, do_lower_case=True,
        eos_token=END, errors="replace", model_max_length=CONTEXT, pad_token="!", tokenizer_class="CLIPTokenizer", unk_token=END)
    more = lambda config, tokens: config | {"added_tokens_decoder": config["added_tokens_decoder"] | tokens}
    yield "plain", {}
    yield "stable-diffusion-1", {"special_tokens_map": special(END), "tokenizer_config": first}
    yield "stable-diffusion-2", {"special_tokens_map": special("!"), "tokenizer_config": first}
    yield "stable-diffusion-xl-2", {"special_tokens_map": special("!"), "tokenizer_config": second}
    yield "map-alone", {"special_tokens_map": special("!")}
    yield "pad-with-flags", {"special_tokens_map": special(token("!", lstrip=True, rstrip=True, normalized=False))}
    yield "pad-alone", {"tokenizer_config": more(second, {"0": token("!", single_word=True, special=False)})}
    yield "textual-inversion", {"special_tokens_map": special("!"), "tokenizer_config": more(
        second, {str(size): token("<Ada>", special=False), str(size + 1): token("<bob>", normalized=False, lstrip=True, special=False)})}
    yield "added-tokens", {"special_tokens_map": special("!"), "tokenizer_config": first, "added_tokens": {"<Ada>": size, "<bob>": size + 1}}
    yield "new-pad", {"special_tokens_map": special("<pad>"), "tokenizer_config": first}
    yield "extra", {"special_tokens_map": special("!", additional_special_tokens=["<x>", "<Y>"]), "tokenizer_config": first}
    yield "mask-and-class", {"special_tokens_map": special("!", mask_token="*", cls_token="@"), "tokenizer_config": first}
    yield "cased", {"special_tokens_map": special("!"), "tokenizer_config": first | {"do_lower_case": False}}
    yield "prefixed", {"special_tokens_map": special("!"), "tokenizer_config": first | {"add_prefix_space": True}}
    yield "no-config-wins", {"tokenizer_config": first | {"pad_token": "*"}}


def whole(folder, config):
    """Folders with a tokenizer.json, made of what the library writes."""
    written = json.loads((folder / "tokenizer.json").read_text())
    del written["model"]["vocab"], written["model"]["merges"]
    fast = config | {"tokenizer_class": "PreTrainedTokenizerFast"}
    cased = copy.deepcopy(written)
    cased["normalizer"] = {"type": "NFC"}
    padded = written | {"padding": {"strategy": {"Fixed": CONTEXT}, "direction": "Right", "pad_to_multiple_of": None, "pad_id": 9, "pad_type_id": 0, "pad_token": "*"}}
    without = {key: value for key, value in fast.items() if key != "pad_token"}
    yield "whole", {"tokenizer": written, "tokenizer_config": config}
    yield "whole-and-map", {"tokenizer": written, "tokenizer_config": config, "special_tokens_map": {"pad_token": "*"}}
    yield "whole-and-map-alone", {"tokenizer": written, "special_tokens_map": {"pad_token": "*"}}
    yield "fast", {"tokenizer": written, "tokenizer_config": fast}
    yield "fast-and-map", {"tokenizer": written, "tokenizer_config": without, "special_tokens_map": {"pad_token": "*", "mask_token": "<m>"}}
    yield "fast-and-list", {"tokenizer": written, "tokenizer_config": fast | {"added_tokens_decoder": {"0": token("!", single_word=True, special=False)}}}
    yield "fast-cased", {"tokenizer": cased, "tokenizer_config": fast}
    yield "fast-padded", {"tokenizer": padded, "tokenizer_config": without}


def write(folder, vocab, merges, files):
    folder.mkdir()
    files = copy.deepcopy(files)
    if "tokenizer" in files:
        files["tokenizer"]["model"] |= {"vocab": vocab, "merges": [merge.split() for merge in merges]}
    else:
        files["vocab"] = vocab
        (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(merges) + "\n")
    for name, content in files.items():
        (folder / f"{name}.json").write_text(json.dumps(content))


def read(folder, files):
    chosen = AutoTokenizer if "tokenizer" in files else CLIPTokenizer
    tokenizer = chosen.from_pretrained(folder)
    ids = [tokenizer(text, padding="max_length", max_length=CONTEXT, truncation=True).input_ids for text in TEXTS]
    return {"pad": tokenizer.pad_token_id, "size": len(tokenizer), "ids": ids}


def main():
    logging.disable(logging.WARNING)
    vocab, merges = vocabulary()
    cases = []
    with tempfile.TemporaryDirectory() as temporary:
        temporary = Path(temporary)
        def case(name, files):
            write(temporary / name, vocab, merges, files)
            cases.append({"name": name, "files": files, "expected": read(temporary / name, files)})
        for name, files in folders(len(vocab)):
            case(name, files)
        saved = temporary / "saved"
        CLIPTokenizer.from_pretrained(temporary / "stable-diffusion-xl-2").save_pretrained(saved)
        for name, files in whole(saved, json.loads((saved / "tokenizer_config.json").read_text())):
            case(name, files)
    content = {"context": CONTEXT, "vocab": vocab, "merges": merges, "texts": TEXTS, "folders": cases}
    out = Path(sys.argv[1]) / "tokenizer-folders.json.gz"
    out.write_bytes(gzip.compress(json.dumps(content, ensure_ascii=False).encode(), 9, mtime=0))


main()
