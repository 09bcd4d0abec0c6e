"""The words the network has a vector for, and their GloVe vectors."""

import json
from collections import Counter
from pathlib import Path

import numpy as np

from features import normal_form

UNKNOWN, ROOT = 0, 1


def load_glove(path):
    """(words in order of frequency, float32 vectors) of the npm package named in README.md."""
    data = json.loads(Path(path).read_text(encoding="utf-8"))
    dims = data["dimensions"]
    words = data["words"]
    vectors = data["vectors"]
    table = np.asarray([vectors[w][:dims] for w in words], dtype=np.float32)
    return words, table


def domain_words():
    """Words of reporting of a war that GloVe knows and the commonest 30,000 do not hold: those of the project's theatre
    packs, lexicon and samples, kept as a list so that a later training has the same vocabulary."""
    return (Path(__file__).parent / "domain-words.txt").read_text(encoding="utf-8").split()


def build(train, glove_words, glove_table, top=30000):
    """(word list, vectors): <unk>, <root>, the `top` commonest of GloVe, training words seen twice, domain words GloVe knows.

    A word without a GloVe vector gets zeros and lives from what training adds to it.
    """
    rank = {}
    for i, w in enumerate(glove_words):
        rank.setdefault(normal_form(w), i)
    counts = Counter(normal_form(f) for s in train for f in s.forms)
    words, seen = ["<unk>", "<root>"], set()

    def add(w):
        if w not in seen:
            seen.add(w)
            words.append(w)

    for w in list(rank)[:top]:
        add(w)
    for w in sorted(w for w, n in counts.items() if n >= 2):
        add(w)
    for w in domain_words():
        add(w)
    vectors = np.zeros((len(words), glove_table.shape[1]), dtype=np.float32)
    for i, w in enumerate(words[2:], start=2):
        if w in rank:
            vectors[i] = glove_table[rank[w]] / 0.5
    return words, vectors, np.asarray([counts.get(w, 0) for w in words], dtype=np.float32)
