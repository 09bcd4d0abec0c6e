#!/bin/sh
# Makes src/read/model/data/english.fgm. README.md says what the arguments are and where they come from.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# -eq 3 ] || { echo "usage: train/parser/make.sh TREEBANK GLOVE.json WORK" >&2; exit 2; }
python=${PYTHON:-python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1
mkdir -p "$3"
"$python" "$here/train.py" "$1" "$2" "$3/english.pt"
"$python" "$here/export.py" "$3/english.pt" "$here/../../src/read/model/data/english.fgm"
