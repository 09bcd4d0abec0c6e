"""Sentences as arrays, and arrays as batches."""

import random
from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
import torch

from conllu import Sentence
from features import AFFIX_FEATURES, affixes, normal_form
from vocabulary import ROOT, UNKNOWN

LONGEST = 120


@dataclass
class Inventory:
    """Tags ("UPOS|XPOS") and labels the network chooses from, most frequent first."""

    tags: list
    labels: list

    @staticmethod
    def of(sentences):
        tags = Counter(f"{u}|{x}" for s in sentences for u, x in zip(s.upos, s.xpos))
        labels = Counter(r for s in sentences for r in s.relations)
        kept = [l for l, n in labels.most_common() if n >= 8]
        plain = [l for l in sorted({l.split(":")[0] for l in labels}) if l not in kept]
        return Inventory([t for t, n in tags.most_common() if n >= 3], kept + plain)

    def tag_id(self, upos, xpos):
        t = f"{upos}|{xpos}"
        if t in self._tags:
            return self._tags[t]
        return next((i for i, k in enumerate(self.tags) if k.startswith(upos + "|")), 0)

    def label_id(self, relation):
        return self._labels.get(relation, self._labels.get(relation.split(":")[0], 0))

    def __post_init__(self):
        self._tags = {t: i for i, t in enumerate(self.tags)}
        self._labels = {l: i for i, l in enumerate(self.labels)}


@dataclass
class Item:
    """One sentence as arrays; position 0 is the root."""

    words: np.ndarray
    affixes: np.ndarray
    tags: np.ndarray
    heads: np.ndarray
    labels: np.ndarray


def encode(sentence, index, inventory):
    words = [ROOT] + [index.get(normal_form(f), UNKNOWN) for f in sentence.forms]
    rows = [[0] * AFFIX_FEATURES] + [affixes(f) for f in sentence.forms]
    return Item(
        np.asarray(words),
        np.asarray(rows),
        np.asarray([-100] + [inventory.tag_id(u, x) for u, x in zip(sentence.upos, sentence.xpos)]),
        np.asarray([-100] + sentence.heads),
        np.asarray([-100] + [inventory.label_id(r) for r in sentence.relations]),
    )


def vary(sentence, rng):
    """Now and then a training sentence as a headline writes it: no full stop, or each word with a capital."""
    forms, last = sentence.forms, len(sentence.forms)
    if rng.random() < 0.1 and last > 3 and forms[-1] == "." and last not in sentence.heads:
        sentence = Sentence(*(column[:-1] for column in (forms, sentence.upos, sentence.xpos, sentence.heads, sentence.relations)))
    if rng.random() < 0.03:
        sentence = replace(sentence, forms=[f[:1].upper() + f[1:] for f in sentence.forms])
    return sentence


def batches(items, rng, budget=900):
    """Lists of indices, of like length, at most `budget` padded tokens each, shuffled."""
    order = sorted(range(len(items)), key=lambda i: len(items[i].words) + rng.random())
    groups, group = [], []
    for i in order:
        if group and (len(group) + 1) * len(items[i].words) > budget:
            groups.append(group)
            group = []
        group.append(i)
    groups.append(group)
    rng.shuffle(groups)
    return groups


def collate(items):
    """Tensors: words, affixes, lengths, tags, heads, labels."""
    n = max(len(i.words) for i in items)
    lengths = torch.tensor([len(i.words) for i in items])

    def pad(name, fill):
        out = np.full((len(items), n), fill)
        for k, item in enumerate(items):
            out[k, : len(item.words)] = getattr(item, name)
        return torch.from_numpy(out)

    rows = np.zeros((len(items), n, AFFIX_FEATURES), dtype=np.int64)
    for k, item in enumerate(items):
        rows[k, : len(item.words)] = item.affixes
    return pad("words", 0), torch.from_numpy(rows), lengths, pad("tags", -100), pad("heads", -100), pad("labels", -100)
