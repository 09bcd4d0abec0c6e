"""Reads CoNLL-U treebanks and checks that they are whole.

A treebank that was unpacked badly is usually cut short without an error, so every
file is checked against the word count of its release before anything is trained.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sentence:
    """One tree. heads[i] is 1-based, 0 for the root; the lists are of equal length."""

    forms: list
    upos: list
    xpos: list
    heads: list
    relations: list


# Sentences and syntactic words of each file, of the releases named in README.md.
COUNTS = {
    "en_ewt-train.conllu": (12544, 204577),
    "en_ewt-dev.conllu": (2001, 25147),
    "en_ewt-test.conllu": (2077, 25094),
    "gum-open-train.conllu": (5931, 115936),
}


def read(path):
    """Sentences of one file: syntactic words only, multiword and empty nodes skipped."""
    sentences, rows = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    sentences.append(_sentence(rows))
                rows = []
            elif not line.startswith("#"):
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
    if rows:
        sentences.append(_sentence(rows))
    return sentences


def _sentence(rows):
    return Sentence(
        [r[1] for r in rows],
        [r[3] for r in rows],
        [r[4] for r in rows],
        [int(r[6]) for r in rows],
        [r[7] for r in rows],
    )


def read_checked(folder, name):
    """As read(); stops with one line when the file does not hold what its release holds."""
    path = Path(folder) / name
    if not path.exists():
        raise SystemExit(f"{path}: expected a CoNLL-U file of the treebank, found nothing; see train/parser/README.md")
    sentences = read(path)
    words = sum(len(s.forms) for s in sentences)
    if (len(sentences), words) != COUNTS[name]:
        raise SystemExit(
            f"{path}: expected {COUNTS[name][0]} sentences and {COUNTS[name][1]} words, "
            f"found {len(sentences)} and {words}; unpack the treebank again"
        )
    return sentences
