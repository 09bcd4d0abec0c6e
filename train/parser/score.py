"""UPOS, UAS and LAS of a network while it trains: argmax heads, universal labels, punctuation counted.

For watching only. The figures of the model card come from the shipped bytes: npm run bench -- parser.
"""

import random

import torch

from batches import batches, collate


@torch.no_grad()
def score(model, items, inventory):
    model.eval()
    upos = [t.split("|")[0] for t in inventory.tags]
    base = [l.split(":")[0] for l in inventory.labels]
    n = tag_right = head_right = both_right = 0
    for group in batches(items, random.Random(0), 2000):
        chosen = [items[i] for i in group]
        words, rows, lengths, tags, heads, labels = collate(chosen)
        logits, arcs, ld, lh = model(words, rows, lengths)
        arcs.diagonal(dim1=1, dim2=2).fill_(-1e9)
        found = arcs.argmax(-1)
        at = model.labels_at(ld, lh, found).argmax(-1)
        picked = logits.argmax(-1)
        for b, item in enumerate(chosen):
            for i in range(1, len(item.words)):
                n += 1
                tag_right += upos[picked[b, i]] == upos[item.tags[i]]
                right = found[b, i] == item.heads[i]
                head_right += bool(right)
                both_right += bool(right) and base[at[b, i]] == base[item.labels[i]]
    model.train()
    return f"UPOS {100 * tag_right / n:.2f} UAS {100 * head_right / n:.2f} LAS {100 * both_right / n:.2f}"
