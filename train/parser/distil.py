"""What several teachers together believe, as something a student can learn from.

    distil.py TREEBANK GLOVE.json OUT.pt --teachers A.pt B.pt … [--silver SENTENCES.txt …]

Of each training sentence, and of each sentence of the silver texts (one a line, words parted by blanks; cut.ts makes
them), the mean of the teachers' beliefs in tags, heads and labels is kept. The teachers' disagreement stays in it as
doubt, so nothing has to be thrown away (Kuncoro et al. 2016, "Distilling an ensemble of greedy dependency parsers").
"""

import argparse
import random

import numpy as np
import torch

from batches import LONGEST, Inventory, batches, collate, encode
from conllu import Sentence
from network import Parser
from train import load_data


def load_teacher(path, names):
    saved = torch.load(path)
    if saved["words"] != names:
        raise SystemExit(f"{path}: expected a network with today's vocabulary, found another; train the teachers again")
    model = Parser(saved["vectors"], len(saved["tags"]), len(saved["labels"]))
    model.load_state_dict(saved["state"], strict=False)
    return model.eval()


def read_silver(path, rng):
    """Sentences without trees; a tenth of them lose their last stop, as a headline does."""
    out = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            forms = line.split()
            if not 4 <= len(forms) <= LONGEST:
                continue
            if forms[-1] == "." and rng.random() < 0.1:
                forms = forms[:-1]
            n = len(forms)
            out.append(Sentence(forms, ["X"] * n, ["FW"] * n, [0] * n, ["dep"] * n))
    return out


@torch.no_grad()
def believe(teachers, items, gold):
    """Sets item.soft: tags n x T, arcs n x (n+1), heads n, labels n x L, float16."""
    for group in batches(items, random.Random(0), 1500):
        chosen = [items[i] for i in group]
        words, rows, lengths, _, heads, _ = collate(chosen)
        outs = [t(words, rows, lengths) for t in teachers]
        tags = sum(o[0].softmax(-1) for o in outs) / len(outs)
        eye = torch.eye(words.shape[1], dtype=torch.bool)[None]
        arcs = sum(o[1].masked_fill(eye, -1e9).softmax(-1) for o in outs) / len(outs)
        at = heads.clamp(min=0) if gold else arcs.argmax(-1)
        labels = sum(t.labels_at(o[2], o[3], at).softmax(-1) for t, o in zip(teachers, outs)) / len(outs)
        for b, item in enumerate(chosen):
            n = len(item.words)
            item.soft = tuple(
                x.numpy().astype(kind)
                for x, kind in (
                    (tags[b, 1:n], np.float16),
                    (arcs[b, 1:n, :n], np.float16),
                    (at[b, 1:n], np.int16),
                    (labels[b, 1:n], np.float16),
                )
            )
            item.gold = gold


def main():
    args = argparse.ArgumentParser()
    args.add_argument("treebank")
    args.add_argument("glove")
    args.add_argument("out")
    args.add_argument("--teachers", nargs="+", required=True)
    args.add_argument("--silver", nargs="*", default=[])
    args = args.parse_args()
    torch.set_num_threads(1)
    train, _, names, _, _ = load_data(args.treebank, args.glove)
    inventory = Inventory.of(train)
    index = {w: i for i, w in enumerate(names)}
    teachers = [load_teacher(p, names) for p in args.teachers]
    rng = random.Random(7)
    gold = [encode(s, index, inventory) for s in train]
    believe(teachers, gold, True)
    silver = [encode(s, index, inventory) for path in args.silver for s in read_silver(path, rng)]
    believe(teachers, silver, False)
    words = sum(len(i.words) - 1 for i in silver)
    print(f"{len(gold)} sentences of the treebanks, {len(silver)} of silver text ({words} words), {len(teachers)} teachers")
    torch.save({"items": gold + silver}, args.out)


if __name__ == "__main__":
    main()
