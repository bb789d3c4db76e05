"""Makes small files as torch.save writes them, the values in them, and files that attack their reader.

usage: state_dicts.py FOLDER
"""
import argparse
import builtins
import datetime
import json
import os
import pathlib
import pickle
import random
import sys
import types
import warnings
import zipfile
from collections import Counter, OrderedDict, defaultdict, deque
from pathlib import Path

import numpy
import torch


class Call:
    """Pickled as a call of a function."""

    def __init__(self, function, *arguments):
        self.call = function, arguments

    def __reduce__(self):
        return self.call


class Tied(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.first = torch.nn.Linear(3, 3, bias=False)
        self.second = torch.nn.Linear(3, 3)
        self.second.weight = self.first.weight
        self.norm = torch.nn.BatchNorm1d(3)


class Block(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.ln = torch.nn.LayerNorm(4)
        self.attn = torch.nn.MultiheadAttention(4, 2)
        self.mlp = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.GELU(), torch.nn.Linear(8, 4))

    def forward(self, x):
        x = self.ln(x)
        return self.mlp(x + self.attn(x, x, x)[0])


class Tower(torch.nn.Module):
    """Nested as CLIP is, with attributes of every kind that a program can save."""

    def __init__(self):
        super().__init__()
        self.token_embedding = torch.nn.Embedding(5, 4)
        self.resblocks = torch.nn.ModuleList([Block(), Block()])
        self.last = self.resblocks[1]
        self.norm = torch.nn.BatchNorm1d(4)
        self.logit_scale = torch.nn.Parameter(torch.tensor(2.5))
        self.register_buffer("input_resolution", torch.tensor(224))
        self.names: list[str] = ["a", "b"]
        self.sizes: list[int] = [1, 2**40]
        self.means: list[float] = [0.5]
        self.flags: list[bool] = [True]
        self.parts: dict[str, int] = {"a": 1}
        self.pair = (1, "two")

    def forward(self, x):
        x = self.token_embedding(x)
        for block in self.resblocks:
            x = block(x)
        return self.norm(self.last(x)[0]) * self.logit_scale


def programs():
    torch.manual_seed(1)
    scripted, traced = Tower().half(), Tower()
    scripted.logit_scale.data = scripted.logit_scale.data.float()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # TorchScript is deprecated, and OpenAI's models are written in it
        yield "program", torch.jit.script(scripted)
        yield "traced", torch.jit.trace(traced.eval(), torch.zeros(3, 2, dtype=torch.long))


def views():
    base = torch.arange(24.0)
    matrix = base.reshape(4, 6)
    return {
        "whole": matrix,
        "transposed": matrix.t(),
        "columns": matrix[:, 1:6:2],
        "tail": base[20:],
        "permuted": base.reshape(2, 3, 4).permute(2, 0, 1),
        "row": matrix[2:3].expand(1, 6),
        "scalar": base[7],
        "empty": torch.empty(0, 5),
        "parameter": torch.nn.Parameter(matrix[1]),
    }


def halves():
    values = torch.tensor([[0.0, -0.0, 1.0], [-2.5, 65504.0, 6e-8], [float("inf"), 1e-3, 3.14]])
    return {
        "half": values.half(),
        "bfloat": values.bfloat16(),
        "half columns": values.half().t(),
        "long": torch.tensor(2**40 + 1),
        "longs": torch.arange(6).reshape(2, 3).t(),
    }


def good():
    torch.manual_seed(0)
    module = Tied().state_dict()
    yield "module", module, module, {}
    yield "views", views(), views(), {}
    yield "halves", halves(), halves(), {}
    yield "protocol-4", module, module, {"pickle_protocol": 4}
    model = Tied()
    optimizer = torch.optim.AdamW(model.parameters())
    model.first(torch.ones(2, 3)).sum().backward()
    optimizer.step()
    checkpoint = {
        "epoch": 3, "loss": 0.25, "name": "caf\u00e9", "steps": 2**40, "type": torch.float16, "nothing": None,
        "flags": [True, False], "state_dict": model.state_dict(), "optimizer": optimizer.state_dict(),
    }
    yield "checkpoint", checkpoint, checkpoint["state_dict"], {}


class Tagged(torch.Tensor):
    """A subclass of tensors, which is refused: no such name is known."""


def training():
    """All that training scripts save beside the weights; nothing of it is needed."""
    torch.manual_seed(2)
    model = Tied()
    optimizer = torch.optim.AdamW(model.parameters())
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 10)
    model.first(torch.ones(2, 3)).sum().backward()
    optimizer.step()
    state = model.state_dict()
    state["first.weight"] = torch.nn.Parameter(state["first.weight"])
    state["first.weight"].note = "an attribute"
    state["second.bias"].note = "another"
    return state, {
        "epoch": 1, "device": torch.device("cuda", 0), "type": torch.complex64, "shape": torch.Size([2, 3]),
        "layout": torch.strided, "version": torch.torch_version.TorchVersion("2.1.0"),
        "args": argparse.Namespace(lr=1e-4, where=pathlib.Path("runs/1"), amp=torch.bfloat16), "more": types.SimpleNamespace(a=1),
        "losses": defaultdict(list, {"train": [0.5, 0.25]}), "words": Counter("abca"), "last": deque([1.5, 2.5], maxlen=5),
        "best": numpy.float64(0.75), "step": numpy.int64(7), "flag": numpy.bool_(True), "metrics": numpy.arange(6.0).reshape(2, 3),
        "names": {"a", "b"}, "frozen": frozenset({1, 2}), "raw": b"bytes", "array": bytearray(b"more"), "seed": 2**64 - 1,
        "complex": 1 + 2j, "when": datetime.datetime(2026, 11, 30, 12), "took": datetime.timedelta(seconds=3), "range": range(3),
        "rng": {"torch": torch.get_rng_state()[:8].clone(), "numpy": numpy.random.RandomState(0).get_state(), "python": random.Random(0).getstate()},
        "by tuple": {(1, 2): "pair", 1.5: "float", None: "none", True: "truth"}, "sparse": torch.eye(2).to_sparse(),
        "half": torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8), "float8": torch.ones(2).to(torch.float8_e4m3fn),
        "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "model": state}


