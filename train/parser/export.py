"""Writes a trained network as the file that ships: 8-bit weights, one scale a row.

    export.py MODEL.pt OUT.fgm

Layout, little-endian: "FOGGRAM1", u32 length of the header, u32 check sum of all after it, header (JSON, padded with
blanks to 4 bytes), then blocks at the offsets the header gives. src/read/model/network/read-weights.ts reads it.
"""

import json
import struct
import sys

import numpy as np
import torch

from features import fnv1a
from network import AFFIX, ARC, HIDDEN, LABEL, TAG, WORD

LABEL_DEPTH = 52  # 48 of the dependent, 1 constant, 3 of padding, so that rows are whole vectors


def padded(matrix, rows=None, columns=None):
    out = np.zeros((rows or matrix.shape[0], columns or matrix.shape[1]), dtype=np.float32)
    out[: matrix.shape[0], : matrix.shape[1]] = matrix
    return out


def pad_bias(bias, size):
    out = np.zeros(size, dtype=np.float32)
    out[: len(bias)] = bias
    return out


def up(n, to):
    return (n + to - 1) // to * to


def lstm_blocks(state, name):
    """Inputs of both directions in one matrix, states apart; the two biases of a gate added."""
    s = {k: state[f"{name}.{k}"].numpy() for k in ("weight_ih_l0", "weight_hh_l0", "weight_ih_l0_reverse", "weight_hh_l0_reverse")}
    bias = [state[f"{name}.bias_ih_l0{d}"].numpy() + state[f"{name}.bias_hh_l0{d}"].numpy() for d in ("", "_reverse")]
    return [
        (f"{name}.inputs", np.concatenate([s["weight_ih_l0"], s["weight_ih_l0_reverse"]])),
        (f"{name}.bias", np.concatenate(bias)),
        (f"{name}.forwards", s["weight_hh_l0"]),
        (f"{name}.backwards", s["weight_hh_l0_reverse"]),
    ]


def label_blocks(label):
    """(label, dependent dimension) rows over the dimensions of the head; the head's constant is the bias."""
    count = label.shape[0]
    rows = np.zeros((count, LABEL_DEPTH, LABEL), dtype=np.float32)
    bias = np.zeros((count, LABEL_DEPTH), dtype=np.float32)
    rows[:, : LABEL + 1] = label[:, :, :LABEL]
    bias[:, : LABEL + 1] = label[:, :, LABEL]
    return rows.reshape(-1, LABEL), bias.reshape(-1)


def blocks_of(model):
    state, vectors = model["state"], model["vectors"]
    words = vectors @ state["project.weight"].numpy().T + state["words.weight"].numpy()
    affixes = state["affixes.weight"].numpy()
    out = [("words", words), ("affixes", affixes)]
    out += [("root", np.concatenate([words[1], 9 * affixes[0]]))]
    out += lstm_blocks(state, "first")
    tags = len(model["tags"])
    wide = up(tags, 8)
    out += [("tag", padded(state["tag.weight"].numpy(), rows=wide)), ("tag.bias", pad_bias(state["tag.bias"].numpy(), wide))]
    out += [("tagEmbedding", padded(state["tag_embedding.weight"].numpy(), columns=wide))]
    out += lstm_blocks(state, "second")
    layers = ("arc_dependent", "arc_head", "label_dependent", "label_head")
    out += [("layers", np.concatenate([state[f"{l}.weight"].numpy() for l in layers]))]
    out += [("layers.bias", np.concatenate([state[f"{l}.bias"].numpy() for l in layers]))]
    arc = state["arc"].numpy()
    out += [("arc", arc[:ARC].T.copy()), ("arc.bias", arc[ARC].copy())]
    rows, bias = label_blocks(state["label"].numpy())
    return out + [("label", rows), ("label.bias", bias)]


def quantise(matrix):
    scale = np.abs(matrix).max(1).astype(np.float32) / 127
    by = np.where(scale > 0, 1 / np.where(scale > 0, scale, 1), 0)
    return np.rint(matrix * by[:, None]).astype(np.int8), scale


def check_sum(data):
    """Over 32-bit words: h = (h xor word) * 0x01000193."""
    h = 0x811C9DC5
    for (word,) in struct.iter_unpack("<I", data):
        h = ((h ^ word) * 0x01000193) & 0xFFFFFFFF
    return h


def export(model, path):
    body, index = bytearray(), {}

    def add(name, data, rows, columns):
        while len(body) % 4:
            body.append(0)
        index[name] = [len(body), rows, columns]
        body.extend(data)

    hashes = np.asarray([fnv1a(w) for w in model["words"]], dtype="<u4")
    add("hashes", hashes.tobytes(), len(hashes), 1)
    for name, values in blocks_of(model):
        if values.ndim == 1:
            add(name, values.astype("<f4").tobytes(), len(values), 1)
        else:
            q, scale = quantise(values)
            add(name, q.tobytes(), *q.shape)
            add(f"{name}.scale", scale.astype("<f4").tobytes(), len(scale), 1)
    while len(body) % 4:
        body.append(0)
    header = {
        "version": 1,
        "sizes": {"word": WORD, "affix": AFFIX, "hidden": HIDDEN, "tag": TAG, "arc": ARC, "label": LABEL, "labelDepth": LABEL_DEPTH},
        "bytes": len(body),
        "tags": model["tags"],
        "labels": model["labels"],
        "blocks": index,
    }
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    rest = text + bytes(body)
    with open(path, "wb") as out:
        out.write(b"FOGGRAM1" + struct.pack("<II", len(text), check_sum(rest)) + rest)
    print(f"{path}: {16 + len(rest)} bytes, {len(hashes)} words")


if __name__ == "__main__":
    export(torch.load(sys.argv[1]), sys.argv[2])
