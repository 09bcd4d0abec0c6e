#!/bin/sh
# Makes src/read/model/data/english.fgm. README.md says what the arguments are and where they come from.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
[ $# -ge 3 ] || { echo "usage: train/parser/make.sh TREEBANK GLOVE.json WORK [SILVER.txt ...]" >&2; exit 2; }
treebank=$1 glove=$2 work=$3
shift 3
python=${PYTHON:-python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1
mkdir -p "$work"
for seed in 1 2; do
  "$python" "$here/train.py" "$treebank" "$glove" "$work/teacher-$seed.pt" --seed $seed --epochs 16 > "$work/teacher-$seed.log" &
done
wait
(cd "$root" && node --conditions=development --import tsx train/parser/cut.ts "$@") > "$work/silver.txt"
"$python" "$here/distil.py" "$treebank" "$glove" "$work/soft.pt" --teachers "$work"/teacher-?.pt --silver "$work/silver.txt"
"$python" "$here/train.py" "$treebank" "$glove" "$work/student.pt" --seed 3 --epochs 8 --soft "$work/soft.pt"
"$python" "$here/export.py" "$work/student.pt" "$root/src/read/model/data/english.fgm"
