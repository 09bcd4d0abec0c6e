"""The network: two bidirectional LSTMs, a tagger between them, biaffine scorers on top.

After Dozat and Manning 2017 (biaffine attention), made small; sizes measured, not searched.
"""

import torch
from torch import nn
import torch.nn.functional as F

from features import AFFIX_ROWS, AFFIX_FEATURES

WORD, AFFIX, HIDDEN, TAG, ARC, LABEL = 64, 48, 112, 32, 112, 48
DROPOUT = 0.3


def shared_dropout(x, p, training):
    """One mask for all positions of a sentence (variational dropout)."""
    if not training or p == 0:
        return x
    mask = x.new_empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - p) / (1 - p)
    return x * mask


class Parser(nn.Module):
    def __init__(self, vectors, tags, labels):
        super().__init__()
        self.register_buffer("glove", torch.from_numpy(vectors), persistent=False)
        self.project = nn.Linear(vectors.shape[1], WORD, bias=False)
        self.words = nn.Embedding(vectors.shape[0], WORD)
        nn.init.zeros_(self.words.weight)
        self.affixes = nn.EmbeddingBag(AFFIX_ROWS, AFFIX, mode="sum")
        nn.init.normal_(self.affixes.weight, std=0.1)
        self.first = nn.LSTM(WORD + AFFIX, HIDDEN, batch_first=True, bidirectional=True)
        self.tag = nn.Linear(2 * HIDDEN, tags)
        self.tag_embedding = nn.Linear(tags, TAG, bias=False)
        self.second = nn.LSTM(2 * HIDDEN + TAG, HIDDEN, batch_first=True, bidirectional=True)
        self.arc_dependent = nn.Linear(2 * HIDDEN, ARC)
        self.arc_head = nn.Linear(2 * HIDDEN, ARC)
        self.label_dependent = nn.Linear(2 * HIDDEN, LABEL)
        self.label_head = nn.Linear(2 * HIDDEN, LABEL)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label = nn.Parameter(torch.zeros(labels, LABEL + 1, LABEL + 1))
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.label, std=0.05)
        for lstm in (self.first, self.second):
            for name, p in lstm.named_parameters():
                if "weight_hh" in name:
                    for block in p.data.chunk(4, 0):
                        nn.init.orthogonal_(block)
                elif "bias" in name:
                    p.data.zero_()
                    if "bias_ih" in name:
                        p.data[HIDDEN : 2 * HIDDEN] = 1.0

    def embed(self, words, affixes, keep=None):
        """keep: (of E, of glove, of each affix) masks in training, else None."""
        e = self.words(words)
        g = self.project(F.embedding(words, self.glove))
        if keep is not None:
            e, g = e * keep[0].unsqueeze(-1), g * keep[1].unsqueeze(-1)
        weights = None if keep is None else keep[2].reshape(-1, AFFIX_FEATURES)
        a = self.affixes(affixes.reshape(-1, AFFIX_FEATURES), per_sample_weights=weights)
        return torch.cat([e + g, a.reshape(*words.shape, AFFIX)], -1)

    def _run(self, lstm, x, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        out, _ = lstm(packed)
        return nn.utils.rnn.pad_packed_sequence(out, batch_first=True, total_length=x.shape[1])[0]

    def forward(self, words, affixes, lengths, keep=None):
        """words B x N (position 0 is the root), affixes B x N x 9, lengths B.

        Returns tag logits B x N x T, arc scores B x N x N (dependent, head) and the two label layers.
        """
        x = shared_dropout(self.embed(words, affixes, keep), DROPOUT, self.training)
        h = shared_dropout(self._run(self.first, x, lengths), DROPOUT, self.training)
        tags = self.tag(h)
        x = torch.cat([h, self.tag_embedding(tags.softmax(-1))], -1)
        h = shared_dropout(self._run(self.second, x, lengths), DROPOUT, self.training)

        def layer(linear):
            return shared_dropout(F.leaky_relu(linear(h), 0.1), DROPOUT, self.training)

        d, g = layer(self.arc_dependent), layer(self.arc_head)
        ld, lh = layer(self.label_dependent), layer(self.label_head)
        one = torch.ones_like(d[..., :1])
        arcs = torch.cat([d, one], -1) @ self.arc @ g.transpose(1, 2)
        pad = torch.arange(words.shape[1])[None, :] >= lengths[:, None]
        arcs = arcs.masked_fill(pad[:, None, :], -1e9)
        return tags, arcs, ld, lh

    def labels_at(self, ld, lh, heads):
        """Label scores B x N x L of every word with the head given (B x N)."""
        chosen = torch.gather(lh, 1, heads[..., None].expand(-1, -1, lh.shape[-1]))
        one = torch.ones_like(ld[..., :1])
        return torch.einsum("bni,lij,bnj->bnl", torch.cat([ld, one], -1), self.label, torch.cat([chosen, one], -1))
