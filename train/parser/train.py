"""Trains one network.

    train.py TREEBANK GLOVE.json OUT.pt [--seed N] [--epochs N]
"""

import argparse
import random
import time

import torch
import torch.nn.functional as F

from batches import LONGEST, Inventory, batches, collate, encode, vary
from conllu import read_checked
from network import Parser
from score import score
import vocabulary


def load_data(treebank, glove):
    """Sentences to train on and to watch, and the vocabulary they give."""
    train = read_checked(treebank, "en_ewt-train.conllu") + read_checked(treebank, "gum-open-train.conllu")
    train = [s for s in train if len(s.forms) <= LONGEST]
    dev = read_checked(treebank, "en_ewt-dev.conllu")
    words, table = vocabulary.load_glove(glove)
    names, vectors, counts = vocabulary.build(train, words, table)
    return train, dev, names, vectors, counts


def keep_masks(words, affixes, counts, generator=None):
    """Word dropout: rare words are hidden more often, so that the unknown word is learned too."""
    rate = (0.12 + 0.25 / (0.25 + counts[words])).clamp(max=0.5)
    e = (torch.rand(words.shape) >= rate).float()
    g = (torch.rand(words.shape) >= 0.12).float()
    a = (torch.rand(affixes.shape) >= 0.1).float() / 0.9
    return e, g, a


def losses(model, out, heads, tags, labels):
    tag_logits, arcs, ld, lh = out
    tag = F.cross_entropy(tag_logits.transpose(1, 2), tags, ignore_index=-100)
    arc = F.cross_entropy(arcs.transpose(1, 2), heads, ignore_index=-100)
    at = model.labels_at(ld, lh, heads.clamp(min=0))
    return 0.7 * tag + arc + 0.7 * F.cross_entropy(at.transpose(1, 2), labels, ignore_index=-100)


def learning_rate(step, total):
    """Warm-up over 100 steps, level to 35 %, then down to 2 %."""
    if step < 100:
        return step / 100
    done = step / total
    return 1.0 if done < 0.35 else 1.0 - 0.98 * (done - 0.35) / 0.65


def fit(model, make_items, counts, epochs, rng, watch):
    """make_items(): the items of one epoch, varied anew. watch(model): a line to print."""
    model.train()
    adam = torch.optim.Adam(model.parameters(), lr=2.5e-3, betas=(0.9, 0.95))
    items = make_items()
    total, step = epochs * len(batches(items, rng)), 0
    for epoch in range(epochs):
        begun, items = time.time(), make_items()
        for group in batches(items, rng):
            step += 1
            for g in adam.param_groups:
                g["lr"] = 2.5e-3 * learning_rate(step, total)
            words, rows, lengths, tags, heads, labels = collate([items[i] for i in group])
            out = model(words, rows, lengths, keep_masks(words, rows, counts))
            loss = losses(model, out, heads, tags, labels)
            adam.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            adam.step()
        print(f"epoch {epoch + 1} {time.time() - begun:.0f} s {watch(model) if epoch % 3 == 2 or epoch == epochs - 1 else ''}", flush=True)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("treebank")
    args.add_argument("glove")
    args.add_argument("out")
    args.add_argument("--seed", type=int, default=2)
    args.add_argument("--epochs", type=int, default=16)
    args = args.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    rng = random.Random(args.seed)
    train, dev, names, vectors, counts = load_data(args.treebank, args.glove)
    inventory = Inventory.of(train)
    index = {w: i for i, w in enumerate(names)}
    model = Parser(vectors, len(inventory.tags), len(inventory.labels))
    print(f"{len(train)} sentences, {len(names)} words, {len(inventory.tags)} tags, {len(inventory.labels)} labels", flush=True)
    dev_items = [encode(s, index, inventory) for s in dev]
    make = lambda: [encode(vary(s, rng), index, inventory) for s in train]
    fit(model, make, torch.from_numpy(counts), args.epochs, rng, lambda m: score(m, dev_items, inventory))
    torch.save({"state": model.state_dict(), "tags": inventory.tags, "labels": inventory.labels, "words": names, "vectors": vectors}, args.out)


if __name__ == "__main__":
    main()