def holders():
    """Weights where training scripts put them, and other tensors that are not meant."""
    one, other = {"w": torch.arange(3.0)}, {"w": torch.arange(3.0) + 9}
    yield "below-model", {"model": one, "loss": torch.tensor(0.5)}, one
    yield "below-both", {"ema": other, "model": {"state_dict": one}}, one
    yield "below-ema", {"epoch": 3, "ema": {"module": one}, "optimizer": {"state": {0: {"step": torch.tensor(1.0)}}}}, one


def rewritten(source, target, record, content):
    """Copies an archive, with another content of one record."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name)
            new.writestr(info, content if name.endswith("/" + record) else old.read(name))


def small_program(target, content):
    with zipfile.ZipFile(target, "w") as new:
        new.writestr(zipfile.ZipInfo("program/data.pkl"), content)
        new.writestr(zipfile.ZipInfo("program/constants.pkl"), pickle.dumps((), 2))


def hostile():
    yield "system", pickle.dumps(Call(os.system, "echo no"), 2)
    yield "system-by-name-on-stack", pickle.dumps(Call(os.system, "echo no"), 4)
    yield "eval", pickle.dumps({"w": Call(builtins.eval, "1")}, 2)
    yield "instance", b"(X\x07\0\0\0echo noios\nsystem\n."
    yield "object", b"(cos\nsystem\nX\x07\0\0\0echo noo."
    yield "new-object", b"\x80\x02csubprocess\nPopen\n)\x81."
    yield "build", b"\x80\x02ccollections\nOrderedDict\n}X\x08\0\0\0__code__K\x01sb."
    yield "getattr", b"\x80\x02c__builtin__\ngetattr\nccollections\nOrderedDict\nX\x08\0\0\0__dict__\x86R."
    yield "dotted-name", b"\x80\x04\x8c\x0bcollections\x8c\x14OrderedDict.fromkeys\x93."
    yield "extension", b"\x80\x02\x82\x01."
    yield "class-of-a-program", b"\x80\x02c__torch__\nModule\n)\x81."
    storage = b"(X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\0%sX\x03\0\0\0cpuJ%stQ"
    tensor = b"\x80\x02}X\x01\0\0\0wctorch._utils\n_rebuild_tensor_v2\n(%s%s\x89}tRs."

    def lies(key=b"0", size=24, rest=b"K\0K\x18\x85K\x01\x85"):
        return tensor % (storage % (key, size.to_bytes(4, "little", signed=True)), rest)

    yield "storage-missing", lies(key=b"9")
    yield "storage-longer", lies(size=25)
    yield "storage-shorter", lies(size=23)
    yield "storage-huge", lies(size=2**31 - 1)
    yield "storage-negative", lies(size=-24)
    yield "storage-outside", lies(key=b"/")
    yield "tensor-longer", lies(rest=b"K\0K\x19\x85K\x01\x85")
    yield "tensor-behind", lies(rest=b"K\x01K\x18\x85K\x01\x85")
    yield "tensor-before", lies(rest=b"J\xff\xff\xff\xffK\x02\x85K\x01\x85")
    yield "tensor-strided-out", lies(rest=b"K\0K\x03\x85K\x0c\x85")
    yield "tensor-repeated", lies(rest=b"K\0J\xff\xff\xff\x7f\x85K\0\x85")
    yield "tensor-overflowing", lies(rest=b"K\0J\xff\xff\xff\x7fJ\xff\xff\xff\x7fJ\xff\xff\xff\x7f\x87K\0K\0K\0\x87")
    yield "tensor-negative", lies(rest=b"K\0J\xff\xff\xff\xff\x85K\x01\x85")
    yield "tensor-without-strides", lies(rest=b"K\0K\x18\x85)")
    yield "persistent-text", b"\x80\x02X\x01\0\0\x00xQ."
    yield "contains-itself", b"\x80\x02}q\0h\0K\x01s."
    yield "no-tensors", pickle.dumps({"w": [1, 2]}, 2)
    yield "text", pickle.dumps("weights", 2)
    yield "endless-text", b"\x80\x02X\xff\xff\xff\x7fx."
    yield "huge-number", b"\x80\x02\x8a\xff" + b"\x01" * 255 + b"."
    yield "unmarked", b"\x80\x02}u."
    yield "not-utf-8", b"\x80\x02X\x02\0\0\0\xc3\x28."
    yield "nothing", b""


def hostile_programs():
    module = b"\x80\x02c__torch__\nModule\nq\0)\x81q\1"
    yield "program-system", pickle.dumps(Call(os.system, "echo no"), 2)
    yield "program-new-system", b"\x80\x02cposix\nsystem\n)\x81."
    yield "program-call", b"\x80\x02c__torch__\nModule\n)R."
    yield "program-contains-itself", module + b"}X\1\0\0\0ah\1sb."
    doubled = b"".join(b"h\0)\x81}(X\1\0\0\0ah%cX\1\0\0\0bh%cubq%c" % (i, i, i + 1) for i in range(1, 40))
    yield "program-doubles", module + doubled + b"."
    yield "program-without-tensors", module + b"}X\1\0\0\0aK\1sb."
    yield "program-untyped", b"\x80\x02ctorch.jit._pickle\nbuild_intlist\n)R."


def described(state):
    return {
        key: {"shape": list(value.shape), "values": [str(x) for x in value.detach().flatten().tolist()]}
        for key, value in state.items()
    }


def main(folder):
    (folder / "hostile").mkdir(parents=True, exist_ok=True)
    expected = {}
    for name, saved, state, options in good():
        torch.save(saved, folder / f"{name}.pt", **options)
        expected[name] = described(state)
    torch.save(views(), folder / "legacy.pt", _use_new_zipfile_serialization=False)
    torch.save(Tied(), folder / "whole-module.pt")
    for name, program in programs():
        program.save(str(folder / f"{name}.pt"))
        expected[name] = described(torch.jit.load(str(folder / f"{name}.pt")).state_dict())
    state, saved = training()
    for name, options in {"training": {}, "training-protocol-4": {"pickle_protocol": 4}}.items():
        torch.save(saved, folder / f"{name}.pt", **options)
        expected[name] = described(state)
    with zipfile.ZipFile(folder / "training.pt") as archive:
        older = archive.read("training/data.pkl").replace(b"numpy._core.", b"numpy.core.")
    rewritten(folder / "training.pt", folder / "training-numpy-1.pt", "data.pkl", older)
    expected["training-numpy-1"] = expected["training"]
    for name, saved, state in holders():
        torch.save(saved, folder / f"{name}.pt")
        expected[name] = described(state)
    torch.save({"w": torch.ones(2), "q": torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8)}, folder / "quantized.pt")
    torch.save({"w": torch.ones(2).as_subclass(Tagged)}, folder / "subclass.pt")
    (folder / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")
    views_file = folder / "views.pt"
    rewritten(views_file, folder / "big-endian.pt", "byteorder", "big")
    for name, content in hostile():
        rewritten(views_file, folder / "hostile" / f"{name}.pt", "data.pkl", content)
    for name, content in hostile_programs():
        small_program(folder / "hostile" / f"{name}.pt", content)


main(Path(sys.argv[1]))
